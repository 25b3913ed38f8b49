import Foundation
import TerminalSupport
import Testing

/// Files that a command writes, and files of the user's own beside them.
@Suite(.timeLimit(.minutes(10))) struct `Files that are written` {
    /// A place with a room.
    private func place() throws -> Place {
        let place = try Place()
        let talk = "Helen: /start 8\nHelen: The hall is cold in May.\n"
        let ran = try place.run(
            ["run", "--text", "--room", "north", "--facilitator", "Helen", "--store", place.store], input: talk)
        try #require(ran.status == 0, "\(ran.messages)")
        return place
    }

    private func text(_ file: String) throws -> String { try String(contentsOfFile: file, encoding: .utf8) }

    @Test func `a store is written over by nothing`() throws {
        let place = try place()
        let arguments = ["export", "north", "--store", place.store, "--output", place.store, "--replace"]
        let ran = try place.run(arguments)
        #expect(ran.status == 73 && ran.messages.contains("is a database"), "\(ran)")
        #expect(try place.look("export", "north").contains("The hall is cold in May."))
    }

    @Test(arguments: ["--rewrite", "--compare"])
    func `an export is played, and never written again or compared`(option: String) throws {
        let place = try place()
        let export = try place.look("export", "north")
        // Without its title the numbers still tell where it came from.
        for content in [export, export.replacing("# Transcript of ", with: "# ")] {
            let file = try place.write(content, to: "north.md")
            let ran = try place.run(["replay", file, option])
            #expect(ran.status == 64 && ran.output == "", "\(ran)")
            #expect(ran.messages.contains("is an export. --rewrite and --compare are for conversations"))
            #expect(try text(file) == content)
        }
        let file = try place.write(export, to: "north.md")
        #expect(try place.run(["replay", file]).status == 0)
    }

    @Test func `a conversation that is written again keeps what lies beside it, and its rights`() throws {
        let place = try Place()
        let file = try place.write("# A talk\n\n```text\nAnn: good morning\n```\n", to: "talk.md")
        let beside = try place.write("Our own words.", to: "talk.md.new")
        try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: file)
        let ran = try place.run(["replay", file, "--rewrite"])
        #expect(ran.status == 0, "\(ran.messages)")
        #expect(try text(file).contains("  [2] Common Ground: Welcome."))
        #expect(try text(beside) == "Our own words.")
        let rights = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int
        #expect(rights == 0o640)
    }

    @Test(arguments: [["replay"], ["verify-draft", "--room", "north"]])
    func `a file that cannot be read is told apart from one that is no text`(command: [String]) throws {
        let place = try Place()
        let missing = try place.run(command + ["/nowhere/talk.md"])
        #expect(missing.status == 66)
        #expect(missing.messages.contains("“/nowhere/talk.md” cannot be read. Check the name"), "\(missing.messages)")
        let file = place.folder.appendingPathComponent("latin.md").path
        try #require(FileManager.default.createFile(atPath: file, contents: Data([0x63, 0x61, 0x66, 0xE9])))
        let other = try place.run(command + [file])
        #expect(other.status == 65)
        #expect(other.messages.contains("is not UTF-8 text. Save it as UTF-8"), "\(other.messages)")
    }

    @Test func `an export is for its owner alone, and deletes nothing beside it`() throws {
        let place = try place()
        let beside = try place.write("Our own words.", to: "notes.md.new")
        let file = place.folder.appendingPathComponent("notes.md").path
        #expect(try place.look("export", "north", "--output", file) == "")
        #expect(try text(file).contains("The hall is cold in May."))
        #expect(try text(beside) == "Our own words.")
        let rights = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int
        #expect(rights == 0o600)
    }

    @Test(arguments: [
        ["setup", "new", "--output", "/nowhere/north.yaml"], ["export", "north", "--output", "/nowhere/north.md"],
    ])
    func `a place that cannot be written is told in the same words everywhere`(command: [String]) throws {
        let place = try place()
        let store = command.first == "setup" ? [] : ["--store", place.store]
        let ran = try place.run(command + store)
        #expect(ran.status == 73 && ran.output == "")
        #expect(ran.messages.hasSuffix("cannot be written. Choose another place or name.\n"), "\(ran.messages)")
    }
}
