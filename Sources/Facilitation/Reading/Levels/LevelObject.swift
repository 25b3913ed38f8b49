// Whether an answer is about the proposal under test, or its words about something else.
extension LevelReader {
    static let ownObjects = WordSet(
        """
        this it that the from as with me here to on for and my our at now in overall then today because since if
        once subject provided assuming unless until only yes is too us proposal aim objective decision position
        wording statement one long so am i reluctantly though but please all both strongly fully gladly happily
        wholeheartedly very getting doing moving going draft text worded written drafted stands behind level
        each its we not mate folks everyone chair yet even although conditional conditionally pending when
        providing wording idea principle direction plan approach w what a no while like would objection this go
        them good anyway whatever or of every word seeing without just by into well either any reservation
        reservations caveat some pls plz cheers ta folks chaps friends colleagues then tonight course minus
        excluding excepting omitting barring under protest duress sake
        whatsoever myself ourselves own tidy mate pal hen butt o ae yin yins folk chum either recommendation motion
        resolution
        harmony peace tomorrow conditions condition change changes amendment amendments tweak tweaks edits edit minor
        you
        """)

    private static let clauseStarts = WordSet("its thats hes shes theyre were ive im they you theres youve weve")
    private static let nearTest = WordSet(
        "this it that from behalf proposal aim objective decision position me recommendation motion text")

    private static let agreeing = WordSet("agree agreed")
    private static let pronouns = WordSet("this that it these those they")
    private static let claiming = WordSet(
        """
        is are isnt arent was were would wouldnt will wont could might may must has have does goes makes looks sounds
        feels seems puts leaves hits harms hurts takes costs
        """)
    /// So many words after *that* a claim's verb is looked for.
    private static let claimMax = 7

    /// *Agreed, this would do harm*, *I agree that small firms are left out*: what is agreed with is what comes next, and
    /// that may speak against the proposal.
    func agreesWithOwnClaim(_ yes: Range<Int>) -> Bool {
        guard Self.agreeing.contains(words[yes.upperBound - 1]) else { return false }
        var next = yes.upperBound
        if words.at(next)?.isMark(",") == true { next += 1 }
        guard let word = words.at(next), Self.pronouns.contains(word) else { return false }
        if words.at(next + 1).map(Self.claiming.contains) == true { return true }
        guard word.key == "that" else { return false }
        let end = min(line.sentenceEnd(next), next + Self.claimMax)
        return (next + 1..<max(next + 1, end)).contains { Self.claiming.contains(words[$0]) }
    }

    /// *I can't support it for the reasons Una gave*: what is refused is the proposal, whoever is named after it.
    func refusesTest(_ range: Range<Int>) -> Bool {
        guard ["it", "this"].contains(words.key(range.upperBound)),
            case .level(let level, _) = LevelWords.table.match(words, at: range.lowerBound)?.meaning
        else { return false }
        return level.stops
    }

    /// *support the biscuits* is about something else; *support it as worded* is about the proposal.
    func isObjectElsewhere(after index: Int, _ level: Level, _ clause: Range<Int>) -> Bool {
        guard index < clause.upperBound, level.supports && level != .reservation || level == .block else {
            return false
        }
        if words[index].key == "is" || words[index].key == "of" && level == .block || words[index].key == "are" {
            return true
        }
        if words.key(index - 1) == "agreed", ArrangementReader(line: line).isWithSomebody(at: index) { return true }
        // *agreed by everybody* tells of others.
        if words[index].key == "by", level.supports {
            return !["me", "us", "our", "my", "and"].contains(words.key(index + 1))
        }
        // *I block nothing*
        if level == .block, ["nothing", "nobody", "none"].contains(words[index].key) { return true }
        // *+1 from up the hill* says whose it is.
        guard level.supports, words.key(index - 1) != "from" else { return false }
        // *fully behind on my emails* is late.
        if words.key(index - 1) == "behind", ["on", "with"].contains(words[index].key) { return true }
        let test = line.context.test.map { Folding.folded($0.text).split(separator: " ").map(String.init) } ?? []
        let stems = Set(test.compactMap(ContentWords.stem))
        var seenOwn = false
        for place in index..<min(index + 5, clause.upperBound) {
            let word = words[place]
            if word.kind != .word { continue }
            // *I'd support it wholeheartedly were there money behind it*
            if isInversion(place) || Self.lackWords.contains(word) { return false }
            // *it gets my vote the day somebody funds it*
            if ["day", "minute", "moment"].contains(word.key), words.key(place - 1) == "the" { return false }
            if line.small[place] == .condition || line.small[place] == .reason || line.small[place] == .contrast
                || line.small[place] == .joint || line.small[place] == .worry || line.small[place] == .speaker
            {
                return false
            }
            // *full support, its my own idea* without the mark: another clause begins.
            if place > index, Self.clauseStarts.contains(word) { return false }
            if Self.nearTest.contains(word) {
                seenOwn = true
                if word.key != "that" { return false }
            }
            if LevelReader.ownObjects.contains(word) || word.key.hasSuffix("ly")
                || LevelWords.table.match(words, at: place) != nil
            {
                continue
            }
            if line.small[place] != nil { continue }
            if line.context.ladder.stageNames.match(words, at: place) != nil { return false }
            if let name = line.names.match(place) {
                // *full support for Ann, she's had a rough week*; not *full support for Ann's wording*.
                let isPerson = words[place - 1].key == "for" && !words[name.range.upperBound - 1].isPossessive
                return seenOwn || isPerson && level.supports
            }
            if let stem = ContentWords.stem(words.text(place)), stems.contains(stem) { return false }
            return !seenOwn
        }
        return false
    }

    // MARK: Full

    /// *Full*, *a full from me*, *my level is full*; not *the full text*, and not *it is full*.
    func isFullAlone(_ index: Int, _ clause: Range<Int>) -> Bool {
        let before = (leadInEnd(clause, before: index)..<index).map { words.key($0) }
        let namesAnswer = before.contains { ["level", "answer", "vote", "mine"].contains($0) }
        guard before.allSatisfy({ Self.beforeFull.contains($0) || namesAnswer && $0 == "is" }) else {
            return false
        }
        // *full… of cold*
        let after = (index + 1..<words.count).first { !words[$0].isMark }
        if let after, words[after].key == "of" { return false }
        guard let next = words.at(index + 1), !next.isMark, next.kind == .word else { return true }
        return [
            "from", "on", "for", "here", "please", "and", "because", "as", "but", "if", "once", "though", "supporter",
            "full", "instead",
        ].contains(next.key)
    }

    /// What may stand before *full* for it to be an answer.
    private static let beforeFull = WordSet(
        """
        a actually am and answer as at change changed changing down for give go going i id ill im ive level
        make mark me mine move moved moving my now ok please put say then to vote well with yeah yep yes us
        our upgrade upgrading bump about type click tick was count shift shifting switch switching log register record full
        """)
}
