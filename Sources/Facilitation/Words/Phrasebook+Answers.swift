// Answers to questions of how the bot works, one each, and what to do where a line changed nothing.
extension Phrasebook {
    func explained(_ subject: AskedSubject) -> String {
        switch subject {
        case .bot:
            "This is Common Ground, a bot: a program, and not a person. It keeps your words and counts answers; it has no view of its own, and decides nothing."
        case .ratings: whoSeesRatings
        case .blocking:
            "A block stops the proposal: while it stands, nothing is agreed. (A stage can still become a majority position, with your view beside it.) Your reason is read out beside the result, in your words, and you can change your answer until the test is closed."
        case .silence:
            "Silence is never counted as a yes. The facilitator can go on without your answer, and then the result says how many have not answered."
        case .changing:
            "Yes, just give the new one: an answer can change until the test is closed, and a rating until the reveal. Other words of yours change with /correct, their number and the new words."
        case .disagreeing:
            "To a statement: “I disagree with #12 because …”, or /disagree #12 because … To what is under test: “cannot yet” or “block”, and why; your reason is kept in your words."
        case .struck:
            "The facilitator has struck out no line of yours in this session. Whoever wrote a line that is struck out is told, and it stays in the transcript, marked."
        case .positions:
            "Please ask with its number, such as: who agreed with #12? /where lists the statements with their numbers."
        }
    }

    private var whoSeesRatings: String {
        let isSeen = discussion.area?.openGauge.map { !$0.isBlind } ?? false
        return isSeen
            ? "\(notBlind("this round is")) The reveal shows counts only. \(ratingNames)"
            : "Nobody sees a rating that you send privately before the reveal, and the reveal shows counts only. \(ratingNames)"
    }

    /// How many took which position, and who where views carry names. Of a proposal only the numbers are told.
    func positions(on entry: Int) -> String {
        guard let place = discussion.place(ofStatement: entry),
            let statement = discussion.areas[place.area]?.statements[place.index]
        else {
            let proposal = discussion.areas.values.flatMap(\.proposals).first { $0.entry == entry }
            return "#\(entry): \(levelCounts(proposal))."
        }
        let counts = Stance.allCases.map { stance in
            let holders = statement.positions.filter { $0.stance == stance }.map(\.by)
            let count = String(holders.count)
            let told = holders.isEmpty ? count : namesOrCount(holders)
            return "\(stance.rawValue) \(told == count ? count : "\(count) (\(told))")"
        }
        return "#\(entry): \(counts.joined(separator: ", "))."
    }

    func whyStruckOut(_ entry: Int, _ because: String?) -> String {
        guard let because else { return "The facilitator has not struck out #\(entry) in this session." }
        guard !because.isEmpty else {
            return
                "The facilitator struck out #\(entry), and has given no reason yet. Please ask for it: the facilitator can add it with /undo \(entry) because …"
        }
        return
            "The facilitator struck out #\(entry), for this reason: \(sentence(because)) If that is wrong, say it again in the room: it gets a new number."
    }

    // MARK: What changed nothing

    func takenBack(_ event: Event?, _ entry: Int) -> String {
        let what = event.flatMap(answerMeant).map { ", from your line #\(entry): \($0)" } ?? ": your line #\(entry)"
        return "Taken back\(what). It counts nowhere."
    }

    private func answerMeant(_ event: Event) -> String? {
        switch event {
        case .positionTaken, .levelGiven, .rated, .areaRated: return meaning(of: event)
        default: return nil
        }
    }

    /// To somebody who rates or answers while no area is open.
    var nothingIsOpen: String {
        let next =
            discussion.step == .between
            ? "The facilitator opens an area with /next, or /area and its number." : nextStep
        return "No area is open, so that counts nowhere yet. \(next)"
    }

    /// Which of the reasons it is that a line cannot be changed, and what can be done.
    func nothingToChange(_ entry: Int, _ why: Unchangeable) -> String {
        switch why {
        case .acted:
            "#\(entry) was a command or an answer, and what it did stands. If something else should be so now, say that in a new line. /where lists what is open, with its numbers."
        case .carried:
            "#\(entry) belongs to an objective that an earlier session took on, so it stays as it is. /actions lists these, and /progress says how one goes."
        case .replaced: replaced(entry)
        }
    }

    private func replaced(_ entry: Int) -> String {
        for area in discussion.areas.values {
            if let statement = area.statements.first(where: { $0.replaced.contains(entry) }) {
                return
                    "#\(entry) was an earlier word on #\(statement.entry), and newer words of yours count instead. To change those, say again what you think of #\(statement.entry)."
            }
            if let proposal = area.proposals.first(where: { $0.replaced.contains(entry) }) {
                return
                    "#\(entry) was an earlier answer to #\(proposal.entry), and a newer one of yours counts instead. To change that one, answer again while the test is open."
            }
        }
        return
            "Nothing rests on #\(entry) now, so there is nothing to change: newer words of yours count instead, or what it answered has changed since. /where lists what is open, with its numbers."
    }

    /// A date that is still to come when a meeting has gone on for a year.
    func badDate(_ words: String) -> String {
        let head = "“\(words)” cannot be read as a date to come."
        guard let started = discussion.session.startedOn else { return head }
        let year = started.year + 2
        return "\(head) Try 31 March \(year), or end of March \(year)."
    }
}
