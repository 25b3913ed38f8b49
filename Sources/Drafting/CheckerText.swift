import Facilitation

/// One line of a draft in Markdown, without its markup.
struct CheckedLine {
    enum Kind: Hashable { case heading(level: Int), text(depth: Int), row }
    /// From 1.
    var number: Int
    var kind: Kind
    /// For a row: every cell with its header before it.
    var text: [MarkedCharacter]
}

/// A character, and whether a backslash stood before it, so that it cannot be markup.
struct MarkedCharacter {
    var character: Character
    var isEscaped = false
    /// True for the bar that the reader puts between the cells of a row.
    var isCellEnd = false
}

/// Reads Markdown back into lines. It knows the markup that people write by hand, not what our renderer
/// writes.
struct CheckedTextReader {
    static func lines(of draft: String) -> [CheckedLine] {
        let raw = draft.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(Array.init)
        var lines: [CheckedLine] = []
        var header: [[MarkedCharacter]] = []
        for (index, line) in raw.enumerated() {
            let indent = line.prefix { $0 == " " || $0 == "\t" }.count
            let body = line.dropFirst(indent)
            guard let first = body.first else {
                header = []
                continue
            }
            if first == "|" {
                let cells = cells(of: body)
                if cells.allSatisfy({ $0.allSatisfy { "-: ".contains($0.character) } }) { continue }
                let next = index + 1 < raw.count ? cellsAreRule(raw[index + 1]) : false
                if next { header = cells } else { lines.append(row(cells, header, index + 1)) }
                continue
            }
            header = []
            lines.append(text(body, indent: indent, index + 1))
        }
        return lines
    }

    private static func text(_ body: ArraySlice<Character>, indent: Int, _ number: Int) -> CheckedLine {
        let level = body.prefix { $0 == "#" }.count
        if level > 0, body.dropFirst(level).first == " " {
            return CheckedLine(
                number: number, kind: .heading(level: level), text: marked(body.dropFirst(level + 1)))
        }
        var rest = body
        if let first = rest.first, "-*+>".contains(first), rest.dropFirst().first == " " {
            rest = rest.dropFirst(2)
        }
        return CheckedLine(number: number, kind: .text(depth: indent / 2), text: marked(rest))
    }

    private static func cellsAreRule(_ line: [Character]) -> Bool {
        line.contains("-") && line.allSatisfy { "|-: ".contains($0) }
    }

    private static func cells(of body: ArraySlice<Character>) -> [[MarkedCharacter]] {
        var cells: [[MarkedCharacter]] = [[]]
        for mark in marked(body.dropFirst()) {
            if mark.character == "|", !mark.isEscaped {
                cells.append([])
            } else {
                cells[cells.count - 1].append(mark)
            }
        }
        return cells.last.map { $0.allSatisfy { $0.character == " " } } == true ? cells.dropLast() : cells
    }

    private static func row(_ cells: [[MarkedCharacter]], _ header: [[MarkedCharacter]], _ number: Int)
        -> CheckedLine
    {
        var text: [MarkedCharacter] = []
        for (index, cell) in cells.enumerated() {
            if index < header.count { text += header[index] + [MarkedCharacter(character: ":")] }
            text += [MarkedCharacter(character: " ")] + cell
            text.append(MarkedCharacter(character: "|", isCellEnd: true))
        }
        return CheckedLine(number: number, kind: .row, text: text)
    }

    /// Takes backslashes and emphasis away.
    private static func marked(_ body: ArraySlice<Character>) -> [MarkedCharacter] {
        var result: [MarkedCharacter] = []
        var escaped = false
        for character in body {
            if escaped {
                let isPunctuation = character.isASCII && (character.isPunctuation || character.isSymbol)
                if !isPunctuation { result.append(MarkedCharacter(character: "\\", isEscaped: true)) }
                result.append(MarkedCharacter(character: character, isEscaped: isPunctuation))
                escaped = false
            } else if character == "\\" {
                escaped = true
            } else if !"*_`".contains(character) {
                result.append(MarkedCharacter(character: character))
            }
        }
        return result
    }
}

