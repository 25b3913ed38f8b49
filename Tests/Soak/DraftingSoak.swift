import Drafting
import DraftingMutations
import Facilitation
import Foundation
import Frameworks
import Hosting
import SeededRandom
import Serving
import Transcript

/// Valid drafts of golden and random records with one thing changed in each: the checker must find it.
struct DraftingSoak {
    /// Of 1,000 changes at most one may escape.
    static let foundPerThousand = 999
    let seed: Int
    private let golden: [Source]

    private struct Source {
        var name: String
        var record: Record
        var entries: [Int: CheckedEntry]
        var framework: Framework
    }

    /// - Parameter seed: chooses the random records and what is changed.
    init(seed: Int) throws {
        self.seed = seed
        let folder = URL(filePath: FileManager.default.currentDirectoryPath).appending(path: "Transcripts")
        let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()
        golden = try names.filter { $0.first?.isNumber == true }.map { name in
            try DraftingSoak.played(name, String(contentsOf: folder.appending(path: name), encoding: .utf8))
        }
    }

    private static func played(_ name: String, _ text: String) throws -> Source {
        let folder = FileManager.default.temporaryDirectory.appending(path: "commonground-soak-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appending(path: "golden.sqlite").path
        let player = ConversationPlayer(library: Library()) { () throws(StoreError) in try SQLiteStore(path: path) }
        let played = try player.play(try Conversation(text))
        let store = try SQLiteStore(path: path)
        defer { try? store.close() }
        let struck = Set(played.record.struck)
        var entries: [Int: CheckedEntry] = [:]
        let host = RoomHost(store: store)
        while case let page = try host.entries(of: ConversationPlayer.room, after: entries.keys.max() ?? 0, limit: 500),
            !page.isEmpty
        {
            for entry in page {
                entries[entry.number] = CheckedEntry(words: entry.words, struck: struck.contains(entry.number))
            }
        }
        return Source(name: name, record: played.record, entries: entries, framework: played.framework)
    }

    func run(changes wanted: Int) {
        var generator = SeededGenerator(seed: UInt64(truncatingIfNeeded: seed))
        var made: [Mutation.Kind: Int] = [:]
        var missed = 0
        var total = 0
        var drafts = 0
        var round = 0
        while total < wanted {
            let source = next(round)
            round += 1
            for draft in [
                Drafts.sharedAims(record: source.record, framework: source.framework),
                Drafts.minutes(record: source.record, framework: source.framework),
            ] {
                drafts += 1
                let checker = DraftChecker(record: source.record, entries: source.entries, framework: source.framework)
                if let finding = checker.findings(in: draft.markdown).first {
                    stop("a valid draft of \(source.name) is refused, line \(finding.line): \(finding.explanation)")
                }
                let mutator = Mutator(record: source.record, text: draft.markdown)
                for kind in Mutation.Kind.allCases where total < wanted {
                    guard let mutation = mutator.mutated(kind, &generator) else { continue }
                    made[kind, default: 0] += 1
                    total += 1
                    guard checker.findings(in: mutation.text).isEmpty else { continue }
                    missed += 1
                    print("missed \(kind.rawValue) in \(source.name): \(mutation.line)")
                }
            }
        }
        let kinds = Mutation.Kind.allCases.map { "\($0.rawValue) \(made[$0, default: 0])" }.joined(separator: ", ")
        print("drafting: \(total - missed) of \(total) changes found, in \(drafts) drafts, seed \(seed) (\(kinds))")
        if (total - missed) * 1_000 < total * DraftingSoak.foundPerThousand { stop("too many changes escaped") }
    }

    /// Golden records and random ones in turn.
    private func next(_ round: Int) -> Source {
        if round % 2 == 0, !golden.isEmpty { return golden[round / 2 % golden.count] }
        let session = RandomSession(seed: seed &* 100_003 &+ round, isHostile: false)
        return Source(
            name: "random record \(round)", record: session.record, entries: session.entries,
            framework: RandomSession.framework)
    }

    private func stop(_ why: String) -> Never {
        print("drafting, seed \(seed): \(why)")
        exit(1)
    }
}
