// Dissent that its holder wants on the record, in the words of everyday: *I want it noted that the council does not
// accept this*, *can you put in the notes that I was not happy*. And, once something has been decided, dissent that
// begins with *for the record*, or that says why its holder went along.
extension DissentReader {
    /// What is to be kept beside an outcome, in its holder's words.
    func readRequest() -> Reading? {
        let context = line.context
        guard words.cues.contains(.records), !line.endsInQuestion else { return nil }
        // While a proposal is tested, what says a level is an answer to it.
        if context.test != nil, context.expects == .level, case .answer = LevelReader(line: line).read() { return nil }
        if let wish = wish, isOwnDissent(wish.said) || asksForOwnWords(wish.range) {
            return minority(wish.said, .plain, wish.range)
        }
        if context.test != nil, let wish = wish, isCharge(wish.range, wish.said) {
            return minority(wish.said, .likely, wish.range)
        }
        guard context.step == .objectives || context.step == .readback else { return nil }
        if let record = recordOpening, isOwnDissent(record.upperBound..<words.count) {
            return minority(record.upperBound..<words.count, .likely, record)
        }
        if let along = wentAlong { return minority(line.all, .likely, along) }
        return nil
    }

    /// Whether somebody asks to have something noted, whatever it is: no offer to do anything.
    var asksForRecord: Bool { words.cues.contains(.records) && wish != nil }

    private func minority(_ range: Range<Int>, _ strength: Strength, _ why: Range<Int>) -> Reading? {
        let text = words.slice(range)
        return text.isEmpty ? nil : Reading(.minorityStated(text: text), strength, why: [words.slice(why)])
    }

    // MARK: The wish

    /// The words without one of which nothing is asked for the record.
    static let requestWords = participles.words + verbs.words + places.words + assents.words

    private static let wishing = WordSet("want wants like wish please can could may might must need insist ask")
    private static let participles = WordSet("noted minuted recorded written registered logged documented")
    private static let verbs = WordSet("note minute record log write put get enter add register")
    private static let places = WordSet("notes minutes record records log")
    private static let telling = WordSet("show say state reflect include read")
    private static let wishMost = 14
    private static let afterWish = WordSet("that down please here to me")

    /// *I want it noted that*, *please put in the notes that*, *let the record show*: the wish, and what is to be
    /// recorded.
    private var wish: (range: Range<Int>, said: Range<Int>)? {
        let lead = 0..<min(words.count, Self.wishMost)
        guard let end = lead.first(where: { endsWish($0) }), isOwnWish(0..<end) else { return nil }
        var low = endOfOwnWords(end + 1) ?? end + 1
        while low < words.count,
            words[low].isMark || Self.afterWish.contains(words[low])
                || Self.places.contains(words[end]) && Self.telling.contains(words[low])
        {
            low += 1
        }
        // *I want my unhappiness noted*: it stands before.
        if low >= words.count { return Self.participles.contains(words[end]) ? (0..<end + 1, line.all) : nil }
        // *minute me as unhappy with this* is kept whole.
        return (0..<low, words[low].key == "as" ? line.all : low..<words.count)
    }

    /// *minuted in my own words*: whoever says so has a view to be kept, whatever it is.
    private func asksForOwnWords(_ wish: Range<Int>) -> Bool { wish.contains { endOfOwnWords($0) != nil } }

    private func endOfOwnWords(_ index: Int) -> Int? {
        guard words.key(index) == "in", ["my", "our"].contains(words.key(index + 1)) else { return nil }
        let place = words.key(index + 2) == "own" ? index + 3 : index + 2
        return words.key(place) == "words" ? place + 1 : nil
    }

    private func endsWish(_ index: Int) -> Bool {
        let word = words[index]
        guard !word.isQuoted else { return false }
        let before = 0..<index
        if Self.participles.contains(word) { return before.contains { Self.wishing.contains(words[$0]) } }
        let next = words.key(index + 1)
        if Self.places.contains(word) {
            if next == "to" { return Self.telling.contains(words.key(index + 2)) && isWished(before) }
            guard next == "that" || words.at(index + 1)?.isMark == true || Self.telling.contains(next) else {
                return false
            }
            // *put in the notes that*, *have it on record that*, *let the record show*; not *it says in the minutes
            // that*.
            let isPut = before.contains { Self.verbs.contains(words[$0]) && isHead($0) }
            return isPut || isWished(before)
        }
        if Self.telling.contains(word) { return Self.places.contains(words.key(index - 1)) && isWished(before) }
        return Self.verbs.contains(word) && ["that", "my", "me"].contains(next) && isHead(index)
            && !["put", "get", "add"].contains(word.key)
    }

