import Facilitation
import Foundation
import Testing

/// What the guides tell people to type is what the program takes.
@Suite struct GuidesTests {
    /// IRC's own, in the integrator's guide.
    static let commandsOfOthers: Set<String> = ["me", "msg"]
    static let ownGuides = ["FACILITATING", "MEMBERS", "FRAMEWORKS", "ACCESSIBILITY"].map { ".github/\($0).md" }

    static func documents() throws -> [Guide] {
        // The gallery of mistakes is full of commands that are not there; it is made by its own test.
        let paths =
            ["README.md"]
            + Project.files(under: ".github") { $0.hasSuffix(".md") }.filter { $0 != ErrorGallery.path }
        return try paths.map { Guide(path: $0, text: try Project.text($0)) }
    }

    @Test func `the guides are there`() throws {
        let paths = try GuidesTests.documents().map(\.path)
        for guide in GuidesTests.ownGuides { #expect(paths.contains(guide), "\(guide)") }
    }

    @Test func `every command line in the documents is one that the program knows, with its options`() throws {
        let program = try BuiltProgram()
        defer { program.remove() }
        let help = try ProgramHelp(program)
        var found = 0
        for document in try GuidesTests.documents() {
            #expect(document.hasClosedCode, "\(document.path): a backtick is left open")
            for line in document.code {
                for words in ShellLine.commands(in: line) {
                    found += 1
                    if let fault = help.fault(in: words) { Issue.record("\(document.path): \(fault) in: \(line)") }
                }
            }
        }
        #expect(found > 60)
    }

    @Test func `an option that a guide names alone belongs to a command`() throws {
        let program = try BuiltProgram()
        defer { program.remove() }
        let help = try ProgramHelp(program)
        for document in try GuidesTests.documents() where GuidesTests.ownGuides.contains(document.path) {
            for piece in document.code where piece.hasPrefix("--") {
                for word in ShellLine.words(piece) where word.hasPrefix("--") {
                    #expect(help.everyOption.contains(String(word.dropFirst(2))), "\(document.path): \(word)")
                }
            }
        }
    }

    @Test func `every slash command in the documents is in the table of commands`() throws {
        var found = 0
        for document in try GuidesTests.documents() {
            for piece in document.code {
                guard let name = Guide.slashCommand(piece), !GuidesTests.commandsOfOthers.contains(name) else {
                    continue
                }
                found += 1
                #expect(CommandTable.find(name) != nil, "\(document.path): \(piece)")
            }
        }
        #expect(found > 80)
    }

    @Test func `what a guide says that the bot says, it says in a transcript`() throws {
        let transcripts = try Project.files(under: "Transcripts") { $0.hasSuffix(".md") }.flatMap { path in
            try Project.text(path).split(separator: "\n").compactMap { line in
                line.firstRange(of: "] Common Ground").map { String(line[$0.lowerBound...].dropFirst(2)) }
            }
        }
        let said = Set(transcripts)
        var found = 0
        for document in try GuidesTests.documents() where GuidesTests.ownGuides.contains(document.path) {
            let quoted = Readme(text: document.text).blocks("text").joined()
            for line in quoted where line.hasPrefix("Common Ground") {
                found += 1
                #expect(said.contains(line), "\(document.path): \(line)")
            }
        }
        #expect(found >= 10)
    }

    @Test func `the members' page is one page, and has every level`() throws {
        let page = try Project.text(".github/MEMBERS.md")
        #expect(page.split { $0 == " " || $0 == "\n" }.count < 850)
        for level in Level.allCases {
            let words = level == .full ? "full support" : level.rawValue.replacing("-", with: " ")
            #expect(page.contains("\n| \(words) | "), "\(words)")
        }
    }

    @Test func `the facilitator's commands before and after the meeting can be run as they stand`() throws {
        let blocks = Readme(text: try Project.text(".github/FACILITATING.md")).blocks("sh")
        try #require(blocks.count == 2)
        let program = try BuiltProgram()
        defer { program.remove() }
        let prepared = try program.shell(blocks[0].joined(separator: "\n"))
        #expect(prepared.code == 0 && prepared.output.contains("No mistakes in north.yaml."), "\(prepared)")

        let held = try program.shell(
            "printf 'Helen: /start 8\\nHelen: /end\\n' | commonground run --text --room north --facilitator Helen"
                + " && printf 'Ann: We need the figures by June.\\n' > notes.txt")
        #expect(held.code == 0, "\(held)")
        // Word files need pandoc, which not every computer has.
        for line in blocks[1] where !line.contains("--format word") {
            let ended = try program.shell(line)
            #expect(ended.code == 0, "\(line): \(ended)")
        }
    }

    @Test func `the author's commands can be run as they stand, and the table can be imported`() throws {
        let guide = Readme(text: try Project.text(".github/FRAMEWORKS.md"))
        let texts = guide.blocks("text")
        try #require(texts.count == 2 && guide.blocks("sh").count == 2)
        let program = try BuiltProgram()
        defer { program.remove() }
        let table = texts[1].joined(separator: "\n") + "\n"
        try Data(table.utf8).write(to: program.folder.appending(path: "our-matrix.csv"))
        for line in guide.blocks("sh").joined() {
            let ended = try program.shell(line)
            #expect(ended.code == 0, "\(line): \(ended)")
        }
        let shown = try program.shell("commonground framework show our-matrix")
        #expect(shown.code == 0 && shown.output.contains("Kitchens") && shown.output.contains("Our own work"))

        let smallest = try #require(guide.blocks("yaml").first).joined(separator: "\n") + "\n"
        try Data(smallest.utf8).write(to: program.folder.appending(path: "mini.yaml"))
        let mini = try program.shell("commonground framework check mini.yaml")
        #expect(mini.code == 0 && mini.output.hasPrefix("No mistakes in mini.yaml"), "\(mini)")

        let wrong = "id: x\nname: 3\nstages: []\nareaz: 1\n"
        try Data(wrong.utf8).write(to: program.folder.appending(path: "wrong.yaml"))
        let checked = try program.shell("commonground framework check wrong.yaml")
        #expect(checked.output.contains(texts[0].joined(separator: "\n")), "\(checked.output)")
    }

    @Test func `the integrator's first lines hold a meeting`() throws {
        let guide = Readme(text: try Project.text(".github/INTEGRATING.md"))
        let lines = try #require(guide.blocks("json").first)
        let program = try BuiltProgram()
        defer { program.remove() }
        let input = lines.joined(separator: "\n") + "\n"
        try Data(input.utf8).write(to: program.folder.appending(path: "lines.ndjson"))
        let held = try program.shell("commonground run --ndjson < lines.ndjson")
        #expect(held.code == 0, "\(held)")
        let replies = held.output.split(separator: "\n").filter { $0.contains("\"re\":") }
        #expect(lines.count == 5 && replies.count == 5)
        #expect(replies.allSatisfy { $0.contains("\"ok\":true") }, "\(replies)")
    }
}

/// The checks of this suite can fail.
@Suite struct GuideReadingTests {
    @Test func `code is found in backticks, in fences, and indented`() {
        let guide = Guide(
            path: "x",
            text: "Type `one two` or\n`three`.\n```sh\nfour \\\n    five\n```\n\n    six\n\n| `/a \\| b` |\n")
        #expect(guide.code == ["four " + "    five", "    six", "one two", "three", "/a \\| b"])
        #expect(guide.hasClosedCode)
        #expect(!Guide(path: "x", text: "an `open one").hasClosedCode)
    }

