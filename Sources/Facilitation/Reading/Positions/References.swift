/// Something said in a line that points at a statement.
struct Reference {
    enum Kind { case number, name, deictic, content }
    var kind: Kind
    /// Entry numbers; empty when it is not clear which one is meant.
    var targets: [Int]
    /// Whether it is clear enough to count at once.
    var isClear: Bool
    var range: Range<Int>
}

/// Finds what statements a line points at.
struct ReferenceFinder {
    let line: Line
    private var context: ReadingContext { line.context }
    private var words: Words { line.words }

    /// The reference that starts at a word.
    func match(at index: Int) -> Reference? {
        guard !words[index].isQuoted else { return nil }
        if let number = matchNumber(at: index) { return number }
        guard words[index].kind == .word else { return nil }
        if let fixed = matchNamesake(at: index) ?? matchDeictic(at: index) { return fixed }
        return matchName(at: index)
    }

    // MARK: Numbers

    private func matchNumber(at index: Int) -> Reference? {
        let word = words[index]
        var entry = word.integer
        if entry == nil, word.kind == .word, word.key.first == UInt8(ascii: "s") {
            entry = word.key.integer(from: 1)
        }
        // *number five*
        if entry == nil, word.kind == .word, ["number", "statement"].contains(words.key(index - 1)) {
            entry = NumberWords.words[word.key]
        }
        // *14's right*
        if word.kind == .number, word.isPossessive { entry = word.key.dropLast()?.integer() }
        guard let entry else { return nil }
        let isOpen = context.statements.has(entry)
        if word.hasHash, !isOpen {
            return Reference(kind: .number, targets: [], isClear: false, range: index..<index + 1)
        }
        guard isOpen, word.hasHash || word.kind == .word || isBareReference(at: index) else { return nil }
        if words.key(index - 1) == "to", words.key(index - 2) == "up",
            ["everything", "all", "lot"].contains(words.key(index - 3))
        {
            let all = context.statements.all.map(\.entry).filter { $0 <= entry }
            return Reference(kind: .number, targets: all, isClear: false, range: index..<index + 1)
        }
        return Reference(kind: .number, targets: [entry], isClear: true, range: index..<index + 1)
    }

    private static let notBefore = WordSet(
        """
        at by until till page pages ext room bus chapter aged over under than around roughly nearly almost only
        least most another first last next junction $ + day days week line form slide floor phase year band
        table from in of all up platform route ward wards these those our the about covid
        """)
    private static let notAfter = WordSet(
        """
        % / + '
        """)

    private static let counted = WordSet("head person week month year day time go pop piece ticket plate seat mile")

    /// *30 a head*
    private func isPrice(at index: Int) -> Bool {
        ["a", "per", "an"].contains(words.key(index + 1)) && words.at(index + 2).map(Self.counted.contains) == true
            && words.key(index + 3) != "ago"
    }

    /// *still chewing over 14*: the word before the number closes words of opinion.
    private func endsOpinion(_ index: Int) -> Bool {
        (max(0, index - 4)..<index).contains { StanceWords.table.match(words, at: $0)?.range.upperBound == index }
    }

