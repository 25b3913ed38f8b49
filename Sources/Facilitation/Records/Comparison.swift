/// How one partnership moved between its sessions, area by area. Who moved is a count and never a name, and nothing is added
/// up to one number.
public struct Movement: Sendable, Hashable {
    public var room: String
    public var title: String
    public var meeting: MeetingKind
    public var sessions: [Session] = []
    /// In the order of the framework, those that any session rated or settled.
    public var areas: [Area] = []
    /// How many objectives go how, as last said; words that fit none are left out.
    public var actions: [ProgressWord: Int] = [:]
    /// How many objectives nobody has reported on.
    public var unreported = 0

    public struct Session: Sendable, Hashable {
        public var number: Int
        /// ISO time in UTC.
        public var started: String
    }

    public struct Area: Sendable, Hashable {
        public var id: String
        public var name: String
        /// What each session saw, oldest first; sessions that did not come to the area are left out.
        public var sightings: [Sighting]
        /// From each sighting with a revealed rating to the next.
        public var steps: [Step]
    }

    public struct Sighting: Sendable, Hashable {
        public var session: Int
        /// By stage id, of the last revealed round; empty where nothing was revealed.
        public var counts: [String: Int] = [:]
        public var pattern: String?
        public var stage: String?
        public var outcome: OutcomeWord?
        /// The answers that led to it, by level.
        public var levels: [Level: Int] = [:]
    }

    public struct Step: Sendable, Hashable {
        public var from: Int
        public var to: Int
        /// Nil where ratings are kept without names, so that nobody can tell who moved.
        public var moves: Moves?
    }

    /// Of those who rated both times.
    public struct Moves: Sendable, Hashable {
        public var up = 0
        public var down = 0
        public var same = 0
        /// To or from *don't know* or *no view*.
        public var unsure = 0
        public var total: Int { up + down + same + unsure }
        public init() {}
    }

    /// - Parameter records: the sessions of one room, oldest first.
    public init(_ records: [Record], framework: Framework) {
        let last = records.last ?? Record()
        (room, title, meeting) = (last.room, last.title, last.meeting)
        sessions = records.map { Session(number: $0.sessionNumber, started: $0.started) }
        areas = AreaNames.all(of: records, framework).compactMap { Movement.area($0, records, framework.ladder) }
        var latest: [String: RecordProposal] = [:]
        for record in records {
            for carried in record.carried {
                latest[carried.objective.id] = carried.replacedBy == nil ? carried.objective : nil
            }
            for objective in record.areas.flatMap(\.objectives) {
                latest[objective.id] = objective.outcome.isAdopted ? objective : nil
            }
        }
        for objective in latest.values {
            if let report = objective.reports.last {
                actions[report.progress, default: 0] += 1
            } else {
                unreported += 1
            }
        }
    }

    private static func area(_ area: AreaNames, _ records: [Record], _ ladder: Ladder) -> Area? {
        var sightings: [Sighting] = []
        var steps: [Step] = []
        var before: (session: Int, gauge: RecordGauge)?
        for record in records {
            guard let found = record.areas.first(where: { $0.id == area.id }) else { continue }
            var sighting = Sighting(session: record.sessionNumber)
            sighting.stage = found.position?.stage
            sighting.outcome = found.position?.outcome
            sighting.levels = found.position?.levels ?? [:]
            if let gauge = found.gauges.last(where: \.revealed) {
                sighting.counts = gauge.counts
                sighting.pattern = gauge.measures?.pattern
                if let before {
                    steps.append(
                        Step(
                            from: before.session, to: record.sessionNumber,
                            moves: moves(from: before.gauge, to: gauge, ladder)))
                }
                before = (record.sessionNumber, gauge)
            }
            if !sighting.counts.isEmpty || sighting.stage != nil { sightings.append(sighting) }
        }
        return sightings.isEmpty ? nil : Area(id: area.id, name: area.name, sightings: sightings, steps: steps)
    }

