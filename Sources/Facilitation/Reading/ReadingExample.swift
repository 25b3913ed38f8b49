import JSONText

/// One line of the form in which readings are tried out (`commonground read`): a context, a line, and who said it.
public struct ReadingExample: Sendable {
    public var id: String
    public var text: String
    public var context: ReadingContext

    /// Nil when the value has not the form; names of members serve as their ids.
    public init?(_ value: JSONValue, ladder: Ladder) {
        guard let id = value["id"]?.string, let text = value["text"]?.string, let by = value["by"]?.string,
            let today = value["today"]?.string.flatMap({ CivilDate(iso: $0) }), let given = value["context"]
        else { return nil }
        self.id = id
        self.text = text
        let statements = (given["statements"]?.array ?? []).compactMap(ReadingExample.statement)
        let members = Roster((given["members"]?.array ?? []).compactMap(\.string).map { Person(id: $0, name: $0) })
        var last: (by: String, entry: Int)?
        if let by = given["last"]?["by"]?.string, let entry = given["last"]?["entry"]?.integer { last = (by, entry) }
        context = ReadingContext(
            step: given["step"]?.string.flatMap(ReadingContext.Step.init) ?? .discussing, area: given["area"]?.string,
            expects: given["expects"]?.string.flatMap(Expectation.init),
            test: given["test"].flatMap(ReadingExample.test),
            statements: OpenStatements(statements, authors: members), members: members, last: last,
            speaker: Person(id: by, name: by),
            role: value["role"]?.string.flatMap(Role.init) ?? .member, isPrivate: value["private"]?.bool ?? false,
            ladder: ladder,
            today: today)
    }

    private static func statement(_ value: JSONValue) -> OpenStatement? {
        guard let id = value["id"]?.string, let entry = Int(id.drop { !("0"..."9").contains($0) }),
            let by = value["by"]?.string
        else { return nil }
        return OpenStatement(entry: entry, by: by, text: value["text"]?.string ?? "")
    }

    private static func test(_ value: JSONValue) -> ReadingContext.Test? {
        guard let kind = value["kind"]?.string.flatMap(ProposalKind.init) else { return nil }
        let entry = value["id"]?.string.flatMap { Int($0.drop { !("0"..."9").contains($0) }) } ?? 0
        return ReadingContext.Test(entry: entry, kind: kind, text: value["text"]?.string ?? "")
    }

    /// The answer in the same form: `{"id":…,"reading":…}`, with the words that led to it where `why` is asked for.
    public func answer(why: Bool = false) -> JSONValue {
        let readings = Reader.read(text, in: context)
        var fields: [String: JSONValue] = ["id": .string(id), "reading": ReadingExample.encoded(readings, in: context)]
        if why { fields["why"] = .array(readings.map { .array($0.why.map(JSONValue.string)) }) }
        return .object(fields)
    }

    /// One reading as an object, several as a list.
    public static func encoded(_ readings: [Reading], in context: ReadingContext) -> JSONValue {
        let values = readings.map { reading -> JSONValue in
            var fields = slots(reading.event, in: context)
            fields["strength"] = .string(reading.strength.rawValue)
            return .object(fields)
        }
        return values.count == 1 ? values[0] : .array(values)
    }

    private static func slots(_ event: Event, in context: ReadingContext) -> [String: JSONValue] {
        switch event {
        case .rated(let stage, let confidence, let evidence):
            return kind("gauge", ["stage": stage, "confidence": confidence?.rawValue, "evidence": evidence])
        case .positionTaken(let targets, let stance, let because):
            var fields = kind("position", ["stance": stance.rawValue, "because": because])
            fields["targets"] = .array(targets.map { .string(ItemID(.statement, $0).name) })
            return fields
        case .levelGiven(let level, let because): return kind("level", ["level": level.rawValue, "because": because])
        case .stated: return kind("statement", [:])
        case .proposed(let proposed): return proposal(proposed)
        case .parked(let text): return kind("park", ["text": text])
        case .interestDeclared(let text): return kind("interest", ["text": text])
        case .minorityStated(let text): return kind("minority", ["text": text])
        case .minorityNaming(let named): return kind("minority", ["text": named ? "named" : "unnamed"])
        case .corrected(let entry, let text):
            var fields = kind("correct", ["text": text])
            fields["entry"] = entry.map(JSONValue.integer) ?? .string("last")
            return fields
        case .withdrawn(let entry):
            var fields = kind("withdraw", [:])
            fields["entry"] = entry.map(JSONValue.integer) ?? .string("last")
            return fields
        case .asked(let asked): return kind("ask", ["about": asked.question.rawValue])
        case .joined(let name, let sector, let organisation, _):
            return kind("join", ["name": name, "sector": sector, "organisation": organisation])
        case .left: return kind("leave", [:])
        case .answered(let yes): return kind("confirm", ["answer": yes ? "yes" : "no"])
        default: return command(event, in: context) ?? kind("chatter", [:])
        }
    }

    private static func proposal(_ proposed: Proposed) -> [String: JSONValue] {
        kind(
            "propose",
            [
                "what": proposed.what.rawValue, "stage": proposed.stage, "owner": proposed.owner, "due": proposed.due,
                "measure": proposed.measure, "baseline": proposed.baseline, "target": proposed.target,
            ])
    }

    /// A facilitator's request, or nil for events that no plain words lead to.
    private static func command(_ event: Event, in context: ReadingContext) -> [String: JSONValue]? {
        switch event {
        case .started: return kind("command", ["name": "start"])
        case .areaChosen(let area): return kind("command", ["name": "area", "area": area])
        case .movedOn: return kind("command", ["name": "next"])
        case .movedBack: return kind("command", ["name": "back"])
        case .skipped: return kind("command", ["name": "skip"])
        case .gaugingOpened:
            let isAgain = context.step == .revealed || context.step == .discussing
            return kind("command", ["name": isAgain ? "regauge" : "gauging"])
        case .revealed: return kind("command", ["name": "reveal"])
        case .closed: return kind("command", ["name": "close"])
        case .majorityAsked: return kind("command", ["name": "majority"])
        case .deferred: return kind("command", ["name": "defer"])
        case .readBack: return kind("command", ["name": "readback"])
        case .areaDone: return kind("command", ["name": "done"])
        case .paused: return kind("command", ["name": "pause"])
        case .resumed: return kind("command", ["name": "resume"])
        case .ended: return kind("command", ["name": "end"])
        case .draftAsked: return kind("command", ["name": "draft"])
        case .extended(let minutes):
            var fields = kind("command", ["name": "extend"])
            fields["minutes"] = .integer(minutes)
            return fields
        case .undone(let entry, _):
            var fields = kind("command", ["name": "undo"])
            fields["entry"] = entry.map(JSONValue.integer)
            return fields
        default: return nil
        }
    }

    /// A slot that is not said is left out.
    private static func kind(_ kind: String, _ slots: [String: String?]) -> [String: JSONValue] {
        var fields: [String: JSONValue] = ["kind": .string(kind)]
        for (name, value) in slots {
            if let value, !value.isEmpty { fields[name] = .string(value) }
        }
        return fields
    }
}
