import Console
import Facilitation
import Foundation
import Hosting
import LineProtocol
import Transcript

/// A session at one keyboard: what is typed is heard in the room, and what the room says is shown.
final class ConsoleSession {
    static let keyboard = "console:facilitator"
    static let principal = "console"
    /// How often the minutes, and what others wrote in the room, are looked at while nobody types.
    private static let tickMilliseconds = 1_000

    let room: String
    let host: RoomHost
    let terminal: Terminal
    /// The store as a shell's words, such as ` --store north.sqlite`; empty for the usual one.
    let storeWords: String
    var news = NewsFeed()
    /// Invented members who answer, in the tour only.
    private var company: TourCompany?
    var isPractice: Bool { company != nil }

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
                let kept = isPractice ? "" : "; everything is kept"
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
        news.skip(to: head)
        let discussion = try ending { () throws(HostError) in try host.discussion(of: room) }
        if isNew {
            let entries = try ending { () throws(HostError) in try host.entries(of: room, after: 0, limit: 20) }
            for entry in entries where entry.direction == .said { show(entry) }
            let actor = SpeakerReading(discussion).keyboard
            let you = discussion.people.find(actor: actor).map { discussion.people[$0].name } ?? "Facilitator"
            // In the practice the facilitator has no other name.
            let who = isPractice ? "You are the facilitator." : "You type as \(VisibleText.of(you))."
            terminal.write("\(who) Others speak by their name: “Ann: good morning”.")
            let kept = isPractice ? "this practice is thrown away" : "everything is kept"
            terminal.write("/help says what you can type. Ctrl-D leaves, and \(kept).")
            if discussion.isPregauging {
                terminal.write("At this keyboard, /hand and a name lets that person rate area after area, unseen.")
            }
        } else {
            terminal.write("Back in room “\(VisibleText.of(room))”, after entry \(head).")
            showLastWords(before: head, discussion)
            terminal.write(Phrasebook(discussion).whereWeAre)
        }
    }

    private func showLastWords(before head: Int, _ discussion: Discussion) {
        let most = LastWords.entriesMax
        guard let entries = try? host.entries(of: room, after: max(1, head - most), limit: most) else { return }
        for entry in LastWords.among(entries, in: discussion) { show(entry) }
    }

    /// Lets the invented members of the tour answer, and tells what to try next.
    private func hearCompany() {
        guard isPractice, let before = try? host.discussion(of: room) else { return }
        for line in company?.lines(in: before) ?? [] {
            _ = try? host.hear(speech(line.text, by: line.actor, isPrivate: line.isPrivate))
        }
        showNews()
        if let discussion = try? host.discussion(of: room), let advice = company?.advice(in: discussion) {
            terminal.write(advice, .bold)
        }
    }

    private func farewell() {
        if isPractice { return terminal.write("The practice is thrown away. A real session: commonground") }
        let roomWords = room == Rooming.defaultRoom ? "" : " --room \(Shell.quoted(room))"
        terminal.write("Everything is kept. To go on from here: commonground\(VisibleText.of(roomWords + storeWords))")
    }

    // MARK: Hearing

    private func hear(_ line: String) {
        guard let discussion = try? host.discussion(of: room) else {
            return decline("The transcript cannot be read just now.")
        }
        let reading = SpeakerReading(discussion)
        let typed = reading.read(line)
        do throws(HostError) {
            switch try reading.speaker(of: typed) {
            case .known(let actor): try say(typed.text, by: actor, isPrivate: typed.isPrivate)
            case .newcomer(let name, let actor):
                guard try admit(name, actor) else { return }
                try say(typed.text, by: actor, isPrivate: typed.isPrivate)
            case .slip(let name, let meant): asKnown(name, meant)
            }
        } catch {
            decline(error.explanation)
        }
    }

    private func decline(_ reason: String) { terminal.write("! \(VisibleText.of(reason)) That line was not kept.") }

    /// Somebody whose name is typed for the first time joins by speaking.
    ///
    /// - Returns: false where nobody may come in under this name.
    private func admit(_ name: String, _ actor: String) throws(HostError) -> Bool {
        let reply = try host.hear(speech("/join \(name)", by: actor, isPrivate: false))
        show(reply)
        return reply.declined == nil
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
        if let command, command.name == "join" {
            actor = try SpeakerReading(host.discussion(of: room)).joining(command.words, typedBy: actor)
        }
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

    func speech(_ text: String, by actor: String, isPrivate: Bool) -> Speech {
        Speech(
            room: room, actor: actor, principal: ConsoleSession.principal, .said(text), isPrivate: isPrivate,
            isFromHost: true)
    }

    private func noteTime() {
        // What cannot be written now is tried again within a second.
        if let reply = try? host.noteTime(in: room) { show(reply) }
    }

    // MARK: Typing

    private var prompt: String {
        guard let discussion = try? host.discussion(of: room) else { return "> " }
        return SessionPrompt.text(discussion, at: host.clock.now(), columns: terminal.columns)
    }

    private func mayRemember(_ line: String) -> Bool {
        guard let discussion = try? host.discussion(of: room) else { return false }
        return HistoryPrivacy.mayRemember(line, in: discussion)
    }

    private func completions(_ request: CompletionRequest) -> [String] {
        guard let discussion = try? host.discussion(of: room) else { return [] }
        return Completion(discussion).candidates(for: request.word, after: request.preceding)
    }
}
