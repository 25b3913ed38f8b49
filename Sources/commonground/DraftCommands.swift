import ArgumentParser
import Console
import Drafting
import Facilitation
import Foundation
import Frameworks
import Hosting
import Reports
import Transcript

// Commands that write documents about a session.

extension DraftDocument: ExpressibleByArgument {}

enum DraftFormat: String, CaseIterable, ExpressibleByArgument { case markdown, text, csv, json, html, word }

struct DraftOptions: ParsableArguments {
    @OptionGroup var arguments: RoomArguments
    @Option(help: "The number of a session; the latest if left out.") var session: Int?
    @Option(help: "The layout.") var format = DraftFormat.markdown
    @Option(
        help: ArgumentHelp("A file to write to, in place of the terminal. Word needs one.", valueName: "file"))
    var output: String?
    @OptionGroup var replacing: ReplaceOption
    @Option(help: ArgumentHelp("Your own words for some sentences: a YAML file.", valueName: "file"))
    var wording: String?
    @Flag(help: "Print the sentences that you can put in your own words, as such a file.")
    var showWording = false
    @Flag(help: "Say on stderr how easy the document is to read.") var plainEnglish = false
}

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
        if document != nil || options.session != nil || options.wording != nil {
            throw Exit.failure(
                "A joint plan is one document, of every session. Leave out --document, --session and --wording.",
                Exit.usage)
        }
        try writer.writeJointPlan(of: [options.arguments.room] + others)
    }
}

struct Minutes: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Draft the minutes of a session in house style.",
        discussion: "The same as draft --document minutes. Example: commonground minutes north --output minutes.md")
    @OptionGroup var options: DraftOptions

    func run() throws { try DraftWriter(options).write(.minutes) }
}

/// Makes a document, lays it out, and says what the check finds.
struct DraftWriter {
    private let options: DraftOptions

    init(_ options: DraftOptions) { self.options = options }

    func write(_ document: DraftDocument) throws {
        if options.showWording { return try Output.result(DraftWording.template) }
        try requirePlace()
        let wording = try readWording()
        let work = LongWork("Drafting")
        defer { work.end() }
        let host = try options.arguments.host { work.add($0) }
        defer { try? host.store.close() }
        work.begin("Drafting, and checking every sentence", of: nil, "entries read")
        let made = try ending { () throws(HostError) in
            try host.draft(document, of: options.arguments.room, session: options.session, wording: wording)
        }
        work.end()
        try write(made.report.draft, made.findings) { format in
            guard let text = made.report.text(in: format) else {
                throw Exit.failure(made.report.csvRefusal, Exit.usage)
            }
            return text
        }
    }

    func writeJointPlan(of rooms: [String]) throws {
        try requirePlace()
        let work = LongWork("Drafting")
        defer { work.end() }
        let host = try options.arguments.host { work.add($0) }
        defer { try? host.store.close() }
        work.begin("Drafting, and checking every sentence", of: nil, "entries read")
        let made = try ending { () throws(HostError) in try host.jointPlan(of: rooms) }
        work.end()
        try write(made.report.draft, made.findings) { format in
            guard let text = made.report.text(in: format) else {
                throw Exit.failure("CSV is for lists of data, and not for a joint plan.", Exit.usage)
            }
            return text
        }
    }

    /// Looked at before the work, which may take long.
    private func requirePlace() throws {
        if let output = options.output { return try ResultFile.check(output, options.replacing.earlier) }
        guard options.format == .word else { return }
        throw Exit.failure("Word needs a file to write to. Add --output and a name, such as papers.docx.", Exit.usage)
    }

    /// Lays it out, and says when something is not borne out.
    private func write(
        _ draft: Draft, _ findings: [DraftFinding], text: (ReportFormat) throws -> String
    ) throws {
        if options.format == .word {
            try WordFile.write(draft, to: options.output ?? "")
        } else {
            try write(text(ReportFormat(rawValue: options.format.rawValue) ?? .markdown))
        }
        if options.plainEnglish { Output.note(PlainEnglish(draft).report) }
        guard findings.isEmpty else {
            throw Exit.failure(
                "the check found something that the transcript does not bear out:\n\(Drafter.list(findings))",
                Exit.badData)
        }
    }

    private func readWording() throws -> DraftWording {
        guard let path = options.wording else { return .standard }
        let checked = TemplateFile.read(path, slots: WordingKey.allCases.map { ($0.rawValue, $0.slots) })
        guard let texts = checked.value else {
            throw Exit.failure(MistakeText.list(checked.mistakes, in: path), Exit.badData)
        }
        let known = texts.compactMap { key, text in WordingKey(rawValue: key).map { ($0, text) } }
        return DraftWording(Dictionary(known, uniquingKeysWith: { first, _ in first }))
    }

    private func write(_ text: String) throws {
        guard let path = options.output else { return try Output.result(text) }
        try ResultFile.write(text, to: path, options.replacing.earlier)
    }
}