/// The pieces that a line is made of, once names, dates, quotations and citations are known for what they
/// are.
enum CheckedToken: Hashable {
    case word(String)
    case number(Int)
    case date(CivilDate)
    case quote(String)
    /// A quotation that never ends.
    case openQuote
    case citation([Int])
    /// `position` is not among them: it is a word.
    case item(String)
    case person(String)
    case organisation(String)
    case area(Int)
    case stage(String)
    case sector(String)
    /// A name that carries no claim, such as that of the partnership.
    case known
    case mark(Character)
    case cellEnd

    var word: String? {
        if case .word(let word) = self { word } else { nil }
    }
}

/// Names that a draft may mention, found in text letter by letter, the longest first.
struct CheckedPhrases {
    private struct Phrase {
        /// Where a name is a name.
        enum Use {
            case anywhere
            /// "will" and "mark" are names in a chat and words in a sentence.
            case introduced
            /// "support" and "Emerging" mean something else in drafts; these are the organisations of who is called so.
            case ofPersonOnly([String])
        }
        var characters: [Character]
        var token: CheckedToken
        var use = Use.anywhere

        var isOfPersonOnly: Bool { if case .ofPersonOnly = use { true } else { false } }
    }
    private struct Seen: Hashable {
        var key: Character
        var text: [Character]
        var token: CheckedToken
    }
    private var byFirst: [Character: [Phrase]] = [:]
    /// Names of stages, and words for how an objective goes.
    private var words: Set<String> = []
    private var seen: Set<Seen> = []

    init(index: CheckerIndex, framework: Framework?) {
        let record = index.record
        add(record.title, .known)
        add(record.room, .known)
        for missing in record.missing { add(missing, .known) }
        var earlier: [(id: String, name: String)] = record.carried.map { ($0.area, $0.areaName) }
        earlier += record.earlierAims.map { ($0.area, $0.areaName) }
        for area in earlier where !record.areas.contains(where: { $0.id == area.id }) { add(area.name, .known) }
        for (number, area) in record.areas.enumerated() { add(RecordNames.area(area), .area(number)) }
        var stages = framework.map(\.ladder.answers) ?? []
        for area in record.areas {
            for gauge in area.gauges {
                stages += gauge.counts.keys
                stages += gauge.byConstituency.values.flatMap(\.keys)
            }
            if let position = area.position { stages.append(position.stage) }
            if let before = area.before { stages.append(before.stage) }
        }
        stages += record.areas.flatMap(\.otherTests).compactMap(\.stage)
        stages += [SpecialStage.notYet, SpecialStage.dontKnow, SpecialStage.noView]
        for stage in Set(stages).sorted() { add(StageMentions.name(stage, framework), .stage(stage)) }
        words = Set(stages.map { StageMentions.name($0, framework).lowercased() } + ProgressWord.allCases.map(\.spoken))
        for sector in index.sectors { add(SectorWording.name(sector), .sector(sector)) }
        let people = index.people
        for name in people { add(name, of: name, index) }
        // People are often named by their last or first name alone, where that is clear.
        addParts(of: people, index)
        for member in record.members {
            add(member.organisation, .organisation(Verbatim.shown(member.organisation)))
        }
        // A person comes before a stage of the same name: only where somebody is named is that name theirs.
        for key in byFirst.keys {
            byFirst[key]?.sort { left, right in
                left.characters.count == right.characters.count
                    ? left.isOfPersonOnly && !right.isOfPersonOnly : left.characters.count > right.characters.count
            }
        }
    }

    private mutating func add(_ text: String, of person: String, _ index: CheckerIndex) {
        let name = Verbatim.shown(text)
        var use = Phrase.Use.anywhere
        if name.allSatisfy(\.isLowercase) { use = .introduced }
        if words.contains(name.lowercased()) || CheckerLexicon.has(name) || name.allSatisfy(\.isNumber) {
            use = .ofPersonOnly(index.organisations[person, default: []].filter { !$0.isEmpty }.sorted())
        }
        add(text, .person(person), use)
    }

