import Facilitation
import JSONText

/// The kinds of event.
public enum EventName: String, Sendable, CaseIterable { case said, bot, erased, withheld, closing }

/// Every kind of line that the server sends, field by field: events, replies, and the reply to what was not done.
/// `describe`, `line-protocol.schema.json` and the tests, which hold each line of whole meetings to it, are made of this.
public enum ServerLineTable {
    // MARK: Events

    public static let events: [LineShape] = EventName.allCases.map(event)

    private static func event(_ name: EventName) -> LineShape {
        let kind = LineField("ev", FieldForm.only(.string(name.rawValue)), "the kind of event")
        let readings = ["reading": ReadingTable.schema]
        switch name {
        case .said:
            return LineShape(
                name.rawValue, "what somebody said or did in a room", [kind] + place + said, definitions: readings)
        case .bot: return LineShape(name.rawValue, "what the bot says, to be posted", [kind] + place + bot)
        case .erased: return LineShape(name.rawValue, "stands for an event whose words were erased", [kind] + place)
        case .withheld:
            return LineShape(
                name.rawValue, "stands for an event that this connection may not read", [kind] + place)
        case .closing:
            return LineShape(name.rawValue, "the last line: the server ends the connection", [kind] + closing)
        }
    }

    private static let place: [LineField] = [
        LineField("room", FieldForm.text, "the room"),
        LineField("seq", FieldForm.entry, "its number in the room: from 1, without gaps"),
    ]

    private static let at = LineField(
        "at", ["type": "string", "format": "date-time"], "when it was kept: UTC, with milliseconds")
    private static let cause = LineField(
        "cause", FieldForm.text, "the id of the command that it came of; told only to whoever sent the command"
    ).atTimes

    private static let item = LineField(
        "item", FieldForm.text, "what the line became or answers: s14, d1, a1, o1, or position"
    ).atTimes

    private static let said: [LineField] = [
        at, cause,
        LineField("by", FieldForm.text, "who spoke; not there where the session keeps that back").atTimes,
        LineField(
            "text", FieldForm.text,
            "the words; for an operation, the command that a person would have typed; empty where time has passed"),
        item,
        LineField("private", FieldForm.only(true), "spoken to the bot alone: show it to nobody else").atTimes,
        LineField("reading", reading, "how the line was understood; not there for a line that was declined").atTimes,
        LineField(
            "readings", ["type": "array", "items": reading, "minItems": 2],
            "where a line says several things: all of them, the first one too"
        ).atTimes,
    ]
    private static let reading: JSONValue = ["$ref": "#/$defs/reading"]

    private static let bot: [LineField] = [
        at, cause,
        LineField("to", FieldForm.text, "“room”, or the id of the one member whom it is for: nobody else may see it"),
        LineField("text", FieldForm.text, "the words; a line feed begins a new line"),
        LineField("answers", FieldForm.entry, "the number of the event that it answers").atTimes,
        LineField("expects", FieldForm.word(Expectation.self), "an answer of this kind is awaited").atTimes,
        LineField("choices", FieldForm.list(of: FieldForm.text), "what the answer can be, for buttons").atTimes,
        LineField("asks", FieldForm.text, "the id of the one person whose answer it is, where the room hears it")
            .atTimes,
        LineField(
            "erased", FieldForm.list(of: FieldForm.entry),
            "events whose words were erased just now: take what was posted for them out, where the chat lets it"
        ).atTimes,
    ]

    private static let closing: [LineField] = [
        LineField("code", FieldForm.word(Dismissal.self), "why"), LineField("msg", FieldForm.text, "why, for people"),
        LineField(
            "resume",
            [
                "type": "object",
                "additionalProperties": FieldForm.object([
                    LineField("log", FieldForm.text, "the name of the transcript"),
                    LineField("after", ["type": "integer", "minimum": 0], "the last event that was sent"),
                ]),
            ], "for each room that was followed: what to ask sync for after connecting again"),
    ]

    // MARK: Replies

    private static let re = LineField(
        "re", .object(OperationTable.id),
        "the id of the command that this answers; null where it had none")

    /// The reply to an operation that was done.
    public static func reply(to operation: WireOperation) -> LineShape {
        let own: [LineField]
        switch operation.own {
        case nil, .propose?, .confirm?: return commandReply
        case .hello?: own = hello
        case .describe?: own = describe
        case .open?: own = [log, seq, dup]
        case .say?: own = kept + [declined]
        case .record?: own = [LineField("record", ["type": "object"], "the record of a session")]
        case .draft?: own = draft
        case .export?: own = export
        case .sync?: own = sync
        case .ack?: own = [LineField("upto", whole, "everything up to this event is acknowledged now")]
        case .ping?: own = [LineField("busy", FieldForm.flag, "whether much is waiting")]
        case .bye?: own = []
        }
        return done(operation.name, [re, ok] + own)
    }

    /// The reply to every operation that a person could have typed, and that has none of its own.
    static let commandReply = done("a command", [re, ok] + kept)

    private static func done(_ name: String, _ fields: [LineField]) -> LineShape {
        LineShape("reply to \(name)", "the reply to \(name) that was done", fields)
    }

    private static let ok = LineField("ok", FieldForm.only(true), "it was done; what was to be kept is on the disk")
    private static let whole: JSONValue = ["type": "integer", "minimum": 0]
    private static let log = LineField(
        "log", FieldForm.text, "the name of the transcript; another one where a back-up was restored")

