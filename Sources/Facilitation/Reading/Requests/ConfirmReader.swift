/// Words that answer a question the bot put.
enum ConfirmMeaning: UInt8, Sendable { case yes, likelyYes, no, later }

enum ConfirmWords {
    static let table = PhraseTable(.confirmations, entries)
    static let entries: [PhraseTable<ConfirmMeaning>.Entry] =
        yeses.map { row($0, .yes) } + likely.map { row($0, .likelyYes) } + noes.map { row($0, .no) }
        + laters.map { row($0, .later) } + offers(willing).map { row($0, .yes) }
        + offers(wavering).map { row($0, .likelyYes) }

    private static let willing = phrases(
        """
        ill, i will, i shall, i can, happy to, im happy to, glad to, im glad to, ill gladly, id be happy to,
        id be glad to
        """)
    private static let wavering = phrases("id, i would, i could, i might, prepared to, willing to")

    /// *I'll own that*, *happy to take it on*: an objective that somebody answers for.
    private static func offers(_ leads: [String]) -> [String] {
        leads.flatMap { lead in
            ["it", "that", "this", "that one", "this one"].flatMap { thing in
                [
                    "own \(thing)", "lead \(thing)", "lead on \(thing)", "take \(thing) on", "take on \(thing)",
                    "pick \(thing) up", "see to \(thing)",
                ].map { "\(lead) \($0)" }
            }
        }
    }

