import Drafting
import Facilitation
import Hosting
import JSONText
import LineProtocol
import Serving
import Testing
import Transcript

/// Ratings before the day, over the wire: nothing that anybody else can get out of a room tells one secret from another,
/// before the reveal.
@Suite struct PregaugeLeakTests {
    private static func whisper(_ actor: String, _ words: String) -> String {
        #"{"op":"say","id":"x","room":"north","as":"\#(actor)","private":true,"text":"\#(words)"}"#
    }
    private static func gauge(_ actor: String, _ fields: String) -> String {
        #"{"op":"gauge","id":"x","room":"north","as":"\#(actor)","private":true,\#(fields)}"#
    }

    static let secrets: [([String], [String])] = [
        (
            [whisper("irc:ann", "/gauge in 8 emerging, low, because nobody reads it")],
            [whisper("irc:ann", "/gauge in 8 expanding, high, aiming for expanding because we share staff")]
        ),
        (
            [whisper("irc:ann", "/gauge in 8 emerging")],
            [whisper("irc:bo", "/gauge in 8 no view, low")]
        ),
        (
            [whisper("irc:ann", "/gauge"), whisper("irc:ann", "emerging, low, because a")],
            [whisper("irc:bo", "/gauge"), whisper("irc:bo", "don't know")]
        ),
        (
            [gauge("irc:ann", #""area":"8","stage":"emerging""#), whisper("irc:ann", "/ungauge in 8")],
            [
                gauge("irc:bo", #""area":"8","stage":"established","ambition":"expanding""#),
                whisper("irc:bo", "/ungauge in 8"),
            ]
        ),
    ]

    /// Everything that anybody else can get out of a room while ratings are open.
    private func outside(_ secret: [String], attribution: String) throws -> String {
        let wire = try Wire()
        try wire.open(#","attribution":"\#(attribution)""#)
        wire.send(#"{"op":"gauging","id":"g","room":"north","as":"irc:helen","areas":["all"],"until":"2199-01-01"}"#)
        let member = wire.connection(of: "bridge:member")
        var seen = ""
        var entry = 0
        for line in secret {
            let lines = member.send([line])
            entry = try #require(lines.last?["seq"]?.integer, "\(lines)")
            #expect(lines.last?["ok"] == true && lines.last?["declined"] == nil, "\(lines)")
            seen += "\(lines.count) lines\n"
        }
        let eve = wire.connection(of: "bridge:eve")
        for operation in [
            #""op":"where","as":"irc:helen""#, #""op":"who","as":"irc:helen""#, #""op":"overview","as":"irc:helen""#,
            #""op":"reveal","as":"irc:helen""#, #""op":"gauging","as":"irc:helen""#,
            #""op":"undo","as":"irc:helen","item":\#(entry),"because":"no""#,
            #""op":"withdraw","as":"irc:helen","item":\#(entry)"#,
            #""op":"correct","as":"irc:helen","item":\#(entry),"text":"mine""#,
            #""op":"say","as":"irc:helen","text":"/aim #\#(entry)""#, #""op":"record""#, #""op":"draft""#,
            #""op":"draft","document":"all","format":"html""#, #""op":"draft","document":"ratings","format":"csv""#,
            #""op":"draft","document":"all","format":"json""#, #""op":"export""#, #""op":"sync""#,
            #""op":"next","as":"irc:helen""#, #""op":"end","as":"irc:helen""#, #""op":"record""#, #""op":"export""#,
        ] {
            for listener in [wire.connection, eve] {
                seen += listener.raw("{\(operation),\"id\":\"q\",\"room\":\"north\"}\n")
            }
        }
        return try wire.withoutWhatIsDrawn(seen)
    }

    @Test(arguments: secrets.indices, ["named", "chatham-house", "anonymous-gauge"])
    func `Before the reveal nothing outside tells one secret from another`(pair: Int, attribution: String) throws {
        let (one, other) = PregaugeLeakTests.secrets[pair]
        let left = try outside(one, attribution: attribution)
        let right = try outside(other, attribution: attribution)
        let isSame = left == right
        #expect(isSame, "\(Difference.first(left, right))")
    }

    @Test func `The test would notice a difference`() throws {
        let one = try outside([PregaugeLeakTests.whisper("irc:ann", "/gauge in 8 emerging")], attribution: "named")
        let two = try outside([PregaugeLeakTests.whisper("irc:ann", "/gauge in 9 emerging")], attribution: "named")
        #expect(one != two)
    }
}
