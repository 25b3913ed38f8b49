/// Reads proposals: *I propose …*, *aim: …*, *I'll publish it by March*.
struct ProposalReader {
    let line: Line
    var words: Words { line.words }
    private var inObjectives: Bool { line.context.step == .objectives }

    func read() -> Reading? {
        if let named = namedProposal() { return named }
        guard inObjectives, line.wordCount >= 4, !DissentReader(line: line).asksForRecord,
            !TalkReader(line: line).isAllBackchannel
        else { return nil }
        guard let offered = offer() else { return nil }
        guard line.endsInQuestion else { return offered }
        // *Could Sam draft it by May?* asks for one, when it names who and when.
        guard case .proposed(let parts) = offered.event, parts.owner != nil, parts.due != nil,
            parts.owner != line.context.speaker.id || Self.ownStarts.contains(words.key(0))
        else { return nil }
        return Reading(offered.event, .likely, why: offered.why)
    }

    private static let ownStarts = WordSet("i ill id might could can should may maybe perhaps")

    static let leads = WordSet(
        """
        can we could please id like to i would so and ok my the a an shared draft right well then here is as
        formally suggested new heres let me want lets for us may proposed propose first second next another one
        ill put possible wish just our settle on hereby try mine possible suggest float offer table make have as
        """)

    private func namedProposal() -> Reading? {
        let hits = line.openings
        guard let hit = hits.first(where: { isProposal($0.meaning) && opens($0) }) else {
            return stageProposal() ?? putToGroup()
        }
        // The more particular word wins: *I propose an aim*.
        var chosen = hit
        if hit.meaning == .proposeDecision,
            let next = hits.first(where: {
                isProposal($0.meaning) && $0.meaning != .proposeDecision
                    && $0.range.lowerBound <= hit.range.upperBound + 3 && $0.range.lowerBound >= hit.range.lowerBound
            })
        {
            chosen = next
        }
        if let stage = stageProposal() { return stage }
        let isQuestion = line.endsInQuestion && !["can", "could", "may"].contains(words.all.first?.key ?? "")
        let isBareNoun =
            ![
                "i", "id", "ill", "propose", "proposing", "proposed", "can", "lets", "we", "may", "let", "motion",
            ].contains(words[hit.range.lowerBound].key) && !hit.range.contains { words[$0].key == "is" }
        let end = pastAudience(chosen.range.upperBound)
        if isBareNoun, words.at(end)?.isMark != true, hit.range == chosen.range, !isToBe(chosen) { return putToGroup() }
        if seconds(hit) || isReported(hit) || isForTheMeeting(from: end) { return nil }
        if isQuestion { return nil }
        let keys = hit.range.map { words[$0].key }
        if keys.contains("test") || keys.contains("put") && !keys.contains("forward"),
            !words.all.contains(where: { $0.key == "test" })
        {
            return nil
        }
        var start = end
        while let word = words.at(start),
            word.isMark && word.key != "\""
                || ["that", "is", "for", "us", "as"].contains(word.key) && start < end + 3
        { start += 1 }
        let text = words.slice(start..<words.count)
        guard line.wordsBefore(words.count) - line.wordsBefore(min(start, words.count)) >= 2 else { return nil }
        return reading(chosen, start, text)
    }

    private func reading(_ hit: PhraseTable<OpeningMeaning>.Found, _ start: Int, _ text: String) -> Reading? {
        let why = [words.slice(hit.range)]
        switch hit.meaning {
        case .proposeAim: return Reading(.proposed(Proposed(what: .aim, text: text)), .plain, why: why)
        case .proposeObjective:
            let parts = ObjectiveReader(line: line).parts(from: start)
            let strength: Strength = parts.isHedged ? .likely : .plain
            return Reading(.proposed(parts.proposed), strength, why: why)
        case .proposePosition: return nil
        default:
            let folded = Folding.folded(text)
            if inObjectives, let parts = deedParts(from: start) {
                return Reading(.proposed(parts.proposed), .plain, why: why)
            }
            if folded.hasPrefix("we move on") || folded.hasPrefix("we break") || folded.hasPrefix("we park") {
                return nil
            }
            return Reading(.proposed(Proposed(what: .decision, text: text)), .plain, why: why)
        }
    }

