import ArgumentParser
import Hosting
import Transcript

/// Exit codes of sysexits.h, and how a failure is told.
enum Exit {
    static let usage: Int32 = 64
    static let badData: Int32 = 65
    static let noInput: Int32 = 66
    static let unavailable: Int32 = 69
    static let cannotCreate: Int32 = 73
    static let inputOutput: Int32 = 74
    static let temporaryFailure: Int32 = 75
    static let notAllowed: Int32 = 77
    static let configuration: Int32 = 78

    /// Says what is wrong on stderr, and ends with this code.
    static func failure(_ message: String, _ code: Int32) -> ExitCode {
        Output.note(message)
        return ExitCode(code)
    }

    static func failure(_ error: HostError) -> ExitCode {
        switch error {
        case .storage(let store): failure(store.explanation, code(of: store))
        case .unknownRoom(let room): failure(noRoom(room), noInput)
        case .roomExists, .unfitRoomName, .refused, .badField, .keyReused, .unknownSession, .nullCharacter,
            .spokenForByOther, .mayNotSpeakFor, .severalPeople, .unknownEntry, .noRetention, .notYetDue, .unrevealed:
            failure(error.explanation, usage)
        case .damagedEntry, .changedEntry, .damagedFramework, .damagedRetention: failure(error.explanation, badData)
        case .busyRoom: failure(error.explanation, temporaryFailure)
        }
    }

    private static func noRoom(_ room: String) -> String {
        "There is no room “\(room)” in this store. To list the rooms: commonground rooms"
    }

    static func code(of error: StoreError) -> Int32 {
        switch error {
        case .notADatabase, .foreignDatabase, .newerVersion, .damaged: badData
        case .cannotOpen, .noHomeDirectory, .unknownRoom: noInput
        case .readOnly, .destinationExists, .roomExists: cannotCreate
        case .databaseServer(let error): code(of: error)
        case .busy, .remainsInLog: unavailable
        case .unknownEntry, .held: usage
        case .doesNotFit: badData
        default: inputOutput
        }
    }

    static func code(of error: DatabaseServerError) -> Int32 {
        switch error {
        case .badAddress: usage
        case .notReachable, .tooManyConnections, .readOnly, .doesNotSync, .busy, .backUpElsewhere: unavailable
        case .signInRefused, .notAllowed: notAllowed
        case .noDatabase: noInput
        case .notUnicode, .foreignSchema, .newerVersion: badData
        case .connectionLost, .outcomeUnknown, .full, .closed, .unexpected: inputOutput
        }
    }
}

/// Runs `body` with typed errors turned into exit codes.
func ending<Value>(_ body: () throws(HostError) -> Value) throws -> Value {
    do { return try body() } catch { throw Exit.failure(error) }
}
