import Console
import Drafting
import Facilitation
import Foundation
import Hosting
import JSONText
import LineProtocol
import Serving
import Transcript

/// A session at one keyboard: what is typed, who is meant, what is shown.
final class ConsoleSession {
    static let keyboard = "console:facilitator"
    static let principal = "console"
    /// How often the minutes, and what others wrote in the room, are looked at while nobody types.
    private static let tickMilliseconds = 1_000
    /// How many of the last words are shown to somebody who comes back.
    private static let lastWordsMax = 4
    /// Kinds of readings that say nothing about the matter to somebody who comes back.
    private static let errands: Set<String> = ["join", "ask", "handPassed", "draftAsked"]

    let room: String
    let host: RoomHost
    let terminal: Terminal
    /// The store as a shell's words, such as ` --store north.sqlite`; empty for the usual one.
    private let storeWords: String
    /// The last entry that was shown, or that is not for this screen.
    private var shown = 0
    /// Invented members who answer, in the tour only.
    private var company: TourCompany?

    init(
        room: String, host: RoomHost, terminal: Terminal, storePath: String? = nil, company: TourCompany? = nil
    ) {
        self.company = company
        self.room = room
        self.host = host
        self.terminal = terminal
        storeWords = storePath.map { " --store \(Shell.quoted($0))" } ?? ""
        terminal.completer = { [weak self] request in self?.completions(request) ?? [] }
        terminal.shouldRemember = { [weak self] line in self?.mayRemember(line) ?? false }
    }

    func hold(isNew: Bool) throws {
        try greet(isNew)
        hearCompany()
        terminal.prompt = prompt
        while true {
            let input = terminal.next(withinMilliseconds: ConsoleSession.tickMilliseconds)
            switch input {
            case .line(let line):
                let typed = line.trimmingCharacters(in: .whitespaces)
                if ["/quit", "/exit"].contains(typed.lowercased()) { return farewell() }
                if !typed.isEmpty { hear(line) }
                hearCompany()
            case .interrupted:
                let kept = company == nil ? "; everything is kept" : ""
                terminal.write("That line is dropped. To leave, press Ctrl-D or type /quit\(kept).")
            case .ended, .terminated: return farewell()
            case .unreadable(.notUTF8):
                terminal.write("That line is not UTF-8, so it was not kept. Please type it again.")
            case .unreadable(.tooLong(let limit)):
                terminal.write("That line is longer than \(limit) bytes, so it was not kept. Please type it in parts.")
            case .tick: break
            }
            showNews()
            noteTime()
            // Without line editing a new prompt is a new line; nobody wants one in the middle of their words.
            if input != .tick || terminal.reading == .edited { terminal.prompt = prompt }
        }
    }

    // MARK: Coming and going

    private func greet(_ isNew: Bool) throws {
        let head = try ending { () throws(HostError) in try host.summary(of: room).head }
        shown = head
        let discussion = try ending { () throws(HostError) in try host.discussion(of: room) }
        if isNew {
            let entries = try ending { () throws(HostError) in try host.entries(of: room, after: 0, limit: 20) }
            for entry in entries where entry.direction == .said { show(entry) }
            let you =
                discussion.people.find(actor: keyboard(discussion)).map { discussion.people[$0].name } ?? "Facilitator"
            // In the practice the facilitator has no other name.
            let who = company == nil ? "You type as \(VisibleText.of(you))." : "You are the facilitator."
            terminal.write("\(who) Others speak by their name: “Ann: good morning”.")
            let kept = company == nil ? "everything is kept" : "this practice is thrown away"
            terminal.write("/help says what you can type. Ctrl-D leaves, and \(kept).")
            if discussion.isPregauging {
                terminal.write("At this keyboard, /hand and a name lets that person rate area after area, unseen.")
            }
        } else {
            terminal.write("Back in room “\(VisibleText.of(room))”, after entry \(head).")
            for entry in lastWords(head, discussion) { show(entry) }
            terminal.write(Phrasebook(discussion).whereWeAre)
        }
    }

    /// Lets the invented members of the tour answer, and tells what to try next.
    private func hearCompany() {
        guard company != nil, let before = try? host.discussion(of: room) else { return }
        for line in company?.lines(in: before) ?? [] {
            _ = try? host.hear(speech(line.text, by: line.actor, isPrivate: line.isPrivate))
        }
        showNews()
        if let discussion = try? host.discussion(of: room), let advice = company?.advice(in: discussion) {
            terminal.write(advice, .bold)
        }
    }

