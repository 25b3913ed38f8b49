import Facilitation

/// Writes up one area: where we are, what is supported, where we differ, aims and objectives, parked items,
/// interests.
struct AreaWriter {
    let record: Record
    let area: RecordArea
    let names: RecordNames
    let wording: OutcomeWording
    /// Looked up for each statement, of which there may be thousands.
    private let objections: [String: [RecordObjection]]
    private let contested: ContestedTests

    init(record: Record, area: RecordArea, names: RecordNames, wording: OutcomeWording) {
        (self.record, self.area, self.names, self.wording) = (record, area, names, wording)
        objections = Dictionary(grouping: area.objections, by: \.on)
        contested = ContestedTests(area, of: record)
    }

    func sections() -> [DraftSection] {
        var sections = [DraftSection(RecordNames.area(area), level: 2, [])]
        let gauge = GaugeWording(area: area, names: names)
        func add(_ heading: String, _ items: [DraftItem]) {
            if !items.isEmpty { sections.append(DraftSection(heading, level: 3, [.list(items)])) }
        }
        add("Where we are", settledPosition() + gauge.summary() + gauge.rounds())
        for (heading, kind) in AreaWriter.framing {
            add(heading, area.statements.filter { $0.kind == kind && !isDisputed($0) }.map { statement($0) })
        }
        add(record.meeting == .formal ? "What we agree" : "What we support", decisions())
        add("Shared aims and objectives", aims())
        add("What is not agreed", notAgreed())
        add("Also tested", alsoTested())
        // Positions are taken while people talk: they are no support, which is given when a proposal is tested.
        add("Statements that those who took a side agree with", area.statements.filter(isAgreed).map { statement($0) })
        add("Where we differ", differences())
        sections += notTakenFurther { isAgreed($0) || AreaWriter.isFraming($0) }
        add("Parked for later", area.parked.map { DraftItem(ParkedWording.sentence($0, names)) })
        let interests = record.interests.filter { $0.area == area.id }
        add("Interests declared", interests.map { DraftItem(InterestWording.sentence($0, names)) })
        if sections.count == 1 { sections[0].blocks = AreaWriter.nothing }
        return sections
    }

    func settledPosition() -> [DraftItem] {
        area.position.map { $0.outcome.isAdopted ? [position($0)] : [] } ?? []
    }

    private func position(_ position: RecordPosition) -> DraftItem {
        let sentence = Sentence(
            [
                .text("Position: "), .strong(names.stage(position.stage)), .text(", "),
                .strong(wording.label(position.outcome, position.levels)),
                .text(" (\(LevelWording.phrase(position.levels, notAnswered: position.notAnswered)))"),
            ], entries: position.entries, tallies: Tallies.levels(position.levels, "position"))
        return DraftItem(
            sentence,
            details: EarlierWording.lastTime(area, names) + position.whyDeferred
                + reservations(position.reservations, position.entries, on: "position") + beside("position"))
    }

    /// Those that were taken.
    func decisions() -> [DraftItem] {
        area.decisions.filter(\.outcome.isAdopted).map { proposal($0, kind: "Decision") }
    }

    /// Those that were taken on, each aim with the objectives that serve it.
    func aims() -> [DraftItem] {
        let aims = area.aims.filter(\.outcome.isAdopted)
        let objectives = area.objectives.filter(\.outcome.isAdopted)
        var items: [DraftItem] = []
        for aim in Horizons.ordered(aims) {
            items.append(proposal(aim, kind: "Aim"))
            items += objectives.filter { $0.aim == aim.id }.map(objective)
        }
        let known = Set(aims.map(\.id))
        items += objectives.filter { objective in objective.aim.map { !known.contains($0) } ?? true }
            .map(objective)
        return items
    }

    /// What was put to the test and is deferred, not supported or still open.
    func notAgreed() -> [DraftItem] {
        let stage: [DraftItem] = area.position.map { $0.outcome.isAdopted ? [] : [position($0)] } ?? []
        return stage
            + area.decisions.filter { !$0.outcome.isAdopted }.map { proposal($0, kind: "Decision") }
            + area.aims.filter { !$0.outcome.isAdopted }.map { proposal($0, kind: "Aim") }
            + area.objectives.filter { !$0.outcome.isAdopted }.map(objective)
    }

