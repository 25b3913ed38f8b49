/// What a line means beside what its speaker was asked, and what they said before. It all goes into the reading, and is kept
/// with the line: the discussion never has to find out again what kind of line it was.
///
/// It holds the line, and is given the discussion: to hold that would copy it for every line.
struct ReadingInPlace {
    let line: Line
    let speaker: MemberID

    var text: String { line.words.text }
    var context: ReadingContext { line.context }

    /// In bytes; what is longer is more than a bare answer.
    private static let bareMax = 60
    /// So many words beside its reason make an answer, and no remark.
    private static let answerWordsMax = 6

    /// - Parameter readings: of the line alone.
    func settle(_ readings: [Reading], in discussion: Discussion) throws(Refusal) -> [Reading] {
        guard readings.count == 1 else { return readings }
        let reading = readings[0]
        if let meant = try saidHere(insteadOf: reading, in: discussion) { return meant }
        if case .corrected(let entry, let words) = reading.event {
            return [try correction(entry, words, in: discussion) ?? reading]
        }
        if let met = objectionMet(insteadOf: reading, in: discussion) { return [met] }
        if case .answered = reading.event {
            return [levelInAnswer(in: discussion) ?? mixed(reading, in: discussion)]
        }
        if startsLikeReason, reading.event.givesPositionOrSupport,
            let reason = reasonForLevel(isChatter: false, in: discussion)
        {
            return [reason]
        }
        if case .levelGiven(let level, let because) = reading.event, reading.strength == .plain,
            agreesWithSomebody(level, reading.why, in: discussion)
        {
            return [Reading(.levelGiven(level, because: because), .likely, why: reading.why)]
        }
        if case .positionTaken(let targets, let stance, let because) = reading.event, targets.isEmpty,
            reading.strength == .likely
        {
            let named = numbersNamed
            return named.isEmpty
                ? readings
                : [
                    Reading(
                        .positionTaken(targets: named, stance: stance, because: because), reading.strength,
                        why: reading.why)
                ]
        }
        if case .asked(let asked) = reading.event {
            let meant = meant(by: asked, isTesting: discussion.test != nil)
            return [Reading(.asked(meant), reading.strength, why: reading.why)]
        }
        if let view = minorityView(insteadOf: reading, in: discussion) { return view }
        let other =
            bareAnswer(insteadOf: reading, in: discussion) ?? reasonForStopping(insteadOf: reading, in: discussion)
            ?? remark(reading, in: discussion)
        return other.map { [$0] } ?? readings
    }

    /// What plain words mean beside the speaker's own objectives, statements and views; commands say what they are.
    private func saidHere(insteadOf reading: Reading, in discussion: Discussion) throws(Refusal) -> [Reading]? {
        guard line.wordCount > 2, line.words[0].key != "/" else { return nil }
        if let over = agreementOver(reading, in: discussion) ?? mindChanger(insteadOf: reading, in: discussion) {
            return [over]
        }
        if let back = try withdrawnByContent(reading, in: discussion) { return [back] }
        if let wrong = readWrongly(reading, in: discussion) { return [wrong] }
        if let progress = try progress(insteadOf: reading, in: discussion) { return [progress] }
        if let parts = objectiveParts(insteadOf: reading, in: discussion) { return parts }
        return tie(insteadOf: reading, in: discussion).map { [$0] }
    }

    /// Talk that is something else here.
    private func remark(_ reading: Reading, in discussion: Discussion) -> Reading? {
        let isChatter = reading.event == .chatted
        guard isChatter || reading.event.kind == .stated else { return nil }
        if !discussion.people[speaker].isPresent, ReturnWords.areSaid(in: line) {
            let role = discussion.people[speaker].role
            return Reading(
                .joined(name: context.speaker.name, sector: "", organisation: "", role: role), .plain, why: ["back"])
        }
        if isChatter, asksWhoAnswered {
            return Reading(.asked(.answersSoFar), .plain, why: ["answered"])
        }
        return reasonForLevel(isChatter: isChatter, in: discussion)
            ?? reasonForStriking(isChatter: isChatter, in: discussion) ?? levelWithoutTest(line, in: discussion)
    }

    // MARK: Yes and no

