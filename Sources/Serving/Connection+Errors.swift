import Facilitation
import Hosting
import JSONText
import LineProtocol
import Transcript

// What went wrong in the rooms, in the words of the wire.
extension Connection {
    /// Which field of the line was refused; nil where the error itself says it.
    static func field(_ error: HostError, _ item: Waiting) -> String? {
        guard case .refused(let refusal, _, _) = error, case .operation(let name, let fields) = item.speech.content
        else { return nil }
        let field = refusal.field(of: name, fields)
        // A position that is proposed has its stage in the words.
        return item.operation == "propose" && field == "stage" ? "text" : field
    }

    static func wireError(_ error: HostError, room: String) -> WireError {
        var wire = WireError(WireCode(rawValue: error.code) ?? .internalError, error.explanation)
        switch error {
        case .badField(let name, _): wire.field = name
        case .unknownSession: wire.field = "session"
        case .nullCharacter: wire.field = "text"
        case .severalPeople: wire.field = "as"
        case .unknownEntry: wire.field = "entry"
        case .unknownRoom, .roomExists, .unfitRoomName, .noRetention, .notYetDue, .unrevealed: wire.field = "room"
        case .keyReused: wire.field = "key"
        case .spokenForByOther, .mayNotSpeakFor: wire.field = "as"
        case .storage(let storage): wire.mayRetry = Connection.mayRetry(storage)
        case .damagedEntry: wire.mayRetry = false
        case .refused(let refusal, _, let stage): explain(refusal, at: stage, &wire)
        }
        return wire
    }

    /// Which field a refusal is about, and for the wrong moment what is expected instead.
    private static func explain(_ refusal: Refusal, at stage: DiscussionStage, _ wire: inout WireError) {
        switch refusal {
        case .needsFacilitator:
            wire.field = "as"
            wire.more["need"] = "facilitator"
        case .notJoined, .doesNotVote: wire.field = "as"
        case .badName, .nameLooksLike: wire.field = "name"
        case .roleNotGranted: wire.field = "role"
        default: break
        }
        guard refusal.code == .wrongState else { return }
        wire.more["stage"] = .string(stage.rawValue)
        let offered = CommandTable.all.filter { $0.offeredAt.contains(stage) }
        wire.more["expected"] = .array(offered.map { .string($0.name) })
    }

    /// A full disk may have space again, one that failed may work again, a lock may be gone; a damaged file stays damaged.
    private static func mayRetry(_ error: StoreError) -> Bool {
        switch error {
        case .full, .inputOutput: true
        default: error.retryMayHelp
        }
    }
}
