import Facilitation
import Glibc
import SeededRandom
import Transcript

/// A second process for the tests of the store. PATH may be an address, `postgres://…`.
///
///     StoreProbe append PATH SEED       appends until it is killed; prints `room number` once acknowledged
///     StoreProbe open-as-nobody PATH    opens as a user without rights; prints the error
///     StoreProbe measure PATH ROWS PER  appends ROWS in groups of PER over 64 rooms; prints rows per second
@main
struct StoreProbe {
    static func main() {
        let arguments = CommandLine.arguments
        do {
            switch (arguments.dropFirst().first, arguments.count) {
            case ("append", 4): try appendUntilKilled(path: arguments[2], seed: UInt64(arguments[3]) ?? 1)
            case ("open-as-nobody", 3): try openAsNobody(path: arguments[2])
            case ("measure", 5):
                try measure(
                    path: arguments[2], rows: Int(arguments[3]) ?? 1, perCommit: Int(arguments[4]) ?? 1)
            default: exit(64)
            }
        } catch {
            say("\(error)\n")
            exit(1)
        }
    }

    /// Straight to the descriptor, so that what was printed is out before the next append begins.
    static func say(_ text: String) {
        let bytes = Array(text.utf8)
        _ = write(1, bytes, bytes.count)
    }

    static func appendUntilKilled(path: String, seed: UInt64) throws {
        let store = try StoreLocation.resolve(option: path, environment: [:]).open()
        var random = SeededGenerator(seed: seed)
        var heads: [Int] = []
        for index in 0..<3 {
            let name = "room\(index)"
            if let room = try store.room(name) {
                heads.append(room.head)
            } else {
                try store.append(
                    [], creatingRooms: [NewRoom(room: name, title: "", madeAt: "2027-03-31T09:00:00.000Z")])
                heads.append(0)
            }
        }
        while true {
            var batch = AppendBatch()
            for _ in 0...(random.next() % 4) {
                let index = Int(random.next() % 3)
                heads[index] += 1
                let words = String(repeating: "word ", count: Int(random.next() % 200))
                batch.entries.append(line(room: "room\(index)", number: heads[index], words: words))
            }
            try store.append(batch)
            say(batch.entries.map { "\($0.entry.room) \($0.entry.number)\n" }.joined())
        }
    }

    static func openAsNobody(path: String) throws {
        if getuid() == 0 {
            guard setgid(65_534) == 0, setuid(65_534) == 0 else { exit(2) }
        }
        do {
            _ = try SQLiteStore(path: path)
            say("opened")
        } catch {
            switch error {
            case .readOnly: say("readOnly")
            case .cannotOpen: say("cannotOpen")
            default: say("other: \(error)")
            }
        }
    }

    static func measure(path: String, rows: Int, perCommit: Int) throws {
        let store = try StoreLocation.resolve(option: path, environment: [:]).open()
        let rooms = (0..<64).map { NewRoom(room: "room\($0)", title: "", madeAt: "2027-03-31T09:00:00.000Z") }
        try store.append([], creatingRooms: rooms)
        let clock = ContinuousClock()
        var next = 0
        let duration = try clock.measure {
            while next < rows {
                let group = (next..<min(rows, next + perCommit)).map { index in
                    line(
                        room: "room\(index % 64)", number: index / 64 + 1,
                        words:
                            "I agree with #14, they are on paper only; nobody has used them in tenders",
                        reading: #"{"kind":"position","strength":"plain","item":"s14","stance":"agree"}"#,
                        key: "k\(index)")
                }
                try store.append(group)
                next += group.count
            }
        }
        let seconds = Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
        say("store.rows_per_s.\(perCommit) \(Int(Double(rows) / seconds))\n")
        var count = 0
        let reading = try clock.measure {
            for index in 0..<64 {
                try store.forEachEntry(in: "room\(index)") { _ in
                    count += 1
                    return true
                }
            }
        }
        let readingSeconds =
            Double(reading.components.seconds) + Double(reading.components.attoseconds) / 1e18
        say("store.read_rows_per_s \(Int(Double(count) / readingSeconds))\n")
    }

    static func line(
        room: String, number: Int, words: String, reading: String = "", key: String? = nil
    ) -> PendingEntry {
        PendingEntry(
            Entry(
                room: room, number: number, at: "2027-03-31T09:05:00.000Z", today: "2027-03-31",
                direction: .heard,
                by: "irc:ann", name: "Ann", principal: "bridge:irc", words: words,
                reading: reading),
            key: key.map { CommandKey(name: $0, body: Array($0.utf8)) })
    }
}
