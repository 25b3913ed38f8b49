import JSONText

// Readings as JSON: what `said` events carry, and what the transcript keeps, so that a replay does not ask a later, cleverer
// reader what a line means. Everything a reading holds is written, and read back the same. What it holds as it was typed,
// such as an area, a day or the words of an objective, the discussion reads in a replay as it did at first.

extension Reading {
    public var json: JSONValue {
        var fields = event.fields
        fields["strength"] = .string(strength.rawValue)
        return .object(fields)
    }

    /// - Parameter framework: gives the framework of an opening by its hash.
    public init(json: JSONValue, framework: (String) -> Framework?) throws(JSONFormError) {
        let reader = try FieldReader(json)
        let strength = try reader.word("strength", Strength.self) ?? .plain
        self.init(try Event(reader, framework: framework), strength)
    }
}

extension Event {
    /// The fields of the event, with its kind under `kind`.
    var fields: [String: JSONValue] {
        switch self {
        case .opened(let setup): ["kind": "open", "setup": setup.json]
        case .joined(let name, let sector, let organisation, let role):
            [
                "kind": "join", "name": .string(name), "sector": .string(sector), "organisation": .string(organisation),
                "role": .string(role.rawValue),
            ]
        case .left: ["kind": "leave"]
        case .rated(let stage, let confidence, let evidence):
            ["kind": "gauge", "stage": .string(stage), "evidence": .string(evidence)]
                .adding("confidence", confidence?.rawValue)
        // The same kind as any rating: whoever hides ratings must hide these too.
        case .areaRated(let area, let stage, let confidence, let evidence, let ambition):
            ["kind": "gauge", "area": .string(area), "stage": .string(stage), "evidence": .string(evidence)]
                .adding("confidence", confidence?.rawValue).adding("ambition", ambition)
        case .positionTaken(let targets, let stance, let because):
            positionFields(targets, stance, because)
        case .levelGiven(let level, let because):
            ["kind": "level", "level": .string(level.rawValue), "because": .string(because)]
        case .stated(let kind): ["kind": "statement", "as": .string(kind.rawValue)]
        case .chatted: ["kind": "chatter"]
        case .proposed(let proposed): proposed.fields
        case .parked(let text): ["kind": "park", "text": .string(text)]
        case .interestDeclared(let text): ["kind": "interest", "text": .string(text)]
        case .minorityStated(let text): ["kind": "minority", "text": .string(text)]
        case .corrected(let entry, let text): ["kind": "correct", "entry": entryField(entry), "text": .string(text)]
        case .withdrawn(let entry): ["kind": "withdraw", "entry": entryField(entry)]
        case .answered(let yes): ["kind": "confirm", "answer": yes ? "yes" : "no"]
        case .asked(let asked):
            ["kind": "ask", "about": .string(asked.question.rawValue), "text": .string(asked.text)]
        case .presenceMarked, .facilitatorNamed, .handPassed, .started, .areaChosen, .movedOn, .movedBack, .skipped,
            .formChosen, .ruleChanged, .paused, .resumed, .extended, .ended, .gaugingOpened, .ratingWithdrawn,
            .revealed, .pregaugeOpened, .areaRatingWithdrawn, .reminded, .pregaugeRevealed, .framingAsked,
            .interestHandled, .toldPrivately, .amended, .closed, .majorityAsked, .deferred, .minorityNaming,
            .viewPartGiven, .objectivePartGiven, .horizonGiven, .progressGiven, .readBack, .areaDone, .undone,
            .draftAsked, .timePassed:
            commandFields
        }
    }

    private func entryField(_ entry: Int?) -> JSONValue { entry.map(JSONValue.integer) ?? "last" }

    private func positionFields(_ targets: [Int], _ stance: Stance, _ because: String) -> [String: JSONValue] {
        var fields: [String: JSONValue] = [
            "kind": "position", "targets": .array(targets.map { .string(ItemID(.statement, $0).name) }),
            "stance": .string(stance.rawValue),
            "because": .string(because),
        ]
        if let first = targets.first, targets.count == 1 { fields["item"] = .string(ItemID(.statement, first).name) }
        return fields
    }

