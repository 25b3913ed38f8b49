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
        if entry == nil, word.kind == .word, word.key.utf8.first == UInt8(ascii: "s") {
            entry = Int(word.key.dropFirst())
        }
        guard let entry else { return nil }
        let isOpen = context.statements.has(entry)
        if word.hasHash, !isOpen {
            return Reference(kind: .number, targets: [], isClear: false, range: index..<index + 1)
        }
        guard isOpen, word.hasHash || word.kind == .word || isBareReference(at: index) else { return nil }
        return Reference(kind: .number, targets: [entry], isClear: true, range: index..<index + 1)
    }

    private static let notBefore = WordSet(
        """
        at by until till page pages ext room bus chapter aged over under than around roughly nearly almost only
        least most another first last next junction £ $ + day days week line form slide floor phase year band
        table from in of all up platform route ward wards these those our the about covid
        """)
    private static let notAfter = WordSet(
        """
        % £ / + '
        """)

    /// A number without `#` points at a statement only where no counted thing follows it.
    private func isBareReference(at index: Int) -> Bool {
        guard !words[index].isGlued else { return false }
        if let before = words.at(index - 1) {
            if before.isGlued { return false }
            let isAfterPoint = line.small[index - 1] == .pointNoun
            if ReferenceFinder.notBefore.contains(before), !isAfterPoint, !allowsAbout(at: index - 1) {
                return false
            }
        }
        guard let after = words.at(index + 1) else { return true }
        if after.kind == .emoji { return true }
        if after.isMark { return !ReferenceFinder.notAfter.contains(after) }
        if line.small[index + 1] != nil { return true }
        if StanceWords.table.match(words, at: index + 1) != nil { return true }
        return after.kind == .word && ReferenceFinder.functionWords.contains(after)
            || line.names.match(index + 1) != nil
    }

    /// *on the fence about 14*: *about* after words of doubt leads to a statement.
    private func allowsAbout(at index: Int) -> Bool {
        let key = words[index].key
        guard
            key == "about" || key == "by" || key == "up" || key == "of" || key == "from" || key == "in" || key == "all"
                || key == "the"
        else { return false }
        guard let before = words.at(index - 1), index > 0 else { return false }
        return StanceWords.table.first(in: words, max(0, index - 5)..<index + 1) != nil || before.key == "think"
    }

    private static let functionWords = WordSet(
        """
        is isnt are was wasnt has hasnt does doesnt did would wouldnt will wont too i id im it its that thats
        though because as entirely obviously please we here again sounds feels seems needs misses overstates
        ignores goes makes only strongly especially particularly wholeheartedly completely you your they my sums
        who which says describes matches cannot cant can should could may might must strong
        """)

    // MARK: That, you, she

    private static let deictics = WordSet(
        """
        that this you him her them it thats yours youre
        """)

    private func matchDeictic(at index: Int) -> Reference? {
        let key = words[index].key
        guard ReferenceFinder.deictics.contains(key), index > 0 else { return nil }
        let isLinked =
            line.small[index - 1] == .link
            || StanceWords.table.first(in: words, max(0, index - 3)..<index)?.range.upperBound == index
        guard isLinked, isObject(after: index + 1) else { return nil }
        guard let last = line.lastStatement else {
            return Reference(kind: .deictic, targets: fallback, isClear: false, range: index..<index + 1)
        }
        return Reference(kind: .deictic, targets: [last.entry], isClear: key == "that", range: index..<index + 1)
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
                || next.key == "one"
        }
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
        return reference(to: found.people.filter { $0.id != context.speaker.id }, range, words: found.range)
    }

    /// *Gareth's right*, *Sam's point*, *all but Lee's* point at what was said; *Sam's boss* does not.
    private func isPossessiveOfPoint(at index: Int) -> Bool {
        guard let next = words.at(index), next.kind == .word else { return true }
        if line.small[index] != nil { return true }
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
        case 1: return Reference(kind: .name, targets: [statements[0].entry], isClear: true, range: range)
        default:
            let best = ContentMatch.best(line.words, in: statements) ?? statements[statements.count - 1]
            return Reference(kind: .name, targets: [best.entry], isClear: false, range: range)
        }
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
