/// What a check of the transcripts found.
///
/// It finds every change to an entry, a missing or swapped entry, and entries cut off at the end. It cannot
/// find that somebody with write access removed a whole room, or wrote a whole new chain: for that, compare
/// `RoomSummary.headHash` with one that was printed earlier.
public struct VerifyReport: Sendable, Hashable {
    public var rooms = 0
    /// Entries that were looked at, erased ones included.
    public var entries = 0
    public var erased = 0
    /// At most one for each room: the first entry that does not fit.
    public var findings: [VerifyFinding] = []

    public var isSound: Bool { findings.isEmpty }
}

/// One thing that does not fit.
public struct VerifyFinding: Sendable, Hashable {
    /// Nil when it concerns the whole store.
    public var room: String?
    /// The first entry of the room that does not fit; nil when it is not about an entry.
    public var entry: Int?
    public var problem: VerifyProblem

    /// A sentence for people.
    public var explanation: String {
        let place = [room.map { "Room \($0)" }, entry.map { "entry #\($0)" }].compactMap { $0 }.joined(
            separator: ", ")
        let start = place.isEmpty ? "" : place + ": "
        return switch problem {
        case .changed: start + "this entry was changed after it was written."
        case .chainBroken: start + "this entry does not follow on from the one before it."
        case .missing: start + "this entry is missing."
        case .badErasure: start + "this entry is marked as erased, but was not erased by Common Ground."
        case .headDiffers(let head):
            start + "the room's list says that its last entry is #\(head); it is not."
        case .roomMissing: start + "there are entries, but the room they belong to is missing."
        case .frameworkMissing(let hash):
            start + "the framework \(hash) that it was opened with is missing. Without it the room cannot be opened; "
                + "a back-up of the store has it."
        case .frameworkChanged(let hash): "The saved framework \(hash) was changed after it was written."
        case .fileDamaged(let details): "The file of the store is damaged: \(details)."
        }
    }
}

public enum VerifyProblem: Sendable, Hashable {
    /// The commitment does not fit the columns.
    case changed
    /// The hash does not fit the hash before it, the frame or the commitment.
    case chainBroken
    /// The number is not there though a later one is.
    case missing
    /// Marked as erased, but salt or words are still there; or the reverse.
    case badErasure
    /// The room says that its head is another one.
    case headDiffers(recorded: Int)
    /// Entries whose room is not there.
    case roomMissing
    /// The framework that the room was opened with is not there.
    case frameworkMissing(hash: String)
    /// A framework's text does not have its hash.
    case frameworkChanged(hash: String)
    /// SQLite's own check of its file failed.
    case fileDamaged(details: String)
}
