// The speaker's own words, spoken of and not quoted: *my last line should say 14 months*, *can 22 come out please?*
extension OpeningReader {
    private static let choosing = WordSet("say put write use have")

    /// *say "most" rather than "all" and I'm content*: one wording for another, both as they would stand.
    func exchangesQuotations() -> Reading? {
        guard line.wordCount <= 20,
            let first = line.all.first(where: { !words[$0].isMark && !isSlip($0) && !isLead($0) }),
            Self.choosing.contains(words[first]), words.at(first + 1)?.isQuoted == true,
            let then = (first + 2..<words.count).first(where: { !words[$0].isQuoted }),
            ["rather", "instead", "not", "in", "over"].contains(words.key(then)),
            let other = (then..<words.count).last(where: { words[$0].isQuoted }), other - then <= 8
        else { return nil }
        return corrected(nil, from: first + 1, why: first..<then + 1)
    }

    /// Words put right or taken back by what they are called.
    func readOwnWords() -> Reading? {
        guard line.wordCount <= 24, line.context.expects != .stage, !line.isFacilitator else { return nil }
        return reworded() ?? exchanged() ?? mistaken() ?? takenOut()
    }

    private var lastIsOwn: Bool { line.context.last.map { $0.by == line.context.speaker.id } ?? false }

    /// Somebody's own words: an entry by its number, or the last.
    struct Named {
        var entry: Int?
        var end: Int
    }

    private static let lasts = WordSet("last previous earlier latest first")
    private static let nouns = WordSet(
        "line message comment post point entry remark one bit sentence statement contribution text note reply wording")
    private static let sayings = WordSet("said wrote typed put posted sent entered")
    private static let between = WordSet("just last very have earlier")

    /// *my last line*, *what I just wrote*, *that last one of mine*, *#22*.
    private func named(at index: Int) -> Named? {
        guard let word = words.at(index) else { return nil }
        if let entry = word.integer, word.hasHash || line.context.statements.has(entry) {
            return Named(entry: entry, end: index + 1)
        }
        var place = index + 1
        switch word.key {
        case "my":
            while place < words.count, Self.lasts.contains(words[place]) || words[place].key == "very" { place += 1 }
            let isNoun = Self.nouns.contains(words.key(place))
            guard place > index + 1 || isNoun else { return nil }
            return Named(entry: nil, end: isNoun ? place + 1 : place)
        case "that", "the":
            guard Self.lasts.contains(words.key(place)), lastIsOwn || words.key(index + 4) == "mine" else { return nil }
            place += 1
            while place < words.count, Self.nouns.contains(words[place]) || ["of", "mine"].contains(words[place].key) {
                place += 1
            }
            return Named(entry: nil, end: place)
        case "what":
            guard ["i", "ive"].contains(words.key(place)) else { return nil }
            place += 1
            while place < words.count, Self.between.contains(words[place]) { place += 1 }
            guard Self.sayings.contains(words.key(place)) else { return nil }
            place += 1
            while place < words.count, Self.between.contains(words[place]) || words[place].key == "now" { place += 1 }
            return Named(entry: nil, end: place)
        default: return nil
        }
    }

    private static let ownLeads = WordSet(
        """
        sorry oops whoops argh in on at for and so ah oh apologies correction note actually wait no typo id like want
        entry statement point number comment
        """)

    /// The first thing in the line that names own words, after words that lead up to it.
    private func leadingName() -> Named? {
        for index in line.all {
            if let found = named(at: index) { return found }
            guard words[index].isMark || Self.ownLeads.contains(words[index]) else { return nil }
        }
        return nil
    }

    // MARK: Put right

    private static let obliged = WordSet("should ought was were needs is supposed meant to")
    private static let saying = WordSet("say read be said been")

