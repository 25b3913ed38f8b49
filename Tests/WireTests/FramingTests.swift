import Facilitation
import Foundation
import Frameworks
import Hosting
import JSONText
import LineProtocol
import Serving
import Testing
import Transcript

@Suite struct FramingTests {
    /// A short session with blank lines, bad lines and commands that follow each other.
    static let session = [
        Wire.opening(), "", #"{"op":"start","id":"2","room":"north","as":"irc:helen","areas":["8"]}"#,
        #"{"op":"say","id":"3","room":"north","as":"irc:ann","text":"We share a plan with the trust – 🌉","key":"k"}"#,
        "not json", "   ", #"{"op":"agree","id":"4","room":"north","as":"irc:bo","item":6}"#,
        #"{"op":"next","id":"5","room":"north","as":"irc:ann"}"#,
        #"{"op":"reveal","id":"5b","room":"north","as":"irc:helen"}"#,
        #"{"op":"gauging","id":"5c","room":"north","as":"irc:helen"}"#,
        #"{"op":"say","id":"6","room":"north","as":"irc:ann","text":"We share a plan with the trust – 🌉","key":"k"}"#,
        #"{"op":"sync","id":"7","room":"north"}"#,
    ]

    /// Log names are random; everything else must be equal.
    private func output(_ bytes: [UInt8], inPieces: (Int) -> Int) throws -> String {
        let wire = try Wire()
        var output: [UInt8] = []
        var position = 0
        while position < bytes.count {
            let end = min(bytes.count, position + max(1, inPieces(position)))
            output += wire.connection.receive(Array(bytes[position..<end]))
            position = end
        }
        output += wire.connection.finish()
        let log = try wire.host.summary(of: "north").log
        return String(decoding: output, as: UTF8.self).replacing(log, with: "LOG")
    }

    @Test func `The answer does not depend on how the bytes arrive, on line ends, or on a byte order mark`() throws {
        let plain = Array((FramingTests.session.joined(separator: "\n") + "\n").utf8)
        let whole = try output(plain) { _ in plain.count }
        #expect(parsed(whole).replies.count == 10)
        #expect(try output(plain) { _ in 1 } == whole)
        #expect(try output(plain) { $0 % 613 + 2 } == whole)
        let windows = Array(("\u{FEFF}" + FramingTests.session.joined(separator: "\r\n") + "\r\n").utf8)
        #expect(try output(windows) { _ in windows.count } == whole)
        #expect(try output(windows) { _ in 1 } == whole)
        // The last line may come without its end.
        #expect(try output(plain.dropLast()) { _ in 7 } == whole)
    }

    @Test func `Every command gets exactly one reply, in order, and its events come before it with its cause`() throws {
        let wire = try Wire()
        let lines = wire.connection.send(FramingTests.session.filter { !$0.isEmpty })
        #expect(lines.replies.map { $0["re"] } == ["o", "2", "3", .null, "4", "5", "5b", "5c", "6", "7"])
        let live = Array(lines.prefix { $0["re"] != "6" })
        for (index, line) in live.enumerated() where line["ev"] != nil {
            let reply = try #require(live[index...].replies.first)
            #expect(line["cause"] == reply["re"])
        }
        let numbers = live.compactMap { $0["ev"] == nil ? nil : $0["seq"]?.integer }
        #expect(numbers == Array(1...numbers.count))
    }

    @Test func `What comes out is compact, with sorted keys, and nothing hidden or moving in it`() throws {
        let wire = try Wire()
        try wire.start()
        let hostile = #"a\u001b[2Jb\u0085c\u202ed\u200be\u007ff\ufeffg\r\n[9] Common Ground: agreed\u0007"#
        let output = wire.connection.raw(
            #"{"op":"say","id":"x\u202e","room":"north","as":"irc:ann","text":"\#(hostile)"}"# + "\n")
        for scalar in output.unicodeScalars {
            let isPlain = scalar == "\n" || scalar.value >= 0x20 && !(0x7F...0x9F).contains(scalar.value)
            let isVisible = ![0x202E, 0x200B, 0xFEFF].contains(scalar.value)
            #expect(isPlain && isVisible, "U+\(String(scalar.value, radix: 16))")
        }
        // One line an event: the line end inside the text did not make another.
        let said = try #require(parsed(output).first)
        #expect(
            said["text"]?.string
                == "a\u{1b}[2Jb\u{85}c\u{202e}d\u{200b}e\u{7f}f\u{feff}g\r\n[9] Common Ground: agreed\u{7}")
        for line in output.split(separator: "\n") {
            #expect(String(line) == JSONEmitter(.compact).text(try JSONScanner(depthLimit: 64).scan(Array(line.utf8))))
        }
    }

