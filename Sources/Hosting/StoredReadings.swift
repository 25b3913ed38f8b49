import Facilitation
import JSONText

/// Readings as the text that is kept with a line.
enum StoredReadings {
    /// What most lines are: talk, of which there is nothing to keep but what kind it is. Their texts are made once, and
    /// known again without being taken apart.
    private static let talk: [(reading: Reading, text: String)] =
        ([.chatted] + StatementKind.allCases.map(Event.stated))
        .map { event in
            let reading = Reading(event, .none)
            return (reading, written([reading]))
        }
    private static let ofTalk = Dictionary(uniqueKeysWithValues: talk.map { ($0.text, [$0.reading]) })

    static func text(_ readings: [Reading]) -> String {
        if readings.count == 1, readings[0].strength == .none,
            let known = talk.first(where: { $0.reading.event == readings[0].event })
        {
            return known.text
        }
        return written(readings)
    }

    private static func written(_ readings: [Reading]) -> String {
        JSONEmitter(.compact).text(.array(readings.map(\.json)))
    }

    /// - Parameter framework: gives the framework of an opening by its hash.
    static func readings(_ text: String, framework: (String) -> Framework?) throws -> [Reading] {
        if text.isEmpty { return [] }
        if let talk = ofTalk[text] { return talk }
        return try (JSONScanner(depthLimit: 16).scan(text).array ?? []).map {
            try Reading(json: $0, framework: framework)
        }
    }
}
