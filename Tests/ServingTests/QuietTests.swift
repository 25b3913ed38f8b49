import Serving
import Testing

/// The bot stays quiet: people are there to hear each other.
@Suite struct QuietTests {
    struct Count {
        var members = 0
        var bot = 0
        var share: Double { members == 0 ? 0 : Double(bot) / Double(members) }
    }

    /// Lines that members said, and lines that the bot said in the room without having been asked: not the answer to a
    /// command or a question, not private, and not what a facilitator's line called for (openings, reveals, read-backs).
    private static func count(_ conversation: Conversation) -> Count {
        let facilitators = Set(
            (conversation.setupText ?? "").split(separator: "\n").filter { $0.contains("role: facilitator") }
                .compactMap { line in
                    line.split(separator: "name:").dropFirst().first?.split(separator: ",").first.map {
                        $0.trimming(while: { $0 == " " || $0 == "\"" })
                    }
                })
        var count = Count()
        for step in conversation.steps where !facilitators.contains(step.speaker) {
            count.members += 1
            let wasAsked = step.words.hasPrefix("/") || step.words.hasSuffix("?")
            guard !wasAsked else { continue }
            count.bot += step.expected.count { $0.contains("] Common Ground: ") }
        }
        return count
    }

    @Test func `over the golden conversations the bot says less than one line for three of the members`() throws {
        var total = Count()
        for name in GoldenFiles.names where name != "90-bad-input.md" {
            let count = Self.count(try Conversation(try GoldenFiles.text(name)))
            total.members += count.members
            total.bot += count.bot
        }
        #expect(total.members > 200)
        #expect(total.bot > 0, "nothing was counted")
        #expect(total.share <= 1.0 / 3, "\(total.bot) lines of the bot to \(total.members) of members")
    }
}

extension Substring {
    fileprivate func trimming(while isTrimmed: (Character) -> Bool) -> String {
        var slice = self
        while let first = slice.first, isTrimmed(first) { slice.removeFirst() }
        while let last = slice.last, isTrimmed(last) { slice.removeLast() }
        return String(slice)
    }
}
