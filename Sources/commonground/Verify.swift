import ArgumentParser
import Console
import Transcript

struct Verify: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Prove that nothing in a transcript was changed.",
        discussion: """
            Ends with 0 when all is sound, with 65 when not. With the last hash that was printed in minutes, it proves \
            too that the transcript then was the beginning of the one now.

            Examples:
              commonground verify north
              commonground verify north --head 412:9f86d081…
            """)
    @Argument(help: "The room's name; all rooms if left out.") var room: String?
    @Option(
        help: ArgumentHelp(
            "The number and hash of an entry that were printed earlier, as NUMBER:HASH; or the hash of the last one.",
            valueName: "hash"))
    var head: String?
    @OptionGroup var store: StoreOption

    func validate() throws {
        if head != nil && room == nil { throw ValidationError("Name the room whose hash it is.") }
    }

    func run() throws {
        let work = LongWork("Opening the store")
        defer { work.end() }
        let transcripts = try store.open { work.add($0) }
        defer { try? transcripts.close() }
        let report: VerifyReport
        do {
            let rooms = try transcripts.rooms().filter { room == nil || $0.room == room }
            work.begin("Checking the chain", of: rooms.map(\.head).reduce(0, +), "entries")
            report = try transcripts.verify(room: room)
        } catch {
            throw Exit.failure(error.explanation, Exit.code(of: error))
        }
        work.end()
        for note in transcripts.setAsideNotes { Output.note(note) }
        for finding in report.findings { try Output.result(finding.explanation) }
        guard report.isSound else { throw ExitCode(Exit.badData) }
        if let head, let room { try compare(PrintedHash(head), room, transcripts) }
        let entries = report.entries == 1 ? "1 entry" : "\(report.entries) entries"
        try Output.result("Sound: \(entries) in \(report.rooms == 1 ? "1 room" : "\(report.rooms) rooms").")
        guard let room, let summary = try? transcripts.room(room), summary.head > 0 else { return }
        try Output.result("Last entry: \(summary.head):\(summary.headHash)")
    }

    private func compare(_ printed: PrintedHash, _ room: String, _ transcripts: any TranscriptStore) throws {
        let number: Int
        let found: String
        do throws(StoreError) {
            let head = try transcripts.room(room)?.head ?? 0
            number = printed.number ?? head
            guard let hash = try transcripts.hash(of: number, in: room) else {
                throw .unknownEntry(room: room, number: number)
            }
            found = hash
        } catch {
            throw Exit.failure(error.explanation, Exit.code(of: error))
        }
        guard printed.fits(found) else {
            try Output.result("Entry #\(number) of room \(room) has another hash: \(found)")
            throw Exit.failure(
                "the transcript is not the one that this hash was printed from, or it was written anew", Exit.badData)
        }
        try Output.result("Entry #\(number) has the hash that was printed.")
    }
}
