import Facilitation
import Foundation
import JSONText

/// Reads a set-up (`title framework areas meeting attribution members missing form closing constituency
/// membersPropose rule zone language retention pregauge`, all optional), listing every mistake.
public struct SetupReader: Sendable {
    /// Where packs that are named by their id come from.
    public var library: Library
    /// Whether `framework` may name a file: yes for a file on this computer, no for a set-up that came over
    /// the wire, whose sender must not be able to look at our files.
    public var mayReadFiles: Bool
    /// Ratings before the day must end on this day or later; nil where the set-up may be of an earlier time.
    public var today: CivilDate?

    public init(library: Library, mayReadFiles: Bool = true, today: CivilDate? = nil) {
        self.library = library
        self.mayReadFiles = mayReadFiles
        self.today = today
    }

    static let keys = [
        "title", "framework", "areas", "meeting", "attribution", "members", "missing", "form", "closing",
        "constituency", "membersPropose", "rule", "zone", "language", "retention", "pregauge",
    ]

    /// - Parameter framework: taken in place of the one that the set-up names, such as the command line's.
    public func read(file path: String, framework: Framework? = nil) -> Checked<Setup> {
        let name = PackFile.name(of: path)
        switch PackFile.read(path) {
        case .success(let bytes):
            let folder = PackFile.folder(of: path)
            return read(yaml: bytes, source: name, folder: folder, framework: framework)
        case .failure(let mistake): return Checked(value: nil, mistakes: [mistake])
        }
    }

    /// - Parameter folder: where a file named by `framework` is looked for first.
    public func read(
        yaml bytes: [UInt8], source: String?, folder: String? = nil, framework: Framework? = nil
    ) -> Checked<Setup> {
        switch YAMLTree.read(bytes, source: source) {
        case .success(let tree): read(tree, source: source, folder: folder, framework: framework)
        case .failure(let mistake): Checked(value: nil, mistakes: [mistake])
        }
    }

    /// A set-up from the wire.
    public func read(json: JSONValue, framework: Framework? = nil) -> Checked<Setup> {
        read(MarkedNode(json: json), framework: framework)
    }

    public func read(
        _ tree: MarkedNode, source: String? = nil, folder: String? = nil, framework given: Framework? = nil
    ) -> Checked<Setup> {
        let findings = Findings(source: source)
        // A file in which nothing is filled in is a set-up too.
        let node = tree.valueType == .nothing ? MarkedNode(.mapping([]), at: tree.place) : tree
        guard let reader = MappingReader(node, .whole, known: SetupReader.keys, findings: findings) else {
            return findings.checked(nil)
        }
        // What can be checked without the framework is checked even when there is none.
        var setup = Setup(
            framework: Framework(id: "", version: "", name: "", credit: "", stages: [], groups: []))
        readChoices(reader, into: &setup)
        setup.members = MemberReader(findings: findings).read(reader)
        guard let framework = given ?? framework(reader, folder: folder) else { return findings.checked(nil) }
        let areas = SetupAreas(framework: framework, findings: findings)
        setup.areas = areas.read(reader)
        setup.framework = areas.framework
        setup.pregauge = pregauge(reader, areas, sessionAreas: setup.areas)
        return findings.checked(setup)
    }

    private func readChoices(_ reader: MappingReader, into setup: inout Setup) {
        setup.title = reader.name("title") ?? setup.title
        setup.meeting = reader.word("meeting", MeetingKind.self) ?? setup.meeting
        setup.attribution = reader.word("attribution", Attribution.self) ?? setup.attribution
        setup.missing = reader.texts("missing", lettersMax: Limit.nameLettersMax)
        setup.form = reader.word("form", Form.self) ?? setup.form
        setup.closing = reader.word("closing", Closing.self) ?? setup.closing
        setup.constituency = reader.word("constituency", Constituency.self) ?? setup.constituency
        setup.membersPropose = reader.flag("membersPropose") ?? setup.membersPropose
        setup.rule = rule(reader)
        setup.zone = zone(reader) ?? setup.zone
        PackReader.checkLanguage(reader)
        setup.language = reader.name("language") ?? setup.language
        setup.retention = retention(reader)
    }

    // MARK: The framework

