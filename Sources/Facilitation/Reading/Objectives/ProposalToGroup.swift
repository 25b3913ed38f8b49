// Proposals that are put to those present, and motions that are only about the meeting.
extension ProposalReader {
    private static let putting = WordSet("put putting offer float")
    private static let audiences = WordSet(
        "group room meeting partnership everyone everybody table board members all lot committee")
    private static let things = WordSet("this it something decision proposal idea aim motion one question")

    /// *Can I put a decision to everyone: nothing gets bought that …*, *I'd like to put this to the group: …*
    func putToGroup() -> Reading? {
        guard line.context.test == nil,
            let put = words.all.prefix(8).firstIndex(where: ProposalReader.putting.contains),
            (0..<put).allSatisfy({
                ProposalReader.leads.contains(words[$0]) || ["i", "im"].contains(words[$0].key) || words[$0].isMark
            }),
            let to = (put + 1..<min(put + 6, words.count)).first(where: { ["to", "before"].contains(words[$0].key) }),
            (put + 1..<to).contains(where: { ProposalReader.things.contains(words[$0]) })
        else { return nil }
        let audience = pastAudience(to)
        // *put this to the room as a decision: …*
        let isNamed = audience > to && words.key(audience) == "as"
        let end = isNamed ? (audience..<min(audience + 5, words.count)).first { words[$0].isMark } ?? to : audience
        guard end > to, let mark = words.at(end), mark.isMark && !mark.isMark("?") || mark.key == "that" else {
            return nil
        }
        let text = words.slice(end + 1..<words.count)
        guard line.wordsBefore(words.count) - line.wordsBefore(end + 1) >= 3, !isForTheMeeting(from: end + 1) else {
            return nil
        }
        let isAim = (put..<end).contains { words[$0].key == "aim" }
        return Reading(
            .proposed(Proposed(what: isAim ? .aim : .decision, text: text)), .plain, why: [words.slice(put..<end)])
    }

    /// *for the group*, *to everyone here*: past those to whom something is put.
    func pastAudience(_ index: Int) -> Int {
        guard ["to", "for", "before"].contains(words.key(index)) else { return index }
        var place = index + 1
        while ["the", "this", "our", "you", "whole"].contains(words.key(place)) { place += 1 }
        guard ProposalReader.audiences.contains(words.key(place)) else { return index }
        return words.key(place + 1) == "here" ? place + 2 : place + 1
    }

    /// *I'd like our aim to be that nobody waits more than a week*
    func isToBe(_ hit: PhraseTable<OpeningMeaning>.Found) -> Bool {
        words.key(hit.range.upperBound) == "to" && words.key(hit.range.upperBound + 1) == "be"
            && (0..<hit.range.lowerBound).contains { ["id", "like", "propose", "want"].contains(words[$0].key) }
    }

    /// *I second the motion*: somebody else's.
    func seconds(_ hit: PhraseTable<OpeningMeaning>.Found) -> Bool {
        (0..<hit.range.lowerBound).contains {
            ["second", "back", "support"].contains(words[$0].key)
                && ["i", "ill", "id", "to", "happily"].contains(words.key($0 - 1))
        }
    }

    /// *The motion for a new depot was lost in March*: it is told of, and not put.
    func isReported(_ hit: PhraseTable<OpeningMeaning>.Found) -> Bool {
        ["the", "that", "his", "her", "last"].contains(words.key(hit.range.lowerBound - 1)) && hit.range.count == 1
            && words.at(hit.range.upperBound)?.kind == .word
            && !["that", "is", "to"].contains(words.key(hit.range.upperBound))
    }

    /// *I move that we open a window*: what is proposed is about rooms and breaks.
    func isForTheMeeting(from start: Int) -> Bool {
        guard start < words.count else { return false }
        let rest = Line(words.slice(start..<words.count), in: line.context)
        return SubjectWords.weight(of: rest.words, rest.all) < 3
            && TalkWords.table.all(in: rest.words, rest.all).contains {
                $0.meaning == .logistics || $0.meaning == .maybeLogistics
            }
            && (line.wordCount <= 8 || TalkReader(line: rest).isAboutTheMeeting)
    }

    private static let beforeStage = WordSet(
        "at as is say be propose proposing proposed position of put putting forward")

    /// *I propose we put ourselves at not yet*; not *I propose we do not yet sign*.
    func notYetProposed() -> String? {
        line.all.first { index in
            guard index > 0, ProposalReader.beforeStage.contains(words[index - 1]) || words[index - 1].isMark(":"),
                let found = StageWords.table.match(words, at: index),
                case .answer(SpecialStage.notYet, _) = found.meaning
            else { return false }
            return words.at(found.range.upperBound).map {
                $0.isMark || ["as", "for", "on", "forward"].contains($0.key)
            } ?? true
        }.map { _ in SpecialStage.notYet }
    }
}
