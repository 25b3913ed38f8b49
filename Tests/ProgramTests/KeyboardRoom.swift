import Facilitation
import Frameworks

@testable import commonground

/// What is talked over at a keyboard, without a terminal and without a store: the discussion alone.
struct KeyboardRoom {
    /// The time of everything that is said in it.
    static let now = Instant(iso: Place.clock) ?? Instant(milliseconds: 0)
    private static let today = CivilDate(year: 2026, month: 10, day: 14)

    private(set) var discussion: Discussion
    private var entry = 0

    /// - Parameter facilitator: the id of whoever facilitates.
    init(_ members: String..., facilitator: String = ConsoleSession.keyboard) throws {
        var setup = Setup(framework: Library.builtIn)
        setup.members = members.map { SetupMember(name: $0) }
        setup.members.append(SetupMember(id: facilitator, name: "Facilitator", role: .facilitator))
        discussion = Discussion(framework: setup.framework)
        try hear([Reading(.opened(setup), .plain)], by: facilitator, "")
    }

    /// The id of the one person of this name.
    func actor(_ name: String) -> String {
        discussion.people.named(name).first.map { discussion.people[$0].id } ?? "nobody"
    }

    /// What the facilitator types.
    mutating func type(_ line: String) throws {
        let readings = try Interpreter.readings(
            said: line, by: ConsoleSession.keyboard, isPrivate: false, today: KeyboardRoom.today, in: discussion)
        try hear(readings, by: ConsoleSession.keyboard, line)
    }

    private mutating func hear(_ readings: [Reading], by actor: String, _ words: String) throws {
        entry += 1
        let heard = Heard(
            entry: entry, actor: actor, at: KeyboardRoom.now, today: KeyboardRoom.today, words: words,
            readings: readings, isFromHost: true)
        if let refusal = discussion.hear(heard).declined { throw refusal }
    }
}
