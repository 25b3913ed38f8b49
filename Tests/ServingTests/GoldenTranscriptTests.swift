import Foundation
import Serving
import Testing

/// Every conversation in `Transcripts/` is played and compared, whole file with whole file.
///
/// A wanted change: `commonground replay FILE --rewrite`, then read the difference before it is committed.
@Suite struct GoldenTranscriptTests {
    @Test func `there are golden transcripts to play`() {
        #expect(GoldenFiles.names.count >= 12)
        #expect(GoldenFiles.names.allSatisfy { $0.hasSuffix(".md") })
    }

    @Test(arguments: GoldenFiles.names)
    func `a played conversation is its file again, answers and record and all`(name: String) throws {
        let text = try GoldenFiles.text(name)
        let conversation = try parsed(text, name)
        let now = conversation.rewritten(as: try GoldenFiles.play(conversation))
        #expect(now == text, "\(name), \(Difference.first(text, now))")
    }

    @Test(arguments: GoldenFiles.names)
    func `closing and opening again between every two lines changes nothing`(name: String) throws {
        let text = try GoldenFiles.text(name)
        let conversation = try parsed(text, name)
        let now = conversation.rewritten(as: try GoldenFiles.play(conversation, resumesAlways: true))
        #expect(now == text, "\(name), \(Difference.first(text, now))")
    }

    @Test(arguments: GoldenFiles.names)
    func `a conversation says what it is for, holds its answers and holds its record`(name: String) throws {
        let conversation = try parsed(try GoldenFiles.text(name), name)
        #expect(!conversation.title.isEmpty, "\(name) has no title")
        #expect(!conversation.opening.isEmpty, "\(name) has no opening")
        #expect(conversation.steps.contains { !$0.expected.isEmpty }, "\(name) has no answers")
        #expect(conversation.recordText?.contains("commonground.record/1") == true, "\(name) has no record")
    }

    /// The canary: comparison that never fails would prove nothing.
    @Test func `one changed word in an answer, or in the record, is seen`() throws {
        let text = try GoldenFiles.text("01-first-agreement.md")
        let played = try GoldenFiles.play(try Conversation(text))
        #expect(try Conversation(text).rewritten(as: played) == text)
        let changes = [
            ("Welcome.", "Goodbye."), ("Answers: support 3.", "Answers: support 4."), ("\"agreed\"", "\"open\""),
        ]
        for (was, becomes) in changes {
            let tampered = text.replacing(was, with: becomes)
            try #require(tampered != text, "the canary has no “\(was)” to change; give it other words")
            let now = try Conversation(tampered).rewritten(as: played)
            #expect(now == text)
            #expect(Difference.first(tampered, now).contains(becomes))
        }
    }

    private func parsed(_ text: String, _ name: String) throws -> Conversation {
        do { return try Conversation(text) } catch {
            Issue.record("\(name), line \(error.line): \(error.text)")
            throw error
        }
    }
}
