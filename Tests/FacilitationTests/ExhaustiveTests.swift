import Testing

@testable import Facilitation

/// Every sequence of events up to a length, over two members and a facilitator. States that nothing to come can tell
/// apart are merged (`Discussion.normalForm`), so that each is continued once.
@Suite("Every sequence of events")
struct ExhaustiveTests {
    /// Something that one person can do now; nil where there is nothing to point at.
    struct Symbol: Sendable {
        var actor: String
        var isPrivate = false
        var isLikely = false
        var event: @Sendable (Discussion) -> Event?

        init(
            _ actor: String, privately: Bool = false, likely: Bool = false,
            _ event: @escaping @Sendable (Discussion) -> Event?
        ) {
            self.actor = actor
            isPrivate = privately
            isLikely = likely
            self.event = event
        }
        init(_ actor: String, _ event: Event, privately: Bool = false, likely: Bool = false) {
            self.init(actor, privately: privately, likely: likely) { _ in event }
        }
    }

    // MARK: The alphabet

    static func lastStatement(_ discussion: Discussion) -> Int? { discussion.area?.openStatements.last?.entry }
    static func lastProposal(_ discussion: Discussion) -> Int? {
        discussion.area?.proposals.last { !$0.isStruck }?.entry
    }
    static func onStatement(_ stance: Stance, _ because: String) -> @Sendable (Discussion) -> Event? {
        { discussion in
            lastStatement(discussion).map { .positionTaken(targets: [$0], stance: stance, because: because) }
        }
    }

