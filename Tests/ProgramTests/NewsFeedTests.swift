import Facilitation
import Testing

@testable import commonground

private func entry(
    _ number: Int, _ direction: EntryDirection = .said, to recipient: String? = nil, words: String = "words",
    reading: String = ""
) -> Entry {
    Entry(
        room: "main", number: number, at: "", today: "", direction: direction, to: recipient, words: words,
        reading: reading)
}

/// What others wrote, on a screen that shows each line once.
@Suite struct `News of a room` {
    @Test func `is shown once, and in its order`() {
        var news = NewsFeed()
        news.skip(to: 2)
        #expect(!news.isBehind(2) && news.isBehind(4))
        let shown = news.take([entry(3), entry(4, .heard)], for: "helen")
        #expect(shown.map(\.number) == [3, 4])
        #expect(news.last == 4 && !news.isBehind(4))
        let again = news.take([entry(3), entry(4, .heard)], for: "helen")
        #expect(again.isEmpty)
    }

    @Test func `before a reply is what came before it; the reply is no news`() {
        var news = NewsFeed()
        let shown = news.take([entry(1), entry(2), entry(3)], before: 3, for: "helen")
        #expect(shown.map(\.number) == [1, 2])
        #expect(!news.isBehind(3, before: 3) && news.isBehind(3))
        news.skip(to: 3)
        #expect(!news.isBehind(3))
        news.skip(to: 1)
        #expect(news.last == 3)
    }

    @Test func `for somebody else alone is not for this screen, and is not looked at again`() {
        var news = NewsFeed()
        let shown = news.take(
            [
                entry(1, to: "helen"), entry(2, to: "ann"), entry(3, .heard, to: "helen"), entry(4, .heard, to: "ann"),
                entry(5, words: ""),
            ], for: "helen")
        #expect(shown.map(\.number) == [1])
        #expect(news.last == 5)
    }
}

/// What is shown to somebody who comes back.
@Suite struct `The last words of a room` {
    private static func heard(_ number: Int, _ kind: String, to recipient: String? = nil) -> Entry {
        entry(number, .heard, to: recipient, reading: "[{\"kind\":\"\(kind)\"}]")
    }

    @Test func `are the last four that people said on the matter`() throws {
        let entries = (1...6).map { Self.heard($0, "statement") }
        let errand = entry(7, .heard, reading: #"[{"kind":"command","name":"handPassed"}]"#)
        let others = [
            errand, Self.heard(8, "join"), Self.heard(9, "ask"), Self.heard(10, "statement", to: "ann"), entry(11),
            entry(12, .heard, words: ""),
        ]
        let shown = try LastWords.among(entries + others, in: KeyboardRoom("Ann Shah").discussion)
        #expect(shown.map(\.number) == [3, 4, 5, 6])
    }

    @Test func `have no rating that was said aloud while others still think`() throws {
        var room = try KeyboardRoom("Ann Shah")
        let entries = [Self.heard(1, "statement"), Self.heard(2, "gauge")]
        #expect(LastWords.among(entries, in: room.discussion).map(\.number) == [1, 2])
        for line in ["/start 8", "/gauging"] { try room.type(line) }
        #expect(LastWords.among(entries, in: room.discussion).map(\.number) == [1])
    }
}
