/// A broken rule: where, and what to do instead.
struct Untidy: Equatable, CustomStringConvertible {
    var path: String
    var line: Int
    var advice: String
    var description: String { "\(path):\(line): \(advice)" }
}

/// The rules of the house for a single file. Each is a function from a file to what is wrong in it.
enum Tidy {
    /// More than this is too much to read at a sitting.
    static let fileLinesMax = 450
    /// Few files may be longer than this.
    static let fileLinesUsual = 400
    static let longFilesMax = 5
    /// A function fits a screen. Lines of a text that it holds do not count, nor do the `case` lines of
    /// a switch: a switch without `default` is a table, and a table may be as long as what it lists.
    static let functionLinesMax = 70

    /// Targets that take values and return values: no clock, file, socket or randomness.
    static let pure: Set = [
        "JSONText", "Consensus", "Facilitation", "Drafting", "Reports", "LineProtocol", "Summarising",
    ]

    static func findings(in file: SourceFile) -> [Untidy] {
        length(of: file) + functions(in: file) + words(in: file) + marks(in: file) + foundation(in: file)
    }

    static func length(of file: SourceFile) -> [Untidy] {
        let count = file.lines.count
        guard count > fileLinesMax else { return [] }
        return [Untidy(path: file.path, line: count, advice: "\(count) lines; a file has \(fileLinesMax) at most")]
    }

    // MARK: Words that are not used here

    struct Word: Sendable {
        var word: String
        var instead: String
        var isBanned: @Sendable (SourceFile) -> Bool
    }

    static let banned: [Word] = [
        Word(word: "try!", instead: "throw the error on, or handle it") { _ in true },
        Word(word: "as!", instead: "use as? and say what happens otherwise") { $0.isProduct },
        Word(word: "fatalError(", instead: "return a typed error; people cannot crash the program") { $0.isProduct },
        Word(word: "print(", instead: "return the words, and let Output write them") { $0.isProduct },
        Word(word: "Date()", instead: "take the moment as an argument; Hosting's clock reads it") {
            $0.isProduct && $0.path != "Sources/Hosting/Clock.swift" && $0.target != "commonground"
        },
        Word(word: ".random(", instead: "take the value as an argument") { $0.isPure },
        Word(word: ".randomElement(", instead: "take the value as an argument") { $0.isPure },
        Word(word: ".shuffled(", instead: "sort by something that is the same every time") { $0.isPure },
        Word(word: "ContinuousClock", instead: "take the moment as an argument") { $0.isPure },
        Word(word: "SuspendingClock", instead: "take the moment as an argument") { $0.isPure },
    ]

    static func words(in file: SourceFile) -> [Untidy] {
        var findings: [Untidy] = []
        for rule in banned where rule.isBanned(file) && file.codeText.contains(rule.word) {
            for (index, line) in file.code.enumerated() where uses(rule.word, line) {
                let advice = "\(rule.word) is not used here: \(rule.instead)"
                findings.append(Untidy(path: file.path, line: index + 1, advice: advice))
            }
        }
        return findings
    }

    /// As a word of its own: `Drafter.print(` and `func print(` are names of ours.
    private static func uses(_ word: String, _ line: Substring) -> Bool {
        line.ranges(of: word).contains { range in
            guard word.first?.isLetter == true else { return true }
            let before = line[..<range.lowerBound]
            if let last = before.last, last.isLetter || last.isNumber || last == "_" || last == "." { return false }
            return !before.hasSuffix("func ")
        }
    }

    /// Written in two halves, so that this file passes its own rule.
    static let leftovers = ["TO" + "DO", "FIX" + "ME", "HA" + "CK"]

    static func marks(in file: SourceFile) -> [Untidy] {
        let rules =
            leftovers.map { ($0, "a leftover \($0): do it, or open an issue") }
            + [("../" + "shared", "nothing outside the project may be needed")]
        var findings: [Untidy] = []
        for (mark, advice) in rules where file.text.contains(mark) {
            for (index, line) in file.lines.enumerated() where line.contains(mark) {
                findings.append(Untidy(path: file.path, line: index + 1, advice: advice))
            }
        }
        return findings
    }

    static func foundation(in file: SourceFile) -> [Untidy] {
        let effects = ["Foundation", "FoundationEssentials", "Glibc", "Dispatch", "Synchronization"]
        guard file.isPure, let found = file.imports.first(where: effects.contains) else { return [] }
        return [Untidy(path: file.path, line: 1, advice: "\(file.target) is pure and does without \(found)")]
    }

    // MARK: Functions

    static func functions(in file: SourceFile) -> [Untidy] {
        FunctionLengths(file.code).all.filter { $0.count > functionLinesMax }.map {
            Untidy(
                path: file.path, line: $0.line, advice: "a function of \($0.count) lines; \(functionLinesMax) at most")
        }
    }
}

extension SourceFile {
    var isProduct: Bool { path.hasPrefix("Sources/") }
    var isPure: Bool { isProduct && Tidy.pure.contains(target) }
}

/// Where the functions of a file begin and how many lines of code they have, from `func` to the closing bracket.
struct FunctionLengths {
    private(set) var all: [(line: Int, count: Int)] = []

    /// - Parameter code: lines without comments and texts.
    init(_ code: [Substring]) {
        for (index, line) in code.enumerated() where line.utf8.contains(UInt8(ascii: "(")) {
            for word in ["func ", "init(", "init<", "init?(", "subscript("] {
                guard let start = line.firstRange(of: word)?.lowerBound, isDeclaration(line[..<start]) else { continue }
                if let end = FunctionLengths.end(code, from: index, at: line.distance(from: line.startIndex, to: start))
                {
                    all.append((index + 1, code[index...end].count(where: FunctionLengths.counts)))
                }
                break
            }
        }
    }

    private static func counts(_ line: Substring) -> Bool {
        let words = line.drop(while: \.isWhitespace)
        return !words.isEmpty && !words.hasPrefix("case ")
    }

    /// `self.init(` and `return .init(` call; a declaration has only modifiers and attributes before it.
    private func isDeclaration(_ before: Substring) -> Bool {
        before.allSatisfy { $0.isLetter || $0.isNumber || " @_()".contains($0) } && !before.contains("return ")
    }

    /// The line of the bracket that closes the body; nil where there is no body, as in a protocol.
    private static func end(_ code: [Substring], from first: Int, at column: Int) -> Int? {
        var round = 0
        var curly = 0
        for index in first..<code.count {
            let line = index == first ? code[index].dropFirst(column) : code[index]
            for character in line {
                if "([".contains(character) { round += 1 }
                if ")]".contains(character) { round -= 1 }
                guard round == 0 else { continue }
                if character == "{" { curly += 1 }
                if character == "}" {
                    curly -= 1
                    if curly <= 0 { return curly == 0 ? index : nil }
                }
            }
            if curly == 0 && round == 0 && !goesOn(code, after: index) { return nil }
        }
        return nil
    }

    /// A signature may run over several lines: the next one then begins with one of these.
    private static func goesOn(_ code: [Substring], after index: Int) -> Bool {
        guard let next = code[(index + 1)...].first(where: { !$0.allSatisfy(\.isWhitespace) }) else { return false }
        let words = next.drop { $0 == " " }
        return ["{", "->", "where", "async", "throws", "rethrows"].contains { words.hasPrefix($0) }
    }
}
