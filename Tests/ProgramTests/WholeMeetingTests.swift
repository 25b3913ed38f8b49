import Foundation
import JSONText
import TerminalSupport
import Testing

/// One area from the first good morning to the draft, typed by a facilitator at one keyboard.
@Suite(.serialized, .timeLimit(.minutes(10))) struct `A whole meeting at one keyboard` {
    /// One word a person that stands nowhere but in a private rating.
    private static let ratings = [
        ("Zoë Brown", "established, high, because the quarrystone register lists every body"),
        ("José Ruiz", "established, medium, because lanternfish suppliers were paid on time"),
        ("李 Wei", "established, low, because the copperfield audit says so"),
        ("Ann Shah", "established, medium, because mistlethrush contracts were shared"),
        ("Tom Reed", "emerging, high, because the fernhollow club heard of it from the paper"),
    ]
    private static let secrets = ["quarrystone", "lanternfish", "copperfield", "mistlethrush", "fernhollow"]
    private static let others = ["Zoë", "José", "李", "Ann"]

    @Test func `is kept as it was said, and blind until the reveal`() async throws {
        let place = try Place()
        let session = try await place.sit()
        try await gatherAndRate(session, place)
        try await talkAndSettle(session)
        let statement = try await aimsAndObjectives(session)
        try await readBackAndEnd(session, statement)
        #expect(try await session.leave().contains("commonground --store "))
        try checkRecord(try place.record())
        #expect(try place.look("verify").hasPrefix("Sound:"))
        for word in Self.secrets { #expect(!place.history.contains(word)) }
        #expect(place.history.contains("Zoë Brown: good morning"))
    }

    private func gatherAndRate(_ session: TerminalSession, _ place: Place) async throws {
        for (name, _) in Self.ratings {
            #expect(try await session.enter("\(name): good morning").contains("\(name) has joined."))
        }
        #expect(try await session.enter("/start 8", prompt: "8 framed, 25 min>").contains("Area 8: "))
        try await session.enter("/gauging", prompt: "8 gauging 0 of 5, 25 min>")
        // One by name, the others by going round.
        session.type("/hand Zoë\r")
        try await session.expect("Zoë Brown, please type your rating")
        try await session.enterHidden(Self.ratings[0].1)
        try await session.expect("Your rating is kept.")
        try await session.expectPrompt("8 gauging 1 of 5, 25 min>")
        session.type("/hand\r")
        for (name, words) in Self.ratings.dropFirst() {
            try await session.expect("\(name), please type your rating")
            try await session.enterHidden(words)
            try await session.expect("Your rating is kept.")
        }
        try await session.expect("5 of 5 in.")
        try await session.expectPrompt("8 gauging 5 of 5, 25 min>")
        try checkBlindness(session, place)
        let reveal = try await session.enter("/reveal", prompt: "8 revealed, 25 min>")
        #expect(reveal.contains("5 of 5 answered. Emerging 1, Established 4."))
    }

    private func checkBlindness(_ session: TerminalSession, _ place: Place) throws {
        let export = try place.look("export", "main")
        let record = try place.look("record", "main")
        let minutes = try place.look("minutes", "main")
        let elsewhere = try place.run(
            ["run", "--text", "--room", "main", "--store", place.store], input: "Ann Shah: /where\n")
        for word in Self.secrets {
            #expect(!session.everything.contains(word))
            for text in [export, record, minutes, elsewhere.output, place.history] { #expect(!text.contains(word)) }
        }
        #expect(record.contains("\"revealed\": false"))
        #expect(!record.contains("\"ratings\""))
    }

    private func talkAndSettle(_ session: TerminalSession) async throws {
        let answer = try await session.enter("Zoë: The six bodies have shared one list of suppliers since May.")
        let statement = try number(after: "statement ", in: answer)
        #expect(try await session.enter("José: agree with #\(statement)").contains("agree with #\(statement)"))
        let no = try await session.enter("Tom: I disagree with #\(statement) because small clubs are not on that list")
        #expect(no.contains("disagree with #\(statement)"))
        try await session.enter("/settle established", prompt: "8 testing 0 of 5, 25 min>")
        for name in Self.others { #expect(try await session.enter("\(name): support").contains("support")) }
        try await session.enter(
            "Tom: cannot yet, because small clubs cannot bid for any of it", prompt: "8 testing 5 of 5, 25 min>")
        try await session.enter("/majority")
        let view = try await session.enter("Tom: /minority For small clubs nothing has changed yet.")
        #expect(view.contains("minority view"))
    }

    /// - Returns: the number of a statement that Ann will correct.
    private func aimsAndObjectives(_ session: TerminalSession) async throws -> Int {
        let answer = try await session.enter("Ann: The list is printed twice a year.")
        try await session.enter(
            "/aim By March 2029, small firms in the district win a larger, known share of what we buy."
        )
        for name in Self.others + ["Tom"] { try await session.enter("\(name): support") }
        #expect(try await session.enter("/close").contains("supported"))
        let objective = try await session.enter(
            "/objective Zoë Brown will publish one baseline by end of March 2027, "
                + "measured by bodies reported (0 of 6)"
        )
        #expect(objective.contains("Zoë Brown, will you own"))
        try await session.enter("Zoë: yes")
        for name in Self.others + ["Tom"] { try await session.enter("\(name): support") }
        try await session.enter("/close")
        return try number(after: "statement ", in: answer)
    }

    private func readBackAndEnd(_ session: TerminalSession, _ statement: Int) async throws {
        try await session.enter("/readback", prompt: "8 reading back, 25 min>")
        #expect(
            try await session.enter("Ann: /correct \(statement) The list is printed four times a year.")
                .contains("#\(statement) now reads:"))
        // The first /done names the objection that is still open, the second one goes on.
        #expect(try await session.enter("/done").contains("small clubs are not on that list"))
        try await session.enter("/done", prompt: "between areas>")
        try await session.enter("/end", prompt: "closed>")
        let draft = try await session.enter("/draft")
        #expect(draft.contains("small firms in the district win a larger, known share"))
        #expect(draft.contains("For small clubs nothing has changed yet."))
        #expect(draft.contains("commonground draft main --store "))
    }

    private func checkRecord(_ record: JSONValue) throws {
        let members = record["members"]?.array ?? []
        let names = Dictionary(uniqueKeysWithValues: members.map { ($0["id"]?.string ?? "", $0["name"]?.string ?? "") })
        #expect(Set(names.values) == Set(Self.ratings.map(\.0) + ["Facilitator"]))
        #expect(members.filter { $0["role"]?.string == "facilitator" }.count == 1)
        let area = try #require(record["areas"]?.array?.first { $0["status"]?.string == "settled" })
        let gauge = try #require(area["gauges"]?.array?.first)
        #expect(gauge["blind"]?.bool == true)
        #expect(gauge["counts"]?["established"]?.integer == 4)
        #expect(gauge["counts"]?["emerging"]?.integer == 1)
        let rated = (gauge["ratings"]?.array ?? []).map { names[$0["by"]?.string ?? ""] ?? "" }
        #expect(Set(rated) == Set(Self.ratings.map(\.0)))
        #expect(area["position"]?["outcome"]?.string == "majority-with-minority-view")
        #expect(area["position"]?["stage"]?.string == "established")
        #expect(area["position"]?["levels"]?["support"]?.integer == 4)
        #expect(area["position"]?["levels"]?["cannot-yet"]?.integer == 1)
        let view = try #require(area["minorityViews"]?.array?.first)
        #expect(view["text"]?.string == "For small clubs nothing has changed yet.")
        #expect(names[view["by"]?.string ?? ""] == "Tom Reed")
        #expect(area["aims"]?.array?.first?["outcome"]?.string == "agreed")
        let objective = try #require(area["objectives"]?.array?.first)
        #expect(objective["outcome"]?.string == "agreed")
        #expect(names[objective["owner"]?.string ?? ""] == "Zoë Brown")
        #expect(objective["due"]?.string == "2027-03-31")
        let texts = (area["statements"]?.array ?? []).compactMap { $0["text"]?.string }
        #expect(texts.contains("The list is printed four times a year."))
        #expect(record["corrected"]?.array?.count == 1)
        #expect(record["session"]?["ended"] != nil)
    }
}
