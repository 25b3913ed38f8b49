/// Which event has its place at which step. This is the whole table: `Discussion.take` asks it first, the tests print
/// it, and no rule about *when* something may happen lives anywhere else. Every switch names every case, so that a new
/// step or event does not build until each pair has an answer.
public enum Timetable {
    public enum Answer: Sendable, Hashable {
        /// The discussion takes it (and may still decline it for what it says).
        case taken
        case declined(Reason)
    }

    /// Why now is not the time; the phrasebook adds what to do instead.
    public enum Reason: String, Sendable, Hashable, CaseIterable {
        case notOpenYet, alreadyOpen, notStartedYet, alreadyStarted, noAreaOpen, gaugeIsOpen, noGaugeIsOpen
        case testIsOpen, noTestIsOpen, isPaused, isNotPaused, sessionIsClosed
    }

    public static func answer(to event: EventKind, at step: SessionStep) -> Answer {
        switch event {
        case .opened: opening(step)
        case .joined, .left, .presenceMarked, .facilitatorNamed, .handPassed, .asked, .draftAsked, .answered, .chatted,
            .toldPrivately, .stated, .corrected, .withdrawn, .timePassed:
            whileTheRoomExists(step)
        case .interestDeclared, .interestHandled, .formChosen, .ruleChanged, .undone, .progressGiven:
            whileTheSessionLasts(step)
        // People rate before the day whatever the room is doing.
        case .pregaugeOpened, .areaRated, .areaRatingWithdrawn, .reminded, .pregaugeRevealed:
            whileTheSessionLasts(step)
        case .started: starting(step)
        case .areaChosen, .movedOn, .movedBack: movingBetweenAreas(step)
        case .ended: ending(step)
        case .paused: pausing(step)
        case .resumed: resuming(step)
        case .parked, .minorityStated, .minorityNaming, .viewPartGiven, .objectivePartGiven, .horizonGiven, .extended:
            withinAnArea(step)
        case .gaugingOpened, .framingAsked: openingAGauge(step)
        case .rated, .ratingWithdrawn, .positionTaken: withinAnArea(step)
        case .revealed: revealing(step)
        case .proposed, .amended: proposing(step)
        case .levelGiven, .closed, .majorityAsked, .deferred: testing(step)
        case .readBack, .areaDone: finishingAnArea(step)
        case .skipped: leavingOutAnArea(step)
        }
    }

    private static func opening(_ step: SessionStep) -> Answer {
        switch step {
        case .unopened: .taken
        case .gathering, .between, .framed, .gauging, .revealed, .discussing, .testing, .drafting, .readingBack,
            .paused,
            .closed:
            .declined(.alreadyOpen)
        }
    }

    private static func whileTheRoomExists(_ step: SessionStep) -> Answer {
        switch step {
        case .unopened: .declined(.notOpenYet)
        case .gathering, .between, .framed, .gauging, .revealed, .discussing, .testing, .drafting, .readingBack,
            .paused,
            .closed:
            .taken
        }
    }

    private static func whileTheSessionLasts(_ step: SessionStep) -> Answer {
        switch step {
        case .unopened: .declined(.notOpenYet)
        case .closed: .declined(.sessionIsClosed)
        case .gathering, .between, .framed, .gauging, .revealed, .discussing, .testing, .drafting, .readingBack,
            .paused:
            .taken
        }
    }

    private static func starting(_ step: SessionStep) -> Answer {
        switch step {
        case .unopened: .declined(.notOpenYet)
        case .gathering, .closed: .taken
        case .between, .framed, .gauging, .revealed, .discussing, .testing, .drafting, .readingBack:
            .declined(.alreadyStarted)
        case .paused: .declined(.isPaused)
        }
    }

    private static func movingBetweenAreas(_ step: SessionStep) -> Answer {
        switch step {
        case .unopened: .declined(.notOpenYet)
        case .closed: .declined(.sessionIsClosed)
        case .paused: .declined(.isPaused)
        case .gathering, .between, .framed, .gauging, .revealed, .discussing, .testing, .drafting, .readingBack: .taken
        }
    }

    private static func ending(_ step: SessionStep) -> Answer {
        switch step {
        case .unopened: .declined(.notOpenYet)
        case .closed: .declined(.sessionIsClosed)
        case .gathering, .between, .framed, .gauging, .revealed, .discussing, .testing, .drafting, .readingBack,
            .paused:
            .taken
        }
    }

    private static func pausing(_ step: SessionStep) -> Answer {
        switch step {
        case .unopened: .declined(.notOpenYet)
        case .closed: .declined(.sessionIsClosed)
        case .paused: .declined(.isPaused)
        case .gathering, .between, .framed, .gauging, .revealed, .discussing, .testing, .drafting, .readingBack: .taken
        }
    }

    private static func resuming(_ step: SessionStep) -> Answer {
        switch step {
        case .unopened: .declined(.notOpenYet)
        case .closed: .declined(.sessionIsClosed)
        case .paused: .taken
        case .gathering, .between, .framed, .gauging, .revealed, .discussing, .testing, .drafting, .readingBack:
            .declined(.isNotPaused)
        }
    }

    /// Things that belong to an area. They stay welcome in a pause: people often think of the best words then.
    private static func withinAnArea(_ step: SessionStep) -> Answer {
        switch step {
        case .unopened: .declined(.notOpenYet)
        case .gathering: .declined(.notStartedYet)
        case .between: .declined(.noAreaOpen)
        case .closed: .declined(.sessionIsClosed)
        case .framed, .gauging, .revealed, .discussing, .testing, .drafting, .readingBack, .paused: .taken
        }
    }

    private static func openingAGauge(_ step: SessionStep) -> Answer {
        switch step {
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

    private static func revealing(_ step: SessionStep) -> Answer {
        switch step {
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
    private static func proposing(_ step: SessionStep) -> Answer {
        switch step {
        case .unopened: .declined(.notOpenYet)
        case .gathering: .declined(.notStartedYet)
        case .between: .declined(.noAreaOpen)
        case .gauging: .declined(.gaugeIsOpen)
        case .paused: .declined(.isPaused)
        case .closed: .declined(.sessionIsClosed)
        case .framed, .revealed, .discussing, .testing, .drafting, .readingBack: .taken
        }
    }

    private static func testing(_ step: SessionStep) -> Answer {
        switch step {
        case .unopened: .declined(.notOpenYet)
        case .gathering: .declined(.notStartedYet)
        case .testing: .taken
        case .between, .framed, .gauging, .revealed, .discussing, .drafting, .readingBack: .declined(.noTestIsOpen)
        case .paused: .declined(.isPaused)
        case .closed: .declined(.sessionIsClosed)
        }
    }

    private static func finishingAnArea(_ step: SessionStep) -> Answer {
        switch step {
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
    private static func leavingOutAnArea(_ step: SessionStep) -> Answer {
        switch step {
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
