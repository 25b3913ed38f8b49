extension CommandTable {
    private static let text = CommandParameter("text", .text, required: true, "the words")
    private static let itemOrText = [
        CommandParameter("text", .text, "the words to test"),
        CommandParameter("item", .entry, "the number of a statement to take up instead"),
    ]
    private static let parts = ObjectivePart.allCases.map {
        CommandParameter($0.rawValue, .text, "the \($0.rawValue), if it is known", typed: .bracketed)
    }

    /// Commands that put something to the test. From a member they make a proposal that the facilitator can open.
    static let proposals: [Command] = [
        Command(
            "settle", ["position"], "/settle STAGE", "propose a stage for this area and test it", .proposed,
            shape: .text,
            parameters: [CommandParameter("stage", .text, required: true, "a stage of the framework")],
            offeredAt: [.revealed, .discussing]
        ) { values, context throws(Refusal) in try CommandEvents.position(values, context) },
        Command(
            "decide", ["decision"], "/decide TEXT or #N", "put a decision to the test", .proposed, shape: .text,
            parameters: itemOrText, needsOneOf: ["text", "item"], offeredAt: [.discussing, .drafting]
        ) {
            values, _ throws(Refusal) in try CommandEvents.proposal(.decision, values)
        },
        Command(
            "aim", [], "/aim TEXT or #N", "put a shared aim to the test: who is better off, how, by when", .proposed,
            shape: .text, parameters: itemOrText, needsOneOf: ["text", "item"], offeredAt: [.drafting, .discussing]
        ) {
            values, _ throws(Refusal) in try CommandEvents.proposal(.aim, values)
        },
        Command(
            "objective", ["action"], "/objective TEXT or #N",
            "put an objective to the test: who does what, by when, measured how", .proposed, shape: .text,
            parameters: itemOrText + parts, needsOneOf: ["text", "item"], offeredAt: [.drafting]
        ) {
            values, context throws(Refusal) in try CommandEvents.objective(values, context)
        },
        Command(
            "amend", ["change"], "/amend TEXT", "change the words under test and ask again", .amended, shape: .text,
            parameters: [text], offeredAt: [.testing]
        ) {
            values, _ in .amended(text: values.text)
        },
    ]

    static let facilitators: [Command] = [
        Command(
            "start", ["begin"], "/start [AREAS]", "start the session, or the next one", .started, shape: .names,
            parameters: [CommandParameter("areas", .names, "numbers, ids or parts of names")],
            offeredAt: [.gathering, .closed]
        ) {
            values, _ in .started(areas: values.names)
        },
        Command(
            "area", ["focus", "goto"], "/area NAME or N", "go to an area", .areaChosen, shape: .text,
            parameters: [CommandParameter("area", .text, required: true, "its number, id or a part of its name")],
            offeredAt: [.gathering, .between]
        ) {
            values, _ in .areaChosen(values.text)
        },
        Command("next", ["n"], "/next", "go to the next area", .movedOn, offeredAt: [.between, .readingBack]) { _, _ in
            .movedOn
        },
        Command("back", ["previous"], "/back", "go back to the area before", .movedBack) { _, _ in .movedBack },
        Command("skip", [], "/skip", "leave this area out for now", .skipped, offeredAt: [.framed]) { _, _ in .skipped
        },
        Command(
            "gauging", ["vote"], "/gauging [all until DATE]",
            "open a private rating, here or in all areas before the day", .gaugingOpened, shape: .text,
            parameters: [
                CommandParameter("areas", .names, "before the day: all, or numbers, ids or parts of names"),
                CommandParameter("until", .text, "before the day: the last day", typed: .behind("until")),
            ], offeredAt: [.framed]
        ) {
            values, context throws(Refusal) in try PregaugeWords.opening(values, context)
        },
        Command("remind", [], "/remind", "remind those who have not rated every area, each privately", .reminded) {
            _, _ in .reminded
        },
        Command(
            "framing", ["frame"], "/framing [known|question|help|sign|end]",
            "work through the framing questions: what we know, the better question, who could help, how we would know",
            .framingAsked, shape: .text,
            parameters: [
                CommandParameter(
                    "text", .word(["next", "known", "better-question", "help", "sign", "end"]),
                    "which question; the next one if left out")
            ], offeredAt: [.framed, .discussing]
        ) {
            values, _ throws(Refusal) in
            guard let step = FramingStep(words: values.text) else {
                throw .badCommand("framing", usage: "/framing, or /framing known, question, help, sign or end")
            }
            return .framingAsked(step)
        },
        Command(
            "regauge", ["rerate"], "/regauge", "rate privately once more", .gaugingOpened,
            offeredAt: [.revealed, .discussing]
        ) { _, _ in .gaugingOpened },
        Command(
            "reveal", ["show"], "/reveal [all]", "show the counts of the rating, or of all from before the day",
            .revealed, shape: .text,
            parameters: [CommandParameter("text", .word(["all"]), "the ratings from before the day")],
            offeredAt: [.gauging]
        ) {
            values, _ in values.text.lowercased() == "all" ? .pregaugeRevealed : .revealed
        },
        Command("close", [], "/close", "close the test", .closed, offeredAt: [.testing]) { _, _ in .closed },
        Command(
            "majority", [], "/majority", "close a position as a majority position, with the minority view kept",
            .majorityAsked, offeredAt: [.testing]
        ) { _, _ in .majorityAsked },
        Command("defer", [], "/defer", "end the test without a result", .deferred, offeredAt: [.testing]) { _, _ in
            .deferred
        },
        Command(
            "readback", ["read"], "/readback", "read out what will be kept for this area", .readBack,
            offeredAt: [.drafting, .discussing]
        ) { _, _ in .readBack },
        Command("done", ["settled"], "/done", "finish this area", .areaDone, offeredAt: [.readingBack]) { _, _ in
            .areaDone
        },
        Command(
            "handling", ["ruling"], "/handling TEXT", "record how the chair rules on an interest", .interestHandled,
            shape: .text, parameters: [text]
        ) {
            values, _ in .interestHandled(text: values.text)
        },
        Command("pause", ["break"], "/pause", "pause; everything is kept", .paused) { _, _ in .paused },
        Command("resume", ["continue"], "/resume", "go on after a pause", .resumed, offeredAt: [.paused]) { _, _ in
            .resumed
        },
        Command(
            "extend", ["more"], "/extend MINUTES", "give this area more time", .extended, shape: .number,
            parameters: [CommandParameter("minutes", .number(1...240), required: true, "1 to 240")]
        ) {
            values, _ throws(Refusal) in
            guard let minutes = values.number, (1...240).contains(minutes) else {
                throw .badCommand("extend", usage: "/extend MINUTES, 1 to 240")
            }
            return .extended(minutes: minutes)
        },
        Command(
            "here", ["present"], "/here NAME, …", "mark people as here", .presenceMarked, shape: .names,
            parameters: [CommandParameter("names", .names, required: true, "names of members")], offeredAt: [.gathering]
        ) {
            values, _ in .presenceMarked(names: values.names, present: true)
        },
        Command(
            "apologies", ["away", "absent"], "/apologies NAME, …", "mark people as away, so that nobody waits for them",
            .presenceMarked, shape: .names,
            parameters: [CommandParameter("names", .names, required: true, "names of members")], offeredAt: [.gathering]
        ) {
            values, _ in .presenceMarked(names: values.names, present: false)
        },
        Command(
            "form", [], "/form full|short|scan", "25, 12 or 5 minutes an area", .formChosen, shape: .text,
            parameters: [
                CommandParameter("text", .word(Form.allCases.map(\.rawValue)), required: true, "how long an area gets")
            ]
        ) {
            values, _ throws(Refusal) in
            guard let form = Form(rawValue: values.text.lowercased()) else {
                throw .badCommand("form", usage: "/form full|short|scan")
            }
            return .formChosen(form)
        },
        Command(
            "rule", [], "/rule tolerance N | quorum half | majority off",
            "change how agreement is tested, before the first rating", .ruleChanged, shape: .text,
            parameters: [
                CommandParameter(
                    "text", .text, required: true,
                    "tolerance N or default, quorum two-thirds or half, majority on or off",
                    pattern: "^(tolerance ([0-9]{1,3}|default)|quorum [^ ]+|majority (on|off))$")
            ]
        ) {
            values, _ throws(Refusal) in
            guard let part = RulePart(words: values.text) else {
                throw .badCommand(
                    "rule",
                    usage:
                        "/rule tolerance 2 (or default), /rule quorum two-thirds (or half), /rule majority off (or on)")
            }
            return .ruleChanged(part)
        },
        Command(
            "hand", ["pass"], "/hand [NAME]",
            "hand the keyboard to somebody for a private rating; at the keyboard, without a name, round everybody",
            .handPassed, shape: .text,
            parameters: [CommandParameter("name", .text, required: true, "a member")], offeredAt: [.gauging]
        ) {
            values, _ in .handPassed(name: values.text)
        },
        Command(
            "facilitator", ["chair"], "/facilitator NAME", "make somebody a facilitator", .facilitatorNamed,
            shape: .text,
            parameters: [CommandParameter("name", .text, required: true, "a member")]
        ) { values, _ in .facilitatorNamed(name: values.text) },
        Command("draft", [], "/draft", "show the draft here, or how to get it", .draftAsked, offeredAt: [.closed]) {
            _, _ in .draftAsked
        },
        Command("end", ["finish"], "/end", "close the session; the room lives on", .ended, offeredAt: [.between]) {
            _, _ in .ended
        },
    ]
}
