/// Words by which somebody takes a position on a statement.
struct StanceCue: Sendable, Hashable {
    enum Form: UInt8, Sendable {
        /// A verb with a speaker before it and what it is about after it: *agree*.
        case verb
        /// A whole phrase, good with or without something named: *hear hear*, *not convinced*.
        case phrase
        /// A verb that counts only right before what it is about: *support 14*.
        case transitive
        /// A judgement that needs something it is about: *right*, *wrong*, *spot on*.
        case judgement
        /// *yes* and *no*, which count only right beside what they are about.
        case reply
        /// Meant the other way round than it is said.
        case irony
        /// A verdict on a word that somebody used: *"never" is putting it strongly*.
        case wording
    }
    var stance: Stance
    var strength: Strength
    var form: Form
}

enum StanceWords {
    static let table = PhraseTable(.stances, entries)

    static let entries: [PhraseTable<StanceCue>.Entry] =
        agreeVerbs.map { row($0, StanceCue(stance: .agree, strength: .plain, form: .verb)) }
        + disagreeVerbs.map { row($0, StanceCue(stance: .disagree, strength: .plain, form: .verb)) }
        + plainAgreements.map { row($0, StanceCue(stance: .agree, strength: .plain, form: .phrase)) }
        + likelyAgreements.map { row($0, StanceCue(stance: .agree, strength: .likely, form: .phrase)) }
        + agreeingJudgements.map { row($0, StanceCue(stance: .agree, strength: .likely, form: .judgement)) }
        + plainDisagreements.map { row($0, StanceCue(stance: .disagree, strength: .plain, form: .phrase)) }
        + likelyDisagreements.map { row($0, StanceCue(stance: .disagree, strength: .likely, form: .phrase)) }
        + disagreeingJudgements.map { row($0, StanceCue(stance: .disagree, strength: .plain, form: .judgement)) }
        + likelyVerbs.map { row($0, StanceCue(stance: .agree, strength: .likely, form: .transitive)) }
        + plainContraries.map { row($0, StanceCue(stance: .disagree, strength: .plain, form: .transitive)) }
        + contraryVerbs.map { row($0, StanceCue(stance: .disagree, strength: .likely, form: .transitive)) }
        + doubtVerbs.map { row($0, StanceCue(stance: .unsure, strength: .likely, form: .transitive)) }
        + plainDoubts.map { row($0, StanceCue(stance: .unsure, strength: .plain, form: .phrase)) }
        + likelyDoubts.map { row($0, StanceCue(stance: .unsure, strength: .likely, form: .phrase)) }
        + likelyDisagreeingJudgements.map {
            row($0, StanceCue(stance: .disagree, strength: .likely, form: .judgement))
        }
        + doubtfulJudgements.map { row($0, StanceCue(stance: .unsure, strength: .likely, form: .judgement)) }
        + yeses.map { row($0, StanceCue(stance: .agree, strength: .plain, form: .reply)) }
        + ["👍", "👏", "👌", "sure"].map { row($0, StanceCue(stance: .agree, strength: .likely, form: .reply)) }
        + noes.map { row($0, StanceCue(stance: .disagree, strength: .plain, form: .reply)) }
        + ["👎", "❌"].map { row($0, StanceCue(stance: .disagree, strength: .likely, form: .reply)) }
        + ironies.map { row($0, StanceCue(stance: .disagree, strength: .likely, form: .irony)) }
        + WordingVerdicts.against.map { row($0, StanceCue(stance: .disagree, strength: .likely, form: .wording)) }
        + WordingVerdicts.inFavour.map { row($0, StanceCue(stance: .agree, strength: .likely, form: .wording)) }

    static let agreeVerbs = phrases(
        """
        agree, agreed, agreeing, concur
        """)
    static let disagreeVerbs = phrases(
        """
        disagree, disagreeing, disagreed, beg to differ, object, hard disagree,
        strong disagree, dissent, dissent from, dissenting from, demur, demur from, demur on
        """)

