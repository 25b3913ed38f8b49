// What people say of their own earlier words, their ties and their views, where only the discussion shows what is
// meant.
extension ReadingInPlace {
    // MARK: Words put right

    private static let auxiliaries = WordSet(
        "do does did is are was were am be been will would should shall can could have has had must may might")
    /// The new words may be so many more than those in whose place they come.
    private static let exchangedMax = 3

    /// *typo, £25,000 not £20,000*: what stands after *not* is looked for in the speaker's last statement, and what
    /// stands before it takes its place. *I meant every contract over £25,000* goes on from the words that it repeats.
    /// The holder is shown the whole new sentence, and asked.
    func exchange(_ words: String, in discussion: Discussion) -> Reading? {
        guard let last = discussion.last, let entry = discussion.statementJustMade(by: speaker, before: last.entry),
            let statement = context.statements.find(entry)
        else { return nil }
        let now = Words(statement.text)
        if let swapped = swapped(now, words) {
            return Reading(.corrected(entry: entry, text: swapped.text), swapped.strength, why: ["not"])
        }
        // Words as long as the statement stand for all of it.
        let given = Words(words)
        let isWhole = given.all.count { !$0.isMark } * 4 >= now.all.count { !$0.isMark } * 3
        guard !isWhole || given.all.first?.key != now.all.first?.key, let joined = joined(now, given) else {
            return nil
        }
        return Reading(.corrected(entry: entry, text: joined), .likely, why: [words])
    }

    /// The statement with one run of words in the place of another.
    private func swapped(_ now: Words, _ words: String) -> (text: String, strength: Strength)? {
        let all = line.words
        guard let not = line.all.last(where: { all[$0].key == "not" }), not > 0,
            not + 1 < all.count,
            // *I meant we do not publish them* denies something, and exchanges nothing.
            !ReadingInPlace.auxiliaries.contains(all[not - 1])
        else { return nil }
        let old = trimmed(all, not + 1..<all.count)
        // The longest run after *not* that stands in the statement.
        var end = old.upperBound
        while end > old.lowerBound {
            if let place = find(all, old.lowerBound..<end, in: now) {
                // The new words stand right before *not*, and began where the correction did.
                let start = startOfNew(all, before: not, words)
                guard start < not, not - start <= end - old.lowerBound + ReadingInPlace.exchangedMax else {
                    return nil
                }
                let isWhole = end == old.upperBound
                let text = replaced(now, place, with: typed(all, start..<not))
                return (text, isWhole ? .plain : .likely)
            }
            end -= 1
        }
        return nil
    }

    private func trimmed(_ words: Words, _ range: Range<Int>) -> Range<Int> {
        var low = range.lowerBound
        var high = range.upperBound
        while high > low,
            words[high - 1].isMark && words[high - 1].key != "%" || CommonWords.courtesies.contains(words[high - 1])
        {
            high -= 1
        }
        while low < high, words[low].isMark { low += 1 }
        return low..<high
    }

    /// Where the words of the correction begin in the line.
    private func startOfNew(_ all: Words, before not: Int, _ words: String) -> Int {
        let given = Words(words)
        guard let first = given.all.first(where: { !$0.isMark }) else { return not }
        return (0..<not).first { all[$0].key == first.key && !all[$0].isMark } ?? not
    }

    /// Where a run of words stands in another text, marks left aside.
    private func find(_ words: Words, _ range: Range<Int>, in text: Words) -> Range<Int>? {
        let wanted = words.all[range].filter { !$0.isMark }.map(\.key)
        guard !wanted.isEmpty else { return nil }
        let places = text.all.indices.filter { !text[$0].isMark }
        guard places.count >= wanted.count else { return nil }
        for start in 0...(places.count - wanted.count)
        where wanted.indices.allSatisfy({ text[places[start + $0]].key == wanted[$0] }) {
            return places[start]..<places[start + wanted.count - 1] + 1
        }
        return nil
    }

