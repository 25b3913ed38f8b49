import JSONText
import Testing

/// All lines of a stream that arrives in chunks of a given size.
private func lines(_ bytes: [UInt8], chunk: Int, lineLimit: Int = 65_536) -> [LineSplitter.Line] {
    var splitter = LineSplitter(lineLimit: lineLimit)
    var lines: [LineSplitter.Line] = []
    for start in stride(from: 0, to: bytes.count, by: chunk) {
        lines += splitter.feed(Array(bytes[start..<min(start + chunk, bytes.count)]))
    }
    if let last = splitter.finish() { lines.append(last) }
    return lines
}

/// The lines of a stream, having checked that they do not depend on the chunks it comes in.
private func lines(_ bytes: [UInt8], lineLimit: Int = 65_536) -> [LineSplitter.Line] {
    let whole = lines(bytes, chunk: max(1, bytes.count), lineLimit: lineLimit)
    for chunk in [1, 2, 3, 7, 1000] where chunk < bytes.count {
        #expect(lines(bytes, chunk: chunk, lineLimit: lineLimit) == whole, "in chunks of \(chunk)")
    }
    return whole
}

private func lines(_ text: String, lineLimit: Int = 65_536) -> [LineSplitter.Line] {
    lines(Array(text.utf8), lineLimit: lineLimit)
}

private func complete(_ number: Int, _ text: String) -> LineSplitter.Line {
    .complete(lineNumber: number, bytes: Array(text.utf8))
}

private let mark = "\u{FEFF}"

@Suite struct LineSplitterTests {
    @Test func `two messages in one read are two lines`() {
        var splitter = LineSplitter()
        let message = #"{"op":"ping"}"#
        #expect(
            splitter.feed(Array("\(message)\n\(message)\n".utf8)) == [
                complete(1, message), complete(2, message),
            ])
        #expect(splitter.finish() == nil)
    }

    @Test func `a line is delivered with its last byte and not before`() {
        var splitter = LineSplitter()
        for byte in "{\"op\":\"é\"}".utf8 { #expect(splitter.feed([byte]).isEmpty) }
        #expect(splitter.feed([0x0A]) == [complete(1, "{\"op\":\"é\"}")])
        #expect(splitter.feed([]).isEmpty)
    }

    @Test func `one carriage return before the line end is dropped, others stay`() {
        #expect(
            lines("a\r\nb\r\r\nc\rd\n\re\nf\r")
                == [
                    complete(1, "a"), complete(2, "b\r"), complete(3, "c\rd"), complete(4, "\re"),
                    complete(5, "f"),
                ])
    }

    @Test func `blank lines are passed over and counted`() {
        #expect(lines("\n\r\na\n \t \n\n  b \n\n") == [complete(3, "a"), complete(6, "  b ")])
        #expect(lines("").isEmpty)
        #expect(lines("\n\r\n \r").isEmpty)
    }

    @Test func `an unfinished last line is delivered at the end`() {
        #expect(lines("a\nb") == [complete(1, "a"), complete(2, "b")])
        #expect(lines("a\n{\"op\":") == [complete(1, "a"), complete(2, "{\"op\":")])
    }

    @Test func `one byte order mark is dropped, at the start of the stream only`() {
        #expect(lines(mark + "{}\n") == [complete(1, "{}")])
        #expect(lines(mark + "\n" + mark + "a\n") == [complete(2, mark + "a")])
        #expect(lines(mark + mark + "a") == [complete(1, mark + "a")])
        #expect(lines("a" + mark + "\n") == [complete(1, "a" + mark)])
        #expect(lines(mark).isEmpty)
    }

    @Test func `half a byte order mark is kept as the rubbish it is`() {
        #expect(
            lines([0xEF, 0xBB, 0x0A, 0x61]) == [
                .invalidUTF8(lineNumber: 1, bytes: [0xEF, 0xBB]), complete(2, "a"),
            ])
        #expect(lines([0xEF]) == [.invalidUTF8(lineNumber: 1, bytes: [0xEF])])
        // U+F123 begins with the same byte.
        #expect(lines("\u{F123}\n") == [complete(1, "\u{F123}")])
    }

    @Test func `a line that is not UTF-8 is told apart and the next one is read`() {
        let bytes: [UInt8] = [0x7B, 0xFF, 0x7D, 0x0D, 0x0A, 0xC3, 0x0A, 0x62, 0x0A]
        #expect(
            lines(bytes)
                == [
                    .invalidUTF8(lineNumber: 1, bytes: [0x7B, 0xFF, 0x7D]),
                    .invalidUTF8(lineNumber: 2, bytes: [0xC3]),
                    complete(3, "b"),
                ])
    }

    @Test func `rubbish after a message is a line of its own fate`() {
        #expect(lines("{}\u{0}\u{1B}[2J\n{}\n") == [complete(1, "{}\u{0}\u{1B}[2J"), complete(2, "{}")])
    }

    /// Linear congruential (Knuth, MMIX), so that the same streams come every time.
    @Test func `any stream gives the same lines however it is cut`() {
        let alphabet: [[UInt8]] = [
            [0x0A], [0x0A], [0x0D], [0x20], [0x61], [0x61, 0x62, 0x63], [0xC3], [0xA9], [0xEF, 0xBB, 0xBF],
            [0xEF],
        ]
        var state: UInt64 = 2026
        for _ in 0..<300 {
            var stream: [UInt8] = []
            for _ in 0..<60 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                stream += alphabet[Int(state >> 33) % alphabet.count]
            }
            let found = lines(stream, lineLimit: 16)
            #expect(found.count <= stream.count { $0 == 0x0A } + 1)
            #expect(found.map(\.lineNumber) == found.map(\.lineNumber).sorted())
        }
    }

    @Test func `after the end the splitter begins anew`() {
        var splitter = LineSplitter()
        _ = splitter.feed(Array("a\nb".utf8))
        #expect(splitter.finish() == complete(2, "b"))
        #expect(splitter.feed(Array((mark + "c\n").utf8)) == [complete(1, "c")])
    }
}

