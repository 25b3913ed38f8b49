import ArgumentParser
import Facilitation
import Foundation
import Frameworks

struct FrameworkCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "framework", abstract: "List, show, check and make frameworks.",
        subcommands: [List.self, Show.self, Check.self, New.self, Import.self],
        defaultSubcommand: List.self)

    static var library: Library { Library.standard(environment: ProcessInfo.processInfo.environment) }

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List the frameworks that can be used.")
        func run() throws {
            let library = FrameworkCommand.library
            let packs: [PackSummary]
            do throws(Mistake) { packs = try library.list() } catch {
                throw Exit.failure(MistakeText.list([error], in: library.folder ?? ""), Exit.noInput)
            }
            try Output.result(FrameworkText.list(packs))
        }
    }

    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show a framework, every area of it.", discussion: "Example: commonground framework show | less")
        @Argument(help: "Its id or a file; the built-in one if left out.") var name: String?

        func run() throws {
            let checked = library.load(name ?? Library.builtInID)
            guard let framework = checked.value else {
                throw Exit.failure(MistakeText.list(checked.mistakes, in: name ?? Library.builtInID), Exit.badData)
            }
            try Output.result(FrameworkText.show(framework))
        }
    }

    struct Check: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List the mistakes in a framework file, with line and mend.",
            discussion: "Example: commonground framework check our-matrix.yaml")
        @Argument(help: "The file.") var file: String

        func run() throws {
            let checked = library.load(file: file)
            try Output.result(FrameworkText.check(checked, name: file))
            if checked.value == nil { throw ExitCode(Exit.badData) }
        }
    }

    struct New: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Print a commented framework file to start from.",
            discussion: "Example: commonground framework new \"River towns\" > river-towns.yaml")
        @Argument(help: "Its name.") var name: String
        @OptionGroup var clock: ClockOption

        func run() throws {
            guard let id = Template.packID(from: name) else {
                throw Exit.failure("the name needs at least one letter or figure", Exit.usage)
            }
            try Output.result(Template.pack(id: id, name: name, checkedOn: try clock.today().iso))
        }
    }
}
