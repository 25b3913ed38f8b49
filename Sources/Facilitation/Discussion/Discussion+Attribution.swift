// Who is named for a line. It is decided once, when the line is heard: a role that somebody has later, or a vote, changes
// nothing about what they said before.

/// What a line tells of whoever spoke it. Asked of the discussion as it was before the line.
public struct LineBearing: Sendable, Hashable {
    /// Nil for somebody who is not here yet.
    public fileprivate(set) var speaker: MemberID?
    /// Earlier lines that it corrects, takes back or answers for: it tells that they are the speaker's.
    public fileprivate(set) var about: [Int] = []
    /// It gives a minority view, changes one, or says whether it carries a name.
    public fileprivate(set) var isOfMinorityView = false
    /// It takes the name off a minority view.
    public fileprivate(set) var takesNameOff = false
    /// Said by whoever facilitates, and no view of their own where they vote.
    public fileprivate(set) var isFacilitators = false
    /// Said by somebody who answers gauges and tests, or who does not facilitate.
    public fileprivate(set) var isMembers = true
    /// A yes or no, which can make a rating of what was heard before.
    public fileprivate(set) var isAnswer = false
    fileprivate var putsNameOn = false
    fileprivate var isOfRating = false
    /// Coming, going and interests carry a name under every rule.
    fileprivate var mustBeNamed = false

    /// What a line became whose holder may be hidden.
    public enum Outcome: Sendable, Hashable {
        case rating
        case minorityView(isNamed: Bool)
        case other
    }

    /// Whether others read the line without its speaker.
    ///
    /// - Parameters:
    ///   - outcome: what the line is now that it was heard.
    ///   - isPrivate: whether it was said privately.
    ///   - isAboutHidden: whether a line that it is about is read without its speaker.
    ///   - isUnreadable: whether nothing is left to tell what the line was.
    public func hidesSpeaker(
        under attribution: Attribution, _ outcome: Outcome, isPrivate: Bool, isAboutHidden: Bool,
        isUnreadable: Bool = false
    ) -> Bool {
        if takesNameOff || outcome == .minorityView(isNamed: false) || isAboutHidden { return true }
        let isOfHiddenView = isOfMinorityView && outcome != .minorityView(isNamed: true) && !putsNameOn
        return switch attribution {
        case .named: false
        case .anonymousGauge: isPrivate || isOfRating || outcome == .rating || isOfHiddenView || isUnreadable
        // Somebody who never joined has not agreed to be named either.
        case .chathamHouse: isPrivate || isOfHiddenView || !(mustBeNamed || isFacilitators)
        }
    }
}

extension Discussion {
    /// Whether an answer to a proposal is shown with the name of whoever gave it.
    var namesAnswers: Bool { setup.attribution != .chathamHouse }

    /// The lines that a test rests on: those of the facilitator and, where answers carry names, the answers. What was struck
    /// since, such as the statement that a decision took up, bears nothing any more: the words were tested as the
    /// proposal's own.
    func linesBehind(_ proposal: Proposal) -> [Int] {
        let own = [proposal.entry] + proposal.entries.filter { !struck.contains($0) }
        let all = namesAnswers ? own + proposal.answers.map(\.entry) : own
        return Array(Set(all)).sorted()
    }

    /// Whoever opens a room may be no person at all.
    private static let alwaysNamed: Set<EventKind> = [.opened, .joined, .left, .interestDeclared]

    public func bearing(of heard: Heard) -> LineBearing {
        var bearing = LineBearing()
        bearing.speaker = people.find(actor: heard.actor)
        let events = heard.readings.map(\.event)
        for event in events { note(event, heard, in: &bearing) }
        if events.isEmpty { noteTyped(heard, in: &bearing) }
        bearing.mustBeNamed = !events.isEmpty && events.allSatisfy { Discussion.alwaysNamed.contains($0.kind) }
        guard let speaker = bearing.speaker, people[speaker].role == .facilitator else { return bearing }
        bearing.isMembers = people[speaker].votes
        // Leading the talk is no view; all else that a facilitator with a vote says is a member's.
        let isDuty = !events.isEmpty && events.allSatisfy { Discussion.isDuty($0.kind) }
        bearing.isFacilitators = !people[speaker].votes || isDuty
        return bearing
    }

