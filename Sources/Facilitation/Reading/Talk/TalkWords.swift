/// Words that tell talk beside the subject from talk on it.
enum TalkMeaning: UInt8, Sendable {
    /// Greetings, backchannels and the like, when they are all there is.
    case backchannel
    /// Acts of people in a meeting: a line with such words is not on the subject.
    case logistics
    /// How the meeting goes on: weighed against words of the subject.
    case procedure
    /// Things of rooms and breaks, which may be the subject too: weighed less.
    case maybeLogistics
}

enum TalkWords {
    static let table = PhraseTable(.talk, entries)
    static let entries: [PhraseTable<TalkMeaning>.Entry] =
        backchannels.map { row($0, .backchannel) } + logistics.map { row($0, .logistics) }
        + procedures.map { row($0, .procedure) } + maybes.map { row($0, .maybeLogistics) }

    static let backchannels = phrases(
        """
        morning, good morning, afternoon, good afternoon, evening all, hello, hi, hiya, hey, bye, goodbye,
        cheers, thanks, thank you, ta, ok, okay, yeah, yes, yep, yup, right, noted, i see, fair enough, mhm,
        mm, hmm, ha, haha, lol, great, good, nice, lovely, sure, fine, no, nope, indeed, true, exactly,
        quite, got it, understood, makes sense, wow, blimey, crikey, oh, ah, aha, uh huh, sorry, oops,
        whoops, all, everyone, folks, team, welcome, welcome back, well done, brilliant, excellent, perfect,
        congratulations, congrats, interesting, good question, good luck, not at all, no worries,
        no problem, np, please, thinking, still thinking, agreed, cool, yay, happy birthday,
        merry christmas, enjoy, see you, see you all, cheers all, so, well, and, you, too, to, very much,
        absolutely, of course, tell me about it, who knew, fair dos, go on, carry on, after you, same, here,
        me, again, point taken, gotcha, good one, good point, fair point, roger, copy that, ooh, eek, hmmm,
        mmm, hm, k, kk, yes and no, aye, nah, there, now, see what you mean, i see what you mean,
        see where youre coming from, know what you mean, know the feeling, i hear you, hear you, i get that,
        i get you, good to know, good to hear, that figures, you dont say, well i never,
        who would have thought, my bad, nice one, love it, love that, thanks for that, thanks for sharing,
        thank you for that, go ahead, go for it, you first, all good, no rush, no bother, cheers for that,
        my pleasure, any time, that helps, thats helpful, thats useful, thats interesting, how interesting,
        thats news to me, good heavens, goodness, goodness me, gosh, golly, flipping heck, heck, bless, aww,
        aw, phew, ouch, yikes, whatever, never mind, not to worry, righto, righty ho, okey dokey, oki doke,
        alright, all right, fabulous, super, smashing, champion, grand, sound, magic, marvellous, splendid,
        wonderful, amazing, ill say, you bet, i know, dont i know it, me neither, how funny, very funny,
        good grief, and you, likewise thanks, as you were, back to you, over to you, im listening,
        listening, with you so far, following so far, let me think, fair play, fair dinkum,
        that makes a change, how about that, just saying, im here, present and correct, happy days,
        happy friday, happy monday, same old, same old same old, got you, with you, yep got you, fine by me,
        will do, ok will do, nothing to add, no more from me, nothing from me, thats me, oh give over,
        give over, bore da, bore da pawb, pawb, diolch, prynhawn da, nos da, slainte, 
        top of the morning, that is helpful, that is useful, that is interesting, very helpful, very useful,
        much appreciated, appreciated, thank you all, thanks all, thanks everyone,
        maybe, maybe not, perhaps, perhaps not, in some ways yes, in some ways no, in others no,
        in other ways no, right you are, ill do it, ill do that, ill do that one, ill take it, ill take it on,
        ill take that, ill take that on, put me down, put me down for it, put me down for that, leave it with me,
        leave that with me, happy to do it, happy to do that, i can do it, i can do that, ill have a go,
        just to be clear, to be clear, i never said that, never said that, i didnt say that, i did not say that
        """)
    static let logistics = phrases(
        """
        on mute, muted, unmute, share my screen, share your screen, broadband dropped, can hear you,
        hear me, hear you now, see me, see my screen, brb, be right back, one sec, two secs, a sec,
        running late, bit late, sorry im late, reschedule, doodle, running order, minutes of the last,
        on ext, rooms booked, have to dash, comfort break, leg stretch, xmas do, christmas do,
        window being open, freezing in here, its freezing, heating in here, match last night,
        phone is ringing, teams call, ill email, email you, will email, send round the slides,
        share the slides, who is taking notes, read this properly, read it properly, reading it again,
        has anyone got, anyone got, has anybody got, anybody got, anyone else having, anyone else got,
        can someone, can somebody, anyone know, pick up my, may drop off, might drop off, bear with me, back in a mo,
        back in a sec, back in a minute, back in a tick, back in five, see you in the new year,
        see you all in, heres the link, here is the link,
        bear with, wrong window, wrong chat, wrong tab, wrong meeting, sun is out, snowing here,
        raining here, fire drill, yawn, time check, started without me, see you tomorrow, see you next,
        see you there, works better for me, suits me better, close the test, read the papers,
        page of the papers, recording this, reading the papers, catch up later, ill be there,
        give me a minute, need a minute, give me a second, two mins, quick break, stretch my legs,
        stretch our legs, sorry was, sorry for, apologies for, nice to meet, good to see, lovely to see,
        how is everyone, my silence, before he had finished, before hed finished, take my silence,
        everyone rate, rate this, please rate, stay on topic, to confirm the date, ill be back, gotta run,
        have to run, popping out, nipping out, nip out, pop out, stepping out, take this call,
        losing my voice, youre breaking up, breaking up a bit, on the line, in this room, a fan in here,
        crack on, left your mic, your mic, your camera, my camera, my screen, my glasses, my charger,
        cup of tea, cup of coffee, a brew, a cuppa, wee break, going round in circles, round in circles,
        is it me or, school pick up, this zoom, this link, the link doesnt, link isnt working,
        put the kettle, hang on, need to read this, let me find, let me check, let me look, can you see,
        mind the step, open a window, open the window, shut the window, close the window, close the door,
        budge up, speak up, say that again, say again, can you repeat, you cut out, cutting out,
        cut out there, your cat, my cat, your dog, my dog, many happy returns, get well soon, safe journey,
        safe travels, have a good weekend, have a lovely, enjoy your, hope youre well, hope you are well,
        can everyone hear, everyone hear me, see you all on, see you on, talking to myself,
        speaking to myself, who wants the last, no sound from, back soon, back shortly, with you shortly,
        with you in a, technical hitch, technical problem, technical problems, my hand up, had my hand,
        quick one from me, just a quick one, ready when you are, lost my place, lost my thread,
        lost the thread, in the queue to speak, ill be brief, ill be quick, keep it brief, keep it short,
        ill shut up, shut up now, be quiet now, ill be quiet, is that the time, hear an echo, wrong button,
        wait a moment, wait a minute, hang on a, ringing me, ringing back, whose coat, whose bag,
        whose phone, whose cup, screens gone, screen has gone, screen has frozen,
        screens frozen, screen went, link doesnt work, link does not work, link isnt, link wont,
        link is broken, blocked nose, sound odd, loud and clear, its nearly five, its nearly four,
        its nearly time, before i forget, suits us better, suits me fine, for my sins, connection dropped,
        i am reading it, im reading it, reading it now, i will look it up, ill look it up, look it up,
        let me get to the end, get to the end of this, get to the end first, its time we closed,
        time we closed, shared screen, share screen, can see the screen, see the screen, at my end,
        pause the music, hold music, seconds out, in this hall, dog barking, dogs barking,
        someone at the door, put the heating on, whoever ordered, whoever brought, whoever made,
        roasting in here, too hot in, too cold in, so hot in here, so cold in here, its boiling,
        hot in here, cold in here, stuffy in here, draughty in here,
        parking on the day, parking for, am on page, im on page,
        give me a moment, give me a sec, give me a tick, give me a mo, give me five, give us a tick, give us a mo,
        gimme a minute, gimme a moment, gimme a sec, gimme a second, gimme a tick, gimme a mo, gimme five, gimme two,
        duty calls, needed elsewhere, called into another, pulled into another, missed the start, missed the beginning,
        it support say, it support says, it support reckon, helpdesk say, helpdesk says,
        half one in, half twelve in, half two in, hold fire,
        line keeps dropping, line is dropping, line keeps cutting,
        one moment, two ticks, dont count me, do not count me, dont put me down, do not put me down,
        havent opened, have not opened, only just opened, only just got, working through it,
        as a yes or a no, the shared drive, see you all at, lose you,
        give us a minute, give us a second, give us a sec, give us a moment, let me think about,
        let me think on, let me have a think, need to think about it,
        need to think about this one, need to think about that one, give me time, need a moment, for a mo,
        making up my mind, thinking it over, think it over, mulling it over, still mulling, chewing it over, chewing this over,
        chewing that over, still chewing it, still chewing on, mulling this over, mulling that over, thinking this over,
        thinking that over, weighing it up still, still weighing it up, still weighing this up, a hard stop at,
        im double booked, be there in five, be there in ten, be there in a, be on the train, on the train for,
        kicked off the call, kicked out of the call,
        thrown off the call, thrown out of the call, dropped off the call, jump off the call, hop off the call,
        full english, weve been at this for, i need to be away by, off my train, resend the link, send the link again,
        send the papers, resend the papers, link appears to be, papers again, slides again
        """)
    static let procedures = phrases(
        """
        move on, moving on, next one, last one, next area, next item, wrap up, finish on time, hurry up,
        get on with it, agree or disagree, the scores, our scores, everyones ratings, the ratings, close this,
        close it, pause here, saying pause, take your pick, nobody sees it but, the bot, hands up, show of hands,
        before we go on, before we carry on, before we move on, still on this, out of time, over time,
        time is short, running out of time, weve time, we have time, got ten minutes, minutes left,
        the agenda, on the agenda, the chat, this chat, another meeting, next meeting, another call, hold on,
        i need to go, i have to go, ive got to go, back now, im back, my end, one at a time, at this rate,
        looking forward to, recap, minutes from last, the minutes, type it, typing, in the box, the buttons,
        the next round, second round, first round, go round the room, round the table, hear from everyone,
        like to hear, havent heard from, stay with this, stick with this, begging you, still reading,
        finished reading, havent finished, read it, end it there, leave it there, stop there, call it a day,
        leave it at that, said my piece, had my say, said all i want, said what i wanted,
        finish early, early finish, late start, whose turn, my turn, your turn, go first, sorry to interrupt,
        to interrupt, back to the meeting, ignore me, this session, this meeting, todays meeting,
        todays session, the chair,
        just walked in, just turned up, just come in, just rung, just woken, just woken up, just knocked, just burst in,
        just started barking, just been sick, just come home, just got home, just got in, use the phone line,
        use the dial in,
        drop off at some point, have to drop off, will need to drop off, another one at, another one straight after
        """)
    static let maybes = phrases(
        """
        coffee, tea, biscuits, biscuit, lunch, sandwich, sandwiches, cake, birthday, link, camera, screen,
        calendar, diary, invite, agenda, weekend, football, break, cat, battery, charger, laptop, browser,
        password, milk, toilet, pub, pint, venue, seat, chairs, holiday, chase, cough, sneeze, raffle,
        emoji, gif, weather, traffic, boiling, hungry, zoom, whatsapp, kettle, audio, login, projector, 3pm,
        2pm, 4pm, 10am, 11am, 9am, 8am, noon, oclock, next week, thursday works, email, emails, minutes,
        chair, meeting, session, today, room, late, chat, call, book, booked, date, slot, btw, 😂, 🎂, 😴, 🤣,
        mute, mic, microphone, slides, slide deck, wifi, wi fi, dropped out, frozen, froze, lagging,
        cant hear, parking space, meeting room, room booked, school run, loo, the dog, dog is, doorbell,
        log in, shared folder, need to drop off, typo, raining, train is, on a train, from a train,
        on the train home, my train, bus is late, fire alarm, starving, sleepy, dial in, dialling in,
        stuck in, picture quality, flipchart, name badges, cant make, can make, free on, two minutes,
        one minute, in a minute, few minutes, my kids, welcome to, the tech, battery is, car park is,
        step out, phone call, sound is, no sound, your sound, echo on, breaking up, feedback on the line,
        half past, quarter past, quarter to, ten past, twenty past, twenty to, ten to, five past, five to,
        need to go, have to go, got to go, curry, veggie, vegetarian, vegan, pizza, crisps, cakes,
        doughnuts, chocolate, muffins, scones, buffet, dinner, breakfast, bacon, soup, keyboard, mouse,
        headset, headphones, speakers, printer, plug, socket, webcam, background, blinds, aircon, air con,
        radiator, draught, jumper, coat, umbrella, glasses, specs, hairdresser, dentist, plumber, courier,
        postman, parcel, delivery driver, babysitter, grandchild, grandson, granddaughter, toddler, puppy,
        parrot, hoover, lawnmower, the match, rugby, cricket, rovers, city game, telly, bake off, strictly,
        quiz, karaoke, choir, gym, yoga, haircut, hangover, jet lag, next time, this afternoon,
        this morning, tomorrow morning, car keys, taxi, uber, tram, sat nav, roadworks, m25, m6,
        bank holiday, half term, secret santa, tinsel, mince pies, leaving do, retirement do, spare chair,
        whiteboard, post its, post it, flip chart, pens, pen, handout, lanyard, in here, wee, pee, smoke,
        fag, vape, snack, drink, nap, my phone, my pen, a pen, my tea, my lunch, my coffee, full blast,
        my eyes, my back, my knees, the clock, the fan, the blind, the door, the window, my connection,
        my internet, my signal, my son, my daughter, heating down, heating up, turn the heating,
        turn up the heating, turn down the heating, in person, on the day, toilets, the lift, music,
        at the door, connection, roasting, baltic, perishing, chilly, sore throat,
        calling me back, timings, baby crying, runny nose, whoever, dropped,
        welsh cakes, flapjacks, flapjack, snow, sunny, windy, united, albion, wanderers, derby, penalty,
        final score,
        too hot for, too warm for, far too hot, too hot, too warm, hot for, telly on, has their telly,
        it support, tech support, outage, phone line, helpdesk,
        cuppa, cuppas, 🍳, ☕, 🍕, 🍰, 🍪, 🥪, 🍺, 🍻, 🍷, attachment, refreshments, barking
        """)
}

