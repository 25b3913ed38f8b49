// What is put aside for another day: *park the lease for now*, *put this in the car park: who pays?*
extension OpeningReader {
    func park(_ hit: Hit) -> Reading? {
        let clause = line.clauses.first { $0.contains(hit.range.lowerBound) } ?? hit.range
        let why = [words.slice(hit.range)]
        if let placed = put(before: hit, in: clause) ?? sent(before: hit, in: clause) {
            return Reading(.parked(text: placed), .plain, why: why)
        }
        guard opens(hit) || putsAside(hit, in: clause), !isPlace(hit, in: clause), !parksVehicle(hit),
            !isNoun(hit, in: clause)
        else { return nil }
        // *That's one for another day, let's park it*: the first words point back, and so do the others.
        if pointsBack(hit, in: clause) {
            let last = line.context.last.flatMap { line.context.statements.find($0.entry) }?.text ?? ""
            return last.isEmpty ? nil : Reading(.parked(text: last), .likely, why: why)
        }
        let text = asked(parked(hit, in: clause))
        return text.isEmpty ? nil : Reading(.parked(text: text), .plain, why: why)
    }

    private static let questionStarts = WordSet(
        "who whos whose what whats which how when where why is are was do does did can could should will would")

    /// *Park this: who owns the data?*: a question that is parked stays one.
    private func asked(_ text: String) -> String {
        guard let first = text.split(separator: " ").first,
            Self.questionStarts.contains(WordKey(Folding.folded(String(first)))),
            let place = words.text.firstRange(of: text), words.text[place.upperBound...].first == "?"
        else { return text }
        return text + "?"
    }

    private static let parkings = WordSet(
        "lets park parked parking put aside side we can could should id say so and i think")

    /// Whether nothing of its own is parked after a first pointer back: *let's park it* is no text.
    private func pointsBack(_ hit: Hit, in clause: Range<Int>) -> Bool {
        let rest = hit.range.upperBound..<words.count
        let isOpener = (clause.lowerBound..<hit.range.lowerBound).allSatisfy {
            Self.fillers.contains(words[$0]) || OpeningReader.leads.contains(words[$0]) || words[$0].key == "thats"
        }
        return clause.lowerBound == 0 && isOpener
            && rest.contains { words[$0].key == "park" && ["it", "that", "this"].contains(words.key($0 + 1)) }
            && rest.allSatisfy {
                words[$0].isMark || Self.parkings.contains(words[$0]) || Self.fillers.contains(words[$0])
            }
    }

    private func parked(_ hit: Hit, in clause: Range<Int>) -> String {
        if let start = pastMark(hit.range.upperBound) { return line.reason(start..<words.count) }
        let low = pastAside(skip(hit.range.upperBound))
        let text = line.reason(low..<withoutFillers(low..<words.count))
        guard isFiller(text) || text.isEmpty else { return text }
        // *who owns the lease? Park that*, or what somebody said just before.
        let before = line.reason(0..<clause.lowerBound)
        return before.isEmpty ? line.lastStatement?.text ?? "" : before
    }

    private static let fillers = WordSet(
        """
        for now please pls thanks today this it that one then ok until later another time day maybe perhaps the a
        meeting moment being next here would you us point issue question
        """)

    private func isFiller(_ text: String) -> Bool {
        Folding.folded(text).split(separator: " ").allSatisfy { Self.fillers.contains(WordKey($0)) }
    }

    /// *this one for later: who pays?*: past a mark that parts what to do from what to park.
    private func pastMark(_ index: Int) -> Int? {
        var place = index
        while place < words.count, Self.fillers.contains(words[place]) { place += 1 }
        guard place > index, place + 1 < words.count, words[place].isMark, !words[place].isMark(","),
            !words[place].isMark("\""), !words[place].isMark("'")
        else { return nil }
        return place + 1
    }

    private static let asides = WordSet("for until till just please perhaps maybe if")
    private static let ofAsides = WordSet(
        "for now the moment time being today until till later another day next meeting just please perhaps maybe if we you may like i"
    )
    private static let shortAsides = [
        ["for", "now"], ["for", "today"], ["for", "the", "moment"], ["just", "for", "now"],
    ]

    /// *park, for now, who insures the helpline*: past what is put in between.
    private func pastAside(_ index: Int) -> Int {
        guard index < words.count, Self.asides.contains(words[index]) else { return index }
        var place = index
        while place < words.count, Self.ofAsides.contains(words[place]) { place += 1 }
        if place + 1 < words.count, words[place].isMark(",") { return place + 1 }
        let short = Self.shortAsides.first { aside in
            index + aside.count < words.count
                && aside.indices.allSatisfy { words.key(index + $0) == WordKey(aside[$0]) }
        }
        return short.map { index + $0.count } ?? index
    }

    private static let lastFillers = WordSet("please pls thanks cheers")

    /// *the lease for now please*: the end of what is parked.
    private func withoutFillers(_ range: Range<Int>) -> Int {
        var high = range.upperBound
        while high > range.lowerBound + 1, words[high - 1].isMark || Self.lastFillers.contains(words[high - 1]) {
            high -= 1
        }
        for length in [3, 2] where high - length > range.lowerBound {
            let last = (high - length..<high).map { words[$0].key }
            if last[0] == "for" || last[0] == "until" || last[0] == "till",
                ["now", "later", "today", "time", "day", "meeting"].contains(last[length - 1]),
                length == 2 || ["another", "next", "a"].contains(last[1])
            {
                return high - length
            }
        }
        return high
    }

