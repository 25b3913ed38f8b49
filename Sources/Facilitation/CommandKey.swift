/// A client's idempotency key with the body of the command that it came with: the same command can be sent again under it,
/// and is done once. The same key with another body is another command.
public struct CommandKey: Sendable, Hashable {
    public let name: String
    /// Canonical bytes that say which command it is.
    public let body: [UInt8]

    public init(name: String, body: [UInt8]) {
        self.name = name
        self.body = body
    }
}
