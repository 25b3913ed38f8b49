import Testing

/// The rules of the house, kept by a test.
@Suite struct TidyTests {
    @Test func `every file keeps the rules of the house`() throws {
        let files = try Project.swiftFiles(under: ["Sources", "Tests"])
        try #require(files.count > 100)
        for file in files { #expect(Tidy.findings(in: file) == []) }
    }

    @Test func `few files are longer than is usual here`() throws {
        let long = try Project.swiftFiles(under: ["Sources", "Tests"]).filter { $0.lines.count > Tidy.fileLinesUsual }
        #expect(long.count <= Tidy.longFilesMax, "\(long.map(\.path))")
    }

    @Test func `scripts and documents need nothing outside the project`() throws {
        let outside = "../" + "shared"
        let scripts = Project.files(under: "Scripts") { !$0.hasPrefix(".") }
        for path in scripts + [
            "README.md", "Package.swift", ".ci/run", ".github/CONTRIBUTING.md", ".github/INTEGRATING.md",
        ] {
            #expect(!(try Project.text(path)).contains(outside), "\(path)")
        }
    }

    @Test func `the top level has the agreed folders and no other`() throws {
        let folders = try Project.topLevelFolders().filter { !$0.hasPrefix(".") }
        #expect(folders == ["Scripts", "Sources", "Tests", "Transcripts"])
    }
}

/// Which target may use which: downwards only.
@Suite struct DirectionTests {
    /// A target may use targets of the layers before its own, and none beside it or after it.
    static let layers: [[String]] = [
        ["JSONText", "Consensus", "CLibCrypto", "CReadline", "CPostgreSQL"],
        ["Facilitation", "Hashing", "Console", "OpenData", "Summarising"],
        ["Drafting", "LineProtocol", "Frameworks", "Transcript"],
        ["Reports"],
        ["Hosting"],
        ["Serving"],
        ["Sockets", "Bridges"],
        ["commonground"],
    ]

    /// Modules of others, and the only targets that may use each.
    static let foreign: [String: Set<String>] = [
        "Yams": ["Frameworks"], "GRDB": ["Transcript"], "GRDBSQLite": ["Transcript"],
        "ArgumentParser": ["commonground"], "RealModule": ["Consensus"], "NIOCore": ["Sockets", "Bridges"],
        "NIOPosix": ["Sockets", "Bridges"], "NIOHTTP1": ["Bridges"], "NIOWebSocket": ["Bridges"],
    ]

    static func layer(of target: String) -> Int? { layers.firstIndex { $0.contains(target) } }

    @Test func `every target has a layer, and every layer's targets are there`() throws {
        let targets = try Project.package().filter { !$0.isOfTheTests }.map(\.name)
        #expect(targets.sorted() == DirectionTests.layers.flatMap(\.self).sorted())
    }

    @Test func `the package declares dependencies downwards only`() throws {
        for target in try Project.package() where !target.isOfTheTests {
            let own = try #require(DirectionTests.layer(of: target.name))
            for dependency in target.dependencies {
                if let layer = DirectionTests.layer(of: dependency) {
                    #expect(layer < own, "\(target.name) uses \(dependency)")
                } else {
                    #expect(
                        DirectionTests.foreign[dependency]?.contains(target.name) == true,
                        "\(target.name) uses \(dependency)")
                }
            }
        }
    }

    @Test func `a file imports only what its target declares`() throws {
        let package = try Project.package()
        let known = Set(package.map(\.name)).union(DirectionTests.foreign.keys)
        for file in try Project.swiftFiles(under: ["Sources"]) {
            let target = try #require(package.first { $0.name == file.target }, "\(file.path)")
            for module in file.imports where known.contains(module) {
                #expect(target.dependencies.contains(module), "\(file.path) imports \(module)")
            }
        }
    }

    @Test func `pure targets use pure targets and arithmetic only`() throws {
        for target in try Project.package() where Tidy.pure.contains(target.name) {
            #expect(Set(target.dependencies).subtracting(Tidy.pure).subtracting(["RealModule"]) == [])
        }
    }
}

/// The rules themselves: each finds what it is for, and nothing else.
@Suite struct TidyRuleTests {
    private func file(_ text: String, _ path: String = "Sources/Consensus/Sample.swift") -> SourceFile {
        SourceFile(path: path, text: text)
    }

    private func advice(_ text: String, _ path: String = "Sources/Consensus/Sample.swift") -> [String] {
        Tidy.findings(in: file(text, path)).map { "\($0.line): \($0.advice.prefix { $0 != " " })" }
    }

