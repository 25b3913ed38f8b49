import Facilitation

// The pack format. A pack is one YAML mapping (or the same keys in JSON):
//
//     id, version, name, credit, language
//     stages:  list of id, name, meaning, ask, notEnough            from the lowest to the highest, 2 to 9
//     groups:  list of id, name, areas
//     areas:   list of id, name, actor, purpose, question or questions, evidence (a text by stage id),
//              probes, partners, policies and programmes (each a list of name, checkedOn), headlineMeasures,
//              balancingMeasures, links (area ids), disagreements, touchesMoney, added
//
// Needed are the pack's id, name, stages and groups, and id and name of every stage, group and area. Ids are
// small letters, digits and hyphens, and differ from each other; so do the names of stages, and none of them is a
// level of support. Names of areas have a letter in them. Dates are written 2026-11-21. No key may be invented: one
// that is not known is a mistake, because it is almost always one mistyped.

/// Reads a pack, listing every mistake.
public enum PackReader {
    static let packKeys = ["id", "version", "name", "credit", "language", "stages", "groups"]
    static let stageKeys = ["id", "name", "meaning", "ask", "notEnough"]
    static let groupKeys = ["id", "name", "areas"]

    /// - Parameter source: the file's name, for the mistakes.
    public static func read(yaml bytes: [UInt8], source: String?) -> Checked<Framework> {
        switch YAMLTree.read(bytes, source: source) {
        case .success(let tree): read(tree, source: source)
        case .failure(let mistake): Checked(value: nil, mistakes: [mistake])
        }
    }

    public static func read(_ tree: MarkedNode, source: String? = nil) -> Checked<Framework> {
        let findings = Findings(source: source)
        return findings.checked(framework(tree, .whole, findings))
    }

    /// The framework, as far as it could be read; it is of use only when there are no findings.
    static func framework(
        _ node: MarkedNode, _ subject: Mistake.Subject, _ findings: Findings
    ) -> Framework? {
        guard let reader = MappingReader(node, subject, known: packKeys, findings: findings) else {
            return nil
        }
        let id = reader.identifier()?.id
        let name = reader.neededName()
        checkLanguage(reader)
        let stages = stages(reader)
        let areas = AreaReader(stageIDs: stages.map(\.id), findings: findings)
        let groups = groups(reader, areas)
        areas.checkLinks()
        guard let id, let name else { return nil }
        let framework = Framework(
            id: id, version: reader.name("version") ?? "1", name: name,
            credit: reader.text("credit") ?? "", stages: stages, groups: groups)
        return framework.sealed()
    }

    /// `en`, `en-GB` and the like (BCP 47, without looking the words up).
    static func checkLanguage(_ reader: MappingReader) {
        guard let language = reader.name("language"), let value = reader.value("language") else { return }
        let parts = language.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        let isWellFormed =
            (2...3).contains(parts[0].count) && parts.dropFirst().allSatisfy { (2...8).contains($0.count) }
            && language.unicodeScalars.allSatisfy {
                $0.isASCII && ($0.properties.isAlphabetic || isDigit($0)) || $0 == "-"
            }
        if !isWellFormed { reader.findings.add(.badLanguage(language), at: value.place) }
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

    private static func stages(_ pack: MappingReader) -> [Stage] {
        guard let list = pack.neededValue("stages") else { return [] }
        let nodes = pack.list("stages", itemsMax: .max)
        if case .list(let items) = list.content, !Limit.stages.contains(items.count) {
            let subject = Mistake.Subject.key("stages")
            pack.findings.add(
                items.count < Limit.stages.lowerBound
                    ? .tooFew(subject, count: items.count, least: Limit.stages.lowerBound)
                    : .tooMany(subject, count: items.count, most: Limit.stages.upperBound),
                at: list.place)
        }
        var seen = FirstPlaces()
        var names = FirstPlaces()
        return nodes.compactMap { node in
            guard
                let reader = MappingReader(
                    node, .item(of: "stages"), known: stageKeys, findings: pack.findings)
            else { return nil }
            let (identifier, name) = (reader.identifier(), reader.neededName())
            if let name, let place = reader.value("name")?.place {
                if let first = names.seen(TypedNames.key(name), at: place) {
                    pack.findings.add(.sameStage(name, first: first), at: place)
                } else if TypedNames.isLevel(name) {
                    pack.findings.add(.levelAsStage(name), at: place)
                }
            }
            let stage = Stage(
                id: identifier?.id ?? "", name: name ?? "", meaning: reader.text("meaning") ?? "",
                ask: reader.text("ask") ?? "", notEnough: reader.text("notEnough") ?? "")
            guard let (id, place) = identifier else { return nil }
            if isReserved(id) { pack.findings.add(.reservedStage(id), at: place) }
            if let first = seen.seen(id, at: place) {
                pack.findings.add(.duplicateID(id, first: first), at: place)
            }
            return stage
        }
    }

    /// The ladder makes these answers itself.
    private static func isReserved(_ id: String) -> Bool {
        [SpecialStage.notYet, SpecialStage.dontKnow, SpecialStage.noView].contains(id)
            || id.hasPrefix("between-")
    }

    private static func groups(_ pack: MappingReader, _ areas: AreaReader) -> [AreaGroup] {
        guard let list = pack.neededValue("groups") else { return [] }
        var seen = FirstPlaces()
        var hasNone = true
        let groups: [AreaGroup] = pack.list("groups", itemsMax: Limit.groupsMax).compactMap { node in
            guard
                let reader = MappingReader(
                    node, .item(of: "groups"), known: groupKeys, findings: pack.findings)
            else { return nil }
            let (identifier, name) = (reader.identifier(), reader.neededName())
            let written = reader.neededValue("areas")
            // A key that is left out, and one with something else than a list, are told already.
            let isEmpty = if case .list(let items)? = written?.content { items.isEmpty } else { false }
            hasNone = hasNone && isEmpty
            let inside = reader.list("areas", itemsMax: Limit.areasMax).compactMap { areas.read($0) }
            guard let (id, place) = identifier else { return nil }
            if let first = seen.seen(id, at: place) {
                pack.findings.add(.duplicateID(id, first: first), at: place)
            }
            return AreaGroup(id: id, name: name ?? "", areas: inside)
        }
        let count = groups.reduce(0) { $0 + $1.areas.count }
        if count > Limit.areasMax {
            pack.findings.add(.tooMany(.key("areas"), count: count, most: Limit.areasMax), at: list.place)
        }
        if case .list(let items) = list.content, items.isEmpty {
            pack.findings.add(.tooFew(.key("groups"), count: 0, least: 1), at: list.place)
        } else if hasNone, !groups.isEmpty {
            pack.findings.add(.tooFew(.key("areas"), count: 0, least: 1), at: list.place)
        }
        return groups
    }
}

/// Reads areas, of a pack or added by a set-up, and remembers what can be checked only when all are known.
final class AreaReader {
    static let keys = [
        "id", "name", "actor", "purpose", "question", "questions", "evidence", "probes", "partners",
        "policies",
        "programmes", "headlineMeasures", "balancingMeasures", "links", "disagreements", "touchesMoney",
        "added",
    ]
    private let stageIDs: [String]
    private let findings: Findings
    private var seen = FirstPlaces()
    private var ids: [String]
    private var links: [(id: String, place: Place)] = []

