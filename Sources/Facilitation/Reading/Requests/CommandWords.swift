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
        + skip.map { row($0, .skip) } + (gauging + ratingsAsked + ratingsStarted).map { row($0, .gauging) }
        + reveal.map { row($0, .reveal) }
        + regauge.map { row($0, .regauge) } + (close + closings).map { row($0, .close) }
        + majority.map { row($0, .majority) }
        + deferring.map { row($0, .defer) } + readback.map { row($0, .readback) } + done.map { row($0, .done) }
        + pause.map { row($0, .pause) } + resume.map { row($0, .resume) } + extend.map { row($0, .extend) }
        + (end + endings).map { row($0, .end) } + undo.map { row($0, .undo) } + draft.map { row($0, .draft) }

    static let start = phrases(
        """
        lets start, lets begin, lets get started, start the session, begin the session, start now,
        start us off, kick off, lets kick off, get started, open the session, lets get going, please start,
        start please, begin please, start, can we start, shall we start, get us started, we can start,
        get under way, get underway, lets go then, off we go, make a start, time to start,
        lets kick things off, kick things off, lets make a start, shall we begin, set us going, set us off,
        ready to start, ready to begin, ready to go, time we started, time we began, lets get this going,
        lets get this started, get this started, get the session started, lets get it going, get it going,
        lets open the session, open the meeting, start the meeting, begin the meeting, start things off,
        start proceedings, begin proceedings, get the ball rolling, get rolling, lets get rolling,
        lets be off, begin now, lets begin now, start it off, start it up, make a beginning
        """)
    static let area = phrases(
        """
        go to, take us to, lets do, lets go to, move on to, move to, jump to, switch to, turn to, lets take,
        lets look at, open area, go on to, start with, begin with, take area, go to area, can we do, take,
        over to, lets turn to, lets talk about, next up is, bring up, jump ahead to, skip to, change to,
        on to, onto, lets have, lets tackle, put up, look at area, move us to, take us on to,
        turn our attention to, moving to, moving on to, shift to, lets get on to, get on to, kick off with,
        open with, lets pick, lets open, first up is, lets move to, lets move on to, lets jump to,
        lets switch to, lets begin with, lets start with, shall we do, shall we take, shall we look at,
        can we look at, can we take, can we go to, bring us to, lets skip to, put us on, lets deal with,
        deal with,
        start on, begin on, make a start on, get started on, crack on with, lets start on, lets crack on with,
        can we start on, can we do area
        """)
    static let next = phrases(
        """
        next area, move on, lets move on, next please, next one please, on to the next, next one,
        go on to the next, move us on, move along, next, to the next, on we go, moving on, the next one,
        the next area, next topic, next item, following area, the following area, can we have the next,
        lets have the next, onwards, onward, move to the next, proceed, proceed to the next, proceed please,
        next section, next up please, next area please, on to the next one, bring up the next,
        take us to the next, take us forward, move forward, lets move forward, carry us on, move it on,
        move things on, move it along, push on, lets push on, press on, lets press on, lets get on, advance,
        next in line, next on the list, next one then, next theme
        """)
    static let back = phrases(
        """
        go back, back to the previous, previous area, back one, step back one, back to the last area,
        back an area, the area before, back to where we were, one back, return to the previous, back a step,
        take us back, back up one, last area again, back please, go back one, back to the one before,
        back to the last one, the one before, rewind, return to the last, back to the area before,
        revisit the last area, revisit the previous, step back, go backwards, the previous one,
        one step back, back to the earlier area, take us back one, back up a step, the last one again,
        reopen the last area, back to the previous one
        """)
    static let skip = phrases(
        """
        skip this, skip it, skip the area, skip this one, lets skip, miss this one out, leave this one out,
        leave this area out, skip please, skip, pass over this, miss this out, leave this area for,
        pass over this area, skip ahead, skip over, well skip, we will skip, miss this one, miss this area,
        leave this one, give this one a miss, give it a miss, give this a miss, give this area a miss,
        not doing this one, we wont do this one, not do this one, jump over this, drop this area,
        drop this one, bypass this, bypass it, bypass that, leave out this area, leave out this one, pass on this one,
        pass on this area, pass over it, skip past this, miss it out, leave it out
        """)
    static let gauging = phrases(
        """
        open the gauge, start the gauge, rate this, rate it, ratings please, rate now, open the ratings,
        open a gauge, gauge this, gauge now, lets gauge, lets rate, take ratings, get ratings, your ratings,
        start gauging, open gauging, start the ratings, time to rate, rating time, rate where we are,
        rate please, open ratings, open the round, run the gauge, start rating, open up the gauge,
        take the gauge, gauge please, do the gauge, ratings in please, open the rating, rate yourselves,
        rate this area, rate the area, have your ratings, have ratings, can i have ratings,
        can we have ratings, time for ratings, send your ratings, send in your ratings,
        send me your ratings, private ratings, collect ratings, collect the ratings, ask for ratings,
        ask everyone to rate, ask everybody to rate, get everyone to rate, get everybody to rate,
        invite ratings, open it for ratings, open for ratings, take a gauge, begin the gauge, begin gauging,
        start a gauge, gauge the room, gauge where we are, call for ratings, ratings now,
        ask for the ratings, invite everyone to rate, everyone rate, everybody rate, everyone to rate,
        everybody to rate, rate yourself, rate us, rate ourselves, put in your ratings, get the ratings in,
        get your ratings in, gather ratings, gather the ratings, run a gauge, launch the gauge,
        set the gauge going, open up the ratings, open the scoring, start scoring, score this, score it,
        scores please, your scores, score this area, a round of ratings, first round of ratings, gauge it,
        gauge the area, gauge this area, ratings from everyone, have a gauge, gauge on this, need a gauge,
        want a gauge, ask everyone for, ask everybody for,
        put their ratings in, put your ratings in, their ratings in, your ratings in, everyones ratings in,
        everyones ratings, everybodys ratings, everyones rating, everybodys rating, open up the scoring,
        everybodys scores, everyones scores, get everyones scores, all your ratings in
        """)
    /// *could everybody put in a private rating*
    private static let ratingsAsked = [
        "put in", "enter", "give", "give me", "give us", "send", "send in", "send me", "submit", "type in", "make",
        "record", "cast", "key in", "let me have",
    ].flatMap { verb in
        [
            "a rating", "a private rating", "your rating", "their rating", "your own rating", "their own rating",
            "your private rating", "their private rating", "your private ratings", "their private ratings",
            "their ratings", "a rating each", "your stage", "a stage",
        ]
        .map { "\(verb) \($0)" }
    }
    /// *please start the rating now*: more than a start. Some of them stand in `gauging` already.
    private static let ratingsStarted = [
        "start", "begin", "open", "please start", "please begin", "lets start", "lets begin", "can we start",
        "shall we start", "shall we begin", "start on", "start with", "begin with", "lets start with",
        "start us off on", "please start us off on",
    ].flatMap { lead in
        ["the rating", "the ratings", "our ratings", "rating", "the scoring", "scoring", "the gauge", "the gauging"]
            .map { "\(lead) \($0)" }
    }
    .filter { !gauging.contains($0) && !ratingsAsked.contains($0) }
    static let reveal = phrases(
        """
        reveal, show the ratings, show us the ratings, show the results, show us the results, show results,
        show the spread, show us the spread, lets see the ratings, lets see the spread,
        lets see the results, show ratings, open the envelopes, lets see what we have, show us what we have,
        lets see where we are, show us where we landed, lets see the scores, show the scores,
        lets see how we rated, show what everyone said, turn them over, show us the scores,
        lets have the results, show me the ratings, unveil, let us see the ratings, share the ratings,
        share the results, share the scores, put the ratings up, put the results up, put the scores up,
        lets see them, show them, show everyone, ratings up, lift the lid, open them up, results please,
        ratings be shown, results be shown, scores be shown, be revealed, ratings be revealed,
        display the ratings, display the results, display the scores, see everyones ratings,
        see the ratings, see the results, see the scores, see the spread, see what people put,
        see what everyone put, see what we all put, see what everyone said, see how we rated,
        see how we did, see how it came out, see how they came out, how the ratings came out,
        show what people put, show what everyone put, show where we landed, show us how we rated,
        show us what people put, drum roll, cards on the table, publish the ratings, publish the results,
        uncover the ratings, uncover, unseal, unmask, unveil them, ratings on screen, ratings on the screen,
        put them on screen, put them up, bring up the ratings, bring up the results, bring up the scores,
        show how we rated, show the pattern, see the pattern, show the picture, the big reveal, show us all,
        show everybody, open the ratings up, have the ratings shown, make the ratings visible,
        close the gauge, shut the gauge, end the gauge, stop the gauge, finish the gauge, close the ratings,
        end the ratings, show us
        """)
    static let regauge = phrases(
        """
        rate again, gauge again, second round, another round, re rate, regauge, re gauge, rate it again,
        rate this again, another gauge, second gauge, fresh ratings, rate once more, gauge once more,
        one more round, new round, rerate, run the gauge again, gauge it again, gauge this again,
        try the ratings again, open the gauge again, another go at the ratings, another rating, fresh gauge,
        ratings again, second rating, repeat the gauge, rate a second time, everyone rate again,
        do the ratings again, do the gauge again, ratings a second time, open it again, re open the gauge,
        reopen the gauge, reopen the ratings, re open the ratings, rate afresh, new ratings,
        take ratings again, take the ratings again, another go at rating, second set of ratings,
        run it again, rate one more time, another set of ratings, gauge afresh, gauge a second time,
        gauge one more time, repeat the ratings, redo the gauge, redo the ratings, redo the rating,
        re run the gauge, rerun the gauge, another try at the ratings, another gauging,
        second go at the ratings, one more gauge, rate it once more, rate this once more,
        ask for ratings again, collect ratings again, rerun the ratings, re run the ratings, rescore,
        score it again, score this again, score again, see if we have moved, see if anyone has moved,
        see whether we have moved, rate it afresh, fresh round, ratings once more, a new gauge, new gauge,
        that rating again, rating again, the ratings once more, rate that again,
        rated it again, rated this again, scored it again, scored this again, rated again, scored again,
        gauged it again, gauged again, took the ratings again, ran the gauge again, retake the ratings
        """)
    static let close = phrases(
        """
        close this, close it, lets close, close now, close please, please close, close that,
        close the proposal, close the test now, close the test there, close off, close it off, close it there,
        close it now, close this now, close it up, close the answers, answers closed, shut it, draw the line,
        draw a line under it, draw a line under this, bring the test to a close, bring this test to a close,
        bring the vote to a close, wrap this test up, wrap the test up, count the answers, tally the answers,
        tally up, tot up, count it up, consider the test closed, consider it closed, declare the test closed,
        declare it closed, call it closed, thats the test closed, thats the test done, test closed,
        test is closed, vote closed, seal it, close the question, close the decision, close the aim,
        close the objective, close the position, close the round, lock it in, lock the answers, finalise it,
        finalise the test
        """)
    /// *shut the test*, *stop the vote*: every word for closing with every word for what is closed.
    static let closings = phrases(
        "close, shut, end, stop, finish, conclude, halt, wrap up, finish off, close off, call time on"
    ).flatMap { verb in
        phrases(
            "the test, this test, that test, the vote, this vote, the poll, this poll, the voting, voting, the testing"
        ).map { "\(verb) \($0)" }
    }
    static let majority = phrases(
        """
        majority position, as a majority, majority view, record a majority, take the majority,
        go with the majority, call it a majority, make it a majority, record the majority, majority please,
        by majority, majority it is, settle by majority, majority with a minority view, down as a majority,
        as the majority, count it as a majority, record it as a majority, record this as a majority,
        record that as a majority, log it as a majority, log this as a majority, majority outcome,
        majority decision, go by majority, go with most, go by the majority, take it as a majority,
        treat it as a majority, majority rules, majority carries, carry it by majority,
        carried by a majority, carried by majority, majority with, a majority with, accept the majority,
        settle for a majority, settle for the majority, close it as a majority, close as a majority,
        adopt the majority, enter it as a majority, note it as a majority, mark it as a majority,
        put it down as a majority, put this down as a majority, go down as a majority,
        majority position please, close by majority, use the majority, go with the majority position,
        call the majority, go for the majority, declare a majority, declare the majority, call a majority
        """)
    static let deferring = phrases(
        """
        defer, put this off, put it off, hold this over, hold it over, postpone, leave this for next time,
        leave it for next time, come back to this next time, carry this over, carry it over, hold over to,
        take it off the table, decide next time, leave it to the next meeting, leave this until next,
        leave it until next, take this to the next meeting, bring it back next, bring this back next,
        leave it open for next, leave this open for next, save it for next time, save this for next time,
        save it for next, save this for next, push this to next, push it to next, push it back to,
        push this back to, push it to the next, shelve it, shelve this, lets shelve, shelve, adjourn this,
        table this for, table it for, pick this up next time, pick it up next time, pick this up next month,
        pick it up next month, revisit next time, revisit this next, revisit it next,
        come back to it next time, come back to this next month, come back to it next month,
        come back to this at the next, come back to it at the next, return to this next time,
        return to it next time, return to this at the next, return to it at the next, sleep on it,
        sleep on this, bring it back to, bring this back to, hold it till next, hold this till next,
        hold it until next, hold this until next, keep it for next time, keep this for next time,
        carry it forward, carry this forward, roll it over, roll this over, roll it forward,
        roll this forward, wait till next time, wait until next time, delay this, delay it,
        delay the decision, put the decision off, put off the decision, put it back to, put this back to,
        put this back a month, leave the decision, leave the decision for next time, kick it to next,
        kick this to next, move it to next time, move this to next time, move it to the next meeting,
        move this to the next meeting, not decide today, not decide this today, decide it next time,
        decide this next time, decide another day, another day, leave it for another day,
        leave this for another day, leave it for the next meeting, leave this for the next meeting,
        stand it over, stand this over, hold the decision, hold that decision, hold this decision,
        hold the test over,
        deferred, as deferred, down as deferred, mark it deferred, put it as deferred, leave it as deferred,
        note it as deferred, show it as deferred, put this as deferred, record it as deferred, defer it,
        carry this one over, carry that one over, carry that over, hold this one over, hold that one over,
        hold that over, put this one off, put that one off, put that off, roll this one over, roll that over,
        leave this one for next time, leave that for next time, come back to this one next time
        """)
    static let readback = phrases(
        """
        read it back, read back, readback, read that back, read this back, read them back, read us back,
        read the area back, read what we have, read out what we have, read everything back, play it back,
        play that back, read it all back, read all that back, read all of that back, read all of it back,
        read out what you have, hear it back, have it read back,
        read us what you have, tell us what you have, recap, recap please, give us a recap,
        run through what we have, run us through, go over what we have, say it back, show what we have,
        hear what we have, repeat it back, repeat that back, repeat back, back to us please, read it out,
        read it to us, read it over, read that out, read them out, read the area out, read us the area,
        read what youve got, read out what youve got, read us what youve got, read back the area,
        read back what we have, read the record, read us the record, read out the record,
        read over what we have, have the read back, do the read back, a read back, go through what we have,
        hear that back, hear it read back, let us hear it back, let us hear that back, play back, playback,
        summarise the area, sum up the area, sum up what we have, tell us back, check back,
        lets check what we have,
        read out what weve agreed, read out what we agreed, read out what we have agreed,
        read what weve agreed, read what we agreed, hear the summary, hear what weve agreed, summary back,
        the summary back
        """)
    static let done = phrases(
        """
        done with this, done with the area, area done, finished with this, thats this area done,
        this area is done, settle the area, thats us done, area finished, this area is finished,
        were done here, we are done here, mark this area, close the area, close this area, done here,
        finish this area, finish the area, thats this one done, this one is done, area settled,
        thats this area finished, area is settled, done with this area, call this area done,
        sign off this area, that completes this area, thats a wrap on this area, this area is settled,
        thats it for this area, all done on this area, call that done, this one finished,
        thats this one finished, mark it done, mark this done, mark that done, mark as done,
        mark it as done, mark this as done, mark that as done, mark it finished, mark it as finished,
        mark it settled, mark it complete, mark it as complete, mark this complete, call it done,
        call this done, tick it off, tick this off, tick that off, tick this one off, this one done,
        this ones done, this ones finished, thats done, area complete, area is complete,
        this area is complete, were finished here, we are finished here, finished here,
        were finished with this, we have finished this area, weve finished this area,
        weve finished with this area, finished with the area, finished with this area, all done here,
        done for this area, were done with, we are done with, wrap up this area, wrap this area up,
        wrap up the area, wrap the area up, sign this area off, sign the area off, sign off the area,
        put this area to bed, put this one to bed, settle this area, complete this area, complete the area,
        finalise this area, finalise the area, this area can be closed, log this area as done,
        that finishes this area, that does it for this area, that concludes this area, conclude this area,
        thats that area done, thats this one settled, lets call this area done, sign this one off,
        wrap this one up, thats all for this area, thats all on this area, all for this area,
        area is done, area is finished, area is closed, area is sorted, area closed, area sorted, area is wrapped up,
        area wrapped up, area is now done, area is now finished, area is all done,
        thats it on this area, that completes the area, that ends this area
        """)
    static let pause = phrases(
        """
        pause, take a break, lets break, break for, minute break, short break, quick break, stop for,
        adjourn for, have a break, pause here, hold it there, stop there for, five minute break,
        ten minute break, time for a break, comfort break, break now, freeze the session, stop for lunch,
        break there, stop the clock, breather, pick this up after lunch, pause the session, tea break,
        coffee break, lunch break, toilet break, bio break, loo break, fag break, adjourn,
        put the session on hold, put us on hold, suspend, suspend the session, take a breather, leg stretch,
        stretch our legs, stop for a bit, stop for a minute, stop here for, halt the session, pause us,
        pause things, hold the session, have a breather, have a rest, take a pause, have a pause,
        break till, break until, back in ten, back in five, back in fifteen, reconvene at, reconvene in,
        time out, timeout, five minutes off, ten minutes off, rest here, stop for tea, stop for coffee,
        break here, break off here, break off, stand easy, recess, take ten, take five, take fifteen,
        take twenty,
        minutes break, mins break
        """)
    static let resume = phrases(
        """
        resume, carry on, pick up where, were back, we are back, start again, restart, continue,
        back from the break, back from lunch, start up again, get going again, unpause, lets go again,
        start the clock again, back under way, back underway, off again, get back to it, back to it,
        lets get back to it, were off again, and were back, we are off again, lets continue, lets carry on,
        lets resume, pick it back up, pick up again, pick things up again, break over, breaks over,
        break is over, the break is over, right back to it, start back, back to work, back to business,
        reconvene, kick off again, recommence, lets pick up, get back under way, get us going again,
        set us going again, start the session again, everyones back, everybodys back, were all back,
        we are all back, off pause, wake up, un pause, carry on where, carry on from where,
        go on with the session, keep going, lets keep going, all back,
        lets get going again, lets start again, lets get started again, can we start again,
        lets begin again, lets go on
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
        lets end there, we can end, session over, bring the session to a close, draw to a close,
        call it a day, finish here for today, lets close the session, end it there, wrap up there,
        end there, stop there for today, finish there, session closed, shut the session, lets call it a day,
        thats us for today, thats all for today, end here, finish for today, done for today,
        thats it for today, thats it for now, thats everything, leave it there for today,
        lets leave it there, well leave it there, thats a wrap, home time, wind up, wind up the session,
        wind up here, wind things up, wind down the session, bring things to a close, bring it to a close,
        bring us to a close, bring the meeting to a close, meeting over, meeting closed,
        adjourn the meeting, close proceedings, end proceedings, call time, finish up, finish up here,
        finish up there, stop here for today, stop for today, stop there, thats time, thats our time,
        thats all weve time for, thats all we have time for, out of time, close for today, closed for today,
        close up for today, close us out, close out the session, close things there, close things here,
        close here, close there, finish the meeting, finish now, finish things there, finish things here,
        wrap up the meeting, wrap up for today, wrap up now, wrap up here, wrap things up, wrap it up,
        wrap the session up, conclude the session, conclude the meeting, conclude here, conclude there,
        we are finished for today, were finished for today, we are done for today, were done for today,
        done for the day, finish for the day, that is the end, end of the session, end of meeting,
        end of the meeting, shut up shop, shut down the session, session finished, session is over,
        session is closed, terminate the session, pack up, lets pack up, knock it on the head,
        draw things to a close, draw it to a close, draw the session to a close, end things there,
        end things here, end it here, thats your lot, stand us down, ends the meeting, ends the session,
        closes the meeting, closes the session, concludes the meeting, concludes the session,
        that ends it for today, that concludes, concludes todays, ends todays
        """)
    /// *please end today's session there*
    private static let endings = ["end", "close", "finish", "conclude", "wrap up", "stop", "bring"].flatMap { verb in
        ["todays session", "todays meeting", "this session", "this meeting", "our session", "our meeting"].map {
            "\(verb) \($0)" + (verb == "bring" ? " to a close" : "")
        }
    }
    static let undo = phrases(
        """
        undo, take that back, scrap, strike, remove, reverse, take back, cancel, take out, delete,
        strike out, rub out, roll back, take off the record, strike off, wipe, void, bin, scratch, retract,
        expunge, unrecord, get rid of, discard, scrub, reverse out, strike from the record, take it out,
        take back entry, undo that, undo it, undo the last, undo last, cross out
        """)
    static let draft = phrases(
        """
        send round the draft, send out the draft, circulate the draft,
        the draft, draft please, a draft, draft it, draft what we have, write up, write it up,
        write this up, draft the aims, draft the objectives, see a draft, show the draft, produce the draft,
        make the draft, make us the draft, drafted, draft that, draft aims, write us up, draft now, draft so far,
        write the draft, start the draft, prepare a draft, prepare the draft, draft something,
        put a draft together, put together a draft, pull a draft together, pull together a draft,
        knock up a draft, first draft, do a draft, do the draft, write it all up, write that up,
        write up what we have, type it up, type this up, type that up, get a draft, have the draft,
        have a draft, draft of the plan, draft the position, draft the positions, draft the decisions,
        draft the record, draft the summary, draft the plan, draft the report, draft the note,
        draft the text, draft the wording, draft it up, draft this, draft this up, draft us,
        draft what weve got, draft what weve agreed, draft what we agreed, generate a draft,
        generate the draft, run the draft, write us a draft, give us a draft, give us the draft,
        view the draft, drafts please, the drafts, turn it into a draft, turn this into a draft,
        draft from this, a first draft, rough draft, working draft, what youve drafted,
        what you have drafted, the draft record, draft record, the draft report, the draft text,
        the draft plan, the draft document, drafting please, the drafting, get the draft,
        have a look at the draft,
        the draft minutes, draft minutes please, draft minutes now, draft minutes up, draft the minutes,
        produce a draft, produce drafts,
        a draft of the minutes
        """)
}
