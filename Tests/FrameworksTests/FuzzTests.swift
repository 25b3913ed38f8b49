import Facilitation
import JSONText
import Testing

@testable import Frameworks

/// Numbers that look random and are the same in every run (xorshift64*, Vigna 2016).
struct SteadyNumbers: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
        state ^= state >> 12
        state ^= state << 25
        state ^= state >> 27
        return state &* 0x2545_F491_4F6C_DD1D
    }
}

@Suite struct `Hostile input` {
    /// Reads it both ways; whatever has a value has no mistakes, whatever has none says why.
    private func check(_ bytes: [UInt8]) {
        let pack = PackReader.read(yaml: bytes, source: "x.yaml")
        #expect((pack.value == nil) == !pack.mistakes.isEmpty)
        let setup = SetupReader(library: Library(), mayReadFiles: false)
            .read(yaml: bytes, source: "x.yaml", framework: riverTowns.value)
        #expect((setup.value == nil) == !setup.mistakes.isEmpty)
        for mistake in pack.mistakes + setup.mistakes {
            let told = MistakeText.entry(mistake, in: "x.yaml")
            #expect(!told.unicodeScalars.contains { MappingReader.isHidden($0) && $0 != "\n" })
            #expect(!MistakeText.mend(mistake.kind).isEmpty)
        }
    }

    @Test func `of random bytes never ends the program`() {
        var numbers = SteadyNumbers(state: 20_261_122)
        for _ in 0..<600 {
            check(
                (0..<Int.random(in: 0...60, using: &numbers)).map { _ in
                    UInt8.random(in: 0...255, using: &numbers)
                })
        }
    }

    @Test func `made of YAML's signs never ends the program`() {
        let pieces = [
            "id", "name", ":", ": ", "- ", "\n", "\n  ", "[", "]", "{", "}", ", ", "&a ", "*a", "? ", "| ",
            "> ", "\"", "'",
            "#", "---", "...", "!!str ", "%YAML", "\t", "stages", "members", "areas", "~", "true", "9", "\\",
            "é", "<<",
            "\u{0}", "\u{FEFF}", "\r\n", "!<", "@",
        ]
        var numbers = SteadyNumbers(state: 7)
        for _ in 0..<3_000 {
            let count = Int.random(in: 1...30, using: &numbers)
            let text = (0..<count).map { _ in pieces.randomElement(using: &numbers) ?? "" }.joined()
            check(Array(text.utf8))
        }
    }

    @Test func `made of a sound pack with bytes changed never ends the program`() {
        var numbers = SteadyNumbers(state: 99)
        for _ in 0..<400 {
            var bytes = PackageResources.river_towns_yaml
            for _ in 0..<Int.random(in: 1...4, using: &numbers) {
                let index = Int.random(in: 0..<bytes.count, using: &numbers)
                switch Int.random(in: 0...2, using: &numbers) {
                case 0: bytes[index] = UInt8.random(in: 0...255, using: &numbers)
                case 1: bytes.remove(at: index)
                default:
                    bytes.insert(
                        contentsOf: Array(":-[{\n\"&*".utf8).shuffled(using: &numbers).prefix(1), at: index)
                }
            }
            check(bytes)
        }
    }

    @Test func `nested deeply never ends the program`() {
        for sign in ["[", "{a: ", "- ", "? ", "{? ", "[{"] {
            check(Array(String(repeating: sign, count: 5_000).utf8))
        }
        check(Array((0..<900).map { String(repeating: " ", count: $0) + "a:\n" }.joined().utf8))
    }

    @Test func `as JSON from the wire never ends the program`() {
        var numbers = SteadyNumbers(state: 3)
        let keys = SetupReader.keys + MemberReader.keys + PackReader.packKeys + AreaReader.keys
        func value(_ depth: Int) -> JSONValue {
            switch Int.random(in: 0...(depth > 4 ? 4 : 7), using: &numbers) {
            case 0: return .null
            case 1: return .bool(true)
            case 2:
                return .number(
                    ["0", "-1", "1e400", "99999999999999999999", "0.5"].randomElement(using: &numbers) ?? "")
            case 3, 4:
                return .string(
                    ["", "named", "1", "\u{202E}", "2026-02-30", "half"].randomElement(using: &numbers) ?? "")
            case 5: return .array((0..<3).map { _ in value(depth + 1) })
            default:
                let fields = (0..<4).map { _ in (keys.randomElement(using: &numbers) ?? "", value(depth + 1))
                }
                return .object(Dictionary(fields, uniquingKeysWith: { first, _ in first }))
            }
        }
        let reader = SetupReader(library: Library(), mayReadFiles: false)
        for _ in 0..<2_000 {
            let setup = reader.read(json: value(0), framework: riverTowns.value)
            #expect((setup.value == nil) == !setup.mistakes.isEmpty)
        }
    }
}
