import Foundation
import SeededRandom
import Testing

@testable import Facilitation

@Suite struct ReadingFuzzTests {
    /// Few in a run of all tests; `COMMONGROUND_FUZZ_ROUNDS=100000` looks longer.
    private static let rounds =
        ProcessInfo.processInfo.environment["COMMONGROUND_FUZZ_ROUNDS"].flatMap(Int.init) ?? 600

    private let contexts = [
        ReadingRoom.talking, ReadingRoom.testing, ReadingRoom.gauging, ReadingRoom.confirming, ReadingRoom.leading,
        ReadingRoom.objectives,
        ReadingRoom.context(.opening), ReadingRoom.context(.testing, expects: .text),
        ReadingRoom.context(.between, role: .observer),
    ]

    private func randomText(_ dice: inout SeededGenerator) -> String {
        var text = ""
        for _ in 0..<Int.random(in: 0...24, using: &dice) {
            let value = UInt32.random(in: 0...0x2FFFF, using: &dice)
            let near = UInt32.random(in: 0x20...0x7E, using: &dice)
            if let scalar = Unicode.Scalar(Bool.random(using: &dice) ? value : near) {
                text.unicodeScalars.append(scalar)
            }
        }
        return text
    }

    @Test func `random text crashes nothing and is never plain consent`() {
        var dice = SeededGenerator(seed: 1)
        for round in 0..<Self.rounds {
            let text = randomText(&dice)
            for reading in Reader.read(text, in: contexts[round % contexts.count]) where reading.strength == .plain {
                switch reading.event {
                case .positionTaken(_, .agree, _), .levelGiven(.full, _), .levelGiven(.support, _),
                    .answered(yes: true):
                    Issue.record("plain consent from \(text.debugDescription)")
                default: break
                }
            }
        }
    }

    @Test func `words of the trade in any order crash nothing`() {
        let words = [
            "agree", "disagree", "with", "14", "#15", "not", "if", "but", "support", "full", "Owen", "Kit", "I", "we",
            "don't", "'", "\"", "?", ",", ".", "-", "by", "end", "of",
            "March", "2027", "31/3", "yes", "no", "emerging", "between", "and", "established", "high", "park",
            "correct", "withdraw", "will", "measure", "0", "👍", "🙄", "\n", ">", "q2", "next", "£", "%",
        ]
        var dice = SeededGenerator(seed: 7)
        for round in 0..<Self.rounds {
            let text = (0..<Int.random(in: 1...14, using: &dice)).map { _ in words.randomElement(using: &dice) ?? "" }
                .joined(separator: " ")
            let context = contexts[round % contexts.count]
            #expect(!Reader.read(text, in: context).isEmpty)
            _ = Reader.date(text, today: context.today)
            _ = Reader.level(text)
            _ = Reader.objective(text, in: context)
        }
    }

    /// A reader that is told which of its words are in a line looks only where they are, and must miss nothing for it.
    @Test func `looking everywhere finds nothing that looking at cues missed`() {
        let phrases =
            StanceWords.entries.map(\.phrase) + LevelWords.entries.map(\.phrase) + StageWords.entries.map(\.phrase)
            + CommandWords.entries.map(\.phrase) + AskWords.entries.map(\.phrase) + OpeningWords.entries.map(\.phrase)
            + ConfirmWords.entries.map(\.phrase) + TalkWords.entries.map(\.phrase)
        let singles = Reader.vocabulary + ["Owen", "Kit", "14", "#15", ",", ".", "?", ":", "-", "2027", "\"", "🙄"]
        var dice = SeededGenerator(seed: 11)
        for round in 0..<Self.rounds / 2 {
            let pieces = (0..<Int.random(in: 1...6, using: &dice)).map { _ in
                (Bool.random(using: &dice) ? phrases : singles).randomElement(using: &dice) ?? ""
            }
            let text = pieces.joined(separator: " ")
            let context = contexts[round % contexts.count]
            #expect(
                Reader.read(Line(text, in: context, isGated: false)) == Reader.read(Line(text, in: context)),
                "\(text) (\(context.step))")
        }
    }

    @Test func `a line of eight thousand characters is kept as a statement and read for nothing`() {
        for part in ["agree with 14 ", "support if ", "31/3/27 "] {
            let line = String(repeating: part, count: 8000 / part.count)
            let readings = Reader.read(line, in: ReadingRoom.testing)
            #expect(readings.map(\.event) == [.stated(kind: .view)])
        }
    }
}