    @Test func `banned words are found in code`() {
        #expect(advice("let a = 1\nlet b = try! make()") == ["2: try!"])
        #expect(advice("fatalError(\"no\")") == ["1: fatalError("])
        #expect(advice("print(1)") == ["1: print("])
        #expect(advice("let now = Date()") == ["1: Date()"])
        #expect(advice("let n = Int.random(in: 1...6)") == ["1: .random("])
    }

    @Test func `banned words in comments, texts and names are no matter`() {
        #expect(advice("// never try! here\nlet a = \"fatalError(\" /* print( */") == [])
        #expect(advice("let a = \"\"\"\n  print(1) \"quoted\"\n  \"\"\"\nlet b = #\"print(\"1\")\"#") == [])
        #expect(advice("func print(_ a: Int) {}\nDrafter.print(1)\nblueprint(1)") == [])
        #expect(advice("@Test func `print(1)`() {}", "Tests/SomeTests/Sample.swift") == [])
    }

    @Test func `code within a text is passed over with its own texts`() {
        let text = "let a = \"x \\(name(\"y) \\\" print(\") ) z\"; print(1)"
        #expect(advice(text) == ["1: print("])
    }

    @Test func `the clock may be read where it lives`() {
        #expect(advice("let now = Date()", "Sources/Hosting/Clock.swift") == [])
        #expect(advice("let now = Date()", "Sources/Hosting/RoomHost.swift") == ["1: Date()"])
        #expect(advice("let now = Date()", "Tests/HostingTests/A.swift") == [])
    }

    @Test func `pure targets do without Foundation`() {
        #expect(advice("import Foundation") == ["1: Consensus"])
        #expect(advice("public import struct Foundation.Data") == ["1: Consensus"])
        #expect(advice("import Foundation", "Sources/Hosting/A.swift") == [])
    }

    @Test func `leftovers are found in comments too`() {
        for mark in Tidy.leftovers { #expect(advice("// \(mark): later") == ["1: a"]) }
    }

    @Test func `a long file and a long function are found`() {
        let lines = Array(repeating: "let a = 1", count: Tidy.fileLinesMax)
        #expect(advice(lines.joined(separator: "\n")) == [])
        #expect(
            advice((lines + ["let b = 2"]).joined(separator: "\n")) == [
                "\(Tidy.fileLinesMax + 1): \(Tidy.fileLinesMax + 1)"
            ])

        func function(_ body: Int) -> String {
            "func a() {\n" + String(repeating: "    b { c }\n", count: body) + "}\nlet d = 1\n"
        }
        #expect(advice(function(Tidy.functionLinesMax - 2)) == [])
        #expect(advice(function(Tidy.functionLinesMax - 1)) == ["1: a"])
    }

    @Test func `texts and the case lines of a switch do not make a function long`() {
        let rows = String(repeating: "    case .a: b\n", count: Tidy.functionLinesMax)
        #expect(advice("func a() {\n    switch b {\n\(rows)    }\n}") == [])
        let words = String(repeating: "    words\n", count: Tidy.functionLinesMax)
        #expect(advice("func a() {\n    \"\"\"\n\(words)    \"\"\"\n}") == [])
    }

    @Test func `functions are measured from their name to their closing bracket`() {
        func lengths(_ text: String) -> [String] {
            FunctionLengths(file(text).code).all.map { "\($0.line): \($0.count)" }
        }
        #expect(
            lengths("func a() {}\nfunc b(\n    c: Int = { 1 }()\n) -> Int\nwhere D: E {\n    c\n}") == ["1: 1", "2: 6"])
        #expect(lengths("protocol P {\n    func a()\n    init(b: Int)\n    func c()\n}\nfunc d() { 1 }") == ["6: 1"])
        #expect(
            lengths("struct S {\n    init(a: Int) {\n        self.init(b: a)\n    }\n    let c = S.init(b: 1)\n}") == [
                "2: 3"
            ])
    }

    @Test func `targets are read from a manifest`() {
        let manifest = """
            products: [.executable(name: "x", targets: ["x"])],
            .target(name: "A", dependencies: [.product(name: "P", package: "p"), "B"], swiftSettings: house),
            .systemLibrary(name: "B", providers: [.apt(["b-dev"])]),
            .executableTarget(name: "C", path: "Tests/C"),
            .testTarget(name: "ATests", dependencies: ["A"]),
            """
        let found = PackageTarget.all(in: manifest)
        #expect(found.map(\.name) == ["A", "B", "C", "ATests"])
        #expect(found.map(\.dependencies) == [["P", "B"], [], [], ["A"]])
        #expect(found.map(\.isOfTheTests) == [false, false, true, true])
    }
}