    private func isWished(_ before: Range<Int>) -> Bool {
        before.contains { Self.wishing.contains(words[$0]) || words[$0].key == "let" || words[$0].key == "id" }
    }

    private static let leads = WordSet(
        "please can could you we would and but so then ok just also id like want to i must should may let kindly pls")

    /// Whether only words that lead up to a request stand before.
    private func isHead(_ index: Int) -> Bool {
        (0..<index).allSatisfy {
            words[$0].isMark || Self.leads.contains(words[$0]) || line.names.match($0) != nil
        }
    }

    /// *I want it noted*, *please minute*; not *he wants it noted*, *no need to have it minuted*.
    private func isOwnWish(_ range: Range<Int>) -> Bool {
        !line.has(.negation, in: range) && !line.has(.past, in: range) && !line.has(.condition, in: range)
            && !range.contains { ["he", "she", "they", "no", "who"].contains(words[$0].key) }
    }

    private static let charges = WordSet(
        """
        no nobody none never only without not too against failed missing ignored refused neither nothing ignoring unheard
        """)

    /// *I want it noted that the council has not seen the list*: a charge for the record, while something is tested; not
    /// *I want it noted that Una did it all*.
    private func isCharge(_ wish: Range<Int>, _ said: Range<Int>) -> Bool {
        let isForRecord = wish.contains {
            Self.participles.contains(words[$0]) || Self.places.contains(words[$0]) || words[$0].key == "minute"
        }
        return isForRecord && line.wordCount - wish.count > 3
            && (line.has(.negation, in: said) || line.has(.worry, in: said)
                || said.contains { Self.charges.contains(words[$0]) && !words[$0].isQuoted })
    }

    // MARK: For the record

    /// *for the record*, *just for the minutes* at the head of a line.
    private var recordOpening: Range<Int>? {
        let start = words.all.indices.first {
            !words[$0].isMark && !["just", "and", "but", "ok"].contains(words[$0].key)
        }
        guard let start, ["for", "on"].contains(words.key(start)), words.key(start + 1) == "the",
            Self.places.contains(words.key(start + 2))
        else { return nil }
        let finder = ReferenceFinder(line: line)
        let namesOther = line.all.contains { finder.match(at: $0).map { $0.kind != .deictic } ?? false }
        return namesOther ? nil : 0..<start + 3
    }

    private static let assents = WordSet("went agreed said voted supported")

    /// *I only went along to save time*, *I went along with it under protest*: what was behind a yes.
    private var wentAlong: Range<Int>? {
        guard
            let verb = line.all.first(where: {
                Self.assents.contains(words[$0])
                    && (words[$0].key != "went" || words.key($0 + 1) == "along")
                    && (words[$0].key != "said" || words.key($0 + 1) == "yes")
            }), verb <= 4, line.has(.speaker, in: 0..<verb)
        else { return nil }
        let isOnly = (0..<verb).contains { words[$0].key == "only" }
        let protest = (verb..<words.count).first { words[$0].key == "protest" && words.key($0 - 1) == "under" }
        return isOnly || protest != nil ? 0..<(protest ?? verb) + 1 : nil
    }

    // MARK: Dissent in it

    private static let assentings = WordSet(
        """
        accept accepts accepted agree agrees agreed support supports supported happy comfortable satisfied content
        convinced favour approve approves approved back backs endorse endorses like likes want wants persuaded enough
        consent consented sign signed right fair keen pleased buy believe
        """)
    private static let dissenting = WordSet(
        """
        unhappy unhappiness against opposed oppose opposes object objects objected disagree disagrees disagreed
        disagreement dissent dissents dissented reservations reservation doubts concerns misgivings worried uneasy
        unease disquiet protest reluctantly rejects reject rejected refuses refuse refused objection objections
        opposition disappointed dissatisfied unconvinced dissatisfaction
        """)

    /// Whether these words are against something, and are not somebody else's in the room.
    private func isOwnDissent(_ range: Range<Int>) -> Bool {
        let low = range.lowerBound
        let others = (low..<min(low + 3, range.upperBound)).contains { index in
            ["you", "he", "she", "they"].contains(words[index].key)
                || line.names.match(index)?.people.contains { $0.id != line.context.speaker.id } ?? false
        }
        guard !others else { return false }
        return range.contains { index in
            guard !words[index].isQuoted else { return false }
            let before = max(low, index - 5)..<index
            let isDenied =
                line.has(.negation, in: before) || before.contains { ["no", "not", "never"].contains(words[$0].key) }
            if Self.dissenting.contains(words[index]) { return !isDenied }
            return Self.assentings.contains(words[index]) && isDenied
        }
    }
}
