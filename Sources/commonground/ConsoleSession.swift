import Console
import Drafting
import Facilitation
import Foundation
import Hosting
import LineProtocol
import Serving
import Transcript

/// A session at one keyboard: what is typed, who is meant, what is shown.
final class ConsoleSession {
    static let keyboard = "console:facilitator"
    static let principal = "console"
    /// How often the prompt's minutes are looked at while nobody types.
    private static let tickMilliseconds = 15_000

    private let room: String
    private let host: RoomHost
    private let terminal: Terminal

    init(room: String, host: RoomHost, terminal: Terminal) {
        self.room = room
        self.host = host
        self.terminal = terminal
        terminal.completer = { [weak self] request in self?.completions(request) ?? [] }
        terminal.shouldRemember = { [weak self] line in self?.mayRemember(line) ?? false }
    }

    func hold(isNew: Bool) throws {
        try greet(isNew)
        while true {
            terminal.prompt = prompt
            switch terminal.next(withinMilliseconds: ConsoleSession.tickMilliseconds) {
            case .line(let line):
                let typed = line.trimmingCharacters(in: .whitespaces)
                if ["/quit", "/exit"].contains(typed.lowercased()) { return farewell() }
                if !typed.isEmpty { hear(line) }
            case .interrupted: terminal.write("That line is dropped. To leave, press Ctrl-D or type /quit; everything is kept.")
            case .ended, .terminated: return farewell()
            case .unreadable(.notUTF8): terminal.write("That line is not UTF-8, so it was not kept. Please type it again.")
            case .unreadable(.tooLong(_, let limit)): terminal.write("That line is longer than \(limit) bytes, so it was not kept. Please type it in parts.")
            case .tick: noteTime()
            }
        }
    }

    private func greet(_ isNew: Bool) throws {
        let entries = try ending { () throws(HostError) in try host.entries(of: room, after: 0, limit: 20) }
        if isNew {
            for entry in entries where entry.direction == .said { show(entry) }
            terminal.write("People join by speaking: “Ann: good morning”. /help says what you can type.")
        } else {
            let discussion = try ending { () throws(HostError) in try host.discussion(of: room) }
            terminal.write("Back in room “\(room)”, after entry \((try? host.summary(of: room).head) ?? 0). \(Phrasebook(discussion).whereNow)")
        }
    }

    private func farewell() { terminal.write("Everything is kept. “commonground --room \(room)” goes on from here.") }

    /// Area, step and minutes left, short enough for a narrow window.
    private var prompt: String {
        guard let discussion = try? host.discussion(of: room) else { return "> " }
        var words: [String] = []
        if let area = discussion.currentArea { words.append(discussion.setup.framework.number(of: area).map(String.init) ?? area) }
        words.append(discussion.stage.spoken)
        if let left = discussion.minutesLeft(at: host.clock.now()) { words.append(left >= 0 ? "\(left) min" : "\(-left) min over") }
        return words.joined(separator: " ") + "> "
    }

    // MARK: Hearing

    private func hear(_ line: String) {
        guard let discussion = try? host.discussion(of: room) else { return }
        let typed = TextLine.read(Array(line.utf8)) { SpeakerNames.isKnown($0, discussion) || SpeakerNames.looksLikeOne($0) }
        let speaker = typed.speaker
        do throws(HostError) {
            let actor = try speaker.map { name throws(HostError) in try SpokenName.actor(name, in: discussion) } ?? keyboard(discussion)
            if let speaker, discussion.people.find(actor: actor) == nil, !typed.isCommand { try admit(speaker, actor) }
            try say(typed.text, by: actor, isPrivate: typed.isPrivate)
        } catch {
            terminal.write("! \(error.message)")
        }
    }

    /// Somebody whose name is typed for the first time joins by speaking.
    private func admit(_ name: String, _ actor: String) throws(HostError) {
        let reply = try host.hear(speech("/join \(name)", by: actor, isPrivate: false))
        show(reply)
    }

    private func say(_ text: String, by actor: String, isPrivate: Bool) throws(HostError) {
        guard text.unicodeScalars.count <= ClientLine.Limit.textCharacters else {
            return terminal.write("A text may have \(ClientLine.Limit.textCharacters) characters at most. Nothing of it was kept; please type it in parts.")
        }
        let reply = try host.hear(speech(text, by: actor, isPrivate: isPrivate))
        show(reply)
        guard reply.declined == nil, let command = Interpreter.command(in: text), let found = CommandTable.find(command.name) else { return }
        if found.name == "hand" { try passKeyboard(command.words) }
        if found.name == "draft" { showDraft() }
    }

