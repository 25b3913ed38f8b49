import ArgumentParser
import Console
import Facilitation
import Foundation
import Hosting
import Transcript

// Commands for whoever keeps the transcripts: what is erased, held, kept and let go.

struct PrivacyOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The reason, kept in the transcript. Name nobody in it.", valueName: "text"))
    var because = ""
    @Flag(help: "Do it. Without this it is only said what would be done.") var yes = false
    @OptionGroup var store: StoreOption

    func host() throws -> RoomHost { RoomHost(store: try store.open()) }

    /// Cleans the files after an erasure, and empties the keyboard's history, which may hold the same words.
    static func finish(_ host: RoomHost) throws {
        try ending { () throws(HostError) in try host.finishErasing() }
        guard let history = Facilitate.historyPath, FileManager.default.fileExists(atPath: history) else { return }
        do { try Data().write(to: URL(filePath: history)) } catch {
            throw Exit.failure(
                "“\(history)”, the lines typed at this keyboard, cannot be emptied. Delete it yourself.",
                Exit.inputOutput)
        }
    }

    /// Cleans the files and says what was done, also where not all of it could be.
    ///
    /// - Parameter failure: what ended the work before its time.
    static func finish(_ host: RoomHost, after failure: (any Error)? = nil, tell: () throws -> Void) throws {
        var failure = failure
        // What is gone from a room must not stay in a file because something else went wrong.
        do { try finish(host) } catch { failure = failure ?? error }
        try tell()
        if let failure { throw failure }
        try Output.result(elsewhere)
    }

    static let trial = "Nothing was changed. With --yes it is done, and cannot be undone."
    static let elsewhere =
        "Back-ups, exports and drafts made before this still have the words: erase there too. So may other computers' "
        + "chats."

    static func list(_ numbers: [Int]) -> String { numbers.map { "#\($0)" }.joined(separator: ", ") }
}

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

