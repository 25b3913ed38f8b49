import JSONText
import LineProtocol

/// A text in pieces that each fit into a line of the protocol.
enum LinePieces {
    /// What the other fields of a line take at most: room, actor and key at their longest, all of it escaped.
    private static let otherFieldsBytesMax = 4_096

    /// What a text takes in a line.
    private struct Size {
        var scalars = 0
        var bytes = 0

        init() {}

        init(_ letter: Character) {
            scalars = letter.unicodeScalars.count
            bytes = letter.unicodeScalars.reduce(0) { $0 + LinePieces.encodedBytes($1) }
        }

        func with(_ other: Size) -> Size {
            var sum = self
            sum.scalars += other.scalars
            sum.bytes += other.bytes
            return sum
        }

        var fits: Bool {
            scalars <= ClientLine.Limit.textCharacters
                && bytes <= ClientLine.Limit.lineBytes - LinePieces.otherFieldsBytesMax
        }
    }

    /// Cut between characters; inside one only where it alone is too long, for nothing is left out.
    static func cut(_ text: String) -> [String] {
        var pieces = [""]
        var used = Size()
        for letter in text {
            for part in Size(letter).fits ? [letter] : letter.unicodeScalars.map({ Character($0) }) {
                let size = Size(part)
                if !used.with(size).fits {
                    pieces.append("")
                    used = Size()
                }
                pieces[pieces.count - 1].append(part)
                used = used.with(size)
            }
        }
        return pieces
    }

    /// Bytes of a character inside a JSON text, as `JSONEmitter` writes it.
    private static func encodedBytes(_ scalar: Unicode.Scalar) -> Int {
        if scalar == "\"" || scalar == "\\" { return 2 }
        if HiddenCharacters.contains(scalar.value) { return scalar.value > 0xFFFF ? 12 : 6 }
        return UTF8.width(scalar)
    }
}
