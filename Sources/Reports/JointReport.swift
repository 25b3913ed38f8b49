import Drafting
import Facilitation
import JSONText

/// The joint plan of several rooms, ready to be laid out.
///
/// Its citations name a room beside the entries, so that a page shows no words of entries: one number stands for another
/// line in each room.
public struct JointReport: Sendable {
    public static let schema = "commonground.joint-plan/1"

    public let rooms: [JointRoom]
    public let draft: Draft

    public init(_ rooms: [JointRoom]) {
        self.rooms = rooms
        draft = Drafts.jointPlan(rooms)
    }

    /// Nil for CSV: a plan is no list of data.
    public func text(in format: ReportFormat) -> String? {
        switch format {
        case .markdown: draft.markdown
        case .text: draft.plainText
        case .csv: nil
        case .json: JSONEmitter(.pretty).text(json) + "\n"
        case .html: HTMLReport(draft, framework: nil).html
        }
    }

    private var json: JSONValue {
        let named = rooms.compactMap(\.records.last).map { record -> JSONValue in
            [
                "room": .string(record.room), "title": .string(record.title), "log": .string(record.log),
                "head": .integer(record.head), "sessions": .integer(record.sessionNumber),
            ]
        }
        return [
            "schema": .string(JointReport.schema), "lang": "en-GB", "title": .string(draft.title), "rooms": .array(named),
            "sections": .array(draft.sections.map(DraftJSON.section)), "plainEnglish": PlainEnglish(draft).json,
        ]
    }
}
