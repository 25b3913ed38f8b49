import JSONText

/// What somebody may be called in a room: one rule for joins, set-ups and facilitators who are named.
///
/// A transcript tells people apart by their names alone, so no name may read like another one, like the bot, or like a
/// line of the transcript. A name is looked at when it is typed: what was taken once stays when a room is opened again.
public enum PersonName {
    /// Unicode characters in a name: what fits into one line of a transcript.
    public static let lettersMax = 80
    /// Unicode characters in the sector or the organisation beside it.
    public static let detailsLettersMax = 200

    /// Why a name cannot be used.
    public enum Fault: Sendable, Hashable {
        case noLetters, tooLong
        /// A line end, or a character that no screen shows.
        case hidden
        /// A sign or a word by which transcripts tell who speaks, and how.
        case mark(String)
        /// It reads like the bot, or like what the bot calls people.
        case reserved
        /// The sector or the organisation beside the name.
        case details
    }

    private static let marks: Set<Unicode.Scalar> = [":", "：", "→", "[", "]", "{", "}", "<", ">", "|"]
    private static let privately = "privately"
    private static let botsName = "commonground"
    private static let reserved: Set<String> = [
        "afacilitator", "thefacilitator", "amember", "themember", "somebody", "room", "everyone", "everybody", "all",
        "bot",
    ]
    /// In no name at all: *Helen Reed (facilitator)* says what only the set-up and the room can say.
    private static let facilitator = "facilitator"

    /// Nil for a name that can be used.
    public static func fault(in name: String) -> Fault? {
        let letters = name.unicodeScalars
        if letters.count > lettersMax { return .tooLong }
        if letters.contains(where: isHidden) { return .hidden }
        if let mark = letters.first(where: marks.contains) { return .mark(String(mark)) }
        let words = words(of: name)
        if words.isEmpty { return .noLetters }
        if words.contains(privately) { return .mark(privately) }
        let whole = words.joined()
        // *rn* reads like *m*, and is in too many names to stand for it in others than the bot's.
        let isBots = whole.replacing("rn", with: "m").hasPrefix(botsName)
        return isBots || reserved.contains(whole) || words.contains(facilitator) ? .reserved : nil
    }

    /// As `fault(in:)`, for what stands beside a name.
    public static func fault(inDetails details: String) -> Fault? {
        let letters = details.unicodeScalars
        return letters.count > detailsLettersMax || letters.contains(where: isHidden) ? .details : nil
    }

    /// How a name reads: without case, accents, marks, and signs that look like Latin letters.
    public static func skeleton(_ name: String) -> String { words(of: name).joined(separator: " ") }

    /// The first of these names that reads like this one and is written in another way; nil when one of them is it.
    public static func lookAlike(of name: String, among others: [String]) -> String? {
        let written = Names.fold(name)
        guard !others.contains(where: { Names.fold($0) == written }) else { return nil }
        let wanted = words(of: name).joined()
        return others.first { words(of: $0).joined() == wanted }
    }

    private static func words(of name: String) -> [String] {
        var plain = ""
        for letter in name.unicodeScalars where !isAccent(letter) {
            if let latin = LookAlikes.latin(letter.value) {
                plain += latin
            } else {
                plain.unicodeScalars.append(letter)
            }
        }
        return Folding.folded(plain).split(separator: " ").map(String.init)
    }

    /// Stands on another letter, and is no letter itself.
    private static func isAccent(_ letter: Unicode.Scalar) -> Bool {
        switch letter.properties.generalCategory {
        case .nonspacingMark, .enclosingMark: !letter.properties.isAlphabetic
        default: false
        }
    }

    private static func isHidden(_ letter: Unicode.Scalar) -> Bool {
        if HiddenCharacters.contains(letter.value) { return true }
        // They choose how an emoji looks, and hide nothing.
        if (0xFE00...0xFE0F).contains(letter.value) { return false }
        return letter.properties.isDefaultIgnorableCodePoint || HiddenCharacters.isObeyed(letter)
            || HiddenCharacters.isUnknown(letter)
    }
}

/// Letters that read like a Latin one and that `Folding` leaves as they are, because words need it less than names.
private enum LookAlikes {
    static func latin(_ value: UInt32) -> String? {
        styled(value) ?? figure(value) ?? letterlike(value) ?? accented(value) ?? foreign(value)
    }

    /// Figures that stand for letters: *Ann 5hah*.
    private static func figure(_ value: UInt32) -> String? {
        switch value {
        case 0x30: "o"
        case 0x31: "l"
        case 0x35: "s"
        default: nil
        }
    }

