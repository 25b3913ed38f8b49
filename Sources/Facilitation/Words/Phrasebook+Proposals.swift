// Statements, proposals under test, outcomes, dissent, reading back.
extension Phrasebook {
    /// `#14 (Sam): text`, without the name where views are kept without names.
    private func line(_ statement: Statement) -> String {
        let who = namesViews ? " \(name(statement.by))" : ""
        var tally = ""
        if !statement.positions.isEmpty {
            tally = " (\(Stance.allCases.map { "\($0.rawValue) \(statement.count($0))" }.joined(separator: ", ")))"
        }
        let text = shortened(statement.text, to: Phrasebook.listedStatementMax)
        let rest = text == statement.text ? "" : " (line \(statement.entry) has all of it)"
        return "#\(statement.entry)\(who): \(text)\(rest)\(tally)"
    }

    /// A longer statement is listed by its beginning; its line in the transcript has the rest.
    private static let listedStatementMax = 200

    var openStatements: String {
        guard let area = discussion.area else { return "" }
        let shown = area.latestOpenStatements(most: Phrasebook.statementsListedMax)
        let earlier = area.openStatementCount - shown.count
        let more = earlier > 0 ? ["(and \(counted(earlier, "earlier one")))"] : []
        return (["Said so far, to agree or disagree with by number:"] + more + shown.map(line)).joined(separator: "\n")
    }

    /// A list longer than this is not read; the rest is on `/where` and in the record.
    static let statementsListedMax = 12

    func proposalNoted(_ entry: Int, _ what: ProposalKind) -> String {
        let command: String
        switch what {
        case .position: command = "/settle"
        case .decision: command = "/decide"
        case .aim: command = "/aim"
        case .objective: command = "/objective"
        }
        return "#\(entry) is kept as a proposal. The facilitator can put it to the test with \(command) #\(entry)."
    }

    var testOpened: String {
        guard let proposal = discussion.proposalUnderTest else { return "" }
        var lines: [String] = []
        if proposal.kind == .position {
            let area = discussion.test.map { areaName($0.area) } ?? ""
            lines.append("Proposed position #\(proposal.entry): \(proposal.text), for \(area).")
        } else {
            lines.append("Proposed \(kindName(proposal.kind)) #\(proposal.entry): “\(proposal.text)”")
        }
        if let place = placeTaken(by: proposal) { lines.append(place) }
        lines.append(
            "Your level, please: full support, support, reservation, stand aside, cannot yet, block, or abstain.")
        if discussion.areas.values.map(\.proposals.count).reduce(0, +) == 1 {
            lines.append("A reason is welcome, and is kept in your words.")
        }
        return lines.joined(separator: "\n")
    }

    func partsMissing(_ entry: Int, _ parts: [ObjectivePart]) -> String {
        let commands = parts.map { "/\($0.rawValue)" }
        return
            "#\(entry) still needs \(list(parts.map(partName))). If somebody knows: \(list(commands, "or")). What stays open is marked as a gap."
    }

    func oneOwnerOnly(_ owner: MemberID, _ others: [MemberID], _ entry: Int) -> String {
        let (verb, past) = others.count == 1 ? ("is", "was") : ("are", "were")
        return
            "An objective has one owner, and \(name(owner)) is meant here. \(list(others.map(name))) \(verb) named in #\(entry) too, and \(past) not asked. /owner and a name asks somebody else; /amend changes the words."
    }

    func ownerAnswered(_ member: MemberID, _ entry: Int, _ yes: Bool) -> String {
        let answers = discussion.test?.entry == entry && discussion.notAnswered.contains(member)
        let rest = answers ? " They have still to answer the proposal itself." : ""
        if yes { return "\(name(member)) owns #\(entry).\(rest)" }
        let known = discussion.areas.values.flatMap(\.proposals) + discussion.carried.map(\.proposal)
        let owner = known.first { $0.entry == entry }?.objective?.acceptedOwner
        let owned = owner.map { "\(name($0)) owns it still." } ?? "The owner stays open: /owner and a name."
        return "Noted: \(name(member)) does not own #\(entry). \(owned)"
    }

    func objectiveNow(_ area: String, _ entry: Int) -> String {
        let here = discussion.areas[area]?.proposals.first { $0.entry == entry }
        guard let proposal = here ?? discussion.carried.first(where: { $0.entry == entry })?.proposal,
            let parts = proposal.objective
        else { return "" }
        var words = ["Objective #\(entry) now reads: \(sentence(proposal.text))"]
        words.append("Owner: \(parts.acceptedOwner.map(name) ?? "open").")
        words.append("Due: \(parts.due?.spoken ?? "open").")
        words.append(
            "Measure: \(parts.measure ?? "open"), baseline \(parts.baseline ?? "open"), target \(parts.target ?? "open")."
        )
        return words.joined(separator: " ")
    }

