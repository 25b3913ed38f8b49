import Facilitation
import Frameworks
import SeededRandom

#if canImport(Glibc)
    import Glibc
#endif

/// Random lines for the reader of plain words: none may crash it or hang it, and none without words of consent may be
/// read as plain consent.
struct ReadingSoak {
    private let seed: UInt64
    private let contexts: [ReadingContext]
    /// Every word that any vocabulary knows.
    private let vocabulary = Reader.vocabulary
    /// A line that takes the processor longer than this hangs a room. By the clock on the wall it would be what else the
    /// machine does.
    private static let longestSeconds = 1.0

    init(seed: UInt64) {
        self.seed = seed
        let people = Roster(
            ["Nadine", "Owen", "Farah", "Dr Lowe", "Kit Marsh", "Kit Dunne"].map { Person(id: $0, name: $0) })
        let statements = OpenStatements(
            [
                OpenStatement(entry: 14, by: "Owen", text: "Our tenders never mention local firms."),
                OpenStatement(entry: 15, by: "Farah", text: "Apprentices leave for the city after a year."),
                OpenStatement(entry: 17, by: "Dr Lowe", text: "The clinic on Mill Street is half empty."),
                OpenStatement(entry: 22, by: "Kit Dunne", text: "Grants are too short to hire anybody."),
            ], authors: people)
        func context(_ step: ReadingContext.Step, _ expects: Expectation?, _ role: Role, _ isPrivate: Bool)
            -> ReadingContext
        {
            ReadingContext(
                step: step, area: "acting-as-an-anchor", expects: expects,
                test: step == .testing
                    ? .init(entry: 40, kind: .decision, text: "We will name local firms in every tender.") : nil,
                statements: statements, members: people, last: ("Kit Dunne", 22), speaker: people.people[0], role: role,
                isPrivate: isPrivate, ladder: Library.builtIn.ladder, today: CivilDate(year: 2026, month: 11, day: 21))
        }
        var contexts: [ReadingContext] = []
        for step in ReadingContext.Step.allCases {
            for expects in [nil, Expectation.stage, .level, .confirm, .text] {
                for role in Role.allCases {
                    contexts.append(context(step, expects, role, false))
                }
                contexts.append(context(step, expects, .member, true))
            }
        }
        self.contexts = contexts
    }

    /// What this process took of the processor so far.
    private static var processorSeconds: Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    func run(inputs: Int) {
        var dice = SeededGenerator(seed: seed)
        let clock = ContinuousClock()
        var slowest = 0.0
        let started = clock.now
        for number in 1...max(1, inputs) {
            let (text, mayConsent) = line(&dice)
            let context = contexts[Int.random(in: 0..<contexts.count, using: &dice)]
            let before = ReadingSoak.processorSeconds
            let readings = Reader.read(text, in: context)
            slowest = max(slowest, ReadingSoak.processorSeconds - before)
            if readings.isEmpty { fail("no reading at all", text, number) }
            if !mayConsent, readings.contains(where: ReadingSoak.isPlainConsent), !spellsWord(text) {
                fail("plain consent", text, number)
            }
            if slowest > ReadingSoak.longestSeconds { fail("a hang of \(slowest) seconds", text, number) }
            if number % 1_000_000 == 0 { print("\(number) lines, \(clock.now - started)") }
        }
        print(
            "reading: \(inputs) lines from seed \(seed), none crashed, hung or was taken for consent; slowest \(slowest) seconds"
        )
    }

    /// Letters that fell at random may spell a word: *Aye(>𬊮;* did, once in some millions of lines, and that is a yes.
    private func spellsWord(_ text: String) -> Bool {
        text.lowercased().split { !$0.isASCII || !$0.isLetter }.contains { vocabulary.contains(String($0)) }
    }

    private func fail(_ what: String, _ text: String, _ number: Int) -> Never {
        print("\(what): line \(number) of seed \(seed): \(text.debugDescription)")
        exit(1)
    }

    private static func isPlainConsent(_ reading: Reading) -> Bool {
        guard reading.strength == .plain else { return false }
        switch reading.event {
        case .positionTaken(_, .agree, _), .levelGiven(.full, _), .levelGiven(.support, _), .answered(yes: true):
            return true
        default: return false
        }
    }

    /// A line, and whether it may have words of consent in it.
    private func line(_ dice: inout SeededGenerator) -> (String, Bool) {
        switch Int.random(in: 0..<4, using: &dice) {
        case 0: (scalars(&dice), false)
        case 1: (nonsense(&dice), false)
        case 2: (salad(&dice, marks: true), true)
        default: (salad(&dice, marks: false), true)
        }
    }

    private func scalars(_ dice: inout SeededGenerator) -> String {
        var text = ""
        for _ in 0..<Int.random(in: 0...40, using: &dice) {
            let value = UInt32.random(in: 0...0x2FFFF, using: &dice)
            let near = UInt32.random(in: 0x20...0x7E, using: &dice)
            if let scalar = Unicode.Scalar(Bool.random(using: &dice) ? value : near) {
                text.unicodeScalars.append(scalar)
            }
        }
        return text
    }

    /// Words of no language, six letters at least so that none is a word of consent by chance, with names, numbers and marks.
    private func nonsense(_ dice: inout SeededGenerator) -> String {
        let others = [
            "Owen", "#14", "17", "Kit", "Dr Lowe", ",", ".", "?", "-", "and", "that", "it", "we", "the", "\"", "£40",
        ]
        var words: [String] = []
        for _ in 0..<Int.random(in: 0...14, using: &dice) {
            if Int.random(in: 0..<3, using: &dice) == 0 {
                words.append(others[Int.random(in: 0..<others.count, using: &dice)])
            } else {
                let letters = (0..<Int.random(in: 6...11, using: &dice)).map { _ in
                    Character(Unicode.Scalar(UInt8.random(in: 0x61...0x7A, using: &dice)))
                }
                words.append(String(letters))
            }
        }
        return words.joined(separator: " ")
    }

    /// Words of the vocabularies in any order: what the rules of the reader must survive.
    private func salad(_ dice: inout SeededGenerator, marks: Bool) -> String {
        let between = marks ? [" ", " ", ", ", ". ", "? ", "-", " \"", "' ", ": ", "\n", " 👍 ", " #14 ", " 2 "] : [" "]
        var text = ""
        for _ in 0..<Int.random(in: 1...24, using: &dice) {
            text += vocabulary[Int.random(in: 0..<vocabulary.count, using: &dice)]
            text += between[Int.random(in: 0..<between.count, using: &dice)]
        }
        return text
    }
}
