import Foundation
import JSONText
import Testing

/// What whoever keeps the transcripts can do with them, at a shell.
@Suite(.timeLimit(.minutes(10))) struct `Keeping transcripts` {
    private func meet(_ place: Place) throws {
        let lines = """
            Ann Osei: /join Ann Osei | vcse | Harrowdale Voices
            Zebediah Quillfeather: /join Zebediah Quillfeather | primary-care | Hill PCN
            Helen: /start 8
            Zebediah Quillfeather: We should print wombat stickers for every ward.
            Ann Osei: I agree with Zebediah
            Ann Osei (privately): /private copperfield

            """
        let ran = try place.run(
            ["run", "--text", "--room", "north", "--facilitator", "Helen", "--store", place.store], input: lines)
        #expect(ran.status == 0)
        // Nothing that anybody said is in what the program tells its operator.
        for word in ["wombat", "copperfield", "Quillfeather"] { #expect(!ran.messages.contains(word)) }
    }

    private func refused(_ place: Place, _ code: Int32, _ arguments: String...) throws -> String {
        let ran = try place.run(arguments + ["--store", place.store])
        #expect(ran.status == code && ran.output == "", "\(arguments): \(ran.status) \(ran.output)")
        for word in ["wombat", "copperfield"] { #expect(!ran.messages.contains(word)) }
        return ran.messages
    }

    private func mode(_ path: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }

    @Test func `a store with an entry that was changed is neither exported whole nor backed up without a word`() throws
    {
        let place = try Place()
        try meet(place)
        #expect(try place.look("backup", place.folder.path + "/whole.sqlite") == "")
        var bytes = try Data(contentsOf: URL(fileURLWithPath: place.store))
        while let words = bytes.range(of: Data("wombat".utf8)) { bytes[words.lowerBound] = UInt8(ascii: "W") }
        try bytes.write(to: URL(fileURLWithPath: place.store))
        let told = try refused(place, 65, "export", "north", "--everything")
        #expect(told.contains("of room “north” is not as it was written, so nothing was exported"))
        let copied = try refused(place, 65, "backup", place.folder.path + "/copy.sqlite")
        #expect(copied.contains("Room north, entry #"))
        #expect(copied.contains("The copy was made, and what is wrong with the store is wrong in it too."))
        #expect(FileManager.default.fileExists(atPath: place.folder.path + "/copy.sqlite"))
    }

    @Test func `a log that is no part of the store is set aside, and it is said where it is`() throws {
        let place = try Place()
        try meet(place)
        try Data(repeating: 7, count: 100).write(to: URL(fileURLWithPath: place.store + "-wal"))
        let ran = try place.run(["verify", "--store", place.store])
        #expect(ran.status == 0 && ran.output.hasPrefix("Sound: "))
        #expect(ran.messages.contains("It is kept as \(place.store)-wal.set-aside-1: delete it when nobody needs it."))
    }

    @Test func `an old log beside the store is named by whatever takes words out, by verify and by doctor`() throws {
        let place = try Place()
        try meet(place)
        let log = place.store + "-wal.set-aside-3"
        try Data("wombat".utf8).write(to: URL(fileURLWithPath: log))
        let note =
            "The file \(log) is an old log that was set aside. It may still hold words that were taken out of the "
            + "store: delete it when nobody needs it.\n"
        let said = try place.look("export", "north").split(separator: "\n")
        let agreed = try #require(said.first { $0.contains("I agree with Zebediah") })
        let number = String(agreed.dropFirst().prefix { $0.isNumber })
        for command in [
            ["redact", "north", number, "--yes"], ["erase", "Zebediah Quillfeather", "--yes"], ["erase", "--finish"],
        ] {
            let ran = try place.run(command + ["--store", place.store])
            #expect(ran.status == 0 && ran.output.contains("\n" + note), "\(command): \(ran)")
        }
        let verified = try place.run(["verify", "--store", place.store])
        #expect(verified.output.hasPrefix("Sound: ") && verified.messages == "commonground: " + note)
        #expect(try place.run(["doctor", "--store", place.store]).output.contains("\nnote: " + note))
        try FileManager.default.removeItem(atPath: log)
        #expect(try place.run(["verify", "--store", place.store]).messages == "")
        #expect(try !place.run(["doctor", "--store", place.store]).output.contains("set aside"))
    }

    @Test func `an erasure is shown first, then done, and proved afterwards`() throws {
        let place = try Place()
        try meet(place)
        let shown = try place.look("erase", "Zebediah Quillfeather")
        #expect(shown.contains("Room north: words or a name would go from "))
        #expect(shown.contains("Nothing was changed. With --yes it is done, and cannot be undone."))
        #expect(shown.contains("Ann Osei: I agree with Zebediah\n    becomes: I agree with Erased person 1\n"))
        let unknown = try refused(place, 66, "erase", "Zebediah", "--yes")
        #expect(unknown.contains("Nobody is called “Zebediah” here, so nothing was changed."))
        #expect(unknown.contains("Room north has Zebediah Quillfeather") && unknown.contains("these words: #"))
        #expect(try place.look("export", "north").contains("wombat"))
        let done = try place.look("erase", "Zebediah Quillfeather", "--yes", "--because", "asked by letter")
        #expect(done.contains("the person is “Erased person 1”.") && done.contains("Back-ups, exports and drafts"))
        let transcript = try place.look("export", "north")
        #expect(!transcript.contains("wombat") && !transcript.contains("Quillfeather"))
        #expect(transcript.contains("Ann Osei: I agree with Erased person 1"))
        #expect(try place.look("verify").hasPrefix("Sound: "))
        #expect(try place.look("record", "north").contains("\"erased\""))
        #expect(try !place.look("draft", "north").contains("wombat"))
        #expect(try place.look("erase", "--finish") == "The files of the store hold nothing that was erased.\n")
        // Nothing was typed at a keyboard, and no folder is made to see that.
        #expect(!FileManager.default.fileExists(atPath: place.folder.path + "/commonground"))
        #expect(try refused(place, 66, "erase", "Zebediah Quillfeather").contains("Nobody is called"))
        #expect(try refused(place, 64, "redact", "north", "9999").contains("has no entry 9999"))
    }

    @Test(arguments: [
        ["Zebediah Quillfeather"], ["Zebediah Quillfeather", "--yes"], ["--room", "north"], ["--keep-proposals"],
        ["--because", "asked by letter"],
    ])
    func `cleaning the files erases nobody, and is not asked for together with an erasure`(more: [String]) throws {
        let place = try Place()
        try meet(place)
        let ran = try place.run(["erase", "--finish", "--store", place.store] + more)
        #expect(ran.status == 64 && ran.output == "", "\(ran)")
        #expect(ran.messages.contains("--finish erases nobody"))
        #expect(try place.look("export", "north").contains("wombat"))
    }

    @Test func `what is held about one person is not written over by what is held about another`() throws {
        let place = try Place()
        try meet(place)
        let folder = place.folder.path + "/person"
        _ = try place.look("disclose", "Ann Osei", "--output", folder)
        let first = try String(contentsOfFile: folder + "/disclosure.md", encoding: .utf8)
        let told = try refused(place, 73, "disclose", "Zebediah Quillfeather", "--output", folder)
        #expect(told.contains("is there already") && told.contains("--replace"), "\(told)")
        #expect(try String(contentsOfFile: folder + "/disclosure.md", encoding: .utf8) == first)
        _ = try place.look("disclose", "Zebediah Quillfeather", "--output", folder, "--replace")
        #expect(try String(contentsOfFile: folder + "/disclosure.md", encoding: .utf8) != first)
    }

    @Test func `an erasure that fails in one room tells of the rooms before it, and goes on when it is asked again`()
        throws
    {
        let place = try Place()
        try meet(place)
        let words = String(repeating: "The wombat list is long. ", count: 20)
        let name = "Zebediah Quillfeather"
        let lines =
            ["\(name): /join \(name) | primary-care | Hill PCN", "Helen: /start 8"]
            + (1...120).map { "\(name): \($0). \(words)" }
        let spoken = try place.run(
            ["run", "--text", "--room", "south", "--facilitator", "Helen", "--store", place.store],
            input: lines.map { $0 + "\n" }.joined())
        #expect(spoken.status == 0)
        // Blocks of 512 bytes: enough for the log of the short room, and not for that of the long one.
        let failed = try place.run(
            [
                "-c", "trap '' XFSZ; ulimit -f 200; exec \"$0\" \"$@\"", Place.program, "erase", name, "--yes",
                "--store", place.store,
            ], program: "/bin/sh")
        #expect(failed.status == 74, "\(failed.messages)")
        #expect(failed.output.hasPrefix("Room north: words or a name went from "), "\(failed.output)")
        #expect(!failed.output.contains("south"))
        #expect(failed.messages.contains("room south: not done; give the same command again"), "\(failed.messages)")
        #expect(try !place.look("export", "north").contains("wombat"))
        #expect(try place.look("export", "south").contains("wombat"))
        #expect(try place.look("erase", name, "--yes").hasPrefix("Room south: words or a name went from "))
        #expect(try !place.look("export", "south").contains("wombat"))
    }

    @Test func `a room goes to another store by a file, and only its owner can read what was written`() throws {
        let place = try Place()
        try meet(place)
        for format in ["ndjson", "markdown"] {
            let file = place.folder.path + "/north.\(format)"
            #expect(try place.look("export", "north", "--everything", "--format", format, "--output", file) == "")
            #expect(try mode(file) == 0o600)
            let other = place.folder.path + "/\(format).sqlite"
            let ran = try place.run(["import", "transcript", file, "--store", other])
            #expect(ran.status == 0 && ran.output.hasPrefix("Room north: "), "\(ran.messages)")
            #expect(try place.run(["verify", "--store", other]).output == place.look("verify"))
            #expect(try place.run(["export", "north", "--store", other]).output.contains("wombat"))
            #expect(try mode(other) == 0o600)
            let text = try String(contentsOfFile: file, encoding: .utf8)
            let changed = try place.write(text.replacing("wombat", with: "badger"), to: "changed.\(format)")
            let refusal = try place.run(["import", "transcript", changed, "--store", place.folder.path + "/new.sqlite"])
            #expect(refusal.status == 65 && refusal.output == "")
            #expect(refusal.messages.contains(", line ") && refusal.messages.contains("Nothing was taken in."))
            #expect(!refusal.messages.contains("badger"))
        }
        let folder = place.folder.path + "/ann"
        #expect(
            try place.look("disclose", "Ann Osei", "--output", folder).hasSuffix(
                "disclosure.md and disclosure.ndjson.\n"))
        #expect(try mode(folder) == 0o700 && mode(folder + "/disclosure.md") == 0o600)
        let draft = place.folder.path + "/draft.md"
        _ = try place.look("draft", "north", "--output", draft)
        #expect(try mode(draft) == 0o600)
        #expect(try !place.look("export", "north", "--chatham-house").contains("Osei"))
        #expect(try place.look("export", "north", "--format", "csv").hasPrefix("number,session,at,speaker,"))
        #expect(
            try refused(place, 64, "export", "north", "--everything", "--format", "csv").contains("CSV cannot hold"))
    }

    @Test func `what was exported after words were taken out is played to the same agreement`() throws {
        let place = try Place()
        let lines = """
            Ann Osei: /join Ann Osei | vcse | Harrowdale Voices
            Bo Reed: /join Bo Reed | nhs | Hill Trust
            Helen: /start 8
            Helen: /decide Three months' notice before a contract ends.
            Ann Osei: full support, because wombat
            Bo Reed: support
            Helen: /close

            """
        _ = try place.run(
            ["run", "--text", "--room", "north", "--facilitator", "Helen", "--store", place.store], input: lines)
        let said = try #require(
            try place.look("export", "north").split(separator: "\n").first { $0.contains("wombat") })
        let number = String(said.dropFirst().prefix { $0.isNumber })
        _ = try place.look("redact", "north", number, "--yes")
        let decided = try place.record(of: "north")["areas"]?.array?.first?["decisions"]
        #expect(decided?.array?.first?["outcome"] == "agreed")
        for kind in [["--format", "markdown"], ["--everything", "--format", "ndjson"], ["--everything"]] {
            let text = try place.run(["export", "north", "--store", place.store] + kind).output
            let file = try place.write(text, to: "exported")
            let played = try place.run(["replay", file, "--record"])
            #expect(played.status == 0 && played.messages.contains("What counts of #\(number) is how"))
            let again = try JSONScanner(depthLimit: 64).scan(played.output)["areas"]?.array?.first?["decisions"]
            #expect(again == decided, "\(kind)")
        }
        let shared = try place.write(try place.look("export", "north", "--format", "ndjson"), to: "shared")
        let refused = try place.run(["replay", shared])
        #expect(refused.status == 65 && refused.messages.contains("Play the one in Markdown"))
    }

    @Test func `a hash that was printed proves a later copy, and another one does not`() throws {
        let place = try Place()
        try meet(place)
        let last = try #require(try place.look("verify", "north").split(separator: "\n").last)
        let printed = try #require(last.split(separator: " ").last.map(String.init))
        _ = try place.run(
            ["run", "--text", "--room", "north", "--store", place.store], input: "Ann Osei: And one more thing.\n")
        #expect(try place.look("verify", "north", "--head", printed).contains("has the hash that was printed."))
        #expect(try place.look("verify", "north", "--head", String(printed.prefix(20))).contains("has the hash"))
        let number = try #require(printed.split(separator: ":").first)
        let other = try place.run(
            ["verify", "north", "--head", "\(number):0123456789abcdef", "--store", place.store])
        #expect(other.status == 65 && other.output.contains("has another hash"))
        #expect(try refused(place, 64, "verify", "north", "--head", "12:xyz").contains("is no hash of a transcript"))
    }

    @Test func `a hold, a date and a purge each say what is so`() throws {
        let place = try Place()
        try meet(place)
        #expect(try place.look("purge").contains("Room north: kept until somebody says how long."))
        #expect(
            try refused(place, 64, "purge", "north", "--yes").contains("Nobody has said how long to keep room “north”"))
        #expect(try place.look("retain", "north", "--days", "30").contains("Room north: kept until "))
        #expect(try refused(place, 64, "purge", "north", "--yes").contains("is to be kept until "))
        #expect(try place.look("purge", "--yes") == "No room is past its date; nothing was changed.\n")
        #expect(try place.look("hold", "north", "--because", "an inquiry") == "Room north is now on hold.\n")
        #expect(try refused(place, 64, "purge", "north", "--yes").contains("is on hold (an inquiry)"))
        #expect(try place.look("hold", "north", "--lift") == "Room north is no longer on hold.\n")
    }
}
