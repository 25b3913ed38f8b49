/// A set of folded words, written as one text with spaces between them. Asked of every word of every line.
struct WordSet: Sendable {
    let words: [String]
    private let keys: [WordKey]
    /// Open addressing: as many slots as a power of two, at most half of them full; an index into `keys`, or -1.
    private let slots: [Int16]
    private let mask: Int
    /// A bit for each word: most of what is asked is known at once not to be here.
    private let sieve: UInt64

    init(_ text: String) {
        self.init(words: text.split { $0 == " " || $0 == "\n" }.map(String.init))
    }

    init(words: [String]) {
        self.words = words
        keys = words.map { WordKey($0) }
        var size = 4
        while size < 2 * keys.count { size *= 2 }
        var slots = [Int16](repeating: -1, count: size)
        for (index, key) in keys.enumerated() {
            var slot = Int(truncatingIfNeeded: key.hash) & (size - 1)
            while slots[slot] >= 0 { slot = (slot + 1) & (size - 1) }
            slots[slot] = Int16(index)
        }
        self.slots = slots
        mask = size - 1
        sieve = keys.reduce(0) { $0 | $1.sieveBit }
    }

    @inline(__always)
    func contains(_ word: Words.Word) -> Bool { contains(word.key) }

    @inline(__always)
    func contains(_ key: WordKey) -> Bool { sieve & key.sieveBit != 0 && isFound(key) }

    private func isFound(_ key: WordKey) -> Bool {
        var slot = Int(truncatingIfNeeded: key.hash) & mask
        while true {
            let index = Int(slots[slot])
            if index < 0 { return false }
            if keys[index] == key { return true }
            slot = (slot + 1) & mask
        }
    }
}