struct Erase: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Erase a person: their words and their name, in every room and every file of the store.",
        discussion: """
            Give the whole name, or the id, of somebody who took part. Without --yes it lists the lines of others that \
            would change, and those that may need a look. Counts, outcomes and the chain stay, and verify goes on \
            proving them; the person is called “Erased person 1” from then on. Their organisation and sector stay, \
            because the counts by sector rest on them. With --keep-proposals the texts that they put to the test of the \
            whole partnership stay, without their name. To take out lines about somebody who did not take part: \
            commonground redact.

            Examples:
              commonground erase "Ann Shah"
              commonground erase "Ann Shah" --because "asked on 3 March" --yes
              commonground erase --finish
            """)
    @Argument(help: "The person: a whole name or an id.") var person: String?
    @Option(help: "Only in this room.") var room: String?
    @Flag(help: "Keep the texts that they put to the test.") var keepProposals = false
    @Flag(help: "Only clean the files after an erasure that could not.") var finish = false
    @OptionGroup var options: PrivacyOptions

    func validate() throws {
        if person == nil && !finish { throw ValidationError("Say whom to erase: a whole name in quotes, or an id.") }
    }

    func run() throws {
        let host = try options.host()
        defer { try? host.store.close() }
        guard let person, !finish else {
            try PrivacyOptions.finish(host)
            return try Output.result("The files of the store hold nothing that was erased.")
        }
        let rooms = try room.map { [$0] } ?? ending { () throws(HostError) in try host.roomSummaries().map(\.room) }
        // A name that two people share, or that nobody has, must stop this before anything is done.
        let isKnown = try ending { () throws(HostError) -> Bool in
            for room in rooms {
                if try host.find(person: person, in: room).isKnown { return true }
            }
            return false
        }
        guard isKnown else { throw try refusal(person, rooms, host) }
        var trials: [ErasureReport] = []
        for room in rooms { trials += try erase(person, from: room, host, isTrial: true) }
        if trials.isEmpty {
            throw Exit.failure("Nothing of “\(person)” is left here, so nothing was changed.", Exit.noInput)
        }
        guard options.yes else {
            for trial in trials { try tell(trial) }
            return try Output.result(PrivacyOptions.trial)
        }
        try erase(person, from: trials.map(\.room), host)
    }

    /// A room that fails ends it; those before it are done, and told.
    private func erase(_ person: String, from rooms: [String], _ host: RoomHost) throws {
        var done: [ErasureReport] = []
        var left = rooms[...]
        var failure: (any Error)?
        do {
            while let room = left.first {
                done += try erase(person, from: room, host, isTrial: false)
                left.removeFirst()
            }
        } catch {
            failure = error
            for room in left { Output.note("room \(room): not done; give the same command again") }
        }
        try PrivacyOptions.finish(host, after: failure) { for report in done { try tell(report) } }
    }

    private func erase(
        _ person: String, from room: String, _ host: RoomHost, isTrial: Bool
    ) throws -> [ErasureReport] {
        let report = try ending { () throws(HostError) in
            try host.erase(
                person: person, from: room, because: options.because, keepsProposals: keepProposals, isTrial: isTrial,
                isKnownElsewhere: true)
        }
        return report.map { [$0] } ?? []
    }

    private func tell(_ report: ErasureReport) throws {
        let count = report.entries.count == 1 ? "1 entry" : "\(report.entries.count) entries"
        try Output.result(
            "Room \(report.room): words or a name \(options.yes ? "went" : "would go") from \(count); "
                + "the person is “\(report.pseudonym)”.")
        if let difference = report.difference {
            Output.note("room \(report.room): without these words the record comes out differently at \(difference)")
        }
        for place in report.left { Output.note("room \(report.room): the name stays in \(place), which cannot change") }
        if !report.changes.isEmpty {
            try Output.result("Lines of others that would change:")
            for line in report.changes { try Output.result(ErasureLines.changed(line)) }
        }
        if !report.doubtful.isEmpty {
            try Output.result(
                "Lines of others to look at: as they would read, they may still speak of the person or repeat them. "
                    + "“commonground redact \(report.room)” and their numbers takes their words out.")
            for line in report.doubtful { try Output.result(ErasureLines.left(line)) }
        }
    }

    /// Nobody in these rooms has this name or id: who may be meant, and where the words stand.
    private func refusal(_ person: String, _ rooms: [String], _ host: RoomHost) throws -> ExitCode {
        let found = try ending { () throws(HostError) -> [PersonMentions] in
            var found: [PersonMentions] = []
            for room in rooms { found.append(try host.mentions(of: person, in: room)) }
            return found
        }
        var lines = ["Nobody is called “\(person)” here, so nothing was changed."]
        for room in found where !room.people.isEmpty {
            lines.append("Room \(room.room) has \(room.people.joined(separator: " and ")).")
        }
        for room in found where !room.entries.isEmpty {
            let count = room.entries.count == 1 ? "1 entry contains" : "\(room.entries.count) entries contain"
            let numbers = PrivacyOptions.list(Array(room.entries.prefix(ErasureLines.numbersMax)))
            let rest = room.entries.count > ErasureLines.numbersMax ? " and more" : ""
            lines.append("In room \(room.room), \(count) these words: \(numbers)\(rest).")
        }
        lines.append(
            "Give the whole name as it is listed, or the id that “commonground record” shows. “commonground redact” takes the words out of single entries."
        )
        return Exit.failure(lines.joined(separator: " "), Exit.noInput)
    }
}

/// Lines of a transcript as whoever erases is shown them.
private enum ErasureLines {
    static let numbersMax = 20

    static func changed(_ line: ErasureReport.Change) -> String {
        guard let words = line.words, let becomes = line.becomes else { return withheld(line) }
        return "  [\(line.number)] \(VisibleText.of(line.speaker)): \(VisibleText.of(words))\n"
            + "    becomes: \(VisibleText.of(becomes))"
    }

    static func left(_ line: ErasureReport.Change) -> String {
        guard let becomes = line.becomes else { return withheld(line) }
        return "  [\(line.number)] \(VisibleText.of(line.speaker)): \(VisibleText.of(becomes))"
    }

    private static func withheld(_ line: ErasureReport.Change) -> String {
        "  [\(line.number)] \(VisibleText.of(line.speaker)): \(TranscriptText.notShown)"
    }
}

