import Foundation
import Testing

/// The help texts, as a terminal of the usual width shows them: what stands there can be copied.
@Suite struct HelpTextsTests {
    private struct Dump: Decodable { var command: Command }

    private struct Command: Decodable {
        var commandName: String
        var discussion: String?
        var subcommands: [Command]?

        /// This command and those below it.
        var all: [Command] { [self] + (subcommands ?? []).flatMap(\.all) }
        var lines: [Substring] { (discussion ?? "").split(separator: "\n", omittingEmptySubsequences: false) }
    }

    /// A longer line is broken at 80 columns.
    private static let columns = 78

    private func commands(_ program: BuiltProgram) throws -> [Command] {
        let dumped = try program.shell("commonground --experimental-dump-help")
        return try JSONDecoder().decode(Dump.self, from: Data(dumped.output.utf8)).command.all
    }

    @Test func `examples fit a terminal, and paragraphs are broken by the terminal alone`() throws {
        let program = try BuiltProgram()
        defer { program.remove() }
        let commands = try commands(program)
        #expect(commands.count > 30)
        for command in commands {
            var last: Substring = ""
            for line in command.lines {
                let isExample = line.hasPrefix("  ")
                if isExample {
                    #expect(line.count <= HelpTextsTests.columns, "\(command.commandName): \(line)")
                } else if !line.isEmpty, !last.isEmpty, !last.hasPrefix("  ") {
                    #expect(line.hasPrefix("Example: "), "\(command.commandName) is broken by hand before: \(line)")
                }
                last = line
            }
        }
    }

    @Test func `the settings in the help of the bridge are a file as they stand`() throws {
        let program = try BuiltProgram()
        defer { program.remove() }
        let shown = try program.shell("COLUMNS=80 commonground bridge matterbridge --help")
        let lines = shown.output.split(separator: "\n", omittingEmptySubsequences: false)
        let start = try #require(lines.firstIndex { $0.hasPrefix("  url: ") })
        let settings = lines[start...].prefix { $0.hasPrefix("  ") }.joined(separator: "\n") + "\n"
        try Data(settings.utf8).write(to: program.folder.appending(path: "bridge.yaml"))
        try Data("a-token-for-this-test\n".utf8).write(to: program.folder.appending(path: "matterbridge.token"))
        let prepared = try program.shell(
            "commonground setup new --title North --areas 8 --facilitator Helen --facilitator-id slack.north:U1"
                + " --output north.yaml")
        #expect(prepared.code == 0, "\(prepared)")
        let checked = try program.shell("commonground bridge matterbridge --config bridge.yaml --check")
        #expect(checked.code == 0, "\(checked)")
    }

    @Test func `the line in the help of read can be read`() throws {
        let program = try BuiltProgram()
        defer { program.remove() }
        let lines = try #require(try commands(program).first { $0.commandName == "read" }).lines
        let start = try #require(lines.firstIndex { $0.hasPrefix("  echo ") })
        let answered = try program.shell(lines[start...].joined(separator: "\n"))
        #expect(answered.code == 0 && answered.output.contains("\"targets\":[\"s14\"]"), "\(answered)")
    }
}
