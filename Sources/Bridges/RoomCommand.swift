import JSONText

/// What somebody did in the chat.
struct ChatIntent: Sendable {
    enum Act: Sendable, Hashable {
        case line(String)
        case join
        case edit(String)
        case deletion
    }

    var act: Act
    var sender: Sender
    var delivery: Delivery

    /// A message that was not heard before.
    var isNew: Bool {
        switch act {
        case .line, .join: true
        case .edit, .deletion: false
        }
    }
}

/// One line for the room. What somebody did can take several: a long message goes in parts.
struct RoomCommand: Sendable {
    enum Act: Sendable, Hashable {
        case line(String)
        case join
        /// A further line of a message that became longer.
        case addition(String)
        case correction(entry: Int, String)
        case withdrawal(entry: Int)
    }

    let act: Act
    /// Counts from 0.
    let part: Int
    let sender: Sender
    let delivery: Delivery

    init(_ act: Act, part: Int = 0, of intent: ChatIntent) {
        self.act = act
        self.part = part
        sender = intent.sender
        delivery = intent.delivery
    }

    /// Corrects the parts of a message whose words are others now, adds what is new, and withdraws what is left over.
    /// Nothing for a message of which nothing was kept.
    static func changes(of kept: [Int: History.Part], to pieces: [String], as intent: ChatIntent) -> [RoomCommand] {
        guard let last = kept.keys.max() else { return [] }
        return (0..<max(pieces.count, last + 1)).compactMap { place in
            let act: RoomCommand.Act
            switch (place < pieces.count ? pieces[place] : nil, kept[place]) {
            case (let piece?, let part?) where part.says(piece): return nil
            case (let piece?, let part?): act = .correction(entry: part.entry, piece)
            case (let piece?, nil): act = .addition(piece)
            case (nil, let part?): act = .withdrawal(entry: part.entry)
            case (nil, nil): return nil
            }
            return RoomCommand(act, part: place, of: intent)
        }
    }

    var id: String { delivery.commandID(kind, part: part) }

    private var kind: Delivery.CommandKind {
        switch act {
        case .line, .join, .addition: .line
        case .correction: .correction
        case .withdrawal: .withdrawal
        }
    }

    /// Belongs to a message that stands in the transcript already.
    var isChange: Bool {
        switch act {
        case .line, .join: false
        case .addition, .correction, .withdrawal: true
        }
    }

    func line(in room: String) -> JSONValue {
        var fields: [String: JSONValue] = [
            "id": .string(id), "room": .string(room), "as": .string(sender.actor),
        ]
        // A message can be changed again and again, and each time it is another line.
        let prefix = isChange ? "\(kind.rawValue):\(delivery.version):" : ""
        let suffix = part == 0 ? "" : ":\(part)"
        fields["key"] = delivery.key.map { .string(prefix + $0 + suffix) }
        switch act {
        case .line(let text), .addition(let text):
            fields["op"] = "say"
            fields["text"] = .string(text)
        case .join:
            fields["op"] = "join"
            fields["name"] = .string(sender.label)
        case .correction(let entry, let text):
            fields["op"] = "correct"
            fields["entry"] = .integer(entry)
            fields["text"] = .string(text)
        case .withdrawal(let entry):
            fields["op"] = "withdraw"
            fields["entry"] = .integer(entry)
        }
        return .object(fields)
    }
}