    /// *I propose that Priya publishes … by March* in the objectives step is an objective when it has owner and date.
    private func deedParts(from start: Int) -> ObjectiveReader.Parts? {
        let parts = ObjectiveReader(line: line).parts(from: start)
        return parts.hasDeed && parts.proposed.owner != nil && parts.proposed.due != nil ? parts : nil
    }

    private func isProposal(_ meaning: OpeningMeaning) -> Bool {
        switch meaning {
        case .proposeDecision, .proposeAim, .proposeObjective, .proposePosition: true
        default: false
        }
    }

    private func opens(_ hit: PhraseTable<OpeningMeaning>.Found) -> Bool {
        let before = 0..<hit.range.lowerBound
        return before.count <= 8
            && before.allSatisfy {
                ProposalReader.leads.contains(words[$0]) || words[$0].isMark || words[$0].kind == .emoji
            }
    }

    /// *can I put it to the group that we are at …*, *I put it to you all that …*, *let's put … to the room*.
    private var putsToGroup: Bool {
        guard let put = words.all.prefix(8).firstIndex(where: { ["put", "putting"].contains($0.key) }),
            (0..<put).allSatisfy({
                ProposalReader.leads.contains(words[$0]) || ["i", "ill", "im"].contains(words[$0].key)
                    || words[$0].isMark
            })
        else { return false }
        return (put..<words.count).dropLast().contains { index in
            guard words[index].key == "to" else { return false }
            let next = ["the", "this", "our"].contains(words[index + 1].key) ? index + 2 : index + 1
            return [
                "group", "room", "meeting", "partnership", "everyone", "everybody", "you", "table", "board", "members",
            ]
            .contains(words.key(next))
        }
    }

    /// A stage put to the test as the position.
    private func stageProposal() -> Reading? {
        guard words.cues.contains(.proposing) else { return nil }
        let keys = words.all.map(\.key)
        let proposes =
            putsToGroup
            || keys.contains {
                ["propose", "proposed", "proposing", "test", "settle", "position", "proposal", "suggest"].contains($0)
            }
        guard proposes, line.context.test == nil else { return nil }
        let asksForIt =
            putsToGroup
            || line.openings.contains { isProposal($0.meaning) && opens($0) }
            || keys.contains("position")
                && keys.contains { ["test", "propose", "put", "settle", "as", "try", "trying"].contains($0) }
            || keys.contains("settle") && line.isFacilitator
        guard asksForIt, !line.endsInQuestion || ["can", "could", "shall"].contains(keys.first ?? "") else {
            return nil
        }
        let isPosition =
            putsToGroup || keys.contains("position") || keys.contains("settle") || line.has(.group, in: line.all)
            || keys.contains("test") || keys.contains("were")
        guard isPosition,
            let stage = StageReader(line: line).read()?.stage ?? line.context.ladder.stageNames.first(in: words)
                ?? notYetProposed()
        else { return nil }
        guard stage != SpecialStage.dontKnow, stage != SpecialStage.noView else { return nil }
        return Reading(
            .proposed(Proposed(what: .position, text: words.slice(line.all), stage: stage)), .plain,
            why: [words.slice(line.all)])
    }

    // MARK: Offers in the objectives step

    private func offer() -> Reading? {
        let parts = ObjectiveReader(line: line).parts(from: 0)
        let hasPart = parts.proposed.due != nil || parts.proposed.target != nil || parts.proposed.measure != nil
        // *that's mine, the blue mug* takes nothing on.
        guard parts.hasDeed, !isLogistics, startsEarly || hasPart && saysWhose else { return nil }
        if parts.proposed.owner == nil, !hasPart, !ObjectiveReader(line: line).seeksOwner { return nil }
        let isLikely =
            parts.isHedged || parts.proposed.owner == nil || line.has(.condition, in: 0..<min(6, words.count))
            || line.has(.condition, in: line.all)
                && words.all.contains { ["if", "once", "unless", "provided", "assuming"].contains($0.key) }
        return Reading(
            .proposed(parts.proposed), isLikely ? .likely : .plain, why: [words.slice(0..<min(words.count, 6))])
    }