    /// Letters in circles and squares, and those that mathematicians use: alphabets in order, one after the other.
    private static func styled(_ value: UInt32) -> String? {
        let place: UInt32
        switch value {
        case 0x1D400...0x1D6A3: place = (value - 0x1D400) % 26
        case 0x249C...0x24B5: place = value - 0x249C
        case 0x24B6...0x24E9: place = (value - 0x24B6) % 26
        case 0x1F110...0x1F129: place = value - 0x1F110
        case 0x1F1E6...0x1F1FF: place = value - 0x1F1E6
        case 0x1F130...0x1F149, 0x1F150...0x1F169, 0x1F170...0x1F189: place = (value - 0x1F130) % 32
        default: return nil
        }
        return String(UnicodeScalar(UInt8(ascii: "a") + UInt8(place)))
    }

    /// Symbols that are letters of another style, Roman numerals, letters set small or high, and ligatures.
    private static func letterlike(_ value: UInt32) -> String? {
        switch value {
        case 0xAA, 0x1D00, 0x1D2C, 0x1D43, 0x2090, 0x212B: "a"
        case 0x299, 0x1D2E, 0x1D47, 0x212C: "b"
        case 0x1D04, 0x1D9C, 0x2102, 0x212D, 0x216D, 0x217D: "c"
        case 0x1D05, 0x1D30, 0x1D48, 0x2145, 0x2146, 0x216E, 0x217E: "d"
        case 0x1D07, 0x1D31, 0x1D49, 0x2091, 0x212E...0x2130, 0x2147: "e"
        case 0xA730, 0x1DA0, 0x2131: "f"
        case 0x262, 0x1D33, 0x1D4D, 0x210A: "g"
        case 0x29C, 0x2B0, 0x1D34, 0x2095, 0x210B...0x210F: "h"
        case 0x26A, 0x1D35, 0x2071, 0x1D62, 0x2110, 0x2111, 0x2139, 0x2148, 0x2160, 0x2170: "i"
        case 0x1D0A, 0x2B2, 0x1D36, 0x2149, 0x2C7C: "j"
        case 0x1D0B, 0x1D37, 0x1D4F, 0x2096: "k"
        case 0x29F, 0x2E1, 0x1D38, 0x2097, 0x2112, 0x2113, 0x216C, 0x217C: "l"
        case 0x1D0D, 0x1D39, 0x1D50, 0x2098, 0x2133, 0x216F, 0x217F: "m"
        case 0x274, 0x1D3A, 0x207F, 0x2099, 0x2115: "n"
        case 0xBA, 0x1D0F, 0x1D3C, 0x1D52, 0x2092, 0x2134: "o"
        case 0x1D18, 0x1D3E, 0x1D56, 0x209A, 0x2118, 0x2119: "p"
        case 0x211A: "q"
        case 0x280, 0x2B3, 0x1D3F, 0x1D63, 0x211B...0x211D: "r"
        case 0x2E2, 0x209B, 0xA731: "s"
        case 0x1D1B, 0x1D40, 0x1D57, 0x209C: "t"
        case 0x1D1C, 0x1D41, 0x1D58, 0x1D64: "u"
        case 0x1D20, 0x1D5B, 0x1D65, 0x2164, 0x2174, 0x2C7D: "v"
        case 0x1D21, 0x2B7, 0x1D42: "w"
        case 0x2E3, 0x2093, 0x2169, 0x2179: "x"
        case 0x28F, 0x2B8: "y"
        case 0x1D22, 0x1DBB, 0x2124, 0x2128: "z"
        case 0xFB00: "ff"
        case 0xFB01: "fi"
        case 0xFB02: "fl"
        case 0xFB03: "ffi"
        case 0xFB04: "ffl"
        case 0xFB05, 0xFB06: "st"
        default: nil
        }
    }

