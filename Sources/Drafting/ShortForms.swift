/// Short forms such as VCSE, with what they stand for. A draft explains those that it uses, once.
public enum ShortForms {
    /// Short forms of health and care partnerships in England, in the order of the alphabet. NHS is not among them: it
    /// is better known than its long form.
    public static let known: [(short: String, long: String)] = [
        ("BCF", "Better Care Fund"), ("BID", "business improvement district"),
        ("CIC", "community interest company"), ("CIL", "community infrastructure levy"),
        ("CVS", "council for voluntary service"), ("DWP", "Department for Work and Pensions"),
        ("FSB", "Federation of Small Businesses"), ("GP", "general practitioner, a family doctor"),
        ("GVA", "gross value added"), ("HR", "human resources"), ("HWB", "health and wellbeing board"),
        ("ICB", "integrated care board"), ("ICP", "integrated care partnership"), ("ICS", "integrated care system"),
        ("LGA", "Local Government Association"), ("LSIP", "local skills improvement plan"),
        ("NIHR", "National Institute for Health and Care Research"),
        ("NEET", "not in education, employment or training"), ("PCN", "primary care network"),
        ("SME", "small or medium-sized enterprise"), ("SMEs", "small and medium-sized enterprises"),
        ("VCSE", "voluntary, community and social enterprise"),
    ]

    private static let longForms = Dictionary(
        known.map { ($0.short, $0.long) }, uniquingKeysWith: { first, _ in first })

    /// The short forms of a draft in the order of the alphabet, each with its long form where that is known. People's
    /// quoted words count too: readers must understand them.
    public static func used(in draft: Draft) -> [(short: String, long: String?)] {
        let texts = draft.sentences.map(\.text) + draft.sections.map(\.heading) + [draft.title]
        var found: Set<String> = []
        for text in texts {
            // By bytes: a draft may be long, and short forms have plain letters.
            for bytes in text.utf8.split(whereSeparator: { !isWordByte($0) }) where startsWithTwoCapitals(bytes) {
                if let word = String(bytes), isShortForm(word) { found.insert(word) }
            }
        }
        return found.sorted().map { ($0, longForms[$0]) }
    }

    /// The draft with a section at its end that explains the short forms used in it; unchanged when none is known.
    static func explained(in draft: Draft) -> Draft {
        let items = used(in: draft).compactMap { form in
            form.long.map { DraftItem(Sentence("\(form.short) is short for: \($0)")) }
        }
        guard !items.isEmpty else { return draft }
        // In a pack of papers it is a part of its own.
        let level = draft.sections.contains { $0.level == 1 } ? 1 : 2
        var draft = draft
        draft.sections.append(DraftSection("Short forms", level: level, [.list(items)]))
        return draft
    }

    private static func isWordByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "a")...UInt8(ascii: "z"), 0x80...:
            true
        default: false
        }
    }

    private static func startsWithTwoCapitals(_ bytes: Substring.UTF8View) -> Bool {
        let first = bytes.prefix(2)
        return first.count == 2 && first.allSatisfy { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
    }

    /// Three to five capitals, with an s at most: ICB, SMEs. References such as A1 and words in capitals such as AGREED are
    /// told apart by the table and by their length.
    private static func isShortForm(_ word: String) -> Bool {
        if longForms[word] != nil { return true }
        let capitals = word.hasSuffix("s") ? word.dropLast() : word[...]
        return (3...5).contains(capitals.count) && capitals.allSatisfy { $0.isASCII && $0.isUppercase }
            && !wordsInCapitals.contains(word)
    }

    /// The capitals of minutes.
    private static let wordsInCapitals: Set<String> = [
        "NHS", "NOTED", "OPEN", "LEFT", "WITH", "BY", "THOSE", "WHO", "NOT", "VIEW",
    ]
}

extension Sentence {
    /// What it says, without the entries and the quotation marks that a format adds.
    public var text: String {
        parts.map { part in
            switch part {
            case .text(let text), .strong(let text): text
            case .words(let words): "\u{201C}" + Verbatim.shown(words) + "\u{201D}"
            }
        }.joined()
    }
}