    private func speech(_ text: String, by actor: String, isPrivate: Bool) -> Speech {
        Speech(room: room, actor: actor, principal: ConsoleSession.principal, .said(text), isPrivate: isPrivate, isFromHost: true)
    }

    /// The keyboard speaks as the room's facilitator.
    private func keyboard(_ discussion: Discussion) -> String {
        if discussion.people.find(actor: ConsoleSession.keyboard) != nil { return ConsoleSession.keyboard }
        return discussion.people.facilitators.first.map { discussion.people[$0].id } ?? ConsoleSession.keyboard
    }

    /// One person's rating at a shared keyboard: not shown, not remembered, cleared afterwards.
    private func passKeyboard(_ name: String) throws(HostError) {
        let discussion = try host.discussion(of: room)
        guard let member = discussion.people.named(name).first else { return }
        let person = discussion.people[member]
        terminal.write("\(VisibleText.of(person.name)), please type your rating. Nothing of it is shown. For example: established, medium, because … Then press Enter.")
        guard case .line(let words) = terminal.readHidden(prompt: "(hidden) ") else {
            return terminal.write("Nothing was kept. The keyboard goes back to the facilitator.")
        }
        let reply = try host.hear(speech(words, by: person.id, isPrivate: true))
        let rating = try host.discussion(of: room).area?.openGauge?.rating(of: member)
        let isKept = reply.declined == nil && rating?.entry == reply.number
        terminal.write(isKept ? "Thank you. Your rating is kept. The keyboard goes back to the facilitator." : "That could not be read as a rating, so none was counted. Please try /hand \(person.firstName) again.")
        for entry in reply.entries where entry.direction == .said && entry.to == nil { show(entry) }
    }

    private func noteTime() {
        guard let discussion = try? host.discussion(of: room), let area = discussion.area, !area.hasSaidTimeIsUp,
            let left = discussion.minutesLeft(at: host.clock.now()), left <= 0
        else { return }
        let speech = Speech(room: room, actor: keyboard(discussion), principal: ConsoleSession.principal, .event(.timePassed, words: ""), isFromHost: true)
        if let reply = try? host.hear(speech) { show(reply) }
    }

    // MARK: Showing

    /// On a shared screen the private answers to a private line stay away; what the bot asks in private is shown.
    private func show(_ reply: Reply) {
        if let discussion = try? host.discussion(of: room), let receipt = Receipt.words(reply, discussion) {
            terminal.write(receipt, .dim)
        }
        let wasPrivate = reply.entries.first?.to != nil
        for entry in reply.entries where entry.direction == .said && !(wasPrivate && entry.to != nil) { show(entry) }
        if wasPrivate && reply.declined == nil { terminal.write("[\(reply.number)] kept, privately", .dim) }
        if let declined = reply.declined { terminal.write("! \(VisibleText.of(declined.message))") }
    }

    private func show(_ entry: Entry) {
        var to = ""
        if let recipient = entry.to, let discussion = try? host.discussion(of: room), let member = discussion.people.find(actor: recipient) {
            to = " → \(VisibleText.of(discussion.people[member].name))"
        }
        let lines = entry.words.split(separator: "\n", omittingEmptySubsequences: false).map { VisibleText.of(String($0)) }
        terminal.write([Span("[\(entry.number)] Common Ground\(to): ", .bold), Span(lines.joined(separator: "\n"))], hangingIndent: 2)
    }

    private func showDraft() {
        guard let record = try? host.record(of: room), let framework = try? host.discussion(of: room).setup.framework else { return }
        terminal.write(Drafts.sharedAims(record: record, framework: framework).plainText)
    }

    // MARK: Typing

    /// Ratings and private words leave no trace in the history.
    private func mayRemember(_ line: String) -> Bool {
        guard let discussion = try? host.discussion(of: room) else { return false }
        let typed = TextLine.read(Array(line.utf8)) { SpeakerNames.isKnown($0, discussion) }
        if typed.isPrivate { return false }
        if let command = Interpreter.command(in: typed.text), let found = CommandTable.find(command.name) {
            return found.name != "gauge" && found.name != "private"
        }
        return discussion.area?.openGauge == nil
    }

    private func completions(_ request: CompletionRequest) -> [String] {
        guard let discussion = try? host.discussion(of: room) else { return [] }
        return Completion(discussion).candidates(for: request.word, after: request.preceding)
    }
}
