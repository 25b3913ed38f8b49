/// What a facilitator asks the bot to do, in plain words.
enum CommandMeaning: UInt8, Sendable, CaseIterable {
    case start, area, next, back, skip, gauging, reveal, regauge, close, majority, `defer`, readback, done, pause,
        resume, extend, end, undo, draft
}

enum CommandWords {
    static let table = PhraseTable(.commands, entries)
    static let entries: [PhraseTable<CommandMeaning>.Entry] =
        start.map { row($0, .start) } + area.map { row($0, .area) } + next.map { row($0, .next) }
        + back.map { row($0, .back) }
        + skip.map { row($0, .skip) } + gauging.map { row($0, .gauging) } + reveal.map { row($0, .reveal) }
        + regauge.map { row($0, .regauge) } + close.map { row($0, .close) } + majority.map { row($0, .majority) }
        + deferring.map { row($0, .defer) } + readback.map { row($0, .readback) } + done.map { row($0, .done) }
        + pause.map { row($0, .pause) } + resume.map { row($0, .resume) } + extend.map { row($0, .extend) }
        + end.map { row($0, .end) } + undo.map { row($0, .undo) } + draft.map { row($0, .draft) }

    static let start = phrases(
        """
        lets start, lets begin, lets get started, start the session, begin the session, start now, start us off,
        kick off, lets kick off, get started, open the session, lets get going, please start, start please,
        begin please, start, can we start, shall we start, get us started, we can start, get under way,
        get underway, lets go then, off we go, make a start, time to start
        """)
    static let area = phrases(
        """
        go to, take us to, lets do, lets go to, move on to, move to, jump to, switch to, turn to, lets take,
        lets look at, open area, go on to, start with, begin with, take area, go to area, can we do, take,
        over to, lets turn to, lets talk about, next up is, bring up, jump ahead to, skip to, change to, on to,
        onto, lets have, lets tackle, put up, look at area, move us to, take us on to
        """)
    static let next = phrases(
        """
        next area, move on, lets move on, next please, next one please, on to the next, next one,
        go on to the next, move us on, move along, next, to the next, on we go, moving on, the next one,
        the next area
        """)
    static let back = phrases(
        """
        go back, back to the previous, previous area, back one, step back one, back to the last area,
        back an area, the area before, back to where we were, one back, return to the previous, back a step,
        take us back, back up one, last area again, back please
        """)
    static let skip = phrases(
        """
        skip this, skip it, skip the area, skip this one, lets skip, miss this one out, leave this one out,
        leave this area out, skip please, skip, pass over this, miss this out, leave this area for,
        pass over this area
        """)
    static let gauging = phrases(
        """
        open the gauge, start the gauge, rate this, rate it, ratings please, rate now, open the ratings,
        open a gauge, gauge this, gauge now, lets gauge, lets rate, take ratings, get ratings, your ratings,
        start gauging, open gauging, start the ratings, time to rate, rating time, rate where we are,
        rate please, open ratings, open the round, run the gauge, start rating, open up the gauge,
        take the gauge, gauge please, do the gauge, ratings in please, open the rating, rate yourselves,
        rate this area, rate the area
        """)
    static let reveal = phrases(
        """
        reveal, show the ratings, show us the ratings, show the results, show us the results, show results,
        show the spread, show us the spread, lets see the ratings, lets see the spread, lets see the results,
        show ratings, open the envelopes, lets see what we have, show us what we have, lets see where we are,
        show us where we landed, lets see the scores, show the scores, lets see how we rated,
        show what everyone said, turn them over, show us the scores, lets have the results, show me the ratings,
        unveil, let us see the ratings
        """)
    static let regauge = phrases(
        """
        rate again, gauge again, second round, another round, re rate, regauge, re gauge, rate it again,
        rate this again, another gauge, second gauge, fresh ratings, rate once more, gauge once more,
        one more round, new round, rerate, run the gauge again, gauge it again, gauge this again,
        try the ratings again, open the gauge again, another go at the ratings, another rating, fresh gauge,
        ratings again, second rating, repeat the gauge, rate a second time, everyone rate again
        """)
    static let close = phrases(
        """
        close the test, close this, close it, close the vote, end the test, close this test, lets close,
        close now, close voting, finish the test, close please, please close, close that, end this test,
        close off the test, close the proposal, wrap up the test, shut the test, close the poll
        """)
    static let majority = phrases(
        """
        majority position, as a majority, majority view, record a majority, take the majority,
        go with the majority, call it a majority, make it a majority, record the majority, majority please,
        by majority, majority it is, settle by majority, majority with a minority view, down as a majority
        """)
    static let deferring = phrases(
        """
        defer, put this off, put it off, hold this over, hold it over, postpone, leave this for next time,
        leave it for next time, come back to this next time, carry this over, carry it over, hold over to,
        take it off the table, decide next time, leave it to the next meeting, leave this until next,
        leave it until next, take this to the next meeting, bring it back next, bring this back next
        """)
    static let readback = phrases(
        """
        read it back, read back, readback, read that back, read this back, read them back, read us back,
        read the area back, read what we have, read out what we have, read everything back, play it back,
        play that back, read it all back, read out what you have, hear it back, have it read back
        """)
    static let done = phrases(
        """
        done with this, done with the area, area done, finished with this, thats this area done,
        this area is done, settle the area, thats us done, area finished, this area is finished, were done here,
        we are done here, mark this area, close the area, close this area, done here, finish this area,
        finish the area, thats this one done, this one is done, area settled, thats this area finished,
        area is settled, done with this area, call this area done, sign off this area, that completes this area,
        thats a wrap on this area, this area is settled, thats it for this area, all done on this area,
        call that done
        """)
    static let pause = phrases(
        """
        pause, take a break, lets break, break for, minute break, short break, quick break, stop for,
        adjourn for, have a break, pause here, hold it there, stop there for, five minute break,
        ten minute break, time for a break, comfort break, break now, freeze the session, stop for lunch,
        break there, stop the clock, breather, pick this up after lunch, pause the session
        """)
    static let resume = phrases(
        """
        resume, carry on, pick up where, were back, we are back, start again, restart, continue,
        back from the break, back from lunch, start up again, get going again, unpause, lets go again,
        start the clock again, back under way, back underway, off again, get back to it, back to it
        """)
    static let extend = phrases(
        """
        more minutes, extra minutes, another minute, minutes more, minutes extra, more time, extra time,
        more mins, extend, extension, minutes longer, longer on this, mins more, minutes on the clock,
        add minutes, extra mins, mins extra, mins longer, another few minutes
        """)
    static let end = phrases(
        """
        end the session, end session, end of session, close the session, finish the session,
        wrap up the session, thats the end, end the meeting, close the meeting, lets finish there,
        lets end there, we can end, session over, bring the session to a close, draw to a close, call it a day,
        finish here for today, lets close the session, end it there, wrap up there, end there,
        stop there for today, finish there, session closed, shut the session, lets call it a day,
        thats us for today, thats all for today, end here, finish for today, done for today
        """)
    static let undo = phrases(
        """
        undo, take that back, scrap, strike, remove, reverse, take back, cancel, take out, delete, strike out,
        rub out, roll back, take off the record
        """)
    static let draft = phrases(
        """
        the draft, draft please, a draft, draft it, draft what we have, write up, write it up, write this up,
        draft the aims, draft the objectives, see a draft, show the draft, produce the draft, make the draft,
        drafted, draft that, draft aims, write us up, draft now, draft so far
        """)
}
