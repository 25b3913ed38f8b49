/// Which entries each of the latest messages became, so that a change of it in the chat finds its lines.
struct History: Sendable {
    struct Line: Sendable, Hashable {
        var actor: String
        /// A long message is several entries, counted from 0. None while it is on its way, and when all were withdrawn.
        var parts: [Int: Part] = [:]
    }

    struct Part: Sendable, Hashable {
        var entry: Int
        /// A hash of what it says now; nil when that is not known.
        fileprivate var words: Int?

        init(entry: Int, words: String?) {
            self.entry = entry
            self.words = words?.hashValue
        }

        func says(_ text: String) -> Bool { words == text.hashValue }
    }

    private var lines: [String: Line] = [:]
    private var order: [String] = []
    private var versions: Set<String> = []
    private var versionOrder: [String] = []
    /// So many messages can still be corrected or deleted from the chat.
    static let linesMax = 2_000

    subscript(message: String) -> Line? { lines[message] }

    /// A message is on its way.
    mutating func add(_ message: String, by actor: String) {
        guard lines[message] == nil else { return }
        lines[message] = Line(actor: actor)
        order.append(message)
        if order.count > History.linesMax { lines[order.removeFirst()] = nil }
    }

    /// A part of a message stands in the transcript.
    mutating func keep(_ part: Part, at place: Int, of message: String, by actor: String) {
        add(message, by: actor)
        lines[message]?.parts[place] = part
    }

    /// A part of a message was corrected, and with which words is not known.
    mutating func forgetWords(at place: Int, of message: String) { lines[message]?.parts[place]?.words = nil }

    /// A part of a message was withdrawn.
    mutating func withdraw(at place: Int, of message: String) { lines[message]?.parts[place] = nil }

    /// A message of which nothing was kept is a new one when it is changed.
    mutating func removeUnlessKept(_ message: String) {
        guard let line = lines[message], line.parts.isEmpty else { return }
        lines[message] = nil
        order.removeAll { $0 == message }
    }

    /// Another transcript is begun, in which no message stands. What was heard before the change is still known, so that
    /// it is not said again there.
    mutating func forgetLines() {
        lines = [:]
        order = []
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
}
