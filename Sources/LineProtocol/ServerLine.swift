import Facilitation
import JSONText

/// The lines of the server, as bytes without the line end. Events are made from entries alone, so that `sync` repeats
/// them byte for byte.
public enum ServerLine {
    public static func reply(to id: String?, _ fields: [String: JSONValue] = [:]) -> [UInt8] {
        var line = fields
        line["re"] = id.map(JSONValue.string) ?? .null
        line["ok"] = true
        return JSONEmitter(.compact).bytes(.object(line))
    }

    /// The reply to what was said in a room.
    ///
    /// - Parameter log: the name of the transcript, told where a room is opened.
    /// - Parameter declined: code and sentence, where a line was kept but what it asked for was refused.
    public static func reply(
        to id: String?, number: Int, item: String?, isRepeated: Bool, log: String? = nil,
        declined: (code: String, message: String)?
    ) -> [UInt8] {
        var line = JSONObjectWriter()
        if let declined {
            line.add("declined", ["code": .string(declined.code), "msg": .string(declined.message)])
        }
        if isRepeated { line.add("dup", true) }
        if let item { line.add("item", item) }
        if let log { line.add("log", log) }
        line.add("ok", true)
        line.add("re", id.map(JSONValue.string) ?? .null)
        line.add("seq", number)
        return line.finished()
    }

    /// - Parameter lineNumber: told when there is no `id` to answer to.
    public static func failure(to id: String?, _ error: WireError, lineNumber: Int? = nil) -> [UInt8] {
        var line = error.more
        line["re"] = id.map(JSONValue.string) ?? .null
        line["ok"] = false
        line["code"] = .string(error.code.rawValue)
        line["msg"] = .string(error.message)
        line["retry"] = .bool(error.mayRetry)
        line["field"] = error.field.map(JSONValue.string)
        if id == nil, let lineNumber { line["line"] = .integer(lineNumber) }
        return JSONEmitter(.compact).bytes(.object(line))
    }

    /// - Parameter hidesSpeaker: true where attribution keeps from this reader who spoke: then there is no `by` and no
    ///   `cause`.
    /// - Parameter hidesCause: true for readers who did not send the command that it came of.
    public static func event(_ entry: Entry, hidesSpeaker: Bool = false, hidesCause: Bool = false) -> [UInt8] {
        if entry.erased {
            return placeholder(.erased, for: entry)
        }
        switch entry.direction {
        // A client may put anything into its ids, names too.
        case .heard: return said(entry, by: hidesSpeaker ? nil : entry.by, hidesCause: hidesCause || hidesSpeaker)
        case .said: return bot(entry, hidesCause: hidesCause)
        }
    }

    private static func said(_ entry: Entry, by speaker: String?, hidesCause: Bool) -> [UInt8] {
        let details = LineParts(entry.details)
        let readings = LineParts.readings(entry.reading)
        var line = JSONObjectWriter(capacity: 256 + entry.words.utf8.count)
        line.add("at", entry.at)
        if let speaker { line.add("by", speaker) }
        if !hidesCause { details.copy("cause", to: &line) }
        line.add("ev", EventName.said.rawValue)
        details.copy("item", to: &line)
        if entry.to != nil { line.add("private", true) }
        if let first = readings.first { line.add("reading", json: first) }
        if readings.count > 1 {
            let list = Array(readings.joined(separator: [UInt8(ascii: ",")]))
            line.add("readings", json: [UInt8(ascii: "[")] + list + [UInt8(ascii: "]")])
        }
        line.add("room", entry.room)
        line.add("seq", entry.number)
        line.add("text", entry.words)
        return line.finished()
    }

    private static func bot(_ entry: Entry, hidesCause: Bool) -> [UInt8] {
        let details = LineParts(entry.details)
        var line = JSONObjectWriter(capacity: 256 + entry.words.utf8.count)
        if let answers = entry.answers { line.add("answers", answers) }
        details.copy("asks", to: &line)
        line.add("at", entry.at)
        if !hidesCause { details.copy("cause", to: &line) }
        details.copy("choices", to: &line)
        details.copy("erased", to: &line)
        line.add("ev", EventName.bot.rawValue)
        details.copy("expects", to: &line)
        line.add("room", entry.room)
        line.add("seq", entry.number)
        line.add("text", entry.words)
        line.add("to", entry.to ?? "room")
        return line.finished()
    }

    /// Stands for an entry that this principal may not read.
    public static func withheld(_ entry: Entry) -> [UInt8] { placeholder(.withheld, for: entry) }

    private static func placeholder(_ name: EventName, for entry: Entry) -> [UInt8] {
        JSONEmitter(.compact).bytes([
            "ev": .string(name.rawValue), "room": .string(entry.room), "seq": .integer(entry.number),
        ])
    }

    /// The last line of a connection that the server ends.
    ///
    /// - Parameters:
    ///   - message: why, for people.
    ///   - resume: for each room that was followed, its transcript and the last event that was sent.
    public static func closing(
        _ dismissal: Dismissal, message: String, resume: [String: (log: String, after: Int)]
    ) -> [UInt8] {
        JSONEmitter(.compact).bytes([
            "ev": .string(EventName.closing.rawValue), "code": .string(dismissal.rawValue), "msg": .string(message),
            "resume": .object(
                resume.mapValues { place in ["log": .string(place.log), "after": .integer(place.after)] }),
        ])
    }
}

/// Why a connection is closed by the server.
public enum Dismissal: String, Sendable, CaseIterable {
    /// The client does not read what it is sent.
    case slowConsumer = "SLOW_CONSUMER"
    /// The server is ending.
    case shuttingDown = "SHUTTING_DOWN"
    /// It has not said who it is in time, or named a wrong token too often.
    case notAuthenticated = "NOT_AUTHENTICATED"
    /// A room that it follows has another transcript under the same name.
    case logChanged = "LOG_CHANGED"
}
