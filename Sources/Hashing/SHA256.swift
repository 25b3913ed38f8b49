import CLibCrypto

/// SHA-256 (FIPS 180-4), done by OpenSSL's libcrypto.
public enum SHA256 {
    /// The 32 bytes of the hash.
    public static func digest(_ bytes: [UInt8]) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: Int(SHA256_DIGEST_LENGTH)) { buffer, count in
            _ = CLibCrypto.SHA256(bytes, bytes.count, buffer.baseAddress)
            count = Int(SHA256_DIGEST_LENGTH)
        }
    }

    /// The hash as 64 lower-case hexadecimal digits.
    public static func hex(_ bytes: [UInt8]) -> String { hexadecimal(digest(bytes)) }
}
