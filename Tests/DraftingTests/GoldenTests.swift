import Drafting
import Facilitation
import Foundation
import Testing

/// The drafts as a board would get them, kept as files and compared byte for byte.
///
/// `COMMONGROUND_RECORD=1` writes them anew; the run fails all the same, so that nobody records by accident.
@Suite struct GoldenTests {
    static let documents: [(file: String, draft: Draft)] = [
        (
            "shared-aims-development.md",
            Drafts.sharedAims(record: Fixtures.record(), framework: Fixtures.framework)
        ),
        (
            "shared-aims-chatham-house.md",
            Drafts.sharedAims(record: Fixtures.chathamHouse(), framework: Fixtures.framework)
        ),
        ("minutes-development.md", Drafts.minutes(record: Fixtures.record(), framework: Fixtures.framework)),
        (
            "minutes-formal.md",
            Drafts.minutes(record: Fixtures.record(meeting: .formal), framework: Fixtures.framework)
        ),
    ]

    @Test(arguments: documents.indices) func `a draft is the golden file, byte for byte`(index: Int) throws {
        let (file, draft) = Self.documents[index]
        let url = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
            .appending(path: "Golden/\(file)")
        if ProcessInfo.processInfo.environment["COMMONGROUND_RECORD"] == "1" {
            try Data(draft.markdown.utf8).write(to: url)
            Issue.record("Recorded \(file); read the difference, then run without COMMONGROUND_RECORD.")
            return
        }
        let golden = String(decoding: try Data(contentsOf: url), as: UTF8.self)
        #expect(golden == draft.markdown)
    }
}
