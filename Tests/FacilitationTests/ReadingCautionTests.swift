import Facilitation
import Testing

/// Nobody is made to agree: traps of negation, condition, quotation, irony and other people's views.
@Suite struct ReadingCautionTests {
    static let notPlainAgreement = [
        "I agree with 14 if the list is kept", "I agree with 14, not", "I agree with 14 🙄", "agree with 14?",
        "Owen agrees with 15", "'I agree with 14'",
        "I never said I agree with 14", "nobody agrees with 14", "I don't agree with 14", "I'd agree with 14",
        "I might agree with 14", "agree with half of 14",
        "agree with Owen's boss", "if you agree with 14 say so", "you agree with 14, I know", "we agree with 14",
        "I agree with 14 but only on paper", "> agree with 14",
        "I agree with 14 up to a point", "agree with 99", "agree with #99", "I agreed with 14 once",
        "I agree with 14 in theory", "do I agree with 14", "14 agree to meet us",
        "agree with 14 when pigs fly", "I cannot agree with 14", "can't say I agree with 14", "hard to agree with 14",
        "I would agree with 14 but", "agree with 14... as if",
        "I was told to agree with 14", "tell them I agree with 14", "pretend I agree with 14", "I agree with Kit",
        "I agree with 14 unless it rains", "agree with some of 14",
        "Farah thinks I agree with 14", "I refuse to agree with 14", "without agreeing with 14",
        "I agree with nobody on 14", "I agree with 14 except the tender bit",
        "before I agree with 14 show me the tender", "I do not think I agree with 14",
        "agree with what Owen's sister said on 14", "I disagree with 14", "I aggree with 14 NOT",
    ]

    @Test(arguments: notPlainAgreement) func `this is no plain agreement`(line: String) {
        for step in [ReadingRoom.talking, ReadingRoom.context(.revealed), ReadingRoom.objectives] {
            for reading in ReadingRoom.read(line, step) {
                if case .positionTaken(_, .agree, _) = reading.event { #expect(reading.strength != .plain, "\(line)") }
            }
        }
    }

    static let notPlainSupport = [
        "support if it is public", "I'd support it", "my board supports this", "they support it", "Owen: full support",
        "support? no", "do you support this", "I support the team in red",
        "can't support", "not full support", "I used to support this", "support 🙄", "yeah right, full support",
        "support but not like this", "supporting documents are in the folder",
        "once we have the money, support", "full of holes", "the full text please", "agreed in 2024 already",
        "I never said support", "we might support it", "'full support' he said",
        "support is a strong word", "I will support it when it is funded", "no objection if the date goes",
        "I have no objection in principle", "agree to disagree", "support, unless it costs us",
        "half support", "sort of support", "who supports this?", "fully booked tomorrow", "not in favour",
        "I wouldn't say I support it", "Farah said she supports it and I agree she did", "yes", "ok", "right", "👍",
        "fine", "no no no",
        "I supported the last one", "I would love to support this but I can't", "nobody could support this",
        "if only I could support this", "support for this? none", "it is full", "it's full", "we are full",
        "the van stops in four villages every week, and it is full", "my diary is full", "it is full and I cannot park",
    ]

    @Test(arguments: notPlainSupport) func `this is no plain support`(line: String) {
        for reading in ReadingRoom.read(line, ReadingRoom.testing) {
            if case .levelGiven(let level, _) = reading.event, level == .full || level == .support {
                #expect(reading.strength != .plain, "\(line)")
            }
        }
    }

    static let notPlainYes = [
        "ok", "yes if you drop my name", "yes but no", "no", "no no, that's fine", "is it yes?", "maybe", "I suppose",
        "yes minister", "not yes", "👍", "yes 🙄", "if you like", "the yes camp", "yes and no",
    ]

    @Test(arguments: notPlainYes) func `this is no plain yes`(line: String) {
        for reading in ReadingRoom.read(line, ReadingRoom.confirming) {
            if case .answered(yes: true) = reading.event { #expect(reading.strength != .plain, "\(line)") }
        }
    }

    @Test func `your own statement is never a target`() {
        let owen = ReadingRoom.context(speaker: "Owen")
        for reading in ReadingRoom.read("I agree with 14", owen) {
            if case .positionTaken = reading.event { Issue.record("a position on one's own words") }
        }
        #expect(ReadingRoom.told("agree with 14 and 15", owen) == "agree 15 plain")
    }

    @Test func `a member cannot give a facilitator's command in plain words`() {
        #expect(ReadingRoom.told("reveal please") == "chatter none")
        #expect(ReadingRoom.told("reveal please", ReadingRoom.leading) == "command plain")
    }

    @Test func `look-alike letters and curly quotes change nothing`() {
        #expect(ReadingRoom.told("I аgree with #14") == "agree 14 plain")
        #expect(ReadingRoom.told("I don’t agree with 14") == "disagree 14 plain")
        #expect(ReadingRoom.told("Ｉ ａｇｒｅｅ with #14") == "agree 14 plain")
    }

    @Test func `accents in a name do not matter, composed or not`() {
        var context = ReadingRoom.talking
        context.members = Roster(context.members.people + [Person(id: "sian", name: "Siân")])
        context.statements = OpenStatements(
            [OpenStatement(entry: 30, by: "sian", text: "There is no lift.")], authors: context.members)
        for name in ["Siân", "Sia\u{302}n", "Sian", "SIAN"] {
            #expect(ReadingRoom.told("agree with \(name)", context) == "agree 30 plain")
        }
    }
}
