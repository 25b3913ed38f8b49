import JSONText

// A framework as JSON: the keys of a pack file, empty ones left out, and `hash` beside them when there is
// one.

extension Framework {
    /// Everything but the hash: what the hash is taken of.
    public var canonicalJSON: JSONValue {
        var writer = FieldWriter()
        writer.put("id", id)
        writer.put("version", version)
        writer.put("name", name)
        writer.put("credit", credit)
        writer.put("stages", stages.map(\.json))
        writer.put("groups", groups.map(\.json))
        return writer.value
    }

    /// The framework whole, for the opening of a session in the transcript.
    public var json: JSONValue {
        guard !hash.isEmpty, case .object(var fields) = canonicalJSON else { return canonicalJSON }
        fields["hash"] = .string(hash)
        return .object(fields)
    }

    /// Reads back what ``json`` gave. Packs that people wrote are read by `PackReader`, which lists every
    /// mistake.
    public init(json: JSONValue) throws(JSONFormError) {
        let reader = try FieldReader(json)
        var stages: [Stage] = []
        for stage in try reader.objects("stages") { stages.append(try Stage(reader: stage)) }
        var groups: [AreaGroup] = []
        for group in try reader.objects("groups") { groups.append(try AreaGroup(reader: group)) }
        self.init(
            id: try reader.neededText("id"), version: try reader.text("version") ?? "",
            name: try reader.text("name") ?? "", credit: try reader.text("credit") ?? "",
            stages: stages, groups: groups, hash: try reader.text("hash") ?? "")
    }
}

extension Stage {
    fileprivate var json: JSONValue {
        var writer = FieldWriter()
        writer.put("id", id)
        writer.put("name", name)
        writer.put("meaning", meaning)
        writer.put("ask", ask)
        writer.put("notEnough", notEnough)
        return writer.value
    }

    fileprivate init(reader: FieldReader) throws(JSONFormError) {
        self.init(
            id: try reader.neededText("id"), name: try reader.text("name") ?? "",
            meaning: try reader.text("meaning") ?? "", ask: try reader.text("ask") ?? "",
            notEnough: try reader.text("notEnough") ?? "")
    }
}

extension AreaGroup {
    fileprivate var json: JSONValue {
        var writer = FieldWriter()
        writer.put("id", id)
        writer.put("name", name)
        writer.put("areas", areas.map(\.json))
        return writer.value
    }

    fileprivate init(reader: FieldReader) throws(JSONFormError) {
        var areas: [Area] = []
        for area in try reader.objects("areas") { areas.append(try Area(reader: area)) }
        self.init(id: try reader.neededText("id"), name: try reader.text("name") ?? "", areas: areas)
    }
}

extension Area {
    fileprivate var json: JSONValue {
        var writer = FieldWriter()
        writer.put("id", id)
        writer.put("name", name)
        writer.put("actor", actor)
        writer.put("purpose", purpose)
        writer.put("questions", questions)
        if !evidence.isEmpty { writer.put("evidence", .object(evidence.mapValues(JSONValue.string))) }
        writer.put("probes", probes)
        writer.put("partners", partners)
        writer.put("policies", policies.map(\.json))
        writer.put("programmes", programmes.map(\.json))
        writer.put("headlineMeasures", headlineMeasures)
        writer.put("balancingMeasures", balancingMeasures)
        writer.put("links", links)
        writer.put("disagreements", disagreements)
        if touchesMoney { writer.put("touchesMoney", .bool(true)) }
        writer.put("added", added)
        return writer.value
    }

    fileprivate init(reader: FieldReader) throws(JSONFormError) {
        self.init(
            id: try reader.neededText("id"), name: try reader.text("name") ?? "",
            actor: try reader.text("actor") ?? "", purpose: try reader.text("purpose") ?? "",
            questions: try reader.texts("questions"), evidence: try Area.evidence(reader),
            probes: try reader.texts("probes"), partners: try reader.texts("partners"),
            policies: try DatedItem.items(reader, "policies"),
            programmes: try DatedItem.items(reader, "programmes"),
            headlineMeasures: try reader.texts("headlineMeasures"),
            balancingMeasures: try reader.texts("balancingMeasures"), links: try reader.texts("links"),
            disagreements: try reader.texts("disagreements"),
            touchesMoney: try reader.flag("touchesMoney") ?? false,
            added: try reader.text("added"))
    }

    private static func evidence(_ reader: FieldReader) throws(JSONFormError) -> [String: String] {
        guard let evidence = try reader.object("evidence") else { return [:] }
        var texts: [String: String] = [:]
        // In order of the keys, so that of several failures always the same one is thrown.
        for stage in evidence.fields.keys.sorted() { texts[stage] = try evidence.neededText(stage) }
        return texts
    }
}

extension DatedItem {
    fileprivate var json: JSONValue { ["name": .string(name), "checkedOn": .string(checkedOn)] }

    fileprivate static func items(_ reader: FieldReader, _ key: String) throws(JSONFormError) -> [DatedItem] {
        var items: [DatedItem] = []
        for item in try reader.objects(key) {
            items.append(
                DatedItem(name: try item.neededText("name"), checkedOn: try item.neededText("checkedOn")))
        }
        return items
    }
}
