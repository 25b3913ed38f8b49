import ArgumentParser
import Facilitation
import Foundation
import Frameworks
import JSONText

/// `commonground read`: what the reader makes of lines, for people who want to know why, and for measuring it.
struct Read: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Explain how plain words are read: JSON lines in, JSON lines out.",
        discussion: """
            Each line has id, text, by, today and context, and may have role and private; the answer gives the reading.

            Examples:
              commonground read --why < lines.jsonl
              echo '{"id":"1","text":"I agree with #14","by":"Ann",' \\
                '"today":"2026-10-14","context":{"members":["Ann","Sam"],' \\
                '"statements":[{"id":"s14","by":"Sam","text":"x"}]}}' | commonground read
            """)
    @Flag(help: "Say which words led to the reading.") var why = false

    func run() throws {
        var splitter = LineSplitter(lineLimit: 1_048_576)
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = Foundation.read(0, &buffer, buffer.count)
            if count <= 0 { break }
            for line in splitter.feed(Array(buffer[..<count])) { try answer(line) }
        }
        if let last = splitter.finish() { try answer(last) }
    }

    private func answer(_ line: LineSplitter.Line) throws {
        guard case .complete(_, let bytes) = line, let value = try? JSONScanner(depthLimit: 16).scan(bytes),
            let example = ReadingExample(value, ladder: Library.builtIn.ladder)
        else {
            throw Exit.failure(
                "line \(line.lineNumber) is not a line to read: it needs id, text, by, today and context", Exit.badData)
        }
        try Output.result(JSONEmitter(.compact).text(example.answer(why: why)))
    }
}
