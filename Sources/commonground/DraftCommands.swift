import ArgumentParser
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
    @Option(help: ArgumentHelp("Own words for some sentences, as a YAML file.", valueName: "file"))
    var wording: String?
    @Flag(help: "Print the sentences that may be put in own words, as such a file, and nothing else.")
    var showWording = false
    @Flag(help: "Say on stderr how easy the document is to read.") var plainEnglish = false
}

struct DraftCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "draft",
        abstract: "Draft the shared aims and objectives of a session, each sentence with its entries.",
        discussion: """
            Documents: draft (everything about every area), aims (on one page), minutes, decisions and actions (the logs),
            ratings, cover, annex (how agreement was tested), all (a pack of papers).

            HTML is one file that loads nothing. CSV is for decisions, actions and ratings; a text that a spreadsheet would
            take for a formula gets an apostrophe before it. Word is made by pandoc, where that is installed.

            Examples:
              commonground draft north > north.md
              commonground draft north --document aims --format html --output aims.html
              commonground draft north --document actions --format csv
              commonground draft north --document all --format word --output papers.docx
            """)
    @Option(help: "Which document.") var document = DraftDocument.draft
    @OptionGroup var options: DraftOptions

    func run() throws { try DraftWriter(options).write(document) }
}

struct Minutes: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Draft the minutes of a session in house style.",
        discussion: "The same as draft --document minutes. Example: commonground minutes north > minutes.md")
    @OptionGroup var options: DraftOptions

    func run() throws { try DraftWriter(options).write(.minutes) }
}

/// Makes a document, lays it out, and says what the check finds.
struct DraftWriter {
    private let options: DraftOptions

    init(_ options: DraftOptions) { self.options = options }

    func write(_ document: DraftDocument) throws {
        if options.showWording { return Output.result(DraftWording.template) }
        if options.format == .word, options.output == nil {
            throw Exit.failure(
                "Word needs a file to write to. Add --output and a name, such as papers.docx.", Exit.usage)
        }
        let wording = try readWording()
        let host = try options.arguments.host()
        defer { try? host.store.close() }
        let made = try ending { () throws(HostError) in
            try host.draft(document, of: options.arguments.room, session: options.session, wording: wording)
        }
        if options.format == .word {
            try WordFile.write(made.report, to: options.output ?? "")
        } else {
            try write(text(of: made.report))
        }
        if options.plainEnglish { Output.note(PlainEnglish(made.report.draft).report) }
        if !made.findings.isEmpty {
            throw Exit.failure(
                "the check found something that the transcript does not bear out:\n\(Drafter.list(made.findings))",
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

    private func text(of report: Report) throws -> String {
        let format = ReportFormat(rawValue: options.format.rawValue) ?? .markdown
        guard let text = report.text(in: format) else { throw Exit.failure(report.csvRefusal, Exit.usage) }
        return text
    }

    private func write(_ text: String) throws {
        guard let path = options.output else { return Output.result(text) }
        do { try Data(text.utf8).write(to: URL(filePath: path), options: .atomic) } catch {
            throw Exit.failure("“\(path)” cannot be written. Choose another place or name.", Exit.cannotCreate)
        }
    }
}
