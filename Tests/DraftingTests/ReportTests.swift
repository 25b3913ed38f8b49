import DraftingMutations
import Facilitation
import Foundation
import Hashing
import JSONText
import SeededRandom
import Testing

@testable import Drafting
@testable import OpenData
@testable import Reports

/// The formats of a draft, with hostile words in it.
@Suite struct ReportTests {
    static let hostile = [
        "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onmouseover='alert(1)", "</style><b>",
        "<!--",
        "]]>", "&lt;b&gt; &amp;", "\u{202E}turned\u{2066}", "bell \u{7}, escape \u{1B}[31m", "nul \u{0}",
        "javascript:alert(1)",
        "=1+1", "two\r\nlines", "\u{2028}", "a\u{0301}\u{200D}👩‍👩‍👧",
    ]

    static func report(_ document: DraftDocument, seed: Int) -> Report {
        let session = RandomSession(seed: seed, isHostile: true)
        var record = session.record
        for index in record.areas.indices {
            for place in record.areas[index].statements.indices {
                record.areas[index].statements[place].text += hostile[(seed + place) % hostile.count]
            }
            if let first = record.members.indices.first { record.members[first].name += hostile[seed % hostile.count] }
        }
        record.title += hostile[seed % hostile.count]
        let entries = session.entries.keys.sorted().map { number in
            ShownEntry(
                number: number, speaker: hostile[number % hostile.count], words: hostile[(number + 7) % hostile.count])
        }
        return Report(document, of: record, framework: Fixtures.framework, entries: entries)
    }