    /// The tests that do not stand, each with its own answers and objections.
    func alsoTested() -> [DraftItem] {
        area.otherTests.map { test in
            let subject: [Sentence.Part] =
                test.kind == .position
                ? [.text("Position "), .strong(names.stage(test.stage ?? ""))]
                : [.strong("\(test.kind.rawValue.capitalisedFirst) \(RecordNames.item(test.of))")]
            var parts: [Sentence.Part] = subject
            parts += [
                .text(", also tested (\(test.number)): "), .strong(wording.label(test.outcome, test.levels)),
                .text(" (\(LevelWording.phrase(test.levels, notAnswered: test.notAnswered)))"),
            ]
            if test.kind != .position { parts += [.text(": "), .words(test.text)] }
            let sentence = Sentence(parts, entries: test.entries, tallies: Tallies.levels(test.levels, test.id))
            return DraftItem(
                sentence,
                details: test.whyDeferred + reservations(test.reservations, test.entries, on: test.id)
                    + beside(test.id))
        }
    }

    func proposal(_ proposal: RecordProposal, kind: String) -> DraftItem {
        let sentence = Sentence(
            [
                .strong("\(kind) \(RecordNames.item(proposal.id))"), .text(", "),
                .strong(wording.label(proposal.outcome, proposal.levels)),
                .text(" (\(LevelWording.phrase(proposal.levels, notAnswered: proposal.notAnswered))): "),
                .words(proposal.text),
            ], entries: proposal.entries, tallies: Tallies.levels(proposal.levels, proposal.id))
        return DraftItem(
            sentence,
            details: proposal.whyDeferred + Horizons.details(proposal)
                + reservations(proposal.reservations, proposal.entries, on: proposal.id) + beside(proposal.id)
                + EarlierWording.inPlaceOf(proposal))
    }

    func objective(_ objective: RecordProposal) -> DraftItem {
        var item = proposal(objective, kind: "Objective")
        item.details = ObjectiveWording.details(objective, names) + item.details
        return item
    }

    /// - Parameter item: what they are about; the objection that came with a level is told with it, once.
    func reservations(_ reservations: [RecordReservation], _ entries: [Int], on item: String) -> [Sentence] {
        let told = reservations.filter(\.hasReason).map { reservation -> Sentence in
            let holder = names.holder(reservation.by, sector: reservation.sector)
            let twin = twin(of: reservation, among: reservations, on: item)
            let state = twin.map { ", \(ObjectionWording.told($0))" } ?? ""
            return Sentence(
                [
                    .text("\(LevelWording.introduction(reservation.level)), \(holder)\(state): "),
                    reservation.isPrivate ? .text(PrivateWording.reason) : .words(reservation.text),
                ],
                // The entries of an item hold its answers too, and could lead to a holder who is not to be named.
                entries: reservation.by == nil
                    ? []
                    : (reservation.entries.isEmpty ? entries : reservation.entries) + (twin?.entriesWithEnd ?? []))
        }
        return told + withoutReason(reservations, entries)
    }

    /// Who gave such a level and no reason, so that no dissent is a number alone. Where names are hidden it stays one.
    func withoutReason(_ reservations: [RecordReservation], _ entries: [Int]) -> [Sentence] {
        Level.allCases.compactMap { level -> Sentence? in
            let silent = reservations.filter { $0.level == level && !$0.hasReason && $0.by != nil }
            guard !silent.isEmpty else { return nil }
            let people = silent.compactMap(\.by).map(names.person).joined(separator: "; ")
            let own = silent.flatMap(\.entries)
            return Sentence(
                "\(LevelWording.introduction(level, of: silent.count)), no reason given: \(people)",
                entries: own.isEmpty ? entries : own)
        }
    }

    /// The objection that came with a level: the same words of the same holder, when it is clear which is which.
    private func twin(
        of reservation: RecordReservation, among all: [RecordReservation], on item: String
    ) -> RecordObjection? {
        // Private ones have no words to be told apart by; where there are no words at all there is no objection.
        let found = objections[item, default: []].filter {
            $0.text == reservation.text && $0.by == reservation.by && $0.isPrivate == reservation.isPrivate
        }
        let alike = all.filter {
            $0.text == reservation.text && $0.by == reservation.by && $0.isPrivate == reservation.isPrivate
        }
        return found.count == 1 && alike.count == 1 ? found[0] : nil
    }

