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

    var id: String { delivery.commandID(kind, part: part) }

    private var kind: Delivery.CommandKind {
        switch act {
        case .line, .join, .addition: .line
        case .correction: .correction
        case .withdrawal: .withdrawal
        }
    }

    private var isChange: Bool {
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
