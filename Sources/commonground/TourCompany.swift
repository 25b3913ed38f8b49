import Facilitation
import Frameworks

/// The invented members of the tour. They answer when something waits for them, and the tour says what to try next.
struct TourCompany {
    static let room = "tour"

    /// What one of them does, in the order of the steps.
    private struct Member {
        var id: String
        var name: String
        var organisation: String
        var sector: String
        var greeting: String
        /// In the first round, and in every later one.
        var ratings: (first: String, later: String)
        /// When the ratings are on the table.
        var remark: String
        /// To the first proposal, and to every later one.
        var levels: (first: String, later: String)
    }

    private static let members = [
        Member(
            id: "tour:mara", name: "Mara Quill", organisation: "Quill Practice", sector: "primary-care",
            greeting: "good morning",
            ratings: ("emerging, medium, because our list is two years old", "established, low"),
            remark: "Small firms tell us that they hear of contracts after they have closed.",
            levels: ("support", "support")),
        Member(
            id: "tour:dev", name: "Dev Harrow", organisation: "Harrow Homes", sector: "housing",
            greeting: "hello all",
            ratings: ("established, high, because we buy a third within ten miles", "established, high"),
            remark: "I agree with Mara",
            levels: ("I can live with it, because our own buying is further on", "support")),
        Member(
            id: "tour:ines", name: "Ines Roe", organisation: "Roe Carers", sector: "vcse", greeting: "hi",
            ratings: ("emerging, low, because nobody has shown us that list", "emerging, low"),
            remark: "We have never been asked what we could supply.", levels: ("full support", "full support")),
    ]

    static var setup: Setup {
        var setup = Setup(framework: Library.builtIn)
        setup.title = "Practice Place"
        setup.members = members.map {
            SetupMember(id: $0.id, name: $0.name, organisation: $0.organisation, sector: $0.sector, role: .member)
        }
        setup.members.append(SetupMember(id: ConsoleSession.keyboard, name: "You", role: .facilitator))
        return setup
    }

    private var hasGreeted = false
    private var hasRemarked = false
    private var told: Set<String> = []

    /// What they say now, in order: who, what, and whether to the bot alone.
    mutating func lines(in discussion: Discussion) -> [(actor: String, text: String, isPrivate: Bool)] {
        switch discussion.step {
        case .gathering where !hasGreeted:
            hasGreeted = true
            return TourCompany.members.map { ($0.id, $0.greeting, false) }
        case .gauging:
            guard let area = discussion.area, let gauge = area.openGauge else { return [] }
            return TourCompany.members.filter { member in
                discussion.people.find(actor: member.id).map { gauge.rating(of: $0) == nil } ?? false
            }.map { ($0.id, area.gauges.count == 1 ? $0.ratings.first : $0.ratings.later, true) }
        case .revealed where !hasRemarked, .discussing where !hasRemarked:
            hasRemarked = true
            return TourCompany.members.map { ($0.id, $0.remark, false) }
        case .testing:
            guard let proposal = discussion.proposalUnderTest, let area = discussion.area else { return [] }
            return TourCompany.members.filter { member in
                discussion.people.find(actor: member.id).map { proposal.answer(of: $0) == nil } ?? false
            }.map { ($0.id, area.proposals.count == 1 ? $0.levels.first : $0.levels.later, false) }
        default: return []
        }
    }

    /// What to try next; nil when it was said before.
    mutating func advice(in discussion: Discussion) -> String? {
        let words: String
        switch discussion.step {
        case .gathering: words = "Mara, Dev and Ines are here, and invented. You facilitate. Type /start 8"
        case .framed: words = "Everybody rates alone first. Type /gauging"
        case .gauging: words = "They rate in private, and you see only how many. When all are in, type /reveal"
        case .revealed, .discussing:
            words =
                "Say what you see, or speak for somebody: “Ines: I agree with Mara”. /regauge rates again. To propose a "
                + "stage, type /settle emerging"
        case .testing:
            let isFirst = discussion.area.map { $0.proposals.count == 1 } ?? true
            let entry = discussion.proposalUnderTest?.entry ?? 0
            words =
                isFirst
                ? "They have answered. Silence would not have been a yes. Type /close"
                : "They have answered #\(entry) too. Type /close"
        case .drafting where discussion.area?.proposals.contains { $0.kind == .objective } == true:
            words = "That is kept. /aim and more objectives work the same way. When it is enough, type /readback"
        case .drafting:
            words =
                "Now something to do, with an owner and a date. Type /objective Ines will publish a list of contracts by "
                + "the end of March"
        case .readingBack: words = "This is what will be kept. Type /done"
        case .between: words = "That was one area. To close the session, type /end"
        case .closed:
            words =
                "/draft shows the draft. Ctrl-D leaves, and throws this practice away. For a real session: "
                + "commonground setup new"
        case .unopened, .paused: return nil
        }
        return told.insert(words).inserted ? "Tour: \(words)" : nil
    }
}
