import ArgumentParser
import Foundation
import Serving

/// `commonground check`: holds any implementation of the line protocol to its numbered rules.
struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Check that a program keeps the rules of the line protocol.",
        discussion: """
            The program is started for each rule and spoken to over its stdin and stdout; whatever it keeps, it must \
            find again when it is started a second time. Ends with 1 when a rule is broken.

            Examples:
              commonground check -- commonground run --ndjson --store /tmp/check.sqlite
              commonground check --rule LP-017 -- ./my-server --stdio
            """)
    @Option(help: ArgumentHelp("Only this rule; may be there more than once.", valueName: "id")) var rule: [String] = []
    @Option(help: ArgumentHelp("How long to wait for a line.", valueName: "seconds")) var patience = 10.0
    @Argument(help: "The program and its arguments, after --.") var command: [String]

    func validate() throws {
        for id in rule where !Conformance.rules.contains(where: { $0.id == id }) {
            throw ValidationError("There is no rule \(id). They go from LP-001 to \(Conformance.rules.last?.id ?? "").")
        }
        if !(0.1...600).contains(patience) { throw ValidationError("--patience is from 0.1 to 600 seconds.") }
    }

    func run() throws {
        signal(SIGPIPE, SIG_IGN)
        let chosen = Conformance.rules.filter { rule.isEmpty || rule.contains($0.id) }
        var broken = 0
        for rule in chosen {
            let peer = try ChildPeer(command, patience: patience)
            let mistake = try Conformance.check(
                rule, peer, room: "check-" + UUID().uuidString.prefix(8).lowercased())
            peer.end()
            try Output.result("\(mistake == nil ? "pass" : "fail") \(rule.id) \(rule.says)")
            if let mistake {
                broken += 1
                try Output.result("     \(mistake)")
            }
        }
        try Output.result("\(chosen.count - broken) of \(chosen.count) rules are kept.")
        if broken > 0 { throw ExitCode(1) }
    }
}
