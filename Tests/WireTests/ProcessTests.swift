import Facilitation
import Foundation
import Hosting
import JSONText
import SeededRandom
import Serving
import Testing
import Transcript

@Suite(.serialized) struct ProcessTests {
    static let clock = "2026-10-14T13:20:00Z"

    /// A whole session, every command with its key.
    static let session: [String] = {
        func line(_ op: String, _ actor: String, _ fields: String) -> String {
            #""op":"\#(op)","room":"north","as":"irc:\#(actor)"\#(fields.isEmpty ? "" : ",")\#(fields)"#
        }
        func say(_ actor: String, _ text: String) -> String { line("say", actor, #""text":"\#(text)""#) }
        func secret(_ actor: String, _ text: String) -> String {
            line("say", actor, #""private":true,"text":"\#(text)""#)
        }
        var lines = [String(Wire.opening().dropFirst().dropLast()).replacing(#""id":"o","#, with: "")]
        lines += [
            line("join", "cy", #""name":"Cy Lane","sector":"vcse","organisation":"Lane Hub""#),
            line("join", "dee", #""name":"Dee Holt","sector":"housing","organisation":"Holt Homes""#),
            line("join", "eli", #""name":"Eli Ford","sector":"university","organisation":"Ford College""#),
            line("start", "helen", #""areas":["8"]"#), line("gauging", "helen", ""),
            secret("ann", "emerging, low, few of us know it"), secret("bo", "established, high, we share staff"),
            secret("cy", "established, medium"), secret("dee", "established, high"), secret("eli", "established, low"),
            line("reveal", "helen", ""),
        ]
        for index in 1...20 {
            lines.append(say(["ann", "bo", "cy"][index % 3], "Point \(index): the hall could open on day \(index)."))
        }
        lines += [
            line("settle", "helen", #""stage":"established""#), say("ann", "cannot yet because few of us know it"),
            say("bo", "support"), say("cy", "support"), say("dee", "support"), say("eli", "support"),
            line("majority", "helen", ""),
            line("minority", "ann", #""text":"Few of us know the plan""#),
            line("aim", "helen", #""text":"More local people in good work by 2028""#), say("ann", "support"),
            say("bo", "full support"),
            say("cy", "I can live with it"), say("dee", "support"), say("eli", "support"), line("close", "helen", ""),
            line("readback", "helen", ""), line("done", "helen", ""),
            line("done", "helen", ""),
            line("end", "helen", ""),
        ]
        return lines.enumerated().map { #"{"id":"\#($0 + 1)","key":"k\#($0 + 1)",\#($1)}"# }
    }()

    static let input = session.map { $0 + "\n" }.joined()

    private func arguments(_ place: Place, _ more: [String] = []) -> [String] {
        ["run", "--ndjson", "--store", place.path, "--clock", ProcessTests.clock] + more
    }

    private func record(_ place: Place) throws -> JSONValue {
        let lines = try Program.run(
            arguments(place), in: place, input: #"{"op":"record","id":"r","room":"north"}"# + "\n"
        ).output
        var record = try #require(parsed(lines).last?["record"]?.object)
        record["log"] = nil
        return .object(record)
    }

    @Test func `A whole session over a pipe: only protocol on stdout, nothing said on stderr, and the end is orderly`()
        throws
    {
        let place = try Place()
        let (output, errors, status) = try Program.run(arguments(place), in: place, input: ProcessTests.input)
        #expect(status == 0 && errors == "", "\(errors)")
        let lines = parsed(output)
        #expect(lines.allSatisfy { $0["ev"] != nil || $0["re"] != nil })
        #expect(lines.replies.map { $0["re"]?.string } == (1...ProcessTests.session.count).map(String.init))
        #expect(
            lines.replies.allSatisfy { $0["ok"] == true && $0["declined"] == nil },
            "\(lines.replies.filter { $0["ok"] != true || $0["declined"] != nil })")
        let area = try #require(record(place)["areas"]?.array?.first { $0["status"] == "settled" })
        #expect(area["position"]?["outcome"] == "majority-with-minority-view")
        #expect(
            area["minorityViews"]?.array?.count == 1
                && area["aims"]?.array?.first?["outcome"] == "agreed-with-reservations")
    }

    @Test
    func `Killed at any moment, nothing acknowledged is missing, and sending all again leaves the undisturbed record`()
        async throws
    {
        let undisturbed = try Place()
        let calm = try Program.run(arguments(undisturbed), in: undisturbed, input: ProcessTests.input)
        try #require(calm.status == 0)
        let expected = try record(undisturbed)
        let firstSeed = ProcessInfo.processInfo.environment["COMMONGROUND_SEED"].flatMap(UInt64.init) ?? 20_270_331
        var acknowledgedInAll = 0
        for round in 0..<4 {
            let place = try Place()
            for run in 0..<5 {
                let seed = firstSeed &+ UInt64(round * 5 + run)
                acknowledgedInAll += try await killedRun(place, seed)
            }
            let again = try Program.run(arguments(place), in: place, input: ProcessTests.input)
            #expect(again.status == 0)
            #expect(parsed(again.output).replies.allSatisfy { $0["ok"] == true })
            #expect(try record(place) == expected, "seeds from \(firstSeed &+ UInt64(round * 5))")
            let store = try SQLiteStore(path: place.path)
            #expect(try store.verify(room: nil).findings == [])
            try store.close()
        }
        #expect(acknowledgedInAll > 20, "the kills came too early to prove anything: \(acknowledgedInAll)")
    }

    /// Streams the session from its start, kills the program somewhere, and looks for everything that it had answered.
    private func killedRun(_ place: Place, _ seed: UInt64) async throws -> Int {
        var dice = SeededGenerator(seed: UInt64(seed))
        let program = try Program(arguments(place), in: place)
        // Every fifth kill falls into the start, or anywhere; the others into the streaming, at a random reply.
        let wanted = seed % 5 == 0 ? 0 : 1 + dice.number(below: ProcessTests.session.count)
        for line in ProcessTests.session {
            guard program.write(line + "\n") else { break }
            // Some lines together, some alone.
            if dice.number(below: 3) > 0 { try await Task.sleep(for: .microseconds(dice.number(below: 3_000))) }
            if wanted > 0, program.replyCount >= wanted { break }
        }
        for _ in 0..<2_000 where program.replyCount < wanted { try await Task.sleep(for: .milliseconds(5)) }
        try await Task.sleep(for: .microseconds(dice.number(below: seed % 5 == 0 ? 250_000 : 4_000)))
        program.killNow()
        // A line that was cut short was not received.
        let whole = program.output.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
        let lines = parsed(whole.joined(separator: "\n"))
        guard let lastReply = lines.lastIndex(where: { $0["re"] != nil }) else { return 0 }
        let events = whole.prefix(lastReply).filter { $0.hasPrefix("{") && parsed($0).first?["ev"] != nil }
        let wire = try Wire(place)
        let sync = wire.connection.raw(#"{"op":"sync","id":"s","room":"north","limit":5000}"# + "\n")
        let kept = Set(sync.split(separator: "\n").map(String.init))
        #expect(events.filter { !kept.contains($0) } == [], "seed \(seed)")
        let head = parsed(sync).last?["to"]?.integer ?? 0
        #expect(lines.replies.compactMap { $0["seq"]?.integer }.max() ?? 0 <= head, "seed \(seed)")
        return lines.replies.count
    }

    @Test(arguments: ["directory", "under a file", "text file"])
    func `A store that cannot be used is told at once, with an exit code of sysexits`(what: String) throws {
        let place = try Place()
        var path = place.path
        switch what {
        case "directory": try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        case "under a file":
            try Data("x".utf8).write(to: URL(fileURLWithPath: path))
            path += "/store.sqlite"
        default: try Data("This is a letter and no database at all.\n".utf8).write(to: URL(fileURLWithPath: path))
        }
        let ended = try Program.run(
            ["run", "--ndjson", "--store", path], in: place, input: #"{"op":"ping","id":"1"}"# + "\n")
        #expect((64...78).contains(ended.status), "\(ended.status)")
        #expect(ended.output == "")
        #expect(ended.errors.contains(path) && ended.errors.split(separator: "\n").count == 1, "\(ended.errors)")
    }

    @Test func `A disk that fills up is told line by line; what was acknowledged before is kept`() throws {
        let place = try Place()
        let words = String(repeating: "The hall could open on more days. ", count: 60)
        var input = ProcessTests.session.prefix(6).map { $0 + "\n" }.joined()
        for index in 1...120 {
            input +=
                #"{"op":"say","id":"w\#(index)","key":"w\#(index)","room":"north","as":"irc:ann","text":"\#(words)"}"#
                + "\n"
        }
        // Blocks of 512 bytes: the journal of the store reaches the limit before the answers do.
        let ended = try Program.run(arguments(place), in: place, input: input, before: "ulimit -f 800; ")
        #expect(ended.status == 0, "\(ended.errors)")
        let replies = parsed(ended.output).replies
        let failed = replies.filter { $0["ok"] == false }
        #expect(!failed.isEmpty && failed.allSatisfy { $0["code"] == "STORAGE" }, "\(failed.first ?? .null)")
        let sync = try Program.run(
            arguments(place), in: place, input: #"{"op":"sync","id":"s","room":"north","limit":5000}"# + "\n")
        let head = try #require(parsed(sync.output).last?["to"]?.integer)
        let acknowledged = replies.compactMap { $0["ok"] == true ? $0["seq"]?.integer : nil }
        #expect(acknowledged.count > 6 && acknowledged.max() ?? 0 <= head)
        let keys = replies.count { $0["ok"] == true }
        let heard = parsed(sync.output).events.count { $0["ev"] == "said" }
        #expect(heard == keys, "what was refused left no entry")
        #expect(!ended.errors.contains("hall"))
    }

    @Test func `Answers that cannot be written end the program with a code; a reader that went away does not crash it`()
        throws
    {
        let place = try Place()
        let full = try Program.run(arguments(place), in: place, input: ProcessTests.input, output: "/dev/full")
        #expect(full.status == 74 && full.errors.contains("standard output"), "\(full.status) \(full.errors)")
        // Standard output is a pipe whose reader has gone.
        let gone = try Program(
            arguments(place), in: place, before: "exec 3>&1; { sleep 0.3; ", after: "; echo $? >&3; } | true")
        gone.write(ProcessTests.input)
        _ = gone.finish()
        #expect(gone.output == "0\n" && gone.errors == "", "\(gone.output) \(gone.errors)")
    }

    @Test func `A room that was made anew under its name ends the program with a code that says to start it again`()
        throws
    {
        let place = try Place()
        let program = try Program(arguments(place), in: place)
        program.write(Wire.opening() + "\n")
        for _ in 0..<1_200 where program.replyCount < 1 { Thread.sleep(forTimeInterval: 0.025) }
        let other = try Wire(place)
        try other.store.purge(room: "north", ifHeadIs: other.head())
        try other.open()
        program.write(#"{"op":"say","id":"1","room":"north","as":"irc:ann","text":"The hall is cold."}"# + "\n")
        #expect(program.finish() == 75)
        #expect(parsed(program.output).last?["code"] == "LOG_CHANGED")
        #expect(program.errors.contains("was made anew under its name"), "\(program.errors)")
    }

    @Test(arguments: [0, 2])
    func `A store that is deleted under it is told at once, in each answer, and by the code at the end`(
        lines: Int
    ) throws {
        let place = try Place()
        let program = try Program(arguments(place), in: place)
        program.write(Wire.opening() + "\n")
        for _ in 0..<1_200 where program.replyCount < 1 { Thread.sleep(forTimeInterval: 0.025) }
        try FileManager.default.removeItem(atPath: place.path)
        if lines > 0 {
            // Nobody need say anything for that.
            for _ in 0..<1_200 where program.errors.isEmpty { Thread.sleep(forTimeInterval: 0.025) }
        }
        for id in 0..<lines {
            program.write(
                #"{"op":"say","id":"\#(id)","room":"north","as":"irc:ann","text":"The hall is cold."}"# + "\n")
        }
        #expect(program.finish() == 74)
        let replies = parsed(program.output).replies.dropFirst()
        #expect(replies.count == lines)
        #expect(replies.allSatisfy { $0["code"] == "STORAGE" && $0["retry"] == false })
        #expect(replies.allSatisfy { $0["msg"]?.string?.contains("and start the program again.") == true })
        #expect(program.errors.split(separator: "\n").count == 1, "\(program.errors)")
        #expect(program.errors.contains("transcripts.sqlite was deleted or moved"), "\(program.errors)")
        #expect(!program.errors.contains("hall"))
    }

    @Test func `A reader that leaves far too much unread ends the program with a code and a sentence`() throws {
        let place = try Place()
        let wire = try Wire(place)
        try wire.open()
        let words = String(repeating: "The hall is cold in May. ", count: 300)
        for start in [0, 40, 80, 120] {
            _ = wire.connection.send(
                (1...40).map {
                    #"{"op":"say","id":"1","room":"north","as":"irc:ann","text":"\#(start + $0). \#(words)"}"#
                })
        }
        // Open for reading, and never read.
        let answers = place.directory + "/answers"
        try #require(mkfifo(answers, 0o600) == 0)
        let reader = open(answers, O_RDWR)
        defer { close(reader) }
        let program = try Program(arguments(place), in: place, output: answers)
        // More than a megabyte each.
        program.write((1...75).map { #"{"op":"export","id":"\#($0)","room":"north"}"# + "\n" }.joined())
        for _ in 0..<1_200 where program.process.isRunning { Thread.sleep(forTimeInterval: 0.05) }
        try #require(!program.process.isRunning, "it waits for its reader")
        #expect(program.process.terminationStatus == 74)
        #expect(program.errors.contains("64 MiB wait for whoever reads standard output"), "\(program.errors)")
    }

    @Test(arguments: [
        ["record", "north"], ["draft", "north"], ["minutes", "north"], ["export", "north", "--everything"], ["rooms"],
        ["verify", "north"], ["sessions", "north"], ["framework", "show"],
    ])
    func `A result that cannot all be written is told, and ends with a code`(command: [String]) throws {
        let place = try Place()
        try Wire(place).start()
        let store = command.first == "framework" ? [] : ["--store", place.path]
        let ran = try Program.run(command + store, in: place, output: "/dev/full")
        #expect(ran.status == 74, "\(ran.status) \(ran.errors)")
        #expect(ran.errors.contains("could be written to standard output"), "\(ran.errors)")
        #expect(ran.errors.split(separator: "\n").count == 1, "\(ran.errors)")
    }

    @Test func `A result whose reader has gone is no mistake`() throws {
        let place = try Place()
        try Wire(place).start()
        let gone = try Program(
            ["export", "north", "--store", place.path], in: place, before: "exec 3>&1; { sleep 0.3; ",
            after: "; echo $? >&3; } | true")
        _ = gone.finish()
        #expect(gone.output == "0\n" && gone.errors == "", "\(gone.output) \(gone.errors)")
    }

    @Test func `Before the reveal the command line and stderr tell no secret from another`() throws {
        func outside(_ secret: String) throws -> String {
            let place = try Place()
            let lines =
                Array(ProcessTests.session.prefix(6)) + [
                    #"{"id":"x","op":"say","room":"north","as":"irc:ann","private":true,"text":"\#(secret)"}"#
                ]
            let ran = try Program.run(arguments(place), in: place, input: lines.map { $0 + "\n" }.joined())
            #expect(ran.status == 0)
            var seen = ran.errors
            for command in [
                ["rooms"], ["sessions", "north"], ["record", "north"], ["draft", "north"], ["minutes", "north"],
                ["export", "north"],
            ] {
                let told = try Program.run(command + ["--store", place.path], in: place)
                #expect(told.status == 0, "\(command): \(told.errors)")
                seen += "\(command)\n\(told.output)\(told.errors)"
            }
            let store = try SQLiteStore(path: place.path)
            let room = try #require(try store.room("north"))
            try store.close()
            // Both are drawn anew for each room: the seal in the minutes is over commitments that hold random salts.
            return seen.replacing(room.log, with: "LOG").replacing(room.headHash, with: "HASH")
        }
        let one = try outside("emerging, low, nobody reads it")
        #expect(one.contains("north") && !one.contains("nobody reads it"))
        #expect(try one == outside("expanding, high, we share staff and money"))
    }
}
