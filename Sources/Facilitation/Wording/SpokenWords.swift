/// A first look at a line for the state machine, in one pass over its bytes: how much was said, and whether words may be
/// among it with which somebody speaks for everybody. Most lines have none, and then they are not taken apart for it.
struct SpokenWords {
    /// Runs of anything but white space.
    private(set) var count = 0
    private(set) var mayClaimConsensus = false

    init(_ text: String) {
        var isInWord = false
        var hash = WordHash()
        for byte in text.utf8 {
            let isLetter = (byte | 0x20) >= UInt8(ascii: "a") && (byte | 0x20) <= UInt8(ascii: "z")
            if isLetter {
                hash.add(byte | 0x20)
            } else {
                check(&hash)
            }
            let isSpace = byte <= 0x20
            if !isSpace, !isInWord { count += 1 }
            isInWord = !isSpace
        }
        check(&hash)
    }

    private mutating func check(_ hash: inout WordHash) {
        mayClaimConsensus = mayClaimConsensus || SpokenWords.signs.contains(hash.value)
        hash = WordHash()
    }

    /// One of these is in every phrase of `FalseConsensus`; a test sees to it.
    static let signWords = WordSet(
        "all everyone everyones everybody everybodys nobody disagrees consensus settled agreed unanimous objections")
    private static let signs = signWords.words.map(WordHash.of)
}
