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
        + contraryVerbs.map { row($0, StanceCue(stance: .disagree, strength: .likely, form: .transitive)) }
        + plainDoubts.map { row($0, StanceCue(stance: .unsure, strength: .plain, form: .phrase)) }
        + likelyDoubts.map { row($0, StanceCue(stance: .unsure, strength: .likely, form: .phrase)) }
        + yeses.map { row($0, StanceCue(stance: .agree, strength: .plain, form: .reply)) }
        + ["👍", "👏", "👌", "sure"].map { row($0, StanceCue(stance: .agree, strength: .likely, form: .reply)) }
        + noes.map { row($0, StanceCue(stance: .disagree, strength: .plain, form: .reply)) }
        + ["👎", "❌"].map { row($0, StanceCue(stance: .disagree, strength: .likely, form: .reply)) }
        + ironies.map { row($0, StanceCue(stance: .disagree, strength: .likely, form: .irony)) }

    static let agreeVerbs = phrases(
        """
        agree, agreed, agreeing, agre, aggree, concur
        """)
    static let disagreeVerbs = phrases(
        """
        disagree, disagreeing, dissagree, disagre, disagreed, beg to differ, object
        """)

    static let plainAgreements = phrases(
        """
        couldnt agree more, could not agree more, in full agreement, in agreement, in total agreement,
        in complete agreement
        """)
    static let likelyAgreements = phrases(
        """
        hear hear, seconded, second that, ill second that, i second, same here, ditto, what he said,
        what she said, what they said, go along with, going along with, im with, i am with, with you on, + 1,
        dont disagree, do not disagree, cant disagree, cannot disagree, wouldnt disagree, hard to disagree,
        hard to argue with, cant argue with, cannot argue with, can see that, makes sense, thats my view too,
        me too, likewise, this 👆, 👆, on the same page as, ill echo, id echo, inclined to agree,
        dont think thats wrong, 💯, my thoughts too, took the words out of my mouth, fair point, good point,
        fair comment, great point, exactly this, thats right, thats true, thats fair, so true, very true,
        well said, well put, what i was going to say, cant agree more, not disagreeing, sign me up,
        similar view to, of the same mind, of the same view, agree to agree, side with, siding with,
        thats spot on, nicely put, + 1 to, + 1 for, plus one, plus 1, sympathetic to, much the same as,
        warming to, coming round to, not far from, nail on the head, take the point, ill grant, grant you,
        take your point, see the point of, hit the nail on the head, too right
        """)
    static let agreeingJudgements = phrases(
        """
        right, true, correct, spot on, bang on, fair, accurate, sensible, valid, nailed it, nails it,
        has a point, have a point, has it right, got it right, makes a good point, made a good point,
        rings true, makes a fair point, a good idea, good idea, well made, absolutely right, exactly right,
        got a point, bang to rights, well observed, put it well, puts it well, worth backing
        """)
    static let plainDisagreements = phrases(
        """
        not with you on, couldnt disagree more, could not disagree more, youre wrong, you are wrong,
        thats wrong, that is wrong, thats not right, that is not right, thats not true, that is not true,
        thats rubbish, thats nonsense, that isnt true, that isnt right, thats simply not true, thats just wrong,
        take issue with, dont buy, not buying, dont accept, do not accept, cant accept, cannot accept,
        dont think so, opposed to, totally wrong, not having, not so, not the case, isnt the case,
        thats not how i see it, i see it differently, see it differently, i differ, not my experience, not true,
        thats unfair, cant go along with, dont go along with, wont go along with, cant be right,
        thats not my experience, id challenge, i contest, must push back on, push back on,
        thats not our experience, not our experience, dont support, cant support, not in favour of,
        that doesnt match, doesnt hold, does not hold, thats simply wrong, dont recognise, do not recognise,
        part company with, part ways with, on the other side from, take the opposite view, the opposite, no way
        """)
    static let likelyDisagreements = phrases(
        """
        not convinced, unconvinced, not persuaded, unpersuaded, with respect, with all due respect,
        with the greatest respect, with the best will in the world, agree to disagree, thats brave, thats bold,
        a brave claim, a bold claim, not sure i agree, not sure thats right, not sure about that,
        not sure i buy, not so sure about, not so sure, not sure thats true, dont think thats right,
        dont think thats true, dont think thats quite right, hmm not sure, im not sure thats,
        thats one way of putting it, thats a stretch, a bit of a stretch, a bit rich, bit rich,
        bit of a stretch, optimistic, bit harsh, a bit harsh, not how i remember it, not what i see,
        not what we see, not how we see it, struggle with, struggling with, up to a point lord copper,
        wouldnt go that far, would not go that far, less sure about, sceptical, skeptical, doubtful, i doubt it,
        i doubt that, hardly, courageous, is that so, quite the claim, interesting theory,
        not entirely convinced, not quite right, not wholly convinced, not comfortable with, uncomfortable with,
        have a problem with, got a problem with, have trouble with, trouble with, overstates, overstated,
        exaggerated, oversimplifies, misses the point, missing the point, not quite how, different picture,
        id question
        """)
    static let disagreeingJudgements = phrases(
        """
        wrong, incorrect, rubbish, nonsense, mistaken, untrue, false, a myth, misleading, unfair, inaccurate,
        twaddle, tosh, wide of the mark, way off, off the mark, comparing apples and pears, out of date,
        has it backwards, got it wrong, has it wrong, doesnt stack up, does not stack up, not right, isnt right,
        isnt true, bunkum, for the birds, a non starter, a nonstarter, no good, doesnt add up, baloney, claptrap
        """)
    static let plainDoubts = phrases(
        """
        unsure, on the fence, undecided, in two minds, torn, no view either way, no view, not sure about,
        not sure on, unsure about, dont know about, jurys out, the jurys out, jury is out, could go either way,
        neutral on, neutral, need to think about, need more time on, cant decide, havent decided, agnostic,
        undecided on, havent made my mind up, have not made up my mind, dont have a view, cant call, cant judge,
        not sure either way, dont know enough, need to know more, no opinion, id want to know more,
        havent made up my mind, havent seen enough, on the fence about, sitting on the fence, cant tell,
        dont feel able to say, not qualified to say, reserve judgement, reserving judgement, withhold judgement,
        wavering, in the middle, 50 50, could be persuaded either way, need to see more, not sure, dunno about,
        yet to be convinced either way, undecided about, torn on, torn about, mixed feelings, dont know
        """)
    static let likelyDoubts = phrases(
        """
        not that i disagree, its not that i disagree, not against, not against it, wouldnt rule out,
        want to see, id want to see, would want to see, id need to see, need to see, open to, open minded,
        could be persuaded, might be persuaded, yes and no, swings and roundabouts, half agree, part agree,
        agree and disagree, see both sides, something in, i might agree, not necessarily, it depends,
        depends what, remains to be seen, not unsympathetic
        """)
    static let likelyVerbs = phrases(
        """
        accept, concede, buy, recognise, relate to, can live with, echo, support, back, endorse, same as,
        buy into, cant fault, sympathy with, in sympathy with, sympathise with, sign up to, on board with,
        happy with, comfortable with, persuaded by, convinced by, sold on, stand with, stand by, fine with,
        get behind, behind, chime with
        """)
    static let contraryVerbs = phrases(
        """
        challenge, contest, reject, dispute, against, oppose, question, doubt, differ with, differ from,
        argue with, quarrel with, argue against, unhappy with, wary of, dislike, struggle to believe
        """)
    static let yeses = phrases(
        """
        yes, yes to, yep, yeah, yup, aye, big yes to, a yes from me, thumbs up, ✅
        """)
    static let noes = phrases(
        """
        no, nope, nah, no to, a no from me, thumbs down, naw, no thanks
        """)
    static let ironies = phrases(
        """
        yeah right, what could possibly be wrong with, what could possibly go wrong, famously, oh yes, oh sure,
        oh of course, oh great, how convenient, pull the other one, pigs might fly, in your dreams,
        great another, brilliant another, because thats worked so well, that worked so well last time,
        good luck with, good luck with that, of course 🙄, sure 🙄, as if, 🙄, dream on, wonderful another,
        that always works, if you believe that, lovely another, yes because, sure because, genius, oh please,
        just what we need, just what we needed, oh brilliant, oh lovely, oh wonderful, said nobody ever,
        said no one ever, must be nice, and pigs, im sure that will, im sure thats, what a surprise
        """)
}
