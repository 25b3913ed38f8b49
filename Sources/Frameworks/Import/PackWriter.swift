import Facilitation

/// Writes a framework as the file of a pack, which reads back as the same framework.
public enum PackWriter {
    /// - Parameter note: lines for the top of the file, as comments.
    public static func yaml(_ framework: Framework, note: [String] = []) -> String {
        var lines = note.map { "# \($0)" }
        lines += [
            "id: \(framework.id)", "version: \(text(framework.version))", "name: \(text(framework.name))",
            "credit: \(text(framework.credit))", "", "stages:",
        ]
        for stage in framework.stages {
            lines += ["  - id: \(stage.id)", "    name: \(text(stage.name))"]
            lines += optional([("meaning", stage.meaning), ("ask", stage.ask), ("notEnough", stage.notEnough)], 4)
        }
        lines += ["", "groups:"]
        for group in framework.groups {
            lines += ["  - id: \(group.id)", "    name: \(text(group.name))", "    areas:"]
            lines += group.areas.flatMap { area($0, framework) }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func area(_ area: Area, _ framework: Framework) -> [String] {
        var lines = ["      - id: \(area.id)", "        name: \(text(area.name))"]
        lines += optional([("actor", area.actor), ("purpose", area.purpose)], 8)
        lines += list("questions", area.questions)
        let evidence = framework.stages.compactMap { stage in area.evidence[stage.id].map { (stage.id, $0) } }
        if !evidence.isEmpty { lines += ["        evidence:"] + optional(evidence, 10) }
        lines += list("probes", area.probes) + list("partners", area.partners)
        lines += dated("policies", area.policies) + dated("programmes", area.programmes)
        lines += list("headlineMeasures", area.headlineMeasures)
        lines += list("balancingMeasures", area.balancingMeasures)
        lines += list("links", area.links) + list("disagreements", area.disagreements)
        if area.touchesMoney { lines.append("        touchesMoney: true") }
        if let added = area.added { lines.append("        added: \(added)") }
        return lines
    }

    private static func text(_ words: String) -> String { Template.yamlScalar(words) }

    private static func optional(_ fields: [(String, String)], _ indent: Int) -> [String] {
        fields.filter { !$0.1.isEmpty }.map { key, words in
            String(repeating: " ", count: indent) + "\(key): \(text(words))"
        }
    }

    private static func list(_ key: String, _ items: [String]) -> [String] {
        items.isEmpty ? [] : ["        \(key):"] + items.map { "          - \(text($0))" }
    }

    private static func dated(_ key: String, _ items: [DatedItem]) -> [String] {
        items.isEmpty
            ? []
            : ["        \(key):"]
                + items.map { "          - {name: \(text($0.name)), checkedOn: \($0.checkedOn)}" }
    }
}
