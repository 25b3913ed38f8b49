/// Words around a rating, apart from the stages' own names, which come from the ladder.
enum StageMeaning: Sendable, Hashable {
    /// An answer that names no stage.
    case answer(String, Strength)
    case confidence(Confidence)
    /// A stage after these words is the one meant: *call it*, *overall*.
    case verdictBefore
    case verdictAfter
    /// A stage after these words is not meant now: *would have said*.
    case past
    /// A stage after these words is not meant where another one follows: *I'd love to say*.
    case wished
    /// A stage after these words is somebody else's: *will tell you*.
    case reported
    /// A stage before these words is not meant: *would be a stretch*.
    case notThis
    /// A stage with these words beside it is named only just: *at a stretch*.
    case hedged
    case between
}

enum StageWords {
    static let table = PhraseTable(.stages, entries)

    static let entries: [PhraseTable<StageMeaning>.Entry] =
        notYet.map { row($0, .answer(SpecialStage.notYet, .plain)) }
        + dontKnow.map { row($0, .answer(SpecialStage.dontKnow, .plain)) }
        + noView.map { row($0, .answer(SpecialStage.noView, .plain)) }
        + likelyNoView.map { row($0, .answer(SpecialStage.noView, .likely)) }
        + high.map { row($0, .confidence(.high)) } + medium.map { row($0, .confidence(.medium)) }
        + low.map { row($0, .confidence(.low)) } + unsures.map { row($0, .confidence(.low)) }
        + [
            "call it", "make it", "make that", "change that to", "or rather", "correct that to", "make mine",
            "change mine to", "change to", "change it to", "change my rating to",
            "now", "today",
            "id say", "i say", "so", "overall its", "on balance", "put me down for", "put me down as", "ill go",
            "id go",
            "going with", "ill go with", "settle on", "switch to", "switch me to", "move me to", "my rating is",
            "i mean",
            "rather", "actually", "amend mine to", "these days", "id call it", "id call us", "going for", "go for",
            "i meant",
            "net", "my answer", "as a partnership", "as a system", "as a whole", "across the system",
            "across the patch",
            "collectively", "jointly", "taken as a whole", "come down on", "ill come down on", "id come down on",
            "come down at", "id come down at", "plump for", "ill plump for", "id plump for", "land on", "landing on",
            "id land on", "ill land on", "landed on", "settling on", "settle at", "ending up at", "end up at",
            "ended up at",
            "im at", "i am at", "i get to", "comes out at", "comes out as", "works out at", "works out as",
            "averages out at",
            "averages out as", "evens out at", "evens out as", "stick with", "sticking with", "ill stick with",
            "sticking at",
            "stick at", "down to", "drop to", "dropping to", "move to", "moving to", "moved to", "up to", "nudge up to",
            "nudging up to", "put us at", "put us down as", "id put us at", "id put it at", "put it at", "id put us as",
            "my vote is", "my score is", "my view is", "vote for", "voting", "score it", "scoring it", "rate us",
            "rate it",
            "rating it", "rating us", "i rate it", "i rate us", "id rate us", "id rate it", "i choose", "choosing",
            "i pick",
            "picking", "opt for", "opting for", "id opt for", "ill opt for", "closer to", "nearer to", "more like",
            "so its", "then its", "in truth", "in reality", "in practice", "if im honest its",
            "truth be told", "the truth is",
            "final answer", "ill say", "i put us at", "i put it at", "i put us as", "i put this at", "i put us down as",
            "i put us down at", "i have us at", "i have us down as", "id have us at", "i see us at", "i see us as",
            "i place us at", "id place us at", "i mark us as", "i mark us at", "that makes us", "ill settle for",
            "id settle for", "score", "my score", "scrap that", "scratch that", "this time",
            "mine is", "mines", "mine would be", "mine has to be", "my own is", "my own would be", "my own view is",
            "ours is", "truth is", "gut says", "my gut says", "head says", "instinct says", "evidence says",
            "data says",
            "has to be", "must be", "have to be", "got to be",
            "if you want one word", "in one word", "that gives us", "no wait",
        ]
        .map { row($0, .verdictBefore) } + corrected.map { row($0, .verdictBefore) }
        + ["overall", "now", "today", "on balance", "all in all", "from me", "in the round", "taken together"]
        .filter { !["now", "today", "on balance"].contains($0) }.map { row($0, .verdictAfter) }
        + ["is my answer", "is my rating", "is my view", "is my vote", "is my score", "is mine", "is my own"].map {
            row($0, .verdictAfter)
        }
        + [
            "was", "we were", "would have said", "wouldve said", "would have been", "used to be", "had been",
            "a year ago", "last year",
            "had us at", "previously", "not", "isnt", "arent", "nowhere near", "far from", "not quite", "short of",
            "tempted by",
            "might be", "until we are", "before we are", "rather than", "instead of", "away from", "than", "nor",
            "hardly",
            "someone will say", "some will say", "others will say", "they say", "claims", "said", "says", "not really",
            "could have said", "almost said", "wouldnt say", "wouldnt call it", "cant call it", "cant say",
            "wouldnt call us", "cannot call it", "on paper", "to be", "never", "aspire to", "aiming for", "aim for",
            "no longer", "past", "well past", "beyond", "well beyond", "way past", "further than", "from",
            "if youd asked", "if you asked", "had you asked", "if you had asked", "if it were just",
            "if it was just", "if it was only", "on our own", "on my own", "on their own", "left to ourselves",
            "used to say",
            "thought we were", "thought it was", "thought us", "had hoped for", "hoped for", "hope to reach",
            "hoping for",
            "last time", "last round", "last month", "last spring", "in the first round", "first time round",
            "not as far as",
            "not as high as", "not as good as", "nothing like", "no way are we", "no way were", "wont be", "we will be",
            "well be", "will be", "want to be", "would like to be", "one day", "eventually", "on the way to",
            "wouldnt go to",
            "wouldnt go as far as", "wouldnt stretch to", "not as low as", "dont think were", "dont think we are",
            "dont think its", "dont think it is", "started at", "came in thinking", "came in at", "off the back of",
        ]
        .map { row($0, .past) }
        + wishes.map { row($0, .wished) } + reports.map { row($0, .reported) }
        + notThis.map { row($0, .notThis) } + hedges.map { row($0, .hedged) }
        + [
            "between", "in between", "somewhere between", "halfway between", "midway between", "on the border of",
            "half way between", "part way between", "half way from", "halfway from", "midway from", "part way from",
            "somewhere from", "on the way from", "moving from", "going from", "getting from", "straddling",
            "torn between",
            "split between", "sitting between", "sits between", "we sit between", "on the line between",
            "on the cusp between", "in the gap between", "midpoint of", "the midpoint of", "in the middle of",
            "somewhere in the middle of", "middle of",
            "the middle of", "a mix of", "mix of",
            "a mixture of", "mixture of",
        ]
        .map { row($0, .between) }

