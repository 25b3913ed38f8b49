import Facilitation
import Hashing
import Testing

@testable import Transcript

@Suite struct ChainTests {
    /// FIPS 180-2 appendix B and the empty message of the NIST examples.
    @Test(arguments: [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
        (
            String(repeating: "a", count: 1_000_000),
            "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
        ),
    ])
    func `SHA-256 gives the published digests`(message: String, digest: String) {
        #expect(SHA256.hex(Array(message.utf8)) == digest)
    }

    @Test func `Salts are of the length that was asked for, and no two of one source are alike`() {
        var random = RandomBytes(drawnAtOnce: 40)
        let salts = (0..<1_000).map { _ in random.next(16) } + [random.next(100)]
        #expect(
            Set(salts).count == 1_001 && salts.dropLast().allSatisfy { $0.count == 16 } && salts[1_000].count == 100)
        #expect(Set(salts.joined()).count == 256, "no byte is left out")
    }

    @Test func `Moving a letter from one field to the next changes the canonical bytes`() {
        var (left, right) = (CanonicalBytes(), CanonicalBytes())
        left.append("ab")
        left.append("c")
        right.append("a")
        right.append("bc")
        #expect(left.bytes != right.bytes)
        var (none, empty) = (CanonicalBytes(), CanonicalBytes())
        none.append(String?.none)
        empty.append("")
        #expect(none.bytes != empty.bytes)
    }

    /// The figures come from a separate program written after the formula at the top of `EntryChain.swift`.
    @Test func `Commitment and hash of a known entry are those of the formula`() {
        var entry = fullLine("north", 1).entry
        entry.words = "naïve café"
        let salt = [UInt8](0..<16)
        let key = EntryChain.keyCommitment(salt: salt, body: Array("body 1".utf8))
        let (values, frameLength) = EntryChain.values(of: entry, keyCommitment: key)
        let commitment = EntryChain.commitment(salt: salt, values: values)
        let start = EntryChain.start(room: "north", origin: "log", madeAt: "2027-03-31T09:00:00.000Z")
        let hash = EntryChain.hash(
            previous: start, values: values, frameLength: frameLength, commitment: commitment)
        #expect(hexadecimal(commitment) == "c56995feb49c17a57b3c28e7725169055e35fb7cb717ea602b44186611d588c3")
        #expect(hexadecimal(hash) == "bddbeb0f01dceda259cc5be75050f896aaeda0889b0442c88aa179217541bbed")
    }

    /// Figures of the same program.
    @Test func `What stays of an erased key is that of the formula, and tells the command and no other`() throws {
        let salt = [UInt8](0..<16)
        let secret = try #require(KeySecret([UInt8](0..<32)))
        var entry = fullLine("north", 3).entry
        let sealed = SealedEntry(
            entry, keyCommitment: EntryChain.keyCommitment(salt: salt, body: Array("body 1".utf8)), salt: salt,
            commitment: [], hash: [])
        var remains = KeyRemains(sealed, secret: secret)
        #expect(
            remains.added(to: "")
                == #"{"keyed":{"body":"03b87c8eedaf3807556e632f60f7d0c17c9f","secret":"64ef53212c561b1a"}}"#)
        remains.lose("t:ann:8842", of: "bridge:irc")
        entry.erased = true
        entry.details = remains.added(to: "")
        #expect(entry.details.contains(#""key":"c226fa785d3e73da32c99fd5c4b37fea""#))
        let keyed = KeyedEntry(erased: entry)
        #expect(keyed.matches(body: Array("body 1".utf8), secret: secret) == .same)
        #expect(keyed.matches(body: Array("body 2".utf8), secret: secret) == .other)
        var keys = ErasedKeys()
        keys.take(entry)
        #expect(keys.entry(forKey: "t:ann:8842", principal: "bridge:irc", secret) == 3)
        #expect(keys.entry(forKey: "t:ann:8842", principal: "bridge:web", secret) == nil)
        #expect(keys.entry(forKey: "t:ann:8843", principal: "bridge:irc", secret) == nil)
        // Without the secret, or with another one, nobody learns whether a key or a body fits.
        let other = KeySecret()
        for secret in [nil, other] {
            #expect(keyed.matches(body: Array("body 1".utf8), secret: secret) == .erased)
            #expect(keyed.matches(body: Array("body 2".utf8), secret: secret) == .erased)
        }
        #expect(keys.entry(forKey: "t:ann:8842", principal: "bridge:irc", other) == nil)
        // Erased once more, it stays known by what it was known by; made with another secret, by nothing.
        let again = SealedEntry(entry, commitment: [], hash: [])
        #expect(KeyRemains(again, secret: secret).added(to: "") == entry.details)
        #expect(KeyRemains(again, secret: other).added(to: "") == "")
    }

    /// As an earlier version left it, without a secret: salt and hash of the key stood beside each other.
    @Test func `What an earlier version left of a key is not read`() {
        var entry = fullLine("north", 3).entry
        entry.erased = true
        entry.details =
            #"{"keyed":{"body":"03b87c8eedaf3807556e632f60f7d0c1bc7e","key":"000102030405060708090a0b0c0d0e0f"#
            + #"3bcfbec548f869cc729458d0126eb70e"}}"#
        #expect(KeyedEntry(erased: entry).matches(body: Array("body 2".utf8), secret: KeySecret()) == .erased)
        var keys = ErasedKeys()
        keys.take(entry)
        #expect(keys.isEmpty)
    }

    @Test func `The key of an entry of an earlier version is known by its body`() {
        let salt = [UInt8](0..<16)
        let commitment = EntryChain.earlierKeyCommitment(salt: salt, body: Array("body 1".utf8))
        let keyed = KeyedEntry(entry: fullLine("north", 1).entry, salt: salt, commitment: commitment)
        #expect(keyed.matches(body: Array("body 1".utf8)) == .same)
        #expect(keyed.matches(body: Array("body 2".utf8)) == .other)
    }
}
