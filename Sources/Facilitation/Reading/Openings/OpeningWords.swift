/// Openings that say what sort of line this is.
enum OpeningMeaning: UInt8, Sendable {
    case park, interest, minority, correct, withdraw, leave, join
    case proposeDecision, proposeAim, proposeObjective, proposePosition
    case named, unnamed
}

enum OpeningWords {
    static let table = PhraseTable(.openings, entries)
    static let entries: [PhraseTable<OpeningMeaning>.Entry] =
        park.map { row($0, .park) } + (interest + openly).map { row($0, .interest) }
        + minority.map { row($0, .minority) }
        + (correct + corrections).map { row($0, .correct) } + withdraw.map { row($0, .withdraw) }
        + leave.map { row($0, .leave) }
        + join.map { row($0, .join) } + decision.map { row($0, .proposeDecision) } + aim.map { row($0, .proposeAim) }
        + objective.map { row($0, .proposeObjective) } + position.map { row($0, .proposePosition) }
        + phrases(
            """
            named please, named, name me, put my name to it, put my name on it, happy to be named,
            keep my name on it, with my name, with my name on it, name on it please
            """
        ).map { row($0, .named) }
        + phrases(
            """
            unnamed, unnamed please, no name, without my name, dont name me, keep my name off it,
            keep my name out of it, anonymous please, anonymously, leave my name off, no names please,
            take my name off it
            """
        ).map { row($0, .unnamed) }

