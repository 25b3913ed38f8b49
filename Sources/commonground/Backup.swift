import ArgumentParser
import Transcript

struct Backup: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Copy the store to a new file, also while it is in use.",
        discussion: "Example: commonground backup /safe/north.sqlite")
    @Argument(help: "The new file.") var path: String
    @OptionGroup var store: StoreOption

    func run() throws {
        let transcripts = try store.open()
        defer { try? transcripts.close() }
        let report: VerifyReport
        do {
            try transcripts.backUp(to: path)
            report = try transcripts.verify(room: nil)
        } catch {
            throw Exit.failure(error.explanation, Exit.code(of: error))
        }
        if report.isSound { return }
        for finding in report.findings { Output.note(finding.explanation) }
        throw Exit.failure("The copy was made, and what is wrong with the store is wrong in it too.", Exit.badData)
    }
}
