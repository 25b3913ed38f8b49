import JSONText
import Testing

@testable import Facilitation

/// A room for stories: `room.helen("/start 1")` types a command as Helen, `room.ann.rates("established")` rates as Ann.
/// Helen facilitates; everybody else is a member of a sector named in `Room.sectors`. Plain words are not read here.
@dynamicMemberLookup
final class Room {
    var discussion: Discussion
    var entry = 0
    var now = Instant(iso: "2026-10-14T13:00:00Z") ?? Instant(milliseconds: 0)
    var today = CivilDate(year: 2026, month: 10, day: 14)
    /// What the last line led to.
    private(set) var answer = HearingResult()
    /// Everything said to the room and to each member so far, in order.
    private(set) var toRoom: [String] = []
    private(set) var privately: [String: [String]] = [:]

    static let sectors = [
        "ann": "nhs", "ben": "nhs", "cat": "housing", "dev": "housing", "eve": "vcse", "fay": "university",
        "helen": "local-government",
    ]

    init(_ members: String..., opened: Bool = true, set: (inout Setup) -> Void = { _ in }) {
        var setup = Setup(title: "North Place", framework: Room.framework)
        setup.members = [
            SetupMember(id: "helen", name: "Helen Reed", sector: Room.sectors["helen"] ?? "", role: .facilitator)
        ]
        setup.members += members.map {
            SetupMember(id: $0, name: Room.fullName($0), sector: Room.sectors[$0] ?? "resident")
        }
        set(&setup)
        discussion = Discussion(framework: setup.framework)
        if opened { hear(.opened(setup), by: "host") }
    }

    static func fullName(_ id: String) -> String { "\(id.prefix(1).uppercased())\(id.dropFirst()) Reed" }

    static let framework: Framework = {
        func area(_ id: String, _ name: String, money: Bool = false) -> Area {
            Area(
                id: id, name: name, actor: "every body", questions: ["How far are we?"],
                evidence: ["emerging": "we know of it", "established": "we plan it", "expanding": "we do it"],
                touchesMoney: money)
        }
        return Framework(
            id: "test", version: "1", name: "Test", credit: "nobody",
            stages: [
                Stage(id: "emerging", name: "Emerging"), Stage(id: "established", name: "Established"),
                Stage(id: "expanding", name: "Expanding"),
            ],
            groups: [
                AreaGroup(
                    id: "all", name: "All",
                    areas: [
                        area("anchors", "Acting as anchors"), area("growth", "Growth for all", money: true),
                        area("skills", "Skills"),
                    ])
            ], hash: "sha256:test")
    }()

    subscript(dynamicMember id: String) -> Voice { Voice(room: self, id: id) }
    func voice(_ id: String) -> Voice { Voice(room: self, id: id) }
    var helen: Voice { voice("helen") }

    @discardableResult
    func hear(
        _ event: Event, by actor: String, privately: Bool = false, likely: Bool = false, words: String = "…",
        host: Bool = false, channelIsPrivate: Bool = true
    ) -> HearingResult {
        take([Reading(event, likely ? .likely : .plain)], actor, privately, words, host, channelIsPrivate)
    }

    /// One line with several readings.
    @discardableResult
    func hear(_ readings: [Reading], by actor: String) -> HearingResult { take(readings, actor, false, "…") }

    @discardableResult
    fileprivate func take(
        _ readings: [Reading], _ actor: String, _ isPrivate: Bool, _ words: String, _ host: Bool = false,
        _ channelIsPrivate: Bool = true
    ) -> HearingResult {
        entry += 1
        answer = discussion.hear(
            Heard(
                entry: entry, actor: actor, at: now, today: today, isPrivate: isPrivate, words: words,
                readings: readings,
                isFromHost: host, channelIsPrivate: channelIsPrivate))
        for message in answer.messages {
            let words = Phrasebook(discussion).words(for: message)
            switch message.to {
            case .room: toRoom.append(words)
            case .member(let member): privately[discussion.people[member].id, default: []].append(words)
            }
        }
        return answer
    }

