import Drafting

/// What the check of a draft finds, a line each.
enum DraftFindings {
    static func list(_ findings: [DraftFinding]) -> String {
        findings.map { "line \($0.line): \($0.explanation)" }.joined(separator: "\n")
    }
}
