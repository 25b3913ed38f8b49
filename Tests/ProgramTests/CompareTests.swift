import JSONText
import TerminalSupport
import Testing

/// How a partnership moved, and several side by side.
@Suite(.serialized, .timeLimit(.minutes(10))) struct `Comparing` {
    private static func talk(_ ann: String, _ bo: String) -> [String] {
        ["/start 8", "/gauging", "/hand Ann", ann, "/hand Bo", bo, "/reveal", "/end"]
    }

    private func play(_ place: Place, room: String) throws {
        let lines =
            ["Ann Shah: good morning", "Bo Lund: hello"] + Comparing.talk("emerging, low", "established, low")
            + Comparing.talk("established, low", "established, high")
        let ran = try place.run(
            ["--store", place.store, "--room", room, "--clock", Place.clock], input: lines.joined(separator: "\n"))
        try #require(ran.status == 0)
    }

    @Test func `one room is told by its sessions, in counts and without names`() throws {
        let place = try Place()
        try play(place, room: "north")
        let text = try place.look("compare", "north")
        #expect(text.contains("Session 1: 1 Emerging, 1 Established"))
        #expect(
            text.contains("From session 1 to session 2: of 2 who rated both times, 1 moved up, 0 down, 1 stayed."))
        #expect(!text.contains("Ann") && !text.contains("Bo "))
        let json = try JSONScanner(depthLimit: 16).scan(try place.look("compare", "north", "--json"))
        #expect(json["areas"]?.array?.first?["moves"]?.array?.first?["counts"]?["up"]?.integer == 1)
    }

    @Test func `several rooms stand in the order in which they are named, and an unknown one is told`() throws {
        let place = try Place()
        try play(place, room: "north")
        try play(place, room: "south")
        let json = try JSONScanner(depthLimit: 16).scan(try place.look("compare", "south", "north", "south", "--json"))
        #expect(json["rooms"]?.array?.compactMap { $0["room"]?.string } == ["south", "north"])
        let unknown = try place.run(["compare", "nowhere", "--store", place.store])
        #expect(unknown.status == 66 && unknown.output == "")
    }

    @Test func `a joint plan names its rooms, is checked, and merges nothing`() throws {
        let place = try Place()
        let aims = [
            "north": "small firms win a known share of our spending", "south": "firms win more of our spending",
        ]
        for room in ["north", "south"] {
            let lines = [
                "Ann Shah: good morning", "Bo Lund: hello", "/start 8",
                "/aim By March 2029, \(aims[room, default: ""]).", "Ann: support", "Bo: support", "/close", "/end",
            ]
            let ran = try place.run(
                ["--store", place.store, "--room", room, "--clock", Place.clock], input: lines.joined(separator: "\n"))
            try #require(ran.status == 0)
        }
        let plan = try place.look("draft", "--join", "north", "south", "north")
        #expect(plan.contains("### More than one room speaks of: firms, spending"))
        #expect(
            plan.contains(
                "- **north**: **Aim A1**, **supported in discussion** (2 support): “By March 2029, small firms"))
        #expect(
            plan.contains("- **south**: **Aim A1**, **supported in discussion** (2 support): “By March 2029, firms win")
        )
        #expect(plan.contains("Nothing here was agreed between rooms"))
        let page = try place.look("draft", "--join", "north", "south", "--format", "html")
        #expect(page.hasPrefix("<!DOCTYPE html>") && page.contains("<h1>") && page.contains("Nothing here was agreed"))
        let json = try JSONScanner(depthLimit: 16).scan(
            try place.look("draft", "--join", "north", "south", "--format", "json"))
        #expect(json["rooms"]?.array?.compactMap { $0["room"]?.string } == ["north", "south"])
    }

    @Test(arguments: [
        (["draft", "north", "south"], 64, "add --join"),
        (["draft", "--join", "north", "south", "--session", "1"], 64, "--session, --wording and --show-wording"),
        (["draft", "--join", "north", "south", "--show-wording"], 64, "and --show-wording."),
        (["draft", "--join", "north", "south", "--format", "csv"], 64, "not for a joint plan"),
        (["draft", "--join", "north", "nowhere"], 66, "nowhere"),
    ])
    func `what a joint plan cannot be is told, and nothing is written`(
        arguments: [String], status: Int32, told: String
    ) throws {
        let place = try Place()
        for room in ["north", "south"] { try play(place, room: room) }
        let ran = try place.run(arguments + ["--store", place.store])
        #expect(ran.status == status && ran.output == "" && ran.messages.contains(told), "\(ran)")
    }
}
