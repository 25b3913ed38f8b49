import Console
import Testing

@Suite struct `Cutting a stream into lines` {
    private func lines(_ bytes: [UInt8], pieces: Int? = nil) -> [Result<String, LineProblem>] {
        var splitter = LineSplitter()
        var lines: [Result<String, LineProblem>] = []
        let size = pieces ?? max(1, bytes.count)
        for start in stride(from: 0, to: bytes.count, by: size) {
            splitter.feed(bytes[start..<min(start + size, bytes.count)])
            while let line = splitter.next() { lines.append(line) }
        }
        splitter.finish()
        while let line = splitter.next() { lines.append(line) }
        return lines
    }

    private static let stream = Array("\u{FEFF}one\r\ntwo\n\nzoë 山田\r\r\nlast".utf8)

    @Test(arguments: [1, 2, 3, 5, 1000])
    func `lines are the same whatever the size of the pieces`(pieces: Int) {
        let expected = ["one", "two", "", "zoë 山田\r", "last"]
        #expect(lines(Self.stream, pieces: pieces) == expected.map { .success($0) })
    }

    @Test func `a byte order mark is dropped at the start only`() {
        #expect(lines(Array("\u{FEFF}a\n\u{FEFF}b\n".utf8)) == [.success("a"), .success("\u{FEFF}b")])
        #expect(lines([0xEF, 0xBB]) == [.failure(.notUTF8(offset: 0))])
    }

    @Test func `a line that ends with the stream is whole, an empty rest is none`() {
        #expect(lines(Array("a\n".utf8)) == [.success("a")])
        #expect(lines(Array("a".utf8)) == [.success("a")])
        #expect(lines([]) == [])
        #expect(lines([0x0A]) == [.success("")])
        #expect(lines([0x0D]) == [.success("")])
    }

    @Test func `a line that is not UTF-8 is reported and its neighbours are kept`() {
        let bytes = Array("ab\u{E9}".utf8) + [0xFF, 0x61, 0x0A] + Array("next\n".utf8)
        #expect(lines(bytes) == [.failure(.notUTF8(offset: 4)), .success("next")])
        #expect(lines(bytes, pieces: 1) == [.failure(.notUTF8(offset: 4)), .success("next")])
        // Surrogates and overlong forms are no UTF-8 either.
        #expect(lines([0xED, 0xA0, 0x80, 0x0A]) == [.failure(.notUTF8(offset: 0))])
        #expect(lines([0x61, 0xC0, 0xAF]) == [.failure(.notUTF8(offset: 1))])
    }

    @Test(arguments: [1, 4096, 1_000_000])
    func `a line over the limit is reported with its length and its neighbours are kept`(pieces: Int) {
        let limit = LineSplitter.lineBytesMax
        let fits = [UInt8](repeating: 0x61, count: limit)
        #expect(
            lines(fits + [0x0D, 0x0A], pieces: pieces) == [.success(String(repeating: "a", count: limit))])
        let marked = [0xEF, 0xBB, 0xBF] + fits + [0x0D, 0x0A]
        #expect(lines(marked, pieces: pieces) == [.success(String(repeating: "a", count: limit))])
        let over = fits + [0x61, 0x0A] + Array("next".utf8)
        let problem = LineProblem.tooLong(bytes: limit + 1, limit: limit)
        #expect(lines(over, pieces: pieces) == [.failure(problem), .success("next")])
        let farOver = fits + fits + fits + [0x0A, 0x62]
        let far = LineProblem.tooLong(bytes: 3 * limit, limit: limit)
        #expect(lines(farOver, pieces: pieces) == [.failure(far), .success("b")])
    }
}
