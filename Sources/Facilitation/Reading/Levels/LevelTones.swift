// What colours a yes (sarcasm, and the worries and wishes that come with it), and what holds one back.
extension LevelWords {
    static let sarcasms = phrases(
        """
        come off it, oh come on, oh come off it, give over, who are we kidding, who are you kidding,
        on what planet, be serious, you cannot be serious, you cant be serious, get real, aye right, oh aye,
        aye sure, my foot, my eye, in which universe, and the moon is, and im the queen, and im the king,
        and im the pope, and im father christmas, and im santa, and pigs fly, and pigs can fly,
        and i am the queen, and i am the king, and i am the pope, when pigs fly, love how we,
        love the way we, do love how, do love the way, do love it when, love it when, dont you just love,
        what a treat, what a masterstroke, what a stroke of genius, what joy, oh joy, how original, how novel,
        how brave, thats us saved,
        that will show them, thatll show them, here we go again, not that again, same old, all we ever do,
        pull the other, tell me another, and my cat, what planet, what could go wrong,
        what could possibly go wrong, yeah right, oh brilliant, oh great, oh wonderful, oh lovely,
        because that worked so well, pigs might fly, as if, said nobody ever, said no one ever, oh sure,
        good luck with that, how convenient, just what we need, oh good another, great another,
        do i look like, look like i support, look like i agree, about as much as, as much as i like,
        as much as i love, as much as i support, you must be joking, you must be kidding, youve got to be joking,
        youve got to be kidding, you have got to be joking, you have got to be kidding, youre joking, you are joking,
        youre kidding, you are kidding, are you joking, are you kidding, youre having a laugh, having a laugh,
        dont make me laugh, fat chance
        """)
    static let couldntBeMore = ["couldnt be more", "could not be more"].flatMap { more in
        ["in favour", "behind", "in agreement", "in support", "for it", "for this"].map { "\(more) \($0)" }
    }
    static let zeroObjections = [
        "zero objections", "zero objection", "nil objections", "not one objection",
        "not a single objection", "not a solitary objection",
    ]
    .flatMap { none in ["", " from me", " from us", " here", " to it", " to this"].map { none + $0 } }
    /// *too soon for me to support this*: what comes after is another reason, or none.
    static let tooSoon = ["too soon", "too early", "premature"].flatMap { soon in
        ["for me to", "for us to", "to"].flatMap { whom in
            [
                "support", "back", "agree", "agree to", "sign", "sign up to", "say yes", "say yes to", "endorse",
                "accept",
                "commit", "commit to", "vote for", "approve",
            ].map { "\(soon) \(whom) \($0)" }
        }
    }
    /// The text is being read, or somebody is away for a moment.
    static let waiting =
        phrases(
            """
            just reading, reading it, reading it through, reading it again, reading through it, reading this through,
            reading through this, reading it over, rereading, re reading
            """)
        + ["gimme a", "give me two", "give us a", "gimme two"].flatMap { lead in
            ["minute", "minutes", "sec", "secs", "second", "moment", "mo", "tick", "ticks"].map { "\(lead) \($0)" }
        }
    /// *I support it fully*
    static let fullyTold = ["it", "this", "that"].flatMap { what in
        ["fully", "entirely", "completely", "totally", "wholeheartedly", "unreservedly"].map {
            "i support \(what) \($0)"
        }
    }
    /// *nothing to say against it*: as good as a yes, and asked about.
    static let nothingAgainst =
        ["nothing", "nowt", "not a word", "no word"].flatMap { none in
            ["to say", "to be said", "to put", "to hold", "to raise"].flatMap { say in
                ["", " it", " this", " that"].map { "\(none) \(say) against\($0)" }
            }
        } + [
            "im a supporter", "i am a supporter", "against my better judgement", "against my better judgment",
        ]
    static let shants = phrases(
        """
        stand in the way, get in the way, be in the way, stand in your way, get in your way, hold it up, hold this up,
        hold you up, stop it, stop you, stop this, make a fuss, rock the boat, be awkward, obstruct, be an obstacle
        """
    ).map { "shant \($0)" }
    static let worries = phrases(
        """
        id want, i would want, id like, i would like, would want to see, id want to see, i want to see, want to see,
        would need to see, would need to be, needs to be, id look for, needs more, needs work,
        needs tightening, needs a date, needs money, wants tightening, could be stronger, could be bolder,
        could be clearer, could be tighter, should be stronger, should be bolder, should be clearer,
        could go further, should go further, too modest, too timid, too vague, a bit vague, bit vague,
        rather vague, still vague, woolly, is generous, too generous, bit generous, is a stretch,
        a bit of a stretch, bit of a stretch, is optimistic, too optimistic, bit optimistic, is flattering,
        too kind, on the high side, a bit high, bit high, too high, pushing it, too long, too wordy,
        a bit wordy, bit wordy, clumsy, clunky, a mouthful, a bit rushed, too rushed, feels rushed,
        a bit thin, bit thin, too thin, too soft, too weak, a bit weak, bit weak, not strong enough,
        not bold enough, not far enough, isnt enough, not enough, my only gripe, one gripe, my gripe,
        my only quibble, my only niggle, my only concern, my only worry, please make sure, just make sure,
        please add, please include, please mention, please check, please change, please please,
        can somebody please, can someone please, can we please, could somebody, could someone, could we please,
        mind that we, id tweak, i would tweak, id soften, id reword, wording is off, id be happier,
        would be happier, happier with, shame about, pity about, shame the, pity the, shame that, pity that,
        shame it, pity it, needs a rewrite, needs a rethink, should wait, needs more time,
        wouldnt bet my house, wouldnt bet on it, wouldnt bet the house, wouldnt bet the farm,
        could have gone further, might have gone further, could have gone a bit further,
        wouldnt hold my breath, not holding my breath, be surprised if it, id be surprised if, be amazed if
        """)
    /// A yes that follows the others, or that is wrung out of somebody.
    static let goingAlong =
        [
            "go with", "go along with", "going with", "going along with", "fall in with", "falling in with",
            "happy to go with", "happy to go along with", "ill go along with", "willing to go along with",
            "lets go with",
        ].flatMap {
            verb in
            [
                "the room", "the group", "the majority", "the rest", "the others", "everyone else", "everybody else",
                "the consensus", "the crowd", "the rest of you", "the table", "the meeting",
            ].map { "\(verb) \($0)" }
        }
        + phrases(
            """
            grudging support, grudging yes, grudging agreement, grudging approval, grudging backing, id sign,
            id sign it, i would sign, wed sign
            """)
    /// A name that is not given.
    static let withheld = phrases(
        """
        cant put my name down, cannot put my name down, wont put my name down, couldnt put my name down,
        not put my name down, not putting my name down, cant lend my name, cannot lend my name,
        cant give my name, cannot give my name, cant add my name, cannot add my name, not adding my name,
        wouldnt sign up, would not sign up, wouldnt sign, would not sign, wouldnt accept, would not accept,
        wouldnt endorse, would not endorse, wouldnt vote for, would not vote for, wouldnt commit, would not commit
        """)
    static let reservation = phrases(
        """
        live with, can live with it, live with it, live with that, live with this,
        support with reservations, support with a reservation, with reservations, with a reservation,
        reservation, reservations, support with a caveat, with a caveat, support with caveats,
        with one reservation, with one caveat, some reservations, qualified support, good enough for now,
        tolerate, can tolerate, can put up with, put up with, with the reservation,
        with some reservations, not perfect but, good enough, lukewarm, lukewarm support, cautious support,
        support with the reservation, lukewarm yes, lukewarm about it, with misgivings,
        with some misgivings, with concerns, with some concerns, with a concern, with one concern,
        with one worry, with one niggle, with one doubt, with one qualm, with one fear, with one misgiving,
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
        support with one worry, my support comes with, our support comes with,
        my backing comes with, our backing comes with, my yes comes with, our yes comes with,
        ill wear it, ill wear that, we can wear it
        """)
    static let standAside = phrases(
        """
        stand aside, standing aside, ill stand aside, step aside, stepping aside, stood aside,
        stand to one side, stand back from this, stand aside on this, standaside, stand down on this,
        stand to the side, standing to one side, standing to the side, step to one side, step to the side,
        stepping to one side, stand asside, id stand aside, i stand aside, i will stand aside
        """)
    /// Said by itself, and by nobody who gave a level.
    static let likelyAbstain = phrases(
        """
        pass, ill pass, i pass, im passing, i will pass, pass on this, pass on it, pass on that, pass on this one,
        ill pass on this, ill pass on this one, ill pass on it, im passing on this, im passing on this one,
        no view, no view on this, no view on it, no view on this one, no view from me, no opinion, no opinion on this,
        no opinion on it, no opinion from me, i have no view, i have no opinion, dont count me either way,
        dont have a view, dont have an opinion, i dont have a view, i dont have an opinion, no opinion either way
        """)
    static let abstain = phrases(
        """
        abstain, abstaining, abstention, i abstain, ill abstain, recuse, recusing, not voting,
        declare an interest and abstain, no vote from me, neither for nor against, recuse myself,
        i shall abstain, wont be voting, not taking part in this vote, abstaining on this, sit on my hands,
        sitting on my hands, take no part, taking no part, take no part in this, im conflicted out,
        conflicted out, not entitled to vote, cant vote on this, cannot vote on this, ill leave the vote,
        not cast a vote, no vote either way, neither way, neither support nor oppose, neither support nor block,
        neither for it nor against it, neither support it nor oppose it, neither yes nor no,
        not take a side, not taking a side, not taking sides, not take sides, staying neutral,
        remain neutral, remaining neutral, neutral on this, im neutral, i am neutral, dont want to vote,
        decline to vote, declining to vote, ill not vote, i wont vote, wont vote, staying out of this vote,
        rather not vote, prefer not to vote, would rather not vote, no strong feelings either way,
        no strong view either way, no view either way, dont mind either way, no preference either way,
        no feelings either way
        """)
}
