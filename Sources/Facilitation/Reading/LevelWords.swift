/// Words by which somebody answers a proposal under test.
enum LevelMeaning: Sendable, Hashable {
    case level(Level, Strength)
    /// *yes*, *yep*: a yes in reply, to be confirmed.
    case yes
    case no
    /// *won't block*: not a block, and nothing more.
    case wontBlock
    /// A wish or a shortcoming named beside a yes, which makes it a reservation: *I'd want to see*, *too vague*.
    case worry
    /// A yes that is not meant: *pigs might fly*.
    case sarcasm
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
            yes from me, its a yes, a yes, absolutely, definitely, certainly, of course, indeed, naturally, by all means,
            with pleasure, gladly, why not
            """
        ).map { row($0, .yes) }
        + phrases(
            """
            no, nope, nah, 👎, n, ❌, never, nut, nup, uh uh, nay, nein, non
            """
        ).map { row($0, .no) }
        + worries.map { row($0, .worry) } + sarcasms.map { row($0, .sarcasm) }
        + phrases(
            """
            wont block, wouldnt block, not blocking, not going to block, would not block, will not block,
            not a block, not block, dont block, not vetoing, wont veto, wouldnt veto
            """
        ).map { row($0, .wontBlock) }
        + [
            "yes and no", "dont take my silence", "my silence", "still reading", "thinking", "need to read",
            "still to read", "want to read", "havent read", "not read it", "not finished reading", "need a minute",
            "give me a minute", "let me get to the end", "let me read", "let me finish", "i take it", "in some ways",
            "nothing more from me yet",
            "no hurry", "no worries", "no problem", "no rush", "no idea", "no sound", "no audio", "yes i can hear",
            "no one", "no comment", "no comments", "no questions", "no question", "no further questions", "no news",
            "never mind", "nothing more from me",
        ]
        .map { row($0, .noAnswer) }

    static let full = phrases(
        """
        full, full support, fully support, fully behind, fully supportive, wholehearted support,
        wholeheartedly support, strongly support, all for this, completely behind, totally behind,
        100 % behind, 100 percent behind, 100 % support, one hundred percent, strong support,
        absolutely support, completely support, totally support, in full support, fully in favour,
        full backing, fully back, enthusiastic support, full marks, right behind this, right behind it,
        love it, unreserved support, support without reservation, no reservations full, fully on board,
        entirely behind, wholeheartedly behind, full agreement, fully agree, my full support, full from me,
        whole hearted support, unreservedly support, hundred percent behind, one hundred percent behind,
        whole heartedly support, strongest support, emphatic yes, resounding yes, unqualified support,
        unconditional support, support without reservations, thoroughly support, support it fully,
        support this fully, support fully, support in full, my full backing, strongly in favour,
        you have my full support, youve got my full support, youve my full support,
        you can have my full support, it has my full support, this has my full support,
        it gets my full support, this gets my full support, youll have my full support, couldnt agree more,
        could not agree more, couldnt support this more, couldnt support it more, couldnt be happier,
        couldnt be more supportive, could not be happier, could not be more supportive,
        full support from me, full throated support, full hearted support, support it entirely,
        support this entirely, support entirely, support it completely, support it totally,
        support it wholeheartedly, support this wholeheartedly, entirely supportive, wholly supportive,
        completely supportive, totally supportive, wholeheartedly supportive, very supportive,
        entirely in favour, wholly in favour, completely in favour, wholeheartedly in favour,
        totally in favour, all in favour from me, 100 percent in favour, 100 % in favour, wholly support,
        entirely support, heartily support, 100 % in, all in on this, very much in favour
        """)
    static let support = phrases(
        """
        support, supporting, supportive, suport, suppport, agreed, agree, i agree, no objection,
        no objections, nothing to object to, i support, in favour, im in favour, im in agreement,
        im in support, has my support, have my support, has our support, my support, happy to support,
        happy to agree, in agreement, no objection here, glad to support, pleased to support,
        no objections here, i back, i back it, endorse, happy to back, can support, back it, back this,
        will support, i approve, approve, no objection from me, no objections from me, without objection,
        happy to endorse, i consent, consent, carried by me, dont have any objection,
        dont have any objections, have no objection, have no objections, in support,
        nothing to object to here, ill support, ill back it, you have my support, you have my vote,
        you have my backing, you have our support, youve got my support, youve got my vote,
        youve got my backing, youve got our support, youve my support, youve my vote, youve my backing,
        youve our support, you can have my support, you can have my vote, you can have my backing,
        you can have our support, it has my support, it has my vote, it has my backing, it has our support,
        this has my support, this has my vote, this has my backing, this has our support,
        it gets my support, it gets my vote, it gets my backing, it gets our support, this gets my support,
        this gets my vote, this gets my backing, this gets our support, youll have my support,
        youll have my vote, youll have my backing, youll have our support, i am in favour, am in favour,
        no objections on my side, no objection on my side, no objections on our side,
        no objections whatsoever, no objection whatsoever, no objections at all, no objection at all,
        nothing against it, nothing against this, gladly support, gladly agree, willingly support,
        happy to put my name to, vote in favour, voting in favour, i vote for it, voting for it,
        vote for it, vote for this, voting for this, back the proposal, back the aim, back the wording,
        on the support side, no reason to object, see no reason to object, 
        supportive of, can back, will back, i endorse, i can agree, content to support, i second,
        my backing, has my backing, has my vote, gets my vote, me as supporting, me as a supporter,
        me as in favour, me down as supporting, me as in support, count on my support, count on my vote,
        count on my backing, you can count on my support, you can count on my vote,
        you can count on my backing, supported by my organisation, supported by us, supported by me,
        supported by our organisation, endorsed by us, endorsed by my organisation,
        endorsed by our organisation, backed by us, backed by my organisation, backed by our organisation,
        supported by my college, supported by my trust, supported by my council, supported by our members,
        approved by us, accepted by my organisation, has the support of my organisation,
        has the backing of my organisation, has the backing of us, has the support of us, am supportive,
        i am supportive, my organisation supports, our organisation supports, has my agreement,
        have my agreement, has my blessing, have my blessing, has my approval, have my approval,
        has our backing, have our backing, has our agreement, have our agreement, no objection to it,
        no objection to this, no objections to it, no objections to this, raise no objection,
        raise no objections, offer no objection, have no further objection, i am agree, am agree,
        agree with this proposal, nothing to object, i agree to it, agree to it, agree to this
        """)
    static let likelySupport = phrases(
        """
        not opposed, content, prepared to support, not against, no problem with, no problem with that,
        fine by me, fine with me, works for me, good to go, im in, go for it, im fine with, happy with,
        happy with that, happy with this, happy with it, ok with me, okay with me, ok by me, suits me,
        sounds good, looks good, all good, wouldnt object, dont object, not objecting, no issue, no issues,
        go on then, count me in, sign me up, i suppose so, lets do it, happy, good with that,
        good with this, fine, not going to object, wont object, will not object, do not object,
        willing to support, inclined to support, seconded, hear hear, makes sense, cant argue with,
        dont disagree, im for it, lets go with it, go with it, go with this, for it, go ahead, lgtm,
        comfortable with, im happy, could support, might support, can see myself supporting, second that,
        ditto, same here, me too, no complaints, no quarrel with, not averse, im good, wouldnt oppose,
        wont oppose, not opposing, willing to go along, ill go along, go along with, inclined to agree,
        tend to agree, mustnt grumble, no real objection, reluctant yes, reluctant support, soft yes,
        weak yes, a cautious yes, cautious yes, nervous yes, no strong objection, no strong objections,
        no great objection, no major objection, im on board, on board, come on board, get on board,
        coming on board, on board with it, on board with this, on board with that, im a yes, am a yes,
        a yes vote, yes vote, answer is yes, vote is yes, say yes, saying yes, vote yes, voting yes,
        id vote for it, towards support, towards supporting, towards yes, towards a yes, minded to support,
        minded to agree, minded to say yes, be persuaded to support, more yes than no,
        more for than against, leaning yes, lean yes, probably yes, so do i, so will i, so would i, so am i,
        so say i, get behind it, get behind this, sold, im sold, no qualms, up for it, up for this,
        thumbs up, sounds fine, sounds right, looks fine, looks right, reads well, reads fine, good by me,
        cool with, cool by me, alright by me, all right by me, alright with me, no complaints from me,
        no issues from me, no issue with, no problems with, no problems, no problem here, no quarrel,
        nothing wrong with it, nothing wrong with this, cant fault it, cant fault this, cant complain,
        i can sign up, sign up to it, sign up to this, sign up to that, sign up for it, sign up for this,
        tick from me, a tick from me, nod from me, a nod from me, green light, green light from me,
        give it a go, give this a go, let it go through, wave it through, let it through, okay with it,
        ok with it, ok with this, okay with this, ok with that, okay with that, fine with it,
        fine with this, fine with that, comfortable with it, comfortable with this, at ease with,
        at peace with it, happy for it to go, happy for this to go, happy to go with, happy to go along,
        happy to accept, can accept, i accept, accept it, accept this, fair enough i suppose,
        could be persuaded, wont argue, not going to argue, wont quibble, wont fight it, not fighting it,
        leave to support, nothing more to add, rally behind, warming to it, warming to this,
        coming round to it, coming round to this, come round to it, come round to this, grown on me,
        won me over, talked me round, persuaded me, convinced me, ive come round, bring myself to support,
        go with the flow, with you on this, with you on this one, with you on that,
        go with the majority view, sound to me, good enough reason, happy to run with, run with it,
        run with this, lets run with it, lets run with this, seems fine, seems ok, seems right,
        seems sensible, sensible to me, a yes for me, yes for me, tentative support, tentative yes,
        guarded support, guarded yes, provisional support, provisional yes, conditional yes, hesitant yes,
        quiet yes, half a yes, i like it, i like this, i love it, i love this, my answers yes, im behind it,
        im behind this, no reservations, no reservation, no reservations from me, no caveats,
        no caveats from me, no concerns, no concerns from me, no worries from me, no doubts from me,
        no difficulty with, no difficulties, no difficulties with, no trouble with, no beef with,
        no argument with, no argument from me, no gripes, no fault with, no problem supporting,
        no difficulty supporting, no issue supporting, no hesitation in supporting, no trouble supporting,
        ill sign, ill sign it, well sign, well sign it, happy to sign, happy to sign it, ill sign up,
        yes to this, yes to it, yes to that, yes to the aim, yes to the proposal, yes to the objective,
        yes to the decision, yes to the position, yes to the wording, sounds like a plan, lets do this,
        good plan, amen, easy yes, simple yes, i do too, i will too, i would too, i am too, i do as well,
        i will as well, i would as well,
        + 1 to this, + 1 to it, + 1 to that, plus one to this, plus one to it, + 1 for this, + 1 for it,
        thumbs up for this, thumbs up for it, thumbs up to this,
        have nothing against, got nothing against, ive nothing against
        """)
    static let reservation = phrases(
        """
        live with, can live with it, live with it, live with that, live with this,
        support with reservations, support with a reservation, with reservations, with a reservation,
        reservation, reservations, support with a caveat, with a caveat, support with caveats,
        with one reservation, with one caveat, some reservations, qualified support, good enough for now,
        grudging support, tolerate, can tolerate, can put up with, put up with, with the reservation,
        with some reservations, not perfect but, good enough, lukewarm, lukewarm support, cautious support,
        support with the reservation, lukewarm yes, lukewarm about it, with misgivings,
        with some misgivings, with concerns, with some concerns, with a concern, with one concern,
        with a worry, with a niggle, with doubts, with some doubts, with hesitation, with some hesitation,
        with qualms, with one quibble, with a quibble, with quibbles, could live with it,
        could live with this, swallow it, can swallow it, can stomach it, stomach it, stomach this,
        it will have to do, itll have to do, will do for now, do for now, not my first choice,
        not what id have written, not how id have put it, not the words id have chosen, better than nothing,
        lesser evil, lesser of two evils, least bad, i can bear it, can bear it, make do with it,
        make do with this, settle for it, settle for this, settle for that, half hearted support,
        half hearted yes, support with one reservation, support with some reservations,
        support with misgivings, support with concerns, support with some concerns, support with a concern,
        support with one concern, two cheers, under protest, under duress, thole it, thole this, thole that,
        itll do, it will do, it would do, itd do, thatll do, that will do, this will do, it will serve,
        itll serve, i can wear it, can wear it, could wear it, could stomach it, could swallow it,
        could tolerate it, can just about live, could just about live, support with a proviso,
        support with one proviso, with a proviso, with one proviso, support with a worry,
        support with one worry
        """)
    static let standAside = phrases(
        """
        stand aside, standing aside, ill stand aside, step aside, stepping aside, stood aside,
        stand to one side, stand back from this, stand aside on this, standaside, stand down on this,
        stand to the side, standing to one side, standing to the side, step to one side, step to the side,
        stepping to one side, stand asside, id stand aside, i stand aside, i will stand aside
        """)
    static let likelyStandAside = phrases(
        """
        wont stand in the way, not stand in the way, wouldnt stand in the way,
        not going to stand in the way, dont want to stand in the way, stay out of it, step back from this,
        sit this one out, ill sit this out, wont get in the way, not get in the way,
        leave it to the rest of you, let the rest of you, will not stand in the way, wont hold it up,
        wont hold this up, not going to hold it up, not going to get in the way, wont stop it,
        wont stop you, wont stop this, wont be the one to stop, keep out of this, be the one that stops,
        be the one who stops, be the one to stop, be the one to block, be the one that blocks,
        be the one who blocks, be the one to hold, be the one that holds, be the one who holds,
        be the person who stops, be the person to stop, be the only one to stop, not be the one,
        wont be the one, not going to be the one, let you get on with it, let you all get on with it,
        wont obstruct, not obstruct, wouldnt obstruct, dont want to obstruct, not here to obstruct,
        wont be an obstacle, not be an obstacle, wont be a blocker, not be a blocker,
        dont want to be a blocker, dont want to be awkward, wont be awkward, you can go ahead without me,
        go ahead without me, do it without me, sit it out, sitting it out, sit this out, sitting this out,
        sitting this one out, wont stop anyone, wont stop anybody, not stop anyone, wont prevent,
        not prevent it, not hold everyone up, wont hold everyone up, wont hold you up, not hold you up,
        not hold you back, wont hold you back, wont stand between, let it pass, letting it pass,
        let this pass, let it ride, keep my head down on this, not stand in your way,
        wont stand in your way, wouldnt stand in your way, not stand in its way, wont stand in its way,
        not stand in anyones way, wont stand in anyones way, wont be the awkward one,
        not be the awkward one, wont be difficult, not be difficult, dont want to be difficult,
        wont be the difficult one, not be the difficult one, wont make a fuss, not make a fuss,
        wont kick up a fuss, not kick up a fuss, wont rock the boat, not rock the boat, wont spoil it,
        not spoil it, wont spoil it for, wont be the fly in, wont dig my heels in, not dig my heels in,
        not actively opposing, not actively oppose, without me is fine, let you get on, leave you to it,
        leave you all to it, step out of the way, get out of the way, move out of the way,
        keep out of the way, stay out of the way, keep out of your way, step out of your way
        """)
    static let cannotYet = phrases(
        """
        cannot yet, cant yet, cant support, cannot support, not yet, object, i object, objection, objecting,
        not there yet, dont support, do not support, wont support, not support, not ready, against, opposed,
        oppose, disagree, dont agree, do not agree, cant agree, cannot agree, not agree, not agreed,
        cant back, cannot back, not happy, not like this, not in this form, not as it stands, not as worded,
        no from me, its a no, a no from me, no support, cant sign up, cannot sign up, cant sign off,
        cant say yes, cannot say yes, not able to support, unable to support, couldnt support,
        wouldnt support, not comfortable, cant accept, cannot accept, dont accept, not in favour,
        cant go along, not supportive, not content, cant go with, wont be supporting, not supporting,
        not with this, not behind, cant get behind, cannot get behind, not on board, have an objection,
        got an objection, one objection, my objection, not fully support, reject, cannotyet, im a no,
        im not in, rather we didnt, id be against, too soon, hold off, not now, could not support,
        cant live with, cannot live with, couldnt live with, not happy with, would not support,
        strongly object, not for me, thumbs down, not while, not until, not unless, wont agree, cant commit,
        cannot commit, i am a no, am a no, answer is no, answer must be no, answer has to be no,
        answer remains no, answer stays no, vote is no, say no, saying no, vote no, voting no, vote against,
        voting against, i vote against, a no vote, no vote, not in its present form,
        not in its current form, not in the present form, not in the current form, not in that form,
        not as drafted, not as written, not as it is, not as it reads, not the way it is written,
        not how it is written, not the way its written, not how its written, not with that wording,
        not with this wording, not with those words, not at present, not at this stage, not today,
        not on these terms, not on those terms, not possible to support, not possible to agree,
        impossible to support, impossible to agree, not possible for me to support, not able to agree,
        not able to back, not able to sign, unable to agree, unable to back, unable to accept,
        unable to sign, far from agreeing, far from supporting, a long way from agreeing,
        a long way from supporting, long way from support, nowhere near agreeing, nowhere near supporting,
        nowhere near support, not close to supporting, not get my support, wont get my support,
        never get my support, not have my support, dont have my support, doesnt have my support,
        does not have my support, do not have my support, havent got my support, hasnt got my support,
        not getting my support, not get my vote, wont get my vote, not have my vote, doesnt have my vote,
        dont have my vote, hasnt got my vote, not getting my vote, wont have my support, wont have my vote,
        lost my support, lost my vote, lost me, pulling my support, taking back my support,
        nothing would make me, nothing will make me, nothing would persuade me, nothing will persuade me,
        nothing would convince me, no amount of, wild horses, not if you paid me, no chance, not a chance,
        no fear, no dice, no go, no deal, not having it, not having this, not having that, wont wash,
        doesnt wash, wont fly, wont do, not good enough, isnt good enough, is not good enough,
        not acceptable, unacceptable, isnt acceptable, is not acceptable, cant put my name to,
        cannot put my name to, not putting my name to, wont put my name to, wouldnt put my name to,
        not put my name to, wont sign up, not signing up, wont sign, not signing, cant sign, cannot sign,
        refuse to sign, refuse to support, refuse to agree, cant endorse, cannot endorse, dont endorse,
        do not endorse, wont endorse, not endorse, cant approve, cannot approve, dont approve,
        do not approve, wont approve, cant recommend, cant vote for, cannot vote for, wont vote for,
        not voting for, wont be voting for, cant get on board, wont be backing, not backing, wont back,
        dont back, do not back, have to object, must object, formally object, i must object, we object,
        object strongly, an objection, strong objection, objections to this, objections to it, take issue,
        i take issue, count me as against, down as against, down as a no, put me down as no,
        mark me as a no, count me as a no, not quite there, were not there, im not there, havent got there,
        still not there, not won over, not sold, im not sold, not buying it, not buying this, dont buy it,
        dont buy this, not satisfied, dissatisfied, not content with, unwilling to support,
        not going to support, not going to agree, never support, never agree, would never support,
        will never support, couldnt agree to, couldnt sign, couldnt back, couldnt accept, would not agree,
        wouldnt agree, wouldnt back, would not back, cant in good conscience, cannot in good conscience,
        cant in all conscience, cannot in all conscience, i dissent, dissent, dissenting,
        not the same as agreeing, not the same as agreement, not the same as supporting,
        not the same as support, isnt the same as agreeing, isnt the same as supporting,
        isnt the same as support, is not support, isnt support, not a yes, isnt a yes, thats not a yes,
        doesnt mean i agree, doesnt mean i support, does not mean i agree, does not mean i support,
        dont take that as a yes, dont take it as a yes, not saying yes, havent said yes, not said yes,
        firm no, definite no, flat no, big no, clear no, easy no, send it back, back to the drawing board,
        needs more work, needs rewriting, start again on this, premature, too early, too early to say,
        jumping the gun, running before we can walk, before we can walk, hard no, absolutely not,
        my answers no, not prepared to support, not prepared to agree, not prepared to accept,
        not prepared to sign, not willing to support, not willing to agree, not willing to accept,
        not willing to sign, this is a no, that is a no, thats a no, is a no, a no from, a no here,
        a no then, hell no, heck no, god no, non starter, nonstarter, a non starter, not on your life,
        not in my name, not in our name, can only support, could only support, will only support,
        would only support, ill only support, only support this, only support it, support is conditional,
        support depends, support hinges, support would depend, support will depend, conditional support,
        no to this, no to it, no to that, no to the aim, no to the proposal, no to the objective,
        no to the decision, no to the position, no to the wording, with conditions, with a condition,
        with one condition, with some conditions, on one condition, on certain conditions,
        on some conditions, support with conditions, with amendments, with an amendment, with one amendment,
        with changes, with some changes, with one change, with a change, with minor changes,
        with minor amendments, with tweaks, with a tweak, with edits, with one edit, lying if i said i,
        lie if i said i, be a lie to say i, a lie to say i, except me, except for me, apart from me,
        all but me, everyone but me, everybody but me, bar me, other than me, everyone except, 
        no yet, no now, no just yet, not just yet, not quite yet, not at this time,
        not at this point, not for now, not right now, not at the moment, not on this wording,
        not on this evidence, not on these figures, support nothing, agree to nothing, support none of it,
        agree to none of it, agree with none of it, agree with nothing, sign nothing, signing nothing,
        not in a position to support, not in a position to agree, no position to support,
        no position to agree, not my support, not our support, not with my vote, not in support,
        not in agreement, arent in favour, are not in favour, cannot give my support, cant give my support,
        cannot give it my support, cant give it my support, wont give my support, wont give it my support,
        cannot give this my support, cant give this my support, withhold my support, withholding my support,
        withhold support, withholding support, withhold my agreement, withholding my agreement,
        withhold our support, withhold my vote, cannot lend, cant lend, wont lend, cannot consent,
        cant consent, do not consent, dont consent, wont consent, withhold consent, cannot commend,
        cant commend, cannot be party to, cant be party to, wont be party to, cannot be a party to,
        cant be a party to, cannot be associated with, cant be associated with, cannot reconcile myself,
        cant reconcile myself, decline to support, declining to support, decline to agree,
        declining to agree, decline to endorse, refuse to back, refuse to endorse, refusing to support,
        refusing to agree, fall short of support, short of support, stop short of supporting,
        stops short of supporting, do not concur, dont concur, cannot concur, cant concur,
        not persuaded to support, unable to endorse, unable to give, unable to approve, unable to commit,
        unable to say yes, unable to consent, unable to offer, unable to recommend, unable to vote for,
        unable to go along, unable to get behind, not something i can support, not something i can back,
        not something i can agree, not something i could support, not something we can support,
        not one i can support, not one we can support, not able to say yes, not able to endorse,
        not able to accept, not able to give, not able to commit, not able to get behind, am not agree,
        not agree with this, cant be yes, cannot be yes, it cannot be a yes, cant be a yes,
        no the now
        """)
    static let likelyCannotYet = phrases(
        """
        yes but not, have a problem with, problem with, need to see, need to know, need to check,
        need sight of, only if, only when, only once, not really, not sure, not convinced,
        not sure i can support, not persuaded, unconvinced, not keen, not sure about this, great idea 🙄, 🙄,
        struggling with, hesitant, not so sure, nowhere near ready, with respect, need more time,
        thats brave, im not sure, have doubts, hard to support, struggle to support, difficult to support,
        not saying no, jury is out, jurys out, on the fence, undecided, in two minds, unhappy with,
        would rather not, rather not, uneasy about, count me out, dont count me, dont count me as,
        dont count me in, dont put me down, wish i could, wish i could support, wish i could agree,
        wish i could say yes, wish i could say aye, wish i were able, wish i was able, if only i could,
        would if i could, love to but, like to but, want to but, id love to but, id like to but,
        when hell freezes, when hell freezes over, until hell freezes, leaning no, lean no, leaning against,
        towards no, towards a no, more no than yes, more against than for, probably no, inclined to say no,
        minded to say no, minded to object, tempted to object, tempted to say no, inclined to object,
        think id object, find it hard to support, finding it hard to support, hard to back, hard to agree,
        hard to accept, hard to get behind, hard to swallow, cant see how, dont see how, cannot see how,
        struggle to agree, struggle to back, struggling to support, cant quite, not quite ready,
        still thinking about it, still making up my mind, havent decided, havent made up my mind,
        have made up my mind yet, torn, cold feet, getting cold feet, having second thoughts,
        second thoughts, not entirely convinced, not wholly convinced, not fully convinced,
        not yet convinced, remain unconvinced, yet to be convinced, sceptical, skeptical, doubtful, dubious,
        need convincing, need persuading, take some convincing, take some persuading, jury is still out,
        jurys still out, id want to know, makes me uneasy, makes me nervous, doesnt sit right,
        doesnt sit well, doesnt feel right, sits badly, sticks in my throat, dont like it, dont like this,
        dont love it, do not like it, do not like this, not a fan, no fan, not impressed, unimpressed,
        im out, i am out, no thank you, no thanks, depends whether, depends who, depends how, depends what,
        depends where, was going to support, was going to say yes, was going to agree, was going to back,
        was ready to support, was minded to support, was about to support, was about to say yes,
        was all set to support, used to support, used to agree, used to back, supported it until,
        agreed until, support a version, support a different, support a smaller, support a weaker,
        support a stronger, support a softer, support something, agree to a version, back a version,
        support an amended, support a revised, support another, why would i, why should i, why would we,
        why should we, why on earth, how could i, how could anyone, how can anyone, how anyone could,
        how anybody could, who would support, who could support, fail to see how, fail to see why,
        if only we could, wish we could, mixed feelings, of two minds, im ambivalent, ambivalent,
        it wont work, this wont work, it will not work, this will not work, it will never work,
        this will never work, itll never work, never going to work, not going to work, this is a mistake,
        its a mistake, it is a mistake, bad idea, terrible idea, awful idea, daft idea, silly idea,
        unworkable, undeliverable, unaffordable, unrealistic, pie in the sky, cloud cuckoo land,
        wishful thinking, waste of time, waste of money, makes no sense, doesnt make sense, cant be done,
        half baked, not realistic, not deliverable, not doable, not achievable, not workable, unachievable,
        heart says no, head says no, gut says no, would hesitate, i hesitate, hesitate to support,
        hesitate to agree, reluctant to support, reluctant to agree, loath to support,
        do not believe we can, dont believe we can, dont think we can, gives me pause, give me pause,
        leaves me cold, rings hollow, half inclined to object, on the wrong track, not where i am,
        not where we are, youve not convinced me, you havent convinced me, havent convinced me,
        not convinced me
        """)
    static let block = phrases(
        """
        block, i block, blocking, veto, vetoing, would walk away, walk away, over my dead body, blocked,
        blocks, have to block, must block, id walk, wed walk, we would walk, i would walk, wed leave,
        red line, deal breaker, dealbreaker, under no circumstances, walking away, resign over, pull out of,
        no way, id resign, wed pull out, not on my watch, never in a million years, sooner resign,
        rather resign, sooner leave, rather leave, sooner walk, rather walk, sooner quit, rather quit,
        ill resign, id quit, well walk away, take our name off, take my name off, take our money out,
        line in the sand, cross that line, i will block, ill block, id block, i would block, ill veto,
        id veto, i veto, my veto, use my veto, using my veto, not in a million years,
        never in a month of sundays, over our dead bodies, die in a ditch, take it to the ombudsman,
        leave the partnership, cross a red line, crosses a red line, a red line for us, a red line for me,
        i would resign, i will resign
        """)
    static let abstain = phrases(
        """
        abstain, abstaining, abstention, i abstain, ill abstain, recuse, recusing, not voting,
        declare an interest and abstain, no vote from me, neither for nor against, recuse myself,
        i shall abstain, wont be voting, not taking part in this vote, abstaining on this, sit on my hands,
        sitting on my hands, take no part, taking no part, take no part in this, im conflicted out,
        conflicted out, not entitled to vote, cant vote on this, cannot vote on this, ill leave the vote,
        not cast a vote, no vote either way, neither way, neither support nor oppose,
        neither for it nor against it, neither support it nor oppose it, neither yes nor no,
        not take a side, not taking a side, not taking sides, not take sides, staying neutral,
        remain neutral, remaining neutral, neutral on this, im neutral, i am neutral, dont want to vote,
        decline to vote, declining to vote, ill not vote, i wont vote, wont vote, staying out of this vote,
        rather not vote, prefer not to vote, would rather not vote, no strong feelings either way,
        no strong view either way, no view either way, dont mind either way, no preference either way,
        no feelings either way
        """)
}
