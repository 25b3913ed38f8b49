import Facilitation
import JSONText

/// Reads the keys of one mapping. Whatever does not fit becomes a finding, and reading goes on, so that
/// people see all mistakes at once.
struct MappingReader {
    let node: MarkedNode
    let findings: Findings
    private let fields: [MarkedField]

    /// Nil, with a finding, when the node is no mapping. Keys beside `known` are findings too.
    init?(_ node: MarkedNode, _ subject: Mistake.Subject, known: [String], findings: Findings) {
        guard case .mapping(let fields) = node.content else {
            findings.add(.wrongType(subject, expected: .keys, found: node.valueType), at: node.place)
            return nil
        }
        self.node = node
        self.fields = fields
        self.findings = findings
        for field in fields where !known.contains(field.key) {
            let nearest = Spelling.nearest(to: field.key, among: known)
            findings.add(.unknownKey(field.key, nearest: nearest, known: known), at: field.keyPlace)
        }
    }

    /// The value of a key; nil when it is not there or has nothing in it, as in a template not yet filled in.
    func value(_ key: String) -> MarkedNode? {
        guard let field = fields.first(where: { $0.key == key }), field.value.valueType != .nothing else {
            return nil
        }
        return field.value
    }

    func neededValue(_ key: String) -> MarkedNode? {
        guard let value = value(key) else {
            findings.add(.missing(key), at: node.place)
            return nil
        }
        return value
    }

    // MARK: Texts

    func text(_ key: String, most: Int = Limit.textLettersMax) -> String? {
        value(key).flatMap { MappingReader.text($0, .key(key), most: most, findings) }
    }

    func name(_ key: String) -> String? { text(key, most: Limit.nameLettersMax) }

    /// A name that must be there.
    func neededName(_ key: String = "name") -> String? {
        guard let value = neededValue(key) else { return nil }
        guard let name = MappingReader.text(value, .key(key), most: Limit.nameLettersMax, findings) else {
            return nil
        }
        if name.isEmpty { findings.add(.missing(key), at: value.place) }
        return name.isEmpty ? nil : name
    }

    func texts(_ key: String, itemsMax: Int = Limit.itemsMax, lettersMax: Int = Limit.textLettersMax)
        -> [String]
    {
        list(key, itemsMax: itemsMax).compactMap {
            MappingReader.text($0, .item(of: key), most: lettersMax, findings)
        }
    }

    /// White space, line ends included, becomes single spaces: a text is one paragraph however it was laid
    /// out.
    static func text(_ node: MarkedNode, _ subject: Mistake.Subject, most: Int, _ findings: Findings)
        -> String?
    {
        guard let raw = node.writtenText else {
            findings.add(.wrongType(subject, expected: .text, found: node.valueType), at: node.place)
            return nil
        }
        if isOnePlainLine(raw, most: most) { return raw }
        let text = raw.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        if let hidden = text.unicodeScalars.first(where: isHidden) {
            findings.add(.hiddenCharacter(subject, code: hidden.value), at: node.place)
            return nil
        }
        guard text.count <= most else {
            findings.add(.tooLong(subject, letters: text.count, most: most), at: node.place)
            return nil
        }
        return text
    }

    /// Most texts are: printable ASCII, short enough, nothing to tidy. Seeing that quickly halves the time for
    /// a pack, which is read at every start.
    private static func isOnePlainLine(_ text: String, most: Int) -> Bool {
        let space = UInt8(ascii: " ")
        guard text.utf8.count <= most else { return false }
        var before = space
        for byte in text.utf8 {
            let isPrintable = (space...UInt8(ascii: "~")).contains(byte)
            guard isPrintable, byte != space || before != space else { return false }
            before = byte
        }
        return before != space
    }

