import Facilitation
import Hashing
import JSONText

// How a command is known again that comes a second time after its words were erased.
//
//     details of the erased entry = {"keyed":{"body":…,"key":…,"secret":…}, …}, in hexadecimal
//     secret = SHA-256( S ‖ canonical("commonground.key-secret/1") ), the first 8 bytes: which S the others were made with
//     body   = key_salt ‖ the first two bytes of SHA-256( S ‖ canonical("commonground.erased-body/1", key_commitment) )
//                                                                       where the entry had them
//     key    = SHA-256( S ‖ canonical("commonground.erased-key/2", principal, key) ), half of it
//                                                                       where the key or the principal went too
//
// S is the room's own, 32 random bytes that stand in the store and its back-ups and in no export. A key may hold a name, and
// a command the words that went: whoever has an export alone cannot try names and words against what stays. In a store
// that took an export in, the secret is another, so there a lost key is a new one, and of a kept key it is only known that
// it was used. Whoever holds the store itself can try a line; of 65,536 that are wrong, one fits.
//
// Remains of earlier versions, made without a secret, name none and count for nothing.

/// What only a store knows of a room, and what the remains of its keys are made with.
public struct KeySecret: Sendable, Hashable {
    static let length = 32
    private static let nameLength = 8
    let bytes: [UInt8]

    /// A new one.
    public init() { bytes = EntryChain.makeSalt() + EntryChain.makeSalt() }

    /// Nil for bytes that are no secret.
    init?(_ bytes: [UInt8]) {
        guard bytes.count == KeySecret.length else { return nil }
        self.bytes = bytes
    }

    /// Tells it from others, and nothing about it.
    fileprivate var name: [UInt8] { Array(digest("commonground.key-secret/1") { _ in }.prefix(KeySecret.nameLength)) }

    fileprivate func digest(_ purpose: String, _ values: (inout CanonicalBytes) -> Void) -> [UInt8] {
        var canonical = CanonicalBytes(prefix: bytes)
        canonical.append(purpose)
        values(&canonical)
        return SHA256.digest(canonical.bytes)
    }
}

/// What stays of a key, and of the command that it came with, in an entry that was erased.
public struct KeyRemains: Sendable, Hashable {
    static let field = "keyed"
    private static let tagLength = 2
    private static let hashLength = 16

    private let secret: KeySecret
    /// Salt and tag of the body.
    private var bodyBytes: [UInt8]?
    /// The hash of a key that went.
    private var keyBytes: [UInt8]?

    /// Of an entry that is to be erased, or was before.
    public init(_ sealed: SealedEntry, secret: KeySecret) {
        self.secret = secret
        if sealed.entry.erased {
            guard let fields = KeyRemains.fields(in: sealed.entry.details, madeWith: secret) else { return }
            bodyBytes = KeyRemains.body(in: fields)
            keyBytes = KeyRemains.key(in: fields)
        } else if let salt = sealed.salt, let commitment = sealed.keyCommitment,
            commitment.count == EntryChain.keyCommitmentLength
        {
            bodyBytes = EntryChain.keySalt(of: salt) + KeyRemains.tag(of: commitment, secret)
        }
    }

    /// The key goes from the entry, or the principal whose it is.
    public mutating func lose(_ key: String, of principal: String) {
        keyBytes = KeyRemains.hash(key, of: principal, secret)
    }

    /// The details of the entry with this in them.
    public func added(to details: String) -> String {
        var remains: [String: JSONValue] = [:]
        remains["body"] = bodyBytes.map { JSONValue.string(hexadecimal($0)) }
        remains["key"] = keyBytes.map { JSONValue.string(hexadecimal($0)) }
        if remains.isEmpty { return details }
        remains["secret"] = .string(hexadecimal(secret.name))
        var fields = (try? JSONScanner().scan(details))?.object ?? [:]
        fields[KeyRemains.field] = .object(remains)
        return JSONEmitter(.compact).text(.object(fields))
    }

    /// Whether the command of the entry with these details had this body; `erased` where that cannot be told any more.
    static func match(of body: [UInt8], in details: String, _ secret: KeySecret?) -> KeyMatch {
        guard let secret, let fields = fields(in: details, madeWith: secret), let kept = KeyRemains.body(in: fields)
        else { return .erased }
        let commitment = EntryChain.keyCommitment(keySalt: Array(kept.prefix(EntryChain.saltLength)), body: body)
        return kept.suffix(tagLength).elementsEqual(tag(of: commitment, secret)) ? .same : .other
    }

    /// The hash of a key that went; nil where none did.
    fileprivate static func lostKey(in details: String) -> [UInt8]? { fields(in: details).flatMap(key(in:)) }

    /// Nil where nothing stays.
    private static func fields(in details: String) -> JSONValue? {
        guard details.contains("\"\(field)\":{") else { return nil }
        return try? JSONScanner().scan(details)[field]
    }

    /// Nil where nothing stays, or what stays was made with another secret.
    private static func fields(in details: String, madeWith secret: KeySecret) -> JSONValue? {
        fields(in: details).flatMap { $0["secret"]?.string == hexadecimal(secret.name) ? $0 : nil }
    }

    private static func body(in fields: JSONValue) -> [UInt8]? {
        value("body", EntryChain.saltLength + tagLength, in: fields)
    }

    private static func key(in fields: JSONValue) -> [UInt8]? { value("key", hashLength, in: fields) }

    private static func value(_ name: String, _ length: Int, in fields: JSONValue) -> [UInt8]? {
        fields[name]?.string.flatMap(bytes(ofHexadecimal:)).flatMap { $0.count == length ? $0 : nil }
    }

    private static func tag(of commitment: [UInt8], _ secret: KeySecret) -> [UInt8] {
        Array(secret.digest("commonground.erased-body/1") { $0.append(commitment) }.prefix(tagLength))
    }

    fileprivate static func hash(_ key: String, of principal: String, _ secret: KeySecret) -> [UInt8] {
        let digest = secret.digest("commonground.erased-key/2") {
            $0.append(principal)
            $0.append(key)
        }
        return Array(digest.prefix(hashLength))
    }
}

/// The keys of a room that were erased: they are known when they come again, and cannot be read.
public struct ErasedKeys: Sendable {
    /// The numbers of their entries, by hash.
    private var numbers: [[UInt8]: Int] = [:]

    public init() {}

    public var isEmpty: Bool { numbers.isEmpty }

    public mutating func take(_ entry: Entry) {
        guard entry.erased, let lost = KeyRemains.lostKey(in: entry.details) else { return }
        numbers[lost] = entry.number
    }

    /// The number of the entry that the key stood in; nil for any other key.
    public func entry(forKey key: String, principal: String, _ secret: KeySecret) -> Int? {
        numbers[KeyRemains.hash(key, of: principal, secret)]
    }
}
