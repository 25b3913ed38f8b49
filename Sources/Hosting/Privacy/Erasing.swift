import Facilitation
import Frameworks
import JSONText
import Transcript

/// Goes through the transcript of a room and says what stays of each entry when somebody's words must go.
///
/// Stages, levels, stances, numbers and times stay, so that the discussion comes to the same results. In the lines of
/// others and of the bot the person's name is replaced and what they said is taken out of quotations.
struct Erasing {
    /// What goes.
    enum Aim: Sendable {
        /// Everything that this person said, and their name wherever it stands.
        case person(PersonFound, number: Int)
        /// The words of these entries; who said them stays.
        case entries(Set<Int>)
    }

    let aim: Aim
    /// Texts that the person put to the test stay: they are the partnership's by now.
    let keepsProposals: Bool
    private var names: NameMask?
    private var quotes = QuoteMask()
    /// Reasons that go, with the first entry that gave each: two different ones must not come out as the same.
    private var reasons: [String: Int] = [:]
    private let pseudonymID: String
    private let pseudonym: String

    init(_ aim: Aim, others: [String], keepsProposals: Bool = false) {
        self.aim = aim
        self.keepsProposals = keepsProposals
        guard case .person(let person, let number) = aim else {
            (pseudonymID, pseudonym) = ("", "")
            return
        }
        let prefix = person.ids.first?.hasPrefix(Participants.typedPrefix) == true ? Participants.typedPrefix : ""
        pseudonymID = prefix + Pseudonym.id(number)
        pseudonym = Pseudonym.name(number)
        names = NameMask(
            names: person.names, ids: person.ids, others: others, pseudonym: pseudonym,
            maskParts: person.member != nil || !person.ids.isEmpty)
    }

    // MARK: Learning what must not be quoted

    mutating func learn(_ entry: Entry, _ heard: Heard?, _ before: Discussion) {
        guard isOwn(entry, before), entry.direction == .heard, !(entry.erased && entry.words.isEmpty) else { return }
        guard let heard, !heard.readings.isEmpty else { return quotes.learn(entry.words) }
        for reading in heard.readings {
            if keepsProposals, reading.event.isProposal { continue }
            var texts: [String] = []
            let event = reading.event
            _ = event.replacing(
                TextReplacement(
                    words: {
                        texts.append($0)
                        return $0
                    }, person: { $0 }, label: { $0 }, member: { $0 }))
            switch event.kind {
            case .stated, .toldPrivately, .minorityStated, .parked: texts.append(entry.words)
            case .chatted, .asked: if WordTokens.of(entry.words).count > 2 { texts.append(entry.words) }
            default: if reading.strength == .likely { texts.append(entry.words) }
            }
            for text in texts { quotes.learn(text) }
            if let reason = event.reason, reasons[reason] == nil { reasons[reason] = entry.number }
        }
    }

    // MARK: What stays

    /// Nil when the entry stays as it is.
    ///
    /// - Parameters:
    ///   - heard: what was heard in it; nil for the bot's lines.
    ///   - before: the discussion as it was before the entry.
    func remains(of entry: Entry, _ heard: Heard?, _ before: Discussion) -> Entry? {
        let isOwn = isOwn(entry, before)
        var kept = entry
        if let names {
            if isOwn, entry.direction == .heard {
                // A place in the set-up has a number for an id, which names nobody.
                if entry.by?.hasPrefix(PersonFound.placePrefix) == false { kept.by = pseudonymID }
                kept.name = entry.name.isEmpty ? "" : pseudonym
            }
            kept.by = kept.by.map(person)
            kept.to = kept.to.map(person)
            kept.name = names.masked(kept.name)
            if names.masked(entry.principal) != entry.principal { kept.principal = pseudonymID }
            if let key = entry.key, names.masked(key) != key { kept.key = "erased-\(entry.number)" }
        }
        let isProposal = heard?.readings.contains { $0.event.isProposal } ?? false
        let takesWords = isOwn && !(keepsProposals && isProposal)
        if takesWords {
            kept.words =
                heard.flatMap { heard in
                    heard.readings.lazy.compactMap {
                        before.wordsThatAct(in: $0.event, of: heard) ?? placeholder($0.event)
                    }
                    .first
                } ?? ""
        } else {
            kept.words = masked(entry.words, saidByBot: entry.direction == .said)
        }
        kept.reading = reading(entry, heard, before, takesWords: takesWords)
        kept.details = details(entry, takesWords: takesWords)
        kept.reply = reply(entry, takesWords: takesWords)
        return kept == entry ? nil : kept
    }

    /// What stands for a reason that goes; nil for other words, which need not be told apart.
    private func placeholder(_ event: Event) -> String? {
        event.reason.flatMap { reasons[$0] }.map { "(erased, #\($0))" }
    }

    private func isOwn(_ entry: Entry, _ before: Discussion) -> Bool {
        switch aim {
        case .entries(let numbers): return numbers.contains(entry.number)
        case .person(let person, _):
            guard let id = entry.direction == .heard ? entry.by : entry.to else { return false }
            return person.ids.contains(id) || person.member != nil && before.people.find(actor: id) == person.member
        }
    }