    /// *Car park* is a place unless something is put into it.
    private func isPlace(_ hit: Hit, in clause: Range<Int>) -> Bool {
        guard words[hit.range.upperBound - 1].key == "park", words.key(hit.range.upperBound - 2) == "car" else {
            return false
        }
        guard hit.range.count == 2 else { return false }
        let isAlone = clause.allSatisfy { hit.range.contains($0) || Self.fillers.contains(words[$0]) }
        return words.count == hit.range.count || !isAlone && words.at(hit.range.upperBound)?.isMark != true
    }

    /// *the science park*, *parking at the clinic is free*: nobody parks a question there.
    private func isNoun(_ hit: Hit, in clause: Range<Int>) -> Bool {
        let last = words[hit.range.upperBound - 1].key
        if last == "park", hit.range.count == 1 { return line.wordsBefore(hit.range.lowerBound) > 4 }
        guard last == "parking" || last == "parked", hit.range.count == 1 else { return false }
        // *parking the lease for now*, *parked: night buses*
        if words.at(hit.range.upperBound)?.isMark(":") == true
            || ["this", "that", "it"].contains(words.key(hit.range.upperBound))
        {
            return false
        }
        let high = clause.upperBound
        return withoutFillers(hit.range.upperBound..<high) == high
    }

    private static let placing = WordSet(
        """
        put stick pop add move send pin leave set drop shove chuck get place
        """)
    private static let deictics = WordSet("this it that one these please")

    private func isLeadIn(_ range: Range<Int>) -> Bool {
        range.allSatisfy { OpeningReader.leads.contains(words[$0]) || line.names.match($0) != nil }
    }

    /// *put the bus question in the car park*: what is put there.
    private func put(before hit: Hit, in clause: Range<Int>) -> String? {
        // *I'll get free parking for carers* puts nothing anywhere.
        guard hit.range.count > 1,
            let verb = (clause.lowerBound..<hit.range.lowerBound).first(where: { Self.placing.contains(words[$0]) }),
            isLeadIn(clause.lowerBound..<verb),
            !(verb + 1..<hit.range.lowerBound).allSatisfy({ Self.deictics.contains(words[$0]) })
        else { return nil }
        let text = line.reason(verb + 1..<hit.range.lowerBound)
        return text.isEmpty ? nil : text
    }

    /// *stick this in the car park*: what is meant stands elsewhere.
    private func putsAside(_ hit: Hit, in clause: Range<Int>) -> Bool {
        guard let verb = (clause.lowerBound..<hit.range.lowerBound).first(where: { Self.placing.contains(words[$0]) })
        else { return false }
        return isLeadIn(clause.lowerBound..<verb)
            && (verb + 1..<hit.range.lowerBound).allSatisfy { Self.deictics.contains(words[$0]) }
    }

    private static let going = WordSet("go goes belong belongs sit sits be")
    private static let mustGo = WordSet("should can could ought needs need must might may to shall")

    /// *can business rates go in the car park?*, *business rates should go on the parked list*.
    private func sent(before hit: Hit, in clause: Range<Int>) -> String? {
        var end = hit.range.lowerBound - 1
        guard end > clause.lowerBound, Self.going.contains(words[end]),
            (hit.range.upperBound..<clause.upperBound).allSatisfy({ Self.fillers.contains(words[$0]) }),
            (clause.lowerBound..<end).contains(where: { Self.mustGo.contains(words[$0]) })
        else { return nil }
        while end > clause.lowerBound, Self.mustGo.contains(words[end - 1]) { end -= 1 }
        var low = clause.lowerBound
        while low < end, Self.mustGo.contains(words[low]) || ["i", "think", "we"].contains(words[low].key) { low += 1 }
        let text = line.reason(low..<end)
        guard !(low..<end).allSatisfy({ Self.deictics.contains(words[$0]) }) else { return nil }
        return text.isEmpty ? nil : text
    }

    private static let vehicles = WordSet(
        """
        car cars van vans bike bikes bus coach lorry
        """)
    private static let matters = WordSet(
        "issue issues question questions matter matters topic item point discussion debate subject idea argument")
    private static let besidePlaces = WordSet("outside round behind here near in at and up under next by on miles")

    /// *I'll park the van round the back*
    private func parksVehicle(_ hit: Hit) -> Bool {
        let verb = words[hit.range.upperBound - 1].key
        guard ["park", "parking", "parked"].contains(verb), words.key(hit.range.upperBound - 2) != "car" else {
            return false
        }
        let end = line.clauses.first { $0.contains(hit.range.upperBound) }?.upperBound ?? hit.range.upperBound
        // *Park the car parking issue*: a matter, whatever it is about.
        if (hit.range.upperBound..<end).contains(where: { Self.matters.contains(words[$0]) }) { return false }
        return (hit.range.upperBound..<min(hit.range.upperBound + 3, words.count)).contains {
            Self.vehicles.contains(words[$0])
                || $0 == hit.range.upperBound && Self.besidePlaces.contains(words[$0])
        }
    }
}
