import ArgumentParser
import Drafting

struct DraftCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "draft",
        abstract: "Draft the shared aims and objectives of a session, each sentence with its entries.",
        discussion: """
            Documents: draft (everything about every area), aims (on one page), minutes, decisions and actions (the \
            logs), ratings, cover, annex (how agreement was tested), all (a pack of papers).

            HTML is one file that loads nothing. CSV is for decisions, actions and ratings; a text that a spreadsheet \
            would take for a formula gets an apostrophe before it. Word is made by pandoc, where that is installed.

            Examples:
              commonground draft north --output north.md
              commonground draft north --document aims --format html --output aims.html
              commonground draft north --document actions --format csv
              commonground draft north --document all --format word --output papers.docx
              commonground draft --join north south --output joint-plan.md
            """)
    @Option(help: "Which document; draft if left out.") var document: DraftDocument?
    @Flag(
        help: """
            A joint plan of several rooms: their aims and objectives side by side, by theme and on one time line. \
            Nothing is merged.
            """)
    var join = false
    @OptionGroup var options: DraftOptions
    @Argument(help: ArgumentHelp("More rooms, with --join.", valueName: "other rooms")) var others: [String] = []

    func validate() throws {
        if others.isEmpty { return }
        guard join else {
            throw ValidationError("To draft a joint plan of several rooms, add --join. Otherwise name one room.")
        }
    }

    func run() throws {
        let writer = DraftWriter(options)
        guard join else { return try writer.write(document ?? .draft) }
        if document != nil || options.session != nil || options.wording != nil || options.showWording {
            throw Exit.failure(
                "A joint plan is one document, of every session. Leave out --document, --session, "
                    + "--wording and --show-wording.", Exit.usage)
        }
        try writer.writeJointPlan(of: [options.arguments.room] + others)
    }
}
