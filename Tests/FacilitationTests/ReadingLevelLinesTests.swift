import Facilitation
import Testing

/// Answers to a proposal, ratings and confirmations in everyday words, by the rule of language that each family is about.
@Suite struct ReadingLevelLinesTests {
    typealias Example = (line: String, told: String)

    /// A test of a position, so that a stage may be claimed or denied.
    static let positionTest: ReadingContext = {
        var context = ReadingRoom.testing
        context.test = .init(entry: 40, kind: .position, text: "We are at Established on acting as an anchor.")
        return context
    }()

    static let grudging: [Example] = [
        ("oh go on then, support", "support likely"),
        ("all right all right, I'll support it", "support likely"),
        ("if I must, support", "support likely"),
        ("support, under sufferance", "support likely"),
        ("anything for a quiet life. Support", "support likely"),
        ("you've worn me down, support", "support likely"),
        ("OK then, support, since you twisted my arm", "support likely"),
        ("Oh very well, I support it", "support likely"),
        ("fine, support", "support likely"),
        ("grudging support from us", "support likely"),
        ("content to go with the group", "support likely"),
        ("I'll go along with the room", "support likely"),
        ("I won't go with the room on this one", "cannot-yet plain"),
        ("I could live with it at a push", "reservation likely"),
        ("I can live with it, fifty is a guess but it is a start", "reservation plain"),
        ("I support it being looked at again", "support likely"),
        ("I support most of it", "support likely"),
        ("I suppose I can live with this", "reservation likely"),
        ("support, for what it's worth", "support plain"),
        ("Support.", "support plain"),
        ("I'm full, that lasagne was huge", "full likely"),
        ("a full from the college", "full plain"),
    ]
    @Test(arguments: grudging.map(\.line)) func `a yes that is wrung out of somebody waits for their confirmation`(
        line: String
    ) {
        let context = ReadingRoom.testing
        #expect(ReadingRoom.told(line, context) == Self.grudging.first { $0.line == line }?.told)
    }

    static let supposing: [Example] = [
        ("I would support it were there money behind it", "cannot-yet plain"),
        ("I'd be fully behind it were it funded", "cannot-yet plain"),
        ("Had it said 'most' I would support it", "cannot-yet plain"),
        ("Should the county agree to pay, we would support it", "cannot-yet plain"),
        ("Were the date later I could live with it", "cannot-yet plain"),
        ("Provided the ministry agrees, the trust can support", "cannot-yet plain"),
        ("If Farah's board agrees the college will support it", "cannot-yet plain"),
        ("the council supports this", "statement none"),
        ("wait for the audit and I'll support it", "cannot-yet plain"),
        ("It gets my vote the day somebody funds it", "cannot-yet plain"),
        ("support without the word 'every'", "cannot-yet likely"),
        ("support if you drop the word 'every', if that helps", "cannot-yet plain"),
        ("were there any objections last time", "statement none"),
    ]
    @Test(arguments: supposing.map(\.line)) func `a yes that supposes something is none yet`(line: String) {
        let context = ReadingRoom.testing
        #expect(ReadingRoom.told(line, context) == Self.supposing.first { $0.line == line }?.told)
    }

    static let moved: [Example] = [
        ("I came in ready to block this. I've listened, and I support it", "support plain"),
        ("I came here to block this but having heard Farah I support it", "support likely"),
        ("I was about to block it. Then Owen explained. Support", "support plain"),
        ("I came in ready to support this. Having read it, block", "block plain"),
        ("I came in ready to support this and I still can't", "cannot-yet plain"),
        ("move me from reservation to support please", "support plain"),
        ("change me from cannot yet to full", "full plain"),
        ("switch me from support to block, I've read the annex", "block plain"),
        ("on reflection make mine full", "full plain"),
        ("I can't agree with it so I'm standing aside", "stand-aside plain"),
        ("I don't back it, I don't oppose it, standing aside", "stand-aside plain"),
        ("I will not stand aside. Cannot yet", "cannot-yet plain"),
        ("I have read it and can find nothing to which I object, so support", "support plain"),
        ("there is plenty in it to which I object", "cannot-yet plain"),
        ("I can't find anything to support in this", "cannot-yet plain"),
    ]
    @Test(arguments: moved.map(\.line)) func `an answer that is given up makes way for the one that stands`(
        line: String
    ) {
        let context = ReadingRoom.testing
        #expect(ReadingRoom.told(line, context) == Self.moved.first { $0.line == line }?.told)
    }

