/// A folded word as a plain value of sixteen bytes: compared in one step, and copied without counting references.
///
/// Of a word of more than fifteen bytes it keeps the first eight, the last three and a hash of the whole; all such words
/// that the reader knows differ in these. `Words.text(_:)` gives every word whole.
struct WordKey: Hashable, Sendable, BitwiseCopyable, ExpressibleByStringLiteral {
    /// The first eight bytes, the first of them lowest.
    private var low: UInt64
    /// Seven more bytes, and on top the length, or `long`.
    private var high: UInt64

    static let wholeMax = 15
    private static let long: UInt64 = 0xFF
    static let empty = WordKey(low: 0, high: 0)

    private init(low: UInt64, high: UInt64) {
        self.low = low
        self.high = high
    }

    @inline(__always)
    init(bytes: UnsafeBufferPointer<UInt8>) {
        guard bytes.count <= WordKey.wholeMax else {
            self = WordKey(long: bytes)
            return
        }
        var low: UInt64 = 0
        var high = UInt64(truncatingIfNeeded: bytes.count) << 56
        var index = 0
        while index < bytes.count {
            let byte = UInt64(bytes[index])
            if index < 8 { low |= byte << (UInt64(index) &* 8) } else { high |= byte << (UInt64(index - 8) &* 8) }
            index += 1
        }
        self.init(low: low, high: high)
    }

    private init(long bytes: UnsafeBufferPointer<UInt8>) {
        var hash: UInt32 = 0x811C_9DC5
        for byte in bytes { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
        var low: UInt64 = 0
        for index in 0..<8 { low |= UInt64(bytes[index]) << UInt64(index * 8) }
        var high = WordKey.long << 56 | UInt64(hash)
        for index in 0..<3 { high |= UInt64(bytes[bytes.count - 3 + index]) << UInt64(32 + index * 8) }
        self.init(low: low, high: high)
    }

    init(_ text: some StringProtocol) {
        var text = String(text)
        self = text.withUTF8 { WordKey(bytes: $0) }
    }

    @inline(__always)
    init(stringLiteral literal: StaticString) {
        self = literal.withUTF8Buffer { WordKey(bytes: $0) }
    }

    @inline(__always)
    static func == (left: WordKey, right: WordKey) -> Bool {
        (left.low ^ right.low) | (left.high ^ right.high) == 0
    }

    /// Spreads words over slots.
    @inline(__always)
    var hash: UInt64 {
        let mixed = (low ^ (high &* 0x9E37_79B9_7F4A_7C15)) &* 0xBF58_476D_1CE4_E5B9
        return mixed ^ (mixed >> 32)
    }

    /// One of 64 bits, by which a set of words knows at once that most words are not in it.
    @inline(__always)
    var sieveBit: UInt64 { 1 &<< (((low ^ high) &* 0x9E37_79B9_7F4A_7C15) &>> 58) }

    var isEmpty: Bool { self == .empty }
    /// Whether all of the word is here.
    var isWhole: Bool { high >> 56 != WordKey.long }
    /// In bytes; one more than `wholeMax` for any longer word.
    var count: Int { isWhole ? Int(high >> 56) : WordKey.wholeMax + 1 }
    var first: UInt8? { isEmpty ? nil : UInt8(truncatingIfNeeded: low) }
    var last: UInt8? {
        if isWhole { return count == 0 ? nil : byte(count - 1) }
        return UInt8(truncatingIfNeeded: high >> 48)
    }

    private func byte(_ index: Int) -> UInt8 {
        UInt8(truncatingIfNeeded: index < 8 ? low >> UInt64(index * 8) : high >> UInt64((index - 8) * 8))
    }

    /// Three bytes alike in a row, in a word that is whole.
    var holdsLetter: Bool {
        guard isWhole, count > 3 else { return false }
        return (2..<count).contains { byte($0) == byte($0 - 1) && byte($0) == byte($0 - 2) }
    }

    /// - Parameter prefix: in a word of more than fifteen bytes it is found when it has eight at most.
    func hasPrefix(_ prefix: WordKey) -> Bool {
        guard prefix.count <= (isWhole ? count : 8) else { return false }
        return (0..<prefix.count).allSatisfy { byte($0) == prefix.byte($0) }
    }

    /// - Parameter suffix: in a word of more than fifteen bytes it is found when it has three at most.
    func hasSuffix(_ suffix: WordKey) -> Bool {
        guard isWhole else {
            return suffix.count <= 3
                && (0..<suffix.count).allSatisfy {
                    suffix.byte($0) == UInt8(truncatingIfNeeded: high >> UInt64(32 + (3 - suffix.count + $0) * 8))
                }
        }
        guard suffix.count <= count else { return false }
        return (0..<suffix.count).allSatisfy { byte(count - suffix.count + $0) == suffix.byte($0) }
    }

    /// The word without its last bytes; nil when not all of it is here.
    func dropLast(_ dropped: Int = 1) -> WordKey? {
        guard isWhole, dropped <= count else { return nil }
        let left = UInt64(count - dropped)
        let lowMask = left >= 8 ? UInt64.max : (UInt64(1) << (left &* 8)) &- 1
        let highMask = left <= 8 ? 0 : (UInt64(1) << ((left &- 8) &* 8)) &- 1
        return WordKey(low: low & lowMask, high: high & highMask | left << 56)
    }

    /// The number that the bytes from a place on spell.
    func integer(from start: Int = 0) -> Int? {
        guard isWhole, start < count else { return nil }
        var value = 0
        for index in start..<count {
            guard case UInt8(ascii: "0")...UInt8(ascii: "9") = byte(index) else { return nil }
            value = value * 10 + Int(byte(index) - UInt8(ascii: "0"))
        }
        return value
    }

    /// The word; nil when not all of it is here.
    var text: String? {
        guard isWhole else { return nil }
        return String(unsafeUninitializedCapacity: WordKey.wholeMax) { buffer in
            for index in 0..<count { buffer[index] = byte(index) }
            return count
        }
    }
}
