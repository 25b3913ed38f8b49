import Facilitation
import Hashing
import JSONText

// What may change in a transcript that is otherwise only added to, and how it stays provable.
//
// Words can be erased. What stays of such an entry (its place in the chain, and whatever is no longer anybody's) is
// committed to anew, and the act that erased it is an entry of its own whose details list those commitments:
//
//     remains(n) = SHA-256( erasure_salt(n) ‖ canonical("commonground.remains/1") ‖ frame(n) ‖ content that stays )
//     details of the act = {"erased":[n, …],"erasure":{"n":"remains(n) in hexadecimal", …}}
//
// The act is in the chain, so neither a tally nor anything else that stays can be changed unseen. An entry that is
// erased twice goes by the last act that lists it. The salt keeps what the first act left from being guessed once the
// second has taken it too.

/// What stays of an entry when words in it, or all of them, must go.
public struct AmendedEntry: Sendable, Hashable {
    /// Room, number, session, times, direction and `answers` are those of the entry before; `erased` is true.
    public let entry: Entry
    let salt: [UInt8]
    let commitment: [UInt8]

    public init(_ remains: Entry) {
        var entry = remains
        entry.erased = true
        self.entry = entry
        salt = EntryChain.makeSalt()
        commitment = EntryChain.remains(salt: salt, values: EntryChain.values(of: entry, keyCommitment: nil).values)
    }
}

/// The list of what an act of erasure left.
public enum ErasureList {
    /// The field of the act's details.
    public static let field = "erasure"
    /// Beside it: the numbers alone, which the event of the act tells.
    public static let numbersField = "erased"

    public static func json(_ entries: [AmendedEntry]) -> JSONValue {
        .object(
            Dictionary(
                entries.map { (String($0.entry.number), JSONValue.string(hexadecimal($0.commitment))) },
                uniquingKeysWith: { _, last in last }))
    }

    /// True for an entry that tells of an erasure: whoever holds the room in memory must read it anew.
    public static func isAct(_ entry: Entry) -> Bool { entry.direction == .said && mayBeAct(entry.details) }

    static func mayBeAct(_ details: String) -> Bool { details.utf8.count > 12 && details.contains("\"\(field)\":{") }

    /// Entry numbers and what stayed of each, in hexadecimal.
    static func commitments(in details: String) -> [(number: Int, remains: String)] {
        guard mayBeAct(details), let list = try? JSONScanner().scan(details)[field], case .object(let fields) = list
        else { return [] }
        return fields.compactMap { name, value in
            guard let number = Int(name), let remains = value.string else { return nil }
            return (number, remains)
        }
    }
}

/// A change to one room that is no new line of talk: an erasure, a label, a hold. All of it is written in one synced
/// transaction, or nothing.
public struct Amendment: Sendable {
    public var room: String
    /// What tells of it in the transcript; follows on from the room's head. Never empty.
    public var acts: [PendingEntry]
    /// What stays of entries that were there before.
    public var entries: [AmendedEntry] = []
    /// Why they were erased, in a word; kept beside each.
    public var because = ""
    public var title: String?
    public var retention: String?
    public var hold: Hold?
    /// Acknowledgements of these principals go on under another name.
    public var principals: [String: String] = [:]
    /// For a room that had none; see `KeyRemains.swift`.
    public var keySecret: KeySecret?

    public init(room: String, acts: [PendingEntry]) {
        self.room = room
        self.acts = acts
    }

    public struct Hold: Sendable, Hashable {
        public var isOn: Bool
        public var because: String

        public init(isOn: Bool, because: String) {
            self.isOn = isOn
            self.because = because
        }
    }
}

/// An entry with everything that seals it: what a transcript needs to be the same in another store.
public struct SealedEntry: Sendable, Hashable {
    public var entry: Entry
    public var keyCommitment: [UInt8]?
    /// Nil once erased.
    public var salt: [UInt8]?
    public var commitment: [UInt8]
    public var hash: [UInt8]
    public var erasureSalt: [UInt8]?
    public var erasedAt: String?
    public var erasedBecause: String?

    public init(
        _ entry: Entry, keyCommitment: [UInt8]? = nil, salt: [UInt8]? = nil, commitment: [UInt8], hash: [UInt8],
        erasureSalt: [UInt8]? = nil, erasedAt: String? = nil, erasedBecause: String? = nil
    ) {
        self.entry = entry
        self.keyCommitment = keyCommitment
        self.salt = salt
        self.commitment = commitment
        self.hash = hash
        self.erasureSalt = erasureSalt
        self.erasedAt = erasedAt
        self.erasedBecause = erasedBecause
    }
}

/// A whole room as it goes from one store to another.
public struct SealedTranscript: Sendable {
    public var room: RoomSummary
    /// Frameworks that its sessions were held with.
    public var frameworks: [String]
    public var entries: [SealedEntry]
    public var acknowledgements: [Acknowledgement]

    public init(
        room: RoomSummary, frameworks: [String] = [], entries: [SealedEntry] = [],
        acknowledgements: [Acknowledgement] = []
    ) {
        self.room = room
        self.frameworks = frameworks
        self.entries = entries
        self.acknowledgements = acknowledgements
    }

    /// Before a store takes it in.
    ///
    /// Errors: `doesNotFit`, `nullCharacter`.
    func check() throws(StoreError) {
        if let (entry, _) = firstMistake() { throw .doesNotFit(room: room.room, number: entry ?? room.head) }
        try checkForNullCharacters()
    }

    /// What does not fit, and the number of its entry; nil when every entry is as it was sealed.
    public func firstMistake() -> (entry: Int?, problem: VerifyProblem)? {
        var check = ChainCheck(room: room.room, origin: room.origin, madeAt: room.madeAt)
        for sealed in entries {
            if let problem = check.take(SealedRow(sealed)) { return (check.number, problem) }
        }
        if let wrong = check.firstBadErasure { return (wrong, .badErasure) }
        guard check.number == room.head, hexadecimal(check.hash) == room.headHash else {
            return (check.number < room.head ? check.number + 1 : nil, .headDiffers(recorded: room.head))
        }
        return nil
    }
}
