import ArgumentParser
import Hosting
import Transcript

struct Redact: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Take the words out of entries; their number, author and results stay.",
        discussion: """
            The transcript says that it was done. Quotations of the words go too.
            Example: commonground redact north 31 32 --because "a patient is named" --yes
            """)
    @Argument(help: "The room's name.") var room: String
    @Argument(help: "Numbers of entries.") var entries: [Int]
    @OptionGroup var options: PrivacyOptions

    func run() throws {
        let host = try options.host()
        defer { try? host.store.close() }
        let report = try ending { () throws(HostError) in
            try host.redact(Set(entries), in: room, because: options.because, isTrial: !options.yes)
        }
        if report.entries.isEmpty { return try Output.result("Room \(room): these entries hold no words any more.") }
        let numbers = PrivacyOptions.list(report.entries)
        guard options.yes else {
            try Output.result("Room \(room): words would go from \(numbers).")
            return try Output.result(PrivacyOptions.trial)
        }
        try PrivacyOptions.finish(host) { try Output.result("Room \(room): words went from \(numbers).") }
    }
}
