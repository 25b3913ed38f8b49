import Drafting
import Facilitation
import Foundation
import Frameworks
import Hosting
import JSONText
import LineProtocol
import Serving
import Testing
import Transcript

/// Two rooms that differ in a secret only must look the same to everybody outside, byte for byte.
///
/// What cannot be hidden, since numbers have no gaps: that something private was said, and when. Who said it and what
/// it was can be.
@Suite struct LeakTests {
    private static func gauge(_ actor: String, _ fields: String) -> String {
        #"{"op":"gauge","id":"x","room":"north","as":"\#(actor)",\#(fields)}"#
    }
    private static func whisper(_ actor: String, _ words: String) -> String {
        #"{"op":"say","id":"x","room":"north","as":"\#(actor)","private":true,"text":"\#(words)"}"#
    }

    /// Pairs of secrets: what was rated, how, and by whom.
    static let secrets: [([String], [String])] = [
        (
            [whisper("irc:ann", "emerging, low, nobody reads it")],
            [whisper("irc:ann", "expanding, high, we share staff and money")]
        ),
        ([whisper("irc:ann", "not yet")], [whisper("irc:ann", "no view")]),
        (
            [gauge("irc:ann", #""stage":"dont-know""#)],
            [gauge("irc:ann", #""stage":"established","confidence":"high","evidence":"a shared plan of 12 pages""#)]
        ),
        (
            [whisper("irc:ann", "emerging"), whisper("irc:ann", "established")],
            [whisper("irc:ann", "expanding"), whisper("irc:ann", "expanding, low")]
        ),
        ([gauge("irc:ann", #""stage":"emerging""#)], [gauge("irc:bo", #""stage":"emerging""#)]),
        ([whisper("irc:ann", "emerging, low, nobody reads it")], [whisper("irc:bo", "expanding, high, all of us do")]),
        (
            [whisper("irc:ann", "emerging"), whisper("irc:ann", "/correct 7 established, low, it is new")],
            [whisper("irc:bo", "expanding"), whisper("irc:bo", "/correct 7 emerging, high, nobody knows it")]
        ),
        (
            [whisper("irc:ann", "emerging"), whisper("irc:ann", "/ungauge")],
            [whisper("irc:bo", "no view"), whisper("irc:bo", "/ungauge")]
        ),
    ]

    /// Everything that anybody else can get out of a room while the rating is open.
    private func outside(_ secret: [String], attribution: String) throws -> String {
        let wire = try Wire()
        try wire.start(#","attribution":"\#(attribution)""#)
        wire.send(#"{"op":"gauging","id":"g","room":"north","as":"irc:helen"}"#)
        let member = wire.connection(of: "bridge:member")
        var seen = ""
        var entry = 0
        for line in secret {
            let lines = member.send([line])
            entry = try #require(lines.last?["seq"]?.integer, "\(lines)")
            #expect(lines.last?["ok"] == true && lines.last?["declined"] == nil, "\(lines)")
            // The one who rates sees their own words; the form of the answer says nothing to others.
            seen += "\(lines.count) lines\n"
        }
        let eve = wire.connection(of: "bridge:eve")
        let questions = [
            #"{"op":"where","id":"1","room":"north","as":"irc:helen"}"#,
            #"{"op":"who","id":"2","room":"north","as":"irc:helen"}"#,
            #"{"op":"help","id":"3","room":"north","as":"irc:helen"}"#,
            #"{"op":"settle","id":"4","room":"north","as":"irc:helen","stage":"emerging"}"#,
            #"{"op":"undo","id":"5","room":"north","as":"irc:helen","item":\#(entry),"because":"no"}"#,
            #"{"op":"withdraw","id":"6","room":"north","as":"irc:helen","item":\#(entry)}"#,
            #"{"op":"correct","id":"7","room":"north","as":"irc:helen","item":\#(entry),"text":"mine"}"#,
            #"{"op":"agree","id":"8","room":"north","as":"irc:helen","item":\#(entry)}"#,
            #"{"op":"say","id":"9","room":"north","as":"irc:helen","text":"/aim #\#(entry)"}"#,
            #"{"op":"join","id":"10","room":"north","as":"irc:cy","name":"Cy Lane","sector":"vcse"}"#,
            #"{"op":"record","id":"11","room":"north"}"#, #"{"op":"draft","id":"12","room":"north"}"#,
            #"{"op":"draft","id":"13","room":"north","what":"minutes","format":"text"}"#,
            #"{"op":"draft","id":"13a","room":"north","document":"all","format":"html"}"#,
            #"{"op":"draft","id":"13b","room":"north","document":"all","format":"json"}"#,
            #"{"op":"draft","id":"13c","room":"north","document":"ratings","format":"csv"}"#,
            #"{"op":"export","id":"14","room":"north"}"#, #"{"op":"sync","id":"15","room":"north"}"#,
            #"{"op":"hello","id":"16","caps":["dm"]}"#, #"{"op":"pause","id":"17","room":"north","as":"irc:helen"}"#,
            #"{"op":"resume","id":"18","room":"north","as":"irc:helen"}"#,
        ]
        for line in questions {
            seen += wire.connection.raw(line + "\n")
            seen += eve.raw(line + "\n")
        }
        return try wire.withoutWhatIsDrawn(seen)
    }

    @Test(arguments: secrets.indices, ["named", "chatham-house", "anonymous-gauge"])
    func `Before the reveal nothing outside tells one secret from another`(pair: Int, attribution: String) throws {
        let (one, other) = LeakTests.secrets[pair]
        let left = try outside(one, attribution: attribution)
        let right = try outside(other, attribution: attribution)
        let isSame = left == right
        #expect(isSame, "\(Difference.first(left, right))")
    }

    @Test func `The test would notice a difference`() throws {
        let one = try outside([LeakTests.whisper("irc:ann", "emerging")], attribution: "named")
        let two = try outside(LeakTests.secrets[3].0, attribution: "named")
        #expect(one != two)
    }

    @Test func `The reveal and what the bot says after it name nobody`() throws {
        let wire = try Wire()
        try wire.start()
        wire.send(#"{"op":"gauging","id":"g","room":"north","as":"irc:helen"}"#)
        wire.send(
            LeakTests.whisper("irc:ann", "emerging, low, few of us know it"),
            LeakTests.whisper("irc:bo", "expanding, high"))
        let words = wire.send(#"{"op":"reveal","id":"v","room":"north","as":"irc:helen"}"#).botWords
        for name in ["Ann", "Bo ", "Shah", "Reed", "few of us"] {
            #expect(!words.contains(name), "\(name) in: \(words)")
        }
        let again = wire.send(#"{"op":"regauge","id":"g2","room":"north","as":"irc:helen"}"#).botWords
        for name in ["Ann", "Shah", "Reed"] { #expect(!again.contains(name)) }
    }

    /// A session under the Chatham House Rule with every kind of view in it.
    private func chathamHouse() throws -> Wire {
        let wire = try Wire()
        try wire.start(#","attribution":"chatham-house""#)
        func say(_ actor: String, _ text: String, _ more: String = "") {
            let lines = wire.send(
                #"{"op":"say","id":"\#(actor)-1","room":"north","as":"irc:\#(actor)","text":"\#(text)"\#(more)}"#)
            #expect(lines.last?["ok"] == true && lines.last?["declined"] == nil, "\(text): \(lines)")
        }
        say("helen", "/gauging")
        say("ann", "emerging, low, few of us know it", #","private":true"#)
        say("bo", "expanding, high, we share staff", #","private":true"#)
        say("helen", "/reveal")
        say("ann", "The plan is three years old.")
        let statement = try wire.head()
        say("bo", "/disagree #\(statement) because it was renewed in May")
        say("bo", "I'd go along with that one mostly")
        say("helen", "/aim More local people in good work by 2028")
        say("ann", "/level cannot-yet")
        say("bo", "/level reservation because the money is short")
        say("helen", "/close")
        say("ann", "/minority The money should go to youth work first")
        say("helen", "/readback")
        say("helen", "/done")
        say("helen", "/done")
        return wire
    }

    @Test func `Under the Chatham House Rule no output but the chat itself joins a name to a view`() throws {
        let wire = try chathamHouse()
        let names = ["Ann", "Shah", "Reed", "irc:ann", "irc:bo", "Hill PCN"]
        // The bot's words to the room: names only where people come in or are missed.
        let lines = wire.send(#"{"op":"sync","id":"s","room":"north"}"#)
        for line in lines.events where line["ev"] == "bot" && line["to"] == "room" {
            let text = line["text"]?.string ?? ""
            if text.contains("Not heard from yet") { continue }
            for name in names { #expect(!text.contains(name), "\(name) in: \(text)") }
        }
        let eve = wire.connection(of: "bridge:eve")
        for line in eve.send([#"{"op":"sync","id":"s","room":"north"}"#]).events where line["ev"] == "said" {
            #expect(line["by"] == nil || line["by"] == "irc:helen" || line["by"] == "stdio", "\(line)")
            #expect(line["by"] != nil || line["cause"] == nil)
        }
        let export = try #require(wire.reply(#"{"op":"export","id":"e","room":"north"}"#)["text"]?.string)
        let drafts = try ["aims", "minutes"].map { what in
            try #require(wire.reply(#"{"op":"draft","id":"d","room":"north","what":"\#(what)"}"#)["text"]?.string)
        }
        for view in ["three years old", "renewed in May", "money is short", "youth work", "few of us", "share staff"] {
            for line in (drafts + [export]).joined(separator: "\n").split(separator: "\n") where line.contains(view) {
                for name in names { #expect(!line.contains(name), "\(name) in: \(line)") }
            }
        }
        let area = try #require(wire.record()["areas"]?.array?.first { $0["status"] == "settled" })
        let text = JSONEmitter(.compact).text(area)
        for name in names { #expect(!text.contains(name), "\(name) in the record: \(text)") }
    }

    @Test(arguments: ["named", "chatham-house", "anonymous-gauge"])
    func `The reason of a private answer is in nothing that others can get, and the answer counts`(
        attribution: String
    ) throws {
        let wire = try Wire()
        try wire.start(#","attribution":"\#(attribution)""#)
        let member = wire.connection(of: "bridge:member")
        func send(_ line: String, from connection: Connection) {
            let lines = connection.send([line])
            #expect(lines.last?["ok"] == true && lines.last?["declined"] == nil, "\(lines)")
        }
        func helen(_ operation: String, _ fields: String = "") {
            send(#"{"op":"\#(operation)","id":"h","room":"north","as":"irc:helen"\#(fields)}"#, from: wire.connection)
        }
        send(
            #"{"op":"say","id":"1","room":"north","as":"irc:bo","text":"The plan is three years old."}"#,
            from: wire.connection)
        let statement = try wire.head()
        send(LeakTests.whisper("irc:ann", "/disagree #\(statement) because secretstance"), from: member)
        helen("aim", #","text":"More local jobs by 2028""#)
        let level = #"{"op":"level","id":"2","room":"north","as":"irc:ann","level":"block","private":true,"#
        send(level + #""because":"secretlevel"}"#, from: member)
        for operation in ["close", "close", "readback", "done", "done", "end"] { helen(operation) }
        let eve = wire.connection(of: "bridge:eve")
        var seen = JSONEmitter(.compact).text(try wire.record())
        for document in ["draft", "minutes", "decisions", "annex", "all"] {
            seen += eve.raw(#"{"op":"draft","id":"d","room":"north","document":"\#(document)"}"# + "\n")
        }
        seen += eve.raw(#"{"op":"export","id":"e","room":"north"}"# + "\n")
        seen += eve.raw(#"{"op":"sync","id":"s","room":"north"}"# + "\n")
        #expect(!seen.contains("secretlevel") && !seen.contains("secretstance"))
        #expect(seen.contains("reason given privately") && !seen.contains(#""findings":"#))
        let levels = try wire.record()["areas"]?.array?.compactMap { $0["aims"]?.array?.first?["levels"] }
        #expect(levels == [["block": 1]])
    }

    @Test func `Asking one person about their view names nobody under the Chatham House Rule`() throws {
        let wire = try Wire()
        try wire.start(#","attribution":"chatham-house""#)
        wire.send(#"{"op":"aim","id":"a","room":"north","as":"irc:helen","text":"More local jobs by 2028"}"#)
        let words = wire.send(#"{"op":"level","id":"l","room":"north","as":"irc:ann","level":"cannot-yet"}"#).botWords
        #expect(words.contains("What would need to change?") && !words.contains("Ann"))
    }

    @Test func `The files of the store are for their owner alone`() throws {
        let wire = try Wire()
        try wire.start()
        let files = try FileManager.default.contentsOfDirectory(atPath: wire.place.directory)
        #expect(files.contains("transcripts.sqlite"))
        for file in files {
            let attributes = try FileManager.default.attributesOfItem(atPath: wire.place.directory + "/" + file)
            #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600, "\(file)")
        }
    }
}
