/// Which event has its place at which stage. This is the whole table: `Discussion.take` asks it first, the tests print
/// it, and no rule about *when* something may happen lives anywhere else. Every switch names every case, so that a new
/// stage or event does not build until each pair has an answer.
public enum Timetable {
    public enum Answer: Sendable, Hashable {
        /// The discussion takes it (and may still decline it for what it says).
        case taken
        case declined(Moment)
    }

    /// Why now is not the time; the phrasebook adds what to do instead.
    public enum Moment: String, Sendable, Hashable, CaseIterable {
        case notOpenYet, alreadyOpen, notStartedYet, alreadyStarted, noAreaOpen, gaugeIsOpen, noGaugeIsOpen
        case testIsOpen, noTestIsOpen, isPaused, isNotPaused, sessionIsClosed
    }

    public static func answer(to event: EventKind, at stage: DiscussionStage) -> Answer {
        switch event {
        case .opened: opening(stage)
        case .joined, .left, .presenceMarked, .facilitatorNamed, .handPassed, .asked, .draftAsked, .answered, .chatted,
            .toldPrivately, .stated, .corrected, .withdrawn, .timePassed:
            whileTheRoomExists(stage)
        case .interestDeclared, .interestHandled, .formChosen, .ruleChanged, .undone, .progressGiven:
            whileTheSessionLasts(stage)
        // People rate before the day whatever the room is doing.
        case .pregaugeOpened, .areaRated, .areaRatingWithdrawn, .reminded, .pregaugeRevealed:
            whileTheSessionLasts(stage)
        case .started: starting(stage)
        case .areaChosen, .movedOn, .movedBack: movingBetweenAreas(stage)
        case .ended: ending(stage)
        case .paused: pausing(stage)
        case .resumed: resuming(stage)
        case .parked, .minorityStated, .minorityNaming, .viewPartGiven, .objectivePartGiven, .horizonGiven, .extended:
            withinAnArea(stage)
        case .gaugingOpened, .framingAsked: openingAGauge(stage)
        case .rated, .ratingWithdrawn, .positionTaken: withinAnArea(stage)
        case .revealed: revealing(stage)
        case .proposed, .amended: proposing(stage)
        case .levelGiven, .closed, .majorityAsked, .deferred: testing(stage)
        case .readBack, .areaDone: finishingAnArea(stage)
        case .skipped: leavingOutAnArea(stage)
        }
    }

    private static func opening(_ stage: DiscussionStage) -> Answer {
        switch stage {
        case .unopened: .taken
        case .gathering, .between, .framed, .gauging, .revealed, .discussing, .testing, .drafting, .readingBack,
            .paused,
            .closed:
            .declined(.alreadyOpen)
        }
    }

    private static func whileTheRoomExists(_ stage: DiscussionStage) -> Answer {
        switch stage {
        case .unopened: .declined(.notOpenYet)
        case .gathering, .between, .framed, .gauging, .revealed, .discussing, .testing, .drafting, .readingBack,
            .paused,
            .closed:
            .taken
        }
    }

    private static func whileTheSessionLasts(_ stage: DiscussionStage) -> Answer {
        switch stage {
        case .unopened: .declined(.notOpenYet)
        case .closed: .declined(.sessionIsClosed)
        case .gathering, .between, .framed, .gauging, .revealed, .discussing, .testing, .drafting, .readingBack,
            .paused:
            .taken
        }
    }

    private static func starting(_ stage: DiscussionStage) -> Answer {
        switch stage {
        case .unopened: .declined(.notOpenYet)
        case .gathering, .closed: .taken
        case .between, .framed, .gauging, .revealed, .discussing, .testing, .drafting, .readingBack:
            .declined(.alreadyStarted)
        case .paused: .declined(.isPaused)
        }
    }

    private static func movingBetweenAreas(_ stage: DiscussionStage) -> Answer {
        switch stage {
        case .unopened: .declined(.notOpenYet)
        case .closed: .declined(.sessionIsClosed)
        case .paused: .declined(.isPaused)
        case .gathering, .between, .framed, .gauging, .revealed, .discussing, .testing, .drafting, .readingBack: .taken
        }
    }

    private static func ending(_ stage: DiscussionStage) -> Answer {
        switch stage {
        case .unopened: .declined(.notOpenYet)
        case .closed: .declined(.sessionIsClosed)
        case .gathering, .between, .framed, .gauging, .revealed, .discussing, .testing, .drafting, .readingBack,
            .paused:
            .taken
        }
    }

