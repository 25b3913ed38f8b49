import Facilitation

/// Frameworks as Markdown that reads well in a terminal too: no tables, no boxes, one thought a line.
public enum FrameworkText {
    /// `framework show`: everything, every area.
    public static func show(_ framework: Framework) -> String {
        var blocks = ["# \(framework.name)", facts(framework)]
        if !framework.credit.isEmpty { blocks.append("Credit: \(framework.credit)") }
        blocks.append("## Stages")
        blocks.append(list(framework.stages.map(stage)))
        for group in framework.groups {
            blocks.append("## \(group.name)")
            blocks += group.areas.flatMap { self.blocks($0, of: framework) }
        }
        return blocks.joined(separator: "\n\n") + "\n"
    }

    /// One area, with its number.
    public static func show(_ area: Area, of framework: Framework) -> String {
        blocks(area, of: framework).joined(separator: "\n\n") + "\n"
    }

    /// `framework list`: one pack a line.
    public static func list(_ packs: [PackSummary]) -> String {
        packs.map { pack in
            guard pack.mistakeCount == 0 else {
                let file = pack.path ?? pack.id
                return
                    "\(pack.id): cannot be used yet; “framework check \(file)” lists"
                    + " \(count(pack.mistakeCount, "mistake"))"
            }
            let source = pack.path.map { "file \($0)" } ?? "built in"
            return
                "\(pack.id): \(pack.name), version \(pack.version),"
                + " \(count(pack.areaCount, "area")), \(source)"
        }.joined(separator: "\n") + "\n"
    }

    /// `framework check`: what is in the pack, or its mistakes.
    public static func check(_ pack: Checked<Framework>, name: String) -> String {
        guard let framework = pack.value else { return MistakeText.list(pack.mistakes, in: name) }
        return "No mistakes in \(MistakeText.shown(name)): \(facts(framework)).\n"
    }

    /// `setup check`: what the set-up says, with what may surprise, or its mistakes.
    public static func check(_ setup: Checked<Setup>, name: String) -> String {
        var text = MistakeText.list(setup.mistakes, in: name)
        if let setup = setup.value {
            let people = setup.members.count { $0.role == .facilitator }
            text = """
                No mistakes in \(MistakeText.shown(name)).
                Title: \(setup.title.isEmpty ? "none" : setup.title)
                Framework: \(setup.framework.name) (\(setup.framework.id))
                Areas: \(count(setup.areas.count, "area"))
                Meeting: \(setup.meeting.rawValue)
                Attribution: \(setup.attribution.rawValue)
                Form: \(setup.form.rawValue)
                Members: \(setup.members.count), of them \(count(people, "facilitator"))

                """
            if let pregauge = setup.pregauge {
                let until = CivilDate(iso: pregauge.until)?.spoken ?? pregauge.until
                let areas = pregauge.areas.isEmpty ? setup.areas : pregauge.areas
                text += "Ratings before the day: until \(until), \(count(areas.count, "area"))\n"
            }
        }
        if !setup.warnings.isEmpty {
            let notes = setup.warnings.map { MistakeText.entry($0, in: name) }
            text += "\nWorth knowing:\n\n" + notes.joined(separator: "\n\n") + "\n"
        }
        return text
    }

    // MARK: Pieces

    private static func facts(_ framework: Framework) -> String {
        "\(framework.id), version \(framework.version): \(count(framework.areas.count, "area"))"
            + " in \(count(framework.groups.count, "group")), \(count(framework.stages.count, "stage"))"
    }

    private static func count(_ number: Int, _ noun: String) -> String {
        "\(number) \(noun)\(number == 1 ? "" : "s")"
    }

    private static func list(_ items: [String]) -> String { items.map { "- \($0)" }.joined(separator: "\n") }

    private static func stage(_ stage: Stage) -> String {
        var parts = [
            stage.meaning.isEmpty ? "**\(stage.name)**." : "**\(stage.name)**: \(ended(stage.meaning))"
        ]
        if !stage.ask.isEmpty { parts.append("Ask: \(ended(stage.ask))") }
        if !stage.notEnough.isEmpty { parts.append("Not enough: \(ended(stage.notEnough))") }
        return parts.joined(separator: " ")
    }

    /// With a full stop, unless the text ends a sentence by itself.
    private static func ended(_ text: String) -> String {
        guard let last = text.last else { return text }
        return ".?!…".contains(last) ? text : text + "."
    }

    private static func blocks(_ area: Area, of framework: Framework) -> [String] {
        let number = framework.number(of: area.id).map { "\($0). " } ?? ""
        var blocks = ["### \(number)\(area.name)", opening(area)]
        func add(_ heading: String, _ items: [String]) {
            if !items.isEmpty { blocks.append("\(heading):\n\n\(list(items))") }
        }
        add("Questions", area.questions)
        add(
            "What shows each stage",
            framework.stages.compactMap { stage in area.evidence[stage.id].map { "**\(stage.name)**: \($0)" }
            })
        add("Questions that test a claim", area.probes)
        add("Usual partners", area.partners)
        add("Policies", area.policies.map(dated))
        add("Programmes", area.programmes.map(dated))
        add("Headline measures", area.headlineMeasures)
        add("Measures that watch for harm elsewhere", area.balancingMeasures)
        add("Disagreements to expect", area.disagreements)
        add("See also", area.links.map { id in framework.area(id)?.name ?? id })
        return blocks
    }

    private static func opening(_ area: Area) -> String {
        var lines = ["Id: \(area.id)"]
        if !area.actor.isEmpty { lines.append("Who acts: \(area.actor)") }
        if !area.purpose.isEmpty { lines.append("Purpose: \(area.purpose)") }
        if area.touchesMoney {
            lines.append("Money or contracts are likely to come up: interests are asked for again.")
        }
        if let added = area.added { lines.append("Added on \(CivilDate(iso: added)?.spoken ?? added).") }
        return list(lines)
    }

    private static func dated(_ item: DatedItem) -> String {
        "\(item.name) (checked on \(CivilDate(iso: item.checkedOn)?.spoken ?? item.checkedOn))"
    }
}
