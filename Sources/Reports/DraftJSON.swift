import Drafting
import Facilitation
import JSONText

/// A draft as JSON, for programs that lay it out themselves or follow its sentences back to the transcript.
public enum DraftJSON {
    public static let schema = "commonground.draft/1"

    /// - Parameters:
    ///   - draft: what to write.
    ///   - document: which document it is.
    ///   - record: the record that it was made from.
    public static func value(_ draft: Draft, document: DraftDocument, record: Record) -> JSONValue {
        let plain = PlainEnglish(draft)
        return [
            "schema": .string(schema), "document": .string(document.rawValue), "lang": "en-GB",
            "title": .string(draft.title), "room": .string(record.room), "log": .string(record.log),
            "head": .integer(record.head),
            "session": [
                "number": .integer(record.sessionNumber), "started": .string(record.started),
                "ended": record.ended.map(JSONValue.string) ?? .null,
            ],
            "meeting": .string(record.meeting.rawValue), "attribution": .string(record.attribution.rawValue),
            "framework": ["id": .string(record.framework.id), "version": .string(record.framework.version)],
            "sections": .array(draft.sections.map(section)), "plainEnglish": plain.json,
        ]
    }

    /// As a file that people can read too.
    public static func text(_ draft: Draft, document: DraftDocument, record: Record) -> String {
        JSONEmitter(.pretty).text(value(draft, document: document, record: record)) + "\n"
    }

    static func section(_ section: DraftSection) -> JSONValue {
        [
            "heading": .string(section.heading), "level": .integer(section.level),
            "blocks": .array(section.blocks.map(block)),
        ]
    }

    private static func block(_ block: DraftBlock) -> JSONValue {
        switch block {
        case .paragraph(let sentences):
            return ["kind": "paragraph", "sentences": .array(sentences.map(sentence))]
        case .list(let items):
            let values = items.map { item -> JSONValue in
                ["sentence": sentence(item.sentence), "details": .array(item.details.map(sentence))]
            }
            return ["kind": "list", "items": .array(values)]
        case .table(let table):
            return [
                "kind": "table", "header": .array(table.header.map(JSONValue.string)),
                "rows": .array(table.rows.map { .array($0.map(sentence)) }),
            ]
        }
    }

    private static func sentence(_ sentence: Sentence) -> JSONValue {
        let quotes = sentence.parts.compactMap { part -> JSONValue? in
            if case .words(let words) = part { .string(words) } else { nil }
        }
        let tallies = sentence.tallies.map { tally -> JSONValue in
            [
                "subject": .string(tally.subject.name), "label": .string(tally.label), "count": .integer(tally.count),
                "total": .integer(tally.total),
            ]
        }
        // The entries stand beside the text, so that it ends as it would without them.
        var uncited = sentence
        uncited.entries = []
        return [
            "text": .string(uncited.text + uncited.closing),
            "entries": .array(sentence.entries.map(JSONValue.integer)), "quotes": .array(quotes),
            "tallies": .array(tallies),
        ]
    }
}

extension PlainEnglish {
    /// How easy it is to read, as JSON.
    public var json: JSONValue {
        [
            "readingAge": readingAge.years.map(JSONValue.integer) ?? .null, "words": .integer(words),
            "sentences": .integer(sentences), "longWords": .integer(longWords),
            "longSentences": .array(longSentences.map(JSONValue.string)),
            "jargon": .array(jargon.map { ["word": .string($0.word), "count": .integer($0.count)] }),
            "shortFormsNotExplained": .array(shortForms.map(JSONValue.string)),
        ]
    }
}
