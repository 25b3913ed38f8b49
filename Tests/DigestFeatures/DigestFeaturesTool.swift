import Glibc
import JSONText
import Summarising

/// Prints what `Scripts/train-summariser` learns from: for each JSON line with `text` and perhaps `query`, one JSON line
/// with the sentences, each with its clean text, its lines, its number of words and its features.
@main enum DigestFeaturesTool {
    static func main() throws {
        while let line = readLine() {
            let job = try JSONScanner(depthLimit: 4).scan(line)
            let rows = DigestFeatures.rows(of: MeetingLines(job["text"]?.string ?? ""), question: job["query"]?.string)
            let sentences = rows.map { row -> JSONValue in
                [
                    "text": .string(row.text), "words": .integer(row.words),
                    "lines": .array(row.lines.map(JSONValue.integer)),
                    "features": .array(row.features.map { .number(String($0)) }),
                ]
            }
            let names = DigestFeatures.names.map(JSONValue.string)
            print(JSONEmitter().text(["names": .array(names), "sentences": .array(sentences)]))
            // Into a pipe lines are held back, and the script waits for each.
            fflush(nil)
        }
    }
}
