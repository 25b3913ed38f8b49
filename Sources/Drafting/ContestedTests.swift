import Facilitation

/// The tests of an area that somebody is against, to be found by the words of a statement. Whoever agreed with it in the talk
/// may have answered otherwise when the same thing was put to the test.
struct ContestedTests {
    private struct Contested {
        /// "decision D1, **not supported** (2 support, 1 block)".
        var told: [Sentence.Part]
        var deciding: [Int]
        var entries: Set<Int>
        var stems: Set<String>
    }

    /// Fewer words in common are chance.
    private static let sharedMin = 2

    private let tests: [Contested]

    init(_ area: RecordArea, of record: Record) {
        let wording = OutcomeWording(meeting: record.meeting)
        let objected = Set(area.objections.filter { $0.open || record.isToEarlierWords($0, in: area) }.map(\.on))
        func contested(_ tested: some TestedRecord, id: String, text: String, _ reference: String) -> Contested? {
            let isOpposed = tested.levels.contains { $0.key.stops && $0.value > 0 }
            guard isOpposed || objected.contains(id) else { return nil }
            let answers = LevelWording.phrase(tested.levels, notAnswered: tested.notAnswered)
            return Contested(
                told: [
                    .text("\(reference), "), .strong(wording.label(tested.outcome, tested.levels)),
                    .text(" (\(answers))"),
                ], deciding: tested.deciding, entries: Set(tested.entries), stems: Set(ContentWords.stems(of: text)))
        }
        let kinds: [(name: String, proposals: [RecordProposal])] = [
            ("decision", area.decisions), ("aim", area.aims), ("objective", area.objectives),
        ]
        let standing = kinds.flatMap { kind in
            kind.proposals.compactMap {
                contested($0, id: $0.id, text: $0.text, "\(kind.name) \(RecordNames.item($0.id))")
            }
        }
        let others = area.otherTests.filter { $0.kind != .position }.compactMap { test in
            contested(
                test, id: test.id, text: test.text,
                "\(test.kind.rawValue) \(RecordNames.item(test.of)) (\(test.number))")
        }
        tests = standing + others
    }

    /// Where a statement, or much the same, was put to the test and somebody was against it.
    func sentences(about statement: RecordStatement) -> [Sentence] {
        guard !tests.isEmpty else { return [] }
        let number = statement.opening
        let stems = Set(ContentWords.stems(of: statement.text))
        return tests.compactMap { test -> Sentence? in
            // A proposal opened from a statement rests on that statement's entry.
            let isTakenUp = number.map(test.entries.contains) == true
            let isAlike =
                test.stems.intersection(stems).count >= ContestedTests.sharedMin
                && ContentWords.overlap(test.stems, stems) >= SuggestionFinder.alikeOverlap
            guard isTakenUp || isAlike else { return nil }
            let how = isTakenUp ? "since" : "in much the same words"
            return Sentence([.text("Put to the test \(how): ")] + test.told, entries: test.deciding)
        }
    }
}

extension Record {
    /// Whether an objection was raised before what it was raised against was changed. Where its line is hidden that is not
    /// known, and it is taken for one to the present words.
    func isToEarlierWords(_ objection: RecordObjection, in area: RecordArea) -> Bool {
        guard let raised = objection.entries.max(), let opening = area.opening(of: objection.on) else { return false }
        return corrected.contains { correction in
            correction.entry == opening && correction.entries.contains { $0 > raised }
        }
    }
}

extension RecordArea {
    /// The line that a statement or a test began with.
    fileprivate func opening(of item: String) -> Int? {
        if item == "position" { return position?.lines.opened }
        if let test = otherTests.first(where: { $0.id == item }) { return test.opening }
        if let called = ItemID(item), called.kind == .statement { return called.number }
        return proposals.first { $0.id == item }?.lines.opened
    }
}
