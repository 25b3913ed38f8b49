import LineProtocol
import Serving
import Testing

@Suite struct BacklogTests {
    private func messages(_ operations: [String]) -> [ClientMessage] {
        var intake = Intake(mode: .protocolLines)
        let lines = operations.map { #"{"op":"\#($0)","id":"1","room":"north"}"# + "\n" }
        return intake.feed(Array(lines.joined().utf8))
    }

    @Test func `Nothing goes behind a line that asks for a page, and nothing is lost`() {
        var backlog = Backlog()
        let all = messages(["ping", "sync", "ping", "ping", "ping", "sync", "hello", "nonsense"])
        backlog.add(all)
        var parts: [[ClientMessage]] = []
        while !backlog.isEmpty { parts.append(backlog.next(atMost: 2)) }
        #expect(parts.map(\.count) == [2, 2, 2, 1, 1])
        #expect(parts.flatMap { $0 } == all)
        #expect(parts.map { $0.last?.asksForPage } == [true, false, true, true, false])
        backlog.add(all)
        backlog.add(messages(["ping"]))
        let next = backlog.next(atMost: 64)
        #expect(next.count == 2)
    }
}