    /// - Parameter existing: ids of areas that are there already.
    init(stageIDs: [String], existing: [String] = [], findings: Findings) {
        self.stageIDs = stageIDs
        self.findings = findings
        ids = existing
        for id in existing { _ = seen.seen(id, at: .whole) }
    }

    func read(_ node: MarkedNode) -> Area? {
        guard let reader = MappingReader(node, .item(of: "areas"), known: AreaReader.keys, findings: findings)
        else { return nil }
        let (identifier, name) = (reader.identifier(), reader.neededName())
        if let name, TypedNames.isNumber(name), let place = reader.value("name")?.place {
            findings.add(.numberAsName(name), at: place)
        }
        let linked = reader.list("links").compactMap { link in
            MappingReader.text(link, .item(of: "links"), most: Limit.nameLettersMax, findings)
                .map { (id: $0, place: link.place) }
        }
        links += linked
        let area = Area(
            id: identifier?.id ?? "", name: name ?? "", actor: reader.text("actor") ?? "",
            purpose: reader.text("purpose") ?? "",
            questions: [reader.text("question")].compactMap { $0 } + reader.texts("questions"),
            evidence: evidence(reader), probes: reader.texts("probes"), partners: reader.texts("partners"),
            policies: datedItems(reader, "policies"), programmes: datedItems(reader, "programmes"),
            headlineMeasures: reader.texts("headlineMeasures"),
            balancingMeasures: reader.texts("balancingMeasures"),
            links: linked.map(\.id),
            disagreements: reader.texts("disagreements"), touchesMoney: reader.flag("touchesMoney") ?? false,
            added: reader.day("added"))
        guard let (id, place) = identifier else { return nil }
        if let first = seen.seen(id, at: place) { findings.add(.duplicateID(id, first: first), at: place) }
        ids.append(id)
        return area
    }

    /// Links may point forward, so they are checked last.
    func checkLinks() {
        for (id, place) in links where !ids.contains(id) {
            findings.add(.unknownArea(id, nearest: Spelling.nearest(to: id, among: ids)), at: place)
        }
    }

    private func evidence(_ area: MappingReader) -> [String: String] {
        guard let node = area.value("evidence") else { return [:] }
        guard case .mapping(let fields) = node.content else {
            findings.add(.wrongType(.key("evidence"), expected: .keys, found: node.valueType), at: node.place)
            return [:]
        }
        var texts: [String: String] = [:]
        for field in fields {
            guard stageIDs.contains(field.key) else {
                let nearest = Spelling.nearest(to: field.key, among: stageIDs)
                findings.add(.unknownStage(field.key, nearest: nearest, stages: stageIDs), at: field.keyPlace)
                continue
            }
            guard field.value.valueType != .nothing else { continue }
            texts[field.key] = MappingReader.text(
                field.value, .key(field.key), most: Limit.textLettersMax, findings)
        }
        return texts
    }

    private func datedItems(_ area: MappingReader, _ key: String) -> [DatedItem] {
        area.list(key).compactMap { node in
            guard
                let reader = MappingReader(
                    node, .item(of: key), known: ["name", "checkedOn"], findings: findings)
            else { return nil }
            let name = reader.neededName()
            _ = reader.neededValue("checkedOn")
            guard let name, let day = reader.day("checkedOn") else { return nil }
            return DatedItem(name: name, checkedOn: day)
        }
    }
}