    static let threats: [Example] = [
        ("I object, and if it passes we leave the partnership", "block plain"),
        ("I object, we'd have to leave the group over this", "block plain"),
        ("cannot support it and will resign if it goes through", "block plain"),
        ("Blocking this. We'd leave the group over it", "block plain"),
        ("I have to leave the call at 3 but I can't support this", "cannot-yet plain"),
        ("he'd veto it if he could", "statement none"),
        ("they'll object, they always do", "statement none"),
        ("If my director were here she'd veto it", "statement none"),
    ]
    @Test(arguments: threats.map(\.line)) func `leaving, said beside a refusal, is a block`(line: String) {
        let context = ReadingRoom.testing
        #expect(ReadingRoom.told(line, context) == Self.threats.first { $0.line == line }?.told)
    }

    static let reservations: [Example] = [
        ("Support with one reservation - April is when the contracts end", "reservation plain"),
        ("reservation: the money comes when the year is over", "reservation plain"),
        ("Reservation. It depends on volunteers and they are tired", "reservation plain"),
        ("my reservation is what happens if the money stops", "reservation plain"),
        ("I can live with it, provided the date moves", "cannot-yet plain"),
        ("support with one condition: it's done before June", "cannot-yet plain"),
        ("support, only thing bugging me is the date", "reservation plain"),
        ("nobody read the reservations last time", "statement none"),
        ("support without any reservations", "support plain"),
    ]
    @Test(arguments: reservations.map(\.line)) func `what a reservation tells is no condition on it`(line: String) {
        let context = ReadingRoom.testing
        #expect(ReadingRoom.told(line, context) == Self.reservations.first { $0.line == line }?.told)
    }

    static let senses: [Example] = [
        ("Block B is round the back by the bins", "statement none"),
        ("we're in block D if anyone wants us", "statement none"),
        ("Block, and I mean it", "block plain"),
        ("block 40", "block plain"),
        ("writer's block today, ignore me", "chatter none"),
        ("they've blocked my card", "statement none"),
        ("I've a reservation at seven so let's be quick", "chatter none"),
        ("agreed it is too hot, can we have the door open", "chatter none"),
        ("Don't put me down as anything yet, still mulling", "chatter none"),
        ("from the college side no objection", "support plain"),
        ("from the tenants' side no objections", "statement none"),
        ("from Owen's side no objection", "statement none"),
    ]
    @Test(arguments: senses.map(\.line)) func `words of answering in another sense answer nothing`(line: String) {
        let context = ReadingRoom.testing
        #expect(ReadingRoom.told(line, context) == Self.senses.first { $0.line == line }?.told)
    }

    static let gauging: [Example] = [
        ("betwen emerging and established, low", "gauge between-emerging-established low plain"),
        ("bewteen established and expanding med", "gauge between-established-expanding medium plain"),
        ("i'd love to say established but honestly emerging, high", "gauge emerging high plain"),
        ("would love to put expanding but it's established", "gauge established plain"),
        ("I'd like to say established", "gauge established plain"),
        ("wanted to say expanding, truth is emerging", "gauge emerging plain"),
        ("I put emerging but I'm not sure", "gauge emerging low plain"),
        ("I put emerging first but now established", "gauge established plain"),
        ("I put not yet, high", "gauge not-yet high plain"),
        ("The trusts will tell you expanding. Mine is not yet", "gauge not-yet plain"),
        ("Our chief thinks expanding; mine is established", "gauge established plain"),
        ("I can tell you it's emerging", "gauge emerging plain"),
        (
            "I would not, with the best will in the world, call us expanding; established, low confidence",
            "gauge established low plain"
        ),
        ("We cannot, hand on heart, say established; emerging, high", "gauge emerging high plain"),
        ("my team is expanding but the partnership is emerging", "gauge emerging likely"),
        ("a step below established: emerging, low", "gauge emerging low likely"),
        ("don't know about health but in housing established", "gauge established plain"),
        ("don't know, and nobody on my side does", "gauge dont-know plain"),
        ("gut says emerging, low", "gauge emerging low plain"),
        ("it has to be emerging", "gauge emerging plain"),
        ("my view is established", "gauge established plain"),
        ("haven't a scooby", "gauge dont-know plain"),
        ("we haven't even begun", "gauge not-yet plain"),
    ]
    @Test(arguments: gauging.map(\.line)) func `the stage that somebody means is told from those they speak of`(
        line: String
    ) {
        let context = ReadingRoom.gauging
        #expect(ReadingRoom.told(line, context) == Self.gauging.first { $0.line == line }?.told)
    }

