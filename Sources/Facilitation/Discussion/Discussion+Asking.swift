// Which question a yes or no answers, what a correction is about, and which question comes next. A person is asked one
// thing at a time: one yes could not answer two questions.
extension Discussion {
    /// What people are about: an area, a test, a round. Once it changes, what was asked before is out of sight.
    struct Moment: Sendable, Hashable {
        var phase: Phase
        var area: String?
        var test: Int?
        /// The number of the open round; 0 when none is.
        var round = 0
    }

    var moment: Moment {
        var moment = Moment(phase: session.phase, area: currentArea, test: test?.entry)
        if let currentIndex, areas.values[currentIndex].step == .gauging {
            moment.round = areas.values[currentIndex].gauges.count
        }
        return moment
    }

    /// Whether a question was put since the room is about what it is about now.
    func isFresh(_ question: PendingQuestion) -> Bool { question.lastAsked.map { $0 >= momentBegan } ?? false }

    /// The question that a bare yes or no answers: the one put to this person last, unless the room has moved on.
    func currentQuestion(of member: MemberID) -> Int? {
        let own = questions[member]
        guard let last = own.compactMap(\.lastAsked).max(), last >= momentBegan else { return nil }
        return own.firstIndex { $0.lastAsked == last }
    }

    /// What was heard in the line before, when that is this person's own: a yes or no right after its receipt is about it.
    func justHeard(from member: MemberID) -> Int? {
        guard let last, last.by == member else { return nil }
        let own = questions[member]
        let heard = own.indices.filter { own[$0].isHeard && !own[$0].isAsked && own[$0].entry == last.entry }
        return heard.count == 1 ? heard[0] : nil
    }

    /// Of the questions that wait for this person, the one that came up last.
    func latestQuestion(of member: MemberID) -> Int? {
        let own = questions[member]
        return own.indices.max { (own[$0].lastAsked ?? own[$0].entry) < (own[$1].lastAsked ?? own[$1].entry) }
    }

    /// What a yes to it is a yes to, by number.
    func entries(of question: PendingQuestion) -> [Int] {
        switch question.matter {
        case .ownObjective(let asked): return [asked.entry]
        case .changedStatement(_, let entry, _): return [entry]
        case .confirm(.positionTaken(let targets, _, _)): return targets
        case .confirm: return [question.isAboutLevel ? test?.entry ?? question.entry : question.entry]
        }
    }

    // MARK: What is meant

    /// What somebody answers anew with a correction.
    enum AnswerMeant {
        /// A level of the proposal with this entry, and whether its test is open.
        case level(of: Int, isOpen: Bool)
        case position(on: [Int])
        case rating(area: String, round: Int)
    }

    /// The answer that a correction is about: of this entry, or else what was asked last, or what they said last.
    func answerMeant(by member: MemberID, _ entry: Int?) -> AnswerMeant? {
        if entry == nil, let asked = questionMeant(by: member) { return asked }
        guard let entry = entry ?? lastOwn[member], let found = item(at: entry), found.by == member else { return nil }
        switch found.item {
        case .level(let area, let index):
            guard let proposal = areas[area]?.proposals[index].entry else { return nil }
            return .level(of: proposal, isOpen: test?.entry == proposal)
        case .position: return .position(on: statementsAnswered(in: entry))
        case .rating(let area, let index): return .rating(area: area, round: index)
        case .statement, .proposal, .minorityView, .viewPart, .parked, .interest, .report: return nil
        }
    }

    /// The statements that a line took a position on, in their order.
    private func statementsAnswered(in entry: Int) -> [Int] {
        items(at: entry).compactMap { found, _ in
            guard case .position(let area, let index) = found else { return nil }
            return areas[area]?.statements[index].entry
        }
    }

