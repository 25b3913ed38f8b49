import Foundation
import TerminalSupport
import Testing

/// Somebody who has read the README and nothing else, with a shell in a terminal. What is typed is read from the README, and
/// after that from what the program itself says to type next.
@Suite(.serialized, .timeLimit(.minutes(10))) struct `A newcomer with the README` {
    private static let prompt = "ready:"

    /// The README's part about the first ten minutes.
    private let text: String
    private let place: Place

    init() throws {
        let file = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().appending(path: "README.md")
        let readme = try String(contentsOf: file, encoding: .utf8)
        let parts = readme.components(separatedBy: "\n## ")
        text = try #require(parts.first { $0.hasPrefix("The first ten minutes") })
        place = try Place()
    }

    /// The lines between a fence of this kind and its end.
    private func block(_ fence: String) throws -> [String] {
        let after = try #require(text.components(separatedBy: "\n```\(fence)\n").dropFirst().first)
        return after.components(separatedBy: "\n```")[0].components(separatedBy: "\n")
    }

    /// Commands of the program that stand in the middle of a sentence, in order.
    private var commandsInSentences: [String] {
        text.components(separatedBy: "`").enumerated().filter { $0.offset % 2 == 1 }.map(\.element)
            .filter { $0.hasPrefix("commonground ") && !$0.contains("\n") }
    }

    private func shell() async throws -> TerminalSession {
        let session = try TerminalSession(
            program: "/bin/sh", arguments: ["-c", "cd '\(place.folder.path)' && exec /bin/sh -i"],
            environment: [
                "HOME": place.folder.path, "PS1": "$? \(Self.prompt) ",
                "PATH": URL(filePath: Place.program).deletingLastPathComponent().path + ":/usr/bin:/bin",
            ], rows: 200, columns: 250)
        try await session.expectPrompt("0 \(Self.prompt)")
        return session
    }

    /// A command for the shell that ends well.
    private func run(_ command: String, in session: TerminalSession) async throws -> String {
        let answer = try await session.enter(command, prompt: "\(Self.prompt)")
        #expect(session.screen.cursorLine == "0 \(Self.prompt)", "\(command): \(answer)")
        return answer
    }

    @Test func `the tour can be followed from one piece of its advice to the next`() async throws {
        #expect(commandsInSentences.first == "commonground tour")
        let session = try await shell()
        session.type("commonground tour\r")
        var typed: [String] = []
        while typed.count < 20 {
            try await session.expect("Tour: ")
            try await session.expectPrompt(">")
            let lines = session.screen.lines
            let start = try #require(lines.lastIndex { $0.hasPrefix("Tour: ") })
            let advice = lines[start...].prefix { !$0.hasSuffix(">") }.joined(separator: " ")
            let parts = advice.components(separatedBy: "ype /")
            guard parts.count > 1, let next = parts.last else { break }
            let line = "/" + next
            typed.append(line)
            session.type(line + "\r")
        }
        #expect(typed.last == "/end" && typed.count == 10, "\(typed)")
        #expect(session.screen.lines.contains { $0.contains("/draft shows the draft") })
        #expect(try await session.enter("/draft").contains("That is the draft as it stands."))
        session.type("\u{4}")
        try await session.expectPrompt("0 \(Self.prompt)")
    }

    @Test func `a meeting is held, and a second one prepared, rated before the day and drafted`() async throws {
        let session = try await shell()
        let isOfTheMeeting: (String) -> Bool = { $0.hasPrefix("commonground draft ") }
        for command in commandsInSentences.filter({ !$0.contains("tour") && !$0.contains("setup") })
        where !isOfTheMeeting(command) {
            _ = try await run(command, in: session)
        }
        try await holdTheFirstMeeting(session)
        let drafting = commandsInSentences.filter(isOfTheMeeting)
        #expect(!drafting.isEmpty)
        for command in drafting { _ = try await run(command, in: session) }
        try await makeTheSetUp(session)
        let start = try await prepareTheSecond(session)
        try await rateBeforeTheDay(session, start)
    }

    /// What the README says to type.
    private func holdTheFirstMeeting(_ session: TerminalSession) async throws {
        session.type("commonground\r")
        try await session.expectPrompt("gathering>")
        var handsOver = false
        for line in try block("text keyboard") {
            if handsOver {
                try await session.enterHidden(line)
                try await session.expect("Your rating is kept.")
                try await session.expectPrompt(">")
            } else if line.hasPrefix("/hand ") {
                session.type(line + "\r")
            } else {
                let answer = try await session.enter(line)
                #expect(!answer.contains("\n! "), "\(line): \(answer)")
            }
            handsOver = line.hasPrefix("/hand ")
        }
        session.type("\u{4}")
        try await session.expect("To go on from here: commonground")
        try await session.expectPrompt("0 \(Self.prompt)")
    }

    private func makeTheSetUp(_ session: TerminalSession) async throws {
        let lines = try block("console")
        for line in lines where line.hasPrefix("$ ") {
            let answer = try await run(String(line.dropFirst(2)), in: session)
            if let shown = lines.drop(while: { $0 != line }).dropFirst().first, !shown.hasPrefix("$ ") {
                #expect(answer.contains(shown), "\(answer)")
            }
        }
    }

    /// - Returns: the command that the program says to hold the session with.
    private func prepareTheSecond(_ session: TerminalSession) async throws -> String {
        session.type("commonground setup new\r")
        let answers = [
            ("called?", "Quay Side"), ("Who facilitates?", "Ines Calder"),
            ("Who takes part?", "Moss Tan | nhs | Reach"),
            ("And who else?", "Nora Finch | vcse | Voices"), ("And who else?", ""), ("Which areas", "2, 8"),
            ("formal meeting", ""), ("with names?", ""), ("How long", ""), ("should be in the room", ""),
            ("before the day?", "31 December 2199"), ("which file?", ""),
        ]
        for (question, answer) in answers {
            try await session.expect(question)
            session.type(answer + "\r")
        }
        try await session.expectPrompt("0 \(Self.prompt)")
        let advice = try #require(session.screen.lines.last { $0.contains("Hold the session: ") })
        return try #require(advice.components(separatedBy: "Hold the session: ").last)
    }

    private func rateBeforeTheDay(_ session: TerminalSession, _ start: String) async throws {
        session.type(start + "\r")
        try await session.expectPrompt("gathering>")
        #expect(session.screen.lines.contains { $0.contains("rate area after area") })
        for (name, ratings) in [
            ("Moss", ["established, high, because the copperfield charter is signed", "emerging, low"]),
            ("Nora", ["not yet, low, because of lanternfish", "don't know"]),
        ] {
            session.type("/hand \(name)\r")
            for (area, rating) in zip(["Area 2: ", "Area 8: "], ratings) {
                try await session.expect(area)
                try await session.enterHidden(rating)
                try await session.expect("Kept.")
            }
            try await session.expect("The keyboard is back with the facilitator.")
            try await session.expectPrompt("gathering>")
        }
        for word in ["copperfield", "lanternfish"] { #expect(!session.everything.contains(word)) }
        let revealed = try await session.enter("/reveal all")
        #expect(revealed.contains("Area 2, Quality local employment: 2 of 2 answered."), "\(revealed)")
        // What to do next is in what the program says.
        let next = try #require(revealed.firstRange(of: "/start ")).lowerBound
        let started = try await session.enter(revealed[next...].components(separatedBy: " takes")[0])
        #expect(started.contains("We have started."), "\(started)")
        try await session.enter("/end", prompt: "closed>")
        #expect(try await session.enter("/draft").contains("before the day"))
    }
}
