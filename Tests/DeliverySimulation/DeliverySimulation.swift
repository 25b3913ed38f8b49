import Facilitation
import Foundation
import Hosting
import JSONText
import SeededRandom
import Serving
import Transcript

/// One meeting over a bad link: lines delivered twice, at once and long after; answers lost; connections cut anywhere and
/// resumed with `sync`; the server started again. Afterwards the record must be that of the undisturbed meeting, everything
/// acknowledged must be there, and each bridge must have had every event once.
public struct DeliveryRun {
    /// What went wrong, in words; empty for a good run.
    public private(set) var mistakes: [String] = []
    /// How often the link was cut, and how many lines were delivered beyond the first time.
    public private(set) var cuts = 0
    public private(set) var repeats = 0

    private var chance: SeededGenerator
    private let link: BadLink
    private var bridges = [Bridge(), Bridge()]
    private var log: String?

    /// What a bridge keeps of its own.
    private struct Bridge {
        /// It has dealt with every event up to here.
        var cursor = 0
        /// By the number of the line: the entry that it became.
        var acknowledged: [Int: Int] = [:]
        var sendings = 0
        /// It could not read what came before it, because the room was not there yet.
        var isBehind = false
    }

    /// - Parameter directory: for the store; removed by the caller.
    /// - Returns: the record without the name of its transcript, and what went wrong.
    public static func undisturbed(in directory: String) throws -> JSONValue {
        try play(seed: nil, in: directory).record
    }

    /// Where two records first differ; nil when they are the same.
    public static func difference(_ expected: JSONValue, _ found: JSONValue) -> String? {
        guard expected != found else { return nil }
        return Difference.first(JSONEmitter(.pretty).text(expected), JSONEmitter(.pretty).text(found))
    }

    public static func play(seed: UInt64?, in directory: String) throws -> (run: DeliveryRun, record: JSONValue) {
        let store = try SQLiteStore(path: "\(directory)/\(seed.map { String($0) } ?? "calm").sqlite")
        defer { try? store.close() }
        var run = DeliveryRun(chance: SeededGenerator(seed: seed ?? 0), link: BadLink(store: store))
        try run.hold(isCalm: seed == nil)
        try run.look(store)
        guard case .object(var record) = try RoomHost(store: store).record(of: Meeting.room).json else {
            return (run, .null)
        }
        record["log"] = nil
        return (run, .object(record))
    }

    private init(chance: SeededGenerator, link: BadLink) {
        self.chance = chance
        self.link = link
    }

    // MARK: The meeting

    private mutating func hold(isCalm: Bool) throws {
        var next = 0
        while next < Meeting.lines.count {
            let bridge = Meeting.lines[next].bridge
            var window = [next]
            // Several at once, as long as they are the same bridge's.
            while window.count < 4, let following = window.last.map({ $0 + 1 }), following < Meeting.lines.count,
                Meeting.lines[following].bridge == bridge, !isCalm, chance.happens(oneIn: 2)
            { window.append(following) }
            try deliver(window, bridge, isCalm: isCalm)
            next += window.count
        }
        for bridge in [0, 1] {
            link.cut(bridge, &chance)
            try connect(bridge)
        }
    }

    /// Sends until everything is acknowledged.
    private mutating func deliver(_ window: [Int], _ bridge: Int, isCalm: Bool) throws {
        for attempt in 0..<200 {
            let missing = window.filter { bridges[bridge].acknowledged[$0] == nil }
            if missing.isEmpty { return }
            if attempt > 0 { repeats += missing.count }
            if !link.isConnected(bridge) { try connect(bridge) }
            if bridges[bridge].isBehind { try catchUp(bridge) }
            var bytes: [UInt8] = []
            for line in missing {
                if !isCalm, chance.happens(oneIn: 6) { bytes += again(before: line, bridge) }
                bytes += sending(line, bridge)
                if !isCalm, chance.happens(oneIn: 8) { bytes += sending(line, bridge) }
            }
            guard !isCalm else {
                link.send(bridge, bytes, &chance)
                try receive(bridge)
                continue
            }
            try disturb(bridge, bytes)
        }
        if window.contains(where: { bridges[bridge].acknowledged[$0] == nil }) {
            mistakes.append("lines \(window) were never acknowledged")
        }
    }

    private mutating func disturb(_ bridge: Int, _ bytes: [UInt8]) throws {
        switch chance.number(below: 6) {
        case 0:
            // Cut on the way to the server.
            link.send(bridge, Array(bytes.prefix(chance.number(below: bytes.count))), &chance)
            if chance.happens(oneIn: 2) { try receive(bridge) }
            cut(bridge)
        case 1:
            // Cut on the way back.
            link.send(bridge, bytes, &chance)
            cut(bridge)
            try receive(bridge)
        case 2 where chance.happens(oneIn: 4):
            link.send(bridge, bytes, &chance)
            link.restart(&chance)
            cuts += 2
            for bridge in [0, 1] { try receive(bridge) }
        default:
            link.send(bridge, bytes, &chance)
            try receive(bridge)
        }
        // The other bridge's link has a life of its own.
        let other = 1 - bridge
        if chance.happens(oneIn: 5) {
            cut(other)
            try receive(other)
        } else if !link.isConnected(other), chance.happens(oneIn: 2) {
            try connect(other)
        } else {
            try receive(other)
        }
    }