    /// How the facilitator can read, elsewhere, what must not be on a shared screen.
    var howToReadAlone: String {
        let command = "commonground export \(Shell.quoted(room)) --everything\(storeWords)"
        return "To read it alone, after the ratings are revealed: \(VisibleText.of(command))"
    }

    private func farewell() {
        if company != nil { return terminal.write("The practice is thrown away. A real session: commonground") }
        let roomWords = room == Rooming.defaultRoom ? "" : " --room \(Shell.quoted(room))"
        terminal.write("Everything is kept. To go on from here: commonground\(VisibleText.of(roomWords + storeWords))")
    }

    /// The last things that people said in the room, but no rating that was said aloud while others still think.
    private func lastWords(_ head: Int, _ discussion: Discussion) -> [Entry] {
        guard let entries = try? host.entries(of: room, after: max(1, head - 60), limit: 60) else { return [] }
        let isRating = discussion.area?.openGauge != nil || discussion.isPregauging
        let words = entries.filter { entry in
            entry.direction == .heard && entry.to == nil && !entry.erased && !entry.words.isEmpty
                && !discussion.struck.contains(entry.number) && !holds(ConsoleSession.errands, entry)
                && !(isRating && holds(["gauge"], entry))
        }
        return words.suffix(ConsoleSession.lastWordsMax)
    }

    func holds(_ kinds: Set<String>, _ entry: Entry) -> Bool {
        let readings = (try? JSONScanner(depthLimit: 16).scan(entry.reading))?.array ?? []
        return readings.contains { reading in
            let kind = reading["kind"]?.string ?? ""
            return kinds.contains(kind == "command" ? reading["name"]?.string ?? "" : kind)
        }
    }

    // MARK: The prompt

    /// Area, step, answers and minutes left, short enough for a narrow window.
    private var prompt: String {
        guard let discussion = try? host.discussion(of: room) else { return "> " }
        var words = Phrasebook(discussion).promptWords
        if let area = discussion.currentArea {
            words = "\(discussion.setup.framework.number(of: area).map(String.init) ?? area) \(words)"
        }
        if let tally = tally(discussion), terminal.columns.map({ $0 >= 60 }) ?? true { words += " \(tally)" }
        if let left = discussion.minutesLeft(at: host.clock.now()) {
            words += left >= 0 ? ", \(left) min" : ", \(-left) min over"
        }
        return "\(words)> "
    }

    /// How many of those here have answered; a number and nothing else.
    private func tally(_ discussion: Discussion) -> String? {
        let voters = discussion.people.presentVoters
        guard !voters.isEmpty, !discussion.isPaused else { return nil }
        if let proposal = discussion.proposalUnderTest {
            return "\(voters.count { proposal.answer(of: $0) != nil }) of \(voters.count)"
        }
        guard let gauge = discussion.area?.openGauge else { return nil }
        return "\(voters.count { gauge.rating(of: $0) != nil }) of \(voters.count)"
    }

    // MARK: Hearing

    private func hear(_ line: String) {
        guard let discussion = try? host.discussion(of: room) else {
            return decline("The transcript cannot be read just now.")
        }
        let typed = read(line, discussion)
        do throws(HostError) {
            if let speaker = typed.speaker {
                let actor = try SpokenName.actor(speaker, in: discussion)
                if discussion.people.find(actor: actor) == nil, !typed.isCommand {
                    if let near = nearName(speaker, discussion) { return asKnown(speaker, near) }
                    guard try admit(speaker, actor) else { return }
                }
                try say(typed.text, by: actor, isPrivate: typed.isPrivate)
            } else {
                try say(typed.text, by: keyboard(discussion), isPrivate: false)
            }
        } catch {
            decline(error.explanation)
        }
    }

    private func decline(_ reason: String) { terminal.write("! \(VisibleText.of(reason)) That line was not kept.") }

    private func read(_ line: String, _ discussion: Discussion) -> TextLine {
        TextLine.read(Array(line.utf8)) {
            SpeakerNames.isKnown($0, discussion) || SpeakerNames.looksLikeOne($0)
        }
    }

