/// Reads what a facilitator asks the bot to do.
struct CommandReader {
    let line: Line
    private var words: Words { line.words }

    enum Outcome {
        case command(CommandMeaning, Event, why: String)
        case nothing
    }

    /// Words that sound like a request, whoever said them; nil when the line is something else.
    func read() -> (meaning: CommandMeaning, event: Event, why: String)? {
        if line.context.step == .between, let number = numberedArea() { return number }
        guard line.wordCount <= 22, !words.cues.isDisjoint(with: [.commands, .area, .more]), isRequest
        else { return nil }
        if let area = areaBeforeNext() { return area }
        let hits = CommandWords.table.all(in: words, line.all).filter { fits($0) }.map(areaAfterNext)
        if words.cues.contains(.area), let number = areaNumber() { return number }
        guard !hits.isEmpty else { return minutesAlone() }
        guard let chosen = choose(hits) else { return minutesAlone() }
        if let event = event(chosen) { return (chosen.meaning, event, words.slice(chosen.range)) }
        // *please close the session*: another request starts inside words that led to nothing.
        for place in chosen.range.dropFirst() {
            if let inside = CommandWords.table.match(words, at: place), inside.meaning != chosen.meaning, fits(inside),
                let event = event(inside)
            {
                return (inside.meaning, event, words.slice(inside.range))
            }
        }
        return minutesAlone()
    }

    private static let running = WordSet("close pause break reveal gauge session start end skip defer readback draft")

    /// A facilitator's word about what to do next, and no request: *I don't want to close this too early*.
    var speaksOfRunning: Bool {
        guard line.isFacilitator, line.wordCount <= 16,
            words.all.contains(where: { ["nobodys", "tempted", "thinking", "early", "soon"].contains($0.key) })
                || line.has(.negation, in: line.all) || line.has(.contrast, in: line.all)
                || line.has(.condition, in: line.all)
        else { return false }
        return CommandWords.table.all(in: words, line.all).contains { hit in
            hit.range.contains { CommandReader.running.contains(words[$0]) }
        }
    }

    /// A question to the room is no request; *can we…* and *could you…* are.
    private var isRequest: Bool {
        guard line.endsInQuestion else {
            if let first = words.all.first(where: { $0.kind == .word }),
                ["who", "what", "why", "how", "should", "does", "do", "did", "is", "are"].contains(first.key)
            {
                // *do a draft* asks for one; *do we have a draft* asks whether there is one.
                return first.key == "do" && !["you", "we", "they", "i", "people", "any", "not"].contains(words.key(1))
            }
            return true
        }
        let opener = words.all.prefix(6).map(\.key)
        return ["can", "could", "would", "please", "pls"].contains { opener.contains($0) }
            && !words.all.contains {
                $0.key == "think" || $0.key == "anyone" || $0.key == "anybody"
                    || $0.key == "everyone" && $0.kind == .mark
            }
    }

    private static let openers = WordSet(
        """
        please pls plz can could we you us lets ill id like right ok okay so now then thanks thank everyone
        everybody all to and bot the time it this that go i shall would good well just want let me thats
        everyones in back folks team great here need going propose think ready when a on have give take for our
        area session move do quick quickly hi hello morning alright were are is im put see get must should will
        may with of record as mark down call add been happy brilliant lovely cheers finally next another one
        more five ten minutes mins bring open start off commonground there seems looks weve got by enough votes
        answers ratings wed moving six seven eight done someone somebody peoples most there several eleven twelve
        fifteen twenty home if dont mind kindly perhaps maybe actually anyway finally lastly first everything said
        heard time up still both few many are in agreed sides our whole group room voted answered rated spoken am
        send email show share
        suggest recommend reckon finished had say ask ready guys friends chaps both over final wonderful super
        perfect lovely excellent fine
        goes stands
        stand ought produce create print prepare everybodys
        """)

    private static let putOff = WordSet("when before once after until while unless")
    private static let later = WordSet("soon later shortly eventually sometime")
    private static let postponing = WordSet("once until")

