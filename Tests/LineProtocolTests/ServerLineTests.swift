import Facilitation
import JSONText
import LineProtocol
import Testing

@Suite struct ServerLineTests {
    private static func entry(details: String = "", reading: String = "", to: String? = nil) -> Entry {
        Entry(
            room: "north", number: 12, at: "2026-10-14T13:20:00.000Z", today: "2026-10-14", direction: .heard,
            by: "irc:ann", name: "Ann", principal: "stdio", to: to, words: "I \u{202E}agree, “too”", reading: reading,
            details: details)
    }

    private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

    @Test func `an event carries what is kept with its entry, fields in order`() {
        let entry = ServerLineTests.entry(
            details: #"{"cause":"q7","host":true,"item":"s12"}"#,
            reading: #"[{"kind":"statement"},{"kind":"level","level":"full"}]"#, to: "irc:ann")
        let first = #"{"at":"2026-10-14T13:20:00.000Z","#
        let both = #"{"kind":"statement"},{"kind":"level","level":"full"}"#
        let reading = #""reading":{"kind":"statement"},"readings":[\#(both)],"#
        let last = #""room":"north","seq":12,"text":"I \u202eagree, “too”"}"#
        #expect(
            ServerLineTests.text(ServerLine.event(entry))
                == first + #""by":"irc:ann","cause":"q7","ev":"said","item":"s12","private":true,"# + reading + last)
        #expect(
            ServerLineTests.text(ServerLine.event(entry, hidesCause: true))
                == first + #""by":"irc:ann","ev":"said","item":"s12","private":true,"# + reading + last)
        #expect(
            ServerLineTests.text(ServerLine.event(entry, hidesSpeaker: true))
                == first + #""ev":"said","item":"s12","private":true,"# + reading + last)
    }

    @Test(arguments: [
        "[ {\"strength\" : \"none\",\n \"kind\":\"statement\"} ]", "[{\"kind\":\"statement\",\"strength\":\"none\"}]",
        "[{\"strength\":\"none\",\"kind\":\"statement\",\"setup\":{\"title\":\"x\"}}]",
    ])
    func `readings that were written elsewhere come out as ours do, without a set-up`(reading: String) {
        let line = ServerLineTests.text(ServerLine.event(ServerLineTests.entry(reading: reading)))
        #expect(line.contains(#""reading":{"kind":"statement","strength":"none"},"room""#))
    }

    @Test(arguments: ["{", "null", "[1]", "\u{202E}", "{\"cause\":\"a\"}x"])
    func `what is no JSON of ours is left out of the event, which stays one line of JSON`(kept: String) throws {
        let bytes = ServerLine.event(ServerLineTests.entry(details: kept, reading: kept == "[1]" ? "{" : kept))
        #expect(try JSONScanner().scan(bytes)["text"] != nil && !bytes.contains(0x0A))
        #expect(try JSONScanner().scan(bytes)["cause"] == nil)
    }

    @Test func `hidden characters that stand bare in what is kept are escaped`() {
        let line = ServerLine.event(ServerLineTests.entry(reading: "[{\"because\":\"\u{202E}\"}]"))
        #expect(ServerLineTests.text(line).contains(#""because":"\u202e""#))
    }

    @Test func `a reply says what became of the line`() {
        let whole = ServerLine.reply(
            to: "7", number: 3, item: "s3", isRepeated: true, declined: ("WRONG_STATE", "Not \"now\"."))
        #expect(
            ServerLineTests.text(whole)
                == #"{"declined":{"code":"WRONG_STATE","msg":"Not \"now\"."},"dup":true,"item":"s3","ok":true,"re":"7","seq":3}"#
        )
        let short = ServerLine.reply(to: nil, number: 3, item: nil, isRepeated: false, declined: nil)
        #expect(ServerLineTests.text(short) == #"{"ok":true,"re":null,"seq":3}"#)
    }
}
