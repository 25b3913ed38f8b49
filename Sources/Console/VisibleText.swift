import JSONText

/// Text made safe to show: whatever a terminal would obey, hide or turn round is shown as its code point
/// instead, for example `⟨1B⟩` for ESC or `⟨202E⟩` for a right-to-left override.
///
/// Everything that people wrote goes through here before it reaches a screen. Letters, marks and emoji of all
/// scripts stay as they are. What changes:
/// - control characters (C0, DEL, C1), and with them every escape sequence; a tab becomes one space;
/// - formatting characters: bidirectional controls, zero-width characters, soft hyphens, tags, the two
///   Unicode separators of lines and paragraphs; those that hold an emoji together stay;
/// - letters that look like nothing (Hangul fillers, the empty Braille pattern), unassigned and private-use
///   code points;
/// - combining marks beyond ``marksPerLetterMax`` on one letter, which would climb over the lines around
///   them, and marks without a letter, which are set on a dotted circle.
public enum VisibleText {
    /// The most combining marks drawn on one letter. Vietnamese needs 2, Hebrew with points and accents 4.
    public static let marksPerLetterMax = 4

    /// What to make of a line break inside the text.
    public enum LineBreaks: Sendable {
        /// Kept: the text is the program's own.
        case kept
        /// Shown as `⟨0A⟩`: the text is somebody's, who could otherwise write lines in the program's name.
        case shown
    }

    /// The text with everything unsafe made visible. Idempotent.
    public static func of(_ text: String, lineBreaks: LineBreaks = .shown) -> String {
        if isPlainlySafe(text, lineBreaks) { return text }
        var result = ""
        result.reserveCapacity(text.utf8.count)
        for character in text {
            if isLineBreak(character), lineBreaks == .kept {
                result.append("\n")
                continue
            }
            for cell in cells(of: character) { result += cell.text }
        }
        return result
    }

    /// Columns that the text takes on a terminal after ``of(_:lineBreaks:)``. Terminals differ over emoji
    /// joined from several: the largest width is counted, so that a line never runs over.
    public static func width(of text: String) -> Int {
        text.reduce(0) { sum, character in sum + cells(of: character).reduce(0) { $0 + $1.width } }
    }

    // MARK: Cells

    /// The smallest thing a line may be cut between: visible text and its width in columns.
    struct Cell: Equatable {
        var text: String
        var width: Int
        var isSpace = false
    }

    static func isLineBreak(_ character: Character) -> Bool {
        character == "\n" || character == "\r\n"
    }

    static func cells(of character: Character) -> [Cell] {
        if character == " " || character == "\t" { return [Cell(text: " ", width: 1, isSpace: true)] }
        let scalars = Array(character.unicodeScalars)
        if let byte = character.asciiValue, scalars.count == 1, (0x20..<0x7F).contains(byte) {
            return [Cell(text: String(character), width: 1)]
        }
        if let flag = flagOfNation(scalars) { return [flag] }
        var cells: [Cell] = []
        var marks = 0
        for (index, scalar) in scalars.enumerated() {
            let before = index > 0 ? scalars[index - 1] : nil
            let after = index + 1 < scalars.count ? scalars[index + 1] : nil
            if joinsEmoji(scalar, after: before, before: after), !cells.isEmpty {
                cells[cells.count - 1].text.unicodeScalars.append(scalar)
                if scalar.value == 0xFE0F { cells[cells.count - 1].width = 2 }
            } else if isUnsafe(scalar) {
                cells.append(code(of: scalar))
            } else if isMark(scalar) {
                marks += 1
                set(scalar, on: &cells, count: marks)
            } else if follows(scalar, emojiJoinedBy: before), !cells.isEmpty {
                cells[cells.count - 1].text.unicodeScalars.append(scalar)
                cells[cells.count - 1].width += columns(of: scalar)
            } else {
                marks = 0
                cells.append(Cell(text: String(scalar), width: columns(of: scalar)))
            }
        }
        return cells
    }

