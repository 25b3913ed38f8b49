/// Whether an entry is something the bot heard or something it said.
public enum EntryDirection: String, Sendable, CaseIterable { case heard, said }

/// One numbered line of a room's transcript: the exact words of a person or of the bot, with everything that
/// is needed to think about it again later. Entries are never changed; corrections, withdrawals and undo are
/// new entries.
public struct Entry: Sendable, Hashable {
    /// The room's name, byte for byte.
    public var room: String
    /// Counted per room from 1, without gaps. People in the room write it `#14`.
    public var number: Int
    /// Which session of the room this belongs to, from 1.
    public var session: Int
    /// When it was heard or said: UTC, ISO 8601 with milliseconds, such as `2027-03-31T09:05:00.000Z`.
    public var at: String
    /// The civil date in the room's own time zone, such as `2027-03-31`.
    public var today: String
    public var direction: EntryDirection
    /// Actor id of the speaker, such as `irc:ann`; nil for the bot.
    public var by: String?
    /// The speaker's display name at that time; may be empty.
    public var name: String
    /// Who the connection belonged to, such as `bridge:irc` or `stdio`.
    public var principal: String
    /// The one member who may see it; nil means the whole room.
    public var to: String?
    /// The exact words.
    public var words: String
    /// JSON text: the list of readings made of the words; empty for the bot's lines.
    public var reading: String
    /// JSON text: what else belongs to the line, such as the answer a bot line expects and its choices; may
    /// be empty.
    public var details: String
    /// The number of the entry that a bot line answers; nil for what was heard, or when nobody prompted the
    /// bot.
    public var answers: Int?
    /// The client's idempotency key; nil without one. A principal uses a key once in a room.
    public var key: String?
    /// JSON text of the reply's fields, so that a repeated delivery is answered with the same bytes; may be
    /// empty.
    public var reply: String
    /// True when words, or a name in them, were erased. Number, times and tallies stay; `words` is what is left.
    public var erased: Bool

    /// What the bot is called in every transcript.
    public static let botName = "Common Ground"

    /// Who spoke, as people read it: the bot, the speaker's name, or the id of somebody who gave none.
    public var speaker: String {
        guard direction == .heard else { return Entry.botName }
        return name.isEmpty ? by ?? "Somebody" : name
    }

    /// Stands for words that were taken out.
    public static let erasedWords = "(erased)"

    /// As `erasedWords`, where the same words stood more than once: all of them name this entry.
    public static func erasedWords(sameAs entry: Int) -> String { "\(erasedBeginning)\(entry))" }
    private static let erasedBeginning = "(erased, #"

    /// Whether a text is nothing but what stands for words that were taken out.
    static func isErased(_ text: String) -> Bool { text == erasedWords || text.hasPrefix(erasedBeginning) }

    /// The words as anybody may be shown them: what was erased is said to be.
    public var shownWords: String { erased && words.isEmpty ? Entry.erasedWords : words }

    public init(
        room: String, number: Int, session: Int = 1, at: String, today: String, direction: EntryDirection,
        by: String? = nil, name: String = "", principal: String = "", to: String? = nil, words: String,
        reading: String = "", details: String = "", answers: Int? = nil, key: String? = nil,
        reply: String = "",
        erased: Bool = false
    ) {
        self.room = room
        self.number = number
        self.session = session
        self.at = at
        self.today = today
        self.direction = direction
        self.by = by
        self.name = name
        self.principal = principal
        self.to = to
        self.words = words
        self.reading = reading
        self.details = details
        self.answers = answers
        self.key = key
        self.reply = reply
        self.erased = erased
    }
}
