import Facilitation
import Foundation
import Frameworks
import Hosting
import Serving
import Testing
import Transcript

/// A dissent is kept, whatever else the bot happens to be asking.
@Suite struct DissentTests {
    func play(_ talk: String) throws -> Record {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("dissent-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appendingPathComponent("store.sqlite").path
        let conversation = try Conversation(
            """
            # Dissent

            ```yaml setup
            title: Larkmoor
            members:
              - {name: Hana Pryce, role: facilitator}
              - {name: Ann Osei, sector: nhs}
              - {name: Ian Frost, sector: vcse}
            ```

            ```text
            \(talk)
            ```
            """)
        let player = ConversationPlayer(library: Library(folder: nil)) { () throws(StoreError) in
            try SQLiteStore(path: path)
        }
        return try player.play(conversation).record
    }

    @Test("a cannot yet with its reason is a level, even while an older question waits for a yes or no")
    func olderQuestion() throws {
        let record = try play(
            """
            Hana: /start 8
            Ann: I think we should count only what we can influence.
            Ian: not sure that's right, we tried it in Leeds
            Hana: /gauging
            Hana: /reveal
            Hana: /settle established
            Ian: cannot yet
            Ian: cannot yet because small clubs are left out
            Ann: support
            Hana: /close
            """)
        let area = try #require(record.areas.first { $0.id == "acting-as-an-anchor" })
        #expect(area.position?.levels == [.cannotYet: 1, .support: 1])
        #expect(area.objections.contains { $0.text == "small clubs are left out" && $0.open })
    }

    @Test("a cannot yet answers the proposal, also when the bot has just asked whether support was meant")
    func questionAboutTheLevel() throws {
        let record = try play(
            """
            Hana: /start 8
            Hana: /decide We count once a year.
            Ann: support
            Ian: yep
            Ian: I cannot support this yet, once a year is too seldom
            """)
        let area = try #require(record.areas.first { $0.id == "acting-as-an-anchor" })
        #expect(area.decisions.first?.levels == [.cannotYet: 1, .support: 1])
        #expect(area.decisions.first?.reservations.map(\.text) == ["once a year is too seldom"])
    }
}
