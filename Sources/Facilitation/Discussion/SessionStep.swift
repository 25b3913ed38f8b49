/// Where the discussion stands, as far as it decides what may happen next. Each comment names the next steps.
public enum SessionStep: String, Sendable, CaseIterable {
    /// The room is not open yet. Next: gathering.
    case unopened
    /// People are arriving. Next: framed, between, closed.
    case gathering
    /// No area is open. Next: framed, closed.
    case between
    /// An area was introduced. Next: gauging, testing, readingBack, between.
    case framed
    /// A blind round is open. Next: revealed.
    case gauging
    /// The spread is on the table. Next: discussing, gauging, testing.
    case revealed
    /// People talk. Next: gauging, testing, readingBack, between.
    case discussing
    /// A proposal is under test. Next: drafting, discussing.
    case testing
    /// Aims and objectives are being made. Next: testing, gauging, readingBack, between.
    case drafting
    /// What will be kept is being read back. Next: between, testing, gauging.
    case readingBack
    /// Next: the step before the pause.
    case paused
    /// The session is over; the room lives on. Next: gathering (a new session).
    case closed
}

extension SessionStep {
    /// The word that people see in a prompt.
    public var spoken: String {
        switch self {
        case .unopened: "not open"
        case .gathering: "gathering"
        case .between: "between areas"
        case .framed: "framed"
        case .gauging: "gauging"
        case .revealed: "revealed"
        case .discussing: "discussing"
        case .testing: "testing"
        case .drafting: "aims"
        case .readingBack: "reading back"
        case .paused: "paused"
        case .closed: "closed"
        }
    }
}
