import Foundation
import JSONText
import TerminalSupport
import Testing

/// Documents about a session, from the command line.
@Suite(.serialized, .timeLimit(.minutes(10))) struct `Documents of a session` {
    private static let talk = [
        "Ann Shah: good morning", "Bo Lund: hello", "/start 8", "/gauging", "/hand Ann",
        "established, medium, because our rules are in use", "/hand Bo", "emerging, low", "/reveal",
        "/decide Three months' notice, in writing, by <b>every</b> member & body.", "Ann: support",
        "Bo: I can live with it, because =cmd needs time", "/close",
        "/objective Ann will publish the list by 31 March 2027", "Ann: yes, support", "Bo: support", "/close", "/close",
        "/end",
    ]

    /// The store that the session leaves; it is held once, and each test gets a copy.
    private static let held = Result {
        let place = try Place()
        let ran = try place.run(
            ["--store", place.store, "--room", "north", "--clock", Place.clock], input: talk.joined(separator: "\n"))
        try #require(ran.status == 0, "\(ran.messages)")
        return try Data(contentsOf: URL(fileURLWithPath: place.store))
    }

    private func place() throws -> Place {
        let place = try Place()
        try Self.held.get().write(to: URL(fileURLWithPath: place.store))
        return place
    }

    @Test(arguments: ["draft", "aims", "minutes", "decisions", "actions", "ratings", "cover", "annex", "all"])
    func `every document is made and borne out by the transcript, in every format that it has`(document: String) throws
    {
        let place = try place()
        // The pack of papers has every document in it, so the formats that are only laid out otherwise are shown by it.
        for format in document == "all" ? ["markdown", "text", "json", "html"] : ["json", "html"] {
            let text = try place.look("draft", "north", "--document", document, "--format", format)
            #expect(text.contains("north"))
            // In another process sets and dictionaries have another order, and the bytes are the same.
            if document == "all" {
                #expect(try place.look("draft", "north", "--document", document, "--format", format) == text)
            }
            if format == "json" {
                let json = try JSONScanner(depthLimit: 32).scan(text)
                #expect(json["document"]?.string == document)
            }
            if format == "html" { #expect(text.hasPrefix("<!DOCTYPE html>") && !text.contains("<b>")) }
        }
    }

    @Test func `the minutes are the same by either name`() throws {
        let place = try place()
        #expect(try place.look("minutes", "north") == place.look("draft", "north", "--document", "minutes"))
    }

    @Test func `the seal in the minutes proves a later copy; another seal is found, in the minutes and in the copy`()
        throws
    {
        let place = try place()
        let minutes = try place.look("minutes", "north")
        let words = minutes.split { $0 == " " || $0.isNewline || $0 == "." }.map(String.init)
        let seal = try #require(words.first { $0.count > 65 && $0.contains(":") })
        #expect(try place.look("verify", "north", "--head", seal).contains("Sound"))
        let file = place.folder.appending(path: "minutes.md")
        try Data(minutes.utf8).write(to: file)
        #expect(try place.look("verify-draft", file.path, "--room", "north").contains("borne out"))
        let changed = seal.dropLast() + (seal.hasSuffix("0") ? "1" : "0")
        try Data(minutes.replacing(seal, with: changed).utf8).write(to: file)
        let found = try place.run(["verify-draft", file.path, "--room", "north", "--store", place.store])
        #expect(found.status == 65 && found.messages.contains("is not that of the transcript"), "\(found)")
        let other = try place.run(["verify", "north", "--head", String(changed), "--store", place.store])
        #expect(other.status == 65, "\(other)")
    }

    @Test(arguments: ["decisions", "actions", "ratings", "cover", "annex"])
    func `an extract is checked as what it is, and says so`(document: String) throws {
        let place = try place()
        let file = place.folder.appending(path: "\(document).md")
        let text = try place.look("draft", "north", "--document", document)
        try Data(text.utf8).write(to: file)
        let checked = try place.look("verify-draft", file.path, "--room", "north")
        #expect(checked.contains("borne out by the record. It was read as the "), "\(checked)")
        try Data((text + "\nEverybody agreed D9.\n").utf8).write(to: file)
        let found = try place.run(["verify-draft", file.path, "--room", "north", "--store", place.store])
        #expect(found.status == 65, "\(found)")
    }

    @Test func `a log comes as CSV, and prose is refused with a sentence that names what there is`() throws {
        let place = try place()
        let csv = try place.look("draft", "north", "--document", "decisions", "--format", "csv")
        #expect(csv.hasPrefix("reference,date,area,text,outcome,full,support,"))
        #expect(csv.contains("D1,2026-10-14,Acting as an anchor,\"Three months' notice, in writing, by <b>every"))
        #expect(csv.hasSuffix("\r\n") && !csv.hasSuffix("\n\n"))
        #expect(try place.look("draft", "north", "--document", "decisions", "--format", "csv") == csv)
        let refused = try place.run(["minutes", "north", "--format", "csv", "--store", place.store])
        #expect(refused.status == 64 && refused.output == "")
        #expect(refused.messages.contains("Ask for one of: decisions, actions, ratings."))
    }

    @Test func `a document goes to a file when asked, and a place that cannot be written is told`() throws {
        let place = try place()
        let file = place.folder.appending(path: "aims.html").path
        #expect(try place.look("draft", "north", "--format", "html", "--output", file) == "")
        #expect(FileManager.default.contents(atPath: file)?.starts(with: Array("<!DOCTYPE html>".utf8)) == true)
        let wrong = try place.run(["draft", "north", "--output", "/nowhere/aims.md", "--store", place.store])
        #expect(wrong.status == 73 && wrong.messages.contains("cannot be written"))
    }

    @Test func `a file that is there is left as it is, unless it is to be replaced`() throws {
        let place = try place()
        for command in ["draft", "minutes", "export"] {
            let file = try place.write("Our own words.", to: "north.md")
            let refused = try place.run([command, "north", "--output", file, "--store", place.store])
            #expect(refused.status == 73 && refused.messages.contains("Please give another name; --replace"))
            #expect(try String(contentsOfFile: file, encoding: .utf8) == "Our own words.")
            #expect(try place.look(command, "north", "--output", file, "--replace") == "")
            #expect(try !String(contentsOfFile: file, encoding: .utf8).contains("Our own words."))
        }
    }

    @Test func `how easy it reads is told on stderr when asked, and the document stays the same`() throws {
        let place = try place()
        let ran = try place.run(["draft", "north", "--plain-english", "--store", place.store])
        #expect(ran.status == 0)
        #expect(ran.messages.hasPrefix("commonground: Plain English: reading age about "))
        #expect(try ran.output == place.look("draft", "north"))
    }

    @Test func `a partnership's own words are used, and mistakes in them are named`() throws {
        let place = try place()
        let words = try place.run(["draft", "north", "--show-wording"]).output
        #expect(words.contains("opening-development: \"Draft record of a development session on {day}"))
        let all = place.folder.appending(path: "all.yaml").path
        #expect(try place.look("draft", "north", "--show-wording", "--output", all) == "")
        let written = try String(contentsOfFile: all, encoding: .utf8)
        #expect(words.hasPrefix(written) && written.count + 1 >= words.count)
        let over = try place.run(["draft", "north", "--show-wording", "--output", all])
        #expect(over.status == 73 && over.output == "" && over.messages.contains("is there already"))
        #expect(try place.look("draft", "north", "--wording", all) == place.look("draft", "north"))
        let own = try place.write("opening-development: \"Held on {day}\"\n", to: "own.yaml")
        #expect(
            try place.look("minutes", "north", "--wording", own).contains("\nHeld on 14 October 2026. A development"))
        let wrong = try place.write("opening-development: \"Held on {date}\"\nopenning: x\n", to: "wrong.yaml")
        let refused = try place.run(["minutes", "north", "--wording", wrong, "--store", place.store])
        #expect(refused.status == 65 && refused.output == "")
        #expect(refused.messages.contains("nothing fills “{date}” here") && refused.messages.contains("“openning”"))
    }

    @Test func `without pandoc one sentence says how to get it, and what to use instead`() throws {
        let place = try place()
        let ran = try place.run(["draft", "north", "--format", "word", "--output", "a.docx", "--store", place.store])
        #expect(ran.status == 69 && ran.output == "")
        #expect(ran.messages.contains("sudo apt-get install pandoc"))
        let nameless = try place.run(["draft", "north", "--format", "word", "--store", place.store])
        #expect(nameless.status == 64 && nameless.messages.contains("--output"))
    }

    /// A program in pandoc's place keeps what it is given.
    @Test func `pandoc gets the words as escaped text on its standard input`() throws {
        let place = try place()
        let tools = place.folder.appending(path: "tools")
        try FileManager.default.createDirectory(at: tools, withIntermediateDirectories: true)
        let stand = tools.appending(path: "pandoc")
        let seen = place.folder.appending(path: "seen").path
        let paper = place.folder.appending(path: "a.docx").path
        try Data("#!/bin/sh\necho \"$*\" > '\(seen)'\ncat >> '\(seen)'\nprintf paper\n".utf8).write(to: stand)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: stand.path)
        let ran = try place.run(
            ["draft", "north", "--format", "word", "--output", paper, "--store", place.store],
            path: "\(tools.path):/usr/bin:/bin")
        #expect(ran.status == 0, "\(ran.messages)")
        #expect(try String(contentsOfFile: paper, encoding: .utf8) == "paper")
        let given = String(decoding: FileManager.default.contents(atPath: seen) ?? Data(), as: UTF8.self)
        #expect(given.hasPrefix("--from=html --to=docx --metadata=lang:en-GB --output=-\n<!DOCTYPE html>\n"))
        #expect(given.contains("by &lt;b&gt;every&lt;/b&gt; member &amp; body."))

        // One that fails half-way leaves the earlier paper.
        try Data("#!/bin/sh\nprintf half\nexit 4\n".utf8).write(to: stand)
        let failed = try place.run(
            ["draft", "north", "--format", "word", "--output", paper, "--replace", "--store", place.store],
            path: "\(tools.path):/usr/bin:/bin")
        #expect(failed.status == 73 && failed.messages.contains("it ended with 4"))
        #expect(try String(contentsOfFile: paper, encoding: .utf8) == "paper")
    }

    static let pandoc = FileManager.default.isExecutableFile(atPath: "/usr/bin/pandoc")

    @Test(.enabled(if: pandoc, "pandoc is not installed here"))
    func `pandoc makes a Word file in which the words are as they were said`() throws {
        let place = try place()
        let file = place.folder.appending(path: "papers.docx").path
        let ran = try place.run(
            ["draft", "north", "--document", "all", "--format", "word", "--output", file, "--store", place.store],
            path: "/usr/bin:/bin")
        #expect(ran.status == 0, "\(ran.messages)")
        let text = try place.run(["--to=plain", "--wrap=none", file], program: "/usr/bin/pandoc", path: "/usr/bin")
        #expect(text.output.contains("“Three months' notice, in writing, by <b>every</b> member & body.”"))
        #expect(text.output.contains("Decision log"))
    }
}
