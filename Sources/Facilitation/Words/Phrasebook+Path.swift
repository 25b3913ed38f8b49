// Opening, people, the path through the areas, finding one's way.
extension Phrasebook {
    var opened: String {
        let title = setup.title.isEmpty ? "" : " for \(setup.title)"
        var lines = ["Welcome. This is Common Ground, a bot that keeps the record\(title)."]
        lines.append("\(meetingWords) \(attributionWords)")
        if !setup.missing.isEmpty {
            lines.append("Not in the room, and noted as missing: \(list(setup.missing.map(sectorName))).")
        }
        lines += ruleLines
        lines.append("Declare an interest with /interest. The facilitator begins with /start.")
        return lines.joined(separator: "\n")
    }

    var meetingWords: String {
        switch setup.meeting {
        case .formal: "This is a formal meeting: what is agreed here is agreed."
        case .development:
            "This is a development session: what finds support here goes to the partnership as a proposal."
        }
    }

    var attributionWords: String {
        switch setup.attribution {
        case .named: "What is said is kept with names."
        case .chathamHouse:
            "Chatham House Rule: views are kept without names. Decisions, owners and interests carry names."
        case .anonymousGauge: "Ratings are kept without names; the rest is kept with names."
        }
    }

    /// The rule of agreement, in the words that are printed with every result.
    public var ruleWords: String { ruleLines.joined(separator: " ") }

    /// The same in lines that are not too long for a chat.
    var ruleLines: [String] {
        var more: [String] = []
        if setup.rule.majority {
            more.append(
                "A stage can be settled by a clear majority when \(toleranceWords); their view is kept beside it.")
        }
        if setup.meeting == .formal {
            let quorum = setup.rule.quorum
            more.append("At least \(quorum.numerator) in \(quorum.denominator) voting members must answer.")
        }
        let first =
            "How agreement is tested: silence is not a yes. A proposal is agreed when all who are here answer, nobody says cannot yet or block, and \(Phrasebook.moreSupport). \(Phrasebook.neither)"
        return [first] + (more.isEmpty ? [] : [more.joined(separator: " ")])
    }

    /// How many may see it differently: floor((n − 2) / 3), said by examples, or the number in the set-up.
    private var toleranceWords: String {
        switch setup.rule.tolerance {
        case .rand: "only a few see it differently (1 in a group of 5, 2 of 8, 3 of 11)"
        case .fixed(let number): "no more than \(peopleCounted(number)) see it differently"
        }
    }

    func joined(_ member: MemberID, _ claimed: Bool) -> String {
        let person = discussion.people[member]
        var words = "\(described(member)) has joined."
        if claimed { words += " The name stands in the set-up; if this is somebody else, please say so." }
        if person.sector.isEmpty || person.organisation.isEmpty {
            words += " Please add your sector and organisation: /join \(person.name) | sector | organisation"
        }
        return words
    }

    /// Where things stand, in at most five lines.
    var catchUp: String {
        var lines = [setup.title.isEmpty ? "Welcome." : "Welcome to \(setup.title)."]
        lines.append(attributionWords)
        lines.append(whereWeAre)
        let settled = setup.areas.filter { discussion.areas[$0]?.status == .settled }
        if !settled.isEmpty { lines.append("Finished so far: \(list(settled.map(areaName))).") }
        lines.append("Talk as you normally do. /help lists what you can type; /where says where we are.")
        return lines.flatMap { $0.split(separator: "\n").map(String.init) }.prefix(5).joined(separator: "\n")
    }

    func presenceMarked(_ members: [MemberID], _ present: Bool) -> String {
        let names = list(members.map(name))
        return present ? "Here: \(names)." : "Apologies: \(names). We do not wait for them."
    }

    func notHeardYet(_ members: [MemberID]) -> String {
        "\(Phrasebook.silentListed)\(list(members.map(name))). If somebody is away: /apologies and their names."
    }

    private static let silentListed = "Not heard from yet: "

    /// Whether a line of the bot's words lists who has not spoken.
    public static func listsSilent(_ line: String) -> Bool { line.hasPrefix(silentListed) }

    var started: String {
        let ordinal =
            discussion.session.number > 1 ? "Session \(discussion.session.number) has started." : "We have started."
        return discussion.currentArea == nil
            ? "\(ordinal) Choose an area with /area and its number, or /next." : ordinal
    }