    private static func set(_ mark: Unicode.Scalar, on cells: inout [Cell], count: Int) {
        if cells.isEmpty {
            cells.append(Cell(text: "\u{25CC}" + String(mark), width: 1))
        } else if count > marksPerLetterMax {
            cells.append(code(of: mark))
        } else {
            cells[cells.count - 1].text.unicodeScalars.append(mark)
        }
    }

    private static func code(of scalar: Unicode.Scalar) -> Cell {
        let code = HiddenCharacters.code(of: scalar)
        return Cell(text: code, width: code.count)
    }

    // MARK: Kinds of code points

    private static func isPlainlySafe(_ text: String, _ lineBreaks: LineBreaks) -> Bool {
        text.utf8.allSatisfy { byte in
            (0x20..<0x7F).contains(byte) || (byte == 0x0A && lineBreaks == .kept)
        }
    }

    private static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
        HiddenCharacters.isObeyed(scalar) || HiddenCharacters.isUnknown(scalar)
            || scalar.properties.isDefaultIgnorableCodePoint || scalar.value == 0x2800
    }

    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        let category = scalar.properties.generalCategory
        return category == .nonspacingMark || category == .enclosingMark
    }

    /// Presentation selectors after an emoji, and the joiner between two.
    private static func joinsEmoji(
        _ scalar: Unicode.Scalar, after before: Unicode.Scalar?, before after: Unicode.Scalar?
    ) -> Bool {
        guard let before else { return false }
        switch scalar.value {
        case 0xFE0E, 0xFE0F:
            return before.properties.isEmoji
        case 0x200D:
            guard let after else { return false }
            let joinsOn = before.properties.isEmoji || before.value == 0xFE0F
            return joinsOn && after.properties.isEmoji && !after.isASCII
        default:
            return false
        }
    }

    private static func follows(_ scalar: Unicode.Scalar, emojiJoinedBy before: Unicode.Scalar?) -> Bool {
        guard let before else { return false }
        let isFlagHalf = isRegional(scalar) && isRegional(before)
        return before.value == 0x200D || scalar.properties.isEmojiModifier || isFlagHalf
    }

    private static func isRegional(_ scalar: Unicode.Scalar) -> Bool {
        (0x1F1E6...0x1F1FF).contains(scalar.value)
    }

    /// The flags of England, Scotland and Wales are a black flag and hidden letters. Only these three
    /// spellings are let through: other hidden letters could carry a message that nobody sees.
    private static func flagOfNation(_ scalars: [Unicode.Scalar]) -> Cell? {
        guard scalars.count == 7, scalars[0].value == 0x1F3F4, scalars[6].value == 0xE007F else { return nil }
        let letters = scalars[1...5].map { $0.value &- 0xE0000 }
        let nations = ["gbeng", "gbsct", "gbwls"]
        guard nations.contains(where: { $0.unicodeScalars.map(\.value) == letters }) else { return nil }
        var text = ""
        text.unicodeScalars.append(contentsOf: scalars)
        return Cell(text: text, width: 2)
    }

    // MARK: Width

    private static func columns(of scalar: Unicode.Scalar) -> Int {
        // A regional letter alone takes one column; two make a flag of two.
        if isRegional(scalar) { return 1 }
        // Vowels and final consonants of Hangul sit in the square of their first consonant.
        if (0x1160...0x11FF).contains(scalar.value) { return 0 }
        if scalar.properties.isEmojiPresentation { return 2 }
        return isWide(scalar.value) ? 2 : 1
    }

    /// Blocks of East Asian Wide and Fullwidth characters (Unicode Standard Annex 11), as whole blocks: a
    /// code point that the annex calls narrow inside one of them is counted as two columns, which only wraps
    /// a little early.
    private static let wideBlocks: [ClosedRange<UInt32>] = [
        0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x4DBF, 0x4E00...0xA4CF, 0xA960...0xA97C, 0xAC00...0xD7A3,
        0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6,
        0x16FE0...0x18DFF,
        0x1AFF0...0x1B2FF, 0x1F200...0x1F265, 0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1F9FF,
        0x20000...0x3FFFD,
    ]

    private static func isWide(_ value: UInt32) -> Bool {
        value >= 0x1100 && wideBlocks.contains { $0.contains(value) }
    }
}
