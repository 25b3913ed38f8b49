/// Everything that can happen in a room, as plain data in the past tense. Typed commands, plain words and structured
/// operations all become these; `Discussion` has an answer to each of them at every step.
///
/// The few that carry much are `indirect`: every reading holds an event and is passed on many times, so it has to be small.
public enum Event: Sendable, Hashable {
    // Opening, people
    indirect case opened(Setup)
    indirect case joined(name: String, sector: String, organisation: String, role: Role)
    case left
    /// A facilitator marked people as here or away (`/here`, `/apologies`); names as typed.
    case presenceMarked(names: [String], present: Bool)
    case facilitatorNamed(name: String)
    case handPassed(name: String)

    // The path through the areas
    /// Areas as typed; empty means as set up.
    case started(areas: [String])
    case areaChosen(String)
    case movedOn, movedBack, skipped
    case formChosen(Form)
    case paused, resumed
    case extended(minutes: Int)
    case ended

    /// A part of the rule of agreement, before the first rating.
    case ruleChanged(RulePart)

    // Gauges
    case gaugingOpened
    /// A stage id of the ladder, or one of `SpecialStage`.
    case rated(stage: String, confidence: Confidence?, evidence: String)
    case ratingWithdrawn
    case revealed
    /// Ratings before the day: areas as typed, empty for all of the session's; the last day, if one was given.
    case pregaugeOpened(areas: [String], until: CivilDate?)
    /// A rating that names its area, by id; `ambition` is the stage that its giver wants to reach.
    indirect case areaRated(area: String, stage: String, confidence: Confidence?, evidence: String, ambition: String?)
    case areaRatingWithdrawn(area: String)
    /// A facilitator had those reminded who have not rated every area.
    case reminded
    case pregaugeRevealed
    case framingAsked(FramingStep)

    // Talk
    /// Something said on the subject, that others can take a position on.
    case stated(kind: StatementKind)
    /// Greetings, backchannels, jokes, logistics: kept, and changes nothing.
    case chatted
    /// Entry numbers of the statements meant; empty when it is not clear which one.
    case positionTaken(targets: [Int], stance: Stance, because: String)
    case parked(text: String)
    case interestDeclared(text: String)
    case interestHandled(text: String)
    /// `/private`: for the facilitators' eyes.
    case toldPrivately(text: String)

    // Proposals
    indirect case proposed(Proposed)
    case amended(text: String)
    case levelGiven(Level, because: String)
    case closed, majorityAsked, deferred
    case minorityStated(text: String)
    case minorityNaming(named: Bool)
    /// What would change the mind of a minority view's holder, or when to look at it again. `item` is the view's entry, or
    /// that of what it stands beside; nil means the speaker's latest view of the area.
    case viewPartGiven(ViewPart, item: Int?, value: String)
    case objectivePartGiven(ObjectivePart, value: String)
    /// How far ahead an aim looks. `item` names it as typed: `12`, `#12` or `a1`; empty means the latest of the area.
    case horizonGiven(item: String, Horizon)
    /// How an objective goes. `item` names it as typed: `12`, `#12` or `o1`; empty where only one can be meant.
    case progressGiven(item: String, ProgressWord, evidence: String)
    case readBack, areaDone

    // Putting things right
    /// `entry` nil means the speaker's last entry.
    case corrected(entry: Int?, text: String)
    case withdrawn(entry: Int?)
    /// A facilitator's undo; `entry` nil means the last thing that can be undone.
    case undone(entry: Int?, because: String)

    // Answers and questions
    /// Yes or no to a question that the bot put to this member.
    case answered(yes: Bool)
    case asked(Asked)
    case draftAsked
    /// A moment that the discussion had asked to be told of.
    case timePassed
}

/// A proposal as it was made.
public struct Proposed: Sendable, Hashable {
    public var what: ProposalKind
    /// The words proposed; empty when `item` names a statement to take up.
    public var text: String
    /// The entry number of a statement or earlier proposal to put to the test.
    public var item: Int?
    /// For a position: the stage id.
    public var stage: String?
    /// For an objective: a member id when it was clear who is meant, else the words used.
    public var owner: String?
    /// ISO date.
    public var due: String?
    public var measure: String?
    public var baseline: String?
    public var target: String?

    public init(
        what: ProposalKind, text: String, item: Int? = nil, stage: String? = nil, owner: String? = nil,
        due: String? = nil,
        measure: String? = nil, baseline: String? = nil, target: String? = nil
    ) {
        self.what = what
        self.text = text
        self.item = item
        self.stage = stage
        self.owner = owner
        self.due = due
        self.measure = measure
        self.baseline = baseline
        self.target = target
    }
}
