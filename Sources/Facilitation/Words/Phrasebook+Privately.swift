// Receipts for what was sent privately. They say what others will see of it, and what they will not.
extension Phrasebook {
    /// Stands where the words of a private line would.
    static let reasonGivenPrivately = "reason given privately"

    func levelKept(_ level: Level, _ hasPrivateReason: Bool) -> String {
        let noted = "Noted: \(levelName(level))."
        let change = "You can change it until the test is closed."
        // Of those who simply support it, only the number is told.
        if level.supports { return "\(noted)\(hasPrivateReason ? " Your reason stays private." : "") \(change)" }
        let name = namesViews ? "with your name" : "without your name"
        let seen = "Others will see your level, \(name)\(hasPrivateReason ? "; your reason stays private" : "")."
        return "\(noted) \(seen) \(change)"
    }

    func positionKept(_ targets: [Int], _ stance: Stance, _ hasReason: Bool) -> String {
        let name = namesViews ? "with your name" : "without your name"
        let reason = hasReason ? "; your reason stays private" : ""
        let statements = list(targets.map { "#\($0)" })
        return "Noted: \(stanceWords(stance)) \(statements). Others will see that, \(name)\(reason)."
    }

    func whatWouldNeedToChange(_ member: MemberID, _ isPrivate: Bool) -> String {
        let words = isPrivate ? " What you send privately stays private." : ""
        return
            "\(addressed(member, "what")) would need to change? What you say next is kept as your reason, in your words.\(words)"
    }
}
