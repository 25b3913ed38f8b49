import Facilitation
import Hashing
import JSONText

// A whole room as a file, version 1, that can be taken into another store without loss.
//
// NDJSON: one JSON object a line, UTF-8, LF, in this order:
//
//     {"format":"commonground.transcript","version":1,"room":…,"origin":…,"log":…,"title":…,"madeAt":…,"retention":…,
//      "hold":…,"holdBecause":…,"head":…,"headHash":…}
//     {"framework":"its text"}                                           any number
//     {"number":1,"session":…,…,"salt":…,"commitment":…,"hash":…}        one an entry, `head` of them, from 1
//     {"acknowledged":{"principal":…,"upTo":…}}                          any number
//     {"end":true,"lines":how many stand before this one,"sha256":of all bytes before this line}
//
// The fields of an entry are those of `Entry`, and what seals it in hexadecimal; a field that is absent is empty.
// `reading`, `details` and `reply` are texts, because the seal is on their very bytes.
//
// MARKDOWN: the same objects, each in a comment (`<!-- {…} -->`, with `>` as \u003e), and before each entry a heading
// and its words, in a fence that is longer than any in them. There the object has no `words`: those of the fence count.
// In the fence a character that cannot be seen is written as its number in ⟨⟩, and so is ⟨ itself.
//
// A reader ignores fields that it does not know and refuses a version above its own.
public enum TranscriptFile {
    public static let format = "commonground.transcript"
    public static let version = 1

    public enum Layout: String, Sendable, CaseIterable { case ndjson, markdown }

    public static func text(of transcript: SealedTranscript, as layout: Layout) -> String {
        var writer = TranscriptFileWriter(layout: layout)
        writer.write(transcript)
        return writer.finished()
    }
}

/// Why a file cannot be taken in, and where. Nothing of it was.
public struct TranscriptFileError: Error, Sendable, Hashable {
    public enum Problem: Sendable, Hashable {
        /// It does not begin as such a file does.
        case notATranscript
        /// A newer version wrote it.
        case newerVersion(Int)
        /// It stops here, before its end.
        case cutShort
        /// This line is no object that belongs here.
        case unreadable
        /// An entry is missing before this line.
        case outOfOrder(expected: Int)
        /// The entry of this line is not as it was sealed.
        case changed(entry: Int)
        /// Something on this line, or near it, is not as it was written.
        case damaged
    }

    /// From 1.
    public var line: Int
    public var problem: Problem

    public init(line: Int, problem: Problem) {
        self.line = line
        self.problem = problem
    }

    /// For people; `file` is what they called it.
    public func explanation(file: String) -> String {
        let place = "\(file), line \(line): "
        let what =
            switch problem {
            case .notATranscript:
                "this is no complete transcript of Common Ground. Make one with “commonground export ROOM --everything”."
            case .newerVersion(let version):
                "this file has version \(version), and this program knows up to \(TranscriptFile.version). Use the newer "
                    + "program."
            case .cutShort: "the file ends here, before the transcript does. Copy or export it again."
            case .unreadable: "this line cannot be read. Copy or export the file again."
            case .outOfOrder(let expected): "entry \(expected) should stand here. Copy or export the file again."
            case .changed(let entry):
                "entry \(entry) is not as it was written. Somebody changed it, or it was damaged; use another copy."
            case .damaged: "the file is not as it was written from about here on. Copy or export it again."
            }
        return place + what + " Nothing was taken in."
    }
}

struct TranscriptFileWriter {
    let layout: TranscriptFile.Layout
    private var text = ""
    private var lines = 0
    private let emitter = JSONEmitter(.compact)

    init(layout: TranscriptFile.Layout) { self.layout = layout }

    mutating func write(_ transcript: SealedTranscript) {
        let room = transcript.room
        if layout == .markdown {
            let title = room.title.isEmpty ? room.room : room.title
            add("# Transcript of \(VisibleWords.line(title))\n")
        }
        add(object: TranscriptObjects.header(room))
        for framework in transcript.frameworks { add(object: ["framework": .string(framework)]) }
        for sealed in transcript.entries { write(sealed) }
        for acknowledgement in transcript.acknowledgements {
            let fields: [String: JSONValue] = [
                "principal": .string(acknowledgement.principal), "upTo": .integer(acknowledgement.upTo),
            ]
            add(object: ["acknowledged": .object(fields)])
        }
    }

    private mutating func write(_ sealed: SealedEntry) {
        var fields = TranscriptObjects.fields(sealed)
        if layout == .markdown {
            let entry = sealed.entry
            let privately = entry.to == nil ? "" : " (privately)"
            let fence = VisibleWords.fence(for: entry.words)
            let speaker = VisibleWords.line(entry.speaker)
            add("\n## #\(entry.number) \(speaker)\(privately), \(VisibleWords.line(entry.at))\n")
            add("\(fence)text\n\(VisibleWords.shown(entry.words))\n\(fence)")
            fields["words"] = nil
        }
        add(object: fields)
    }

    mutating func finished() -> String {
        let digest = SHA256.hex(Array(text.utf8))
        add(object: ["end": true, "lines": .integer(lines), "sha256": .string(digest)])
        return text
    }

    private mutating func add(object fields: [String: JSONValue]) {
        let json = emitter.text(.object(fields))
        add(layout == .ndjson ? json : "<!-- \(json.replacing(">", with: "\\u003e")) -->")
    }

    private mutating func add(_ more: String) {
        text += more + "\n"
        lines += more.utf8.count { $0 == 0x0A } + 1
    }
}

/// Words in a readable file, so that they can be read back exactly.
enum VisibleWords {
    static func shown(_ words: String) -> String {
        var shown = ""
        for scalar in words.unicodeScalars {
            if scalar != "\n", scalar == "⟨" || HiddenCharacters.contains(scalar.value) {
                shown += HiddenCharacters.code(of: scalar, digits: 1)
            } else {
                shown.unicodeScalars.append(scalar)
            }
        }
        return shown
    }

    /// For a heading, which is one line and is not read back.
    static func line(_ text: String) -> String { shown(text).replacing("\n", with: " ") }

    /// Nil when a number in ⟨⟩ is no character.
    static func words(_ shown: String) -> String? {
        var words = String.UnicodeScalarView()
        var scalars = shown.unicodeScalars[...]
        while let scalar = scalars.popFirst() {
            guard scalar == "⟨" else {
                words.append(scalar)
                continue
            }
            guard let end = scalars.firstIndex(of: "⟩"),
                let value = UInt32(String(scalars[..<end]), radix: 16), let hidden = Unicode.Scalar(value)
            else { return nil }
            words.append(hidden)
            scalars = scalars[scalars.index(after: end)...]
        }
        return String(words)
    }

    /// Longer than any run of its character in the words.
    static func fence(for words: String) -> String {
        var longest = 0
        var run = 0
        for byte in words.utf8 {
            run = byte == UInt8(ascii: "`") ? run + 1 : 0
            longest = max(longest, run)
        }
        return String(repeating: "`", count: max(3, longest + 1))
    }
}