    static let talk: [Symbol] = [
        Symbol("ann", .stated(kind: .view)), Symbol("ben", onStatement(.agree, "")),
        Symbol("ben", onStatement(.disagree, "no")),
        Symbol("ben", likely: true, onStatement(.agree, "")), Symbol("ann", .corrected(entry: nil, text: "Other")),
        Symbol("ann", .withdrawn(entry: nil)), Symbol("ben", .answered(yes: true)),
        Symbol("ben", .answered(yes: false)),
        Symbol("ben") { lastStatement($0).map { .withdrawn(entry: $0) } }, Symbol("ann", .parked(text: "Later")),
    ]
    static let gauging: [Symbol] = [
        Symbol("helen", .gaugingOpened), Symbol("helen", .revealed),
        Symbol("ann", .rated(stage: "emerging", confidence: .high, evidence: "secret"), privately: true),
        Symbol("ben", .rated(stage: "emerging", confidence: nil, evidence: "")),
        Symbol("ann", .ratingWithdrawn, privately: true),
    ]
    static let testing: [Symbol] = [
        Symbol("helen", .proposed(Proposed(what: .position, text: "", stage: "emerging"))),
        Symbol("helen", .proposed(Proposed(what: .objective, text: "Count", owner: "ann"))),
        Symbol("helen") { lastStatement($0).map { .proposed(Proposed(what: .aim, text: "", item: $0)) } },
        Symbol("ann", .proposed(Proposed(what: .decision, text: "Meet"))),
        Symbol("ann", .levelGiven(.support, because: "")), Symbol("ben", .levelGiven(.support, because: "")),
        Symbol("ben", .levelGiven(.block, because: "no")), Symbol("ben", .levelGiven(.standAside, because: "")),
        Symbol("ben", .levelGiven(.support, because: ""), likely: true),
        Symbol("helen", .amended(text: "emerging")), Symbol("helen", .closed), Symbol("helen", .majorityAsked),
        Symbol("helen", .deferred), Symbol("ben", .minorityStated(text: "Mine")), Symbol("ann", .answered(yes: true)),
        Symbol("helen") { lastProposal($0).map { .corrected(entry: $0, text: "established") } },
    ]
    static let path: [Symbol] = [
        Symbol("helen", .started(areas: [])), Symbol("helen", .areaChosen("anchors")), Symbol("helen", .movedOn),
        Symbol("helen", .movedBack), Symbol("helen", .paused), Symbol("helen", .resumed), Symbol("helen", .ended),
        Symbol("helen", .readBack), Symbol("helen", .areaDone), Symbol("helen", .skipped), Symbol("ben", .left),
        Symbol("ben", .joined(name: "Ben Reed", sector: "", organisation: "", role: .member)),
        Symbol("helen") { .undone(entry: Invariants.standing($0).max() ?? $0.commands.keys.max(), because: "x") },
        Symbol("helen") { $0.commands.keys.max().map { .undone(entry: $0, because: "x") } },
    ]
    /// Kinds that change little: they are in the shorter sequences.
    static let others: [Symbol] = [
        Symbol("helen", .opened(Setup(framework: Room.framework))), Symbol("ann", .chatted),
        Symbol("ben", onStatement(.unsure, "")),
        Symbol("ann", .interestDeclared(text: "Mine")), Symbol("helen", .interestHandled(text: "Stays")),
        Symbol("ann", .toldPrivately(text: "Slow"), privately: true), Symbol("ben", .minorityNaming(named: false)),
        Symbol("ann", .objectivePartGiven(.owner, value: "Ben Reed")),
        Symbol("ann", .objectivePartGiven(.target, value: "6")), Symbol("ann", .asked(.actions)),
        Symbol("ben", .viewPartGiven(.mind, item: nil, value: "A count")),
        Symbol("ben", .viewPartGiven(.lookAgain, item: nil, value: "1 March 2027")),
        Symbol("ann", .horizonGiven(item: "", .fiveYears)),
        Symbol("ann", .progressGiven(item: "", .onTrack, evidence: "")),
        Symbol("helen", .progressGiven(item: "o1", .done, evidence: "counted")),
        Symbol("helen", .presenceMarked(names: ["ben"], present: false)),
        Symbol("helen", .presenceMarked(names: ["ben"], present: true)),
        Symbol("helen", .facilitatorNamed(name: "ann")), Symbol("helen", .handPassed(name: "ann")),
        Symbol("helen", .formChosen(.scan)), Symbol("helen", .ruleChanged(.majority(false))),
        Symbol("helen", .extended(minutes: 5)), Symbol("helen", .draftAsked), Symbol("helen", .timePassed),
        Symbol("ann", .asked(.whereWeAre)), Symbol("ben", .levelGiven(.abstain, because: "")),
        Symbol("ann", .undone(entry: nil, because: "")),
        Symbol("ben", .rated(stage: "dont-know", confidence: .low, evidence: "secret"), privately: true),
        Symbol("ann", .ended), Symbol("stranger", .stated(kind: .view)),
        Symbol("ann", .levelGiven(.reservation, because: "x")), Symbol("ben", .asked(.overview)),
        Symbol("ann", .asked(.nextArea), privately: true),
    ]
    static let preparing: [Symbol] = [
        Symbol("helen", .pregaugeOpened(areas: [], until: nil)), Symbol("helen", .pregaugeRevealed),
        Symbol("helen", .reminded), Symbol("helen", .framingAsked(.next)),
        Symbol("ann") {
            $0.setup.areas.last.map {
                .areaRated(area: $0, stage: "emerging", confidence: .low, evidence: "secret", ambition: "expanding")
            }
        },
        Symbol("ben", privately: true) {
            $0.setup.areas.first.map {
                .areaRated(area: $0, stage: "expanding", confidence: nil, evidence: "secret", ambition: nil)
            }
        },
        Symbol("ben", .areaRatingWithdrawn(area: "anchors"), privately: true),
    ]
    static let everything = talk + gauging + testing + path + others + preparing

    // MARK: Walking

    struct Walk {
        var states = 0
        var lines = 0
        var kinds: Set<EventKind> = []
        var reached: Set<SessionStep> = []
        var outcomes: Set<OutcomeWord> = []
        var broken: [String] = []

