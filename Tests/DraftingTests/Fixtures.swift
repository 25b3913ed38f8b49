import Facilitation

@testable import Drafting

/// One invented partnership, one area, one session: what the golden drafts are made from.
enum Fixtures {
    static let framework = Framework(
        id: "test-framework", version: "1", name: "Test framework",
        credit: "Names of areas and stages: a test framework.",
        stages: [
            Stage(id: "emerging", name: "Emerging"), Stage(id: "established", name: "Established"),
            Stage(id: "expanding", name: "Expanding"),
        ],
        groups: [
            AreaGroup(
                id: "operations", name: "Operations",
                areas: [
                    Area(id: "acting-as-an-anchor", name: "Acting as an anchor"),
                    Area(id: "local-government", name: "Local government"),
                ])
        ])

    static func member(
        _ id: String, _ name: String, _ organisation: String, _ sector: String, _ role: Role = .member,
        present: Bool = true
    ) -> RecordMember {
        var member = RecordMember()
        member.id = id
        member.name = name
        member.organisation = organisation
        member.sector = sector
        member.role = role
        member.votes = role == .member
        member.present = present
        return member
    }

    static func record(meeting: MeetingKind = .development) -> Record {
        var record = Record()
        record.room = "wenmoor"
        record.started = "2026-10-14T13:20:00Z"
        record.ended = "2026-10-14T13:50:00Z"
        record.head = 120
        record.title = "Wenmoor Partnership"
        record.meeting = meeting
        record.framework.id = framework.id
        record.framework.credit = framework.credit
        record.rule.text =
            "With six ratings, one may lie outside the most common stage. Silence is not a yes."
        record.members = [
            member("irc:farah", "Farah Quilter", "Wenmoor Council", "local-government"),
            member("irc:idris", "Idris Penhale", "Wenmoor Integrated Care Board", "nhs"),
            member("irc:leona", "Leona Marsh", "Wenmoor Hospitals", "nhs"),
            member("irc:bryn", "Bryn Tasker", "Wenmoor Voices", "vcse"),
            member("irc:odile", "Odile Furnace", "Fellside Homes", "housing"),
            member("irc:sunil", "Sunil Varga", "Northern Combined Authority", "strategic-authority"),
            member("irc:host", "Hattie Bloom", "", "other", .facilitator),
            member("irc:away", "Quentin Ashby", "Wenmoor Care Homes", "care-provider", present: false),
        ]
        record.missing = ["residents", "primary care"]
        record.interests = [interest()]
        var later = RecordArea()
        later.id = "local-government"
        later.name = "Local government"
        record.areas = [anchor(), later]
        record.struck = [17]
        return record
    }

    /// The same session as the Chatham House Rule shows it.
    static func chathamHouse() -> Record {
        var record = Fixtures.record(meeting: .formal)
        record.attribution = .chathamHouse
        for index in record.areas[0].statements.indices {
            record.areas[0].statements[index].by = nil
            record.areas[0].statements[index].entries = []
            record.areas[0].statements[index].agree = []
            record.areas[0].statements[index].disagree = []
            record.areas[0].statements[index].unsure = []
        }
        record.areas[0].position?.reservations[0].by = nil
        record.areas[0].position?.entries = []
        record.areas[0].aims[0].reservations[0].by = nil
        record.areas[0].aims[0].reservations[0].sector = "nhs"
        record.areas[0].minorityViews[0].by = nil
        record.areas[0].minorityViews[0].named = false
        record.areas[0].objections[0].by = nil
        record.areas[0].objections[0].entries = []
        return record
    }

    private static func interest() -> RecordInterest {
        var interest = RecordInterest()
        interest.by = "irc:bryn"
        interest.text = "Three of our groups hold contracts with the care board."
        interest.area = "acting-as-an-anchor"
        interest.handling = "Stays and speaks; does not lead on contract terms."
        interest.entries = [9]
        return interest
    }

    private static func anchor() -> RecordArea {
        var area = RecordArea()
        area.id = "acting-as-an-anchor"
        area.name = "Acting as an anchor"
        area.status = .settled
        area.gauges = [
            gauge(
                1, ["emerging": 2, "established": 3, "expanding": 1], ["high": 1, "medium": 3, "low": 2],
                "two-apart", [20, 28]),
            gauge(2, ["emerging": 1, "established": 5], ["high": 2, "medium": 4], "neighbours", [50, 58]),
        ]
        area.position = position()
        area.statements = statements()
        area.decisions = [
            proposal(
                "d1", "Count the spending that we can influence, with a written definition.", .agreed,
                [.support: 6], [48])
        ]
        area.aims = [aim()]
        area.objectives = objectives()
        var view = RecordMinorityView()
        view.by = "irc:bryn"
        view.text =
            "For small voluntary groups the shared rules are not yet in use; from where they stand, "
            + "we are Emerging."
        view.confirmed = true
        view.named = true
        view.on = "position"
        view.entries = [70, 72]
        area.minorityViews = [view]
        var objection = RecordObjection()
        objection.by = "irc:sunil"
        objection.on = "s31"
        objection.text =
            "Most hospital spending runs through national contracts, so a local share may be the wrong measure."
        (objection.open, objection.end) = (false, .withdrawn)
        objection.entries = [36]
        area.objections = [objection]
        var parked = RecordParked()
        parked.text = "Raise the route for local suppliers in national contracts."
        parked.owner = "irc:sunil"
        parked.bringBack = "2026-12-09"
        parked.entries = [95]
        area.parked = [parked]
        return area
    }