    /// *Yes* or *aye* alone is no backchannel where something was heard from this person, or asked of them before.
    private func bareAnswer(insteadOf reading: Reading, in discussion: Discussion) -> Reading? {
        guard text.utf8.count <= ReadingInPlace.bareMax, discussion.latestQuestion(of: speaker) != nil else {
            return nil
        }
        if case .levelGiven = reading.event {
            guard reading.strength == .likely || isBareNo, discussion.hasJustHeardLevel(from: speaker) else {
                return nil
            }
        } else if reading.event != .chatted {
            return nil
        }
        guard line.words.all.count(where: { $0.kind == .word }) <= 3 else { return nil }
        var asked = context
        asked.expects = .confirm
        let readings = Reader.read(text, in: asked)
        guard readings.count == 1, readings[0].strength == .plain, case .answered = readings[0].event else {
            return nil
        }
        return readings[0]
    }

    /// *No* to what was just heard takes it back; it is no answer of its own.
    private var isBareNo: Bool {
        line.wordCount == 1 && CommonWords.noes.contains(line.words.key(0))
    }

    /// *Yes, but only if small firms are asked*, to the question whether a level was meant: what comes with the yes or no is
    /// part of the answer, and must not be lost with it.
    private func levelInAnswer(in discussion: Discussion) -> Reading? {
        guard context.test != nil, line.has(.contrast, in: line.all) || line.has(.condition, in: line.all),
            discussion.isAskedAboutLevel(speaker), let level = level(in: text),
            level.event != .levelGiven(.support, because: "")
        else { return nil }
        return level
    }

    // MARK: Whom somebody agrees with

    /// *I agree with Bob*, or *quite so* right after Bob's objection, agrees with him, and he may be against the proposal:
    /// that is no consent unless its speaker says so. *Support* and the other names of levels leave no doubt.
    private func agreesWithSomebody(_ level: Level, _ why: [String], in discussion: Discussion) -> Bool {
        guard level.supports || level == .reservation, let proposal = discussion.proposalUnderTest, !why.isEmpty,
            !why.contains(where: { Words($0).all.contains(where: ReadingInPlace.namesOfLevels.contains) })
        else { return false }
        let named = line.all.flatMap { line.names.match($0)?.people ?? [] }.filter { $0.id != context.speaker.id }
        if !named.isEmpty {
            return named.contains { person in
                discussion.people.find(actor: person.id).flatMap(proposal.answer)?.level.supports != true
            }
        }
        guard let last = discussion.last, last.by != speaker, last.entry > proposal.entry else { return false }
        if let answer = proposal.answers.first(where: { $0.entry == last.entry }) {
            return !answer.level.supports || answer.level == .reservation
        }
        return discussion.area?.statementIndex(last.entry) != nil
    }

    /// *Yes to the first, no to the other* answers no question where more than one waits.
    private func mixed(_ reading: Reading, in discussion: Discussion) -> Reading {
        guard reading.strength == .plain, discussion.questions[speaker].count > 1 else { return reading }
        let answers = ConfirmWords.table.all(in: line.words, line.all).map(\.meaning)
        let hasYes = answers.contains { $0 == .yes || $0 == .likelyYes }
        return hasYes && answers.contains(.no) ? Reading(reading.event, .likely, why: reading.why) : reading
    }

    // MARK: Corrections

    /// *No, I meant stand aside* gives an answer anew: it is read as one, and not as words for something said before.
    private func correction(
        _ entry: Int?, _ words: String, in discussion: Discussion
    ) throws(Refusal) -> Reading? {
        switch discussion.answerMeant(by: speaker, entry) {
        case .level(of: _, isOpen: true): return level(in: words)
        case .level(of: let proposal, isOpen: false):
            if level(in: words)?.strength == .plain { throw .testIsClosed(entry: proposal) }
            return nil
        case .position(let statements): return position(in: words, on: statements)
        case .rating(let area, let round):
            guard let gauge = discussion.areas[area]?.gauges[round] else { return nil }
            return try rating(entry, words, of: gauge, isCurrent: area == discussion.currentArea)
        case nil:
            guard entry == nil else { return nil }
            if text.utf8.first != UInt8(ascii: "/"), let put = exchange(words, in: discussion) { return put }
            if let whole = discussion.statementCutShort(by: words, of: speaker) { throw .wholeSentenceNeeded(whole) }
            return levelWithoutTest(Line(words, in: context), in: discussion)
        }
    }

