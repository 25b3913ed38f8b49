import Facilitation
import Foundation
import Frameworks
import Hosting
import Serving
import Testing
import Transcript

@Suite struct HeldRoomsTests {
    @Test func `Rooms that nobody used lately are dropped from memory, and lose nothing`() throws {
        let folder = NSTemporaryDirectory() + "held-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let store = try SQLiteStore(path: folder + "/t.sqlite")
        defer { try? store.close() }
        let host = RoomHost(store: store, clock: ConversationPlayer.clock, roomsHeldMax: 4)
        var setup = Setup(framework: Library.builtIn)
        setup.members = [SetupMember(id: "x:ann", name: "Ann Shah")]
        func speech(_ room: String, _ words: String) -> Speech {
            Speech(room: room, actor: "x:ann", principal: "stdio", .said(words), isFromHost: true)
        }
        let rooms = (1...20).map { "room-\($0)" }
        for room in rooms {
            _ = try host.open(
                RoomOpening(room: room, setup: setup, actor: "x:ann", principal: "stdio", isFromHost: true))
        }
        #expect(host.roomsHeld <= 4)
        // Together, more rooms than are held; then each by itself.
        let replies = try host.hear(rooms.map { speech($0, "The hall is cold.") }).map { try $0.get() }
        #expect(replies.allSatisfy { $0.declined == nil })
        #expect(host.roomsHeld <= 4)
        for room in rooms {
            let reply = try host.hear(speech(room, "/agree \(replies[0].number)"))
            #expect(try host.record(of: room).head == reply.entries.last?.number)
            let entries = try host.entries(of: room, after: 0, limit: 100).map(\.number)
            #expect(entries == Array(1...entries.count))
        }
        #expect(host.roomsHeld <= 4)
    }

    @Test func `Frameworks that nobody used lately are dropped from memory, and are read again`() throws {
        let place = try WorkersTests.Place("file")
        let store = try place.open()
        let host = RoomHost(store: store, clock: ConversationPlayer.clock, roomsHeldMax: 1)
        let numbers = 1...70
        for number in numbers {
            var setup = Setup(framework: Library.builtIn)
            setup.framework.name = "Framework \(number)"
            setup.framework.hash = ""
            _ = try host.open(
                RoomOpening(
                    room: "room-\(number)", setup: setup, actor: "x:ann", principal: "stdio", isFromHost: true))
        }
        #expect(host.frameworksHeld == 64)
        for number in numbers {
            let framework = try host.discussion(of: "room-\(number)").setup.framework
            #expect(framework.name == "Framework \(number)")
        }
        #expect(host.frameworksHeld == 64)
        try store.close()
    }
}
