import Foundation
import Testing

/// The two commands of the README on computers where something is missing. The tools that they call are played by small
/// scripts in a folder of the test's own.
@Suite struct ScriptsTests {
    /// A computer on which everything is in place.
    struct Computer {
        let program: BuiltProgram
        private let tools: URL

        init() throws {
            program = try BuiltProgram()
            tools = program.folder.appending(path: "tools")
            try FileManager.default.createDirectory(at: tools, withIntermediateDirectories: true)
            try play("dpkg-query", "echo installed")
            try play("apt-get", "echo \"apt-get $*\"")
            try play(
                "swift",
                "if [ \"$1\" = --version ]; then echo 'Swift version 6.2.1 (x)'; else echo \"swift $*\"; exit 1; fi")
        }

        /// Puts a tool in the place of the computer's own.
        func play(_ name: String, _ script: String) throws {
            let file = tools.appending(path: name)
            try Data("#!/bin/sh\n\(script)\n".utf8).write(to: file)
            try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file.path)
        }

        /// Leaves nothing on the path but what a script needs to begin.
        func runWithoutSwift(_ script: String) throws -> BuiltProgram.Ended {
            try FileManager.default.removeItem(at: tools.appending(path: "swift"))
            for name in ["bash", "dirname"] {
                let place = try #require(
                    ["/usr/bin/", "/bin/"].first { FileManager.default.isExecutableFile(atPath: $0 + name) })
                try FileManager.default.createSymbolicLink(
                    atPath: tools.appending(path: name).path, withDestinationPath: place + name)
            }
            return try program.shell("PATH=\"\(tools.path)\" '\(Project.root.path)/Scripts/\(script)'")
        }

        func run(_ script: String) throws -> BuiltProgram.Ended {
            try program.shell("PATH=\"\(tools.path):/usr/bin:/bin\" '\(Project.root.path)/Scripts/\(script)'")
        }
    }

    @Test(arguments: ["start", "test"]) func `without Swift one sentence says so, and nothing is installed`(
        script: String
    ) throws {
        let computer = try Computer()
        defer { computer.program.remove() }
        try computer.play("dpkg-query", "exit 1")
        let ended = try computer.runWithoutSwift(script)
        #expect(ended.code == 69)
        #expect(ended.output == "")
        #expect(ended.errors.hasPrefix("Swift 6.2 or newer is needed and was not found: "))
        #expect(ended.errors.split(separator: "\n").count == 1)
    }

    @Test(arguments: ["start", "test"]) func `an older Swift is told in one sentence`(script: String) throws {
        let computer = try Computer()
        defer { computer.program.remove() }
        try computer.play("swift", "echo 'Swift version 5.10.1 (swift-5.10.1-RELEASE)'")
        let ended = try computer.run(script)
        #expect(ended.code == 69)
        #expect(ended.output == "")
        #expect(ended.errors.hasPrefix("Swift 6.2 or newer is needed and this is 5.10.1: "))
        #expect(ended.errors.split(separator: "\n").count == 1)
    }

    @Test(arguments: ["start", "test"]) func `a Swift that does not start is told in one sentence`(script: String)
        throws
    {
        let computer = try Computer()
        defer { computer.program.remove() }
        try computer.play("swift", "exit 127")
        let ended = try computer.run(script)
        #expect(ended.code == 69)
        #expect(ended.errors.hasPrefix("Swift is there but does not start"))
    }

    @Test func `with everything in place nothing is installed and nothing is said about it`() throws {
        let computer = try Computer()
        defer { computer.program.remove() }
        let ended = try computer.run("start")
        #expect(!ended.errors.contains("apt-get"))
        // The build is what fails on this computer.
        #expect(ended.code == 70)
        #expect(ended.errors == "swift build --product commonground\nThe build failed; the lines above say why.\n")
        #expect(ended.output == "")
    }

    @Test(arguments: ["start", "test"]) func `only what is missing is installed, and its reason is told`(script: String)
        throws
    {
        let computer = try Computer()
        defer { computer.program.remove() }
        // As dpkg-query answers for packages that it does not know, and for those that were removed.
        try computer.play(
            "dpkg-query",
            "for last; do :; done; case $last in libreadline-dev) exit 1;; tzdata) echo config-files;; *) echo installed;; esac"
        )
        try computer.play("sudo", "\"$@\"")
        try computer.play("apt-get", "echo \"apt-get $*\"; [ \"$1\" != install ]")
        let ended = try computer.run(script)
        #expect(ended.code == 69)
        #expect(
            ended.errors.contains(
                "  libreadline-dev: editing lines in the terminal (GNU readline)\n  tzdata: local time\n"))
        #expect(ended.errors.contains("apt-get install -q -y --no-install-recommends libreadline-dev tzdata\n"))
        #expect(ended.errors.contains("Debian's packages could not be installed"))
    }

    @Test func `without a browser the pages are not checked, and one line says how to get it`() throws {
        let computer = try Computer()
        defer { computer.program.remove() }
        try computer.play("dpkg-query", "exit 1")
        try computer.play("sudo", "\"$@\"")
        try computer.play("apt-get", "exit 100")
        let ended = try computer.run("check-html")
        #expect(ended.code == 69)
        #expect(ended.errors.contains("  chromium: opening pages as people do\n"))
        #expect(ended.errors.contains("As root, try: apt-get install chromium python3-venv fonts-dejavu-core\n"))
    }

    @Test func `pages that could not be checked are told of at the end, and fail nothing`() throws {
        let computer = try Computer()
        defer { computer.program.remove() }
        try computer.play("swift", "if [ \"$1\" = --version ]; then echo 'Swift version 6.10 (x)'; fi")
        try computer.play("dpkg-query", "for last; do :; done; [ \"$last\" = chromium ] || echo installed")
        try computer.play("sudo", "\"$@\"")
        try computer.play("apt-get", "exit 100")
        let ended = try computer.run("test")
        #expect(ended.code == 0, "\(ended.errors)")
        #expect(ended.output.contains("\n== pages: Scripts/check-html\n"))
        #expect(ended.output.hasSuffix(" s (pages were not checked in a browser: see above)\n"))
    }

    @Test func `a failed build fails the tests`() throws {
        let computer = try Computer()
        defer { computer.program.remove() }
        let ended = try computer.run("test")
        #expect(ended.code == 1)
        #expect(ended.output.contains("Scripts/test: FAILED (format build)"))
        #expect(!ended.output.contains("swift test"))
    }

    @Test func `arguments go to the test runner, and its failure is the script's`() throws {
        let computer = try Computer()
        defer { computer.program.remove() }
        try computer.play(
            "swift",
            "if [ \"$1\" = --version ]; then echo 'Swift version 6.10 (x)'; else echo \"swift $*\"; [ \"$1\" != test ]; fi"
        )
        let ended = try computer.run("test' --filter 'A B")
        #expect(ended.code == 1)
        #expect(ended.output.contains("\nswift test --skip-build --disable-xctest --filter A B\n"))
        #expect(ended.output.hasSuffix("s\n") && ended.output.contains("Scripts/test: FAILED (tests)"))
    }
}
