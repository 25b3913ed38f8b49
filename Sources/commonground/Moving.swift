import ArgumentParser
import Console
import Facilitation
import Foundation
import Glibc
import Hosting
import Transcript

// Transcripts as files: to be read, to be given to somebody, to be taken into another store.

enum ExportFormat: String, CaseIterable, ExpressibleByArgument { case markdown, ndjson, csv }

struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "The transcript of a room as Markdown, NDJSON or CSV.",
        discussion: """
            Without --everything private words and unrevealed ratings are left out, and so are speakers where \
            attribution hides them. With it the file holds all there is, sealed, and “commonground import transcript” \
            makes the same room of it in another store; that is not possible while a rating waits for its reveal.

            With --chatham-house no name and no organisation is in it.

            Examples:
              commonground export north --output north.md
              commonground export north --format csv --output north.csv
              commonground export north --everything --format ndjson --output north.ndjson
              commonground export north --chatham-house
            """)
    @OptionGroup var arguments: RoomArguments
    @Option(help: "The layout.") var format = ExportFormat.markdown
    @Flag(help: "All there is, for another store. CSV cannot hold it.") var everything = false
    @Flag(help: "Without names and organisations.") var chathamHouse = false
    @Option(help: ArgumentHelp("A file to write to, which only you can read.", valueName: "file")) var output: String?
    @OptionGroup var replacing: ReplaceOption

    func validate() throws {
        if everything && chathamHouse {
            throw ValidationError("--everything has every name in it. Leave out --everything or --chatham-house.")
        }
        if everything && format == .csv {
            throw ValidationError("CSV cannot hold everything. Use --format ndjson or --format markdown.")
        }
    }

    func run() throws {
        if let output { try ResultFile.check(output, replacing.earlier) }
        let work = LongWork("Exporting")
        defer { work.end() }
        let host = try arguments.host { work.add($0) }
        defer { try? host.store.close() }
        work.begin("Exporting", of: nil, "entries read")
        let text = everything ? try complete(host) : try shared(host)
        work.end()
        guard let output else { return try Output.result(text) }
        try ResultFile.write(text, to: output, replacing.earlier, isPrivate: true)
    }

    private func complete(_ host: RoomHost) throws -> String {
        let transcript = try ending { () throws(HostError) in try host.completeTranscript(of: arguments.room) }
        return TranscriptFile.text(of: transcript, as: format == .ndjson ? .ndjson : .markdown)
    }

    private func shared(_ host: RoomHost) throws -> String {
        let snapshot = try ending { () throws(HostError) in try host.snapshot(of: arguments.room) }
        return try ending { () throws(HostError) in
            switch (format, chathamHouse) {
            case (.markdown, false): try snapshot.readableTranscript()
            case (.markdown, true): try snapshot.chathamHouseTranscript()
            case (.ndjson, let rule): try snapshot.sharedTranscript(isChathamHouse: rule).text(as: .ndjson)
            case (.csv, let rule): try snapshot.sharedTranscript(isChathamHouse: rule).text(as: .csv)
            }
        }
    }
}

struct Disclose: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Everything that is held about one person, to be given to them.",
        discussion: """
            Writes disclosure.md, to be read, and disclosure.ndjson, for programs, into a folder. Private words of other \
            people are not in them.
            Example: commonground disclose "Ann Shah" --output ann-shah
            """)
    @Argument(help: "The person: a whole name or an id.") var person: String
    @Option(help: "Only in this room.") var room: String?
    @Option(help: ArgumentHelp("The folder; made if it is not there.", valueName: "folder")) var output: String
    @OptionGroup var store: StoreOption

    func run() throws {
        let host = RoomHost(store: try store.open())
        defer { try? host.store.close() }
        let rooms = try room.map { [$0] } ?? ending { () throws(HostError) in try host.roomSummaries().map(\.room) }
        let disclosure = try ending { () throws(HostError) in try host.disclosure(about: person, in: rooms) }
        if disclosure.lines.isEmpty {
            throw Exit.failure(
                "Nothing is held about “\(person)” here. Give the whole name, or the id that “commonground record” shows.",
                Exit.noInput)
        }
        if mkdir(output, 0o700) != 0, errno != EEXIST {
            throw Exit.failure("“\(output)” cannot be made. Choose another folder.", Exit.cannotCreate)
        }
        try ResultFile.write(disclosure.markdown, to: output + "/disclosure.md", .isReplaced, isPrivate: true)
        try ResultFile.write(disclosure.ndjson, to: output + "/disclosure.ndjson", .isReplaced, isPrivate: true)
        try Output.result("\(disclosure.lines.count) entries, in \(output)/disclosure.md and disclosure.ndjson.")
    }
}

extension Import {
    struct Transcript: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "transcript", abstract: "Take in a room that “export --everything” wrote.",
            discussion: """
                Reads Markdown and NDJSON. The room has the same entries, numbers and hashes as where it came from. A file \
                that was cut short or changed is refused with the line, and nothing of it is taken in.
                Example: commonground import transcript north.ndjson
                """)
        @Argument(help: "The file.") var file: String
        @OptionGroup var store: StoreOption

        func run() throws {
            let work = LongWork("Reading \(file)")
            defer { work.end() }
            guard let data = FileManager.default.contents(atPath: file) else {
                throw Exit.failure("“\(file)” cannot be read. Check the name and who may read it.", Exit.noInput)
            }
            let transcript: SealedTranscript
            do { transcript = try TranscriptFile.read(Array(data)) } catch {
                throw Exit.failure(error.explanation(file: file), Exit.badData)
            }
            let host = RoomHost(store: try store.open())
            defer { try? host.store.close() }
            work.begin("Taking in \(file)", of: transcript.entries.count, "entries")
            try ending { () throws(HostError) in try host.takeIn(transcript) { work.add($0) } }
            work.end()
            try Output.result(
                "Room \(transcript.room.room): \(transcript.entries.count) entries, last hash \(transcript.room.headHash)."
            )
        }
    }
}