    private func framework(_ reader: MappingReader, folder: String?) -> Framework? {
        guard let node = reader.value("framework") else { return Library.builtIn }
        if case .mapping = node.content {
            return PackReader.framework(node, .key("framework"), reader.findings)
        }
        guard
            let name = MappingReader.text(
                node, .key("framework"), most: Limit.textLettersMax, reader.findings)
        else { return nil }
        if !mayReadFiles, Library.isPath(name) {
            reader.findings.add(.fileNotAllowed(name), at: node.place)
            return nil
        }
        let loaded = mayReadFiles ? library.load(name, folder: folder) : library.load(id: name)
        for mistake in loaded.mistakes {
            // A pack that cannot be found is a mistake of this line; mistakes inside of it are the pack's
            // own.
            var mistake = mistake
            if mistake.place == .whole {
                (mistake.place, mistake.source) = (node.place, reader.findings.source)
            }
            reader.findings.add(contentsOf: [mistake])
        }
        return loaded.value
    }

    // MARK: The rule for agreement

    private func rule(_ reader: MappingReader) -> AgreementRule {
        guard let node = reader.value("rule"),
            let reader = MappingReader(
                node, .key("rule"), known: ["tolerance", "quorum", "majority"], findings: reader.findings)
        else { return AgreementRule() }
        return AgreementRule(
            tolerance: tolerance(reader), quorum: quorum(reader), majority: reader.flag("majority") ?? true)
    }

    private func tolerance(_ reader: MappingReader) -> Tolerance {
        guard let value = reader.value("tolerance") else { return .rand }
        guard let text = value.writtenText else {
            reader.findings.add(
                .wrongType(.key("tolerance"), expected: .number, found: value.valueType), at: value.place)
            return .rand
        }
        // The formula is often copied with a proper minus sign and with spaces.
        let formula = text.lowercased().filter { $0 != " " }.map { $0 == "−" || $0 == "–" ? "-" : $0 }
        if String(formula) == Tolerance.randWords { return .rand }
        guard let people = Int(text), (0...Limit.membersMax).contains(people) else {
            reader.findings.add(.badTolerance(text), at: value.place)
            return .rand
        }
        return .fixed(people)
    }

    private func quorum(_ reader: MappingReader) -> Quorum {
        guard let value = reader.value("quorum") else { return .twoThirds }
        guard let text = value.writtenText else {
            reader.findings.add(
                .wrongType(.key("quorum"), expected: .text, found: value.valueType), at: value.place)
            return .twoThirds
        }
        let word = String(text.lowercased().map { $0 == " " ? "-" : $0 })
        guard let quorum = Quorum(word: word) else {
            reader.findings.add(.badQuorum(text), at: value.place)
            return .twoThirds
        }
        return quorum
    }

    // MARK: Zone, retention, ratings before the day

    private func zone(_ reader: MappingReader) -> String? {
        guard let name = reader.name("zone"), let value = reader.value("zone") else { return nil }
        let known = TimeZone.knownTimeZoneIdentifiers
        guard known.contains(name) || name == "UTC" else {
            let nearest = Spelling.nearest(to: name, among: known)
            reader.findings.add(.unknownZone(name, nearest: nearest), at: value.place)
            return nil
        }
        return name
    }

    private func retention(_ reader: MappingReader) -> Retention? {
        guard let node = reader.value("retention"),
            let reader = MappingReader(
                node, .key("retention"), known: ["label", "days"], findings: reader.findings)
        else { return nil }
        let label = reader.name("label") ?? ""
        guard reader.neededValue("days") != nil, let days = reader.number("days", in: Limit.retentionDays)
        else {
            return nil
        }
        return Retention(label: label, days: days)
    }

    private func pregauge(_ reader: MappingReader, _ areas: SetupAreas, sessionAreas: [String]) -> Pregauge? {
        guard let node = reader.value("pregauge"),
            let reader = MappingReader(
                node, .key("pregauge"), known: ["until", "areas", "decisions"], findings: reader.findings)
        else { return nil }
        let chosen = reader.value("areas") == nil ? sessionAreas : areas.ids(in: reader)
        guard let until = reader.neededValue("until"), let day = reader.day("until") else { return nil }
        if let today, let last = CivilDate(iso: day), last < today {
            reader.findings.add(.dayHasPassed(day), at: until.place)
        }
        let decisions = reader.list("decisions").compactMap { decision($0, areas, reader.findings) }
        return Pregauge(until: day, areas: chosen, decisions: decisions)
    }

    private func decision(_ node: MarkedNode, _ areas: SetupAreas, _ findings: Findings) -> DecisionDue? {
        guard
            let reader = MappingReader(
                node, .item(of: "decisions"), known: ["area", "by", "text"], findings: findings),
            let area = reader.neededValue("area"), let id = areas.id(of: area), reader.neededValue("by") != nil,
            let day = reader.day("by")
        else { return nil }
        return DecisionDue(area: id, by: day, text: reader.name("text") ?? "")
    }
}