/// Words of what partnerships for health and care talk about: people, places, bodies, money, work.
enum SubjectWords {
    /// How much the words of a range say on the subject, in half words: two for each word of the subject, one for each
    /// sign of a fact or a proposal.
    static func weight(of words: Words, _ range: Range<Int>) -> Int {
        var weight = 0
        for index in range {
            let starts = words.cues(index)
            if isAbbreviation(words, around: index) { weight += 2 }
            if words.all[index].kind == .number {
                weight += words.all[index].isPossessive ? 0 : 1
            } else if starts.contains(.subjects) {
                weight += 2
            } else if starts.contains(.facts) {
                weight += 1
            }
        }
        return weight
    }

    /// *A&E*, *R&D*: two letters with no space between; *Q&A* is of the meeting.
    private static func isAbbreviation(_ words: Words, around index: Int) -> Bool {
        guard words[index].key == "&", let before = words.at(index - 1), let after = words.at(index + 1) else {
            return false
        }
        return before.key.count == 1 && after.key.count == 1 && before.end == words[index].start
            && words[index].end == after.start && !(before.key == "q" && after.key == "a")
    }

    static let facts = WordSet(
        """
        fact hundred thousand million dozen pounds days each should ought most half third quarter every never always
        percent % £ because per many few
        more less fewer than last year years month months week weeks ago since why too rarely often everywhere
        nowhere january february march april june july august september october november december
        """)

