import JSONText

// A set-up as JSON: the keys of its file, every choice written out, the framework only named. The framework itself stands
// beside it in the transcript (`Framework.json`).

extension Setup {
    public var json: JSONValue {
        var writer = FieldWriter()
        writer.put("title", title)
        writer.put(
            "framework",
            .object([
                "id": .string(framework.id), "version": .string(framework.version),
                "hash": .string(framework.hash),
            ]))
        // An empty list is written too: it is not the same as "all of the pack's".
        writer.put("areas", .array(areas.map(JSONValue.string)))
        writer.put("meeting", meeting.rawValue)
        writer.put("attribution", attribution.rawValue)
        writer.put("members", members.map(\.json))
        writer.put("missing", missing)
        writer.put("form", form.rawValue)
        writer.put("closing", closing.rawValue)
        writer.put("constituency", constituency.rawValue)
        writer.put("membersPropose", .bool(membersPropose))
        writer.put("rule", rule.json)
        writer.put("zone", zone)
        writer.put("language", language)
        if let retention {
            writer.put(
                "retention", .object(["label": .string(retention.label), "days": .integer(retention.days)]))
        }
        if let pregauge {
            writer.put("pregauge", pregauge.json)
        }
        return writer.value
    }

    /// Reads back what ``json`` gave; `framework` is the one that it names. Set-ups that people wrote are
    /// read by `SetupReader`, which lists every mistake.
    public init(json: JSONValue, framework: Framework) throws(JSONFormError) {
        let reader = try FieldReader(json)
        var members: [SetupMember] = []
        for member in try reader.objects("members") { members.append(try SetupMember(reader: member)) }
        self.init(
            title: try reader.text("title") ?? "", framework: framework,
            areas: reader.fields["areas"] == nil ? nil : try reader.texts("areas"),
            meeting: try reader.word("meeting", MeetingKind.self) ?? .development,
            attribution: try reader.word("attribution", Attribution.self) ?? .named, members: members,
            missing: try reader.texts("missing"), form: try reader.word("form", Form.self) ?? .full,
            closing: try reader.word("closing", Closing.self) ?? .facilitator,
            constituency: try reader.word("constituency", Constituency.self) ?? .sector,
            membersPropose: try reader.flag("membersPropose") ?? false,
            rule: try AgreementRule(setup: reader),
            zone: try reader.text("zone") ?? "Europe/London",
            language: try reader.text("language") ?? "en-GB",
            retention: try Retention(setup: reader), pregauge: try Pregauge(setup: reader))
    }
}

extension SetupMember {
    fileprivate var json: JSONValue {
        var writer = FieldWriter()
        writer.put("id", id)
        writer.put("name", name)
        writer.put("organisation", organisation)
        writer.put("sector", sector)
        writer.put("place", place)
        writer.put("capacity", capacity.rawValue)
        writer.put("role", role.rawValue)
        writer.put("votes", votes.map(JSONValue.bool))
        writer.put("present", .bool(present))
        return writer.value
    }

    fileprivate init(reader: FieldReader) throws(JSONFormError) {
        self.init(
            id: try reader.text("id"), name: try reader.neededText("name"),
            organisation: try reader.text("organisation") ?? "", sector: try reader.text("sector") ?? "",
            place: try reader.text("place") ?? "", capacity: try reader.word("capacity", Capacity.self) ?? .member,
            role: try reader.word("role", Role.self) ?? .member, votes: try reader.flag("votes"),
            present: try reader.flag("present") ?? true)
    }
}

extension AgreementRule {
    /// With the words that a set-up and the record use.
    public var json: JSONValue {
        ["tolerance": tolerance.json, "quorum": .string(quorum.word), "majority": .bool(majority)]
    }

    fileprivate init(setup: FieldReader) throws(JSONFormError) {
        guard let reader = try setup.object("rule") else {
            self.init()
            return
        }
        var tolerance = Tolerance.rand
        if let value = reader.fields["tolerance"] {
            guard let read = Tolerance(json: value) else {
                throw reader.failure("tolerance", .notA("number"))
            }
            tolerance = read
        }
        var quorum = Quorum.twoThirds
        if let text = try reader.text("quorum") {
            guard let read = Quorum(word: text) else { throw reader.failure("quorum", .unknownWord(text)) }
            quorum = read
        }
        self.init(tolerance: tolerance, quorum: quorum, majority: try reader.flag("majority") ?? true)
    }
}

