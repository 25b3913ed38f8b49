import Facilitation
import Foundation
import Frameworks
import JSONText
import Testing
import Transcript

/// A small meeting in a chat, from the first word to the last.
enum ChatMeeting {
    struct Line: Sendable {
        var user: String
        var words: String
    }

    static let lines: [Line] = {
        func line(_ user: String, _ words: String) -> Line { Line(user: user, words: words) }
        return [
            line("UDEE", "hello, may I listen in?"),
            line("UDEE", "!join Dee Holt | housing | Holt Homes"),
            line("UHELEN", "/start 8"), line("UHELEN", "!gauging"),
            line("UANN", "emerging, low, few of us know it"), line("UBO", "established, high, we share staff"),
            line("UCY", "established, medium"), line("UDEE", "established, high"), line("UHELEN", "/reveal"),
            line("UANN", "I think the hall should open on Saturdays."), line("UBO", "I agree with Ann"),
            line("UCY", "/next"), line("UHELEN", "/settle established"), line("UBO", "support"),
            line("UCY", "support"), line("UDEE", "support"), line("UANN", "cannot yet because few of us know it"),
            line("UHELEN", "/majority"), line("UANN", "/minority Few of us know the plan"),
            line("UHELEN", "/aim More local people in good work by 2028"), line("UANN", "support"),
            line("UBO", "support"), line("UCY", "I can live with it, because it takes time"), line("UDEE", "support"),
            line("UHELEN", "/close"), line("UHELEN", "/readback"), line("UHELEN", "/done"), line("UHELEN", "/done"),
            line("UHELEN", "/end"),
        ]
    }()

    /// - Returns: the message as it was sent.
    static func say(_ index: Int, _ standIn: StandIn) -> String {
        // Some messages have ids, as in a chat whose ids come through, and most have none.
        let id = index % 3 == 0 ? "m\(index)" : ""
        return standIn.say(lines[index].user, lines[index].words, id: id, username: lines[index].user.lowercased())
    }
}

@Suite(.serialized, .timeLimit(.minutes(10))) struct MeetingTests {
    /// - Returns: the record, and everything that was posted.
    private func hold(
        _ receiving: MatterbridgeSettings.Receiving = .websocket,
        disturbed: (_ next: Int, _ sent: [String], Bridged) async throws -> Void = { _, _, _ in }
    ) async throws -> (record: JSONValue, texts: [String]) {
        let bridged = try Bridged { $0.receiving = receiving }
        defer { bridged.stop() }
        try await Bridged.wait("a live feed") { bridged.standIn.isHeard }
        var sent: [String] = []
        for index in ChatMeeting.lines.indices {
            try await disturbed(index, sent, bridged)
            sent.append(ChatMeeting.say(index, bridged.standIn))
        }
        try await bridged.settle(heard: ChatMeeting.lines.count)
        // A word for one person is no event, and may still be on its way.
        try await Task.sleep(for: .milliseconds(200))
        #expect(try bridged.heard().map(\.words).count == ChatMeeting.lines.count)
        return (try bridged.record(), bridged.standIn.texts)
    }

    @Test func `drops, repeats and a killed adapter leave the record of the undisturbed meeting`() async throws {
        let calm = try await hold()
        #expect(calm.texts.contains { $0.contains("minority") } && calm.texts.count > 20)
        let areas = try #require(calm.record["areas"]?.array)
        #expect(areas.contains { $0["gauges"]?.array?.first?["blind"] == false })

        let rough = try await hold { index, sent, bridged in
            switch index {
            case 4: bridged.standIn.cut()
            case 7: bridged.standIn.change { $0.postStatuses = [500, 503] }
            case 11:
                // Killed while nothing was on its way; people go on talking before it is back.
                try await bridged.settle(heard: 11)
                try bridged.restart()
            case 16: bridged.standIn.change { $0.feedStatuses = [503] }
            case 17: bridged.standIn.cut()
            case 22: for words in sent.suffix(9) { bridged.standIn.send(words) }
            default: break
            }
        }
        #expect(rough.record == calm.record)
        // Of an answer that was lost nobody knows whether it arrived: such words may come twice, none may be missing.
        #expect(rough.texts.reduce(into: []) { if $0.last != $1 { $0.append($1) } } == calm.texts)
    }

    @Test func `killed at any moment, the adapter hears everything once and leaves nothing unsaid`() async throws {
        let calm = try await hold()
        let killed = try await hold { index, _, bridged in
            guard index % 6 == 5 else { return }
            // The buffer is given away once, so it must have arrived; the other lines may be anywhere.
            try await Bridged.wait("\(index - 4) lines are heard") { try bridged.heard().count >= index - 4 }
            try bridged.restart()
        }
        #expect(killed.record == calm.record)
        let missing = Set(calm.texts).subtracting(killed.texts).filter { !$0.hasPrefix("u") }
        #expect(missing.isEmpty)
    }
}
