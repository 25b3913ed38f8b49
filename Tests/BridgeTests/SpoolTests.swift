import Foundation
import Testing

@testable import Bridges

@Suite struct SpoolTests {
    @Test func `what is left for the next start is there for it, whatever is kept meanwhile`() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "spool-" + UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.path + "/spool"
        func message(_ text: String) -> ChatMessage {
            var message = ChatMessage()
            message.text = text
            return message
        }
        var spool = Spool(path: path)
        let isKept = spool.add([message("one")])
        #expect(isKept)
        spool.clear()
        #expect(spool.left() == [])
        let isLeft = spool.leave([])
        let isKeptToo = spool.add([message("two")])
        #expect(isLeft && isKeptToo)
        spool.clear()
        #expect(spool.left() == [], "nothing was left, so that what is kept is not acted upon again")
        let isThreeLeft = spool.leave([message("three")])
        #expect(isThreeLeft)
        // The rooms answer what was said before.
        spool.clear()
        #expect(spool.left().map(\.text) == ["three"])
        var next = Spool(path: path)
        #expect(next.left().map(\.text) == ["three"])
        next.clear()
        #expect(next.left() == [])
    }
}
