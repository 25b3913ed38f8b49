import Foundation
import JSONText
import TerminalSupport
import Testing

/// Without a terminal.
@Suite(.serialized, .timeLimit(.minutes(10))) struct `At a pipe` {
    @Test func `a whole session can be read from a file, and ends with 0`() throws {
        let place = try Place()
        let lines = [
            "Ann Shah: good morning", "Bo Lund: hello", "/start 8", "/gauging", "/hand Ann", "established, low",
            "/hand Bo",
            "emerging, because the copperfield audit says so", "/reveal", "Ann: The list is printed twice a year.",
            "/draft",
        ]
        let ran = try place.run(["--store", place.store], input: lines.joined(separator: "\n"))
        #expect(ran.status == 0)
        #expect(ran.messages == "")
        #expect(ran.output.contains("2 of 2 answered. Emerging 1, Established 1."))
        #expect(ran.output.contains("Everything is kept."))
        #expect(!ran.output.contains("\u{1B}"))
        #expect(!ran.output.contains("gathering>"))
        #expect(try place.record()["members"]?.array?.count == 3)
    }

    @Test func `whoever asks how to rate while their words are hidden is answered, and rates afterwards`() throws {
        let place = try Place()
        let lines = [
            "Ann Shah: good morning", "Bo Lund: hello", "/start 8", "/gauging", "/hand Ann", "/help",
            "what are the stages?", "established, low, because the copperfield audit says so", "/reveal", "/hand Bo",
            "",
        ]
        let ran = try place.run(["--store", place.store], input: lines.joined(separator: "\n") + "\n")
        #expect(ran.status == 0 && ran.output.ranges(of: "The stages: ").count == 2, "\(ran.output)")
        #expect(ran.output.contains("Thank you. Your rating is kept."))
        #expect(!ran.output.contains("could not be read as a rating") && !ran.output.contains("copperfield"))
        #expect(ran.output.contains("No rating is open, so this line is kept privately and counts nowhere."))
        #expect(ran.output.contains("1 of 2 answered. Established 1."))
    }

    /// In each process sets and dictionaries have another order. The lines are the same every time: linear congruential
    /// (Knuth, MMIX).
    @Test func `every process reads lines alike`() throws {
        let words = [
            "I", "agree", "disagree", "with", "14", "#15", "not", "if", "but", "support", "full", "Owen", "we", "don't",
            "because", "?", ",", "by", "end", "of", "March", "2027", "yes", "no", "emerging", "between", "and",
            "established", "high", "park", "will", "measure", "can", "live", "it", "what", "does", "mean",
        ]
        let steps = ["opening", "gauging", "discussing", "testing", "objectives"]
        var state: UInt64 = 2026
        func next(below most: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % most
        }
        let lines = (0..<150).map { number in
            let text = (0..<1 + next(below: 12)).map { _ in words[next(below: words.count)] }.joined(separator: " ")
            let line: JSONValue = [
                "id": .string("\(number)"), "text": .string(text), "by": "Ann Shah", "today": "2026-10-14",
                "context": [
                    "step": .string(steps[number % steps.count]), "members": ["Ann Shah", "Owen Price"],
                    "statements": [["id": "s14", "by": "Owen Price", "text": "We meet in the library."]],
                    "test": ["id": "15", "kind": "decision", "text": "Meet weekly"],
                ],
            ]
            return JSONEmitter(.compact).text(line)
        }
        let place = try Place()
        let ran = try place.run(["read", "--why"], input: lines.joined(separator: "\n"))
        #expect(ran.status == 0 && ran.output.split(separator: "\n").count == lines.count, "\(ran.messages)")
        for _ in 0..<3 {
            #expect(try place.run(["read", "--why"], input: lines.joined(separator: "\n")).output == ran.output)
        }
    }

    @Test func `a store that cannot be written is said at once`() throws {
        let place = try Place()
        let ran = try place.run(["--store", "/proc/nowhere/store.sqlite"], input: "Ann: good morning\n")
        #expect((64...78).contains(ran.status))
        #expect(ran.messages.hasPrefix("commonground: The store /proc/nowhere"))
        #expect(ran.messages.contains("--store PATH"))
        #expect(ran.output == "")
    }

    @Test func `when the store is full, each line says whether it was kept, and that is true`() throws {
        let place = try Place()
        let words = String(repeating: "The list is printed twice a year. ", count: 80)
        let lines = ["Ann: good morning", "/start 8"] + (1...25).map { "Ann: line \($0). \(words)" }
        // Blocks of 512 bytes: no file may grow beyond 450 KiB.
        let ran = try place.run(
            ["-c", "ulimit -f 900; exec \"$0\" --store \"$1\"", Place.program, place.store],
            input: lines.joined(separator: "\n"), program: "/bin/sh")
        #expect(ran.status == 0)
        let declined = ran.output.ranges(of: "That line was not kept.").count
        #expect(declined > 0)
        #expect(try place.look("verify").hasPrefix("Sound:"))
        let kept = try place.look("export", "main").ranges(of: "] Ann: line ").count
        #expect(kept > 0)
        #expect(kept + declined == 25)
    }

    @Test func `a program that is not there breaks no rule, and is named in one sentence`() throws {
        let ran = try Place().run(["check", "--", "/nonexistent/prog"])
        #expect(ran.status == 69 && ran.output == "")
        #expect(
            ran.messages
                == "commonground: “/nonexistent/prog” cannot be started. Check its name, and that it may be run.\n")
    }

    @Test func `a program that does not start again is no broken rule`() throws {
        let place = try Place()
        let file = try place.write(
            "#!/bin/sh\nrm \"$0\"\nexec '\(Place.program)' run --ndjson --store '\(place.store)'\n", to: "once")
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file)
        let ran = try place.run(["check", "--rule", "LP-017", "--", file])
        #expect(ran.status == 69 && ran.output == "", "\(ran)")
        #expect(ran.messages == "commonground: “\(file)” cannot be started. Check its name, and that it may be run.\n")
    }

    @Test func `whoever is to facilitate a room that is there does, if nobody else does`() throws {
        let place = try Place()
        func run(_ facilitator: String?, _ line: String) throws -> Place.Ran {
            let who = facilitator.map { ["--facilitator", $0] } ?? []
            return try place.run(["run", "--text", "--room", "r1", "--store", place.store] + who, input: line + "\n")
        }
        _ = try run(nil, "Ann Shah: /join Ann Shah")
        let named = try run("Helen", "Helen: /start 8")
        #expect(named.status == 0 && named.messages == "" && !named.output.contains("! "), "\(named)")
        // The same command goes on, and says nothing of it.
        let again = try run("Helen", "Helen: /where")
        #expect(again.messages == "" && !again.output.contains("! "), "\(again)")
        let other = try run("Bo Lund", "Helen: /where")
        #expect(other.status == 0 && !other.output.contains("! "))
        #expect(
            other.messages.contains("“Bo Lund” does not facilitate the room “r1”, which is there already"),
            "\(other.messages)")
    }

    @Test func `what is for a room is not passed over where no room is named`() throws {
        let place = try Place()
        let arguments = ["run", "--ndjson", "--framework", "/does/not/exist.yaml", "--store", place.store]
        let ran = try place.run(arguments, input: #"{"op":"ping","id":"1"}"# + "\n")
        #expect(ran.status == 64 && ran.output == "", "\(ran)")
        #expect(ran.messages.contains("are for the room named with --room"))
        // Text mode has a room in any case.
        let setup = try place.write("title: North Place\nareas: [8]\n", to: "north.yaml")
        let text = try place.run(
            ["run", "--text", "--setup", setup, "--store", place.store], input: "Ann Shah: /join Ann Shah\n")
        #expect(text.status == 0 && text.messages == "", "\(text)")
        #expect(try place.look("rooms").contains("North Place"))
    }

    @Test(arguments: ["no\u{1B}[31mrth", "no\u{202E}rth", String(repeating: "n", count: 201)])
    func `no room is made under a name that hides something, or that is too long`(name: String) throws {
        let place = try Place()
        for arguments in [["run", "--text"], ["facilitate"]] {
            let ran = try place.run(arguments + ["--room", name, "--store", place.store], input: "")
            #expect(ran.status == 64 && ran.messages.contains("cannot be the name of a room"), "\(ran)")
            #expect(!ran.messages.contains("\u{1B}") && !ran.messages.contains("\u{202E}"))
        }
        #expect(try place.look("rooms") == "")
    }

    @Test func `text mode says the welcome once, as its room is opened`() throws {
        let place = try Place()
        func said() throws -> String {
            try place.run(
                ["run", "--text", "--room", "north", "--facilitator", "Helen", "--store", place.store],
                input: "Helen: /where\n"
            ).output
        }
        let first = try said()
        #expect(first.hasPrefix("[2] Common Ground: Welcome."), "\(first)")
        #expect(first.contains("What is said is kept with names."))
        #expect(try !said().contains("Welcome."))
    }

    @Test func `one area that is settled is counted as one`() throws {
        let place = try Place()
        let ran = try place.run(
            ["run", "--text", "--room", "north", "--facilitator", "Helen", "--store", place.store],
            input: "Helen: /start 8\nHelen: /done\n")
        #expect(ran.status == 0)
        #expect(try place.look("sessions", "north").hasSuffix("\t1 area settled\n"))
    }

    @Test func `a file that is no store is left as it is`() throws {
        let place = try Place()
        let file = try place.write(
            "Dear diary, this is no database at all, but it is mine. Please leave it be.", to: "diary.txt")
        let ran = try place.run(["--store", file])
        #expect(ran.status == 65)
        #expect(ran.messages.contains("diary.txt is not a store"))
        #expect(ran.output == "")
    }
}
