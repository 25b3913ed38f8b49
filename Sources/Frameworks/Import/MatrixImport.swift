import Facilitation

/// Makes a framework of somebody's own copy of a maturity matrix: a publication saved as text, a table with tabs or commas,
/// or a Markdown table. The wording of the copy is kept word for word; nothing of it is part of this program.
///
/// What is understood, in any of the forms:
/// - one row an area, one column a stage, the first row names the stages; it may come again on every page;
/// - a row with words in its first cell only names the group of the rows below; or a column of its own does (`Theme`);
/// - a row under the heading without a name in front says what the stages mean;
/// - the first paragraph of an area's cell is its name, the rest its purpose;
/// - columns such as `Score` or `Notes` are left out, and named.
public struct MatrixImport: Sendable {
    /// What the file does not say, or says otherwise.
    public struct Choices: Sendable {
        public var id: String?
        public var name: String?
        public var credit: String?
        /// True when the rows are stages and the columns areas.
        public var hasStagesInRows = false
        public init() {}
    }

    public struct Imported: Sendable {
        public var framework: Framework
        /// Headings of columns that are no stages.
        public var columnsLeftOut: [String]
    }

    public enum Failure: Error, Sendable {
        /// The file cannot be read.
        case mistake(Mistake)
        case faults(MatrixFaults)
    }

    public static func read(file path: String, _ choices: Choices = Choices()) -> Result<Imported, Failure> {
        switch PackFile.read(path) {
        case .failure(let mistake): .failure(.mistake(mistake))
        case .success(let bytes):
            read(bytes, named: PackFile.name(of: path), choices).mapError { .faults($0) }
        }
    }

    public static func read(
        _ bytes: [UInt8], named name: String, _ choices: Choices = Choices()
    ) -> Result<Imported, MatrixFaults> {
        guard let text = String(validating: bytes, as: UTF8.self) else {
            return .failure(MatrixFaults([], notUnicode: true))
        }
        var table: MatrixTable
        do throws(MatrixFault) {
            table =
                switch MatrixTable.form(of: text, named: name) {
                case .tabs: MatrixTable.tabs(text)
                case .markdown: MatrixTable.markdown(text)
                case .commas: try MatrixTable.values(bytes, separator: UInt8(ascii: ","))
                case .semicolons: try MatrixTable.values(bytes, separator: UInt8(ascii: ";"))
                }
        } catch {
            return .failure(MatrixFaults([error]))
        }
        if choices.hasStagesInRows { table = table.transposed }
        var reading = MatrixReading(table: table)
        reading.read()
        return reading.framework(choices)
    }
}

/// Everything that stands in the way, in the order of the file.
public struct MatrixFaults: Error, Sendable, Hashable {
    public var list: [MatrixFault]
    /// True when the bytes are no UTF-8 text at all.
    public var isNotUnicode: Bool

    init(_ list: [MatrixFault], notUnicode: Bool = false) {
        self.list = list
        isNotUnicode = notUnicode
    }
}

/// Reads the rows of one table.
struct MatrixReading {
    let table: MatrixTable
    private var faults: [MatrixFault] = []
    private var stages: [(column: Int, stage: Stage)] = []
    private var nameColumn = 0
    private var groupColumn: Int?
    private var header: [String] = []
    private var columnsLeftOut: [String] = []
    private var groups: [(name: String, areas: [Area])] = []
    private var ids: Set<String> = []

    init(table: MatrixTable) { self.table = table }

    private static let groupWords: Set<String> = [
        "group", "theme", "domain", "dimension", "category", "pillar", "section", "strand", "part", "block",
    ]
    private static let otherColumns: Set<String> = [
        "notes", "note", "comments", "comment", "score", "our score", "self-assessment", "rating", "evidence",
        "actions",
        "action", "owner", "current", "current stage", "target", "target stage", "desired", "ref", "reference", "no",
        "no.", "#", "number", "id", "rag", "where are we now", "where we are", "next steps",
    ]

    mutating func read() {
        guard let top = table.rows.firstIndex(where: isHeading) else {
            faults.append(MatrixFault(problem: .noTable))
            return
        }
        takeHeading(table.rows[top])
        // A group may be named above the first heading.
        for row in table.rows[..<top] { takeGroup(MatrixCell(row.cell(0)).text) }
        for row in table.rows[(top + 1)...] where !row.isBlank { take(row) }
    }

