import ArgumentParser
import Foundation
import Hosting

/// What this computer has and lacks for a session, with the command that mends each thing.
struct Doctor: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Look at the terminal, the language, the store and what else is needed, and say how to mend it.",
        discussion: """
            Makes nothing. Ends with 0 when nothing is in the way, with 78 when something is.

            Example: commonground doctor
            """)
    @OptionGroup var store: StoreOption

    func run() throws {
        let environment = ProcessInfo.processInfo.environment
        let findings =
            [Finding.fine("commonground \(Version.number).")] + DoctorChecks.terminal(environment)
            + [DoctorChecks.language(environment)]
            + DoctorChecks.store(store.store, environment) + DoctorChecks.frameworks(FrameworkCommand.library)
            + [DoctorChecks.word(environment)]
        try Output.result(findings.map(\.line).joined(separator: "\n"))
        let count = findings.count { $0.state == .wrong }
        try Output.result(count == 0 ? "Nothing is in the way of a session." : "To be mended: \(count).")
        if count == 0 { try Output.result("Next: commonground tour (a practice), or commonground (a session).") }
        if count > 0 { throw ExitCode(Exit.configuration) }
    }

    struct Finding {
        enum State: String { case fine = "fine", note = "note", wrong = "mend" }
        var state: State
        var words: String
        /// The command that mends it.
        var command: String?

        static func fine(_ words: String) -> Finding { Finding(state: .fine, words: words) }

        var line: String { "\(state.rawValue): \(words)\(command.map { " Type: \($0)" } ?? "")" }
    }
}
