/// The reader of plain words: a line and what is going on, to what it means and how sure that is.
///
/// Pure and deterministic. It never guesses consent: where it is not plain that somebody agrees, the reading is `likely`
/// and waits for its holder's yes, or the line is a statement.
public enum Reader {
    /// One reading, or several in the order typed; never empty.
    public static func read(_ text: String, in context: consuming ReadingContext) -> [Reading] {
        read(Line(text, in: context))
    }

    static func read(_ line: Line) -> [Reading] {
        let readings = readAsOwn(line)
        guard readings.contains(where: { $0.event.isConsent }) else { return readings }
        // *Yes, yes – sorry, that was for the plumber* was said to somebody else.
        if TalkReader(line: line).wasSaidToOthers { return [chatter] }
        return ReportedSpeech(line: line).isReport ? [talk(line)] : readings
    }

    private static func readAsOwn(_ line: Line) -> [Reading] {
        guard line.wordCount > 0 || line.words.all.contains(where: { $0.kind == .emoji || $0.isMark("+") }) else {
            return [chatter]
        }
        // A speech is kept as it is: nobody's yes or no is picked out of it, and its cost stays in step with its length.
        guard line.words.count <= longestRead else { return [Reading(.stated(kind: .view), .none)] }
        // *Owen: full support* tells what Owen said, and is nobody's answer.
        if let name = line.names.match(0), line.words.at(name.range.upperBound)?.isMark(":") == true,
            name.people.allSatisfy({ $0.id != line.context.speaker.id })
        {
            return [talk(line)]
        }
        if let expected = readExpected(line) { return expected }
        if let rating = readAskedRating(line) { return [rating] }
        if let opening = readOpening(line) { return [opening] }
        if let rating = readRating(line) { return [rating] }
        if let answer = readTest(line) { return answer }
        if let proposal = ProposalReader(line: line).read() { return [proposal] }
        // A number that stands for no statement is not passed over: whoever gives it hears that nothing was counted.
        if !line.context.statements.isEmpty || takesPositionOnNumber(line),
            line.context.test == nil || line.context.expects != .level || hasExplicitReference(line)
        {
            let positions = PositionReader(line).read()
            if !positions.isEmpty { return positions }
        }
        if line.wordCount <= 14, CommandReader(line: line).read() != nil,
            line.isFacilitator || !TalkReader(line: line).tellsView
        {
            return [chatter]
        }
        return [talk(line, mayBeAnswer: line.context.test != nil && line.context.expects == .level)]
    }

    /// Words and marks, about a page: what is longer is a statement as a whole.
    static let longestRead = 250

    static let chatter = Reading(.chatted, .none)

    /// Every word of every table of phrases, folded: what random lines for trying out the reader are made of.
    public static var vocabulary: [String] { Lexicon.shared.words }

    /// - Parameter mayBeAnswer: whether an answer that is awaited may be in it unseen.
    private static func talk(_ line: Line, mayBeAnswer: Bool = false) -> Reading {
        let talk = TalkReader(line: line, mayBeAnswer: mayBeAnswer)
        if CommandReader(line: line).speaksOfRunning { return chatter }
        return talk.isStatement ? Reading(.stated(kind: talk.kind), .none) : chatter
    }

    /// What the bot asked this member for: a yes, or words to keep.
    private static func readExpected(_ line: Line) -> [Reading]? {
        switch line.context.expects {
        case .text:
            if let asked = AskReader(line: line).read(), line.endsInQuestion { return [asked] }
            if let other = OpeningReader(line: line).read() {
                if case .minorityStated = other.event { return [other] }
                if case .minorityNaming = other.event { return [other] }
                if case .withdrawn = other.event { return [other] }
                if case .left = other.event { return [other] }
            }
            let isRefusal =
                ["no", "none", "nothing", "nope", "pass"].contains(line.words.all.first?.key ?? "")
                && line.wordCount < 6
            if isRefusal { return [chatter] }
            guard line.wordCount >= 4, !line.endsInQuestion, line.wordCount > 10 || !TalkWords.isTalk(line) else {
                return nil
            }
            return [Reading(.minorityStated(text: line.words.slice(line.all)), .plain, why: ["asked for"])]
        case .confirm:
            if let asked = AskReader(line: line).read() { return [asked] }
            if let exchanged = OpeningReader(line: line).exchangesQuotations() { return [exchanged] }
            // *I agree with #100* is about #100, whatever the bot asked about.
            if let positions = positionsOnNumbers(line) { return positions }
            let answer = ConfirmReader(line: line).read()
            // *Make it "most" in place of "all" and I'm happy* puts the words right.
            if case .corrected = answer?.event, LevelReader(line: line).demandsFirst { return answer.map { [$0] } }
            if let level = readNamedLevel(line) ?? readDissent(line) { return [level] }
            return answer.map { [$0] }
        case .stage, .level, .position, nil: return nil
        }
    }