    private mutating func cut(_ bridge: Int) {
        if link.isConnected(bridge) { cuts += 1 }
        link.cut(bridge, &chance)
    }

    /// A line of long ago, as a chat service delivers it again after an outage.
    private mutating func again(before line: Int, _ bridge: Int) -> [UInt8] {
        let earlier = (0..<line).filter { Meeting.lines[$0].bridge == bridge }
        guard let one = earlier.randomElement(using: &chance) else { return [] }
        repeats += 1
        return sending(one, bridge)
    }

    private mutating func sending(_ line: Int, _ bridge: Int) -> [UInt8] {
        bridges[bridge].sendings += 1
        return Array((Meeting.lines[line].sent(as: "\(line).\(bridges[bridge].sendings)") + "\n").utf8)
    }

    private mutating func connect(_ bridge: Int) throws {
        link.connect(bridge)
        try catchUp(bridge)
    }

    /// Reads what came since, page by page.
    private mutating func catchUp(_ bridge: Int) throws {
        bridges[bridge].isBehind = false
        // A bridge that never heard the name of the transcript asks without it.
        let log = log.map { #""log":"\#($0)","# } ?? ""
        for page in 0..<1_000 {
            let limit = 1 + chance.number(below: 40)
            let line =
                #"{"op":"sync","id":"s\#(page)","room":"north",\#(log)"after":\#(bridges[bridge].cursor),"limit":\#(limit)}"#
            link.send(bridge, Array((line + "\n").utf8), &chance)
            if try receive(bridge) == false { return }
        }
        mistakes.append("sync of bridge \(bridge) does not come to an end")
    }

    // MARK: What arrives

    /// - Returns: whether the last page of a `sync` left something out, or the page could not be asked for.
    @discardableResult
    private mutating func receive(_ bridge: Int) throws -> Bool? {
        var more: Bool?
        for line in link.received(bridge) {
            let value = try JSONScanner(depthLimit: 64).scan(line)
            if value["ev"] != nil {
                if let number = value["seq"]?.integer { take(event: number, bridge) }
            } else if let id = value["re"]?.string {
                if id.hasPrefix("s") {
                    more = value["code"] == "BUSY" || value["more"] == true
                    bridges[bridge].isBehind = value["code"] == "UNKNOWN_ROOM"
                } else {
                    take(reply: value, id, bridge)
                }
            }
        }
        return more
    }

    private mutating func take(event number: Int, _ bridge: Int) {
        if number > bridges[bridge].cursor + 1 {
            mistakes.append("bridge \(bridge) got event \(number) after \(bridges[bridge].cursor)")
        }
        bridges[bridge].cursor = max(bridges[bridge].cursor, number)
    }

    private mutating func take(reply: JSONValue, _ id: String, _ bridge: Int) {
        guard let line = id.split(separator: ".").first.flatMap({ Int($0) }) else { return }
        guard reply["ok"] == true, let number = reply["seq"]?.integer else {
            if reply["code"] != "BUSY" { mistakes.append("line \(line) was refused: \(reply["msg"]?.string ?? "")") }
            return
        }
        if let before = bridges[bridge].acknowledged[line], before != number {
            mistakes.append("line \(line) was acknowledged as \(before) and as \(number)")
        }
        bridges[bridge].acknowledged[line] = number
        if let log = reply["log"]?.string { self.log = log }
    }

    // MARK: Afterwards

    private mutating func look(_ store: SQLiteStore) throws {
        let entries = try store.entries(in: Meeting.room, after: 0, limit: 100_000)
        for bridge in [0, 1] where bridges[bridge].cursor != entries.count {
            mistakes.append("bridge \(bridge) got \(bridges[bridge].cursor) of \(entries.count) events")
        }
        for (index, line) in Meeting.lines.enumerated() {
            guard let number = bridges[line.bridge].acknowledged[index], entries.indices.contains(number - 1) else {
                mistakes.append("line \(index) was acknowledged and is not there")
                continue
            }
            if let words = line.words, entries[number - 1].words != words {
                mistakes.append("line \(index) is entry \(number), which says other words")
            }
        }
        let keys = entries.compactMap(\.key)
        if keys.count != Meeting.lines.count || Set(keys).count != keys.count {
            mistakes.append("\(keys.count) lines are kept of \(Meeting.lines.count) that were sent")
        }
    }
}

/// A folder for stores that is in memory where the system has such a one: the link is under test here, and not the disk.
public final class Scratch {
    public let directory: String

    public init() throws {
        let memory = "/dev/shm"
        let parent = FileManager.default.isWritableFile(atPath: memory) ? memory : NSTemporaryDirectory()
        directory = parent + "/commonground-delivery-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: directory) }
}
