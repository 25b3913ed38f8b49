import JSONText
import Testing

@Suite struct SpokenLineTests {
    /// The label and the words, with a bar between.
    private func cut(_ line: String, within bytesMax: Int? = nil) -> String? {
        SpokenLine(line[...].utf8, within: bytesMax).map { "\(Substring($0.label))|\(Substring($0.words))" }
    }

    private func person(_ label: String) -> String {
        let person = SpokenLine.person(in: label[...].utf8)
        return "\(Substring(person.name))|\(person.isPrivate)"
    }

    @Test(arguments: [
        ("Ann: yes", "Ann| yes"), ("Ann:", "Ann|"), ("Ann:\tyes", "Ann|\tyes"),
        ("at 10:30 Bo: yes", "at 10:30 Bo| yes"),
        ("Zoë: a: b", "Zoë| a: b"), (": yes", "| yes"),
    ])
    func `a line is cut at the first colon with nothing close behind it`(line: String, parts: String) {
        #expect(cut(line) == parts)
        // Bytes in an array are cut alike.
        let label = SpokenLine(Array(line.utf8)[...]).map { String(decoding: $0.label, as: UTF8.self) }
        #expect(label == String(parts.prefix { $0 != "|" }))
    }

    @Test(arguments: ["yes", "", "10:30", "https://example.org"])
    func `without such a colon nobody is named`(line: String) { #expect(cut(line) == nil) }

    @Test func `the colon is looked for among the first bytes alone, where that is asked for`() {
        #expect(cut("Ann: yes", within: 4) == "Ann| yes")
        #expect(cut("Ann: yes", within: 3) == nil)
    }

    @Test func `who says it privately is told by the mark behind the name`() {
        #expect(person("Ann (privately)") == "Ann|true" && person("Ann(privately) ") == "Ann|true")
        #expect(person("Ann ") == "Ann |false" && person("Ann (trust)") == "Ann (trust)|false")
        #expect(person("(privately)") == "|true" && person("") == "|false")
    }

    @Test(arguments: ["Note", "FYI", "e.g", "E.G.", "next  steps", "Chair's note", "Yes"])
    func `what begins a remark is nobody's name`(words: String) { #expect(NobodysName.isOne(words)) }

    @Test(arguments: ["Ann", "Ann Note", "Nota", ""])
    func `a name is not among them`(words: String) { #expect(!NobodysName.isOne(words)) }
}