    /// With the sign of money before it, as typed.
    private func typed(_ words: Words, _ range: Range<Int>) -> String {
        var high = range.upperBound
        while high > range.lowerBound, words[high - 1].isMark, words[high - 1].key != "%" { high -= 1 }
        guard high > range.lowerBound else { return "" }
        return (words.currency(before: range.lowerBound) ?? "")
            + words.slice(bytes: Int(words[range.lowerBound].start)..<Int(words[high - 1].end))
    }

    private func replaced(_ text: Words, _ range: Range<Int>, with new: String) -> String {
        let sign = text.currency(before: range.lowerBound)
        let start = Int(text[range.lowerBound].start) - (new.hasPrefix(sign ?? "?") ? sign?.utf8.count ?? 0 : 0)
        return text.slice(bytes: 0..<start) + new
            + text.slice(bytes: Int(text[range.upperBound - 1].end)..<text.text.utf8.count)
    }

    /// The statement up to the words that the correction repeats, and on with the correction: *publish every contract*
    /// and *every contract over £25,000*.
    private func joined(_ now: Words, _ given: Words) -> String? {
        let places = given.all.indices.filter { !given[$0].isMark }
        guard let first = places.first else { return nil }
        for count in stride(from: min(places.count - 1, 6), through: 1, by: -1) {
            let lead = first..<places[count - 1] + 1
            guard let place = find(given, lead, in: now), place.lowerBound > 0,
                count > 1 || ContentWords.stem(now.text(place.lowerBound)) != nil
            else { continue }
            return replaced(now, place, with: typed(given, first..<given.count))
        }
        return nil
    }

    // MARK: Words taken back

    private static let abouts = WordSet("about on regarding")

    /// *I take back what I said about the villain*: the latest own statement that speaks of it.
    func withdrawnByContent(_ reading: Reading, in discussion: Discussion) throws(Refusal) -> Reading? {
        let words = line.words
        guard case .withdrawn(nil) = reading.event,
            let said = line.all.first(where: {
                words[$0].key == "said" && ["i", "ive"].contains(words.key($0 - 1))
                    && Self.abouts.contains(words.key($0 + 1))
            })
        else { return nil }
        let end = line.clauses.first { $0.contains(said) }?.upperBound ?? words.count
        let own = context.statements.by([context.speaker])
        let about = Words(words.slice(said + 2..<max(said + 2, end)))
        guard !about.all.isEmpty else { return nil }
        let scored = own.map { ($0.entry, ContentMatch.shared(about, 0..<about.count, [$0.text]).count) }
        guard let most = scored.map(\.1).max(), most > 0, let entry = scored.last(where: { $0.1 == most })?.0 else {
            throw .whichLine(latest: discussion.latestStatement(of: speaker))
        }
        return Reading(.withdrawn(entry: entry), .plain, why: reading.why)
    }

    // MARK: Minds and agreements

    private static let changing = WordSet("change changes changing")
    private static let supposing = WordSet("id would could might will wed")

    /// *I'd change my mind if ten charities won contracts*, from the holder of a minority view here.
    func mindChanger(insteadOf reading: Reading, in discussion: Discussion) -> Reading? {
        let words = line.words
        guard context.test == nil, !line.endsInQuestion, line.has(.condition, in: line.all),
            let mind = line.all.first(where: {
                words[$0].key == "mind" && Self.possessives.contains(words.key($0 - 1))
                    && Self.changing.contains(words.key($0 - 2))
            }),
            let view = discussion.area?.minorityViews.last(where: { $0.by == speaker && !$0.isStruck })
        else { return nil }
        let isSupposed =
            (0..<mind).contains { Self.supposing.contains(words[$0]) }
            || (mind..<words.count).contains { words[$0].key == "would" } || words.key(mind - 2) == "changes"
        guard isSupposed, !line.has(.negation, in: max(0, mind - 4)..<mind) else { return nil }
        let value = line.first(.condition, in: mind..<words.count).map { words.slice($0..<words.count) } ?? text
        return Reading(
            .viewPartGiven(.mind, item: nil, value: value), view.mind == nil ? .plain : .likely, why: ["change my mind"]
        )
    }

