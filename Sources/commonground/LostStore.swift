import ArgumentParser
import Transcript

/// A store whose file is taken from under a server. The server stays, for its clients are told what to do with each line
/// that they send; whoever started it learns of it at once, and from how it ends.
enum LostStore {
    /// Says it on stderr, once, as soon as it is noticed.
    static func tell(of store: any TranscriptStore) {
        (store as? SQLiteStore)?.whenLost { Output.note($0.explanation) }
    }

    /// - Throws: an exit code where the file is not there any more. It was said before.
    static func check(_ store: any TranscriptStore) throws {
        guard let loss = (store as? SQLiteStore)?.loss else { return }
        throw ExitCode(Exit.code(of: loss))
    }
}
