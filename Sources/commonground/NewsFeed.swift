import Facilitation

/// What of a room was shown on this screen, so that what others write in it, for example through a bridge on the same
/// store, is shown once and in its place.
struct NewsFeed {
    /// The last entry that was shown, or that is not for this screen.
    private(set) var last = 0

    /// Whether entries of a room that ends with `head` are still to be looked at.
    ///
    /// - Parameter limit: entries from this one on can wait.
    func isBehind(_ head: Int, before limit: Int = .max) -> Bool { last < min(head, limit - 1) }

    /// Looks at the next entries, in their order.
    ///
    /// - Parameter reader: whoever sits at this screen.
    /// - Returns: those that belong on it: what everybody may see, and what the bot says to the reader alone.
    mutating func take(_ entries: [Entry], before limit: Int = .max, for reader: String) -> [Entry] {
        let next = entries.filter { $0.number > last && $0.number < limit }
        last = max(last, next.last?.number ?? last)
        return next.filter { entry in
            let isForReader = entry.to == nil || entry.direction == .said && entry.to == reader
            return isForReader && !entry.words.isEmpty
        }
    }

    /// What was shown in another way is no news any more.
    mutating func skip(to number: Int) { last = max(last, number) }
}