    /// Control characters could steer somebody's terminal, and direction marks could show other words than
    /// are stored. The two joiners stay: some scripts and emoji need them.
    static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value != 0x200C && scalar.value != 0x200D
            && (HiddenCharacters.isObeyed(scalar) || HiddenCharacters.isUnknown(scalar))
    }

    // MARK: Other types

    func list(_ key: String, itemsMax: Int = Limit.itemsMax) -> [MarkedNode] {
        guard let value = value(key) else { return [] }
        guard case .list(let items) = value.content else {
            findings.add(.wrongType(.key(key), expected: .list, found: value.valueType), at: value.place)
            return []
        }
        guard items.count <= itemsMax else {
            findings.add(.tooMany(.key(key), count: items.count, most: itemsMax), at: value.place)
            return []
        }
        return items
    }

    /// `true` or `false`; YAML's other words for them (`yes`, `no`, `on`, `off`) are understood too.
    func flag(_ key: String) -> Bool? {
        guard let value = value(key) else { return nil }
        if case .scalar(.flag(let flag)) = value.content { return flag }
        switch value.bareText?.lowercased() {
        case "true", "yes", "on": return true
        case "false", "no", "off": return false
        default:
            findings.add(.wrongType(.key(key), expected: .flag, found: value.valueType), at: value.place)
            return nil
        }
    }

    /// A whole number from a range.
    func number(_ key: String, in range: ClosedRange<Int>) -> Int? {
        guard let value = value(key) else { return nil }
        guard let text = value.bareText, Double(text) != nil else {
            findings.add(.wrongType(.key(key), expected: .number, found: value.valueType), at: value.place)
            return nil
        }
        guard let number = Int(text), range.contains(number) else {
            let kind = Mistake.Kind.numberOutOfRange(
                text, .key(key), least: range.lowerBound, most: range.upperBound)
            findings.add(kind, at: value.place)
            return nil
        }
        return number
    }

    /// An ISO date that is in the calendar.
    func day(_ key: String) -> String? {
        guard let value = value(key), let text = MappingReader.text(value, .key(key), most: 100, findings)
        else {
            return nil
        }
        guard CivilDate(iso: text) != nil else {
            findings.add(.badDate(text), at: value.place)
            return nil
        }
        return text
    }

    /// A word from a closed list, in any capitals and with blanks for hyphens.
    func word<Word: RawRepresentable & CaseIterable>(_ key: String, _ type: Word.Type) -> Word?
    where Word.RawValue == String {
        let allowed = Word.allCases.map(\.rawValue)
        return word(key, allowed: allowed).flatMap { Word(rawValue: $0) }
    }

    func word(_ key: String, allowed: [String]) -> String? {
        guard let value = value(key), let text = MappingReader.text(value, .key(key), most: 200, findings)
        else {
            return nil
        }
        func plain(_ word: String) -> String {
            String(word.lowercased().map { $0 == " " || $0 == "_" ? "-" : $0 })
        }
        if let word = allowed.first(where: { plain($0) == plain(text) }) { return word }
        let nearest = Spelling.nearest(to: text, among: allowed)
        findings.add(.unknownWord(text, .key(key), allowed: allowed, nearest: nearest), at: value.place)
        return nil
    }

    // MARK: Ids

    /// The id under `id`, with where it stands.
    func identifier() -> (id: String, place: Place)? {
        guard let value = neededValue("id"),
            let text = MappingReader.text(value, .key("id"), most: Limit.nameLettersMax, findings)
        else { return nil }
        guard Identifier.isOne(text) else {
            findings.add(.notAnID(text, suggestion: Identifier.made(from: text)), at: value.place)
            return nil
        }
        return (text, value.place)
    }
}

/// The form of every id: small letters, digits and hyphens, such as `inclusive-growth`.
enum Identifier {
    /// A letter is needed, so that an id is never taken for a number.
    static func isOne(_ text: String) -> Bool {
        guard let first = text.utf8.first, let last = text.utf8.last, text.utf8.count <= Limit.idLettersMax
        else {
            return false
        }
        return first != UInt8(ascii: "-") && last != UInt8(ascii: "-") && text.utf8.contains(where: isLetter)
            && text.utf8.allSatisfy { isLetter($0) || isDigit($0) || $0 == UInt8(ascii: "-") }
    }

    /// The id that a name suggests, nil when it holds no usable letter.
    static func made(from name: String) -> String? {
        let words = name.lowercased().utf8.split { !isLetter($0) && !isDigit($0) }
        let id = words.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "-")
        return isOne(id) ? id : nil
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
    }
    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
}

/// Remembers where each id or name was first, and finds the second.
struct FirstPlaces {
    private var places: [String: Place] = [:]

    /// The place of the same word seen before, nil when this is the first.
    mutating func seen(_ word: String, at place: Place) -> Place? {
        if let first = places[word] { return first }
        places[word] = place
        return nil
    }
}

extension MarkedNode {
    var valueType: Mistake.ValueType {
        switch content {
        case .list: .list
        case .mapping: .keys
        case .scalar(.nothing): .nothing
        case .scalar(.bare), .scalar(.text): .text
        case .scalar(.number): .number
        case .scalar(.flag): .flag
        }
    }

    /// What was written where a text is wanted; a number will do (`version: 2`).
    var writtenText: String? {
        switch content {
        case .scalar(.bare(let text)), .scalar(.text(let text)), .scalar(.number(let text)): text
        default: nil
        }
    }

    /// What was written where a number or a flag is wanted: a JSON number, or YAML without quotes.
    var bareText: String? {
        switch content {
        case .scalar(.bare(let text)), .scalar(.number(let text)): text
        default: nil
        }
    }
}
