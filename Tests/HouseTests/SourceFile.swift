/// A Swift file, and the same file as code alone.
struct SourceFile {
    var path: String
    var text: String

    /// The lines of the file.
    var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }
    /// The lines with comments, texts and names in backticks blanked out, so that a rule sees only code.
    var code: [Substring] { CodeOnly(text).blanked.split(separator: "\n", omittingEmptySubsequences: false) }

    init(path: String, text: String) {
        self.path = path
        self.text = text
    }

    /// `Sources/Consensus/Answers.swift` → `Consensus`.
    var target: String { path.split(separator: "/").dropFirst().first.map(String.init) ?? "" }

    /// The modules that it imports.
    var imports: [String] {
        code.compactMap { line in
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

/// Takes comments, texts and names in backticks out of Swift code, and leaves every line break where it was.
struct CodeOnly {
    private(set) var blanked = ""
    private let characters: [Character]
    private var at = 0

    init(_ text: String) {
        characters = Array(text)
        while at < characters.count { step() }
    }

    private mutating func step() {
        if starts(with: "//") {
            while at < characters.count, characters[at] != "\n" { blank() }
        } else if starts(with: "/*") {
            blankComment()
        } else if characters[at] == "`" {
            blank()
            while at < characters.count, characters[at] != "`", characters[at] != "\n" { blank() }
            blank()
        } else if characters[at] == "\"" || starts(with: "#\"") || starts(with: "##\"") {
            blankText()
        } else {
            blanked.append(characters[at])
            at += 1
        }
    }

    private func starts(with wanted: String) -> Bool { characters[at...].starts(with: wanted) }

    private mutating func blank() {
        guard at < characters.count else { return }
        blanked.append(characters[at] == "\n" ? "\n" : " ")
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
        } while depth > 0 && at < characters.count
    }

    private mutating func blankText() {
        var marks = ""
        while characters[at] == "#" {
            marks.append("#")
            blank()
        }
        let quote = starts(with: "\"\"\"") ? "\"\"\"" : "\""
        blank(quote.count)
        while at < characters.count, !starts(with: quote + marks) {
            if starts(with: "\\" + marks + "(") {
                blank(2 + marks.count)
                blankInterpolation()
            } else if marks.isEmpty && characters[at] == "\\" {
                blank(2)
            } else {
                blank()
            }
        }
        blank(quote.count + marks.count)
    }

    /// What stands between `\(` and its `)`: code, which may hold texts again.
    private mutating func blankInterpolation() {
        var depth = 1
        while at < characters.count, depth > 0 {
            if characters[at] == "\"" {
                blankText()
                continue
            }
            if characters[at] == "(" { depth += 1 }
            if characters[at] == ")" { depth -= 1 }
            blank()
        }
    }
}
