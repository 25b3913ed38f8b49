import Facilitation
import Testing

@testable import Frameworks

/// The same numbers on every day.
private struct Seeded: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state ^ (state >> 31)
    }
}

/// Matrices of invented authors, in the shapes that people have them in.
@Suite struct `Importing a matrix` {
    /// A publication saved as text: paragraphs as tags, the table in pieces with its heading on every page.
    static let publication = """
        The harbour towns ladder

        March 2025

        Introduction

        Harbour towns asked for something to talk about.\tIt follows.

        Topic\tAfloat\tUnder way\tIn port
        \tThe town is 'afloat' (first year)\tThe town is 'under way'\tThe town is 'in port' (year five & later)
        Water and quays\t\t\t
        <p>Clean quays</p> <p>Linked to nets, below.</p>\t<p>We know who sweeps.</p>\t<p>Sweepers &amp; fishers share a plan.</p>\t<p>Nobody slips.</p> <p>We count it.</p>

        Topic\tAfloat\tUnder way\tIn port
        <p>Nets</p>\t<p>Nets are counted.</p>\t\t<p>Old nets become new ones.</p>
        People\t\t\t
        <p>Night ferries</p>\t<p>One ferry.</p>\t<p>Two ferries < three.</p>\t<p>"Any hour", we say.</p>

        Reflections

        © Harbour Towns 2025. You may copy this, with credit.

        Registered nowhere
        """

    /// A spreadsheet: a column for the group that is filled in once, numbers in front, cells of several lines, scores behind.
    static let spreadsheet = #"""
        Ref,Theme,Capability,1 Starting,2 Growing,3 Steady,4 Leading,Our score,Notes
        1.1,Food,"Kitchens
        Where people cook together.","A list of kitchens, with names","Kitchens ""meet""",Shared buying,Others learn from us,2,ask Bea
        1.2,,Gardens,Seeds,,Rows,Orchards,,
        2.1,Warmth,Warm rooms,One room,Two rooms,,Every street,1,
        """#

    /// A Markdown table in a document of headings, with the stages in the rows.
    static let markdown = """
        # Good neighbours

        Copyright Good Neighbours Group, share freely.

        | Stage | **Doors** | Gates |
        |:------|:---------:|------:|
        | Shut  | nobody knocks<br>nobody calls | locked \\| barred |
        | Ajar  | some knock | - latched |
        | Open  | all come in | gone |
        """

    private func imported(
        _ text: String, _ name: String, _ set: (inout MatrixImport.Choices) -> Void = { _ in }
    ) throws -> MatrixImport.Imported {
        var choices = MatrixImport.Choices()
        set(&choices)
        return try MatrixImport.read(Array(text.utf8), named: name, choices).get()
    }