    /// Somebody's words, with a full stop where they bring none and more follows.
    func sentence(_ words: String) -> String {
        "“\(words)”" + (words.last.map { ".?!…".contains($0) } == true ? "" : ".")
    }

    // MARK: Outcomes

    func outcomeName(_ outcome: OutcomeWord) -> String { outcome.words(in: setup.meeting) }

    /// As the room hears it, with how many stand aside.
    private func outcomeName(_ outcome: OutcomeWord, of proposal: Proposal?) -> String {
        if let proposal, proposal.outcome == .deferred { return outcomeName(.deferred) + deferralWords(proposal) }
        return outcome.words(
            in: setup.meeting, reservations: proposal?.count(.reservation) ?? 0,
            standingAside: proposal?.count(.standAside) ?? 0)
    }

    func allAnswered(_ outcome: OutcomeWord) -> String {
        let count = discussion.proposalUnderTest?.answers.count ?? 0
        let why = outcomeRule.isShortOfQuorum(answers: count) ? ", too few voting members for a quorum" : ""
        let commands = !outcome.isAdopted && majorityIsOpen ? "/close, /majority or /defer" : "/close or /defer"
        return
            "All who are here have answered (\(count)): \(levels). Closing now would give: \(outcomeName(outcome, of: discussion.proposalUnderTest))\(why). The facilitator can type \(commands)."
    }

    /// Whether `/majority` would be taken now: a command that would be declined is not offered.
    private var majorityIsOpen: Bool {
        guard let test = discussion.test, let proposal = discussion.proposalUnderTest else { return false }
        return outcomeRule.majorityObstacle(
            kind: proposal.kind, stage: proposal.stage, levels: proposal.answers.map(\.level),
            notAnswered: discussion.notAnswered.count, gauge: discussion.gaugeSummary(of: test.area)) == nil
    }

    private var levels: String { levelCounts(discussion.proposalUnderTest) }

    func levelCounts(_ proposal: Proposal?) -> String {
        guard let proposal, !proposal.answers.isEmpty else { return "no answers" }
        return Level.allCases.compactMap { level in
            let count = proposal.count(level)
            return count == 0 ? nil : "\(levelName(level)) \(count)"
        }.joined(separator: ", ")
    }

    func outcome(_ area: String, _ entry: Int) -> String {
        guard let index = discussion.areas[area]?.proposalIndex(entry),
            let proposal = discussion.areas[area]?.proposals[index]
        else { return "" }
        let standing = proposal.outcome == .deferred ? objectionsStanding(to: proposal) : ""
        var lines = [
            "\(label(proposal)): \(outcomeName(proposal.outcome, of: proposal))\(standing). “\(proposal.text)”"
        ]
        let silent = proposal.notAnswered == 0 ? "" : " Not answered: \(proposal.notAnswered)."
        lines.append("Answers: \(levelCounts(proposal)).\(silent)")
        lines += proposal.answers.compactMap(keptAnswer)
        lines.append(ruleBeside(proposal))
        if let note = nextAfter(proposal) { lines.append(note) }
        if discussion.test == nil, discussion.session.phase == .underWay { lines.append(nextStep) }
        return lines.joined(separator: "\n")
    }

    /// Whatever is not a clean yes is kept beside the outcome in its holder's words; a block is named even without any.
    private func keptAnswer(_ answer: Proposal.Answer) -> String? {
        guard !answer.level.supports, !answer.because.isEmpty || answer.level == .block else { return nil }
        let who = namesViews ? "\(name(answer.by)), " : ""
        var reason = "no reason given yet"
        if !answer.because.isEmpty {
            reason = answer.reasonIsPrivate ? Phrasebook.reasonGivenPrivately : "“\(answer.because)”"
        }
        return "Kept (\(who)\(levelName(answer.level))): \(reason)"
    }

    /// `Aim a1, #30`; an area has one position, so that it needs no name of its own.
    private func label(_ proposal: Proposal) -> String {
        let kind = kindName(proposal.kind).capitalisedFirst
        return proposal.kind == .position ? "\(kind) #\(proposal.entry)" : "\(kind) \(proposal.id), #\(proposal.entry)"
    }

    private var outcomeRule: OutcomeRule { discussion.outcomeRule }

