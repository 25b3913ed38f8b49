/// Finds the stages of a ladder in a line, by name or id, small slips of typing allowed.
struct StageNames: Sendable, Hashable {
    private struct Name: Sendable, Hashable {
        var id: String
        var words: [String]
    }
    private let names: [Name]
    private let steps: [Ladder.Step]

    init(steps: [Ladder.Step]) {
        self.steps = steps
        var names: [Name] = []
        for step in steps where step.ends.isEmpty && step.id != SpecialStage.notYet {
            let words = Folding.folded(step.name).split(separator: " ").map(String.init)
            names.append(Name(id: step.id, words: words))
            let idWords = step.id.split(separator: "-").map(String.init)
            if idWords != words { names.append(Name(id: step.id, words: idWords)) }
        }
        names.sort { $0.words.count > $1.words.count }
        self.names = names
    }

    func match(_ words: Words, at index: Int) -> (id: String, range: Range<Int>)? {
        guard let first = words.at(index), first.kind == .word || first.kind == .number else { return nil }
        for name in names where index + name.words.count <= words.count {
            let fits = name.words.indices.allSatisfy { StageNames.isSame(words.text(index + $0), name.words[$0]) }
            if fits { return (name.id, index..<index + name.words.count) }
        }
        return nil
    }

    /// The one stage whose name begins so, where a mark or the end follows: *em, high*.
    func abbreviated(_ words: Words, at index: Int) -> String? {
        guard let word = words.at(index), word.kind == .word, (2...8).contains(word.key.count),
            words.at(index + 1)?.isMark ?? true
        else { return nil }
        let typed = words.text(index)
        var found: String?
        for name in names where name.words.count == 1 && name.words[0] != typed && name.words[0].hasPrefix(typed) {
            if let found, found != name.id { return nil }
            found = name.id
        }
        return found
    }

    /// The between whose ends are these two stages, in either order.
    func between(_ one: String, _ other: String) -> String? {
        steps.first { $0.ends == [one, other] || $0.ends == [other, one] }?.id
    }

    /// Equal, or for long words one slip: a letter swapped, left out, doubled or wrong.
    static func isSame(_ typed: String, _ name: String) -> Bool {
        if typed == name { return true }
        let left = Array(typed.utf8)
        let right = Array(name.utf8)
        guard right.count >= 7, left.first == right.first, abs(left.count - right.count) <= 1, left.count >= 6 else {
            return false
        }
        var start = 0
        while start < left.count, start < right.count, left[start] == right[start] { start += 1 }
        var leftEnd = left.count
        var rightEnd = right.count
        while leftEnd > start, rightEnd > start, left[leftEnd - 1] == right[rightEnd - 1] {
            leftEnd -= 1
            rightEnd -= 1
        }
        let leftRest = left[start..<leftEnd]
        let rightRest = right[start..<rightEnd]
        if leftRest.count <= 1, rightRest.count <= 1 { return true }
        // Letters in another order, a few places at most.
        return leftRest.count == rightRest.count && leftRest.count <= 4 && leftRest.sorted() == rightRest.sorted()
    }
}
