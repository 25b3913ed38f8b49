import ArgumentParser
import Drafting

extension DraftDocument: ExpressibleByArgument {}

enum DraftFormat: String, CaseIterable, ExpressibleByArgument { case markdown, text, csv, json, html, word }

struct DraftOptions: ParsableArguments {
    @OptionGroup var arguments: RoomArguments
    @Option(help: "The number of a session; the latest if left out.") var session: Int?
    @Option(help: "The layout.") var format = DraftFormat.markdown
    @Option(
        help: ArgumentHelp("A file to write to, in place of the terminal. Word needs one.", valueName: "file"))
    var output: String?
    @OptionGroup var replacing: ReplaceOption
    @Option(help: ArgumentHelp("Your own words for some sentences: a YAML file.", valueName: "file"))
    var wording: String?
    @Flag(help: "Print the sentences that you can put in your own words, as such a file.")
    var showWording = false
    @Flag(help: "Say on stderr how easy the document is to read.") var plainEnglish = false
}
