import ArgumentParser
import Drafting
import Hosting
import Transcript

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
        guard findings.isEmpty else { throw Exit.failure("\(file):\n\(DraftFindings.list(findings))", Exit.badData) }
        let extract = DraftDocument.extract(titledIn: text).map {
            " It was read as \($0.spoken), so what it leaves out was not looked for."
        }
        try Output.result("\(file): every sentence is borne out by the record." + (extract ?? ""))
    }
}