    /// *my last line should say 14 months*, *22 was meant to read loans*, *that should have been 2025*.
    private func reworded() -> Reading? {
        guard !line.endsInQuestion else { return nil }
        var found = leadingName()
        if found == nil, lastIsOwn,
            let that = line.all.first(where: { !words[$0].isMark && !Self.ownLeads.contains(words[$0]) }),
            ["that", "it", "this"].contains(words[that].key), ["should", "was"].contains(words.key(that + 1)),
            ["have", "meant", "supposed"].contains(words.key(that + 2))
        {
            found = Named(entry: nil, end: that + 1)
        }
        guard let found else { return nil }
        var place = found.end
        while place < words.count, Self.obliged.contains(words[place]) || words[place].key == "have" { place += 1 }
        guard place > found.end, place < found.end + 6, Self.saying.contains(words.key(place)),
            !(found.end..<place).allSatisfy({ ["is", "was", "were", "have"].contains(words[$0].key) })
        else { return nil }
        // *22 should be policy*, *my last point should be obvious*, *that should have been done years ago*: views.
        let isSlipped = (0..<found.end).contains { isSlip($0) && words[$0].key != "i" }
        if words[place].key == "be" || words[place].key == "been" && !isSlipped && !namesSaying(found.end),
            !givesFigure(from: place + 1)
        {
            return nil
        }
        return corrected(found.entry, from: place + 1, why: found.end - 1..<place + 1)
    }

    private func namesSaying(_ end: Int) -> Bool {
        (0..<end).contains { Self.sayings.contains(words[$0]) }
    }

    /// Words that can be put in the place of others: a figure, a quotation, or one thing and not another.
    private func givesFigure(from start: Int) -> Bool {
        (start..<words.count).contains {
            words[$0].kind == .number || words[$0].isQuoted || words[$0].key == "not" && $0 > start
        }
    }

    private func corrected(_ entry: Int?, from start: Int, why: Range<Int>) -> Reading? {
        let new = newWords(from: start)
        return new.text.isEmpty
            ? nil
            : Reading(.corrected(entry: entry ?? new.place?.entry, text: new.text), .plain, why: [words.slice(why)])
    }

    /// The new words of a correction that start here, and the own words that are named after them.
    func newWords(from start: Int) -> (text: String, place: Named?) {
        let end = withoutOldWords(start)
        if let quoted = quotedWhole(start..<end) { return (quoted, nil) }
        if let named = placeNamed(start..<end) { return (line.reason(start..<named.low), named.place) }
        return (line.reason(start..<end), nil)
    }

    private static let excuses = WordSet(
        """
        sorry apologies oops soz whoops typo fat thumb thumbs finger fingers my mistake autocorrect predictive text damn
        blasted phone keyboard slip of the typing too fast please thanks thank you
        """)

    /// *'badly signed', sorry, fat thumbs*: the new words are those between the marks, where nothing else is said.
    func quotedWhole(_ range: Range<Int>) -> String? {
        guard let first = words.at(range.lowerBound), first.isMark("'") || first.isMark("\""),
            let close = (range.lowerBound + 1..<max(range.lowerBound + 1, range.upperBound)).first(where: {
                words[$0].isMark(first.key)
            }),
            (close + 1..<max(close + 1, range.upperBound)).allSatisfy({
                words[$0].isMark && words[$0].key != first.key || Self.excuses.contains(words[$0])
            })
        else { return nil }
        let text = words.slice(range.lowerBound + 1..<close)
        return text.isEmpty ? nil : text
    }

    private static let beforePlaces = WordSet("in on at from")
    /// *tram drivers in my last message*, *2025 in the line above*: where the words stand that are put right.
    private func placeNamed(_ range: Range<Int>) -> (place: Named, low: Int)? {
        var high = range.upperBound
        while high > range.lowerBound, words[high - 1].isMark || CommonWords.courtesies.contains(words[high - 1]) {
            high -= 1
        }
        for index in max(range.lowerBound + 1, high - 6)..<max(range.lowerBound + 1, high)
        where Self.beforePlaces.contains(words[index]) && !words[index].isQuoted {
            if words.key(index + 1) == "the", Self.nouns.contains(words.key(index + 2)), index + 4 == high,
                words[index + 3].key == "above"
            {
                return (Named(entry: nil, end: high), index)
            }
            // *one in 14* is a figure.
            guard let next = words.at(index + 1), next.kind != .number || next.hasHash,
                let place = named(at: index + 1), place.end == high
            else { continue }
            return (place, index)
        }
        return nil
    }

