/// A set of folded words, written as one text with spaces between them.
///
/// Asked of every word of every line, so a word brings its hash along and nothing is hashed twice. The words themselves are
/// compared too: a hash that somebody found to fit does not make a word a member.
struct WordSet: Sendable {
    let words: [String]
    /// Open addressing: as many slots as a power of two, at most half of them full; an index into `words`, or -1.
    private let slots: [Int16]
    private let mask: Int

    init(_ text: String) {
        self.init(words: text.split { $0 == " " || $0 == "\n" }.map(String.init))
    }

    init(words: [String]) {
        self.words = words
        var size = 4
        while size < 2 * words.count { size *= 2 }
        var slots = [Int16](repeating: -1, count: size)
        for (index, word) in words.enumerated() {
            var slot = Int(truncatingIfNeeded: WordHash.of(word)) & (size - 1)
            while slots[slot] >= 0 { slot = (slot + 1) & (size - 1) }
            slots[slot] = Int16(index)
        }
        self.slots = slots
        mask = size - 1
    }

    func contains(_ word: Words.Word) -> Bool { contains(word.key, hash: word.hash) }
    func contains(_ key: String) -> Bool { contains(key, hash: WordHash.of(key)) }

    func contains(_ key: String, hash: UInt64) -> Bool {
        var slot = Int(truncatingIfNeeded: hash) & mask
        while true {
            let index = Int(slots[slot])
            if index < 0 { return false }
            if words[index] == key { return true }
            slot = (slot + 1) & mask
        }
    }
}

/// FNV-1a over the bytes of a folded word, 64 bits, with its high half folded into the low one, by which slots are chosen.
struct WordHash {
    private var state: UInt64 = 0xCBF2_9CE4_8422_2325

    @inline(__always)
    mutating func add(_ byte: UInt8) { state = (state ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }

    @inline(__always)
    var value: UInt64 { state ^ (state >> 32) }

    static func of(_ word: String) -> UInt64 {
        var hash = WordHash()
        for byte in word.utf8 { hash.add(byte) }
        return hash.value
    }
}
