/// Words by which somebody disagrees, plainly or most likely.
extension StanceWords {
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
        part company with, part ways with, on the other side from, take the opposite view, the opposite,
        the opposite of what, the reverse of what, no way,
        come off it, absolutely not, certainly not, definitely not, most definitely not, emphatically not,
        no chance, not a chance, wrong end of the stick, the wrong end of the stick, barking up the wrong tree,
        couldnt be more wrong, could not be more wrong, doesnt ring true, does not ring true, doesnt wash,
        wont wash, holds no water, doesnt hold water, does not hold water, not having that, not having it,
        cant wear that, wont wear that, take exception to, at odds with, out of step with, poles apart from,
        poles apart on, miles apart on, worlds apart from, see it otherwise, i see it otherwise,
        the other way round, the other way about, the exact opposite, quite the opposite, quite the reverse,
        the reverse is true, not how it is, not how it works, not how things are, thats not how it works,
        not what happened, not what happens, couldnt agree less, could not agree less, dont hold with,
        do not hold with, dont share, do not share, cant share, cannot share, dont think thats so,
        simply not the case, just not the case, not on your life, not on your nelly, i think not,
        not in a month of sundays, not in my experience, not in our experience, not where i work, refute, rebut,
        beg to disagree, must disagree, thats plain wrong, thats flat wrong, thats a myth, thats not fair,
        thats a bit much, absolute rubbish, utter rubbish, complete rubbish, total rubbish, utter nonsense,
        complete nonsense, absolute nonsense, total nonsense, my disagreement with, my disagreement on,
        my dissent from, in disagreement with, in total disagreement with, in complete disagreement with,
        in disagreement, in total disagreement, in complete disagreement, at odds on, except me, except for me,
        apart from me, bar me, other than me, all but me
        """)

    static let likelyDisagreements = mostLikelyAgainst + tooFar

    /// *wouldn't go so far as to agree with*: short of it, and most likely against it.
    private static let tooFar = ["wouldnt", "would not", "couldnt", "could not", "cant", "cannot", "not"].flatMap {
        denial in
        ["so", "as", "quite so", "quite as"].flatMap { degree in
            ["to agree", "to agree with", "agreeing", "agreeing with"].map { "\(denial) go \(degree) far as \($0)" }
        }
    }

    private static let mostLikelyAgainst = phrases(
        """
        cant believe anyone agrees with, cant believe anybody agrees with, cannot believe anyone agrees with,
        cannot believe anybody agrees with, dont believe anyone agrees with, cant imagine anybody agreeing with,
        cant imagine anyone agreeing with, hard to see anyone agreeing with,
        cannot imagine anybody agreeing with, cannot imagine anyone agreeing with,
        cant see anyone agreeing with, doubt anybody agrees with, doubt anyone agrees with,
        doubt many agree with, cant see anybody agreeing with, not convinced, unconvinced, not persuaded,
        unpersuaded, with respect, with all due respect, with the greatest respect,
        with the best will in the world, agree to disagree, think youll find, think you will find, thats brave,
        thats bold, a brave claim, a bold claim, not sure i agree, not sure thats right, not sure about that,
        not sure i buy, not so sure about, not so sure, not sure thats true, dont think thats right,
        dont think thats true, dont think thats quite right, im not sure thats, thats one way of putting it,
        thats a stretch, a bit of a stretch, a bit rich, bit rich, bit of a stretch, optimistic, bit harsh,
        a bit harsh, not how i remember it, not what i see, not what we see, not how we see it, struggle with,
        struggling with, up to a point lord copper, wouldnt go that far, would not go that far, sceptical,
        skeptical, doubtful, i doubt it, i doubt that, hardly, courageous, is that so, quite the claim,
        interesting theory, not entirely convinced, not quite right, not wholly convinced, not comfortable with,
        uncomfortable with, have a problem with, got a problem with, have trouble with, trouble with,
        overstates, overstated, exaggerated, oversimplifies, misses the point, missing the point, not quite how,
        different picture, id question, nearly agreed with, almost agreed with, nearly agreed, almost agreed,
        used to agree with, would have agreed with, used to nod along to, used to go along with,
        used to be with, had my agreement until, had my agreement till, had my support until, had my support till,
        had my vote until, had my vote till, had me until, had me till, once agreed with,
        was going to agree with, would have gone along with,
        where you lose me, where you lost me, youve lost me on, you lost me at, loses me, lost me at,
        lose me at, lose me on, lost me there, lose me there, lost me on, where i part company, where we part,
        where we differ, where i differ, where i get off, the last to agree, last person to agree,
        far from agreeing, hard to swallow, cant swallow, hard to believe, hard to credit, difficult to believe,
        difficult to credit, struggle to see, find it hard to believe, pinch of salt, a pinch of salt,
        a large pinch of salt, news to me, im not sure thats the case, not sure thats the case, overegged,
        over egged, overcooked, over egging, overblown, overdone, laid on thick, a touch strong, a bit strong,
        a bit much, too strong, too far for me, a step too far, too sweeping, too harsh, a little unfair,
        slightly unfair, a tad unfair, a touch unfair, not altogether fair, not entirely fair, not quite fair,
        not entirely true, not strictly true, not altogether true, not quite true, not wholly true,
        not always true, not entirely accurate, not the whole story, only half the story, half the story,
        one side of it, rather one sided, one sided, begs the question, jumping to conclusions, dont follow,
        do not follow, cant see it myself, cant see it, dont see it, dont see that, cant see that, fail to see,
        not seeing it, not feeling it, not my view, not my reading, not our view, not my recollection,
        remember it differently, recall it differently, read it differently, not buying it, no convinced,
        no sure thats right, wouldnt have said, wouldnt have thought so, dont think it is, dont think it does,
        dont think they are, dont think they do, raise an eyebrow, raised an eyebrow, take a different view,
        took a different view, a different view from, hold a different view, of a different view,
        other way of seeing, beg your pardon but, id push back, would push back, pushing back on, a leap,
        quite a leap, a big leap, ill believe it when, believe it when i see, that old chestnut,
        cannot in all honesty agree, wont pretend to agree with, cant pretend to agree with,
        not going to pretend i agree, wont pretend i agree, cant pretend i agree, dont make me laugh,
        youre having a laugh, having a laugh, you must be joking, must be joking, you cannot be serious,
        you cant be serious, cant be serious about, cannot be serious about, give me strength, give over,
        leave it out, do me a favour, my foot, what planet, youve lost me, you lost me, you have lost me,
        count me out on, count me out of, include me out, wouldnt put it like, wouldnt put it that way,
        wouldnt put it so, wouldnt have put it like, not how id put it, not how i would put it,
        have my doubts about, have my doubts, have doubts about, got my doubts about, got my doubts,
        ive my doubts, ive doubts about, have serious doubts, have grave doubts, remain to be persuaded,
        remain to be convinced, yet to be persuaded, yet to be convinced, remain unconvinced,
        remain unpersuaded, agree to differ, agreed to differ, part company, on the opposite side from,
        not on speaking terms, not my agreement, used to be true, comes as news to, not the right one,
        isnt the right one, lets agree to differ, lets agree to disagree, have to differ, have to part company,
        dont see how anybody, dont see how anyone, cant see how anybody, cant see how anyone,
        cannot see how anybody, cannot see how anyone, do not see how anybody, do not see how anyone,
        dont see how you can, dont know how anybody, dont know how anyone, dont see why anybody,
        dont see why anyone, fail to see how anyone, fail to see how anybody, beats me how, how anybody could,
        how anyone could, how anybody can, how anyone can, who could agree, who would agree, who on earth,
        cannot let that stand, cant let that stand, cant let that go, cannot let that go, cant let that pass,
        cannot let that pass, cant leave that, let that go unchallenged, my quarrel with, my argument with,
        my objection to, my problem with, my issue with, my trouble with, my beef with, my difficulty with,
        cant be doing with, cannot be doing with, not so sure thats true, not so sure thats right,
        not so sure about that, not at all sure thats true, not at all sure thats right,
        not at all sure about that, with the greatest of respect, with great respect, with the utmost respect,
        with all respect, far be it from me to disagree, far be it from me to contradict, would that it were so,
        would that it were, if only it were so, if only that were so, not the phrase id use,
        not the word id use, not a word id use, not a phrase id use, not the term id use, not the words id use,
        not the phrase i would use, not the word i would use, not how id describe it,
        not how i would describe it, not how id describe, isnt how id describe it, dont believe that what,
        do not believe that what, dont believe what, do not believe what, id not go that far,
        id have agreed with, i would have agreed with, wed have agreed with, might have agreed with,
        could have agreed with, may have agreed with, id have been with, id have gone along with,
        stopped agreeing with, stopped believing, gone off, gone cold on, lost faith in, cooled on,
        never met anyone who agrees with, never met anybody who agrees with, dont know anyone who agrees with,
        dont know anybody who agrees with, dont know anyone whod agree with, dont know anybody whod agree with,
        dont know anyone who would agree with, dont know anybody who would agree with,
        dont know a soul who agrees with, yet to meet anyone who agrees with, yet to meet anybody who agrees with,
        have to agree to differ, takes some believing, take some believing, takes some swallowing,
        agreed to disagree
        """)

    static let disagreeingJudgements = phrases(
        """
        wrong, incorrect, rubbish, nonsense, mistaken, untrue, false, a myth, misleading, unfair, inaccurate,
        twaddle, tosh, wide of the mark, way off, off the mark, comparing apples and pears, out of date,
        has it backwards, got it wrong, has it wrong, doesnt stack up, does not stack up, not right, isnt right,
        isnt true, bunkum, for the birds, a non starter, a nonstarter, no good, doesnt add up, baloney,
        claptrap, pie in the sky, poppycock, hogwash, piffle, balderdash, codswallop, cobblers, drivel, bilge,
        guff, mince, havers, haverin, havering, blethers, haivers, pants, tripe, hokum, hooey, moonshine,
        garbage, bunk, wishful thinking, a fantasy, fantasy, cloud cuckoo land, a fairy tale, a fairy story,
        fairy tales, fiction, a fiction, far fetched, fanciful, laughable, ridiculous, absurd, daft, ludicrous,
        preposterous, hot air, spin, naive, guesswork, hearsay, scaremongering, a red herring, a straw man,
        beside the point, back to front, upside down, the wrong way round, topsy turvy, way wide, wide of it,
        off beam, off base, miles out, miles off, way out, wildly out, wildly wrong, plain wrong, flat wrong,
        dead wrong, just wrong, simply wrong, wrang, factually wrong, doesnt wash with me, rings hollow,
        falls down, doesnt follow, does not follow, isnt so, unfounded, groundless, baseless, unjustified,
        unsupported, an exaggeration, a caricature, a distortion, one eyed, blinkered, contradicts itself,
        misses the mark, misses the target, missed the point, a howler, a lie, a fib, not correct, isnt correct,
        not accurate, isnt accurate, not fair, isnt fair, unworkable, a waste of time, a nonsense, a bad idea,
        a mistake, a dead end, a blind alley, unrealistic, cobblers frankly, bonkers, barmy, batty, cuckoo,
        rot, tommyrot, bosh, eyewash, flannel, gibberish, crap, bull, bollocks, a joke, nonsense on stilts,
        a load of rubbish, a load of nonsense, a load of tosh, a load of rot, a load of tripe, a load of cobblers,
        a load of old cobblers, a load of old rubbish, a load of bull, a load of old tosh, load of old cobblers,
        load of rubbish, load of nonsense, load of tosh, complete tosh, complete tripe, utter tosh, utter tripe,
        utter rot, total tosh, absolute tosh, absolute rot
        """)

    static let plainContraries = phrases(
        """
        not with, no with, nobody could disagree more with, no one could disagree more with, nah not, no not,
        nope not
        """)

    static let likelyDisagreeingJudgements = phrases(
        """
        sweeping, a bit sweeping, simplistic, a bit simplistic, alarmist, melodramatic, pessimistic, gloomy,
        too gloomy, a bit gloomy, too rosy, rosy, extreme, a generalisation, a sweeping generalisation,
        questionable, dubious, shaky, unconvincing, selective, cherry picking, cherry picked,
        a stretch, pushing it, unhelpful, too negative, overly negative, speculative, anecdotal, outdated,
        old hat, a bit off, a no, too simple, too neat, too easy, too optimistic, too pessimistic, too kind,
        a tall story, stretching it, going too far, goes too far, differently, another way, gets a thumbs down,
        gets a big no, gets a firm no, gets a big fat no,
        gets the thumbs down, gets a no, leaves me cold, does nothing for me, doesnt do it for me,
        makes no sense, makes no sense to me, doesnt make sense, doesnt make sense to me, does not make sense,
        makes little sense, falls flat, doesnt land, doesnt sit right, doesnt sit well, sits badly,
        sits uneasily, sticks in my throat, jars, jars with me, grates, talking through his hat,
        talking through her hat, talking through their hat, talking nonsense, talking rubbish, talking rot,
        kidding himself, kidding herself, dreaming, making it up, exaggerating,
        out of touch, missing something, harsh, unkind, a cheap shot, a low blow,
        below the belt, uncharitable, ungenerous, news to us
        """)

    static let contraryVerbs = phrases(
        """
        challenge, contest, reject, dispute, against, oppose, question, doubt, differ with, differ from,
        argue with, quarrel with, argue against, unhappy with, wary of, dislike, struggle to believe,
        cant be with, part from, split from, diverge from, depart from, decline, dismiss, baulk at, balk at,
        bridle at, bristle at, quibble with, cavil at, disbelieve, discount, deny, fall out with,
        at loggerheads with, cross swords with, sceptical of, sceptical about, suspicious of, dubious about,
        dubious of, troubled by, put off by, allergic to, alarmed by, cant see, cannot see, cant let,
        cannot let, wont let, couldnt let, take against, demur at, object on,
        mistrust, distrust, scoff at, dont trust, do not trust, wouldnt trust, cant trust,
        turn my nose up at, hate, loathe, detest, cant stand, cannot stand, cant abide, cannot abide, cant bear,
        cannot bear, dont like, do not like, didnt like, dont love, dont much like, dont really like,
        dont like the sound of, dont like the look of, not keen on, less keen on, not wild about, no fan of,
        no lover of, not fussed about, not fussed on, not struck on, not struck by, cant get excited about,
        cant warm to, cant get on board with, hard pass on, a hard pass on, leave me out of, a no to, a no on,
        a big no to, a firm no to, a clear no to, a hard no to, a big fat no to
        """)

    static let noes = phrases(
        """
        no, nope, nah, no to, a no from me, thumbs down, no thanks, strong no to, firm no to, hard no to,
        hard no on, clear no to, big no to, definite no to, no from me on, no from me to
        """)

    static let ironies = phrases(
        """
        yeah right, what could possibly be wrong with, what could possibly go wrong, famously, oh yes, oh sure,
        oh of course, oh great, how convenient, pull the other one, pigs might fly, in your dreams,
        great another, brilliant another, because thats worked so well, that worked so well last time,
        good luck with, good luck with that, of course 🙄, sure 🙄, as if, 🙄, dream on, wonderful another,
        that always works, if you believe that, lovely another, yes because, sure because, genius, oh please,
        just what we need, just what we needed, oh brilliant, oh lovely, oh wonderful, said nobody ever,
        said no one ever, must be nice, and pigs, im sure that will, im sure thats, what a surprise,
        and im the queen, and im the king, and im the pope, and i am the queen, im the queen of,
        im father christmas, i am father christmas, and im santa, im the tooth fairy, im a monkeys uncle,
        must have imagined, mustve imagined, must have dreamt, must have dreamed, mustve dreamt, mustve dreamed,
        must be imagining, must have missed the memo, must have missed that memo, must have been dreaming,
        must have been asleep, must have blinked, must have been at a different, must be at a different,
        must have been in a different, must be in a different, must live in a different, must be living in a different,
        tell that to, try telling that to, telling that to, say that to, try saying that to,
        be news to, will come as news to, on what planet, on which planet, which planet
        """)
}