    /// *I've changed my mind about 14*, from somebody who agreed with it: they agree no longer, so it counts at once.
    /// Where they were against it, they are asked.
    func agreementOver(_ reading: Reading, in discussion: Discussion) -> Reading? {
        guard case .positionTaken(let targets, .unsure, _) = reading.event, reading.strength == .likely,
            targets.count == 1, let area = discussion.area, let index = area.statementIndex(targets[0]),
            area.statements[index].position(of: speaker)?.stance == .agree,
            PositionReader(line).changedMind() != nil
        else { return nil }
        return Reading(reading.event, .plain, why: reading.why)
    }

    // MARK: Ties

    /// *my husband is a director of the caterers*, where interests were asked for: heard, so that its holder is asked.
    func tie(insteadOf reading: Reading, in discussion: Discussion) -> Reading? {
        guard reading.event.isTalk, !context.isPrivate, context.test == nil,
            discussion.step == .gathering || discussion.area?.hasAskedInterests == true,
            InterestTies(line: line).areTold
        else { return nil }
        return Reading(.interestDeclared(text: text), .likely, why: ["tie"])
    }

    // MARK: A view beside an outcome

    /// What somebody says next who was asked for their minority view. In the room that may be about anything: there it
    /// stays what it is, and its holder is asked.
    func minorityView(insteadOf reading: Reading, in discussion: Discussion) -> [Reading]? {
        guard reading.event.isTalk, let outcome = discussion.outcomeAskingForView(of: speaker) else { return nil }
        let mayBeForAll = !context.isPrivate
        if mayBeForAll, outcome != .majorityWithMinorityView || reading.event == .chatted { return nil }
        var asked = context
        asked.expects = .text
        guard let view = Reader.read(text, in: asked).first, case .minorityStated(let part) = view.event else {
            return nil
        }
        // All of it is kept to the last full stop, as was promised.
        let isWhole = part == line.words.slice(line.all)
        let event = Event.minorityStated(text: isWhole ? text.trimmed : part)
        return mayBeForAll
            ? [reading, Reading(event, .likely, why: view.why)] : [Reading(event, view.strength, why: view.why)]
    }

    // MARK: At the read-back

    private static let wrongs = WordSet("wrong wrongly incorrect inaccurate")
    private static let sayings = WordSet("said say meant wrote typed mean")
    private static let sayers = WordSet("i we")
    private static let recorded = WordSet("it that mine")
    private static let putAs = WordSet("say read be have")

    /// *That's not what I said, I said …*, *no, that's wrong, it should say …*, after everything was read out:
    /// something is recorded wrongly, and how it is put right is what the speaker hears. It is no position on
    /// anybody's statement.
    func readWrongly(_ reading: Reading, in discussion: Discussion) -> Reading? {
        guard discussion.step == .readingBack, context.test == nil, !line.endsInQuestion,
            discussion.latestQuestion(of: speaker) == nil, numbersAreAbsent
        else { return nil }
        switch reading.event {
        case .stated, .chatted: break
        case .positionTaken(_, let stance, _) where stance != .agree: break
        default: return nil
        }
        let lead = 0..<min(line.words.count, 9)
        let words = line.words
        let isWrong = lead.contains {
            Self.wrongs.contains(words[$0])
                || words[$0].key == "right" && line.has(.negation, in: max(0, $0 - 2)..<$0)
                || words[$0].key == "right" && words.key($0 - 1) == "that" && words.key($0 - 2) == "put"
        }
        let isDenied = lead.contains {
            Self.sayings.contains(words[$0]) && Self.sayers.contains(words.key($0 - 1))
                && line.has(.negation, in: max(0, $0 - 5)..<$0)
                || Self.sayings.contains(words[$0]) && line.has(.negation, in: max(0, $0 - 1)..<$0)
                    && line.has(.speaker, in: max(0, $0 - 3)..<$0)
        }
        let should = lead.contains {
            words[$0].key == "should" && Self.putAs.contains(words.key($0 + 1))
                && Self.recorded.contains(words.key($0 - 1))
        }
        guard isWrong || isDenied || should else { return nil }
        return Reading(.answered(yes: true), .plain, why: ["wrong"])
    }

    private var numbersAreAbsent: Bool { !line.words.all.contains(where: \.hasHash) }
}
