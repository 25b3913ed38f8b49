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
            Example: commonground replay Transcripts/01-first-agreement.md --draft
            """)
    @Argument(help: "The file.") var file: String
    @Flag(help: "Print only the draft at the end.") var draft = false
    @Flag(help: "Print only the record at the end, as JSON.") var record = false
    @Flag(help: "Write the file again with today's answers and record.") var rewrite = false
    @Flag(help: "Compare the answers and the record with those in the file; ends with 65 when they differ.")
    var compare = false

    func run() throws {
        guard let data = FileManager.default.contents(atPath: file), let text = String(bytes: data, encoding: .utf8)
        else {
            throw Exit.failure("“\(file)” cannot be read as UTF-8 text", Exit.noInput)
        }
        let conversation: Conversation
        do { conversation = try Conversation(text) } catch {
            throw Exit.failure("\(file), line \(error.line): \(error.text)", Exit.badData)
        }
        let played = try play(conversation)
        if draft { try Output.result(Drafts.sharedAims(record: played.record, framework: played.framework).markdown) }
        if record { try Output.result(JSONEmitter(.pretty).text(played.record.json)) }
        let now = conversation.rewritten(as: played)
        if rewrite { try Data(now.utf8).write(to: URL(fileURLWithPath: file)) }
        if compare && now != text {
            Output.note("\(file): the answers differ from those in the file:\n\(Difference.first(text, now))")
            throw ExitCode(Exit.badData)
        }
    }

    private func play(_ conversation: Conversation) throws -> ConversationPlayer.Played {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("commonground-\(UUID().uuidString)")
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
