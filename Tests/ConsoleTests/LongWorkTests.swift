import Testing

@testable import Console

/// Lines about work that takes long.
@Suite struct `Telling how far long work is` {
    @Test func `a line says what is done, how much of it, and for how long`() {
        var line = WorkLine(what: "Checking the chain", done: 250, total: 1_000, unit: "entries")
        #expect(line.text(after: 3) == "Checking the chain: 250 of 1000 entries (25%), 3 seconds so far")
        line.total = nil
        #expect(line.text(after: 5) == "Checking the chain: 250 entries, 5 seconds so far")
        #expect(WorkLine(what: "Reading north.md").text(after: 2) == "Reading north.md, 2 seconds so far")
    }

    @Test func `more than was expected is never more than all, and nothing in a name is obeyed`() {
        let line = WorkLine(what: "Reading \u{1B}[2J\n", done: 12, total: 10, unit: "lines")
        #expect(line.text(after: 2) == "Reading ⟨1B⟩[2J⟨0A⟩: 12 of 10 lines (100%), 2 seconds so far")
    }

    @Test func `the first line comes after two seconds, no two within one, and later ones seldom`() {
        let pauses = Array(WorkLine.pauses.prefix(20))
        #expect(pauses.first == 2)
        #expect(pauses.allSatisfy { $0 >= 1 && $0 <= 10 })
        #expect(pauses.suffix(10) == Array(repeating: 10, count: 10))
    }
}