    /// The level that these words give, where they say little else.
    private func level(in words: String) -> Reading? {
        var asked = context
        asked.expects = .level
        asked.step = .testing
        asked.test = asked.test ?? ReadingContext.Test(entry: 0, kind: .decision, text: "")
        let readings = Reader.read(words, in: asked)
        guard readings.count == 1, case .levelGiven(_, let because) = readings[0].event, isAnswer(words, because)
        else { return nil }
        return readings[0]
    }

    private func isAnswer(_ words: String, _ because: String) -> Bool {
        let rest = because.isEmpty ? words : words.replacing(because, with: "")
        return Words(rest).all.count { $0.kind == .word } <= ReadingInPlace.answerWordsMax
    }

    /// The stance that these words take, when they are read as an answer about these statements.
    private func position(in words: String, on statements: [Int]) -> Reading? {
        guard let first = context.statements.find(statements.first) else { return nil }
        var asked = context
        asked.expects = nil
        asked.step = .discussing
        asked.test = nil
        asked.last = (by: first.by, entry: first.entry)
        let readings = Reader.read(words, in: asked)
        guard readings.count == 1, case .positionTaken(let targets, let stance, let because) = readings[0].event,
            targets == [first.entry], isAnswer(words, because)
        else { return nil }
        return Reading(
            .positionTaken(targets: statements, stance: stance, because: because), .plain, why: readings[0].why)
    }

    /// A rating in the open round can be given anew. One that was shown keeps its stage; its evidence may be corrected.
    private func rating(
        _ entry: Int?, _ words: String, of gauge: Gauge, isCurrent: Bool
    ) throws(Refusal) -> Reading? {
        var asked = context
        asked.expects = .stage
        asked.step = .gauging
        let found = StageReader(line: Line(words, in: asked)).read()
        guard gauge.isRevealed else {
            guard entry == nil, context.isPrivate, isCurrent, !gauge.isBeforehand, let found else { return nil }
            return Reading(
                .rated(stage: found.stage, confidence: found.confidence, evidence: found.evidence), found.strength,
                why: found.why)
        }
        guard let entry, let found, found.isHeaded || isAnswer(words, found.evidence) else { return nil }
        let own = (gauge.ratings + gauge.late).first { $0.entry == entry }
        guard own?.stage == found.stage, !found.evidence.isEmpty else { throw .gaugeIsRevealed(round: gauge.round) }
        return Reading(.corrected(entry: entry, text: found.evidence), .plain, why: found.why)
    }

    // MARK: Levels

    /// What somebody says next who stops a proposal and has not said why. They were told that it is kept, so it is, however
    /// short: *cost*, *it depends*.
    private func reasonForLevel(isChatter: Bool, in discussion: Discussion) -> Reading? {
        guard context.test != nil, let level = discussion.unexplainedLevel(of: speaker), let reason else { return nil }
        if isChatter, !startsLikeReason {
            guard discussion.isNextLine(of: speaker), !TalkReader(line: line).isSmallTalk else { return nil }
        }
        return Reading(.levelGiven(level, because: reason), .plain, why: ["asked for"])
    }

    /// *I do not accept this*, after a block, says why and takes none of it back; *cannot yet* does. What reads as the same
    /// level once more, *not until the audit is done*, is kept whole: a part of it could say the opposite.
    private func reasonForStopping(insteadOf reading: Reading, in discussion: Discussion) -> Reading? {
        guard case .levelGiven(.cannotYet, let because) = reading.event,
            let level = discussion.unexplainedLevel(of: speaker)
        else { return nil }
        let isWeaker = level == .block && line.words.all.contains { $0.key == "yet" }
        let isBareAgain = level == .cannotYet && because.isEmpty
        // *Cannot yet, because …* says which part is the reason.
        let namesLevel = line.words.all.contains { ReadingInPlace.namesOfLevels.contains($0) }
        return isWeaker || isBareAgain || namesLevel ? nil : reasonForLevel(isChatter: false, in: discussion)
    }

    /// The name of a level where nothing is tested: it counts for nothing, and whoever gives it must hear that.
    private func levelWithoutTest(_ line: Line, in discussion: Discussion) -> Reading? {
        guard context.expects == nil, discussion.test == nil, discussion.currentArea != nil,
            line.words.text.utf8.count <= ReadingInPlace.bareMax, discussion.people.isVoterHere(speaker)
        else { return nil }
        guard line.words.all.contains(where: { ReadingInPlace.namesOfLevels.contains($0) }),
            let level = level(in: line.words.text), level.strength == .plain
        else { return nil }
        return Reading(level.event, .likely, why: level.why)
    }