    /// The words before a request are those that people ask with.
    private func fits(_ hit: PhraseTable<CommandMeaning>.Found) -> Bool {
        let clause = line.clauses.first { $0.contains(hit.range.lowerBound) } ?? hit.range
        let isShort = hit.range.upperBound - clause.lowerBound <= 14
        var next = clause.lowerBound
        while next < hit.range.lowerBound {
            let place = next
            let word = words[place]
            next += 1
            // *let's look at the draft*: one request leads to the other.
            if let lead = CommandWords.table.match(words, at: place), lead.range.upperBound <= hit.range.lowerBound,
                hit.meaning == .draft
            {
                next = lead.range.upperBound
                continue
            }
            if word.kind != .word || CommandReader.openers.contains(word)
                || CommandWords.table.match(words, at: place) != nil
            {
                continue
            }
            if line.small[place] == .negation { return false }
            if line.names.match(place) != nil { continue }
            return false
        }
        if line.has(.negation, in: clause.lowerBound..<hit.range.lowerBound) { return false }
        if isOfThing(hit) || goesToOthers(hit) { return false }
        // *I'll reveal how old I am when Lee does*
        if hit.meaning == .reveal, ["how", "my", "who", "what", "where"].contains(words.key(hit.range.upperBound)) {
            return false
        }
        // *when we reveal I'd like Lee to speak first*
        if hit.range.lowerBound > clause.lowerBound, Self.putOff.contains(words[clause.lowerBound]) { return false }
        let rest = hit.range.upperBound..<max(hit.range.upperBound, clause.upperBound)
        if rest.contains(where: { Self.later.contains(words[$0]) }) { return false }
        // *we'll reveal once everyone has rated*
        if hit.meaning != .pause, hit.meaning != .defer, rest.contains(where: { Self.postponing.contains(words[$0]) }) {
            return false
        }
        return isShort
    }

    private static let whose = WordSet("my our your his her their")
    private static let bodies = WordSet(
        "board trustees members committee cabinet drawing team governors staff council trust")

    /// *I need to go back to my members*: somebody is to be asked, and nothing is gone back over.
    private func goesToOthers(_ hit: PhraseTable<CommandMeaning>.Found) -> Bool {
        let next = words.key(hit.range.upperBound + 1)
        return hit.meaning == .back && words.key(hit.range.upperBound) == "to"
            && (Self.whose.contains(next) || next == "the" && Self.bodies.contains(words.key(hit.range.upperBound + 2)))
    }

    private static let ofSession = WordSet(
        """
        session meeting test vote clock proceedings discussion timer gauge rating ratings area round proposal aim
        objective decision position question voting testing talk conversation room
        """)

    /// *I will pause the music*: what is to stop is no part of the session.
    private func isOfThing(_ hit: PhraseTable<CommandMeaning>.Found) -> Bool {
        guard hit.meaning == .pause || hit.meaning == .resume, hit.range.count == 1,
            ["the", "my", "your", "that"].contains(words.key(hit.range.upperBound)),
            let next = words.at(hit.range.upperBound + 1), next.kind == .word
        else { return false }
        return !Self.ofSession.contains(next)
    }

    /// *area 5 please*.
    private func areaNumber() -> (meaning: CommandMeaning, event: Event, why: String)? {
        guard line.wordCount <= 8, let at = words.all.firstIndex(where: { $0.key == "area" }),
            (0..<at).allSatisfy({
                CommandReader.openers.contains(words[$0]) || CommandWords.table.match(words, at: $0) != nil
                    || words[$0].isMark
            })
        else { return nil }
        let place = words.key(at + 1) == "number" ? at + 2 : at + 1
        guard let word = words.at(place), let number = NumberWords.value(word) else { return nil }
        return (.area, .areaChosen(String(number)), words.slice(at..<place + 1))
    }

    private static let beforeNumbers = WordSet(
        """
        right ok okay so now then lets let us we can could shall do go to on onto have take open start with for and move
        moving please next up turn over try want id like i back well ill the thanks good lovely great
        """)
    private static let afterNumbers = WordSet(
        "please pls then next now thanks thank you everyone everybody folks all team first")

