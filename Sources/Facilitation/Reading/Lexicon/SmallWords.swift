/// What the small words around an opinion do to it.
enum SmallMeaning: UInt8, Sendable {
    /// Leaves the opinion as it is: *really*, *yes*, *sorry*.
    case neutral
    case negation
    /// Makes it less than certain: *broadly*, *might*.
    case hedge
    case condition
    /// Something follows that goes the other way: *but*.
    case contrast
    case reason
    /// The speaker: *I*.
    case speaker
    /// The speaker among others: *we*.
    case group
    /// Joins items of a list: *and*.
    case joint
    /// Leads from the opinion to what it is about: *with*, *to*.
    case link
    /// A worry or a wish that comes with a yes.
    case worry
    /// A noun for something said: *point*, *comment*.
    case pointNoun
    /// Something that has been, and need not be so now: *was*.
    case past
    /// Not meant as it is said: an eye-roll.
    case irony
}

/// The table of small words, and their meaning for each word of a line.
enum SmallWords {
    static let table = PhraseTable(.small, entries)

    static let entries: [PhraseTable<SmallMeaning>.Entry] =
        neutral.map { row($0, .neutral) } + negations.map { row($0, .negation) } + hedges.map { row($0, .hedge) }
        + conditions.map { row($0, .condition) } + contrasts.map { row($0, .contrast) }
        + reasons.map { row($0, .reason) } + worries.map { row($0, .worry) } + points.map { row($0, .pointNoun) }
        + ironies.map { row($0, .irony) } + pasts.map { row($0, .past) }
        + [
            row("i", .speaker), row("im", .speaker), row("ive", .speaker), row("i am", .speaker),
            row("we", .group), row("weve", .group), row("wed", .group), row("were all", .group), row("our", .group),
            row("and", .joint), row("&", .joint), row("plus", .joint), row("both", .joint), row("or", .joint),
            row("with", .link), row("w", .link),
            row("to", .link), row("on", .link), row("about", .link),
            row("re", .link), row("by", .link), row("of", .link), row("for", .link), row("as for", .link),
            row("regarding", .link), row("wrt", .link), row("with regard to", .link), row("around", .link),
        ]

