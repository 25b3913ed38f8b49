/// One line about work that is going on.
struct WorkLine: Sendable, Equatable {
    var what: String
    var done = 0
    /// Nil where nobody knows how much there is.
    var total: Int?
    /// What is counted, such as “entries”; empty where nothing is.
    var unit = ""

    /// Seconds between the lines: the first ones soon, so that nobody thinks that the program hangs; later ones seldom.
    static var pauses: some Sequence<Int> {
        sequence(state: 0) { turn in
            defer { turn += 1 }
            return turn < soon.count ? soon[turn] : rarest
        }
    }
    private static let soon = [2, 1, 2, 5]
    private static let rarest = 10

    func text(after seconds: Int) -> String {
        var far = ""
        if let total, total > 0, !unit.isEmpty {
            far = ": \(done) of \(total) \(unit) (\(min(100, done * 100 / total))%)"
        } else if !unit.isEmpty {
            far = ": \(done) \(unit)"
        }
        return "\(VisibleText.of(what))\(far), \(seconds) seconds so far"
    }
}
