/// Takes an objective apart: owner, act, due date, measure, baseline and target.
struct ObjectiveReader {
    let line: Line
    var words: Words { line.words }
    var dates: DateReader { DateReader(words: words, today: line.context.today) }

    struct Parts {
        var proposed: Proposed
        var isHedged = false
        var hasDeed = false
    }

    /// All the parts that are said, from a word on; the text is the words as typed.
    func parts(from start: Int) -> Parts {
        let text = words.slice(start..<words.count)
        var parts = Parts(proposed: Proposed(what: .objective, text: text))
        let labelled = label(Self.ownerLabels, from: start)
        if let index = labelled, let owner = owner(at: skipSmall(index + 1)) {
            parts.proposed.owner = owner
            parts.hasDeed = true
        } else if let deed = deed(from: start) {
            parts.proposed.owner = deed.owner
            parts.isHedged = deed.isHedged
            parts.hasDeed = true
        }
        if parts.proposed.owner == nil, let alone = nameAlone(from: start) {
            parts.proposed.owner = alone
            parts.hasDeed = true
        }
        parts.proposed.due = due(from: start)?.date.iso
        fillMeasure(&parts.proposed, from: start)
        if parts.proposed.owner == nil, let first = nameFirst(from: start, parts.proposed) {
            parts.proposed.owner = first
            parts.hasDeed = true
            parts.isHedged = first != line.context.speaker.id
        }
        return parts
    }

    // MARK: Owner

    /// *monthly drop-in for firms, Lee, from May*: a name that is a clause of its own.
    private func nameAlone(from start: Int) -> String? {
        for clause in line.clauses where clause.lowerBound > start {
            if clause.count == 1, ["me", "mine", "myself"].contains(words[clause.lowerBound].key) {
                return line.context.speaker.id
            }
            guard let found = line.names.match(clause.lowerBound), found.range.upperBound == clause.upperBound,
                found.people.count == 1
            else { continue }
            return found.people[0].id
        }
        return nil
    }

    private static let addressing = WordSet(
        "you your youre youve please can could would thanks thank sorry i we why what when where how who not agree")

    /// *Owen, firms trained, 12 up from 5, by July*: who does it comes first, and the deed is no more than a noun. Only
    /// with a date and a figure, so that nobody who is merely spoken to is made an owner.
    private func nameFirst(from start: Int, _ proposed: Proposed) -> String? {
        guard proposed.due != nil, proposed.target != nil || proposed.baseline != nil, !line.endsInQuestion,
            let clause = line.clauses.first(where: { $0.lowerBound >= start }), clause.lowerBound == start,
            line.clauses.count > 2, !line.all.contains(where: { Self.addressing.contains(words[$0]) })
        else { return nil }
        if ["me", "myself"].contains(words[start].key), clause.count == 1 { return line.context.speaker.id }
        guard let found = line.names.match(start), found.range.upperBound == clause.upperBound,
            found.people.count == 1
        else { return nil }
        return found.people[0].id
    }

    private static let willWords = WordSet(
        """
        will shall to is can could might should ought would needs need has must agrees offers undertakes commits
        owns leads takes volunteers promises
        """)
    private static let hedges = WordSet(
        """
        could might should would maybe perhaps probably can try ought possibly hope hopefully suppose if unless
        provided once thinking
        """)

    /// *I'll*, *Priya will*, *Sam Okoro to*, *somebody needs to*.
    private func deed(from start: Int) -> (owner: String?, isHedged: Bool)? {
        var nobody: (owner: String?, isHedged: Bool)?
        for index in start..<min(words.count, start + 30) where !words[index].isQuoted {
            if isFirstPerson(at: index, start) {
                let isConditional = (start..<index).contains { line.small[$0] == .condition }
                let range = start..<min(words.count, index + 8)
                return (line.context.speaker.id, isHedged(range) || isConditional || words[index].key == "id")
            }
            if let named = namedDeed(at: index, start) { return named }
            let key = words[index].key
            if nobody == nil, index < start + 8,
                ["somebody", "someone", "anyone", "anybody", "we", "they", "team"].contains(key),
                !["should", "could", "must", "ought"].contains(words.key(index + 1)) || key.hasPrefix("some")
            {
                nobody = (nil, true)
            }
        }
        return nobody
    }

    private func isFirstPerson(at index: Int, _ start: Int) -> Bool {
        let next = words.key(index + 1)
        switch words[index].key {
        case "ill": return true
        case "happy", "glad", "willing": return next == "to" && (index == start || words[index - 1].isMark)
        case "i": return ObjectiveReader.promises.contains(next)
        case "im":
            return ["going", "happy", "willing", "prepared", "to", "on", "taking", "owner"].contains(next)
                || next == "the" && words.key(index + 2) == "owner"
        // *could take on the bookings*: with its *I* left out.
        case "could", "can", "might", "should", "may":
            return index == start
                && (ProposalReader.takings.contains(next) || ObjectiveReader.unsures.contains(next)
                    || next == "be" && words.key(index + 2) == "able")
        case "mine": return index == start && words.at(index + 1)?.isMark == true
        case "let": return next == "me"
        case "id":
            // *I'd like Priya to do this* is about Priya.
            if ["like", "love", "want", "prefer"].contains(next), line.names.match(index + 2) != nil { return false }
            return index == start || words[index - 1].isMark
        case "leave":
            return words.key(index + 2) == "me" || words.key(index + 2) == "with" && words.key(index + 3) == "me"
        case "me":
            return next == "to" || index == start && (next == "and" || words.at(index + 1)?.isMark(":") == true)
        default: return claimsAsOwn(at: index)
        }
    }

