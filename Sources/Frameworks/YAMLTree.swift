import Foundation
import Yams

/// Makes a ``MarkedNode`` of YAML text, or says what stops it. A file of JSON is YAML too.
enum YAMLTree {
    /// - Parameter source: the file's name, for the mistakes.
    static func read(_ bytes: [UInt8], source: String?) -> Result<MarkedNode, Mistake> {
        func failure(_ kind: Mistake.Kind, at place: Place) -> Result<MarkedNode, Mistake> {
            .failure(Mistake(source: source, place: place, kind: kind))
        }
        guard bytes.count <= Limit.fileBytesMax else {
            return failure(.fileTooBig(bytesMax: Limit.fileBytesMax), at: .whole)
        }
        guard let raw = String(validating: bytes, as: UTF8.self) else {
            return failure(.notUnicode, at: placeOfBadByte(bytes))
        }
        // One form of every accented letter, so that names typed on different keyboards are equal byte for
        // byte.
        let text = raw.precomposedStringWithCanonicalMapping
        if let place = aliasPlace(in: text) { return failure(.alias, at: place) }
        do {
            let parser = try Parser(yaml: text, resolver: .default, constructor: .default, encoding: .utf8)
            guard let root = try parser.singleRoot() else {
                return .success(MarkedNode(.mapping([]), at: .position(line: 1, column: 1)))
            }
            // Nodes hold their anchors weakly: they are gone when the parser is.
            return .success(try withExtendedLifetime(parser) { try marked(root, depth: 1, source: source) })
        } catch let mistake as Mistake {
            return .failure(mistake)
        } catch let error as YamlError {
            let (kind, place) = kind(of: error, text: text)
            return failure(kind, at: place)
        } catch {
            return failure(.syntax(.other("\(error)")), at: .whole)
        }
    }

    private static func marked(_ node: Node, depth: Int, source: String?) throws(Mistake) -> MarkedNode {
        let place = place(of: node)
        guard depth <= Limit.depthMax else {
            throw Mistake(source: source, place: place, kind: .tooDeep(levelsMax: Limit.depthMax))
        }
        // An alias stands for the node that has its anchor; both are met here before anything is unfolded.
        guard node.anchor == nil else { throw Mistake(source: source, place: place, kind: .alias) }
        switch node {
        case .scalar(let scalar):
            return MarkedNode(.scalar(markedScalar(scalar)), at: place)
        case .sequence(let sequence):
            var items: [MarkedNode] = []
            for item in sequence { items.append(try marked(item, depth: depth + 1, source: source)) }
            return MarkedNode(.list(items), at: place)
        case .mapping(let mapping):
            var fields: [MarkedField] = []
            for (key, value) in mapping {
                let keyPlace = YAMLTree.place(of: key)
                guard case .scalar(let word) = key else {
                    throw Mistake(source: source, place: keyPlace, kind: .keyNotText)
                }
                guard word.anchor == nil else { throw Mistake(source: source, place: keyPlace, kind: .alias) }
                let inner = try marked(value, depth: depth + 1, source: source)
                fields.append(MarkedField(key: word.string, keyPlace: keyPlace, value: inner))
            }
            return MarkedNode(.mapping(fields), at: place)
        case .alias:
            throw Mistake(source: source, place: place, kind: .alias)
        }
    }

    private static func markedScalar(_ scalar: Node.Scalar) -> MarkedScalar {
        guard scalar.style == .plain || scalar.style == .any else { return .text(scalar.string) }
        return ["", "~", "null"].contains(scalar.string) ? .nothing : .bare(scalar.string)
    }

    private static func place(of node: Node) -> Place {
        node.mark.map { .position(line: $0.line, column: $0.column) } ?? .whole
    }
}

// MARK: - What stops the parser

