import Drafting
import Facilitation
import Frameworks

/// Drafts of large records, in process and in memory: time must grow with the statements and not with their square.
enum DraftingBenchmark {
    private static let subjects = [
        "small charities", "the eye clinic", "bus timetables", "empty shops", "apprentices", "the food bank", "carers",
        "warm homes", "national contracts", "school kitchens", "late payments", "the harbour", "evening courses",
        "care homes", "data about jobs", "the living wage", "play areas", "tenders", "broadband", "training places",
    ]
    private static let openings = [
        "We should", "I think we must", "The council should", "Nobody can", "Every partner needs to",
    ]
    private static let deeds = [
        "publish one list of", "count the need for", "share the figures on", "open the doors to", "pay sooner for",
        "move closer to", "buy more from", "write down the rules for", "meet each month about", "stop the waiting for",
    ]

    static func run() {
        for count in [1_000, 10_000, 20_000] {
            let record = record(of: count)
            let framework = Library.builtIn
            let draft = quickest(of: 3) { _ = Drafts.sharedAims(record: record, framework: framework) }
            report("drafting.ms.\(count)_statements", draft * 1_000)
            let text = quickest(of: 3) { _ = Drafts.sharedAims(record: record, framework: framework).markdown }
            report("drafting.ms_with_markdown.\(count)_statements", text * 1_000)
            let suggest = quickest(of: 3) { _ = Drafts.suggestions(record: record) }
            report("drafting.ms_suggestions.\(count)_statements", suggest * 1_000)
            let markdown = Drafts.sharedAims(record: record, framework: framework).markdown
            let checker = DraftChecker(record: record, entries: [:], framework: framework)
            let check = quickest(of: 1) { _ = checker.findings(in: markdown) }
            report("drafting.ms_checking.\(count)_statements", check * 1_000)
        }
    }

    /// All statements in one area, which is the hardest case; each tenth is objected to.
    private static func record(of count: Int) -> Record {
        var record = Record()
        record.room = "large"
        record.title = "Large Partnership"
        record.started = "2026-10-14T13:20:00Z"
        for number in 0..<50 {
            var member = RecordMember()
            (member.id, member.name) = ("chat:m\(number)", "Member \(number)")
            member.organisation = "Body \(number % 12)"
            member.sector = ["nhs", "vcse", "local-government", "business", "education"][number % 5]
            record.members.append(member)
        }
        var area = RecordArea()
        (area.id, area.name) = ("acting-as-an-anchor", "Acting as an anchor")
        for number in 0..<count {
            area.statements.append(statement(number))
            guard number % 10 == 0 else { continue }
            var objection = RecordObjection()
            (objection.by, objection.on) = ("chat:m\(number % 50)", "s\(number * 3 + 1)")
            objection.text = "Objection \(number) stands until it is met."
            objection.entries = [number * 3 + 3]
            area.objections.append(objection)
        }
        record.areas = [area]
        return record
    }

    private static func statement(_ number: Int) -> RecordStatement {
        var statement = RecordStatement()
        let entry = number * 3 + 1
        statement.id = "s\(entry)"
        let place = "place \(number / 7) and ward \(number % 211)"
        statement.text = "\(openings[number % 5]) \(deeds[number / 5 % 10]) \(subjects[number / 50 % 20]) in \(place)."
        statement.by = "chat:m\(number % 50)"
        statement.counts = [.agree: number % 6, .disagree: number % 4]
        statement.agree = (0..<(number % 6)).map { "chat:m\(($0 * 7 + number) % 50)" }
        statement.entries = [entry, entry + 1]
        return statement
    }
}
