import Frameworks
import JSONText
import Testing

@testable import Bridges

@Suite struct OutboxTests {
    private func acks(_ talk: Talk) -> [Int] {
        talk.lines.filter { $0["op"] == "ack" }.compactMap { $0["upto"]?.integer }
    }

    @Test func `what the bot says is posted in order, one at a time, and marked only when it was accepted`() {
        var talk = Talk(head: 1, acked: 1)
        talk.goLive()
        for number in 2...4 { talk.take(.heard(Talk.bot(number, "words \(number)"))) }
        #expect(talk.posts == ["words 2"] && acks(talk) == [])
        talk.take(.posted(nil))
        #expect(talk.posts == ["words 2", "words 3"] && acks(talk) == [2])
        talk.take(.posted(nil))
        talk.take(.posted(nil))
        #expect(talk.posts.count == 3 && acks(talk) == [2, 3, 4])
        // So that no other transcript under the room's name is taken for the one that was posted.
        #expect(talk.lines.filter { $0["op"] == "ack" }.allSatisfy { $0["log"] == "L" })
    }

    @Test func `a new start posts what was not marked, and nothing that was`() {
        var talk = Talk(head: 5, acked: 3)
        #expect(talk.lines.last?["op"] == "sync" && talk.lines.last?["after"] == 0)
        talk.goLive((2...5).map { Talk.bot($0, "words \($0)") })
        talk.take(.posted(nil))
        talk.take(.posted(nil))
        #expect(talk.posts == ["words 4", "words 5"] && acks(talk) == [4, 5])
    }

    @Test func `an event that comes twice is posted once`() {
        var talk = Talk(head: 1, acked: 1)
        talk.goLive()
        for _ in 0..<2 {
            talk.take(.heard(Talk.bot(2, "words")))
            talk.take(.posted(nil))
        }
        #expect(talk.posts == ["words"])
    }

    @Test func `a long text goes in several messages, and is marked with the last`() {
        var talk = Talk(head: 1, acked: 1) { $0.textBytesMax = 200 }
        talk.goLive()
        let words = (1...80).map { "word\($0)" }.joined(separator: " ")
        talk.take(.heard(Talk.bot(2, words)))
        var count = 0
        while acks(talk).isEmpty, count < 20 {
            talk.take(.posted(nil))
            count += 1
        }
        #expect(count > 2 && talk.posts.count == count && talk.posts.joined(separator: " ") == words)
        #expect(talk.posts.allSatisfy { $0.utf8.count <= 200 })
    }

    @Test func `a room with a long past begins with what is said next`() {
        var talk = Talk(head: 500, acked: 0)
        talk.goLive([Talk.bot(499, "long ago")])
        talk.take(.heard(Talk.bot(501, "now")))
        talk.take(.posted(nil))
        #expect(talk.posts.count == 2 && talk.posts.last == "now" && talk.notes.count == 1)
    }

    @Test func `the first words come after what this chat cannot do`() {
        var talk = Talk(head: 2)
        talk.goLive([Talk.bot(2, "Welcome.")])
        talk.take(.posted(nil))
        #expect(talk.posts.count == 2 && talk.posts[0].contains("no private messages") && talk.posts[1] == "Welcome.")
    }
}

@Suite struct WithheldTests {
    /// What the chat is told when the bot has these words for one person.
    private func told(_ words: String, to actor: String, expects: String?) -> [String] {
        var talk = Talk(head: 1, acked: 1)
        talk.goLive()
        talk.take(.heard(Talk.bot(2, words, to: actor, expects: expects)))
        talk.take(.heard(Talk.bot(3, "For all.")))
        for _ in 0..<4 { talk.take(.posted(nil)) }
        #expect(talk.lines.filter { $0["op"] == "ack" }.last?["upto"] == 3)
        return talk.posts
    }

    @Test(arguments: [nil, "confirm", "text", "stage", "level", "position"] as [String?])
    func `private words are not posted, and what is told instead does not depend on them`(expects: String?) {
        let one = told("Noted, only you see this: Established, medium.", to: "slack.north:UANN", expects: expects)
        let two = told("Did you mean that you disagree with #9?", to: "slack.north:UBO", expects: expects)
        #expect(one == two && one.last == "For all.")
        #expect(one.count == (expects == nil ? 1 : 2))
        for post in one {
            for word in ["Established", "medium", "disagree with", "#9", "UANN", "UBO", "slack"] {
                #expect(!post.contains(word), "\(post)")
            }
        }
    }

    @Test func `the adapter says that it has no private messages`() {
        let greeting = Talk().lines.first
        #expect(greeting?["op"] == "hello" && greeting?["caps"] == [])
    }
}

@Suite struct OutgoingTextTests {
    @Test(arguments: [
        ("@everyone look", "＠everyone look"), ("hello @here", "hello ＠here"), ("(@channel)", "(＠channel)"),
        ("ann@example.org at 5 @ noon", "ann@example.org at 5 @ noon"),
        ("<!channel> <@U1> <#C1>", "‹!channel> ‹＠U1> ‹#C1>"),
        ("<http://a.example|bank>", "‹http://a.example|bank>"),
        ("[bank](http://a.example)", "[bank] (http://a.example)"),
        ("2 < 3", "2 < 3"), ("```code```", "'''code'''"), ("a\u{202E}b\u{7}", "a⟨202E⟩b⟨0007⟩"),
        ("one\r\ntwo", "one \ntwo"),
    ])
    func `nobody is called, no link is hidden, no screen is steered`(words: String, shown: String) {
        #expect(OutgoingText.safe(words) == shown)
    }

    @Test func `a long text is cut at line ends, at spaces, and never inside a character`() {
        let lines = (1...30).map { "line \($0) of the list" }.joined(separator: "\n")
        let parts = OutgoingText.parts(lines, bytesMax: 200)
        #expect(parts.joined(separator: "\n") == lines && parts.allSatisfy { $0.utf8.count <= 200 })
        let family = String(repeating: "👨‍👩‍👧‍👦é", count: 40)
        let pieces = OutgoingText.parts(family, bytesMax: 200)
        #expect(pieces.joined() == family && pieces.allSatisfy { $0.utf8.count <= 200 })
        #expect(pieces.allSatisfy { $0.allSatisfy { $0 == "👨‍👩‍👧‍👦" || $0 == "é" } })
        #expect(OutgoingText.parts("  \n ", bytesMax: 200) == [])
        #expect(OutgoingText.parts("👨‍👩‍👧‍👦👨‍👩‍👧‍👦", bytesMax: 3).count == 2)
    }
}

@Suite struct BackOffTests {
    @Test func `each attempt waits longer, up to a limit, between half and all of its time`() {
        var backOff = BackOff(firstMilliseconds: 1_000, mostMilliseconds: 60_000)
        let least = (0..<8).map { _ in backOff.failed(random: 0) }
        #expect(least == [500, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000])
        backOff.succeeded()
        let most = (0..<8).map { _ in backOff.failed(random: 0.999_999_9) }
        #expect(most.last.map { (59_999...60_000).contains($0) } == true && most[0] <= 1_000 && backOff.failures == 8)
        for _ in 0..<100 { #expect(backOff.failed(random: 7) <= 60_000) }
    }
}
