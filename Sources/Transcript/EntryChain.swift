import Facilitation
import Hashing

// How a transcript proves that nothing in it was changed. `‖` joins bytes; `canonical` is `CanonicalBytes`.
//
//     frame(n)      = canonical(room, number, session, at, today, direction, answers)
//     content(n)    = canonical(by, name, principal, recipient, words, reading, details, key, key_commitment,
//                               reply)
//     commitment(n) = SHA-256( salt(n) ‖ canonical("commonground.entry/1") ‖ frame(n) ‖ content(n) )
//     hash(0)       = SHA-256( canonical("commonground.room/1", room, origin, made_at) )
//     hash(n)       = SHA-256( hash(n−1) ‖ frame(n) ‖ commitment(n) )
//     key_salt(n)       = SHA-256( salt(n) ‖ canonical("commonground.key-salt/1") ), the first 16 bytes
//     key_commitment(n) = SHA-256( key_salt(n) ‖ canonical("commonground.key/2", body of the command) ), the first 16
//
// Entries of earlier versions have SHA-256( salt(n) ‖ canonical("commonground.key/1", body of the command) ), all 32.
//
// `salt(n)` is 16 random bytes of the entry's own. The chain holds commitments and not words, so that a blind
// rating cannot be guessed from its hash, and so that salt and content can go when somebody is erased: frame,
// commitment and hash stay, and the chain still fits.

/// The seal on one entry.
struct EntrySeal: Equatable {
    var salt: [UInt8]
    var commitment: [UInt8]
    var hash: [UInt8]
}

enum EntryChain {
    static let saltLength = 16
    /// Another length than earlier versions gave it, by which theirs are told.
    static let keyCommitmentLength = 16

    static func makeSalt() -> [UInt8] {
        var random = RandomBytes(drawnAtOnce: saltLength)
        return random.next(saltLength)
    }

    /// `hash(0)`: binds the chain to its room.
    static func start(room: String, origin: String, madeAt: String) -> [UInt8] {
        var canonical = CanonicalBytes()
        canonical.append("commonground.room/1")
        canonical.append(room)
        canonical.append(origin)
        canonical.append(madeAt)
        return SHA256.digest(canonical.bytes)
    }

    /// The salt of the key's body alone: it may stay when the entry is erased, for it leads to nothing else.
    static func keySalt(of salt: [UInt8]) -> [UInt8] {
        var canonical = CanonicalBytes(prefix: salt)
        canonical.append("commonground.key-salt/1")
        return Array(SHA256.digest(canonical.bytes).prefix(saltLength))
    }

    static func keyCommitment(salt: [UInt8], body: [UInt8]) -> [UInt8] {
        keyCommitment(keySalt: keySalt(of: salt), body: body)
    }

    static func keyCommitment(keySalt: [UInt8], body: [UInt8]) -> [UInt8] {
        var canonical = CanonicalBytes(prefix: keySalt)
        canonical.append("commonground.key/2")
        canonical.append(body)
        return Array(SHA256.digest(canonical.bytes).prefix(keyCommitmentLength))
    }

    /// Of an entry that an earlier version wrote.
    static func earlierKeyCommitment(salt: [UInt8], body: [UInt8]) -> [UInt8] {
        var canonical = CanonicalBytes(prefix: salt)
        canonical.append("commonground.key/1")
        canonical.append(body)
        return SHA256.digest(canonical.bytes)
    }

    /// What stays of an erased entry; see `Amendment.swift`.
    static func remains(salt: [UInt8], values: CanonicalBytes) -> [UInt8] {
        var canonical = CanonicalBytes(prefix: salt)
        canonical.append("commonground.remains/1")
        return SHA256.digest(canonical.bytes + values.bytes)
    }

    /// `values` are frame and content; the frame is their first `frameLength` bytes.
    static func commitment(salt: [UInt8], values: CanonicalBytes) -> [UInt8] {
        var canonical = CanonicalBytes(prefix: salt)
        canonical.append("commonground.entry/1")
        return SHA256.digest(canonical.bytes + values.bytes)
    }

    static func hash(previous: [UInt8], values: CanonicalBytes, frameLength: Int, commitment: [UInt8])
        -> [UInt8]
    {
        var input = previous
        input.reserveCapacity(previous.count + frameLength + commitment.count)
        input += values.bytes[..<frameLength]
        input += commitment
        return SHA256.digest(input)
    }

    /// Frame and content of an entry in the order of the columns, and how many bytes the frame takes.
    static func values(
        of entry: Entry, keyCommitment: [UInt8]?
    ) -> (values: CanonicalBytes, frameLength: Int) {
        var values = CanonicalBytes()
        values.append(entry.room)
        values.append(entry.number)
        values.append(entry.session)
        values.append(entry.at)
        values.append(entry.today)
        values.append(entry.direction.rawValue)
        values.append(entry.answers)
        let frameLength = values.bytes.count
        values.append(entry.by)
        values.append(entry.name)
        values.append(entry.principal)
        values.append(entry.to)
        values.append(entry.words)
        values.append(entry.reading)
        values.append(entry.details)
        values.append(entry.key)
        values.append(keyCommitment)
        values.append(entry.reply)
        return (values, frameLength)
    }

    /// Seals an entry with a salt of its own.
    ///
    /// - Parameter random: where the salt comes from, drawn for many entries.
    /// - Returns: all of its columns with salt, commitment and hash, and the hash once more.
    static func seal(
        _ pending: PendingEntry, after previous: [UInt8], _ random: inout RandomBytes
    ) -> (row: CanonicalBytes, hash: [UInt8]) {
        let salt = random.next(saltLength)
        let keyCommitment = pending.key.map { EntryChain.keyCommitment(salt: salt, body: $0.body) }
        var (row, frameLength) = values(of: pending.entry, keyCommitment: keyCommitment)
        let commitment = commitment(salt: salt, values: row)
        let hash = hash(previous: previous, values: row, frameLength: frameLength, commitment: commitment)
        row.append(salt)
        row.append(commitment)
        row.append(hash)
        return (row, hash)
    }
}

extension SealedEntry {
    /// All of its columns in the order of the table: what a store writes that takes it over from another.
    var values: CanonicalBytes {
        var (values, _) = EntryChain.values(of: entry, keyCommitment: keyCommitment)
        values.append(salt)
        values.append(commitment)
        values.append(hash)
        values.append(entry.erased ? 1 : 0)
        values.append(erasedAt)
        values.append(erasedBecause)
        values.append(erasureSalt)
        return values
    }
}