    /// Minority views and open objections stand beside the item that they are about.
    func beside(_ item: String) -> [Sentence] {
        let views = area.minorityViews.filter { $0.confirmed && area.home(of: $0) == item }
        let told = area.reservations(on: item)
        let twins = told.compactMap { twin(of: $0, among: told, on: item) }
        let others = objections[item, default: []].filter { !twins.contains($0) }
        return views.flatMap(minorityView) + others.map(objection)
    }

    /// The view, and what would change its holder's mind.
    func minorityView(_ view: RecordMinorityView) -> [Sentence] {
        let holder = names.holder(view.named ? view.by : nil, sector: view.sector)
        let again = view.lookAgain.map { "; look again on \(RecordNames.day($0))" } ?? ""
        let stated = Sentence(
            [.strong("Minority view"), .text(", \(holder)\(again): "), .words(view.text)],
            entries: view.entries)
        guard let mind = view.wouldChange, !mind.isEmpty else { return [stated] }
        return [
            stated, Sentence([.text("What would change this view: "), .words(mind)], entries: view.entries),
        ]
    }

    /// Minority views and objections that belong to nothing else in this draft, so that none is lost.
    func strays() -> [DraftItem] {
        let views = area.minorityViews.filter { $0.confirmed && area.home(of: $0) == nil }
        let items = views.map(minorityView).compactMap { sentences in
            sentences.first.map { DraftItem($0, details: Array(sentences.dropFirst())) }
        }
        return items
            + area.strayObjections.map { DraftItem(told($0, "objection", end: " to what was taken back")) }
    }

    func objection(_ objection: RecordObjection) -> Sentence {
        told(objection, "objection" + time(of: objection), end: ", \(ObjectionWording.end(of: objection))")
    }

    /// What is said against earlier words is not said against those that stand above it. Of an objective the date or the
    /// owner may have changed and not the words, and of a position the stage.
    private func time(of objection: RecordObjection) -> String {
        guard record.isToEarlierWords(objection, in: area) else { return "" }
        let item = area.otherTests.first { $0.id == objection.on }?.of ?? objection.on
        let isOfWords = item != "position" && ItemID(item)?.kind != .objective
        return isOfWords ? " to the earlier words" : " from before it was changed"
    }

    private func told(_ objection: RecordObjection, _ what: String, end: String) -> Sentence {
        let holder = names.holder(objection.by, sector: objection.sector)
        let state = objection.open ? "Open \(what)" : what.capitalisedFirst + end
        let words = objection.isPrivate ? Sentence.Part.text(PrivateWording.reason) : .words(objection.text)
        return Sentence([.text("\(state), \(holder): "), words], entries: objection.entriesWithEnd)
    }

    func differences() -> [DraftItem] {
        let items = area.statements.compactMap { said -> DraftItem? in
            if isDisputed(said) { return statement(said) }
            let tested = isAgreedInTalk(said) ? contested.sentences(about: said) : []
            guard !tested.isEmpty else { return nil }
            var item = statement(said)
            // Last, because what follows a reference is read as said of it.
            item.details += tested
            return item
        }
        return items + strays()
    }

    /// What was said in an area of which nothing was put to the test or parked.
    ///
    /// - Parameter isToldElsewhere: whether the document has a statement in another place.
    func notTakenFurther(except isToldElsewhere: (RecordStatement) -> Bool) -> [DraftSection] {
        guard area.position == nil, area.proposals.isEmpty, area.otherTests.isEmpty, area.parked.isEmpty else {
            return []
        }
        let said = area.statements.filter { !isDisputed($0) && !isToldElsewhere($0) }
        guard !said.isEmpty else { return [] }
        return [DraftSection("Said, and not taken further", level: 3, [.list(said.map { statement($0) })])]
    }

    /// Stands under the heading of an area where there is nothing else to say.
    static let nothing: [DraftBlock] = [.paragraph([Sentence("Nothing was taken further")])]

    /// Answers to the framing questions, told together, with nobody's yes needed: they are where the talk began.
    private static let framing: [(heading: String, kind: StatementKind)] = [
        ("What we know", .known), ("The better question", .betterQuestion), ("Who and what could help", .help),
        ("How we would know", .sign),
    ]

    private static func isFraming(_ statement: RecordStatement) -> Bool {
        framing.contains { $0.kind == statement.kind }
    }

    /// Several agree with it and nobody is against it, in the talk or when much the same was put to the test.
    private func isAgreed(_ statement: RecordStatement) -> Bool {
        isAgreedInTalk(statement) && contested.sentences(about: statement).isEmpty
    }

