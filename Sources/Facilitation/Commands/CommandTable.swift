/// The one table of commands.
public enum CommandTable {
    public static let all: [Command] = everyone + followingUp + proposals + facilitators

    /// By name or alias, without the slash; case does not count.
    public static func find(_ name: String) -> Command? { byName[name.lowercased()] }

    private static let byName: [String: Command] = {
        var table: [String: Command] = [:]
        for command in all { for name in [command.name] + command.aliases { table[name] = command } }
        return table
    }()

    /// Every name and alias, for completion and spelling.
    public static let names: [String] = all.flatMap { [$0.name] + $0.aliases }

    /// What is worth offering now, in the order of the table.
    static func suggested(at stage: SessionStep, forFacilitator: Bool) -> [Command] {
        all.filter { $0.offeredAt.contains(stage) && (forFacilitator || !$0.isForFacilitators) }
    }

    static let inArea: Set<SessionStep> = [
        .framed, .gauging, .revealed, .discussing, .testing, .drafting, .readingBack,
    ]
    private static let talking: Set<SessionStep> = [.revealed, .discussing, .drafting]
    private static let item = CommandParameter(
        "item", .entries, required: true, "the number of a statement, such as 14")
    private static let because = CommandParameter(
        "because", .text, "the reason, in the speaker's words", typed: .reason)
    private static let text = CommandParameter("text", .text, required: true, "the words")
    private static let areaOfRating = CommandParameter(
        "area", .text, "before the day: which area, by number, id or name", typed: .first(behind: "in"))

