import Facilitation

/// A room in memory. A reference, because its state is large: a part of it is read without a copy of the rest.
final class HeldRoom {
    fileprivate(set) var state: RoomState
    fileprivate var usedAt: Int

    fileprivate init(_ state: RoomState, usedAt: Int) {
        self.state = state
        self.usedAt = usedAt
    }
}

/// The rooms that are in memory: those used last. What is dropped is read from the store when somebody speaks there again.
public struct HeldRooms {
    /// An hour's meetings of a whole region; a room of some hundred lines takes some hundred kilobytes.
    public static let countMaxDefault = 1_000

    private var rooms: [String: HeldRoom] = [:]
    /// When the time of a room's open area is used up, where nobody was told yet; also of rooms that were dropped.
    private(set) var timeEnds: [String: Instant] = [:]
    private var clock = 0
    private let countMax: Int

    init(countMax: Int = HeldRooms.countMaxDefault) { self.countMax = max(1, countMax) }

    var count: Int { rooms.count }

    subscript(room: String) -> HeldRoom? {
        mutating get {
            clock += 1
            let held = rooms[room]
            held?.usedAt = clock
            return held
        }
    }

    @discardableResult
    mutating func keep(_ state: RoomState) -> HeldRoom {
        clock += 1
        let held = rooms[state.room] ?? HeldRoom(state, usedAt: clock)
        held.state = state
        held.usedAt = clock
        rooms[state.room] = held
        timeEnds[state.room] = state.discussion.timeEnds
        if rooms.count > countMax { dropOldest() }
        return held
    }

    mutating func drop(_ room: String) { rooms[room] = nil }

    mutating func forgetTime(of room: String) { timeEnds[room] = nil }

    /// A quarter at once, so that the looking is seldom.
    private mutating func dropOldest() {
        let oldestFirst = rooms.sorted { $0.value.usedAt < $1.value.usedAt }
        for (room, _) in oldestFirst.prefix(max(rooms.count - countMax, countMax / 4)) { rooms[room] = nil }
    }
}