    @discardableResult
    fileprivate func type(_ line: String, _ actor: String, _ isPrivate: Bool) -> HearingResult {
        do throws(Refusal) {
            let readings = try Interpreter.readings(
                said: line, by: actor, isPrivate: isPrivate, today: today, in: discussion)
            return take(readings, actor, isPrivate, line)
        } catch {
            take([], actor, isPrivate, line)
            answer.declined = error
            return answer
        }
    }

    // MARK: What came of it

    var notices: [Notice] { answer.messages.map(\.notice) }
    var declined: Refusal? { answer.declined }
    var step: SessionStep { discussion.step }
    var record: Record { discussion.record(room: "north", log: "log", head: entry) }
    var recordText: String { JSONEmitter(.compact).text(record.json) }
    /// The area that is open, or else the first one planned.
    var area: RecordArea {
        let id = discussion.currentArea ?? discussion.setup.areas[0]
        return record.areas.first { $0.id == id } ?? RecordArea()
    }
    func area(_ id: String) -> RecordArea { record.areas.first { $0.id == id } ?? RecordArea() }
    func id(_ actor: String) -> MemberID { discussion.people.find(actor: actor) ?? MemberID(index: 999) }
    var lastToRoom: String { toRoom.last ?? "" }

    // MARK: Short ways

    /// Starts in the first area.
    func started() -> Room {
        helen("/start 1")
        return self
    }

    /// One private round, revealed: `["ann": "established", …]` in the order given.
    func gauge(_ ratings: KeyValuePairs<String, String>) {
        helen("/gauging")
        for (id, stage) in ratings { voice(id).rates(stage) }
        helen("/reveal")
    }

    /// Opens a test of a decision and gives these levels; a reason comes with every level that needs one.
    func testDecision(_ levels: KeyValuePairs<String, Level>) {
        helen("/decide Meet in the library")
        for (id, level) in levels { voice(id).levels(level, level.supports ? "" : "reason of \(id)") }
    }
}

/// One person speaking in a room.
struct Voice {
    let room: Room
    let id: String

    @discardableResult
    func callAsFunction(_ line: String, privately: Bool = false) -> HearingResult { room.type(line, id, privately) }
    @discardableResult
    func callAsFunction(_ event: Event, privately: Bool = false, words: String = "…") -> HearingResult {
        room.hear(event, by: id, privately: privately, words: words)
    }
    @discardableResult
    func likely(_ event: Event, words: String = "hm, maybe") -> HearingResult {
        room.hear(event, by: id, likely: true, words: words)
    }
    /// A statement; gives its entry number.
    @discardableResult
    func says(_ words: String, _ kind: StatementKind = .view) -> Int {
        room.hear(.stated(kind: kind), by: id, words: words)
        return room.entry
    }
    @discardableResult
    func rates(_ stage: String, _ confidence: Confidence? = nil, _ evidence: String = "", aloud: Bool = false) -> Int {
        room.hear(.rated(stage: stage, confidence: confidence, evidence: evidence), by: id, privately: !aloud)
        return room.entry
    }
    @discardableResult
    func levels(_ level: Level, _ because: String = "") -> Int {
        room.hear(.levelGiven(level, because: because), by: id)
        return room.entry
    }
    @discardableResult
    func settles(_ stage: String) -> Int {
        room.hear(.proposed(Proposed(what: .position, text: "", stage: stage)), by: id)
        return room.entry
    }
    @discardableResult
    func proposes(
        _ what: ProposalKind, _ text: String, owner: String? = nil, measure: String? = nil, due: String? = nil
    ) -> Int {
        room.hear(.proposed(Proposed(what: what, text: text, owner: owner, due: due, measure: measure)), by: id)
        return room.entry
    }
    func yes() { room.hear(.answered(yes: true), by: id) }
    func no() { room.hear(.answered(yes: false), by: id) }
}
