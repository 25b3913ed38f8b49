import Facilitation
import Hashing
import JSONText

extension TranscriptFile {
    /// Reads a file of either layout whole, and takes nothing that is not as it was written.
    public static func read(_ bytes: [UInt8]) throws(TranscriptFileError) -> SealedTranscript {
        var reader = TranscriptFileReader(bytes)
        return try reader.read()
    }
}

struct TranscriptFileReader {
    private let bytes: [UInt8]
    /// Where each line begins and ends, without its line feed.
    private let lines: [Range<Int>]
    private var layout = TranscriptFile.Layout.ndjson
    private var transcript: SealedTranscript?
    /// The line of each entry.
    private var places: [Int] = []

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        var lines: [Range<Int>] = []
        var start = 0
        for (position, byte) in bytes.enumerated() where byte == 0x0A {
            lines.append(start..<position)
            start = position + 1
        }
        if start < bytes.count { lines.append(start..<bytes.count) }
        self.lines = lines
    }

    mutating func read() throws(TranscriptFileError) -> SealedTranscript {
        var index = try readHeader()
        var words: String?
        while index < lines.count {
            if layout == .markdown, !isComment(index) {
                (words, index) = try readProse(index, words)
                continue
            }
            let fields = try object(index)
            if fields["end"]?.bool == true {
                guard index == lines.count - 1, bytes.last == 0x0A else { throw error(index, .damaged) }
                return try checked(fields, at: index)
            }
            try take(fields, index, words)
            words = nil
            index += 1
        }
        throw TranscriptFileError(line: max(1, lines.count), problem: .cutShort)
    }

    // MARK: Parts

    private mutating func readHeader() throws(TranscriptFileError) -> Int {
        let first = lines.first.map { bytes[$0].first } ?? nil
        layout = first == UInt8(ascii: "#") ? .markdown : .ndjson
        let start = lines.indices.prefix(5).first { layout == .ndjson || isComment($0) } ?? 0
        guard start < lines.count, let fields = try? object(start),
            fields["format"]?.string == TranscriptFile.format, let version = fields["version"]?.integer
        else { throw error(start, .notATranscript) }
        guard version <= TranscriptFile.version else { throw error(start, .newerVersion(version)) }
        guard let room = TranscriptObjects.room(fields) else { throw error(start, .unreadable) }
        transcript = SealedTranscript(room: room)
        return start + 1
    }

    /// Headings, and words between fences.
    private func readProse(_ index: Int, _ words: String?) throws(TranscriptFileError) -> (words: String?, next: Int) {
        let line = bytes[lines[index]]
        let fence = line.prefix { $0 == UInt8(ascii: "`") }
        guard fence.count >= 3 else { return (words, index + 1) }
        var end = index + 1
        while end < lines.count, bytes[lines[end]] != fence { end += 1 }
        guard end < lines.count else { throw error(lines.count - 1, .cutShort) }
        let range = index + 1 < end ? lines[index + 1].lowerBound..<lines[end - 1].upperBound : 0..<0
        guard let shown = String(validating: bytes[range], as: UTF8.self), let words = VisibleWords.words(shown) else {
            throw error(index + 1, .unreadable)
        }
        return (words, end + 1)
    }

    private mutating func take(_ fields: JSONValue, _ index: Int, _ words: String?) throws(TranscriptFileError) {
        if let framework = fields["framework"]?.string {
            transcript?.frameworks.append(framework)
        } else if let acknowledged = fields["acknowledged"] {
            guard let principal = acknowledged["principal"]?.string, let upTo = acknowledged["upTo"]?.integer,
                let room = transcript?.room.room
            else { throw error(index, .unreadable) }
            transcript?.acknowledgements.append(Acknowledgement(principal: principal, room: room, upTo: upTo))
        } else {
            guard let room = transcript?.room.room,
                let sealed = TranscriptObjects.entry(fields, room: room, words: words)
            else { throw error(index, .unreadable) }
            guard sealed.entry.number == places.count + 1 else {
                throw error(index, .outOfOrder(expected: places.count + 1))
            }
            places.append(index)
            transcript?.entries.append(sealed)
        }
    }

    private func isComment(_ index: Int) -> Bool {
        bytes[lines[index]].starts(with: "<!-- {".utf8) && bytes[lines[index]].suffix(5).elementsEqual("} -->".utf8)
    }

    private func object(_ index: Int) throws(TranscriptFileError) -> JSONValue {
        let line = bytes[lines[index]]
        let json = layout == .ndjson ? line : line.dropFirst(5).dropLast(4)
        guard let text = String(validating: json, as: UTF8.self), let value = try? JSONScanner().scan(text),
            case .object = value
        else {
            // The last line of a file that was cut off ends anywhere.
            throw error(index, index == lines.count - 1 ? .cutShort : .unreadable)
        }
        return value
    }

    // MARK: Checking

    private func checked(_ end: JSONValue, at index: Int) throws(TranscriptFileError) -> SealedTranscript {
        guard let transcript else { throw error(0, .notATranscript) }
        if let (entry, _) = transcript.firstMistake() {
            let place = entry.flatMap { $0 <= places.count ? places[$0 - 1] : nil } ?? index
            throw error(place, entry.map { .changed(entry: $0) } ?? .damaged)
        }
        let start = lines[index].lowerBound
        let digest = SHA256.hex(Array(bytes[..<start]))
        if end["lines"]?.integer == index, end["sha256"]?.string == digest { return transcript }
        // Every entry is whole, so it is something around them.
        let written = Array(TranscriptFile.text(of: transcript, as: layout).utf8)
        // What is written the same again stands in the first lines, which no entry seals.
        let difference = zip(bytes[..<start], written).enumerated().first { $0.element.0 != $0.element.1 }?.offset ?? 0
        throw error(lines.firstIndex { $0.upperBound >= difference } ?? index, .damaged)
    }

    private func error(_ index: Int, _ problem: TranscriptFileError.Problem) -> TranscriptFileError {
        TranscriptFileError(line: index + 1, problem: problem)
    }
}
