/// Reads somebody's joining: name, body and sector in any order that people use.
struct JoinReader {
    let line: Line
    private var words: Words { line.words }

    private static let bodyWords: Set<String> = [
        "council", "trust", "nhs", "homes", "housing association", "university", "college", "hospital", "pcn", "icb",
        "foundation", "charity", "partnership", "group", "limited", "ltd", "cic",
        "federation", "network", "alliance", "borough", "county", "surgery", "practice", "hospice", "mind", "uk",
        "chamber", "lep", "school", "academy", "healthwatch", "centre", "society", "company",
        "service", "services", "board", "agency", "authority", "forum", "union", "association", "community", "ics",
        "food", "bank", "hub", "housing", "care", "cvs", "police", "fire", "lab", "labs",
    ]
    private static let sectors: Set<String> = [
        "housing", "primary care", "voluntary", "vcse", "health", "nhs", "local government", "council", "education",
        "business", "social care", "community", "higher education", "further education",
        "mental health", "public health", "acute", "acute care", "voluntary sector", "police", "private sector",
        "private", "university", "charity", "transport", "carers", "care", "residents", "patients",
        "community health", "general practice", "academia", "third sector", "faith", "employers", "local authority",
        "ambulance", "pharmacy", "dentistry", "environment", "culture", "leisure", "fe", "he",
        "business sector", "health sector", "civil society", "unions", "trade union", "trade unions", "skills",
        "research", "justice", "probation", "fire", "sport", "food", "digital", "technology", "industry",
        "commissioning", "hospice", "hospices", "social housing", "adult social care", "childrens services", "planning",
        "regeneration", "employment", "voluntary and community", "colleges", "universities",
        "vcfse", "vcs", "retail", "farming", "agriculture", "manufacturing", "finance", "construction", "tech",
        "hospitals", "gps", "gp", "nursing", "nhs provider", "provider", "providers", "advice",
    ]

    /// With the words that open it, or nil where a newcomer only gives a name and a body.
    func read(_ hit: OpeningReader.Hit?) -> Reading? {
        guard !line.endsInQuestion else { return nil }
        let keys = hit.map { $0.range.map { words[$0].key } } ?? ["hello"]
        let isGreeting = ["hello", "hi", "i", "im", "my", "this"].contains(keys[0])
        let step = line.context.step
        if isGreeting || keys == ["representing"] || keys == ["on", "behalf", "of"] || keys == ["joining"]
            || keys.first == "put"
        {
            guard step == .opening && hit != nil || parts().contains(where: isSpeaker) else { return nil }
        }
        let parts = self.parts().filter { !$0.isEmpty }
        guard let name = parts.first(where: isSpeaker) ?? nameLike(parts) else { return nil }
        var rest = parts.filter { $0 != name }.filter { !isNoise($0) }
        var sector = ""
        if let found = rest.first(where: { JoinReader.sectors.contains(sectorKey($0)) })
            ?? rest.last(where: { _ in rest.count > 1 })
        {
            sector = withoutEnding(withoutLead(found))
            rest.removeAll { $0 == found }
        }
        let organisation = rest.first.map(withoutLead) ?? ""
        guard !organisation.isEmpty || !sector.isEmpty else { return nil }
        return Reading(
            .joined(name: name, sector: sector, organisation: organisation, role: .member), .plain,
            why: [words.slice(hit?.range ?? line.all)])
    }

    private func sectorKey(_ part: String) -> String {
        var folded = Folding.folded(withoutLead(part))
        for ending in [" sector", " side", " rep"] where folded.hasSuffix(ending) {
            folded = String(folded.dropLast(ending.count))
        }
        return folded
    }

    /// *business side*, *housing sector*: the sector without its noun.
    private func withoutEnding(_ part: String) -> String {
        var pieces = part.split(separator: " ").map(String.init)
        if pieces.count > 1, let last = pieces.last, ["sector", "side", "rep"].contains(Folding.folded(last)),
            Folding.folded(part) != "voluntary sector"
        {
            pieces.removeLast()
        }
        return pieces.joined(separator: " ")
    }

    private static let leads = WordSet(
        """
        hello hi morning all good afternoon hey everyone this is im i am my name here add me please joining from
        with at for the of can you representing a an just joined evening and names its late sorry as sector in
        behalf on works work new to its checking sign up chief attending to sitting put list down register attendance
        count greetings represent represents
        """)

    /// *just arrived*, *finally made it*, *back online*: how somebody got here, and no body.
    private static let arrivals = WordSet(
        """
        arrived arriving finally made it got logged dialled dialling connected online back running sorted only walked
        sat down through last so hopping stepping
        """)