    /// A number without `#` points at a statement only where no counted thing follows it.
    private func isBareReference(at index: Int) -> Bool {
        guard !words[index].isGlued, words.currency(before: index) == nil, !isPrice(at: index) else { return false }
        if words[index].isPossessive, StanceWords.table.match(words, at: index + 1) == nil { return false }
        if let before = words.at(index - 1) {
            if before.isGlued { return false }
            let isAfterPoint = line.small[index - 1] == .pointNoun
            // *if only 14 were true*
            let isWished = before.key == "only" && words.key(index - 2) == "if"
            // *all of them apart from 14*, *with the exception of 14*
            let isLeftOut = ["apart", "aside", "exception"].contains(words.key(index - 2))
            if ReferenceFinder.notBefore.contains(before), !isAfterPoint, !isWished, !isLeftOut,
                !allowsAbout(at: index - 1),
                !endsOpinion(index)
            {
                return false
            }
        }
        guard let after = words.at(index + 1) else { return true }
        if after.kind == .emoji { return true }
        if after.isMark { return !ReferenceFinder.notAfter.contains(after) }
        // *I believe 15 of them left*
        if after.key == "of", index == 0 || line.small[index - 1] != .link,
            words.at(index + 2).map(ReferenceFinder.counting.contains) == true
        {
            return false
        }
        if line.small[index + 1] != nil { return true }
        if StanceWords.table.match(words, at: index + 1) != nil { return true }
        if isVerbWithObject(at: index) || isContradicted(at: index) { return true }
        // *agree with 14 from what I see*; *agree with 15 from the college* counts people.
        if after.key == "from" { return words.at(index + 2).map(ReferenceFinder.sources.contains) ?? false }
        return after.kind == .word && ReferenceFinder.functionWords.contains(after)
            || line.names.match(index + 1) != nil
    }

    private static let objects = WordSet(
        """
        me us my our
        """)
    static let sources = WordSet("me us my our what where experience")

    private static let counting = WordSet("the them us our my those these you their his her")
    private static let claiming = WordSet(
        """
        leaves forgets overlooks omits skips glosses skates assumes treats flatters underplays underestimates paints
        contradicts confuses mixes reads implies suggests fails falls lets gets puts takes tells gives wants asks
        """)

    /// *Nah, 53 leaves out the roof*: after a yes or a no, a number that does something is a statement.
    private func isContradicted(at index: Int) -> Bool {
        guard index > 1, words[index - 1].isMark, words.at(index + 1).map(Self.claiming.contains) == true,
            let reply = StanceWords.table.match(words, at: index - 2)
        else { return false }
        return reply.meaning.form == .reply && reply.range.upperBound == index - 1
    }

    /// *65 surprises me*: a number that does something to the speaker.
    private func isVerbWithObject(at index: Int) -> Bool {
        guard index == 0 || Words.endsClause(words[index - 1]), let verb = words.at(index + 1),
            let object = words.at(index + 2)
        else { return false }
        return verb.key.hasSuffix("s") && ReferenceFinder.objects.contains(object)
    }

    /// *on the fence about 14*: *about* after words of doubt leads to a statement.
    private func allowsAbout(at index: Int) -> Bool {
        let key = words[index].key
        guard
            key == "about" || key == "by" || key == "up" || key == "of" || key == "from" || key == "in" || key == "all"
                || key == "the"
        else { return false }
        if key == "about", opensWithTopic(index) { return true }
        guard let before = words.at(index - 1), index > 0 else { return false }
        // *not one word of 20*, *not a single thing in 40*
        if key == "of" || key == "in", ReferenceFinder.pieces.contains(before) { return true }
        return StanceWords.table.first(in: words, max(0, index - 5)..<index + 1) != nil || before.key == "think"
            || before.key == "mind"
    }

    /// *about 45 I am not sure*, *About 45, I disagree*; *about 45 people came* counts.
    private func opensWithTopic(_ about: Int) -> Bool {
        guard let clause = line.clauses.first(where: { $0.contains(about) }),
            (clause.lowerBound..<about).allSatisfy({ line.small[$0] == .neutral || line.small[$0] == .joint })
        else { return false }
        var place = about + 2
        if words.at(place)?.isMark(",") == true { place += 1 }
        return place < words.count && line.small[place] == .speaker
            && StanceWords.table.first(in: words, place..<min(place + 6, words.count)) != nil
    }

    private static let pieces = WordSet(
        """
        word words thing syllable letter comma jot nothing half bit part any none
        """)

    private static let functionWords = WordSet(
        """
        is isnt are was wasnt has hasnt does doesnt did would wouldnt will wont too i id im it its that thats
        though because as entirely obviously please we here again sounds feels seems needs misses overstates
        ignores goes makes only strongly especially particularly wholeheartedly completely you your they my sums
        hmm hm erm um er mmm ooh who which says describes matches cannot cant can should could may might must strong
        stand stands pass go lie myself ourselves either were
        """)

