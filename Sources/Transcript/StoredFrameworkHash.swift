import Facilitation
import Hashing

extension FrameworkHash {
    /// Of a framework by the text that a store keeps.
    public init(of text: String) { self.init(digits: SHA256.hex(Array(text.utf8))) }
}
