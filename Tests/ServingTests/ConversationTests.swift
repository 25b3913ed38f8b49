import Facilitation
import Serving
import Testing

/// The file format of conversations.
@Suite struct ConversationTests {
    static let talk = """
        # A talk

        Words about it: with a colon, outside the fences.

        ```yaml setup
        title: Nowhere
        members:
          - {name: Ada Finch, role: facilitator}
          - {name: Ben Ojo}
        ```

        ```text
        Ada Finch: /start 3

        Ben Ojo {FIRST}: The river floods: every year.
        --- resume
        Ada Finch (privately): /private hello
        Ada Finch: agree with {FIRST}
        ```

        ```json record
        ```

        The end.

        """

    @Test func `what is outside the talk comes back byte for byte, and the talk with its answers`() throws {
        let played = try GoldenFiles.play(try Conversation(Self.talk))
        let once = try Conversation(Self.talk).rewritten(as: played)
        #expect(once != Self.talk)
        let twice = try Conversation(once).rewritten(as: played)
        #expect(once == twice, "\(Difference.first(once, twice))")
        let spoken = once.split(separator: "\n", omittingEmptySubsequences: false).filter { line in
            !line.hasPrefix("  [") && !line.hasPrefix("  !")
        }
        let head = spoken.prefix { $0 != "```json record" }.joined(separator: "\n")
        #expect(Self.talk.hasPrefix(head))
        #expect(once.hasSuffix("```\n\nThe end.\n"))
    }

    @Test func `every part of a line is read`() throws {
        let conversation = try Conversation(Self.talk)
        #expect(conversation.title == "A talk")
        #expect(conversation.setupText?.hasPrefix("title: Nowhere\n") == true)
        #expect(conversation.recordText?.isEmpty == true)
        let steps = conversation.steps
        #expect(steps.map(\.speaker) == ["Ada Finch", "Ben Ojo", "", "Ada Finch", "Ada Finch"])
        #expect(steps.map(\.isPrivate) == [false, false, false, true, false])
        #expect(steps.map(\.label) == [nil, "FIRST", nil, nil, nil])
        #expect(steps[1].words == "The river floods: every year.")
        #expect(steps.map(\.line) == [13, 15, 16, 17, 18])
    }

    /// An export holds names that are longer than a connection in text mode takes.
    @Test func `a long name speaks, and words are kept as they stand`() throws {
        let name = String(repeating: "é", count: 40)
        let steps = try Conversation("```text\n\(name) (privately) {A}:  two: spaces \n```\n").steps
        #expect(steps.map(\.speaker) == [name] && steps.map(\.words) == [" two: spaces "])
        #expect(steps.map(\.isPrivate) == [true] && steps.map(\.label) == ["A"])
    }

    @Test func `a label stands for the number of its line`() throws {
        var conversation = try Conversation(Self.talk)
        let last = conversation.steps.count - 1
        conversation.steps[last].speaker = "Ben Ojo"
        conversation.steps[last].words = "/withdraw {FIRST}"
        let played = try GoldenFiles.play(conversation)
        #expect(played.record.struck.count == 1)
        let struck = played.record.struck.first ?? 0
        #expect(played.answers[last].contains { $0.contains("#\(struck) is withdrawn") })
    }

    @Test func `answers that stand before the first speaker are the opening`() throws {
        let text = "```text\n  [2] Common Ground: Welcome.\nAda: hello\n  [4] x\n```\n"
        let conversation = try Conversation(text)
        #expect(conversation.opening == ["  [2] Common Ground: Welcome."])
        #expect(conversation.steps.map(\.expected) == [["  [4] x"]])
    }

    @Test(arguments: [
        ("# T\n```text\nAda: hello\nthis is nobody's line\n```\n", 4),
        ("# T\n```text\nAda: hello\n: words without a name\n```\n", 4),
        ("# T\n```text\n [3] half an indent\n```\n", 3),
        ("# T\n```text\nAda: hello\n", 2),
        ("# T\nprose alone\n", 1),
        ("# T\n```text\nAda: hello\n```\n```json readings\n{\"x\":1}\n```\n", 5),
        ("# T\n```text\nAda: hello\n```\n```json readings\n{\"3\":[{\"kind\":\"dance\"}]}\n```\n", 5),
        ("", 1),
    ])
    func `a mistake names its line`(text: String, line: Int) {
        do {
            _ = try Conversation(text)
            Issue.record("this should not be a conversation: \(text)")
        } catch {
            #expect(error.line == line)
            #expect(!error.text.isEmpty)
        }
    }

    @Test func `a set-up with a mistake is not played`() throws {
        let text = Self.talk.replacing("title: Nowhere", with: "titel: Nowhere")
        let conversation = try Conversation(text)
        #expect(throws: ConversationPlayer.Failure.self) { try GoldenFiles.play(conversation) }
    }

    /// Named sessions only: where names are hidden, an export does not say who gave which answer. A rating that
    /// was changed before the reveal is in no export, and the numbers after it differ.
    @Test(arguments: [
        "01-first-agreement.md", "02-one-holds-out.md", "08-objectives-and-gaps.md", "09-coming-back.md",
        "11-own-framework.md",
    ])
    func `an exported transcript is a conversation, and leads to the same record`(name: String) throws {
        let golden = try Conversation(try GoldenFiles.text(name))
        let first = try GoldenFiles.play(golden)
        let export = try Conversation(try GoldenFiles.export(golden))
        #expect(export.setupText != nil)
        let second = try GoldenFiles.play(export)
        #expect(first.record.areas.contains { $0.position != nil })
        for (area, again) in zip(first.record.areas, second.record.areas) {
            #expect(area.position == again.position)
            #expect(area.aims == again.aims)
            #expect(area.objectives == again.objectives)
            #expect(area.decisions == again.decisions)
            #expect(area.minorityViews == again.minorityViews)
            #expect(area.statements == again.statements)
        }
        #expect(first.record.areas.count == second.record.areas.count)
        #expect(first.record.members == second.record.members)
    }

    @Test(arguments: ["01-first-agreement.md", "02-one-holds-out.md", "08-objectives-and-gaps.md"])
    func `an export of which the words were taken out leads to the same agreements`(name: String) throws {
        let (text, record) = try GoldenFiles.exportWithoutWords(try Conversation(try GoldenFiles.text(name)))
        let export = try Conversation(text)
        #expect(export.unheard.isEmpty)
        let again = try GoldenFiles.play(export)
        #expect(again.firstMoved == nil)
        #expect(record.areas.contains { $0.position != nil } && record.areas.count == again.record.areas.count)
        for (area, second) in zip(record.areas, again.record.areas) {
            #expect(area.position == second.position)
            #expect(area.aims == second.aims)
            #expect(area.objectives == second.objectives)
            #expect(area.decisions == second.decisions)
            #expect(area.minorityViews == second.minorityViews)
        }
    }

    @Test func `lines of an export that cannot be heard again are named`() throws {
        let conversation = try Conversation(
            """
            # Transcript of Nowhere

            ```text
            [3] Ada Finch: /start 3
            [5] A member (privately): (private, not shown)
            [7] A member: full support
            [8] Ben Ojo: (erased)
            [9] Ben Ojo: (erased, #9)
            ```

            ```json readings
            {"9":[{"because":"(erased, #9)","kind":"level","level":"full","strength":"plain"}]}
            ```

            """)
        #expect(conversation.unheard == [5, 7, 8])
        #expect(conversation.steps.last?.readings == [Reading(.levelGiven(.full, because: "(erased, #9)"), .plain)])
        #expect(try GoldenFiles.play(conversation).firstMoved != nil)
    }
}