@Suite struct LineSplitterLimitTests {
    @Test(arguments: ["\n", "\r\n", "", "\r"])
    func `a line of exactly the limit passes, one byte more does not`(lineEnd: String) {
        let fitting = String(repeating: "x", count: 20)
        #expect(lines(fitting + lineEnd, lineLimit: 20) == [complete(1, fitting)])
        let prefix = Array(fitting.utf8)
        #expect(lines(fitting + "y" + lineEnd, lineLimit: 20) == [.tooLong(lineNumber: 1, prefix: prefix)])
        #expect(lines(fitting + "\ry" + lineEnd, lineLimit: 20) == [.tooLong(lineNumber: 1, prefix: prefix)])
    }

    @Test func `a line that is too long is told of once, and the next one is read`() {
        let long = String(repeating: "é", count: 40_000)
        let expected: [LineSplitter.Line] = [
            complete(1, "a"), .tooLong(lineNumber: 2, prefix: Array(Array(long.utf8).prefix(1024))),
            complete(3, "b"),
        ]
        #expect(lines("a\n\(long)\nb\n") == expected)
        #expect(lines("a\n\(long)\r\nb") == expected)
        #expect(lines("a\n\(long)") == Array(expected.prefix(2)))
    }

    @Test func `the limit of the protocol is 65,536 bytes, the byte order mark aside`() {
        let fitting = String(repeating: "x", count: 65_536)
        #expect(lines(mark + fitting + "\r\n") == [complete(1, fitting)])
        #expect(
            lines(fitting + "x\n") == [.tooLong(lineNumber: 1, prefix: Array(repeating: 0x78, count: 1024))])
    }

    @Test func `a line that never ends is told of before it ends`() {
        var splitter = LineSplitter()
        let chunk = [UInt8](repeating: 0x78, count: 4096)
        var told = 0
        for _ in 0..<2_000 { told += splitter.feed(chunk).count }
        #expect(told == 1)
        #expect(splitter.feed([0x0A]).isEmpty)
        #expect(splitter.feed(Array("b\n".utf8)) == [complete(2, "b")])
    }
}

@Suite struct LineSplitterBlankLineTests {
    private func lines(_ text: String) -> [LineSplitter.Line] {
        var splitter = LineSplitter(blankLines: .delivered)
        let whole = splitter.feed(Array(text.utf8))
        return whole + [splitter.finish()].compactMap(\.self)
    }

    @Test func `blank lines are delivered where they are wanted, and nothing after the last line end`() {
        #expect(lines("a\n\r\n \t\nb\n") == [complete(1, "a"), complete(2, ""), complete(3, " \t"), complete(4, "b")])
        #expect(lines("") == [])
        #expect(lines("\n") == [complete(1, "")])
        #expect(lines("\r") == [complete(1, "")])
    }

    @Test func `after the end they are delivered still`() {
        var splitter = LineSplitter(blankLines: .delivered)
        _ = splitter.finish()
        #expect(splitter.feed([0x0A]) == [complete(1, "")])
    }
}
