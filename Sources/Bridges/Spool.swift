import Foundation
import JSONText

/// What matterbridge gave away of its buffer and is not in the transcript yet: it gives it away once, so that a kill in
/// between would lose it. A file with one message a line; gone as soon as everything in it is kept.
struct Spool {
    private let path: String?
    private var isEmpty: Bool
    /// Whether something in it is for the next start.
    private var isLeft = false

    /// - Parameter path: nil to keep nothing.
    init(path: String?) {
        self.path = path
        isEmpty = path.map { !FileManager.default.fileExists(atPath: $0) } ?? true
    }

    /// What was left by a start before this one. A last line that was not written whole is passed over: then its
    /// message was not acted upon either.
    func left() -> [ChatMessage] {
        guard let path, let data = FileManager.default.contents(atPath: path) else { return [] }
        var messages: [ChatMessage] = []
        for line in data.split(separator: 0x0A) { messages += ChatMessage.all(in: Array(line)) ?? [] }
        return messages
    }

    /// Keeps messages through a kill of the program and of the computer.
    ///
    /// - Returns: false when they could not be written; they are acted upon all the same.
    mutating func add(_ messages: [ChatMessage]) -> Bool {
        guard let path, !messages.isEmpty else { return true }
        var lines: [UInt8] = []
        for message in messages { lines += JSONEmitter(.compact).bytes(message.json) + [0x0A] }
        isEmpty = false
        if !FileManager.default.fileExists(atPath: path) {
            let attributes: [FileAttributeKey: Any] = [.posixPermissions: 0o600]
            guard FileManager.default.createFile(atPath: path, contents: nil, attributes: attributes) else {
                return false
            }
        }
        guard let file = FileHandle(forWritingAtPath: path) else { return false }
        defer { try? file.close() }
        do {
            try file.seekToEnd()
            try file.write(contentsOf: Data(lines))
            try file.synchronize()
            return true
        } catch {
            return false
        }
    }

    /// As `add`, when this start acts upon nothing more: nothing takes them out before the next one.
    mutating func leave(_ messages: [ChatMessage]) -> Bool {
        if !messages.isEmpty { isLeft = true }
        return add(messages)
    }

    /// Everything in it is kept elsewhere, but for what was left for the next start.
    mutating func clear() {
        guard let path, !isEmpty, !isLeft else { return }
        try? FileManager.default.removeItem(atPath: path)
        isEmpty = true
    }
}
