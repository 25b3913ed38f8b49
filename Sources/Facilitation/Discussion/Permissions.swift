extension Discussion {
    /// Who may do what. Role and vote come from the set-up or a facilitator, never from what a line says about itself.
    func checkPermission(for event: Event, _ speaker: MemberID?, _ heard: Heard) throws(Refusal) {
        switch Discussion.permission(for: event.kind) {
        case .anybody: return
        case .voters:
            if let speaker, !people[speaker].votes { throw .doesNotVote }
        case .facilitators:
            if let speaker, people[speaker].role == .facilitator { return }
            // A room without a facilitator can be given its first one by whoever runs the program, and by nobody else.
            if event.kind == .facilitatorNamed, heard.isFromHost, people.facilitators.isEmpty { return }
            throw .needsFacilitator(event.kind)
        }
    }

    enum Permission: Sendable { case anybody, voters, facilitators }

    static func permission(for event: EventKind) -> Permission {
        switch event {
        case .opened, .joined, .left, .stated, .chatted, .positionTaken, .parked, .interestDeclared, .toldPrivately,
            .proposed, .amended, .minorityStated, .minorityNaming, .objectivePartGiven, .horizonGiven, .progressGiven,
            .viewPartGiven,
            .corrected,
            .withdrawn, .undone, .answered, .asked, .timePassed:
            .anybody
        case .rated, .ratingWithdrawn, .areaRated, .areaRatingWithdrawn, .levelGiven:
            .voters
        case .presenceMarked, .facilitatorNamed, .handPassed, .started, .areaChosen, .movedOn, .movedBack, .skipped,
            .formChosen, .ruleChanged, .paused, .resumed, .extended, .ended, .gaugingOpened, .revealed,
            .pregaugeOpened, .reminded, .pregaugeRevealed, .framingAsked,
            .interestHandled, .closed,
            .majorityAsked, .deferred, .readBack, .areaDone, .draftAsked:
            .facilitators
        }
    }
}
