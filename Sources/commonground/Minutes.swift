import ArgumentParser
import Drafting

struct Minutes: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Draft the minutes of a session in house style.",
        discussion: "The same as draft --document minutes. Example: commonground minutes north --output minutes.md")
    @OptionGroup var options: DraftOptions

    func run() throws { try DraftWriter(options).write(.minutes) }
}
