import Foundation
import JSONText
import TerminalSupport
import Testing

/// A home of its own for one test: a store, a folder for the history, and the program in front of them.
final class Place {
    static let program = TerminalSession.built("commonground")
    /// The time of every session here, so that minutes do not run.
    static let clock = "2026-10-14T13:20:00Z"

    /// A framework whose stages are none of the built-in one's.
    static let riverTowns = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "FrameworksTests/Packs/river-towns.yaml").path

    let folder: URL
    var store: String { folder.appendingPathComponent("store.sqlite").path }
    private var environment: [String: String] { ["HOME": folder.path, "XDG_STATE_HOME": folder.path] }

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("program-tests-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    func write(_ text: String, to name: String) throws -> String {
        let file = folder.appendingPathComponent(name)
        try Data(text.utf8).write(to: file)
        return file.path
    }

    /// What the arrow keys would bring back.
    var history: String {
        let data = FileManager.default.contents(atPath: folder.path + "/commonground/history") ?? Data()
        return String(decoding: data, as: UTF8.self)
    }

    /// The program at a terminal, at its first prompt.
    func sit(
        _ arguments: [String] = [], environment: [String: String] = [:], rows: Int = 60, columns: Int = 300,
        clock: String = Place.clock
    ) async throws -> TerminalSession {
        let session = try TerminalSession(
            program: Place.program, arguments: ["--store", store, "--clock", clock] + arguments,
            environment: self.environment.merging(environment) { $1 }, rows: rows, columns: columns)
        try await session.expectPrompt()
        return session
    }

    struct Ran {
        var status: Int32
        var output: String
        var messages: String
    }

    /// The program at pipes. Without a path it finds no other program.
    func run(
        _ arguments: [String], input: String = "", program: String = Place.program, path: String? = nil
    ) throws -> Ran {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        process.environment = environment.merging(path.map { ["PATH": $0] } ?? [:]) { $1 }
        let messages = folder.appendingPathComponent("messages-\(UUID().uuidString)")
        _ = FileManager.default.createFile(atPath: messages.path, contents: nil)
        let (toProgram, fromProgram) = (Pipe(), Pipe())
        process.standardInput = toProgram
        process.standardOutput = fromProgram
        process.standardError = try FileHandle(forWritingTo: messages)
        try process.run()
        // A program that ends at once does not read what it is given.
        try? toProgram.fileHandleForWriting.write(contentsOf: Data(input.utf8))
        try toProgram.fileHandleForWriting.close()
        let output = try fromProgram.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return Ran(
            status: process.terminationStatus, output: String(decoding: output, as: UTF8.self),
            messages: String(decoding: try Data(contentsOf: messages), as: UTF8.self))
    }

    /// Something that looks at the store, and succeeds.
    func look(_ arguments: String...) throws -> String {
        let ran = try run(arguments + ["--store", store])
        #expect(ran.status == 0, "\(arguments): \(ran.messages)")
        return ran.output
    }

    func record(of room: String = "main") throws -> JSONValue {
        try JSONScanner(depthLimit: 64).scan(try look("record", room))
    }
}

extension TerminalSession {
    /// Types a rating where it is hidden, once it is asked for.
    func enterHidden(_ words: String) async throws {
        try await expect("(hidden) ")
        try await expectEcho(false)
        type(words + "\r")
    }

    /// Ctrl-D, and the program's last words.
    func leave() async throws -> String {
        type("\u{4}")
        try await expect("Everything is kept.")
        #expect(try await ending() == .status(0))
        #expect(hasOrdinaryModes)
        return everything
    }
}

/// The number in `statement #14`, as a receipt says it.
func number(after words: String, in answer: String) throws -> Int {
    let start = try #require(answer.firstRange(of: words + "#")).upperBound
    return try #require(Int(answer[start...].prefix { $0.isNumber }))
}
