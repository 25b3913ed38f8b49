import Facilitation
import JSONText
import Transcript

/// What came of it.
public struct Reply: Sendable, Hashable {
    /// The number of the line's entry.
    public var number: Int
    /// True when this very command was taken before; nothing was done again.
    public var isRepeated = false
    /// Set when a spoken line was kept but what it asked for was refused.
    public var declined: Declined?
    /// What the line became, such as `s14`.
    public var item: String?
    /// For the receipt; a repeated command has none.
    public var taken: HearingResult.Taken?
    /// The new entries: the line, then what the bot says to it. Empty for a repeated command.
    public var entries: [Entry] = []
    /// The name of the transcript that they stand in; empty where there are none.
    public var log = ""

    public struct Declined: Sendable, Hashable {
        public var code: String
        public var message: String
    }

    /// The fields that a repeated delivery must be answered with again.
    var json: String {
        var fields = JSONObjectWriter(capacity: 64)
        if let declined {
            fields.add("declined", ["code": .string(declined.code), "msg": .string(declined.message)])
        }
        if let item { fields.add("item", item) }
        fields.add("seq", number)
        return String(decoding: fields.finished(), as: UTF8.self)
    }

    init(number: Int) { self.number = number }

    /// Whether what this line asked for was refused.
    static func isDeclined(_ entry: Entry) -> Bool {
        // What we wrote ourselves need not be taken apart to see it.
        if let fields = CompactJSON(entry.reply).fields, fields["declined"] == nil { return false }
        return Reply(repeating: entry)?.declined != nil
    }

    /// From what was kept with the entry.
    init?(repeating entry: Entry) {
        guard let fields = try? JSONScanner().scan(entry.reply), let number = fields["seq"]?.integer else { return nil }
        self.number = number
        isRepeated = true
        item = fields["item"]?.string
        if let declined = fields["declined"], let code = declined["code"]?.string, let message = declined["msg"]?.string
        {
            self.declined = Declined(code: code, message: message)
        }
    }
}
