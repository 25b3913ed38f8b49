/// Words that tell talk beside the subject from talk on it.
enum TalkMeaning: UInt8, Sendable {
    /// Greetings, backchannels and the like, when they are all there is.
    case backchannel
    /// Rooms, sound, food, breaks: a line with such a word is not on the subject.
    case logistics
    /// Also used on the subject; counts half.
    case maybeLogistics
}

enum TalkWords {
    static let table = PhraseTable(.talk, entries)
    static let entries: [PhraseTable<TalkMeaning>.Entry] =
        backchannels.map { row($0, .backchannel) } + logistics.map { row($0, .logistics) }
        + maybes.map { row($0, .maybeLogistics) }

    static let backchannels = phrases(
        """
        morning, good morning, afternoon, good afternoon, evening all, hello, hi, hiya, hey, bye, goodbye,
        cheers, thanks, thank you, ta, ok, okay, yeah, yes, yep, yup, right, noted, i see, fair enough, mhm, mm,
        hmm, ha, haha, lol, great, good, nice, lovely, sure, fine, no, nope, indeed, true, exactly, quite,
        got it, understood, makes sense, wow, blimey, crikey, oh, ah, aha, uh huh, sorry, oops, whoops, all,
        everyone, folks, team, welcome, welcome back, well done, brilliant, excellent, perfect, congratulations,
        congrats, interesting, good question, good luck, not at all, no worries, no problem, np, please,
        thinking, still thinking, agreed, cool, yay, happy birthday, merry christmas, enjoy, see you,
        see you all, cheers all, so, well, and, you, too, to, very much, absolutely, of course,
        tell me about it, who knew, fair dos, go on, carry on, after you, same, here, me, again, point taken,
        gotcha, good one, good point, fair point, roger, copy that, ooh, eek, hmmm, mmm, hm, k, kk, yes and no,
        aye, nah, there, now
        """)
    static let logistics = phrases(
        """
        mute, on mute, muted, unmute, mic, microphone, slides, slide deck, share my screen, wifi, wi fi,
        broadband dropped, dropped out, frozen, froze, lagging, can hear you, cant hear, hear me, hear you, brb,
        be right back, one sec, two secs, back in, running late, bit late, sorry im late, parking space,
        reschedule, doodle, running order, minutes of the last, on ext, meeting room, room booked, rooms booked,
        school run, leave at, have to dash, have to go, got to go, need to go, comfort break, loo, xmas do,
        christmas do, window being open, freezing in here, its freezing, heating in here, dog is, the dog,
        doorbell, match last night, phone is ringing, log in, teams call, the chat, this chat, another meeting,
        next meeting, another call, ill email, email you, will email, send round the slides, share the slides,
        who is taking notes, hang on, need to read, read this properly, read it properly, has anyone got,
        anyone got, has anybody got, anybody got, anyone else having, can someone, can somebody, anyone know,
        shared folder, let me find, let me check, let me look, pick up my, may drop off, might drop off,
        need to drop off, looking forward, let me think, nothing to add, nothing from me, hold on, bear with me,
        bear with, wrong window, wrong chat, typo, sun is out, raining, snowing here, train is, on a train,
        from a train, on the train home, my train, bus is late, fire alarm, fire drill, starving, sleepy, yawn,
        time check, started without me, late start, early finish, see you tomorrow, see you next,
        works better for me, suits me better, close the test, move on, wrap up, read the papers,
        page of the papers, recording this, dial in, dialling in, reading the papers, catch up later, stuck in,
        back now, im back, my end, picture quality, flipchart, name badges, ill be there, cant make, can make,
        free on, give me a minute, need a minute, two minutes, one minute, in a minute, few minutes,
        quick break, stretch my legs, my kids, sorry was, sorry for, apologies for, welcome to, nice to meet,
        good to see, lovely to see, how is everyone, my silence, still reading, havent finished reading,
        before he had finished, before hed finished, finished reading, take my silence, everyone rate,
        rate this, please rate, stay on topic, one at a time, to confirm the date, the tech, battery is,
        car park is, ill be back, gotta run, have to run, popping out, nipping out, step out, stepping out,
        phone call, take this call, losing my voice, bless you, sound is, no sound, your sound,
        youre breaking up, breaking up, echo on, feedback on the line
        """)
    static let maybes = phrases(
        """
        coffee, tea, biscuits, biscuit, lunch, sandwich, sandwiches, cake, birthday, link, camera, screen,
        calendar, diary, invite, agenda, weekend, football, break, cat, battery, charger, laptop, browser,
        password, milk, toilet, pub, pint, venue, seat, chairs, holiday, chase, cough, sneeze, raffle, typing,
        emoji, gif, weather, traffic, boiling, hungry, zoom, whatsapp, kettle, audio, login, projector, 3pm,
        2pm, 4pm, 10am, 11am, 9am, noon, oclock, next week, thursday works, email, minutes, chair, meeting,
        session, today, room, late, chat, call, book, booked, date, slot, btw, 😂, 🎂, 😴, 🤣
        """)
}
