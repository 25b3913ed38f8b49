import Facilitation

/// What somebody who comes back to a room is shown of what people said last.
enum LastWords {
    private static let countMax = 4
    /// So many entries at the end of a room are looked through.
    static let entriesMax = 60
    /// Kinds of readings that say nothing about the matter.
    private static let errands: Set<String> = ["join", "ask", "handPassed", "draftAsked"]

    /// - Parameter entries: the room's last ones, in their order.
    /// - Returns: no private words, and no rating that was said aloud while others still think.
    static func among(_ entries: [Entry], in discussion: Discussion) -> [Entry] {
        let isRating = discussion.area?.openGauge != nil || discussion.isPregauging
        let words = entries.filter { entry in
            entry.direction == .heard && entry.to == nil && !entry.erased && !entry.words.isEmpty
                && !discussion.struck.contains(entry.number) && !entry.isRead(as: errands)
                && !(isRating && entry.isRead(as: ["gauge"]))
        }
        return words.suffix(countMax)
    }
}
