import Facilitation

/// The sheet on top of the papers: who, when, under which rule, what came of it, what is asked of the board, which
/// objectives nobody owns yet, and what is not known.
struct CoverSheet {
    let record: Record
    let framework: Framework

    func draft() -> Draft {
        let names = RecordNames(record: record, framework: framework)
        var sections = [
            DraftSection("About this sheet", [.paragraph(DraftOpening.sentences(record))]),
            MinutesBuilder(record: record, framework: framework).attendance(names),
            results(), requests(names), ownerGaps(), Unknowns(record: record, names: names).section(),
        ]
        sections += DraftOpening.rule(record) + DraftOpening.credit(record)
        return Draft(title: DraftOpening.title(record, "cover sheet"), sections: sections)
    }

    private func results() -> DraftSection {
        let counts = OutcomeCounts(record)
        guard counts.total > 0 else {
            return DraftSection("What came of it", [.paragraph([Sentence("Nothing was put to the test")])])
        }
        var items = [DraftItem(counts.tested)]
        items.append(DraftItem(counts.outcomes))
        let views = record.areas.flatMap(\.minorityViews).filter(\.confirmed)
        if !views.isEmpty {
            let count = views.count == 1 ? "1 minority view is" : "\(views.count) minority views are"
            items.append(DraftItem(Sentence("\(count) kept in the words of those who hold it")))
        }
        return DraftSection("What came of it", [.list(items)])
    }

    /// What the board has to do, each point with the item that it is about.
    private func requests(_ names: RecordNames) -> DraftSection {
        var items: [DraftItem] = []
        let kinds: [(String, (RecordArea) -> [RecordProposal])] = [
            ("decision", \.decisions), ("aim", \.aims), ("objective", \.objectives),
        ]
        for area in record.areas {
            for (kind, proposals) in kinds {
                for proposal in proposals(area) { items += requests(proposal, kind, names) }
            }
        }
        guard !items.isEmpty else {
            return DraftSection("What the board is asked to do", [.paragraph([Sentence("Nothing is asked")])])
        }
        return DraftSection("What the board is asked to do", [.list(items)])
    }

    private func requests(_ proposal: RecordProposal, _ kind: String, _ names: RecordNames) -> [DraftItem] {
        let item = Sentence.Part.text("\(kind) \(RecordNames.item(proposal.id))")
        if proposal.outcome == .deferred || proposal.outcome == .open {
            return [DraftItem(Sentence(.askReturn, ["item": item], entries: proposal.deciding))]
        }
        guard proposal.outcome.isAdopted else { return [] }
        let key = record.meeting == .formal ? WordingKey.askNote : .askConsider
        let stated = Sentence(key, ["item": item, "text": .words(proposal.text)], entries: proposal.deciding)
        // The words stand here without the owner and the date that other papers have below them.
        let asked = DraftItem(stated, details: ObjectiveWording.changes(proposal, names))
        guard proposal.missing.contains(.owner) else { return [asked] }
        return [asked, DraftItem(Sentence(.askOwner, ["item": item], entries: proposal.deciding))]
    }

    private func ownerGaps() -> DraftSection {
        let heading = "Objectives that nobody owns yet"
        let adopted = record.areas.flatMap(\.objectives).filter(\.outcome.isAdopted)
        guard !adopted.isEmpty else {
            return DraftSection(heading, [.paragraph([Sentence("No objective was taken on")])])
        }
        let items = adopted.filter { $0.missing.contains(.owner) }.compactMap { objective -> DraftItem? in
            guard var gap = ObjectiveWording.gaps(objective) else { return nil }
            gap.parts = [.text("Objective \(RecordNames.item(objective.id)), ")] + gap.parts
            return DraftItem(gap)
        }
        guard !items.isEmpty else {
            let sentence = Sentence("There is no objective without somebody who answers for it")
            return DraftSection(heading, [.paragraph([sentence])])
        }
        return DraftSection(heading, [.list(items)])
    }
}

/// How many things were put to the test, and with which outcomes; items of this session only.
struct OutcomeCounts {
    private let record: Record
    private let items: [(outcome: OutcomeWord, levels: [Level: Int], entries: [Int])]

    init(_ record: Record) {
        self.record = record
        items = record.areas.flatMap { area -> [(OutcomeWord, [Level: Int], [Int])] in
            let position = area.position.map { [($0.outcome, $0.levels, $0.closing)] } ?? []
            let proposals = area.proposals.map { ($0.outcome, $0.levels, $0.closing) }
            return position + proposals + area.otherTests.map { ($0.outcome, $0.levels, $0.closing) }
        }
    }

    /// How many tests there were: the same thing may have been tested more than once.
    var total: Int { items.count }
    private var entries: [Int] { items.flatMap(\.entries) }

    /// "Put to the test: 1 decision, 1 aim, 2 objectives".
    var tested: Sentence {
        let positions = record.areas.map { ($0.position == nil ? 0 : 1) + $0.otherTests(of: "position").count }
        let counts = [
            (positions.reduce(0, +), "position"),
            (record.areas.flatMap(\.decisions).count, "decision"), (record.areas.flatMap(\.aims).count, "aim"),
            (record.areas.flatMap(\.objectives).count, "objective"),
        ]
        let words = counts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)\($0.0 == 1 ? "" : "s")" }
        return Sentence("Put to the test: \(words.joined(separator: ", "))", entries: entries)
    }

    /// "Outcomes: 3 supported in discussion; 1 deferred".
    var outcomes: Sentence {
        let wording = OutcomeWording(meeting: record.meeting)
        var tallies: [Tally] = []
        let words = OutcomeWord.allCases.compactMap { outcome -> String? in
            let alike = items.filter { $0.outcome == outcome }
            guard !alike.isEmpty else { return nil }
            tallies.append(Tally(subject: .outcomes, label: outcome.rawValue, count: alike.count, total: total))
            return "\(alike.count) \(wording.label(outcome, ofAll: alike.map(\.levels)))"
        }
        let isRetested = record.areas.contains { $0.otherTests.contains { $0.kind != .position } }
        let subject = isRetested ? "Outcomes of \(total) tests" : "Outcomes"
        return Sentence("\(subject): \(words.joined(separator: "; "))", entries: entries, tallies: tallies)
    }
}
