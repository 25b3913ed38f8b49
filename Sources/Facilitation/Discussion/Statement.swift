/// Something said that others can take a position on.
public struct Statement: Sendable, Hashable {
    public var entry: Int
    public var by: MemberID
    public var text: String
    public var kind: StatementKind
    public var evidence: EvidenceStanding?
    /// At most one per person; the last one counts.
    public var positions: [Position] = []
    /// Likely positions, counted nowhere until their holders confirm them.
    public var heard: [Position] = []
    public var isStruck = false
    public var corrections: [Int] = []
    /// Entries of positions in whose place their holders put newer ones, where they were said in the room.
    var replaced: Set<Int> = []
    /// What was proposed, when the statement is a member's proposal.
    public var proposed: Proposed?

    public struct Position: Sendable, Hashable {
        public var by: MemberID
        public var stance: Stance
        public var because: String
        public var entry: Int
        /// Whether the reason was sent privately: the position counts, and nobody else is shown the words.
        public var reasonIsPrivate = false
    }

    public func position(of member: MemberID) -> Position? { positions.first { $0.by == member } }
    public func count(_ stance: Stance) -> Int { positions.count { $0.stance == stance } }

    mutating func take(_ position: Position) {
        if let earlier = self.position(of: position.by), !earlier.reasonIsPrivate { replaced.insert(earlier.entry) }
        positions.removeAll { $0.by == position.by }
        heard.removeAll { $0.by == position.by }
        positions.append(position)
    }
}

/// A reasoned disagreement, *cannot yet* or *block*, open until its holder puts an end to it.
public struct Objection: Sendable, Hashable {
    public enum Target: Sendable, Hashable {
        case statement(entry: Int)
        case proposal(entry: Int)
    }
    public var by: MemberID
    public var on: Target
    public var text: String
    /// How it came to an end; nil while it is open.
    public var ending: Ending?
    public var entry: Int
    /// Whether it was sent privately: that there is one is known, and nobody else is shown the words.
    public var isPrivate = false

    public var isOpen: Bool { ending == nil }

    public struct Ending: Sendable, Hashable {
        public var what: ObjectionEnd
        /// The line that ended it.
        public var entry: Int
    }
}

/// What ended an objection. That it was met is for its holder to say, and is taken from nothing else.
public enum ObjectionEnd: Sendable, Hashable {
    case met, withdrawn
    /// Its holder gave this level afterwards, which stops nothing.
    case changedTo(Level)
    /// Its holder agreed with the statement afterwards.
    case agreed
    /// What it was raised against was taken back.
    case takenBack
}

/// A view that its holder asked to have kept beside an outcome.
public struct MinorityView: Sendable, Hashable {
    public var by: MemberID
    public var text: String
    public var isConfirmed: Bool
    public var isNamed: Bool
    /// The entry number of the proposal that it stands beside; nil when it stands beside the area.
    public var proposal: Int?
    public var entry: Int
    public var isStruck = false
    /// What would change the holder's mind.
    public var mind: Mind?
    /// When to look at it again, and the entry that said so.
    public var lookAgain: CivilDate?
    public var lookAgainEntry: Int?

    public struct Mind: Sendable, Hashable {
        public var text: String
        public var entry: Int
    }

    /// Every entry that it rests on.
    var entries: [Int] { ([entry, mind?.entry, lookAgainEntry] as [Int?]).compactMap { $0 } }
}

/// Something set aside for later.
public struct ParkedItem: Sendable, Hashable {
    public var by: MemberID
    public var text: String
    public var owner: MemberID?
    public var bringBack: CivilDate?
    public var entry: Int
    public var isStruck = false
}

/// An interest that a member declared, and how the chair ruled.
public struct Interest: Sendable, Hashable {
    public var by: MemberID
    public var text: String
    /// The area that was open, or nil.
    public var area: String?
    public var handling: String?
    public var entries: [Int]
    public var isStruck = false
}
