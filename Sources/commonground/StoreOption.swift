import ArgumentParser
import Foundation
import Transcript

/// Where the transcripts are.
struct StoreOption: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The transcript store: a file, made if it is not there, or postgres://… of a server.",
            discussion:
                "Without it, COMMONGROUND_STORE, else commonground/transcripts.sqlite in the user's data folder.",
            valueName: "path or address"))
    var store: String?

    func open() throws -> any TranscriptStore { try StoreOption.open(store) }

    /// - Parameter named: a path or an address; nil for the usual place.
    /// - Parameter told: hears how many entries more were read, for work that may take long.
    func open(told: @escaping @Sendable (Int) -> Void) throws -> any TranscriptStore {
        CountingStore(try open(), told: told)
    }

    static func open(_ named: String?) throws -> any TranscriptStore {
        do {
            let location = try StoreLocation.resolve(option: named, environment: ProcessInfo.processInfo.environment)
            let store = try location.open()
            if let note = (store as? SQLiteStore)?.openingNote { Output.note(note) }
            return store
        } catch {
            throw Exit.failure(error.explanation, Exit.code(of: error))
        }
    }
}
