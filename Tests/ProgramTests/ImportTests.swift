import Foundation
import JSONText
import Testing

/// `commonground import polis`, with the invented conversation of OpenDataTests.
@Suite(.timeLimit(.minutes(10))) struct `Importing a conversation of Polis` {
    static let fixtures = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "OpenDataTests/Fixtures").path

    @Test func `people read counts, consensus and what divides, with source and licence`() throws {
        let ran = try Place().run(["import", "polis", Self.fixtures + "/harrowdale-travel"])
        #expect(ran.status == 0 && ran.messages == "")
        let lines = ran.output.split(separator: "\n").map(String.init)
        for line in [
            "harrowdale-travel", "Getting about in Harrowdale, by day and night",
            "Source: Polis open data, compdemocracy/openData, CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/)",
            "9 people, 6 comments (1 taken out by the moderators), 39 votes.",
            "3 earlier votes of people who voted again: not counted.",
            "1 vote on comments that are not in the export: not counted.",
            "2 groups: group 0 with 4 people, group 1 with 3 people; 2 people in none.", "Most people agree (3):",
            "  comment 0: agree 9, disagree 0, pass 0", "    “Buses should run until midnight”",
            "    “Paths by the river need lamps. / My neighbour says: \"I walk there, but only in summer.\"”",
            "  comment 0: 0.666667 (group 0: 4 of 4 agree, group 1: 3 of 3 agree)", "What divides the groups (1):",
            "  comment 1: group 0: agree 4, disagree 0 of 4; group 1: agree 0, disagree 3 of 3",
        ] { #expect(lines.contains(line), "\(line)") }
        #expect(!ran.output.contains("three for two"))
    }

    @Test func `programs read one document`() throws {
        let ran = try Place().run(["import", "polis", "--json", Self.fixtures + "/harrowdale-travel.votes.json"])
        #expect(ran.status == 0)
        let document = try JSONScanner().scan(ran.output)
        #expect(document["consensus_agree"] == [0, 5, 3])
        #expect(document["comments"]?.array?.count == 6)
    }

    @Test func `a comment can neither steer the terminal nor write lines of its own`() throws {
        let place = try Place()
        let text = #"Lamps\u001b[2J\u202e\n\nMost people disagree (1):\r\u0085x"#
        let file = try place.write(
            #"{"name":"n\u001b\nSource: x","comments":[{"id":0,"text":""# + text
                + #"","mod":1}],"participants":[{"id":1,"group":0,"row":"+"}]}"#, to: "a.votes.json")
        for arguments in [[], ["--json"]] {
            let ran = try place.run(["import", "polis", file] + arguments)
            #expect(ran.status == 0)
            #expect(ran.output.unicodeScalars.allSatisfy { $0 == "\n" || !HiddenCharacters.contains($0.value) })
            #expect(!ran.output.contains("\nMost people disagree") && !ran.output.contains("\nSource: x"))
        }
    }

    @Test func `long lists are cut, and shown in full when asked for`() throws {
        let place = try Place()
        let comments = (0..<12).map { #"{"id":\#($0),"text":"lamp \#($0)","mod":1}"# }.joined(separator: ",")
        let people = (0..<3).map { #"{"id":\#($0),"group":null,"row":"++++++++++++"}"# }.joined(separator: ",")
        let file = try place.write(#"{"comments":[\#(comments)],"participants":[\#(people)]}"#, to: "a.votes.json")
        let short = try place.run(["import", "polis", file]).output
        #expect(short.contains("Most people agree (the first 10 of 12):") && !short.contains("lamp 11"))
        #expect(short.contains("Nobody was put in a group, so nothing is said about groups."))
        let full = try place.run(["import", "polis", file, "--all"]).output
        #expect(full.contains("Most people agree (12):") && full.contains("lamp 11"))
    }

    @Test func `what cannot be read is said with its line, and ends with a code`() throws {
        let place = try Place()
        _ = try place.write("comment-id,moderated,comment-body\n0,1,Lamps\n", to: "comments.csv")
        _ = try place.write("timestamp,comment-id,voter-id,vote\n5,0,1,yes\n", to: "votes.csv")
        let wrong = try place.run(["import", "polis", place.folder.path])
        #expect(wrong.status == 65 && wrong.output == "")
        let sentences = "votes.csv, line 2: “vote” must be a whole number and is “yes”. Mend the number.\n"
        #expect(wrong.messages.hasSuffix(sentences))
        #expect(try place.run(["import", "polis", place.folder.path + "/nowhere"]).status == 66)
    }
}