    private static let neutral = phrases(
        """
        for once, not for the first time, itll surprise nobody, it will surprise nobody, surprise nobody,
        surprise no one,
        yes, yeah, yep, yup, ok, okay, well, so, also, really, very, very much, much, totally, completely,
        absolutely, entirely, fully, definitely, strongly, wholeheartedly, certainly, obviously, clearly,
        personally, me, too, do, must, have to, can, still, just, just to say, quite, sorry, please,
        actually, again, oh, ah, right, for what its worth, fwiw, happy to, glad to, pleased to,
        would have to, id have to, will have to, ill have to, 100, 100 %, hundred percent,
        a hundred percent, thoroughly, wholly, firmly, as it happens, in fact, to be honest, to be fair,
        if im honest, in all honesty, to me, tbh, imo, imho, honestly, frankly, simply, here, at all, a lot,
        heartily, same, is, all, a, then, there, too much, more, whole heartedly, for me, from me, in full,
        entirely and completely, of course, im afraid, afraid, i have to say, i must say, hi, morning,
        thanks, thank you, hi all, morning all, am, in, that, 100 percent, aye, indeed,
        for what it is worth, not only, hand on heart, hand on my heart, in all conscience,
        with hand on heart, if you ask me, as far as im concerned, in my book, to my mind, in my opinion,
        in my view, from what i see, from what ive seen, from what i hear, from what i know, from what we see,
        from what weve seen, from what we hear, from experience, from my experience, from our experience,
        from where i sit, from where i stand, speaking personally, i confess, i admit,
        i must admit, i have to admit, id have to say, must say, truth be told, if truth be told,
        truthfully, hands down, without question, without a doubt, without doubt, no question, undoubtedly,
        unreservedly, without reservation, utterly, one hundred percent, simples, aw, hmm, hm, erm,
        um, er, mmm, mm, whatsoever, i fear, i regret to say, i am sorry to say, im sorry to say,
        och, nay, regrettably, i am afraid, i have to tell you, hereby, through the chair, through you chair,
        with respect chair, by the way, btw, incidentally,
        on reflection, on further reflection, on second thoughts, on second thought, having slept on it,
        without hesitation, without any hesitation, without hesitation or reservation, without reservations,
        without reservation or hesitation, without hesitation or doubt, without doubt or hesitation, without qualms,
        without qualification, without reservation or qualification, without any reservation, without any reservations,
        without the slightest hesitation, without a moments hesitation, without a second thought, without reservation or doubt,
        having thought about it, as ever, as always, as usual, as per usual, as yet
        """)
    private static let negations = phrases(
        """
        not, dont, do not, cant, can not, cannot, wont, will not, wouldnt, would not, never, didnt, did not,
        doesnt, does not, isnt, is not, aint, no longer, hardly, barely, nobody, none, neither, nor,
        without, couldnt, could not, refuse, unable, unwilling, far from, hard to, difficult to,
        struggle to, struggling to, no one, cant say, cannot say, wouldnt say, wasnt, arent, havent, hasnt,
        shouldnt, shant, no way, dnt, rather than, instead of, anything but, dont really, not really,
        decline to, declining to, hesitate to, loath to, reluctant to, dont fully, dont entirely, dont quite,
        hadnt, werent, cant pretend, cannot pretend, wont pretend, will not pretend, shant pretend, wouldnt pretend,
        would not pretend, couldnt pretend, could not pretend, not going to pretend, not pretend, cant claim,
        cannot claim, couldnt claim, could not claim, wouldnt claim, would not claim, wont claim, not claim,
        dont claim, do not claim,
        cant in all honesty, cannot in all honesty, cant in all conscience, cannot in all conscience,
        cant honestly say, cant honestly, cant pretend to, wont pretend to, shant pretend to,
        wouldnt pretend to, not going to pretend to,
        cant bring myself to, cannot bring myself to, be lying if i said i, lying if i said,
        be lying if i said, be wrong to say that, wrong to say that, be wrong to say, untrue to say that,
        not true to say that, incorrect to say that, the last to, last person to, the last person to,
        hard pressed to, hard put to, in no position to, not in a position to, not about to, no wish to,
        in no hurry to, find it hard to, find it difficult to, finding it hard to, impossible to,
        not possible to, not able to, never going to, dont see how i can, cant see myself, couldnt possibly,
        beyond me to, fail to, unlikely to, never in a million years, under no circumstances, on no account,
        by no means, in no way, not in any way, wouldnt say that, couldnt say, could not say,
        couldnt tell you
        """)
    private static let hedges = phrases(
        """
        would, id, might, may, could, hold my nose, holding my nose, probably, perhaps, maybe, inclined, tend, suppose, guess, think,
        broadly, mostly, largely, partly, partially, in principle, to a point, up to a point, sort of, kind of,
        somewhat, almost, nearly, want to, like to, more or less, on balance, by and large, in theory,
        to some extent, the direction, the intention, the intent, the principle, the sentiment,
        the ambition, the spirit, half, reluctantly, will, ill, going to, generally, mainly, in part,
        prepared, prepared to, willing to, should, try, tempted, sympathise, see, i think, i suppose,
        i guess, as far as it goes, in spirit, in general, basically, roughly, part of, some of, most of,
        bits of, half of, parts of, the spirit of, the thrust of, a bit, technically, grudgingly,
        with a heavy heart, heavy heart, begrudgingly, hesitantly, for now, at the moment, i imagine,
        presumably, possibly, if anything, the first half of, the gist of, i reckon, reckon, supposedly,
        apparently, leaning, lean, the first part of, not opposed, not against, tentatively, cautiously,
        provisionally, in the main, warily, with gritted teeth, through gritted teeth, i expect, expect,
        one might, one could, one may, one would, one can, one is, one must, minded to, half minded to,
        sort o, kind o, i daresay, daresay, i fancy, i feel, i gather, in the round, up to now, so far,
        to a degree, to a large extent, to a certain extent, to the extent, insofar, in so far as, for the most part, give or take, in places,
        be tempted to, be tempted, be minded to, be inclined to, be prepared to, be willing to, love to,
        dearly love to, be glad to, have loved to, at a push, at a pinch, if pushed, whatever, why not,
        for the sake of, just about, on a good day, on the face of it, on the whole, as far as,
        in the same way, for an easy life, for the sake of peace, half heartedly, reluctance, with reluctance,
        with some reluctance, with great reluctance, with hesitation, with some hesitation, with a sigh,
        through clenched teeth, unenthusiastically, without enthusiasm, without much enthusiasm, sighing, sigh,
        oh alright, oh all right, alright then, all right then, all right all right, alright alright, oh go on,
        go on then, oh ok, oh okay, oh fine, ok then, okay then, fine then,
        oh well, oh very well, very well then, ok ok, okay okay, you win, youve won,
        if i must, if we must, if you must, if you insist, needs must, under sufferance, for a quiet life, worn me down,
        wore me down, twisted my arm, twist my arm, have it your way, gritted teeth, grudging, begrudging,
        against my better judgement, against my better judgment, with a shrug, i give in, so be it, get it over with,
        get this over with, to keep the peace
        """)
    private static let conditions = phrases(
        """
        if, unless, until, till, once, provided, providing, provided that, as long as, so long as, subject to,
        on condition, on the condition, on condition that, assuming, only when, only if, before, depending,
        depending on, depends, when, conditional on, conditionally, contingent on, in return for,
        with the proviso, as soon as, not until, pending, but only if, only once, yes if, so long,
        on the understanding, on the basis that, only after, not before, in exchange for, after, not without,
        not unless, if and only if, but if and only if, even when, with the condition, whenever
        """)
    private static let contrasts = phrases(
        """
        but, though, although, however, except, except for, apart from, bar, minus, that said, mind you, whereas,
        yet, and yet, only not, other than, aside from, then again, having said that, only thing is, only thing,
        the only thing, tho,
        albeit, even if,
        even though, despite, in spite of, less so, all but, were it not for, were it not that, were i not,
        if it were not for, if it wasnt for, were we not, had i not, had it not been for, was it not for
        """)
    private static let reasons = phrases(
        """
        because, cos, coz, cuz, bc, since, as, given, given that, because of, seeing as, becuase, considering,
        on the grounds that, the reason being, b / c, due to
        """)
    private static let worries = phrases(
        """
        worry, worrys, worried, worries, i fear the, i fear that, i fear we, i fear it, fear, fears, dread,
        frightens, frightened, scares, scared, terrifies,
        keeps me awake, keep me awake, keeps me up, lose sleep, losing sleep, concern, concerned, concerns,
        nervous, reservation, reservations, caveat,
        caveats, wish, would prefer, id prefer, would rather, id rather, id sooner, would sooner, id as soon,
        would as soon, would like to see, id like to see,
        niggle, uneasy, anxious, wary, not ideal, not perfect, isnt perfect, is not perfect, is not ideal,
        isnt ideal, not great, quibble, would have liked, id have liked, had hoped, hoped for, doubt, doubts, misgiving, misgivings,
        not thrilled, qualms, hesitation, hesitations, one thing, keep an eye, watch out, nagging, a shame,
        not sure, unsure, bugging me, bugs me, bothering me, troubles me, troubling me, annoys me, irks me,
        niggling, nerves, unhappy, disappointed, slightly bothered, bothers me, would have preferred,
        id have preferred, hope, hoping, a bit tight, ambitious, not keen, less keen, not wild
        """)
    private static let points = phrases(
        """
        point, points, comment, comments, statement, idea, view, suggestion, number, item, no, entry, one,
        remark, line, what, said, says, the, last, earlier, put, up, top, bit, wrote, is saying, are saying,
        was saying, just said, has said, put it, took, position, take, post, message, argument, thinking,
        way of seeing it, way of seeing, way of thinking, way of looking at it, way of looking,
        words, everything, every word, analysis, description, account, diagnosis, assessment, summary,
        conclusion, observation, claim, suggestions, logic, reasoning, remarks, claims
        """)
    private static let pasts = phrases(
        """
        was, had, previously, would have, used to, used, a year ago, last year
        """)
    private static let ironies = phrases(
        """
        🙄, 😏, 🙃, 🤡, 😒, at your peril, at your own peril, at your own risk, yeah right, as if, not lol, jk, just kidding, / s, s arcasm, ha ha, famously,
        because that always works, good luck with that, what could possibly, what could go wrong,
        how convenient, worked so well, went so well, worked out so well, worked last time,
        pull the other one, pigs might fly, in your dreams, dream on, said nobody ever, said no one ever,
        thatll fix it, that will fix it, thatll sort it, that will sort it, thatll solve it,
        that will solve it, how lovely, big surprise, what a surprise, i bet, im sure, shocker, 🤨, pigs fly,
        pigs can fly,
        pigs have wings, pigs will fly, im the pope, im a dutchman, father christmas, tooth fairy,
        hell freezes over, when hell freezes, cows come home, and the rest, said nobody, said no one
        """)
}