    /// Commands carry their event's name, so that no alias or later renaming changes what an old transcript means.
    private var commandFields: [String: JSONValue] {
        var fields: [String: JSONValue] = ["kind": "command", "name": .string(kind.rawValue)]
        switch self {
        case .presenceMarked(let names, let present):
            fields["names"] = .array(names.map(JSONValue.string))
            fields["present"] = .bool(present)
        case .facilitatorNamed(let name), .handPassed(let name): fields["text"] = .string(name)
        case .started(let areas): fields["names"] = .array(areas.map(JSONValue.string))
        case .areaChosen(let words): fields["area"] = .string(words)
        case .pregaugeOpened(let areas, let until):
            fields["names"] = .array(areas.map(JSONValue.string))
            fields["until"] = until.map { .string($0.iso) }
        case .framingAsked(let step): fields["text"] = .string(step.word)
        case .areaRatingWithdrawn(let area): fields["area"] = .string(area)
        case .ruleChanged(let part): fields["text"] = .string(part.words)
        case .formChosen(let form): fields["text"] = .string(form.rawValue)
        case .extended(let minutes): fields["minutes"] = .integer(minutes)
        case .interestHandled(let text), .toldPrivately(let text), .amended(let text): fields["text"] = .string(text)
        case .minorityNaming(let named): fields["named"] = .bool(named)
        case .objectivePartGiven(let part, let value):
            fields["part"] = .string(part.rawValue)
            fields["text"] = .string(value)
        case .viewPartGiven(let part, let item, let value):
            fields["part"] = .string(part.rawValue)
            fields["item"] = item.map(JSONValue.integer)
            fields["text"] = .string(value)
        case .horizonGiven(let item, let horizon):
            fields["item"] = .string(item)
            fields["horizon"] = .string(horizon.rawValue)
        case .progressGiven(let item, let word, let evidence):
            fields["item"] = .string(item)
            fields["progress"] = .string(word.rawValue)
            fields["evidence"] = .string(evidence)
        case .undone(let entry, let because):
            fields["entry"] = entryField(entry)
            fields["because"] = .string(because)
        case .movedOn, .movedBack, .skipped, .paused, .resumed, .ended, .gaugingOpened, .ratingWithdrawn, .revealed,
            .reminded, .pregaugeRevealed, .closed, .majorityAsked, .deferred, .readBack, .areaDone, .draftAsked,
            .timePassed:
            break  // nothing but its name
        case .opened, .joined, .left, .rated, .areaRated, .stated, .chatted, .positionTaken, .parked,
            .interestDeclared, .proposed, .levelGiven, .minorityStated, .corrected, .withdrawn, .answered, .asked:
            break  // a kind of its own, in `fields`
        }
        return fields
    }
}

extension Asked {
    private static let answers = "answers"
    private static let allLevels = "levels"
    private static let oneLevel = "level "
    private static let next = "next"

    /// What the kind of the question does not tell, in the words that are kept with it.
    var text: String {
        switch self {
        case .whereWeAre, .whoIsHere, .stages, .actions, .overview, .whatIsKept: ""
        case .answersSoFar: Asked.answers
        case .help(let about): about
        case .levels: Asked.allLevels
        case .level(let level): Asked.oneLevel + level.rawValue
        case .area(let name): name
        case .nextArea: Asked.next
        case .subject(let subject, let entry): entry.map { "\(subject.rawValue) \($0)" } ?? subject.rawValue
        }
    }

    /// - Parameter text: what was kept with it, or typed after */help*.
    init(_ question: Question, text: String) {
        let words = text.split(separator: " ")
        if let subject = words.first.flatMap({ AskedSubject(rawValue: String($0)) }), subject.question == question,
            words.count == 1 || words.count == 2 && Int(words[1]) != nil
        {
            self = .subject(subject, entry: words.count == 2 ? Int(words[1]) : nil)
            return
        }
        switch question {
        case .where, .actions, .overview, .other: self.init(question)
        case .who: self = text == Asked.answers ? .answersSoFar : .whoIsHere
        case .stage: self = text.isEmpty ? .stages : text == Asked.next ? .nextArea : .area(text)
        case .help:
            if text == Asked.allLevels {
                self = .levels
            } else if text.hasPrefix(Asked.oneLevel),
                let level = Level(rawValue: String(text.dropFirst(Asked.oneLevel.count)))
            {
                self = .level(level)
            } else {
                self = .help(about: text)
            }
        }
    }
}

