import Testing

@testable import Facilitation

/// Every entry of every table leads to its reading.
@Suite struct ReadingVocabularyTests {
    private func isFound<Meaning: Equatable & Sendable>(
        _ entry: PhraseTable<Meaning>.Entry, in table: PhraseTable<Meaning>
    ) -> Bool {
        let words = Words(entry.phrase)
        let found = table.match(words, at: 0)
        return found?.meaning == entry.meaning && found?.range == 0..<words.count
    }

    @Test(arguments: StanceWords.entries.map(\.phrase))
    func `words of agreeing and disagreeing are read as such`(phrase: String) throws {
        let entry = try #require(StanceWords.entries.first { $0.phrase == phrase })
        #expect(isFound(entry, in: StanceWords.table))
        let lines = [
            "I \(phrase) with #14", "\(phrase) #14", "#14 \(phrase)", "I'm \(phrase) #14", "#14 is \(phrase)",
            "Owen \(phrase)", "14 \(phrase)",
            "I'm \(phrase) 14", "I \(phrase) 14", "I have \(phrase) 14", "\(phrase) tenders and local firms",
            "that's \(phrase) Owen", "\(phrase)",
            "I'm \(phrase) with 14",
        ]
        let stances = lines.lazy.flatMap { ReadingRoom.read($0) }.compactMap { reading -> Stance? in
            if case .positionTaken(_, let stance, _) = reading.event { stance } else { nil }
        }
        #expect(stances.contains(entry.meaning.stance), "\(phrase)")
    }

    @Test(arguments: LevelWords.entries.map(\.phrase))
    func `words of support and refusal are read as levels`(phrase: String) throws {
        let entry = try #require(LevelWords.entries.first { $0.phrase == phrase })
        #expect(isFound(entry, in: LevelWords.table))
        let frames = [
            phrase, "I \(phrase)", "I'm \(phrase)", "\(phrase) this", "I have \(phrase)", "\(phrase) it",
            "this \(phrase)", "I can \(phrase)",
        ]
        let levels = frames.lazy.flatMap { ReadingRoom.read($0, ReadingRoom.testing) }.compactMap { reading -> Level? in
            if case .levelGiven(let level, _) = reading.event { level } else { nil }
        }
        switch entry.meaning {
        case .level(let level, _): #expect(levels.contains(level), "\(phrase)")
        case .yes: #expect(levels.contains(.support), "\(phrase)")
        case .no: #expect(levels.contains(.cannotYet), "\(phrase)")
        case .sarcasm: #expect(levels.contains(.cannotYet), "\(phrase)")
        case .worry:
            #expect(ReadingRoom.told("support, \(phrase)", ReadingRoom.testing).hasPrefix("reservation"), "\(phrase)")
        case .wontBlock: #expect(!levels.contains(.block), "\(phrase)")
        case .noAnswer: #expect(!levels.contains(.full) && !levels.contains(.support), "\(phrase)")
        }
    }

