// The framing questions, with what the framework knows about the area.
extension Phrasebook {
    /// Longer lists are not read.
    private static let itemsMax = 5

    func framingAsked(_ question: FramingQuestion) -> String {
        let area = discussion.currentArea.flatMap { setup.framework.area($0) }
        var lines: [String] = []
        switch question {
        case .known:
            lines.append(
                "What do we know here, and how do we know it? Please say who has seen it, or where it is written.")
            lines += some("Figures that may help", area?.headlineMeasures)
        case .betterQuestion:
            lines.append(
                "What is the better question? One about what would be different for residents, rather than what one body wants from another."
            )
            lines += some("To start from", area?.questions)
        case .help:
            lines.append("Who and what could help: people, plans and money that are there already?")
            lines += some("Usual partners", area?.partners)
            lines += some("Policies", area?.policies.map(\.name)) + some("Programmes", area?.programmes.map(\.name))
        case .sign:
            lines.append("How would we know that it worked? What would residents notice, and what could be counted?")
            lines += some("Often counted", area?.headlineMeasures)
            lines += some("To watch for harm elsewhere", area?.balancingMeasures)
        }
        lines.append("Just say it: each line is kept under this question. /framing goes on, /framing end stops.")
        return lines.joined(separator: "\n")
    }

    private func some(_ heading: String, _ items: [String]?) -> [String] {
        guard let items, !items.isEmpty else { return [] }
        // Questions stand one after the other; what is no sentence is a list.
        let separator = items.allSatisfy(isSentence) ? " " : "; "
        let line = "\(heading): \(items.prefix(Phrasebook.itemsMax).joined(separator: separator))"
        return [isSentence(line) ? line : line + "."]
    }

    private func isSentence(_ words: String) -> Bool { words.last.map { ".?!".contains($0) } == true }

    var framingDone: String {
        let statements = discussion.area?.openStatements ?? []
        let kept = FramingQuestion.allCases.compactMap { question -> String? in
            let count = statements.count { $0.kind == question.kind }
            return count == 0 ? nil : "\(name(of: question)) \(count)"
        }
        let what =
            kept.isEmpty
            ? "Nothing was kept under the framing questions." : "Kept: \(kept.joined(separator: ", "))."
        return "\(what) \(nextStep)"
    }

    private func name(of question: FramingQuestion) -> String {
        switch question {
        case .known: "what we know"
        case .betterQuestion: "better questions"
        case .help: "who and what could help"
        case .sign: "how we would know"
        }
    }
}