    /// What facilitators do for the room, with a vote or without.
    private static func isDuty(_ event: EventKind) -> Bool {
        permission(for: event) == .facilitators || [.proposed, .amended, .undone, .asked].contains(event)
    }

    private func note(_ event: Event, _ heard: Heard, in bearing: inout LineBearing) {
        switch event {
        case .rated, .areaRated, .ratingWithdrawn, .areaRatingWithdrawn: bearing.isOfRating = true
        case .minorityStated, .viewPartGiven: bearing.isOfMinorityView = true
        case .minorityNaming(let named):
            bearing.isOfMinorityView = true
            if named { bearing.putsNameOn = true } else { bearing.takesNameOff = true }
        case .corrected(let entry?, _), .withdrawn(let entry?):
            if !isProposalOfOthers(entry, bearing.speaker) { bearing.about.append(entry) }
        case .undone(let entry?, _):
            // A facilitator's is about the lines of others.
            let isFacilitators = bearing.speaker.map { people[$0].role == .facilitator } ?? false
            if !isFacilitators { bearing.about.append(entry) }
        case .withdrawn, .undone:
            bearing.about += asked(of: bearing.speaker, alsoPrivately: true)
            if let speaker = bearing.speaker, let last = lastOwn[speaker] { bearing.about.append(last) }
        case .answered:
            bearing.isAnswer = true
            bearing.about += asked(of: bearing.speaker)
        // A bare "no" takes back what was heard last.
        case .chatted: if heard.words.utf8.count < 12 { bearing.about += asked(of: bearing.speaker) }
        default: break
        }
    }

    /// Of a line that was refused before it was understood the words are all there is.
    private func noteTyped(_ heard: Heard, in bearing: inout LineBearing) {
        let typed = Interpreter.command(in: heard.words).flatMap { CommandTable.find($0.name)?.kind }
        let changesOwn = typed == .corrected || typed == .withdrawn
        let facilitates = bearing.speaker.map { people[$0].role == .facilitator && !people[$0].votes } ?? false
        bearing.isOfRating = typed == .rated || typed == .ratingWithdrawn
        bearing.isOfMinorityView = typed == .minorityStated
        guard changesOwn || !facilitates else { return }
        bearing.about += heard.words.split { !$0.isASCII || !$0.isNumber }.compactMap { Int($0) }
    }

    /// Everybody may say how a proposal should read.
    private func isProposalOfOthers(_ entry: Int, _ speaker: MemberID?) -> Bool {
        guard let found = item(at: entry), case .proposal = found.item else { return false }
        return found.by != speaker
    }

    /// Lines of the speaker's that a yes or no can be about. Not private ones: who is hidden must not tell who has rated.
    private func asked(of speaker: MemberID?, alsoPrivately: Bool = false) -> [Int] {
        guard let speaker else { return [] }
        return questions[speaker].compactMap { question in
            guard alsoPrivately || !question.isPrivate else { return nil }
            switch question.matter {
            case .confirm: return question.entry
            case .changedStatement(_, _, let position): return position.entry
            case .ownObjective: return nil
            }
        }
    }

    /// What this line is now that it was heard, as far as its holder may be hidden.
    public func outcome(of bearing: LineBearing, at entry: Int) -> LineBearing.Outcome {
        guard bearing.isOfMinorityView || bearing.isAnswer else { return .other }
        for area in areas.values {
            if let view = area.minorityViews.first(where: { $0.entries.contains(entry) }) {
                return .minorityView(isNamed: view.isNamed)
            }
            if area.gauges.contains(where: { ($0.ratings + $0.late).contains { $0.entry == entry } }) {
                return .rating
            }
        }
        return .other
    }
}
