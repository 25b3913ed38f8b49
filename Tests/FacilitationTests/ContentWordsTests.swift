import Testing

@testable import Facilitation

@Suite("The words that carry the content of a text")
struct ContentWordsTests {
    @Test("One and many are one stem, each stem once, and the small words of every sentence are none")
    func stems() {
        let firms = ContentWords.stems(of: "Small firms, and one firm: because they must be paid!")
        #expect(firms == ["small", "firm", "paid"])
        #expect(ContentWords.stems(of: "We don't know, we don’t know, and they cannot until then.") == [])
        #expect(ContentWords.isOne("tender") && !ContentWords.isOne("between") && !ContentWords.isOne("bus"))
    }

    @Test("A letter with an accent is a letter: it is never cut in half, and is the same without")
    func accents() {
        #expect(ContentWords.stems(of: "privé privà") == ["prive", "priva"])
        #expect(ContentWords.stems(of: "The cafés’ “menu”") == ["cafe", "menu"])
        #expect(ContentWords.stems(of: "Здоровье").map(\.count) == [5])
    }

    @Test("Texts overlap by the share of the shorter one's stems")
    func overlap() {
        let (short, long) = (ContentWords.stems(of: "tender list"), ContentWords.stems(of: "A tender for every clinic"))
        #expect(ContentWords.overlap(Set(short), Set(long)) == 0.5 && ContentWords.overlap(Set(short), []) == 0)
    }
}