    @Test(arguments: StageWords.entries.map(\.phrase))
    func `words around a rating are found`(phrase: String) throws {
        let entry = try #require(StageWords.entries.first { $0.phrase == phrase })
        #expect(isFound(entry, in: StageWords.table))
        switch entry.meaning {
        case .answer(let id, _):
            #expect(Reader.stage(phrase, ladder: ReadingRoom.ladder) == id)
        case .confidence(let confidence):
            #expect(
                ReadingRoom.told("Emerging, \(phrase)", ReadingRoom.gauging).contains(
                    "gauge emerging \(confidence.rawValue)"))
        case .verdictBefore:
            #expect(
                ReadingRoom.told("emerging in parts, \(phrase) established", ReadingRoom.gauging).contains(
                    "gauge established"))
        case .verdictAfter:
            #expect(
                ReadingRoom.told("emerging in parts, established \(phrase)", ReadingRoom.gauging).contains(
                    "gauge established"))
        case .past:
            #expect(ReadingRoom.told("\(phrase) established. Emerging", ReadingRoom.gauging).contains("gauge emerging"))
        case .wished, .reported:
            #expect(ReadingRoom.told("\(phrase) established, emerging", ReadingRoom.gauging).contains("gauge emerging"))
        case .notThis:
            #expect(ReadingRoom.told("established \(phrase). Emerging", ReadingRoom.gauging).contains("gauge emerging"))
        case .hedged:
            #expect(ReadingRoom.told("established, \(phrase)", ReadingRoom.gauging) == "gauge established likely")
        case .between:
            #expect(ReadingRoom.told("\(phrase) emerging and established", ReadingRoom.gauging).contains("between"))
        }
    }

    @Test(arguments: CommandWords.entries.map(\.phrase))
    func `requests of a facilitator are read as commands`(phrase: String) throws {
        let entry = try #require(CommandWords.entries.first { $0.phrase == phrase })
        #expect(isFound(entry, in: CommandWords.table))
        let isClosing = entry.meaning == .close || entry.meaning == .majority
        let context = isClosing ? ReadingRoom.context(.testing, role: .facilitator) : ReadingRoom.leading
        let lines = [
            "please \(phrase)", "\(phrase) climate change", "5 \(phrase)", "\(phrase) 5 minutes", "\(phrase) 14",
            "please \(phrase) 5 minutes",
        ]
        let meanings = lines.compactMap { CommandReader(line: Line($0, in: context)).read()?.meaning }
        #expect(meanings.contains(entry.meaning), "\(phrase)")
    }

    @Test(arguments: AskWords.entries.map(\.phrase))
    func `questions to the bot are read as questions`(phrase: String) throws {
        let entry = try #require(AskWords.entries.first { $0.phrase == phrase })
        #expect(isFound(entry, in: AskWords.table))
        #expect(ReadingRoom.told("\(phrase)?") == "ask \(entry.meaning.rawValue) plain")
    }

    @Test(arguments: AskedAbout.entries.map(\.phrase))
    func `what a question is about is found`(phrase: String) throws {
        let entry = try #require(AskedAbout.entries.first { $0.phrase == phrase })
        #expect(Folding.folded(phrase) == phrase)
        switch entry.meaning {
        case .answers: #expect(AskedAbout.namesAnswers("Who, \(phrase)?") && !AskedAbout.namesAnswers("Who is here?"))
        case .levels: #expect(AskedAbout.levels(in: "The \(phrase)?", isTesting: false) == .levels)
        case .choices:
            #expect(AskedAbout.levels(in: "The \(phrase)?", isTesting: true) == .levels)
            #expect(AskedAbout.levels(in: "The \(phrase)?", isTesting: false) == nil)
        case .meaning:
            #expect(AskedAbout.levels(in: "\(phrase): a block", isTesting: false) == .level(.block))
            #expect(AskedAbout.levels(in: "How do I block this?", isTesting: false) == nil)
        case .level(let level):
            #expect(AskedAbout.levels(in: "What does “\(phrase)” mean?", isTesting: false) == .level(level))
        }
    }

    @Test(arguments: AskedSubject.entries.map(\.phrase))
    func `a question with an answer of its own is known by its subject`(phrase: String) throws {
        let clue = try #require(AskedSubject.entries.first { $0.phrase == phrase }).meaning
        #expect(Folding.folded(phrase) == phrase)
        let (question, asked) = (clue.subject.question, Asked.subject(clue.subject, entry: nil))
        switch clue.form {
        case .asks:
            #expect(ReadingRoom.read("\(phrase)?").map(\.event) == [.asked(asked)])
        case .asksOfEntry:
            let named = ReadingRoom.read("\(phrase) #14?")
            #expect(named.map(\.event) == [.asked(.subject(clue.subject, entry: 14))])
            #expect(AskedSubject.find(in: Words("\(phrase) that?")) == nil)
        case .names:
            #expect(AskedSubject.find(in: Words("\(phrase)?"), question) == asked)
            #expect(AskedSubject.find(in: Words("\(phrase)?")) == nil)
        }
    }

    @Test func `what somebody asks of the room is not asked of the bot`() {
        for line in [
            "who agrees with me?", "who agreed with that?", "what if we block book the rooms?",
            "should the 20 day limit be struck out?", "what if nobody answers the phone at weekends?",
            "do we have to answer to NHS England on this?", "how many of us agreed with the 2019 plan?",
        ] {
            #expect(ReadingRoom.told(line) == "chatter none", "\(line)")
        }
    }

    @Test func `a clue is a whole word: an integrated board has not rated anything`() {
        #expect(!AskedAbout.namesAnswers("Who is here from the integrated care board?"))
        #expect(AskedAbout.levels(in: "What is a blockage?", isTesting: false) == nil)
    }

    @Test(arguments: ConfirmWords.entries.map(\.phrase))
    func `answers to a confirming question are read`(phrase: String) throws {
        let entry = try #require(ConfirmWords.entries.first { $0.phrase == phrase })
        #expect(isFound(entry, in: ConfirmWords.table))
        let told = ReadingRoom.told(phrase, ReadingRoom.confirming)
        switch entry.meaning {
        case .yes: #expect(told == "yes plain")
        case .likelyYes: #expect(told == "yes likely")
        case .no: #expect(told == "no plain")
        case .later: #expect(told == "chatter none")
        }
    }

    @Test(arguments: TalkWords.entries.map(\.phrase))
    func `talk beside the subject is chatter`(phrase: String) throws {
        let entry = try #require(TalkWords.entries.first { $0.phrase == phrase })
        #expect(isFound(entry, in: TalkWords.table))
        let line = entry.meaning == .backchannel ? phrase : "the \(phrase) for us"
        #expect(!TalkReader(line: Line(line, in: ReadingRoom.talking)).isStatement)
    }

    @Test(arguments: SmallWords.entries.map(\.phrase))
    func `small words have one meaning each`(phrase: String) throws {
        let entry = try #require(SmallWords.entries.first { $0.phrase == phrase })
        #expect(isFound(entry, in: SmallWords.table))
    }

    @Test(arguments: OpeningWords.entries.map(\.phrase))
    func `openings say what sort of line it is`(phrase: String) throws {
        let entry = try #require(OpeningWords.entries.first { $0.phrase == phrase })
        #expect(isFound(entry, in: OpeningWords.table))
        let frames = [
            "\(phrase): the tenders need a plain summary", "\(phrase) the question of tenders",
            "\(phrase) that I sit on the board", "\(phrase), I sit on a board",
            "please \(phrase): buyers never read it", "\(phrase) #14 the word local", "\(phrase) 14",
            "\(phrase) last one", "\(phrase) now", "\(phrase)",
            "I want my \(phrase), buyers never read it", "\(phrase) Nadine, Fen Homes, housing",
            "I \(phrase): I sit on a board", "my last one \(phrase) plain words",
            "I propose Emerging \(phrase)", "\(phrase) Emerging", "put Emerging to the test \(phrase)",
            "Nadine, \(phrase) Fen Homes, housing", "14 \(phrase) plain words",
            "I have \(phrase), I sit on a board", "sorry, \(phrase) 13 not 31, in my last",
            "I propose \(phrase): every buyer meets local firms",
            "\(phrase) it to the test that buyers meet local firms",
            "my conflict: I have \(phrase) as I sit on a board", "\(phrase) to the test: buyers meet local firms",
        ]
        let events = frames.lazy.flatMap { frame in
            [
                ReadingRoom.talking, ReadingRoom.objectives, ReadingRoom.context(.opening),
                ReadingRoom.context(.testing, expects: .text), ReadingRoom.context(last: ("Nadine", 14)),
            ]
            .flatMap { ReadingRoom.read(frame, $0) }
        }.map(\.event)
        #expect(events.contains { isMeant($0, entry.meaning) }, "\(phrase)")
    }

    private func isMeant(_ event: Event, _ meaning: OpeningMeaning) -> Bool {
        switch (meaning, event) {
        case (.park, .parked), (.interest, .interestDeclared), (.minority, .minorityStated), (.correct, .corrected):
            true
        case (.withdraw, .withdrawn), (.leave, .left), (.join, .joined): true
        case (.named, .minorityNaming(let named)): named
        case (.unnamed, .minorityNaming(let named)): !named
        case (.proposeDecision, .proposed(let proposed)): proposed.what == .decision || proposed.what == .position
        case (.proposeAim, .proposed(let proposed)): proposed.what == .aim
        case (.proposeObjective, .proposed(let proposed)): proposed.what == .objective
        case (.proposePosition, .proposed(let proposed)): proposed.what == .position
        default: false
        }
    }

    @Test func `no table holds a phrase twice`() {
        func twice(_ phrases: [String]) -> [String] {
            Dictionary(grouping: phrases) { $0 }.filter { $0.value.count > 1 }.keys.sorted()
        }
        #expect(twice(StanceWords.entries.map(\.phrase)) == [])
        #expect(twice(LevelWords.entries.map(\.phrase)) == [])
        #expect(twice(StageWords.entries.map(\.phrase)) == [])
        #expect(twice(CommandWords.entries.map(\.phrase)) == [])
        #expect(twice(AskWords.entries.map(\.phrase)) == [])
        #expect(twice(AskedAbout.entries.map(\.phrase)) == [])
        #expect(twice(AskedSubject.entries.map(\.phrase)) == [])
        #expect(twice(OpeningWords.entries.map(\.phrase)) == [])
        #expect(twice(ConfirmWords.entries.map(\.phrase)) == [])
        #expect(twice(TalkWords.entries.map(\.phrase)) == [])
        #expect(twice(SmallWords.entries.map(\.phrase)) == [])
    }

    @Test func `entries are written as they are folded`() {
        let phrases =
            StanceWords.entries.map(\.phrase) + LevelWords.entries.map(\.phrase) + StageWords.entries.map(\.phrase)
            + CommandWords.entries.map(\.phrase) + AskWords.entries.map(\.phrase) + OpeningWords.entries.map(\.phrase)
        for phrase in phrases {
            let words = Words(phrase)
            #expect(words.all.indices.map { words.text($0) }.joined(separator: " ") == phrase, "\(phrase)")
        }
    }
}
