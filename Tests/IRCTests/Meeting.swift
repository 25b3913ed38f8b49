import Foundation
import JSONText
import Testing

/// The bridge in front of a store of its own, and what is to be found in it afterwards.
final class Meeting {
    private static let room = "north"
    private let network: Network
    private var bridges: [Running] = []
    /// What the bridges said of themselves.
    var notes: String { bridges.map(\.notes).joined(separator: "\n") }
    private var store: String { network.folder + "/store.sqlite" }

    init(_ network: Network, setup: String) throws {
        self.network = network
        try Data(setup.utf8).write(to: URL(fileURLWithPath: network.folder + "/setup.yaml"))
    }

    /// - Parameter recording: a file for the lines that the program is sent.
    func startBridge(recording: String? = nil) throws -> Running {
        let channel = network.files(of: Network.bot) + "/" + Network.channel
        let recorder = recording.map { ["sh", "-c", "tee \"$0\" | \"$@\"", $0] } ?? []
        let program = [
            try Tools.commonground(), "run", "--ndjson", "--room", Self.room, "--setup", network.folder + "/setup.yaml",
            "--store", store,
        ]
        let python = try #require(Tools.python)
        let bridge = try Running(
            python, [Tools.bridge, Self.room, channel, Network.bot] + recorder + program, in: network.folder,
            environment: ["IRC_PAUSE": "0.05"])
        bridges.append(bridge)
        return bridge
    }

    /// What the program prints when it is started beside the bridge.
    func look(_ arguments: [String], input: String = "") throws -> String {
        let process = Process()
        let (lines, output) = (Pipe(), Pipe())
        process.executableURL = URL(fileURLWithPath: try Tools.commonground())
        process.arguments = arguments + ["--store", store]
        process.standardInput = lines
        process.standardOutput = output
        try process.run()
        try lines.fileHandleForWriting.write(contentsOf: Data(input.utf8))
        try lines.fileHandleForWriting.close()
        let data = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        return String(decoding: data, as: UTF8.self)
    }

    func recordText() throws -> String { try look(["record", Self.room]) }
    func record() throws -> JSONValue { try JSONScanner(depthLimit: 64).scan(try recordText()) }

    /// One entry of the transcript.
    private struct Entry {
        var number: String
        var text: String
        /// Whose it is; nil for the bot.
        var by: String?
        /// Whom it is for; nil for the room.
        var to: String?
        var isPrivate: Bool
    }

    private func entries() throws -> [Entry] {
        #expect(try look(["verify"]).hasPrefix("Sound:"))
        let sync = #"{"op":"sync","id":"1","room":"\#(Self.room)","after":0,"limit":5000}"# + "\n"
        return try look(["run", "--ndjson"], input: sync).split(separator: "\n").compactMap { line in
            let event = try JSONScanner(depthLimit: 64).scan(String(line))
            guard let kind = event["ev"]?.string else { return nil }
            let to = event["to"]?.string
            return Entry(
                number: String(try #require(event["seq"]?.integer)), text: event["text"]?.string ?? "",
                by: kind == "bot" ? nil : event["by"]?.string ?? "somebody", to: to == "room" ? nil : to,
                isPrivate: event["private"]?.bool ?? false)
        }
    }

    /// Each member was heard with exactly what they typed, in their order.
    func checkHeard() throws {
        let entries = try entries().filter { $0.by != nil }
        for (nick, member) in network.members {
            let heard = entries.filter { $0.by == "irc:" + nick }.map(\.text)
            #expect(heard == member.typed.map { $0.hasPrefix("!") ? "/" + $0.dropFirst() : $0 })
        }
        #expect(Set(entries.compactMap(\.by)).isSubset(of: Set(network.members.keys.map { "irc:" + $0 } + ["console"])))
    }

    /// Every member saw each of the bot's lines once and whole, and nobody saw what was for another.
    func checkPosted(hasLongLine: Bool = false) throws {
        let entries = try entries()
        let said = entries.filter { $0.by == nil }
        let heard = Set(entries.filter { $0.by != nil && !$0.isPrivate }.map(\.number))
        for (nick, member) in network.members {
            let inChannel = member.posted(in: Network.channel)
            check(inChannel, are: said.filter { $0.to == nil }, apartFrom: heard, for: nick)
            check(
                member.posted(in: Network.bot), are: said.filter { $0.to == "irc:" + nick }, apartFrom: heard, for: nick
            )
            #expect(inChannel.map { Int($0.number) ?? 0 } == inChannel.map { Int($0.number) ?? 0 }.sorted())
            #expect(inChannel.allSatisfy { "[\($0.number)] \($0.text)".utf8.count <= 350 })
        }
        let rows = said.filter { $0.to == nil }.flatMap { $0.text.split(separator: "\n") }
        if hasLongLine { #expect(rows.contains { $0.utf8.count > 350 }) }
    }

    /// What the bot said, put together again from its pieces, and at most one receipt for each line that it heard.
    private func check(
        _ posted: [(number: String, text: String)], are said: [Entry], apartFrom heard: Set<String>, for nick: String
    ) {
        let byNumber = Dictionary(grouping: posted, by: \.number)
        for entry in said {
            let pieces = (byNumber[entry.number] ?? []).map(\.text).joined()
            #expect(solid(pieces) == solid(entry.text), "entry \(entry.number) for \(nick)")
        }
        let receipts = byNumber.filter { number, _ in !said.contains { $0.number == number } }
        #expect(receipts.allSatisfy { heard.contains($0.key) && $0.value.count == 1 }, "\(nick): \(receipts)")
    }

    private func solid(_ text: String) -> String { text.filter { !$0.isWhitespace } }
}
