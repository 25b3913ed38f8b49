import Facilitation

/// Reads the people of a set-up.
struct MemberReader {
    static let keys = [
        "id", "name", "organisation", "sector", "place", "capacity", "role", "votes", "present",
    ]
    let findings: Findings

    func read(_ setup: MappingReader) -> [SetupMember] {
        var ids = FirstPlaces()
        var names: [String: (member: SetupMember, place: Place)] = [:]
        var facilitators: [(member: SetupMember, place: Place)] = []
        let members = setup.list("members", itemsMax: Limit.membersMax).compactMap { node -> SetupMember? in
            guard let member = member(node) else { return nil }
            if member.role == .facilitator { facilitators.append((member, node.place)) }
            if let id = member.id, let first = ids.seen(id, at: node.place) {
                findings.add(.duplicateID(id, first: first), at: node.place)
                return member
            }
            let name = PersonName.skeleton(member.name)
            if let first = names[name] {
                compare(member, first.member, first.place, at: node.place)
            } else {
                names[name] = (member, node.place)
            }
            return member
        }
        if let first = facilitators.first, facilitators.allSatisfy({ $0.member.id == nil }) {
            findings.warn(.facilitatorWithoutID(first.member.name), at: first.place)
        }
        return members
    }

    /// Two people whose names read alike.
    private func compare(_ member: SetupMember, _ first: SetupMember, _ firstPlace: Place, at place: Place) {
        if Names.fold(member.name) != Names.fold(first.name) {
            findings.add(.lookAlike(member.name, of: first.name, first: firstPlace), at: place)
        } else if first.id != nil, member.id != nil {
            // With two ids the bridge tells them apart; without, one could answer for the other.
            findings.warn(.sharedName(member.name, first: firstPlace), at: place)
        } else {
            findings.add(.sameName(member.name, first: firstPlace), at: place)
        }
    }

    private func member(_ node: MarkedNode) -> SetupMember? {
        guard
            let reader = MappingReader(
                node, .item(of: "members"), known: MemberReader.keys, findings: findings)
        else { return nil }
        let name = reader.neededName()
        if let name, let fault = PersonName.fault(in: name) {
            findings.add(.badName(name, fault), at: reader.value("name")?.place ?? node.place)
        }
        let id = id(reader)
        if let id, MadeID.isOne(id) { findings.add(.madeID(id), at: reader.value("id")?.place ?? node.place) }
        let member = SetupMember(
            id: id, name: name ?? "",
            organisation: reader.name("organisation") ?? "", sector: reader.name("sector") ?? "",
            place: reader.name("place") ?? "",
            capacity: reader.word("capacity", Capacity.self) ?? .member,
            role: reader.word("role", Role.self) ?? .member, votes: reader.flag("votes"),
            present: reader.flag("present") ?? true)
        return name == nil ? nil : member
    }

    /// One that is written must say something: two empty ids would be one person.
    private func id(_ reader: MappingReader) -> String? {
        guard let id = reader.name("id"), let value = reader.value("id") else { return nil }
        guard id.isEmpty else { return id }
        findings.add(.wrongType(.key("id"), expected: .text, found: .nothing), at: value.place)
        return nil
    }
}

/// The areas of a session: chosen from the framework, or written whole into the set-up and so added to it.
final class SetupAreas {
    static let localGroup = "local"
    private(set) var framework: Framework
    private let findings: Findings

    init(framework: Framework, findings: Findings) {
        self.framework = framework
        self.findings = findings
    }

    /// Area ids in the order of the set-up; all of the framework's when it names none.
    func read(_ setup: MappingReader) -> [String] {
        let nodes = setup.list("areas", itemsMax: Limit.areasMax)
        guard !nodes.isEmpty else { return framework.areas.map(\.id) }
        let reader = AreaReader(
            stageIDs: framework.stages.map(\.id), existing: framework.areas.map(\.id), findings: findings)
        // Areas written whole come first, so that numbers and links can mean them wherever they stand.
        let local = nodes.map { node in node.valueType == .keys ? reader.read(node) : nil }
        reader.checkLinks()
        add(local.compactMap { $0 })
        return chosen(nodes, local: local)
    }

    private func chosen(_ nodes: [MarkedNode], local: [Area?]) -> [String] {
        var seen = FirstPlaces()
        // Ids of local areas met twice are reported by their reader, so they are looked at once only.
        for (node, area) in zip(nodes, local) {
            if let area { _ = seen.seen(area.id, at: node.place) }
        }
        return zip(nodes, local).compactMap { node, area in
            guard node.valueType != .keys else { return area?.id }
            guard let id = id(of: node) else { return nil }
            if let first = seen.seen(id, at: node.place) {
                findings.add(.duplicateID(id, first: first), at: node.place)
            }
            return id
        }
    }

    /// Areas that exist already, for `pregauge`.
    func ids(in reader: MappingReader) -> [String] {
        var seen = FirstPlaces()
        return reader.list("areas", itemsMax: Limit.areasMax).compactMap { node in
            guard let id = id(of: node) else { return nil }
            if let first = seen.seen(id, at: node.place) {
                findings.add(.duplicateID(id, first: first), at: node.place)
            }
            return id
        }
    }

    private func add(_ areas: [Area]) {
        guard !areas.isEmpty else { return }
        if let index = framework.groups.firstIndex(where: { $0.id == SetupAreas.localGroup }) {
            framework.groups[index].areas += areas
        } else {
            framework.groups.append(AreaGroup(id: SetupAreas.localGroup, name: "Added locally", areas: areas))
        }
        framework = framework.sealed()
    }

    /// From an id, a number in the order of the framework, or the whole name.
    func id(of node: MarkedNode) -> String? {
        guard let text = MappingReader.text(node, .item(of: "areas"), most: Limit.nameLettersMax, findings)
        else {
            return nil
        }
        let areas = framework.areas
        if !text.isEmpty, text.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) {
            guard let number = Int(text), (1...max(1, areas.count)).contains(number), !areas.isEmpty else {
                findings.add(.noSuchNumber(text, areas: areas.count), at: node.place)
                return nil
            }
            return areas[number - 1].id
        }
        if let area = areas.first(where: { $0.id == text || $0.name.lowercased() == text.lowercased() }) {
            return area.id
        }
        let byID = Spelling.nearest(to: text, among: areas.map(\.id))
        let byName = Spelling.nearest(to: text, among: areas.map(\.name))
            .flatMap { name in areas.first { $0.name == name }?.id }
        findings.add(.unknownArea(text, nearest: byID ?? byName), at: node.place)
        return nil
    }
}
