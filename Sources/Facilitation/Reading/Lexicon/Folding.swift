/// Text made comparable: lower case, no accents, no look-alike letters, no apostrophes.
///
/// Folding is for comparing only; what people typed is always kept as typed. It works scalar by scalar, so that `é` and
/// `e` with a combining accent fold to the same bytes.
public enum Folding {
    /// The folded form of a whole text: words in lower case, one space between them, no punctuation.
    public static func folded(_ text: String) -> String {
        var bytes: [UInt8] = []
        var pendingSpace = false
        for scalar in text.unicodeScalars {
            let before = bytes.count
            let kind = append(scalar, to: &bytes)
            if kind == .letter || kind == .digit {
                if pendingSpace, before > 0 { bytes.insert(0x20, at: before) }
                pendingSpace = false
            } else {
                bytes.removeLast(bytes.count - before)
                if kind != .ignored, kind != .apostrophe { pendingSpace = true }
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    enum Kind: UInt8 { case letter, digit, space, newline, apostrophe, mark, emoji, ignored }

    /// Appends the folded bytes of a scalar and says what kind of scalar it is.
    static func append(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) -> Kind {
        let value = scalar.value
        if value < 0x80 { return appendASCII(UInt8(value), to: &bytes) }
        if let plain = lookAlikes(value) {
            for byte in plain.utf8 { bytes.append(byte) }
            return .letter
        }
        switch value {
        case 0x0300...0x036F, 0x200B...0x200F, 0x2060...0x2064, 0xFE00...0xFE0F, 0xFEFF, 0xAD: return .ignored
        case 0x2018, 0x2019, 0x201B, 0x2032, 0x02BC, 0xB4: return .apostrophe
        case 0x2010, 0x2011:
            bytes.append(UInt8(ascii: "-"))
            return .mark
        case 0x2012...0x2015, 0x2212:
            bytes.append(dash)
            return .mark
        case 0x201C...0x201F, 0xAB, 0xBB:
            bytes.append(UInt8(ascii: "\""))
            return .mark
        case 0x2026:
            bytes.append(UInt8(ascii: "."))
            return .mark
        case 0xA3, 0x20AC: return .ignored
        case 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: return .space
        case 0x2028, 0x2029, 0x85: return .newline
        case 0xFF01...0xFF5E: return appendASCII(UInt8(value - 0xFEE0), to: &bytes)
        default: return appendOther(scalar, to: &bytes)
        }
    }

    /// The byte that stands for a dash between words, apart from the hyphen within a word.
    static let dash = UInt8(ascii: "~")

    private static func appendASCII(_ byte: UInt8, to bytes: inout [UInt8]) -> Kind {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"):
            bytes.append(byte)
            return .letter
        case UInt8(ascii: "A")...UInt8(ascii: "Z"):
            bytes.append(byte | 0x20)
            return .letter
        case UInt8(ascii: "0")...UInt8(ascii: "9"):
            bytes.append(byte)
            return .digit
        case 0x20, 0x09: return .space
        case 0x0A, 0x0D: return .newline
        case UInt8(ascii: "'"), UInt8(ascii: "`"): return .apostrophe
        case 0..<0x20, 0x7F: return .ignored
        default:
            bytes.append(byte)
            return .mark
        }
    }

    private static func appendOther(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) -> Kind {
        let properties = scalar.properties
        if properties.isAlphabetic {
            for byte in properties.lowercaseMapping.utf8 { bytes.append(byte) }
            return .letter
        }
        // Emoji keep their own bytes, so that the word lists can name them.
        for byte in String(Character(scalar)).utf8 { bytes.append(byte) }
        return scalar.value >= 0x1F000 || (0x2190...0x2BFF).contains(scalar.value) ? .emoji : .mark
    }

    /// Letters with accents, and letters of other alphabets that look like Latin ones.
    private static func lookAlikes(_ value: UInt32) -> String? {
        switch value {
        case 0xC0...0xC5, 0xE0...0xE5, 0x100...0x105, 0x0430, 0x0410, 0x0391, 0x03B1: "a"
        case 0xC6, 0xE6: "ae"
        case 0x0412, 0x0392: "b"
        case 0xC7, 0xE7, 0x106...0x10D, 0x0441, 0x0421: "c"
        case 0xD0, 0x10E...0x111: "d"
        case 0xC8...0xCB, 0xE8...0xEB, 0x112...0x11B, 0x0435, 0x0415, 0x0395: "e"
        case 0x11C...0x123: "g"
        case 0x124...0x127, 0x041D, 0x0397: "h"
        case 0xCC...0xCF, 0xEC...0xEF, 0x128...0x131, 0x0456, 0x0406, 0x0399, 0x03B9: "i"
        case 0x134, 0x135, 0x0458, 0x0408: "j"
        case 0x136...0x138, 0x041A, 0x039A, 0x212A: "k"
        case 0x139...0x142: "l"
        case 0x041C, 0x039C: "m"
        case 0xD1, 0xF1, 0x143...0x14B, 0x039D: "n"
        case 0xD2...0xD6, 0xD8, 0xF2...0xF6, 0xF8, 0x14C...0x151, 0x043E, 0x041E, 0x039F, 0x03BF: "o"
        case 0x152, 0x153: "oe"
        case 0x0440, 0x0420, 0x03A1, 0x03C1: "p"
        case 0x154...0x159: "r"
        case 0x15A...0x161, 0x0405, 0x0455: "s"
        case 0xDF: "ss"
        case 0x162...0x167, 0x0422, 0x03A4: "t"
        case 0xD9...0xDC, 0xF9...0xFC, 0x168...0x173: "u"
        case 0x174, 0x175, 0x1E80...0x1E85: "w"
        case 0x0445, 0x0425, 0x03A7: "x"
        case 0xDD, 0xFD, 0xFF, 0x176...0x178, 0x0443, 0x0423, 0x03A5, 0x1EF2, 0x1EF3: "y"
        case 0x179...0x17E, 0x0396: "z"
        default: nil
        }
    }
}
