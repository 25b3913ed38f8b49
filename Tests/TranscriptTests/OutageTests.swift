import Facilitation
import Foundation
import TestDatabase
import Testing

@testable import Transcript

/// Servers that restart, and connections that break at the worst moment.
@Suite(.enabled(if: TestServer.isInstalled, "\(TestServer.comment)")) struct OutageTests {
    /// A store behind a link, with the room "north" and one entry in it.
    func linked() throws -> (place: ServerPlace, link: BreakingLink, store: PostgreSQLStore) {
        let place = try ServerPlace()
        let link = try BreakingLink(to: place.server.socketFolder)
        let store = try place.store("postgres:///postgres?host=\(link.folder)&user=postgres")
        try store.append([line("north", 1, key: "k1")], creatingRooms: [makeRoom("north")])
        return (place, link, store)
    }

    @Test(arguments: [BreakingLink.Break.losesReply, .losesRequest])
    func `A connection that breaks during a commit leaves the entry there, once`(kind: BreakingLink.Break) throws {
        let (place, link, store) = try linked()
        link.arm(kind, at: "the marked words")
        try store.append([line("north", 2, "the marked words", key: "k2"), line("north", 3)])
        #expect(link.breaks == 1)
        try store.append([line("north", 4)])
        let words = try store.entries(in: "north", after: 0, limit: 10).map(\.words)
        #expect(words == ["Hello", "the marked words", "Hello", "Hello"])
        #expect(try place.open().verify(room: nil) == VerifyReport(rooms: 1, entries: 4))
        try store.close()
    }

    @Test(arguments: [BreakingLink.Break.losesReply, .losesRequest])
    func `The same with a room that is made, and with an acknowledgement`(kind: BreakingLink.Break) throws {
        let (_, link, store) = try linked()
        link.arm(kind, at: "Partnership south")
        try store.append([], creatingRooms: [makeRoom("south")])
        link.arm(kind, at: "bridge:marked")
        try store.acknowledge(principal: "bridge:marked", room: "north", upTo: 1)
        #expect(link.breaks == 2)
        #expect(try store.rooms().map(\.room) == ["north", "south"])
        #expect(try store.acknowledged(principal: "bridge:marked", room: "north") == 1)
        try store.close()
    }

    @Test func `Who loses the connection, and then the number to another worker, is told so`() throws {
        let (place, link, store) = try linked()
        let other = try place.store()
        link.arm(.losesRequest, at: "the marked words") {
            try? other.append([line("north", 2, "quicker")])
        }
        #expect(
            try failure { try store.append([line("north", 2, "the marked words")]) }
                == .lostRace(room: "north", number: 2))
        #expect(try store.entries(in: "north", after: 1, limit: 10).map(\.words) == ["quicker"])
        #expect(try store.verify(room: nil) == VerifyReport(rooms: 1, entries: 2))
        try store.close()
    }

    @Test func `A question whose answer is lost is asked again`() throws {
        let (_, link, store) = try linked()
        link.arm(.losesReply, at: "k1")
        #expect(try store.entry(forKey: "k1", principal: "bridge:irc", room: "north")?.entry.number == 1)
        #expect(link.breaks == 1)
        try store.close()
    }

    @Test func `When nobody comes back in time, it is said that the outcome is not known`() throws {
        let server = try TestServer()
        defer { server.stop() }
        let place = try ServerPlace(server)
        let link = try BreakingLink(to: server.socketFolder)
        let store = try place.store("postgres:///postgres?host=\(link.folder)&user=postgres", patience: 0.5)
        try store.append([line("north", 1)], creatingRooms: [makeRoom("north")])
        link.arm(.losesRequest, at: "the marked words") { try? server.halt() }
        let name = "\(store.address)"
        #expect(
            try failure { try store.append([line("north", 2, "the marked words")]) }
                == .databaseServer(.outcomeUnknown(server: name)))
        // Nothing is sent now, so nothing can have happened.
        guard case .databaseServer(.notReachable(name, _)) = try failure({ try store.append([line("north", 2)]) })
        else {
            Issue.record("reached")
            return
        }
        try store.close()
    }

    @Test func `A server that does not sync is refused`() throws {
        let server = try TestServer(settings: ["fsync=off"])
        defer { server.stop() }
        #expect(
            try failure { _ = try PostgreSQLStore(ServerAddress(server.address("postgres"))) }
                == .databaseServer(.doesNotSync(server: "postgres://\(server.socketFolder)/postgres")))
    }

    @Test func `Workers go on through restarts, crashes and cut connections, and lose nothing acknowledged`() throws {
        let server = try TestServer()
        defer { server.stop() }
        let meeting = try Meeting(address: server.address("postgres"), workers: 3)
        for round in 0..<4 {
            Thread.sleep(forTimeInterval: 0.25)
            if round % 2 == 0 {
                try server.restart(round == 0 ? "immediate" : "fast")
            } else {
                for _ in 0..<5 {
                    try server.sql(
                        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'commonground'"
                    )
                }
            }
        }
        try meeting.end()
        #expect(meeting.failures.all == [])
        try meeting.check(at: server.address("postgres"))
    }

    /// A standby that confirms every commit takes over from a server that is lost.
    @Test func `A synchronous standby takes over, and has everything that was acknowledged`() throws {
        let primary = try TestServer()
        defer { primary.stop() }
        let standby = try TestServer(standbyOf: primary)
        defer { standby.stop() }
        try primary.sql("ALTER SYSTEM SET synchronous_standby_names TO '*'")
        try primary.sql("SELECT pg_reload_conf()")
        for _ in 0..<100 where try primary.sql("SELECT sync_state FROM pg_stat_replication") != "sync" {
            Thread.sleep(forTimeInterval: 0.05)
        }
        try #require(try primary.sql("SELECT sync_state FROM pg_stat_replication") == "sync")
        let both = "postgres:///postgres?host=\(primary.socketFolder),\(standby.socketFolder)&user=postgres"
        #expect(
            try failure { _ = try PostgreSQLStore(ServerAddress(standby.address("postgres"))) }
                == .databaseServer(.readOnly(server: "postgres://\(standby.socketFolder)/postgres")))
        let meeting = try Meeting(address: both, workers: 2)
        Thread.sleep(forTimeInterval: 0.5)
        try primary.halt()
        try standby.promote()
        Thread.sleep(forTimeInterval: 0.5)
        try meeting.end()
        #expect(meeting.failures.all == [])
        try meeting.check(at: standby.address("postgres"))
    }
}

