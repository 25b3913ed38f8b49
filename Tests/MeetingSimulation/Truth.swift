import Facilitation

/// What the people of the simulation meant, kept apart from what the room made of it.
struct Truth {
    /// By the proposal's entry: the line that last changed its words.
    private var changes: [Int: Int] = [:]
    /// Entries of ratings that were revealed, or that came after the reveal.
    private var shown: Set<Int> = []

    /// Looks at what a line has done.
    mutating func follow(
        _ before: Discussion, _ after: Discussion, _ last: (line: SimulatedLine, key: String, entry: Int)?
    ) {
        guard let last else { return }
        for area in after.areas.values {
            for gauge in area.gauges where gauge.isRevealed {
                shown.formUnion((gauge.ratings + gauge.late).map(\.entry))
            }
            for proposal in area.proposals {
                let old = before.areas[area.id]?.proposals.first { $0.entry == proposal.entry }
                if let old, old.text != proposal.text || old.stage != proposal.stage {
                    changes[proposal.entry] = last.entry
                }
            }
        }
    }

    /// Ratings that nobody else may know of.
    func secrets(_ lines: [(entry: Int, line: SimulatedLine)]) -> [(word: String, by: String)] {
        lines.compactMap { entry, line in
            guard let secret = line.secret, !shown.contains(entry) else { return nil }
            return (secret, line.actor)
        }
    }

    // MARK: Consent

    /// Every consent that the room has recorded, held against what people gave.
    func consents(
        in discussion: Discussion, _ lines: [(entry: Int, line: SimulatedLine)]
    ) -> (count: Int, mistakes: [String]) {
        let given = Dictionary(lines.map { ($0.entry, $0.line) }, uniquingKeysWith: { first, _ in first })
        var mistakes: [String] = []
        var count = 0
        func actor(_ member: MemberID) -> String { discussion.people[member].id }
        // Whoever says the words of another again is asked whether they agree.
        func hinted(_ actor: String, before entry: Int, words: String? = nil) -> Bool {
            lines.contains {
                $0.entry < entry && $0.line.actor == actor
                    && ($0.line.gift != nil && $0.line.gift != .yes || $0.line.words == words)
            }
        }
        for area in discussion.areas.values {
            for proposal in area.proposals {
                for answer in proposal.answers where answer.level.supports {
                    count += 1
                    let by = actor(answer.by)
                    let what = "\(by) is recorded as \(answer.level.rawValue) of \(proposal.id), entry \(answer.entry)"
                    guard let line = given[answer.entry], line.actor == by else {
                        mistakes.append("\(what), which they never said")
                        continue
                    }
                    // A yes is an answer to what is under test, or to the question what a line meant.
                    let isGiven = line.gift == .support || line.gift == .yes
                    if !isGiven { mistakes.append("\(what), and said “\(line.words)”") }
                    if answer.entry < proposal.entry { mistakes.append("\(what), from before it was proposed") }
                    if let change = changes[proposal.entry], answer.entry < change {
                        mistakes.append("\(what), to other words: they changed in \(change)")
                    }
                    if discussion.struck.contains(answer.entry) { mistakes.append("\(what), which was taken back") }
                }
                mistakes += ownership(of: proposal, in: discussion, lines)
            }
            for statement in area.statements where !statement.isStruck {
                for position in statement.positions where position.stance == .agree {
                    count += 1
                    let by = actor(position.by)
                    let what = "\(by) is recorded as agreeing with #\(statement.entry), entry \(position.entry)"
                    guard let line = given[position.entry], line.actor == by else {
                        mistakes.append("\(what), which they never said")
                        continue
                    }
                    if !isAgreement(
                        line, with: statement.entry, hinted(by, before: position.entry, words: statement.text))
                    {
                        mistakes.append("\(what), and said “\(line.words)”")
                    }
                    if let change = statement.corrections.max(), position.entry < change {
                        mistakes.append("\(what), to other words: they changed in \(change)")
                    }
                    if discussion.struck.contains(position.entry) { mistakes.append("\(what), which was taken back") }
                }
            }
        }
        return (count, mistakes)
    }

    private func isAgreement(_ line: SimulatedLine, with entry: Int, _ hinted: Bool) -> Bool {
        switch line.gift {
        case .agreement(let targets): targets.isEmpty || targets.contains(entry)
        case .yes: hinted
        default: false
        }
    }

    private func ownership(
        of proposal: Proposal, in discussion: Discussion, _ lines: [(entry: Int, line: SimulatedLine)]
    ) -> [String] {
        guard let owner = proposal.objective?.acceptedOwner else { return [] }
        let id = discussion.people[owner].id
        let hasTaken = lines.contains { entry, line in
            guard line.actor == id else { return false }
            switch line.gift {
            case .ownership: return true
            case .yes, .support: return entry >= proposal.entry
            case .agreement, .hint, nil: return false
            }
        }
        return hasTaken ? [] : ["\(id) is recorded as the owner of \(proposal.id), and never took it on"]
    }
}
