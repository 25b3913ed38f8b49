import Facilitation
import Foundation
import JSONText
import Testing
import Transcript

/// The bridge in front of a store of its own, and what is to be found in it afterwards.
final class Meeting {
    private static let room = "north"
    private let network: Network
    private var store: String { network.folder + "/store.sqlite" }

    init(_ network: Network, setup: String) throws {
        self.network = network
        try Data(setup.utf8).write(to: URL(fileURLWithPath: network.folder + "/setup.yaml"))
    }

    func startBridge() throws -> Running {
        let channel = network.files(of: Network.bot) + "/" + Network.channel
        let program = [
            try Tools.commonground(), "run", "--ndjson", "--room", Self.room, "--setup", network.folder + "/setup.yaml",
            "--store", store,
        ]
        let python = try #require(Tools.python)
        return try Running(
            python, [Tools.bridge, Self.room, channel, Network.bot] + program, in: network.folder,
            environment: ["IRC_PAUSE": "0.05"])
    }

    /// What `commonground record` and its like print.
    func look(_ command: String) throws -> String {
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: try Tools.commonground())
        process.arguments = [command, Self.room, "--store", store]
        process.standardOutput = output
        try process.run()
        let data = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        return String(decoding: data, as: UTF8.self)
    }

    func record() throws -> JSONValue { try JSONScanner(depthLimit: 64).scan(try look("record")) }

    private func entries() throws -> [Entry] {
        let kept = try SQLiteStore(path: store)
        defer { try? kept.close() }
        #expect(try kept.verify(room: nil).findings == [])
        return try kept.entries(in: Self.room, after: 0, limit: 1_000)
    }

    /// Each member was heard with exactly what they typed, in their order.
    func checkHeard() throws {
        let entries = try entries().filter { $0.direction == .heard }
        for (nick, member) in network.members {
            let heard = entries.filter { $0.by == "irc:" + nick }.map(\.words)
            #expect(heard == member.typed.map { $0.hasPrefix("!") ? "/" + $0.dropFirst() : $0 })
        }
        #expect(Set(entries.compactMap(\.by)).isSubset(of: Set(network.members.keys.map { "irc:" + $0 } + ["console"])))
    }

    /// Every member saw each of the bot's lines once and whole, and nobody saw what was for another.
    func checkPosted() throws {
        let entries = try entries()
        let said = entries.filter { $0.direction == .said }
        let heard = Set(entries.filter { $0.direction == .heard && $0.to == nil }.map { String($0.number) })
        for (nick, member) in network.members {
            let inChannel = member.posted(in: Network.channel)
            check(inChannel, are: said.filter { $0.to == nil }, apartFrom: heard, for: nick)
            check(
                member.posted(in: Network.bot), are: said.filter { $0.to == "irc:" + nick }, apartFrom: heard, for: nick)
            #expect(inChannel.map { Int($0.number) ?? 0 } == inChannel.map { Int($0.number) ?? 0 }.sorted())
            #expect(inChannel.allSatisfy { "[\($0.number)] \($0.text)".utf8.count <= 350 })
        }
        #expect(said.filter { $0.to == nil }.contains { $0.words.split(separator: "\n").contains { $0.utf8.count > 350 } })
    }

    /// What the bot said, put together again from its pieces, and at most one receipt for each line that it heard.
    private func check(
        _ posted: [(number: String, text: String)], are said: [Entry], apartFrom heard: Set<String>, for nick: String
    ) {
        let byNumber = Dictionary(grouping: posted, by: \.number)
        for entry in said {
            let pieces = (byNumber[String(entry.number)] ?? []).map(\.text).joined()
            #expect(solid(pieces) == solid(entry.words), "entry \(entry.number) for \(nick)")
        }
        let receipts = byNumber.filter { number, _ in !said.contains { String($0.number) == number } }
        #expect(receipts.allSatisfy { heard.contains($0.key) && $0.value.count == 1 }, "\(nick): \(receipts)")
    }

    private func solid(_ text: String) -> String { text.filter { !$0.isWhitespace } }
}
