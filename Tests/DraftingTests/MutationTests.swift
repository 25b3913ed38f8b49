import DraftingMutations
import Facilitation
import Foundation
import SeededRandom
import Testing

@testable import Drafting

/// A checker that finds nothing proves nothing: here one thing is changed in a valid draft, and it must be
/// found.
@Suite struct MutationTests {
    /// The same ones in every run, so a few of each kind; `Scripts/soak drafting 10000 SEED` makes others.
    static let wanted = ProcessInfo.processInfo.environment["COMMONGROUND_MUTATIONS"].flatMap(Int.init) ?? 150

    @Test func `a change of one number, name, date, quoted word, quantifier or outcome is found`() {
        var generator = SeededGenerator(seed: 2026)
        var made: [Mutation.Kind: Int] = [:]
        var missed: [Mutation] = []
        var seed = 1000
        while made.values.reduce(0, +) < Self.wanted {
            seed += 1
            let session = RandomSession(seed: seed, isHostile: false)
            let draft =
                seed % 2 == 0
                ? Drafts.sharedAims(record: session.record, framework: Fixtures.framework)
                : Drafts.minutes(record: session.record, framework: Fixtures.framework)
            let mutator = Mutator(record: session.record, text: draft.markdown)
            let checker = DraftChecker(record: session.record, entries: session.entries)
            for kind in Mutation.Kind.allCases {
                for _ in 0..<2 {
                    guard let mutation = mutator.mutated(kind, &generator) else { continue }
                    made[kind, default: 0] += 1
                    if checker.findings(in: mutation.text).isEmpty { missed.append(mutation) }
                }
            }
        }
        let total = made.values.reduce(0, +)
        let report = Mutation.Kind.allCases.map { "\($0.rawValue) \(made[$0, default: 0])" }.joined(
            separator: ", ")
        print("Mutations: \(total - missed.count) of \(total) found (\(report)).")
        for mutation in missed.prefix(30) { print("  missed \(mutation.kind.rawValue): \(mutation.line)") }
        #expect(missed.count * 1000 <= total, "at least 99.9% of the changes must be found")
        #expect(
            Mutation.Kind.allCases.allSatisfy { made[$0, default: 0] > 0 }, "every kind of change was tried")
    }
}
