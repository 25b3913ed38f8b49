/// A handle for one person in a room. The id that a bridge uses can change when somebody claims a place in the set-up;
/// the handle does not, so nothing attributed to them has to be rewritten.
public struct MemberID: Sendable, Hashable, Comparable {
    let index: Int
    public static func < (left: MemberID, right: MemberID) -> Bool { left.index < right.index }
}

/// One person in the room.
public struct Member: Sendable, Hashable {
    /// The id that the connection uses (`irc:ann`), or a made one while nobody has claimed this place.
    public var id: String
    public var isClaimed: Bool
    public var name: String
    public var organisation: String
    public var sector: String
    public var place: String
    public var role: Role
    /// Whether this person answers gauges and tests.
    public var votes: Bool
    public var isPresent: Bool
    public var assurance: Assurance
    /// Whether anything at all came from this person in this session.
    public var hasSpoken = false
    /// Whether something could be said to this person alone where they spoke last; true until anything came from them.
    var hasPrivateChannel = true

    /// Whether a connection speaks for them, so that something can be said to them alone when they are not speaking.
    var hasConnection: Bool { !id.hasPrefix(Participants.typedPrefix) && !MadeID.isOne(id) }

    public var firstName: String { Names.firstName(of: name) }
}

/// Who is in the room, in the order in which they came into it.
public struct Participants: Sendable, Hashable {
    public private(set) var list: [Member] = []
    private var byActor: [String: MemberID] = [:]
    /// The same people for the reader of plain words.
    public private(set) var roster = Roster([])
    /// By what ratings are grouped.
    var constituency = Constituency.sector

    public subscript(_ id: MemberID) -> Member {
        get { list[id.index] }
        set {
            let old = list[id.index].id
            if old != newValue.id {
                byActor[old] = nil
                byActor[newValue.id] = id
            }
            roster.change(id.index, id: newValue.id, name: newValue.name)
            list[id.index] = newValue
        }
    }

    /// Begins the id of somebody who is known by a typed name only.
    public static let typedPrefix = "typed:"

    public var ids: [MemberID] { list.indices.map(MemberID.init(index:)) }
    public func find(actor: String) -> MemberID? { byActor[actor] }

    /// The group that somebody belongs to; empty when it is not known.
    func group(of member: Member) -> String { group(of: member, by: constituency) }

    func group(of member: Member, by constituency: Constituency) -> String {
        switch constituency {
        case .sector: member.sector
        case .organisation: member.organisation
        case .place: member.place
        }
    }

    /// An id for a place that no connection speaks for: the first one free, from this number on. It names nobody.
    func freePlaceID(from number: Int) -> String {
        var number = number
        while byActor["\(MadeID.placePrefix)\(number)"] != nil { number += 1 }
        return "\(MadeID.placePrefix)\(number)"
    }

    /// Nil, and nobody is added, when somebody has this id: nobody's place is taken over.
    mutating func add(_ member: Member) -> MemberID? {
        guard byActor[member.id] == nil else { return nil }
        let id = MemberID(index: list.count)
        list.append(member)
        roster.add(Person(id: member.id, name: member.name))
        byActor[member.id] = id
        return id
    }

    /// Everybody here who answers gauges and tests.
    public var presentVoters: [MemberID] { ids.filter(isVoterHere) }
    func isVoterHere(_ id: MemberID) -> Bool { list[id.index].isPresent && list[id.index].votes }
    /// Every voting member, here or not: what a quorum is counted from.
    public var voters: [MemberID] { ids.filter { list[$0.index].votes } }
    public var facilitators: [MemberID] { ids.filter { list[$0.index].role == .facilitator } }

    /// Everybody whom these words can name: the whole name first, else any unambiguous part of one.
    public func named(_ words: String) -> [MemberID] {
        let wanted = Names.fold(words)
        guard !wanted.isEmpty else { return [] }
        if let actor = byActor[words] { return [actor] }
        let whole = ids.filter { Names.fold(self[$0].name) == wanted }
        if !whole.isEmpty { return whole }
        let parts = Names.parts(wanted)
        let found = ids.filter { fits(parts, self[$0]) }
        // "Dr Shah" names Ann Shah where no doctor of that name is here.
        return found.isEmpty ? ids.filter { fits(PersonTitles.dropped(from: parts), self[$0]) } : found
    }

    /// "Shah" and "Ann S" name Ann Shah.
    private func fits(_ parts: [String], _ member: Member) -> Bool {
        let name = Names.parts(Names.fold(member.name))
        if name.starts(with: parts) { return true }
        guard !parts.isEmpty else { return false }
        var position = name.startIndex
        for (index, part) in parts.enumerated() {
            let mayBeInitial = index > 0 && part.unicodeScalars.count == 1
            guard let found = name[position...].firstIndex(where: { $0 == part || mayBeInitial && $0.hasPrefix(part) })
            else { return false }
            position = name.index(after: found)
        }
        return true
    }
}

/// Comparing the names of people: case and stray spaces do not count.
public enum Names {
    public static func fold(_ name: String) -> String { parts(name.lowercased()).joined(separator: " ") }

    static func parts(_ name: String) -> [String] {
        name.split { $0.isWhitespace || $0 == "." || $0 == "," }.map(String.init)
    }

    static func firstName(of name: String) -> String {
        let parts = name.split(separator: " ").map(String.init)
        return parts.first { !PersonTitles.isOne($0.lowercased().filter { $0 != "." }) } ?? name
    }
}