    private static func gauge(
        _ round: Int, _ counts: [String: Int], _ confidence: [String: Int], _ pattern: String,
        _ entries: [Int]
    ) -> RecordGauge {
        var gauge = RecordGauge()
        gauge.round = round
        gauge.revealed = true
        gauge.answered = 6
        gauge.present = 6
        gauge.counts = counts
        gauge.confidence = confidence
        gauge.entries = entries
        gauge.byConstituency = ["nhs": round == 1 ? ["established": 1, "expanding": 1] : ["established": 2]]
        var measures = RecordMeasures()
        measures.n = 6
        measures.mode = "established"
        measures.pattern = pattern
        gauge.measures = measures
        return gauge
    }

    private static func position() -> RecordPosition {
        var position = RecordPosition()
        position.stage = "established"
        position.outcome = .majorityWithMinorityView
        position.levels = [.full: 2, .support: 3, .cannotYet: 1]
        var reservation = RecordReservation()
        reservation.by = "irc:bryn"
        reservation.level = .cannotYet
        reservation.text = "Established means in use, and for small charities it is not in use."
        position.reservations = [reservation]
        position.entries = [60, 66]
        return position
    }

    private static func statements() -> [RecordStatement] {
        var notice = RecordStatement()
        notice.id = "s14"
        notice.text = "We had six days' notice that a contract would end."
        notice.by = "irc:bryn"
        notice.kind = .evidence
        notice.evidence = .seen
        notice.counts = [.agree: 3]
        notice.agree = ["irc:bryn", "irc:odile", "irc:leona"]
        notice.entries = [14, 18]
        var report = RecordStatement()
        report.id = "s31"
        report.text = "Every large tender since 2024 scores local benefit."
        report.by = "irc:leona"
        report.kind = .evidence
        report.evidence = .claimed
        report.counts = [.agree: 2, .disagree: 1, .unsure: 1]
        report.agree = ["irc:leona", "irc:idris"]
        report.disagree = ["irc:sunil"]
        report.unsure = ["irc:farah"]
        report.entries = [31, 33]
        var calendar = RecordStatement()
        calendar.id = "s40"
        calendar.text = "I think we should keep one calendar of coming tenders, open to everybody."
        calendar.by = "irc:odile"
        calendar.kind = .idea
        calendar.counts = [.agree: 2]
        calendar.agree = ["irc:farah", "irc:bryn"]
        calendar.entries = [40, 42]
        return [notice, report, calendar]
    }

    static func proposal(
        _ id: String, _ text: String, _ outcome: OutcomeWord, _ levels: [Level: Int], _ entries: [Int]
    ) -> RecordProposal {
        var proposal = RecordProposal()
        proposal.id = id
        proposal.text = text
        proposal.outcome = outcome
        proposal.levels = levels
        proposal.entries = entries
        return proposal
    }

    private static func aim() -> RecordProposal {
        var aim = proposal(
            "a1",
            "By March 2029, small firms and charities in Wenmoor win a larger, known share of what "
                + "our members spend, "
                + "and are paid within 30 days.",
            .agreedWithReservations, [.support: 5, .reservation: 1], [80, 86])
        var reservation = RecordReservation()
        reservation.by = "irc:idris"
        reservation.text = "It depends on finance staff having time."
        aim.reservations = [reservation]
        return aim
    }

    private static func objectives() -> [RecordProposal] {
        var baseline = proposal(
            "o1", "Publish one baseline of the spending that the six bodies can influence.", .agreed,
            [.support: 6], [90])
        baseline.aim = "a1"
        baseline.owner = "irc:leona"
        baseline.due = "2027-03-31"
        baseline.measure = "bodies reported"
        baseline.baseline = "0"
        baseline.target = "6"
        var notice = proposal(
            "o2", "Give voluntary groups three months' notice before a contract ends or changes.",
            .agreedByThoseWhoAnswered, [.full: 1, .support: 4], [92, 94])
        notice.notAnswered = 1
        notice.aim = "a1"
        notice.measure = "contracts covered"
        notice.target = "all of them"
        notice.missing = [.owner, .due, .baseline]
        return [baseline, notice]
    }
}
