/// A Swift file, and the same file as code alone.
struct SourceFile {
    let path: String
    let text: String

    /// The lines of the file.
    let lines: [Substring]
    /// The text with comments, texts and names in backticks blanked out, so that a rule sees only code.
    let codeText: String
    let code: [Substring]

    init(path: String, text: String) {
        self.path = path
        self.text = text
        lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        codeText = CodeOnly(text).text
        code = codeText.split(separator: "\n", omittingEmptySubsequences: false)
    }

    /// `Sources/Consensus/Answers.swift` → `Consensus`.
    var target: String { path.split(separator: "/").dropFirst().first.map(String.init) ?? "" }

    /// The modules that it imports.
    var imports: [String] {
        code.compactMap { line in
            guard line.utf8.starts(with: "import ".utf8) || line.contains(" import ") else { return nil }
            let words = line.split(separator: " ")
            guard let at = words.firstIndex(of: "import"),
                words[..<at].allSatisfy({ $0.hasPrefix("@") || $0 == "public" })
            else {
                return nil
            }
            // `import struct Foundation.Data` names Foundation.
            return words.last.map { String($0.prefix { $0 != "." }) }
        }
    }
}

/// Takes comments, texts and names in backticks out of Swift code, and leaves every line break where it was. On bytes, because the
/// whole project passes through it.
struct CodeOnly {
    var text: String { String(decoding: blanked, as: UTF8.self) }
    private var blanked: [UInt8] = []
    private let bytes: [UInt8]
    private var at = 0

    init(_ text: String) {
        bytes = Array(text.utf8)
        blanked.reserveCapacity(bytes.count)
        while at < bytes.count { step() }
    }

    private static let quote = UInt8(ascii: "\"")
    private static let hash = UInt8(ascii: "#")
    private static let backtick = UInt8(ascii: "`")
    private static let lineBreak = UInt8(ascii: "\n")
    private static let slash = UInt8(ascii: "/")

    private mutating func step() {
        switch bytes[at] {
        case CodeOnly.slash where starts(with: "//"):
            while at < bytes.count, bytes[at] != CodeOnly.lineBreak { blank() }
        case CodeOnly.slash where starts(with: "/*"): blankComment()
        case CodeOnly.backtick:
            blank()
            while at < bytes.count, bytes[at] != CodeOnly.backtick, bytes[at] != CodeOnly.lineBreak { blank() }
            blank()
        case CodeOnly.quote: blankText()
        case CodeOnly.hash where starts(with: "#\"") || starts(with: "##\""): blankText()
        default:
            blanked.append(bytes[at])
            at += 1
        }
    }

    private func starts(with wanted: String) -> Bool { bytes[at...].starts(with: wanted.utf8) }

    private mutating func blank() {
        guard at < bytes.count else { return }
        blanked.append(bytes[at] == CodeOnly.lineBreak ? CodeOnly.lineBreak : UInt8(ascii: " "))
        at += 1
    }

    private mutating func blank(_ count: Int) { for _ in 0..<count { blank() } }

    private mutating func blankComment() {
        var depth = 0
        repeat {
            if starts(with: "/*") {
                depth += 1
                blank(2)
            } else if starts(with: "*/") {
                depth -= 1
                blank(2)
            } else {
                blank()
            }
        } while depth > 0 && at < bytes.count
    }

    private mutating func blankText() {
        var marks = ""
        while bytes[at] == CodeOnly.hash {
            marks.append("#")
            blank()
        }
        let quote = starts(with: "\"\"\"") ? "\"\"\"" : "\""
        let end = quote + marks
        let interpolation = "\\" + marks + "("
        blank(quote.utf8.count)
        while at < bytes.count {
            if bytes[at] == CodeOnly.quote, starts(with: end) { break }
            if bytes[at] != UInt8(ascii: "\\") {
                blank()
            } else if starts(with: interpolation) {
                blank(interpolation.utf8.count)
                blankInterpolation()
            } else {
                blank(marks.isEmpty ? 2 : 1)
            }
        }
        blank(end.utf8.count)
    }

    /// What stands between `\(` and its `)`: code, which may hold texts again.
    private mutating func blankInterpolation() {
        var depth = 1
        while at < bytes.count, depth > 0 {
            if bytes[at] == CodeOnly.quote {
                blankText()
                continue
            }
            if bytes[at] == UInt8(ascii: "(") { depth += 1 }
            if bytes[at] == UInt8(ascii: ")") { depth -= 1 }
            blank()
        }
    }
}
