import ArgumentParser
import Console
import Facilitation

/// A word where a command should stand, and is none.
enum MistypedCommand {
    /// What to tell about it; nil when every command is known, and everything else is for the parser.
    static func explanation(for arguments: [String], in root: any ParsableCommand.Type) -> String? {
        var command = root
        var path = "commonground"
        for word in arguments {
            let known = command.configuration.subcommands
            guard !known.isEmpty, !word.hasPrefix("-"), word != "help" else { return nil }
            if let found = known.first(where: { $0._commandName == word }) {
                command = found
                path += " \(word)"
                continue
            }
            let nearest = Spelling.nearest(to: word, among: known.map { $0._commandName })
            let guess = nearest.map { " Did you mean: \(path) \($0)?" } ?? ""
            return "There is no command “\(VisibleText.of(path)) \(VisibleText.of(word))”.\(guess) "
                + "To list all: \(path) --help"
        }
        return nil
    }
}