    static let yeses = phrases(
        """
        yes, yep, yup, correct, confirmed, i confirm, thats right, that is right, thats correct,
        that is correct, thats my view, yes please, confirm, word for word, thats it exactly, exactly right,
        happy with that, happy with the wording, thats what i said, thats what i meant, spot on, accurate,
        thats accurate, aye, that captures it, captures it, thats fair, please record it, record it,
        put it down, yes it is, i do, thats exactly it, thats exactly right, perfect, yes thats me,
        quite right, absolutely, definitely, ill do it, ill take it, happy to own, happy to do it,
        happy to take it, approved, bang on, verbatim, that is what i meant, i will, i shall, yes i will,
        that is what i said, all correct, that is my view, thats my position, yes exactly, exactly, indeed,
        thats me, affirmative, ill do that, ill do this, ill lead, ill take that, ill take this,
        happy to do that, happy to do this, happy to take that, happy to lead, glad to, glad to do it,
        happy to, im happy to, leave it with me, consider it done, count on me, i accept, i accept that,
        i agree to that, i agree to it, ill be the owner, ill be owner, im the owner, ill get it done,
        with pleasure, by all means, certainly, thats one for me, thats mine, its mine, im on it, im up for it,
        yes ill do it, yes happy to, yes i can, i can do that, i can do it, i can take that, yes of course,
        of course, yes thats right, yes it does, it does, it is, yes that is right, that is exactly right,
        thats exactly what i said, thats exactly what i meant, exactly what i said, exactly what i meant,
        my words exactly, my view exactly, in my own words, yes it is right, you have it, youve got it,
        got it right, you got it right, you have it right, youve got it right, youve got me right,
        that is my position, that is how i see it, thats how i see it, agreed, i agree, yes record it,
        yes record that, record that, please record that, keep it as it is, keep it like that,
        leave it as it is, leave it like that, fine to record, happy for it to be recorded,
        happy for that to go in, happy for it to go in, i stand by it, i stand by that, stand by that,
        stand by it, thats how i put it, thats what i said exactly, thats it, that is it, id be delighted,
        delighted to, delighted, id be glad to, id be happy to, id love to, be honoured to, id be honoured,
        be happy to, be glad to, that is how i meant it, thats how i meant it, that is how i said it, thats how i said it,
        that is how i put it, thats exactly how i meant it, thats just how i meant it, thats what i was saying,
        that is what i was saying, that was what i meant, that was my meaning, thats my meaning, that is my meaning,
        you have me right, you had me right, you got me right, you have that right, youve got that right,
        you got that right, youve that right, youve me right, you had it right
        """)
    static let likely = phrases(
        """
        ok, okay, k, y, fine, thats fine, yeah, sure, i suppose, i suppose so, i guess, i guess so,
        good enough, close enough, near enough, will do, go on then, leave it in, alright, all right,
        if you like, i think so, 👍, 👌, ✅, more or less, put me down, it will do, itll do, fair enough, cool,
        thats ok, thats okay, looks right, looks fine, looks ok, that works, works for me, go ahead,
        probably, sounds right, ish, about right, mm, mhm, ya, good, great, fine by me, no problem,
        no changes, nothing to change, nothing to correct, nothing wrong, not wrong, not bad, leave it,
        lovely, aye right, oh aye, aye aye, it is right, is right, its right, its fine, it is fine,
        is correct, its correct, it is correct, reads right, reads well, reads fine, sounds fine,
        sounds like me, looks good, sounds good, looks like it, seems right, seems fine, looks about right,
        sounds about right, near as makes no difference, ill live with it, i can live with it,
        live with that, i can live with that, close, not far off, good as it gets, as good as any,
        i believe so, i reckon so, i expect so, i should think so, i imagine so, suppose so, think so,
        im not fussed, not fussed, whatever, dont mind, i dont mind, dont mind it, dont mind that,
        ok with me, okay with me, ok by me, fine with me, fine for me, good with that, good by me, im good,
        im fine with that, im ok with that, im okay with that, no objection, no objections, no complaints,
        wont argue, i wont argue, cant argue, cant argue with that, cant complain, give it a go,
        ill give it a go, ill try, i can try, ill have a go, go for it, do it, put me in, yeah go on, go on,
        aye go on, oh go on, oh all right, oh alright, safe, sorted, deal, roger, no bother, no probs,
        no problem at all, no worries, no trouble, id say so, i would say so, it is what it is,
        ill do my best, do my best,
        its grand, thats grand, it is grand, carry on,
        dont touch it, dont touch that, dont touch a thing, dont touch a word, dont change it, dont change that,
        dont change anything, dont change a thing, dont change a word, dont alter it, dont alter a thing,
        wouldnt change it, wouldnt change a thing, wouldnt change a word, wouldnt change anything, wouldnt touch it,
        no issues, no issue, keep it, stet, if i must,
        no need to change, no need to change it, no need to change anything, no need to change that, leave well alone,
        nothing to add, no quibbles, no quibble, no notes, no edits, no corrections, no amendments, no tweaks,
        its good, it is good, thats good, all good, thatll do, that will do, itll pass, sort of, kind of,
        couldnt have put it better, couldnt have said it better, could not have put it better, to the letter
        """)
    /// Neither: the answer is put off.
    static let laters = phrases(
        """
        ill ask, ill check, i will ask, i will check, ill have to ask, ill have to check, let me check, let me ask,
        let me think, let me think about it, ill think about it, need to think, need to think about it,
        ill get back to you,
        ill come back to you, ill let you know, ill see, i will see, well see, we shall see, let me see, ask me later,
        ask me tomorrow, need to ask, need to check, give me a minute, let me read it, let me read
        """)
    static let noes = phrases(
        """
        that is not it, thats not it,
        no, nope, nah, not right, thats not right, not correct, not what i said, not what i meant,
        thats not what i said, thats not what i meant, wrong, incorrect, not me, dont put my name,
        not quite, not really, i didnt say, i never said, dont record, do not record, take it out,
        leave it out, not mine, thats not mine, not my view, didnt say that, not accurate, isnt right,
        isnt correct, isnt what i said, isnt what i meant, rather not, rather you didnt, rather you did not,
        happier if you didnt, happier if it wasnt, happier if that wasnt,
        prefer you didnt, prefer it if you didnt, rather it didnt,
        rather it wasnt, rather that wasnt, not happy with, dont, do not, cant, cannot, wont, never said, 👎,
        ❌, not as it stands, not like that, please dont, not yet, i cant take, unhappy with, n, misquoted,
        misquote, not exactly, not entirely, didnt mean, didnt agree, disagree, dont agree, far from it,
        not at all, hardly, isnt my, wasnt me, that was not me, not fair, nearly right, almost right,
        half right, partly right, mostly right, nearly there, almost there, not how i put it,
        isnt how i put it, not how i said it, isnt how i said it, not how i see it, isnt how i see it,
        not what i was saying, isnt what i was saying, not my words, never my words, isnt my view,
        not what i put, isnt what i put, not what i wrote, isnt what i wrote, not what i think,
        isnt what i think, not my position, isnt my position, doesnt say, does not say, youve missed,
        you missed, you have missed, youve left out, you left out, misses the point, missed the point,
        missing the point, leaves out, left out, missing a bit, bit missing, something missing,
        lost the meaning, garbled, mangled, twisted, misheard, you misheard, youve misheard, misread,
        misunderstood, youve misunderstood, youve got it wrong, got it wrong, you have it wrong,
        got that wrong, back to front, wrong way round, the wrong way round, the opposite, other way round,
        the other way round, other way about, too strong, too weak, too harsh, overstates it,
        understates it, overstated, understated, who put my name, who said i, who volunteered me,
        since when, news to me, thats news to me, first ive heard, the first ive heard, nobody asked me,
        no one asked me, wasnt asked, i wasnt asked, never asked me, not asked me, havent been asked,
        never agreed to that, i never agreed, never agreed, didnt agree to, didnt sign up, never signed up,
        not signed up, didnt volunteer, never volunteered, didnt offer, never offered, didnt put my hand up,
        find someone else, find somebody else, ask someone else, ask somebody else, someone else please,
        somebody else please, pick someone else, pick somebody else, no capacity, havent got capacity,
        havent the capacity, havent got time, havent the time, not enough time, im too busy, too busy,
        up to my eyes, too much on, got too much on, out of my depth, not my job, isnt my job, not my role,
        isnt my role, not my remit, isnt my remit, not my patch, not for me, isnt for me, isnt for me to,
        not for me to, im on leave, im leaving, leave my name off, take my name off, take me off,
        leave me out, leave me off, leave me out of it, count me out, decline, i decline, id decline,
        must decline, i must decline, have to decline, i refuse, refuse, no thank you, no thanks,
        not a chance, no chance, no way, not likely, certainly not, absolutely not, definitely not,
        of course not, not now, not this time, not yet i, not happy, not happy with that, dont like it,
        dont like that, id pass, ill pass, pass, i object, object, not so fast, neither, not really no,
        i said no, would have to be changed, needs changing, needs a change, needs rewording,
        needs correcting, would be better, better person, better placed, is better placed, i do not,
        it is not, i will not, i am not, it does not, it isnt, happy to be corrected, we do not, is it heck,
        was it heck, did i heck, do i heck, am i heck, will i heck, is it hell, like heck, like hell,
        by no means, under no circumstances, it was not, it wasnt, that was not what, not by me,
        that isnt me, not what i agreed,
        not want that, id not want, id not want that, rather that didnt, rather this didnt,
        rather it did not, rather that did not, not in those words, not in these words, scrub that,
        scrap that, strike that, bin that, delete that, drop that, not how id put it, not how i would put it,
        isnt how id put it, not how id say it, didnt put it like that, didnt put it that way, didnt put it,
        i didnt put it, arent my words, werent my words, wasnt my wording, isnt my wording, not my wording,
        half of it, only half of it, it misses, misses out, misses the, missed out, not in my name, left my name off,
        left my name out, leave my name out, keep my name out, keep my name off, kept my name off, wrong person,
        wrong name, wrong way about, not my point, wasnt my point, isnt my point, words in my mouth,
        id never say, would never say, i wouldnt say, not for the record, off the record,
        not how i meant it, isnt how i meant it, wasnt how i meant it, isnt my meaning, not my meaning,
        you have me wrong, you got me wrong, youve got me wrong, youve me wrong, you have that wrong,
        wasnt what i said, wasnt what i meant, werent what i said
        """)
}

