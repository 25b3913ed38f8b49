/// Makes words of a text, in one pass over its scalars.
struct WordScanner {
    private let scalars: [Unicode.Scalar]
    private var index = 0
    /// Bytes before `index`.
    private var offset = 0
    private var words: [Words.Word] = []
    private var bytes: [UInt8] = []
    private var hashBefore = false

    init(_ text: String) {
        scalars = Array(text.unicodeScalars)
        words.reserveCapacity(scalars.count / 5 + 4)
        bytes.reserveCapacity(24)
    }

    mutating func scan() -> [Words.Word] {
        while index < scalars.count {
            let start = offset
            let scalar = scalars[index]
            bytes.removeAll(keepingCapacity: true)
            switch Folding.append(scalar, to: &bytes) {
            case .letter: scanWord(isNumber: false)
            case .digit: scanWord(isNumber: true)
            case .space, .ignored: step()
            case .newline:
                step()
                add(.mark, "\n", from: start)
            case .apostrophe:
                step()
                add(.mark, "'", from: start)
            case .mark:
                step()
                scanMark(from: start)
            case .emoji:
                step()
                add(.emoji, String(decoding: bytes, as: UTF8.self), from: start)
            }
        }
        return words
    }

    private mutating func step() {
        offset += UTF8.width(scalars[index])
        index += 1
    }

    private mutating func scanMark(from start: Int) {
        if bytes == [UInt8(ascii: "#")] {
            hashBefore = true
            return
        }
        let isHyphen = bytes == [UInt8(ascii: "-")]
        add(.mark, isHyphen ? "~" : String(decoding: bytes, as: UTF8.self), from: start)
    }

    /// From a letter or digit to the end of its word. The first scalar is already in `bytes`.
    private mutating func scanWord(isNumber: Bool) {
        let start = offset
        let isCapital = WordScanner.isCapital(scalars[index])
        var apostropheAt = -1
        var isGlued = false
        step()
        scanning: while index < scalars.count {
            let before = bytes.count
            switch Folding.append(scalars[index], to: &bytes) {
            case .letter, .digit, .ignored:
                step()
            case .apostrophe:
                guard isAlphanumeric(index + 1) else { break scanning }
                apostropheAt = before
                step()
            case .mark:
                let mark = bytes[before]
                let isSingle = bytes.count == before + 1
                bytes.removeLast(bytes.count - before)
                guard isSingle else { break scanning }
                if isNumber, mark == UInt8(ascii: "."), isDigit(index + 1) {
                    bytes.append(mark)
                } else if isNumber, mark == UInt8(ascii: ","), isThousands(index + 1) {
                    // The comma of 1,150 is left out.
                } else if mark == UInt8(ascii: "-"), isAlphanumeric(index + 1) {
                    isGlued = true
                } else {
                    break scanning
                }
                step()
                if isGlued { break scanning }
            case .space, .newline, .emoji:
                bytes.removeLast(bytes.count - before)
                break scanning
            }
        }
        add(isNumber ? .number : .word, String(decoding: bytes, as: UTF8.self), from: start)
        let last = words.count - 1
        words[last].isGlued = isGlued
        words[last].isCapital = isCapital && !isNumber
        words[last].isPossessive =
            apostropheAt >= 0 && apostropheAt == bytes.count - 1 && bytes.last == UInt8(ascii: "s")
        if isGlued { words[last].end -= 1 }
    }

    private static func isCapital(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII ? ("A"..."Z").contains(scalar) : scalar.properties.isUppercase
    }

    private func kind(_ index: Int) -> Folding.Kind? {
        guard index < scalars.count else { return nil }
        var scratch: [UInt8] = []
        return Folding.append(scalars[index], to: &scratch)
    }
    private func isDigit(_ index: Int) -> Bool { kind(index) == .digit }
    private func isAlphanumeric(_ index: Int) -> Bool {
        let kind = kind(index)
        return kind == .letter || kind == .digit
    }
    private func isThousands(_ index: Int) -> Bool {
        isDigit(index) && isDigit(index + 1) && isDigit(index + 2) && !isAlphanumeric(index + 3)
    }

    private mutating func add(_ kind: Words.Word.Kind, _ key: String, from start: Int) {
        let id = Lexicon.id(key)
        var word = Words.Word(kind: kind, key: key, id: id, start: start, end: offset)
        word.hasHash = hashBefore && kind == .number
        hashBefore = false
        words.append(word)
    }
}