    @Test func `command lines are found in what a shell would run`() {
        #expect(
            ShellLine.commands(in: "printf 'a b' | commonground run --text > x && commonground draft \"a | b\"")
                == [["run", "--text"], ["draft", "a | b"]])
        #expect(ShellLine.commands(in: "commonground check -- commonground run") == [["check"], ["run"]])
        #expect(ShellLine.commands(in: "commonground/frameworks") == [])
    }

    @Test func `a slash command is no path`() {
        #expect(Guide.slashCommand("/start 8") == "start")
        #expect(Guide.slashCommand("/help") == "help")
        #expect(Guide.slashCommand("/run/ground.sock") == nil)
        #expect(Guide.slashCommand("start") == nil)
    }

    @Test func `an unknown command or option is a fault`() throws {
        let program = try BuiltProgram()
        defer { program.remove() }
        let help = try ProgramHelp(program)
        #expect(help.fault(in: ["draft", "north", "--format", "html"]) == nil)
        #expect(help.fault(in: ["--room", "north"]) == nil)
        #expect(help.fault(in: ["framework", "import", "x.csv", "--name", "X"]) == nil)
        #expect(help.fault(in: ["drift", "north"]) == "there is no command drift")
        #expect(help.fault(in: ["framework", "improve"]) == "there is no command improve")
        #expect(help.fault(in: ["draft", "north", "--colour"]) == "draft has no option --colour")
        #expect(help.fault(in: ["--colour"]) == "facilitate has no option --colour")
    }
}