    // MARK: That, you, she

    private static let deictics = WordSet(
        """
        that this you him her them it thats yours youre
        """)

    private func matchDeictic(at index: Int) -> Reference? {
        let key = words[index].key
        guard ReferenceFinder.deictics.contains(key) else { return nil }
        if let fronted = matchFronted(at: index) { return fronted }
        guard index > 0, !isWhole(at: index) else { return nil }
        let isLinked =
            line.small[index - 1] == .link
            || StanceWords.table.first(in: words, max(0, index - 3)..<index)?.range.upperBound == index
        guard isLinked, isObject(after: index + 1) else { return nil }
        let end = isOne(at: index + 1) ? index + 2 : index + 1
        guard let last = line.lastStatement else {
            return Reference(kind: .deictic, targets: fallback, isClear: false, range: index..<end)
        }
        return Reference(kind: .deictic, targets: [last.entry], isClear: key == "that", range: index..<end)
    }

    /// *agree with the lot of you apart from Len*: everybody, of whom somebody is left out.
    private func isWhole(at index: Int) -> Bool {
        guard words[index].key == "you" || words[index].key == "them", index + 1 < words.count else { return false }
        return line.small[index + 1] == .contrast && words.key(index - 1) == "of"
    }

    /// *that I do agree with*: what it is about goes before the opinion, which ends the clause.
    private func matchFronted(at index: Int) -> Reference? {
        guard words[index].key == "that" || words[index].key == "this",
            let clause = line.clauses.first(where: { $0.contains(index) }),
            (clause.lowerBound..<index).allSatisfy({ line.small[$0] == .neutral || line.small[$0] == .joint })
        else { return nil }
        var start = index + 1
        if words.key(start) == "one" { start += 1 }
        guard start < clause.upperBound, line.small[start] == .speaker || words[start].key == "id",
            let cue = StanceWords.table.first(in: words, start..<clause.upperBound), cue.meaning.form != .judgement,
            (start..<cue.range.lowerBound).allSatisfy({ line.small[$0] != nil }),
            (cue.range.upperBound..<clause.upperBound).allSatisfy({
                line.small[$0] == .link || line.small[$0] == .neutral
            }), let last = line.lastStatement
        else { return nil }
        return Reference(kind: .deictic, targets: [last.entry], isClear: true, range: index..<start)
    }

    /// *that* stands for something said unless a clause or a noun follows: *agree that we…*, *agree with that boss of his*.
    private func isObject(after index: Int) -> Bool {
        guard let next = words.at(index) else { return true }
        if next.isMark || next.kind == .emoji { return true }
        switch line.small[index] {
        case .joint, .contrast, .reason, .condition, .link: return true
        case .neutral: return next.key != "is" && next.key != "all" && next.key != "a"
        default:
            return StanceWords.table.match(words, at: index) != nil || line.names.match(index) != nil
                || isOne(at: index)
        }
    }

    /// *agree with that one*; *agree that one bus can't cope* begins a claim.
    private func isOne(at index: Int) -> Bool {
        guard words.key(index) == "one" else { return false }
        guard let next = words.at(index + 1) else { return true }
        return next.isMark || next.kind == .emoji || next.isCapital || line.small[index + 1] != nil
            || line.names.match(index + 1) != nil
    }

    /// The last open statement of somebody else, for an agreement that names nothing.
    var fallback: [Int] {
        if let last = line.lastStatement { return [last.entry] }
        guard let last = context.statements.last, last.by != context.speaker.id else { return [] }
        return [last.entry]
    }

    // MARK: Names

    private func matchNamesake(at index: Int) -> Reference? {
        guard words[index].key == "namesake", let own = context.speaker.folded.words.first else { return nil }
        let others = context.members.people.filter { $0.id != context.speaker.id && $0.folded.words.first == own }
        return reference(to: others, index..<index + 1, words: index..<index + 1)
    }

