import Foundation
import Glibc
import TerminalSupport
import Testing

/// Work that takes its time: here, a database server that has taken the call and says nothing.
@Suite(.timeLimit(.minutes(10))) struct `Waiting for long work` {
    @Test func `a terminal is told in plain lines what goes on, and nothing else is`() async throws {
        let place = try Place()
        let (server, port) = try Self.silentServer()
        let command = ["verify", "--store", "postgres://127.0.0.1:\(port)/north"]
        let shown = try TerminalSession(
            program: Place.program, arguments: command, environment: ["HOME": place.folder.path, "TERM": "dumb"],
            columns: 200)
        // The same, with messages that go to a file.
        let messages = place.folder.appendingPathComponent("messages").path
        let line = "'\(Place.program)' \(command.joined(separator: " ")) 2> '\(messages)'; echo ended"
        let silent = try TerminalSession(
            program: "/bin/sh", arguments: ["-c", line], environment: ["HOME": place.folder.path], columns: 200)
        try await shown.expect("Opening the store, 2 seconds so far\r\n")
        try await shown.expect("Opening the store, 3 seconds so far\r\n")
        close(server)
        #expect(try await shown.ending() == .status(69))
        try await silent.expect("ended")
        // Nothing is written over, and nothing turns.
        #expect(!shown.everything.contains("\u{1B}"))
        #expect(!shown.everything.replacing("\r\n", with: "").contains("\r"))
        #expect(!silent.everything.contains("so far"))
        let told = String(decoding: FileManager.default.contents(atPath: messages) ?? Data(), as: UTF8.self)
        #expect(told.contains("does not answer") && !told.contains("so far"), "\(told)")
    }

    /// A door on this computer behind which nobody answers, and its number.
    private static func silentServer() throws -> (Int32, UInt16) {
        // Not for the programs that are started here: else the door would stay when this test closes it.
        let server = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        try #require(server >= 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isOpen = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                bind(server, address, size) == 0 && listen(server, 4) == 0 && getsockname(server, address, &size) == 0
            }
        }
        try #require(isOpen)
        return (server, UInt16(bigEndian: address.sin_port))
    }
}
