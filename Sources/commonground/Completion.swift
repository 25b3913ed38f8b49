import Facilitation

/// What the Tab key offers: commands, areas, stages, levels, members and numbers, by what stands before the cursor.
struct Completion {
    let discussion: Discussion

    init(_ discussion: Discussion) { self.discussion = discussion }

    func candidates(for word: String, after preceding: String) -> [String] {
        let all = offered(word, preceding)
        let wanted = word.lowercased()
        return all.filter { $0.lowercased().hasPrefix(wanted) }
    }

    private func offered(_ word: String, _ preceding: String) -> [String] {
        let before = preceding.split(separator: " ").map(String.init)
        let spoken = withoutSpeaker(before)
        if spoken.isEmpty {
            if word.hasPrefix("/") { return commands }
            return before.isEmpty ? speakers + commands : commands
        }
        if word.hasPrefix("#") { return numbers }
        guard let typed = spoken.first, typed.hasPrefix("/"), let command = CommandTable.find(String(typed.dropFirst()))
        else { return numbers }
        if spoken.contains("because") { return numbers }
        return takesNames(command.name) ? names(after: spoken.dropFirst()) : values(of: command.name)
    }

    /// "Ann Shah: /le" completes as "/le" does.
    private func withoutSpeaker(_ words: [String]) -> [String] {
        guard let colon = words.prefix(5).firstIndex(where: { $0.hasSuffix(":") }),
            !(words.first?.hasPrefix("/") ?? true)
        else { return words }
        return Array(words[(colon + 1)...])
    }

    private var commands: [String] { CommandTable.all.map { "/\($0.name)" } }
    private var wholeNames: [String] { discussion.people.ids.map { discussion.people[$0].name } }

    /// Everybody as they would speak; the whole name where a first name fits several people.
    private var speakers: [String] {
        discussion.people.ids.map { id in
            let person = discussion.people[id]
            return discussion.people.named(person.firstName).count == 1 ? "\(person.firstName):" : "\(person.name):"
        }
    }

    private func takesNames(_ command: String) -> Bool {
        ["here", "apologies", "hand", "owner", "facilitator"].contains(command)
    }

    /// Whole names, first names, and what is left of a name that was begun: after "Ann" comes "Shah".
    private func names(after words: ArraySlice<String>) -> [String] {
        let begun = words.last.map { $0.hasSuffix(",") ? "" : $0.lowercased() } ?? ""
        let rests = wholeNames.compactMap { name -> String? in
            let parts = name.split(separator: " ")
            guard !begun.isEmpty, let place = parts.firstIndex(where: { $0.lowercased() == begun }),
                place + 1 < parts.count
            else { return nil }
            return parts[(place + 1)...].joined(separator: " ")
        }
        return rests.isEmpty ? wholeNames + shortNames : rests
    }

    /// First names with a title before them in the whole name: "Idris" finds "Cllr Idris Vaughan".
    private var shortNames: [String] {
        discussion.people.ids.map { discussion.people[$0] }.filter { !$0.name.hasPrefix($0.firstName) }.map(\.firstName)
    }

    private var numbers: [String] {
        let statements = discussion.area?.openStatements.map { "#\($0.entry)" } ?? []
        return statements + (discussion.area?.proposals.map { "#\($0.entry)" } ?? [])
    }

    private func values(of command: String) -> [String] {
        switch command {
        case "area", "start": discussion.setup.framework.areas.map(\.id)
        case "gauge": discussion.setup.framework.ladder.answers + Confidence.allCases.map(\.rawValue) + ["because"]
        case "settle": discussion.setup.framework.ladder.steps.map(\.id)
        case "level": Level.allCases.map(\.rawValue) + ["because"]
        case "form": Form.allCases.map(\.rawValue)
        case "minority": ["named", "unnamed"]
        case "progress":
            discussion.adoptedObjectives.map { "#\($0.entry)" } + ProgressWord.allCases.map(\.rawValue) + ["because"]
        case "horizon": Horizon.allCases.map(\.rawValue)
        case "help": CommandTable.all.map(\.name)
        case "agree", "disagree", "unsure", "correct", "withdraw", "undo", "decide", "aim", "objective": numbers
        default: []
        }
    }
}
