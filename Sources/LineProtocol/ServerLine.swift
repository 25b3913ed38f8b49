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
            return JSONEmitter(.compact).bytes([
                "ev": "erased", "room": .string(entry.room), "seq": .integer(entry.number),
            ])
        }
        var line: [String: JSONValue] = [
            "room": .string(entry.room), "seq": .integer(entry.number), "text": .string(entry.words),
            "at": .string(entry.at),
        ]
        let details = (try? JSONScanner().scan(entry.details)) ?? [:]
        if !hidesCause { line["cause"] = details["cause"] }
        switch entry.direction {
        case .heard:
            heard(entry, details, &line)
            // A client may put anything into its ids, names too.
            if hidesSpeaker { (line["by"], line["cause"]) = (nil, nil) }
        case .said:
            line["ev"] = "bot"
            line["to"] = .string(entry.to ?? "room")
            line["expects"] = details["expects"]
            line["choices"] = details["choices"]
            line["answers"] = entry.answers.map(JSONValue.integer)
        }
        return JSONEmitter(.compact).bytes(.object(line))
    }

    private static func heard(_ entry: Entry, _ details: JSONValue, _ line: inout [String: JSONValue]) {
        line["ev"] = "said"
        line["by"] = entry.by.map(JSONValue.string)
        line["item"] = details["item"]
        if entry.to != nil { line["private"] = true }
        let readings = ((try? JSONScanner(depthLimit: 16).scan(entry.reading))?.array ?? []).map(shown)
        if let first = readings.first { line["reading"] = first }
        if readings.count > 1 { line["readings"] = .array(readings) }
    }

    /// A set-up is told in the reply to `open` and in the record; an event need not carry all of it.
    private static func shown(_ reading: JSONValue) -> JSONValue {
        guard case .object(var fields) = reading else { return reading }
        fields["setup"] = nil
        return .object(fields)
    }

    /// Stands for an entry that this principal may not read.
    public static func withheld(_ entry: Entry) -> [UInt8] {
        JSONEmitter(.compact).bytes(["ev": "withheld", "room": .string(entry.room), "seq": .integer(entry.number)])
    }
}
