import ArgumentParser
import Glibc
import Hosting
import Transcript

struct Disclose: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Everything that is held about one person, to be given to them.",
        discussion: """
            Writes disclosure.md, to be read, and disclosure.ndjson, for programs, into a folder. Private words of other \
            people are not in them.
            Example: commonground disclose "Ann Shah" --output ann-shah
            """)
    @Argument(help: "The person: a whole name or an id.") var person: String
    @Option(help: "Only in this room.") var room: String?
    @Option(help: ArgumentHelp("The folder; made if it is not there.", valueName: "folder")) var output: String
    @OptionGroup var replacing: ReplaceOption
    @OptionGroup var store: StoreOption

    func run() throws {
        // One person's words must not lie under another's name, nor half of each in one folder.
        let (text, data) = (output + "/disclosure.md", output + "/disclosure.ndjson")
        for file in [text, data] { try ResultFile.check(file, replacing.earlier) }
        let host = RoomHost(store: try store.open())
        defer { try? host.store.close() }
        let rooms = try room.map { [$0] } ?? ending { () throws(HostError) in try host.roomSummaries().map(\.room) }
        let disclosure = try ending { () throws(HostError) in try host.disclosure(about: person, in: rooms) }
        if disclosure.lines.isEmpty {
            throw Exit.failure(
                "Nothing is held about “\(person)” here. Give the whole name, or the id that “commonground record” shows.",
                Exit.noInput)
        }
        if mkdir(output, 0o700) != 0, errno != EEXIST {
            throw Exit.failure("“\(output)” cannot be made. Choose another folder.", Exit.cannotCreate)
        }
        try ResultFile.write(disclosure.markdown, to: text, replacing.earlier, isPrivate: true)
        try ResultFile.write(disclosure.ndjson, to: data, replacing.earlier, isPrivate: true)
        try Output.result("\(disclosure.lines.count) entries, in \(text) and disclosure.ndjson.")
    }
}
