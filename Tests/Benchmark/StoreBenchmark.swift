import Facilitation
import Foundation
import TestDatabase
import Transcript

/// Entries kept in each store, beside a program in C that writes the same rows in the same groups without chain and
/// checks (Tests/SQLiteFloor, Tests/PostgreSQLFloor). The two take turns, for the speed of disk and server drifts.
enum StoreBenchmark {
    private static let roomCount = 64

    static func run() throws {
        try sqlite()
        try postgreSQL()
    }

    private static func sqlite() throws {
        for (perGroup, rows) in [(1, 4_000), (64, 60_000), (512, 60_000)] {
            try compare("sqlite", of: "bare_sqlite", perGroup) {
                let folder = try Folder()
                let store = try SQLiteStore(path: folder.file("ours.sqlite"))
                let ours = try measure(store, rows, perGroup)
                return (ours, try floor("SQLiteFloor", [folder.file("floor.sqlite")], rows, perGroup))
            }
        }
    }

    private static func postgreSQL() throws {
        guard TestServer.isInstalled else {
            FileHandle.standardError.write(Data("store: \(TestServer.comment)\n".utf8))
            return
        }
        let server = try TestServer()
        defer { server.stop() }
        for (perGroup, rows) in [(1, 4_000), (10, 20_000), (100, 60_000), (512, 60_000)] {
            try compare("postgresql", of: "bare_libpq", perGroup) {
                let address = server.address(try server.makeDatabase())
                let ours = try measure(PostgreSQLStore(ServerAddress(address)), rows, perGroup)
                return (ours, try floor("PostgreSQLFloor", [address], rows, perGroup))
            }
        }
    }

    /// The median of five turns, and of the ratio within each turn.
    private static func compare(
        _ store: String, of bare: String, _ perGroup: Int, turn: () throws -> (ours: Double, floor: Double)
    ) rethrows {
        let turns = try (0..<5).map { _ in try turn() }
        report("store.\(store)_rows_per_s.\(perGroup)", median(turns.map(\.ours)))
        report("store.\(store)_of_\(bare).\(perGroup)", median(turns.map { $0.ours / $0.floor }))
    }

    private static func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }

    /// Rows per second. By the clock on the wall: much of the time goes by at the disk or the server.
    private static func measure(_ store: any TranscriptStore, _ rows: Int, _ perGroup: Int) throws -> Double {
        let rooms = (0..<roomCount).map {
            NewRoom(room: "room\($0)", title: "", madeAt: "2027-03-31T09:00:00.000Z")
        }
        try store.append([], creatingRooms: rooms)
        let taken = try ContinuousClock().measure {
            var next = 0
            while next < rows {
                let group = (next..<min(rows, next + perGroup)).map(entry)
                try store.append(group)
                next += group.count
            }
        }
        try store.close()
        return Double(rows) / taken.inSeconds
    }

    private static func entry(_ index: Int) -> PendingEntry {
        let entry = Entry(
            room: "room\(index % roomCount)", number: index / roomCount + 1, at: "2027-03-31T09:05:00.000Z",
            today: "2027-03-31", direction: .heard, by: "irc:ann", name: "Ann", principal: "bridge:irc",
            words: "I agree with #14, they are on paper only; nobody has used them in tenders",
            reading: #"{"kind":"position","strength":"plain","item":"s14","stance":"agree"}"#)
        return PendingEntry(entry, key: CommandKey(name: "k\(index)", body: Array("k\(index)".utf8)))
    }

    /// Rows per second of the program that stands beside this one.
    static func floor(_ program: String, _ place: [String], _ rows: Int, _ perGroup: Int) throws -> Double {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
            .appendingPathComponent(program)
        process.arguments = place + [String(rows), String(perGroup)]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let line = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        guard let figure = line.split(separator: " ").last.flatMap({ Double($0.dropLast()) }) else {
            throw TestServer.Failure(description: "The floor was not measured: \(line)")
        }
        return figure
    }
}
