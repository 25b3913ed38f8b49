import Console
import Drafting
import Facilitation
import Hosting
import Serving
import Transcript

// What the room says, on a screen that everybody may see.
extension ConsoleSession {
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
        news.skip(to: last.number)
    }

    /// What others wrote in this room.
    func showNews(before limit: Int = .max) {
        guard let head = try? host.summary(of: room).head else { return }
        while news.isBehind(head, before: limit) {
            guard let entries = try? host.entries(of: room, after: news.last, limit: 200), !entries.isEmpty,
                let discussion = try? host.discussion(of: room)
            else { return }
            for entry in news.take(entries, before: limit, for: SpeakerReading(discussion).keyboard) {
                if answersPrivateWords(entry) { tellOfPrivateLine(entry.number) } else { show(entry) }
            }
        }
    }

    /// Whether a line for the facilitator alone answers private words, such as *my director forbids it* behind `/private` in a
    /// chat: it repeats them. What the bot tells the facilitator of its own accord answers something that all could hear.
    private func answersPrivateWords(_ entry: Entry) -> Bool {
        guard entry.to != nil, let number = entry.answers else { return false }
        // What cannot be looked up now is not shown to everybody.
        guard let heard = try? host.entries(of: room, after: number - 1, limit: 1).first else { return true }
        return heard.to != nil
    }

    private func tellOfPrivateLine(_ number: Int) {
        terminal.write("[\(number)] A private line for you was kept, and is not shown here. \(howToReadAlone)")
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

    /// After private words that were typed for all to see.
    func warnOfOpenWords(_ actor: String) {
        guard let discussion = try? host.discussion(of: room), let member = discussion.people.find(actor: actor) else {
            return
        }
        let name = VisibleText.of(discussion.people[member].name)
        terminal.write("Those words were on this screen. /hand \(name) keeps them off it.")
    }

    /// How the facilitator can read, elsewhere, what must not be on a shared screen.
    var howToReadAlone: String {
        let command = "commonground export \(Shell.quoted(room)) --everything\(storeWords)"
        return "To read it alone, after the ratings are revealed: \(VisibleText.of(command))"
    }

    func showDraft() {
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
        guard !isPractice else { return terminal.write("That is the draft as it stands.") }
        let command = VisibleText.of("commonground draft \(Shell.quoted(room))\(storeWords)")
        terminal.write("That is the draft as it stands. As a file: \(command) --output draft.md")
    }
}
