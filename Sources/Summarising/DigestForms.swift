import JSONText

extension Digest {
    /// `sentences`, `decisions` and `actions` with `text` and `lines`; `heard` with who agreed with or differed from whom,
    /// in which words, and about what. Lines are counted from 1.
    public var json: JSONValue {
        [
            "sentences": Digest.json(sentences), "decisions": Digest.json(decisions), "actions": Digest.json(actions),
            "heard": .array(
                heard.map { stance in
                    [
                        "kind": .string(stance.kind.rawValue), "name": .string(stance.name),
                        "with": .string(stance.with), "text": .string(stance.text), "lines": Digest.json(stance.lines),
                        "about": .string(stance.about), "about_lines": Digest.json(stance.aboutLines),
                    ]
                }),
        ]
    }

    private static func json(_ sentences: [Sentence]) -> JSONValue {
        .array(sentences.map { ["text": .string($0.text), "lines": json($0.lines)] })
    }

    private static func json(_ lines: [Int]) -> JSONValue { .array(lines.map(JSONValue.integer)) }

    public enum Form: Sendable { case text, markdown }

    /// The digest for people. Every sentence ends with the lines it was said in, in square brackets.
    ///
    /// - Parameters:
    ///   - source: what the transcript is called, such as the file's name.
    ///   - safe: makes what people said safe to show; applied to each piece of it.
    public func paragraphs(as form: Form, source: String, safe: (String) -> String) -> String {
        let count = "\(lineCount) \(lineCount == 1 ? "line" : "lines")"
        let people = speakers.isEmpty ? "" : ", \(speakers.count) \(speakers.count == 1 ? "speaker" : "speakers")"
        var parts = [
            "\(form == .markdown ? "# " : "")What was said in \(safe(source)) (\(count)\(people))",
            "Heard, not agreed: these are sentences that were said, found by rules. Nobody was asked about them. "
                + "Numbers in brackets are lines.",
        ]
        let bullet = form == .markdown ? "- " : ""
        func list(_ sentences: [Sentence], _ mark: String) -> String {
            sentences.map { "\(mark)\(safe($0.text)) [\(Digest.list($0.lines))]" }.joined(separator: "\n")
        }
        parts.append(
            sentences.isEmpty
                ? "No sentence here is long enough, or short enough, for a digest." : list(sentences, bullet))
        func section(_ title: String, _ body: String) {
            guard !body.isEmpty else { return }
            parts.append(form == .markdown ? "## \(title)\n\n\(body)" : "\(title):\n\(body)")
        }
        section("Heard as decisions", list(decisions, "- "))
        section("Heard as actions", list(actions, "- "))
        section(
            "Heard as agreeing or differing",
            heard.map { "- " + $0.sentence(safe) }.joined(separator: "\n"))
        return parts.joined(separator: "\n\n")
    }

    /// "3, 5 to 7".
    static func list(_ lines: [Int]) -> String {
        var runs: [ClosedRange<Int>] = []
        for line in lines.sorted() {
            if let last = runs.last, line <= last.upperBound + 1 {
                runs[runs.count - 1] = last.lowerBound...max(line, last.upperBound)
            } else {
                runs.append(line...line)
            }
        }
        return runs.map { run in
            switch run.count {
            case 1: "\(run.lowerBound)"
            case 2: "\(run.lowerBound), \(run.upperBound)"
            default: "\(run.lowerBound) to \(run.upperBound)"
            }
        }
        .joined(separator: ", ")
    }
}

extension HeardStance {
    func sentence(_ safe: (String) -> String) -> String {
        let verb = kind == .agreed ? "sounded in agreement with" : "sounded of another view than"
        return "\(safe(name)) \(verb) \(safe(with)): “\(safe(text))” [\(Digest.list(lines))], after "
            + "“\(safe(about))” [\(Digest.list(aboutLines))]"
    }
}
