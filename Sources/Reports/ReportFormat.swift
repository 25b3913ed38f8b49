import Drafting
import Facilitation

/// How a document can be laid out, by the names that people ask for it with.
public enum ReportFormat: String, Sendable, CaseIterable {
    case markdown, text, csv, json, html
}

/// A document made from a record, ready to be laid out.
public struct Report: Sendable {
    public let document: DraftDocument
    public private(set) var draft: Draft
    public let record: Record
    public let framework: Framework
    /// The entries whose words may be shown beside it.
    public private(set) var entries: [ShownEntry] = []

    public init(
        _ document: DraftDocument, of record: Record, framework: Framework, entries: [ShownEntry] = [],
        wording: DraftWording = .standard
    ) {
        self.document = document
        self.record = record
        self.framework = framework
        draft = document.draft(of: record, framework: framework).reworded(by: wording)
        show(entries)
    }

    /// Lets a page show the words of these entries. Where somebody's name may not be told, neither may the words of a line
    /// that lead to it, and nothing is shown.
    public mutating func show(_ entries: [ShownEntry]) {
        self.entries = record.attribution == .named ? entries : []
    }

    /// Ends minutes, and a pack of papers, with what proves a later copy of the transcript. Other documents stay as they are.
    public mutating func end(with seal: TranscriptSeal) {
        if document == .minutes || document == .all { draft.sections.append(seal.section) }
    }

    /// Nil where the document has no such form: only lists of data have CSV.
    public func text(in format: ReportFormat) -> String? {
        switch format {
        case .markdown: draft.markdown
        case .text: draft.plainText
        case .csv: document.data(of: record, framework: framework).map(CSVWriter.text)
        case .json: DraftJSON.text(draft, document: document, record: record)
        case .html: HTMLReport(draft, framework: framework, entries: entries).html
        }
    }

    /// Why there is no CSV of this document, and which there are.
    public var csvRefusal: String {
        let others = DraftDocument.withData.map(\.rawValue).joined(separator: ", ")
        return "CSV is for lists of data, and not for \(document.spoken). Ask for one of: \(others)."
    }
}
