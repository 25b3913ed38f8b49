import CLibCrypto

/// The hash of FIPS 180-4. The only place that knows which library computes it.
public enum SHA256 {
    /// Length of a digest in bytes.
    public static let length = 32

    public static func digest(_ bytes: [UInt8]) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: length) { digest, count in
            bytes.withUnsafeBufferPointer { input in
                _ = CLibCrypto.SHA256(input.baseAddress, input.count, digest.baseAddress)
            }
            count = length
        }
    }
}

/// SHA-256 of the UTF-8 bytes of a text as 64 lower-case hexadecimal digits; also the name of a saved
/// framework.
public func sha256Hex(of text: String) -> String { hexadecimal(SHA256.digest(Array(text.utf8))) }

/// Two lower-case digits a byte.
func hexadecimal(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count * 2)
    for byte in bytes {
        text.append(digits[Int(byte >> 4)])
        text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
}
