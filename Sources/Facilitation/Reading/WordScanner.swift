/// Makes words of a text, in one pass over its bytes.
struct WordScanner {
    private let source: UnsafeBufferPointer<UInt8>
    private var offset = 0
    private var words: [Words.Word] = []
    /// The folded bytes of the word being scanned.
    private var bytes: [UInt8] = []
    private var hashBefore = false

    private init(_ source: UnsafeBufferPointer<UInt8>) {
        self.source = source
        words.reserveCapacity(source.count / 4 + 2)
        bytes.reserveCapacity(32)
    }

    static func scan(_ text: String) -> [Words.Word] {
        var text = text
        return text.withUTF8 { source in
            var scanner = WordScanner(source)
            scanner.scan()
            return scanner.words
        }
    }

    private mutating func scan() {
        while let scalar = scalar(at: offset) {
            let start = offset
            bytes.removeAll(keepingCapacity: true)
            switch Folding.append(scalar, to: &bytes) {
            case .letter: scanWord(isNumber: false, first: scalar)
            case .digit: scanWord(isNumber: true, first: scalar)
            case .space, .ignored: step(over: scalar)
            case .newline:
                step(over: scalar)
                add(.mark, "\n", from: start)
            case .apostrophe:
                step(over: scalar)
                add(.mark, "'", from: start)
            case .mark:
                step(over: scalar)
                scanMark(from: start)
            case .emoji:
                step(over: scalar)
                add(.emoji, String(decoding: bytes, as: UTF8.self), from: start)
            }
        }
    }

    /// The scalar whose bytes start here; nil at the end. The bytes are a string's, so they are well formed.
    @inline(__always)
    private func scalar(at offset: Int) -> Unicode.Scalar? {
        guard offset < source.count else { return nil }
        let first = source[offset]
        if first < 0x80 { return Unicode.Scalar(first) }
        return longScalar(first, at: offset)
    }

    private func longScalar(_ first: UInt8, at offset: Int) -> Unicode.Scalar? {
        func low(_ step: Int) -> UInt32 {
            offset + step < source.count ? UInt32(source[offset + step] & 0x3F) : 0
        }
        let value: UInt32 =
            if first < 0xE0 {
                UInt32(first & 0x1F) << 6 | low(1)
            } else if first < 0xF0 {
                UInt32(first & 0x0F) << 12 | low(1) << 6 | low(2)
            } else {
                UInt32(first & 0x07) << 18 | low(1) << 12 | low(2) << 6 | low(3)
            }
        return Unicode.Scalar(value)
    }

    @inline(__always)
    private mutating func step(over scalar: Unicode.Scalar) { offset += UTF8.width(scalar) }

    private mutating func scanMark(from start: Int) {
        if bytes.count == 1 {
            switch bytes[0] {
            case UInt8(ascii: "#"):
                hashBefore = true
                return
            case UInt8(ascii: "-"): bytes[0] = Folding.dash
            default: break
            }
        }
        add(.mark, String(decoding: bytes, as: UTF8.self), from: start)
    }

    /// From a letter or digit to the end of its word. The first scalar is already in `bytes`.
    private mutating func scanWord(isNumber: Bool, first: Unicode.Scalar) {
        let start = offset
        var apostropheAt = -1
        var isGlued = false
        step(over: first)
        scanning: while let scalar = scalar(at: offset) {
            let before = bytes.count
            switch Folding.append(scalar, to: &bytes) {
            case .letter, .digit, .ignored:
                step(over: scalar)
            case .apostrophe:
                guard isAlphanumeric(offset + UTF8.width(scalar)) else { break scanning }
                apostropheAt = before
                step(over: scalar)
            case .mark:
                let mark = bytes[before]
                let isSingle = bytes.count == before + 1
                bytes.removeLast(bytes.count - before)
                guard isSingle else { break scanning }
                let next = offset + UTF8.width(scalar)
                if isNumber, mark == UInt8(ascii: "."), isDigit(next) {
                    bytes.append(mark)
                } else if isNumber, mark == UInt8(ascii: ","), isThousands(next) {
                    // The comma of 1,150 is left out.
                } else if mark == UInt8(ascii: "-"), isAlphanumeric(next) {
                    isGlued = true
                } else {
                    break scanning
                }
                step(over: scalar)
                if isGlued { break scanning }
            case .space, .newline, .emoji:
                bytes.removeLast(bytes.count - before)
                break scanning
            }
        }
        add(isNumber ? .number : .word, String(decoding: bytes, as: UTF8.self), from: start)
        let last = words.count - 1
        words[last].isGlued = isGlued
        words[last].isCapital = !isNumber && WordScanner.isCapital(first)
        words[last].isPossessive =
            apostropheAt >= 0 && apostropheAt == bytes.count - 1 && bytes.last == UInt8(ascii: "s")
        if isGlued { words[last].end -= 1 }
    }

    private static func isCapital(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII ? ("A"..."Z").contains(scalar) : scalar.properties.isUppercase
    }

    private func kind(_ offset: Int) -> Folding.Kind? {
        guard let scalar = scalar(at: offset) else { return nil }
        var scratch: [UInt8] = []
        return Folding.append(scalar, to: &scratch)
    }
    private func isDigit(_ offset: Int) -> Bool { kind(offset) == .digit }
    private func isAlphanumeric(_ offset: Int) -> Bool {
        let kind = kind(offset)
        return kind == .letter || kind == .digit
    }
    private func isThousands(_ offset: Int) -> Bool {
        isDigit(offset) && isDigit(offset + 1) && isDigit(offset + 2) && !isAlphanumeric(offset + 3)
    }

    private mutating func add(_ kind: Words.Word.Kind, _ key: String, from start: Int) {
        let hash = WordHash.of(key)
        let number = Lexicon.shared.number(key, hash: hash)
        var word = Words.Word(kind: kind, key: key, hash: hash, number: number, start: start, end: offset)
        word.starts = Lexicon.shared.tables(startedBy: number)
        word.hasHash = hashBefore && kind == .number
        hashBefore = false
        words.append(word)
    }
}
