import Console
import Facilitation
import Hosting

// One keyboard for the whole room: what is typed in private is not shown, not remembered, and cleared afterwards.
extension ConsoleSession {
    /// How the keyboard comes back.
    private enum Handing { case answered, passedOn, taken }

    private static let attemptsMax = 3

    /// `/hand` without a name: round everybody here who has not rated yet, one after the other.
    func handRound(by actor: String) throws(HostError) {
        let discussion = try host.discussion(of: room)
        let isAllowed = discussion.people.find(actor: actor).map { discussion.people[$0].role == .facilitator } ?? false
        guard isAllowed, let gauge = discussion.area?.openGauge else {
            let what =
                isAllowed
                ? "No private rating is open. /gauging opens one." : "Only a facilitator can pass the keyboard."
            return terminal.write("! \(what)")
        }
        let waiting = discussion.people.presentVoters.filter { gauge.rating(of: $0) == nil }
        guard !waiting.isEmpty else { return terminal.write("Everybody here has rated. /reveal shows the counts.") }
        for member in waiting {
            let name = discussion.people[member].name
            let reply = try host.hear(speech("/hand \(name)", by: actor, isPrivate: false))
            guard reply.declined == nil else {
                show(reply)
                continue
            }
            skip(reply)
            if try take(from: member, isFirst: member == waiting.first) == .taken { break }
        }
        terminal.write("The keyboard is back with the facilitator.")
    }

    /// `/hand NAME`, once the discussion has taken it.
    func passKeyboard(to name: String) throws(HostError) {
        guard let member = try host.discussion(of: room).people.named(name).first else { return }
        _ = try take(from: member, isFirst: true)
        terminal.write("The keyboard is back with the facilitator.")
    }

    /// One person's private words. Ctrl-C at any time gives the keyboard back.
    private func take(from member: MemberID, isFirst: Bool) throws(HostError) -> Handing {
        let discussion = try host.discussion(of: room)
        let name = VisibleText.of(discussion.people[member].name)
        let isRating = discussion.area?.openGauge != nil && discussion.people[member].votes
        let what = isRating ? "rating" : "private words"
        terminal.write("\(name), please type your \(what), then press Enter. Nothing that you type is shown.")
        if isFirst {
            let example = isRating ? "For example: established, medium, because … " : ""
            terminal.write("\(example)Enter alone leaves it out; Ctrl-C gives the keyboard back.")
        }
        for _ in 0..<ConsoleSession.attemptsMax {
            guard case .line(let words) = terminal.readHidden(prompt: "(hidden) ") else {
                terminal.write("Nothing was kept.")
                return .taken
            }
            if words.allSatisfy(\.isWhitespace) {
                terminal.write("Left out: nothing was kept for \(name).")
                return .passedOn
            }
            if try keep(words, of: member, isRating: isRating) { return .answered }
        }
        terminal.write("Left out for now. /hand \(name) tries again.")
        return .passedOn
    }

    /// - Returns: whether the words could be taken for what they were meant to be.
    private func keep(_ words: String, of member: MemberID, isRating: Bool) throws(HostError) -> Bool {
        let person = try host.discussion(of: room).people[member]
        let reply = try host.hear(speech(words, by: person.id, isPrivate: true))
        skip(reply)
        let rating = try host.discussion(of: room).area?.openGauge?.rating(of: member)
        let isKept = reply.declined == nil && (!isRating || rating?.entry == reply.number)
        if isKept {
            terminal.write(isRating ? "Thank you. Your rating is kept." : "Thank you. Your words are kept, privately.")
        } else if isRating {
            terminal.write(
                "That could not be read as a rating, so none was counted. Please type it again: a stage first.")
        } else {
            terminal.write("That could not be taken, so nothing was changed. Please type it again.")
        }
        for entry in reply.entries where entry.direction == .said && entry.to == nil { show(entry) }
        return isKept
    }
}
