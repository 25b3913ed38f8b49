import Facilitation

/// What stands before the line that is typed: area, step, answers and minutes left, such as *8 gauging 1 of 3, 25 min>*.
enum SessionPrompt {
    /// Narrower windows have no room for the count of answers.
    private static let columnsOfCountMin = 60

    /// - Parameter columns: of the window; nil where lines are not broken.
    static func text(_ discussion: Discussion, at now: Instant, columns: Int?) -> String {
        var words = Phrasebook(discussion).promptWords
        if let area = discussion.currentArea {
            words = "\(discussion.setup.framework.number(of: area).map(String.init) ?? area) \(words)"
        }
        if let count = answers(discussion), columns.map({ $0 >= columnsOfCountMin }) ?? true { words += " \(count)" }
        if let left = discussion.minutesLeft(at: now) {
            words += left >= 0 ? ", \(left) min" : ", \(-left) min over"
        }
        return "\(words)> "
    }

    /// How many of those here have answered; a number and nothing else.
    private static func answers(_ discussion: Discussion) -> String? {
        let voters = discussion.people.presentVoters
        guard !voters.isEmpty, !discussion.isPaused else { return nil }
        if let proposal = discussion.proposalUnderTest {
            return "\(voters.count { proposal.answer(of: $0) != nil }) of \(voters.count)"
        }
        guard let gauge = discussion.area?.openGauge else { return nil }
        return "\(voters.count { gauge.rating(of: $0) != nil }) of \(voters.count)"
    }
}
