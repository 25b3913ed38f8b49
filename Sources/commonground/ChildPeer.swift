import Foundation
import Serving

/// A program at the other end of two pipes.
final class ChildPeer: Conformance.Peer {
    private let command: [String]
    private let patience: Double
    private var process = Process()
    private var input = Pipe()
    private var output = Pipe()
    private var unread: [UInt8] = []

    init(_ command: [String], patience: Double) throws {
        self.command = command
        self.patience = patience
        try start()
    }

    private func start() throws {
        guard isThere else {
            throw Exit.failure(
                "“\(command.first ?? "")” cannot be started. Check its name, and that it may be run.", Exit.unavailable)
        }
        (process, input, output, unread) = (Process(), Pipe(), Pipe(), [])
        // Found as a shell finds it.
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = command
        process.standardInput = input
        process.standardOutput = output
        do { try process.run() } catch {
            throw Exit.failure(
                "\(command.first ?? "") cannot be started: \(error.localizedDescription)", Exit.unavailable)
        }
    }

    /// Whether there is a program of that name: otherwise every rule would be said to be broken.
    private var isThere: Bool {
        guard let program = command.first else { return false }
        // What stands before the program is set for it.
        if program.contains("=") { return true }
        guard program.contains("/") else { return WordFile.find(program) != nil }
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: program, isDirectory: &isFolder) && !isFolder.boolValue
            && FileManager.default.isExecutableFile(atPath: program)
    }

    func write(_ bytes: [UInt8]) { try? input.fileHandleForWriting.write(contentsOf: bytes) }

    func line() -> [UInt8]? {
        let deadline = Date().addingTimeInterval(patience)
        while true {
            if let end = unread.firstIndex(of: 0x0A) {
                defer { unread.removeFirst(end + 1) }
                return Array(unread[..<end])
            }
            let descriptor = output.fileHandleForReading.fileDescriptor
            var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            let left = deadline.timeIntervalSinceNow
            guard left > 0, poll(&waiting, 1, Int32(left * 1_000) + 1) > 0 else { return nil }
            var buffer = [UInt8](repeating: 0, count: 65_536)
            let count = read(descriptor, &buffer, buffer.count)
            guard count > 0 else { return nil }
            unread += buffer[..<count]
        }
    }

    func restart() throws {
        end()
        try start()
    }

    /// Closes its input, and waits for it to go; one that does not is not waited for.
    func end() {
        try? input.fileHandleForWriting.close()
        for _ in 0..<500 where process.isRunning { usleep(10_000) }
        if process.isRunning { kill(process.processIdentifier, SIGKILL) }
        process.waitUntilExit()
    }
}
