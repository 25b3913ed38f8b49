import Facilitation
import Hosting
import JSONText
import LineProtocol

/// What text mode and the console print after a line: how it was understood, then the bot's words.
public struct TextAnswer {
    public let lines: [String]

    public init(_ reply: Reply, in room: String, _ host: RoomHost) {
        let writer = TextLineWriter()
        let discussion = try? host.discussion(of: room)
        var lines: [String] = []
        if let discussion, let receipt = Receipt.words(reply, discussion) { lines.append(receipt) }
        for entry in reply.entries where entry.direction == .said {
            let recipient = entry.to.flatMap { id in
                discussion?.people.find(actor: id).map { discussion?.people[$0].name ?? id } ?? id
            }
            lines += writer.message(number: entry.number, from: Entry.botName, to: recipient, text: entry.words)
        }
        if let declined = reply.declined { lines += writer.failure(code: declined.code, message: declined.message) }
        self.lines = lines
    }
}

/// `[31] agree with #14`: the number of a line and how it was understood. A private line has none in public.
public enum Receipt {
    public static func words(_ reply: Reply, _ discussion: Discussion) -> String? {
        guard reply.declined == nil, let line = reply.entries.first, line.to == nil, line.direction == .heard,
            let list = (try? JSONScanner(depthLimit: 16).scan(line.reading))?.array
        else { return nil }
        let readings = list.compactMap { try? Reading(json: $0, framework: { _ in nil }) }
        return Phrasebook(discussion).receipt(for: readings, entry: line.number, taken: reply.taken).map {
            "[\(line.number)] \($0)"
        }
    }
}
