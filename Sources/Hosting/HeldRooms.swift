/// The rooms that are in memory: those used last. What is dropped is read from the store when somebody speaks there again.
public struct HeldRooms {
    /// An hour's meetings of a whole region; a room of some hundred lines takes some hundred kilobytes.
    public static let countMaxDefault = 1_000

    private var states: [String: (state: RoomState, usedAt: Int)] = [:]
    private var clock = 0
    private let countMax: Int

    init(countMax: Int = HeldRooms.countMaxDefault) { self.countMax = max(1, countMax) }

    var count: Int { states.count }

    subscript(room: String) -> RoomState? {
        mutating get {
            clock += 1
            states[room]?.usedAt = clock
            return states[room]?.state
        }
        set {
            clock += 1
            states[room] = newValue.map { ($0, clock) }
            if states.count > countMax { dropOldest() }
        }
    }

    /// A quarter at once, so that the looking is seldom.
    private mutating func dropOldest() {
        let oldestFirst = states.sorted { $0.value.usedAt < $1.value.usedAt }
        for (room, _) in oldestFirst.prefix(max(states.count - countMax, countMax / 4)) { states[room] = nil }
    }
}
