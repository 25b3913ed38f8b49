import JSONText
import SchemaCheck
import SeededRandom
import Testing

@testable import Facilitation

@Suite("Readings as JSON: what is kept is what is read back")
struct EventJSONTests {
    @Test("Every kind of event comes back from its JSON text as it was")
    func roundTrip() throws {
        var random = SeededGenerator(seed: 20_261_014)
        for _ in 0..<60 {
            for kind in EventKind.allCases {
                let event = EventJSONTests.event(kind, &random)
                #expect(event.kind == kind)
                let reading = Reading(event, Strength.allCases.randomElement(using: &random) ?? .plain)
                let text = JSONEmitter(.compact).text(reading.json)
                let back = try Reading(json: JSONScanner(depthLimit: 16).scan(text)) {
                    $0 == Room.framework.hash ? Room.framework : nil
                }
                #expect(back == reading, "\(text)")
            }
        }
    }

    @Test("Every kind of event is told as the published schema of readings says")
    func asPublished() throws {
        var random = SeededGenerator(seed: 20_261_122)
        for _ in 0..<20 {
            for kind in EventKind.allCases {
                var told = try #require(Reading(EventJSONTests.event(kind, &random), .plain).json.object)
                // What an opening sets up is told in the record.
                told["setup"] = nil
                #expect(PublishedLines.mistake(inReading: .object(told)) == nil, "\(told)")
                told["novelty"] = true
                #expect(PublishedLines.mistake(inReading: .object(told)) != nil)
            }
        }
    }

    @Test(
        "A question is kept in the words that transcripts have always had for it",
        arguments: [
            (Asked.whereWeAre, "where", ""), (.whoIsHere, "who", ""), (.answersSoFar, "who", "answers"),
            (.help(about: ""), "help", ""), (.help(about: "levels of care"), "help", "levels of care"),
            (.levels, "help", "levels"), (.level(.standAside), "help", "level stand-aside"), (.stages, "stage", ""),
            (.nextArea, "stage", "next"), (.area("acting as an anchor"), "stage", "acting as an anchor"),
            (.actions, "actions", ""), (.overview, "overview", ""), (.whatIsKept, "other", ""),
            (.subject(.bot, entry: nil), "other", "bot"), (.subject(.struck, entry: 12), "other", "struck 12"),
            (.subject(.positions, entry: 5), "who", "positions 5"),
            (.subject(.blocking, entry: nil), "help", "blocking"),
            // The same word of another kind of question is no subject.
            (.help(about: "bot"), "help", "bot"), (.area("positions 5"), "stage", "positions 5"),
            (.help(about: "changing 5 6"), "help", "changing 5 6"), (.help(about: "level up"), "help", "level up"),
        ])
    func questionsAsKept(asked: Asked, about: String, text: String) throws {
        let kept = "{\"about\":\"\(about)\",\"kind\":\"ask\",\"strength\":\"plain\",\"text\":\"\(text)\"}"
        #expect(JSONEmitter(.compact).text(Reading(.asked(asked), .plain).json) == kept)
        let back = try Reading(json: JSONScanner(depthLimit: 16).scan(kept)) { _ in nil }
        #expect(back == Reading(.asked(asked), .plain))
    }

    @Test("An opening of an unknown framework, an unknown kind and a missing word are refused with their place")
    func refused() {
        func path(_ json: JSONValue) -> String? {
            do throws(JSONFormError) {
                _ = try Reading(json: json) { _ in nil }
                return nil
            } catch { return error.path }
        }
        #expect(path(Reading(.opened(Setup(framework: Room.framework)), .plain).json) == "setup.framework")
        #expect(path(["kind": "dance"]) == "kind")
        #expect(path(["kind": "level"]) == "level")
        #expect(path(["kind": "command", "name": "joined"]) == "name")
        #expect(path("talk") == "")
    }