    private func masked(_ text: String, saidByBot: Bool) -> String {
        let unquoted = quotes.masked(text, saidByBot: saidByBot)
        return names?.masked(unquoted) ?? unquoted
    }

    /// An id, or a name as it was typed.
    private func person(_ words: String) -> String {
        guard case .person(let person, _) = aim, let names else { return words }
        if person.ids.contains(words) { return pseudonymID }
        return names.masked(words)
    }

    private func reading(_ entry: Entry, _ heard: Heard?, _ before: Discussion, takesWords: Bool) -> String {
        guard let heard, !entry.reading.isEmpty else { return entry.reading }
        // What was declined is never heard again, so nothing of it need stay.
        if heard.readings.isEmpty {
            let names = self.names?.masked(entry.reading) ?? entry.reading
            return takesWords || names != entry.reading || quotes.masked(names, saidByBot: false) != names
                ? "[]" : entry.reading
        }
        let replaced = heard.readings.map { reading in
            var reading = reading
            let takesParts = takesParts(of: reading.event, before)
            if takesParts, case .proposed(let proposed) = reading.event {
                reading.event = .proposed(before.withParts(proposed, today: heard.today))
            }
            let acting =
                takesWords
                ? before.wordsThatAct(in: reading.event, of: heard) ?? placeholder(reading.event) : nil
            reading.event = reading.event.replacing(
                replacement(before, takesWords: takesWords || takesParts, acting: acting))
            return reading
        }
        return replaced == heard.readings ? entry.reading : JSONEmitter(.compact).text(.array(replaced.map(\.json)))
    }

    /// Whether somebody takes words up, as an objective, that go.
    private func takesParts(of event: Event, _ before: Discussion) -> Bool {
        guard case .proposed(let proposed) = event, let item = proposed.item else { return false }
        switch aim {
        case .entries(let numbers): return numbers.contains(item)
        case .person(let person, _): return person.member != nil && before.author(of: item) == person.member
        }
    }

    private func replacement(_ before: Discussion, takesWords: Bool, acting: String?) -> TextReplacement {
        TextReplacement(
            words: { takesWords ? acting ?? QuoteMask.erased : masked($0, saidByBot: false) },
            person: { words in
                guard case .person(let person, _) = aim else { return words }
                if person.ids.contains(words) { return pseudonymID }
                if let member = person.member, before.people.named(words) == [member] { return pseudonym }
                return self.person(words)
            },
            label: { names?.masked($0) ?? $0 }, member: { member($0, before) })
    }

    private func member(_ planned: SetupMember, _ before: Discussion) -> SetupMember {
        guard case .person(let person, _) = aim else { return planned }
        var planned = planned
        let isSame = person.names.contains { Names.fold($0) == Names.fold(planned.name) }
        guard isSame || planned.id.map(person.ids.contains) == true else {
            planned.name = names?.masked(planned.name) ?? planned.name
            return planned
        }
        planned.id = planned.id.map { _ in pseudonymID }
        planned.name = pseudonym
        return planned
    }

    private func details(_ entry: Entry, takesWords: Bool) -> String {
        guard !entry.details.isEmpty, case .object(var fields)? = try? JSONScanner().scan(entry.details) else {
            return entry.details
        }
        let was = fields
        // A client puts what it likes into its ids.
        if takesWords { fields["cause"] = nil }
        if let cause = fields["cause"]?.string, names?.masked(cause) ?? cause != cause { fields["cause"] = nil }
        if let choices = fields["choices"]?.array {
            fields["choices"] = .array(choices.map { $0.string.map { .string(names?.masked($0) ?? $0) } ?? $0 })
        }
        if fields == was { return entry.details }
        return fields.isEmpty ? "" : JSONEmitter(.compact).text(.object(fields))
    }

    private func reply(_ entry: Entry, takesWords: Bool) -> String {
        guard case .object(var fields)? = try? JSONScanner().scan(entry.reply),
            case .object(var declined)? = fields["declined"], let message = declined["msg"]?.string
        else { return entry.reply }
        let kept = takesWords ? QuoteMask.erased : masked(message, saidByBot: true)
        if kept == message { return entry.reply }
        declined["msg"] = .string(kept)
        fields["declined"] = .object(declined)
        return JSONEmitter(.compact).text(.object(fields))
    }
}

/// What somebody is called who was erased: numbered in the room, in the order of their erasure.
enum Pseudonym {
    private static let prefix = "erased:"

    static func id(_ number: Int) -> String { prefix + String(number) }
    static func name(_ number: Int) -> String { "Erased person \(number)" }

    /// The number in an id; nil for somebody who was not erased.
    static func number(_ id: String?) -> Int? {
        guard let start = id?.firstRange(of: prefix), let id,
            start.lowerBound == id.startIndex
                || id.hasPrefix(Participants.typedPrefix + prefix)
        else { return nil }
        return Int(id[start.upperBound...])
    }
}

extension Event {
    /// Why somebody takes a position or gives a level; nil without one.
    fileprivate var reason: String? {
        switch self {
        case .positionTaken(_, _, let because), .levelGiven(_, let because): because.isEmpty ? nil : because
        default: nil
        }
    }

    fileprivate var isProposal: Bool { kind == .proposed || kind == .amended }
}
