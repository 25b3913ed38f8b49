import LineProtocol
import Testing

private let mark = "\u{FEFF}"

@Suite struct ModeSnifferTests {
    @Test(arguments: [
        ("{\"op\"", ConnectionMode.protocolLines), (" \r\n\t{", .protocolLines), (mark + "{", .protocolLines),
        (mark + "\n {", .protocolLines), ("Ann: {", .text), ("/join", .text), ("[", .text),
        (mark + "a", .text),
        (mark + mark + "{", .text), ("\u{F123}{", .text), ("\u{0}{", .text), ("\u{A0}{", .text),
    ])
    func `the first byte that is not blank decides`(text: String, expected: ConnectionMode) {
        var whole = ModeSniffer()
        #expect(whole.feed(Array(text.utf8)) == expected)
        var bytewise = ModeSniffer()
        for byte in text.utf8 { _ = bytewise.feed([byte]) }
        #expect(bytewise.mode == expected)
    }

    @Test func `blank bytes decide nothing, and a decision stays`() {
        var sniffer = ModeSniffer()
        #expect(sniffer.feed(Array("\n \r\n\t".utf8)) == nil)
        #expect(sniffer.feed(Array("a".utf8)) == .text)
        #expect(sniffer.feed(Array("{".utf8)) == .text)
    }
}