    /// *that's mine*, *down to me*, *put me down for the fares*.
    func claimsAsOwn(at index: Int) -> Bool {
        let next = words.key(index + 1)
        switch words[index].key {
        case "thats": return next == "mine"
        case "down": return next == "to" && words.key(index + 2) == "me" && (words.at(index + 3)?.isMark ?? true)
        case "put": return next == "me" && words.key(index + 2) == "down" && words.key(index + 3) == "for"
        default: return false
        }
    }

    private static let unsures = WordSet("probably possibly maybe perhaps just manage get publish finish have try")

    private static let owning = WordSet("own lead")
    private static let takingOn = WordSet("take pick taking picking")
    private static let needing = WordSet("needs need has ought should must got")

    /// *someone needs to own the transport piece*: an objective that waits for its owner, though nothing else is said.
    var seeksOwner: Bool {
        guard let first = line.all.prefix(4).first(where: { ["somebody", "someone"].contains(words[$0].key) }),
            ObjectiveReader.needing.contains(words.key(first + 1)), !line.endsInQuestion
        else { return false }
        return (first + 2..<min(first + 6, words.count)).contains { index in
            ObjectiveReader.owning.contains(words[index])
                || ObjectiveReader.takingOn.contains(words[index])
                    && (index + 1..<min(index + 7, words.count)).contains { ["on", "up"].contains(words[$0].key) }
        }
    }

    private static let promises = WordSet(
        """
        will shall can could might undertake promise commit am would should may plan intend want offer volunteer
        """)

    private func namedDeed(at index: Int, _ start: Int) -> (owner: String?, isHedged: Bool)? {
        guard let found = line.names.match(index) else { return nil }
        let next = found.range.upperBound
        if found.isPossessive {
            // *Owen's going to publish it by March*; not *Owen's list*.
            guard ["going", "happy", "agreed", "offered", "willing"].contains(words.key(next)),
                words.key(next + 1) == "to", due(from: start) != nil, found.people.count == 1
            else { return nil }
            return (found.people[0].id, isHedged(start..<next + 2))
        }
        let isLabel = index == start && (words.at(next)?.isMark == true || words.key(next).hasSuffix("s")) && start > 0
        guard
            ObjectiveReader.willWords.contains(words.key(next)) || words.key(next) == "and" && index == start || isLabel
        else { return suggested(found, at: index) }
        if words.key(next) == "to", index > start,
            ["ask", "with", "for", "get", "want", "help"].contains(words[index - 1].key)
        {
            return nil
        }
        guard found.people.count == 1 else { return (nil, true) }
        if words.key(next) == "to", index > start, ["like", "love", "prefer"].contains(words[index - 1].key) {
            return (found.people[0].id, true)
        }
        return (found.people[0].id, isHedged(start..<min(words.count, next + 4)))
    }

    private static let suggesting = WordSet("about could can would should might maybe perhaps suppose suggest doesnt")

    /// *how about Sam writes it up*, *could Sam draft it*: a part for somebody else, to be confirmed.
    private func suggested(_ found: NameFinder.Found, at index: Int) -> (owner: String?, isHedged: Bool)? {
        guard index > 0,
            Self.suggesting.contains(words[index - 1])
                || words[index - 1].key == "if" && words.key(index - 2) == "what",
            words[index - 1].key != "about" || ["how", "what"].contains(words.key(index - 2)),
            let next = words.at(found.range.upperBound), next.kind == .word
        else { return nil }
        return found.people.count == 1 ? (found.people[0].id, true) : (nil, true)
    }

    private func isHedged(_ range: Range<Int>) -> Bool {
        range.contains { ObjectiveReader.hedges.contains(words[$0]) }
    }

    /// A person named, or *I* and *me*.
    private func owner(at index: Int) -> String? {
        guard let word = words.at(index) else { return nil }
        if ["me", "i", "myself", "mine"].contains(word.key) { return line.context.speaker.id }
        guard let found = line.names.match(index) else {
            let clause = line.clauses.first { $0.contains(index) } ?? index..<index + 1
            let text = words.slice(index..<clause.upperBound)
            return ["none", "nobody", "tbc", "tba", "unknown", "noone"].contains(Folding.folded(text)) || text.isEmpty
                ? nil : text
        }
        return found.people.count == 1 ? found.people[0].id : words.slice(found.range)
    }

