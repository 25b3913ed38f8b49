import Drafting
import Facilitation
import Foundation
import Reports
import Testing

/// The drafts as a board would get them, kept as files and compared byte for byte.
///
/// `COMMONGROUND_RECORD=1` writes them anew; the run fails all the same, so that nobody records by accident.
@Suite struct GoldenTests {
    private static let development = Fixtures.record()
    private static let formal = Fixtures.record(meeting: .formal)
    private static let chathamHouse = Fixtures.chathamHouse()
    /// The file, the document, the record and the format.
    private static let wanted: [(String, DraftDocument, Record, ReportFormat)] = [
        ("shared-aims-development.md", .draft, development, .markdown),
        ("shared-aims-chatham-house.md", .draft, chathamHouse, .markdown),
        ("minutes-development.md", .minutes, development, .markdown),
        ("minutes-formal.md", .minutes, formal, .markdown),
        ("aims-page-formal.md", .aims, formal, .markdown),
        ("cover-sheet-development.md", .cover, development, .markdown),
        ("cover-sheet-formal.md", .cover, formal, .markdown), ("ratings.md", .ratings, development, .markdown),
        ("annex-development.md", .annex, development, .markdown),
        ("annex-chatham-house.md", .annex, chathamHouse, .markdown),
        ("decision-log.csv", .decisions, formal, .csv), ("action-log.csv", .actions, formal, .csv),
        ("ratings.csv", .ratings, formal, .csv), ("decision-log.txt", .decisions, formal, .text),
        ("cover-sheet-development.json", .cover, development, .json), ("papers-formal.html", .all, formal, .html),
        ("shared-aims-chatham-house.html", .draft, chathamHouse, .html),
    ]
    private static let entries = [20, 28, 48, 50, 58, 60, 80, 90].map {
        ShownEntry(number: $0, speaker: "Hattie Bloom", words: "Words of entry \($0), with <b>marks</b> & more.")
    }

    static let documents: [(file: String, text: String)] = wanted.map { file, document, record, format in
        let report = Report(document, of: record, framework: Fixtures.framework, entries: entries)
        return (file, report.text(in: format) ?? "")
    }

    @Test(arguments: documents.indices) func `a draft is the golden file, byte for byte`(index: Int) throws {
        let (file, text) = Self.documents[index]
        let url = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
            .appending(path: "Golden/\(file)")
        if ProcessInfo.processInfo.environment["COMMONGROUND_RECORD"] == "1" {
            try Data(text.utf8).write(to: url)
            Issue.record("Recorded \(file); read the difference, then run without COMMONGROUND_RECORD.")
            return
        }
        let golden = String(decoding: try Data(contentsOf: url), as: UTF8.self)
        #expect(golden == text)
    }
}