    private static func accented(_ value: UInt32) -> String? {
        switch value {
        case 0x1CD...0x1CE, 0x1DE...0x1E1, 0x1FA...0x1FB, 0x200...0x203, 0x226...0x227, 0x1E00...0x1E01,
            0x1EA0...0x1EB7:
            "a"
        case 0x1E02...0x1E07: "b"
        case 0x1E08...0x1E09: "c"
        case 0x1E0A...0x1E13: "d"
        case 0x204...0x207, 0x228...0x229, 0x1E14...0x1E1D, 0x1EB8...0x1EC7: "e"
        case 0x192, 0x1E1E...0x1E1F: "f"
        case 0x1E4...0x1E7, 0x1F4...0x1F5, 0x1E20...0x1E21: "g"
        case 0x21E...0x21F, 0x1E22...0x1E2B: "h"
        case 0x1CF...0x1D0, 0x208...0x20B, 0x1E2C...0x1E2F, 0x1EC8...0x1ECB: "i"
        case 0x1F0: "j"
        case 0x1E8...0x1E9, 0x1E30...0x1E35: "k"
        case 0x1E36...0x1E3D: "l"
        case 0x1E3E...0x1E43: "m"
        case 0x1F8...0x1F9, 0x1E44...0x1E4B: "n"
        case 0x1A0...0x1A1, 0x1D1...0x1D2, 0x1EA...0x1ED, 0x20C...0x20F, 0x22A...0x231, 0x1E4C...0x1E53,
            0x1ECC...0x1EE3:
            "o"
        case 0x1E54...0x1E57: "p"
        case 0x210...0x213, 0x1E58...0x1E5F: "r"
        case 0x218...0x219, 0x1E60...0x1E69: "s"
        case 0x21A...0x21B, 0x1E6A...0x1E71: "t"
        case 0x1AF...0x1B0, 0x1D3...0x1DC, 0x214...0x217, 0x1E72...0x1E7B, 0x1EE4...0x1EF1: "u"
        case 0x1E7C...0x1E7F: "v"
        case 0x1E86...0x1E89: "w"
        case 0x1E8A...0x1E8D: "x"
        case 0x232...0x233, 0x1E8E...0x1E8F, 0x1EF4...0x1EF9: "y"
        case 0x1E90...0x1E95: "z"
        default: nil
        }
    }

    /// Greek, Cyrillic and Armenian.
    private static func foreign(_ value: UInt32) -> String? {
        switch value {
        case 0x251, 0x386, 0x3AC: "a"
        case 0x3B2, 0x42C, 0x432, 0x44C: "b"
        case 0x3F2, 0x3F9: "c"
        case 0x500, 0x501: "d"
        case 0x388, 0x3AD, 0x3B5, 0x400, 0x401, 0x450, 0x451: "e"
        case 0x261, 0x581: "g"
        case 0x389, 0x43D, 0x4BA, 0x4BB, 0x570: "h"
        case 0x38A, 0x390, 0x3AA, 0x3AF, 0x3CA, 0x407, 0x457, 0x4C0: "i"
        case 0x3F3, 0x575: "j"
        case 0x3BA, 0x43A: "k"
        case 0x4CF, 0x53C, 0x56C: "l"
        case 0x43C: "m"
        case 0x3AE, 0x3B7, 0x578, 0x57C: "n"
        case 0x38C, 0x3C3, 0x3CC, 0x555, 0x585: "o"
        case 0x51A, 0x51B, 0x563, 0x566: "q"
        case 0x433: "r"
        case 0x54F: "s"
        case 0x3C4, 0x442: "t"
        case 0x3C5, 0x3CD, 0x54D, 0x57D: "u"
        case 0x3BD, 0x474, 0x475: "v"
        case 0x3C9, 0x461, 0x51C, 0x51D, 0x561: "w"
        case 0x3C7, 0x4B2, 0x4B3: "x"
        case 0x38E, 0x3B3, 0x40E, 0x45E, 0x4AE, 0x4AF: "y"
        case 0x3B6: "z"
        default: nil
        }
    }
}

extension Discussion {
    /// Looks at a name that nobody has here yet, and so at what a join or `/facilitator` would bring into the room.
    func checkNewName(in event: Event, by actor: String) throws(Refusal) {
        if case .facilitatorNamed(let name) = event { try checkNewFacilitator(name, by: actor) }
        guard case .joined(let name, let sector, let organisation, _) = event else { return }
        // Whoever is here stays who they are, and only adds what was missing.
        if people.find(actor: actor) == nil { try checkNewName(name) }
        for details in [sector, organisation] {
            if let fault = PersonName.fault(inDetails: details) { throw .badName(fault) }
        }
    }

    private func checkNewName(_ name: String) throws(Refusal) {
        if let fault = PersonName.fault(in: name) { throw .badName(fault) }
        let others = people.ids.map { people[$0].name }
        if let other = PersonName.lookAlike(of: name, among: others) { throw .nameLooksLike(other) }
    }

    /// Where a set-up says who is here, nobody else is made a facilitator out of nothing; and one whom it names without
    /// an id is nobody's to speak for.
    private func checkNewFacilitator(_ name: String, by actor: String) throws(Refusal) {
        let found = people.named(name)
        if let place = found.first, !people[place].isClaimed, people[place].role == .facilitator,
            people.find(actor: actor) == nil
        {
            throw .facilitatorNeedsID(people[place].name)
        }
        guard found.isEmpty, people.facilitators.isEmpty else { return }
        try checkNewName(name)
        if !setup.members.isEmpty { throw .unknownMember(name) }
    }
}
