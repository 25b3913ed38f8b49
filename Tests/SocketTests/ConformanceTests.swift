import Facilitation
import Foundation
import Frameworks
import Hosting
import JSONText
import LineProtocol
import SchemaCheck
import Testing
import Transcript

@testable import Serving

@Suite struct ConformanceTests {
    /// A connection by itself, with the store that a restart finds again.
    private final class InProcess: Conformance.Peer {
        let folder: String
        private var store: SQLiteStore
        private var connection: Connection
        private var lines: [[UInt8]] = []
        /// Changes what comes back, to see that it is noticed.
        var spoil: (String) -> String = { $0 }

        init() throws {
            folder = NSTemporaryDirectory() + "check-" + UUID().uuidString
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            store = try SQLiteStore(path: folder + "/t.sqlite")
            connection = Connection(host: RoomHost(store: store), library: Library())
        }

        deinit { try? FileManager.default.removeItem(atPath: folder) }

        func write(_ bytes: [UInt8]) {
            for line in connection.receive(bytes).split(separator: 0x0A) {
                let value = try? JSONScanner(depthLimit: 64).scan(Array(line))
                let mistake = PublishedLines.mistake(in: value ?? .null)
                #expect(mistake == nil, "not as its schema says: \(String(decoding: line, as: UTF8.self))")
                lines.append(Array(spoil(String(decoding: line, as: UTF8.self)).utf8))
            }
        }

        func line() -> [UInt8]? { lines.isEmpty ? nil : lines.removeFirst() }

        func restart() {
            connection = Connection(host: RoomHost(store: store), library: Library())
        }
    }

    @Test(arguments: Conformance.rules.map(\.id))
    func `The program keeps every rule`(id: String) throws {
        let rule = try #require(Conformance.rules.first { $0.id == id })
        let peer = try InProcess()
        #expect(try Conformance.check(rule, peer, room: "r") == nil)
    }

    @Test func `The rules are numbered without gaps, and none is empty`() {
        let ids = Conformance.rules.map(\.id)
        #expect(ids == (1...ids.count).map { "LP-" + String(format: "%03d", $0) })
        #expect(ids.count >= 25)
        #expect(Conformance.rules.allSatisfy { $0.says.hasSuffix(".") })
    }

    @Test(arguments: [#"{"reply":{"re":"1"}"#, #"{"repyl":{"re":"1","ok":true}}"#, "[]", "no JSON"])
    func `A line of the rules that is no step breaks its rule, and is not passed over`(line: String) throws {
        let text = [#"{"rule":"LP-001","says":"A ping is answered."}"#, #"{"send":{"op":"ping","id":"1"}}"#, line]
        let rules = Conformance.rules(in: Array(text.joined(separator: "\n").utf8))
        let rule = try #require(rules.first)
        let mistake = try Conformance.check(rule, try InProcess(), room: "r")
        #expect(mistake == "line 3 of the rules: this is no step of a rule")
    }

    @Test(arguments: [
        ("LP-001", "\"ok\":true", "\"ok\":false"), ("LP-005", "\"re\":null", "\"re\":\"7\""),
        ("LP-012", "\"cause\":\"1\",", ""), ("LP-016", "NOT_PERMITTED", "INTERNAL"), ("LP-017", "\"dup\":true,", ""),
        ("LP-019", "\"more\":true", "\"more\":false"), ("LP-022", "\"private\":true,", ""),
        ("LP-026", "\\u202e", "\u{202E}"), ("LP-028", "{", "{{"),
    ])
    func `A peer that breaks a rule is found out`(id: String, right: String, wrong: String) throws {
        let rule = try #require(Conformance.rules.first { $0.id == id })
        let peer = try InProcess()
        peer.spoil = { $0.replacing(right, with: wrong) }
        #expect(try Conformance.check(rule, peer, room: "r") != nil)
    }

    // MARK: The clients of Scripts/clients

    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path

    private func run(_ program: String, _ arguments: [String], input: String) throws -> (output: String, status: Int32)
    {
        let process = Process()
        let (into, out) = (Pipe(), Pipe())
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [program] + arguments
        process.standardInput = into
        process.standardOutput = out
        try process.run()
        try into.fileHandleForWriting.write(contentsOf: Data(input.utf8))
        try into.fileHandleForWriting.close()
        let output = try out.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return (String(decoding: output, as: UTF8.self), process.terminationStatus)
    }

    @Test(arguments: [("bash", "say.sh"), ("python3", "say.py"), ("node", "say.js")])
    func `A client of sixty lines says what it is given, once, however often it is run`(
        interpreter: String, script: String
    ) throws {
        for tool in script == "say.sh" ? [interpreter, "jq"] : [interpreter] {
            guard try run("sh", ["-c", "command -v \(tool)"], input: "").status == 0 else { return }
        }
        let path = "\(ConformanceTests.root)/Scripts/clients/\(script)"
        let lines = try String(contentsOfFile: path, encoding: .utf8).split(
            separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.count <= 61)
        let folder = NSTemporaryDirectory() + "client-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let store = folder + "/t.sqlite"
        let program = try BuiltProgram.path()
        let words = "The hall is “cold”, \\ and far.\n/where\n"
        for time in 1...2 {
            let ran = try run(
                interpreter, [path, "north", "Ann Shah", program, "run", "--ndjson", "--store", store], input: words)
            #expect(ran.status == 0)
            #expect(ran.output.contains("Common Ground: ") == (time == 1), "\(ran.output)")
        }
        let kept = try SQLiteStore(path: store)
        defer { try? kept.close() }
        let entries = try kept.entries(in: "north", after: 0, limit: 100).filter { $0.by == "client:ann-shah" }
        #expect(entries.map(\.words).suffix(2) == ["The hall is “cold”, \\ and far.", "/where"])
        #expect(entries.count == 3)
    }
}

/// The program lies beside the tests.
enum BuiltProgram {
    static func path() throws -> String {
        let maps = try String(contentsOfFile: "/proc/self/maps", encoding: .utf8)
        let bundle = maps.split(separator: "\n").first { $0.hasSuffix("PackageTests.xctest") }
        let path = try #require(bundle?.drop { $0 != "/" })
        return URL(fileURLWithPath: String(path)).deletingLastPathComponent().path + "/commonground"
    }
}
