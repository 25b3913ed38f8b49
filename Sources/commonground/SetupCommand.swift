import ArgumentParser
import Frameworks

struct SetupCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "setup", abstract: "Write and check the set-up of a session.", subcommands: [New.self, Check.self])

    struct Check: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List the mistakes in a set-up file, with line and mend.",
            discussion: "Example: commonground setup check north.yaml")
        @Argument(help: "The file.") var file: String

        func run() throws {
            let checked = SetupReader(library: FrameworkCommand.library).read(file: file)
            try Output.result(FrameworkText.check(checked, name: file))
            if checked.value == nil { throw ExitCode(Exit.badData) }
        }
    }
}
