import Foundation
import TerminalSupport
import Testing

/// What is typed and shown, wanted or not.
@Suite(.serialized, .timeLimit(.minutes(10))) struct `Typing and showing` {
    @Test func `a paste of several lines is several lines, from several people`() async throws {
        let place = try Place()
        let session = try await place.sit()
        session.type("\u{1B}[200~Zoë: good morning\rJosé: hello\r李: morning\u{1B}[201~")
        try await session.expect("李: morning")
        session.type("\r")
        for name in ["Zoë", "José", "李"] { try await session.expect("\(name) has joined.") }
        try await session.expectPrompt("gathering>")
        #expect(try await session.enter("/who").contains("Zoë; José; 李"))
        _ = try await session.leave()
    }

    @Test func `escape sequences and hidden characters are shown, never obeyed`() async throws {
        let place = try Place()
        let session = try await place.sit()
        try await session.enter("Ann: good morning")
        try await session.enter("/start 8")
        session.type("/decide \u{16}\u{1B}[2J\u{16}\u{1B}]0;owned\u{16}\u{7} \u{202E}gnp.exe\u{2066}\r")
        try await session.expect("Proposed decision")
        try await session.expectPrompt()
        let shown = session.everything
        #expect(
            shown.contains("“⟨1B⟩[2J⟨1B⟩]0;owned⟨7⟩ ⟨202E⟩gnp.exe⟨2066⟩”")
                || shown.contains("“⟨1B⟩[2J⟨1B⟩]0;owned⟨07⟩ ⟨202E⟩gnp.exe⟨2066⟩”"))
        #expect(!shown.contains("\u{1B}[2J"))
        #expect(!shown.contains("\u{1B}]0;"))
        _ = try await session.leave()
        // What was typed is echoed by the line editor; on coming back everything is the program's own.
        let again = try await place.sit()
        try await again.enter("/where")
        for bytes in ["\u{1B}[2J", "\u{1B}]", "\u{202E}", "\u{2066}"] { #expect(!again.everything.contains(bytes)) }
        #expect(again.everything.contains("⟨202E⟩gnp.exe"))
        _ = try await again.leave()
    }

    @Test func `the bot's words are broken between words in a narrow window`() async throws {
        let place = try Place()
        let session = try await place.sit(columns: 40)
        session.type("Ann: good morning\r")
        try await session.expect("has joined.")
        session.type("/start 8\r")
        try await session.expectPrompt("8 framed, 25 min>")
        let lines = session.everything.split(whereSeparator: \.isNewline)
        #expect(lines.contains { $0.hasPrefix("  ") })
        for line in lines { #expect(line.count <= 40 || line.contains("\u{1B}"), "\(line)") }
        session.type("/gauging\r")
        // No room for the tally here.
        try await session.expectPrompt("8 gauging, 25 min>")
        _ = try await session.leave()
    }

    @Test func `a window that changes in the middle of a line keeps the line, and is filled from then on`()
        async throws
    {
        let place = try Place()
        let session = try await place.sit(columns: 40)
        session.type("Ann: good mor")
        try await session.expectPrompt("Ann: good mor")
        session.resize(columns: 120)
        try await session.expectPrompt("gathering> Ann: good mor")
        session.type("ning\r")
        try await session.expect("Ann has joined.")
        let before = session.everything.count
        session.type("/start 8\r")
        try await session.expectPrompt("8 framed, 25 min>")
        let lines = session.everything.dropFirst(before).split(whereSeparator: \.isNewline)
        #expect(lines.contains { $0.count > 100 })
        for line in lines { #expect(line.count <= 120 || line.contains("\u{1B}"), "\(line)") }
        #expect(try place.look("export", "main").contains("Ann: good morning"))
        _ = try await session.leave()
    }

    @Test func `a terminal without abilities gets text, and nothing that it could not obey`() async throws {
        let place = try Place()
        let session = try await place.sit(environment: ["TERM": "dumb", "NO_COLOR": ""], columns: 40)
        session.type("Ann: good morning\n")
        try await session.expect("Ann has joined.")
        session.type("/start 8\n")
        try await session.expect("8 framed, 25 min> ")
        session.type("\u{4}")
        try await session.expect("Everything is kept.")
        #expect(try await session.ending() == .status(0))
        #expect(!session.everything.contains("\u{1B}") && !session.everything.contains("\u{8}"))
        for line in session.everything.split(whereSeparator: \.isNewline) { #expect(line.count <= 60, "\(line)") }
    }

    @Test func `bold is for terminals that want it`() async throws {
        let place = try Place()
        let styled = try await place.sit(environment: ["NO_COLOR": ""])
        #expect(styled.everything.contains("\u{1B}[1m"))
        _ = try await styled.leave()
        let unstyled = try await place.sit(environment: ["NO_COLOR": "1"])
        #expect(!unstyled.everything.contains("\u{1B}[1m"))
        _ = try await unstyled.leave()
    }

    @Test func `without line editing nothing but text is sent, and a rating is still hidden`() async throws {
        let place = try Place()
        let session = try await place.sit(["--plain"])
        session.type("Ann: good morning\n")
        try await session.expect("Ann has joined.")
        session.type("/start 8\n")
        try await session.expect("8 framed, 25 min> ")
        session.type("/gauging\n")
        try await session.expect("25 min> ")
        session.type("/hand Ann\n")
        try await session.enterHidden("established, low, because the copperfield audit says so")
        try await session.expect("Your rating is kept.")
        try await session.expect("8 gauging 1 of 1, 25 min> ")
        session.type("/reveal\n")
        try await session.expect("Established 1.")
        session.type("\u{4}")
        try await session.expect("Everything is kept.")
        #expect(try await session.ending() == .status(0))
        #expect(!session.everything.contains("\u{1B}"))
        #expect(!session.everything.contains("copperfield"))
    }

    @Test func `slips are met with a suggestion, and nothing is counted`() async throws {
        let place = try Place()
        let session = try await place.sit()
        for name in ["Ann Shah", "Ann Lee", "Brenda Moss"] { try await session.enter("\(name): good morning") }
        #expect(try await session.enter("/gaugin").contains("Did you mean /gauging?"))
        let both = try await session.enter("Ann: hello")
        #expect(both.contains("“Ann” fits more than one person: Ann Shah and Ann Lee."))
        #expect(both.contains("That line was not kept."))
        let slip = try await session.enter("Brneda: support")
        #expect(slip.contains("Nobody here is called “Brneda”. Did you mean Brenda Moss?"))
        #expect(slip.contains("“Brneda: /join Brneda”"))
        #expect(try await session.enter("/who").contains("Ann Shah; Ann Lee; Brenda Moss."))
        #expect(try await session.enter("/hand Ann").contains("fits more than one person"))
        #expect(try await session.enter("/hand").contains("No private rating is open."))
        #expect(try await session.enter("Brenda: /hand").contains("Only a facilitator can pass the keyboard."))
        _ = try await session.leave()
    }

    @Test func `the keyboard comes back from a round at any time`() async throws {
        let place = try Place()
        let session = try await place.sit()
        for name in ["Ann Shah", "Bo Lund", "Cai Moss"] { try await session.enter("\(name): good morning") }
        try await session.enter("/start 8")
        try await session.enter("/gauging")
        session.type("/hand\r")
        try await session.expect("Ann Shah, please type your rating")
        try await session.enterHidden("bananas")
        try await session.expect("could not be read as a rating")
        try await session.enterHidden("emerging")
        try await session.expect("Your rating is kept.")
        try await session.expect("Bo Lund, please type your rating")
        try await session.enterHidden("")
        try await session.expect("Left out: nothing was kept for Bo Lund.")
        try await session.expect("Cai Moss, please type your rating")
        try await session.expect("(hidden) ")
        session.type("estab\u{3}")
        try await session.expect("Nothing was kept.")
        try await session.expectPrompt("8 gauging 1 of 3, 25 min>")
        for word in ["bananas", "estab\r", "emerging\r"] { #expect(!session.everything.contains(word)) }
        for text in [place.history, try place.look("record", "main"), try place.look("export", "main")] {
            #expect(!text.contains("bananas"))
        }
        _ = try await session.leave()
    }

    @Test func `the example of a rating is in the stages of the room's own framework`() async throws {
        let place = try Place()
        let session = try await place.sit(["--framework", Place.riverTowns])
        try await session.enter("Ann Shah: good morning")
        try await session.enter("/start 1")
        try await session.enter("/gauging")
        session.type("/hand Ann\r")
        try await session.expect("For example: shared, medium, because … Enter alone leaves it out")
        try await session.enterHidden("shared, medium, because we have a plan")
        try await session.expect("Your rating is kept.")
        try await session.expectPrompt("1 gauging 1 of 1, 25 min>")
        _ = try await session.leave()
    }

    @Test(arguments: ["", "state"])
    func `the history is in the home folder where XDG_STATE_HOME is empty or is no whole path`(state: String)
        async throws
    {
        let place = try Place()
        let session = try await place.sit(environment: ["XDG_STATE_HOME": state])
        try await session.enter("Ann: good morning")
        _ = try await session.leave()
        let history = try String(
            contentsOf: place.folder.appending(path: ".local/state/commonground/history"), encoding: .utf8)
        #expect(history.contains("Ann: good morning"))
    }

    @Test func `private words typed in the open stay out of the history, and the room is told how to hide them`()
        async throws
    {
        let place = try Place()
        let session = try await place.sit()
        try await session.enter("Ann: good morning")
        #expect(try await session.enter("Ann (privately): about copperfield").contains("/hand Ann keeps them off it."))
        try await session.enter("Zed (privately): about lanternfish")
        _ = try await session.leave()
        #expect(!place.history.contains("copperfield"))
        #expect(!place.history.contains("lanternfish"))
        #expect(place.history.contains("Ann: good morning"))
    }
}