    static let notThis = phrases(
        """
        would be a fib, would be a lie, would be a stretch, would be a joke, would be a reach, would be generous,
        would be too generous, would be lying, would be kind, would be too kind, would be flattering,
        would be optimistic, would be pushing it, would be going too far, would be too much, would be too high,
        would be too strong, would be too low, would be too harsh, would be harsh, would be unfair,
        would be overstating it, would be overclaiming, would be wishful thinking, would be nonsense,
        would be wrong, is generous, is too generous, is a stretch, is a bit of a stretch, is too kind,
        is too strong, is too high, is too low, is too harsh, is too much, is pushing it, is optimistic,
        is too optimistic, is wishful thinking, is a fantasy, is a fib, is overstating it, is overclaiming,
        is flattering, flatters us, is not true, isnt true, is not right, isnt right, is wrong, is where we want to be,
        is where we would like to be, is where wed like to be, is the dream, is the ambition, is the goal,
        is the aim, is the hope, is some way off, is a way off, is a long way off, is years off, is years away,
        is a long way away, is out of reach, it is not, it isnt, we are not, we arent, were not, its not,
        by next year, next year, in a year, in two years
        """)
    static let hedges = phrases(
        """
        at a stretch, at a push, at a pinch, at the outside, just about, if pushed, if pressed, when pushed,
        if pushed to it, if you push me, if you pushed me, if you twist my arm, if i was pushed, if i were pushed,
        if i must, if i have to, if i had to,
        if i had to say, if i had to choose, if im generous, if im being generous, if im kind, if im being kind,
        if im charitable, if im being charitable, if were generous, if were being generous, if were being kind,
        being generous, being kind, being charitable, to be generous, to be charitable, to be kind,
        on a good day, with a following wind, with a fair wind, give or take, or thereabouts, thereabouts, ish
        """)
    static let unsure = [
        "very", "all that", "that", "totally", "so", "too", "at all", "particularly", "terribly",
        "especially", "hugely", "overly", "really", "wholly", "massively", "entirely", "completely", "fully",
        "altogether", "absolutely", "exactly", "super", "100 %", "quite", "remotely", "overwhelmingly", "desperately",
        "awfully", "madly", "greatly", "the most",
    ]
    static let unsures =
        ["not sure", "not confident", "not certain"]
        + unsure.flatMap { adverb in ["sure", "confident", "certain"].map { "not \(adverb) \($0)" } }
    static let notYet = phrases(
        """
        not yet, not started, havent started, not even started, nothing in place, not there at all,
        not yet started, not begun, havent begun, nowhere, not on the map, not even emerging,
        below emerging, pre emerging, nowhere near emerging, not off the ground, not at the first stage,
        nothing yet, notyet, not emerging yet, not yet emerging, not even at emerging, not at emerging,
        not begun yet, havent begun yet, havent even begun, havent even started, not even begun,
        hasnt even started, hasnt even begun, not even got going,
        hasnt started, has not started, hasnt begun, not yet begun,
        we have not started, have not started, havent got going, not got going, not got started,
        havent got started, at zero, at nought, square one, at square one, at the starting line,
        on the starting blocks, still on the starting blocks, nothing to show, nothing at all,
        nothing at all yet, nothing going on, nothing happening, nothing happening yet,
        nothing has happened, nothings happened, nothing has started, no start made, yet to start,
        yet to begin, still to start, still to begin, short of emerging, less than emerging,
        not as far as emerging, nowhere close to emerging, far off emerging, not there yet,
        were not there yet, not at all yet, zilch, not off the starting blocks, blank sheet,
        a blank sheet of paper, blank sheet of paper, nobody has started, no one has started,
        nobodys started
        """)
    static let dontKnow = phrases(
        """
        dont know, do not know, havent a clue, no idea, no clue, dunno, couldnt say, couldnt tell you,
        cant tell, not a clue, havent the foggiest, i dont know, idk, dk, dont knows, cant judge,
        cannot judge, cant rate, i cant rate, search me, beats me, havent got a clue, unable to say,
        cannot say, unsure, not sure where we are, cant honestly say, couldnt judge, donno, dont no,
        havent an idea, not in a position to say, not in a position to judge, dont have enough to go on,
        dont know enough, not enough to go on, i have no idea, no earthly idea, not the faintest,
        not the faintest idea, havent the faintest, havent the faintest idea, not the foggiest,
        havent the first idea, wouldnt know, i wouldnt know, couldnt begin to say, cant begin to say,
        hard to say, hard to tell, difficult to say, impossible to say, impossible to tell, too hard to say,
        i cant say, couldnt tell, couldnt call it, couldnt rate it, couldnt rate, cant rate it,
        cant rate this, cannot rate, cannot rate it, unable to judge, unable to rate, not able to judge,
        not able to say, not able to rate, not enough information, not enough information to say,
        not enough evidence, not enough evidence to say, not enough to say, dont have the evidence,
        dont have the information, dont have enough information, havent enough to go on,
        havent enough information, lost on this, in the dark, in the dark on this, im in the dark,
        no way of knowing, no way to know, who knows, god knows, goodness knows, heaven knows, lord knows,
        cant honestly rate, cant honestly judge, cant really rate, cant really say,
        cant really judge, havent a scooby, not a scooby, cant rightly say,
        havent seen enough, havent seen enough to say, not seen enough, not seen enough to say,
        too new to say, too new to know, new here so cant say, undecided, genuinely dont know,
        honestly dont know, really dont know, simply dont know, ask me another, ask me in a year,
        out of my depth, outside my knowledge, beyond my knowledge, above my pay grade, not sure at all,
        not sure what to say, no sense of it, no sense of this, no feel for it, no feel for this
        """)
    static let noView = phrases(
        """
        no view, no opinion, none from me, no rating, no rating from me, no comment, no view on this one,
        abstain, ill abstain, dont have a view, no view from me, have no view, not my area, i abstain,
        no view to give, have no opinion, no opinion from me, dont have an opinion, no views,
        nothing from me, nothing to offer, not rating, not rating this, not rating this one, i wont rate,
        i wont rate this, wont rate, wont rate this, wont rate this one, wont be rating,
        wont be rating this, declining to rate, decline to rate, i decline to rate, not for us,
        not our area, outside my area, outside our area, outside my remit, outside our remit, not my remit,
        not our remit, not my field, not our field, not my patch, not our patch, nil return, no vote,
        abstaining, abstention, leave mine blank, leave it blank, leave me blank,
        dont hold a view
        """)
    static let likelyNoView = phrases(
        """
        wouldnt like to say, not like to say, wouldnt want to say, wouldnt like to guess, not want to say,
        rather not say, rather not, prefer not to say, pass, ill pass, skip me, ill sit this one out,
        sit this one out, rather not rate, prefer not to, ill leave this one, leave me out,
        leave me out of this one, count me out, not for me to say, id rather not, ill skip this,
        ill skip this one, ill pass on this one, id rather not say, id rather not rate, prefer not to rate,
        rather not answer, prefer not to answer, rather not give one, rather not give a rating,
        sit this out, ill sit this out, sitting this out, sitting this one out, skip this one, skip this,
        im skipping, skipping this one, pass on this, pass on this one, passing on this,
        passing on this one, leave this one to others, leave it to others, ill leave it to others,
        ill leave this to others, leave that to others, defer to others, ill defer to others,
        defer to those who know, ill defer to those who know, not for me, not one for me, next question,
        keep that to myself, keep this to myself, keep it to myself, keep mine to myself, keep my rating to myself,
        keep my score to myself, keep my answer to myself, keep my view to myself, keep my views to myself,
        keep my opinion to myself, keep my thoughts to myself, keep that one to myself, keep this one to myself,
        keeping that to myself, keeping this to myself, keeping it to myself, keeping mine to myself,
        keeping my rating to myself, keeping my score to myself, keeping my answer to myself,
        keeping my view to myself, keeping my views to myself, keeping my opinion to myself,
        keeping my thoughts to myself, keep my own counsel, keeping my own counsel, keep my counsel,
        keep schtum, keeping schtum, keep mum, keeping mum, my lips are sealed, lips are sealed,
        not telling, im not telling, not telling you, not going to tell you, not going to tell anyone,
        sooner not say, sooner not, sooner not rate, thats private, that is private, its private, mine is private,
        thats my business, thats between me and, prefer not to give one, prefer not to give a rating,
        no thanks, stay out of this one, staying out of this one, ill stay out of this one,
        give this one a miss, ill give this a miss
        """)
    static let high = phrases(
        """
        high, high confidence, highly confident, confidence high, very confident, pretty confident,
        confident, very sure, certain, pretty sure, quite confident, quite sure, im sure, no doubt, hi,
        absolutely sure, very high, sure of it, fully confident, totally confident, extremely confident,
        confidence is high, really confident, no doubt about it, im certain, positive, dead sure,
        dead certain, quite certain, high conf, conf high, confidence hi, confidence very high,
        absolutely certain, completely sure, completely certain, completely confident, totally sure,
        totally certain, utterly sure, utterly certain, 100 sure, 100 % sure, 100 percent sure,
        hundred percent sure, 100 % confident, 100 percent confident, very certain, pretty certain,
        extremely sure, really sure, super confident, super sure, supremely confident, sure as anything,
        sure as i can be, as sure as i can be, without a doubt, without doubt, no doubts, not in doubt,
        beyond doubt, no question, no question about it, no two ways about it, certain of it, sure about it,
        sure about that, sure of that, confident of it, confident about it, confident in that,
        confident about that, confident of that, high certainty, certainty high, confidence level high,
        high level of confidence, strong confidence, confidence strong, would bet on it, id bet on it,
        bet my house on it, bet the house on it, put money on it, id put money on it, would put money on it,
        would swear to it, swear to it, id swear to it, know it for a fact, i know it for a fact, definite,
        rock solid, know this well, very high confidence, highly certain, high as it gets,
        hi confidence, conf hi, hi conf,
        hgih, hihg
        """)
    static let medium = phrases(
        """
        medium, med, medium confidence, confidence medium, fairly confident, fairly sure,
        reasonably confident, moderately confident, moderate, middling, reasonably sure, medium ish, mid,
        medium sure, half sure, somewhat confident, mediumish, confidence is medium, medium conf,
        conf medium, confidence med, med confidence, so so, moderate confidence, confidence moderate,
        confidence middling, moderately sure, moderately certain, fairly certain, reasonably certain,
        quietly confident, more or less sure, more sure than not, halfway sure, middle confidence,
        middle of the road, confidence is middling, confidence is med, average confidence,
        confidence average, confidence fair, fair confidence, confidence so so, medium certainty,
        ok confidence, fifty fifty, 50 50, medium to high, medium high, sure enough, confident enough,
        in the middle for confidence, medium level of confidence, confidence level medium, sort of sure,
        kind of sure, sort of confident, kind of confident, mostly sure, mostly confident, mostly certain,
        pretty much sure, tolerably sure, tolerably confident, half confident, partly confident,
        partly sure,
        meduim, medum, mdeium
        """)
    static let low = phrases(
        """
        low, low confidence, confidence low, a guess, just a guess, guessing, unconfident, a bit of a guess,
        little confidence, shaky, finger in the air, very low, lowish, confidence is low, low conf,
        conf low, no great confidence, wild guess, im guessing, pure guess, stab in the dark,
        a stab in the dark, shot in the dark, a shot in the dark, gut feel, gut feeling, just a hunch,
        a hunch, only a hunch, best guess, a best guess, my best guess, rough guess, educated guess,
        an educated guess, could be wrong, might be wrong, may be wrong, could well be wrong, dont quote me,
        dont hold me to it, dont hold me to that, shaky on this, shaky on it, no confidence,
        zero confidence, very little confidence, limited confidence, confidence limited, weak confidence,
        confidence weak, confidence poor, poor confidence, confidence very low, very low confidence,
        low ish, on the low side, far from sure, far from certain, far from confident, hardly confident,
        barely confident, unsure of it, unsure about it, im unsure, tentative, tentatively,
        wouldnt swear to it, wouldnt bet on it, wouldnt put money on it, wouldnt stake my life on it,
        take it with a pinch of salt, pinch of salt, finger in the wind, low certainty, certainty low,
        lo, lo confidence, confidence lo, conf lo, lo conf,
        lwo
        """)
}
