import Foundation
import JSONText
import Serving
import TerminalSupport
import Testing

/// The model conversation of the golden transcripts, typed at one keyboard.
@Suite(.serialized, .timeLimit(.minutes(10))) struct `The model meeting, typed` {
    private static let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Transcripts/03-the-model-meeting.md")

    @Test(.enabled(if: FileManager.default.fileExists(atPath: Self.file.path)))
    func `leaves the record that the file holds`() async throws {
        let conversation = try Conversation(String(contentsOf: Self.file, encoding: .utf8))
        let place = try Place()
        let setup = try place.write(try #require(conversation.setupText), to: "setup.yaml")
        let session = try await place.sit(["--room", "golden", "--setup", setup], columns: 600)
        var labels: [String: Int] = [:]
        for step in conversation.steps where step.words != Conversation.resume {
            try await type(step, session, &labels)
        }
        _ = try await session.leave()
        let expected = try JSONScanner(depthLimit: 64).scan(try #require(conversation.recordText))
        let found = JSONEmitter(.pretty).text(comparable(try place.record(of: "golden")))
        let wanted = JSONEmitter(.pretty).text(comparable(expected))
        #expect(found == wanted, "\(Difference.first(wanted, found))")
    }

    private func type(
        _ step: Conversation.Step, _ session: TerminalSession, _ labels: inout [String: Int]
    ) async throws {
        var words = step.words
        for (label, number) in labels.sorted(by: { $0.key < $1.key }) {
            words = words.replacing("{\(label)}", with: "#\(number)")
        }
        try #require(!words.contains("{"), "a label that no receipt gave a number")
        guard step.isPrivate else {
            let answer = try await session.enter("\(step.speaker): \(words)")
            // The receipt begins with the line's number; a remark has none.
            guard let label = step.label, let receipt = answer.split(separator: "[").dropFirst().first else { return }
            let number: Int = try #require(Int(receipt.prefix { $0.isNumber }))
            labels[label] = number
            return
        }
        session.type("/hand \(step.speaker)\r")
        try await session.enterHidden(words)
        try await session.expect("kept")
        try await session.expectPrompt()
    }

    /// What must be the same: all but entry numbers, ids made of them, assurance and the log's name.
    private func comparable(_ value: JSONValue) -> JSONValue {
        switch value {
        case .object(let fields):
            let left: Set<String> = ["id", "log", "head", "assurance", "entries", "entry", "struck"]
            return .object(fields.filter { !left.contains($0.key) }.mapValues(comparable))
        case .array(let values): return .array(values.map(comparable))
        case .string(let text):
            let isNumbered = text.first == "s" && text.count > 1 && text.dropFirst().allSatisfy(\.isNumber)
            return isNumbered ? "(a statement)" : value
        default: return value
        }
    }
}