extension Proposed {
    fileprivate var fields: [String: JSONValue] {
        var fields: [String: JSONValue] = ["kind": "propose", "what": .string(what.rawValue), "text": .string(text)]
        fields["item"] = item.map(JSONValue.integer)
        return fields.adding("stage", stage).adding("owner", owner).adding("due", due).adding("measure", measure)
            .adding("baseline", baseline).adding("target", target)
    }

    fileprivate init(_ reader: FieldReader) throws(JSONFormError) {
        self.init(
            what: try reader.needed("what", ProposalKind.self), text: try reader.text("text") ?? "",
            item: try reader.number("item"), stage: try reader.text("stage"), owner: try reader.text("owner"),
            due: try reader.text("due"), measure: try reader.text("measure"), baseline: try reader.text("baseline"),
            target: try reader.text("target"))
    }
}

extension Event {
    init(_ reader: FieldReader, framework: (String) -> Framework?) throws(JSONFormError) {
        switch try reader.text("kind") ?? "" {
        case "open": self = try Event.opening(reader, framework)
        case "join":
            self = .joined(
                name: try reader.text("name") ?? "", sector: try reader.text("sector") ?? "",
                organisation: try reader.text("organisation") ?? "", role: try reader.word("role", Role.self) ?? .member
            )
        case "leave": self = .left
        case "gauge": self = try Event.rating(reader)
        case "position":
            let targets = try reader.texts("targets").compactMap { ItemID($0)?.number }
            self = .positionTaken(
                targets: targets, stance: try reader.needed("stance", Stance.self),
                because: try reader.text("because") ?? "")
        case "level":
            self = .levelGiven(try reader.needed("level", Level.self), because: try reader.text("because") ?? "")
        case "statement": self = .stated(kind: try reader.word("as", StatementKind.self) ?? .view)
        case "chatter": self = .chatted
        case "propose": self = .proposed(try Proposed(reader))
        case "park": self = .parked(text: try reader.text("text") ?? "")
        case "interest": self = .interestDeclared(text: try reader.text("text") ?? "")
        case "minority": self = .minorityStated(text: try reader.text("text") ?? "")
        case "correct": self = .corrected(entry: reader.fields["entry"]?.integer, text: try reader.text("text") ?? "")
        case "withdraw": self = .withdrawn(entry: reader.fields["entry"]?.integer)
        case "confirm": self = .answered(yes: try reader.text("answer") == "yes")
        case "ask":
            let question = try reader.needed("about", Question.self)
            self = .asked(Asked(question, text: try reader.text("text") ?? ""))
        case "command": self = try Event.command(reader)
        default: throw JSONFormError(path: "kind", problem: .missing)
        }
    }

    private static func opening(_ reader: FieldReader, _ framework: (String) -> Framework?) throws(JSONFormError)
        -> Event
    {
        guard let setup = reader.fields["setup"], let hash = setup["framework"]?["hash"]?.string,
            let framework = framework(hash)
        else { throw JSONFormError(path: "setup.framework", problem: .missing) }
        return .opened(try Setup(json: setup, framework: framework))
    }

    private static func rating(_ reader: FieldReader) throws(JSONFormError) -> Event {
        let stage = try reader.text("stage") ?? ""
        let confidence = try reader.word("confidence", Confidence.self)
        let evidence = try reader.text("evidence") ?? ""
        guard let area = try reader.text("area") else {
            return .rated(stage: stage, confidence: confidence, evidence: evidence)
        }
        return .areaRated(
            area: area, stage: stage, confidence: confidence, evidence: evidence,
            ambition: try reader.text("ambition"))
    }

