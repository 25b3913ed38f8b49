/// Which entry each of the latest messages became, so that a change of it in the chat finds its line.
struct History: Sendable {
    struct Line: Sendable, Hashable {
        var actor: String
        /// The number of its entry; nil while it is on its way.
        var entry: Int?
    }

    private var lines: [String: Line] = [:]
    private var order: [String] = []
    private var versions: Set<String> = []
    private var versionOrder: [String] = []
    /// So many messages can still be corrected or deleted from the chat.
    static let linesMax = 2_000

    subscript(message: String) -> Line? { lines[message] }

    mutating func add(_ message: String, _ line: Line) {
        if lines.updateValue(line, forKey: message) == nil { order.append(message) }
        if order.count > History.linesMax { lines[order.removeFirst()] = nil }
    }

    mutating func set(entry: Int, of message: String) { lines[message]?.entry = entry }

    mutating func remove(_ message: String) {
        lines[message] = nil
        order.removeAll { $0 == message }
    }

    /// Remembers a version of a message.
    ///
    /// - Returns: false when it was known.
    @discardableResult
    mutating func learn(version: String) -> Bool {
        guard versions.insert(version).inserted else { return false }
        versionOrder.append(version)
        if versionOrder.count > 2 * History.linesMax { versions.remove(versionOrder.removeFirst()) }
        return true
    }

    /// A version that was not kept in the end may come again.
    mutating func forget(version: String) {
        guard versions.remove(version) != nil else { return }
        versionOrder.removeAll { $0 == version }
    }
}