    @Test func `a publication saved as text keeps its wording, its stages, its groups and its credit`() throws {
        let framework = try imported(Self.publication, "ladder.txt").framework
        #expect(framework.name == "The harbour towns ladder" && framework.id == "the-harbour-towns-ladder")
        #expect(
            framework.credit
                == "The harbour towns ladder. © Harbour Towns 2025. You may copy this, with credit.")
        #expect(framework.stages.map(\.id) == ["afloat", "under-way", "in-port"])
        #expect(framework.stages[2].meaning == "The town is 'in port' (year five & later)")
        #expect(framework.groups.map(\.name) == ["Water and quays", "People"])
        #expect(framework.areas.map(\.id) == ["clean-quays", "nets", "night-ferries"])
        #expect(framework.areas[0].purpose == "Linked to nets, below.")
        #expect(framework.areas[0].evidence["under-way"] == "Sweepers & fishers share a plan.")
        #expect(framework.areas[0].evidence["in-port"] == "Nobody slips. We count it.")
        #expect(framework.areas[1].evidence.keys.sorted() == ["afloat", "in-port"])
        #expect(framework.areas[2].evidence["under-way"] == "Two ferries < three.")
        #expect(framework.areas[2].evidence["in-port"] == "\"Any hour\", we say.")
    }

    @Test(arguments: [(",", "kitchens.csv"), (";", "kitchens.csv"), ("\t", "kitchens.tsv")])
    func `a spreadsheet has its groups in a column, and columns that are no stages are left out`(
        sign: String, name: String
    ) throws {
        var text = Self.spreadsheet
        if sign == "\t" { text = text.replacing("\nWhere people", with: "<br>Where people") }
        if sign != "," { text = text.replacing("kitchens, with", with: "kitchens§ with").replacing(",", with: sign) }
        text = text.replacing("§", with: ",")
        let found = try imported(text, name) {
            $0.name = "Kitchens and warm rooms"
            $0.credit = "Bea and friends"
        }
        let framework = found.framework
        #expect(found.columnsLeftOut == ["Ref", "Our score", "Notes"])
        #expect(framework.stages.map(\.name) == ["1 Starting", "2 Growing", "3 Steady", "4 Leading"])
        #expect(framework.stages.map(\.id) == ["1-starting", "2-growing", "3-steady", "4-leading"])
        #expect(framework.groups.map { $0.areas.count } == [2, 1] && framework.groups[1].name == "Warmth")
        #expect(framework.areas[0].name == "Kitchens" && framework.areas[0].purpose == "Where people cook together.")
        #expect(framework.areas[0].evidence["1-starting"] == "A list of kitchens, with names")
        #expect(framework.areas[0].evidence["2-growing"] == "Kitchens \"meet\"")
        #expect(framework.areas[1].evidence["2-growing"] == nil && framework.credit == "Bea and friends")
    }

    @Test func `a Markdown table may have its stages in the rows`() throws {
        let found = try imported(Self.markdown, "doors.md") { $0.hasStagesInRows = true }
        let framework = found.framework
        #expect(framework.name == "Good neighbours")
        #expect(framework.credit == "Good neighbours. Copyright Good Neighbours Group, share freely.")
        #expect(framework.stages.map(\.name) == ["Shut", "Ajar", "Open"])
        #expect(framework.areas.map(\.name) == ["Doors", "Gates"])
        #expect(framework.areas[0].evidence["shut"] == "nobody knocks nobody calls")
        #expect(framework.areas[1].evidence["shut"] == "locked | barred")
        #expect(framework.areas[1].evidence["ajar"] == "latched")
    }

    @Test func `Markdown tables below headings are grouped by them`() throws {
        let text = """
            # Tools

            ## Sharp

            | Tool | Dull | Keen |
            |---|---|---|
            | Saw | rusty | bright |

            ## Blunt

            | Tool | Dull | Keen |
            |---|---|---|
            | Hammer | loose | firm |
            """
        let framework = try imported(text, "tools.md") { $0.credit = "us" }.framework
        #expect(framework.groups.map(\.name) == ["Sharp", "Blunt"])
        #expect(framework.areas.map(\.name) == ["Saw", "Hammer"])
    }

    @Test func `what is written as a pack reads back the same`() throws {
        let found =
            try [
                imported(Self.publication, "ladder.txt"),
                imported(Self.markdown, "doors.md") { $0.hasStagesInRows = true },
            ].map(\.framework) + [Library.builtIn, try #require(riverTowns.value)]
        for framework in found {
            let again = PackReader.read(yaml: Array(PackWriter.yaml(framework, note: ["a note"]).utf8), source: nil)
            #expect(again.mistakes == [])
            #expect(again.value == framework, "\(framework.id)")
        }
    }

    @Test func `stages that the ladder makes itself, numbers alone and equal names get ids of their own`() throws {
        let text = "Area\tNot yet\t1\t2\tBest\tBest\nTea\ta\tb\tc\td\te\nTea\ta\tb\tc\td\te\n!\ta\tb\tc\td\te\n"
        let framework = try imported(text, "tea.tsv") { ($0.name, $0.credit) = ("Tea", "us") }.framework
        #expect(framework.stages.map(\.id) == ["stage-not-yet", "stage-1", "stage-2", "best", "best-2"])
        #expect(framework.stages.map(\.name) == ["Not yet", "1", "2", "Best", "Best 2"])
        #expect(framework.areas.map(\.id) == ["tea", "tea-2", "area-3"])
        #expect(framework.groups.map(\.name) == ["Areas"])
    }

    @Test func `a stage called like a level, and areas that are only numbers, can be told from those`() throws {
        let text = "Area\tSupport\tHigh\n1\ta\tb\n2\tc\td\n"
        let framework = try imported(text, "tea.tsv") { ($0.name, $0.credit) = ("Tea", "us") }.framework
        #expect(framework.stages.map(\.name) == ["Support stage", "High"])
        #expect(framework.areas.map(\.name) == ["Area 1", "Area 2"])
        let again = PackReader.read(yaml: Array(PackWriter.yaml(framework).utf8), source: nil)
        #expect(again.mistakes == [])
    }

    @Test func `a row without a name says more about the area above it`() throws {
        let text = "Area\tLow\tHigh\nTea\tleaves\tpots\n\tand cups\t\n"
        let framework = try imported(text, "tea.tsv") { ($0.name, $0.credit) = ("Tea", "us") }.framework
        #expect(framework.areas.map { $0.evidence["low"] } == ["leaves and cups"])
    }

    // MARK: Mistakes

    private func faults(_ text: String, _ name: String) -> String {
        guard case .failure(let faults) = MatrixImport.read(Array(text.utf8), named: name) else { return "" }
        return MistakeText.list(faults, in: name)
    }

    @Test func `mistakes are numbered, with line and mend`() {
        let words = faults("Area,Low,High\nTea,a,b,c\nMilk,\(String(repeating: "m", count: 4_001)),x\n", "tea.csv")
        #expect(words.hasPrefix("4 mistakes in tea.csv:\n\n1. Line 2: this row has 4 cells, and the heading has 3."))
        #expect(words.contains("2. Line 3: a text has 4001 letters; at most 4000 can be used.\n   Mend: "))
        #expect(words.contains("3. Nothing says what the framework is called.\n   Mend: give its name with --name."))
        #expect(words.contains("4. Nothing says whom to thank for the wording."))
    }

    @Test(arguments: [
        ("no table at all", "x.md", "1. No row was found"), ("Area,Low,High\n", "x.csv", "1. No row below the heading"),
        ("Area,Low,\"High\nTea,a,b\n", "x.csv", "a quotation mark is opened and not closed"),
        ("Area\ta\tb\tc\td\te\tf\tg\th\ti\tj\nTea\t1", "x.tsv", "the heading names 10 stages"),
        ("# \u{1F375}\n\n| A | Low | High |\n|-|-|-|\n| Tea | a | b |\n", "x.md", "2. No id can be made"),
    ])
    func `what cannot be a matrix is said to be none`(text: String, name: String, words: String) {
        #expect(faults(text, name).contains(words))
    }

    @Test func `bytes that are no text, and files that are not there, are told`() {
        guard case .failure(let faults) = MatrixImport.read([0xFF, 0xFE, 0x41], named: "x.csv") else {
            Issue.record("taken")
            return
        }
        #expect(MistakeText.list(faults, in: "x.csv").contains("UTF-8"))
        guard case .failure(.mistake(let mistake)) = MatrixImport.read(file: "/nowhere/at/all.csv") else {
            Issue.record("found")
            return
        }
        #expect(mistake.kind == .noSuchFile("/nowhere/at/all.csv"))
    }

    @Test(arguments: 0..<300)
    func `no bytes stop it, and whatever comes out is a pack`(seed: Int) throws {
        var random = Seeded(state: UInt64(seed + 1))
        let pieces = [
            "Area", "\t", ",", "|", "\n", "\"", "<p>", "</p>", "Low", "High", "|---|", "&amp;", "©", ";", "é",
        ]
        let text = (0..<Int.random(in: 0...60, using: &random)).map { _ in
            pieces[Int.random(in: 0..<pieces.count, using: &random)]
        }.joined()
        for name in ["x.tsv", "x.csv", "x.md", "x"] {
            var choices = MatrixImport.Choices()
            (choices.name, choices.credit, choices.hasStagesInRows) = ("Any", "us", seed % 2 == 0)
            guard case .success(let found) = MatrixImport.read(Array(text.utf8), named: name, choices) else { continue }
            let again = PackReader.read(yaml: Array(PackWriter.yaml(found.framework).utf8), source: nil)
            #expect(again.mistakes == [], "\(text)")
        }
    }
}
