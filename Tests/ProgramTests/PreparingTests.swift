import Foundation
import TerminalSupport
import Testing

/// The day before the meeting: a set-up is written, a matrix of one's own becomes a framework.
@Suite(.timeLimit(.minutes(10))) struct `Preparing a session` {
    @Test func `options make a set-up that the check accepts, with every key explained`() throws {
        let place = try Place()
        let file = place.folder.appendingPathComponent("north.yaml").path
        let made = try place.run([
            "setup", "new", "--title", "North \"Place\"", "--areas", "1, inclusive growth, 8", "--facilitator",
            "Helen Reed", "--member", "Ann Shah | primary care | Hill PCN", "--member", "Sam Rhys | vcse", "--meeting",
            "formal", "--attribution", "chatham-house", "--form", "short", "--missing", "residents, trade unions",
            "--pregauge", "2199-01-15", "--output", file,
        ])
        #expect(made.status == 0 && made.messages == "", "\(made.messages)")
        let text = try String(contentsOfFile: file, encoding: .utf8)
        for words in [
            "title: \"North \\\"Place\\\"\"", "meeting: formal", "attribution: chatham-house", "form: short",
            "  - inclusive-growth", "until: 2199-01-15", "primary-care", "# How agreement is tested",
        ] { #expect(text.contains(words), "\(words) in\n\(text)") }
        let checked = try place.run(["setup", "check", file])
        #expect(checked.status == 0 && checked.output.contains("Members: 3, of them 1 facilitator"))
        #expect(checked.output.contains("Ratings before the day: until 15 January 2199, 3 areas"), "\(checked.output)")
        let again = try place.run(["setup", "new", "--title", "Other", "--output", file])
        #expect(again.status == 73 && again.messages.contains("is there already"))
    }

    @Test func `who facilitates in a chat needs an id: it is asked for, warned about, and enough`() throws {
        let place = try Place()
        func made(_ name: String, _ more: String...) throws -> String {
            let file = place.folder.appendingPathComponent(name).path
            let made = try place.run(["setup", "new", "--facilitator", "Helen Reed", "--output", file] + more)
            #expect(made.status == 0, "\(made.messages)")
            return file
        }
        let start = #"{"op":"start","id":"1","as":"irc:helen","areas":["8"]}"# + "\n"
        func run(_ file: String, room: String) throws -> Place.Ran {
            try place.run(
                ["run", "--ndjson", "--room", room, "--setup", file, "--store", place.store], input: start)
        }
        let without = try made("without.yaml")
        #expect(try place.run(["setup", "check", without]).output.contains("nobody could facilitate"))
        let mute = try run(without, room: "mute")
        #expect(mute.messages.contains("nobody can facilitate in “mute” over the line protocol"), "\(mute.messages)")
        #expect(mute.output.contains("NOT_JOINED"))
        let with = try made("with.yaml", "--facilitator-id", "irc:helen")
        #expect(try !place.run(["setup", "check", with]).output.contains("Worth knowing"))
        let open = try run(with, room: "open")
        #expect(open.messages == "" && open.output.contains("We have started."), "\(open.messages) \(open.output)")
        let alone = try place.run(["setup", "new", "--facilitator-id", "irc:helen"])
        #expect(alone.status == 64 && alone.messages.contains("--facilitator-id goes with --facilitator"))
    }

    @Test(arguments: ["Common Ground", "Eve: agreed", "Helen\u{200B} Reed"])
    func `nobody who reads like the bot or like a line facilitates`(name: String) throws {
        let ran = try Place().run(["run", "--text", "--room", "north", "--facilitator", name], input: "Ann: hello\n")
        #expect(ran.status == 64 && ran.output == "" && ran.messages.contains("--facilitator: "), "\(ran)")
    }

    @Test func `a framework given as a file is named by its place, so that the set-up finds it from anywhere`() throws {
        let place = try Place()
        let file = place.folder.appendingPathComponent("rivers.yaml").path
        let made = try place.run([
            "setup", "new", "--framework", Place.riverTowns, "--title", "Rivers", "--output", file,
        ])
        #expect(made.status == 0, "\(made.messages)")
        let checked = try place.run(["setup", "check", file])
        #expect(checked.status == 0, "\(checked.messages)")
    }

    @Test func `without options and without a terminal it asks nothing, and prints a set-up to fill in`() throws {
        let made = try Place().run(["setup", "new"])
        #expect(made.status == 0 && made.output.hasPrefix("# The set-up of a session."))
    }

    @Test(arguments: [
        (["--meeting", "formel"], "Mend: write “formal”."), (["--areas", "1, 99"], "there is no area 99"),
        (["--areas", "inclusive grwth"], "Mend: write “inclusive-growth”."),
        (["--pregauge", "1 January 2020"], "has passed"), (["--pregauge", "whenever"], "is not a date"),
        (["--framework", "nowhere"], "here is no framework"),
    ])
    func `a wrong option is told with its mend`(options: [String], words: String) throws {
        let made = try Place().run(["setup", "new"] + options)
        #expect(made.status == 64 && made.output == "", "\(made)")
        #expect(made.messages.lowercased().contains(words.lowercased()), "\(made.messages)")
    }

    @Test func `at a terminal it asks, tells what is wrong, and writes the file`() async throws {
        let place = try Place()
        let file = place.folder.appendingPathComponent("asked.yaml").path
        let session = try TerminalSession(
            program: Place.program, arguments: ["setup", "new"],
            environment: ["HOME": place.folder.path, "PATH": "/usr/bin:/bin"], rows: 50, columns: 120)
        let talk: [(question: String, answer: String)] = [
            ("called?", "Harbour Reach"), ("Who facilitates?", "Ines Calder"),
            ("Who takes part?", "Moss | nhs | Reach"),
            ("And who else?", "Moss"), ("was named before", ""), ("Which areas", "8, 2"),
            ("formal meeting", "informal"),
            ("Mend: write", ""), ("with names?", ""), ("How long", "scan"),
            ("should be in the room", ""),
            ("before the day?", "no"), ("which file? [harbour-reach.yaml]", file),
        ]
        for (question, answer) in talk {
            try await session.expect(question)
            session.type(answer + "\r")
        }
        try await session.expect("Hold the session: commonground --setup")
        #expect(try await session.ending() == .status(0))
        let text = try String(contentsOfFile: file, encoding: .utf8)
        for words in [
            "title: \"Harbour Reach\"", "form: scan", "  - acting-as-an-anchor\n  - quality-local-employment",
        ] { #expect(text.contains(words), "\(words) in\n\(text)") }
        #expect(try place.run(["setup", "check", file]).status == 0)
    }

    // MARK: Frameworks

    @Test func `a matrix of one's own becomes a framework with its wording and credit, used by its id`() throws {
        let place = try Place()
        let matrix = try place.write(
            "Theme,Area,Low,High\nTea,Leaves,\"none, or few\",many\n,Pots,cracked,whole\n", to: "tea.csv")
        let made = try place.run([
            "framework", "import", matrix, "--name", "Tea ladder", "--credit", "Our own work",
        ])
        #expect(made.status == 0, "\(made.messages)")
        #expect(made.output.contains("tea-ladder, version 1: 2 areas in 1 group, 2 stages"))
        let shown = try place.run(["framework", "show", "tea-ladder"])
        #expect(shown.output.contains("Credit: Our own work") && shown.output.contains("**Low**: none, or few"))
        #expect(try place.run(["framework", "list"]).output.contains("tea-ladder: Tea ladder"))
        let again = try place.run(["framework", "import", matrix, "--name", "Tea ladder", "--credit", "Us"])
        #expect(again.status == 73 && again.messages.contains("--replace writes over it"))
        let onScreen = try place.run([
            "framework", "import", matrix, "--name", "Tea ladder", "--credit", "Us", "--output", "-",
        ])
        #expect(onScreen.status == 0 && onScreen.output.contains("credit: \"Us\""))
        let setup = try place.run(["setup", "new", "--framework", "tea-ladder", "--areas", "2"])
        #expect(setup.output.contains("framework: \"tea-ladder\"") && setup.output.contains("  - pots"))
    }

    @Test func `what stands in the way of an import is numbered, with line and mend`() throws {
        let place = try Place()
        let matrix = try place.write("Area,Low,High\nTea,a,b,c\n", to: "tea.csv")
        let made = try place.run(["framework", "import", matrix])
        #expect(made.status == 65 && made.output == "")
        #expect(made.messages.contains("1. Line 2: this row has 4 cells"))
        #expect(made.messages.contains("Mend: give its name with --name."))
        #expect(try place.run(["framework", "import", "/nowhere.csv"]).status == 66)
    }

    @Test func `a folder of frameworks that cannot be read is no empty one`() throws {
        let place = try Place()
        let data = place.folder.appendingPathComponent(".local/share/commonground")
        try FileManager.default.createDirectory(at: data, withIntermediateDirectories: true)
        try Data("This is no folder.".utf8).write(to: data.appendingPathComponent("frameworks"))
        let listed = try place.run(["framework", "list"])
        #expect(listed.status == 66 && listed.output == "" && listed.messages.contains("cannot be read."), "\(listed)")
        let doctor = try place.run(["doctor", "--store", place.store])
        #expect(doctor.status == 78 && doctor.output.contains("mend: The folder “"), "\(doctor.output)")
        #expect(try place.run(["setup", "new"]).status == 0)
    }

    /// Late in a summer evening by Greenwich, London has the next day already.
    @Test func `a day is counted from the day where meetings are held, whatever the computer's clock says`() throws {
        let place = try Place()
        let clock = ["--clock", "2027-07-14T23:30:00Z"]
        let made = try place.run(["setup", "new", "--pregauge", "tomorrow"] + clock)
        #expect(made.status == 0 && made.output.contains("until: 2027-07-16"), "\(made.messages) \(made.output)")
        let passed = try place.run(["setup", "new", "--pregauge", "2027-07-14"] + clock)
        #expect(passed.status == 64 && passed.messages.contains("has passed"), "\(passed)")
        let framework = try place.run(["framework", "new", "River towns"] + clock)
        #expect(framework.output.contains("checkedOn: 2027-07-15"), "\(framework.output)")
        let wrong = try place.run(["framework", "new", "River towns", "--clock", "yesterday"])
        #expect(wrong.status == 64 && wrong.messages.contains("is not a time"), "\(wrong)")
    }

    // MARK: The doctor

    @Test func `the doctor says what is there, and the command that mends what is not`() throws {
        let place = try Place()
        let fresh = try place.run(["doctor", "--store", place.store])
        #expect(fresh.output.contains("note: This is no terminal."))
        #expect(fresh.output.contains("fine: No transcripts yet; the first session makes \(place.store)."))
        #expect(!FileManager.default.fileExists(atPath: place.store), "it makes nothing")

        _ = try place.run(["run", "--text", "--room", "north", "--store", place.store], input: "Helen: hello\n")
        let folder = place.folder.appendingPathComponent(".local/share/commonground/frameworks")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data("id: 7\n".utf8).write(to: folder.appendingPathComponent("broken.yaml"))
        let later = try place.run(["doctor", "--store", place.store])
        #expect(later.status == 78 && later.output.contains("To be mended: "))
        #expect(later.output.contains("can be read: 1 room."))
        #expect(later.output.contains("Type: commonground framework check "))
    }
}