    static let notRated: [Example] = [
        ("hold on, established practice here is to ask the chair", "chatter none"),
        ("my broadband is firmly established as the worst in town", "chatter none"),
        ("my inbox is expanding", "chatter none"),
        ("we've established that nobody can hear me", "chatter none"),
        ("he's only just emerging from the car park", "chatter none"),
        ("there's a pattern emerging of Owen being late", "chatter none"),
        ("nobody wins a prize for expanding", "chatter none"),
        ("no prizes for expanding", "chatter none"),
    ]
    @Test(arguments: notRated.map(\.line)) func `a word of a stage in another sense rates nothing`(line: String) {
        let context = ReadingRoom.gauging
        #expect(ReadingRoom.told(line, context) == Self.notRated.first { $0.line == line }?.told)
    }

    static let leading: [Example] = [
        ("take your time, nobody wins a prize for expanding", "chatter none"),
        ("don't all say established at once", "chatter none"),
        ("there's no shame in not yet", "chatter none"),
        ("established or expanding, whichever feels right", "chatter none"),
        ("think of established as most bodies doing it most of the time", "chatter none"),
        ("emerging, high", "gauge emerging high plain"),
        ("my own rating is established, medium", "gauge established medium plain"),
    ]
    @Test(arguments: leading.map(\.line)) func `a facilitator who speaks of a stage rates nothing`(line: String) {
        let context = ReadingRoom.context(.gauging, expects: .stage, role: .facilitator)
        #expect(ReadingRoom.told(line, context) == Self.leading.first { $0.line == line }?.told)
    }

    static let confirming: [Example] = [
        ("no it's good, don't touch it", "yes likely"),
        ("no, don't change a word", "yes likely"),
        ("wouldn't change a thing", "yes likely"),
        ("no quibbles", "yes likely"),
        ("no need to change it", "yes likely"),
        ("yes, ish", "yes likely"),
        ("yes I think so", "yes likely"),
        ("yes I'm happy with that wording", "yes plain"),
        ("bang on", "yes plain"),
        ("that'll do", "yes likely"),
        ("keep it", "yes likely"),
        ("not how I'd put it", "no plain"),
        ("those were never my words", "no plain"),
        ("you've put words in my mouth", "no plain"),
        ("I said 'some' not 'all'", "no plain"),
        ("I'd sooner you left my name off", "no plain"),
        ("that's half of it", "no plain"),
        ("hang on, reading", "chatter none"),
    ]
    @Test(arguments: confirming.map(\.line)) func `what was read back is confirmed, refused or left open`(line: String)
    {
        let context = ReadingRoom.confirming
        #expect(ReadingRoom.told(line, context) == Self.confirming.first { $0.line == line }?.told)
    }

    static let besides: [Example] = [
        ("That's not how I put it, no", "no plain"),
        ("I didn't put it like that", "no plain"),
        ("those aren't my words", "no plain"),
        ("no, I said reservation, not block", "no plain"),
        ("cannot yet, it is too soon", "cannot-yet plain"),
        ("I can't support the aim", "cannot-yet plain"),
    ]
    @Test(arguments: besides.map(\.line)) func `a no to the words read back is no answer to the proposal`(line: String)
    {
        let context = ReadingRoom.context(.testing, expects: .confirm)
        #expect(ReadingRoom.told(line, context) == Self.besides.first { $0.line == line }?.told)
    }