/// A document, and the code in it.
struct Guide {
    var path: String
    var text: String
    /// The lines of fenced and indented code, then what stands in backticks.
    var code: [String] { lines + inline }
    /// A backtick without its partner would turn prose into code and code into prose.
    var hasClosedCode: Bool { prose.count { $0 == "`" }.isMultiple(of: 2) }

    private let lines: [String]
    private let prose: String

    init(path: String, text: String) {
        self.path = path
        self.text = text
        var (lines, prose) = ([String](), [Substring]())
        var isFenced = false
        var goesOn = false
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("```") {
                isFenced.toggle()
                goesOn = false
            } else if isFenced || line.hasPrefix("    ") {
                let words = line.hasSuffix("\\") ? line.dropLast() : line
                if goesOn, let last = lines.indices.last { lines[last] += words } else { lines.append(String(words)) }
                goesOn = line.hasSuffix("\\")
            } else {
                prose.append(line)
                goesOn = false
            }
        }
        self.lines = lines
        self.prose = prose.joined(separator: "\n")
    }

    private var inline: [String] {
        prose.split(separator: "`", omittingEmptySubsequences: false).enumerated()
            .filter { $0.offset % 2 == 1 }.map { String($0.element).replacing("\n", with: " ") }
    }

    /// The name in `/name and more`; nil for paths and other words.
    static func slashCommand(_ piece: String) -> String? {
        guard piece.hasPrefix("/") else { return nil }
        let name = piece.dropFirst().prefix { $0.isLetter }
        let next = piece.dropFirst(name.count + 1).first
        return name.isEmpty || (next != nil && next != " ") ? nil : String(name)
    }
}

/// A line for a shell, as far as the documents use one.
enum ShellLine {
    private static let ends: Set<String> = ["|", "||", "&", "&&", ";", "<", ">", ">>", "--"]

    /// What stands between spaces; quotation marks keep words together.
    static func words(_ line: String) -> [String] {
        var words: [String] = []
        var word = ""
        var quote: Character?
        for character in line {
            if character == quote {
                quote = nil
            } else if quote == nil, character == "\"" || character == "'" {
                quote = character
            } else if quote == nil, character == " " {
                if !word.isEmpty { words.append(word) }
                word = ""
            } else {
                word.append(character)
            }
        }
        return word.isEmpty ? words : words + [word]
    }

    /// The words after each `commonground` of a line, up to where its command ends.
    static func commands(in line: String) -> [[String]] {
        let words = ShellLine.words(line)
        return words.indices.filter { words[$0] == "commonground" }.map { index in
            Array(words[(index + 1)...].prefix { !ends.contains($0) })
        }
    }
}

/// Every command of the program with its options, as the program itself tells them.
struct ProgramHelp {
    private struct Dump: Decodable { var command: Command }

    private struct Command: Decodable {
        struct Argument: Decodable {
            struct Name: Decodable {
                var kind: String
                var name: String
            }
            var names: [Name]?
        }
        var commandName: String
        var subcommands: [Command]?
        var arguments: [Argument]?

        var options: [String] {
            (arguments ?? []).flatMap { $0.names ?? [] }.filter { $0.kind == "long" }.map(\.name)
        }
        var everyOption: [String] { options + (subcommands ?? []).flatMap(\.everyOption) }
    }

    /// What runs when no subcommand is named.
    private static let defaults = ["commonground": "facilitate", "framework": "list"]
    private static let ofEveryCommand: Set<String> = ["help", "version"]
    private let root: Command

    init(_ program: BuiltProgram) throws {
        let dumped = try program.shell("commonground --experimental-dump-help")
        root = try JSONDecoder().decode(Dump.self, from: Data(dumped.output.utf8)).command
        try #require((root.subcommands ?? []).count > 10, "the help was not understood")
    }

    var everyOption: Set<String> { Set(root.everyOption).union(ProgramHelp.ofEveryCommand) }

    /// What the program would not know in the words after its name; nil when it knows all of them.
    func fault(in words: [String]) -> String? {
        var command = root
        var rest = words[...]
        while let inner = command.subcommands, !inner.isEmpty {
            var chosen = ProgramHelp.defaults[command.commandName]
            if let word = rest.first, !word.hasPrefix("-") {
                chosen = word
                rest = rest.dropFirst()
            }
            guard let name = chosen else { break }
            guard let next = inner.first(where: { $0.commandName == name }) else {
                return "there is no command \(name)"
            }
            command = next
        }
        let known = ProgramHelp.ofEveryCommand.union(command.options)
        let unknown = rest.first { word in
            word.hasPrefix("--") && !known.contains(String(word.dropFirst(2).prefix { $0 != "=" }))
        }
        return unknown.map { "\(command.commandName) has no option \($0)" }
    }
}
