import ArgumentParser
import Console
import Foundation
import Hosting
import Transcript

extension Import {
    struct Transcript: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "transcript", abstract: "Take in a room that “export --everything” wrote.",
            discussion: """
                Reads Markdown and NDJSON. The room has the same entries, numbers and hashes as where it came from. A file \
                that was cut short or changed is refused with the line, and nothing of it is taken in.
                Example: commonground import transcript north.ndjson
                """)
        @Argument(help: "The file.") var file: String
        @OptionGroup var store: StoreOption

        func run() throws {
            let work = LongWork("Reading \(file)")
            defer { work.end() }
            guard let data = FileManager.default.contents(atPath: file) else {
                throw Exit.failure("“\(file)” cannot be read. Check the name and who may read it.", Exit.noInput)
            }
            let transcript: SealedTranscript
            do { transcript = try TranscriptFile.read(Array(data)) } catch {
                throw Exit.failure(error.explanation(file: file), Exit.badData)
            }
            let host = RoomHost(store: try store.open())
            defer { try? host.store.close() }
            work.begin("Taking in \(file)", of: transcript.entries.count, "entries")
            try ending { () throws(HostError) in try host.takeIn(transcript) { work.add($0) } }
            work.end()
            try Output.result(
                "Room \(transcript.room.room): \(transcript.entries.count) entries, last hash \(transcript.room.headHash)."
            )
        }
    }
}
