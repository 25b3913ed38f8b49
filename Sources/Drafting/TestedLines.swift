import Facilitation

/// A list cites the lines that decide a test, because every line of every answer is more than anybody reads; the item itself
/// and the logs cite them all.
extension TestedRecord {
    /// Where the test was opened and where it was closed; every line where the record does not tell these.
    var deciding: [Int] {
        let known = [lines.opened, lines.closed].compactMap(\.self)
        return known.isEmpty ? entries : known
    }

    /// Where it was closed; for a test that is open, where it was opened.
    var closing: [Int] { lines.closed.map { [$0] } ?? deciding }

    /// The lines that gave an objective its words and its parts.
    var givingParts: [Int] { lines.parts.isEmpty ? entries : lines.parts }

    /// Why it is deferred, where the answers alone do not tell it.
    var whyDeferred: [Sentence] {
        switch deferral {
        case .quorumNotMet(let needed):
            let verb = needed == 1 ? "was" : "were"
            return [
                Sentence(
                    "The quorum was not met: \(needed) \(verb) needed, and \(result.answered) answered",
                    entries: deciding)
            ]
        case .putOff:
            return [Sentence("Put off by the facilitator, whatever the answers were", entries: deciding)]
        case .tooLittleSupport, nil: return []
        }
    }
}

extension RecordArea {
    /// The tests of an item that do not stand.
    func otherTests(of item: String) -> [RecordTest] { otherTests.filter { $0.of == item } }

    /// The answers to an item, or to a test that does not stand, that are no clean yes.
    func reservations(on item: String) -> [RecordReservation] {
        if item == "position" { return position?.reservations ?? [] }
        return proposals.first { $0.id == item }?.reservations
            ?? otherTests.first { $0.id == item }?.reservations ?? []
    }

    /// The last round that somebody rated in; a round without any rating tells nothing.
    var lastRated: RecordGauge? {
        gauges.last { $0.revealed && $0.answered > 0 } ?? gauges.last(where: \.revealed)
    }
}

extension RecordTest {
    /// `#46`, as people in the room called it.
    var number: String { "#\(opening)" }
}
