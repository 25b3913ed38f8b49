import Foundation
import Testing

/// The practice session, followed as a newcomer follows it.
@Suite(.timeLimit(.minutes(2))) struct `The tour` {
    private static let typed = [
        "/start 8", "/gauging", "/reveal", "Ines: I agree with Mara", "/settle established", "/close",
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
        #expect(advice.count == 9, "\(advice.joined(separator: "\n"))")
        for line in Self.typed where line.hasPrefix("/") && line != "/draft" {
            let command = line.split(separator: " ")[0]
            #expect(advice.contains { $0.contains(command) }, "\(command)")
        }
        #expect(ran.output.contains("3 of 3 answered"))
        // What is thrown away is nowhere called kept, and no command is named that could not find it.
        #expect(!ran.output.contains("everything is kept") && !ran.output.contains("> draft.md"))
        // A rating that was given to the bot alone is on no screen; the draft tells of it, after the reveal.
        let talk = ran.output.components(separatedBy: "About this draft")
        #expect(talk.count == 2 && !talk[0].contains("two years old"))
        #expect(ran.output.contains("Kept (Dev Harrow, support with a reservation): “our buyers need a year”"))
        #expect(ran.output.hasSuffix("The practice is thrown away. A real session: commonground\n"))
        #expect(try place.look("rooms") == "")
    }
}
