/// Reads a request to have one's dissent kept: *I dissent and want that written down: nobody asked the parishes*.
struct DissentReader {
    let line: Line
    private var words: Words { line.words }

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

    /// The first sentence asks for the record to hold that the speaker is against; what follows are the words to keep.
    func read() -> Reading? {
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
        return Reading(
            .minorityStated(text: text(after: last + 1)), .plain,
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
}
