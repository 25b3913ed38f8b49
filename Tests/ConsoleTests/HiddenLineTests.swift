import Testing

@testable import Console

@Suite struct `Hidden keys` {
    private func outcome(_ keys: [UInt8]) -> HiddenLine.Outcome {
        var line = HiddenLine()
        for key in keys {
            let outcome = line.take(key)
            if outcome != .goesOn { return outcome }
        }
        return .goesOn
    }

    private func outcome(_ keys: String) -> HiddenLine.Outcome { outcome(Array(keys.utf8)) }

    @Test(arguments: [
        ("established\r", "established"), ("abc\n", "abc"), ("abcd\u{7F}\u{8}x\r", "abx"),
        ("zoë\u{7F}e\r", "zoe"),
        ("👩🏽‍⚕️\u{7F}a\r", "a"), ("wrong\u{15}right\r", "right"),
        ("a\u{1B}[Ab\u{1B}[1;5Cc\u{1B}OHd\r", "abcd"),
        ("a\u{1}\u{4}b\r", "ab"), ("\u{7F}\r", ""), ("a\u{1B}\r", "a"),
    ])
    func `keys make a line`(keys: String, line: String) {
        #expect(outcome(keys) == .line(line))
    }

    @Test func `Ctrl-D ends an empty line only`() {
        #expect(outcome("\u{4}") == .ended)
        #expect(outcome("a\u{7F}\u{4}") == .ended)
        #expect(outcome("a\u{4}") == .goesOn)
    }

    @Test func `what is no text, or too long, is reported`() {
        #expect(outcome([0x61, 0xFF, 0x0D]) == .unreadable(.notUTF8))
        let limit = 65_536
        let long = [UInt8](repeating: 0x61, count: limit + 2)
        #expect(outcome(long + [0x0D]) == .unreadable(.tooLong(limit: limit)))
        let mended = outcome(long + [0x7F, 0x7F, 0x0D])
        #expect(mended == .line(String(repeating: "a", count: limit)))
    }
}