    /// *for 'short' read 'small' in my last*; *make that loans, not grants*, right after own words.
    private func exchanged() -> Reading? {
        guard !line.endsInQuestion, var first = line.all.first(where: { !words[$0].isMark && !isSlip($0) }) else {
            return nil
        }
        let leading = named(at: first)
        if let leading { first = (leading.end..<words.count).first { !words[$0].isMark } ?? first }
        if words[first].key == "for",
            let read = (first + 2..<max(first + 2, min(first + 9, words.count))).first(where: {
                words[$0].key == "read"
            }), (first..<read).allSatisfy({ line.small[$0] != .speaker && !words[$0].isMark(",") }),
            read + 1 < words.count
        {
            let own = leading ?? (read..<words.count).lazy.compactMap { named(at: $0) }.first
            guard own != nil || lastIsOwn else { return nil }
            return corrected(own?.entry, from: first, why: first..<read + 1)
        }
        guard lastIsOwn, line.context.expects == nil, words[first].key == "make",
            ["that", "it"].contains(words.key(first + 1)), line.wordCount <= 12,
            (first + 2..<words.count).contains(where: { line.small[$0] == .negation || words[$0].kind == .number })
        else { return nil }
        return corrected(nil, from: first + 2, why: first..<first + 2)
    }

    private func isSlip(_ index: Int) -> Bool { OpeningReader.slips.contains(words[index]) }

    private static let wrongs = WordSet("wrong muddled mixed backwards")

    /// *I got that wrong, it's 2025*, *I wrote three, should be thirty*.
    private func mistaken() -> Reading? {
        if let said = line.clauses.first, lastIsOwn, !line.endsInQuestion, said.count <= 5,
            words.key(said.lowerBound) == "i",
            said.contains(where: { Self.sayings.contains(words[$0]) }), words.key(said.upperBound + 1) == "should",
            words.key(said.upperBound + 2) == "be", said.upperBound + 3 < words.count
        {
            return corrected(nil, from: said.upperBound + 3, why: said)
        }
        guard lastIsOwn, !line.endsInQuestion, line.clauses.count > 1,
            let head = line.clauses.first(where: { clause in
                clause.contains { Self.wrongs.contains(words[$0]) }
            }), head.count <= 6, head.upperBound + 1 < words.count,
            head.contains(where: { ["i", "ive"].contains(words[$0].key) }),
            head.contains(where: { ["that", "it"].contains(words[$0].key) }),
            ["its", "it", "that", "should"].contains(words.key(head.upperBound + 1))
        else { return nil }
        return corrected(nil, from: head.upperBound + 1, why: head)
    }

    private static let contents = WordSet("happy content fine done good in")
    private static let rightness = WordSet("right correct accurate good fine perfect ok okay done sorted")

    /// *loans, not grants*, *'free box' not 'comments box'*: the end of the words that stand now.
    private func withoutOldWords(_ start: Int) -> Int {
        let end = withoutExcuse(start, withoutContent(start))
        guard let not = (start..<max(start, end)).last(where: { words[$0].key == "not" && !words[$0].isQuoted }),
            not > start, words[not - 1].isMark, end - not <= 8
        else { return end }
        return not
    }

    /// *nineteen weeks, fat fingers*: how the slip came about is no part of the new words.
    private func withoutExcuse(_ start: Int, _ end: Int) -> Int {
        guard let mark = (start..<max(start, end)).last(where: { words[$0].isMark(",") && !words[$0].isQuoted }),
            mark > start, mark + 1 < end,
            (mark + 1..<end).allSatisfy({ Self.excuses.contains(words[$0]) || words[$0].isMark })
        else { return end }
        return mark
    }

