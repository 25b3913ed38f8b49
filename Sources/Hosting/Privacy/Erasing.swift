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
    /// What connections that bear the person's name are called from now on. Each has a name of its own, so that their
    /// keys and acknowledgements stay apart.
    private(set) var principals: [String: String] = [:]
    private var names: NameMask?
    private var quotes = QuoteMask()
    /// Reasons and parts of objectives that go, with the first entry that gave each: two different ones must not come
    /// out as the same.
    private var compared: [String: Int] = [:]
    /// Every key of the room, so that none is made twice.
    private var keys: Set<String> = []
    private let otherIDs: Set<String>
    private let pseudonymID: String
    private let pseudonym: String

    /// - Parameters:
    ///   - others: everybody else in the room.
    ///   - principals: connections that spoke in the room or acknowledged something, oldest first.
    init(_ aim: Aim, others: [Member] = [], principals: [String] = [], keepsProposals: Bool = false) {
        self.aim = aim
        self.keepsProposals = keepsProposals
        otherIDs = Set(others.map(\.id))
        guard case .person(let person, let number) = aim else {
            (pseudonymID, pseudonym) = ("", "")
            return
        }
        let prefix = person.ids.first?.hasPrefix(Participants.typedPrefix) == true ? Participants.typedPrefix : ""
        pseudonymID = prefix + Pseudonym.id(number)
        pseudonym = Pseudonym.name(number)
        let mask = NameMask(
            names: person.names, ids: person.ids, others: others.map(\.name), pseudonym: pseudonym,
            maskParts: person.isKnown)
        names = mask
        var seen: Set<String> = []
        for principal in principals where seen.insert(principal).inserted && mask.masked(principal) != principal {
            self.principals[principal] = Pseudonym.principal(number, place: self.principals.count + 1)
        }
    }

    // MARK: Learning what must not be quoted

    mutating func learn(_ entry: Entry, _ heard: Heard?, _ before: Discussion) {
        if let key = entry.key { keys.insert(key) }
        guard isOwn(entry, before), entry.direction == .heard else { return quotes.learnOthers(entry.words) }
        guard !(entry.erased && entry.words.isEmpty) else { return }
        if !(keepsProposals && isProposal(heard)) {
            // The name of a command is nobody's words.
            let isCommand = Interpreter.command(in: entry.words) != nil
            quotes.learnWords(of: isCommand ? String(entry.words.drop { !$0.isWhitespace }) : entry.words)
        }
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
                    }, person: { $0 }, newcomer: { $0 }, area: { $0 }, day: { $0 }, label: { $0 }, member: { $0 }))
            for text in event.compared(among: texts) where compared[text] == nil { compared[text] = entry.number }
            // The name of a command is nobody's words.
            if event.kind == .asked { texts.removeAll { CommandTable.find(String($0.drop { $0 == "/" })) != nil } }
            switch event.kind {
            case .stated, .toldPrivately, .minorityStated, .parked: texts.append(entry.words)
            case .chatted, .asked: if WordTokens.of(entry.words).count > 2 { texts.append(entry.words) }
            default: if reading.strength == .likely { texts.append(entry.words) }
            }
            for text in texts { quotes.learn(text) }
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
            kept.by = kept.by.map(actor)
            kept.to = kept.to.map(actor)
            kept.name = names.masked(kept.name, alsoShared: false)
            kept.principal = principals[entry.principal] ?? entry.principal
            if let key = entry.key, names.masked(key) != key { kept.key = newKey(of: entry) }
        }
        let takesWords = isOwn && !(keepsProposals && isProposal(heard))
        if takesWords {
            kept.words =
                heard.flatMap { heard in
                    heard.readings.lazy.compactMap {
                        before.wordsThatAct(in: $0.event, of: heard) ?? $0.event.reason.map(placeholder)
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

    private func isProposal(_ heard: Heard?) -> Bool { heard?.readings.contains { $0.event.isProposal } ?? false }

    /// Whether what is left of somebody else's line may still speak of the person or repeat them: a word of the name that
    /// may be another word, or too few words to tell whose they are.
    func isDoubtful(_ words: String) -> Bool { names?.isDoubtful(words) == true || quotes.isDoubtful(words) }

    /// What stands for words that go.
    private func placeholder(_ words: String) -> String {
        compared[words].map(Entry.erasedWords(sameAs:)) ?? QuoteMask.erased
    }

    private func newKey(of entry: Entry) -> String {
        var key = "erased-\(entry.number)"
        while keys.contains(key) { key += "-" }
        return key
    }

    private func isOwn(_ entry: Entry, _ before: Discussion) -> Bool {
        switch aim {
        case .entries(let numbers): return numbers.contains(entry.number)
        case .person(let person, _):
            guard let id = entry.direction == .heard ? entry.by : entry.to else { return false }
            return person.ids.contains(id) || person.member != nil && before.people.find(actor: id) == person.member
        }
    }

    /// - Parameter passesOn: whether the line that the text is a part of says that it repeats somebody.
    private func masked(_ text: String, saidByBot: Bool, passesOn: Bool = false) -> String {
        withoutName(quotes.masked(text, saidByBot: saidByBot, passesOn: passesOn))
    }

    func withoutName(_ text: String) -> String { names?.masked(text) ?? text }

    /// The whole id must be the person's. Only the id of somebody who never joined may be the person's name itself, with
    /// or without a prefix.
    private func actor(_ id: String) -> String {
        guard case .person(let person, _) = aim, let names else { return id }
        if person.ids.contains(id) { return pseudonymID }
        if otherIDs.contains(id) { return id }
        let name = id.lastIndex(of: ":").map { String(id[id.index(after: $0)...]) } ?? id
        return names.masked(name) == pseudonym ? String(id.dropLast(name.count)) + pseudonym : id
    }

    /// Somebody as they are named in a command: by a name as it was typed, or by an id.
    private func renamed(_ words: String, _ before: Discussion, alsoShared: Bool = true) -> String {
        guard case .person(let person, _) = aim, let names else { return words }
        if person.ids.contains(words) { return pseudonymID }
        let named = before.people.named(words)
        if let member = person.member, named.contains(member) {
            return named.count == 1 ? pseudonym : names.masked(words, alsoShared: alsoShared)
        }
        // What names somebody else goes on naming them.
        return named.isEmpty ? names.masked(words, alsoShared: alsoShared) : words
    }

    private func reading(_ entry: Entry, _ heard: Heard?, _ before: Discussion, takesWords: Bool) -> String {
        guard let heard, !entry.reading.isEmpty else { return entry.reading }
        // What was declined is never heard again, so nothing of it need stay.
        if heard.readings.isEmpty {
            return takesWords || masked(entry.reading, saidByBot: false) != entry.reading ? "[]" : entry.reading
        }
        let passesOn = QuoteMask.passesOn(entry.words)
        let replaced = heard.readings.map { reading in
            var reading = reading
            let takesParts = takesParts(of: reading.event, before)
            if takesParts, case .proposed(let proposed) = reading.event {
                reading.event = .proposed(before.withParts(proposed, today: heard.today))
            }
            if takesWords { reading.event = withoutIdleName(reading.event, heard, before) }
            let acting = takesWords ? before.wordsThatAct(in: reading.event, of: heard) : nil
            reading.event = reading.event.replacing(
                replacement(
                    before, today: heard.today, takesWords: takesWords || takesParts, acting: acting,
                    passesOn: passesOn))
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

    /// Whoever is here already keeps their name when they join again: the one in the line does nothing.
    private func withoutIdleName(_ event: Event, _ heard: Heard, _ before: Discussion) -> Event {
        guard case .joined(let name, let sector, let organisation, let role) = event,
            before.people.find(actor: heard.actor) != nil, renamed(name, before) == name
        else { return event }
        return .joined(name: QuoteMask.erased, sector: sector, organisation: organisation, role: role)
    }

    private func replacement(
        _ before: Discussion, today: CivilDate, takesWords: Bool, acting: String?, passesOn: Bool
    ) -> TextReplacement {
        func said(_ words: String) -> String {
            takesWords ? acting ?? placeholder(words) : masked(words, saidByBot: false, passesOn: passesOn)
        }
        // What words name must be named afterwards too: where they go, in the shortest way.
        func named(_ words: String, as short: String?) -> String {
            guard let short else { return said(words) }
            return takesWords || said(words) != words ? short : words
        }
        return TextReplacement(
            words: { said($0) },
            person: { words in
                // What names nobody here does nothing, whatever it says.
                if takesWords, !words.isEmpty, !before.namesSomebody(words) { return QuoteMask.erased }
                return renamed(words, before)
            },
            newcomer: { renamed($0, before, alsoShared: false) },
            area: { named($0, as: before.idOfArea(named: $0)) },
            day: { named($0, as: Reader.date($0, today: today)?.iso) },
            label: { withoutName($0) }, member: { member($0) })
    }

    private func member(_ planned: SetupMember) -> SetupMember {
        guard case .person(let person, _) = aim, let names else { return planned }
        var planned = planned
        let isOther = planned.id.map(otherIDs.contains) == true
        let isSame = !isOther && person.names.contains { Names.fold($0) == Names.fold(planned.name) }
        guard isSame || planned.id.map(person.ids.contains) == true else {
            planned.name = names.masked(planned.name, alsoShared: false)
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
        if let cause = fields["cause"]?.string, withoutName(cause) != cause { fields["cause"] = nil }
        if let asked = fields["asks"]?.string { fields["asks"] = .string(actor(asked)) }
        if let choices = fields["choices"]?.array {
            fields["choices"] = .array(choices.map { $0.string.map { .string(withoutName($0)) } ?? $0 })
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
    private static let prefix = MadeID.erasedPrefix

    static func id(_ number: Int) -> String { prefix + String(number) }
    private static let namePrefix = "Erased person "
    static func name(_ number: Int) -> String { namePrefix + String(number) }
    /// Nil for the name of somebody who was not erased.
    static func number(ofName name: String) -> Int? {
        name.hasPrefix(namePrefix) ? Int(name.dropFirst(namePrefix.count)) : nil
    }
    /// - Parameter place: 1 for the first of the person's connections.
    static func principal(_ number: Int, place: Int) -> String { place == 1 ? id(number) : "\(id(number)):\(place)" }

    /// The number in an id or in what a connection is called; nil for somebody who was not erased.
    static func number(_ id: String?) -> Int? {
        guard let start = id?.firstRange(of: prefix), let id,
            start.lowerBound == id.startIndex
                || id.hasPrefix(Participants.typedPrefix + prefix)
        else { return nil }
        return Int(id[start.upperBound...].prefix { $0.isASCII && $0.isNumber })
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

    /// Those of its texts that the discussion compares with what the same person says later.
    fileprivate func compared(among texts: [String]) -> [String] {
        switch self {
        case .positionTaken, .levelGiven, .objectivePartGiven: texts
        case .proposed(let proposed): [proposed.measure, proposed.baseline, proposed.target].compactMap { $0 }
        default: []
        }
    }

    fileprivate var isProposal: Bool { kind == .proposed || kind == .amended }
}
