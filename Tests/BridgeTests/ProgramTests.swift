import Bridges
import Facilitation
import Foundation
import JSONText
import Testing
import Transcript

/// The program itself, killed as the kernel kills.
@Suite(.serialized, .timeLimit(.minutes(10))) struct ProgramTests {
    /// `commonground`, as it was built with these tests, run in a folder.
    private final class Program {
        let process = Process()
        private let errorPath: String

        init(_ arguments: [String], in folder: Folder) throws {
            errorPath = folder.path + "/errors"
            process.executableURL = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
                .deletingLastPathComponent().appending(path: "commonground")
            process.arguments = arguments
            process.environment = ["HOME": folder.path, "SWIFT_BACKTRACE": "enable=no"]
            if !FileManager.default.fileExists(atPath: errorPath) {
                _ = FileManager.default.createFile(atPath: errorPath, contents: nil)
            }
            let errors = try #require(FileHandle(forWritingAtPath: errorPath))
            try errors.seekToEnd()
            process.standardError = errors
            process.standardOutput = errors
            try process.run()
        }

        deinit { if process.isRunning { kill(process.processIdentifier, SIGKILL) } }

        func end(_ signal: Int32) -> Int32 {
            kill(process.processIdentifier, signal)
            process.waitUntilExit()
            return process.terminationStatus
        }

        var errors: String {
            String(decoding: FileManager.default.contents(atPath: errorPath) ?? Data(), as: UTF8.self)
        }
    }

    private func settings(_ standIn: StandIn, in folder: Folder, more: String = "") throws -> [String] {
        try folder.write(Bridged.setup, to: "north.yaml")
        try folder.write(
            """
            url: http://127.0.0.1:\(standIn.port)
            store: north.sqlite
            retry: {firstSeconds: 1, mostSeconds: 1}
            \(more)
            rooms:
              - {gateway: north-place, room: north, setup: north.yaml}
            """, to: "bridge.yaml")
        return ["bridge", "matterbridge", "--config", folder.path + "/bridge.yaml"]
    }

    private func heard(_ folder: Folder) throws -> [String] {
        let store = try SQLiteStore(path: folder.path + "/north.sqlite")
        defer { try? store.close() }
        guard try store.room("north") != nil else { return [] }
        return try store.entries(in: "north", after: 0, limit: 10_000)
            .filter { $0.direction == .heard }.dropFirst().map(\.words)
    }

    @Test func `killed between any two lines, the program hears each line once and posts what it owes`() async throws {
        let folder = try Folder()
        let standIn = try StandIn()
        defer { standIn.stop() }
        let arguments = try settings(standIn, in: folder)
        var program = try Program(arguments, in: folder)
        try await Bridged.wait("the program listens: \(program.errors)") { standIn.isHeard }
        let lines = ChatMeeting.lines.prefix(16)
        for index in lines.indices {
            _ = ChatMeeting.say(index, standIn)
            if index % 5 == 4 {
                // The buffer is given away once, so it must have arrived; the other lines may be anywhere.
                try await Bridged.wait("\(index - 3) lines are heard") { try heard(folder).count >= index - 3 }
                _ = program.end(SIGKILL)
                program = try Program(arguments, in: folder)
            }
        }
        try await Bridged.wait("everything is heard: \(program.errors)") { try heard(folder).count >= lines.count }
        try await Bridged.wait("the last words are posted") {
            standIn.texts.contains { $0.contains("cannot yet") }
                || standIn.texts.contains { $0.contains("established") }
        }
        #expect(program.end(SIGTERM) == 0, "\(program.errors)")
        let words = lines.map { $0.words.hasPrefix("!") ? "/" + $0.words.dropFirst() : $0.words }
        #expect(try heard(folder) == words)
        #expect(!FileManager.default.fileExists(atPath: folder.path + "/north.sqlite.matterbridge"))
    }

    @Test func `mistakes in the settings are listed, and a refused token ends the program`() async throws {
        let folder = try Folder()
        let standIn = try StandIn()
        defer { standIn.stop() }
        var arguments = try settings(standIn, in: folder, more: "tokn: x")
        let mistaken = try Program(arguments, in: folder)
        mistaken.process.waitUntilExit()
        #expect(mistaken.process.terminationStatus == 65 && mistaken.errors.contains("write “token”"))

        standIn.change { $0.token = "right" }
        arguments = try settings(standIn, in: folder, more: "token: wrong")
        let refused = try Program(arguments, in: folder)
        refused.process.waitUntilExit()
        #expect(refused.process.terminationStatus == 77)
        #expect(refused.errors.contains("matterbridge refuses the token"))
    }
}
