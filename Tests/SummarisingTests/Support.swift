import Foundation

@testable import Summarising

/// The invented meeting of these tests.
enum Meetings {
    static func harrowdale() throws -> String {
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
        return try String(contentsOf: folder.appending(path: "Meetings/harrowdale-transport.txt"), encoding: .utf8)
    }

    static func digest(_ text: String, words: Int = 110, question: String? = nil) -> Digest {
        Digest(MeetingLines(text), wordsMax: words, question: question)
    }

    /// The clean sentences of a few lines.
    static func clean(_ text: String) -> [String] { MeetingModel(MeetingLines(text)).clean.map(\.text) }
}

/// Letters and digits in small letters, cut where anything else stands: what must be found again in a cited line.
func bareWords(_ text: String) -> [String] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "'" }.map(String.init)
}

/// True when all of `part` stands in `whole` in the same order, perhaps with more between.
func isInOrder(_ part: [String], in whole: [String]) -> Bool {
    var rest = whole[...]
    for word in part {
        guard let found = rest.firstIndex(of: word) else { return false }
        rest = rest[(found + 1)...]
    }
    return true
}

/// The same numbers in every run.
struct Shuffler: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state ^ (state >> 29)
    }
}

/// Talk made of hard words in any order.
enum Babble {
    static let words = [
        "um", "uh", "the", "the", "we", "we'll", "you", "know,", "I", "mean", "so", "and", "hall", "halls,", "roof.",
        "bus",
        "b-", "re", "report", "eighteen", "eighteen", "like,", "because", "it", "it's", "yeah", "agreed.", "what?", "—",
        "drivers…", "café", "naïve", "T_V_", "£18", "10:30", "okay,", "right?", "Mr.", "Wexcombe", "is", "…", "-",
        "’cause",
    ]

    static func meeting(seed: UInt64, lines: Int) -> String {
        var shuffler = Shuffler(state: seed)
        return (0..<lines).map { _ in
            let name = ["Ann: ", "Sam Rhys: ", "", "Priya (trust): "].randomElement(using: &shuffler) ?? ""
            let count = Int.random(in: 0...40, using: &shuffler)
            return name + (0..<count).map { _ in words.randomElement(using: &shuffler) ?? "" }.joined(separator: " ")
        }
        .joined(separator: "\n")
    }
}
