import Foundation
import Testing

/// A program that a test started, and ends with the test.
final class Running {
    let process = Process()
    private let errors: String
    var notes: String { String(decoding: FileManager.default.contents(atPath: errors) ?? Data(), as: UTF8.self) }

    init(_ path: String, _ arguments: [String], in folder: String, environment: [String: String] = [:]) throws {
        errors = folder + "/errors-" + UUID().uuidString
        _ = FileManager.default.createFile(atPath: errors, contents: nil)
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = arguments
        process.environment = ["PATH": "/usr/bin:/bin", "HOME": folder].merging(environment) { $1 }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = try FileHandle(forWritingTo: URL(fileURLWithPath: errors))
        try process.run()
    }

    /// As `kill -9` does: no time for last words.
    func killNow() {
        guard process.isRunning else { return }
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }

    /// The programs that it started and that still run.
    var children: [Int32] {
        let number = process.processIdentifier
        let list = FileManager.default.contents(atPath: "/proc/\(number)/task/\(number)/children") ?? Data()
        return String(decoding: list, as: UTF8.self).split(separator: " ").compactMap { Int32($0) }
    }

    deinit { killNow() }
}

/// Debian's programs that the tests need, and the built one.
enum Tools {
    static let ngircd = find("ngircd")
    static let ii = find("ii")
    static let python = find("python3")
    static var areThere: Bool { ngircd != nil && ii != nil && python != nil }
    static let comment: Comment = "Not run: ngircd, ii or python3 is missing; Scripts/test installs them."

    private static func find(_ name: String) -> String? {
        ["/usr/bin/", "/usr/sbin/", "/usr/local/bin/", "/bin/"].map { $0 + name }
            .first { FileManager.default.isExecutableFile(atPath: $0) }
    }

    /// The program lies beside the tests.
    static func commonground() throws -> String {
        let maps = try String(contentsOfFile: "/proc/self/maps", encoding: .utf8)
        let bundle = maps.split(separator: "\n").first { $0.hasSuffix("PackageTests.xctest") }
        let path = try #require(bundle?.drop { $0 != "/" })
        return URL(fileURLWithPath: String(path)).deletingLastPathComponent().path + "/commonground"
    }

    static let bridge =
        URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path + "/Scripts/clients/irc"
}

struct GaveUp: Error, CustomStringConvertible {
    var description: String
}

/// Waits until something is so.
func wait(_ seconds: Double = 20, for what: String, _ isSo: () throws -> Bool) throws {
    let end = Date(timeIntervalSinceNow: seconds)
    while try !isSo() {
        guard Date() < end else { throw GaveUp(description: "waited \(seconds) s for \(what)") }
        Thread.sleep(forTimeInterval: 0.05)
    }
}