/// Reads the answer to a question that the bot put to this member.
struct ConfirmReader {
    let line: Line
    private var words: Words { line.words }

    func read() -> Reading? {
        let hits = ConfirmWords.table.all(in: words, line.all)
        if line.endsInQuestion { return protest(hits) }
        if let change = correction() { return change }
        if let condition = line.first(.condition, in: 0..<min(1, words.count)), hits.allSatisfy({ $0.meaning != .no }),
            hits.first?.range.lowerBound != 0, line.wordCount <= 14
        {
            return Reading(.answered(yes: false), .plain, why: [words.slice(condition..<words.count)])
        }
        guard var first = hits.first else { return restates() }
        // *👌 yes that's my point*
        if first.meaning == .likelyYes, words[first.range.lowerBound].kind == .emoji, hits.count > 1,
            hits[1].meaning == .yes
        {
            first = hits[1]
        }
        if first.meaning == .later
            || hits.contains(where: { $0.meaning == .later }) && hits.allSatisfy({ $0.meaning != .no })
        {
            return Reader.chatter
        }
        if first.meaning != .no, isReported(first.range) { return Reader.chatter }
        if first.meaning != .no, passesOn(after: first.range) { return nil }
        let why = [words.slice(first.range)]
        let isFirstClause = line.clauses.first?.contains(first.range.lowerBound) ?? true
        // *Thank you for the trouble. I'd rather you didn't record it*
        let isRefusal = first.meaning == .no && first.range.count > 2
        guard isFirstClause || isRefusal || line.wordCount <= 8 else { return nil }
        if isSoftNo(hits) { return Reading(.answered(yes: true), .likely, why: why) }
        if hits.contains(where: { $0.meaning == .no }) { return Reading(.answered(yes: false), .plain, why: why) }
        if let condition = line.first(.condition, in: line.all),
            words.key(condition + 1) != "you" || words.key(condition + 2) != "like"
        {
            return Reading(
                .answered(yes: false), isOffer(first.range) ? .likely : .plain,
                why: why + [words.slice(condition..<words.count)])
        }
        // *yes, drop the last bit*
        if LevelReader(line: line).wish(beside: first.range) != nil {
            return Reading(.answered(yes: false), .likely, why: why)
        }
        let rest = line.all.filter { index in !hits.contains { $0.range.contains(index) } }
        if rest.contains(where: {
            line.small[$0] == .contrast || line.small[$0] == .negation || line.small[$0] == .worry
        }) {
            let isPlain =
                !hits.contains { isOffer($0.range) }
                && (line.has(.contrast, in: line.all) || words.all.contains { $0.key == "would" || $0.key == "itd" })
            return Reading(.answered(yes: false), isPlain ? .plain : .likely, why: why)
        }
        let isClear =
            first.meaning == .yes && opens(first.range)
            && !rest.contains(where: { line.small[$0] == .hedge && hedgeRange(first.range).contains($0) })
            && !line.has(.irony, in: line.all) && isAboutThat(first.range)
            && !(hits.count == 1 && acceptsAnOffer(first.range)) && !hits.contains(where: weakens)
        return Reading(.answered(yes: true), isClear ? .plain : .likely, why: why)
    }