    func framed(_ id: String) -> String {
        guard let area = setup.framework.area(id) else { return areaName(id) }
        var first =
            "Area \(number(id)): \(area.name). \(discussion.session.form.minutes) minutes."
        if !area.actor.isEmpty { first += " Who must act: \(area.actor)." }
        var lines = [first]
        if let question = area.questions.first { lines.append("Question: \(question)") }
        lines += stageLines(area)
        if let last = lastTime(in: id) { lines.append(last) }
        if let next = framedNext { lines.append(next) }
        return lines.joined(separator: "\n")
    }

    func stageLines(_ area: Area) -> [String] {
        setup.framework.stages.compactMap { stage in
            let evidence = area.evidence[stage.id] ?? stage.ask
            guard !(evidence + stage.meaning).isEmpty else { return nil }
            let meaning = stage.meaning.isEmpty ? "" : " (\(stage.meaning))"
            return evidence.isEmpty ? "\(stage.name)\(meaning)" : "\(stage.name)\(meaning): \(evidence)"
        }
    }

    private func lastTime(in id: String) -> String? {
        guard let previous = discussion.previous[id] else { return nil }
        var words: [String] = []
        if let position = lastPosition(previous) { words.append("Last time: \(position).") }
        let open = discussion.openObjectives.filter { $0.area == id && $0.session < discussion.session.number }
        if !open.isEmpty {
            words.append("Actions from last time: \(open.map(\.proposal.text).joined(separator: " / "))")
        }
        if !previous.parked.isEmpty {
            words.append("Parked last time: \(previous.parked.map(\.text).joined(separator: " / "))")
        }
        return words.isEmpty ? nil : (words.dropLast().map(ended) + words.suffix(1)).joined(separator: " ")
    }

    /// People's words may end without a full stop, and then what follows would run into them.
    private func ended(_ words: String) -> String {
        words.last.map { ".?!…".contains($0) } == true ? words : words + "."
    }

    func backInArea(_ id: String) -> String { "Back in area \(number(id)): \(areaName(id)). \(nextStep)" }

    func leftUnfinished(_ id: String) -> String {
        let what = discussion.test?.area == id ? "A test is still open there" : "A private rating is still open there"
        return "We leave \(areaName(id)) for now. \(what), and waits: /area \(number(id)) goes back to it."
    }

    /// What happens next, for whoever has lost the thread.
    var nextStep: String {
        switch discussion.step {
        case .unopened: "The room is not open yet."
        case .gathering:
            discussion.isPregauging
                ? "\(pregaugingIsOpen) On the day the facilitator shows the counts with /reveal all, and begins with /start."
                : "People are arriving. The facilitator begins with /start."
        case .between: "No area is open. /next takes the next one, /area chooses one."
        case .framed: framedNext ?? "Next: /gauging opens a private rating."
        case .gauging: "A private rating is open. Send yours privately; /reveal shows the counts."
        case .revealed, .discussing:
            discussion.session.form == .scan
                ? scanStep : "We are talking it over. Next: /regauge, or /settle and a stage."
        case .testing: testReminder
        case .drafting: draftingStep
        case .readingBack: "Is anything recorded wrongly? /correct and the number. Then /done."
        case .paused: "We are paused. /resume goes on."
        case .closed: "This session is closed. /start opens the next one."
        }
    }

    /// Twelve minutes leave time for a next step, and not for objectives (domain practice).
    private var draftingStep: String {
        guard draftsOneStep else { return "Next: an aim with /aim, objectives with /objective, then /readback." }
        let hasStep =
            discussion.area?.standing.contains { $0.kind != .position && $0.outcome.isAdopted } ?? false
        return hasStep
            ? "Next: /readback, or another next step with /decide."
            : "Next: one next step with /decide, then /readback."
    }

    private var draftsOneStep: Bool { discussion.session.form != .full }

    /// Where the discussion stands, in the word or two that a prompt has room for.
    public var promptWords: String {
        discussion.step == .drafting && draftsOneStep ? "next step" : discussion.step.spoken
    }

    private var testReminder: String {
        guard let proposal = discussion.proposalUnderTest else { return "" }
        let waiting = discussion.notAnswered
        let rest = waiting.isEmpty ? "Everybody here has answered." : "Not answered yet: \(namesOrCount(waiting))."
        return "Under test, #\(proposal.entry): \(sentence(proposal.text)) \(rest)"
    }

