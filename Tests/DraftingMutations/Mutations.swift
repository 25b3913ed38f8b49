import Drafting
import Facilitation
import SeededRandom

/// One small lie told in a valid draft.
package struct Mutation {
    package enum Kind: String, CaseIterable {
        case number, citation, reference, name, organisation, date, quotedWord, quantifier, outcome,
            positionStage, progress, horizon
    }
    package var kind: Kind
    package var text: String
    package var line: String
}

/// Changes one thing in a draft, chosen by a seed. It works on the Markdown alone.
package struct Mutator {
    private let record: Record
    let text: [Character]
    private let isQuoted: [Bool]
    private let isCited: [Bool]
    private let isHeading: [Bool]

    package init(record: Record, text: String) {
        self.record = record
        self.text = Array(text)
        var quoted: [Bool] = []
        var cited: [Bool] = []
        var headings: [Bool] = []
        var (isQuoted, isCited, isHeading) = (false, false, false)
        for (index, character) in self.text.enumerated() {
            let startsLine = index == 0 || self.text[index - 1] == "\n"
            if startsLine { isHeading = character == "#" }
            if character == "\u{201C}" { isQuoted = true }
            if character == "\u{201D}" { isQuoted = false }
            if character == "[", !isQuoted, self.text[index - 1] != "\\" { isCited = true }
            if character == "]" { isCited = false }
            quoted.append(isQuoted)
            cited.append(isCited)
            headings.append(isHeading)
        }
        (self.isQuoted, self.isCited, self.isHeading) = (quoted, cited, headings)
    }

    package func mutated(_ kind: Mutation.Kind, _ generator: inout SeededGenerator) -> Mutation? {
        let edits = edits(kind, &generator)
        guard !edits.isEmpty else { return nil }
        let edit = generator.pick(edits)
        var changed = text
        changed.replaceSubrange(edit.range, with: edit.replacement)
        let start = changed[..<edit.range.lowerBound].lastIndex(of: "\n").map { $0 + 1 } ?? 0
        let end = changed[edit.range.lowerBound...].firstIndex(of: "\n") ?? changed.count
        return Mutation(kind: kind, text: String(changed), line: String(changed[start..<end]))
    }

    private typealias Edit = (range: Range<Int>, replacement: String)

    private func edits(_ kind: Mutation.Kind, _ generator: inout SeededGenerator) -> [Edit] {
        switch kind {
        case .number: return numbers { !isCited[$0] && !isReference($0) && !isHeading[$0] && !isInDate($0) }
        case .citation: return numbers { isCited[$0] }
        case .reference: return numbers { !isCited[$0] && isReference($0) }
        case .name: return swaps(record.members.map(\.name) + ["Zora Quince"], &generator)
        case .organisation:
            return swaps(record.members.map(\.organisation) + ["Dunmore Trust"], &generator)
        case .date: return dates()
        case .quotedWord: return words(&generator)
        case .quantifier:
            return swaps(["all", "most", "some", "one", "none"], &generator, before: quantified)
        case .outcome: return outcomes(&generator)
        case .positionStage: return stages(&generator)
        case .horizon:
            return swaps(Horizon.allCases.map(\.spoken), &generator)
        case .progress: return progress(&generator)
        }
    }

    /// Every run of digits that fits, with a number near it.
    private func numbers(_ fits: (Int) -> Bool) -> [Edit] {
        var edits: [Edit] = []
        var index = 0
        while index < text.count {
            guard text[index].isNumber else {
                index += 1
                continue
            }
            let start = index
            while index < text.count, text[index].isNumber { index += 1 }
            guard !isQuoted[start], fits(start), let value = Int(String(text[start..<index])) else {
                continue
            }
            for other in [value + 1, max(0, value - 1), value + 7] where other != value {
                edits.append((start..<index, String(other)))
            }
        }
        return edits
    }

    private func isReference(_ index: Int) -> Bool {
        index > 1 && "#ADO".contains(text[index - 1]) && !text[index - 2].isLetter
    }

    private func isInDate(_ index: Int) -> Bool {
        let line = text[index...].prefix(18).map(String.init).joined()
        let isDay = ["March", "December", "October"].contains { line.contains(" \($0) 20") }
        return isDay || String(text[index...].prefix(3)) == "202"
    }

    private func swaps(
        _ words: [String], _ generator: inout SeededGenerator, before: ((Range<Int>) -> Bool)? = nil
    ) -> [Edit] {
        var edits: [Edit] = []
        let words = Set(words).subtracting([""])
        for word in words.sorted() {
            let others = words.subtracting([word]).sorted()
            for range in places(of: word) where before?(range) ?? true {
                edits.append((range, generator.pick(others)))
            }
        }
        return edits
    }

    /// A quantifier that stands before its counts.
    private func quantified(_ range: Range<Int>) -> Bool {
        range.upperBound + 1 < text.count && text[range.upperBound] == " "
            && (text[range.upperBound + 1] == "(" || text[range.upperBound + 1].isNumber)
    }

    private func places(of word: String) -> [Range<Int>] {
        let wanted = Array(word)
        // A member may have no organisation, and a name nobody has is nowhere.
        guard !wanted.isEmpty, text.count > wanted.count else { return [] }
        return (0..<(text.count - wanted.count)).compactMap { start in
            guard text[start] == wanted[0], !isQuoted[start], !isHeading[start] else { return nil }
            let end = start + wanted.count
            guard text[start..<end].elementsEqual(wanted), !text[end].isLetter,
                start == 0 || !text[start - 1].isLetter
            else { return nil }
            return start..<end
        }
    }

    private func dates() -> [Edit] {
        var edits: [Edit] = []
        for month in CivilMonths.names {
            for range in places(of: month) where text[range.lowerBound - 2].isNumber {
                edits.append((range, month == "May" ? "June" : "May"))
                let year = (range.upperBound + 1)..<(range.upperBound + 5)
                edits.append((year, "2031"))
                let day = (range.lowerBound - 2)..<(range.lowerBound - 1)
                edits.append((day, text[day.lowerBound] == "4" ? "5" : "4"))
            }
        }
        return edits
    }

    private func words(_ generator: inout SeededGenerator) -> [Edit] {
        var edits: [Edit] = []
        var index = 0
        while index < text.count {
            guard isQuoted[index], text[index].isLetter else {
                index += 1
                continue
            }
            let start = index
            while index < text.count, text[index].isLetter { index += 1 }
            let others = RandomSession.words.filter { $0 != String(text[start..<index]) }
            edits.append((start..<index, generator.pick(others)))
        }
        return edits
    }

    private func outcomes(_ generator: inout SeededGenerator) -> [Edit] {
        let outcomes: [OutcomeWord] = [
            .agreed, .agreedWithReservations, .majorityWithMinorityView, .notAgreed, .agreedByThoseWhoAnswered,
            .deferred,
        ]
        let labels = outcomes.map(OutcomeWording(meeting: record.meeting).label)
        var edits: [Edit] = []
        for label in labels {
            // The whole label stands between asterisks or the bars of a table.
            let whole = places(of: label).filter { range in
                "*|".contains(text[range.lowerBound - 1])
                    || (text[range.lowerBound - 2] == "|" && text[range.upperBound + 1] == "|")
            }.filter { "*|".contains(text[$0.upperBound]) || text[$0.upperBound + 1] == "|" }
            for range in whole { edits.append((range, generator.pick(labels.filter { $0 != label }))) }
        }
        return edits
    }

    /// What is said of how an objective goes, in its sentence or in the action log.
    private func progress(_ generator: inout SeededGenerator) -> [Edit] {
        let words = ProgressWord.allCases.map(\.spoken)
        return words.flatMap { word in
            places(of: word).compactMap { range in
                let before = String(text[..<range.lowerBound].suffix(12))
                let after = String(text[range.upperBound...].prefix(10))
                let isCell = before.hasSuffix("| ") && (after.hasPrefix(" |") || after.hasPrefix(" (overdue"))
                guard before == "Progress: **" || isCell else { return nil }
                return (range, generator.pick(words.filter { $0 != word }))
            }
        }
    }

    private func stages(_ generator: inout SeededGenerator) -> [Edit] {
        let names = ["Emerging", "Established", "Expanding"]
        return names.flatMap { name in
            places(of: name).compactMap { range in
                let before = String(text[..<range.lowerBound].suffix(12)).lowercased()
                return before.contains("position")
                    ? (range, generator.pick(names.filter { $0 != name })) : nil
            }
        }
    }
}

private enum CivilMonths {
    static let names = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
        "November",
        "December",
    ]
}
