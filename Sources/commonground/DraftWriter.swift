import Console
import Drafting
import Frameworks
import Hosting
import Reports
import Transcript

/// Makes a document, lays it out, and says what the check finds.
struct DraftWriter {
    private let options: DraftOptions

    init(_ options: DraftOptions) { self.options = options }

    func write(_ document: DraftDocument) throws {
        if options.showWording { return try write(DraftWording.template) }
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
            try WordFile.write(draft, to: options.output ?? "", options.replacing.earlier)
        } else {
            try write(text(ReportFormat(rawValue: options.format.rawValue) ?? .markdown))
        }
        if options.plainEnglish { Output.note(PlainEnglish(draft).report) }
        guard findings.isEmpty else {
            throw Exit.failure(
                "the check found something that the transcript does not bear out:\n\(DraftFindings.list(findings))",
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
