/// Words by which somebody answers a proposal under test.
enum LevelMeaning: Sendable, Hashable {
    case level(Level, Strength)
    /// *yes*, *yep*: a yes in reply, to be confirmed.
    case yes
    case no
    /// *won't block*: not a block, and nothing more.
    case wontBlock
    /// Talk of a test that is no answer: *yes and no*.
    case noAnswer
}

enum LevelWords {
    static let table = PhraseTable(.levels, entries)

    static let entries: [PhraseTable<LevelMeaning>.Entry] =
        full.map { row($0, .level(.full, .plain)) } + support.map { row($0, .level(.support, .plain)) }
        + likelySupport.map { row($0, .level(.support, .likely)) }
        + reservation.map { row($0, .level(.reservation, .plain)) }
        + standAside.map { row($0, .level(.standAside, .plain)) }
        + likelyStandAside.map { row($0, .level(.standAside, .likely)) }
        + cannotYet.map { row($0, .level(.cannotYet, .plain)) } + block.map { row($0, .level(.block, .plain)) }
        + abstain.map { row($0, .level(.abstain, .plain)) }
        + likelyCannotYet.map { row($0, .level(.cannotYet, .likely)) }
        + phrases(
            """
            yes, yep, yup, yeah, aye, + 1, 👍, y, yes please, ✅, 👌, plus one, plus 1, sure, ya, a yes from me,
            yes from me, its a yes, a yes
            """
        ).map { row($0, .yes) }
        + phrases(
            """
            no, nope, nah, 👎, n, ❌
            """
        ).map { row($0, .no) }
        + phrases(
            """
            wont block, wouldnt block, not blocking, not going to block, would not block, will not block,
            not a block, not block, dont block, not vetoing, wont veto, wouldnt veto
            """
        ).map { row($0, .wontBlock) }
        + [
            "yes and no", "dont take my silence", "my silence", "still reading", "thinking", "need to read",
            "still to read", "want to read", "havent read", "not read it", "not finished reading", "need a minute",
            "give me a minute",
            "no hurry", "no worries", "no problem", "no rush", "no idea", "no sound", "no audio", "yes i can hear",
            "no one",
        ]
        .map { row($0, .noAnswer) }

