// Questions put again, what is still to be answered, what the levels mean, and receipts of answers.
extension Phrasebook {
    /// More names than these are not read: then their number is said.
    private static let namesMax = 12

    /// `#14 and #15`.
    func numbers(_ entries: [Int]) -> String { list(entries.map { "#\($0)" }) }

    /// These people by name, or how many they are where views are kept without names.
    func namesOrCount(_ members: [MemberID]) -> String {
        namesViews && members.count <= Phrasebook.namesMax ? list(members.map(name)) : String(members.count)
    }

    // MARK: Asked with the words

    func askedInFull(_ event: Event, _ entry: Int, isFirst: Bool) -> String {
        var words = isFirst ? "About" : "Once more, about"
        words += " your line #\(entry): did you mean \(meaning(of: event))?"
        if case .positionTaken(let targets, _, _) = event {
            for target in targets {
                guard let place = discussion.place(ofStatement: target),
                    let statement = discussion.areas[place.area]?.statements[place.index]
                else { continue }
                words += " #\(target) says: “\(statement.text)”"
            }
        }
        if case .levelGiven = event, let proposal = discussion.proposalUnderTest {
            words += " Under test, #\(proposal.entry): “\(proposal.text)”"
        }
        return words + " Yes or no. Until you say yes it counts nowhere."
    }

    func ownerAskedAgain(_ member: MemberID, _ area: String, _ entry: Int) -> String {
        let known = (discussion.areas[area]?.proposals ?? []) + discussion.carried.map(\.proposal)
        let asked = known.first { $0.entry == entry }
        let owner = asked?.objective?.acceptedOwner.map { "\(name($0)) owns it until somebody else does. " } ?? ""
        return "\(owner)\(name(member)), will you own #\(entry), “\(asked?.text ?? "")”? Please say yes or no."
    }

    // MARK: What is still to be answered

    func answersMissing(_ silent: [MemberID], _ unexplained: [MemberID]) -> String {
        var words: [String] = []
        if !silent.isEmpty { words.append("Not answered yet: \(namesOrCount(silent)).") }
        if !unexplained.isEmpty { words.append("Against it, and has not said why: \(namesOrCount(unexplained)).") }
        words.append("/close again closes without \(silent.count + unexplained.count == 1 ? "that" : "these").")
        return words.joined(separator: " ")
    }

    func ratingsUnconfirmed(_ count: Int, again command: String) -> String {
        let ratings = count == 1 ? "1 rating was heard but is" : "\(count) ratings were heard but are"
        let givers = count == 1 ? "Whoever gave it has" : "Those who gave them have"
        return
            "\(ratings) not confirmed, so not counted. \(givers) been asked: yes or no. \(command) again shows the counts without \(count == 1 ? "it" : "them")."
    }

    var nothingUnderTest: String {
        "Nothing is under test now, so that counts nowhere. When a proposal is put to the test, everybody is asked."
    }

    /// How many have answered what is open. Who has not rated is never said: it would be said before the reveal.
    var answersSoFar: String {
        if let proposal = discussion.proposalUnderTest {
            let waiting = discussion.notAnswered
            let rest = waiting.isEmpty ? "" : " Not answered yet: \(namesOrCount(waiting))."
            return "#\(proposal.entry): \(answeredCount(waiting)) have answered.\(rest)"
        }
        guard let rated = ratedCount else { return whoIsHere }
        return "\(rated) have rated. Who has not is never said before the reveal."
    }

    private func answeredCount(_ waiting: [MemberID]) -> String {
        let here = discussion.people.presentVoters.count
        return "\(here - waiting.count) of \(here)"
    }

    /// `2 of 5`, while a round is open.
    var ratedCount: String? {
        guard let gauge = discussion.area?.openGauge else { return nil }
        let here = discussion.people.presentVoters
        return "\(here.count { gauge.rating(of: $0) != nil }) of \(here.count)"
    }

    // MARK: Levels

    func levelsExplained(_ levels: [Level]) -> String {
        levels.map { "\(shortName($0).capitalisedFirst): \(meaning(of: $0))" }.joined(separator: "\n")
    }

    /// As people say it.
    private func shortName(_ level: Level) -> String {
        switch level {
        case .reservation: "reservation"
        case .cannotYet: "cannot yet"
        case .full, .support, .standAside, .block, .abstain: levelName(level)
        }
    }

    private func meaning(of level: Level) -> String {
        switch level {
        case .full: "you are wholly for it."
        case .support: "you are for it."
        case .reservation: "you can live with it. Your doubt is kept in your words."
        case .standAside: "you are not for it, and you do not stop it. Your reason is kept in your words."
        case .cannotYet: "not before something changes. Say what: until then it is not agreed."
        case .block: "you stop it, and say why. Your reason is read out beside the result."
        case .abstain: "you give no view. That neither helps it nor stops it."
        }
    }

    // MARK: Receipts

    /// `answered yes about #14`; nil when the line answered nothing, and the question was put again.
    func answerReceipt(_ yes: Bool, _ taken: HearingResult.Taken?) -> String? {
        guard case .answered(let entries) = taken else { return nil }
        let words = yes ? "answered yes" : "answered no"
        return entries.isEmpty ? words : "\(words) about \(numbers(entries))"
    }

    /// Nil for a level that nothing is there to answer with.
    func levelReceipt(_ level: Level, _ strength: Strength, _ taken: HearingResult.Taken?) -> String? {
        if strength == .likely, discussion.test == nil { return nil }
        return taken == .reason ? "\(levelName(level)), with your reason" : levelName(level)
    }
}

extension Phrasebook {
    // MARK: No statement

    /// What somebody named by its number, where it is open to all, and what they could name instead.
    func notAStatement(_ entry: Int) -> String {
        if let earlier = takenOnEarlier(entry) { return earlier }
        let open = discussion.area?.latestOpenStatements(most: Phrasebook.statementsListedMax).map(\.entry) ?? []
        let rest = open.isEmpty ? "There is no statement here yet." : "Statements here: \(numbers(open))."
        return "#\(entry) is \(kind(of: entry)). \(rest)"
    }

    /// Nothing is told of lines that may be private.
    private func kind(of entry: Int) -> String {
        switch discussion.item(at: entry)?.item {
        case .proposal(let area, let index):
            guard let proposal = discussion.areas[area]?.proposals[index] else { return "no statement" }
            return discussion.test?.entry == entry
                ? "the \(kindName(proposal.kind)) under test: answer it with a level, such as support"
                : "\(indefinite(kindName(proposal.kind))) that was tested, and no statement"
        case .parked: return "a parked point, and no statement"
        case .statement, .position, .rating, .level, .minorityView, .viewPart, .interest, .report, nil:
            return "no statement"
        }
    }

    private func indefinite(_ noun: String) -> String {
        ["a", "o"].contains(noun.prefix(1)) ? "an \(noun)" : "a \(noun)"
    }
}
