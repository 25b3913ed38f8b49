import Facilitation

/// The operations that the protocol has of its own; all others are commands that a person can type.
public enum ProtocolOperation: String, Sendable, CaseIterable {
    case hello, describe, open, say, propose, confirm, record, draft, export, sync, ack, ping, bye

    /// Whether it is answered before anybody has said who they are.
    public var mayComeFirst: Bool { self == .hello || self == .bye }

    var summary: String {
        switch self {
        case .hello: "greet, and learn limits, operations and rooms"
        case .describe: "the JSON Schema of a line"
        case .open: "make a room and its first session"
        case .say: "a line as a person wrote it; it is always kept"
        case .propose: "propose something"
        case .confirm: "yes or no to what the bot asked this person"
        case .record: "what a session adds up to"
        case .draft: "a document about a session, such as the shared aims and objectives, or the minutes"
        case .export: "the readable transcript"
        case .sync: "the events after one, byte for byte as first sent"
        case .ack: "everything up to an event is dealt with"
        case .ping: "is anybody there"
        case .bye: "the last line of a client"
        }
    }

    var needsRoom: Bool {
        switch self {
        case .open, .say, .propose, .confirm, .record, .draft, .export, .sync, .ack: true
        case .hello, .describe, .ping, .bye: false
        }
    }

    /// Whether somebody says something in a room with it.
    var needsActor: Bool {
        switch self {
        case .say, .propose, .confirm: true
        case .hello, .describe, .open, .record, .draft, .export, .sync, .ack, .ping, .bye: false
        }
    }

    var parameters: [CommandParameter] {
        switch self {
        case .hello:
            [
                CommandParameter("proto", .versions, "versions that the client speaks"),
                CommandParameter("client", .text, "name and version of the client"),
                CommandParameter("caps", .words, "what the channel can do: dm, edit, react"),
                CommandParameter("token", .text, "where a token is asked for"),
            ]
        case .describe:
            [
                CommandParameter(
                    "what", .text, "the name of an operation or an event, or error; a list of all if left out")
            ]
        case .open:
            [
                CommandParameter("title", .text, "the partnership's name"),
                CommandParameter("setup", .object, "the set-up, as an object"),
            ]
        case .say: [CommandParameter("text", .text, required: true, "the words"), ProtocolOperation.privately]
        case .propose:
            [
                CommandParameter(
                    "what", .word(ProposalKind.allCases.map(\.rawValue)), required: true, "what kind of proposal"),
                CommandParameter(
                    "text", .text, required: true, "the words, or for a position the stage",
                    pattern: ProtocolOperation.notBlank),
                ProtocolOperation.privately,
            ]
        case .confirm:
            [
                CommandParameter("answer", .word(["yes", "no"]), required: true, "the answer"),
                ProtocolOperation.privately,
            ]
        case .record: [CommandParameter("session", ProtocolOperation.counted, "its number; the latest if left out")]
        case .draft: ProtocolOperation.draftParameters
        case .export: [CommandParameter("format", .word(["markdown"]), "markdown if left out")]
        case .sync:
            [
                CommandParameter("log", .text, "the transcript's name, if it is known"),
                CommandParameter("after", ProtocolOperation.place, "the last event seen; 0 if left out"),
                CommandParameter("limit", ProtocolOperation.counted, "at most so many; 500 if left out"),
            ]
        case .ack:
            [
                CommandParameter("log", .text, "the transcript's name, if it is known"),
                CommandParameter("upto", ProtocolOperation.place, required: true, "the number of the event"),
            ]
        case .ping, .bye: []
        }
    }

    /// Pairs of parameters of which it takes one.
    public var rivals: [Rivals] {
        switch self {
        case .draft: [Rivals(one: "document", other: "what")]
        case .hello, .describe, .open, .say, .propose, .confirm, .record, .export, .sync, .ack, .ping, .bye: []
        }
    }

    /// Goes with everything that is said in a room.
    static let privately = CommandParameter("private", .flag, "spoken to the bot alone")

    /// Holds something else than space.
    static let notBlank = "\\S"
    private static let counted = CommandParameter.Kind.number(1...Int.max)
    /// A place in a transcript can be before its first event.
    private static let place = CommandParameter.Kind.number(0...Int.max)

    static let draftFormats = ["markdown", "text", "csv", "json", "html"]
    static let draftDocuments = [
        "draft", "aims", "minutes", "decisions", "actions", "ratings", "cover", "annex", "all",
    ]
    private static let draftParameters = [
        CommandParameter(
            "format", .word(draftFormats), "markdown if left out; csv is for decisions, actions and ratings"),
        CommandParameter("document", .word(draftDocuments), "which document; the draft of everything if left out"),
        CommandParameter("what", .word(["aims", "minutes"]), "an older word: aims is the draft of everything"),
        CommandParameter("session", counted, "its number; the latest if left out"),
    ]
}