    private static let treats = WordSet(
        """
        biscuits biscuit cake cakes coffee coffees tea milk kettle round drinks pint pints sandwiches doughnuts
        chocolate pizza curry crisps taxi window heating
        """)

    /// *a round*, and not *the ringing round*.
    private func isTreat(_ index: Int) -> Bool {
        guard ProposalReader.treats.contains(words[index]) else { return false }
        return words[index].key != "round" || ["a", "the", "this", "next", "my"].contains(words.key(index - 1))
    }

    private var isLogistics: Bool {
        // *I'll pick up biscuits for next time*
        if line.all.contains(where: isTreat),
            SubjectWords.weight(of: words, line.all) < 3
        {
            return ObjectiveReader(line: line).parts(from: 0).proposed.due == nil
        }
        return TalkWords.table.all(in: words, line.all).contains { $0.meaning == .logistics }
            && ObjectiveReader(line: line).parts(from: 0).proposed.due == nil
    }

    /// The deed is near the start: a story told at length is no offer.
    private var startsEarly: Bool {
        guard let first = words.all.first(where: { $0.kind == .word }) else { return false }
        if [
            "i", "ill", "im", "id", "let", "somebody", "someone", "we", "happy", "leave", "ok", "yes", "right", "so",
            "and", "owner", "lead", "by", "me", "maybe", "perhaps", "if", "could", "can",
            "might", "should", "may", "mine",
        ].contains(first.key) {
            return true
        }
        // *Today I'll take on the guide*
        if ["today", "tonight"].contains(first.key), ["ill", "i"].contains(words.key(1)) { return true }
        if ["glad", "willing", "keen", "prepared", "pleased", "delighted"].contains(first.key), words.key(1) == "to" {
            return true
        }
        // *1 of 6 does it now. I'll have all 6 doing it by May*
        let opensClause = line.clauses.contains {
            words[$0.lowerBound].key == "ill"
                || words[$0.lowerBound].key == "i" && words.key($0.lowerBound + 1) == "will"
        }
        if opensClause, line.wordCount <= 30 { return true }
        return (0..<min(6, words.count)).contains { line.names.match($0) != nil }
            || line.words.all.contains { $0.key == "owner" } || takesOnAtEnd
    }
}

extension ProposalReader {
    /// *…, that's down to me*, *…, me, by May*, *put me down for the fares*; *two weeks from today I'll send it round*.
    private var saysWhose: Bool {
        let reader = ObjectiveReader(line: line)
        return line.wordCount <= 30
            && (line.all.contains { index in
                reader.claimsAsOwn(at: index)
                    || words[index].key == "ill" && index <= 5
                        && DateReader(words: words, today: line.context.today).match(at: 0) != nil
            } || line.clauses.contains { $0.count == 1 && words[$0.lowerBound].key == "me" })
    }

    static let takings = WordSet("own lead take do run deliver handle drive manage see pick happily")

    /// *raise it from 9% to 20% by June, I'll own it*: who does it comes last, in a clause of its own.
    var takesOnAtEnd: Bool {
        guard let clause = line.clauses.last, clause.lowerBound > 0, clause.count <= 8 else { return false }
        return clause.dropLast().contains {
            if let found = line.names.match($0), ["owns", "leads", "takes"].contains(words.key(found.range.upperBound))
            {
                return true
            }
            return
                (words[$0].key == "ill" || words[$0].key == "will" || words[$0].key == "can" || words[$0].key == "to")
                && ProposalReader.takings.contains(words[$0 + 1])
        }
    }
}

extension StageNames {
    /// The first stage named anywhere in a line, by itself or as one end of a between.
    func first(in words: Words) -> String? {
        for index in words.all.indices where !words[index].isMark {
            if let found = match(words, at: index) { return found.id }
        }
        return nil
    }
}
