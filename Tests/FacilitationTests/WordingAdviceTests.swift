import Testing

@testable import Facilitation

@Suite struct WordingAdviceTests {
    let today = CivilDate(year: 2026, month: 10, day: 14)

    func findings(_ text: String, _ kind: ProposalKind = .objective, explained: Set<String> = []) -> [WordingAdvice] {
        WordingAdvice.findings(in: text, kind: kind, today: today, explained: explained)
    }

    @Test("every vague verb in the table is named", arguments: WordingTables.vagueVerbs)
    func vagueVerbs(_ verb: [String]) {
        let words = verb.joined(separator: " ")
        #expect(findings("The council will \(words) local firms by May 2027") == [.vagueVerb(words)])
        #expect(findings("\(words) local firms by May 2027") == [.vagueVerb(words)])
    }

    @Test("a vague word that is no verb is left alone")
    func nouns() {
        #expect(findings("The council will publish its support offer by May 2027") == [])
        #expect(findings("The trust will cut the drive to work by car by May 2027") == [])
    }

    @Test("every jargon word in the table comes with its plainer word", arguments: WordingTables.jargon.keys.sorted())
    func jargon(_ word: String) {
        let found = findings("The council will publish a list of \(word) by May 2027")
        #expect(found.contains(.jargon(word, plainer: WordingTables.jargon[word] ?? "")))
    }

    @Test("every deed after an and makes two in one", arguments: WordingTables.deeds.sorted())
    func deeds(_ verb: String) {
        #expect(findings("Priya will visit ten firms and \(verb) a list by May 2027").contains(.twoInOne))
    }

    @Test("things joined by and are one deed")
    func joinedThings() {
        #expect(findings("Priya will visit ten firms and charities by May 2027") == [])
        #expect(findings("Bread and butter firms win more contracts by May 2027", .aim) == [])
    }

    @Test(
        "an aim wants a time", arguments: ["by 2029", "by March", "within three years", "in six months", "by Easter"])
    func times(_ time: String) {
        #expect(findings("More people from Hill find secure work \(time)", .aim) == [])
        #expect(findings("More people from Hill find secure work", .aim) == [.noDate])
    }

    @Test("only aims and objectives are looked at")
    func kinds() {
        #expect(findings("We will support and explore synergies", .decision) == [])
        #expect(findings("We will support and explore synergies", .position) == [])
    }

    @Test("an acronym is asked about unless it is known, explained, or was named before")
    func acronyms() {
        #expect(findings("Priya will publish the LMNS list by May 2027") == [.acronym("LMNS")])
        #expect(findings("Priya will publish the NHS list by May 2027") == [])
        #expect(findings("Priya will publish the local maternity system (LMNS) list by May 2027") == [])
        #expect(findings("Priya will publish the LMNS list by May 2027", explained: ["LMNS"]) == [])
    }

    @Test("a long aim is told its length, and there are at most three remarks")
    func lengthAndLimit() {
        let long = String(repeating: "very ", count: 31) + "many people find work by 2029"
        #expect(findings(long, .aim) == [.tooLong(words: 37)])
        let all = "We will support and strengthen robust holistic granular LMNS workstreams"
        #expect(findings(all, .aim).count == WordingAdvice.findingsMax)
    }

    @Test("every phrase that speaks for everybody is caught", arguments: FalseConsensus.phrases)
    func falseConsensus(_ words: String) {
        #expect(SpokenWords(words).mayClaimConsensus)
        #expect(FalseConsensus.isClaimed(in: "I think \(words), let us move on."))
        #expect(FalseConsensus.isClaimed(in: words.uppercased()))
    }

    @Test(
        "speaking for oneself is not caught",
        arguments: [
            "I agree", "we agree with the council on most things", "all of the firms", "agreed",
            "we were all at the meeting",
        ])
    func ownVoice(_ text: String) {
        #expect(!FalseConsensus.isClaimed(in: text))
    }
}
