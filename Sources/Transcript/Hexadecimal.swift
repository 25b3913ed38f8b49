import Hashing

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
