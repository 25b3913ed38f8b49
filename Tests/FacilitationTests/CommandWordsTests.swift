import JSONText
import Testing

@testable import Facilitation

@Suite("What an operation is kept as: the line that a person would have typed")
struct CommandWordsTests {
    /// Which need the areas of a room to be read, or are words of the text once they are typed.
    private static let elsewhere: [String: Set<String>] = [
        "gauge": ["area", "ambition"], "ungauge": ["area"],
        "objective": Set(ObjectivePart.allCases.map(\.rawValue)),
    ]

    private static func example(_ parameter: CommandParameter) -> JSONValue {
        switch parameter.kind {
        case .entry: return 14
        case .entries: return [14, "s15"]
        case .names: return ["Owen", "Farah"]
        case .number: return 5
        case .word(let words): return .string(words.last ?? "")
        case .text, .flag, .object, .words, .versions: break
        }
        switch (parameter.name, parameter.typedForm) {
        case ("stage", _): return "established"
        case ("until", _): return "2027-03-31"
        case (_, .inPlaceOfEntry): return .string(parameter.name == "aim" ? "a1" : "o1")
        default: return parameter.pattern == nil ? "we buy here" : "tolerance 2"
        }
    }

    /// What the command needs at least, with each of its parameters in turn.
    private static func operations(of command: Command) -> [[String: JSONValue]] {
        let known = command.parameters.filter { !elsewhere[command.name, default: []].contains($0.name) }
        let needed = known.filter(\.isRequired)
        let turns: [CommandParameter?] = known.isEmpty ? [nil] : known
        return turns.map { turn in
            var fields: [String: JSONValue] = [:]
            for parameter in needed { fields[parameter.name] = example(parameter) }
            if let turn { fields[turn.name] = example(turn) }
            if let usual = known.first(where: { $0.name == command.needsOneOf.first }),
                turn.map({ command.needsOneOf.contains($0.name) }) != true
            {
                fields[usual.name] = example(usual)
            }
            return fields
        }
    }

    @Test(
        "Typed again, it means the same, for every command and each of its fields",
        arguments: CommandTable.all.map(\.name))
    func typedAgain(name: String) throws {
        let command = try #require(CommandTable.find(name))
        for fields in CommandWordsTests.operations(of: command) {
            let words = try command.words(of: fields)
            let typed = try #require(Interpreter.command(in: words), "\(words)")
            #expect(typed.name == name)
            let event = try command.event(fields: fields, in: ReadingRoom.talking)
            #expect(try command.event(typed: typed.words, in: ReadingRoom.talking) == event, "\(words)")
        }
    }

    @Test("A rating of an area before the day is kept with all that was said")
    func beforeTheDay() throws {
        let room = PregaugeStoryTests.planned()
        let fields: [String: JSONValue] = [
            "area": "growth", "stage": "established", "confidence": "high", "ambition": "expanding",
            "evidence": "we buy here",
        ]
        let words = try #require(CommandTable.find("gauge")).words(of: fields)
        #expect(words == "/gauge in growth established high aiming for expanding because we buy here")
        let structured = try Interpreter.reading(
            operation: "gauge", fields: fields, by: "ann", isPrivate: true, today: room.today, in: room.discussion)
        let typed = try Interpreter.readings(
            said: words, by: "ann", isPrivate: true, today: room.today, in: room.discussion)
        #expect(typed.map(\.event) == [structured.event])
        #expect(try CommandTable.find("ungauge")?.words(of: ["area": "growth"]) == "/ungauge in growth")
    }

