import Facilitation
import JSONText

/// What the `reading` of a `said` event can be, kind by kind, as `Reading.json` writes it.
enum ReadingTable {
    /// JSON Schema (2020-12). What an opening sets up is not told in the event.
    static let schema: JSONValue = [
        "title": "reading", "description": "how a line was understood, by its kind",
        "oneOf": .array(kinds.map(\.schema)),
    ]

    private static let kinds: [LineShape] = [
        shape("open", "a session was opened"),
        shape("join", "somebody came in", name, text("sector"), text("organisation"), role),
        shape("leave", "somebody left"),
        shape(
            "gauge", "a private rating of an area", text("area").atTimes, text("stage"), text("evidence"),
            field("confidence", FieldForm.word(Confidence.self)).atTimes, text("ambition").atTimes),
        shape(
            "position", "where somebody stands on statements",
            field("targets", FieldForm.list(of: ["type": "string", "pattern": "^s[0-9]+$"])), text("item").atTimes,
            field("stance", FieldForm.word(Stance.self)), because),
        shape("level", "how far somebody supports what is tested", field("level", FieldForm.word(Level.self)), because),
        shape("statement", "something on the subject", field("as", FieldForm.word(StatementKind.self))),
        shape("chatter", "talk that changes nothing"),
        shape(
            "propose", "something put to the test", field("what", FieldForm.word(ProposalKind.self)), words,
            field("item", FieldForm.entry).atTimes, text("stage").atTimes, text("owner").atTimes, text("due").atTimes,
            text("measure").atTimes, text("baseline").atTimes, text("target").atTimes),
        shape("park", "a subject kept for later", words),
        shape("interest", "an interest that somebody declared", words),
        shape("minority", "a minority view", words),
        shape("correct", "other words for an earlier line", entry, words),
        shape("withdraw", "an earlier line taken back", entry),
        shape("confirm", "an answer to what the bot asked", field("answer", FieldForm.word(["yes", "no"]))),
        shape("ask", "a question to the bot", field("about", FieldForm.word(Question.self)), words),
        LineShape("command", "any other command, by the name of what happened", [kind("command"), strength] + command),
    ]

    private static let command: [LineField] = [
        field("name", FieldForm.word(EventKind.allCases.filter { !haveAKind.contains($0) }.map(\.rawValue))),
        field("names", FieldForm.list(of: FieldForm.text)).atTimes, field("present", FieldForm.flag).atTimes,
        words.atTimes, text("area").atTimes, text("until").atTimes, field("minutes", FieldForm.number).atTimes,
        field("named", FieldForm.flag).atTimes,
        field("part", FieldForm.word(ObjectivePart.allCases.map(\.rawValue) + ViewPart.allCases.map(\.rawValue)))
            .atTimes,
        field("item", ["type": ["integer", "string"]]).atTimes,
        field("horizon", FieldForm.word(Horizon.self)).atTimes,
        field("progress", FieldForm.word(ProgressWord.self)).atTimes, text("evidence").atTimes, entry.atTimes,
        because.atTimes,
    ]

    /// What is told under a kind of its own, and not as a command.
    private static let haveAKind: Set<EventKind> = [
        .opened, .joined, .left, .rated, .areaRated, .stated, .chatted, .positionTaken, .levelGiven, .proposed,
        .parked, .interestDeclared, .minorityStated, .corrected, .withdrawn, .answered, .asked,
    ]

    private static let strength = field("strength", FieldForm.word(Strength.self), "how sure it is")
    private static let name = text("name")
    private static let role = field("role", FieldForm.word(Role.self))
    private static let because = text("because", "the reason, in the speaker's words; it may be empty")
    private static let words = text("text", "the words; they may be empty")
    private static let entry = field(
        "entry", ["oneOf": [["type": "integer", "minimum": 1], ["const": "last"]]], "the number of an event, or “last”")

    private static func shape(_ name: String, _ summary: String, _ fields: LineField...) -> LineShape {
        LineShape(name, summary, [kind(name), strength] + fields)
    }

    private static func kind(_ name: String) -> LineField { field("kind", FieldForm.only(.string(name)), "its kind") }

    private static func text(_ name: String, _ meaning: String = "") -> LineField {
        field(name, FieldForm.text, meaning)
    }

    private static func field(_ name: String, _ form: JSONValue, _ meaning: String = "") -> LineField {
        LineField(name, form, meaning)
    }
}
