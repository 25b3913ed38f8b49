import ArgumentParser
import Console
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

    /// - Parameter told: hears how many entries more were read, for work that may take long.
    func host(told: @escaping @Sendable (Int) -> Void) throws -> RoomHost {
        RoomHost(store: try store.open(told: told))
    }
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
        try Output.result(JSONEmitter(.pretty).text(record.json))
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
        discussion: """
            The draft, the aims, minutes and the pack of papers must be whole; of any other document, told by its \
            title, each sentence is checked and not what it leaves out.

            Example: commonground verify-draft aims.md --room north
            """)
    @Argument(help: "The draft, as Markdown.") var file: String
    @Option(help: "The room's name.") var room: String
    @Option(help: "The number of a session; the latest if left out.") var session: Int?
    @OptionGroup var store: StoreOption

    func run() throws {
        let text = try TextFile.read(file)
        let host = RoomHost(store: try store.open())
        defer { try? host.store.close() }
        let findings = try ending { () throws(HostError) in
            try host.snapshot(of: room).findings(in: text, session: session)
        }
        guard findings.isEmpty else { throw Exit.failure("\(file):\n\(Drafter.list(findings))", Exit.badData) }
        let extract = DraftDocument.extract(titledIn: text).map {
            " It was read as \($0.spoken), so what it leaves out was not looked for."
        }
        try Output.result("\(file): every sentence is borne out by the record." + (extract ?? ""))
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
        for room in rooms { try Output.result("\(room.room)\t\(room.head) entries\t\(room.title)") }
    }
}

struct Sessions: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "List the sessions of a room.", discussion: "Example: commonground sessions north")
    @OptionGroup var arguments: RoomArguments

    func run() throws {
        let host = try arguments.host()
        defer { try? host.store.close() }
        let records = try ending { () throws(HostError) in try host.snapshot(of: arguments.room).records() }
        for (index, record) in records.enumerated() {
            let settled = record.areas.filter { $0.status == AreaStatus.settled }.count
            let areas = settled == 1 ? "1 area settled" : "\(settled) areas settled"
            try Output.result("\(index + 1)\t\(record.started)\t\(record.ended ?? "open")\t\(areas)")
        }
    }
}

struct Verify: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Prove that nothing in a transcript was changed.",
        discussion: """
            Ends with 0 when all is sound, with 65 when not. With the last hash that was printed in minutes, it proves \
            too that the transcript then was the beginning of the one now.

            Examples:
              commonground verify north
              commonground verify north --head 412:9f86d081…
            """)
    @Argument(help: "The room's name; all rooms if left out.") var room: String?
    @Option(
        help: ArgumentHelp(
            "The number and hash of an entry that were printed earlier, as NUMBER:HASH; or the hash of the last one.",
            valueName: "hash"))
    var head: String?
    @OptionGroup var store: StoreOption

    func validate() throws {
        if head != nil && room == nil { throw ValidationError("Name the room whose hash it is.") }
    }

    func run() throws {
        let work = LongWork("Opening the store")
        defer { work.end() }
        let transcripts = try store.open { work.add($0) }
        defer { try? transcripts.close() }
        let report: VerifyReport
        do {
            let rooms = try transcripts.rooms().filter { room == nil || $0.room == room }
            work.begin("Checking the chain", of: rooms.map(\.head).reduce(0, +), "entries")
            report = try transcripts.verify(room: room)
        } catch {
            throw Exit.failure(error.explanation, Exit.code(of: error))
        }
        work.end()
        for finding in report.findings { try Output.result(finding.explanation) }
        guard report.isSound else { throw ExitCode(Exit.badData) }
        if let head, let room { try compare(PrintedHash(head), room, transcripts) }
        let entries = report.entries == 1 ? "1 entry" : "\(report.entries) entries"
        try Output.result("Sound: \(entries) in \(report.rooms == 1 ? "1 room" : "\(report.rooms) rooms").")
        guard let room, let summary = try? transcripts.room(room), summary.head > 0 else { return }
        try Output.result("Last entry: \(summary.head):\(summary.headHash)")
    }

    private func compare(_ printed: PrintedHash, _ room: String, _ transcripts: any TranscriptStore) throws {
        let number: Int
        let found: String
        do throws(StoreError) {
            let head = try transcripts.room(room)?.head ?? 0
            number = printed.number ?? head
            guard let hash = try transcripts.hash(of: number, in: room) else {
                throw .unknownEntry(room: room, number: number)
            }
            found = hash
        } catch {
            throw Exit.failure(error.explanation, Exit.code(of: error))
        }
        guard printed.fits(found) else {
            try Output.result("Entry #\(number) of room \(room) has another hash: \(found)")
            throw Exit.failure(
                "the transcript is not the one that this hash was printed from, or it was written anew", Exit.badData)
        }
        try Output.result("Entry #\(number) has the hash that was printed.")
    }
}

/// A hash as minutes print it: `412:9f86d081…`, or the hash alone. The first twelve digits are enough.
struct PrintedHash {
    private static let digitsMin = 12
    var number: Int?
    private let digits: String

    init(_ text: String) throws {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        let hash = (parts.last ?? "").lowercased().filter { $0 != "…" && $0 != " " }
        number = parts.count == 2 ? Int(parts[0].filter { $0 != "#" && $0 != " " }) : nil
        digits = hash
        guard parts.count <= 2, parts.count == 1 || number != nil, hash.utf8.count >= PrintedHash.digitsMin,
            hash.utf8.count <= 64, hash.allSatisfy(\.isHexDigit)
        else {
            throw Exit.failure(
                "“\(text)” is no hash of a transcript. Write it as it was printed, such as 412:9f86d0818842.",
                Exit.usage)
        }
    }

    func fits(_ hash: String) -> Bool { hash.hasPrefix(digits) }
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
        let report: VerifyReport
        do {
            try transcripts.backUp(to: path)
            report = try transcripts.verify(room: nil)
        } catch {
            throw Exit.failure(error.explanation, Exit.code(of: error))
        }
        if report.isSound { return }
        for finding in report.findings { Output.note(finding.explanation) }
        throw Exit.failure("The copy was made, and what is wrong with the store is wrong in it too.", Exit.badData)
    }
}
