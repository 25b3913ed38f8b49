import Facilitation
import Foundation
import Testing

/// What the documents say is what the program does.
@Suite struct DocsTests {
    static let linesMax = 200

    @Test func `the README is short enough to be read`() throws {
        let lines = try Project.text(Readme.path).split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.count <= DocsTests.linesMax + 1)
    }

    @Test func `the tables and the sessions of the README are those that the program makes today`() throws {
        let readme = Readme(text: try Project.text(Readme.path))
        let program = try BuiltProgram()
        defer { program.remove() }
        try program.lay("Transcripts")

        let members = CommandTable.all.filter { !$0.isForFacilitators }
        let facilitators = CommandTable.all.filter(\.isForFacilitators)
        let subcommands = Readme.subcommands(help: try program.shell("commonground --help").output)
        try #require(subcommands.count > 10, "the help was not understood")
        var now = try #require(readme.replacing("commands for everyone", with: Readme.table(of: members)))
        now = try #require(now.replacing("commands for facilitators", with: Readme.table(of: facilitators)))
        now = try #require(
            now.replacing("subcommands", with: [subcommands.map { "`\($0.name)`" }.joined(separator: ", ") + "."]))
        now = try now.rerun { try program.lines($0) }

        if Project.isRecording {
            try Data(now.text.utf8).write(to: Project.root.appending(path: Readme.path))
            Issue.record("Recorded \(Readme.path); read the difference, then run without COMMONGROUND_RECORD.")
            return
        }
        for (index, (found, made)) in zip(readme.lines, now.lines).enumerated() where found != made {
            Issue.record(
                "\(Readme.path):\(index + 1) says:\n\(found)\nand the program:\n\(made)\nScripts/record writes it anew."
            )
            break
        }
        #expect(readme.lines.count == now.lines.count)
    }

    @Test func `the README shows at least one session that was run`() throws {
        let blocks = Readme(text: try Project.text(Readme.path)).blocks("console")
        #expect(blocks.contains { $0.first?.hasPrefix("$ commonground replay ") == true && $0.count >= 10 })
    }

    @Test func `every command is in the README's tables once, and nothing else is`() throws {
        let cells = try Project.text(Readme.path).split(separator: "\n").filter { $0.hasPrefix("| `/") }
            .map { $0.dropFirst(2).split(separator: " | ")[0] }
        let usages = cells.flatMap { $0.split(separator: "`").filter { $0.hasPrefix("/") } }
            .map { String($0.dropFirst().prefix { $0.isLetter }) }
        #expect(usages.sorted() == CommandTable.all.map(\.name).sorted())
    }

    @Test func `every command of the program has an overview in its own help`() throws {
        let program = try BuiltProgram()
        defer { program.remove() }
        let subcommands = Readme.subcommands(help: try program.shell("commonground --help").output)
        try #require(!subcommands.isEmpty)
        for (name, summary) in subcommands {
            let help = try program.shell("commonground \(name) --help")
            #expect(help.code == 0)
            #expect(help.output.hasPrefix("OVERVIEW: \(summary.prefix(30))"), "\(name): \(help.output.prefix(100))")
        }
    }

    @Test func `the map of the code in the README is the one in the package`() throws {
        let rows = try Project.text(Readme.path).split(separator: "\n").filter {
            $0.hasPrefix("| `") && !$0.hasPrefix("| `/")
        }
        let mapped = rows.map { String($0.dropFirst(3).prefix { $0 != "`" }) }
        let targets = try Project.package().filter { !$0.isOfTheTests }.map(\.name)
        #expect(mapped.sorted() == targets.sorted())
    }

    /// What the README says to type in the first ten minutes, typed.
    @Test func `the first ten minutes go as the README says`() throws {
        let block = try #require(Readme(text: try Project.text(Readme.path)).blocks("text keyboard").first)
        let program = try BuiltProgram()
        defer { program.remove() }
        try Data((block.joined(separator: "\n") + "\n").utf8).write(to: program.folder.appending(path: "keys.txt"))
        let session = try program.shell("commonground --plain < keys.txt")
        #expect(session.code == 0)
        #expect(session.errors == "")
        let refused = session.output.split(separator: "\n").filter { $0.hasPrefix("!") }
        #expect(refused == [])
        // The ratings were typed where nothing is shown: before the draft their words are nowhere.
        let talk = session.output.components(separatedBy: "About this draft")
        try #require(talk.count == 2)
        #expect(!talk[0].contains("three contracts") && !talk[0].contains("six days' notice"))

        let draft = try program.shell("commonground draft main")
        #expect(draft.code == 0)
        let aim = try #require(block.first { $0.hasPrefix("/aim ") }).dropFirst("/aim ".count)
        #expect(draft.output.contains("**supported in discussion** (1 full support, 1 support): “\(aim)”"))
        #expect(draft.output.contains("Reservation, Sam Rhys: “small groups have not seen it yet”"))

        let again = try program.shell("commonground --plain < /dev/null")
        #expect(again.output.contains("Back in room “main”"))
    }

    @Test func `every file that the documents name is there`() throws {
        for document in ["README.md"] + Project.files(under: ".github", where: { $0.hasSuffix(".md") }) {
            let named = try Project.text(document).split(separator: "`").map(String.init).filter { part in
                ["Sources/", "Tests/", "Scripts/", "Transcripts/", ".ci/", ".github/"].contains { part.hasPrefix($0) }
            }
            for path in named.map({ $0.prefix { $0 != " " } }) where !path.contains("X") && !path.contains("*") {
                #expect(
                    FileManager.default.fileExists(atPath: Project.root.appending(path: path).path),
                    "\(document): \(path)")
            }
        }
    }

    @Test func `the framework's names are credited, and the licence of a linked program is told`() throws {
        let readme = try Project.text(Readme.path)
        #expect(readme.contains("Elliott C., NHS Confederation, December 2022"))
        #expect(readme.contains("GPL-3.0-or-later"))
        #expect(readme.contains("Apache-2.0"))
    }
}