    /// Somebody whose name is typed for the first time joins by speaking.
    ///
    /// - Returns: false where nobody may come in under this name.
    private func admit(_ name: String, _ actor: String) throws(HostError) -> Bool {
        let reply = try host.hear(speech("/join \(name)", by: actor, isPrivate: false))
        show(reply)
        return reply.declined == nil
    }

    /// A slip of the finger must not bring a new person into the room.
    private func nearName(_ name: String, _ discussion: Discussion) -> String? {
        let people = discussion.people.ids.map { discussion.people[$0] }
        guard let near = Spelling.nearest(to: name, among: people.flatMap { [$0.name, $0.firstName] }) else {
            return nil
        }
        return people.first { $0.name == near || $0.firstName == near }?.name
    }

    private func asKnown(_ name: String, _ near: String) {
        let name = VisibleText.of(name)
        decline(
            "Nobody here is called “\(name)”. Did you mean \(VisibleText.of(near))? "
                + "Somebody new with this name comes in with “\(name): /join \(name)”.")
    }

    private func say(_ text: String, by actor: String, isPrivate: Bool) throws(HostError) {
        guard text.unicodeScalars.count <= ClientLine.Limit.textCharacters else {
            return decline(
                "A text may have \(ClientLine.Limit.textCharacters) characters at most. Please type it in parts.")
        }
        let command = Interpreter.command(in: text).flatMap { typed in
            CommandTable.find(typed.name).map { (name: $0.name, words: typed.words) }
        }
        if let command, command.name == "hand", command.words.isEmpty { return try handRound(by: actor) }
        var actor = actor
        if let command, command.name == "join" { actor = try joining(command.words, typedBy: actor) }
        let reply = try host.hear(speech(text, by: actor, isPrivate: isPrivate))
        guard let command, reply.declined == nil else {
            show(reply)
            if isPrivate { warnOfOpenWords(actor) }
            return
        }
        switch command.name {
        case "hand":
            // The person is asked by name anyway.
            skip(reply)
            try passKeyboard(to: command.words)
        case "draft":
            // The draft itself, in the place of how to get it.
            skip(reply)
            showDraft()
        default: show(reply)
        }
    }

    /// `/join Ann Osei | vcse`, typed without a name in front, is about Ann: the facilitator keeps their own organisation.
    private func joining(_ words: String, typedBy actor: String) throws(HostError) -> String {
        let discussion = try host.discussion(of: room)
        let name = words.split(separator: "|", omittingEmptySubsequences: false).first.map(String.init) ?? ""
        let isOther = discussion.people.find(actor: actor).map {
            Names.fold(discussion.people[$0].name) != Names.fold(name)
        }
        guard actor == keyboard(discussion), isOther == true, !Names.fold(name).isEmpty else { return actor }
        return try SpokenName.actor(name.trimmingCharacters(in: .whitespaces), in: discussion)
    }

    func speech(_ text: String, by actor: String, isPrivate: Bool) -> Speech {
        Speech(
            room: room, actor: actor, principal: ConsoleSession.principal, .said(text), isPrivate: isPrivate,
            isFromHost: true)
    }

    /// The keyboard speaks as the room's facilitator.
    func keyboard(_ discussion: Discussion) -> String {
        if discussion.people.find(actor: ConsoleSession.keyboard) != nil { return ConsoleSession.keyboard }
        return discussion.people.facilitators.first.map { discussion.people[$0].id } ?? ConsoleSession.keyboard
    }

    private func noteTime() {
        guard let discussion = try? host.discussion(of: room), let area = discussion.area, !area.hasSaidTimeIsUp,
            !discussion.isPaused, let left = discussion.minutesLeft(at: host.clock.now()), left <= 0
        else { return }
        let speech = Speech(
            room: room, actor: keyboard(discussion), principal: ConsoleSession.principal,
            .event(.timePassed, words: ""), isFromHost: true)
        if let reply = try? host.hear(speech) { show(reply) }
    }

    // MARK: Showing

    /// On a shared screen the private answers to a private line stay away; what the bot asks in private is shown.
    func show(_ reply: Reply) {
        skip(reply)
        if let discussion = try? host.discussion(of: room), let receipt = Receipt.words(reply, discussion) {
            terminal.write(receipt, .dim)
        }
        let wasPrivate = reply.entries.first?.to != nil
        for entry in reply.entries where entry.direction == .said && !(wasPrivate && entry.to != nil) { show(entry) }
        if wasPrivate && reply.declined == nil { terminal.write("[\(reply.number)] kept, privately", .dim) }
        if let declined = reply.declined { terminal.write("! \(VisibleText.of(declined.message))") }
    }

