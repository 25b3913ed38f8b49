/// Reads a request to have one's dissent kept: *I dissent and want that written down: nobody asked the parishes*.
///
/// While something is tested or read back the first sentence may put it in any order; at other times a clause must say
/// it with a verb of recording.
struct DissentReader {
    let line: Line
    var words: Words { line.words }

    private static let dissent = WordSet(
        """
        dissent dissenting dissents disagree disagreeing disagreement disagreed object objecting objection opposed
        opposition against no unhappy reservations minority dissented objected
        """)
    private static let keeping = WordSet(
        """
        record recorded recording minute minuted minutes minuting note noted written write log logged register
        registered documented
        """)
    private static let own = WordSet("i im my me mine ive our we")
    private static let linking = WordSet(
        """
        down please that as is and want would like to be in the it a on have for pls view written my say so with this
        our here me of please because since cos note minutes record well also
        """)

    // MARK: While something is tested or read back

    /// The first sentence asks for the record to hold that the speaker is against; what follows are the words to keep.
    func readSentence() -> Reading? {
        let step = line.context.step
        guard step == .testing || step == .readback || line.context.test != nil, !line.endsInQuestion else {
            return nil
        }
        let end = min(line.sentenceEnd(0), 16)
        let lead = 0..<min(end, words.count)
        guard let dissents = lead.first(where: { Self.dissent.contains(words[$0]) && !words[$0].isQuoted }),
            let keeps = lead.first(where: { keeps($0) }),
            lead.contains(where: { Self.own.contains(words[$0]) }), !isRefusedOrNoneOf(lead, dissents, keeps)
        else { return nil }
        let last = max(dissents, keeps)
        guard last - min(dissents, keeps) <= 8 else { return nil }
        // *minute that I disagree with the stage*: whole, as a part of it could say the opposite.
        let isWhole =
            dissents > keeps && (keeps + 1..<dissents).contains { words[$0].key == "that" }
            && words.at(last + 1).map { !$0.isMark } ?? false
        let kept = isWhole ? words.slice(pastLinks(keeps + 1, before: dissents)..<words.count) : text(after: last + 1)
        return Reading(
            .minorityStated(text: kept), .plain,
            why: [words.slice(min(dissents, keeps)..<last + 1)])
    }

    /// *for the record* is a way to speak, and asks for nothing.
    private func keeps(_ index: Int) -> Bool {
        Self.keeping.contains(words[index]) && !words[index].isQuoted
            && !(words[index].key == "record" && words.key(index - 1) == "the" && words.key(index - 2) == "for")
    }

    /// *don't minute me*, *no need to record it*, *no objection to the minutes*.
    private func isRefusedOrNoneOf(_ lead: Range<Int>, _ dissents: Int, _ keeps: Int) -> Bool {
        if line.has(.negation, in: 0..<keeps) || line.has(.condition, in: lead) { return true }
        if words[dissents].key == "no" {
            return words.key(dissents - 1) != "my" && words.key(dissents - 1) != "a"
        }
        return ["no", "without", "any"].contains(words.key(dissents - 1))
            || line.names.match(0)?.people.contains { $0.id != line.context.speaker.id } ?? false
    }

    private func pastLinks(_ index: Int, before end: Int) -> Int {
        var low = index
        while low < end, ["that", "down", "please", "it", "here"].contains(words[low].key) { low += 1 }
        return low
    }

    private func text(after index: Int) -> String {
        if let colon = (index..<words.count).first(where: { words[$0].isMark(":") }), colon - index < 8 {
            return line.reason(colon + 1..<words.count)
        }
        var low = index
        while low < words.count, !words[low].isMark, Self.linking.contains(words[low]) { low += 1 }
        if low < words.count, words[low].isMark { low += 1 }
        let text = line.reason(low..<words.count)
        return text.isEmpty ? words.slice(line.all) : text
    }

    // MARK: At any time

    private static let recording = WordSet(
        """
        record minute note log register write put keep mark show enter
        """)
    private static let recorded = WordSet(
        """
        recorded minuted noted logged registered written entered kept down record minutes
        """)
    static let ownDissents = WordSet(
        """
        dissent dissenting dissented dissents disagree disagreeing disagreed disagreement object objecting objection
        objected against opposed opposing opposition oppose no minority contrary
        """)
    private static let speakers = WordSet(
        """
        i im me my mine ive id
        """)

    /// *minute me as disagreeing: …*, *I dissent and want that written down: …*.
    func readClause() -> Reading? {
        guard words.cues.contains(.dissents) else { return nil }
        let opening = OpeningReader(line: line)
        for clause in line.clauses.prefix(3) {
            guard clause.contains(where: { Self.speakers.contains(words[$0]) }),
                let dissent = clause.first(where: { isOwnDissent($0) }),
                isToBeRecorded(clause, opening) || isForTheRecord(clause),
                !clause.contains(where: { words[$0].isQuoted }),
                !clause.contains(where: { line.small[$0] == .past || line.small[$0] == .condition })
            else { continue }
            // *I don't object to it being recorded* dissents from nothing.
            if words[dissent].key != "no",
                (clause.lowerBound..<dissent).contains(where: { line.small[$0] == .negation })
            {
                continue
            }
            let after = line.reason(clause.upperBound..<words.count)
            let text = after.isEmpty ? line.reason(0..<clause.lowerBound) : after
            guard text.utf8.contains(UInt8(ascii: " ")) else { return nil }
            return Reading(.minorityStated(text: text), .plain, why: [words.slice(clause)])
        }
        return nil
    }

    /// *For the minutes, I disagree: …*; with a statement named it is a position on that.
    private func isForTheRecord(_ clause: Range<Int>) -> Bool {
        guard let before = line.clauses.last(where: { $0.upperBound <= clause.lowerBound }), before.count <= 4,
            before.contains(where: { words[$0].key == "record" || words[$0].key == "minutes" }),
            words[before.lowerBound].key == "for" || words[before.lowerBound].key == "on"
        else { return false }
        let finder = ReferenceFinder(line: line)
        return !line.all.contains { finder.match(at: $0) != nil }
    }

    private func isOwnDissent(_ index: Int) -> Bool {
        guard Self.ownDissents.contains(words[index]) else { return false }
        // *my no*, and not *no objection*.
        if words[index].key == "no" { return ["my", "a", "as"].contains(words.key(index - 1)) }
        return !["no", "without", "any"].contains(words.key(index - 1))
    }

    /// A verb of recording at the head of the clause, or its participle after *want that* or *have it*.
    private func isToBeRecorded(_ clause: Range<Int>, _ opening: OpeningReader) -> Bool {
        let minutes = clause.first { ["minutes", "record"].contains(words[$0].key) }
        if let minutes, ["show", "say", "state", "reflect", "include"].contains(words.key(minutes + 1)) { return true }
        for index in clause {
            if Self.recording.contains(words[index]),
                (clause.lowerBound..<index).allSatisfy({ opening.isLead($0) })
            {
                // *put me down as against* answers a test; on the record or in the minutes it is a view to keep.
                guard words[index].key == "put" || words[index].key == "mark" || words[index].key == "show" else {
                    return true
                }
                return (index..<clause.upperBound).contains { ["record", "minutes"].contains(words[$0].key) }
            }
            if Self.recorded.contains(words[index]),
                (clause.lowerBound..<index).contains(where: {
                    ["want", "like", "have", "wish"].contains(words[$0].key)
                })
            {
                return words[index].key != "down" || words.key(index - 1) == "written"
            }
        }
        return false
    }
}
