/// Makes words of a text, in one pass over its bytes.
///
/// Most lines are plain ASCII, whose letters are folded here byte by byte; `Folding` knows about all others.
struct WordScanner {
    private let source: UnsafeBufferPointer<UInt8>
    private var offset = 0
    private var words: [Words.Word] = []
    /// The folded bytes of the word being scanned: the first `count` of these.
    private let bytes: UnsafeMutableBufferPointer<UInt8>
    private var count = 0
    /// What `Folding` makes of one scalar.
    private var folded: [UInt8] = []
    private var hashBefore = false
    private let lexicon = Lexicon.shared

    /// Folding makes no more than this many bytes of one byte of a text.
    private static let longestFolding = 6

    private init(_ source: UnsafeBufferPointer<UInt8>, _ bytes: UnsafeMutableBufferPointer<UInt8>) {
        self.source = source
        self.bytes = bytes
        words.reserveCapacity(source.count / 4 + 2)
    }

    static func scan(_ text: String) -> [Words.Word] {
        var text = text
        return text.withUTF8 { source in
            withUnsafeTemporaryAllocation(of: UInt8.self, capacity: (source.count + 4) * longestFolding) { bytes in
                var scanner = WordScanner(source, bytes)
                scanner.scan()
                return scanner.words
            }
        }
    }

    private mutating func scan() {
        while offset < source.count {
            let start = offset
            count = 0
            switch take() {
            case .letter: scanWord(isNumber: false, from: start)
            case .digit: scanWord(isNumber: true, from: start)
            case .space, .ignored: break
            case .newline: addMark(UInt8(ascii: "\n"), from: start)
            case .apostrophe: if !completesClipped(at: start) { addMark(UInt8(ascii: "'"), from: start) }
            case .mark: scanMark(from: start)
            case .emoji: add(.emoji, from: start)
            }
        }
    }

    /// Folds the scalar at `offset` into `bytes`, goes past it, and says what it was.
    @inline(__always)
    private mutating func take() -> Folding.Kind {
        let byte = source[offset]
        let lower = byte | 0x20
        if lower >= UInt8(ascii: "a"), lower <= UInt8(ascii: "z") {
            bytes[count] = lower
            count += 1
            offset += 1
            return .letter
        }
        if byte == 0x20 {
            offset += 1
            return .space
        }
        return takeOther()
    }

    private mutating func takeOther() -> Folding.Kind {
        guard let scalar = scalar(at: offset) else {
            offset += 1
            return .ignored
        }
        folded.removeAll(keepingCapacity: true)
        let kind = Folding.append(scalar, to: &folded)
        for byte in folded where count < bytes.count {
            bytes[count] = byte
            count += 1
        }
        offset += UTF8.width(scalar)
        return kind
    }

    /// The scalar whose bytes start here; nil at the end. The bytes are a string's, so they are well formed.
    private func scalar(at offset: Int) -> Unicode.Scalar? {
        guard offset < source.count else { return nil }
        let first = source[offset]
        if first < 0x80 { return Unicode.Scalar(first) }
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

    private mutating func scanMark(from start: Int) {
        guard count == 1 else {
            add(.mark, from: start)
            return
        }
        switch bytes[0] {
        case UInt8(ascii: "#"): hashBefore = true
        case UInt8(ascii: "-"): addMark(Folding.dash, from: start)
        default: add(.mark, from: start)
        }
    }

    private mutating func addMark(_ mark: UInt8, from start: Int) {
        bytes[0] = mark
        count = 1
        add(.mark, from: start)
    }

    /// From a letter or digit, which is in `bytes` already, to the end of its word.
    private mutating func scanWord(isNumber: Bool, from start: Int) {
        var apostropheAt = -1
        var isGlued = false
        scanning: while offset < source.count {
            let before = (count: count, offset: offset)
            switch take() {
            case .letter, .digit, .ignored: break
            case .apostrophe:
                guard isAlphanumeric(offset) else {
                    (count, offset) = before
                    break scanning
                }
                apostropheAt = before.count
            case .mark:
                let mark = bytes[before.count]
                let isSingle = count == before.count + 1
                count = before.count
                if isSingle, isNumber, mark == UInt8(ascii: "."), isDigit(offset) {
                    count += 1
                } else if isSingle, isNumber, mark == UInt8(ascii: ","), isThousands(offset) {
                    // The comma of 1,150 is left out.
                } else if isSingle, mark == UInt8(ascii: "-"), isAlphanumeric(offset) {
                    isGlued = true
                    break scanning
                } else {
                    offset = before.offset
                    break scanning
                }
            case .space, .newline, .emoji:
                (count, offset) = before
                break scanning
            }
        }
        let isPossessive =
            apostropheAt >= 0 && apostropheAt == count - 1 && bytes[count - 1] == UInt8(ascii: "s")
        add(isNumber ? .number : .word, from: start)
        let last = words.count - 1
        words[last].isGlued = isGlued
        words[last].isCapital = !isNumber && isCapital(at: start)
        words[last].isPossessive = isPossessive
        if isGlued { words[last].end -= 1 }
    }

    private func isCapital(at offset: Int) -> Bool {
        let byte = source[offset]
        if byte < 0x80 { return byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") }
        return scalar(at: offset)?.properties.isUppercase ?? false
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

    /// *wi' Lee*, *o' mine*, *t' clinic*: an apostrophe that stands for letters left out, and no quotation mark.
    private mutating func completesClipped(at start: Int) -> Bool {
        guard let last = words.last, last.kind == .word, Int(last.end) == start else { return false }
        // *the carers' forum*: it belongs to several, where no quotation was opened.
        if last.key.hasSuffix("s"), !words.contains(where: { $0.isMark("'") }) {
            words[words.count - 1].end = Int32(offset)
            return true
        }
        guard let whole = Spellings.clipped[last.key] else { return false }
        // *'o'*: a letter in quotation marks.
        if words.count > 1, words[words.count - 2].isMark("'"), words[words.count - 2].end == last.start {
            return false
        }
        let known = lexicon.known(whole)
        words[words.count - 1].key = whole
        words[words.count - 1].number = known.number
        words[words.count - 1].cues = known.cues
        words[words.count - 1].end = Int32(offset)
        return true
    }

    /// *hear, hear* is one cheer, and not two clauses.
    private mutating func dropCommaBetweenCheers() {
        guard count == 4, let last = words.last, last.endsClause, words.count >= 2,
            words[words.count - 2].key == "hear",
            bytes[0..<4].elementsEqual("hear".utf8)
        else { return }
        words.removeLast()
    }

    private mutating func add(_ kind: Words.Word.Kind, from start: Int) {
        dropCommaBetweenCheers()
        let key = WordKey(bytes: UnsafeBufferPointer(rebasing: bytes[0..<count]))
        let known = lexicon.known(key)
        var word = Words.Word(
            key: key, number: known.number, cues: known.cues, start: Int32(start), end: Int32(offset), kind: kind)
        word.hasHash = hashBefore && kind == .number
        hashBefore = false
        if kind == .mark, count == 1 {
            switch bytes[0] {
            case UInt8(ascii: "."), UInt8(ascii: ";"), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "\n"):
                word.endsSentence = true
                word.endsClause = true
            case UInt8(ascii: ","), UInt8(ascii: ":"), Folding.dash, UInt8(ascii: "("), UInt8(ascii: ")"):
                word.endsClause = true
            default: break
            }
        }
        words.append(word)
    }
}