    /// Three cells or more with short words in them: an area and at least two stages.
    private func isHeading(_ row: MatrixTable.Row) -> Bool {
        let cells = row.cells.map { MatrixCell($0).text }
        let named = cells.dropFirst().filter { !$0.isEmpty }
        return named.count >= 2 && cells.allSatisfy { $0.count <= Limit.idLettersMax }
    }

    private mutating func takeHeading(_ row: MatrixTable.Row) {
        header = row.cells.map { MatrixCell($0).text }
        var start = 0
        // Numbers in front of the names say nothing that the order does not say.
        while start < header.count - 2, isOther(header[start]) {
            columnsLeftOut.append(header[start])
            start += 1
        }
        if isGroupHeading(header[start]), start + 3 < header.count {
            groupColumn = start
            start += 1
        }
        nameColumn = start
        for column in header.indices.dropFirst(start + 1) where !header[column].isEmpty {
            if isOther(header[column]) {
                columnsLeftOut.append(header[column])
            } else {
                let name = TypedNames.stage(header[column], beside: stages.map(\.stage.name))
                stages.append((column, Stage(id: stageID(header[column]), name: name)))
            }
        }
        if stages.count < Limit.stages.lowerBound {
            faults.append(MatrixFault(line: row.line, problem: .tooFewStages(stages.count)))
        } else if stages.count > Limit.stages.upperBound {
            faults.append(MatrixFault(line: row.line, problem: .tooManyStages(stages.count)))
        }
    }

    private func isOther(_ heading: String) -> Bool { MatrixReading.otherColumns.contains(heading.lowercased()) }
    private func isGroupHeading(_ heading: String) -> Bool {
        MatrixReading.groupWords.contains(heading.lowercased().split(separator: " ").first.map(String.init) ?? "")
    }

    private func stageID(_ name: String) -> String {
        let made = Identifier.made(from: name) ?? Identifier.made(from: "stage \(name)") ?? "stage"
        let isReserved =
            [SpecialStage.notYet, SpecialStage.dontKnow, SpecialStage.noView].contains(made)
            || made.hasPrefix("between-")
        let taken = Set(stages.map(\.stage.id))
        return MatrixReading.unused(isReserved ? "stage-\(made)" : made, taken)
    }

    private static func unused(_ id: String, _ taken: Set<String>) -> String {
        guard taken.contains(id) else { return id }
        var number = 2
        while taken.contains("\(id)-\(number)") { number += 1 }
        return "\(id)-\(number)"
    }

    // MARK: Rows

    private mutating func take(_ row: MatrixTable.Row) {
        let cells = row.cells.map { MatrixCell($0) }
        // The heading comes again on every page of a publication.
        if cells.map(\.text) == header { return }
        if cells.count > header.count, cells[header.count...].contains(where: { !$0.isEmpty }) {
            faults.append(
                MatrixFault(line: row.line, problem: .tooManyCells(found: cells.count, expected: header.count)))
            return
        }
        func cell(_ column: Int) -> MatrixCell { column < cells.count ? cells[column] : MatrixCell("") }
        let texts = stages.map { (id: $0.stage.id, text: cell($0.column).text) }
        let name = cell(nameColumn)
        if let groupColumn, !cell(groupColumn).isEmpty { takeGroup(cell(groupColumn).text) }
        if texts.allSatisfy(\.text.isEmpty) {
            if !name.isEmpty { takeGroup(name.text) }
        } else if name.isEmpty {
            continueArea(texts)
        } else {
            takeArea(name, texts, row.line)
        }
    }

    private mutating func takeGroup(_ name: String) {
        guard !name.isEmpty, groups.last?.name != name else { return }
        // A heading with nothing below it was no group.
        if groups.last?.areas.isEmpty == true { groups.removeLast() }
        groups.append((name, []))
    }

    /// A row without a name says more about the area above, or before the first area what the stages mean.
    private mutating func continueArea(_ texts: [(id: String, text: String)]) {
        guard let group = groups.indices.last(where: { !groups[$0].areas.isEmpty }) else {
            for (index, text) in texts.enumerated() where !text.text.isEmpty {
                stages[index].stage.meaning = text.text
            }
            return
        }
        let area = groups[group].areas.count - 1
        for (id, text) in texts where !text.isEmpty {
            let before = groups[group].areas[area].evidence[id].map { $0 + " " } ?? ""
            groups[group].areas[area].evidence[id] = before + text
        }
    }

