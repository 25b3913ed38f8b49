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

    /// True when something follows from the outcome: the item is adopted, wholly or by most.
    public var isAdopted: Bool {
        switch self {
        case .agreed, .agreedWithReservations, .agreedByThoseWhoAnswered, .majorityWithMinorityView: true
        case .notAgreed, .deferred, .parked, .open: false
        }
    }
}
