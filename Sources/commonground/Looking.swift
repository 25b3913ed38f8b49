import ArgumentParser
import Drafting
import Facilitation
import Foundation
import Hosting
import JSONText
import Transcript

// Commands that look at what is kept.

struct RoomArguments: ParsableArguments {
    @Argument(help: "The room's name.") var room: String
    @OptionGroup var store: StoreOption

    func host() throws -> RoomHost { RoomHost(store: try store.open()) }
}

struct RecordCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "record", abstract: "What a session adds up to, as JSON.",
        discussion: "Example: commonground record north --session 1")
    @OptionGroup var arguments: RoomArguments
    @Option(help: "The number of a session; the latest if left out.") var session: Int?

    func run() throws {
        let host = try arguments.host()
        defer { try? host.store.close() }
        let record = try ending { () throws(HostError) in try host.record(of: arguments.room, session: session) }
        Output.result(JSONEmitter(.pretty).text(record.json))
    }
}

enum Drafter {
    static func list(_ findings: [DraftFinding]) -> String {
        findings.map { "line \($0.line): \($0.explanation)" }.joined(separator: "\n")
    }
}

struct VerifyDraft: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify-draft", abstract: "Check a draft, also one edited by hand, against the record of a room.",
        discussion: "Example: commonground verify-draft aims.md --room north")
    @Argument(help: "The draft, as Markdown.") var file: String
    @Option(help: "The room's name.") var room: String
    @Option(help: "The number of a session; the latest if left out.") var session: Int?
    @OptionGroup var store: StoreOption

    func run() throws {
        guard let data = FileManager.default.contents(atPath: file), let text = String(bytes: data, encoding: .utf8)
        else {
            throw Exit.failure("“\(file)” cannot be read as UTF-8 text", Exit.noInput)
        }
        let host = RoomHost(store: try store.open())
        defer { try? host.store.close() }
        let checker = try ending { () throws(HostError) in
            let snapshot = try host.snapshot(of: room)
            let record = try snapshot.record(session: session)
            return DraftChecker(
                record: record, entries: try snapshot.checkedEntries(of: record), framework: snapshot.framework)
        }
        let findings = checker.findings(in: text)
        guard findings.isEmpty else { throw Exit.failure("\(file):\n\(Drafter.list(findings))", Exit.badData) }
        Output.result("\(file): every sentence is borne out by the record.")
    }
}

struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "The readable transcript of a room, as Markdown.",
        discussion: "Example: commonground export north > north.md")
    @OptionGroup var arguments: RoomArguments

    func run() throws {
        let host = try arguments.host()
        defer { try? host.store.close() }
        Output.result(try ending { () throws(HostError) in try host.readableTranscript(of: arguments.room) })
    }
}

struct Rooms: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "List the rooms of a store.", discussion: "Example: commonground rooms")
    @OptionGroup var store: StoreOption

    func run() throws {
        let host = RoomHost(store: try store.open())
        defer { try? host.store.close() }
        let rooms = try ending { () throws(HostError) in try host.roomSummaries() }
        if rooms.isEmpty { return Output.note("there are no rooms yet; “commonground” opens the first one") }
        for room in rooms { Output.result("\(room.room)\t\(room.head) entries\t\(room.title)") }
    }
}

struct Sessions: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "List the sessions of a room.", discussion: "Example: commonground sessions north")
    @OptionGroup var arguments: RoomArguments

    func run() throws {
        let host = try arguments.host()
        defer { try? host.store.close() }
        let latest = try ending { () throws(HostError) in try host.discussion(of: arguments.room).session.number }
        for number in 1...latest {
            let record = try ending { () throws(HostError) in try host.record(of: arguments.room, session: number) }
            let settled = record.areas.filter { $0.status == AreaStatus.settled }.count
            Output.result("\(number)\t\(record.started)\t\(record.ended ?? "open")\t\(settled) areas settled")
        }
    }
}

struct Verify: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Prove that nothing in a transcript was changed.",
        discussion: "Ends with 0 when all is sound, with 65 when not. Example: commonground verify north")
    @Argument(help: "The room's name; all rooms if left out.") var room: String?
    @OptionGroup var store: StoreOption

    func run() throws {
        let transcripts = try store.open()
        defer { try? transcripts.close() }
        let report: VerifyReport
        do { report = try transcripts.verify(room: room) } catch {
            throw Exit.failure(error.explanation, Exit.code(of: error))
        }
        for finding in report.findings { Output.result(finding.explanation) }
        guard report.isSound else { throw ExitCode(Exit.badData) }
        Output.result("Sound: \(report.entries) entries in \(report.rooms) rooms.")
    }
}

struct Backup: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Copy the store to a new file, also while it is in use.",
        discussion: "Example: commonground backup /safe/north.sqlite")
    @Argument(help: "The new file.") var path: String
    @OptionGroup var store: StoreOption

    func run() throws {
        let transcripts = try store.open()
        defer { try? transcripts.close() }
        do { try transcripts.backUp(to: path) } catch { throw Exit.failure(error.explanation, Exit.code(of: error)) }
    }
}
