import Facilitation
import Foundation
import JSONText
import Testing
import Transcript

/// The program itself at its sockets.
@Suite(.serialized, .timeLimit(.minutes(10))) struct ProgramAtSocketsTests {
    private final class Running {
        let process = Process()
        let folder: String
        private let errors: String

        init(_ arguments: [String], in folder: String) throws {
            self.folder = folder
            errors = folder + "/errors-" + UUID().uuidString
            _ = FileManager.default.createFile(atPath: errors, contents: nil)
            process.executableURL = URL(fileURLWithPath: try BuiltProgram.path())
            process.arguments = ["run", "--store", folder + "/t.sqlite"] + arguments
            process.environment = ["PATH": "/usr/bin:/bin", "HOME": folder]
            process.standardInput = FileHandle.nullDevice
            process.standardOutput = FileHandle.nullDevice
            process.standardError = try FileHandle(forWritingTo: URL(fileURLWithPath: errors))
            try process.run()
        }

        var notes: String { String(decoding: FileManager.default.contents(atPath: errors) ?? Data(), as: UTF8.self) }

        /// Waits until it listens at so many addresses.
        func waitUntilListening(_ count: Int) throws {
            for _ in 0..<3_000 where process.isRunning {
                if notes.ranges(of: "listening on").count == count { return }
                Thread.sleep(forTimeInterval: 0.01)
            }
            throw NotListening(notes: notes)
        }

        deinit { if process.isRunning { kill(process.processIdentifier, SIGKILL) } }
    }

    private struct NotListening: Error { var notes: String }

    private func withFolder(_ body: (String) throws -> Void) throws {
        let folder = NSTemporaryDirectory() + "cgp-" + UUID().uuidString.prefix(8)
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try body(folder)
    }

    private static let grants = """
        principals:
          - name: unix:\(getuid())
            rooms: ["*"]
            mayOpen: true
          - name: bridge:web
            token: 0123456789abcdef
            rooms: [north*]
            actors: ["web:*"]
        """

    @Test func `Grants hold at both transports, and SIGTERM ends in order with the store whole`() throws {
        try withFolder { folder in
            try Data(ProgramAtSocketsTests.grants.utf8).write(to: URL(fileURLWithPath: folder + "/grants.yaml"))
            let socket = folder + "/s"
            let program = try Running(
                ["--listen", "unix:\(socket)", "--listen", "tcp:127.0.0.1:0", "--grants", folder + "/grants.yaml"],
                in: folder)
            try program.waitUntilListening(2)
            let port = try #require(
                program.notes.split(separator: "127.0.0.1:").last.flatMap { Int($0.prefix { $0.isNumber }) })
            let office = try Client(unix: socket)
            #expect(try office.reply(#"{"op":"hello","id":"h"}"#, "h")["principal"]?.string == "unix:\(getuid())")
            #expect(try office.reply(Talk.opening(), "o")["ok"] == true)
            let web = try Client(port: port)
            #expect(try web.reply(#"{"op":"sync","id":"1","room":"north"}"#, "1")["code"] == "NOT_AUTHENTICATED")
            let hello = try web.reply(#"{"op":"hello","id":"2","token":"0123456789abcdef"}"#, "2")
            #expect(hello["principal"] == "bridge:web" && hello["limits"]?["rate"]?["per_s"] == 10)
            #expect(try web.reply(Talk.say("ann", "Hello", id: "3"), "3")["field"] == "as")
            let join = #"{"op":"join","id":"4","room":"north","as":"web:cy","name":"Cy Lane"}"#
            #expect(try web.reply(join, "4")["ok"] == true)
            kill(program.process.processIdentifier, SIGTERM)
            #expect(office.rest().contains("SHUTTING_DOWN") && web.rest().contains("SHUTTING_DOWN"))
            program.process.waitUntilExit()
            #expect(program.process.terminationStatus == 0)
            #expect(!FileManager.default.fileExists(atPath: socket))
            let store = try SQLiteStore(path: folder + "/t.sqlite")
            defer { try? store.close() }
            #expect(try store.verify(room: nil).findings == [])
        }
    }

    @Test func `Without grants whoever connects speaks for anybody, by whichever way somebody else did before`() throws
    {
        try withFolder { folder in
            let program = try Running(
                [
                    "--listen", "unix:\(folder)/s", "--listen", "tcp:127.0.0.1:0", "--room", "east", "--facilitator",
                    "Helen",
                ], in: folder)
            try program.waitUntilListening(2)
            let port = try #require(
                program.notes.split(separator: "127.0.0.1:").last.flatMap { Int($0.prefix { $0.isNumber }) })
            // A typed name is nobody's word for who facilitates, and whoever gave one is told.
            #expect(program.notes.contains("or in text mode at a socket"), "\(program.notes)")
            let first = try Client(unix: folder + "/s")
            #expect(try first.reply(Talk.opening(), "o")["ok"] == true)
            #expect(try first.reply(Talk.say("ann", "Hello", id: "1"), "1")["ok"] == true)
            let second = try Client(port: port)
            let reply = try second.reply(Talk.say("ann", "Hello again", id: "2"), "2")
            #expect(reply["ok"] == true && reply["declined"] == nil, "\(reply)")
            #expect(try first.reply(Talk.say("ann", "And again", id: "3"), "3")["ok"] == true)
        }
    }

    @Test(arguments: [
        (["--listen", "tcp:0.0.0.0:0"], "needs --grants"), (["--listen", "http:x"], "is no address"),
        (["--listen", "unix:/proc/x"], "cannot listen"), (["--grants", "x.yaml"], "go with --listen"),
        (["--listen", "tcp:127.0.0.1:0", "--grants", "/nowhere.yaml"], "here is no file"),
    ])
    func `What cannot be is told in a sentence, at once`(arguments: [String], words: String) throws {
        try withFolder { folder in
            let program = try Running(arguments, in: folder)
            program.process.waitUntilExit()
            #expect(program.process.terminationStatus != 0)
            #expect(program.notes.contains(words), "\(program.notes)")
        }
    }
}