    private static func moves(from earlier: RecordGauge, to later: RecordGauge, _ ladder: Ladder) -> Moves? {
        func byHolder(_ gauge: RecordGauge) -> [String: String]? {
            var stages: [String: String] = [:]
            for rating in gauge.ratings where !rating.late {
                guard let holder = rating.by else { return nil }
                stages[holder] = rating.stage
            }
            return stages
        }
        guard let before = byHolder(earlier), let after = byHolder(later) else { return nil }
        var moves = Moves()
        for (holder, stage) in before {
            guard let now = after[holder] else { continue }
            switch (ladder.step(stage)?.worth, ladder.step(now)?.worth) {
            case (let first?, let second?) where first < second: moves.up += 1
            case (let first?, let second?) where first > second: moves.down += 1
            case (.some, .some): moves.same += 1
            case (nil, nil) where stage == now: moves.same += 1
            default: moves.unsure += 1
            }
        }
        return moves
    }
}

/// Several partnerships beside each other: what the ratings look like and which aims they share, in the order in which the
/// rooms were named. No stage of one stands beside that of another, because that would be read as a ranking.
public struct SideBySide: Sendable, Hashable {
    public var rooms: [Room] = []
    /// In the order of each framework; an area of two frameworks with one id is two areas.
    public var areas: [Area] = []

    public struct Room: Sendable, Hashable {
        public var room: String
        public var title: String
        public var meeting: MeetingKind
        public var framework: String
        public var sessions: Int
    }

    public struct Area: Sendable, Hashable {
        public var framework: String
        public var id: String
        public var name: String
        /// One for each room with this framework that came to the area.
        public var views: [View]
    }

    public struct View: Sendable, Hashable {
        public var room: String
        /// Of the last revealed round of any session; nil where nothing was revealed.
        public var pattern: String?
        /// Adopted aims of all sessions, oldest first.
        public var aims: [Aim]
    }

    public struct Aim: Sendable, Hashable {
        public var id: String
        public var text: String
        public var outcome: OutcomeWord
        /// The answers that led to it, by level.
        public var levels: [Level: Int]
    }

    /// - Parameter rooms: for each room its sessions, oldest first, and its framework.
    public init(_ rooms: [(records: [Record], framework: Framework)]) {
        var seen: [String] = []
        for (records, framework) in rooms {
            let last = records.last ?? Record()
            self.rooms.append(
                Room(
                    room: last.room, title: last.title, meeting: last.meeting, framework: framework.id,
                    sessions: records.count))
            guard !seen.contains(framework.id) else { continue }
            seen.append(framework.id)
            let alike = rooms.filter { $0.framework.id == framework.id }
            for area in AreaNames.all(of: alike.flatMap(\.records), framework) {
                let views = alike.compactMap { SideBySide.view(of: area.id, $0.records) }
                guard !views.isEmpty else { continue }
                areas.append(Area(framework: framework.id, id: area.id, name: area.name, views: views))
            }
        }
    }

    private static func view(of id: String, _ records: [Record]) -> View? {
        let areas = records.flatMap(\.areas).filter { $0.id == id }
        let gauge = areas.flatMap(\.gauges).last(where: \.revealed)
        let adopted = areas.flatMap(\.aims).filter(\.outcome.isAdopted)
        // What another took the place of does not stand beside it.
        let replaced = Set(adopted.compactMap(\.inPlaceOf?.id))
        let aims = adopted.filter { !replaced.contains($0.id) }.map {
            Aim(id: $0.id, text: $0.text, outcome: $0.outcome, levels: $0.levels)
        }
        guard gauge != nil || !aims.isEmpty else { return nil }
        return View(room: records.last?.room ?? "", pattern: gauge?.measures?.pattern, aims: aims)
    }
}

/// An area's id and name.
private struct AreaNames {
    var id: String
    var name: String

    /// Those of the framework in its order, then those that only a set-up has.
    static func all(of records: [Record], _ framework: Framework) -> [AreaNames] {
        var areas = framework.areas.map { AreaNames(id: $0.id, name: $0.name) }
        for area in records.flatMap(\.areas) where !areas.contains(where: { $0.id == area.id }) {
            areas.append(AreaNames(id: area.id, name: area.name))
        }
        return areas
    }
}