    static let full = phrases(
        """
        full, full support, fully support, fully behind, fully supportive, wholehearted support,
        wholeheartedly support, strongly support, all for it, all for this, completely behind, totally behind,
        100 % behind, 100 percent behind, 100 % support, one hundred percent, strong support,
        absolutely support, completely support, totally support, in full support, fully in favour, full backing,
        fully back, enthusiastic support, full marks, right behind this, right behind it, love it,
        unreserved support, support without reservation, no reservations full, fully on board, entirely behind,
        wholeheartedly behind, full agreement, fully agree, my full support, full from me,
        whole hearted support, unreservedly support
        """)
    static let support = phrases(
        """
        support, supporting, supportive, suport, suppport, agreed, agree, i agree, no objection, no objections,
        nothing to object to, i support, in favour, im in favour, im in agreement, im in support,
        has my support, have my support, has our support, my support, happy to support, happy to agree,
        in agreement, no objection here, glad to support, pleased to support, no objections here, i back,
        i back it, endorse, happy to back, can support, back it, back this, will support, i approve, approve,
        no objection from me, no objections from me, without objection, happy to endorse, i consent, consent,
        carried by me, dont have any objection, dont have any objections, have no objection, have no objections,
        in support, nothing to object to here, ill support, ill back it
        """)
    static let likelySupport = phrases(
        """
        not opposed, content, prepared to support, not against, no problem with, no problem with that,
        fine by me, fine with me, works for me, good to go, im in, go for it, im fine with, happy with,
        happy with that, happy with this, happy with it, ok with me, okay with me, ok by me, suits me,
        sounds good, looks good, all good, wouldnt object, dont object, not objecting, no issue, no issues,
        go on then, count me in, sign me up, i suppose so, lets do it, happy, good with that, good with this,
        fine, not going to object, wont object, will not object, do not object, willing to support,
        inclined to support, seconded, hear hear, makes sense, cant argue with, dont disagree, im for it,
        lets go with it, go with it, go with this, for it, go ahead, lgtm, comfortable with, im happy,
        could support, might support, can see myself supporting, second that, ditto, same here, me too,
        no complaints, no quarrel with, not averse, im good, wouldnt oppose, wont oppose, not opposing,
        willing to go along, ill go along, go along with, inclined to agree, tend to agree, mustnt grumble,
        no real objection, reluctant yes, reluctant support, soft yes, weak yes, a cautious yes, cautious yes,
        nervous yes, no strong objection, no strong objections, no great objection, no major objection
        """)
    static let reservation = phrases(
        """
        live with, can live with it, live with it, live with that, live with this, support with reservations,
        support with a reservation, with reservations, with a reservation, reservation, reservations,
        support with a caveat, with a caveat, support with caveats, with one reservation, with one caveat,
        some reservations, qualified support, good enough for now, grudging support, tolerate, can tolerate,
        can put up with, put up with, with the reservation, with some reservations, not perfect but,
        good enough, lukewarm, lukewarm support, cautious support, support with the reservation, lukewarm yes,
        lukewarm about it
        """)
    static let standAside = phrases(
        """
        stand aside, standing aside, ill stand aside, step aside, stepping aside, stood aside,
        stand to one side, stand back from this, stand aside on this, standaside, stand down on this
        """)
    static let likelyStandAside = phrases(
        """
        wont stand in the way, not stand in the way, wouldnt stand in the way, not going to stand in the way,
        dont want to stand in the way, stay out of it, step back from this, sit this one out, ill sit this out,
        wont get in the way, not get in the way, leave it to the rest of you, let the rest of you,
        will not stand in the way, wont hold it up, wont hold this up, not going to hold it up,
        not going to get in the way, wont stop it, wont stop you, wont stop this, wont be the one to stop,
        keep out of this
        """)
    static let cannotYet = phrases(
        """
        cannot yet, cant yet, cant support, cannot support, not yet, object, i object, objection, objecting,
        not there yet, dont support, do not support, wont support, not support, not ready, against, opposed,
        oppose, disagree, dont agree, do not agree, cant agree, cannot agree, not agree, not agreed, cant back,
        cannot back, not happy, not like this, not in this form, not as it stands, not as worded, no from me,
        its a no, a no from me, no support, cant sign up, cannot sign up, cant sign off, cant say yes,
        cannot say yes, not able to support, unable to support, couldnt support, wouldnt support,
        not comfortable, cant accept, cannot accept, dont accept, not in favour, cant go along, not supportive,
        not content, cant go with, wont be supporting, not supporting, not with this, not behind,
        cant get behind, cannot get behind, not on board, have an objection, got an objection, one objection,
        my objection, not fully support, reject, cannotyet, im a no, im not in, rather we didnt, id be against,
        too soon, hold off, not now, could not support, cant live with, cannot live with, couldnt live with,
        not happy with, would not support, strongly object, not for me, thumbs down, not while, not until,
        not unless, wont agree, cant commit, cannot commit
        """)
    static let likelyCannotYet = phrases(
        """
        yes but not, have a problem with, problem with, need to see, need to know, need to check, need sight of,
        only if, only when, only once, not really, not sure, not convinced, not sure i can support,
        not persuaded, unconvinced, not keen, not sure about this, what could go wrong,
        what could possibly go wrong, yeah right, oh brilliant, oh great, oh wonderful, oh lovely, great idea 🙄,
        because that worked so well, pigs might fly, as if, 🙄, struggling with, hesitant, not so sure,
        nowhere near ready, with respect, need more time, thats brave, im not sure, have doubts,
        hard to support, struggle to support, difficult to support, said nobody ever, said no one ever, oh sure,
        not saying no, jury is out, jurys out, on the fence, undecided, good luck with that, in two minds,
        unhappy with, how convenient, would rather not, rather not, just what we need, oh good another,
        great another, uneasy about
        """)
    static let block = phrases(
        """
        block, i block, blocking, veto, vetoing, would walk away, walk away, over my dead body, blocked, blocks,
        have to block, must block, id walk, wed walk, we would walk, i would walk, wed leave, red line,
        deal breaker, dealbreaker, hard no, absolutely not, under no circumstances, walking away, resign over,
        pull out of, no way, id resign, wed pull out, not on my watch, never in a million years
        """)
    static let abstain = phrases(
        """
        abstain, abstaining, abstention, i abstain, ill abstain, recuse, recusing, not voting,
        declare an interest and abstain, no vote from me, neither for nor against, recuse myself,
        i shall abstain, wont be voting, not taking part in this vote
        """)
}
