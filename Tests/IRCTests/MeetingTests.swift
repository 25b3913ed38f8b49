import Foundation
import JSONText
import SeededRandom
import Testing

/// A small meeting in an IRC channel: a real server, a client for each member, and the bridge, which is killed three times.
@Suite(.serialized, .timeLimit(.minutes(10))) struct `A meeting over IRC` {
    private static let setup = """
        title: Harrowdale
        members:
          - {id: "irc:helen", name: Helen Ward, role: facilitator}
          - {id: "irc:ann", name: Ann Osei, sector: vcse}
          - {id: "irc:sam", name: Sam Rhys, sector: nhs}
        """
    /// One word each that stands nowhere else.
    private static let ratings = [
        "ann": "established, high, because the quarrystone register lists every body",
        "sam": "established, medium, because lanternfish suppliers were paid on time",
        "dee": "emerging, low, because the fernhollow club heard of it from the paper",
    ]
    private static let secrets = ["ann": "quarrystone", "sam": "lanternfish", "dee": "fernhollow"]
    private static let longReason =
        "I can live with it, because small clubs – Zoë’s café, the 李 family’s kitchen and twenty more – cannot bid "
        + "for anything over a thousand pounds, have nobody who fills in forms by day, and were never asked which "
        + "of the forms could go; two of them closed last winter, and a third will close "
        + "if nothing changes by the spring"

    @Test(.enabled(if: Tools.areThere, Tools.comment))
    func `is kept as it was held, though the bridge and the program are killed`() throws {
        let network = try Network(members: ["helen", "ann", "sam", "dee"])
        let meeting = try Meeting(network, setup: Self.setup)
        do {
            try hold(meeting, network)
        } catch {
            let channel = network.members["helen"]?.read(Network.channel) ?? ""
            throw GaveUp(description: "\(error)\n\(meeting.notes)\n\(channel)")
        }
        try meeting.checkHeard()
        try meeting.checkPosted(hasLongLine: true)
        try checkRecord(try meeting.record())
    }

    private func hold(_ meeting: Meeting, _ network: Network) throws {
        var bridge = try meeting.startBridge()
        let helen = try #require(network.members["helen"])
        let dee = try #require(network.members["dee"])
        try helen.awaits("The facilitator begins with /start")
        try gather(network, helen, dee)
        bridge = try rate(network, meeting, bridge)
        try talk(network, bridge)
        bridge = try settle(network, meeting, bridge)
        bridge.killNow()
    }

    private func gather(_ network: Network, _ helen: Chatter, _ dee: Chatter) throws {
        dee.say("Good morning, is this the place?")
        try dee.awaits("Please join first", in: Network.bot)
        dee.say("!join Dee Hill | vcse | Hill Trust")
        try helen.awaits("Dee Hill (Hill Trust, VCSE) has joined")
        helen.say("!start 8")
        try helen.awaits("Does anybody have an interest to declare?")
        helen.say("!reveal")
        try helen.awaits("No private rating is open", in: Network.bot)
        helen.say("!gauging")
        try helen.awaits("Please rate privately")
    }

    /// The bridge is killed after the first rating; the others come while it is away.
    private func rate(_ network: Network, _ meeting: Meeting, _ bridge: Running) throws -> Running {
        let members = network.members
        let ann = try #require(members["ann"])
        ann.tell(Self.ratings["ann"] ?? "")
        try ann.awaits("Noted, only you see this: Established, high confidence.", in: Network.bot)
        bridge.killNow()
        for nick in ["sam", "dee"] { members[nick]?.tell(Self.ratings[nick] ?? "") }
        let bridge = try meeting.startBridge()
        try members["sam"]?.awaits("Noted, only you see this: Established, medium", in: Network.bot)
        try members["dee"]?.awaits("Noted, only you see this: Emerging, low", in: Network.bot)
        try members["helen"]?.awaits("3 of 3 in.")
        for (nick, word) in Self.secrets {
            for (other, member) in members where other != nick { #expect(!member.everything.contains(word)) }
        }
        #expect(try !meeting.recordText().contains("\"ratings\""))
        members["helen"]?.say("!reveal")
        for member in members.values { try member.awaits("Round 1: 3 of 3 answered. Emerging 1, Established 2.") }
        return bridge
    }

    /// The program is killed while it is spoken to; the bridge starts it again.
    private func talk(_ network: Network, _ bridge: Running) throws {
        let ann = try #require(network.members["ann"])
        let sam = try #require(network.members["sam"])
        ann.say("Contracts end at six days' notice, and small groups cannot plan.")
        let server = try #require(bridge.children.first)
        kill(server, SIGKILL)
        // Two who speak at once are heard in either order; the agreement below is with Ann.
        try ann.awaits("statement #")
        sam.say("Our own contracts run for three years.")
        try wait(30, for: "both statements") {
            ann.posted(in: Network.channel).count { $0.text.hasPrefix("statement") } == 2
        }
        #expect(bridge.notes.contains("The server has gone."))
        let number = try #require(ann.posted(in: Network.channel).first { $0.text.hasPrefix("statement") }).number
        // What a client says of itself, colours, and what is no message at all.
        sam.write("/NOTICE \(Network.channel) :I disagree with #\(number)", to: "")
        sam.write("\u{1}ACTION nods\u{1}", to: Network.channel)
        sam.write("\u{1}VERSION\u{1}", to: Network.channel)
        sam.write("\u{3}04I agree\u{3} with \u{2}#\(number)\u{2}", to: Network.channel)
        sam.noteTyped("sam nods", "I agree with #\(number)")
        try ann.awaits("agree #\(number)")
    }

    @Test(.enabled(if: Tools.areThere, Tools.comment))
    func `keeps and shows each line once, whatever is killed at any moment`() throws {
        let network = try Network(members: ["helen", "ann", "sam"])
        let meeting = try Meeting(network, setup: Self.setup)
        var bridge = try meeting.startBridge()
        var dice = SeededGenerator(seed: 1)
        let helen = try #require(network.members["helen"])
        try helen.awaits("The facilitator begins with /start")
        helen.say("!start 8")
        try helen.awaits("Does anybody have an interest to declare?")
        let count = 15
        for number in 1...count {
            network.members[["ann", "sam"][dice.number(below: 2)]]?.say(
                "Hall \(number) is cold in winter, and its roof leaks.")
            Thread.sleep(forTimeInterval: Double(dice.number(below: 250)) / 1000)
            switch dice.number(below: 12) {
            case 0, 1:
                bridge.killNow()
                Thread.sleep(forTimeInterval: Double(dice.number(below: 500)) / 1000)
                bridge = try meeting.startBridge()
            case 2, 3: if let program = bridge.children.first { kill(program, SIGKILL) }
            default: break
            }
        }
        do {
            try wait(40, for: "every receipt") {
                if !bridge.process.isRunning { bridge = try meeting.startBridge() }
                return helen.posted(in: Network.channel).count { $0.text.hasPrefix("statement") } >= count
            }
        } catch {
            throw GaveUp(description: "\(error)\n\(meeting.notes)\n\(helen.read(Network.channel))")
        }
        // What would be posted twice is posted by now.
        helen.say("!end")
        try helen.awaits("The session is closed.")
        bridge.killNow()
        try meeting.checkHeard()
        try meeting.checkPosted()
    }

    @Test(.enabled(if: Tools.areThere, Tools.comment))
    func `is marked as posted in the transcript that was posted, and in no other of its name`() throws {
        let network = try Network(members: ["helen"])
        let meeting = try Meeting(network, setup: Self.setup)
        let sent = network.folder + "/sent"
        let bridge = try meeting.startBridge(recording: sent)
        try network.members["helen"]?.awaits("The facilitator begins with /start")
        func marks() throws -> [JSONValue] {
            let lines = try String(contentsOfFile: sent, encoding: .utf8).split(separator: "\n")
            return lines.compactMap { try? JSONScanner(depthLimit: 8).scan(String($0)) }.filter { $0["op"] == "ack" }
        }
        try wait(30, for: "a mark: \(bridge.notes)") { try !marks().isEmpty }
        let log = try meeting.record()["log"]
        let isNamed = try marks().allSatisfy { $0["log"] == log }
        #expect(log != nil && isNamed)
        bridge.killNow()
    }

    /// The bridge is killed with everything under way: what was typed is not said, what was said is not posted.
    private func settle(_ network: Network, _ meeting: Meeting, _ bridge: Running) throws -> Running {
        let helen = try #require(network.members["helen"])
        // The bot's client is gone, and comes back.
        let joined = "\(Network.bot)(~\(Network.bot)@127.0.0.1) has joined"
        let before = helen.read(Network.channel).ranges(of: joined).count
        try network.restartBot()
        try wait(30, for: "the bot to join again") { helen.read(Network.channel).ranges(of: joined).count > before }
        helen.say("!settle established")
        try helen.awaits("Your level, please")
        network.members["ann"]?.say("support")
        network.members["sam"]?.say("full support")
        network.members["dee"]?.say(Self.longReason)
        try helen.awaits("level: support")
        bridge.killNow()
        let bridge = try meeting.startBridge()
        try helen.awaits("All who are here have answered (3)")
        helen.say("!close")
        try helen.awaits("Position #")
        helen.say("!end")
        for member in network.members.values { try member.awaits("The session is closed.") }
        return bridge
    }

    private func checkRecord(_ record: JSONValue) throws {
        let members = record["members"]?.array ?? []
        #expect(members.compactMap { $0["id"]?.string } == ["irc:helen", "irc:ann", "irc:sam", "irc:dee"])
        #expect(members.last?["assurance"] == "asserted")
        let area = try #require(record["areas"]?.array?.first)
        let gauge = try #require(area["gauges"]?.array?.first)
        #expect(gauge["blind"]?.bool == true)
        #expect(gauge["counts"]?["established"]?.integer == 2 && gauge["counts"]?["emerging"]?.integer == 1)
        let evidence = (gauge["ratings"]?.array ?? []).compactMap { $0["evidence"]?.string }
        for word in Self.secrets.values { #expect(evidence.count { $0.contains(word) } == 1, "\(word) in \(evidence)") }
        let statements = area["statements"]?.array ?? []
        #expect(statements.count == 2)
        #expect(statements.first?["agree"] == ["irc:sam"] && statements.first?["by"] == "irc:ann")
        #expect(area["position"]?["stage"]?.string == "established")
        #expect(area["position"]?["outcome"]?.string == "agreed-with-reservations")
        #expect(area["position"]?["levels"] == ["full": 1, "reservation": 1, "support": 1])
        #expect(record["session"]?["ended"] != nil)
    }
}
