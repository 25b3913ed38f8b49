// Loud voices, silent ones, and words that speak for everybody.
extension Discussion {
    /// One voice with more than this share of an area's words is worth a quiet hint (domain practice: 30%).
    static let loudShareMax = 0.3
    /// Before so many words nobody can be said to dominate.
    static let wordsBeforeHint = 150
    /// A hint makes sense among at least so many voices.
    static let voicesBeforeHint = 3

    /// Called for everything that is said in the room while an area is open.
    mutating func weighVoices(_ turn: inout Turn) {
        guard let id = currentArea, session.phase == .underWay, !turn.heard.isPrivate,
            people.list[turn.speaker.index].role != .facilitator, let index = currentIndex
        else { return }
        // What was declined comes back without a reading.
        if !turn.heard.readings.isEmpty, !areas.values[index].hasVoice { areas.values[index].hasVoice = true }
        let words = SpokenWords(turn.heard.words)
        areas.values[index].wordsSpoken.add(words.count, by: turn.speaker)
        hintAtLoudVoice(id, index, &turn)
        if words.mayClaimConsensus { answerFalseConsensus(id, &turn) }
    }

    /// Said to the facilitators alone, once an area, and without a name: it is about room for others, not about anybody.
    private mutating func hintAtLoudVoice(
        _ id: String, _ index: Int, _ turn: inout Turn
    ) {
        let total = areas.values[index].wordsSpoken.total
        let most = areas.values[index].wordsSpoken.most
        guard !areas.values[index].hasHintedAtLoudVoice, total >= Discussion.wordsBeforeHint,
            Double(most) > Discussion.loudShareMax * Double(total)
        else { return }
        // Among three or four voices somebody always has a third of the words: more than an even share is asked for too.
        let voters = people.presentVoters.count
        guard voters >= Discussion.voicesBeforeHint, Double(most) > 1.5 / Double(voters) * Double(total) else { return }
        areas[id]?.hasHintedAtLoudVoice = true
        for facilitator in people.facilitators where people[facilitator].isPresent {
            turn.tell(facilitator, .oneVoiceIsLoud(silentSectors: silentSectors(in: id)))
        }
    }

    /// "I think we all agree" is one voice. Once an area and once a test, the bot says how many have answered.
    private mutating func answerFalseConsensus(_ id: String, _ turn: inout Turn) {
        guard FalseConsensus.isClaimed(in: turn.heard.words) else { return }
        let place = test?.entry ?? 0
        guard areas[id]?.falseConsensusAnswered.contains(place) == false else { return }
        areas[id]?.falseConsensusAnswered.insert(place)
        if let proposal = proposalUnderTest {
            let silent = notAnswered
            guard !silent.isEmpty else { return }
            turn.say(.notEverybodyAnswered(answered: proposal.answers.count, silent: silent))
        } else {
            let (heard, total) = (votersHeard(in: id).count, people.presentVoters.count)
            guard heard < total else { return }
            turn.say(.notEverybodyHeard(heard: heard, of: total, silentSectors: silentSectors(in: id)))
        }
    }

    /// Those of the voters here who said something in this area.
    private func votersHeard(in id: String) -> [MemberID] {
        people.presentVoters.filter { (areas[id]?.wordsSpoken.count(of: $0) ?? 0) > 0 }
    }

    /// Sectors with voters here of whom none has spoken in this area, in the order in which they came in.
    func silentSectors(in id: String) -> [String] {
        let heard = Set(votersHeard(in: id).map { people[$0].sector })
        var silent: [String] = []
        for sector in people.presentVoters.map({ people[$0].sector })
        where !sector.isEmpty && !heard.contains(sector) && !silent.contains(sector) {
            silent.append(sector)
        }
        return silent
    }

    /// Remarks on the words of a proposal, once for each text.
    mutating func adviseOnWording(_ id: String, _ entry: Int, _ turn: inout Turn) {
        guard let proposal = proposalUnderTest else { return }
        let findings = WordingAdvice.findings(
            in: proposal.text, kind: proposal.kind, today: turn.heard.today, explained: session.namedAcronyms)
        guard !findings.isEmpty else { return }
        for case .acronym(let acronym) in findings { session.namedAcronyms.insert(acronym) }
        turn.say(.wordingAdvice(entry: entry, findings))
    }

    // MARK: The rule of agreement

    /// The rule is fixed with the first rating: people must know how agreement is tested before they take part in it.
    mutating func changeRule(_ part: RulePart, _ turn: inout Turn) throws(Refusal) {
        guard !session.hasRatings else { throw .ruleIsFixed }
        switch part {
        case .tolerance(let tolerance): setup.rule.tolerance = tolerance
        case .quorum(let quorum): setup.rule.quorum = quorum
        case .majority(let isAllowed): setup.rule.majority = isAllowed
        }
        turn.say(.ruleChanged)
    }
}
