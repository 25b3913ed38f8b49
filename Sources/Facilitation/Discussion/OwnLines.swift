/// Who said which line, so that people can put right or take back lines of their own of which nothing is counted: talk,
/// private words, commands that were not taken, and what was said in earlier sessions. Eight bytes a line.
struct OwnLines: Sendable, Hashable {
    /// What a line was when it was taken.
    enum Kind: UInt8, Sendable {
        /// Words alone, or a command that was not taken.
        case words
        /// Something that is counted or kept, until newer words take its place.
        case contribution
        /// It did something that cannot be unsaid, such as joining, closing a test or answering a question.
        case deed
    }

    struct Line: Sendable, Hashable {
        // A room has a million entries and some hundred people at most.
        private let number: UInt32
        private let member: UInt16
        fileprivate(set) var kind: Kind

        var entry: Int { Int(number) }
        var by: MemberID { MemberID(index: Int(member)) }

        fileprivate init(entry: Int, by member: MemberID, _ kind: Kind) {
            number = UInt32(clamping: entry)
            self.member = UInt16(clamping: member.index)
            self.kind = kind
        }
    }

    /// In the order of their entries.
    private var lines = ChunkedList<Line>()

    mutating func note(_ entry: Int, by member: MemberID, _ kind: Kind) {
        lines.append(Line(entry: entry, by: member, kind))
    }

    /// Nil for what the bot said, and for whoever was not in the room.
    func line(_ entry: Int) -> Line? { place(of: entry).map { lines[$0] } }

    /// Whether this person said anything after an entry. Looks at the lines since that entry only.
    func hasLine(by member: MemberID, after entry: Int) -> Bool {
        for line in lines.reversed() {
            if line.entry <= entry { return false }
            if line.by == member { return true }
        }
        return false
    }

    /// What was only heard in a line counts now, under the number of the yes to it.
    mutating func settle(_ entry: Int) {
        if let place = place(of: entry) { lines[place].kind = .contribution }
    }

    private func place(of entry: Int) -> Int? { lines.place(of: entry) { $0.entry } }
}

extension OwnLines.Kind {
    /// Of a line that was taken. What was only heard is words until its holder says yes.
    init(of heard: Heard) {
        self = .words
        for reading in heard.readings where reading.strength != .likely {
            let kind = OwnLines.Kind(of: reading.event.kind, isPrivate: heard.isPrivate)
            if kind.rawValue > rawValue { self = kind }
        }
    }

    private init(of event: EventKind, isPrivate: Bool) {
        switch event {
        case .stated, .chatted, .toldPrivately, .asked, .draftAsked: self = .words
        // What is for everybody to see is not taken when it is sent privately.
        case .proposed, .progressGiven: self = isPrivate ? .words : .contribution
        case .rated, .areaRated, .positionTaken, .parked, .interestDeclared, .levelGiven, .minorityStated,
            .viewPartGiven:
            self = .contribution
        case .opened, .joined, .left, .presenceMarked, .facilitatorNamed, .handPassed, .started, .areaChosen, .movedOn,
            .movedBack, .skipped, .formChosen, .ruleChanged, .paused, .resumed, .extended, .ended, .gaugingOpened,
            .ratingWithdrawn, .revealed, .pregaugeOpened, .areaRatingWithdrawn, .reminded, .pregaugeRevealed,
            .framingAsked, .interestHandled, .amended, .closed, .majorityAsked, .deferred, .minorityNaming,
            .objectivePartGiven, .horizonGiven, .readBack, .areaDone, .corrected, .withdrawn, .undone, .answered,
            .timePassed:
            self = .deed
        }
    }
}

/// Why somebody's own line can no longer be put right or taken back.
public enum Unchangeable: Sendable, Hashable {
    /// Newer words of theirs count in its place, or what it answered has changed since.
    case replaced
    /// It was a command or an answer, and what it did stands.
    case acted
    /// It belongs to a stage, an aim or an objective of an earlier session.
    case carried
}

extension Discussion {
    /// The new words are kept beside the first ones, and nothing is counted otherwise than before. What should count is
    /// said anew.
    mutating func correctWords(of entry: Int, _ text: String, _ turn: inout Turn) throws(Refusal) {
        try checkNothingRests(on: entry, turn)
        dropHeard(in: entry, of: turn.speaker)
        noteCorrection(of: entry, by: turn.speaker, in: turn.heard.entry)
        turn.sayToSpeaker(
            isEarlier(entry)
                ? .earlierLineCorrected(entry: entry, text: text) : .talkCorrected(entry: entry, text: text))
    }

    mutating func withdrawWords(of entry: Int, _ turn: inout Turn) throws(Refusal) {
        try checkNothingRests(on: entry, turn)
        dropHeard(in: entry, of: turn.speaker)
        struck.append(entry)
        forgetFromLastTime(entry)
        turn.sayToSpeaker(isEarlier(entry) ? .earlierLineWithdrawn(entry: entry) : .withdrawn(entry: entry))
    }

    /// What its holder has taken back is not brought up again.
    private mutating func forgetFromLastTime(_ entry: Int) {
        for id in previous.keys {
            previous[id]?.views.removeAll { $0.entries.contains(entry) }
            previous[id]?.parked.removeAll { $0.entry == entry }
        }
    }

    /// A line of an earlier session. Whatever becomes of it, that session's record stays as it was closed.
    private func isEarlier(_ entry: Int) -> Bool { entry < session.began }

    /// Refuses what is not a line of the speaker's own, and what something rests on.
    private func checkNothingRests(on entry: Int, _ turn: Turn) throws(Refusal) {
        guard isKnown(entry, turn) else { throw .unknownEntry(entry) }
        guard let line = ownLines.line(entry), line.by == turn.speaker else {
            throw .notYours(entry, isFacilitator: people[turn.speaker].role == .facilitator)
        }
        switch line.kind {
        case .words: return
        case .deed: throw .nothingToChange(entry, .acted)
        case .contribution:
            guard isEarlier(entry) else { throw .nothingToChange(entry, .replaced) }
            if isCarried(entry) { throw .nothingToChange(entry, .carried) }
        }
    }

    private func isCarried(_ entry: Int) -> Bool {
        let proposals = carried.map(\.proposal) + earlierAims.map(\.proposal)
        let isOfProposal = proposals.contains { proposal in
            proposal.entry == entry || proposal.entries.contains(entry)
                || proposal.answers.contains { $0.entry == entry }
        }
        let tested = previous.values.flatMap { [$0.settled, $0.notSettled].compactMap(\.self) }
        return isOfProposal || tested.contains { $0.entries.contains(entry) }
    }
}
