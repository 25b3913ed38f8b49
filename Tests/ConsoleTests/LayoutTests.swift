import Console
import Testing

@Suite struct `Breaking lines` {
    @Test func `lines are broken between words`() {
        let text = "The bot says what it heard and asks who sees it otherwise."
        #expect(
            Layout.wrap(text, columns: 20) == [
                "The bot says what it", "heard and asks who", "sees it otherwise.",
            ])
    }

    @Test func `a word that just fits is not moved, and spaces at a break vanish`() {
        #expect(Layout.wrap("aaaaa bbbb   ccccc", columns: 10) == ["aaaaa bbbb", "ccccc"])
        #expect(Layout.wrap("aaaaaaaaaa bbb", columns: 10) == ["aaaaaaaaaa", "bbb"])
    }

    @Test func `a word longer than a line is cut`() {
        #expect(Layout.wrap("aa bbbbbbbbbbbbbbb", columns: 10) == ["aa", "bbbbbbbbbb", "bbbbb"])
        #expect(Layout.wrap("山田山田山田", columns: 11) == ["山田山田山", "田"])
    }

    @Test func `line breaks and spaces inside a line are kept`() {
        #expect(Layout.wrap("  a   b\n\nc", columns: 20) == ["  a   b", "", "c"])
        #expect(Layout.wrap("", columns: 20) == [""])
        #expect(Layout.wrap("a\r\nb", columns: nil) == ["a", "b"])
    }

    @Test func `later lines may hang`() {
        #expect(
            Layout.wrap("#14 said again and again", columns: 12, hangingIndent: 4) == [
                "#14 said", "    again", "    and", "    again",
            ])
    }

    @Test func `a window of no width still shows everything`() {
        #expect(Layout.wrap("abcdefghijkl", columns: 0) == ["abcdefghij", "kl"])
        #expect(
            Layout.wrap("abcdef ghijkl", columns: -3, hangingIndent: 99) == [
                "abcdef", "     ghijk", "     l",
            ])
    }

    @Test(arguments: [10, 11, 17, 40, 80])
    func `no line is wider than the window and no word is lost`(columns: Int) {
        let words =
            "Zoë said 山田太郎 \u{1B}[2J agreed, 👩🏽‍⚕️ and averyverylongwordindeed e\u{301}\u{202E} 🇬🇧 too"
        for length in 1...words.count {
            let text = String(words.prefix(length))
            let lines = Layout.wrap(text, columns: columns)
            #expect(lines.allSatisfy { VisibleText.width(of: $0) <= columns })
            #expect(lines.joined().filter { $0 != " " } == VisibleText.of(text).filter { $0 != " " })
        }
    }

    @Test func `style does not change where lines break`() {
        let spans = [
            Span("Gauge: ", .bold), Span("how far along are we with this area?"), Span(" (12 min)", .dim),
        ]
        let lines = Layout.wrap(spans, columns: 20)
        let plain = Layout.wrap(spans.map(\.text).joined(), columns: 20)
        #expect(lines.map { $0.map(\.text).joined() } == plain)
        #expect(lines.first?.first == Span("Gauge: ", .bold))
        #expect(lines.last?.last == Span(" (12 min)", .dim))
    }
}