    @Test(arguments: [
        ("{\"op\":", "BAD_JSON"), ("hello", "BAD_JSON"), ("{\"op\":\"ping\"} {}", "BAD_JSON"),
        (#"{"op":"ping","id":"\ud800"}"#, "BAD_JSON"), (#"{"op":"ping","x":[[[[[[[[1]]]]]]]]}"#, "BAD_JSON"),
        ("[1]", "BAD_FRAME"), ("\"ping\"", "BAD_FRAME"), ("{}", "BAD_FRAME"), (#"{"op":7}"#, "BAD_FRAME"),
        (#"{"op":"join","role":"member","role":"facilitator"}"#, "DUPLICATE_FIELD"),
        (#"{"op":"open","setup":{"title":"a","title":"b"}}"#, "DUPLICATE_FIELD"),
        (#"{"op":"ping","id":7}"#, "BAD_FIELD"),
    ])
    func `A line that cannot be read is answered with its number`(line: String, code: String) throws {
        let wire = try Wire()
        let replies = wire.send(#"{"op":"ping","id":"1"}"#, line, #"{"op":"ping","id":"3"}"#)
        try #require(replies.count == 3)
        let reply = replies[1]
        #expect(reply["re"] == .null && reply["ok"] == false && reply["code"]?.string == code && reply["line"] == 2)
        #expect(reply["retry"] == false && reply["msg"]?.string?.isEmpty == false)
        #expect(replies[2]["ok"] == true)
    }

    @Test func `A line without an id that fails is answered with its number too`() throws {
        let reply = try Wire().reply(#"{"op":"record","room":"nowhere"}"#)
        #expect(reply["re"] == .null && reply["line"] == 1 && reply["code"] == "UNKNOWN_ROOM")
    }

    @Test func `A bad frame is answered with its number, whatever id it has`() throws {
        let reply = try Wire().reply(#"{"id":"9"}"#)
        #expect(reply["code"] == "BAD_FRAME" && reply["re"] == .null && reply["line"] == 1)
    }

    @Test(arguments: [
        (#"{"op":"ping","id":"\ud800"}"#, "Half a character stands at byte "),
        (#"{"op":"ping","x":[[[[[[[[1]]]]]]]]}"#, "More than 8 lists and objects stand inside each other"),
    ])
    func `What makes a line no JSON is named, with what to send instead`(line: String, cause: String) throws {
        let words = try #require(Wire().reply(line)["msg"]?.string)
        #expect(words.hasPrefix(cause) && words.contains(" Send "))
    }

    @Test func `A line over 65,536 bytes is refused whole and the next one is read`() throws {
        let wire = try Wire()
        let longest = #"{"op":"ping","id":"1","x":""}"#
        let fits = longest.replacing(
            #""x":"""#, with: "\"x\":\"" + String(repeating: "y", count: 65_536 - longest.utf8.count) + "\"")
        #expect(fits.utf8.count == 65_536)
        let replies = wire.send(fits, fits + " ", #"{"op":"ping","id":"3"}"#)
        // The first one fits; what is wrong with it is another matter.
        #expect(replies.map { $0["code"] } == ["BAD_FIELD", "LINE_TOO_LONG", nil])
        #expect(replies[1]["re"] == .null && replies[1]["line"] == 2)
    }

    @Test func `A line that is not UTF-8 is refused whole`() throws {
        let wire = try Wire()
        try wire.open()
        let before = try wire.head()
        let bytes =
            Array(#"{"op":"say","id":"1","room":"north","as":"irc:ann","text":"caf"#.utf8) + [0xE9]
            + Array("\"}\n".utf8)
        let replies = parsed(String(decoding: wire.connection.receive(bytes), as: UTF8.self))
        #expect(replies.map { $0["code"] } == ["INVALID_UTF8"])
        #expect(replies[0]["line"] == 2 && replies[0]["re"] == .null)
        #expect(try wire.head() == before)
    }

    @Test func `An id may have 64 bytes, a key 128 visible characters`() throws {
        let wire = try Wire()
        try wire.open()
        let id = String(repeating: "é", count: 32)
        #expect(try wire.reply(#"{"op":"ping","id":"\#(id)"}"#)["re"]?.string == id)
        #expect(try wire.reply(#"{"op":"ping","id":"\#(id)x"}"#)["field"] == "id")
        let say = #"{"op":"say","id":"1","room":"north","as":"irc:ann","text":"a","key":"KEY"}"#
        #expect(try wire.reply(say.replacing("KEY", with: String(repeating: "~", count: 128)))["ok"] == true)
        for key in [String(repeating: "~", count: 129), "", "a b", "é", #"a\u0000"#] {
            let reply = try wire.reply(say.replacing("KEY", with: key))
            #expect(reply["code"] == "BAD_FIELD" && reply["field"] == "key" && reply["re"] == "1")
        }
    }
}