    @Test func `text and attributes are escaped`() {
        let node = HTMLNode.make(.p, [HTMLAttribute(.id, "a\"b'<&")], "<b> & \"c\" \u{202E}\u{0}\u{1B}")
        #expect(
            node.html == "<p id=\"a&quot;b&#39;&lt;&amp;\">&lt;b&gt; &amp; \"c\" \u{FFFD}\u{FFFD}\u{FFFD}</p>\n")
    }

    @Test(arguments: DraftDocument.allCases) func `whatever people type, a page has our markup and no other`(
        document: DraftDocument
    ) throws {
        for seed in 1...15 {
            let html = try #require(Self.report(document, seed: seed).text(in: .html))
            let page = try Page(html)
            #expect(page.unknown == [], "seed \(seed)")
            #expect(page.duplicateIDs == [], "seed \(seed)")
            #expect(page.deadLinks == [], "seed \(seed)")
            #expect(page.skippedHeadings == [], "seed \(seed)")
            #expect(page.tags.count { $0 == "h1" } == 1)
            let hidden = html.unicodeScalars.filter { scalar in
                scalar != "\n" && scalar != "\u{200D}" && HiddenCharacters.contains(scalar.value)
            }
            #expect(hidden.isEmpty, "seed \(seed)")
        }
    }

    @Test func `the checks of a page can fail`() throws {
        let page = try Page(
            "<h1 id=\"a\">x</h1><h3 id=\"a\">y</h3><script>1</script><p onclick=\"1\"><a href=\"#b\">z</a></p>")
        #expect(page.unknown == ["script", "onclick"])
        #expect(page.duplicateIDs == ["a"] && page.deadLinks == ["b"] && page.skippedHeadings == ["h3"])
    }

    @Test func `the policy of a page has the hash of its style sheet, and allows nothing else`() {
        let digest = SHA256.digest(Array(ReportStyle.sheet.css.utf8))
        #expect(ReportStyle.hash == Data(digest).base64EncodedString())
        #expect(ReportStyle.policy.hasPrefix("default-src 'none'; style-src 'sha256-"))
    }

    @Test func `a citation leads to the words of an entry that may be shown, and is a plain number otherwise`() throws {
        let entries = [ShownEntry(number: 48, speaker: "Hattie Bloom", words: "/close")]
        let html = try #require(
            Report(.minutes, of: Fixtures.record(), framework: Fixtures.framework, entries: entries).text(in: .html))
        #expect(html.contains("[<a href=\"#entry-48\" aria-label=\"entry 48\" class=\"entry\">48</a>]"))
        #expect(
            html.contains(
                "<li id=\"entry-48\"><strong>48</strong>, Hattie Bloom: <span dir=\"auto\">“/close”</span></li>"))
        #expect(html.contains("[90]"))
    }

    @Test func `under the Chatham House Rule no entry's words are shown, whoever hands them in`() throws {
        let entries = (1...120).map { ShownEntry(number: $0, speaker: "Bryn Tasker", words: "secret") }
        let html = try #require(
            Report(.all, of: Fixtures.chathamHouse(), framework: Fixtures.framework, entries: entries).text(in: .html))
        #expect(!html.contains("secret") && !html.contains("#entry-"))
    }

    @Test func `a chart says in words what it shows, and each bar bears its count`() throws {
        let html = try #require(Report(.ratings, of: Fixtures.record(), framework: Fixtures.framework).text(in: .html))
        #expect(
            html.contains("Round 1: 2 Emerging, 3 Established, 1 Expanding. Round 2: 1 Emerging, 5 Established.</desc>")
        )
        #expect(html.contains("<title id=\"chart-1-title\">Spread of the ratings: Acting as an anchor</title>"))
        #expect(html.contains("role=\"img\""))
        for words in ["round 1: 3", "round 2: 5", "round 2: 0"] { #expect(html.contains(">\(words)</text>")) }
        #expect(html.contains("<td class=\"heat-3\">Most (5 of 6)</td>"))
    }

    @Test func `for a word processor there is no style, link or picture`() {
        let draft = DraftDocument.all.draft(of: Fixtures.record(), framework: Fixtures.framework)
        let html = HTMLReport.forWordProcessor(draft)
        for markup in ["<style", "<svg", "<a ", "<nav", "<meta http-equiv"] { #expect(!html.contains(markup)) }
        #expect(html.contains("<title>Wenmoor Partnership: papers of the session</title>"))
        #expect(html.contains("<h1 id=\"section-1\">Cover sheet</h1>"))
    }

    @Test func `only lists of data have CSV, and the refusal names them`() {
        for document in DraftDocument.allCases {
            let report = Report(document, of: Fixtures.record(), framework: Fixtures.framework)
            #expect((report.text(in: .csv) != nil) == document.hasData)
        }
        let minutes = Report(.minutes, of: Fixtures.record(), framework: Fixtures.framework)
        #expect(
            minutes.csvRefusal
                == "CSV is for lists of data, and not for the minutes. Ask for one of: decisions, actions, ratings.")
    }

    @Test func `JSON has the schema's name, and every sentence with its entries and counts`() throws {
        let report = Report(.ratings, of: Fixtures.record(), framework: Fixtures.framework)
        let json = try JSONScanner(depthLimit: 32).scan(try #require(report.text(in: .json)))
        #expect(json["schema"]?.string == "commonground.draft/1")
        #expect(json["document"]?.string == "ratings")
        #expect(json["plainEnglish"]?["readingAge"]?.integer != nil)
        let blocks = json["sections"]?.array?.flatMap { $0["blocks"]?.array ?? [] } ?? []
        let items = blocks.flatMap { $0["items"]?.array ?? [] }.compactMap { $0["sentence"] }
        let first = try #require(items.first)
        #expect(first["text"]?.string?.hasPrefix("Round 1: 2 Emerging") == true)
        #expect(first["entries"]?.array?.compactMap(\.integer) == [20, 28])
        let tally: JSONValue = ["subject": "round 1", "label": "emerging", "count": 2, "total": 6]
        #expect(first["tallies"]?.array?.contains(tally) == true)
    }
}

@Suite struct CSVTests {
    private static func read(_ text: String) throws -> [[String]] {
        var reader = CSVReader(Array(text.utf8))
        var records: [[String]] = []
        while try reader.next() { records.append((0..<reader.count).map { reader.text($0) ?? "?" }) }
        return records
    }

    private static let pieces = [
        "a", "é", "👩‍👩‍👧", "\"", "\"\"", ",", "\n", "\r\n", "\r", "\t", "=", "+", "-", "@", "'", " ", "1", ";", "\u{FF1D}",
        "",
    ]