    private static func command(_ reader: FieldReader) throws(JSONFormError) -> Event {
        let text = try reader.text("text") ?? ""
        switch try reader.needed("name", EventKind.self) {
        case .presenceMarked:
            return .presenceMarked(names: try reader.texts("names"), present: try reader.flag("present") ?? true)
        case .facilitatorNamed: return .facilitatorNamed(name: text)
        case .handPassed: return .handPassed(name: text)
        case .started: return .started(areas: try reader.texts("names"))
        case .areaChosen: return .areaChosen(try reader.text("area") ?? "")
        case .movedOn: return .movedOn
        case .movedBack: return .movedBack
        case .skipped: return .skipped
        case .ruleChanged:
            guard let part = RulePart(words: text) else {
                throw JSONFormError(path: "text", problem: .unknownWord(text))
            }
            return .ruleChanged(part)
        case .formChosen: return .formChosen(Form(rawValue: text) ?? .full)
        case .paused: return .paused
        case .resumed: return .resumed
        case .extended: return .extended(minutes: try reader.number("minutes") ?? 0)
        case .ended: return .ended
        case .gaugingOpened: return .gaugingOpened
        case .ratingWithdrawn: return .ratingWithdrawn
        case .revealed: return .revealed
        case .pregaugeOpened:
            return .pregaugeOpened(
                areas: try reader.texts("names"), until: try reader.text("until").flatMap(CivilDate.init(iso:)))
        case .areaRatingWithdrawn: return .areaRatingWithdrawn(area: try reader.text("area") ?? "")
        case .reminded: return .reminded
        case .pregaugeRevealed: return .pregaugeRevealed
        case .framingAsked:
            guard let step = FramingStep(words: text) else {
                throw JSONFormError(path: "text", problem: .unknownWord(text))
            }
            return .framingAsked(step)
        case .interestHandled: return .interestHandled(text: text)
        case .toldPrivately: return .toldPrivately(text: text)
        case .amended: return .amended(text: text)
        case .closed: return .closed
        case .majorityAsked: return .majorityAsked
        case .deferred: return .deferred
        case .minorityNaming: return .minorityNaming(named: try reader.flag("named") ?? true)
        case .objectivePartGiven: return .objectivePartGiven(try reader.needed("part", ObjectivePart.self), value: text)
        case .viewPartGiven:
            return .viewPartGiven(
                try reader.needed("part", ViewPart.self), item: try reader.number("item"), value: text)
        case .horizonGiven:
            return .horizonGiven(item: try reader.text("item") ?? "", try reader.needed("horizon", Horizon.self))
        case .progressGiven:
            return .progressGiven(
                item: try reader.text("item") ?? "", try reader.needed("progress", ProgressWord.self),
                evidence: try reader.text("evidence") ?? "")
        case .readBack: return .readBack
        case .areaDone: return .areaDone
        case .undone: return .undone(entry: reader.fields["entry"]?.integer, because: try reader.text("because") ?? "")
        case .draftAsked: return .draftAsked
        case .timePassed: return .timePassed
        case .opened, .joined, .left, .rated, .areaRated, .stated, .chatted, .positionTaken, .parked,
            .interestDeclared, .proposed,
            .levelGiven, .minorityStated, .corrected, .withdrawn, .answered, .asked:
            throw JSONFormError(path: "name", problem: .missing)
        }
    }
}

extension FieldReader {
    func number(_ name: String) throws(JSONFormError) -> Int? {
        fields[name] == nil ? nil : try neededNumber(name)
    }

    func needed<Word: RawRepresentable & CaseIterable>(
        _ name: String, _ type: Word.Type
    ) throws(JSONFormError) -> Word where Word.RawValue == String {
        guard let word = try word(name, type) else { throw JSONFormError(path: name, problem: .missing) }
        return word
    }
}

extension [String: JSONValue] {
    fileprivate func adding(_ name: String, _ value: String?) -> [String: JSONValue] {
        guard let value else { return self }
        var fields = self
        fields[name] = .string(value)
        return fields
    }
}
