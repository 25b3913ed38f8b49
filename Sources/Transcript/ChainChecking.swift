/// A room's chain as the list of rooms describes it, to be held against its entries, one after the other.
struct RoomChain {
    let room: String
    private let head: Int
    private let headHash: [UInt8]
    /// The last entry that fits, and its hash.
    private var number = 0
    private var hash: [UInt8]
    private(set) var entries = 0
    private(set) var erased = 0
    private var finding: VerifyFinding?

    /// From `StoredColumns.chain`.
    init(_ row: some StoredRow) {
        room = row.text(0)
        head = row.integer(3)
        headHash = row.bytes(4)
        hash = EntryChain.start(room: room, origin: row.text(1), madeAt: row.text(2))
    }

    /// The next entry, from `StoredColumns.sealed`.
    ///
    /// - Returns: false when it does not fit, and no more are wanted.
    mutating func take(_ row: some StoredRow) -> Bool {
        let row = SealedRow(row)
        entries += 1
        if row.erased { erased += 1 }
        if let problem = row.problem(expected: number + 1, previous: hash) {
            finding = VerifyFinding(room: room, entry: number + 1, problem: problem)
            return false
        }
        number += 1
        hash = row.hash
        return true
    }

    /// Adds what was found, when no more entries follow.
    func finish(_ report: inout VerifyReport) {
        report.rooms += 1
        report.entries += entries
        report.erased += erased
        if let finding {
            report.findings.append(finding)
        } else if number < head {
            report.findings.append(VerifyFinding(room: room, entry: number + 1, problem: .missing))
        } else if number != head || hash != headHash {
            let entry = number == 0 ? nil : number
            report.findings.append(VerifyFinding(room: room, entry: entry, problem: .headDiffers(recorded: head)))
        }
    }
}

/// An entry's columns as they are stored.
private struct SealedRow {
    var number: Int
    var values = CanonicalBytes()
    var frameLength: Int
    var seal: EntrySeal
    var erased: Bool
    /// Nothing about an erasure is noted.
    var hasNoErasureNotes: Bool
    /// What an erasure must have emptied is empty.
    var isBlank: Bool
    var hasSalt: Bool

    var hash: [UInt8] { seal.hash }

    init(_ row: some StoredRow) {
        number = row.integer(1)
        row.canonical(columns: 0..<StoredColumns.frame, into: &values)
        frameLength = values.bytes.count
        row.canonical(columns: StoredColumns.frame..<StoredColumns.covered, into: &values)
        hasSalt = !row.isNone(17)
        seal = EntrySeal(salt: row.bytes(17), commitment: row.bytes(18), hash: row.bytes(19))
        erased = row.flag(20)
        hasNoErasureNotes = row.isNone(21) && row.isNone(22)
        isBlank = row.text(8).isEmpty && row.text(11).isEmpty
    }

    func problem(expected: Int, previous: [UInt8]) -> VerifyProblem? {
        guard number == expected else { return .missing }
        if erased {
            guard !hasSalt, isBlank, !hasNoErasureNotes else { return .badErasure }
        } else {
            guard hasSalt, hasNoErasureNotes else { return .badErasure }
            guard seal.commitment == EntryChain.commitment(salt: seal.salt, values: values) else {
                return .changed
            }
        }
        let hash = EntryChain.hash(
            previous: previous, values: values, frameLength: frameLength, commitment: seal.commitment)
        return seal.hash == hash ? nil : .chainBroken
    }
}
