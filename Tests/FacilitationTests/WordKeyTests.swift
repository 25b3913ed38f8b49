import Testing

@testable import Facilitation

@Suite("The key of a word")
struct WordKeyTests {
    private static let words = [
        "", "a", "so", "agreed", "majority", "objection", "reservation", "representative", "fifteen-letters",
        "sixteen-letters!", "disproportionately", "transubstantiation", "2027", "31st", "s14", "🙄",
    ]

    @Test func `words are equal when their letters are`() {
        for (left, first) in Self.words.enumerated() {
            for (right, second) in Self.words.enumerated() {
                #expect((WordKey(first) == WordKey(second)) == (left == right), "\(first), \(second)")
            }
        }
        #expect(WordKey("agreed") == "agreed")
        #expect(WordKey("disproportionately") == "disproportionately")
    }

    @Test func `a long word differs from one that is changed anywhere`() {
        let word = Array("disproportionately".utf8)
        for index in word.indices {
            var other = word
            other[index] ^= 1
            #expect(WordKey(String(decoding: other, as: UTF8.self)) != "disproportionately")
        }
    }

    @Test func `beginnings and endings are those of the text`() {
        let pieces = ["", "a", "reservatio", "ly", "ed", "agreed", "dis", "ajority", "tion", "31", "st"]
        for word in Self.words {
            let key = WordKey(word)
            for piece in pieces {
                #expect(key.hasPrefix(WordKey(piece)) == word.hasPrefix(piece), "\(word) \(piece)")
                guard key.isWhole || piece.utf8.count <= 3 else { continue }
                #expect(key.hasSuffix(WordKey(piece)) == word.hasSuffix(piece), "\(word) \(piece)")
            }
            #expect(key.first == word.utf8.first)
            #expect(key.last == word.utf8.last)
        }
    }

    @Test func `short words can be cut and read back`() {
        for word in Self.words where word.utf8.count <= WordKey.wholeMax {
            #expect(WordKey(word).text == word)
            #expect(WordKey(word).count == word.utf8.count)
            if !word.isEmpty, word != "🙄" { #expect(WordKey(word).dropLast() == WordKey(word.dropLast())) }
        }
        #expect(WordKey("majority").dropLast(8) == "")
        #expect(WordKey("objections").dropLast(2) == "objectio")
        #expect(WordKey("a").dropLast(2) == nil)
        #expect(WordKey("disproportionately").text == nil)
        #expect(WordKey("disproportionately").dropLast() == nil)
    }

    @Test func `numbers are read from any place`() {
        #expect(WordKey("2027").integer() == 2027)
        #expect(WordKey("s14").integer() == nil)
        #expect(WordKey("s14").integer(from: 1) == 14)
        #expect(WordKey("s").integer(from: 1) == nil)
        #expect(WordKey("1.5").integer() == nil)
        #expect(WordKey("").integer() == nil)
    }

    @Test func `all words that the reader knows have keys of their own`() {
        let words = Set(Lexicon.shared.words)
        #expect(words.count == Lexicon.shared.words.count)
        #expect(Set(words.map { WordKey($0) }).count == words.count)
    }

    @Test func `a line gives its long words whole`() {
        let words = Words("Disproportionately's a Wordlikethatofmine")
        #expect(words.text(0) == "disproportionatelys")
        #expect(words.nameKey(0) == "disproportionately")
        #expect(words.text(2) == "wordlikethatofmine")
    }
}