    @Test func `what is written is read back, and taking one apostrophe away gives the text`() throws {
        var generator = SeededGenerator(seed: 41)
        for _ in 0..<400 {
            let row = (0..<Int.random(in: 1...4, using: &generator)).map { _ in
                (0..<Int.random(in: 0...6, using: &generator)).map { _ in generator.pick(Self.pieces) }.joined()
            }
            let data = LogData(columns: row.map { _ in "column" }, rows: [row.map { .text($0) }])
            let records = try Self.read(CSVWriter.text(of: data))
            try #require(records.count == 2)
            #expect(records[1].map(CSVWriter.original).map { Array($0.utf8) } == row.map { Array($0.utf8) })
            for cell in records[1] {
                let first = cell.unicodeScalars.first
                #expect(first.map { !"=+-@\t\r\n".unicodeScalars.contains($0) } ?? true)
            }
        }
    }

    @Test func `numbers stay numbers, and an empty cell is empty`() {
        let data = LogData(columns: ["a", "b", "c"], rows: [[.number(-3), .empty, .text("-3")]])
        #expect(CSVWriter.text(of: data) == "a,b,c\r\n-3,,'-3\r\n")
    }

    @Test(arguments: [("=1+1", "'=1+1"), ("'=1", "''=1"), ("'tis", "'tis"), ("a=1", "a=1"), ("", "")])
    func `a text that a spreadsheet would run gets an apostrophe`(text: String, shown: String) {
        #expect(CSVWriter.harmless(text) == shown)
    }

    @Test func `every row has as many cells as there are columns`() throws {
        for seed in 1...20 {
            for document in DraftDocument.withData {
                let session = RandomSession(seed: seed, isHostile: true)
                let data = try #require(document.data(of: session.record, framework: Fixtures.framework))
                #expect(data.rows.allSatisfy { $0.count == data.columns.count })
                let records = try Self.read(CSVWriter.text(of: data))
                #expect(records.count == data.rows.count + 1)
            }
        }
    }
}

/// The tags, names and places of a page, read without knowing how it was made.
private struct Page {
    var tags: [String] = []
    var unknown: [String] = []
    private var ids: [String] = []
    private var links: [String] = []

    struct Broken: Error { var text: Substring }

    init(_ html: String) throws {
        var rest = Substring(html)
        while let start = rest.firstIndex(of: "<") {
            guard let end = rest[start...].firstIndex(of: ">") else { throw Broken(text: rest.prefix(40)) }
            try read(rest[rest.index(after: start)..<end])
            rest = rest[rest.index(after: end)...]
        }
    }

    private mutating func read(_ tag: Substring) throws {
        if tag == "!DOCTYPE html" { return }
        let name = String(tag.drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber })
        let known = HTMLTag.allCases.map(\.rawValue) + ["style"]
        if !known.contains(name), !unknown.contains(name) { unknown.append(name) }
        guard !tag.hasPrefix("/") else { return }
        tags.append(name)
        // Values are between double quotation marks and hold none.
        let parts = tag.dropFirst(name.count).split(separator: "\"", omittingEmptySubsequences: false)
        for index in stride(from: 0, to: parts.count - 1, by: 2) {
            let attribute = parts[index].drop { $0 == " " }.dropLast()
            if HTMLAttributeName(rawValue: String(attribute)) == nil { unknown.append(String(attribute)) }
            if attribute == "id" { ids.append(String(parts[index + 1])) }
            if attribute == "href" { links.append(String(parts[index + 1])) }
        }
    }

    var duplicateIDs: [String] { Set(ids).filter { id in ids.count { $0 == id } > 1 }.sorted() }

    /// Links to nowhere, and any that leave the page.
    var deadLinks: [String] {
        links.filter { !$0.hasPrefix("#") || !ids.contains(String($0.dropFirst())) }.map { String($0.dropFirst()) }
    }

    var skippedHeadings: [String] {
        var last = 1
        return tags.filter { tag in
            guard tag.count == 2, tag.first == "h", let level = tag.last?.wholeNumberValue else { return false }
            defer { last = level }
            return level > last + 1
        }
    }
}