    private static let beforeNumber = WordSet("with agree disagree about on to support unsure")

    /// *I disagree with #5*, where no statement stands; *the #1 priority* is something else.
    private static func takesPositionOnNumber(_ line: Line) -> Bool {
        line.all.contains { line.words[$0].hasHash && $0 > 0 && beforeNumber.contains(line.words.key($0 - 1)) }
    }

    private static let answers = WordSet("yes yep yup yeah yea aye no nope nah correct right exactly ok okay sure")

    private static func positionsOnNumbers(_ line: Line) -> [Reading]? {
        guard let first = line.words.all.first, line.words.all.contains(where: \.hasHash), !answers.contains(first)
        else {
            return nil
        }
        let positions = PositionReader(line).read()
        return positions.isEmpty ? nil : positions
    }

    private static let namesOfLevels = WordSet(
        "support supporting supportive reservation reservations aside block blocking abstain abstaining objection")

    private static let restatings = WordSet("said meant wrote typed")

    /// *Yes, I support it*, *no, I can't support that*: whoever names a level gives it, whatever they were asked. *No, I said
    /// reservation* is about the words that were read back.
    private static func readNamedLevel(_ line: Line) -> Reading? {
        guard line.context.test != nil, line.words.all.contains(where: namesOfLevels.contains), !line.endsInQuestion,
            !line.words.all.contains(where: restatings.contains),
            case .answer(let answer) = LevelReader(line: line).read(), answer.isPlain,
            !ConfirmReader(line: line).deniesWording
        else { return nil }
        return Reading(.levelGiven(answer.level, because: answer.because), .plain, why: answer.why)
    }

    /// *Cannot yet, small clubs are left out* answers the proposal under test, whatever else the bot asked meanwhile: a
    /// dissent must never be taken for a mere no. *I can't take that on* is about owning it.
    private static func readDissent(_ line: Line) -> Reading? {
        guard line.context.test != nil, case .answer(let answer) = LevelReader(line: line).read(), answer.isPlain,
            answer.level.stops || answer.level == .standAside, let clause = line.clauses.first
        else { return nil }
        let keys = line.words.all[clause].map(\.key)
        let isAboutOwning = keys.contains { ["take", "own", "lead", "do"].contains($0) }
        // *I never said that* is about the words that were read back.
        let isAboutWords =
            keys.starts(with: ["i", "never", "said"]) || keys.starts(with: ["i", "didnt", "say"])
            || ConfirmReader(line: line).deniesWording
        // *I can't, sorry* and *yes, provided I get a deputy* say no more than what was asked.
        let isBare = answer.because.isEmpty && answer.why.allSatisfy { bareDenials.contains(Folding.folded($0)) }
        guard let first = keys.first, !CommonWords.noes.contains(first), !CommonWords.yeses.contains(first), !isBare,
            !isAboutOwning,
            !isAboutWords
        else { return nil }
        return Reading(.levelGiven(answer.level, because: answer.because), .plain, why: answer.why)
    }

    private static let bareDenials: Set = [
        "i cant", "cant", "i cannot", "cannot", "i can not", "can not", "i wont", "wont",
    ]

    /// Questions to the bot, requests of a facilitator, and lines that say what they are.
    private static func readOpening(_ line: Line) -> Reading? {
        // *I've changed my mind*, while a proposal is under test, is about the answer to it.
        if line.context.test != nil, let back = LevelReader(line: line).takenBack() { return back }
        // *I shan't be supporting it. Same time next month?*: a refusal is more than the question after it.
        if line.context.test != nil, line.context.expects == .level, line.endsInQuestion,
            !AskReader(line: line).asksHowToAnswer,
            case .answer(let answer) = LevelReader(line: line).read(), answer.isPlain, !answer.level.supports
        {
            return nil
        }
        // *Park this one: who owns the data?*
        if let hit = line.openings.first, hit.meaning == .park, hit.range.lowerBound <= 2,
            (hit.range.upperBound..<min(hit.range.upperBound + 3, line.words.count)).contains(where: {
                line.words[$0].isMark(":")
            }), let parked = OpeningReader(line: line).read()
        {
            return parked
        }
        if let asked = AskReader(line: line).read() {
            // *Can I withdraw 22?* asks for it and not how it is done.
            if case .asked(let about) = asked.event, about.question == .help,
                let wanted = OpeningReader(line: line).read(), wanted.namesEntry
            {
                return wanted
            }
            return asked
        }
        if line.context.test != nil, line.context.expects == .level,
            case .answer(let answer) = LevelReader(line: line).read(),
            answer.level == .standAside || answer.level == .abstain || LevelReader(line: line).changesAnswer
                || LevelReader(line: line).demandsFirst || LevelReader(line: line).answersBesideWithdrawing
        {
            return nil
        }
        if let dissent = DissentReader(line: line).readSentence() { return dissent }
        if let opening = OpeningReader(line: line).read() { return opening }
        guard line.isFacilitator, line.context.expects != .level || line.wordCount > 2,
            line.context.expects != .stage || StageReader(line: line).read() == nil
        else { return nil }
        if let position = ProposalReader(line: line).read(), case .proposed = position.event { return position }
        return CommandReader(line: line).read().map { Reading($0.event, .plain, why: [$0.why]) }
    }

