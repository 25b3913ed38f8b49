import JSONText
import LineProtocol

/// The published schemas of the server's lines, ready to hold lines to.
public enum PublishedLines {
    private static let validator = SchemaValidator(document: LineSchemas.document)

    /// What is wrong with a line that the server sent; nil when it is as its schema says.
    ///
    /// - Parameter operation: the one that it answers, where that is known; else any reply will do.
    public static func mistake(in line: JSONValue, answering operation: String? = nil) -> String? {
        if let event = line["ev"]?.string { return mistake(in: line, named: "event.\(event)") }
        if line["ok"] == false { return mistake(in: line, named: LineSchemas.errorName) }
        return mistake(in: line, named: operation.map { "reply.\($0)" } ?? "server")
    }

    /// What is wrong with how a line was understood, as an event tells it.
    public static func mistake(inReading reading: JSONValue) -> String? { mistake(in: reading, named: "reading") }

    private static func mistake(in value: JSONValue, named name: String) -> String? {
        validator.mistake(in: value, ["$ref": .string("#/$defs/\(name)")])
    }
}