extension YAMLTree {
    private static func kind(of error: YamlError, text: String) -> (Mistake.Kind, Place) {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            let place = Place.position(line: mark.line, column: mark.column)
            return problem.contains("undefined alias")
                ? (.alias, place) : (.syntax(syntaxProblem(problem)), place)
        case .reader(let problem, let offset, _, _):
            return (
                .syntax(syntaxProblem(problem)),
                offset.map { place(ofCharacter: $0, in: text) } ?? .whole
            )
        case .duplicatedKeysInMapping(let keys, let context):
            return (
                .duplicateKey(keys.first ?? ""),
                .position(line: context.mark.line, column: context.mark.column)
            )
        case .no, .memory, .writer, .emitter, .representer, .dataCouldNotBeDecoded:
            return (.syntax(.other("\(error)")), .whole)
        }
    }

    /// libYAML's own words, turned into what a person most likely did.
    private static func syntaxProblem(_ problem: String) -> Mistake.SyntaxProblem {
        let known: [(String, Mistake.SyntaxProblem)] = [
            ("mapping values are not allowed", .strayColon),
            ("cannot start any token", .strayCharacter),
            ("found a tab character", .strayCharacter),
            ("did not find expected key", .unevenIndent),
            ("did not find expected '-' indicator", .unevenIndent),
            ("could not find expected ':'", .unevenIndent),
            ("block sequence entries are not allowed", .unevenIndent),
            ("block mapping", .unevenIndent),
            ("unexpected end of stream", .openEnd),
            ("did not find expected ',' or", .openEnd),
            ("unknown escape character", .wrongEscape),
            ("did not find expected hexdecimal number", .wrongEscape),
            ("control characters are not allowed", .controlCharacter),
            ("another document", .severalDocuments),
            ("did not find expected <document start>", .unevenIndent),
        ]
        return known.first { problem.contains($0.0) }?.1 ?? .other(problem)
    }

    /// Yams counts in characters here, and everything else in this file in bytes.
    private static func place(ofCharacter offset: Int, in text: String) -> Place {
        place(ofByte: text.prefix(offset).utf8.count, in: Array(text.utf8))
    }

    private static func placeOfBadByte(_ bytes: [UInt8]) -> Place {
        // Decoding puts U+FFFD where the bytes stop being UTF-8; everything before it is as it was.
        let repaired = Array(String(decoding: bytes, as: UTF8.self).utf8)
        let same = zip(bytes, repaired).prefix { $0 == $1 }.count
        return place(ofByte: same, in: bytes)
    }

    private static func place(ofByte offset: Int, in bytes: [UInt8]) -> Place {
        let before = bytes.prefix(offset)
        let newline = UInt8(ascii: "\n")
        let lineStart = before.lastIndex(of: newline).map { $0 + 1 } ?? 0
        // Bytes that go on with a scalar (10xxxxxx) are not counted again.
        let column = before[lineStart...].count { $0 & 0xC0 != 0x80 } + 1
        return .position(line: before.count { $0 == newline } + 1, column: column)
    }

    /// Where `*name` follows an earlier `&name`, each where a word can start.
    ///
    /// The parser hashes keys with their aliases unfolded, so a small file could keep it busy for years: it
    /// must not see aliases at all. Quotes are not followed here; a text that holds both signs with the same
    /// name, which nobody writes, is refused with them.
    private static func aliasPlace(in text: String) -> Place? {
        guard text.utf8.contains(UInt8(ascii: "&")), text.utf8.contains(UInt8(ascii: "*")) else { return nil }
        var anchors: Set<String> = []
        var line = 1
        var column = 0
        var before: Unicode.Scalar = "\n"
        let scalars = Array(text.unicodeScalars)
        for (index, scalar) in scalars.enumerated() {
            column += 1
            if scalar == "&" || scalar == "*", !isNameLetter(before) {
                // The letters that libYAML takes for a name.
                let name = String(
                    String.UnicodeScalarView(scalars[(index + 1)...].prefix(while: isNameLetter)))
                if scalar == "&", !name.isEmpty { anchors.insert(name) }
                if scalar == "*", anchors.contains(name) { return .position(line: line, column: column) }
            }
            if scalar == "\n" {
                line += 1
                column = 0
            }
            before = scalar
        }
        return nil
    }

    private static func isNameLetter(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9", "_": true
        default: scalar == "-"
        }
    }
}
