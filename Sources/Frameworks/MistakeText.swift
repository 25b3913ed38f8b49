import Facilitation
import JSONText

/// The sentences for mistakes; no other place makes any. Each says what is wrong, and what to write in its
/// place.
public enum MistakeText {
    /// The whole list, numbered, under a heading; empty for no mistakes.
    ///
    ///     2 mistakes in north.yaml:
    ///
    ///     1. Line 4, column 3: “atribution” is not a key that can stand here.
    ///        Mend: write “attribution”.
    public static func list(_ mistakes: [Mistake], in name: String) -> String {
        guard !mistakes.isEmpty else { return "" }
        let heading = "\(mistakes.count) \(mistakes.count == 1 ? "mistake" : "mistakes") in \(shown(name)):"
        return ([heading] + mistakes.map { entry($0, in: name) }).joined(separator: "\n\n") + "\n"
    }

    /// One mistake as two lines, with its number.
    public static func entry(_ mistake: Mistake, in name: String? = nil) -> String {
        let number = "\(mistake.number). "
        let indent = String(repeating: " ", count: number.count)
        let place = place(mistake, in: name)
        let sentence =
            place.isEmpty ? sentence(mistake.kind).capitalisedFirst : "\(place): \(sentence(mistake.kind))"
        return "\(number)\(sentence)\n\(indent)Mend: \(mend(mistake.kind))"
    }

    /// One mistake in one line, for an answer over the wire, where a set-up is JSON.
    public static func line(_ mistake: Mistake) -> String {
        let place = place(mistake, in: nil)
        let sentence = place.isEmpty ? sentence(mistake.kind) : "\(place): \(sentence(mistake.kind))"
        return "\(sentence) \(mendInJSON(mistake.kind).capitalisedFirst)"
    }

    /// Where it is: `Line 4, column 3`, with the file before it when that is not the file of the heading, or
    /// a path.
    static func place(_ mistake: Mistake, in name: String?) -> String {
        var file: String?
        if let source = mistake.source, let name, source != name { file = shown(source) }
        let position: String?
        switch mistake.place {
        case .position(let line, let column):
            position = "\(file == nil ? "Line" : "line") \(line), column \(column)"
        case .path(let path): position = path.isEmpty ? nil : shown(path)
        case .whole: position = nil
        }
        return [file, position].compactMap { $0 }.joined(separator: ", ")
    }

    // MARK: Pieces of sentences

    /// How many letters of somebody's text are repeated to them.
    private static let quotedLettersMax = 60

    /// Text from a file, cut to a length that fits a line, with everything that could steer a terminal made
    /// visible.
    static func shown(_ text: String) -> String {
        let safe = text.unicodeScalars.map { scalar -> String in
            guard MappingReader.isHidden(scalar) else { return String(scalar) }
            return "\\u{\(HiddenCharacters.number(of: scalar.value, digits: 4))}"
        }
        let joined = safe.joined()
        return joined.count > quotedLettersMax ? joined.prefix(quotedLettersMax - 1) + "…" : joined
    }

    static func quoted(_ text: String) -> String { "“\(shown(text))”" }

    /// `a, b or c`, each in quotes.
    static func choices(_ words: [String]) -> String {
        guard let last = words.last else { return "" }
        let most = 20
        if words.count > most {
            return words.prefix(most).map(quoted).joined(separator: ", ") + " and others"
        }
        let others = words.dropLast().map(quoted).joined(separator: ", ")
        return others.isEmpty ? quoted(last) : "\(others) or \(quoted(last))"
    }

    static func subject(_ subject: Mistake.Subject) -> String {
        switch subject {
        case .key(let key): quoted(key)
        case .item(let key): "each item of \(quoted(key))"
        case .whole: "a pack or a set-up"
        }
    }

    static func whereFirst(_ place: Place) -> String {
        switch place {
        case .position(let line, _): "in line \(line)"
        case .path(let path): path.isEmpty ? "before" : "at \(shown(path))"
        case .whole: "in the framework"
        }
    }
}
