// What owners say of their objectives in plain words: how one goes, and the parts that it still lacks.
extension ReadingInPlace {
    // MARK: How an objective goes

    /// So many words at most tell how an objective goes, with what shows it.
    private static let progressWordsMax = 30
    /// Content words that a line must share with an objective that it does not name.
    private static let sharedMin = 2

    private static let notYet = WordSet(
        "nearly almost half partly mostly be get been being to should will would could must might can if when unless")
    private static let denials = WordSet("not isnt arent havent hasnt never no wasnt cant wont")

    /// *I've done o1*, *#5 is on track, 30 listed*, *my objective is late*: heard, so that its owner is asked. What is
    /// done needs something that shows it, as after `/progress`.
    func progress(insteadOf reading: Reading, in discussion: Discussion) throws(Refusal) -> Reading? {
        guard reading.event.isTalk || isPositionOnNothing(reading), !context.isPrivate, !line.endsInQuestion,
            (3...ReadingInPlace.progressWordsMax).contains(line.wordCount),
            let said = progressSaid, let objective = objectiveMeant(said.range, in: discussion)
        else { return nil }
        let isOwner = objective.adopted.owner == speaker
        guard isOwner || discussion.people[speaker].role == .facilitator && objective.named != nil else { return nil }
        let evidence = evidence(besides: said.range, objective.named)
        let entry = objective.adopted.entry
        if said.word.isFinished, evidence.isEmpty { throw .evidenceNeeded(said.word, entry: entry) }
        return Reading(
            .progressGiven(item: String(entry), said.word, evidence: evidence), .likely,
            why: [line.words.slice(said.range)])
    }

    /// *#5* may be an objective, where a position on a statement was read.
    private func isPositionOnNothing(_ reading: Reading) -> Bool {
        switch reading.event {
        case .positionTaken(let targets, _, _): targets.allSatisfy { !context.statements.has($0) }
        case .proposed(let proposed): proposed.what == .objective && reading.strength == .likely
        default: false
        }
    }

    /// The first word of progress that is neither denied nor still to come.
    private var progressSaid: (word: ProgressWord, range: Range<Int>)? {
        guard let found = ProgressWords.table.first(in: line.words, line.all) else { return nil }
        let before = max(0, found.range.lowerBound - 3)..<found.range.lowerBound
        if before.contains(where: { ReadingInPlace.denials.contains(line.words[$0]) }) {
            // *not on track* is late; *not done* tells nothing.
            return found.meaning == .onTrack ? (.late, found.range) : nil
        }
        if before.contains(where: { ReadingInPlace.notYet.contains(line.words[$0]) }) { return nil }
        return (found.meaning, found.range)
    }

    private static let owned = WordSet("objective action actions objectives task")
    static let possessives = WordSet("my our")

    /// The objective that is named, the speaker's only one, or their only one that these words are about.
    private func objectiveMeant(
        _ progress: Range<Int>, in discussion: Discussion
    ) -> (adopted: AdoptedObjective, named: Range<Int>?)? {
        let words = line.words
        let all = discussion.adoptedObjectives
        guard !all.isEmpty else { return nil }
        for index in line.all {
            let word = words[index]
            let isShort = word.key.first == UInt8(ascii: "o") && word.key.integer(from: 1) != nil
            guard word.hasHash && word.integer != nil || isShort else { continue }
            guard
                let found = all.first(where: {
                    isShort ? WordKey($0.proposal.id) == word.key : $0.entry == word.integer
                })
            else { return nil }
            return (found, index..<index + 1)
        }
        guard context.test == nil else { return nil }
        let own = discussion.openObjectives.filter { $0.owner == speaker }
        if let noun = line.all.first(where: {
            ReadingInPlace.owned.contains(words[$0]) && ReadingInPlace.possessives.contains(words.key($0 - 1))
        }) {
            return own.count == 1 ? (own[0], noun - 1..<noun + 1) : nil
        }
        let about = own.filter {
            ContentMatch.shared(words, line.all, [$0.proposal.text]).count >= ReadingInPlace.sharedMin
        }
        return about.count == 1 ? (about[0], nil) : nil
    }

    /// What shows it: what stands before the naming of it or after, or the whole line where nothing names it.
    private func evidence(besides progress: Range<Int>, _ named: Range<Int>?) -> String {
        guard let named else { return line.words.text }
        let low = min(progress.lowerBound, named.lowerBound)
        let after = line.reason(max(progress.upperBound, named.upperBound)..<line.words.count)
        if !after.isEmpty { return after }
        let clause = line.clauses.first { $0.contains(low) } ?? low..<low
        return clause.lowerBound > 0 ? line.reason(0..<clause.lowerBound) : ""
    }

    // MARK: Its parts

    private static let partWordsMax = 20
    private static let measuring = WordSet("measure measured measuring baseline target")

    /// *the measure is firms counted*, *we have none today and want 60*: what an objective of this area still lacks,
    /// from its owner, its author or a facilitator.
    func objectiveParts(insteadOf reading: Reading, in discussion: Discussion) -> [Reading]? {
        guard reading.event.isTalk || isOwnlessProposal(reading), !context.isPrivate, !line.endsInQuestion,
            (3...ReadingInPlace.partWordsMax).contains(line.wordCount),
            let objective = objectiveAsked(in: discussion), let missing = objective.objective?.missing
        else { return nil }
        let names = line.all.prefix(6).contains { ReadingInPlace.measuring.contains(line.words[$0]) }
        let found = Reader.objective(text, in: context)
        // Two figures and no name for either: nothing else tells where it stands and where it should get to.
        guard names || found.baseline != nil && found.target != nil else { return nil }
        let parts: [(ObjectivePart, String?)] = [
            (.measure, names ? found.measure : nil), (.baseline, found.baseline), (.target, found.target),
        ]
        let given = parts.compactMap { part, value in
            value.flatMap { !$0.isEmpty && missing.contains(part) ? (part, $0) : nil }
        }
        guard !given.isEmpty else { return nil }
        return given.map { part, value in
            Reading(.objectivePartGiven(part, value: value), .plain, why: [part.rawValue])
        }
    }

    private func isOwnlessProposal(_ reading: Reading) -> Bool {
        guard case .proposed(let proposed) = reading.event, proposed.what == .objective else { return false }
        return proposed.owner == nil && proposed.due == nil
    }

    /// The latest objective here, where this person may say more about it.
    private func objectiveAsked(in discussion: Discussion) -> Proposal? {
        guard let area = discussion.area, let objective = area.proposals.last(where: { !$0.isStruck }),
            objective.kind == .objective
        else { return nil }
        let isOwners =
            switch objective.objective?.owner {
            case .accepted(let owner), .asked(let owner): owner == speaker
            case .nobody, .declined, nil: false
            }
        return isOwners || objective.author == speaker || discussion.people[speaker].role == .facilitator
            ? objective : nil
    }
}
