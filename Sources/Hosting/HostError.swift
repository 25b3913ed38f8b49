import Facilitation
import Frameworks
import Transcript

/// Why a host could not do something. Nothing was written.
public enum HostError: Error, Sendable {
    case unknownRoom(String)
    case roomExists(String)
    /// No room may be made under this name.
    case unfitRoomName(String)
    /// A structured operation was refused; `message` is for people, `step` is where the discussion stood then.
    case refused(Refusal, message: String, step: SessionStep)
    case badField(String, CommandError.Mistake)
    /// The key was used for another command.
    case keyReused
    case storage(StoreError)
    /// An entry of the transcript cannot be read back, so the room cannot be opened.
    case damagedEntry(room: String, number: Int)
    /// An entry of the transcript does not fit its seal, so that no store would take the room in.
    case changedEntry(room: String, number: Int)
    /// The text of the framework of this hash cannot be read, so neither can rooms that were opened with it.
    case damagedFramework(hash: String)
    /// What is kept of how long to keep the room cannot be read.
    case damagedRetention(room: String)
    /// Others wrote the room first, as often as it was tried.
    case busyRoom(String)
    case unknownSession(Int)
    /// Another principal speaks for this actor.
    case spokenForByOther(String)
    /// The principal may not speak for people in this role, as whom this actor is here.
    case mayNotSpeakFor(String, Role)
    /// Text with U+0000, which no store keeps whole.
    case nullCharacter

    /// Two people have this name; they are told apart by their ids.
    case severalPeople(String, ids: [String], room: String)
    case unknownEntry(Int, room: String)
    /// Nobody has said how long to keep the room.
    case noRetention(String)
    /// Ratings in these entries wait for their reveal, so that not everything may be exported.
    case unrevealed([Int], room: String)
    /// The room must be kept for longer.
    case notYetDue(String, until: String)

    /// For people: what happened, and what to do next.
    public var explanation: String {
        switch self {
        case .unknownRoom(let room):
            "There is no room “\(room)” in this store. Open it first, or list the rooms there are."
        case .roomExists(let room): "The room “\(room)” is there already. Choose another name, or speak in it."
        case .unfitRoomName(let room):
            "“\(room)” cannot be the name of a room. Choose one of 1 to \(RoomName.bytesMax) bytes with nothing hidden in it."
        case .refused(_, let message, _): message
        case .badField(let field, let mistake): "The field “\(field)” \(HostError.words(mistake))"
        case .keyReused: "This key was used for another command. Use a new key for every new command."
        case .storage(let error): error.explanation
        case .damagedEntry(let room, let number):
            "Entry \(number) of room “\(room)” cannot be read back, so the room stays closed. “commonground verify” says more."
        case .changedEntry(let room, let number):
            "Entry \(number) of room “\(room)” is not as it was written, so nothing was exported: no store would take it in. “commonground verify” says more. Use a back-up that is sound."
        case .damagedFramework(let hash):
            "The framework “\(hash)” cannot be read, so the rooms that use it stay closed. If “commonground verify” finds no damage, a newer version of Common Ground wrote it: use that one."
        case .damagedRetention(let room):
            "It cannot be read how long room “\(room)” is to be kept. Say it again with “commonground retain”."
        case .busyRoom(let room):
            "So much is being said in room “\(room)” that there was no moment to write. Nothing was changed. Try again."
        case .unknownSession(let number):
            "There is no session \(number) in this room. “commonground sessions” lists them."
        case .spokenForByOther(let actor):
            "Another connection speaks for “\(actor)” in this room, so this one may not. Use an id of your own."
        case .mayNotSpeakFor(let actor, let role):
            "“\(actor)” is in this room as \(role.rawValue), and this connection may not speak for people in that role. Use an id of your own."
        case .severalPeople(let name, let ids, let room):
            "More than one person in room “\(room)” is called “\(name)”: \(ids.joined(separator: ", ")). Give the id of the one you mean."
        case .unknownEntry(let number, let room):
            "Room “\(room)” has no entry \(number). “commonground export” shows the numbers."
        case .noRetention(let room):
            "Nobody has said how long to keep room “\(room)”, so nothing was purged. Say it with “commonground retain”."
        case .unrevealed(let entries, let room):
            "Room “\(room)” has \(entries.count == 1 ? "1 rating" : "\(entries.count) ratings") that nobody has revealed, and no export shows them. Reveal them first, or use “commonground backup”, which copies the store as it is."
        case .notYetDue(let room, let until):
            "Room “\(room)” is to be kept until \(until), so nothing was purged. “commonground retain” changes that."
        case .nullCharacter: "The text holds a NUL character, which cannot be kept. Send the line again without it."
        }
    }

    private static func words(_ mistake: CommandError.Mistake) -> String {
        switch mistake {
        case .unknown: "is not known here. The describe operation lists the fields."
        case .missing: "is missing."
        case .empty: "must not be empty."
        case .notText: "must be a text."
        case .notANumber: "must be a number."
        case .notAnEntry: "must be the number of an event, such as 14, or what a reply told, such as “s14” or “o1”."
        case .notOneOf(let words): "must be one of: \(words.joined(separator: ", "))."
        case .notAs(let meaning): "must be \(meaning)."
        case .notBeside(let other):
            "cannot stand beside “\(other)”: only one of them would count. Send one of them; the other can follow in a line of its own."
        case .notWithout(let other): "means nothing without “\(other)”. Send both, or neither."

        }
    }
}

/// What the store says, as a host says it.
func storage<Value>(_ work: () throws(StoreError) -> Value) throws(HostError) -> Value {
    do { return try work() } catch { throw .storage(error) }
}