    @Test(
        "An objective with its parts means the same when it is typed, signs and brackets included",
        arguments: [
            ["text": "Publish contracts", "owner": "Owen", "due": "1 May 2028", "measure": "contracts out"],
            ["text": "Publish contracts", "baseline": "3 a year", "target": "9 a year"],
            ["text": "Do it", "baseline": "+1", "target": "-2"], ["text": "Do it", "measure": "#5"],
            ["text": "Do it", "measure": "we (owner: Farah) do"], ["text": "Do it", "measure": "=m, (or n)"],
            ["text": "Do it (due: 1 May 2029)", "target": "9"],
            ["text": "Do it (due: 1 May 2029)", "due": "2 May 2029"],
            ["text": "  Do it\nin two lines ", "owner": " Owen "],
        ])
    func objectives(_ parts: [String: String]) throws {
        let command = try #require(CommandTable.find("objective"))
        let fields = parts.mapValues(JSONValue.string)
        let words = try command.words(of: fields)
        let typed = try #require(Interpreter.command(in: words))
        let event = try command.event(fields: fields, in: ReadingRoom.talking)
        #expect(try command.event(typed: typed.words, in: ReadingRoom.talking) == event, "\(words)")
        guard case .proposed(let proposed) = event else {
            Issue.record("\(event)")
            return
        }
        let kept = [
            "owner": proposed.owner, "measure": proposed.measure, "baseline": proposed.baseline,
            "target": proposed.target,
        ]
        for (name, value) in parts { if let part = kept[name] { #expect(part == value.trimmed, "\(name)") } }
    }

    @Test(
        "Several parts of an objective can stand in one bracket",
        arguments: [
            "Publish contracts (measure: contracts listed, baseline: 0, target: 60)",
            "Publish contracts (measure: contracts listed; baseline: 0; target: 60)",
            "Publish contracts (target: 60, measure: contracts listed, baseline: 0)",
            "Publish contracts (measure: contracts listed) (baseline: 0, target: 60)",
        ])
    func oneBracket(_ line: String) throws {
        let event = try #require(CommandTable.find("objective")).event(typed: line, in: ReadingRoom.talking)
        guard case .proposed(let proposed) = event else {
            Issue.record("\(event)")
            return
        }
        #expect(proposed.text == "Publish contracts")
        #expect([proposed.measure, proposed.baseline, proposed.target] == ["contracts listed", "0", "60"])
    }

    @Test(
        "A comma among the words of a part begins no other part",
        arguments: [
            "calls, letters and visits", "one (of two, target: ours)", "letters, measure: again", "sums; so: all",
        ])
    func commaInPart(_ measure: String) throws {
        let line = "Publish contracts (measure: \(measure))"
        let event = try #require(CommandTable.find("objective")).event(typed: line, in: ReadingRoom.talking)
        guard case .proposed(let proposed) = event else {
            Issue.record("\(event)")
            return
        }
        #expect(proposed.measure == measure && proposed.target == nil)
    }

    @Test("What shows a rating is kept as it was given", arguments: ["#5", "+1 since May", "5 people", "-2"])
    func evidence(_ words: String) throws {
        let command = try #require(CommandTable.find("gauge"))
        for name in ["because", "evidence"] {
            let fields: [String: JSONValue] = ["stage": "established", "confidence": "high", name: .string(words)]
            let event = try command.event(fields: fields, in: ReadingRoom.talking)
            #expect(event == .rated(stage: "established", confidence: .high, evidence: words))
            let typed = try #require(Interpreter.command(in: try command.words(of: fields)))
            #expect(try command.event(typed: typed.words, in: ReadingRoom.talking) == event, "\(typed)")
        }
    }

    @Test(
        "What comes after “because” is no part of the stage",
        arguments: ["I have never seen a plan", "they have asked nobody", "it has stalled", "established firms left"])
    func becauseOfStage(_ why: String) throws {
        let command = try #require(CommandTable.find("gauge"))
        for (typed, confidence) in [("not-yet high", Confidence.high), ("not yet low", .low), ("not-yet", nil)] {
            let event = try command.event(typed: "\(typed) because \(why)", in: ReadingRoom.talking)
            #expect(event == .rated(stage: "not-yet", confidence: confidence, evidence: why))
        }
        #expect(
            try command.event(typed: "established because we meet, medium", in: ReadingRoom.talking)
                == .rated(stage: "established", confidence: .medium, evidence: "we meet"))
    }

    @Test(
        "Of two fields of which one would count for nothing, one is refused, and so is one that hangs on nothing",
        arguments: [
            ("decide", ["item": 7, "text": "Share one plan."], "item"), ("aim", ["item": 7, "text": "a"], "item"),
            ("objective", ["item": 7, "text": "a"], "item"), ("objective", ["item": 7, "owner": "Owen"], "owner"),
            ("due", ["value": "1 May 2028", "text": "2 May 2028"], "text"),
            ("progress", ["item": 7, "objective": "o1", "progress": "late"], "objective"),
            ("horizon", ["item": 7, "aim": "a1", "horizon": "this-year"], "aim"),
            ("correct", ["item": 7, "entry": 8, "text": "a"], "entry"),
            ("gauge", ["stage": "emerging", "because": "a", "evidence": "b"], "because"),
            ("gauge", ["stage": "emerging", "ambition": "expanding"], "ambition"),
        ] as [(String, [String: JSONValue], String)])
    func rivals(name: String, fields: [String: JSONValue], refused: String) throws {
        let command = try #require(CommandTable.find(name))
        do throws(CommandError) {
            let event = try command.event(fields: fields, in: ReadingRoom.talking)
            Issue.record("taken: \(event)")
        } catch {
            switch error {
            case .badField(refused, .notBeside), .badField(refused, .notWithout): break
            default: Issue.record("\(error)")
            }
        }
    }

    @Test(
        "No event has the number 0, whether it is typed or sent", arguments: ["aim", "decide", "objective", "settle"])
    func noEventZero(name: String) throws {
        let command = try #require(CommandTable.find(name))
        #expect(throws: Refusal.unknownEntry(0)) { try command.event(typed: "#0", in: ReadingRoom.talking) }
        for item: JSONValue in [0, "0", "#0", "s0", -1, "+1", "that one"] where name != "settle" {
            #expect(throws: CommandError.badField("item", .notAnEntry), "\(item)") {
                try command.event(fields: ["item": item], in: ReadingRoom.talking)
            }
        }
    }