    @Test("The framework itself comes back from its JSON")
    func framework() throws {
        var back = try Framework(json: Room.framework.json)
        back.hash = Room.framework.hash  // whoever loads a pack puts its hash there
        #expect(back == Room.framework)
    }

    private static func text(_ random: inout SeededGenerator) -> String {
        let pieces = [
            "", "a", "Zoë", "“quoted”", "\\", "\"", "\n", "\u{7}", "🙂", " because ", "#14", "\u{202E}", "{}", "/x",
        ]
        return (0..<Int.random(in: 0...4, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }
            .joined()
    }

    private static func optional(_ random: inout SeededGenerator) -> String? {
        Bool.random(using: &random) ? text(&random) : nil
    }
    private static func entry(_ random: inout SeededGenerator) -> Int? {
        Bool.random(using: &random) ? Int.random(in: 1...9_999, using: &random) : nil
    }
    private static func word<Word: CaseIterable>(_ type: Word.Type, _ random: inout SeededGenerator) -> Word {
        let all = Array(type.allCases)
        return all[Int.random(in: 0..<all.count, using: &random)]
    }
    private static func texts(_ random: inout SeededGenerator) -> [String] {
        (0..<Int.random(in: 0...3, using: &random)).map { _ in text(&random) }
    }

    private static func rulePart(_ random: inout SeededGenerator) -> RulePart {
        let parts: [RulePart] = [
            .tolerance(.rand), .tolerance(.fixed(.random(in: 0...9, using: &random))), .quorum(.half),
            .quorum(.twoThirds),
            .quorum(Quorum(numerator: 3, denominator: 5)), .majority(.random(using: &random)),
        ]
        return parts.randomElement(using: &random) ?? .majority(true)
    }

    private static func event(_ kind: EventKind, _ random: inout SeededGenerator) -> Event {
        switch kind {
        case .opened: .opened(setup(&random))
        case .joined:
            .joined(
                name: text(&random), sector: text(&random), organisation: text(&random), role: word(Role.self, &random))
        case .left: .left
        case .presenceMarked: .presenceMarked(names: texts(&random), present: .random(using: &random))
        case .facilitatorNamed: .facilitatorNamed(name: text(&random))
        case .handPassed: .handPassed(name: text(&random))
        case .started: .started(areas: texts(&random))
        case .areaChosen: .areaChosen(text(&random))
        case .movedOn: .movedOn
        case .movedBack: .movedBack
        case .skipped: .skipped
        case .formChosen: .formChosen(word(Form.self, &random))
        case .ruleChanged: .ruleChanged(rulePart(&random))
        case .paused: .paused
        case .resumed: .resumed
        case .extended: .extended(minutes: .random(in: 1...240, using: &random))
        case .ended: .ended
        case .gaugingOpened: .gaugingOpened
        case .rated:
            .rated(
                stage: text(&random), confidence: Bool.random(using: &random) ? word(Confidence.self, &random) : nil,
                evidence: text(&random))
        case .ratingWithdrawn: .ratingWithdrawn
        case .revealed: .revealed
        case .pregaugeOpened:
            .pregaugeOpened(
                areas: texts(&random),
                until: Bool.random(using: &random) ? CivilDate(year: 2027, month: 2, day: 28) : nil)
        case .areaRated:
            .areaRated(
                area: text(&random), stage: text(&random),
                confidence: Bool.random(using: &random) ? word(Confidence.self, &random) : nil,
                evidence: text(&random), ambition: optional(&random))
        case .areaRatingWithdrawn: .areaRatingWithdrawn(area: text(&random))
        case .reminded: .reminded
        case .pregaugeRevealed: .pregaugeRevealed
        case .framingAsked:
            .framingAsked(
                [.next, .end, .question(word(FramingQuestion.self, &random))].randomElement(using: &random) ?? .next)
        default: laterEvent(kind, &random)
        }
    }

    private static func laterEvent(_ kind: EventKind, _ random: inout SeededGenerator) -> Event {
        switch kind {
        case .stated: .stated(kind: word(StatementKind.self, &random))
        case .positionTaken:
            .positionTaken(
                targets: (0..<Int.random(in: 0...3, using: &random)).map { $0 * 7 + 1 },
                stance: word(Stance.self, &random), because: text(&random))
        case .parked: .parked(text: text(&random))
        case .interestDeclared: .interestDeclared(text: text(&random))
        case .interestHandled: .interestHandled(text: text(&random))
        case .toldPrivately: .toldPrivately(text: text(&random))
        case .proposed:
            .proposed(
                Proposed(
                    what: word(ProposalKind.self, &random), text: text(&random), item: entry(&random),
                    stage: optional(&random),
                    owner: optional(&random), due: optional(&random), measure: optional(&random),
                    baseline: optional(&random),
                    target: optional(&random)))
        case .amended: .amended(text: text(&random))
        case .levelGiven: .levelGiven(word(Level.self, &random), because: text(&random))
        case .closed: .closed
        case .majorityAsked: .majorityAsked
        case .deferred: .deferred
        case .minorityStated: .minorityStated(text: text(&random))
        case .minorityNaming: .minorityNaming(named: .random(using: &random))
        case .objectivePartGiven: .objectivePartGiven(word(ObjectivePart.self, &random), value: text(&random))
        case .viewPartGiven:
            .viewPartGiven(word(ViewPart.self, &random), item: entry(&random), value: text(&random))
        case .horizonGiven: .horizonGiven(item: text(&random), word(Horizon.self, &random))
        case .progressGiven:
            .progressGiven(item: text(&random), word(ProgressWord.self, &random), evidence: text(&random))
        case .readBack: .readBack
        case .areaDone: .areaDone
        case .corrected: .corrected(entry: entry(&random), text: text(&random))
        case .withdrawn: .withdrawn(entry: entry(&random))
        case .undone: .undone(entry: entry(&random), because: text(&random))
        case .answered: .answered(yes: .random(using: &random))
        case .asked: .asked(asked(&random))
        case .draftAsked: .draftAsked
        case .timePassed: .timePassed
        default: .chatted
        }
    }

    private static func asked(_ random: inout SeededGenerator) -> Asked {
        let asked: [Asked] = [
            .answersSoFar, .help(about: text(&random)), .levels, .level(word(Level.self, &random)),
            .area("skills" + text(&random)), .nextArea,
            .subject(word(AskedSubject.self, &random), entry: entry(&random)), Asked(word(Question.self, &random)),
        ]
        return asked.randomElement(using: &random) ?? .whereWeAre
    }

    private static func setup(_ random: inout SeededGenerator) -> Setup {
        Setup(
            title: text(&random), framework: Room.framework, areas: Bool.random(using: &random) ? ["skills"] : nil,
            meeting: word(MeetingKind.self, &random), attribution: word(Attribution.self, &random),
            members: [
                SetupMember(
                    id: optional(&random).flatMap { $0.isEmpty ? nil : $0 }, name: "Zoë \(text(&random))",
                    organisation: text(&random),
                    sector: text(&random), place: text(&random), role: word(Role.self, &random),
                    votes: Bool.random(using: &random) ? true : nil, present: .random(using: &random))
            ],
            missing: texts(&random), form: word(Form.self, &random), closing: word(Closing.self, &random),
            constituency: word(Constituency.self, &random),
            membersPropose: .random(using: &random),
            rule: AgreementRule(
                tolerance: Bool.random(using: &random) ? .rand : .fixed(2),
                quorum: Quorum(numerator: 3, denominator: 4),
                majority: .random(using: &random)),
            retention: Bool.random(using: &random) ? Retention(label: text(&random), days: 30) : nil,
            pregauge: Bool.random(using: &random) ? Pregauge(until: "2026-12-01", areas: ["skills"]) : nil)
    }
}