    static let stages: [Example] = [
        ("county says we are Established, well it would", "statement none"),
        ("the council reckons it's Established", "statement none"),
        ("They claim Established. We are not", "cannot-yet plain"),
        ("I don't think it's Established", "cannot-yet plain"),
        ("hardly Established, is it", "cannot-yet plain"),
        ("Established sounds right to me", "support likely"),
    ]
    @Test(arguments: stages.map(\.line)) func `a stage that others claim is denied by nobody`(line: String) {
        let context = Self.positionTest
        #expect(ReadingRoom.told(line, context) == Self.stages.first { $0.line == line }?.told)
    }

    static let answeredFor: [Example] = [
        ("Full support, sadly my trustees won't have it", "cannot-yet likely"),
        ("Support from me, unfortunately our board has said no", "cannot-yet likely"),
        ("I support it, alas the governors won't wear it", "cannot-yet likely"),
        ("support, although our members voted against it", "cannot-yet plain"),
        ("I support this, my director doesn't", "support likely"),
        ("support, sadly it comes late", "support likely"),
        ("full support but my manager has told me to say no", "cannot-yet plain"),
        ("support, my board voted for it", "support plain"),
        ("Support. Our members can't wait", "support plain"),
        ("support as our trustees have agreed", "support plain"),
    ]
    @Test(arguments: answeredFor.map(\.line)) func `a yes beside the no of one's own body is no plain yes`(line: String)
    {
        let context = ReadingRoom.testing
        #expect(ReadingRoom.told(line, context) == Self.answeredFor.first { $0.line == line }?.told)
    }

    static let takenBack: [Example] = [
        ("I've changed my mind", "withdraw last likely"),
        ("sorry, I have changed my mind about this one", "withdraw last likely"),
        ("I want to change my answer", "withdraw last likely"),
        ("I've changed my mind, block", "block plain"),
        ("I haven't changed my mind", "statement none"),
        ("I really shouldn't answer, my brother sells them", "withdraw last likely"),
        ("I ought not to have voted on this", "withdraw last likely"),
        ("I should not be taking part", "withdraw last likely"),
        ("you shouldn't answer for me", "statement none"),
        ("I shouldn't have said yes", "withdraw last likely"),
        ("don't ignore my answer", "statement none"),
        ("take my answer out", "withdraw last likely"),
        ("please take me out of the count", "withdraw last likely"),
        ("don't count my vote please", "withdraw last likely"),
        ("don't count me", "withdraw last likely"),
        ("cancel my vote", "withdraw last likely"),
        ("scrap my answer", "withdraw last plain"),
        ("don't count me as a supporter", "cannot-yet likely"),
        ("don't count me either way", "abstain likely"),
    ]
    @Test(arguments: takenBack.map(\.line)) func `an answer is taken back in plain words`(line: String) {
        let context = ReadingRoom.testing
        #expect(ReadingRoom.told(line, context) == Self.takenBack.first { $0.line == line }?.told)
    }

    static let asking: [Example] = [
        ("I have a reservation: who keeps the list?", "reservation plain"),
        ("reservation, what does it cost?", "reservation plain"),
        ("my only worry is who pays?", "reservation likely"),
        ("can't support it, who checks?", "cannot-yet plain"),
        ("Block: who pays the fines?", "block plain"),
        ("any reservations?", "chatter none"),
        ("pass", "abstain likely"),
        ("I'll pass on this one", "abstain likely"),
        ("no view", "abstain likely"),
        ("pass the biscuits", "chatter none"),
        ("no view of the sea from here", "statement none"),
        ("Not without my board", "cannot-yet plain"),
        ("not without merit", "statement none"),
        ("Not if it costs the wards", "cannot-yet plain"),
        ("I don't have a view", "abstain likely"),
        ("I wouldn't sign up to anything without a date", "cannot-yet plain"),
        ("I'd stand aside unless it is changed", "stand-aside likely"),
    ]
    @Test(arguments: asking.map(\.line)) func `an answer that asks, passes or waits is heard`(line: String) {
        let context = ReadingRoom.testing
        #expect(ReadingRoom.told(line, context) == Self.asking.first { $0.line == line }?.told)
    }