    @Test("What a reply told is taken where the number of an event is meant")
    func shortNames() throws {
        let room = Room("ann", "ben").started()
        room.helen("/aim Every contract asks for the real Living Wage by 2028")
        #expect(room.declined == nil && room.answer.item == "a1")
        let aim = room.entry
        let agree = try #require(CommandTable.find("agree"))
        let decide = try #require(CommandTable.find("decide"))
        let asked: [String: JSONValue] = ["item": ["a1", "s14", 15, "d9"], "because": "a1"]
        let numbered = room.discussion.withNumbers(asked, of: agree)
        #expect(numbered == ["item": [.integer(aim), "s14", 15, "d9"], "because": "a1"])
        #expect(room.discussion.withNumbers(["item": "a1"], of: decide) == ["item": .integer(aim)])
        #expect(room.discussion.withNumbers(["text": "a1"], of: decide) == ["text": "a1"])
    }

    @Test("What a program sends for one person is said to the bot alone")
    func saidAlone() {
        let names = CommandTable.all.filter(\.isPrivateByNature).map(\.name)
        #expect(names.sorted() == ["gauge", "private", "ungauge"])
    }

    @Test("Nothing that was sent is missing from the words")
    func whole() throws {
        let kept: [(String, [String: JSONValue], String)] = [
            ("horizon", ["horizon": "three-years", "aim": "a1"], "/horizon a1 three-years"),
            (
                "progress", ["objective": "o1", "progress": "done", "evidence": "the form is in use"],
                "/progress o1 done because the form is in use"
            ),
            ("join", ["name": "Olive Watts", "role": "observer"], "/join Olive Watts |  |  | observer"),
            ("join", ["name": "Cy Lane", "sector": "vcse"], "/join Cy Lane | vcse"),
            (
                "objective", ["text": "We share one form.", "owner": "Ann Shah", "due": "2027-03-31"],
                "/objective We share one form. (owner: Ann Shah) (due: 2027-03-31)"
            ),
        ]
        for (name, fields, words) in kept {
            #expect(try CommandTable.find(name)?.words(of: fields) == words)
        }
    }
}
