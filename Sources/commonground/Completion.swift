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
        // "Ann: /le" completes as "/le" does.
        let spoken = before.first.map { $0.hasSuffix(":") } == true ? Array(before.dropFirst()) : before
        if spoken.isEmpty { return word.hasPrefix("/") ? commands : before.isEmpty ? names.map { "\($0):" } + commands : commands }
        if word.hasPrefix("#") { return numbers }
        guard let typed = spoken.first, typed.hasPrefix("/"), let command = CommandTable.find(String(typed.dropFirst())) else {
            return numbers
        }
        return values(of: command.name)
    }

    private var commands: [String] { CommandTable.all.map { "/\($0.name)" } }
    private var names: [String] { discussion.people.ids.map { discussion.people[$0].firstName } }
    private var wholeNames: [String] { discussion.people.ids.map { discussion.people[$0].name } }
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
        case "here", "apologies", "hand", "owner", "facilitator": wholeNames
        case "form": Form.allCases.map(\.rawValue)
        case "minority": ["named", "unnamed"]
        case "help": CommandTable.all.map(\.name)
        case "agree", "disagree", "unsure", "correct", "withdraw", "undo", "decide", "aim", "objective": numbers
        default: []
        }
    }
}

/// Whether the words before a colon are somebody's name.
enum SpeakerNames {
    static func isKnown(_ name: String, _ discussion: Discussion) -> Bool {
        discussion.people.find(actor: "typed:" + Names.fold(name)) != nil || !discussion.people.named(name).isEmpty
    }

    /// Somebody may join by speaking, so a new name must look like one: one to four words with capitals, and none of the
    /// words with which people begin a remark.
    static func looksLikeOne(_ name: String) -> Bool {
        let words = name.split(separator: " ")
        guard (1...4).contains(words.count), !remarkWords.contains(Names.fold(name)) else { return false }
        return words.allSatisfy { word in
            (word.first?.isUppercase ?? false) && word.allSatisfy { $0.isLetter || $0 == "." || $0 == "-" || $0 == "'" || $0 == "’" }
        }
    }

    private static let remarkWords: Set<String> = [
        "note", "notes", "question", "questions", "action", "actions", "aim", "aims", "objective", "objectives", "decision",
        "decisions", "summary", "point", "example", "fact", "evidence", "idea", "concern", "re", "ps", "nb", "fyi", "update",
        "reminder", "agenda", "result", "results", "answer", "proposal", "option", "options", "warning", "next", "first",
        "second", "third", "finally", "also", "so", "but", "and", "yes", "no", "ok", "okay", "position", "interest", "source",
    ]
}
