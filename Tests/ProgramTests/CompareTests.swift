import JSONText
import TerminalSupport
import Testing

/// How a partnership moved, and several side by side.
@Suite(.serialized, .timeLimit(.minutes(6))) struct `Comparing` {
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
}