extension Tolerance {
    /// How the RAND/UCLA tolerance is written.
    public static let randWords = "floor((n-2)/3)"

    public var json: JSONValue {
        switch self {
        case .rand: .string(Tolerance.randWords)
        case .fixed(let people): .integer(people)
        }
    }

    fileprivate init?(json: JSONValue) {
        if json.string == Tolerance.randWords {
            self = .rand
        } else if let people = json.integer {
            self = .fixed(people)
        } else {
            return nil
        }
    }
}

extension Quorum {
    public static let half = Quorum(numerator: 1, denominator: 2)

    /// `two-thirds`, `half`, or a fraction such as `3/5`.
    public var word: String {
        switch self {
        case .twoThirds: "two-thirds"
        case .half: "half"
        default: "\(numerator)/\(denominator)"
        }
    }

    /// The largest number that a fraction may be written with; nothing finer could matter among 500 members.
    public static let fractionPartMax = 1_000_000

    /// From `two-thirds`, `half`, a fraction `3/5`, or a share such as `0.6` or `60%`; nil when it is none of
    /// these, or is not more than nothing and at most everybody. Fractions come out in their lowest terms.
    public init?(word: String) {
        switch word {
        case "two-thirds": self = .twoThirds
        case "half": self = .half
        default:
            guard let (top, bottom) = Quorum.fraction(word) ?? Quorum.share(word),
                top > 0, bottom <= Quorum.fractionPartMax, top <= bottom
            else { return nil }
            let divisor = Quorum.greatestCommonDivisor(top, bottom)
            self.init(numerator: top / divisor, denominator: bottom / divisor)
        }
    }

    private static func fraction(_ word: String) -> (Int, Int)? {
        let parts = word.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, let top = wholeNumber(parts[0]), let bottom = wholeNumber(parts[1]) else {
            return nil
        }
        return (top, bottom)
    }

    /// `0.6` and `60%` are read digit by digit, because a floating-point 0.6 is not quite three fifths.
    private static func share(_ word: String) -> (Int, Int)? {
        let isPercentage = word.hasSuffix("%")
        let parts = (isPercentage ? word.dropLast() : word[...]).split(
            separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), let whole = wholeNumber(parts[0]), whole <= 100 else {
            return nil
        }
        let decimals = parts.count == 2 ? parts[1] : ""
        guard decimals.utf8.count <= 6, let rest = decimals.isEmpty ? 0 : wholeNumber(decimals) else {
            return nil
        }
        let scale = decimals.utf8.reduce(1) { product, _ in product * 10 }
        return (whole * scale + rest, isPercentage ? scale * 100 : scale)
    }

    private static func wholeNumber(_ text: Substring) -> Int? {
        text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ? Int(text) : nil
    }

    private static func greatestCommonDivisor(_ left: Int, _ right: Int) -> Int {
        right == 0 ? left : greatestCommonDivisor(right, left % right)
    }
}

extension Retention {
    fileprivate init?(setup: FieldReader) throws(JSONFormError) {
        guard let reader = try setup.object("retention") else { return nil }
        self.init(label: try reader.text("label") ?? "", days: try reader.neededNumber("days"))
    }
}

extension Pregauge {
    fileprivate init?(setup: FieldReader) throws(JSONFormError) {
        guard let reader = try setup.object("pregauge") else { return nil }
        var decisions: [DecisionDue] = []
        for decision in try reader.objects("decisions") {
            decisions.append(
                DecisionDue(
                    area: try decision.neededText("area"), by: try decision.neededText("by"),
                    text: try decision.text("text") ?? ""))
        }
        self.init(until: try reader.neededText("until"), areas: try reader.texts("areas"), decisions: decisions)
    }

    fileprivate var json: JSONValue {
        var writer = FieldWriter()
        writer.put("until", until)
        writer.put("areas", .array(areas.map(JSONValue.string)))
        writer.put(
            "decisions",
            decisions.map { decision in
                var writer = FieldWriter()
                writer.put("area", decision.area)
                writer.put("by", decision.by)
                writer.put("text", decision.text)
                return writer.value
            })
        return writer.value
    }
}