    /// Where we are and what comes next, also for somebody who comes back to the program.
    public var whereWeAre: String {
        guard let id = discussion.currentArea else { return nextStep }
        let rated = discussion.step == .gauging ? ratedCount.map { " \($0) in." } ?? "" : ""
        return "Area \(number(id)): \(areaName(id)). \(nextStep)\(rated)"
    }

    var whoIsHere: String {
        let here = discussion.people.ids.filter { discussion.people[$0].isPresent }
        let away = discussion.people.ids.filter { !discussion.people[$0].isPresent }
        var lines = [
            "Here: \(here.isEmpty ? "nobody yet" : here.map { described($0) + roleNote($0) }.joined(separator: "; "))."
        ]
        if !away.isEmpty { lines.append("Away: \(list(away.map(name))).") }
        if !setup.missing.isEmpty { lines.append("Missing from the room: \(list(setup.missing.map(sectorName))).") }
        return lines.joined(separator: "\n")
    }

    private func roleNote(_ member: MemberID) -> String {
        let person = discussion.people[member]
        switch person.role {
        // Somebody who gave no name is called by the role already.
        case .facilitator: return Names.fold(person.name) == "facilitator" ? "" : ", facilitator"
        case .observer: return ", observer"
        case .member: return ""
        }
    }

    var stagesExplained: String {
        guard let id = discussion.currentArea, let area = setup.framework.area(id) else {
            return setup.framework.stages.map { "\($0.name): \($0.meaning.isEmpty ? $0.ask : $0.meaning)" }.joined(
                separator: "\n")
        }
        return stageLines(area).joined(separator: "\n")
    }

    var whatIsKept: String {
        "\(attributionWords) Every line is kept with its number. You can change what is attributed to you: /correct and the number, or /withdraw and the number. The transcript may have to be disclosed if somebody asks for it by law."
    }

    func areaDone(_ id: String) -> String {
        let rest = setup.areas.filter { id in
            discussion.areas[id]?.status == .notStarted || discussion.areas[id]?.status == .open
        }
        let next =
            rest.isEmpty ? "All planned areas are done: /end closes the session." : "/next goes on to the next area."
        return "Area \(number(id)) is done: \(areaName(id)). \(next)"
    }

    var ended: String {
        let settled = setup.areas.filter { discussion.areas[$0]?.status == .settled }.count
        return
            "The session is closed. Areas done: \(settled) of \(setup.areas.count). The record is kept; “commonground draft” and the room's name makes the draft. Words that are recorded wrongly can still be corrected with /correct."
    }

    /// What the short line of a command leaves out: when it is for, and what comes of it.
    private func helpMore(_ command: String) -> String {
        switch command {
        case "start":
            " One area says where to begin, and what the set-up plans besides comes after it. Several are the plan, in that order."
        case "reveal":
            " It is for when everybody here has rated. While somebody's rating waits for their yes, the first /reveal says so, and the next one shows the counts without it."
        case "close":
            " It says the outcome and keeps it, with how many have not answered. While an objection is open, or somebody was only just asked why they are against it, the first /close names them, and the next one closes."
        case "majority":
            " It is for a stage that most support and few do not, once everybody here has answered; otherwise it says what is in the way."
        case "defer": " It is for when people need more time: nothing is agreed, and it can be tested again."
        case "readback": " It is for before /done, so that people can put right what is recorded wrongly."
        case "done": " It is for after /readback. While an objection is open, the first /done names it."
        default: ""
        }
    }

    func help(_ member: MemberID, _ about: String) -> String {
        if !about.isEmpty {
            let name = String(about.drop { $0 == "/" })
            guard let command = CommandTable.find(name) else {
                return words(
                    for: .unknownCommand(
                        "/\(name)", nearest: Spelling.nearest(to: name, among: CommandTable.names).map { "/\($0)" }))
            }
            let others =
                command.aliases.isEmpty ? "" : " Also: \(command.aliases.map { "/\($0)" }.joined(separator: ", "))."
            return "\(command.usage): \(command.summary).\(others)\(helpMore(command.name))"
        }
        let isFacilitator = discussion.people[member].role == .facilitator
        let commands = CommandTable.suggested(at: discussion.step, forFacilitator: isFacilitator)
        let lines = commands.map { "\($0.usage): \($0.summary)" }
        return ([nextStep] + lines + ["Plain words work too. /help with a command's name says more."]).joined(
            separator: "\n")
    }
}