        mutating func take(
            _ symbol: Symbol, _ state: Discussion, _ path: [String], _ start: Room, _ depth: Int
        ) -> (state: Discussion, path: [String], isTaken: Bool)? {
            guard let event = symbol.event(state) else { return nil }
            var after = state
            let heard = Heard(
                entry: start.entry + depth + 1, actor: symbol.actor, at: start.now, today: start.today,
                isPrivate: symbol.isPrivate, words: "Words.",
                readings: [Reading(event, symbol.isLikely ? .likely : .plain)])
            let answer = after.hear(heard)
            lines += 1
            kinds.insert(event.kind)
            reached.insert(after.step)
            let steps = path + ["\(symbol.actor) \(event.kind)"]
            if let wrong = Invariants(before: state, after: after, heard: heard, answer: answer).broken {
                note(wrong, steps)
            }
            return (after, steps, answer.declined == nil)
        }

        /// What is worth checking once for each state.
        mutating func check(_ state: Discussion, _ path: [String]) {
            for area in state.areas.values { outcomes.formUnion(area.proposals.map(\.outcome)) }
            if let wrong = ExhaustiveTests.leak(state) { note(wrong, path) }
        }

        private mutating func note(_ wrong: String, _ path: [String]) {
            if broken.count < 5 { broken.append("\(wrong): \(path.joined(separator: ", "))") }
        }
    }

    static func walk(from start: Room, _ alphabet: [Symbol], length: Int) -> Walk {
        var walk = Walk()
        var seen: Set<Discussion> = [start.discussion.normalForm]
        var frontier: [(state: Discussion, path: [String])] = [(start.discussion, [])]
        for depth in 0..<length {
            var next: [(state: Discussion, path: [String])] = []
            for (state, path) in frontier {
                for symbol in alphabet {
                    guard let step = walk.take(symbol, state, path, start, depth) else { continue }
                    // What is reached by the last line is checked, and not continued.
                    guard depth + 1 < length, step.isTaken, seen.insert(step.state.normalForm).inserted else {
                        continue
                    }
                    walk.check(step.state, step.path)
                    next.append((step.state, step.path))
                }
            }
            frontier = next
        }
        walk.states = seen.count
        return walk
    }

    /// Before the reveal the record holds how many have answered, and nothing else of any rating.
    fileprivate static func leak(_ state: Discussion) -> String? {
        guard state.areas.values.contains(where: { $0.openGauge != nil || $0.openPregauge != nil }) else { return nil }
        for area in state.record(room: "r", log: "l", head: 0).areas {
            for gauge in area.gauges where !gauge.revealed {
                let isEmpty =
                    gauge.counts.isEmpty && gauge.ratings.isEmpty && gauge.confidence.isEmpty
                    && gauge.byConstituency.isEmpty
                if !isEmpty || gauge.measures != nil { return "the record shows a rating before the reveal" }
            }
        }
        return nil
    }

    // MARK: From where

    private static func small(_ set: (inout Setup) -> Void = { _ in }) -> Room {
        Room("ann", "ben") {
            $0.areas = ["anchors", "skills"]
            set(&$0)
        }
    }