    private func questionMeant(by member: MemberID) -> AnswerMeant? {
        guard let index = currentQuestion(of: member) ?? justHeard(from: member) else { return nil }
        let question = questions[member][index]
        if question.isAboutLevel {
            guard let test else { return nil }
            return .level(of: test.entry, isOpen: true)
        }
        switch question.matter {
        case .confirm(.positionTaken(let targets, _, _)): return .position(on: targets)
        case .changedStatement(_, let entry, _): return .position(on: [entry])
        case .confirm, .ownObjective: return nil
        }
    }

    func hasJustHeardLevel(from member: MemberID) -> Bool {
        justHeard(from: member).map { questions[member][$0].isAboutLevel } ?? false
    }

    /// Whether a yes or no of this person's would be about a level that was heard from them.
    func isAskedAboutLevel(_ member: MemberID) -> Bool {
        guard let index = currentQuestion(of: member) ?? justHeard(from: member) else { return false }
        return questions[member][index].isAboutLevel
    }

    /// The level by which this person stops what is tested here, while they have not said why.
    func unexplainedLevel(of member: MemberID) -> Level? {
        guard step == .testing, test?.area == currentArea, let answer = proposalUnderTest?.answer(of: member),
            answer.level.stops, answer.because.isEmpty
        else { return nil }
        return answer.level
    }

    /// Whether what this person says now is the first thing that they say after their answer to what is tested.
    func isNextLine(of member: MemberID) -> Bool {
        guard let answer = proposalUnderTest?.answer(of: member) else { return false }
        return !ownLines.hasLine(by: member, after: answer.entry)
    }

    /// The outcome beside which this person was asked for their minority view in their next line, when they have said nothing
    /// since. Where nothing can be said to them alone the question was heard by all, and only a command answers it.
    func outcomeAskingForView(of member: MemberID) -> OutcomeWord? {
        guard test == nil, people.list[member.index].hasPrivateChannel, let currentIndex,
            let proposal = areas.values[currentIndex].proposals.last,
            Discussion.invitesMinorityViews(proposal.outcome),
            proposal.answer(of: member).map({ Discussion.isInvited($0.level) }) == true,
            let end = proposal.entries.last, !ownLines.hasLine(by: member, after: end),
            !areas.values[currentIndex].minorityViews.contains(where: {
                $0.by == member && $0.proposal == proposal.entry
            })
        else { return nil }
        return proposal.outcome
    }

    /// Entries after which *I meant …* without a number may be about anything.
    static let correctedAtOnceMax = 20

    /// What *I meant …* can be about: the last thing that this person put in, when it is a statement of a moment ago. A level,
    /// a rating or an answer is never reworded unless its number says so.
    func statementJustMade(by member: MemberID, before line: Int) -> Int? {
        guard let entry = lastOwn[member], line - entry <= Discussion.correctedAtOnceMax, let area,
            let index = area.statementIndex(entry), !area.statements[index].isStruck
        else { return nil }
        return entry
    }

    func latestStatement(of member: MemberID) -> Int? {
        areas.values.compactMap { area in area.statements.last { $0.by == member && !$0.isStruck }?.entry }.max()
    }

    /// The last of what this person put in that could still be taken back.
    func latestOwn(of member: MemberID) -> Int? {
        var entries = [latestStatement(of: member), proposalUnderTest?.answer(of: member)?.entry].compactMap { $0 }
        for area in areas.values {
            entries += area.statements.compactMap { $0.position(of: member)?.entry }
            entries += area.parked.filter { $0.by == member && !$0.isStruck }.map(\.entry)
            entries += area.minorityViews.filter { $0.by == member && !$0.isStruck }.map(\.entry)
        }
        return entries.max()
    }

    /// A correction with fewer words than this share of the sentence's is a part of it, and no sentence.
    static let correctionShareMin = 0.5

    /// The statement that these words would cut short, were they put in its place: *I meant three months*.
    func statementCutShort(by words: String, of member: MemberID) -> Int? {
        guard let last, let entry = statementJustMade(by: member, before: last.entry), let area,
            let index = area.statementIndex(entry)
        else { return nil }
        let (now, then) = (SpokenWords(words).count, SpokenWords(area.statements[index].text).count)
        return Double(now) < Discussion.correctionShareMin * Double(then) ? entry : nil
    }

