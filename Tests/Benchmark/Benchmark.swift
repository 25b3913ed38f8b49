import Glibc

/// Measures Common Ground in this one process and prints `name value` lines; `Scripts/benchmark` builds and runs it.
@main enum Benchmark {
    static func main() throws {
        let wanted = CommandLine.arguments.dropFirst()
        let groups: [(name: String, measure: () throws -> Void)] = [
            ("reading", ReadingBenchmark.run), ("polis", PolisBenchmark.run),
            ("drafting", DraftingBenchmark.run), ("protocol", ProtocolBenchmark.run),
            ("store", StoreBenchmark.run),
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
    var best = Double.infinity
    for _ in 0..<runs { best = min(best, try processorSeconds(body)) }
    return best
}
