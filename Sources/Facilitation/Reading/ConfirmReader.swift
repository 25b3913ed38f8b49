/// Words that answer a question the bot put.
enum ConfirmMeaning: UInt8, Sendable { case yes, likelyYes, no }

enum ConfirmWords {
    static let table = PhraseTable(.confirmations, entries)
    static let entries: [PhraseTable<ConfirmMeaning>.Entry] =
        yeses.map { row($0, .yes) } + likely.map { row($0, .likelyYes) } + noes.map { row($0, .no) }

    static let yeses = phrases(
        """
        yes, yep, yup, correct, confirmed, i confirm, thats right, that is right, thats correct,
        that is correct, thats my view, yes please, confirm, word for word, thats it exactly, exactly right,
        happy with that, happy with the wording, thats what i said, thats what i meant, spot on, accurate,
        thats accurate, aye, that captures it, captures it, thats fair, please record it, record it,
        put it down, yes it is, i do, thats exactly it, thats exactly right, perfect, yes thats me, quite right,
        absolutely, definitely, ill do it, ill take it, ill own it, happy to own, happy to do it,
        happy to take it, approved, that is what i meant, i will, i shall, yes i will, that is what i said,
        all correct, that is my view, thats my position, yes exactly, exactly, indeed, thats me, affirmative
        """)
    static let likely = phrases(
        """
        ok, okay, k, y, fine, thats fine, yeah, sure, i suppose, i suppose so, i guess, i guess so, good enough,
        close enough, near enough, will do, go on then, leave it in, alright, all right, if you like,
        i think so, 👍, 👌, ✅, more or less, put me down, it will do, itll do, fair enough, cool, thats ok,
        thats okay, looks right, looks fine, looks ok, that works, works for me, go ahead, probably,
        sounds right, ish, about right, mm, mhm, ya, good, great, fine by me, no problem, no changes,
        nothing to change, nothing to correct, nothing wrong, not wrong, not bad, leave it, lovely
        """)
    static let noes = phrases(
        """
        no, nope, nah, not right, thats not right, not correct, not what i said, not what i meant,
        thats not what i said, thats not what i meant, wrong, incorrect, not me, dont put my name, not quite,
        not really, i didnt say, i never said, dont record, do not record, take it out, leave it out, not mine,
        thats not mine, not my view, didnt say that, not accurate, isnt right, isnt correct, isnt what i said,
        isnt what i meant, rather not, rather you didnt, rather it didnt, rather it wasnt, rather that wasnt,
        not happy with, dont, do not, cant, cannot, wont, never said, 👎, ❌, not as it stands, not like that,
        please dont, not yet, i cant take, unhappy with, n, misquoted, misquote, not exactly, not entirely,
        didnt mean, didnt agree, disagree, dont agree, far from it, not at all, hardly, isnt my, wasnt me,
        that was not me, not fair
        """)
}

/// Reads the answer to a question that the bot put to this member.
struct ConfirmReader {
    let line: Line
    private var words: Words { line.words }

    func read() -> Reading? {
        if line.endsInQuestion { return nil }
        if let change = correction() { return change }
        let hits = ConfirmWords.table.all(in: words, line.all)
        if let condition = line.first(.condition, in: 0..<min(1, words.count)), hits.allSatisfy({ $0.meaning != .no }),
            hits.first?.range.lowerBound != 0, line.wordCount <= 14
        {
            return Reading(.answered(yes: false), .plain, why: [words.slice(condition..<words.count)])
        }
        guard let first = hits.first else { return nil }
        let why = [words.slice(first.range)]
        let isFirstClause = line.clauses.first?.contains(first.range.lowerBound) ?? true
        guard isFirstClause || line.wordCount <= 8 else { return nil }
        if isSoftNo(hits) { return Reading(.answered(yes: true), .likely, why: why) }
        if hits.contains(where: { $0.meaning == .no }) { return Reading(.answered(yes: false), .plain, why: why) }
        if let condition = line.first(.condition, in: line.all),
            words.key(condition + 1) != "you" || words.key(condition + 2) != "like"
        {
            return Reading(.answered(yes: false), .plain, why: why + [words.slice(condition..<words.count)])
        }
        let rest = line.all.filter { !first.range.contains($0) }
        if rest.contains(where: {
            line.small[$0] == .contrast || line.small[$0] == .negation || line.small[$0] == .worry
        }) {
            return Reading(.answered(yes: false), line.has(.contrast, in: line.all) ? .plain : .likely, why: why)
        }
        let isClear =
            first.meaning == .yes && opens(first.range)
            && !rest.contains(where: { line.small[$0] == .hedge && hedgeRange(first.range).contains($0) })
            && !line.has(.irony, in: line.all) && isAboutThat(first.range)
        return Reading(.answered(yes: true), isClear ? .plain : .likely, why: why)
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

    private static let isAboutThatFillers = WordSet(
        """
        thats it my view you have this wording exactly ill record words them put down name be named mine what
        meant said own take confirm as written
        """)

    /// After a plain yes come words of confirming, or a new clause; *yes minister* is neither.
    private func isAboutThat(_ range: Range<Int>) -> Bool {
        let clause = line.clauses.first { $0.contains(range.lowerBound) } ?? range
        let rest = (range.upperBound..<max(range.upperBound, clause.upperBound)).filter { line.small[$0] == nil }
        return rest.allSatisfy { Self.isAboutThatFillers.contains(words[$0]) || words[$0].isMark }
    }

    /// *Swap X for Y and you have it*, *make it 31 days*, *change "most" to "some"*.
    private func correction() -> Reading? {
        for hit in line.openings where hit.meaning == .correct {
            let keys = hit.range.map { words[$0].key }
            guard keys != ["correct"], keys != ["my", "mistake"], keys != ["amend"] || hit.range.lowerBound == 0 else {
                continue
            }
            let before = line.wordsBefore(hit.range.lowerBound)
            guard before <= 5 else { continue }
            let text = line.reason(hit.range.upperBound..<words.count)
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
