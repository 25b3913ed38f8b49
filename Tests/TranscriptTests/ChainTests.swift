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
        #expect(sha256Hex(of: message) == digest)
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
        #expect(hexadecimal(commitment) == "1b455d699f6e618ae75a8cac932371da751e6adc30baf312923c78e1ed16f7f1")
        #expect(hexadecimal(hash) == "dad9853a68c46718a24989dc611dd3770f6b960874b1a69082280eee9ee33d8f")
    }
}
