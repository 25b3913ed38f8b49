import Facilitation
import Foundation
import Frameworks
import JSONText

/// The answers to the questions of `setup new`. Each is checked by the reader of set-ups as it is given, so that the file
/// made of them has no mistake.
struct SetupQuestions {
    enum Question: CaseIterable {
        case title, framework, facilitator, member, areas, meeting, attribution, form, missing, pregauge

        /// The framework is for those who know that they want another one.
        static let asked: [Question] = [
            .title, .facilitator, .member, .areas, .meeting, .attribution, .form, .missing, .pregauge,
        ]

        /// Whether more answers may follow; an empty line ends them.
        var isRepeated: Bool { self == .member }

        func words(_ questions: SetupQuestions) -> String {
            switch self {
            case .title: "What is the partnership called? [no name]"
            case .framework: "Which framework? [\(Library.builtInID)]"
            case .facilitator: "Who facilitates? A name. [whoever is at the keyboard]"
            case .member:
                questions.members.contains { $0["role"] == nil }
                    ? "And who else? [nobody else]"
                    : "Who takes part? One a line, as: name | sector | organisation [people join by themselves]"
            case .areas:
                "Which areas, in which order? Numbers with commas; “commonground framework show” lists them. [all \(questions.areaCount)]"
            case .meeting: "Is it a formal meeting, or a development session? formal or development [development]"
            case .attribution:
                "Are views kept with names? named, chatham-house (no speaker is named) or anonymous-gauge (ratings have no names) [named]"
            case .form: "How long for an area? full (25 minutes), short (12) or scan (5) [full]"
            case .missing: "Who should be in the room and is not? Sectors or groups, with commas [nobody]"
            case .pregauge: "Should members rate privately before the day? Until which day? [no]"
            }
        }
    }

    let today: CivilDate
    let library: Library
    private var fields: [String: JSONValue] = [:]
    private(set) var members: [JSONValue] = []
    /// The id of the person who is named next.
    var nextID: String?

    init(today: CivilDate, library: Library) {
        self.today = today
        self.library = library
    }

    /// The set-up as it stands.
    var setup: Checked<Setup> { SetupReader(library: library).read(json: .object(all)) }

    private var all: [String: JSONValue] {
        var all = fields
        if !members.isEmpty { all["members"] = .array(members) }
        return all
    }

    var areaCount: Int { setup.value?.framework.areas.count ?? 0 }

    /// `Harbour Reach Partnership` → `harbour-reach-partnership.yaml`.
    var fileName: String {
        let title = fields["title"]?.string ?? ""
        return "\(Template.packID(from: title) ?? "session").yaml"
    }

    /// - Returns: what is wrong with the answer and how to mend it; nil when it was taken.
    mutating func take(_ words: String, _ question: Question) -> String? {
        var tried = self
        if let problem = tried.put(words, question) { return problem }
        let mistakes = tried.setup.mistakes
        guard mistakes.isEmpty else {
            return mistakes.map { mistake in
                "\(MistakeText.sentence(mistake.kind).capitalisedFirst) Mend: \(MistakeText.mend(mistake.kind))"
            }.joined(separator: " ")
        }
        self = tried
        return nil
    }

    /// Where the framework's file is, when it was given as one: from anywhere, for the set-up may be written elsewhere.
    var frameworkFile: String? {
        guard let named = fields["framework"]?.string, FileManager.default.fileExists(atPath: named) else { return nil }
        return URL(fileURLWithPath: named).path
    }

    private mutating func put(_ words: String, _ question: Question) -> String? {
        switch question {
        case .title: fields["title"] = .string(words)
        case .framework: fields["framework"] = .string(words)
        case .facilitator: members.append(member(words, role: .facilitator))
        case .member: members.append(member(words, role: nil))
        case .areas: fields["areas"] = .array(SetupQuestions.list(words))
        case .meeting: fields["meeting"] = .string(words)
        case .attribution: fields["attribution"] = .string(words)
        case .form: fields["form"] = .string(words)
        case .missing: fields["missing"] = .array(SetupQuestions.list(words))
        case .pregauge:
            if ["no", "none", "never"].contains(words.lowercased()) { return nil }
            guard let day = CivilDate(iso: words) ?? Reader.date(words, today: today) else {
                return "“\(words)” is not a date that can be read. Mend: write it like 31 March 2027."
            }
            guard day >= today else { return "\(day.spoken) has passed. Mend: give a day that is still to come." }
            fields["pregauge"] = ["until": .string(day.iso)]
        }
        return nil
    }

    private func member(_ words: String, role: Role?) -> JSONValue {
        let parts = words.split(separator: "|", omittingEmptySubsequences: false).map { part in
            part.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }
        var fields: [String: JSONValue] = ["name": .string(parts.first ?? "")]
        if parts.count > 1, !parts[1].isEmpty {
            fields["sector"] = .string(parts[1].lowercased().replacing(" ", with: "-"))
        }
        if parts.count > 2, !parts[2].isEmpty { fields["organisation"] = .string(parts[2]) }
        if let role { fields["role"] = .string(role.rawValue) }
        fields["id"] = nextID.map(JSONValue.string)
        return .object(fields)
    }

    private static func list(_ words: String) -> [JSONValue] {
        words.split { $0 == "," || $0 == ";" }.map { part in
            .string(part.split(whereSeparator: \.isWhitespace).joined(separator: " "))
        }
    }
}