    /// What came before it from others is shown first; the reply itself is not news any more.
    func skip(_ reply: Reply) {
        guard let first = reply.entries.first, let last = reply.entries.last else { return }
        showNews(before: first.number)
        shown = max(shown, last.number)
    }

    /// What others wrote in this room, for example through a bridge on the same store.
    private func showNews(before limit: Int = .max) {
        guard let head = try? host.summary(of: room).head else { return }
        while shown < min(head, limit - 1) {
            guard let entries = try? host.entries(of: room, after: shown, limit: 200), !entries.isEmpty,
                let discussion = try? host.discussion(of: room)
            else { return }
            let own = keyboard(discussion)
            for entry in entries where entry.number < limit {
                shown = entry.number
                let isForUs = entry.to == nil || entry.direction == .said && entry.to == own
                if isForUs && !entry.words.isEmpty { show(entry) }
            }
        }
    }

    func show(_ entry: Entry) {
        let discussion = try? host.discussion(of: room)
        var speaker = Entry.botName
        if entry.direction == .heard {
            let isHidden = (try? host.attribution(in: room))?.hidesSpeaker(of: entry) ?? true
            // An id is for programs, and tells nobody at a screen who spoke.
            let name = entry.name.isEmpty ? "Somebody" : entry.name
            speaker = isHidden ? SpeakerAttribution.nameless : VisibleText.of(name)
        } else if let recipient = entry.to, let discussion, let member = discussion.people.find(actor: recipient) {
            speaker += " → \(VisibleText.of(discussion.people[member].name))"
        }
        let lines = entry.words.split(separator: "\n", omittingEmptySubsequences: false)
        // One block, so that where a message ends can be seen.
        let words = lines.map { VisibleText.of(String($0)) }.joined(separator: "\n  ")
        terminal.write([Span("[\(entry.number)] \(speaker): ", .bold), Span(words)], hangingIndent: 2)
    }

    private func warnOfOpenWords(_ actor: String) {
        guard let discussion = try? host.discussion(of: room), let member = discussion.people.find(actor: actor) else {
            return
        }
        let name = VisibleText.of(discussion.people[member].name)
        terminal.write("Those words were on this screen. /hand \(name) keeps them off it.")
    }

    private func showDraft() {
        guard let record = try? host.record(of: room),
            let framework = try? host.discussion(of: room).setup.framework
        else { return }
        for line in Drafts.sharedAims(record: record, framework: framework).plainText.split(
            separator: "\n", omittingEmptySubsequences: false)
        {
            let indent = line.prefix { $0 == " " }.count
            let isItem = line.dropFirst(indent).hasPrefix("* ")
            terminal.write(String(line), hangingIndent: isItem ? indent + 2 : indent)
        }
        guard company == nil else { return terminal.write("That is the draft as it stands.") }
        let command = VisibleText.of("commonground draft \(Shell.quoted(room))\(storeWords)")
        terminal.write("That is the draft as it stands. As a file: \(command) --output draft.md")
    }

    // MARK: Typing

    /// Ratings and private words leave no trace in the history.
    private func mayRemember(_ line: String) -> Bool {
        guard let discussion = try? host.discussion(of: room) else { return false }
        let typed = read(line, discussion)
        if typed.isPrivate { return false }
        if let command = Interpreter.command(in: typed.text), let found = CommandTable.find(command.name) {
            return found.name != "gauge" && found.name != "private"
        }
        return discussion.area?.openGauge == nil && !discussion.isPregauging
    }

    private func completions(_ request: CompletionRequest) -> [String] {
        guard let discussion = try? host.discussion(of: room) else { return [] }
        return Completion(discussion).candidates(for: request.word, after: request.preceding)
    }
}

/// Words for a shell.
enum Shell {
    static func quoted(_ word: String) -> String {
        let isPlain =
            !word.isEmpty
            && word.unicodeScalars.allSatisfy { scalar in
                scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
                    || "-_./".unicodeScalars.contains(scalar)
            }
        return isPlain ? word : "'\(word.replacing("'", with: "'\\''"))'"
    }
}
