import Facilitation

/// How each outcome is put into words; the only place where a draft's verbs are chosen.
///
/// A formal meeting agrees. A development session takes no decisions, so the same outcome is *supported in
/// discussion* and goes to a formal meeting as a proposal.
public struct OutcomeWording: Sendable, Hashable {
    public let meeting: MeetingKind

    public init(meeting: MeetingKind) { self.meeting = meeting }

    /// The outcome as a label beside an item; minutes of formal meetings print it in capitals.
    public func label(_ outcome: OutcomeWord) -> String {
        weighed(outcome.words(in: meeting))
    }

    /// The same beside the answers that led to it.
    /// - Parameter levels: how many gave each level.
    func label(_ outcome: OutcomeWord, _ levels: [Level: Int]) -> String {
        weighed(outcome.words(in: meeting, levels: levels))
    }

    /// The same for several tests.
    /// - Parameter answers: how many gave each level, for each test.
    func label(_ outcome: OutcomeWord, ofAll answers: [[Level: Int]]) -> String {
        let has = { (level: Level) in answers.contains { $0[level, default: 0] > 0 } }
        return weighed(
            outcome.words(in: meeting, isReserved: has(.reservation), aside: has(.standAside) ? "people" : nil))
    }

    private func weighed(_ words: String) -> String { meeting == .formal ? words.uppercased() : words }

    /// How minutes begin the sentence about an item, such as "The partnership **AGREED** aim A1".
    func minuted(_ outcome: OutcomeWord, _ levels: [Level: Int], _ subject: String) -> [Sentence.Part] {
        let verb = Sentence.Part.strong(label(outcome, levels))
        switch (meeting, outcome) {
        case (.formal, .agreedWithReservations) where levels[.standAside, default: 0] > 0:
            return [.text(subject.capitalisedFirst + " was "), verb]
        case (.formal, .agreed), (.formal, .parked):
            return [.text("The partnership "), verb, .text(" " + subject)]
        case (.formal, .agreedWithReservations):
            return [.text("The partnership "), verb, .text(" " + subject)]
        case (_, .majorityWithMinorityView):
            return [.text("The partnership took \(subject): "), verb]
        // Too few for a quorum, or the facilitator alone, put it off: that is no act of the partnership.
        case (.formal, .notAgreed), (.formal, .agreedByThoseWhoAnswered), (_, .open), (_, .deferred),
            (.development, .parked):
            return [.text(subject.capitalisedFirst + " was "), verb]
        case (.development, .agreed), (.development, .agreedWithReservations), (.development, .notAgreed),
            (.development, .agreedByThoseWhoAnswered):
            return [.text(subject.capitalisedFirst + " was proposed and "), verb]
        }
    }

    /// "noted", with the weight that the meeting gives it.
    var noted: String { meeting == .formal ? "NOTED" : "noted" }
}

/// Levels in words, strongest first.
enum LevelWording {
    static func counted(_ count: Int, _ level: Level) -> String {
        switch level {
        case .full: "\(count) full support"
        case .support: "\(count) support"
        case .reservation: count == 1 ? "1 reservation" : "\(count) reservations"
        case .standAside: "\(count) stand aside"
        case .cannotYet: "\(count) cannot yet"
        case .block: count == 1 ? "1 block" : "\(count) blocks"
        case .abstain: "\(count) abstained"
        }
    }

    /// How the holder's words are introduced.
    static func introduction(_ level: Level) -> String {
        switch level {
        case .full, .support: "Comment"
        case .reservation: "Reservation"
        case .standAside: "Stands aside"
        case .cannotYet: "Cannot support it yet"
        case .block: "Blocks it"
        case .abstain: "Abstains"
        }
    }

    /// The same before several names.
    static func introduction(_ level: Level, of count: Int) -> String {
        switch level {
        case .standAside where count > 1: "Stand aside"
        case .block where count > 1: "Block it"
        case .reservation where count > 1: "Reservations"
        default: introduction(level)
        }
    }

    /// "5 support, 1 reservation, 2 not answered".
    static func phrase(_ levels: [Level: Int], notAnswered: Int) -> String {
        var pieces: [String] = []
        for level in Level.allCases {
            guard let count = levels[level], count > 0 else { continue }
            pieces.append(counted(count, level))
        }
        if notAnswered > 0 { pieces.append("\(notAnswered) not answered") }
        return pieces.isEmpty ? "no answers" : pieces.joined(separator: ", ")
    }
}

/// All, most, some, one or none: worked out from counts, here only.
public enum Quantifier: String, Sendable, CaseIterable {
    case all, most, some, one, none

    /// - Parameters:
    ///   - count: how many, 0 or more.
    ///   - total: out of how many; nobody at all is *none*.
    public init(_ count: Int, of total: Int) {
        switch count {
        case ..<1: self = .none
        case total...: self = .all
        case 1: self = .one
        default: self = count * 2 > total ? .most : .some
        }
    }

    /// The word never travels without its counts: "All 6", "Most (5 of 6)".
    static func phrase(_ count: Int, of total: Int) -> String {
        switch Quantifier(count, of: total) {
        case .all: total == 2 ? "Both" : "All \(total)"
        case .most: "Most (\(count) of \(total))"
        case .some: "Some (\(count) of \(total))"
        case .one: "One (1 of \(total))"
        case .none: "None (0 of \(total))"
        }
    }
}

enum PatternWording {
    /// What the spread of a gauge looks like; nil for a pattern that this version does not know.
    /// - Parameter constituency: by what the ratings are grouped; nil where that is not known.
    static func clause(_ pattern: String, _ constituency: Constituency? = nil) -> String? {
        switch pattern {
        case "same": "the ratings are the same"
        case "neighbours": "the ratings are close together"
        case "two-apart": "the ratings are far apart"
        case "clumps-by-sector": "\(constituency?.plural ?? "groups") see this differently"
        case "many-dont-know": "too little is known in the room to settle a stage"
        case "too-few": "there are too few ratings to show a pattern"
        default: nil
        }
    }
}

enum SectorWording {
    /// Sectors have ids; organisations and places are named as people wrote them.
    static func name(_ group: String, _ constituency: Constituency) -> String {
        constituency == .sector ? name(group) : Verbatim.shown(group)
    }

    /// Those of a sector who are missing from a room; what is no sector's id stands as people wrote it.
    static func people(_ sector: String) -> String {
        switch sector {
        case "resident": "residents"
        case "business": "businesses"
        case "care-provider", "trade-union": name(sector) + "s"
        case "strategic-authority": "strategic authorities"
        default: name(sector)
        }
    }

    /// Where somebody comes from. Alone, "other sectors" would be other than none.
    static func origin(_ sector: String) -> String {
        sector == "other-sectors" ? "from a smaller sector" : name(sector)
    }

    static func name(_ sector: String) -> String {
        switch sector {
        case "nhs": "NHS"
        case "vcse": "voluntary and community"
        case "police-fire": "police and fire"
        case "other-sectors": "other sectors"
        case "housing", "education", "university", "business", "resident", "other": sector
        case "primary-care", "local-government", "strategic-authority", "care-provider", "trade-union":
            String(sector.map { $0 == "-" ? " " : $0 })
        default: Verbatim.shown(sector)
        }
    }
}

extension ObjectivePart {
    /// As in "no due date yet".
    var spoken: String { self == .due ? "due date" : rawValue }
}
