import Frameworks
import Hosting
import Serving
import Transcript

/// Thirty people in the midst of an area, as the bytes that a bridge sends.
enum WireMeeting {
    static let texts = [
        "I agree with Sam", "share a plan", "we share a plan but it is not used", "Ann to publish the baseline",
        "Most spend runs through national frameworks",
    ]

    private static func opening(_ room: String) -> String {
        let names = ["Sam", "Ann", "Priya", "Gareth", "Moira", "Hugh", "Lena", "Tomos", "Aisha", "Carl"]
        let members = (0..<30).map { index in
            let name = "\(names[index % 10]) \(["Okafor", "Whitlock", "Barr"][index / 10])"
            let sector = ["local-government", "nhs", "vcse", "business", "education"][index % 5]
            let role = index == 0 ? "facilitator" : "member"
            return #"{"id":"chat:m\#(index)","name":"\#(name)","sector":"\#(sector)","role":"\#(role)"}"#
        }
        let setup = #"{"title":"North Place","members":[\#(members.joined(separator: ","))]}"#
        return #"{"op":"open","id":"open","room":"\#(room)","setup":\#(setup)}"# + "\n"
    }

    private static func saying(_ text: String, _ index: Int, in room: String) -> String {
        #"{"op":"say","id":"\#(index)","room":"\#(room)","as":"chat:m\#(index % 30)","key":"k\#(index)","#
            + #""text":"\#(text)"}"# + "\n"
    }

    /// Packets of so many lines, as a busy bridge sends them.
    static func packets(
        _ range: Range<Int>, of packet: Int = 64, texts: [String] = texts, room: (Int) -> String = { _ in "north" }
    ) -> [[UInt8]] {
        stride(from: range.lowerBound, to: range.upperBound, by: packet).map { start in
            var bytes: [UInt8] = []
            for index in start..<min(start + packet, range.upperBound) {
                bytes += Array(saying(texts[index % texts.count], index, in: room(index)).utf8)
            }
            return bytes
        }
    }

    static func connection(_ store: any TranscriptStore, rooms: [String] = ["north"]) -> Connection {
        let host = RoomHost(store: store, roomsHeldMax: max(1_000, rooms.count))
        let connection = Connection(host: host, library: Library())
        for room in rooms {
            _ = connection.receive(Array(opening(room).utf8))
            for line in ["/start 1", "/gauging"] {
                let say = #"{"op":"say","room":"\#(room)","as":"chat:m0","text":"\#(line)"}"# + "\n"
                _ = connection.receive(Array(say.utf8))
            }
            for index in 0..<2 {
                let rate = #"{"op":"say","room":"\#(room)","as":"chat:m\#(index)","dm":true,"text":"emerging, high"}"#
                _ = connection.receive(Array((rate + "\n").utf8))
            }
            let reveal = #"{"op":"say","room":"\#(room)","as":"chat:m0","text":"/reveal"}"# + "\n"
            _ = connection.receive(Array(reveal.utf8))
        }
        return connection
    }
}
