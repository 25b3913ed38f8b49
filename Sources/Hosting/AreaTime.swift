import Facilitation

// The time of an area passes whoever speaks, and whatever the room is served by: the host looks at its clock, and says so
// as the clock, in nobody's name.
extension Discussion {
    /// When the time of the open area is used up; nil while there is none, and where the room was told already.
    var timeEnds: Instant? {
        guard !isPaused, let area, !area.hasSaidTimeIsUp, let startedAt = area.startedAt else { return nil }
        // Time that was spent elsewhere does not count.
        let counted = Instant(milliseconds: startedAt.milliseconds + area.awayMilliseconds)
        return minutesLeft(at: counted).map { counted.adding(minutes: $0) }
    }
}

extension Speech {
    /// Who speaks, for readers of files. It has no words.
    static let clockName = "The clock"

    static func timePassed(in room: String) -> Speech {
        Speech(
            room: room, actor: MadeID.clock, principal: MadeID.clock, .event(.timePassed, words: ""), isFromHost: true)
    }
}
