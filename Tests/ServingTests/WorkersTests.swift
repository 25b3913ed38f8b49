import Facilitation
import Foundation
import Frameworks
import Hosting
import JSONText
import LineProtocol
import Serving
import TestDatabase
import Testing
import Transcript

/// Several workers that serve the same rooms from one store.
@Suite struct WorkersTests {
    /// A place where any number of stores can be opened.
    final class Place {
        let address: String
        private var folder: String?

        /// - Parameter kind: `file` or `server`.
        init(_ kind: String) throws {
            if kind == "server" {
                let server = try TestServer.shared.get()
                address = server.address(try server.makeDatabase())
            } else {
                let folder = NSTemporaryDirectory() + "workers-" + UUID().uuidString
                try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
                self.folder = folder
                address = folder + "/t.sqlite"
            }
        }

        deinit { if let folder { try? FileManager.default.removeItem(atPath: folder) } }

        func open() throws -> any TranscriptStore {
            try StoreLocation.resolve(option: address, environment: [:]).open()
        }
    }

    static let kinds = TestServer.isInstalled ? ["file", "server"] : ["file"]

    static func open(_ room: String, _ store: any TranscriptStore) throws {
        var setup = Setup(framework: Library.builtIn)
        setup.members = [SetupMember(id: "x:ann", name: "Ann Shah"), SetupMember(id: "x:bo", name: "Bo Reed")]
        let host = RoomHost(store: store, clock: ConversationPlayer.clock)
        _ = try host.open(
            RoomOpening(room: room, setup: setup, actor: "x:ann", principal: "stdio", isFromHost: true))
    }

    @Test(arguments: kinds)
    func `Two workers in one room keep one order, and lose and double nothing`(kind: String) throws {
        let place = try Place(kind)
        let stores = [try place.open(), try place.open()]
        for room in ["north", "south"] { try WorkersTests.open(room, stores[0]) }
        let rounds = 25
        let failures = Noted()
        DispatchQueue.concurrentPerform(iterations: 2) { worker in
            let host = RoomHost(store: stores[worker], clock: ConversationPlayer.clock)
            let actor = ["x:ann", "x:bo"][worker]
            for round in 0..<rounds {
                // Two rooms in one transaction.
                var waiting = ["north", "south"].map { room in
                    Speech(
                        room: room, actor: actor, principal: "worker \(worker)",
                        .said("I think that worker \(worker) should mend gate \(round)."), isFromHost: true)
                }
                while !waiting.isEmpty {
                    let results = host.hear(waiting)
                    waiting = zip(waiting, results).compactMap { speech, result in
                        switch result {
                        case .success: return nil
                        case .failure(.busyRoom): return speech
                        case .failure(let error):
                            failures.add("\(error)")
                            return nil
                        }
                    }
                }
            }
        }
        #expect(failures.all == [])
        for room in ["north", "south"] {
            let entries = try stores[0].entries(in: room, after: 0, limit: 10_000)
            #expect(entries.map(\.number) == Array(1...entries.count))
            for worker in 0...1 {
                let said = entries.filter { $0.direction == .heard && $0.principal == "worker \(worker)" }.map(\.words)
                #expect(said == (0..<rounds).map { "I think that worker \(worker) should mend gate \($0)." })
            }
            // Both make the same record of it, and so does a third who was not there.
            let records = try (stores + [try place.open()]).map {
                try RoomHost(store: $0, clock: ConversationPlayer.clock).record(of: room).json
            }
            #expect(records[0] == records[1] && records[1] == records[2])
        }
        #expect(try stores[1].verify(room: nil).isSound)
        for store in stores { try store.close() }
    }