    static let subjects: [String] = {
        let nouns = WordSet(both).words
        return nouns + nouns.map { $0 + "s" } + WordSet(others).words
    }()

    /// Nouns that take an *s* in the plural.
    private static let both = """
        patient carer nurse doctor gp clinician consultant physio midwife pharmacist dentist therapist worker
        employer employee apprentice apprenticeship trainee student pupil graduate teacher tutor learner youngster
        teenager resident tenant landlord family parent neighbour villager pensioner volunteer trader owner firm
        business supplier contractor buyer company shop employee manager director officer commissioner provider
        councillor mayor council district county parish borough trust board hospital surgery clinic ward hub centre
        pharmacy hospice practice school college university charity club chamber union federation partnership
        authority committee panel forum department team sector service scheme programme project pilot plan strategy
        policy contract tender grant fund budget bid invoice payment bill price cost wage salary pension loan debt
        rent lease job vacancy shift rota hour placement qualification course career skill role post referral
        appointment assessment prescription diagnosis discharge admission visit treatment operation test result
        record letter form leaflet survey figure statistic number target outcome measure indicator report evaluation
        bus route fare road street estate village town city coast valley home house flat bungalow building site land
        school playground park garden farm depot van vehicle charger panel roof boiler heater bed device app tablet
        sensor kit system platform website vendor meter queue list caseload backlog community neighbourhood population
        group generation child adult woman man veteran refugee migrant smoker drinker patient user client customer
        barrier problem kid meal gap risk inequality disability condition illness disease injury death birth
        infection benefit voucher subsidy tax levy charity partner
        agreement pledge charter promise target framework standard licence regulation law rule
        network line substation flood river heatwave emission footprint
        colleague sister brother mother father mum dad wife husband uncle aunt grandparent friend boss chief
        executive cabinet minister mp porter cleaner cook cleric priest vicar imam mosque church temple
        developer landowner tenancy occupier crew driver rider cyclist pedestrian passenger commuter
        engineer technician operator installer builder electrician joiner plasterer bench pavement kerb
        crossing lane shelter shed workshop warehouse factory plant mill yard dock quay market stall cafe
        library museum gallery theatre stadium allotment orchard wood forest tree hedge canal beach harbour
        hill moor fell island glen symptom drug medicine dose jab scan screening counsellor psychologist
        paramedic surgeon registrar dietitian radiographer sonographer waiting canteen nursery creche crèche
        baby ledger account audit auditor accountant treasurer trustee governor secretary clerk solicitor
        lawyer judge court portal spreadsheet database dashboard chatbot algorithm dataset turbine grid
        pylon pipe drain sewer bore radiator stairwell ramp interview candidate applicant recruit starter
        leaver mentor coach supervisor foreman assessor examiner lecturer professor researcher term semester
        lesson timetable exam degree diploma certificate badge household caravan hostel hotel supermarket
        takeaway butcher baker grocer pothole recycling landfill incinerator litter waste helpline poster
        newsletter consultation petition duty permit permission application appeal complaint compliment
        walker runner swim swimmer cycle league
        """
    /// Words that have no such plural.
    private static let others = """
        nobody everybody health care nhs icb icbs lep leps pcn vcse charities staff people men women children
        families youth elderly
        housing homelessness transport employment unemployment work recruitment retention training education
        learning funding money procurement spending investment growth economy poverty deprivation wealth income
        inflation energy carbon climate pollution air heat heating cold damp mould food obesity smoking alcohol drugs
        mental loneliness isolation dementia cancer diabetes stroke asthma autism pain sickness absence wellbeing
        social local rural urban coastal regional national public private voluntary primary secondary acute
        ambulance a&e hospitals surgeries pharmacies communities vacancies companies councils policies strategies
        parties counties cities authorities bodies universities academies subsidies agencies practices businesses
        buses lunch clubs district districts data evidence research innovation digital technology broadband online
        internet remote broadband signal coverage training recruitment childcare nursing nurseries nursery
        occupational community planners planning scrutiny devolution freeport port industry industrial
        manufacturing retail hospitality tourism farming agriculture construction estates catering cleaning
        security equality inclusion access waiting lists referrals prevention screening vaccination immunisation
        maternity paediatric palliative domiciliary residential respite rehab physiotherapy podiatry
        patients staffing workforce payroll mileage pay paid unpaid overtime wages earnings hardship crisis
        buy buys buying bought recruit recruits hire hires hired employ employs employed train trains trained
        fund funds funded commission commissions commissioned procure deliver delivers delivered discharge refer
        refers referred treat treats treated visit visits visited closed shut opened signed promised
        cooncil folk folks sterted sick leave carers caring economically inactive employers workforces
        staffed understaffed diet exercise hunger starving vaccine vaccines bullying harassment racism
        discrimination stigma trauma suicide childhood adulthood ageing frailty falls winter summer
        shifts islands highlands polish urdu welsh gaelic bengali punjabi romanian translation
        interpreter interpreters interpreting language languages literacy numeracy
        """
}

/// The plainest signs of what sort of statement something is.
enum StatementKindWords {
    static let concerns = phrases("worry, worried, worries, concern, concerned, risk, risks, afraid, fear")
    static let ideas = phrases("should, suggest, lets, could, ought, why")
    static let evidence = phrases("had, last, since, signed, found, showed, ran, counted, data, report")
}