    /// *number 9 please*, *9 next*: between areas, and with no other word, it is the one to open.
    private func numberedArea() -> (meaning: CommandMeaning, event: Event, why: String)? {
        guard line.wordCount <= 8,
            let at = line.all.first(where: { !words[$0].isMark && NumberWords.value(words[$0]) != nil }),
            let number = NumberWords.value(words[at]), (1...99).contains(number), words.currency(before: at) == nil
        else { return nil }
        let isNamed = ["number", "no", "area"].contains(words.key(at - 1)) || words[at].hasHash
        let low = isNamed && !words[at].hasHash ? at - 1 : at
        let rest = at + 1..<words.count
        let isAsked = rest.contains { ["next", "please", "pls"].contains(words[$0].key) }
        guard isNamed || isAsked && words[at].kind == .number,
            (0..<low).allSatisfy({ words[$0].isMark || CommandReader.beforeNumbers.contains(words[$0]) }),
            rest.allSatisfy({ words[$0].isMark || CommandReader.afterNumbers.contains(words[$0]) })
        else { return nil }
        return (.area, .areaChosen(String(number)), words.slice(low..<at + 1))
    }

    private static let notNext = WordSet(
        """
        lunch break coffee tea comfort vote item one question questions slide slides speaker person steps meeting round
        """)

    /// *care closer to home next please*: between areas, the one to open stands before the word.
    private func areaBeforeNext() -> (meaning: CommandMeaning, event: Event, why: String)? {
        guard line.context.step == .between, let next = words.all.lastIndex(where: { $0.key == "next" }),
            (next + 1..<words.count).allSatisfy({ words[$0].isMark || CommandReader.openers.contains(words[$0]) })
        else { return nil }
        let low = (0..<next).first { !words[$0].isMark && !CommandReader.openers.contains(words[$0]) } ?? next
        // *the people from Leeds are next* asks for nothing.
        let asks =
            (0..<low).contains { ["do", "take", "have"].contains(words[$0].key) }
            || (next..<words.count).contains { ["please", "pls"].contains(words[$0].key) }
        guard asks, (2...6).contains(next - low),
            (low..<next).allSatisfy({
                words[$0].kind == .word && !CommandReader.notNext.contains(words[$0]) && line.names.match($0) == nil
                    && line.small[$0] != .speaker && line.small[$0] != .negation
            })
        else { return nil }
        let area = (low..<next).map { words.text($0) }.joined(separator: "-")
        return (.area, .areaChosen(area), words.slice(low..<next + 1))
    }

    /// *let's move on to 8* names where to.
    private func areaAfterNext(_ hit: PhraseTable<CommandMeaning>.Found) -> PhraseTable<CommandMeaning>.Found {
        guard hit.meaning == .next, words.key(hit.range.upperBound) == "to" else { return hit }
        let area = PhraseTable<CommandMeaning>.Found(
            meaning: .area, range: hit.range.lowerBound..<hit.range.upperBound + 1)
        return isArea(after: area) ? area : hit
    }

    private func choose(_ hits: [PhraseTable<CommandMeaning>.Found]) -> PhraseTable<CommandMeaning>.Found? {
        let meanings = hits.map(\.meaning)
        // The more particular of two: a gauge *again*, the end of the *session*, a test *as a majority*.
        for meaning in [CommandMeaning.regauge, .majority, .extend, .resume, .end, .readback]
        where meanings.contains(meaning) {
            if meaning == .resume, meanings.contains(where: { $0 == .regauge || $0 == .start || $0 == .back }) {
                continue
            }
            return hits.first { $0.meaning == meaning }
        }
        // *show everyone the draft*, *let's look at the draft*: a draft is no area, and is not revealed.
        if let draft = hits.first(where: { $0.meaning == .draft }),
            hits.allSatisfy({ [.draft, .area, .reveal, .start].contains($0.meaning) })
        {
            return draft
        }
        if let area = hits.first(where: { $0.meaning == .area }) {
            if hits.contains(where: { $0.meaning == .next }) { return hits.first { $0.meaning == .next } }
            if isArea(after: area) { return area }
            if let other = hits.first(where: { $0.meaning != .area }) { return other }
            // *let's take a break*: another request starts inside the words that led to no area.
            return CommandWords.table.all(in: words, area.range.lowerBound + 1..<words.count).first {
                $0.meaning != .area
            }
        }
        return hits.first
    }

