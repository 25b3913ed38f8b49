import Facilitation
import Foundation
import TestDatabase
import Transcript

/// Entries kept at a PostgreSQL server, beside a program in C that writes the same rows in the same batches without
/// chain and checks (Tests/PostgreSQLFloor). The two take turns, for the server's speed drifts.
enum StoreBenchmark {
    private static let roomCount = 64

    static func run() throws {
        guard TestServer.isInstalled else {
            FileHandle.standardError.write(Data("store: \(TestServer.comment)\n".utf8))
            return
        }
        let server = try TestServer()
        defer { server.stop() }
        for (perBatch, rows) in [(1, 4_000), (10, 20_000), (100, 60_000), (512, 60_000)] {
            var (ours, floors): ([Double], [Double]) = ([], [])
            for _ in 0..<5 {
                let address = server.address(try server.makeDatabase())
                ours.append(try measure(address, rows, perBatch))
                floors.append(try floor(address, rows, perBatch))
            }
            let ratios = zip(ours, floors).map { $0 / $1 }
            report("store.postgresql_rows_per_s.\(perBatch)", median(ours))
            report("store.postgresql_of_bare_libpq.\(perBatch)", median(ratios))
        }
    }

    private static func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }

    private static func measure(_ address: String, _ rows: Int, _ perBatch: Int) throws -> Double {
        let store = try PostgreSQLStore(ServerAddress(address))
        let rooms = (0..<roomCount).map {
            NewRoom(room: "room\($0)", title: "", madeAt: "2027-03-31T09:00:00.000Z")
        }
        try store.append([], creatingRooms: rooms)
        // By the clock on the wall: most of the time goes by at the server.
        let taken = try ContinuousClock().measure {
            var next = 0
            while next < rows {
                let batch = (next..<min(rows, next + perBatch)).map(entry)
                try store.append(batch)
                next += batch.count
            }
        }
        try store.close()
        return Double(rows) / (taken / .seconds(1))
    }

    private static func entry(_ index: Int) -> PendingEntry {
        let entry = Entry(
            room: "room\(index % roomCount)", number: index / roomCount + 1, at: "2027-03-31T09:05:00.000Z",
            today: "2027-03-31", direction: .heard, by: "irc:ann", name: "Ann", principal: "bridge:irc",
            words: "I agree with #14, they are on paper only; nobody has used them in tenders",
            reading: #"{"kind":"position","strength":"plain","item":"s14","stance":"agree"}"#, key: "k\(index)")
        return PendingEntry(entry, keyBody: Array("k\(index)".utf8))
    }

    private static func floor(_ address: String, _ rows: Int, _ perBatch: Int) throws -> Double {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
            .appendingPathComponent("PostgreSQLFloor")
        process.arguments = [address, String(rows), String(perBatch)]
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
