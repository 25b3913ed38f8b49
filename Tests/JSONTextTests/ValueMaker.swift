import JSONText
import SeededRandom

/// Builds values and texts of every shape from a seed.
struct ValueMaker {
    var generator: SeededGenerator

    private static let alphabet: [String] = [
        "a", "Z", "9", " ", "\"", "\\", "/", "\n", "\r", "\t", "\u{0}", "\u{1B}", "\u{7F}", "\u{85}", "é",
        "ß", "中",
        "😀",
        "\u{202E}", "\u{200D}", "\u{FEFF}", "\u{2028}", "\u{E0041}", "\u{10FFFF}", "\u{FFFF}", "{", "}", ":",
        ",",
    ]

    mutating func text() -> String {
        let length = Int.random(in: 0...12, using: &generator)
        return (0..<length).map { _ in Self.alphabet.randomElement(using: &generator) ?? "" }.joined()
    }

    mutating func value(depth: Int) -> JSONValue {
        switch Int.random(in: 0..<(depth > 0 ? 8 : 6), using: &generator) {
        case 0: return .null
        case 1: return .bool(Bool.random(using: &generator))
        case 2: return .integer(Int.random(in: -1_000_000...1_000_000, using: &generator))
        case 3: return .fixed(Double.random(in: -10...10, using: &generator))
        case 4, 5: return .string(text())
        case 6:
            return .array((0..<Int.random(in: 0...4, using: &generator)).map { _ in value(depth: depth - 1) })
        default:
            var fields: [String: JSONValue] = [:]
            for _ in 0..<Int.random(in: 0...6, using: &generator) { fields[text()] = value(depth: depth - 1) }
            return .object(fields)
        }
    }
}