    /// The objection that *my worry is met* is about: this person's to what is under test, or else the only one they have
    /// left open.
    func objectionMeant(by member: MemberID) -> Int? {
        let open = areas.values.flatMap(\.openObjections).filter { $0.by == member }
        let toTest = open.filter { objection in
            test.map { objection.on == .proposal(entry: $0.entry) } ?? false
        }
        return toTest.last?.entry ?? (open.count == 1 ? open[0].entry : nil)
    }

    // MARK: Asking

    /// At a pause, what was only heard is asked about, each person privately.
    /// - Parameter member: ask this person only.
    mutating func askHeard(of member: MemberID? = nil, _ turn: inout Turn) {
        for question in member.map({ questions[$0] }) ?? questions.all where isNext(question) {
            guard case .confirm(let event) = question.matter,
                let index = questions[question.to].firstIndex(of: question)
            else { continue }
            turn.ask(
                question.to, .didYouMean(event, entry: question.entry), aboutPrivate: question.isPrivate)
            noteAsked(index, of: question.to, turn)
        }
    }

    /// Of what was heard from one person, a level or a rating comes first while it can still count, and the rest once
    /// nothing is asked of them.
    private func isNext(_ question: PendingQuestion) -> Bool {
        guard question.isHeard, !question.isAsked else { return false }
        let waiting = questions[question.to].filter { $0.isHeard && !$0.isAsked }
        if let urgent = waiting.first(where: cannotWait) { return urgent == question }
        return currentQuestion(of: question.to) == nil && waiting.first == question
    }

    private func cannotWait(_ question: PendingQuestion) -> Bool {
        isAboutTest(question) || question.isAboutRating && area?.openGauge != nil
            || question.isAboutAreaRating && isPregauging
    }

    private mutating func noteAsked(_ index: Int, of member: MemberID, _ turn: Turn) {
        questions[member][index].isAsked = true
        questions[member][index].askedIn = turn.heard.entry
    }

    /// Puts a question, for the first time or once more, with the words that it is about.
    mutating func askInFull(_ index: Int, of member: MemberID, _ turn: inout Turn) {
        let question = questions[member][index]
        noteAsked(index, of: member, turn)
        switch question.matter {
        case .ownObjective(let asked):
            turn.say(
                .ownerAskedAgain(member, area: asked.area, entry: asked.entry), expects: .confirm,
                choices: Turn.yesOrNo, asked: member)
        case .confirm(let event):
            turn.ask(
                member, .askedInFull(event, entry: question.entry, isFirst: !question.isAsked),
                aboutPrivate: question.isPrivate)
        case .changedStatement(let area, let entry, let position):
            turn.ask(member, .statementChanged(area: area, entry: entry, stance: position.stance))
        }
    }

    /// A yes that is not plain, or a yes and a no in one line.
    mutating func askForPlainAnswer(_ turn: inout Turn) {
        let speaker = turn.speaker
        guard let index = currentQuestion(of: speaker) else { return }
        if questions[speaker].count > 1 {
            askInFull(index, of: speaker, &turn)
        } else {
            turn.sayToSpeaker(
                .yesOrNo(speaker, about: entries(of: questions[speaker][index])), expects: .confirm,
                choices: Turn.yesOrNo, byName: true)
        }
    }

    /// Once one question is answered, the next one that waits is put. What was asked before it is put again, unless that
    /// was in this same line.
    mutating func askNext(of member: MemberID, _ turn: inout Turn) {
        if let index = currentQuestion(of: member) {
            guard questions[member][index].lastAsked != turn.heard.entry else { return }
            askInFull(index, of: member, &turn)
        } else {
            askHeard(of: member, &turn)
        }
    }
}
