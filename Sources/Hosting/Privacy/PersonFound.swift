import Facilitation
import Transcript

/// Who somebody is in one room.
public struct PersonFound: Sendable, Hashable {
    /// Begins the id of somebody in the set-up whom no program speaks for yet.
    static let placePrefix = MadeID.placePrefix

    /// Their place in the discussion; nil when they never joined it.
    var member: MemberID?
    /// What programs call them.
    public var ids: [String]
    /// Every form of their name.
    public var names: [String]

    /// - Parameters:
    ///   - who: an id, or a whole name.
    ///   - spoken: who spoke, by id, with the names they had.
    ///
    /// Errors: `severalPeople` when two people have this name.
    init(_ who: String, in discussion: Discussion, spoken: [String: Set<String>], room: String) throws(HostError) {
        member = discussion.people.find(actor: who)
        ids = member != nil || spoken[who] != nil ? [who] : []
        names = []
        if ids.isEmpty {
            let wanted = Names.fold(who)
            let people = discussion.people.ids.filter { Names.fold(discussion.people[$0].name) == wanted }
            guard people.count < 2 else {
                throw .severalPeople(who, ids: people.map { discussion.people[$0].id }, room: room)
            }
            member = people.first
            ids = people.map { discussion.people[$0].id }
            // Somebody may have spoken without ever having joined.
            ids += spoken.filter { id, names in
                let isNamed = names.contains { Names.fold($0) == wanted }
                return !ids.contains(id) && (isNamed || PersonFound.typedName(id).map(Names.fold) == wanted)
            }.keys.sorted()
            names = [who]
        }
        if let member { names.append(discussion.people[member].name) }
        for id in ids { names += [PersonFound.typedName(id) ?? ""] + (spoken[id] ?? []).sorted() }
        let all = names
        names = all.indices.filter { index in
            !all[index].isEmpty && !all[..<index].contains(all[index])
        }.map { all[$0] }
        ids.removeAll { $0.hasPrefix(PersonFound.placePrefix) }
    }

    /// Who spoke under a typed name has it for an id, also without having joined.
    static func typedName(_ id: String) -> String? {
        id.hasPrefix(Participants.typedPrefix) ? String(id.dropFirst(Participants.typedPrefix.count)) : nil
    }

    /// True when the room knows somebody by this name or id, and not only of them.
    public var isKnown: Bool { member != nil || !ids.isEmpty }
}