    static let park = phrases(
        """
        something for the car park, something to park,
        can we park, lets park, could we park, park, please park, one for the car park, for the car park,
        to the car park, into the car park, car park, one for the parking lot, one to park, id park,
        i would park, id like to park, for the parking lot, put a pin in, can you park, parking lot,
        shall we park, should we park, add to the car park, put in the car park, add to the parking lot,
        suggest we park, i suggest we park, we should park, in the car park, worth parking, parked items,
        park it, can i park, maybe park, in the parking lot, to one side, for another day, for another time,
        for another meeting, park that one, save for later, keep for later, hold over, on the parking lot,
        on the back burner, car park item, car park this, car park that, parking lot item,
        item for the car park, item for the parking lot, one for later, another for the car park,
        another one for the car park, add to parking lot, add to car park, for the parked list,
        for the parking list, on the parked list, on the parking list, to the parked list,
        to the parking list,
        might we park, may we park, might i park, parking, parked
        """)
    static let interest = phrases(
        """
        declaration, declaration of interest, conflict of interest, i should declare, i need to declare,
        i declare, i must declare, i have to declare, i want to declare, declaring an interest,
        declare an interest, interest to declare, id like to declare, id better declare,
        i ought to declare, declaring that, to declare, declaring, declare that, potential conflict, doi,
        should declare, need to declare, register an interest, conflicted, declared interest, better declare,
        ought to declare, conflict to declare, an interest, interest declared, my interest,
        flag a conflict of interest, flag a conflict, flag an interest, note that as an interest,
        note this as an interest, note it as an interest, record that as an interest,
        record it as an interest, minute that as an interest
        """)
    /// They tell of an interest where a tie follows.
    static let openly = phrases(
        """
        to be transparent, for transparency, for openness, in the interests of openness,
        in the interests of transparency, in the interest of openness, in the interest of transparency,
        to be open about it, to be upfront, full disclosure, disclosure, just so its on the record,
        just so it is on the record, noted that im, noted that i am, please note my interest, interest noted,
        my interest noted, my interest recorded,
        i should mention, i ought to mention, i should point out, for the record i
        """)
    static let minority = phrases(
        """
        as a minority view, in the minutes that i do not agree, in the minutes that i dont agree,
        in the minutes that i disagree, in the record that i do not agree, in the record that i dont agree,
        in the record that i disagree,
        my minority view, minority view, minority view please, want it written down that, my dissent,
        record my dissent, put my dissent on the record,
        minuted as against, minute my disagreement, minute my dissent, record my disagreement,
        minority position is, record my objection, minute my objection, want my dissent recorded,
        note my dissent, note my disagreement, note my objection, record that i disagree,
        minute that i disagree, record that i disagreed, on the record that i disagree,
        let the record show that i, let the record show i, record me as against, minute me as against,
        record that i dissent, record that i do not agree, record that i dont agree, recorded as against,
        recorded as disagreeing, minuted as disagreeing, want it recorded that, want it minuted that,
        like it recorded that, like it minuted that, recorded as dissenting, put my disagreement on the record,
        put my objection on the record, minority report, dissenting view, dissenting note, record my view as,
        please record that i, please minute that i, minority statement, minority opinion,
        want my objection recorded, want my objection minuted, want my disagreement recorded,
        want my disagreement minuted, like my dissent recorded, like my disagreement recorded,
        like my objection recorded, like my disagreement minuted, like my dissent minuted,
        like my objection minuted, my view as a minority, dissenting voice, down as the minority,
        write down that i disagree, note that i disagree, note that i dont agree, please note i disagree
        """)
    static let correct = phrases(
        """
        correction, correction to, typo in my last, typo, typo above, i meant, that should say,
        that should read, should have said, should say, should read, correct, please correct,
        correct that to, i should have said, what i meant was, make that, make it, swap, change the wording,
        change my, amend my, edit my, fix my, fix, reword, change it to, change that to, replace, i mistyped,
        mistyped, meant to say, i meant to say, meant to type, my mistake, my last one should, meant,
        my last should, let me correct, slip of the, let me rephrase, to correct, please change,
        can you change, could you change, my last message should, amend, should be, scratch that,
        wrong number above, i misspoke, i misspelt, not what i wrote, i need to correct, correcting,
        correcting my, wrong figure in my, change, edit to, edit, amendment to, rephrase, wrong figure,
        i got that wrong it, my typo,
        in my last message i meant, in my last message read, in my last message it should,
        in my last post i meant, in my last comment i meant, in my last line i meant,
        please read
        """)
    /// *in my last I meant …*
    private static let corrections = [
        "my last", "my last one", "my last entry", "my last point", "my last remark", "my last statement",
        "my previous", "my previous one", "my previous message", "my earlier message", "my message above",
    ].flatMap { mine in
        ["i meant", "it should", "i should have said", "i should have put", "i should have typed"].map {
            "in \(mine) \($0)"
        }
    }
    static let withdraw = phrases(
        """
        strike my last, ignore and strike my last,
        withdraw, withdrawing, strike my, please strike my, ignore my last, take back my, take my last,
        delete my, scrap my, remove my, disregard my, i take back, i take it back, take that back, retract,
        i retract, strike that, ignore that, scrub my, i withdraw, id like to withdraw, forget my last,
        forget what i said, ill take that back, pull my, please ignore my, please remove my,
        please delete my, cancel my last, please disregard, disregard that, scratch my last,
        i take that back, want to withdraw, undo my last, undo my, take down my, strike out my, drop my,
        take out my, kindly strike, unsay, please strike, take back what i said, take back, rub out my,
        wipe my, bin my, ditch my, lose my last, erase my, void my, get rid of my, im taking back,
        i am taking back, ill take back, im withdrawing, i am withdrawing, let me withdraw,
        let me take back, pulling back, i hereby withdraw, i no longer stand by, no longer stand by my
        """)
    static let leave = phrases(
        """
        mark me as left, im off now, im off, have to leave now, have to go now, got to go now, leaving now,
        leaving the meeting, leaving the call, leaving the room, leaving you, leaving early, leaving us,
        im leaving, i am leaving, leave you now, leave you to it now, ive got to go, need to leave now,
        have to drop off now, signing off,
        im dropping off, got to leave now, heading off now, ill leave you to it, i have to leave,
        i must leave, im heading off, log me out, mark me as gone, count me as left, must dash, got to dash,
        dropping off now, thats me away, im going now, i have to go, ive to go, need to go now, must go now,
        have to dash, got to run, gotta go, i need to leave, that is me done, thats me done, thats me off,
        show me as left, put me down as left, note that ive left, signing out, logging off,
        off to another meeting, bowing out, ive got to leave, need to drop off, have to drop off,
        ill have to leave you, got to drop off, got to drop off now, need to dash, got to shoot,
        need to shoot off, have to shoot off, got to head off, need to head off, have to head off now,
        dropping off the call, got to log off, need to log off, have to log off, must be off, i must be off,
        best be off, better be off, need to be off, have to be off, im away now, love you and leave you,
        love and leave you, going to have to go now, going to have to leave, going to have to drop off,
        going to drop off now, calling it a day, clocking off, heading out now, heading home now, away now,
        ive to leave, i have to shoot, i have to run, i need to go now, time for me to go, out of here now,
        dropping out now, leave the meeting now, leave the call now, leave the room now, leave this call now,
        heading off, shooting off, dashing off, off now, im away,
        making a move, need to make a move, will leave you to it, leave you to it
        """)
    static let join = phrases(
        """
        here instead of, here for, in place of, standing in for, please add me, add me, please add, joining for,
        joining from, just joining, here from, deputising for, im here for, sitting in for, covering for,
        representing, on behalf of, im from, joining, just joined, sign me in, put me down as, count me in as,
        i represent, new here, first time here, hello im, hi im, my name is, this is, i am, im the,
        can you add me, subbing for, im joining, here as, here to represent, attending for,
        attending on behalf of, checking in, present for
        """)
    static let decision = phrases(
        """
        i propose, id like to propose, i would like to propose, i move that, i move we, i move, propose that,
        proposal, my proposal, proposed decision, formal proposal, i formally propose, i put it that,
        can i propose, may i propose, proposing that, proposing, i want to propose, let me propose, decision,
        motion, i table, id propose, ill propose, could i propose, i would propose, we propose,
        put forward that, i put forward, id like to put forward, id like to move, i wish to propose, proposed,
        proposal from me, id like us to decide, lets decide that, lets agree that, i want to put forward,
        i put to the group, can we test, id like to test, lets test, test this, put to the test, can we put,
        my proposal is that, my proposal is, my proposal would be, my proposal would be that
        """)
    static let aim = phrases(
        """
        aim, proposed aim, our aim, shared aim, my aim, proposing an aim, propose an aim, propose as an aim,
        propose the aim, propose as our aim, as an aim, aim for us, draft aim, suggested aim, the aim,
        propose this aim, propose as our shared aim, propose the shared aim, aim proposal, as a shared aim,
        aim from me, a shared aim, a possible aim, possible aim
        """)
    static let objective = phrases(
        """
        objective, proposed objective, my objective, propose an objective, propose the objective, new objective,
        draft objective, as an objective, suggested objective, an objective, propose as an objective, action,
        objective from me, objective for us, objective proposal
        """)
    static let position = phrases(
        """
        propose we are at, propose were at, as our position, as the position, position, the position is,
        as a position, our position, settle on, settle at, propose we settle, propose established,
        propose emerging, propose expanding, propose we say, propose we record, put down as our position,
        for our position, position statement, settle this at, propose that we are at, propose that we are,
        propose we are, propose that we settle, settle it at
        """)
}
