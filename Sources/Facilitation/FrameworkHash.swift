/// What tells one framework from another: SHA-256 over its canonical JSON. A session names it whole, as *sha256:…*; a store
/// keeps the framework's text under the digits alone.
public struct FrameworkHash: Sendable, Hashable {
    private static let prefix = "sha256:"

    /// Lower-case hexadecimal digits.
    public let digits: String

    public init(digits: String) { self.digits = digits }

    /// Nil for a text that is no such name.
    public init?(_ name: String) {
        guard name.hasPrefix(FrameworkHash.prefix) else { return nil }
        digits = String(name.dropFirst(FrameworkHash.prefix.count))
    }

    /// As a session names it.
    public var name: String { FrameworkHash.prefix + digits }
}
