/// The kinds of event, without what they carry: the other side of the table of answers.
public enum EventKind: String, Sendable, CaseIterable {
    case opened, joined, left, presenceMarked, facilitatorNamed, handPassed
    case started, areaChosen, movedOn, movedBack, skipped, formChosen, ruleChanged, paused, resumed, extended, ended
    case gaugingOpened, rated, ratingWithdrawn, revealed
    case pregaugeOpened, areaRated, areaRatingWithdrawn, reminded, pregaugeRevealed, framingAsked
    case stated, chatted, positionTaken, parked, interestDeclared, interestHandled, toldPrivately
    case proposed, amended, levelGiven, closed, majorityAsked, deferred, minorityStated, minorityNaming, viewPartGiven
    case objectivePartGiven, horizonGiven, progressGiven, readBack, areaDone
    case corrected, withdrawn, undone
    case answered, asked, draftAsked, timePassed
}

extension Event {
    public var kind: EventKind {
        switch self {
        case .opened: .opened
        case .joined: .joined
        case .left: .left
        case .presenceMarked: .presenceMarked
        case .facilitatorNamed: .facilitatorNamed
        case .handPassed: .handPassed
        case .started: .started
        case .areaChosen: .areaChosen
        case .movedOn: .movedOn
        case .movedBack: .movedBack
        case .skipped: .skipped
        case .formChosen: .formChosen
        case .ruleChanged: .ruleChanged
        case .paused: .paused
        case .resumed: .resumed
        case .extended: .extended
        case .ended: .ended
        case .gaugingOpened: .gaugingOpened
        case .rated: .rated
        case .ratingWithdrawn: .ratingWithdrawn
        case .revealed: .revealed
        case .pregaugeOpened: .pregaugeOpened
        case .areaRated: .areaRated
        case .areaRatingWithdrawn: .areaRatingWithdrawn
        case .reminded: .reminded
        case .pregaugeRevealed: .pregaugeRevealed
        case .framingAsked: .framingAsked
        case .stated: .stated
        case .chatted: .chatted
        case .positionTaken: .positionTaken
        case .parked: .parked
        case .interestDeclared: .interestDeclared
        case .interestHandled: .interestHandled
        case .toldPrivately: .toldPrivately
        case .proposed: .proposed
        case .amended: .amended
        case .levelGiven: .levelGiven
        case .closed: .closed
        case .majorityAsked: .majorityAsked
        case .deferred: .deferred
        case .minorityStated: .minorityStated
        case .minorityNaming: .minorityNaming
        case .objectivePartGiven: .objectivePartGiven
        case .horizonGiven: .horizonGiven
        case .progressGiven: .progressGiven
        case .viewPartGiven: .viewPartGiven
        case .readBack: .readBack
        case .areaDone: .areaDone
        case .corrected: .corrected
        case .withdrawn: .withdrawn
        case .undone: .undone
        case .answered: .answered
        case .asked: .asked
        case .draftAsked: .draftAsked
        case .timePassed: .timePassed
        }
    }
}