    private static let owning = WordSet("own lead take")

    /// *I'll own it once there is money*: neither a yes nor a refusal, so that it is asked about.
    private func isOffer(_ range: Range<Int>) -> Bool {
        range.count > 2 && range.contains { Self.owning.contains(words[$0]) }
    }

    private static let restating = WordSet("said meant put wrote")

    /// *I said "some", not "all"*
    private func restates() -> Reading? {
        guard line.wordCount <= 14, words.count > 3, words[0].key == "i", Self.restating.contains(words[1]),
            let denial = line.first(.negation, in: 2..<words.count), words[denial].key == "not"
        else { return nil }
        return Reading(.answered(yes: false), .plain, why: [words.slice(0..<2)])
    }

    /// *who put my name down?*, *since when?*: a question that refuses.
    private func protest(_ hits: [PhraseTable<ConfirmMeaning>.Found]) -> Reading? {
        guard let no = hits.first(where: { $0.meaning == .no && $0.range.count > 1 }), line.wordCount <= 10,
            Self.protests.contains(words[no.range.lowerBound])
        else { return nil }
        return Reading(.answered(yes: false), .plain, why: [words.slice(no.range)])
    }

    private static let protests = WordSet("who since news first nobody never not wasnt")
    private static let reports = WordSet("says said thinks thought reckons told tells wrote")
    private static let others = WordSet("somebody someone anybody they you others people everybody everyone")
    private static let duties = WordSet("should ought must could needs need has might")

    /// *Menna says it is correct* is Menna's view.
    private func isReported(_ yes: Range<Int>) -> Bool {
        let before = 0..<yes.lowerBound
        return before.contains { Self.reports.contains(words[$0]) } && !line.has(.speaker, in: before)
    }

    /// *Yes, somebody should do this*: a remark, and nobody's promise.
    private func passesOn(after yes: Range<Int>) -> Bool {
        (yes.upperBound..<max(yes.upperBound, words.count - 1)).contains { index in
            if let named = line.names.match(index), named.people.allSatisfy({ $0.id != line.context.speaker.id }) {
                let next = words.key(named.range.upperBound)
                return ["will", "can", "to", "is"].contains(next) || Self.duties.contains(next)
            }
            return Self.others.contains(words[index]) && Self.duties.contains(words[index + 1])
        }
    }

    /// *no no, that's fine* is no refusal.
    private func isSoftNo(_ hits: [PhraseTable<ConfirmMeaning>.Found]) -> Bool {
        guard let first = hits.first, first.meaning == .no,
            ["no", "nah", "nope"].contains(words[first.range.lowerBound].key)
        else { return false }
        let rest = hits.dropFirst().filter {
            !($0.meaning == .no && ["no", "nah"].contains(words[$0.range.lowerBound].key))
        }
        return !rest.isEmpty && rest.allSatisfy { $0.meaning != .no } && !line.has(.contrast, in: line.all)
            && !line.has(.condition, in: line.all)
    }

