import Facilitation
import Testing

@testable import commonground

/// What stands before the line that is typed.
@Suite struct `The prompt of a session` {
    private func prompt(_ room: KeyboardRoom, columns: Int? = 100, minutes: Int = 0) -> String {
        let now = Instant(milliseconds: KeyboardRoom.now.milliseconds + minutes * 60_000)
        return SessionPrompt.text(room.discussion, at: now, columns: columns)
    }

    @Test func `tells the area, the step, how many have answered and the minutes left`() throws {
        var room = try KeyboardRoom("Ann Shah", "Bo Lund")
        #expect(prompt(room) == "gathering> ")
        try room.type("/start 8")
        #expect(prompt(room) == "8 framed, 25 min> ")
        try room.type("/gauging")
        #expect(prompt(room) == "8 gauging 0 of 2, 25 min> ")
        #expect(prompt(room, minutes: 26) == "8 gauging 0 of 2, 1 min over> ")
        #expect(prompt(room, columns: nil) == "8 gauging 0 of 2, 25 min> ")
    }

    @Test func `leaves the count out where the window is narrow`() throws {
        var room = try KeyboardRoom("Ann Shah")
        for line in ["/start 8", "/gauging"] { try room.type(line) }
        #expect(prompt(room, columns: 59) == "8 gauging, 25 min> ")
        #expect(prompt(room, columns: 60) == "8 gauging 0 of 1, 25 min> ")
    }
}
