/// Which sector, organisation or place may be shown in place of a name, so that none gives a single person away: one
/// that at least two voting members share; smaller ones together, when they make two or more; else none.
struct SectorView {
    private let constituency: Constituency
    private let label: [String: String]

    init(_ people: Participants, by constituency: Constituency = .sector) {
        self.constituency = constituency
        var members: [String: Int] = [:]
        for id in people.voters { members[people.group(of: people[id], by: constituency), default: 0] += 1 }
        members[""] = nil
        let small = members.filter { $0.value < 2 }
        let smallTotal = small.values.reduce(0, +)
        label = members.reduce(into: [:]) { labels, group in
            if group.value >= 2 {
                labels[group.key] = group.key
            } else if smallTotal >= 2 {
                labels[group.key] = SectorView.together(constituency)
            }
        }
    }

    /// What the small ones are called together, such as `other-sectors`.
    static func together(_ constituency: Constituency) -> String { "other-\(constituency.plural)" }

    func sector(of member: Member, among people: Participants) -> String? {
        label[people.group(of: member, by: constituency)]
    }

    /// The ratings of a gauge by sector, then by stage, as far as they may be shown.
    /// Where names are hidden and just one rating has no sector that may be shown, none are: the rest would give it away by
    /// subtraction.
    func counts(of gauge: Gauge, _ people: Participants, hidesNames: Bool) -> [String: [String: Int]] {
        let hidden = gauge.ratings.count { sector(of: people[$0.by], among: people) == nil }
        if hidesNames && hidden == 1 { return [:] }
        return counts(of: gauge, people)
    }

    private func counts(of gauge: Gauge, _ people: Participants) -> [String: [String: Int]] {
        gauge.ratings.reduce(into: [:]) { counts, rating in
            guard let sector = sector(of: people[rating.by], among: people) else { return }
            counts[sector, default: [:]][rating.stage, default: 0] += 1
        }
    }
}
