import Facilitation

/// One room of a joint plan: its sessions, oldest first, and its framework.
public struct JointRoom: Sendable, Hashable {
    public var records: [Record]
    public var framework: Framework

    public init(records: [Record], framework: Framework) {
        self.records = records
        self.framework = framework
    }
}

extension Drafts {
    /// The aims and objectives of several rooms side by side: by area and by theme, then all dates on one time line.
    ///
    /// Nothing is merged: each line names its room and cites that room's entries, and each outcome is that of the room
    /// which tested it. Areas stand together only where their names are equal.
    public static func jointPlan(_ rooms: [JointRoom]) -> Draft {
        JointPlanWriter(rooms: rooms).draft()
    }
}

/// An aim or an objective of one room.
struct JointItem {
    /// The place of its room in the plan.
    var room: Int
    /// The session that tested it.
    var record: Record
    var area: RecordArea
    var proposal: RecordProposal
    var kind: ProposalKind
    /// Whether it is a theme's or stands alone is told by its words, without dates and numbers.
    var stems: Set<String>
    /// True for an objective in whose place a later session put another.
    var isReplaced = false

    /// Every tested aim and objective of a room, oldest first, with the last word on how objectives go.
    static func all(of room: JointRoom, at place: Int) -> [JointItem] {
        var latest: [String: RecordProposal] = [:]
        let carried = room.records.flatMap(\.carried)
        for carried in carried { latest[carried.objective.id] = carried.objective }
        let replaced = Set(carried.filter { $0.replacedBy != nil }.map(\.objective.id))
        return room.records.flatMap { record in
            record.areas.flatMap { area in
                let aims = Horizons.ordered(area.aims).map { ($0, ProposalKind.aim) }
                let objectives = area.objectives.map { (latest[$0.id] ?? $0, ProposalKind.objective) }
                return (aims + objectives).map { proposal, kind in
                    JointItem(
                        room: place, record: record, area: area, proposal: proposal, kind: kind,
                        stems: Set(JointThemes.stems(of: proposal.text)),
                        isReplaced: replaced.contains(proposal.id))
                }
            }
        }
    }
}

/// What aims and objectives of different rooms have in common, by their words.
struct JointThemes {
    /// From this share of common words on, and from `sharedMin` words, two texts speak of one theme.
    static let overlapMin = 0.3
    static let sharedMin = 2
    /// Words that a heading shows.
    static let shownWords = 3

    struct Theme {
        /// Words that more than one room uses, as the first of them writes them.
        var words: [String]
        var items: [JointItem]
    }

    private(set) var shared: [Theme] = []
    private(set) var alone: [JointItem] = []

    /// - Parameter items: those of one area, in the order of the rooms.
    init(_ items: [JointItem]) {
        var group = Array(items.indices)
        func root(_ index: Int) -> Int {
            var index = index
            while group[index] != index { index = group[index] }
            return index
        }
        var byStem: [String: [Int]] = [:]
        for (index, item) in items.enumerated() {
            var met: Set<Int> = []
            for stem in item.stems { met.formUnion(byStem[stem] ?? []) }
            for other in met.sorted() where JointThemes.meet(item, items[other]) {
                let (first, second) = (root(other), root(index))
                group[max(first, second)] = min(first, second)
            }
            for stem in item.stems { byStem[stem, default: []].append(index) }
        }
        let members = Dictionary(grouping: items.indices, by: root)
        for first in members.keys.sorted() {
            let found = (members[first] ?? []).map { items[$0] }
            if Set(found.map(\.room)).count > 1 {
                shared.append(Theme(words: JointThemes.words(found), items: found))
            } else {
                alone += found
            }
        }
    }

    /// Only rooms meet: two aims of one room are that room's own matter.
    private static func meet(_ first: JointItem, _ second: JointItem) -> Bool {
        first.room != second.room && first.stems.intersection(second.stems).count >= sharedMin
            && ContentWords.overlap(first.stems, second.stems) >= overlapMin
    }

    /// Dates and numbers make no theme.
    static func stems(of text: String) -> [String] {
        ContentWords.stems(of: text).filter { stem in
            !stem.contains(where: \.isNumber) && !monthStems.contains(stem)
        }
    }

    private static let monthStems = Set(CivilDate.monthNames.flatMap { ContentWords.stems(of: $0) })

    private static func words(_ items: [JointItem]) -> [String] {
        var rooms: [String: Set<Int>] = [:]
        for item in items { for stem in item.stems { rooms[stem, default: []].insert(item.room) } }
        var words: [String] = []
        var seen: Set<String> = []
        for item in items {
            for word in Verbatim.shown(item.proposal.text).split(whereSeparator: { !$0.isWordPart }) {
                guard let stem = stems(of: String(word)).first, rooms[stem, default: []].count > 1,
                    seen.insert(stem).inserted
                else { continue }
                words.append(word.lowercased())
            }
        }
        return Array(words.prefix(shownWords))
    }
}