    /// A stage at the head of a line, asked for or told in private, before its evidence can be taken for anything else.
    private static func readAskedRating(_ line: Line) -> Reading? {
        let context = line.context
        guard context.expects == .stage || context.isPrivate && context.step == .gauging else { return nil }
        guard let rating = StageReader(line: line).read(), rating.isHeaded else { return nil }
        return Reading(
            .rated(stage: rating.stage, confidence: rating.confidence, evidence: rating.evidence), rating.strength,
            why: rating.why)
    }

    private static func readRating(_ line: Line) -> Reading? {
        let context = line.context
        guard context.expects == .stage || context.step == .gauging || context.step == .revealed else { return nil }
        // *who put expanding lol* asks, with its mark or without.
        if line.endsInQuestion || ["who", "whos"].contains(line.words.key(0)),
            TalkReader(line: line).startsLikeQuestion
        {
            return nil
        }
        guard let rating = StageReader(line: line).read() else { return nil }
        let isAsked =
            context.expects == .stage || context.step == .gauging && (!line.isFacilitator || context.isPrivate)
        if !isAsked, rating.confidence == nil, line.wordCount > 4 { return nil }
        return Reading(
            .rated(stage: rating.stage, confidence: rating.confidence, evidence: rating.evidence),
            isAsked ? rating.strength : .likely, why: rating.why)
    }

    /// An answer to the proposal under test, with positions on statements beside it.
    private static func readTest(_ line: Line) -> [Reading]? {
        let context = line.context
        guard context.test != nil, context.expects != .text, context.expects == .level || context.step == .testing
        else { return nil }
        if let both = readPositionsAndLevel(line) { return both }
        switch LevelReader(line: line).read() {
        case .answer(let answer):
            return [
                Reading(
                    .levelGiven(answer.level, because: answer.because), answer.isPlain ? .plain : .likely,
                    why: answer.why)
            ]
        case .talk: return doubted(line) ?? [LevelReader(line: line).asksToWait ? chatter : talk(line)]
        case .nothing: return doubted(line)
        }
    }

    /// *Oh marvellous, shall we order the plaque now 🙃*: a face that means the opposite, and no word of an answer.
    private static func doubted(_ line: Line) -> [Reading]? {
        guard line.context.expects == .level,
            let face = line.all.first(where: { line.words[$0].kind == .emoji && line.small[$0] == .irony })
        else { return nil }
        return [
            Reading(
                .levelGiven(.cannotYet, because: line.reason(0..<face)), .likely, why: [line.words.text(face)])
        ]
    }

    /// While a test is open, a position needs a number or a name; all else is about the proposal.
    private static func hasExplicitReference(_ line: Line) -> Bool {
        PositionReader(line).groups().contains { $0.references.contains { $0.kind == .number || $0.kind == .name } }
    }

    /// *Agree with Siân about the evenings, but the aim itself I can't back yet.*
    private static func readPositionsAndLevel(_ line: Line) -> [Reading]? {
        guard !line.context.statements.isEmpty else { return nil }
        var end = 0
        for group in PositionReader(line).groups() where !group.references.isEmpty {
            let opinion = group.opinion
            // *Still think you're wrong about the buses, Lee*: whose it is comes after the words of disagreement.
            let isVerdict =
                opinion.form == .phrase && opinion.stance == .disagree
                && group.references.allSatisfy { $0.range.lowerBound > opinion.range.lowerBound }
            guard opinion.form == .verb && opinion.hasObject || isVerdict,
                !LevelReader(line: line).refusesTest(opinion.range)
            else { continue }
            if group.references.contains(where: { $0.kind == .number || $0.kind == .name }) {
                end = max(end, group.end)
            }
        }
        guard end > 0 else { return nil }
        let positions = PositionReader(line).read()
        guard !positions.isEmpty else { return nil }
        if let both = levelFirst(line, positions) { return both }
        let rest = line.words.slice(line.sentenceOrClauseEnd(end)..<line.words.count)
        guard !rest.isEmpty else { return positions }
        let other = Line(rest, in: line.context)
        guard case .answer(let answer) = LevelReader(line: other).read() else { return positions }
        let level = Reading(
            .levelGiven(answer.level, because: answer.because), answer.isPlain ? .plain : .likely, why: answer.why)
        let first = PositionReader(Line(line.words.slice(0..<line.sentenceOrClauseEnd(end)), in: line.context)).read()
        return (first.isEmpty ? positions : first) + [level]
    }

