import Facilitation
import Hashing
import JSONText

// How a command is known again that comes a second time after its words were erased.
//
//     details of the erased entry = {"keyed":{"body":…,"key":…}, …}, in hexadecimal
//     body = key_salt ‖ the first two bytes of key_commitment          where the entry had them
//     key  = salt ‖ SHA-256( salt ‖ canonical("commonground.erased-key/1", principal, key) ), half of the hash
//                                                                       where the key or the principal went too
//
// `salt` is random, one for all keys of an erasure. Two bytes of the body tell another command from the same one, but for
// one in 65,536, and are too few to find words by trying: of a million lines that somebody may have said, sixteen fit.

/// What stays of a key, and of the command that it came with, in an entry that was erased.
public struct KeyRemains: Sendable, Hashable {
    static let field = "keyed"
    private static let tagLength = 2
    private static let hashLength = 16

    /// Salt and tag of the body.
    private var bodyBytes: [UInt8]?
    /// Salt and hash of a key that went.
    private var keyBytes: [UInt8]?

    /// Of an entry that is to be erased, or was before.
    public init(_ sealed: SealedEntry) {
        if sealed.entry.erased {
            self = KeyRemains(details: sealed.entry.details) ?? KeyRemains()
        } else if let salt = sealed.salt, let commitment = sealed.keyCommitment,
            commitment.count == EntryChain.keyCommitmentLength
        {
            bodyBytes = EntryChain.keySalt(of: salt) + commitment.prefix(KeyRemains.tagLength)
        }
    }

    /// Nil where nothing stays.
    init?(details: String) {
        guard details.contains("\"\(KeyRemains.field)\":{"),
            let fields = try? JSONScanner().scan(details)[KeyRemains.field]
        else { return nil }
        func value(_ name: String, _ length: Int) -> [UInt8]? {
            fields[name]?.string.flatMap(bytes(ofHexadecimal:)).flatMap { $0.count == length ? $0 : nil }
        }
        bodyBytes = value("body", EntryChain.saltLength + KeyRemains.tagLength)
        keyBytes = value("key", EntryChain.saltLength + KeyRemains.hashLength)
    }

    private init() {}

    /// The key goes from the entry, or the principal whose it is.
    public mutating func lose(_ key: String, of principal: String, salt: ErasureSalt) {
        keyBytes = salt.bytes + KeyRemains.hash(key, of: principal, salt: salt.bytes)
    }

    /// The details of the entry with this in them.
    public func added(to details: String) -> String {
        var fields = (try? JSONScanner().scan(details))?.object ?? [:]
        var remains: [String: JSONValue] = [:]
        remains["body"] = bodyBytes.map { JSONValue.string(hexadecimal($0)) }
        remains["key"] = keyBytes.map { JSONValue.string(hexadecimal($0)) }
        if remains.isEmpty { return details }
        fields[KeyRemains.field] = .object(remains)
        return JSONEmitter(.compact).text(.object(fields))
    }

    /// `erased` where nothing is left of the body.
    func matches(body: [UInt8]) -> KeyMatch {
        guard let (salt, tag) = bodyBytes.map(KeyRemains.parts) else { return .erased }
        return EntryChain.keyCommitment(keySalt: salt, body: body).starts(with: tag) ? .same : .other
    }

    fileprivate var lost: (salt: [UInt8], hash: [UInt8])? { keyBytes.map(KeyRemains.parts) }

    private static func parts(_ bytes: [UInt8]) -> (salt: [UInt8], hash: [UInt8]) {
        (Array(bytes.prefix(EntryChain.saltLength)), Array(bytes.dropFirst(EntryChain.saltLength)))
    }

    fileprivate static func hash(_ key: String, of principal: String, salt: [UInt8]) -> [UInt8] {
        var canonical = CanonicalBytes(prefix: salt)
        canonical.append("commonground.erased-key/1")
        canonical.append(principal)
        canonical.append(key)
        return Array(SHA256.digest(canonical.bytes).prefix(hashLength))
    }
}

/// Random bytes for all keys of one erasure, so that a key is looked for among them in one go.
public struct ErasureSalt: Sendable {
    let bytes = EntryChain.makeSalt()

    public init() {}
}

/// The keys of a room that were erased: they are known when they come again, and cannot be read.
public struct ErasedKeys: Sendable {
    /// The numbers of their entries, by salt and hash.
    private var numbers: [[UInt8]: [[UInt8]: Int]] = [:]

    public init() {}

    public mutating func take(_ entry: Entry) {
        guard entry.erased, let lost = KeyRemains(details: entry.details)?.lost else { return }
        numbers[lost.salt, default: [:]][lost.hash] = entry.number
    }

    /// The number of the entry that the key stood in; nil for any other key.
    public func entry(forKey key: String, principal: String) -> Int? {
        for (salt, entries) in numbers {
            if let number = entries[KeyRemains.hash(key, of: principal, salt: salt)] { return number }
        }
        return nil
    }
}
