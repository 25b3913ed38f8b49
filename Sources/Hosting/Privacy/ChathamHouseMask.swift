import Facilitation

/// Takes everybody's name, and every organisation, out of texts. A sector that has one member names them too.
struct ChathamHouseMask {
    /// Stands for somebody in the middle of a sentence.
    static let member = "a member"
    private let people: [NameMask]
    private let organisations: [NameMask]
    private let loneSectors: [NameMask]
    /// Every word of a name: most texts have none of them, and need not be looked at for each person.
    private let words: Set<String>

    init(_ state: RoomState) {
        let people = state.discussion.people
        let list = people.list
        let typed = state.namesNotJoined
        let named = Set(list.map(\.organisation).filter { !$0.isEmpty }).sorted()
        let namedWords = named.map { Set(ChathamHouseMask.words(of: $0)) }
        // Hill PCN is left whole where somebody is called Hill.
        func mask(_ name: String, _ ids: [String], _ pseudonym: String) -> NameMask {
            let parts = ChathamHouseMask.words(of: name)
            // Ann Shah Consulting names her.
            let leaving = zip(named, namedWords).filter { words in
                !words.1.isDisjoint(with: parts) && !(parts.count > 1 && words.1.isSuperset(of: parts))
            }.map { $0.0 }
            return NameMask(names: [name], ids: ids, others: [], pseudonym: pseudonym, leaving: leaving)
        }
        let members = people.ids.map { id in
            let facilitates = state.attribution.onlyFacilitates(id, people)
            let member = people[id]
            return mask(member.name, [member.id], facilitates ? "the facilitator" : ChathamHouseMask.member)
        }
        self.people = members + typed.map { mask($0, [], ChathamHouseMask.member) }
        // Of a name of one word, such as Trust, the word itself is left.
        organisations = named.sorted { ($1.utf8.count, $0) < ($0.utf8.count, $1) }.map {
            NameMask(
                names: [$0], ids: [], others: [], pseudonym: "an organisation", maskParts: false,
                needsCapital: ChathamHouseMask.kindsOfOrganisation.contains($0.lowercased()))
        }
        let sectors = Dictionary(grouping: list.filter(\.votes).map(\.sector).filter { !$0.isEmpty }) { $0 }
        let lone = sectors.filter { $0.value.count == 1 }.keys.sorted()
        loneSectors = lone.map {
            NameMask(names: [$0], ids: [], others: [], pseudonym: "one sector", maskParts: false)
        }
        var names = list.flatMap { [$0.name, $0.id] }
        for more in [typed, named, lone] { names += more }
        words = Set(names.flatMap(ChathamHouseMask.words(of:)))
    }

    /// What an organisation can be called that is a word besides: small letters name nobody then.
    private static let kindsOfOrganisation: Set<String> = [
        "trust", "council", "hospital", "college", "university", "board", "practice", "school", "charity", "mind",
        "shelter",
        "crisis", "scope", "housing", "business", "police", "surgery", "library",
    ]

    private static func words(of name: String) -> [String] { WordTokens.of(name).map(\.folded) }

    func masked(_ text: String, saidByBot: Bool) -> String {
        guard mayName(text) else { return text }
        var text = text
        for mask in people { text = mask.masked(text) }
        for mask in organisations { text = mask.masked(text) }
        // In what people say a sector is a subject; in the bot's lines it is somebody.
        guard saidByBot else { return ChathamHouseMask.withOneArticle(text) }
        for mask in loneSectors { text = mask.masked(text) }
        return ChathamHouseMask.counted(ChathamHouseMask.withOneArticle(text))
    }

    /// Without the names of people; organisations stay, because they are what is talked about.
    func withoutPeople(_ text: String) -> String {
        guard mayName(text) else { return text }
        var text = text
        for mask in people { text = mask.masked(text) }
        return ChathamHouseMask.withOneArticle(text)
    }

    /// As `withoutPeople`, only in what a line of the bot repeats: after the number of an entry, as in *#27: …*, and
    /// between quotation marks.
    func withoutPeopleInRepetitions(_ line: String) -> String {
        guard mayName(line) else { return line }
        var start = line.startIndex
        while let hash = line[start...].firstIndex(of: "#") {
            start = line.index(after: hash)
            let digits = line[start...].prefix { $0.isASCII && $0.isNumber }
            let rest = line[digits.endIndex...]
            guard !digits.isEmpty, rest.hasPrefix(": ") else { continue }
            return withoutPeopleInQuotations(String(line[..<digits.endIndex])) + withoutPeople(String(rest))
        }
        return withoutPeopleInQuotations(line)
    }

    private func withoutPeopleInQuotations(_ text: String) -> String {
        var cuts = TextCuts()
        for range in Quotations.ranges(in: text) {
            let said = String(text[range])
            let kept = withoutPeople(said)
            if kept != said { cuts.add(range, by: kept) }
        }
        return cuts.isEmpty ? text : cuts.apply(to: text)
    }

    private func mayName(_ text: String) -> Bool { WordTokens.of(text).contains { words.contains($0.folded) } }

    /// A list of names, which says nothing any more, becomes their number: *a member, a member and a member* is *3 members*.
    private static func counted(_ text: String) -> String {
        let places = text.ranges(of: ChathamHouseMask.member)
        func stands(_ words: String, after place: Int) -> Bool {
            place + 1 < places.count && text[places[place].upperBound..<places[place + 1].lowerBound] == words
        }
        var counted = ""
        var position = text.startIndex
        var first = 0
        while first < places.count {
            var last = first
            while stands(", ", after: last) { last += 1 }
            if stands(" and ", after: last), !belongsToWord(text[places[last + 1].upperBound...].first) {
                last += 1
                counted += text[position..<places[first].lowerBound] + "\(last - first + 1) members"
                position = places[last].upperBound
            }
            first = last + 1
        }
        return counted + text[position...]
    }

    private static func belongsToWord(_ next: Character?) -> Bool {
        next.map { $0.isLetter || $0 == "'" || $0 == "\u{2019}" } ?? false
    }

    /// "The Hill Trust gave us" becomes "An organisation gave us", without the article of the name.
    private static func withOneArticle(_ text: String) -> String {
        var cuts = TextCuts()
        for words in ["the facilitator", member, "an organisation"] {
            for range in text.ranges(of: words) {
                let before = text[..<range.lowerBound].suffix(4).lowercased()
                guard let article = ["the ", "a ", "an "].first(where: { before.hasSuffix($0) }) else {
                    continue
                }
                let start = text.index(range.lowerBound, offsetBy: -article.count)
                guard start == text.startIndex || !text[text.index(before: start)].isLetter else { continue }
                cuts.add(start..<range.upperBound, by: text[start].isUppercase ? words.capitalisedFirst : words)
            }
        }
        return cuts.isEmpty ? text : cuts.apply(to: text)
    }
}