/// Several workers, each with a store of its own, that write into one room until they are told to stop, and remember
/// what was acknowledged.
private final class Meeting: @unchecked Sendable {
    let failures = Failures()
    private let lock = NSLock()
    private var acknowledged: [[String]]
    private var isOver = false
    private let group = DispatchGroup()

    init(address: String, workers: Int) throws {
        acknowledged = Array(repeating: [], count: workers)
        let stores = try (0..<workers).map { _ in try PostgreSQLStore(ServerAddress(address)) }
        try stores[0].append([], creatingRooms: [makeRoom("north")])
        for (worker, store) in stores.enumerated() {
            group.enter()
            Thread.detachNewThread { [self] in
                work(worker, store)
                try? store.close()
                group.leave()
            }
        }
    }

    private func work(_ worker: Int, _ store: PostgreSQLStore) {
        var written = 0
        while !lock.withLock({ isOver }) {
            do {
                let head = try store.room("north")?.head ?? 0
                let words = "worker \(worker) line \(written)"
                try store.append([line("north", head + 1, words)])
                lock.withLock { acknowledged[worker].append(words) }
                written += 1
            } catch StoreError.lostRace {
                continue
            } catch {
                failures.add("\(error)")
                return
            }
        }
    }

    func end() throws {
        lock.withLock { isOver = true }
        try #require(group.wait(timeout: .now() + 30) == .success)
    }

    /// Everything acknowledged is there, once, in order, and nothing else is.
    func check(at address: String) throws {
        let store = try PostgreSQLStore(ServerAddress(address))
        let entries = try store.entries(in: "north", after: 0, limit: 1_000_000)
        #expect(entries.map(\.number) == Array(1...entries.count))
        for (worker, lines) in acknowledged.enumerated() {
            #expect(lines.count > 1)
            #expect(entries.map(\.words).filter { $0.hasPrefix("worker \(worker) ") } == lines)
        }
        #expect(try store.verify(room: nil).isSound)
        try store.close()
    }
}
