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
        return item.own == .propose && field == "stage" ? "text" : field
    }

    static func wireError(_ error: HostError) -> WireError {
        var wire = WireError(WireCode(error), error.explanation)
        switch error {
        case .badField(let name, _): wire.field = name
        case .unknownSession: wire.field = "session"
        case .nullCharacter: wire.field = "text"
        case .severalPeople: wire.field = "as"
        case .unknownEntry: wire.field = "entry"
        case .unknownRoom, .roomExists, .unfitRoomName, .noRetention, .notYetDue, .unrevealed: wire.field = "room"
        case .keyReused: wire.field = "key"
        case .spokenForByOther, .mayNotSpeakFor: wire.field = "as"
        case .storage(let storage): wire.mayRetry = storage.retryMayHelp
        case .damagedEntry, .changedEntry, .damagedFramework, .damagedRetention: wire.mayRetry = false
        case .busyRoom: wire.mayRetry = true
        case .refused(let refusal, _, let step): explain(refusal, at: step, &wire)
        }
        return wire
    }

    /// Which field a refusal is about, and for the wrong moment what is expected instead.
    private static func explain(_ refusal: Refusal, at step: SessionStep, _ wire: inout WireError) {
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
        wire.more["step"] = .string(step.rawValue)
        // An older name of it, for clients that know no other: everywhere else a stage is one of the framework.
        wire.more["stage"] = .string(step.rawValue)
        let offered = CommandTable.all.filter { $0.offeredAt.contains(step) }
        wire.more["expected"] = .array(offered.map { .string($0.name) })
    }
}

extension WireCode {
    fileprivate init(_ error: HostError) {
        self =
            switch error {
            case .unknownRoom: .unknownRoom
            case .roomExists: .roomExists
            case .refused(let refusal, _, _): WireCode(refusal.code)
            case .badField, .unfitRoomName, .unknownSession, .nullCharacter, .severalPeople, .unknownEntry: .badField
            case .keyReused: .keyReused
            case .spokenForByOther, .mayNotSpeakFor, .noRetention, .notYetDue, .unrevealed: .notPermitted
            case .storage, .damagedEntry, .changedEntry, .damagedFramework, .damagedRetention, .busyRoom: .storage
            }
    }

    private init(_ code: RefusalCode) {
        self =
            switch code {
            case .wrongState: .wrongState
            case .notPermitted: .notPermitted
            case .notJoined: .notJoined
            case .badField: .badField
            case .unknownOperation: .unknownOperation
            }
    }
}
