import Foundation
import Testing

/// The program at a pipe that nobody reads.
@Suite(.serialized, .timeLimit(.minutes(5))) struct `At a pipe that nobody reads` {
    private final class Program {
        let process = Process()
        private let (toProgram, fromProgram) = (Pipe(), Pipe())

        /// Begins, asks for more than a pipe holds, and waits for the first byte of the answers.
        init(_ place: Place) throws {
            process.executableURL = URL(fileURLWithPath: Place.program)
            process.arguments = ["run", "--ndjson", "--store", place.store]
            process.standardInput = toProgram
            process.standardOutput = fromProgram
            process.standardError = FileHandle.nullDevice
            try process.run()
            let pings = (1...6_000).map { #"{"op":"ping","id":"\#($0)"}"# + "\n" }.joined()
            // It reads on while its own answers wait.
            try toProgram.fileHandleForWriting.write(contentsOf: Data(pings.utf8))
            _ = try fromProgram.fileHandleForReading.read(upToCount: 1)
            Thread.sleep(forTimeInterval: 1)
        }

        deinit { if process.isRunning { kill(process.processIdentifier, SIGKILL) } }

        func signal(_ number: Int32) { kill(process.processIdentifier, number) }

        /// - Returns: nil where it still runs after so many seconds.
        func status(within seconds: Double) -> Int32? {
            let end = Date(timeIntervalSinceNow: seconds)
            while process.isRunning, Date() < end { Thread.sleep(forTimeInterval: 0.02) }
            return process.isRunning ? nil : process.terminationStatus
        }
    }

    @Test func `a signal ends it, after a little patience`() throws {
        let place = try Place()
        let program = try Program(place)
        program.signal(SIGTERM)
        #expect(program.status(within: 30) == 74)
    }

    @Test func `a second signal ends it at once`() throws {
        let place = try Place()
        let program = try Program(place)
        program.signal(SIGTERM)
        Thread.sleep(forTimeInterval: 1.5)
        program.signal(SIGINT)
        #expect(program.status(within: 30) == 130)
    }
}
