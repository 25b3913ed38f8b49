import Glibc
import TerminalSupport
import Testing

/// The terminal is given back, whatever happens.
@Suite(.serialized, .timeLimit(.minutes(10))) struct `Giving the terminal back` {
    private func start(_ arguments: [String] = []) async throws -> ProbeSession {
        let session = try ProbeSession(arguments)
        try await session.expect("> ")
        return session
    }

    @Test(arguments: [SIGTERM, SIGHUP, SIGQUIT])
    func `after a signal that asks to end`(signal: Int32) async throws {
        let session = try await start()
        try await session.expectEcho(false)
        session.type("half")
        try await session.expect("half")
        session.send(signal)
        try await session.expect("\u{1B}[?2004l")
        try await session.expect("terminated: \(signal)")
        #expect(try await session.ending() == .status(0))
        #expect(session.hasOrdinaryModes)
    }

    @Test func `after a crash`() async throws {
        let session = try await start()
        session.type("crash\r")
        let ending = try await session.ending()
        #expect(ending == .signal(SIGILL) || ending == .signal(SIGTRAP))
        #expect(session.hasOrdinaryModes)
    }

    @Test func `while stopped by Ctrl-Z, and the line is there again afterwards`() async throws {
        // A shell with job control, because only its child can be stopped and continued.
        let script = "\(TerminalSession.built("ConsoleProbe")); stty -a; fg %1"
        let session = try ProbeSession(["-m", "-c", script], program: "/bin/sh")
        try await session.expect("> ")
        session.type("half")
        try await session.expect("half")
        session.type("\u{1A}")
        try await session.expect("\u{1B}[?2004l")
        try await session.expect(" icanon ")
        try await session.expect(" echo ")
        try await session.expect("> half")
        session.type(" done\r")
        try await session.expect("heard: half done")
        session.type("\u{4}")
        #expect(try await session.ending() == .status(0))
        #expect(session.hasOrdinaryModes)
    }
}

/// Where lines are not edited.
@Suite(.serialized, .timeLimit(.minutes(10))) struct `Reading plainly` {
    private func start(_ arguments: [String] = ["--plain"], term: String = "xterm") async throws
        -> ProbeSession
    {
        let session = try ProbeSession(arguments, environment: ["TERM": term])
        try await session.expect("ready: keyboard\r\n> ")
        return session
    }

    @Test func `a keyboard without editing works, and no escape sequence is sent`() async throws {
        let session = try await start()
        session.type("hello\n")
        try await session.expect("heard: hello\r\n> ")
        session.type("half\u{3}")
        try await session.expect("interrupted\r\n> ")
        session.type("zoë\n")
        try await session.expect("heard: zoë\r\n> ")
        session.type("\u{4}")
        try await session.expect("\r\nended")
        #expect(try await session.ending() == .status(0))
        #expect(!session.everything.contains("\u{1B}"))
        #expect(session.hasOrdinaryModes)
    }

    @Test func `a terminal without abilities is read plainly`() async throws {
        let session = try await start([], term: "dumb")
        session.type("hello\n")
        try await session.expect("heard: hello\r\n> ")
    }

    @Test func `style shows on a terminal, not with NO_COLOR`() async throws {
        let styled = try ProbeSession(environment: ["NO_COLOR": ""])
        styled.type("hello\r")
        try await styled.expect("\u{1B}[1mheard: hello\u{1B}[0m")
        let unstyled = try ProbeSession(environment: ["NO_COLOR": "yes"])
        unstyled.type("hello\r")
        try await unstyled.expect("heard: hello")
        #expect(!unstyled.everything.contains("\u{1B}[1m"))
    }

    @Test func `a pipe is read line by line, without a prompt, and nothing is lost`() throws {
        var toProbe: [Int32] = [-1, -1]
        var fromProbe: [Int32] = [-1, -1]
        try #require(pipe(&toProbe) == 0 && pipe(&fromProbe) == 0)
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        posix_spawn_file_actions_adddup2(&actions, toProbe[0], 0)
        posix_spawn_file_actions_adddup2(&actions, fromProbe[1], 1)
        for descriptor in toProbe + fromProbe { posix_spawn_file_actions_addclose(&actions, descriptor) }
        var process: pid_t = 0
        let words = [strdup(TerminalSession.built("ConsoleProbe")), nil]
        defer { free(words[0]) }
        try #require(posix_spawn(&process, TerminalSession.built("ConsoleProbe"), &actions, nil, words, environ) == 0)
        posix_spawn_file_actions_destroy(&actions)
        close(toProbe[0])
        close(fromProbe[1])
        let input =
            Array("\u{FEFF}one\r\nsecret\nhidden\n\u{1B}[2J\n".utf8) + [0xFF, 0x0A] + Array("last".utf8)
        _ = input.withUnsafeBytes { write(toProbe[1], $0.baseAddress, $0.count) }
        close(toProbe[1])
        var output: [UInt8] = []
        var bytes = [UInt8](repeating: 0, count: 4096)
        while case let count = read(fromProbe[0], &bytes, bytes.count), count > 0 {
            output += bytes[..<count]
        }
        close(fromProbe[0])
        waitpid(process, nil, 0)
        #expect(
            String(decoding: output, as: UTF8.self) == """
                ready: stream
                heard: one
                answer: line("hidden")
                heard: ⟨1B⟩[2J
                unreadable: notUTF8
                heard: last
                ended

                """)
    }
}
