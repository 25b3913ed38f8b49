import Foundation
import Testing

/// The page for buyers promises only what the program has.
@Suite struct DataProtectionTests {
    static let path = ".github/DATA-PROTECTION.md"

    @Test func `every command of the data protection page is in the program's own help, options and all`() throws {
        let commands = try Project.text(DataProtectionTests.path).split(separator: "`").map(String.init)
            .filter { $0.hasPrefix("commonground ") }
        try #require(commands.count >= 15)
        let program = try BuiltProgram()
        defer { program.remove() }
        var helps: [String: String] = [:]
        for command in commands {
            let words = command.split(separator: " ").map(String.init)
            let name = words[1] == "import" ? "import \(words[2])" : words[1]
            if helps[name] == nil {
                let help = try program.shell("commonground \(name) --help")
                #expect(help.code == 0, "\(command)")
                helps[name] = help.output
            }
            let help = try #require(helps[name])
            #expect(help.hasPrefix("OVERVIEW: "), "\(command)")
            for option in words where option.hasPrefix("--") {
                #expect(help.contains(option + " ") || help.contains(option + "\n"), "\(command): \(option)")
            }
        }
    }

    @Test func `the page is one page`() throws {
        let words = try Project.text(DataProtectionTests.path).split { $0 == " " || $0 == "\n" }
        #expect(words.count < 900)
    }
}