    private func isArea(after hit: PhraseTable<CommandMeaning>.Found) -> Bool {
        let text = areaText(after: hit.range.upperBound)
        let first = String(text.prefix { $0 != "-" })
        if text.split(separator: "-").contains(where: { ["off", "out", "back", "away", "down"].contains($0) }) {
            return false
        }
        // *take care everyone*, but *care closer to home*
        if first == "care", ["care"].contains(text) || text.hasPrefix("care-of") || text.hasPrefix("care-and") {
            return false
        }
        return !text.isEmpty && !CommandReader.notAreas.contains(WordKey(first)) && !text.hasPrefix("a-")
            && !text.hasPrefix("an-") && text.split(separator: "-").count <= 6
            && !["it", "this", "that", "lunch", "break", "vote"].contains(text) && !text.hasPrefix("the-next")
            && line.context.step != .testing
    }

    private static let notAreas = WordSet(
        """
        your my his her their some any five ten two three part parts note notes turns time stock heart another
        each every what whatever whoever them us him you me questions comments views names minutes advantage account
        more less everyone everybody all those these that this it something someone so
        """)

    private func areaText(after index: Int) -> String {
        var low = index
        while low < words.count,
            ["the", "area", "number", "no", "on", "up", "with", "to", "of", "focus"].contains(words[low].key)
                || words[low].isMark
        { low += 1 }
        var parts: [String] = []
        while low < words.count, !words[low].isMark, words[low].kind != .emoji {
            if [
                "please", "now", "then", "next", "pls", "first", "instead", "if", "thanks", "for", "today", "before",
                "shall", "everyone", "area",
            ].contains(words[low].key) {
                break
            }
            parts.append(words.text(low))
            low += 1
        }
        return parts.joined(separator: "-")
    }

    private func event(_ hit: PhraseTable<CommandMeaning>.Found) -> Event? {
        switch hit.meaning {
        case .start: return .started(areas: [])
        case .area: return .areaChosen(areaText(after: hit.range.upperBound))
        case .next: return .movedOn
        case .back: return .movedBack
        case .skip: return .skipped
        case .gauging, .regauge: return .gaugingOpened
        case .reveal: return .revealed
        case .close: return line.context.test == nil && line.context.step != .testing ? nil : .closed
        case .majority: return .majorityAsked
        case .defer: return .deferred
        case .readback: return .readBack
        case .done: return .areaDone
        case .pause: return .paused
        case .resume: return .resumed
        case .extend: return minutes().map { .extended(minutes: $0) }
        case .end: return .ended
        case .undo:
            let entry = words.all[hit.range.upperBound...].compactMap(\.integer).first
            let reason = line.first(.reason, in: hit.range.upperBound..<words.count)
            guard entry != nil || hit.range.upperBound >= words.count - 3 else { return nil }
            return .undone(entry: entry, because: reason.map { line.reason($0..<words.count) } ?? "")
        case .draft: return .draftAsked
        }
    }

    /// *five more minutes*, *10 mins more*, *another quarter of an hour*.
    private func minutesAlone() -> (meaning: CommandMeaning, event: Event, why: String)? {
        guard words.cues.contains(.more) else { return nil }
        let keys = words.all.prefix(10).map(\.key)
        let saysMinutes = keys.contains { $0.hasPrefix("minute") || $0.hasPrefix("min") || $0 == "hour" }
        let saysMore = keys.contains { ["more", "another", "extra", "extend", "longer", "add"].contains($0) }
        guard saysMinutes, saysMore, let minutes = minutes() else { return nil }
        return (.extend, .extended(minutes: minutes), words.slice(line.all))
    }

    private func minutes() -> Int? {
        for index in words.all.indices.prefix(14) {
            if let number = NumberWords.value(words[index]), (1...240).contains(number) { return number }
            if words[index].key == "quarter", words.key(index + 1) == "of" || words.key(index + 1) == "hour" {
                return 15
            }
            if words[index].key == "half", words.key(index + 1) == "an" || words.key(index + 1) == "hour" { return 30 }
        }
        return nil
    }
}

/// Small numbers in words.
enum NumberWords {
    static func value(_ word: Words.Word) -> Int? {
        if let number = word.integer { return number }
        return words[word.key]
    }
    static let words: [WordKey: Int] = [
        "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
        "eleven": 11,
        "twelve": 12, "fifteen": 15, "eighteen": 18, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60,
    ]
}
