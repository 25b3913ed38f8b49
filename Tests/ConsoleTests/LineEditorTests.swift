import Glibc
import TerminalSupport
import Testing

/// The probe at a real (pseudo-)terminal. One after the other, because they wait for programs.
@Suite(.serialized, .timeLimit(.minutes(10))) struct `Editing at a terminal` {
    private static let prompt = "> "

    private func start(
        _ environment: [String: String] = [:], columns: Int = 80
    ) async throws -> ProbeSession {
        let session = try ProbeSession(environment: environment, columns: columns)
        try await session.expect("ready: edited\r\n")
        try await session.expect(Self.prompt)
        return session
    }

    private func leave(_ session: ProbeSession) async throws {
        session.type("\u{4}")
        try await session.expect("ended")
        #expect(try await session.ending() == .status(0))
        #expect(session.hasOrdinaryModes)
    }

    @Test func `a typed line is heard, and Ctrl-D ends`() async throws {
        let session = try await start()
        session.type("hello\r")
        try await session.expect("heard: hello")
        try await leave(session)
    }

    @Test func `TAB completes a word, also one that is not English`() async throws {
        let session = try await start()
        session.type("/ag\t")
        try await session.expectScreen("ready: edited", "> /agree")
        session.type("\u{C9}\t\r")
        try await session.expect("heard: /agree Élodie ")
        session.type("/ga\t")
        try await session.expectScreen("> /ga", "/gauge    /gauging", "> /gaug")
        session.type("in\t\r")
        try await session.expect("heard: /gauging ")
        session.type("/hand 山\t\r")
        try await session.expect("heard: /hand 山田 ")
        session.type("/hand zo\t\r")
        try await session.expect("heard: /hand Zoë ")
        try await leave(session)
    }

    @Test func `TAB offers nothing of its own, nothing dangerous, and shortens nothing`() async throws {
        let session = try await start()
        // Not the names of files.
        session.type("/hand /pro\t\r")
        try await session.expect("heard: /hand /pro\r\n")
        // The one candidate would clear the screen.
        session.type("/hand x\t\r")
        try await session.expect("heard: /hand x\r\n")
        // The candidates share less than what is typed.
        session.type("/ne\t\r")
        try await session.expect("/near")
        try await session.expect("heard: /ne\r\n")
        try await leave(session)
    }

    @Test func `the bot's words appear above a half-typed line`() async throws {
        let folder = try TemporaryFolder()
        let fifo = folder.path + "/fifo"
        try #require(mkfifo(fifo, 0o600) == 0)
        let session = try await start(["PROBE_FIFO": fifo], columns: 40)
        // Longer than the window, so that the line takes two rows, with the cursor moved back into the first.
        session.type("I think that Zoë is right about the bus to the clinic")
        try await session.expectScreen("> I think that Zoë is right about the bu", "s to the clinic")
        session.type("\u{1}")
        folder.write("Five minutes are left for this area, and two people have not spoken.", to: "fifo")
        let above = ["Five minutes are left for this area, and", "two people have not spoken."]
        try await session.expectScreen(
            "ready: edited", above[0], above[1], "> I think that Zoë is right about the bu", "s to the clinic"
        )
        session.type("Yes. \r")
        try await session.expect("heard: Yes. I think that Zoë is right")
        try await leave(session)
    }

    @Test func `what people wrote cannot command the terminal`() async throws {
        let session = try await start()
        session.type("\u{16}\u{1B}[2J\u{202E}gnp.exe\r")
        try await session.expect("heard: ⟨1B⟩[2J⟨202E⟩gnp.exe")
        try await leave(session)
    }

    @Test func `Ctrl-C drops the line and says so`() async throws {
        let session = try await start()
        session.type("half a tho")
        try await session.expectScreen("ready: edited", "> half a tho")
        session.type("\u{3}")
        try await session.expectScreen("ready: edited", "interrupted", ">")
        session.type("afresh\r")
        try await session.expect("heard: afresh\r\n")
        try await leave(session)
    }

    @Test func `a paste of several lines is several lines`() async throws {
        let session = try await start()
        session.type("\u{1B}[200~first\rsecond, zoë\r\rlast\u{1B}[201~")
        try await session.expect("last")
        session.type("\r")
        for line in ["first", "second, zoë", "", "last"] { try await session.expect("heard: \(line)") }
        try await leave(session)
    }

    @Test func `a long paste arrives whole, and one over the limit is reported`() async throws {
        let session = try await start()
        let line = String(repeating: "a", count: 20_000)
        session.type("\u{1B}[200~\(line)\rrest\u{1B}[201~\r")
        try await session.expect("heard: rest")
        session.type("\u{1B}[200~\(String(repeating: "b", count: 65_537))\rrest\u{1B}[201~\r")
        try await session.expect("unreadable: tooLong(limit: 65536)")
        try await session.expect("heard: rest")
        try await leave(session)
    }

    @Test(arguments: [["LC_ALL": "POSIX"], ["LC_ALL": "", "LANG": "xx_XX.UTF-8"], ["LC_ALL": "C.UTF-8"]])
    func `letters of all scripts can be typed and rubbed out in any locale`(locale: [String: String])
        async throws
    {
        let session = try await start(locale)
        session.type("zoë 山田e\u{301}\u{7F}x\r")
        try await session.expect("heard: zoë 山田x\r\n")
        try await leave(session)
    }

    @Test func `the prompt may change while a line is being typed`() async throws {
        let session = try await start()
        session.type("prompt Area 5\u{16}\u{1B}\r")
        try await session.expectScreen("Area 5⟨1B⟩>")
        try await leave(session)
    }

    @Test func `a wait may have a limit, and other threads may end it`() async throws {
        let session = try await start()
        session.type("later\r")
        try await session.expect("in time: tick")
        session.type("wake\r")
        try await session.expect("tick\r\n> ")
        session.type("still here\r")
        try await session.expect("heard: still here")
        try await leave(session)
    }

    @Test func `a process has one terminal`() async throws {
        let session = try await start()
        session.type("again\r")
        try await session.expect("refused: openAlready")
        session.type("still here\r")
        try await session.expect("heard: still here")
        try await leave(session)
    }

    @Test func `a new window size is used at once`() async throws {
        let session = try await start()
        session.type("ab")
        try await session.expect("ab")
        session.resize(columns: 30)
        try await session.expect("> ab")
        session.type(" but not in so many words as before\r")
        try await session.expect("heard: ab but not in so many\r\nwords as before\r\n")
        try await leave(session)
    }

    @Test func `history comes back in the next run, without private and hidden lines`() async throws {
        let folder = try TemporaryFolder()
        let environment = ["PROBE_HISTORY": folder.path + "/history"]
        var session = try await start(environment)
        session.type("first line\r")
        try await session.expect("heard: first line")
        session.type("/private I disagree\r")
        try await session.expect("heard: /private")
        session.type("secret\r")
        try await session.expect("Hidden answer, please: ")
        session.type("established\r")
        try await session.expect(#"answer: line("established")"#)
        try await leave(session)
        #expect(folder.read("history") == "first line\nsecret\n")
        #expect(folder.mode(of: "history") == 0o600)

        session = try await start(environment)
        session.type("\u{1B}[A")
        try await session.expectScreen("ready: edited", "> secret")
        session.type("\u{1B}[A")
        try await session.expectScreen("ready: edited", "> first line")
        session.type("\u{1B}[A\r")
        try await session.expect("heard: first line")
        try await leave(session)
    }

    @Test func `a history that cannot be used is reported and does no harm`() async throws {
        let session = try ProbeSession(environment: ["PROBE_HISTORY": "/"])
        try await session.expect("history: ")
        session.type("one\r")
        try await session.expect("heard: one")
        try await leave(session)
    }
}

/// Answers that those who look on must not see.
@Suite(.serialized, .timeLimit(.minutes(10))) struct `Hidden answers` {
    private func startHidden(_ arguments: [String] = [], columns: Int = 80) async throws -> ProbeSession {
        let session = try ProbeSession(arguments, columns: columns)
        try await session.expect("> ")
        session.type("secret\r")
        try await session.expect("answer")
        return session
    }

    @Test(arguments: [80, 12])
    func `nothing of the answer is shown, and the prompt is gone afterwards`(columns: Int) async throws {
        let session = try await startHidden(columns: columns)
        session.type("emerging\u{7F}\u{7F}\u{7F}\u{7F}\u{7F}\u{7F}\u{7F}\u{7F}none\r")
        try await session.expect("answer:")
        try await session.expect("> ")
        #expect(!session.everything.contains("emerging"))
        #expect(session.everything.components("none") == 1, "only in the probe's own answer")
        #expect(!session.screen.lines.contains { $0.contains("Hidden") || $0.contains("please") })
        session.type("\u{19}\u{1B}[A\u{1B}[A\u{15}next\r")
        try await session.expect("heard: next")
        #expect(!session.everything.contains("emerging"))
    }

    @Test func `an answer struck before the question appears is not echoed`() async throws {
        let session = try ProbeSession()
        try await session.expect("> ")
        session.type("secret\remerging\rvisible\r")
        try await session.expect(#"answer: line("emerging")"#)
        try await session.expect("heard: visible")
        #expect(session.everything.components("emerging") == 1)
    }

    @Test func `an answer struck while the program is busy is not echoed`() async throws {
        let session = try ProbeSession()
        try await session.expect("> ")
        session.type("slow secret\r")
        try await session.expect("busy")
        session.type("emerging\r")
        try await session.expect(#"answer: line("emerging")"#)
        #expect(session.everything.components("emerging") == 1)
    }

    @Test func `Ctrl-C gives the answer up, Ctrl-D ends`() async throws {
        let session = try await startHidden()
        session.type("abc\u{3}")
        try await session.expect("answer: interrupted")
        try await session.expect("> ")
        session.type("secret\r")
        try await session.expect("please: ")
        session.type("\u{4}")
        try await session.expect("answer: ended")
        session.type("seen\r")
        try await session.expect("heard: seen")
    }

    @Test func `a plain keyboard hides answers too`() async throws {
        let session = try await startHidden(["--plain"])
        try await session.expectEcho(false)
        session.type("emerging\r")
        try await session.expect(#"answer: line("emerging")"#)
        #expect(session.everything.components("emerging") == 1)
        try await session.expectEcho(true)
        session.type("seen\r")
        try await session.expect("heard: seen")
    }

    @Test(arguments: [SIGTERM, SIGHUP])
    func `a signal amid a hidden answer gives the terminal back`(signal: Int32) async throws {
        let session = try await startHidden()
        try await session.expectEcho(false)
        session.type("emer")
        session.send(signal)
        try await session.expect("answer: terminated(signal: \(signal))")
        #expect(session.hasOrdinaryModes)
    }
}

extension String {
    /// How often the text occurs.
    fileprivate func components(_ text: String) -> Int {
        var count = 0
        var rest = self[...]
        while let range = rest.firstRange(of: text) {
            count += 1
            rest = rest[range.upperBound...]
        }
        return count
    }
}