    private func isAgreedInTalk(_ statement: RecordStatement) -> Bool {
        statement.counts[.agree, default: 0] > 1 && !isDisputed(statement) && !AreaWriter.isFraming(statement)
    }

    private func isDisputed(_ statement: RecordStatement) -> Bool {
        statement.counts[.disagree, default: 0] > 0 || hasOpenObjection(statement.id)
    }

    private func hasOpenObjection(_ item: String) -> Bool {
        objections[item, default: []].contains(where: \.open)
    }

    func statement(_ statement: RecordStatement) -> DraftItem {
        let agree = statement.counts[.agree, default: 0]
        let disagree = statement.counts[.disagree, default: 0]
        let unsure = statement.counts[.unsure, default: 0]
        let total = agree + disagree + unsure
        var parts: [Sentence.Part] = [.strong(RecordNames.item(statement.id))]
        if let by = statement.by { parts.append(.text(", from \(names.person(by))")) }
        if total == 0 {
            parts.append(.text(": "))
        } else if disagree == 0, unsure == 0, total > 1 {
            parts.append(
                .text("; \(Quantifier.phrase(agree, of: total).lowercased()) who took a side agree: "))
        } else {
            parts.append(.text("; \(StanceWording.phrase(agree, disagree, unsure)): "))
        }
        parts.append(.words(statement.text))
        let counts = Stance.allCases.map {
            Tally(
                subject: .item(statement.id), label: $0.rawValue, count: statement.counts[$0, default: 0],
                total: total)
        }
        let details = objections[statement.id, default: []].map(objection)
        return DraftItem(Sentence(parts, entries: statement.entries, tallies: counts), details: details)
    }
}

enum PrivateWording {
    /// Stands where the words of a private line would.
    static let reason = "reason given privately"
}

/// What became of an objection, and no more than its holder said.
enum ObjectionWording {
    /// "an open objection", "an objection since withdrawn".
    static func told(_ objection: RecordObjection) -> String {
        objection.open ? "an open objection" : "an objection \(end(of: objection))"
    }

    /// How one that is closed came to an end.
    static func end(of objection: RecordObjection) -> String {
        switch objection.end {
        case .met: "since met, as its holder said"
        case .withdrawn: "since withdrawn"
        case .changedTo(.full): "since changed to full support"
        case .changedTo(let level): "since changed to \(level.rawValue.replacing("-", with: " "))"
        case .agreed: "since changed to agreement"
        case .takenBack, nil: "no longer open"
        }
    }
}

enum StanceWording {
    /// "3 agree, 1 disagrees, 1 unsure".
    static func phrase(_ agree: Int, _ disagree: Int, _ unsure: Int) -> String {
        var pieces = [
            agree == 1 ? "1 agrees" : "\(agree) agree",
            disagree == 1 ? "1 disagrees" : "\(disagree) disagree",
        ]
        if unsure > 0 { pieces.append("\(unsure) unsure") }
        return pieces.joined(separator: ", ")
    }
}

enum Tallies {
    static func levels(_ levels: [Level: Int], _ item: String) -> [Tally] {
        let total = levels.values.reduce(0, +)
        return Level.allCases.compactMap { level in
            levels[level].map {
                Tally(subject: .item(item), label: level.rawValue, count: $0, total: total)
            }
        }
    }
}

extension RecordReservation {
    /// True where somebody said why, also when only the bot was told.
    var hasReason: Bool { !text.isEmpty || isPrivate }
}

extension RecordObjection {
    /// Its own entries and the line that ended it.
    var entriesWithEnd: [Int] { entries + endEntries }
}

extension RecordArea {
    /// True when a position, a decision, an aim or an objective was taken on.
    var hasAdopted: Bool {
        position?.outcome.isAdopted == true || proposals.contains(where: \.outcome.isAdopted)
    }

    /// The item that a minority view stands beside. One that names none, or an item that has left the
    /// record, stands beside the position, or stays on its own when there is no position.
    func home(of view: RecordMinorityView) -> String? {
        let isListed = proposals.contains { $0.id == view.on } || otherTests.contains { $0.id == view.on }
        if isListed { return view.on }
        return position == nil ? nil : "position"
    }

    /// Objections to things that this area does not list, so that none is lost.
    var strayObjections: [RecordObjection] {
        let tested = proposals.map(\.id) + otherTests.map(\.id) + (position == nil ? [] : ["position"])
        let known = Set(tested + statements.map(\.id))
        return objections.filter { !known.contains($0.on) }
    }
}
