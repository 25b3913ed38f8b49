import JSONText
import TerminalSupport
import Testing

/// Without a terminal.
@Suite(.serialized, .timeLimit(.minutes(2))) struct `At a pipe` {
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

    @Test func `a store that cannot be written is said at once`() throws {
        let place = try Place()
        let ran = try place.run(["--store", "/proc/nowhere/store.sqlite"], input: "Ann: good morning\n")
        #expect((64...78).contains(ran.status))
        #expect(ran.messages.hasPrefix("commonground: The store /proc/nowhere"))
        #expect(ran.messages.contains("--store PATH"))
        #expect(ran.output == "")
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
