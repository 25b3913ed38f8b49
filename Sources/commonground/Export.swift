import ArgumentParser
import Console
import Hosting
import Transcript

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