    /// Without one of them no level is named; the whole name is looked for only then.
    private static let namesOfLevels = WordSet(
        "support supporting reservation reservations aside yet block blocking abstain abstaining abstention")

    /// So many words beside *my worry is met* say no more than that: *thanks Ann*, *OK now*.
    private static let besideMetMax = 3

    /// *My worry is met*, *I withdraw my objection*, from somebody whose objection is open. Whether it is met is asked: only
    /// its holder can say so, and an answer to the proposal is still to come.
    private func objectionMet(insteadOf reading: Reading, in discussion: Discussion) -> Reading? {
        switch reading.event {
        case .stated, .chatted, .withdrawn(nil), .levelGiven: break
        default: return nil
        }
        guard line.words.cues.contains(.met), !line.endsInQuestion,
            let found = MetWords.table.first(in: line.words, line.all),
            // Anything more is an answer, or a remark, of its own.
            line.wordCount <= found.range.count + ReadingInPlace.besideMetMax,
            !line.words.all.enumerated().contains(where: { place, word in
                !found.range.contains(place) && ReadingInPlace.namesOfLevels.contains(word)
            }), !line.has(.contrast, in: line.all), !line.has(.reason, in: line.all),
            !line.has(.negation, in: 0..<found.range.lowerBound), !line.has(.condition, in: 0..<found.range.lowerBound),
            let objection = discussion.objectionMeant(by: speaker)
        else { return nil }
        // To take it back is plain, and says nothing of its being met.
        let strength = found.meaning == .met ? Strength.likely : .plain
        return Reading(.withdrawn(entry: objection), strength, why: [line.words.slice(found.range)])
    }

    // MARK: Reasons

    /// Why a facilitator struck something out, when they were asked and this is their next line.
    private func reasonForStriking(isChatter: Bool, in discussion: Discussion) -> Reading? {
        guard let struck = discussion.struckAskedAbout(by: speaker), !context.isPrivate,
            startsLikeReason || isChatter && ReadingInPlace.reasonStarts.contains(line.words.key(0)), let reason
        else { return nil }
        return Reading(.undone(entry: struck, because: reason), .plain, why: ["asked for"])
    }

    /// *It was said in error*, *typed twice*; *right then, shall we go on* is no reason.
    private static let reasonStarts = WordSet(
        """
        it that this they he she wrong said typed by in not double duplicate twice my a an
        """)
    private static let becauses = WordSet("because cos cause since")

    private var startsLikeReason: Bool { ReadingInPlace.becauses.contains(line.words.key(0)) }

    /// The whole line, without a *because* before it; nil for a question.
    private var reason: String? {
        let words = line.endsInQuestion ? "" : line.reason(line.all)
        return words.isEmpty ? nil : words
    }

    // MARK: Questions

    /// What a question is about, where its kind alone does not say it.
    private func meant(by asked: Asked, isTesting: Bool) -> Asked {
        switch asked {
        case .help(about: ""): AskedAbout.levels(in: text, isTesting: isTesting) ?? asked
        case .whoIsHere: asksAboutAnswers ? .answersSoFar : asked
        case .help, .whereWeAre, .answersSoFar, .levels, .level, .stages, .area, .nextArea, .actions, .overview,
            .whatIsKept, .subject:
            asked
        }
    }

    private var asksAboutAnswers: Bool { AskedAbout.namesAnswers(text) }

    /// *Who has answered so far?*
    private var asksWhoAnswered: Bool {
        guard text.utf8.count <= ReadingInPlace.bareMax, line.endsInQuestion else { return false }
        let first = line.words.key(0)
        return (first == "who" || first == "how") && asksAboutAnswers
    }

    /// The numbers in the line that are written as entries are.
    private var numbersNamed: [Int] {
        line.words.all.compactMap { $0.hasHash ? $0.integer : nil }
    }
}

extension Event {
    /// Talk, and nothing that stands for more by itself.
    var isTalk: Bool { self == .chatted || kind == .stated }

    /// What *because Ann is right* is read as by itself, where it may be the reason that was asked for.
    fileprivate var givesPositionOrSupport: Bool {
        switch self {
        case .positionTaken: true
        case .levelGiven(let level, _): level.supports
        default: false
        }
    }
}
