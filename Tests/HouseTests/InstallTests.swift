import Foundation
import Testing

/// `Scripts/install` with the program that was built with the tests, into folders of the test's own.
@Suite struct InstallTests {
    private static let script = "'\(Project.root.path)/Scripts/install'"
    private static let ours = "--program \"$(command -v commonground)\""

    /// Everything under a folder, in order; nil when the folder is not there.
    private func contents(_ folder: URL) -> [String]? {
        guard FileManager.default.fileExists(atPath: folder.path) else { return nil }
        return FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String }.sorted()
    }

    @Test func `what is installed works, and uninstalling leaves nothing behind`() throws {
        let program = try BuiltProgram()
        defer { program.remove() }
        let prefix = program.folder.appending(path: "place")
        for _ in 1...2 {
            let ended = try program.shell("\(InstallTests.script) \(InstallTests.ours) --prefix place")
            #expect(ended.code == 0 && ended.output == "", "\(ended)")
        }
        let version = try program.shell("place/bin/commonground --version")
        #expect(version.code == 0)
        for shell in ["bash-completion/completions/commonground", "zsh/site-functions/_commonground"] {
            let completion = try String(contentsOf: prefix.appending(path: "share/\(shell)"), encoding: .utf8)
            #expect(completion.contains("verify-draft"), "\(shell)")
        }
        let fish = prefix.appending(path: "share/fish/vendor_completions.d/commonground.fish")
        #expect(try String(contentsOf: fish, encoding: .utf8).contains("verify-draft"))
        let documents = try #require(contents(prefix.appending(path: "share/doc/commonground")))
        for file in ["LICENSE", "README.md", "FACILITATING.md", "installed"] { #expect(documents.contains(file)) }

        let removed = try program.shell("\(InstallTests.script) --uninstall --prefix place")
        #expect(removed.code == 0 && removed.output == "", "\(removed)")
        #expect(contents(prefix) == nil)
        let again = try program.shell("\(InstallTests.script) --uninstall --prefix place")
        #expect(again.code == 66 && again.errors.hasPrefix("Nothing is installed in "))
    }

    @Test func `what others put there stays as it is`() throws {
        let program = try BuiltProgram()
        defer { program.remove() }
        let prefix = program.folder.appending(path: "place")
        let theirs = prefix.appending(path: "share/commonground/transcripts.sqlite")
        try FileManager.default.createDirectory(
            at: theirs.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data("kept".utf8).write(to: theirs)
        let before = contents(prefix)
        #expect(try program.shell("\(InstallTests.script) \(InstallTests.ours) --prefix place").code == 0)
        #expect(try program.shell("\(InstallTests.script) --uninstall --prefix place").code == 0)
        #expect(contents(prefix) == before)

        let other = prefix.appending(path: "bin/commonground")
        try FileManager.default.createDirectory(
            at: other.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data("another program".utf8).write(to: other)
        let crowded = contents(prefix)
        let refused = try program.shell("\(InstallTests.script) \(InstallTests.ours) --prefix place")
        #expect(refused.code == 73 && refused.errors.contains("was not installed by this script"), "\(refused)")
        #expect(contents(prefix) == crowded)
    }

    @Test func `a list that was tampered with removes nothing outside its place`() throws {
        let program = try BuiltProgram()
        defer { program.remove() }
        let list = program.folder.appending(path: "place/share/doc/commonground/installed")
        try FileManager.default.createDirectory(
            at: list.deletingLastPathComponent(), withIntermediateDirectories: true)
        let precious = program.folder.appending(path: "precious")
        try Data("kept".utf8).write(to: precious)
        let lines = "file ../precious\nfile \(precious.path)\nfile share/doc/commonground/installed\n"
        try Data(lines.utf8).write(to: list)
        #expect(try program.shell("\(InstallTests.script) --uninstall --prefix place").code == 0)
        #expect(FileManager.default.fileExists(atPath: precious.path))
        #expect(!FileManager.default.fileExists(atPath: list.path))
    }

    @Test(arguments: [
        ("--colour", 64, "The option --colour is not known here."), ("--prefix", 64, "--prefix needs a name after it."),
        ("--program nowhere", 66, "There is no program at "),
        ("--program /bin/false", 69, "/bin/false does not start, so nothing was installed."),
    ])
    func `what cannot be done is told in one sentence`(options: String, code: Int, words: String) throws {
        let program = try BuiltProgram()
        defer { program.remove() }
        let before = contents(program.folder)
        let ended = try program.shell("HOME=\"$PWD/home\" \(InstallTests.script) \(options)")
        #expect(Int(ended.code) == code && ended.output == "" && ended.errors.hasPrefix(words), "\(ended)")
        #expect(!FileManager.default.fileExists(atPath: program.folder.appending(path: "home").path))
        #expect(before == [])
    }

    @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/python3")))
    func `the manual page has every command and every option`() throws {
        let program = try BuiltProgram()
        defer { program.remove() }
        let made = try program.shell("\(InstallTests.script) \(InstallTests.ours) --prefix place")
        #expect(made.code == 0, "\(made)")
        let file = program.folder.appending(path: "place/share/man/man1/commonground.1")
        let page = try String(contentsOf: file, encoding: .utf8)
        #expect(page.hasPrefix(".TH COMMONGROUND 1 "))
        for (name, _) in Readme.subcommands(help: try program.shell("commonground --help").output) {
            #expect(page.contains(".SS commonground \(name.replacing("-", with: "\\-"))\n"), "\(name)")
        }
        for option in try ProgramHelp(program).everyOption.sorted() {
            #expect(page.contains("\\-\\-\(option.replacing("-", with: "\\-"))"), "\(option)")
        }
        for name in ["XDG_STATE_HOME", "NO_COLOR", "PGPASSWORD", "commonground/history"] {
            #expect(page.contains(name), "\(name)")
        }
        let rows = try Project.text(ErrorGallery.path).split(separator: "\n")
        let codes = rows.filter { $0.hasPrefix("| ") }.compactMap { Int($0.dropFirst(2).prefix { $0 != " " }) }
        #expect(codes.count > 10)
        #expect(page.contains(".SH EXIT STATUS\n"))
        for code in codes { #expect(page.contains(".TP\n\\fB\(code)\\fR\n"), "\(code)") }
    }

    @Test(.enabled(if: !FileManager.default.fileExists(atPath: Project.root.appending(path: ".build/install").path)))
    func `without a program it builds one, with Swift's libraries in it`() throws {
        let computer = try ScriptsTests.Computer()
        defer { computer.program.remove() }
        let ended = try computer.run("install' --prefix 'place")
        // The build is what fails on this computer.
        #expect(ended.code == 70 && ended.output == "")
        let build = "swift build -c release --product commonground --static-swift-stdlib --scratch-path .build/install"
        #expect(ended.errors == "\(build)\nThe build failed; the lines above say why.\n")
        #expect(contents(computer.program.folder.appending(path: "place")) == nil)
    }
}
