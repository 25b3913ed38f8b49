import Facilitation
import Hashing

/// Goes along the chain of a room and says where it does not fit.
struct ChainCheck {
    private(set) var number = 0
    private(set) var hash: [UInt8]
    /// What is there of erased entries, and what the acts say should be.
    private var remains: [Int: String] = [:]
    private var listed: [Int: String] = [:]

    init(room: String, origin: String, madeAt: String) {
        hash = EntryChain.start(room: room, origin: origin, madeAt: madeAt)
    }

    /// The next entry; nil when it fits.
    mutating func take(_ row: SealedRow) -> VerifyProblem? {
        number += 1
        if let problem = row.problem(expected: number, previous: hash) { return problem }
        hash = row.seal.hash
        if row.erased { remains[number] = hexadecimal(EntryChain.remains(salt: row.erasureSalt, values: row.values)) }
        if row.isSaid {
            for (earlier, commitment) in ErasureList.commitments(in: row.details) where earlier < number {
                listed[earlier] = commitment
            }
        }
        return nil
    }

    /// The first entry whose erasure no act tells of, or of which something else is left than the act says.
    var firstBadErasure: Int? { remains.filter { listed[$0.key] != $0.value }.keys.min() }
}

/// An entry's columns as they are stored.
struct SealedRow {
    var number: Int
    var values = CanonicalBytes()
    var frameLength: Int
    var seal: EntrySeal
    var erased: Bool
    var erasureSalt: [UInt8]
    var isSaid: Bool
    var details: String
    private var hasSalt: Bool
    private var hasErasureSalt: Bool
    private var hasAllErasureNotes: Bool
    private var hasNoErasureNotes: Bool

    init(_ row: some StoredRow) {
        number = row.integer(1)
        row.canonical(columns: 0..<StoredColumns.frame, into: &values)
        frameLength = values.bytes.count
        row.canonical(columns: StoredColumns.frame..<StoredColumns.covered, into: &values)
        isSaid = row.text(5) == EntryDirection.said.rawValue
        details = isSaid ? row.text(13) : ""
        hasSalt = !row.isNone(17)
        seal = EntrySeal(salt: row.bytes(17), commitment: row.bytes(18), hash: row.bytes(19))
        erased = row.flag(20)
        hasErasureSalt = !row.isNone(23)
        erasureSalt = row.bytes(23)
        hasAllErasureNotes = !row.isNone(21) && !row.isNone(22) && hasErasureSalt
        hasNoErasureNotes = row.isNone(21) && row.isNone(22) && !hasErasureSalt
    }

    init(_ sealed: SealedEntry) {
        number = sealed.entry.number
        (values, frameLength) = EntryChain.values(of: sealed.entry, keyCommitment: sealed.keyCommitment)
        isSaid = sealed.entry.direction == .said
        details = isSaid ? sealed.entry.details : ""
        hasSalt = sealed.salt != nil
        seal = EntrySeal(salt: sealed.salt ?? [], commitment: sealed.commitment, hash: sealed.hash)
        erased = sealed.entry.erased
        hasErasureSalt = sealed.erasureSalt != nil
        erasureSalt = sealed.erasureSalt ?? []
        hasAllErasureNotes = sealed.erasedAt != nil && sealed.erasedBecause != nil && hasErasureSalt
        hasNoErasureNotes = sealed.erasedAt == nil && sealed.erasedBecause == nil && !hasErasureSalt
    }

    func problem(expected: Int, previous: [UInt8]) -> VerifyProblem? {
        guard number == expected else { return .missing }
        if erased {
            guard !hasSalt, hasAllErasureNotes else { return .badErasure }
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
