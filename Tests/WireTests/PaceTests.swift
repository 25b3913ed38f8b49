import Facilitation
import Frameworks
import Hosting
import JSONText
import LineProtocol
import Serving
import Testing
import Transcript

/// Whose pace a line counts against; `IdentityTests` has what happens to a line that is too fast.
@Suite struct PaceTests {
    private static let still: @Sendable () -> Int = { 0 }

    private func answers(_ switchboard: Switchboard, _ number: Int, _ text: String) -> [JSONValue] {
        var intake = Intake(mode: .protocolLines)
        let sent = switchboard.take([.said(number, intake.feed(Array(text.utf8)))])
        let bytes = sent.filter { $0.connection == number }.flatMap(\.bytes)
        return parsed(String(decoding: bytes, as: UTF8.self)).replies
    }

    @Test func `What one principal sends as somebody takes nothing from what another sends as them`() throws {
        let wire = try Wire()
        try wire.open()
        let switchboard = Switchboard(host: wire.host, library: Library(), now: PaceTests.still)
        var options = Connection.Options()
        options.rate = Rate(actor: Pace(perSecond: 1, burst: 3), connection: Pace(perSecond: 100, burst: 100))
        for (number, principal) in [(1, "bridge:north"), (2, "bridge:south"), (3, "bridge:north")] {
            options.principal = principal
            _ = switchboard.take([.connected(number, options)])
        }
        // Nobody has joined in a room that is not there: the lines are refused, and they count all the same.
        let elsewhere = #"{"op":"where","id":"1","room":"south","as":"irc:ann"}"# + "\n"
        let refused = answers(switchboard, 2, String(repeating: elsewhere, count: 5))
        #expect(refused.count == 5 && refused.last?["code"] == "RATE_LIMITED")
        let line = #"{"op":"say","id":"1","room":"north","as":"irc:ann","text":"Word"}"# + "\n"
        let kept = answers(switchboard, 1, String(repeating: line, count: 3))
        #expect(kept.map { $0["ok"] } == [true, true, true], "\(kept)")
        // The limit is one over all connections of a principal.
        #expect(answers(switchboard, 3, line).last?["code"] == "RATE_LIMITED")
    }

    @Test func `Lines that cannot be read count as others do`() throws {
        let wire = try Wire()
        let switchboard = Switchboard(host: wire.host, library: Library(), now: PaceTests.still)
        var options = Connection.Options()
        options.rate = Rate(actor: Pace(perSecond: 1, burst: 1), connection: Pace(perSecond: 1, burst: 3))
        _ = switchboard.take([.connected(1, options)])
        let codes = answers(switchboard, 1, "{}\nnonsense\n{}\n{}\nnonsense\n").map { $0["code"] }
        #expect(codes == ["BAD_FRAME", "BAD_JSON", "BAD_FRAME", "RATE_LIMITED", "RATE_LIMITED"])
        options.mode = .text
        _ = switchboard.take([.connected(2, options)])
        var intake = Intake(mode: .text)
        let long = String(repeating: String(repeating: "x", count: 70_000) + "\n", count: 4)
        let sent = switchboard.take([.said(2, intake.feed(Array(long.utf8)))])
        let text = String(decoding: sent.flatMap(\.bytes), as: UTF8.self)
        #expect(text.ranges(of: "LINE_TOO_LONG").count == 3 && text.ranges(of: "RATE_LIMITED").count == 1, "\(text)")
    }
}
