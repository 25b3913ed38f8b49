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
        + low.map { row($0, .confidence(.low)) }
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
            "net", "my answer", "final answer", "ill say", "that makes us", "ill settle for", "id settle for",
        ]
        .map { row($0, .verdictBefore) }
        + ["overall", "now", "today", "on balance", "all in all", "from me", "in the round", "taken together"]
        .filter { !["now", "today", "on balance"].contains($0) }.map { row($0, .verdictAfter) }
        + [
            "was", "we were", "would have said", "wouldve said", "would have been", "used to be", "had been",
            "a year ago", "last year",
            "had us at", "previously", "not", "isnt", "arent", "nowhere near", "far from", "not quite", "short of",
            "tempted by",
            "might be", "until we are", "before we are", "rather than", "instead of", "away from", "than", "nor",
            "hardly",
            "someone will say", "some will say", "others will say", "they say", "claims", "said", "says", "not really",
            "could have said", "almost said", "i put", "wouldnt say", "wouldnt call it", "cant call it", "cant say",
            "wouldnt call us", "cannot call it", "on paper", "to be", "never", "aspire to", "aiming for", "aim for",
            "no longer",
        ]
        .map { row($0, .past) }
        + ["between", "in between", "somewhere between", "halfway between", "midway between", "on the border of"]
        .map { row($0, .between) }

    static let notYet = phrases(
        """
        not yet, not started, havent started, not even started, nothing in place, not there at all,
        not yet started, not begun, havent begun, nowhere, not on the map, not even emerging, below emerging,
        pre emerging, nowhere near emerging, not off the ground, not at the first stage, nothing yet, notyet,
        not emerging yet, not yet emerging, not even at emerging, not at emerging
        """)
    static let dontKnow = phrases(
        """
        dont know, do not know, havent a clue, no idea, no clue, dunno, couldnt say, couldnt tell you,
        cant tell, not a clue, havent the foggiest, i dont know, idk, dk, dont knows, cant judge, cannot judge,
        cant rate, i cant rate, search me, beats me, havent got a clue, unable to say, cannot say, unsure,
        not sure where we are, cant honestly say, couldnt judge, donno, dont no, havent an idea,
        not in a position to say, not in a position to judge, dont have enough to go on, dont know enough,
        not enough to go on, i have no idea
        """)
    static let noView = phrases(
        """
        no view, no opinion, none from me, no rating, no rating from me, no comment, no view on this one,
        abstain, ill abstain, dont have a view, no view from me, have no view, not my area, i abstain
        """)
    static let likelyNoView = phrases(
        """
        rather not say, rather not, prefer not to say, pass, ill pass, skip me, ill sit this one out,
        sit this one out, rather not rate, prefer not to, ill leave this one, leave me out,
        leave me out of this one, count me out, not for me to say, id rather not, ill skip this,
        ill skip this one, ill pass on this one
        """)
    static let high = phrases(
        """
        high, high confidence, highly confident, confidence high, very confident, pretty confident, confident,
        very sure, certain, pretty sure, quite confident, quite sure, im sure, no doubt, hi, absolutely sure,
        very high, sure of it, fully confident, totally confident, extremely confident, confidence is high,
        really confident, no doubt about it, im certain, positive, dead sure, dead certain, quite certain,
        high conf, conf high, confidence hi
        """)
    static let medium = phrases(
        """
        medium, med, medium confidence, confidence medium, fairly confident, fairly sure, reasonably confident,
        moderately confident, moderate, middling, reasonably sure, medium ish, mid, medium sure, half sure,
        somewhat confident, mediumish, confidence is medium, medium conf, conf medium, confidence med,
        med confidence, so so, moderate confidence, confidence moderate, confidence middling
        """)
    static let low = phrases(
        """
        low, low confidence, confidence low, not very sure, not sure, not confident, not very confident,
        a guess, just a guess, not at all sure, guessing, not certain, unconfident, a bit of a guess,
        little confidence, not that sure, not that confident, shaky, finger in the air, very low,
        not totally sure, not so sure, not too sure, not particularly confident, not terribly sure,
        not terribly confident, not especially confident, not hugely confident, lowish, confidence is low,
        low conf, conf low, no great confidence, not overly confident, wild guess, not really sure, im guessing,
        pure guess, not wholly sure, not massively confident
        """)
}
