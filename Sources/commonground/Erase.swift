import ArgumentParser
import Console
import Hosting
import Transcript

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
        let asksForMore = person != nil || room != nil || keepProposals || options.yes || !options.because.isEmpty
        if finish && asksForMore {
            throw ValidationError(
                "--finish erases nobody: it only cleans the files, and goes alone. To erase somebody, leave it out.")
        }
    }

    func run() throws {
        let host = try options.host()
        defer { try? host.store.close() }
        guard let person, !finish else {
            try PrivacyOptions.finish(host)
            try Output.result("The files of the store hold nothing that was erased.")
            return try PrivacyOptions.tellOfSetAside(host)
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
