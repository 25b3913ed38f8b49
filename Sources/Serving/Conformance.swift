import JSONText

/// The numbered rules of the line protocol as golden conversations, and a runner that holds any implementation to them.
///
/// `Rules/line-protocol.ndjson`, a step a line: `rule` begins a rule with a new peer and a room of its own; `send` and `raw`
/// write a line, `reply` reads up to a reply and compares, `event` and `noEvent` look among the events before that reply,
/// `restart` ends the peer and starts it again, `end` waits for its end, and `plain` looks for characters that should have
/// been escaped. `$any` stands for any value, `$absent` for none, `$room` for the rule's room; `keep` names a value of the
/// reply for later steps. Fields that a step does not name may be there. A line that is no step breaks its rule.
public struct Conformance {
    public struct Rule: Sendable {
        /// Such as `LP-001`; never given to another rule.
        public var id: String
        public var says: String
        /// Nil for a line that is no JSON: a step that cannot be read must not look like one that was kept.
        var steps: [(line: Int, step: JSONValue?)]
    }

    /// What is held to the rules.
    public protocol Peer: AnyObject {
        func write(_ bytes: [UInt8])
        /// The next line without its line end; nil when the peer has ended or is silent for too long.
        func line() -> [UInt8]?
        /// Ends the peer as its client does, and starts it again with what it has kept.
        ///
        /// - Throws: when it does not start again, which is no rule that it breaks.
        func restart() throws
    }

    public static let rules: [Rule] = rules(in: PackageResources.line_protocol_ndjson)

    static func rules(in text: [UInt8]) -> [Rule] {
        var rules: [Rule] = []
        let lines = text.split(separator: 0x0A, omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() where !line.isEmpty {
            let step = try? JSONScanner(depthLimit: 16).scan(Array(line))
            if let id = step?["rule"]?.string {
                rules.append(Rule(id: id, says: step?["says"]?.string ?? "", steps: []))
            } else if !rules.isEmpty {
                rules[rules.count - 1].steps.append((index + 1, step))
            }
        }
        return rules
    }

    /// Plays one rule.
    ///
    /// - Parameter room: a name that is new to the peer.
    /// - Returns: nil when the peer keeps the rule, else what was wrong, for people.
    /// - Throws: what the peer throws when it does not start again.
    public static func check(_ rule: Rule, _ peer: any Peer, room: String) throws -> String? {
        var play = Play(peer: peer, names: ["room": .string(room)])
        for (line, step) in rule.steps {
            let mistake = if let step { try play.take(step) } else { Play.notAStep }
            if let mistake { return "line \(line) of the rules: \(mistake)" }
        }
        return nil
    }
}

private struct Play {
    static let notAStep: String? = "this is no step of a rule"

    let peer: any Conformance.Peer
    var names: [String: JSONValue]
    var events: [JSONValue] = []
    var lines: [[UInt8]] = []

    mutating func take(_ step: JSONValue) throws -> String? {
        if let line = step["send"] {
            peer.write(JSONEmitter(.compact).bytes(filled(line)) + [0x0A])
        } else if let line = step["raw"]?.string {
            peer.write(Array(line.replacing("$room", with: names["room"]?.string ?? "").utf8) + [0x0A])
        } else if let text = step["rawRepeated"]?.string {
            peer.write(Array(String(repeating: text, count: step["times"]?.integer ?? 1).utf8) + [0x0A])
        } else if let wanted = step["reply"] {
            return reply(filled(wanted), keep: step["keep"]?.object ?? [:])
        } else if let wanted = step["event"] {
            let wanted = filled(wanted)
            let isThere = events.contains { Play.difference(wanted, $0, "") == nil }
            return isThere ? nil : "no event is like \(Play.text(wanted))"
        } else if let unwanted = step["noEvent"] {
            let unwanted = filled(unwanted)
            let found = events.first { Play.difference(unwanted, $0, "") == nil }
            return found.map { "there is an event that should not be: \(Play.text($0))" }
        } else if step["restart"] != nil {
            try peer.restart()
        } else if step["plain"] != nil {
            let isPlain = lines.allSatisfy { $0.allSatisfy { $0 >= 0x20 && $0 != 0x7F } }
            let hasMarks = lines.contains { String(decoding: $0, as: UTF8.self).unicodeScalars.contains("\u{202E}") }
            return isPlain && !hasMarks ? nil : "a character that should be escaped stands there as it is"
        } else if step["end"] != nil {
            return peer.line().map { "there is a line after the end: \(String(decoding: $0, as: UTF8.self))" }
        } else {
            return Play.notAStep
        }
        return nil
    }

    private mutating func reply(_ wanted: JSONValue, keep: [String: JSONValue]) -> String? {
        (events, lines) = ([], [])
        while let line = peer.line() {
            lines.append(line)
            guard let value = try? JSONScanner(depthLimit: 64).scan(line) else {
                return "this line is not JSON: \(String(decoding: line.prefix(200), as: UTF8.self))"
            }
            guard value["ev"] == nil else {
                events.append(value)
                continue
            }
            for (name, field) in keep { names[name] = field.string.flatMap { value[$0] } }
            return Play.difference(wanted, value, "").map { "\($0) in \(Play.text(value))" }
        }
        return "there is no reply like \(Play.text(wanted))"
    }

    private func filled(_ value: JSONValue) -> JSONValue {
        switch value {
        case .string(let text) where text.hasPrefix("$"): names[String(text.dropFirst())] ?? value
        case .array(let items): .array(items.map(filled))
        case .object(let fields): .object(fields.mapValues(filled))
        default: value
        }
    }

    /// What of the wanted is not there; nil when all is.
    private static func difference(_ wanted: JSONValue, _ found: JSONValue?, _ path: String) -> String? {
        if wanted == "$absent" { return found == nil ? nil : "“\(path)” should not be there" }
        guard let found else { return "“\(path)” is missing" }
        if wanted == "$any" { return nil }
        guard let fields = wanted.object, found.object != nil else {
            return wanted == found ? nil : "“\(path)” should be \(text(wanted))"
        }
        for name in fields.keys.sorted() {
            guard let field = fields[name] else { continue }
            let inner = path.isEmpty ? name : "\(path).\(name)"
            if let difference = difference(field, found[name], inner) { return difference }
        }
        return nil
    }

    private static func text(_ value: JSONValue) -> String {
        let text = JSONEmitter(.compact).text(value)
        return text.count > 300 ? text.prefix(300) + "…" : text
    }
}