    private mutating func takeArea(_ name: MatrixCell, _ texts: [(id: String, text: String)], _ line: Int) {
        let first = name.paragraphs[0]
        let title = TypedNames.isNumber(first) ? "Area \(first)" : first
        if title.count > Limit.nameLettersMax {
            faults.append(MatrixFault(line: line, problem: .nameTooLong(letters: title.count)))
        }
        for (_, text) in texts where text.count > Limit.textLettersMax {
            faults.append(MatrixFault(line: line, problem: .textTooLong(letters: text.count)))
        }
        let id = MatrixReading.unused(MatrixReading.id(from: title) ?? "area-\(ids.count + 1)", ids)
        ids.insert(id)
        var evidence: [String: String] = [:]
        for (stage, text) in texts where !text.isEmpty { evidence[stage] = text }
        let area = Area(
            id: id, name: title, purpose: name.paragraphs.dropFirst().joined(separator: " "), evidence: evidence)
        if groups.isEmpty { groups.append(("Areas", [])) }
        groups[groups.count - 1].areas.append(area)
    }

    /// The id of a pack is typed by people.
    static let packIDLettersMax = 40

    /// As many whole words of the name as an id may have.
    static func id(from name: String, lettersMax: Int = Limit.idLettersMax) -> String? {
        var words = name.split { !$0.isLetter && !$0.isNumber }[...]
        while !words.isEmpty {
            if let id = Identifier.made(from: words.joined(separator: " ")), id.utf8.count <= lettersMax { return id }
            words.removeLast()
        }
        return nil
    }

    // MARK: The framework

    func framework(_ choices: MatrixImport.Choices) -> Result<MatrixImport.Imported, MatrixFaults> {
        var faults = faults
        let filled = groups.filter { !$0.areas.isEmpty }
        if faults.isEmpty, filled.isEmpty { faults.append(MatrixFault(problem: .noAreas)) }
        let name = choices.name ?? MatrixCredit.title(in: table.prose)
        if name == nil { faults.append(MatrixFault(problem: .noName)) }
        let credit = choices.credit ?? MatrixCredit.credit(in: table.prose, title: name)
        if credit == nil { faults.append(MatrixFault(problem: .noCredit)) }
        let made = name.flatMap { MatrixReading.id(from: $0, lettersMax: MatrixReading.packIDLettersMax) }
        let id = choices.id ?? made
        if id.map(Identifier.isOne) != true, name != nil || choices.id != nil {
            faults.append(MatrixFault(problem: .noID))
        }
        guard faults.isEmpty, let name, let credit, let id else { return .failure(MatrixFaults(faults)) }
        var groupIDs: Set<String> = []
        let numbered = filled.enumerated().map { index, group in
            let id = MatrixReading.unused(MatrixReading.id(from: group.name) ?? "group-\(index + 1)", groupIDs)
            groupIDs.insert(id)
            return AreaGroup(id: id, name: group.name, areas: group.areas)
        }
        let framework = Framework(
            id: id, version: "1", name: name, credit: credit, stages: stages.map(\.stage),
            groups: numbered)
        return .success(MatrixImport.Imported(framework: framework.sealed(), columnsLeftOut: columnsLeftOut))
    }
}

/// Finds in a publication what it is called and whom to thank.
enum MatrixCredit {
    /// The first line: a heading of Markdown, or the title of a text.
    static func title(in prose: [String]) -> String? {
        let lines = prose.lazy.map { line in MatrixCell(String(line.drop { $0 == "#" })).text }
        guard let first = lines.first(where: { !$0.isEmpty }) else { return nil }
        return first.count <= Limit.nameLettersMax ? first : nil
    }

    /// The copyright line, word for word, after the title: what a publication asks to be said with its words.
    static func credit(in prose: [String], title: String?) -> String? {
        let lines = prose.map { MatrixCell($0).text }
        guard let line = lines.last(where: { $0.hasPrefix("©") || $0.lowercased().hasPrefix("copyright") }),
            line.count <= Limit.textLettersMax / 2
        else { return nil }
        return title.map { "\($0). \(line)" } ?? line
    }
}