    private func matchName(at index: Int) -> Reference? {
        guard let found = line.names.match(index) else { return nil }
        var range = found.range
        if found.isPossessive, !isPossessiveOfPoint(at: range.upperBound) { return nil }
        while let next = words.at(range.upperBound), found.isPossessive, line.small[range.upperBound] == .pointNoun,
            next.kind == .word
        {
            range = range.lowerBound..<range.upperBound + 1
        }
        let people = found.people.filter { $0.id != context.speaker.id }
        let other = otherNamesake(people, at: index)
        var named = reference(to: other.map { [$0] } ?? people, range, words: found.range)
        if other != nil { named?.isClear = false }
        // *Una's description* may be shared without the conclusion drawn from it.
        if found.isPossessive, words.at(found.range.upperBound).map(ReferenceFinder.partials.contains) == true {
            named?.isClear = false
        }
        return named
    }

    /// *the other Paul*, said after one of two had spoken: the one who had not.
    private func otherNamesake(_ people: [Person], at index: Int) -> Person? {
        guard people.count > 1, words.key(index - 1) == "other", let last = context.last?.by else { return nil }
        let others = people.filter { $0.id != last }
        return others.count == 1 && ContentMatch.best(words, in: context.statements.by(people)) == nil ? others[0] : nil
    }

    private static let partials = WordSet(
        """
        description account diagnosis assessment summary observation reasoning logic gloom optimism
        pessimism enthusiasm worry worries fear fears hope confidence doubts scepticism frustration anger
        instinct hunch preference priorities verdict concern concerns
        """)

    /// *Gareth's right*, *Sam's point*, *all but Lee's* point at what was said; *Sam's boss* does not.
    private func isPossessiveOfPoint(at index: Int) -> Bool {
        guard let next = words.at(index), next.kind == .word else { return true }
        if line.small[index] != nil || ReferenceFinder.partials.contains(next) { return true }
        return StanceWords.table.match(words, at: index) != nil || ReferenceFinder.functionWords.contains(next)
    }

    private func reference(to people: [Person], _ range: Range<Int>, words named: Range<Int>)
        -> Reference?
    {
        guard !people.isEmpty else { return nil }
        let statements = context.statements.by(people)
        if people.count > 1 {
            return ambiguous(statements, range)
        }
        switch statements.count {
        case 0: return nil
        case 1:
            let isClear = !hasMovedOn(people[0], since: statements[0].entry)
            return Reference(kind: .name, targets: [statements[0].entry], isClear: isClear, range: range)
        default:
            // *both of Jamal's*, *all of Una's*
            if words.at(named.upperBound - 1)?.isPossessive == true, words.key(range.lowerBound - 1) == "of",
                ["both", "all", "two", "three", "lot"].contains(words.key(range.lowerBound - 2))
            {
                return Reference(kind: .name, targets: statements.map(\.entry), isClear: false, range: range)
            }
            let best = ContentMatch.best(line.words, in: statements) ?? statements[statements.count - 1]
            return Reference(kind: .name, targets: [best.entry], isClear: false, range: range)
        }
    }

    /// *agree with Wanda, half past suits me better*, while a test is open: what she said last is no statement, and may be
    /// what is meant.
    private func hasMovedOn(_ person: Person, since entry: Int) -> Bool {
        guard context.expects == .level, let last = context.last, last.by == person.id else { return false }
        return last.entry > entry && context.statements.find(last.entry) == nil
    }

    /// One first name, two people: the words used or who spoke last say which; otherwise it is asked.
    private func ambiguous(_ statements: [OpenStatement], _ range: Range<Int>) -> Reference {
        var targets: [Int] = []
        if let best = ContentMatch.best(line.words, in: statements) {
            targets = [best.entry]
        } else if let last = line.lastStatement, statements.contains(where: { $0.entry == last.entry }) {
            targets = [last.entry]
        } else if statements.count == 1, context.statements.last?.entry == statements[0].entry {
            targets = [statements[0].entry]
        }
        return Reference(kind: .name, targets: targets, isClear: false, range: range)
    }
}
