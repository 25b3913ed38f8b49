import Console
import Facilitation
import Hosting

// One keyboard for the whole room: what is typed in private is not shown, not remembered, and cleared afterwards.
extension ConsoleSession {
    /// How the keyboard comes back.
    private enum Handing { case answered, passedOn, taken }

    /// What became of one hidden line.
    private enum Keeping { case kept, asked, notTaken }

    private static let attemptsMax = 3

    /// `/hand` without a name: round everybody here who has not rated yet, one after the other.
    func handRound(by actor: String) throws(HostError) {
        let discussion = try host.discussion(of: room)
        let isAllowed = discussion.people.find(actor: actor).map { discussion.people[$0].role == .facilitator } ?? false
        guard isAllowed else { return terminal.write("! Only a facilitator can pass the keyboard.") }
        guard let gauge = discussion.area?.openGauge else {
            // Going round those who have not rated yet would tell who has.
            let what =
                discussion.isPregauging
                ? "Before the day people rate one by one: /hand and a name leads that person from area to area."
                : "No private rating is open. /gauging opens one."
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
        let beforehand = isRating ? [] : areasBeforeTheDay(for: member, discussion)
        guard beforehand.isEmpty else { return try lead(member, through: beforehand) }
        let what = isRating ? "rating" : "private words"
        terminal.write("\(name), please type your \(what), then press Enter. Nothing that you type is shown.")
        if !isRating { terminal.write(whatPrivateWordsAre(discussion)) }
        if isFirst {
            let example = isRating ? "For example: \(Phrasebook(discussion).exampleRating) " : ""
            terminal.write("\(example)Enter alone leaves it out; Ctrl-C gives the keyboard back.")
        }
        var attempts = 0
        while attempts < ConsoleSession.attemptsMax {
            guard case .line(let words) = terminal.readHidden(prompt: "(hidden) ") else {
                terminal.write("Nothing was kept.")
                return .taken
            }
            if words.allSatisfy(\.isWhitespace) {
                terminal.write("Left out: nothing was kept for \(name).")
                return .passedOn
            }
            switch try keep(words, of: member, isRating: isRating) {
            case .kept: return .answered
            case .asked: break  // Asking how to answer is no attempt at it.
            case .notTaken: attempts += 1
            }
        }
        terminal.write("Left out for now. /hand \(name) tries again.")
        return .passedOn
    }

    /// Where no rating is open a hidden line is something else, and whoever types it must know what.
    private func whatPrivateWordsAre(_ discussion: Discussion) -> String {
        discussion.test == nil
            ? "No rating is open, so this line is kept privately and counts nowhere. /private and the words tells the facilitator."
            : "No rating is open. A level answers what is under test; /private and the words tells the facilitator."
    }

    /// What somebody asks at the hidden prompt tells nothing of their rating, so the answer is shown.
    private func showAnswer(_ reply: Reply, to person: Member, isRating: Bool) throws(HostError) {
        for entry in reply.entries where entry.direction == .said { show(entry) }
        guard isRating else { return }
        let ladder = try host.discussion(of: room).setup.framework.ladder
        terminal.write("The stages: \(ladder.answers.map { ladder.name($0) }.joined(separator: ", ")).")
        terminal.write("Now your rating, please, \(VisibleText.of(person.firstName)): a stage first.")
    }

    private func keep(_ words: String, of member: MemberID, isRating: Bool) throws(HostError) -> Keeping {
        let person = try host.discussion(of: room).people[member]
        let reply = try host.hear(speech(words, by: person.id, isPrivate: true))
        skip(reply)
        if isQuestion(reply) {
            try showAnswer(reply, to: person, isRating: isRating)
            return .asked
        }
        let discussion = try host.discussion(of: room)
        let rating = discussion.area?.openGauge?.rating(of: member)
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
        let facilitator = SpeakerReading(discussion).keyboard
        if isKept, reply.entries.contains(where: { $0.direction == .said && $0.to == facilitator }) {
            terminal.write("A private line for the facilitator was kept, and is not shown here. \(howToReadAlone)")
        }
        return isKept ? .kept : .notTaken
    }

    private func isQuestion(_ reply: Reply) -> Bool {
        reply.declined == nil && reply.entries.first.map { $0.isRead(as: ["ask"]) } == true
    }

    // MARK: Before the day

    /// Areas that this member can rate before the day, in order; rated already or not, for that is nobody else's business.
    private func areasBeforeTheDay(for member: MemberID, _ discussion: Discussion) -> [String] {
        guard let round = discussion.pregauge, discussion.isPregauging, discussion.people[member].votes else {
            return []
        }
        return round.areas.filter { discussion.areas[$0]?.openPregauge != nil }
    }

    /// One person rates area after area. What an area is about is shown; what is typed is not.
    private func lead(_ member: MemberID, through areas: [String]) throws(HostError) -> Handing {
        let discussion = try host.discussion(of: room)
        let person = discussion.people[member]
        let many = areas.count == 1 ? "1 area" : "\(areas.count) areas, one by one"
        terminal.write(
            "\(VisibleText.of(person.name)), please rate \(many). Nothing that you type is shown. For example: "
                + "\(Phrasebook(discussion).exampleRating) Enter alone leaves an area as it is; Ctrl-C gives the keyboard "
                + "back, and what you have rated stays.")
        for area in areas {
            let number = discussion.setup.framework.number(of: area).map(String.init) ?? area
            let asked = try host.hear(speech("/gauge in \(number)", by: person.id, isPrivate: true))
            skip(asked)
            for entry in asked.entries where entry.direction == .said { show(entry) }
            if try rate(area, member) == .taken { return .taken }
        }
        terminal.write("Thank you. That was the last one.")
        return .answered
    }

    private func rate(_ area: String, _ member: MemberID) throws(HostError) -> Handing {
        let person = try host.discussion(of: room).people[member]
        for _ in 0..<ConsoleSession.attemptsMax {
            guard case .line(let words) = terminal.readHidden(prompt: "(hidden) ") else {
                terminal.write("What you rated before is kept, and nothing of this line.")
                return .taken
            }
            if words.allSatisfy(\.isWhitespace) {
                terminal.write("Left as it is.")
                return .passedOn
            }
            if let command = Interpreter.command(in: words), command.name != "gauge" {
                _ = try keep(words, of: member, isRating: false)
                terminal.write("Now the rating of this area, please.")
                continue
            }
            let reply = try host.hear(speech(words, by: person.id, isPrivate: true))
            skip(reply)
            if isQuestion(reply) {
                try showAnswer(reply, to: person, isRating: true)
                continue
            }
            // What the bot answers in private repeats the rating.
            for entry in reply.entries where entry.direction == .said && entry.to == nil { show(entry) }
            let rating = try host.discussion(of: room).areas[area]?.openPregauge?.rating(of: member)
            if reply.declined == nil, rating?.entry == reply.number {
                terminal.write("Kept.")
                return .answered
            }
            terminal.write(
                "That could not be read as a rating, so none was counted. Please type it again: a stage first.")
        }
        terminal.write("Left as it is.")
        return .passedOn
    }
}
