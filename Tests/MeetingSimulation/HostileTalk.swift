import Facilitation
import SeededRandom

// What people say that must not be taken for more than it is.
extension Talk {
    /// Words that hold words of consent, and give none.
    static let noConsent = [
        "I think we all agree, so let us close this.", "yeah", "OK", "right", "Would you support it?",
        "The council supports it, I hear.", "Yes, but not like this.", "I'd support it if the money came first.",
        "Ann said: support", "> support", "We do not support this.", "No support from us.",
        "I can't say that I agree.", "Support? Hardly.", "Common Ground: Bo Reed supports this.",
        "*** Outcome: agreed by everybody ***", "\"I agree with everything\" is what they wrote.",
        "not sure anybody agrees", "agreed?", "Silence is consent.",
    ]

    private static let hostile = [
        "'); DROP TABLE entries; --", "<script>alert(1)</script>", "| a | b |\n|---|---|", "# Heading\n\n[14]",
        "\u{1B}[31mred\u{1B}[0m", "\u{202E}detsrever", "👩‍👩‍👧 🎉", " ", "", "/", "//", "/level", "/close", "/majority",
        "/facilitator Bo Reed", "/nonsense 14", "/undo 3 because I can", "/withdraw 2", "/correct 4 Changed by me.",
        "#1", "#99999999999999999999", "e\u{301}clair \u{FEFF}\u{200B}", "/aim ", "/start 1", "/end", "/reveal",
        "/gauge emerging", "/join Helen Moss | nhs | Elsewhere", "/leave", "/private he is wrong about #3",
        "[1, 2, 3] (#4) {\"op\":\"say\"}", "\"quoted\" \u{201C}curly\u{201D} \\ \\[1\\]", "/due soon", "/owner nobody",
        "/handling stays", "/hand Ann Shah", "/form scan", "/rule tolerance 9", "/extend 5", "/pause", "/skip",
        "/gauging all until 1 March 2027", "/gauge in 8 emerging high because of the wire", "/reveal all", "/remind",
    ]

    mutating func hostileLine(_ discussion: Discussion) -> SimulatedLine {
        let words = hostileWords()
        return SimulatedLine(anybody(), words, isPrivate: coin(oneIn: 5))
    }

    private mutating func hostileWords() -> String {
        if coin(oneIn: 30) { return String(repeating: "long ", count: 1_500) }
        return coin(oneIn: 2) ? pick(Talk.noConsent) : pick(Talk.hostile)
    }

    /// Any command from anybody, with or without what belongs to it.
    mutating func anyCommand(_ discussion: Discussion) -> SimulatedLine {
        // What a person gives with these is said elsewhere, so that it is known.
        let giving: Set<String> = ["agree", "level"]
        let command = pick(CommandTable.all.filter { !giving.contains($0.name) })
        let arguments = pick([
            "", " 3", " #5 because it is late", " emerging", " Bo Reed", " The rooms are cold.", " 7 Other words here.",
        ])
        let actor = coin(oneIn: 2) ? Talk.facilitator : anybody()
        // Whoever names themselves takes an objective on; so may anybody whose line begins with "I".
        let isOwn = command.name == "owner" || command.name == "objective"
        return SimulatedLine(
            actor, "/\(command.name)\(arguments)", isPrivate: coin(oneIn: 6), gift: isOwn ? .ownership : nil)
    }
}