    private func withoutLead(_ part: String) -> String {
        var pieces = part.split(separator: " ").map(String.init)
        while let first = pieces.first, pieces.count > 1, JoinReader.leads.contains(WordKey(Folding.folded(first))) {
            pieces.removeFirst()
            // *Good day*, but the *Day Centre*.
            if Folding.folded(first) == "good", pieces.count > 1, let day = pieces.first, Folding.folded(day) == "day" {
                pieces.removeFirst()
            }
        }
        return pieces.joined(separator: " ")
    }

    /// *good day to you all*, *greetings*: what is said to everybody.
    private func isGreeting(_ pieces: [String]) -> Bool {
        ["good", "greetings", "evening", "hello"].contains(pieces.first ?? "")
            && pieces.dropFirst().allSatisfy {
                JoinReader.leads.contains(WordKey($0)) || ["day", "you", "to", "folks"].contains($0)
            }
    }

    private static let asking = WordSet(
        """
        can could may might would will please pls kindly you i me us we be get want like id to put add sign book signed
        added booked down in up on the a your register list attendance sheet record members member as for this
        meeting session today just also now too
        """)

    /// *Could you put me on the list?*, *please sign me in*: asks for it, and names nobody.
    private func isRequest(_ clause: Range<Int>) -> Bool {
        clause.allSatisfy { JoinReader.asking.contains(words[$0]) || words[$0].isMark }
            && clause.contains { ["me", "i", "us", "we"].contains(words[$0].key) }
    }

    private static let cuts = WordSet(
        """
        from at representing for instead covering standing deputising of here place with behalf joining represent in
        """)
    private static let beforeNoCut = WordSet("university college board")

    /// The line cut at marks and at *from*, *of*, *at*, without greetings.
    private func parts() -> [String] {
        var result: [String] = []
        for clause in line.clauses where !isGreeting(clause.map { words.text($0) }) && !isRequest(clause) {
            var start = clause.lowerBound
            for index in clause
            where index > start && JoinReader.cuts.contains(words[index])
                && !JoinReader.beforeNoCut.contains(words.key(index - 1))
            {
                if words[index].key == "of", !["instead", "place", "behalf"].contains(words.key(index - 1)) {
                    continue
                }
                if words[index].key == "in", !leadsToSector(index, in: clause) { continue }
                result.append(part(start..<index))
                start = index
            }
            result.append(part(start..<clause.upperBound))
        }
        return result
    }

    /// *in the housing sector*, *on the education side*
    private func leadsToSector(_ index: Int, in clause: Range<Int>) -> Bool {
        (index..<min(index + 5, clause.upperBound)).contains { ["sector", "side"].contains(words[$0].key) }
    }

    /// *my name is Ann and I*: without what leads from it to the body.
    private func part(_ range: Range<Int>) -> String {
        var high = range.upperBound
        while high > range.lowerBound + 1, ["and", "i"].contains(words[high - 1].key) { high -= 1 }
        return withoutLead(words.slice(range.lowerBound..<high))
    }

    private func isNoise(_ part: String) -> Bool {
        let folded = Folding.folded(part)
        let pieces = folded.split(separator: " ").map(String.init)
        guard let first = pieces.first else { return true }
        if pieces.allSatisfy({
            JoinReader.leads.contains(WordKey($0)) || TalkReader.isNoise($0)
                || JoinReader.arrivals.contains(WordKey($0))
        }) {
            return true
        }
        return ["instead", "place", "standing", "deputising", "covering", "here", "sitting"].contains(first)
            || pieces.contains("instead")
            || line.context.members.people.contains { $0.folded.words == pieces || $0.folded.words.first == folded }
    }

    private func isSpeaker(_ part: String) -> Bool {
        let pieces = Folding.folded(part)
        let words = FoldedName(part).words
        if words.count == 2, line.context.speaker.folded.words.count == 1,
            words.first == line.context.speaker.folded.words.first
        {
            return true
        }
        return !pieces.isEmpty
            && (pieces == Folding.folded(line.context.speaker.name)
                || FoldedName(part).words == line.context.speaker.folded.words)
    }

    /// Two or three words with capitals that name no body.
    private func nameLike(_ parts: [String]) -> String? {
        guard
            line.context.step == .opening
                || line.words.all.prefix(8).contains(where: {
                    ["add", "joining", "join", "instead", "covering", "deputising"].contains($0.key)
                })
        else { return nil }
        return parts.first { part in
            let pieces = part.split(separator: " ")
            return (2...4).contains(pieces.count) && pieces.allSatisfy { $0.first?.isUppercase == true }
                && !pieces.contains { JoinReader.bodyWords.contains(Folding.folded(String($0))) }
        }
    }
}

extension TalkReader {
    static func isNoise(_ key: String) -> Bool {
        ["today", "now", "instead", "too", "there", "cheers", "thanks", "please", "pls", "folks", "again", "apologies"]
            .contains(key)
    }
}