    private func nextAfter(_ proposal: Proposal) -> String? {
        switch proposal.outcome {
        case .majorityWithMinorityView:
            "Whoever sees it differently can have their view kept beside it, in their own words: /minority and the words."
        case .notAgreed:
            "Nothing is agreed on this. It can be put to the test again. Any view can be kept in its holder's own words: /minority and the words."
        case .deferred: "Nothing is agreed on this. It can be put to the test again."
        case .agreed, .agreedWithReservations, .agreedByThoseWhoAnswered, .parked, .open: nil
        }
    }

    func objectionsOpen(_ objections: [Objection], _ closing: Bool) -> String {
        let lines = objections.map(line)
        let command = closing ? "/close" : "/done"
        let orAnswer = closing ? ", or change their answer" : ""
        let head =
            objections.count == 1 ? "There is an open objection:" : "There are \(objections.count) open objections:"
        return
            ([head] + lines + [
                "Is it met? Whoever raised it can say so, or take it back with /withdraw and its number\(orAnswer). \(command) again goes on, and the record keeps it as open."
            ]).joined(separator: "\n")
    }

    private func line(_ objection: Objection) -> String {
        let who = namesViews ? " (\(name(objection.by)))" : ""
        let words = objection.isPrivate ? Phrasebook.reasonGivenPrivately : objection.text
        return "#\(objection.entry)\(who): \(words)"
    }

    func answersUnconfirmed(_ count: Int) -> String {
        let answers = count == 1 ? "1 answer was heard but is" : "\(count) answers were heard but are"
        return
            "\(answers) not confirmed, so not counted. Whoever gave it has been asked: yes or no. /close again closes without it."
    }

    /// Where nothing was agreed there is no outcome to stand beside, and nobody is a minority.
    func minorityInvited(_ member: MemberID, _ entry: Int) -> String {
        let tested = discussion.areas.values.flatMap(\.proposals).first { $0.entry == entry }
        let why =
            tested?.outcome == .notAgreed
            ? "#\(entry) was \(outcomeName(.notAgreed)), and your answer is kept with it. To have your view kept in your own words too,"
            : "If you want your view kept beside the outcome of #\(entry),"
        let here = discussion.people[member].hasPrivateChannel ? " say it here in your next line, or" : ""
        return "\(why)\(here) type /minority and the words. They are kept exactly as you write them."
    }

    func minorityKept(_ entry: Int, _ beside: Int?, _ isNamed: Bool, _ isPrivate: Bool) -> String {
        let tested = discussion.areas.values.flatMap(\.proposals).first { $0.entry == beside }
        let place = tested.map { " beside \(kindName($0.kind)) #\($0.entry)" } ?? ""
        let kept =
            isNamed
            ? "Your minority view is kept\(place), in your words and with your name. /minority unnamed keeps it without the name."
            : "Your minority view is kept\(place), in your words and without your name. /minority named adds the name."
        let seen =
            isPrivate
            ? "\nIt stands beside the outcome, so everybody can read these words, though you sent them privately. /withdraw \(entry) takes them back."
            : ""
        return kept + seen
            + "\nWhat would change your mind, and when should we look again? /mind and the words, /lookagain and a date."
    }

    func statementChanged(_ area: String, _ entry: Int, _ stance: Stance) -> String {
        let text = discussion.areas[area]?.statements.first { $0.entry == entry }?.text ?? ""
        return
            "The words of #\(entry) have changed. They are now: “\(text)” You had said: \(stance.rawValue). Does that still hold? Yes or no."
    }

    // MARK: Likely readings

    func didYouMean(_ event: Event, _ entry: Int) -> String {
        "About your line #\(entry): did you mean \(meaning(of: event))? Yes or no. Until you say yes it counts nowhere."
    }

    func meaning(of event: Event) -> String {
        switch event {
        case .positionTaken(let targets, let stance, _): "\(stanceWords(stance)) \(numbers(targets))"
        case .levelGiven(let level, _): "“\(levelName(level))”"
        case .proposed(let proposed): "that as a proposed \(kindName(proposed.what))"
        case .rated(let stage, _, _): "the rating “\(stageName(stage))”"
        case .areaRated(let area, let stage, _, _, _): "the rating “\(stageName(stage))” for area \(number(area))"
        case .minorityStated: "that to be kept as your minority view"
        case .parked: "to park that"
        case .interestDeclared: "to declare that as an interest"
        case .withdrawn(let entry?) where isOpenObjection(entry): "that your objection #\(entry) is met"
        case .withdrawn: "to withdraw what you said"
        case .corrected(_, let text): "your words to read “\(text)”"
        case .progressGiven(let item, let word, _): "that \(numberOfObjective(item)) is \(word.spoken)"
        case .objectivePartGiven(let part, let value): "“\(value)” as the \(part.rawValue) of the objective"
        case .viewPartGiven(.mind, _, _): "that as what would change your mind"
        default: "that"
        }
    }