    static let owning: [Example] = [
        ("Yes, I'll own that", "yes plain"),
        ("I'll own that one", "yes plain"),
        ("I will lead on it", "yes plain"),
        ("happy to take that on", "yes plain"),
        ("I'll pick that up", "yes plain"),
        ("I could own it", "yes likely"),
        ("I'll own it once there is money", "no likely"),
        ("I'll take it on, but not alone", "no likely"),
        ("I can't own that", "no plain"),
        ("I won't lead on it", "no plain"),
    ]
    @Test(arguments: owning.map(\.line)) func `who is asked to own an objective says so in many ways`(line: String) {
        let context = ReadingRoom.context(.objectives, expects: .confirm)
        #expect(ReadingRoom.told(line, context) == Self.owning.first { $0.line == line }?.told)
    }

    static let growing: [Example] = [
        ("The backlog is expanding", "chatter none"),
        ("Our list of suppliers is expanding", "chatter none"),
        ("the waiting room here is expanding fast", "chatter none"),
        ("demand is expanding", "gauge expanding likely"),
        ("the partnership is established", "gauge established plain"),
        ("our area is expanding", "gauge expanding plain"),
        ("the ICP is emerging", "gauge emerging plain"),
        ("our anchor work is established", "gauge established plain"),
        ("we are expanding", "gauge expanding plain"),
        ("most of us are emerging", "gauge emerging plain"),
    ]
    @Test(arguments: growing.map(\.line)) func `a thing that grows rates nothing`(line: String) {
        let context = ReadingRoom.gauging
        #expect(ReadingRoom.told(line, context) == Self.growing.first { $0.line == line }?.told)
    }

    @Test func `nothing but a statement is agreed with at best likely`() {
        #expect(ReadingRoom.told("Nothing but 14 has my agreement") == "agree 14 likely")
        #expect(ReadingRoom.told("Anything but 14 has my agreement") == "disagree 14 likely")
        #expect(ReadingRoom.told("14 has my agreement") == "agree 14 plain")
        #expect(ReadingRoom.told("who is here") == "ask who plain")
    }

    static let kept: [(line: String, reason: String)] = [
        ("not unless it is costed", "unless it is costed"),
        ("Not till the wards have read it", "till the wards have read it"),
        ("only if the trust pays", "only if the trust pays"),
        ("We can't accept this as it stands because of the rota", "the rota"),
        ("I can't support this as drafted, the sum is wrong", "the sum is wrong"),
        ("can't back it as worded as it shuts out charities", "it shuts out charities"),
        ("I can't support it as it is too vague", "it is too vague"),
        ("I can't sign up to June, we have no cover", "I can't sign up to June, we have no cover"),
        ("I couldn't agree to that without our trustees", "without our trustees"),
        ("I won't support anything that shuts a ward", "I won't support anything that shuts a ward"),
        (
            "I can't agree to a start in June, that's far too soon",
            "I can't agree to a start in June, that's far too soon"
        ),
        ("I'd stand aside unless it's changed", "I'd stand aside unless it's changed"),
        ("I can't support this date, it clashes with exams", "it clashes with exams"),
        ("can't support naming local firms, it isn't lawful here", "it isn't lawful here"),
        ("can't support it really, the sum is wrong", "the sum is wrong"),
        ("I can't back a sum that nobody has checked", "a sum that nobody has checked"),
        ("can't support", ""),
        ("I do not accept this and want it noted", ""),
        ("I cannot agree to pay for it", "I cannot agree to pay for it"),
        (
            "Full support here but my committee has told me to say no",
            "Full support here but my committee has told me to say no"
        ),
        ("I have a reservation: who keeps the list?", "who keeps the list"),
    ]
    @Test(arguments: kept.map(\.line)) func `a reason is never cut into another`(line: String) {
        var kept: String?
        for reading in ReadingRoom.read(line, ReadingRoom.testing) {
            if case .levelGiven(_, let because) = reading.event { kept = because }
        }
        #expect(kept == Self.kept.first { $0.line == line }?.reason)
    }

    @Test func `the reason of a refusal is the one that was given`() {
        func reason(_ line: String) -> String? {
            for reading in ReadingRoom.read(line, ReadingRoom.testing) {
                if case .levelGiven(_, let because) = reading.event { return because }
            }
            return nil
        }
        #expect(reason("I'd resign before I signed that. Block") == "I'd resign before I signed that")
        #expect(reason("No. Too early for the villages") == "Too early for the villages")
        #expect(reason("cannot support it, it is premature") == "it is premature")
        #expect(reason("I could live with it at a push") == "")
    }
}