struct Hold: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Put a room on hold, so that nothing of it can be purged, or lift the hold.",
        discussion: """
            Examples:
              commonground hold north --because "an inquiry asked for it"
              commonground hold north --lift
            """)
    @Argument(help: "The room's name.") var room: String
    @Flag(help: "Lift the hold.") var lift = false
    @Option(help: ArgumentHelp("The reason, kept in the transcript.", valueName: "text")) var because = ""
    @OptionGroup var store: StoreOption

    func run() throws {
        let host = RoomHost(store: try store.open())
        defer { try? host.store.close() }
        let isHeld = try ending { () throws(HostError) in try host.summary(of: room).hold }
        if isHeld != lift { return try Output.result("Room \(room) is \(lift ? "not" : "already") on hold.") }
        try ending { () throws(HostError) in try host.hold(room, isOn: !lift, because: because) }
        try Output.result("Room \(room) is \(lift ? "no longer" : "now") on hold.")
    }
}

struct Retain: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Say for how long a room is kept after the last line that a person wrote.",
        discussion: """
            With --days 0 it may be purged from the next day on.
            Example: commonground retain north --days 730 --label "board papers"
            """)
    @Argument(help: "The room's name.") var room: String
    @Option(help: "Days after that line.") var days: Int
    @Option(help: ArgumentHelp("Your name for it.", valueName: "text")) var label = ""
    @OptionGroup var store: StoreOption

    func validate() throws {
        if days < 0 || days > Retention.daysMax {
            throw ValidationError("--days must be a number from 0 to \(Retention.daysMax).")
        }
    }

    func run() throws {
        let host = RoomHost(store: try store.open())
        defer { try? host.store.close() }
        try ending { () throws(HostError) in try host.retain(room, Retention(label: label, days: days)) }
        try Output.result(PurgeList.line(room, host))
    }
}

struct Purge: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Destroy rooms that are past their date, and say what was destroyed.",
        discussion: """
            Without a room it is about every room that is past its date. A room on hold stays.

            Examples:
              commonground purge
              commonground purge --yes
              commonground purge north --yes
            """)
    @Argument(help: "The room's name; all that are past their date if left out.") var room: String?
    @Flag(help: "Do it. Without this it is only said what would be done.") var yes = false
    @OptionGroup var store: StoreOption

    func run() throws {
        let host = RoomHost(store: try store.open())
        defer { try? host.store.close() }
        let rooms = try room.map { [$0] } ?? ending { () throws(HostError) in try host.roomSummaries().map(\.room) }
        guard yes else {
            for room in rooms { try Output.result(PurgeList.line(room, host)) }
            return try Output.result(PrivacyOptions.trial)
        }
        var gone: [RoomSummary] = []
        var failure: (any Error)?
        do {
            for name in rooms {
                guard try room != nil || PurgeList.isDue(name, host) else { continue }
                try gone.append(ending { () throws(HostError) in try host.purge(name) })
            }
        } catch {
            failure = error
        }
        if gone.isEmpty {
            if let failure { throw failure }
            return try Output.result("No room is past its date; nothing was changed.")
        }
        try PrivacyOptions.finish(host, after: failure) {
            for room in gone {
                try Output.result("Destroyed: room \(room.room), \(room.head) entries, last hash \(room.headHash).")
            }
        }
    }
}

private enum PurgeList {
    static func line(_ room: String, _ host: RoomHost) throws -> String {
        let (date, summary, retention) = try ending { () throws(HostError) in
            (try host.purgeDate(of: room), try host.summary(of: room), try host.retention(of: room))
        }
        let words =
            switch date {
            case .none: "kept until somebody says how long"
            case .keep(let until): "kept until \(until.spoken) (\(retention?.text ?? ""))"
            case .due(let since): "was kept until \(since.spoken) (\(retention?.text ?? "")); can be purged"
            }
        return "Room \(room): \(words)\(summary.hold ? "; on hold, so it stays" : "")."
    }

    static func isDue(_ room: String, _ host: RoomHost) throws -> Bool {
        try ending { () throws(HostError) in
            guard case .due = try host.purgeDate(of: room) else { return false }
            return try !host.summary(of: room).hold
        }
    }
}