/// The checks of this suite can fail.
@Suite struct ReadmeTests {
    @Test func `a made table takes the place of an older one`() {
        let readme = Readme(text: "a\n<!-- made: x -->\nold\nolder\n<!-- end -->\nb")
        #expect(readme.replacing("x", with: ["new"])?.text == "a\n<!-- made: x -->\nnew\n<!-- end -->\nb")
        #expect(readme.replacing("y", with: ["new"]) == nil)
    }

    @Test func `commands in a console block are run, and their output takes the place of what was there`() {
        let readme = Readme(text: "a\n```console\n$ one\nold\n$ two\n```\n$ not one\n```\nx\n```")
        var ran: [String] = []
        let now = readme.rerun {
            ran.append($0)
            return ["made by \($0)"]
        }
        #expect(ran == ["one", "two"])
        #expect(now.text == "a\n```console\n$ one\nmade by one\n$ two\nmade by two\n```\n$ not one\n```\nx\n```")
    }

    @Test func `lines that are left out stay out, and the others are those of today`() {
        #expect(Readme.output(["1", "2", "3", "4"], laidOutAs: ["a", "…", "b"]) == ["1", "…", "4"])
        #expect(Readme.output(["1", "2", "3"], laidOutAs: ["…", "b", "c"]) == ["…", "2", "3"])
        #expect(Readme.output(["1"], laidOutAs: ["a", "…", "b"]) == ["1"])
    }

    @Test func `the commands are read from a help text, with summaries of several lines`() {
        let help =
            "USAGE: x\n\nSUBCOMMANDS:\n  one (default)           First\n                          of all.\n  two                     Second.\n\n  See more"
        let found = Readme.subcommands(help: help)
        #expect(found.map(\.name) == ["one", "two"])
        #expect(found.map(\.summary) == ["First of all.", "Second."])
    }
}

extension BuiltProgram {
    /// Puts a folder of the project beside the program.
    func lay(_ path: String) throws {
        try FileManager.default.createSymbolicLink(
            at: folder.appending(path: path), withDestinationURL: Project.root.appending(path: path))
    }

    /// What a terminal would show, line by line; an end that is not orderly is shown too.
    func lines(_ command: String) throws -> [String] {
        let ended = try shell(command)
        var lines = (ended.output + ended.errors).split(separator: "\n", omittingEmptySubsequences: false).map(
            String.init)
        if lines.last == "" { lines.removeLast() }
        return ended.code == 0 ? lines : lines + ["(ends with \(ended.code))"]
    }
}
