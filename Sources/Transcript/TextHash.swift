import Hashing

/// SHA-256 of the UTF-8 bytes of a text as 64 lower-case hexadecimal digits; also the name of a saved
/// framework.
public func sha256Hex(of text: String) -> String { SHA256.hex(Array(text.utf8)) }