    private func hedgeRange(_ range: Range<Int>) -> Range<Int> {
        let sentence = line.sentenceEnd(range.lowerBound)
        return 0..<max(sentence, range.upperBound)
    }

    private func opens(_ range: Range<Int>) -> Bool {
        (0..<range.lowerBound).allSatisfy {
            line.small[$0] == .neutral || line.small[$0] == .speaker || words[$0].isMark || words[$0].key == "thats"
        }
    }

    private static let weak = WordSet(
        "ish suppose guess enough less sort kind near close whatever probably think reckon believe expect imagine")

    /// *yes, ish*, *yes, near enough*
    private func weakens(_ hit: PhraseTable<ConfirmMeaning>.Found) -> Bool {
        hit.meaning == .likelyYes && hit.range.contains { Self.weak.contains(words[$0]) }
    }

    private static let wordsOfWording = WordSet("said say put meant wrote words wording name person")

    /// *That's not how I put it, no*, *those aren't my words*: a no to what was read back, and no level.
    var deniesWording: Bool {
        ConfirmWords.table.all(in: words, line.all).contains { hit in
            hit.meaning == .no && hit.range.count > 2 && hit.range.contains { Self.wordsOfWording.contains(words[$0]) }
                && line.clauses.first?.contains(hit.range.lowerBound) == true
        }
    }

    private static let isAboutThatFillers = WordSet(
        """
        thats it my view you have this wording exactly ill record words them put down name be named mine what
        meant said own take confirm as written like this so please on lead then did
        """)

    /// After a plain yes come words of confirming, or a new clause; *yes minister* is neither.
    private func isAboutThat(_ range: Range<Int>) -> Bool {
        let clause = line.clauses.first { $0.contains(range.lowerBound) } ?? range
        // *yes I'm happy with that wording*
        let other = ConfirmWords.table.all(in: words, range.upperBound..<max(range.upperBound, clause.upperBound))
        let rest = (range.upperBound..<max(range.upperBound, clause.upperBound)).filter { index in
            line.small[index] == nil && !other.contains { $0.meaning == .yes && $0.range.contains(index) }
        }
        return rest.allSatisfy { Self.isAboutThatFillers.contains(words[$0]) || words[$0].isMark }
    }

    /// *yes please, milk and two sugars*: thanks for something else.
    private func acceptsAnOffer(_ range: Range<Int>) -> Bool {
        guard words[range.upperBound - 1].key == "please" else { return false }
        let rest = (range.upperBound..<words.count).filter { words[$0].kind == .word || words[$0].kind == .number }
        return rest.count > 2
            && !rest.contains { Self.isAboutThatFillers.contains(words[$0]) || line.small[$0] == .speaker }
    }

    /// *Swap X for Y and you have it*, *make it 31 days*, *change "most" to "some"*.
    private func correction() -> Reading? {
        for hit in line.openings where hit.meaning == .correct {
            let keys = hit.range.map { words[$0].key }
            // *no, don't change a word*
            if line.has(.negation, in: max(0, hit.range.lowerBound - 2)..<hit.range.lowerBound)
                || words.key(hit.range.lowerBound - 2) == "need" && words.key(hit.range.lowerBound - 3) == "no"
            {
                continue
            }
            if keys == ["should", "be"], words.key(hit.range.lowerBound - 1) == "i" { continue }
            // *I said it and I meant it*
            if keys == ["i", "meant"], ["it", "that", "every"].contains(words.key(hit.range.upperBound)) { continue }
            guard keys != ["correct"], keys != ["my", "mistake"], keys != ["amend"] || hit.range.lowerBound == 0 else {
                continue
            }
            let before = line.wordsBefore(hit.range.lowerBound)
            guard before <= 5 else { continue }
            // *yes, if you change "most" to "some"*: a yes that waits is none.
            if line.has(.condition, in: 0..<hit.range.lowerBound) { continue }
            let opening = OpeningReader(line: line)
            let new = hit.range.upperBound..<opening.withoutContent(hit.range.upperBound)
            let text = opening.quotedWhole(new) ?? line.reason(new)
            guard !text.isEmpty else { continue }
            return Reading(.corrected(entry: nil, text: text), .plain, why: [words.slice(hit.range)])
        }
        return nil
    }
}

extension Line {
    /// How many words stand before an index, marks apart.
    func wordsBefore(_ index: Int) -> Int { (0..<index).reduce(0) { $0 + (words[$1].isMark ? 0 : 1) } }
}