    private static let everyone: [Command] = [
        Command(
            "join", ["iam"], "/join NAME | SECTOR | ORGANISATION", "come into the room", .joined, shape: .person,
            parameters: [
                CommandParameter("name", .text, required: true, "the whole name"),
                CommandParameter("sector", .text, "such as vcse or local-government"),
                CommandParameter("organisation", .text, "for whom this person is here"),
                CommandParameter("role", .word(Role.allCases.map(\.rawValue)), "member if left out"),
            ], offeredAt: [.gathering]
        ) { values, _ throws(Refusal) in
            guard !values.text.isEmpty else { throw .badCommand("join", usage: "/join NAME | SECTOR | ORGANISATION") }
            return .joined(
                name: values.text, sector: CommandShape.sectorID(values.fields["sector"] ?? ""),
                organisation: values.fields["organisation"] ?? "",
                role: values.fields["role"].flatMap(Role.init(rawValue:)) ?? .member)
        },
        Command("leave", ["bye", "part"], "/leave", "leave the room; answers given still stand", .left) { _, _ in .left
        },
        Command(
            "gauge", ["rate", "g"], "/gauge [in AREA] STAGE [high|medium|low] [because …]",
            "rate the area privately, for example established, medium, because …", .rated,
            shape: .text,
            parameters: [
                CommandParameter("stage", .text, required: true, "a stage, a between, not-yet, dont-know or no-view"),
                CommandParameter("confidence", .word(Confidence.allCases.map(\.rawValue)), "how sure"),
                CommandParameter("evidence", .text, "one line of evidence", typed: .reason), because, areaOfRating,
                CommandParameter(
                    "ambition", .text, "before the day, with area: the stage to aim for", typed: .behind("aiming for"),
                    goesWith: "area"),
            ], offeredAt: [.gauging], isPrivateByNature: true
        ) { values, context throws(Refusal) in try CommandEvents.rating(values, context) },
        Command(
            "ungauge", ["unrate"], "/ungauge [in AREA]", "take your rating back before the reveal", .ratingWithdrawn,
            shape: .text,
            parameters: [areaOfRating], offeredAt: [.gauging], isPrivateByNature: true
        ) { values, _ in
            values.text.isEmpty ? .ratingWithdrawn : .areaRatingWithdrawn(area: values.text)
        },
        Command(
            "agree", ["+1"], "/agree #N [because …]", "agree with a statement", .positionTaken, shape: .entriesBecause,
            parameters: [item, because], offeredAt: talking
        ) { values, _ in .positionTaken(targets: values.entries, stance: .agree, because: values.because) },
        Command(
            "disagree", ["-1"], "/disagree #N because …",
            "disagree with a statement; the reason is held until it is met",
            .positionTaken, shape: .entriesBecause, parameters: [item, because], offeredAt: talking
        ) { values, _ in .positionTaken(targets: values.entries, stance: .disagree, because: values.because) },
        Command(
            "unsure", [], "/unsure #N", "say that you are not sure about a statement", .positionTaken,
            shape: .entriesBecause, parameters: [item, because], offeredAt: talking
        ) { values, _ in .positionTaken(targets: values.entries, stance: .unsure, because: values.because) },
        Command(
            "level", ["l"], "/level LEVEL [because …]", "answer the proposal under test", .levelGiven,
            shape: .textBecause,
            parameters: [
                CommandParameter("level", .word(Level.allCases.map(\.rawValue)), required: true, "the answer"), because,
            ], offeredAt: [.testing]
        ) { values, context throws(Refusal) in try CommandEvents.level(values, context) },
        Command(
            "abstain", [], "/abstain [because …]", "answer without supporting or stopping", .levelGiven,
            shape: .textBecause, parameters: [because], offeredAt: [.testing]
        ) {
            values, _ in .levelGiven(.abstain, because: values.because.isEmpty ? values.text : values.because)
        },
        Command(
            "minority", ["dissent"], "/minority TEXT (or named, or unnamed)",
            "have your view kept beside the outcome, in your words", .minorityStated, shape: .text, parameters: [text],
            offeredAt: [.drafting, .readingBack]
        ) {
            values, _ in
            switch values.text.lowercased() {
            case "named": .minorityNaming(named: true)
            case "unnamed": .minorityNaming(named: false)
            default: .minorityStated(text: values.text)
            }
        },
        Command(
            "interest", ["declare"], "/interest TEXT", "declare an interest", .interestDeclared, shape: .text,
            parameters: [text], offeredAt: [.gathering, .framed]
        ) {
            values, _ in .interestDeclared(text: values.text)
        },
        Command(
            "park", [], "/park TEXT", "keep a point for later", .parked, shape: .text, parameters: [text],
            offeredAt: talking
        ) {
            values, _ in .parked(text: values.text)
        },
        part("owner", ["own"], "/owner [#N] NAME", "who will answer for the objective", .owner),
        part("due", ["by"], "/due [#N] DATE", "by when", .due),
        part("measure", [], "/measure [#N] TEXT", "what is counted", .measure),
        part("baseline", [], "/baseline [#N] FIGURE", "the figure today", .baseline),
        part("target", [], "/target [#N] FIGURE", "the figure wanted", .target),
        Command(
            "correct", ["fix", "edit"], "/correct N TEXT", "put your own words right; the first wording stays, marked",
            .corrected, shape: .entryThenText,
            parameters: [
                CommandParameter("item", .entry, "the number of the entry; your statement of just now if left out"),
                CommandParameter("entry", .entry, "the same as item"), text,
            ], offeredAt: [.readingBack]
        ) { values, _ throws(Refusal) in
            if values.text.isEmpty { throw .badCommand("correct", usage: "/correct N TEXT") }
            return .corrected(entry: values.entry, text: values.text)
        },
        Command(
            "withdraw", ["retract"], "/withdraw N", "take back an entry of yours", .withdrawn, shape: .entryThenText,
            parameters: [
                CommandParameter("item", .entry, "the number of the entry; your last one if left out"),
                CommandParameter("entry", .entry, "the same as item"),
            ]
        ) { values, _ in .withdrawn(entry: values.entry) },
        Command(
            "undo", [], "/undo [N because …]", "take back your own last entry; a facilitator can strike out entry N",
            .undone, shape: .entryThenText,
            parameters: [
                CommandParameter("item", .entry, "the number of the entry"),
                CommandParameter("entry", .entry, "the same as item"), because,
            ]
        ) { values, _ in .undone(entry: values.entry, because: values.because) },
        Command(
            "private", ["whisper"], "/private TEXT", "tell only the facilitator", .toldPrivately, shape: .text,
            parameters: [text], isPrivateByNature: true
        ) {

            values, _ in .toldPrivately(text: values.text)
        },
        Command("where", ["status"], "/where", "where we are and what comes next", .asked, offeredAt: inArea) { _, _ in
            .asked(.whereWeAre)
        },
        Command("who", ["members"], "/who", "who is here and who is missing", .asked) { _, _ in .asked(.whoIsHere) },
        Command(
            "actions", ["objectives"], "/actions", "what was taken on, by whom, by when, and how it goes", .asked,
            offeredAt: [.between]
        ) { _, _ in .asked(.actions) },
        Command(
            "overview", ["heatmap", "map"], "/overview", "the counts of every area that was rated, side by side",
            .asked, offeredAt: [.between]
        ) { _, _ in .asked(.overview) },
        Command(
            "help", ["h", "?", "commands"], "/help [COMMAND]", "what you can type now", .asked, shape: .text,
            parameters: [CommandParameter("text", .text, "a command's name")]
        ) { values, _ in .asked(Asked(.help, text: values.text)) },
    ]

    private static func part(
        _ name: String, _ aliases: [String], _ usage: String, _ summary: String, _ part: ObjectivePart
    ) -> Command {
        Command(
            name, aliases, usage, summary, .objectivePartGiven, shape: .text,
            parameters: [
                CommandParameter("value", .text, "the \(name)"), CommandParameter("text", .text, "the same as value"),
                CommandParameter("item", .entry, "the number of the objective; the latest if left out"),
            ], needsOneOf: ["value", "text"], offeredAt: [.testing, .drafting]
        ) { values, _ in
            .objectivePartGiven(part, value: values.entry.map { "#\($0) \(values.text)" } ?? values.text)
        }
    }
}
