import Facilitation
import Foundation
import Testing

@Suite struct ReadingFuzzTests {
    /// Few in a run of all tests; `COMMONGROUND_FUZZ_ROUNDS=100000` looks longer.
    private static let rounds =
        ProcessInfo.processInfo.environment["COMMONGROUND_FUZZ_ROUNDS"].flatMap(Int.init) ?? 600

    /// SplitMix64, so that a failure can be played again.
    struct Dice: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = state
            mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            return mixed ^ (mixed >> 31)
        }
    }

    private let contexts = [
        ReadingRoom.talking, ReadingRoom.testing, ReadingRoom.gauging, ReadingRoom.confirming, ReadingRoom.leading,
        ReadingRoom.objectives,
        ReadingRoom.context(.opening), ReadingRoom.context(.testing, expects: .text),
        ReadingRoom.context(.between, role: .observer),
    ]

    private func randomText(_ dice: inout Dice) -> String {
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
        var dice = Dice(state: 1)
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

    @Test func `words of the trade in any order crash nothing and read the same twice`() {
        let words = [
            "agree", "disagree", "with", "14", "#15", "not", "if", "but", "support", "full", "Owen", "Kit", "I", "we",
            "don't", "'", "\"", "?", ",", ".", "-", "by", "end", "of",
            "March", "2027", "31/3", "yes", "no", "emerging", "between", "and", "established", "high", "park",
            "correct", "withdraw", "will", "measure", "0", "👍", "🙄", "\n", ">", "q2", "next", "£", "%",
        ]
        var dice = Dice(state: 7)
        for round in 0..<Self.rounds {
            let text = (0..<Int.random(in: 1...14, using: &dice)).map { _ in words.randomElement(using: &dice) ?? "" }
                .joined(separator: " ")
            let context = contexts[round % contexts.count]
            let first = Reader.read(text, in: context)
            #expect(!first.isEmpty)
            if round % 10 == 0 { #expect(Reader.read(text, in: context) == first) }
            _ = Reader.date(text, today: context.today)
            _ = Reader.level(text)
            _ = Reader.objective(text, in: context)
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
