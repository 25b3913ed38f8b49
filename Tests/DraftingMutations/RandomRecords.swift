import Drafting
import Facilitation
import SeededRandom

/// Plausible sessions of invented people, made from a seed, with the transcript that they rest on.
package struct RandomSession {
    package private(set) var record = Record()
    package private(set) var entries: [Int: CheckedEntry] = [:]
    private var generator: SeededGenerator
    private var lastEntry = 0
    private var lastItem = 0
    private let isHostile: Bool

    static let firstNames = [
        "Farah", "Idris", "Leona", "Bryn", "Odile", "Sunil", "Greta", "Tomos", "Wilma", "Zaid",
    ]
    static let lastNames = [
        "Quilter", "Penhale", "Marsh", "Tasker", "Furnace", "Varga", "Bloom", "Ashby", "Corry", "Nunn",
    ]
    static let bodies = [
        "Wenmoor Council", "Wenmoor Hospitals", "Fellside Homes", "Wenmoor Voices", "Northern Authority",
        "Dale College",
    ]
    static let sectors = ["nhs", "local-government", "vcse", "housing", "strategic-authority", "education"]
    package static let words = [
        "we", "share", "plans", "with", "local", "firms", "and", "pay", "them", "sooner", "than", "before",
        "because",
        "small", "groups", "cannot", "wait", "for", "money", "jobs", "near", "home", "matter", "most", "to",
        "families",
        "3", "all", "agreed", "first", "round", "none", "2027", "target", "owner",
    ]
    static let hostile = [
        "*bold*", "<script>", "[14](http://x.example)", "\"quoted\"", "| pipe |", "#1", "\u{202E}turned",
        "two\nlines", "`code`",
        "\u{1B}[31m", "[31]", "\u{201C}curly\u{201D}", "&amp;", "\\", "# Heading",
    ]

    package static let framework = Framework(
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

    package init(seed: Int, isHostile: Bool) {
        generator = SeededGenerator(seed: UInt64(truncatingIfNeeded: seed))
        self.isHostile = isHostile
        record.title = isHostile ? "Wenmoor *Partnership* [1]" : "Wenmoor Partnership"
        record.started = "2026-10-14T13:20:00Z"
        record.ended = generator.happens(percent: 70) ? "2026-10-14T15:20:00Z" : nil
        record.meeting = generator.pick(MeetingKind.allCases)
        record.attribution = generator.pick(Attribution.allCases)
        record.framework.credit = "Names: a test framework, 2022."
        record.rule.text = text()
        addMembers()
        for area in ["Acting as an anchor", "Local government", "Health technology"]
        where generator.happens(percent: 80) {
            record.areas.append(makeArea(area))
        }
        addCarried()
        if generator.happens(percent: 40) { record.interests.append(makeInterest()) }
        if generator.happens(percent: 40) { record.missing = ["residents"] }
    }

    // MARK: Pieces

    private mutating func text() -> String {
        var words = (0..<Int.random(in: 4...12, using: &generator)).map { _ in generator.pick(Self.words) }
        if isHostile, generator.happens(percent: 50) { words.insert(generator.pick(Self.hostile), at: words.count / 2) }
        lastItem += 1
        return "Line \(lastItem): \(words.joined(separator: " "))."
    }

    /// What points to an aim or an objective.
    private mutating func asking() -> String {
        lastItem += 1
        let deed = (0..<Int.random(in: 4...9, using: &generator)).map { _ in generator.pick(Self.words) }
            .joined(separator: " ")
        let item = "item \(lastItem)"
        switch Int.random(in: 0..<9, using: &generator) {
        case 0: return "I think we should publish \(item) \(deed)."
        case 1: return "The council must open \(item) \(deed) by March 2028."
        case 2: return "Nobody has seen \(item) \(deed)."
        case 3: return "By the end of 2027 we need one \(item) \(deed)."
        case 4: return "Every family and all three schools should be able to find \(item) \(deed)."
        case 5: return "\(generator.pick(Self.bodies)) should write down \(item) \(deed), measured by lists shared."
        case 6: return "\(generator.pick(record.members).name) should bring \(item) \(deed) because it matters."
        case 7: return "They ought to hand \(item) on. We all need to count \(item) \(deed)."
        default:
            return "Let's join up \(item) \(deed), and in \(generator.pick(["June 2029", "the spring"])) look again."
        }
    }

    private mutating func newEntries(_ words: String) -> [Int] {
        (0..<Int.random(in: 1...2, using: &generator)).map { _ in
            lastEntry += Int.random(in: 1...4, using: &generator)
            entries[lastEntry] = CheckedEntry(words: words)
            return lastEntry
        }
    }

    private var isChathamHouse: Bool { record.attribution == .chathamHouse }

    private mutating func speaker() -> String { generator.pick(record.members.filter(\.present).map(\.id)) }

    private mutating func member(
        _ id: String, _ name: String, _ organisation: String, _ role: Role, present: Bool
    ) -> RecordMember {
        var member = RecordMember()
        member.id = id
        member.name = name
        member.organisation = organisation
        member.sector = generator.pick(Self.sectors)
        member.role = role
        member.votes = role == .member
        member.present = present
        return member
    }

    private mutating func addMembers() {
        let count = Int.random(in: 3...7, using: &generator)
        var names: Set<String> = []
        for number in 0..<count {
            var name = ""
            repeat {
                name = generator.pick(Self.firstNames) + " " + generator.pick(Self.lastNames)
            } while !names.insert(name).inserted
            let organisation = generator.pick(Self.bodies)
            let shown =
                isHostile && generator.happens(percent: 20)
                ? name + " *" + generator.pick(["(", "]", "\"", "|"]) : name
            record.members.append(
                member(
                    "irc:m\(number)", shown, organisation, number == 0 ? .facilitator : .member,
                    present: number < 3 || generator.happens(percent: 80)))
        }
    }

    private mutating func makeLevels(_ outcome: OutcomeWord) -> (levels: [Level: Int], notAnswered: Int) {
        let supports = Int.random(in: 2...5, using: &generator)
        switch outcome {
        case .agreed: return ([.support: supports, .full: Int.random(in: 0...2, using: &generator)], 0)
        case .agreedWithReservations: return ([.support: supports, .reservation: 1], 0)
        case .majorityWithMinorityView: return ([.support: supports, .cannotYet: 1], 0)
        case .notAgreed: return ([.support: supports, .block: 1], Int.random(in: 0...2, using: &generator))
        case .agreedByThoseWhoAnswered:
            return ([.support: supports], Int.random(in: 1...3, using: &generator))
        case .deferred: return ([.abstain: supports], 1)
        case .parked, .open: return ([:], supports)
        }
    }

    private mutating func makeReservations(_ levels: [Level: Int]) -> [RecordReservation] {
        [Level.reservation, .cannotYet, .block].filter { levels[$0] != nil }.map { level in
            var reservation = RecordReservation()
            reservation.by = isChathamHouse ? nil : speaker()
            reservation.level = level
            reservation.text = text()
            return reservation
        }
    }

    private mutating func makeProposal(_ kind: String, _ number: Int) -> RecordProposal {
        var proposal = RecordProposal()
        proposal.id = "\(kind)\(number)"
        proposal.text = text()
        proposal.outcome = generator.pick(OutcomeWord.allCases.filter { $0 != .majorityWithMinorityView })
        (proposal.levels, proposal.notAnswered) = makeLevels(proposal.outcome)
        proposal.reservations = makeReservations(proposal.levels)
        proposal.entries = newEntries(proposal.text)
        if kind == "a", generator.happens(percent: 50) { proposal.horizon = generator.pick(Horizon.allCases) }
        guard kind == "o" else { return proposal }
        proposal.owner = generator.happens(percent: 70) ? speaker() : nil
        proposal.due =
            generator.happens(percent: 70) ? "2027-0\(Int.random(in: 1...9, using: &generator))-1\(number % 10)" : nil
        proposal.measure = generator.happens(percent: 70) ? text() : nil
        proposal.baseline = generator.happens(percent: 50) ? "\(Int.random(in: 0...9, using: &generator))" : nil
        proposal.target = generator.happens(percent: 50) ? "\(Int.random(in: 10...90, using: &generator))%" : nil
        let parts: [(ObjectivePart, String?)] = [
            (.owner, proposal.owner), (.due, proposal.due), (.measure, proposal.measure),
            (.baseline, proposal.baseline),
            (.target, proposal.target),
        ]
        proposal.missing = parts.filter { $0.1 == nil }.map(\.0)
        return proposal
    }

    private mutating func addReports(_ objective: inout RecordProposal) {
        objective.progress = .notStarted
        for _ in 0..<Int.random(in: 0...2, using: &generator) {
            var report = RecordReport()
            report.by = speaker()
            report.onBehalf = generator.happens(percent: 30)
            report.progress = generator.pick(ProgressWord.allCases)
            report.evidence = report.progress.isFinished || generator.happens(percent: 50) ? text() : ""
            report.on = "2027-1\(Int.random(in: 0...2, using: &generator))-2\(Int.random(in: 0...8, using: &generator))"
            report.entries = newEntries(report.evidence)
            objective.reports.append(report)
            objective.progress = report.progress
        }
    }

    private mutating func addCarried() {
        for number in 0..<Int.random(in: 0...2, using: &generator) {
            var carried = RecordCarried()
            carried.areaName = generator.pick(["Housing and health", "Local government"])
            carried.area = carried.areaName.lowercased()
            carried.objective = makeProposal("o", 900 + number)
            carried.objective.outcome = .agreed
            carried.objective.reservations = []
            addReports(&carried.objective)
            carried.overdue = generator.happens(percent: 40)
            record.carried.append(carried)
        }
    }

    private mutating func makeGauge(_ round: Int) -> RecordGauge {
        var gauge = RecordGauge()
        gauge.round = round
        gauge.blind = generator.happens(percent: 80)
        gauge.revealed = true
        for stage in Self.framework.ladder.answers where generator.happens(percent: 45) {
            gauge.counts[stage] = Int.random(in: 1...4, using: &generator)
        }
        gauge.answered = gauge.counts.values.reduce(0, +)
        gauge.present = gauge.answered + Int.random(in: 0...2, using: &generator)
        gauge.confidence = ["high": gauge.answered / 2, "low": gauge.answered - gauge.answered / 2]
        gauge.entries = newEntries("Gauge.")
        for sector in Self.sectors where generator.happens(percent: 30) {
            gauge.byConstituency[sector] = ["emerging": Int.random(in: 1...3, using: &generator), "expanding": 1]
        }
        if generator.happens(percent: 50) {
            var rating = RecordRating()
            rating.evidence = text()
            rating.stage = "emerging"
            rating.entries = record.attribution == .named ? newEntries(rating.evidence) : []
            gauge.ratings = [rating]
        }
        var measures = RecordMeasures()
        measures.pattern = generator.pick([
            "same", "neighbours", "two-apart", "clumps-by-sector", "many-dont-know", "too-few",
        ])
        gauge.measures = measures
        return gauge
    }

    private mutating func makeStatement() -> RecordStatement {
        var statement = RecordStatement()
        statement.text = generator.happens(percent: 60) ? asking() : text()
        statement.entries = newEntries(statement.text)
        statement.id = "s\(statement.entries[0])"
        statement.by = isChathamHouse ? nil : speaker()
        statement.kind = generator.pick(StatementKind.allCases)
        statement.evidence = statement.kind == .evidence ? generator.pick(EvidenceStanding.allCases) : nil
        for stance in Stance.allCases { statement.counts[stance] = Int.random(in: 0...4, using: &generator) }
        if generator.happens(percent: 40) { statement.counts = [.agree: Int.random(in: 2...5, using: &generator)] }
        if !isChathamHouse {
            let others = record.members.map(\.id).filter { $0 != statement.by }
            statement.agree = Array(others.prefix(statement.counts[.agree, default: 0]))
        }
        if isChathamHouse { statement.entries = [] }
        return statement
    }

    private mutating func makeArea(_ name: String) -> RecordArea {
        var area = RecordArea()
        area.name = name
        area.id = name.lowercased()
        for round in 0..<Int.random(in: 0...3, using: &generator) { area.gauges.append(makeGauge(round + 1)) }
        if generator.happens(percent: 60) { area.position = makePosition() }
        for _ in 0..<Int.random(in: 0...4, using: &generator) { area.statements.append(makeStatement()) }
        let offset = record.areas.count * 10
        for number in 0..<Int.random(in: 0...2, using: &generator) {
            area.decisions.append(makeProposal("d", offset + number + 1))
            area.aims.append(makeProposal("a", offset + number + 1))
        }
        for number in 0..<Int.random(in: 0...3, using: &generator) {
            var objective = makeProposal("o", offset + number + 1)
            objective.aim = area.aims.isEmpty ? nil : generator.pick(area.aims).id
            if objective.outcome.isAdopted { addReports(&objective) }
            area.objectives.append(objective)
        }
        addBeside(&area)
        if generator.happens(percent: 50) { area.parked.append(makeParked()) }
        return area
    }

    private mutating func makePosition() -> RecordPosition {
        var position = RecordPosition()
        position.stage = generator.pick(["emerging", "established", "between-emerging-established"])
        position.outcome = generator.pick(OutcomeWord.allCases)
        (position.levels, position.notAnswered) = makeLevels(position.outcome)
        position.reservations = makeReservations(position.levels)
        position.entries = isChathamHouse ? [] : newEntries("Position.")
        return position
    }

    private mutating func addBeside(_ area: inout RecordArea) {
        let items =
            (area.decisions + area.aims + area.objectives).map(\.id) + (area.position == nil ? [] : ["position"]) + [
                "gone"
            ]
        for _ in 0..<Int.random(in: 0...2, using: &generator) {
            var view = RecordMinorityView()
            view.text = text()
            view.by = isChathamHouse ? nil : speaker()
            view.named = view.by != nil && generator.happens(percent: 70)
            view.sector = generator.happens(percent: 50) ? generator.pick(Self.sectors) : nil
            view.confirmed = generator.happens(percent: 80)
            view.on = generator.pick(items)
            view.entries = newEntries(view.text)
            view.wouldChange = generator.happens(percent: 50) ? text() : nil
            view.lookAgain =
                generator.happens(percent: 50) ? "2027-0\(Int.random(in: 1...9, using: &generator))-21" : nil
            area.minorityViews.append(view)
        }
        for _ in 0..<Int.random(in: 0...2, using: &generator) {
            var objection = RecordObjection()
            objection.text = text()
            objection.by = isChathamHouse ? nil : speaker()
            objection.on = generator.pick(items + area.statements.map(\.id))
            objection.open = generator.happens(percent: 50)
            objection.entries = isChathamHouse ? [] : newEntries(objection.text)
            area.objections.append(objection)
        }
    }

    private mutating func makeParked() -> RecordParked {
        var parked = RecordParked()
        parked.text = text()
        parked.owner = generator.happens(percent: 60) ? speaker() : nil
        parked.bringBack = generator.happens(percent: 60) ? "2026-12-0\(Int.random(in: 1...9, using: &generator))" : nil
        parked.entries = newEntries(parked.text)
        return parked
    }

    private mutating func makeInterest() -> RecordInterest {
        var interest = RecordInterest()
        interest.by = speaker()
        interest.text = text()
        interest.area = generator.happens(percent: 50) ? record.areas.first?.id : nil
        interest.handling = generator.happens(percent: 60) ? text() : nil
        interest.entries = newEntries(interest.text)
        return interest
    }
}