    private mutating func addParts(of people: [String], _ index: CheckerIndex) {
        let unique = Set(people)
        var owners: [String: Set<String>] = [:]
        for name in unique {
            let parts = name.split(separator: " ").map(String.init)
            guard parts.count > 1, let first = parts.first, let last = parts.last else { continue }
            for part in [first, last] where part.count > 2 && part.first?.isUppercase == true {
                owners[part, default: []].insert(name)
            }
        }
        for part in owners.keys.sorted() {
            if let names = owners[part], names.count == 1, let name = names.first { add(part, of: name, index) }
        }
    }

    private mutating func add(_ text: String, _ token: CheckedToken, _ use: Phrase.Use = .anywhere) {
        let characters = Array(Verbatim.shown(text))
        guard let first = characters.first else { return }
        let phrase = Phrase(characters: characters, token: token, use: use)
        var keys: Set<Character> = [first]
        if case .stage = token { keys.formUnion(Array(first.lowercased() + first.uppercased())) }
        for key in keys where seen.insert(Seen(key: key, text: characters, token: token)).inserted {
            byFirst[key, default: []].append(phrase)
        }
    }

    /// The longest name that starts here and ends where a word ends.
    func match(in text: [MarkedCharacter], at start: Int) -> (token: CheckedToken, length: Int)? {
        for phrase in byFirst[text[start].character] ?? [] where start + phrase.characters.count <= text.count {
            var ignoresCase = false
            if case .stage = phrase.token { ignoresCase = true }
            let end = start + phrase.characters.count
            var isEqual = true
            for offset in phrase.characters.indices where isEqual {
                let found = text[start + offset].character
                let wanted = phrase.characters[offset]
                isEqual = found == wanted || (ignoresCase && found.lowercased() == wanted.lowercased())
            }
            guard isEqual,
                end == text.count || !text[end].character.isWordPart || !text[end - 1].character.isWordPart
            else { continue }
            switch phrase.use {
            case .anywhere: break
            case .introduced: if !isIntroduced(text, start, end) { continue }
            case .ofPersonOnly(let organisations): if !isOfPerson(text, start, end, organisations) { continue }
            }
            return (phrase.token, phrase.characters.count)
        }
        return nil
    }

    private static let attendance = ["Present:", "Present for a part:", "In attendance:", "Apologies:"]
    private static let asking = ["owner: ", "worded: ", "said by ", ", from ", "interest of "]

    /// Beside the organisation, in a list of who was there, and where a sentence says whose words or task it is.
    private func isOfPerson(_ text: [MarkedCharacter], _ start: Int, _ end: Int, _ organisations: [String]) -> Bool {
        let before = String(text[..<start].map(\.character))
        let after = String(text[end...].map(\.character))
        let asked = before.lowercased()
        return organisations.contains { after.hasPrefix(" (\($0))") }
            || CheckedPhrases.attendance.contains { before.hasPrefix($0) }
            || CheckedPhrases.asking.contains { asked.hasSuffix($0) }
            || before.hasSuffix(", ") && after.hasPrefix(":")
    }

    private func isIntroduced(_ text: [MarkedCharacter], _ start: Int, _ end: Int) -> Bool {
        let before = text[..<start].last { $0.character != " " }?.character
        let after = text[end...].first { $0.character != " " }?.character
        return after == "(" || after == ":" || after == ";" || before == ":" || before == ";" || before == ","
    }
}

enum StageMentions {
    static func name(_ stage: String, _ framework: Framework?) -> String {
        if let framework { return framework.ladder.name(stage) }
        if stage == SpecialStage.dontKnow { return "Don't know" }
        let words = stage.split(separator: "-").map(String.init)
        // `between-a-b` is the only form in which two stages stand in one id.
        if words.count == 3, words[0] == "between" { return "Between \(words[1]) and \(words[2])" }
        return words.joined(separator: " ")
    }
}

extension Character {
    var isWordPart: Bool { isLetter || isNumber }
}
