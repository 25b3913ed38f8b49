/// The number of an entry and its chained hash, as minutes print it: with it anybody can show later whether a copy of the
/// transcript begins as this one did (`commonground verify ROOM --head NUMBER:HASH`).
public struct TranscriptSeal: Sendable, Hashable {
    public var number: Int
    /// 64 hexadecimal digits.
    public var hash: String

    static let digits = 64

    public init(number: Int, hash: String) {
        self.number = number
        self.hash = hash
    }

    public var section: DraftSection {
        DraftSection(
            "Seal of the transcript",
            [
                // Without a full stop, so that it can be copied whole.
                .paragraph([Sentence([.text("\(number):\(hash)")], ending: "")]),
                .paragraph([
                    Sentence(
                        "With it, commonground verify --head shows whether a later copy begins with the same transcript"
                    )
                ]),
            ])
    }

    /// Whether a sentence is a seal and nothing else, which is no prose.
    static func isAll(of text: String) -> Bool {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        return parts.count == 2 && Int(parts[0]) != nil && parts[1].count == digits
            && parts[1].allSatisfy(\.isHexDigit)
    }

    /// Takes the first seal out of a line; nil when there is none.
    static func cut(from line: inout [MarkedCharacter]) -> TranscriptSeal? {
        for colon in line.indices where line[colon].character == ":" {
            let end = colon + 1 + digits
            guard end <= line.count, line[(colon + 1)..<end].allSatisfy({ $0.character.isHexDigit }) else { continue }
            var start = colon
            while start > 0, line[start - 1].character.isASCII, line[start - 1].character.isNumber { start -= 1 }
            guard let number = Int(String(line[start..<colon].map(\.character))) else { continue }
            let hash = String(line[(colon + 1)..<end].map(\.character))
            line.removeSubrange(start..<end)
            return TranscriptSeal(number: number, hash: hash)
        }
        return nil
    }
}
