import Facilitation
import JSONText

/// Files to begin with, full of comments, which load without a mistake as they are.
public enum Template {
    /// A text as a YAML scalar that is the same text again when read, whatever is in it.
    public static func yamlScalar(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\t": result += "\\t"
            // Our reader takes a bare * for YAML's alias when there is an & with the same word.
            case "*": result += "\\x2A"
            case _ where MappingReader.isHidden(scalar):
                result += "\\U" + HiddenCharacters.number(of: scalar.value, digits: 8)
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }

    /// `setup new`: the choices of a set-up written out, every key explained. Members without an id keep the
    /// key in a comment, because most bridges give one.
    ///
    /// - Parameter framework: the path of the framework's file, when it is none that is known by its id.
    public static func setup(_ setup: Setup, framework: String? = nil) -> String {
        """
        # The set-up of a session. Every key may be left out; lines that begin with # are comments.
        # Check it with: commonground setup check FILE

        # The partnership's name.
        title: \(yamlScalar(setup.title))

        # The framework: the id of a pack, or the path of a file ("framework list" shows the ids).
        framework: \(yamlScalar(framework ?? setup.framework.id))

        \(areas(setup))

        # development (the group proposes) or formal (the group agrees; a quorum is needed).
        meeting: \(setup.meeting.rawValue)

        # named, chatham-house (no speaker is named) or anonymous-gauge (ratings have no names).
        attribution: \(setup.attribution.rawValue)

        # Time for each area: full (25 minutes), short (12) or scan (5).
        form: \(setup.form.rawValue)

        # Who ends the test of a proposal: facilitator or when-all-answered.
        closing: \(setup.closing.rawValue)

        # By what the reveal groups ratings: sector, organisation or place.
        constituency: \(setup.constituency.rawValue)

        # true: a member's proposal opens its own test.
        membersPropose: \(setup.membersPropose)

        # People. Only the name is needed. Any sector will do; some are nhs, primary-care, local-government,
        # vcse, housing, education, university, business, strategic-authority, care-provider, police-fire,
        # trade-union and resident. Role: member, facilitator or observer. Capacity: member, deputy or
        # in attendance.
        # "id" is the name that your chat gives this person, such as irc:helen. In a chat, whoever facilitates needs
        # one; at a keyboard nobody does. "present: false" for somebody who will not come.
        \(members(setup.members))

        # Sectors or groups who should be in the room and are not.
        \(missing(setup.missing))

        # How agreement is tested; fixed before the first rating.
        rule:
          # How many ratings may lie outside the most common stage: a formula, or a number of people.
          tolerance: \(tolerance(setup.rule.tolerance))
          # The share of voting members who must answer in a formal meeting: two-thirds, half, 3/5 or 0.6.
          quorum: \(setup.rule.quorum.word)
          # true: /majority may be used, with every minority view recorded.
          majority: \(setup.rule.majority)

        # Where the meeting is, for its date; and the language of its words.
        zone: \(yamlScalar(setup.zone))
        language: \(yamlScalar(setup.language))

        \(retention(setup.retention))

        \(pregauge(setup.pregauge))

        """
    }

    private static func tolerance(_ tolerance: Tolerance) -> String {
        switch tolerance {
        case .rand: Tolerance.randWords
        case .fixed(let people): String(people)
        }
    }

    private static func areas(_ setup: Setup) -> String {
        let heading = """
            # Areas in the order in which they will be taken, by id or number; without this key, all of them.
            # An area of your own may stand here whole, with at least its id and name.
            """
        guard setup.areas != setup.framework.areas.map(\.id) else {
            let examples = setup.areas.prefix(2).map { "#   - \($0)" }
            return ([heading, "# areas:"] + examples + ["#   - {id: our-own-area, name: Our own area}"])
                .joined(separator: "\n")
        }
        return ([heading, "areas:"] + setup.areas.map { "  - \($0)" }).joined(separator: "\n")
    }

    private static func members(_ members: [SetupMember]) -> String {
        guard !members.isEmpty else {
            return """
                # members:
                #   - name: Ann Shah
                #     organisation: Hill Primary Care Network
                #     sector: primary-care
                #     role: member
                #   - name: Lee Brook
                #     role: facilitator
                """
        }
        return "members:\n" + members.map(member).joined(separator: "\n")
    }

    private static func member(_ member: SetupMember) -> String {
        var lines = ["  - name: \(yamlScalar(member.name))"]
        lines.append(member.id.map { "    id: \(yamlScalar($0))" } ?? "    # id:")
        for (key, text) in [
            ("organisation", member.organisation), ("sector", member.sector), ("place", member.place),
        ]
        where !text.isEmpty {
            lines.append("    \(key): \(yamlScalar(text))")
        }
        if member.capacity != .member { lines.append("    capacity: \(member.capacity.rawValue)") }
        lines.append("    role: \(member.role.rawValue)")
        if let votes = member.votes { lines.append("    votes: \(votes)") }
        if !member.present { lines.append("    present: false") }
        return lines.joined(separator: "\n")
    }

    private static func missing(_ missing: [String]) -> String {
        guard !missing.isEmpty else { return "# missing:\n#   - residents" }
        return "missing:\n" + missing.map { "  - \(yamlScalar($0))" }.joined(separator: "\n")
    }

    private static func retention(_ retention: Retention?) -> String {
        let heading = "# How long the transcript is kept."
        guard let retention else {
            return "\(heading)\n# retention:\n#   label: partnership records\n#   days: 2190"
        }
        return "\(heading)\nretention:\n  label: \(yamlScalar(retention.label))\n  days: \(retention.days)"
    }

    private static func pregauge(_ pregauge: Pregauge?) -> String {
        let heading = "# Members may rate privately until this day, before the meeting; and decisions that are due."
        guard let pregauge else {
            return
                "\(heading)\n# pregauge:\n#   until: 2027-01-15\n#   decisions:\n#     - {area: 1, by: 2027-02-28, text: What is due}"
        }
        let areas = pregauge.areas.map { "\n    - \($0)" }.joined()
        let decisions = pregauge.decisions.map { decision in
            "\n    - area: \(yamlScalar(decision.area))\n      by: \(decision.by)\n      text: \(yamlScalar(decision.text))"
        }.joined()
        let due = decisions.isEmpty ? "" : "\n  decisions:\(decisions)"
        return
            "\(heading)\npregauge:\n  until: \(pregauge.until)\n  areas:\(areas.isEmpty ? " []" : areas)\(due)"
    }
}
