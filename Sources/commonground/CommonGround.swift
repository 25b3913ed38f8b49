import ArgumentParser
import Glibc
import Hosting

@main
struct CommonGround: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "commonground",
        abstract:
            "Takes a partnership through a maturity framework, and keeps who agreed, who did not, and in whose words.",
        discussion: """
            Without a command it opens a session in this terminal: people join by speaking ("Ann: good morning"), and \
            the keyboard is the facilitator. Everything stays on this computer, unless you name a server or a chat.

            Examples:
              commonground
              commonground --setup north.yaml --room north
              commonground draft north
              commonground run --ndjson --room north < commands.ndjson
            """,
        version: Version.number,
        subcommands: [
            Facilitate.self, Run.self, Read.self, Replay.self, RecordCommand.self, DraftCommand.self, Minutes.self,
            Export.self, VerifyDraft.self, Rooms.self, Sessions.self, Compare.self, Verify.self,
            FrameworkCommand.self, SetupCommand.self, Backup.self, Import.self, BridgeCommand.self, Check.self,
            Summarise.self, Doctor.self, Redact.self, Erase.self, Hold.self, Retain.self, Purge.self,
            Disclose.self, Tour.self,
        ],
        defaultSubcommand: Facilitate.self)

    static func main() {
        // What people said is in every file that this program makes: they are their owner's alone.
        umask(0o077)
        let arguments = Array(CommandLine.arguments.dropFirst())
        if let explanation = MistypedCommand.explanation(for: arguments, in: CommonGround.self) {
            exit(withError: Exit.failure(explanation, Exit.usage))
        }
        main(nil)
    }
}
