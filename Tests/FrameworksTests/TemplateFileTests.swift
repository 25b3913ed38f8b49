import Testing

@testable import Frameworks

/// Files of sentences with slots.
@Suite struct TemplateFileTests {
    private static func read(_ text: String) -> Checked<[String: String]> {
        TemplateFile.read(
            yaml: Array(text.utf8), source: "wording.yaml",
            slots: [("opening", ["day"]), ("ask", ["item", "text"]), ("close", [])])
    }

    private static func mistakes(_ text: String) -> [String] {
        let checked = read(text)
        #expect(checked.value == nil)
        return checked.mistakes.map { MistakeText.entry($0, in: "wording.yaml") }
    }

    @Test func `texts are read by their keys, and what is not there is left out`() {
        let checked = Self.read("opening: \"Held on {day}\"\nask: '{text}, see {item}'\n")
        #expect(checked.mistakes == [])
        #expect(checked.value == ["opening": "Held on {day}", "ask": "{text}, see {item}"])
        #expect(Self.read("").value == [:])
    }

    @Test func `an unknown key is named, with the one that was meant`() {
        #expect(
            Self.mistakes("openning: \"Held on {day}\"") == [
                "1. Line 1, column 1: “openning” is not a key that can stand here.\n   Mend: write “opening”."
            ])
    }

    @Test func `a slot that nothing fills is named, and so is one that is left out`() {
        #expect(
            Self.mistakes("opening: \"Held on {dya}\"") == [
                "1. Line 1, column 10: nothing fills “{dya}” here.\n   Mend: write “{day}”.",
                "2. Line 1, column 10: “{day}” is left out.\n   Mend: put “{day}” where it is to stand.",
            ])
        #expect(
            Self.mistakes("close: \"Bye {now}\"") == [
                "1. Line 1, column 8: nothing fills “{now}” here.\n   Mend: leave it out."
            ])
        #expect(Self.mistakes("ask: \"{item} {text} {item}\"").count == 1)
    }

    @Test func `a file that is not there, and a list in place of keys, are told`() {
        #expect(TemplateFile.read("/nowhere/wording.yaml", slots: []).mistakes.count == 1)
        #expect(Self.mistakes("- a\n").count == 1)
    }
}
