import Facilitation
import Hashing
import JSONText

extension Framework {
    /// The same framework with its hash: `sha256:` and 64 hexadecimal digits over its canonical JSON.
    public func sealed() -> Framework {
        var framework = self
        framework.hash = FrameworkHash(digits: SHA256.hex(JSONEmitter(.compact).bytes(canonicalJSON))).name
        return framework
    }
}