    private func numberOfObjective(_ item: String) -> String { Int(item).map { "#\($0)" } ?? item }

    private func isOpenObjection(_ entry: Int) -> Bool {
        discussion.areas.values.flatMap(\.openObjections).contains { $0.entry == entry }
    }

    /// What is still to come from whoever raised this objection to what is under test, and has no answer there now.
    func answerAwaited(after entry: Int) -> String {
        let raised = discussion.areas.values.flatMap(\.objections).first { $0.entry == entry }
        guard let raised, let test = discussion.proposalUnderTest, raised.on == .proposal(entry: test.entry),
            discussion.notAnswered.contains(raised.by)
        else { return "" }
        return " Your answer to #\(test.entry) is still to come, such as support."
    }

    func stanceWords(_ stance: Stance) -> String {
        switch stance {
        case .agree: "that you agree with"
        case .disagree: "that you disagree with"
        case .unsure: "that you are unsure about"
        }
    }

    // MARK: Reading back

    var readBack: String {
        guard let area = discussion.area else { return "" }
        var lines = ["This is what will be kept for \(areaName(area.id)):"]
        if let position = area.position {
            let outcome = outcomeName(position.outcome, of: position)
            lines.append("\(positionName(position)) (\(outcome): \(levelCounts(position))).")
            lines += keptBeside(position, in: area)
        }
        for proposal in area.standing where proposal.kind != .position {
            let outcome = outcomeName(proposal.outcome, of: proposal)
            lines.append("\(label(proposal)): “\(proposal.text)” (\(outcome): \(levelCounts(proposal))).")
            lines += keptBeside(proposal, in: area)
            if let parts = proposal.objective { lines.append(partsLine(parts)) }
            if let horizon = proposal.horizon { lines.append("Horizon: \(horizon.spoken).") }
        }
        for test in area.otherTests {
            let outcome = outcomeName(test.outcome, of: test)
            lines.append("Also tested: \(label(test)), “\(test.text)” (\(outcome): \(levelCounts(test))).")
            lines += keptBeside(test, in: area)
        }
        for view in area.minorityViews where !view.isStruck {
            let who = view.isNamed ? " (\(name(view.by)))" : ""
            lines.append("Minority view\(who): “\(view.text)”\(viewParts(view))")
        }
        for item in area.parked where !item.isStruck { lines.append("Parked, #\(item.entry): \(item.text)") }
        for objection in area.openObjections { lines.append("Open objection \(line(objection))") }
        lines.append(
            "Is anything recorded wrongly? Then type /correct, its number and the right words. Silence is not a yes.")
        return lines.joined(separator: "\n")
    }

    /// Reservations and whatever else is no clean yes, in their holders' words; what is an open objection is read out below.
    private func keptBeside(_ proposal: Proposal, in area: AreaDiscussion) -> [String] {
        let open = Set(area.openObjections.map(\.entry))
        return proposal.answers.filter { !open.contains($0.entry) }.compactMap(keptAnswer)
    }

    /// A stage that was tested and not agreed is not read out as if it were the position.
    private func positionName(_ position: Proposal) -> String {
        switch position.outcome {
        case .agreed, .agreedWithReservations, .majorityWithMinorityView, .agreedByThoseWhoAnswered:
            "Position: \(position.text)"
        case .notAgreed, .deferred, .parked, .open: "Position: not settled. Tested: \(position.text)"
        }
    }

    private func partsLine(_ parts: ObjectiveParts) -> String {
        let gaps = parts.missing
        let owner = parts.acceptedOwner.map { "Owner: \(described($0))." } ?? "Owner: open."
        let due = parts.due.map { "Due: \($0.spoken)." } ?? "Due: open."
        let known = [("Measure", parts.measure), ("Baseline", parts.baseline), ("Target", parts.target)]
        let figures = known.compactMap { part, value in
            value.map { " \(part): \($0)\($0.hasSuffix(".") ? "" : ".")" }
        }.joined()
        let rest = gaps.isEmpty ? "" : " Gaps: \(list(gaps.map(\.rawValue)))."
        return "\(owner) \(due)\(figures)\(rest)"
    }
}
