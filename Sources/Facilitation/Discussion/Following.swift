/// An objective that a session of this room carried.
public struct AdoptedObjective: Sendable, Hashable {
    /// The area's id.
    public var area: String
    /// The number of the session.
    public var session: Int
    public var proposal: Proposal

    public var entry: Int { proposal.entry }
    public var owner: MemberID? { proposal.objective?.acceptedOwner }
    public var due: CivilDate? { proposal.objective?.due }
}

/// An aim that an earlier session of this room took on, and that still stood when this one began.
public struct EarlierAim: Sendable, Hashable {
    /// The area's id.
    public var area: String
    /// The day of the session.
    public var on: CivilDate?
    public var proposal: Proposal
}

/// What was said about how an objective goes. The last report that stands counts.
public struct ProgressReport: Sendable, Hashable {
    /// The entry number of the objective.
    public var objective: Int
    public var by: MemberID
    /// True when a facilitator said it for the owner.
    public var isOnBehalf: Bool
    public var progress: ProgressWord
    /// What shows it, or why; may be empty for what is not yet done.
    public var evidence: String
    public var on: CivilDate
    public var entry: Int
    public var isStruck = false
}
