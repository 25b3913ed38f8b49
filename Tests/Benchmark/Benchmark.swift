import Foundation

/// Measures Common Ground in this one process and prints `name value` lines; `Scripts/benchmark` builds and runs it.
@main enum Benchmark {
    static func main() throws {
        let wanted = CommandLine.arguments.dropFirst()
        let groups: [(name: String, measure: () throws -> Void)] = [
            ("reading", ReadingBenchmark.run), ("polis", PolisBenchmark.run),
            ("drafting", DraftingBenchmark.run), ("protocol", ProtocolBenchmark.run),
            ("store", StoreBenchmark.run), ("durable", DurableBenchmark.run),
        ]
        for group in groups where wanted.isEmpty || wanted.contains(group.name) { try group.measure() }
    }
}

/// Prints one figure.
func report(_ name: String, _ value: Double) {
    let rounded = value < 100 ? (value * 100).rounded() / 100 : value.rounded()
    print(name, rounded == rounded.rounded() ? String(Int(rounded)) : String(rounded))
    fflush(nil)
}

/// What a piece of work takes of the processor, in seconds. A clock on the wall would also count what else the machine does.
func processorSeconds(_ body: () throws -> Void) rethrows -> Double {
    let before = clock()
    try body()
    return Double(clock() - before) / Double(CLOCKS_PER_SEC)
}

/// The least of a few runs, in seconds: what else the machine does can only make a run slower.
func quickest(of runs: Int, _ body: () throws -> Void) rethrows -> Double {
    try least(of: runs) { try processorSeconds(body) }
}

/// The least of several figures, each measured anew.
func least(of runs: Int, _ seconds: () throws -> Double) rethrows -> Double {
    var best = Double.infinity
    for _ in 0..<runs { best = min(best, try seconds()) }
    return best
}

/// Seconds by the clock on the wall: what somebody waits.
func timed(_ body: () throws -> Void) rethrows -> Double { try ContinuousClock().measure(body).inSeconds }

/// What the process holds in memory; 0 where /proc is not there.
func residentBytes() -> Int {
    let text = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8)) ?? ""
    let pages = text.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
    return pages * sysconf(Int32(_SC_PAGESIZE))
}

extension Duration {
    var inSeconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }
}

/// A folder of its own that goes away again.
final class Folder {
    private let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appending(path: "common-ground-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: false)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    func file(_ name: String) -> String { url.appending(path: name).path }
}