    static let plainAgreements = phrases(
        """
        couldnt agree more, could not agree more, in full agreement, in agreement, in total agreement,
        in complete agreement, in entire agreement, in absolute agreement, in wholehearted agreement,
        has my agreement, have my agreement, has my full agreement,
        my entire agreement with, could not be more in agreement with, couldnt be more in agreement with,
        could not be more in agreement, couldnt be more in agreement
        """)
    static let likelyAgreements = phrases(
        """
        same from this end, same from our end, same from my end, same on our side, same from us, hear hear,
        seconded, second that, ill second that, i second, same here, ditto, what he said, what she said,
        what they said, go along with, going along with, im with, i am with, am with, with you on, in broad agreement,
        in general agreement, in substantial agreement, + 1, dont disagree,
        do not disagree, cant disagree, cannot disagree, wouldnt disagree, hard to disagree, hard to argue with,
        cant argue with, cannot argue with, can see that, makes sense, thats my view too, me too, likewise,
        this 👆, 👆, on the same page as, ill echo, id echo, inclined to agree, dont think thats wrong, 💯,
        my thoughts too, took the words out of my mouth, fair point, good point, fair comment, great point,
        exactly this, thats right, thats true, thats fair, so true, very true, well said, well put,
        what i was going to say, cant agree more, not disagreeing, sign me up, similar view to,
        of the same mind, of the same view, agree to agree, side with, siding with, thats spot on, nicely put,
        + 1 to, + 1 for, plus one, plus 1, sympathetic to, much the same as, warming to, coming round to,
        not far from, nail on the head, take the point, ill grant, grant you, take your point, see the point of,
        hit the nail on the head, too right, couldnt have put it better, could not have put it better,
        could have said it myself, my thoughts exactly, my feelings exactly, exactly my view,
        thats how i see it too, how i see it too, same story here, same experience here, our experience too,
        my experience too, we see the same, we find the same, see the same thing, seen the same, ours too,
        speaks for me, speak for me, on the same wavelength, singing from the same, of one mind, at one with,
        at one on, as one with, with you all the way, with you there, right behind, got my vote, gets my vote,
        has my vote, have my vote, youve convinced me, im sold, im persuaded, im convinced, won me over,
        wins me over, won me round, win me over, no quarrel with, no argument with, no argument from me,
        no arguments from me, no arguments here, no dispute with, no issue with, no problem with,
        no complaints about, nothing wrong with, nothing to add to, amen, amen to, youre not wrong,
        you are not wrong, cant quarrel with, couldnt quarrel with, cant fault, couldnt fault, cant dispute,
        wouldnt dispute, wouldnt argue, cant argue, wouldnt quarrel with, hard to fault,
        difficult to argue with, difficult to disagree, impossible to argue with, impossible to disagree,
        cant help agreeing, share your view, share that view, share her view, share his view, share their view,
        share the view, share your concern, share that concern, share your worry, share that worry,
        share the worry, share the concern, share the sentiment, of the same opinion, of like mind,
        of that view, of that mind, think the same, think likewise, feel the same, say the same, said the same,
        would say the same, wholeheartedly with, see eye to eye with, thats the truth, aint that the truth,
        hit home, strikes a chord, struck a chord, rings a bell, put my name to, add my name to, my name under,
        add my voice to, associate myself with, align myself with, aligned with, in step with, in tune with,
        in line with my, squares with, tallies with, chimes with, fits with what, matches what i,
        matches what we, matches my experience, matches our experience, reflects what we, reflects what i,
        reflects my experience, reflects our experience, lines up with, bears out, bears this out,
        bears that out, consistent with what, couldnt be more right, could not be more right,
        never a truer word, never a truer, truer word, a truer word, right there with, there with you,
        i rest my case, beat me to it, you beat me to, stole my line, said it for me, nothing to argue with,
        hear what you say and agree, deffo, defo, a hundred percent this, so much this, this exactly, quite so,
        just so, same from me, no argument here, hats off to, hats off, count me in on, count me in for,
        come round to, came round to, nearer to, closer to, nearest to, closest to, in the same camp as,
        on the side of, on the same side as, my view exactly, my experience exactly, my sentiments exactly,
        my sentiments, my point exactly, me an all, me and all, me as well, us too, us as well, us and all,
        my agreement with, my agreement on, came round on, come round on, no longer disagree,
        no longer disagree with, count me with, put me with, put me alongside, thats me too, our view too,
        thats our view too, us too on, same at ours, same at our end, same our end, same in ours,
        same where i am, same where we are, same with us, me an aw, exactly that, precisely that,
        precisely this, this precisely, my point too, exactly our experience, exactly my experience,
        what we find too, what we see too, same at our place, same at my place, same in our place, so do we,
        so do i, as do we, as do i, id be with, a lot in what, lot in what, something in what, much in what,
        wouldnt argue with, not argue with, id not argue with, not a million miles from,
        not a million miles off, nothing against, cant see how anyone could disagree with,
        cant see how anybody could disagree with, cannot see how anyone could disagree with,
        dont see how anyone could disagree with, dont see how anybody could disagree with,
        hard to see how anyone could disagree with, who could disagree with, how could anyone disagree with,
        how could anybody disagree with, theres something in what, there is something in what,
        theres a lot in what, there is a lot in what, theres much in what, theres a good deal in what,
        see eye to eye on, youve hit it, you have hit it
        """)
    static let agreeingJudgements = phrases(
        """
        right, true, correct, spot on, bang on, fair, accurate, sensible, valid, nailed it, nails it,
        has a point, have a point, has a fair point, have a fair point, have a good point, has it right,
        got it right, makes a good point, made a good point, rings true, makes a fair point, a good idea,
        good idea, well made, absolutely right, exactly right, got a point, bang to rights, well observed,
        put it well, puts it well, worth backing, on the money, on the nose, on the button, dead right, dead on,
        not wrong, isnt wrong, not far wrong, isnt far wrong, on point, hits the mark, hit the mark,
        hits the spot, nails this, nailed this, about right, has it about right, have it right, gets it right,
        got that right, had it right, right on, resonates, resonates with me, speaks the truth, talks sense,
        talking sense, speaks sense, makes sense to me, holds true, holds water, stands up, stacks up, adds up,
        beyond dispute, undeniable, irrefutable, unarguable, indisputable, fair enough, the nub of it,
        the crux of it, the heart of it, gets it, understands it, has a good point, makes a point, sums it up,
        sums up, sums it up for me, says it all, says it best, covers it, a yes, a yes from, does it for me,
        nails it for me, speaks volumes, hits home, how id put it, how i see it, how we see it,
        how i would put it, my experience, our experience, my view, our view, mine, what we see, what i see,
        what we find, what i find, what i hear, what we hear, how i remember it, gets a thumbs up,
        gets the thumbs up, gets a yes, got it in one, has it in one, true enough, right enough,
        makes a good case, makes a strong case, makes a fair case, makes a good argument,
        makes a strong argument, makes a fair argument, makes good points, makes fair points, has a case,
        has a strong case, makes a sound point, makes an excellent point, made a fair point,
        raises a good point, raised a good point, raises a fair point, all day long, a thousand times,
        all the way, every day of the week, bang right, got it bang on
        """)
    static let plainDoubts = phrases(
        """
        have no idea about, no idea whether, no idea if, no clue whether, no clue if, havent a clue whether,
        havent a clue if, cant tell whether, cannot tell whether, couldnt say whether, couldnt tell you whether,
        cant say whether, cannot say whether, hard to know whether, hard to say whether,
        who knows whether, dont know whether, do not know whether, not sure whether, unsure whether, unsure,
        on the fence, undecided, in two minds, torn, no view either way, no view,
        not sure about, not sure on, unsure about, dont know about, jurys out, the jurys out, jury is out,
        could go either way, neutral on, neutral, need to think about, need more time on, cant decide,
        havent decided, agnostic, undecided on, havent made my mind up, have not made up my mind,
        dont have a view, cant call, cant judge, not sure either way, dont know enough, need to know more,
        no opinion, id want to know more, havent made up my mind, havent seen enough, on the fence about,
        sitting on the fence, cant tell, dont feel able to say, not qualified to say, reserve judgement,
        reserving judgement, withhold judgement, wavering, in the middle, 50 50, could be persuaded either way,
        need to see more, not sure, dunno about, yet to be convinced either way, undecided about, torn on,
        torn about, mixed feelings, dont know, less sure about, less sure on, less sure of,
        neither for nor against, hedging my bets, hedging on, swithering, swithering on, swithering about,
        ambivalent, ambivalent about, ambivalent on, equivocal on, indifferent to, indifferent on,
        no strong view, no strong views, no strong feelings, no firm view, no fixed view, no particular view,
        no settled view, no feelings either way, dont feel strongly, dont mind either way, cant make my mind up,
        cant make up my mind, couldnt say either way, wouldnt like to say, wouldnt want to say,
        cant say either way, cannot say either way, havent formed a view, havent a view, have no view,
        keeping an open mind, keep an open mind, mulling over, mull over, not sure what to make of,
        dont know what to make of, dont know what to think, not sure what to think, need to think on,
        still thinking about, want to think about, sitting this one out, not made up my mind,
        have yet to decide, yet to decide, yet to make up my mind, could be swayed, of two minds, torn between,
        not close enough to, too far from it to say, dont know the area, outside my knowledge, out of my area,
        not my field, not my area, neither agree nor disagree, wobbling on, vacillating, open question for me,
        reserve my position, reserving my position, suspend judgement, hard to say on, hard to call on,
        too early to say on, too soon to say on, cant say on, dont know on, no idea on, no idea about,
        havent a clue on, havent a clue about, no clue on, not entirely sure about, not entirely sure,
        not entirely sure on, not totally sure, not totally sure about, not completely sure,
        not completely sure about, not quite sure, not quite sure about, not fully sure, not altogether sure,
        none too sure, none too sure about, not too sure, not too sure about, not very sure,
        not very sure about, not really sure, not really sure about, no idea either way, honestly couldnt say,
        really couldnt say, wouldnt know either way, cant comment on, couldnt comment on, no comment on,
        cant speak to, not for me to say, dunno, no clue, say yes or no, say yes or no on, cannot say yes or no,
        cant say yes or no, cannot say yes or no on, couldnt say yes or no, let me think about, let me think on,
        let me think over, let me come back on, let me come back to you on, have to think about,
        have to think on, think about it more, want to think on, not decided, not decided on, have not decided,
        yet to form a view, no view yet, no opinion either way, no opinion yet, cant form a view,
        not in a position to say, not in a position to judge, cannot judge, couldnt judge, cannot call,
        do not know enough, new to this so no view, will pass on, i pass on, ill pass on, ill sit out,
        sitting out, sit out, dont ken about, dont ken, not certain about, not certain on, not certain of,
        not so certain about, not altogether certain about, not entirely certain about,
        say i agree or disagree with, say i agree or disagree on, not certain, couldnt tell you,
        could not tell you, cant tell you, going back and forth, go back and forth, went back and forth,
        going backwards and forwards, go backwards and forwards, keep changing my mind, changing my mind,
        toing and froing, going round in circles, go round in circles, chewing it over, weighing it up, cant settle on,
        still making my mind up, still making up my mind,
        flip flopping, seesawing, blowing hot and cold, blow hot and cold, cant make head or tail of,
        neither here nor there on,
        no longer agree, no longer agree with, no longer agree on
        """)
    static let likelyDoubts = phrases(
        """
        no longer sure about, no longer sure of, no longer sure on, no longer certain about, no longer certain of,
        no longer convinced by, no longer convinced of, no longer convinced about, no longer with, no longer support,
        no longer back, no longer behind, no longer happy with, no longer comfortable with, no longer on board with,
        never said i agree, never said i agreed,
        never said i agree with, never said i agreed with, never agreed with,
        not that i disagree, its not that i disagree, not against, not against it, wouldnt rule out,
        want to see, id want to see, would want to see, id need to see, need to see, open to, open minded,
        could be persuaded, might be persuaded, yes and no, swings and roundabouts, half agree, part agree,
        agree and disagree, see both sides, something in, i might agree, not necessarily, it depends,
        depends what, remains to be seen, not unsympathetic, wouldnt go as far as, would not go as far as,
        wouldnt go so far as, would not go so far as, not go as far as, not go so far as,
        wouldnt go quite as far as, not go quite that far, stop short of, stopping short of, partly agree,
        partially agree, agree in part, agree up to a point, agree only in part, agree to a point,
        only half agree, half convinced, semi convinced, almost persuaded, half persuaded,
        could be talked round, could be won over, need convincing, needs convincing, take some convincing,
        take some persuading, need persuading, need some persuading, want convincing, id want proof, want proof,
        want the source, want to see the source, jury still out, hear both sides, can see both sides, merit in,
        some merit in, some truth in, a grain of truth in, an element of truth in, something to be said for,
        points on both sides, true in places, hit and miss, id have to see, would have to see,
        id need to look at, id want to look at, would want to look at, id have to check, would need to check,
        before i take a view on, before i take a view, before i take a position on, before i decide on,
        before i commit to, before i commit myself, before agreeing with, before agreeing to,
        before i agree with, before i agree to, before i back, before backing, before i support,
        before supporting, before signing up to, before taking a view on, before taking a side on,
        before i can agree, before i could agree, before i could agree with, before i can agree with,
        before i nod to, cant agree or disagree with, cannot agree or disagree with, cant agree or disagree on,
        not opposed to, not opposed, not against that, neither agree nor disagree with, not unsympathetic to,
        not disputing, you had me until, you had me up to, you had me right up to, you had me till, was with you until,
        was with you up to, was with you till, was with you right up to
        """)
    static let doubtVerbs = phrases(
        """
        chewing on, chewing over, weighing up, pondering, puzzling over, wrestling with, grappling with, digesting,
        deliberating over, deliberating on, stuck on, agonising over, lukewarm on, lukewarm about, iffy about, iffy on,
        meh about, meh on, so so on, pass on, passing on, abstain on, abstaining on
        """)
    static let likelyVerbs = phrases(
        """
        seconding, echoing, accept, concede, buy, recognise, relate to, can live with, echo, support, back,
        endorse, same as, buy into, sympathy with, in sympathy with, sympathise with, sign up to, on board with,
        happy with, all for, comfortable with, persuaded by, convinced by, sold on, stand with, stand by,
        fine with, get behind, behind, chime with, nod along to, nodding along to, nod to, vote for, voting for,
        go with, going with, in favour of, im for, backing, supporting, endorsing, sign, signing up to,
        take my hat off to, applaud, commend, champion, subscribe to, credit, vouch for, testify to, swear by,
        line up behind, lining up behind, lean towards, leaning towards, drawn to, taken with, swayed by,
        impressed by, moved by, won over by, grateful for, firmly with, squarely with, solidly with, fully with,
        totally with, completely with, very much with, strongly with, entirely with, definitely with,
        absolutely with, mostly with, broadly with, mainly with, foursquare behind, foursquare with, underline,
        underscore, emphasise, amplify, double underline, probably with, largely with, more with, rather with,
        still with, now with, all with, went along with, believe, believe in, swallow, fall for,
        believe a word of, believe a single word of, believe any of, buy a word of, buy any of, swallow any of,
        accept a word of, accept any of, persuade me of, convince me of, sell me on, talk me into,
        win me round to, win me over to, keen on, fan of, a fan of, big fan of, a big fan of, love, loving, i like,
        we like, really like, quite like, like the sound of, like the look of, mad on, wild about,
        enthusiastic about, excited about, happy about, thrilled about, thrilled with, enamoured of,
        enamoured with, a yes to, a yes on, a big yes to, put me down for
        """)
    static let doubtfulJudgements = phrases(
        """
        hard to call, too early to say, too soon to say, too early to call, debatable, arguable, moot,
        a moot point, an open question, unproven, half true, half right, partly right, partly true,
        right in part, true in part, true up to a point, right up to a point, a maybe, not proven, a grey area,
        anybodys guess, anyones guess, hard to say
        """)
    static let yeses = phrases(
        """
        yes, yes to, yep, yeah, yup, aye, big yes to, a yes from me, thumbs up, ✅, strong yes to, firm yes to,
        clear yes to, definite yes to, yes from me on, yes from me to
        """)
}
