import Foundation
import JSONText
import Testing

/// The program itself, as a child with files for its output, so that nothing waits for a reader.
final class Program {
    let process = Process()
    private let input = Pipe()
    private let folder: String

    /// - Parameters:
    ///   - shell: words to stand before the program in a shell, such as a limit.
    ///   - after: words to stand after it.
    init(
        _ arguments: [String], in place: Place, before shell: String? = nil, after: String? = nil, output: String? = nil
    ) throws {
        signal(SIGPIPE, SIG_IGN)
        folder = place.directory + "/run-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let program = try Program.path()
        process.executableURL = URL(fileURLWithPath: shell == nil ? program : "/bin/sh")
        process.arguments =
            shell.map {
                ["-c", $0 + (after == nil ? "exec " : "") + "\"$0\" \"$@\"" + (after ?? ""), program] + arguments
            } ?? arguments
        process.environment = ["PATH": "/usr/bin:/bin", "HOME": place.directory, "SWIFT_BACKTRACE": "enable=no"]
        // How a sanitizer reports (`Scripts/sanitize`) is the same for the program as for the tests.
        for name in ["ASAN_OPTIONS", "TSAN_OPTIONS"] {
            process.environment?[name] = ProcessInfo.processInfo.environment[name]
        }
        process.standardInput = input
        for name in ["out", "err"] { _ = FileManager.default.createFile(atPath: "\(folder)/\(name)", contents: nil) }
        process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: output ?? "\(folder)/out"))
        process.standardError = try FileHandle(forWritingTo: URL(fileURLWithPath: "\(folder)/err"))
        try process.run()
    }

    deinit { if process.isRunning { kill(process.processIdentifier, SIGKILL) } }

    /// False when the program no longer reads.
    @discardableResult
    func write(_ text: String) -> Bool {
        (try? input.fileHandleForWriting.write(contentsOf: Data(text.utf8))) != nil
    }

    /// Closes its input, and waits for its end.
    func finish() -> Int32 {
        try? input.fileHandleForWriting.close()
        process.waitUntilExit()
        return process.terminationStatus
    }

    func killNow() {
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }

    var output: String { read("out") }
    var replyCount: Int { output.split(separator: "\n").count { $0.contains("\"re\":") } }
    var errors: String { read("err") }
    /// The whole lines that have come after so many bytes, which it counts on. By bytes, for a test asks often.
    func lines(after read: inout Int) -> [Substring] {
        let bytes = FileManager.default.contents(atPath: "\(folder)/out") ?? Data()
        guard let end = bytes.lastIndex(of: 0x0A), end >= read else { return [] }
        defer { read = end + 1 }
        return String(decoding: bytes[read...end], as: UTF8.self).split(separator: "\n")
    }
    /// The reply to a command, when it has come.
    func reply(to id: String) -> JSONValue? {
        let bytes = FileManager.default.contents(atPath: "\(folder)/out") ?? Data()
        guard let place = bytes.range(of: Data(#""re":"\#(id)""#.utf8)) else { return nil }
        let start = bytes[..<place.lowerBound].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        guard let end = bytes[place.upperBound...].firstIndex(of: 0x0A) else { return nil }
        return parsed(String(decoding: bytes[start..<end], as: UTF8.self)).first
    }
    private func read(_ name: String) -> String {
        String(decoding: FileManager.default.contents(atPath: "\(folder)/\(name)") ?? Data(), as: UTF8.self)
    }

    /// What comes of these arguments and this input.
    static func run(
        _ arguments: [String], in place: Place, input: String = "", before shell: String? = nil, output: String? = nil
    ) throws
        -> (output: String, errors: String, status: Int32)
    {
        let program = try Program(arguments, in: place, before: shell, output: output)
        program.write(input)
        let status = program.finish()
        return (program.output, program.errors, status)
    }

    /// The program lies beside the tests.
    private static func path() throws -> String {
        let maps = try String(contentsOfFile: "/proc/self/maps", encoding: .utf8)
        let bundle = maps.split(separator: "\n").first { $0.hasSuffix("PackageTests.xctest") }
        let path = try #require(bundle?.drop { $0 != "/" })
        return URL(fileURLWithPath: String(path)).deletingLastPathComponent().path + "/commonground"
    }
}
