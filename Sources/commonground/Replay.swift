import ArgumentParser
import Console
import Drafting
import Facilitation
import Foundation
import Frameworks
import Hosting
import JSONText
import Serving
import Transcript

/// `commonground replay`: plays a conversation or an exported transcript, in a store of its own.
struct Replay: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Play a conversation from a file: a golden transcript, or one that was exported.",
        discussion: """
            It is played in a store of its own and leaves nothing behind.

            An export in Markdown is played line by line. Lines of which words were taken out, and those that changed a \
            rating before the reveal, count as they were understood when they were said. Private words are in no such \
            export, and under the Chatham House Rule neither is who spoke: which lines could not be heard again is said \
            at the end. A file that “export --everything” wrote has every line as it was understood, and leads to the \
            room's own record.

            Examples:
              commonground replay Transcripts/01-first-agreement.md --draft
              commonground replay north.ndjson --record
            """)
    @Argument(help: "The file.") var file: String
    @Flag(help: "Print only the draft at the end.") var draft = false
    @Flag(help: "Print only the record at the end, as JSON.") var record = false
    @Flag(help: "Write the file again with today's answers and record. Not for an export.") var rewrite = false
    @Flag(help: "Compare the answers and the record with those in the file; ends with 65 when they differ.")
    var compare = false

    func run() throws {
        let text = try TextFile.read(file)
        if let transcript = try wholeRoom(Array(text.utf8)) { return try hear(transcript) }
        if text.hasPrefix("{\"format\":\"\(SharedTranscript.format)\"") {
            throw Exit.failure(
                "“\(file)” is an export to be looked at, without the set-up. Play the one in Markdown, or one that was made with --everything.",
                Exit.badData)
        }
        let conversation: Conversation
        do { conversation = try Conversation(text) } catch {
            throw Exit.failure("\(file), line \(error.line): \(error.text)", Exit.badData)
        }
        if conversation.isOfARoom { try refuseComparison("an export") }
        let played = try play(conversation)
        if draft { try Output.result(Drafts.sharedAims(record: played.record, framework: played.framework).markdown) }
        if record { try Output.result(JSONEmitter(.pretty).text(played.record.json)) }
        let now = conversation.rewritten(as: played)
        if rewrite { try ResultFile.write(now, to: file, .isReplaced) }
        if compare && now != text {
            Output.note("\(file): the answers differ from those in the file:\n\(Difference.first(text, now))")
            throw ExitCode(Exit.badData)
        }
        ReplayNotes.tell(understood: conversation.steps.filter { $0.readings != nil }.compactMap(\.number))
        ReplayNotes.tell(unheard: conversation.unheard, firstMoved: played.firstMoved)
    }

    /// What a room left is not written again: its numbers and the bot's own lines would be gone from it.
    private func refuseComparison(_ kind: String) throws {
        guard rewrite || compare else { return }
        throw Exit.failure(
            "“\(file)” is \(kind). --rewrite and --compare are for conversations: leave them out.", Exit.usage)
    }

    // MARK: A whole room

    /// What “export --everything” wrote; nil for any other file.
    private func wholeRoom(_ bytes: [UInt8]) throws -> SealedTranscript? {
        do { return try TranscriptFile.read(bytes) } catch {
            if error.problem == .notATranscript { return nil }
            throw Exit.failure(error.explanation(file: file), Exit.badData)
        }
    }

    /// Hears every line again as it was understood.
    private func hear(_ transcript: SealedTranscript) throws {
        try refuseComparison("a whole room")
        let folder = Replay.newFolder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let store: SQLiteStore
        do { store = try SQLiteStore(path: folder.appendingPathComponent("replay.sqlite").path) } catch {
            throw Exit.failure(.storage(error))
        }
        let host = RoomHost(store: store)
        defer { try? host.store.close() }
        let snapshot = try ending { () throws(HostError) -> RoomSnapshot in
            try host.takeIn(transcript)
            return try host.snapshot(of: transcript.room.room)
        }
        let heard = try ending { () throws(HostError) in try snapshot.record() }
        if draft { try Output.result(Drafts.sharedAims(record: heard, framework: snapshot.framework).markdown) }
        if record { try Output.result(JSONEmitter(.pretty).text(heard.json)) }
        if !draft, !record {
            try Output.result(try ending { () throws(HostError) in try snapshot.readableTranscript() })
        }
        let erased = transcript.entries.map(\.entry).filter { $0.erased && $0.direction == .heard }
        ReplayNotes.tell(understood: erased.map(\.number))
    }

    // MARK: A conversation

    private static func newFolder() -> URL {
        FileManager.default.temporaryDirectory.appendingPathComponent("commonground-\(UUID().uuidString)")
    }

    private func play(_ conversation: Conversation) throws -> ConversationPlayer.Played {
        let folder = Replay.newFolder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appendingPathComponent("replay.sqlite").path
        var player = ConversationPlayer(library: Library.standard(environment: ProcessInfo.processInfo.environment)) {
            () throws(StoreError) in try SQLiteStore(path: path)
        }
        // Whoever sees the lines as they are played sees how far it is.
        let isShown = !draft && !record && !rewrite && !compare
        let work = isShown && isatty(STDOUT_FILENO) == 1 ? nil : LongWork("Playing \(file)")
        work?.begin("Playing \(file)", of: conversation.steps.count, "lines")
        defer { work?.end() }
        player.onStep = { _, _, _ in work?.add(1) }
        // A line that cannot be written is told once, and ends the command when the play is over.
        var failure: (any Error)?
        func show(_ line: String) {
            guard failure == nil else { return }
            do { try Output.result(line) } catch { failure = error }
        }
        if isShown {
            player.onOpening = { lines in for line in lines { show("  \(line)") } }
            player.onStep = { step, words, answers in
                show("\(step.speaker)\(step.isPrivate ? " (privately)" : ""): \(words)")
                for answer in answers { show("  \(answer)") }
                work?.add(1)
            }
        }
        let played: ConversationPlayer.Played
        do throws(ConversationPlayer.Failure) { played = try player.play(conversation) } catch {
            switch error {
            case .setup(let mistakes): throw Exit.failure(MistakeText.list(mistakes, in: file), Exit.badData)
            case .host(let error): throw Exit.failure(error)
            }
        }
        if let failure { throw failure }
        return played
    }
}
