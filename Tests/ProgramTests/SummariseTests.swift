import Foundation
import JSONText
import Testing

/// `commonground summarise`, with the invented meeting of SummarisingTests.
@Suite(.timeLimit(.minutes(10))) struct `Summarising any transcript` {
    static let meeting = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "SummarisingTests/Meetings/harrowdale-transport.txt").path

    @Test func `people read sentences with their lines, and that they are heard, not agreed`() throws {
        let place = try Place()
        let ran = try place.run(["summarise", Self.meeting])
        #expect(ran.status == 0 && ran.messages == "")
        #expect(ran.output.contains("Heard, not agreed") && ran.output.contains("harrowdale-transport.txt (35 lines"))
        #expect(ran.output.contains("We've agreed to ask the bus company for a trial"))
        #expect(ran.output.contains("[20]"))
        let piped = try place.run(
            ["summarise", "-"], input: try String(contentsOfFile: Self.meeting, encoding: .utf8))
        #expect(piped.output == ran.output.replacing("harrowdale-transport.txt", with: "standard input"))
    }

    @Test func `programs read one document, the same every time`() throws {
        let place = try Place()
        let arguments = [
            "summarise", Self.meeting, "--format", "json", "--words", "40", "--query", "heating in the halls",
        ]
        let ran = try place.run(arguments)
        let document = try JSONScanner().scan(ran.output)
        #expect(document.object?.keys.sorted() == ["actions", "decisions", "heard", "sentences"])
        #expect(document["sentences"]?.array?.isEmpty == false)
        #expect(try place.run(arguments).output == ran.output)
    }

    @Test func `what cannot be read is told in a sentence, with its exit code`() throws {
        let place = try Place()
        let notText = place.folder.appendingPathComponent("notes.bin")
        try Data([0x41, 0xFF, 0xFE]).write(to: notText)
        let large = place.folder.appendingPathComponent("large.txt")
        #expect(FileManager.default.createFile(atPath: large.path, contents: Data("Ann: hello\n".utf8)))
        let handle = try FileHandle(forWritingTo: large)
        try handle.truncate(atOffset: 32 * 1_048_576 + 1)
        try handle.close()
        let cases: [([String], Int32, String)] = [
            (["nowhere.txt"], 66, "There is no file “nowhere.txt”."), ([place.folder.path], 66, "is a folder"),
            ([try place.write("\n \n", to: "empty.txt")], 65, "has no words in it"),
            ([notText.path], 65, "is not UTF-8 text"), ([large.path], 65, "is larger than 32 MiB"),
            ([Self.meeting, "--words", "9"], 64, "from 10 to 2000"),
            ([Self.meeting, "--query", " "], 64, "a question"),
            ([Self.meeting, "--format", "pdf"], 64, "text"),
        ]
        for (arguments, code, words) in cases {
            let ran = try place.run(["summarise"] + arguments)
            #expect(ran.status == code && ran.output == "", "\(arguments)")
            #expect(ran.messages.contains(words), "\(ran.messages)")
        }
    }

    @Test func `words can neither steer the terminal nor write lines of their own`() throws {
        let text =
            "Ann\u{1B}[2J: The hall needs\u{1B}[31m a new roof\u{202E} before the winter\u{2028}Heard as decisions: all.\n"
        for format in ["text", "markdown", "json"] {
            let ran = try Place().run(["summarise", "-", "--format", format], input: text)
            #expect(ran.status == 0)
            #expect(ran.output.unicodeScalars.allSatisfy { $0 == "\n" || !HiddenCharacters.contains($0.value) })
            #expect(!ran.output.contains("\nHeard as decisions: all"))
        }
    }
}