    /// *Support for the aim, but I still disagree with 19.*
    private static func levelFirst(_ line: Line, _ positions: [Reading]) -> [Reading]? {
        guard let group = PositionReader(line).groups().first(where: { !$0.references.isEmpty }),
            let clause = line.clauses.first(where: { $0.contains(group.opinion.range.lowerBound) }),
            clause.lowerBound > 0
        else { return nil }
        let lead = Line(line.words.slice(0..<clause.lowerBound), in: line.context)
        guard PositionReader(lead).groups().allSatisfy({ $0.references.isEmpty }),
            case .answer(let answer) = LevelReader(line: lead).read()
        else { return nil }
        return [
            Reading(
                .levelGiven(answer.level, because: answer.because), answer.isPlain ? .plain : .likely, why: answer.why)
        ] + positions
    }

    // MARK: The same code for what is typed after a command

    /// The parts of an objective, as after `/objective`.
    public static func objective(_ text: String, in context: ReadingContext) -> Proposed {
        var parts = ObjectiveReader(line: Line(text, in: context)).parts(from: 0).proposed
        parts.text = text
        return parts
    }

    /// A rating, as after `/gauge`: a stage, how sure, and the evidence; nil when no stage is named.
    public static func rating(_ text: String, in context: ReadingContext) -> Event? {
        var context = context
        context.expects = .stage
        context.step = .gauging
        guard let rating = StageReader(line: Line(text, in: context)).read() else { return nil }
        return .rated(stage: rating.stage, confidence: rating.confidence, evidence: rating.evidence)
    }

    /// The id of the stage that words name, or of an answer that names none.
    public static func stage(_ words: String, ladder: Ladder) -> String? {
        let folded = Folding.folded(words)
        if let exact = ladder.answers.first(where: {
            Folding.folded($0) == folded || Folding.folded(ladder.name($0)) == folded
        }) {
            return exact
        }
        let nobody = Person(id: "", name: "")
        let context = ReadingContext(
            step: .gauging, area: nil, expects: .stage, test: nil, statements: .none, members: Roster([]), last: nil,
            speaker: nobody, role: .member,
            isPrivate: true, ladder: ladder, today: CivilDate(year: 2000, month: 1, day: 1))
        return StageReader(line: Line(words, in: context)).read()?.stage
    }

    /// The level that words name, by its name or any plain word for it; nil when they name none or more than one.
    public static func level(_ words: String) -> Level? {
        let taken = Words(words)
        if let level = Level.allCases.first(where: { Folding.folded($0.rawValue) == Folding.folded(words) }) {
            return level
        }
        var found: Level?
        for hit in LevelWords.table.all(in: taken, 0..<taken.count) {
            guard case .level(let level, _) = hit.meaning else { continue }
            if let found, found != level { return nil }
            found = level
        }
        return found
    }

    /// The first date that words name; seasons name none.
    public static func date(_ words: String, today: CivilDate) -> CivilDate? {
        let taken = Words(words)
        return DateReader(words: taken, today: today).first(in: 0..<taken.count)?.date
    }

    /// The members whom words may name, by any form of the name.
    public static func people(_ words: String, in context: ReadingContext) -> [Person] {
        let line = Line(words, in: context)
        for index in line.words.all.indices {
            if let found = line.names.match(index) { return found.people }
        }
        return []
    }
}

extension Line {
    /// The end of the clause that holds an index.
    func sentenceOrClauseEnd(_ index: Int) -> Int {
        var place = index
        while place < words.count, !Words.endsClause(words[place]), small[place] != .contrast {
            // *agree with Una on 14 and I support the aim*: the speaker begins again.
            if place > index, small[place] == .joint, place + 1 < words.count, small[place + 1] == .speaker { break }
            place += 1
        }
        return place
    }
}

extension TalkWords {
    /// Whether a line has words of rooms, sound or breaks.
    static func isTalk(_ line: Line) -> Bool {
        TalkReader(line: line).isAboutTheMeeting
    }
}
