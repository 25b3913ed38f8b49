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
