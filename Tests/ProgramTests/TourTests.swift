import Foundation
import Testing

/// The practice session, followed as a newcomer follows it.
@Suite(.timeLimit(.minutes(10))) struct `The tour` {
    private static let typed = [
        "/start 8", "/gauging", "/reveal", "Ines: I agree with Mara", "/settle emerging", "/close",
        "/objective Ines will publish a list of contracts by the end of March", "/close", "/readback",
        "/done",
        "/end", "/draft",
    ]

    @Test func `each line of advice leads to the next, the members answer, and nothing is kept`() throws {
        let place = try Place()
        let ran = try place.run(["tour", "--plain"], input: Self.typed.joined(separator: "\n") + "\n")
        #expect(ran.status == 0 && ran.messages == "", "\(ran.messages)")
        #expect(!ran.output.contains("! "), "\(ran.output)")
        let advice = ran.output.split(separator: "\n").filter { $0.hasPrefix("Tour: ") }
        #expect(advice.count == 11, "\(advice.joined(separator: "\n"))")
        for line in Self.typed where line.hasPrefix("/") && line != "/draft" {
            let command = line.split(separator: " ")[0]
            #expect(advice.contains { $0.contains(command) }, "\(command)")
        }
        #expect(ran.output.contains("3 of 3 answered"))
        // What is thrown away is nowhere called kept, and no command is named that could not find it.
        #expect(!ran.output.contains("everything is kept") && !ran.output.contains("As a file:"))
        // A rating that was given to the bot alone is on no screen; the draft tells of it, after the reveal.
        let talk = ran.output.components(separatedBy: "About this draft")
        #expect(talk.count == 2 && !talk[0].contains("two years old"))
        #expect(ran.output.contains("Kept (Dev Harrow, support with a reservation): “our own buying is further on”"))
        #expect(ran.output.hasSuffix("The practice is thrown away. A real session: commonground\n"))
        #expect(try place.look("rooms") == "")
    }

    /// The golden transcript is played by its own test; this holds the tour to it.
    @Test func `what is said in the tour stands in its golden transcript, line for line`() throws {
        let file = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Transcripts/20-the-tour.md")
        let golden = try String(contentsOf: file, encoding: .utf8).components(separatedBy: "```json record")[0]
            .components(separatedBy: "\n")
        let typed = golden.filter { $0.hasPrefix("You: ") }.map { String($0.dropFirst("You: ".count)) }
        let ran = try Place().run(
            ["tour", "--plain", "--clock", Place.clock], input: typed.joined(separator: "\n") + "\n")
        try #require(ran.status == 0, "\(ran.messages)")
        let tour = Self.said(ran.output.components(separatedBy: "\n"), from: "[")

        // Receipts, and what is said to one person alone, are on no shared screen.
        let said = Self.said(golden, from: "  [").filter { $0.contains("Common Ground: ") }
        let shown = tour.filter { $0.contains("Common Ground: ") }
        #expect(shown == said.filter { !$0.contains("The draft is made from the record") })
        let members = golden.filter { line in
            ["Mara Quill: ", "Dev Harrow: ", "Ines Roe: "].contains { line.hasPrefix($0) }
        }
        #expect(
            tour.filter { !$0.contains("Common Ground: ") }.compactMap { $0.components(separatedBy: "] ").last }
                == members)
    }

    /// Each line with the number and the speaker of its entry, and not those between the entries.
    private static func said(_ lines: [String], from mark: String) -> [String] {
        var head: Substring?
        var said: [String] = []
        for line in lines {
            if line.hasPrefix(mark), let end = line.firstRange(of: ": ")?.upperBound {
                let entry = line.dropFirst(mark.count - 1)
                head = entry[..<end]
                said.append(String(entry))
            } else if mark == "[", line.hasPrefix("  "), let speaker = head {
                said.append(String(speaker) + String(line.dropFirst(2)))
            } else {
                head = nil
            }
        }
        return said
    }
}