    /// *…and that's me happy*, *…and it will do*: what a change leads to is no part of it.
    func withoutContent(_ start: Int) -> Int {
        guard
            let and = (start..<max(start, words.count)).last(where: { words[$0].key == "and" && !words[$0].isQuoted }),
            and > start + 1, words.count - and <= 7
        else { return words.count }
        let next = words.key(and + 1)
        let rest = and + 1..<words.count
        let isContent =
            [
                "im", "i", "ill", "thats", "you", "youve", "it", "were", "we", "id", "itll", "that", "thatll",
            ]
            .contains(next)
            && rest.contains {
                next == "thats" && $0 == and + 2 && words[$0].key == "me" || Self.contents.contains(words[$0])
                    || ["do", "have", "got", "support", "agree", "works", "with", "yes", "sign"].contains(words[$0].key)
            }
        // *…and it's right*
        let isRight =
            ["its", "thats", "it", "that", "then"].contains(next) && rest.count <= 5
            && rest.last { !words[$0].isMark }.map { Self.rightness.contains(words[$0]) } ?? false
        return isContent || isRight ? and : words.count
    }

    // MARK: Goodbye

    private static let goodbyes = WordSet("bye byee goodbye cheerio tara farewell hwyl ciao")
    private static let departing = WordSet("off leave leaving dash rush run shoot heading go train collect pick lot")
    private static let everybody = WordSet("all everyone everybody folks now then team guys both")
    private static let staying = WordSet("back later soon you for at")

    /// *that's me, off to the surgery, bye all*; not *bye Owen*, and not *bye for now, back at two*.
    func saysGoodbye() -> Reading? {
        guard line.wordCount <= 18, !line.endsInQuestion, line.context.expects == nil || line.context.expects == .stage,
            let bye = line.all.first(where: { OpeningReader.goodbyes.contains(words[$0]) }),
            // *nobody says goodbye*, *by the bye*
            bye == 0 || words[bye - 1].isMark || ["and", "now", "so", "thanks", "all"].contains(words[bye - 1].key),
            words.at(bye + 1).map({ $0.kind != .word || OpeningReader.everybody.contains($0) }) ?? true,
            !line.names.hasOther(than: line),
            line.all.contains(where: { OpeningReader.departing.contains(words[$0]) || isThatIsMe($0) }),
            !line.all.contains(where: { OpeningReader.staying.contains(words[$0]) })
        else { return nil }
        return Reading(.left, .plain, why: [words.slice(bye..<bye + 1)])
    }

    private func isThatIsMe(_ index: Int) -> Bool {
        words[index].key == "me" && (words.key(index - 1) == "thats" || words.key(index - 1) == "is")
    }

    // MARK: Taken back

    private static let struck = WordSet(
        "deleted removed struck withdrawn scrubbed erased scrapped wiped binned cancelled disregarded ignored")
    private static let taken = WordSet("taken take come go pulled struck")
    private static let passives = WordSet("be to come have is been gets get please just")
    private static let asking = WordSet("can could please like want would may need kindly pls must id")

    /// *can my last message be deleted?*, *I'd like 22 taken out please*.
    private func takenOut() -> Reading? {
        guard line.all.contains(where: { Self.asking.contains(words[$0]) }), line.wordCount <= 14,
            !line.has(.negation, in: line.all)
        else { return nil }
        for index in line.all.prefix(8) {
            if let own = named(at: index) {
                for place in own.end..<max(own.end, min(own.end + 4, words.count)) {
                    guard place == own.end || Self.passives.contains(words[place - 1]) else { return nil }
                    let isAway = Self.taken.contains(words[place]) && CommonWords.away.contains(words.key(place + 1))
                    if Self.struck.contains(words[place]) || isAway {
                        return Reading(.withdrawn(entry: own.entry), .plain, why: [words.slice(index..<place + 1)])
                    }
                }
                return nil
            }
            guard words[index].isMark || isLead(index) || Self.asking.contains(words[index]) else { return nil }
        }
        return nil
    }
}
