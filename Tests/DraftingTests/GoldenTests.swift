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
    /// Words that would break a page, or be too wide for one.
    private static let hostile: Record = {
        var record = Fixtures.record()
        record.title = "Wenmoor </title><script>alert(1)</script> & \u{202E}sons"
        record.members[0].name = "Farah <img src=x onerror=alert(1)>"
        record.members[3].organisation = String(repeating: "Wenmoorvoices", count: 12)
        record.areas[0].name = "Acting as an anchor \"' onclick='alert(1)"
        record.areas[0].aims[0].text = "By March 2029 " + String(repeating: "abcdefghij", count: 20) + " wins."
        record.areas[0].statements[0].text = "</main><h1>=1+1 \u{1B}[31m \u{2066}turned\u{0}</h1>"
        record.areas[0].gauges[1].counts = [
            "emerging": 1, "not-yet": 1, "dont-know": 3, "between-emerging-established": 1,
        ]
        return record
    }()
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
        ("shared-aims-chatham-house.html", .draft, chathamHouse, .html), ("hostile.html", .all, hostile, .html),
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