    @Test("Length 5 from an area just framed, over a compact alphabet of talk, rounds, tests and the path")
    func five() {
        let room = ExhaustiveTests.small { $0.areas = ["anchors"] }.started()
        let walk = ExhaustiveTests.walk(from: room, ExhaustiveTests.compact, length: 5)
        #expect(walk.broken.isEmpty)
        #expect(walk.states > 500 && walk.lines > 10_000, "\(walk.states) states, \(walk.lines) lines")
        #expect(walk.outcomes.isSuperset(of: [.agreed, .notAgreed, .deferred, .agreedByThoseWhoAnswered, .open]))
        #expect(
            walk.reached == [
                .between, .framed, .gauging, .revealed, .discussing, .testing, .drafting, .paused, .closed,
            ])
    }

    @Test("Length 3 from an area just framed, over the whole core")
    func three() {
        let room = ExhaustiveTests.small { $0.areas = ["anchors"] }.started()
        let walk = ExhaustiveTests.walk(from: room, ExhaustiveTests.core, length: 3)
        #expect(walk.broken.isEmpty)
        #expect(walk.states > 100)
    }

    static let compact: [Symbol] = [
        talk[0], talk[2], talk[3], talk[4], talk[5], talk[6], gauging[0], gauging[1], gauging[2], testing[0],
        testing[2],
        testing[4], testing[5], testing[6], testing[9], testing[10], testing[12], testing[15], path[0], path[2],
        path[3],
        path[4], path[5], path[6], path[8], path[10], path[12],
    ]
    static let core = talk + gauging + testing + path

    /// Rooms at points that five lines from the start do not reach.
    static let openings: [(name: String, room: @Sendable () -> Room)] = [
        ("unopened", { Room("ann", "ben", opened: false) }),
        ("gathering", { small() }),
        (
            "ratings before the day",
            {
                let room = small { $0.pregauge = Pregauge(until: "2026-10-21", areas: []) }
                room.ben("/gauge in anchors emerging", privately: true)
                return room
            }
        ),
        (
            "ratings before the day that wait in an area",
            {
                let room = small { $0.pregauge = Pregauge(until: "2026-10-21", areas: []) }.started()
                room.ann("/gauge in anchors emerging", privately: true)
                return room
            }
        ),
        (
            "an open round",
            {
                let room = small().started()
                room.ann.says("A plan.")
                room.helen("/gauging")
                room.ann.rates("emerging")
                return room
            }
        ),
        (
            "a revealed round",
            {
                let room = small().started()
                room.gauge(["ann": "emerging", "ben": "established"])
                return room
            }
        ),
        (
            "an answered test in a formal meeting",
            {
                let room = small { $0.meeting = .formal }.started()
                room.ann.says("A plan.")
                room.testDecision(["ann": .support, "ben": .cannotYet])
                return room
            }
        ),
        (
            "a test that closes itself, where members propose",
            {
                let room = small {
                    $0.closing = .whenAllAnswered
                    $0.membersPropose = true
                }.started()
                room.testDecision(["ann": .support])
                return room
            }
        ),
        (
            "an objective under test",
            {
                let room = small().started()
                room.helen.proposes(.objective, "Count", owner: "ben", measure: "posts")
                return room
            }
        ),
        (
            "a second area, a round left open in the first",
            {
                let room = small().started()
                room.helen("/gauging")
                room.ann.rates("emerging")
                room.helen("/next")
                return room
            }
        ),
        (
            "a pause in a test",
            {
                let room = small().started()
                room.testDecision(["ann": .support])
                room.helen("/pause")
                return room
            }
        ),
        (
            "a closed session",
            {
                let room = small().started()
                let statement = room.ann.says("A plan.")
                room.ben("/agree \(statement)")
                room.testDecision(["ann": .support, "ben": .support])
                room.helen("/close")
                room.helen("/end")
                return room
            }
        ),
        (
            "a next session with an action left open",
            {
                let room = small().started()
                room.helen.proposes(.objective, "Count", owner: "ann", measure: "posts", due: "2026-10-01")
                for id in ["ann", "ben"] { room.voice(id).levels(.support) }
                room.helen("/close")
                room.helen("/end")
                room.helen("/start 1")
                return room
            }
        ),
    ]

    @Test("Length 2 over every kind of event, from thirteen points of a session", arguments: openings.indices)
    func everywhere(_ index: Int) {
        let opening = ExhaustiveTests.openings[index]
        let walk = ExhaustiveTests.walk(from: opening.room(), ExhaustiveTests.everything, length: 2)
        #expect(walk.broken.isEmpty, "from \(opening.name)")
        #expect(walk.lines > 50)
    }

    @Test("The alphabet has every kind of event")
    func alphabet() {
        let state = ExhaustiveTests.openings[6].room().discussion
        let kinds = Set(ExhaustiveTests.everything.compactMap { $0.event(state)?.kind })
        #expect(Set(EventKind.allCases).subtracting(kinds).isEmpty)
    }
}
