import ArgumentParser
import Console
import Facilitation
import Foundation
import Frameworks
import Glibc
import Hosting
import Transcript

/// Where the transcripts are.
struct StoreOption: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The transcript store: a file, made if it is not there, or postgres://… of a server.",
            discussion:
                "Without it, COMMONGROUND_STORE, else commonground/transcripts.sqlite in the user's data folder.",
            valueName: "path or address"))
    var store: String?

    func open() throws -> any TranscriptStore { try StoreOption.open(store) }

    /// - Parameter named: a path or an address; nil for the usual place.
    /// - Parameter told: hears how many entries more were read, for work that may take long.
    func open(told: @escaping @Sendable (Int) -> Void) throws -> any TranscriptStore {
        CountingStore(try open(), told: told)
    }

    static func open(_ named: String?) throws -> any TranscriptStore {
        do {
            let location = try StoreLocation.resolve(option: named, environment: ProcessInfo.processInfo.environment)
            let store = try location.open()
            if let note = (store as? SQLiteStore)?.openingNote { Output.note(note) }
            return store
        } catch {
            throw Exit.failure(error.explanation, Exit.code(of: error))
        }
    }
}

/// What a new room is given.
struct SetupOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The set-up of a new room, as a file.", valueName: "file"))
    var setup: String?
    @Option(help: ArgumentHelp("A framework pack: its id or a file.", valueName: "id or file"))
    var framework: String?
    @Option(
        help: ArgumentHelp(
            "Who facilitates, by name.",
            discussion:
                "At the keyboard, or in text mode over stdin. Where programs speak for people, the set-up needs their id.",
            valueName: "name"))
    var facilitator: String?
    @OptionGroup var clock: ClockOption

    var library: Library { Library.standard(environment: ProcessInfo.processInfo.environment) }

    /// The set-up, with every mistake named when there is one.
    func read() throws -> Setup {
        var chosen: Framework?
        if let framework { chosen = try value(library.load(framework), framework) }
        guard let setup else { return try with(facilitator, Setup(framework: chosen ?? Library.builtIn)) }
        return try with(
            facilitator, value(SetupReader(library: library).read(file: setup, framework: chosen), setup))
    }

    private func value<Value>(_ checked: Checked<Value>, _ name: String) throws -> Value {
        guard let value = checked.value else {
            throw Exit.failure(MistakeText.list(checked.mistakes, in: name), Exit.badData)
        }
        return value
    }

    private func with(_ facilitator: String?, _ setup: Setup) throws -> Setup {
        guard let facilitator else { return setup }
        var setup = setup
        if let known = setup.members.firstIndex(where: { Names.fold($0.name) == Names.fold(facilitator) }) {
            setup.members[known].role = .facilitator
            return setup
        }
        if let fault = PersonName.fault(in: facilitator) { throw refused(.badName(facilitator, fault)) }
        if let other = PersonName.lookAlike(of: facilitator, among: setup.members.map(\.name)) {
            throw refused(.lookAlike(facilitator, of: other, first: .path("the set-up")))
        }
        setup.members.append(SetupMember(name: facilitator, role: .facilitator))
        return setup
    }

    private func refused(_ kind: Mistake.Kind) -> ExitCode {
        Exit.failure(MistakeText.line(Mistake(place: .path("--facilitator"), kind: kind)), Exit.usage)
    }

    func makeClock() throws -> Clock { try clock.make() }
}

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

/// Results go to stdout, messages to stderr.
enum Output {
    /// - Throws: an exit code, after saying on stderr that not all of it could be written.
    ///
    /// On a screen nothing in it is obeyed or hidden; a file and a pipe get it byte for byte.
    static func result(_ text: String) throws {
        let text = isatty(1) == 1 ? shown(text) : text
        let code = bytes(Array((text.utf8.last == 10 ? text : text + "\n").utf8))
        // A reader that has gone away, such as `head`, is no error of ours.
        guard code != 0, code != EPIPE else { return }
        throw Exit.failure(
            "not all of this could be written to standard output: \(String(cString: strerror(code))). "
                + "Write it to a place with enough space.", Exit.inputOutput)
    }
    /// Columns stay apart.
    static func shown(_ text: String) -> String {
        text.split(separator: "\t", omittingEmptySubsequences: false)
            .map { VisibleText.of(String($0), lineBreaks: .kept) }.joined(separator: "\t")
    }

    static func note(_ text: String) {
        let line = "commonground: \(VisibleText.of(text, lineBreaks: .kept))\n"
        // There is nobody left to be told that nobody can be told.
        try? FileHandle.standardError.write(contentsOf: Data(line.utf8))
    }
    /// Writes all of it to stdout.
    ///
    /// - Returns: 0, or the system's number of what went wrong.
    static func bytes(_ bytes: [UInt8]) -> Int32 {
        DescriptorWriter.write(bytes, to: 1) ?? 0
    }
}

/// Runs `body` with typed errors turned into exit codes.
func ending<Value>(_ body: () throws(HostError) -> Value) throws -> Value {
    do { return try body() } catch { throw Exit.failure(error) }
}