    @Test(arguments: kinds)
    func `Who follows a room hears at once what is said to another worker`(kind: String) async throws {
        let place = try Place(kind)
        let stores = [try place.open(), try place.open()]
        try WorkersTests.open("north", stores[0])
        let workers = stores.map { store in
            HostingThread(library: Library()) { RoomHost(store: store, clock: ConversationPlayer.clock) }
        }
        let heard = Noted()
        var options = Connection.Options()
        options.mode = .protocolLines
        options.principal = "one"
        let ann = workers[0].connect(options) { heard.add(String(decoding: $0.bytes, as: UTF8.self)) }
        options.principal = "two"
        let answers = Noted()
        let bo = workers[1].connect(options) { answers.add(String(decoding: $0.bytes, as: UTF8.self)) }
        _ = workers[0].say(ann, [try message(#"{"op":"sync","id":"1","room":"north","after":0}"#)])
        try await heard.wait { $0.contains(#""re":"1""#) }
        let before = heard.text.utf8.count

        let line = #"{"op":"say","id":"2","room":"north","as":"x:bo","text":"The gate is open."}"#
        _ = workers[1].say(bo, [try message(line)])
        try await answers.wait { $0.contains(#""re":"2""#) }
        try await heard.wait { $0.contains("The gate is open.") }
        let events = heard.text.utf8.dropFirst(before).split(separator: 10)
        let numbers = try events.map { try JSONScanner(depthLimit: 64).scan(Array($0))["seq"]?.integer }
        let first = try #require(numbers.first ?? nil)
        #expect(numbers == (0..<numbers.count).map { first + $0 })
        for worker in workers { worker.end() }
        for store in stores { try store.close() }
    }

    @Test(arguments: kinds)
    func `Who follows a room that another worker makes anew is sent away, and told of nothing in it`(
        kind: String
    ) async throws {
        let place = try Place(kind)
        let stores = [try place.open(), try place.open()]
        let (own, others) = (stores[0], stores[1])
        try WorkersTests.open("north", own)
        let worker = HostingThread(library: Library()) { RoomHost(store: own, clock: ConversationPlayer.clock) }
        let heard = Noted()
        var options = Connection.Options()
        options.mode = .protocolLines
        let ann = worker.connect(options) { heard.add(String(decoding: $0.bytes, as: UTF8.self)) }
        _ = worker.say(ann, [try message(#"{"op":"sync","id":"1","room":"north","after":0}"#)])
        try await heard.wait { $0.contains(#""re":"1""#) }

        let old = try #require(try others.room("north"))
        try others.purge(room: "north", ifHeadIs: old.head)
        try WorkersTests.open("north", others)
        let host = RoomHost(store: others, clock: ConversationPlayer.clock)
        for number in 1...5 { _ = try host.hear(WorkersTests.speech("Anew \(number)", in: "north")) }
        try await heard.wait { $0.contains("LOG_CHANGED") }
        #expect(!heard.text.contains("Anew"))
        let last = try #require(heard.text.split(separator: "\n").last)
        let closing = try JSONScanner(depthLimit: 64).scan(Array(last.utf8))
        #expect(closing["resume"] == ["north": ["log": .string(old.log), "after": .integer(old.head)]])
        worker.end()
        for store in stores { try store.close() }
    }

    @Test(arguments: kinds)
    func `A room that another worker purged or made anew is read anew, and holds up no other`(kind: String) throws {
        let place = try Place(kind)
        let stores = [try place.open(), try place.open()]
        let rooms = ["north", "south", "east"]
        for room in rooms { try WorkersTests.open(room, stores[0]) }
        let host = RoomHost(store: stores[0], clock: ConversationPlayer.clock)
        for number in 1...4 {
            for result in host.hear(rooms.map { WorkersTests.speech("Old \(number)", in: $0) }) { _ = try result.get() }
        }
        for room in ["north", "east"] {
            try stores[1].purge(room: room, ifHeadIs: try #require(try stores[1].room(room)).head)
        }
        try WorkersTests.open("north", stores[1])
        let results = host.hear(rooms.map { WorkersTests.speech("Anew", in: $0) })
        let log = try #require(try stores[1].room("north")).log
        #expect(try results[0].get().log == log)
        #expect(try results[1].get().entries.first?.words == "Anew")
        if case .failure(.unknownRoom(let room)) = results[2] {
            #expect(room == "east")
        } else {
            Issue.record("\(results[2])")
        }
        let words = try stores[1].entries(in: "north", after: 0, limit: 99).map(\.words)
        #expect(words.contains("Anew") && !words.contains { $0.hasPrefix("Old") })
        #expect(try stores[1].verify(room: nil).isSound)
        for store in stores { try store.close() }
    }

    /// What is refused is not appended, so nothing but a look at the store can tell that others have changed the room.
    @Test(arguments: kinds)
    func `Nothing is refused because of what another worker has changed meanwhile`(kind: String) throws {
        let place = try Place(kind)
        let stores = [try place.open(), try place.open()]
        var setup = Setup(framework: Library.builtIn)
        setup.members = [
            SetupMember(id: "x:helen", name: "Helen Moss", role: .facilitator),
            SetupMember(id: "x:ann", name: "Ann Shah"), SetupMember(id: "x:bo", name: "Bo Reed"),
        ]
        let hosts = stores.map { RoomHost(store: $0, clock: ConversationPlayer.clock) }
        _ = try hosts[0].open(
            RoomOpening(room: "north", setup: setup, actor: "x:helen", principal: "stdio", isFromHost: true))
        func done(_ name: String, by actor: String, _ fields: [String: JSONValue] = [:]) -> Speech {
            Speech(
                room: "north", actor: actor, principal: "stdio", .operation(name: name, fields: fields),
                isPrivate: name == "gauge", isFromHost: true)
        }
        let rating: [String: JSONValue] = ["stage": "established"]
        // The other worker has the room in memory as it is before anything begins.
        #expect(throws: HostError.self) { try hosts[1].hear(done("gauge", by: "x:ann", rating)) }
        _ = try hosts[0].hear(done("start", by: "x:helen", ["areas": ["8"]]))
        _ = try hosts[0].hear(done("gauging", by: "x:helen"))
        _ = try hosts[1].hear(done("gauge", by: "x:ann", rating))

        // Somebody comes in at the one and rates at the other; what comes with it is said once.
        _ = try hosts[0].hear(done("join", by: "x:cy", ["name": "Cy Dale"]))
        let results = hosts[1].hear([
            WorkersTests.speech("The gate is open.", in: "north"), done("gauge", by: "x:cy", rating),
            done("gauge", by: "x:nobody", rating),
        ])
        for result in results.prefix(2) { _ = try result.get() }
        #expect(throws: HostError.self) { try results[2].get() }
        #expect(throws: HostError.self) { try hosts[1].hear(done("gauging", by: "x:helen")) }
        let entries = try stores[0].entries(in: "north", after: 0, limit: 100)
        #expect(entries.count { $0.words == "The gate is open." } == 1)
        #expect(entries.count { $0.direction == .heard && $0.to != nil } == 2)
        #expect(try hosts[0].record(of: "north") == hosts[1].record(of: "north"))
        for store in stores { try store.close() }
    }

    private static func speech(_ words: String, in room: String) -> Speech {
        Speech(room: room, actor: "x:ann", principal: "worker", .said(words), isFromHost: true)
    }

    private func message(_ line: String) throws -> ClientMessage {
        var intake = Intake(mode: .protocolLines)
        return try #require(intake.feed(Array((line + "\n").utf8)).first)
    }
}

/// What came on other threads.
final class Noted: @unchecked Sendable {
    private let lock = NSLock()
    private var notes: [String] = []
    func add(_ note: String) { lock.withLock { notes.append(note) } }
    var all: [String] { lock.withLock { notes } }
    var text: String { all.joined() }

    func wait(_ isEnough: (String) -> Bool) async throws {
        for _ in 0..<400 where !isEnough(text) { try await Task.sleep(for: .milliseconds(25)) }
        try #require(isEnough(text), "\(text)")
    }
}
