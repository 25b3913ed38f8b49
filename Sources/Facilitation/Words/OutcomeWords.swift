extension OutcomeWord {
    /// The outcome as people read it, the same in the room and in every draft. A formal meeting agrees. A development
    /// session takes no decisions: the same outcome is *supported in discussion*, and goes to a formal meeting.
    public func words(in meeting: MeetingKind) -> String {
        switch (meeting, self) {
        case (.formal, .agreed): "agreed"
        case (.formal, .agreedWithReservations): "agreed with reservations"
        case (.formal, .agreedByThoseWhoAnswered): "agreed by those who answered"
        case (.formal, .notAgreed): "not agreed"
        case (.development, .agreed): "supported in discussion"
        case (.development, .agreedWithReservations): "supported in discussion, with reservations"
        case (.development, .agreedByThoseWhoAnswered): "supported by those who answered"
        case (.development, .notAgreed): "not supported"
        case (_, .majorityWithMinorityView): "majority position, minority view recorded"
        case (_, .deferred): "deferred"
        case (_, .parked): "parked"
        case (_, .open): "left open"
        }
    }

    /// The same for one test, with how many stand aside: a support that people stand aside from is no support with
    /// reservations.
    public func words(in meeting: MeetingKind, reservations: Int, standingAside: Int) -> String {
        let people = standingAside == 1 ? "1 person" : "\(standingAside) people"
        return words(in: meeting, isReserved: reservations > 0, aside: standingAside > 0 ? people : nil)
    }

    /// - Parameter levels: how many gave each level, as a record has them.
    public func words(in meeting: MeetingKind, levels: [Level: Int]) -> String {
        words(
            in: meeting, reservations: levels[.reservation, default: 0],
            standingAside: levels[.standAside, default: 0])
    }

    /// The same for several tests.
    /// - Parameters:
    ///   - isReserved: whether there was any reservation.
    ///   - people: who stands aside, such as `people`; nil for nobody.
    public func words(in meeting: MeetingKind, isReserved: Bool, aside people: String?) -> String {
        guard self == .agreedWithReservations, let people else { return words(in: meeting) }
        return isReserved
            ? "\(words(in: meeting)) and \(people) standing aside"
            : "\(OutcomeWord.agreed.words(in: meeting)), with \(people) standing aside"
    }

    /// True when something follows from the outcome: the item is adopted, wholly or by most.
    public var isAdopted: Bool {
        switch self {
        case .agreed, .agreedWithReservations, .agreedByThoseWhoAnswered, .majorityWithMinorityView: true
        case .notAgreed, .deferred, .parked, .open: false
        }
    }
}
