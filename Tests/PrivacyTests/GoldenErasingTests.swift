import Facilitation
import Foundation
import Frameworks
import Hosting
import Serving
import Testing
import Transcript

/// Erasing anybody from any of the conversations of `Transcripts/` changes no count and no outcome.
@Suite struct GoldenErasingTests {
    static let folder = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Transcripts")
    static let names: [String] = {
        let all = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return all.filter { $0 != "README.md" && !$0.hasPrefix(".") }.sorted()
    }()

    static func play(_ name: String, in place: Place) throws {
        let text = String(decoding: try Data(contentsOf: folder.appending(path: name)), as: UTF8.self)
        let path = place.path
        let player = ConversationPlayer(library: Library()) { () throws(StoreError) in try SQLiteStore(path: path) }
        _ = try player.play(try Conversation(text))
    }

    @Test(arguments: names)
    func `everybody can be erased, one after the other`(name: String) throws {
        let place = try Place()
        try GoldenErasingTests.play(name, in: place)
        let host = try place.host()
        let room = ConversationPlayer.room
        let people = try host.discussion(of: room).people.list
        for person in people {
            let report = try #require(try host.erase(person: person.id, from: room))
            #expect(report.difference == nil, "\(name): \(person.name)")
        }
        #expect(try host.store.verify(room: nil).isSound)
        try host.finishErasing()
        let names = people.filter { $0.name.contains(" ") }.map(\.name)
        #expect(try place.found(names) == [])
        try host.store.close()
    }

    @Test(arguments: names)
    func `any line can be redacted`(name: String) throws {
        let place = try Place()
        try GoldenErasingTests.play(name, in: place)
        let host = try place.host()
        let room = ConversationPlayer.room
        let heard = try host.entries(of: room, after: 0, limit: 2_000).filter { $0.direction == .heard }.dropFirst()
        for entry in heard.enumerated().filter({ $0.offset % 16 == 7 }).map(\.element) {
            let report = try host.redact([entry.number], in: room, isTrial: true)
            #expect(report.difference == nil, "\(name): #\(entry.number) \(entry.words)")
        }
        _ = try host.redact(Set(heard.map(\.number)), in: room)
        #expect(try host.store.verify(room: nil).isSound)
        #expect(try host.record(of: room).erased.count >= heard.count)
        try host.store.close()
    }
}