    private static func pausing(_ stage: DiscussionStage) -> Answer {
        switch stage {
        case .unopened: .declined(.notOpenYet)
        case .closed: .declined(.sessionIsClosed)
        case .paused: .declined(.isPaused)
        case .gathering, .between, .framed, .gauging, .revealed, .discussing, .testing, .drafting, .readingBack: .taken
        }
    }

    private static func resuming(_ stage: DiscussionStage) -> Answer {
        switch stage {
        case .unopened: .declined(.notOpenYet)
        case .closed: .declined(.sessionIsClosed)
        case .paused: .taken
        case .gathering, .between, .framed, .gauging, .revealed, .discussing, .testing, .drafting, .readingBack:
            .declined(.isNotPaused)
        }
    }

    /// Things that belong to an area. They stay welcome in a pause: people often think of the best words then.
    private static func withinAnArea(_ stage: DiscussionStage) -> Answer {
        switch stage {
        case .unopened: .declined(.notOpenYet)
        case .gathering: .declined(.notStartedYet)
        case .between: .declined(.noAreaOpen)
        case .closed: .declined(.sessionIsClosed)
        case .framed, .gauging, .revealed, .discussing, .testing, .drafting, .readingBack, .paused: .taken
        }
    }

    private static func openingAGauge(_ stage: DiscussionStage) -> Answer {
        switch stage {
        case .unopened: .declined(.notOpenYet)
        case .gathering: .declined(.notStartedYet)
        case .between: .declined(.noAreaOpen)
        case .gauging: .declined(.gaugeIsOpen)
        case .testing: .declined(.testIsOpen)
        case .paused: .declined(.isPaused)
        case .closed: .declined(.sessionIsClosed)
        case .framed, .revealed, .discussing, .drafting, .readingBack: .taken
        }
    }

    private static func revealing(_ stage: DiscussionStage) -> Answer {
        switch stage {
        case .unopened: .declined(.notOpenYet)
        case .gathering: .declined(.notStartedYet)
        case .between: .declined(.noAreaOpen)
        case .gauging: .taken
        // A round that waits behind an open test cannot be shown before the test is closed.
        case .testing: .declined(.testIsOpen)
        case .framed, .revealed, .discussing, .drafting, .readingBack: .declined(.noGaugeIsOpen)
        case .paused: .declined(.isPaused)
        case .closed: .declined(.sessionIsClosed)
        }
    }

    /// A test can open at any point of an area but one: a blind round must be finished first. That one test is open at a
    /// time is decided by `Discussion`, which can name the open one; an amendment needs none to be open.
    private static func proposing(_ stage: DiscussionStage) -> Answer {
        switch stage {
        case .unopened: .declined(.notOpenYet)
        case .gathering: .declined(.notStartedYet)
        case .between: .declined(.noAreaOpen)
        case .gauging: .declined(.gaugeIsOpen)
        case .paused: .declined(.isPaused)
        case .closed: .declined(.sessionIsClosed)
        case .framed, .revealed, .discussing, .testing, .drafting, .readingBack: .taken
        }
    }

    private static func testing(_ stage: DiscussionStage) -> Answer {
        switch stage {
        case .unopened: .declined(.notOpenYet)
        case .gathering: .declined(.notStartedYet)
        case .testing: .taken
        case .between, .framed, .gauging, .revealed, .discussing, .drafting, .readingBack: .declined(.noTestIsOpen)
        case .paused: .declined(.isPaused)
        case .closed: .declined(.sessionIsClosed)
        }
    }

    private static func finishingAnArea(_ stage: DiscussionStage) -> Answer {
        switch stage {
        case .unopened: .declined(.notOpenYet)
        case .gathering: .declined(.notStartedYet)
        case .between: .declined(.noAreaOpen)
        case .gauging: .declined(.gaugeIsOpen)
        case .testing: .declined(.testIsOpen)
        case .paused: .declined(.isPaused)
        case .closed: .declined(.sessionIsClosed)
        case .framed, .revealed, .discussing, .drafting, .readingBack: .taken
        }
    }

    /// An area with an open round can be left out: the round waits there. A test cannot wait unseen.
    private static func leavingOutAnArea(_ stage: DiscussionStage) -> Answer {
        switch stage {
        case .unopened: .declined(.notOpenYet)
        case .gathering: .declined(.notStartedYet)
        case .between: .declined(.noAreaOpen)
        case .testing: .declined(.testIsOpen)
        case .paused: .declined(.isPaused)
        case .closed: .declined(.sessionIsClosed)
        case .framed, .gauging, .revealed, .discussing, .drafting, .readingBack: .taken
        }
    }
}
