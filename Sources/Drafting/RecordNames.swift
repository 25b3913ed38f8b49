import Facilitation

/// How a record's ids are shown to people: members by name and organisation, stages by name, days in words.
struct RecordNames {
    private let members: [String: RecordMember]
    private let ladder: Ladder
    /// The ladder's ids, then the answers that name no stage.
    let stages: [String]

    init(record: Record, framework: Framework) {
        members = Dictionary(record.members.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        ladder = framework.ladder
        stages = ladder.answers
    }

    /// "Priya Nair (Vale Hospitals)"; the id itself for somebody whom the record does not list.
    func person(_ id: String) -> String {
        guard let member = members[id] else { return Verbatim.shown(id) }
        let organisation = Verbatim.shown(member.organisation)
        let name = Verbatim.shown(member.name.isEmpty ? id : member.name)
        return organisation.isEmpty ? name : "\(name) (\(organisation))"
    }

    /// "Priya Nair", where the body was named before.
    func name(_ id: String) -> String {
        guard let member = members[id], !member.name.isEmpty else { return Verbatim.shown(id) }
        return Verbatim.shown(member.name)
    }

    /// The holder by name, or "one member" with the sector where it may be shown.
    func holder(_ by: String?, sector: String?) -> String {
        if let by, !by.isEmpty { return person(by) }
        guard let sector, !sector.isEmpty else { return "one member" }
        return "one member (\(SectorWording.origin(sector)))"
    }

    func stage(_ id: String) -> String { Verbatim.shown(ladder.name(id)) }

    /// "14 October 2026" from an ISO day or moment; the text itself when it is neither.
    static func day(_ text: String) -> String {
        CivilDate(iso: String(text.prefix(10)))?.spoken ?? Verbatim.shown(text)
    }

    static func area(_ area: RecordArea) -> String { Verbatim.shown(area.name.isEmpty ? area.id : area.name) }

    /// `#14` for a statement, `A1` for a proposal.
    static func item(_ id: String) -> String {
        guard let item = ItemID(id), item.kind == .statement else { return id.uppercased() }
        return "#\(item.number)"
    }
}