    private static let ownerLabels = WordSet("owner lead led owned")

    /// The index of a word that labels a part: *owner*, *measure*.
    private func label(_ names: WordSet, from start: Int) -> Int? {
        (start..<words.count).first {
            names.contains(words[$0])
                && (words.at($0 + 1)?.isMark == true || ["is", "by", "will", "owner"].contains(words.key($0 + 1))
                    || line.names.match($0 + 1) != nil || words.key($0 + 1) == "me")
                && !words[$0].isQuoted
        }
    }

    private func skipSmall(_ index: Int) -> Int {
        var place = index
        while let word = words.at(place),
            word.isMark || ["is", "by", "be", "will", "the", "from", "for"].contains(word.key)
        { place += 1 }
        return place
    }

    // MARK: Measure

    private func fillMeasure(_ proposed: inout Proposed, from start: Int) {
        let numbers = MeasureNumbers(line: line, from: start, due: due(from: start)?.range)
        let found = numbers.read()
        proposed.baseline = found.baseline
        proposed.target = found.target
        let act = found.baseline == nil && found.target == nil ? nil : countedAct(from: start)
        if let measure = labelledMeasure(from: start) ?? found.measure ?? act, !measure.isEmpty {
            proposed.measure = measure
        }
    }

    /// *measured by …*, *measure: …*.
    private func labelledMeasure(from start: Int) -> String? {
        for index in start..<words.count {
            let key = words[index].key
            let next = words.key(index + 1)
            var low: Int?
            if ["measure", "yardstick", "indicator", "metric"].contains(key), let named = measureBefore(index) {
                return named
            }
            if key == "measured", ["by", "in", "as", "on", "through"].contains(next) { low = index + 2 }
            if key == "measure", words.at(index + 1)?.isMark == true || ["is", "will", "being", "by"].contains(next) {
                low = index + 2
            }
            if key == "measure", line.words.at(index - 1)?.isMark == true, low == nil { low = index + 1 }
            if key == "counting", index > start, words[index - 1].isMark { low = index + 1 }
            if key == "measuring", low == nil { low = index + 1 }
            if key == "measured", words.at(index + 1)?.isMark == true { low = index + 2 }
            guard var low else { continue }
            while let word = words.at(low),
                word.isMark && word.key != "%" && word.key != "'"
                    || ["by", "the", "be", "is", "number", "of"].contains(word.key) && word.key != "number"
            { low += 1 }
            var high = low
            while high < words.count, !Words.endsClause(words[high]), !isFigure(high),
                !["by", "target", "baseline", "currently", "now", "from", "owner"].contains(words[high].key)
            { high += 1 }
            while high > low,
                ["now", "currently", "is", "at", "to", "from", "with", "and", "£"].contains(words[high - 1].key)
            { high -= 1 }
            return words.slice(low..<high)
        }
        return nil
    }

    /// *chapters with a health target is the measure*: named before the word.
    private func measureBefore(_ index: Int) -> String? {
        guard let clause = line.clauses.first(where: { $0.contains(index) }) else { return nil }
        var high = index
        while high > clause.lowerBound, Self.leadToMeasure.contains(words[high - 1]) { high -= 1 }
        let verbs = high..<index
        guard verbs.contains(where: { ["is", "are", "as", "be"].contains(words[$0].key) }),
            high - clause.lowerBound >= 2
        else { return nil }
        var low = clause.lowerBound
        while low < high, ["with", "use", "using", "take", "and", "count"].contains(words[low].key) { low += 1 }
        return words.slice(low..<high)
    }
    private static let leadToMeasure = WordSet("is are as be will would the our my a being can should")

    private static let countingVerbs = WordSet(
        """
        count measure track raise cut reduce increase grow bring lift lower halve double get take move
        """)

    /// *count blood pressure checks, 1,150 now*: what the act itself counts.
    private func countedAct(from start: Int) -> String? {
        guard let verb = (start..<words.count).first(where: { ObjectiveReader.countingVerbs.contains(words[$0]) }),
            !["on", "over", "up", "part", "charge", "forward", "care"].contains(words.key(verb + 1))
        else { return nil }
        var high = verb + 1
        while high < words.count, words[high].kind == .word, !Words.endsClause(words[high]),
            !["from", "to", "by", "before"].contains(words[high].key)
        { high += 1 }
        // *get the award into 20 firms* tells what is to be done; *get local spend from £2m* what is counted.
        if ["get", "take", "move"].contains(words[verb].key), words.key(high) != "from" { return nil }
        while high > verb + 1, ["down", "up", "in", "into", "of", "at"].contains(words[high - 1].key) { high -= 1 }
        return high > verb + 1 ? words.slice(verb + 1..<high) : nil
    }

    private func isFigure(_ index: Int) -> Bool {
        words[index].kind == .number
            && (words.key(index + 1) == "of" || words.key(index + 1) == "now" || words.key(index + 1) == "to"
                || words.key(index + 1) == "%")
    }
}