    private static let seq = LineField("seq", FieldForm.entry, "the number of the line's event")
    private static let dup = LineField(
        "dup", FieldForm.only(true), "it was kept before under this key; nothing was done again"
    ).atTimes
    private static let kept = [seq, item, dup]
    private static let declined = LineField(
        "declined",
        FieldForm.object([
            LineField("code", FieldForm.word(RefusalCode.self), "for programs"),
            LineField("msg", FieldForm.text, "for people"),
        ]), "why what the line asks for was not done; the line is kept all the same"
    ).atTimes

    private static let hello: [LineField] = [
        LineField("proto", FieldForm.only(1), "the version of the protocol"),
        LineField("server", FieldForm.text, "name and version of the server"),
        LineField("principal", FieldForm.text, "whom this connection belongs to"),
        LineField(
            "limits",
            FieldForm.object([
                LineField("line", FieldForm.number, "bytes of a line"),
                LineField("text", FieldForm.number, "characters of a text"),
                LineField("depth", FieldForm.number, "lists and objects inside each other"),
                LineField("inflight", FieldForm.number, "commands that may wait for their replies"),
                LineField(
                    "rate",
                    FieldForm.object([
                        LineField("per_s", FieldForm.number, "lines of one person in a second, in the long run"),
                        LineField("burst", FieldForm.number, "lines of one person at once, after a pause"),
                    ]), "how fast people may speak; not there where nothing limits that"
                ).atTimes,
            ]), "the most that is taken"),
        LineField("ops", FieldForm.list(of: FieldForm.text), "the operations"),
        LineField(
            "rooms",
            FieldForm.list(
                of: FieldForm.object([
                    LineField("room", FieldForm.text, "its name"), log,
                    LineField("head", whole, "the number of its last event"),
                    LineField("acked", whole, "how far this principal has acknowledged: go on with sync after it"),
                ])), "the rooms that this connection may use"),
    ]

    private static let describe: [LineField] = [
        LineField("schema", ["type": "object"], "JSON Schema of the line that was asked for").atTimes,
        LineField("reply", ["type": "object"], "for an operation: JSON Schema of the reply when it was done").atTimes,
        LineField("ops", described("op"), "every operation").atTimes,
        LineField("events", described("ev"), "every kind of event").atTimes,
        LineField(
            "codes",
            FieldForm.list(
                of: FieldForm.object([
                    LineField("code", FieldForm.word(WireCode.self), "the code"),
                    LineField("summary", FieldForm.text, "what it means"),
                    LineField("retry", FieldForm.flag, "whether sending the same again usually helps"),
                ])), "every code of a reply to what was not done; “error” describes that reply"
        ).atTimes,
    ]

    private static func described(_ name: String) -> JSONValue {
        FieldForm.list(
            of: FieldForm.object([
                LineField(name, FieldForm.text, "its name"), LineField("summary", FieldForm.text, "what it is for"),
            ]))
    }

    private static let draft: [LineField] = [
        LineField("format", FieldForm.word(ProtocolOperation.draftFormats), "the format"),
        LineField("document", FieldForm.word(ProtocolOperation.draftDocuments), "which document"),
        LineField("text", FieldForm.text, "the document"),
        LineField(
            "findings",
            FieldForm.list(
                of: FieldForm.object([
                    LineField("line", FieldForm.number, "the line of the document"),
                    LineField("text", FieldForm.text, "what it is"),
                ])), "what the checker of sentences found; look at it before the document is used"
        ).atTimes,
    ]

    private static let export: [LineField] = [
        LineField("format", FieldForm.only("markdown"), "the format"),
        LineField("text", FieldForm.text, "the transcript"),
    ]

    private static let sync: [LineField] = [
        log, LineField("to", whole, "the number of the last event that was sent"),
        LineField("more", FieldForm.flag, "whether there are more: ask again after “to”"),
    ]

    // MARK: What was not done

    /// The reply to a command that was not done, and to a line that cannot be read.
    public static let error = LineShape(
        "error", "the reply to what was not done; nothing of it was kept",
        [
            re, LineField("ok", FieldForm.only(false), "it was not done"),
            LineField("code", FieldForm.word(WireCode.self), "why, for programs"),
            LineField("msg", FieldForm.text, "why, and what to do next, for people"),
            LineField("retry", FieldForm.flag, "whether sending the same again can help"),
            LineField("retry_ms", FieldForm.number, "after so many milliseconds").atTimes,
            LineField("field", FieldForm.text, "the field that is wrong").atTimes,
            LineField("line", FieldForm.entry, "the number of the client's line, where there is no id to answer to")
                .atTimes,
            LineField("need", FieldForm.only("facilitator"), "who may do it").atTimes,
            LineField("step", FieldForm.word(SessionStep.self), "where the discussion stands").atTimes,
            LineField("stage", FieldForm.word(SessionStep.self), "the same as “step”, under its older name").atTimes,
            LineField("expected", FieldForm.list(of: FieldForm.text), "the operations that are usual there").atTimes,
            LineField("mistakes", FieldForm.list(of: FieldForm.text), "what is wrong in a set-up, one by one").atTimes,
            log.atTimes, LineField("head", whole, "the number of the room's last event").atTimes,
        ])
}
