/// A first look at a line for the state machine, in one pass over its bytes: how much was said, and whether words may be
/// among it with which somebody speaks for everybody. Most lines have none, and then they are not taken apart for it.
struct SpokenWords {
    /// Runs of anything but white space.
    private(set) var count = 0
    private(set) var mayClaimConsensus = false

    init(_ text: String) {
        var isInWord = false
        var word: UInt64 = 0
        var length: UInt64 = 0
        for byte in text.utf8 {
            let lower = byte | 0x20
            if lower >= UInt8(ascii: "a"), lower <= UInt8(ascii: "z") {
                if length < 64 { word |= UInt64(lower) << length }
                length += 8
            } else if length > 0 {
                check(word)
                word = 0
                length = 0
            }
            let isSpace = byte <= 0x20
            if !isSpace, !isInWord { count += 1 }
            isInWord = !isSpace
        }
        check(word)
    }

    private mutating func check(_ word: UInt64) {
        guard !mayClaimConsensus, SpokenWords.sieve & SpokenWords.bit(word) != 0 else { return }
        mayClaimConsensus = SpokenWords.signs.contains(word)
    }

    /// One of these is in every phrase of `FalseConsensus`; a test sees to it.
    static let signWords = WordSet(
        "all everyone everyones everybody everybodys nobody disagrees consensus settled agreed unanimous objections")
    /// Their first eight bytes.
    private static let signs = signWords.words.map { word in
        word.utf8.prefix(8).enumerated().reduce(into: UInt64(0)) { $0 |= UInt64($1.element) << UInt64($1.offset * 8) }
    }
    /// A bit for each sign, so that most words are known not to be one at once.
    private static let sieve = signs.reduce(0) { $0 | bit($1) }
    @inline(__always)
    private static func bit(_ word: UInt64) -> UInt64 { 1 << ((word &* 0x9E37_79B9_7F4A_7C15) >> 58) }
}
