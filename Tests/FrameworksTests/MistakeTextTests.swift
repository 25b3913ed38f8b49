import Facilitation
import Testing

@testable import Frameworks

/// One broken file for each kind of mistake, with the exact words that its writer reads.
struct BrokenFile: Sendable, CustomTestStringConvertible {
    let about: String
    let text: String
    let expected: String
    var testDescription: String { about }

    init(_ about: String, _ text: String, _ expected: String) {
        self.about = about
        self.text = text
        self.expected = expected
    }
}

/// A pack without mistakes, except for what stands in one area.
func pack(area: String) -> String {
    """
    id: towns
    name: Towns
    stages: [{id: low, name: Low}, {id: high, name: High}]
    groups:
      - id: all
        name: All
        areas:
          - id: water
            name: Water
            \(area)
    """
}

@Suite struct `Mistakes in packs` {
    static let files: [BrokenFile] = [
        BrokenFile(
            "unknown key", pack(area: "evidance: {low: One}"),
            """
            1. Line 10, column 9: “evidance” is not a key that can stand here.
               Mend: write “evidence”.
            """),
        BrokenFile(
            "unknown key without a near one",
            pack(area: "policies: [{name: N, checkedOn: 2026-01-02, weather: fair}]"),
            """
            1. Line 10, column 53: “weather” is not a key that can stand here.
               Mend: leave it out, or use one of “name” or “checkedOn”.
            """),
        BrokenFile(
            "missing name", pack(area: "links: []").replacing("        name: Water\n", with: ""),
            """
            1. Line 8, column 9: “name” is missing.
               Mend: add “name:” and fill it in.
            """),
        BrokenFile(
            "empty name", pack(area: "links: []").replacing("name: Water", with: "name: ''"),
            """
            1. Line 9, column 15: “name” is missing.
               Mend: add “name:” and fill it in.
            """),
        BrokenFile(
            "missing id", pack(area: "links: []").replacing("id: towns\n", with: ""),
            """
            1. Line 1, column 1: “id” is missing.
               Mend: add “id:” with a short name in small letters and hyphens, such as clean-air.
            """),
        BrokenFile(
            "missing day of checking", pack(area: "policies: [{name: Charter}]"),
            """
            1. Line 10, column 20: “checkedOn” is missing.
               Mend: add “checkedOn:” with the day on which somebody checked it, such as 2026-11-21.
            """),
        BrokenFile(
            "text for a list", pack(area: "questions: Who tests it?"),
            """
            1. Line 10, column 20: “questions” must be a list, and this is a text.
               Mend: write each item on a line of its own, after a hyphen and a space.
            """),
        BrokenFile(
            "list for a text", pack(area: "purpose: [a, b]"),
            """
            1. Line 10, column 18: “purpose” must be a text, and this is a list.
               Mend: write one text; put it in double quotes if it holds a colon or begins with a sign.
            """),
        BrokenFile(
            "keys for an item", pack(area: "questions: [{why: not}]"),
            """
            1. Line 10, column 21: each item of “questions” must be a text, and this is a group of keys.
               Mend: write one text; put it in double quotes if it holds a colon or begins with a sign.
            """),
        BrokenFile(
            "text for keys", pack(area: "evidence: lots"),
            """
            1. Line 10, column 19: “evidence” must be a group of keys, and this is a text.
               Mend: write each part on a line of its own, as a key, a colon and its text.
            """),
        BrokenFile(
            "text for true or false", pack(area: "touchesMoney: sometimes"),
            """
            1. Line 10, column 23: “touchesMoney” must be true or false, and this is a text.
               Mend: write true or false, without quotes.
            """),
        BrokenFile(
            "not an id", pack(area: "links: []").replacing("id: water", with: "id: Clean Water"),
            """
            1. Line 8, column 13: “Clean Water” cannot be an id.
               Mend: use small letters, digits and hyphens: “clean-water”.
            """),
        BrokenFile(
            "a number as id", pack(area: "links: []").replacing("id: water", with: "id: 12"),
            """
            1. Line 8, column 13: “12” cannot be an id.
               Mend: use small letters, digits and hyphens, with at least one letter, such as clean-air.
            """),
        BrokenFile(
            "the same id twice", pack(area: "links: []") + "\n      - {id: water, name: More water}",
            """
            1. Line 11, column 14: the id “water” was used before, in line 8.
               Mend: give one of the two another id, or leave one out.
            """),
        BrokenFile(
            "a stage id of the program", pack(area: "links: []").replacing("id: low", with: "id: not-yet"),
            """
            1. Line 3, column 15: the stage id “not-yet” is used by the program itself.
               Mend: choose another id for this stage.
            """),
        BrokenFile(
            "two stages of one name", pack(area: "links: []").replacing("name: High", with: "name: LOW"),
            """
            1. Line 3, column 49: a stage is called “LOW” already, in line 3.
               Mend: choose another name for this stage.
            """),
        BrokenFile(
            "a stage called like a level", pack(area: "links: []").replacing("name: High", with: "name: Stand aside"),
            """
            1. Line 3, column 49: “Stand aside” is what people answer to a proposal, so a stage cannot be called that.
               Mend: choose another name for this stage.
            """),
        BrokenFile(
            "a number as the name of an area", pack(area: "links: []").replacing("name: Water", with: "name: 2"),
            """
            1. Line 9, column 15: “2” has no letter in it, and areas are chosen by their numbers.
               Mend: write a name with a word in it.
            """),
        BrokenFile(
            "no area at all",
            """
            id: towns
            name: Towns
            stages: [{id: low, name: Low}, {id: high, name: High}]
            groups: [{id: all, name: All, areas: []}, {id: more, name: More, areas: []}]
            """,
            """
            1. Line 4, column 9: “areas” has 0 items; it needs at least 1.
               Mend: add at least 1 more.
            """),
        BrokenFile(
            "unknown stage", pack(area: "evidence: {hihg: Two}"),
            """
            1. Line 10, column 20: there is no stage “hihg”.
               Mend: write “high”.
            """),
        BrokenFile(
            "unknown stage without a near one", pack(area: "evidence: {excellent: Two}"),
            """
            1. Line 10, column 20: there is no stage “excellent”.
               Mend: write “low” or “high”.
            """),
        BrokenFile(
            "unknown area", pack(area: "links: [watr]"),
            """
            1. Line 10, column 17: there is no area “watr”.
               Mend: write “water”.
            """),
        BrokenFile(
            "no such day", pack(area: "added: 2026-02-29"),
            """
            1. Line 10, column 16: “2026-02-29” is not a day in the calendar.
               Mend: write year, month and day like this: 2026-11-21.
            """),
        BrokenFile(
            "one stage only", pack(area: "links: []").replacing(", {id: high, name: High}", with: ""),
            """
            1. Line 3, column 9: “stages” has 1 item; it needs at least 2.
               Mend: add at least 1 more.
            """),
        BrokenFile(
            "too many questions",
            pack(area: "probes: [\(Array(repeating: "a", count: 101).joined(separator: ", "))]"),
            """
            1. Line 10, column 17: “probes” has 101 items; at most 100 can be used.
               Mend: leave out all but 100.
            """),
        BrokenFile(
            "a text too long", pack(area: "purpose: \(String(repeating: "a", count: 4_001))"),
            """
            1. Line 10, column 18: “purpose” has 4001 letters; at most 4000 can be used.
               Mend: shorten it.
            """),
        BrokenFile(
            "a hidden character", pack(area: "purpose: \"red \\e[31m\""),
            """
            1. Line 10, column 18: “purpose” holds the hidden character U+001B.
               Mend: delete it and type the text again.
            """),
        BrokenFile(
            "not a language", "language: plain English\n" + pack(area: "links: []"),
            """
            1. Line 1, column 11: “plain English” is not a language.
               Mend: write a short code such as en-GB.
            """),
        BrokenFile(
            "a text in place of a pack", "just some words",
            """
            1. Line 1, column 1: a pack or a set-up must be a group of keys, and this is a text.
               Mend: write each part on a line of its own, as a key, a colon and its text.
            """),
    ]

    @Test(arguments: files) func `are told in plain words`(_ file: BrokenFile) {
        let pack = PackReader.read(yaml: Array(file.text.utf8), source: "towns.yaml")
        #expect(pack.value == nil)
        #expect(pack.mistakes.map { MistakeText.entry($0, in: "towns.yaml") } == [file.expected])
    }

    @Test func `are all listed, in the order of the file`() {
        let text = """
            nmae: Towns
            id: Big Towns
            stages: [{id: low, name: Low}, {id: low}]
            groups: []
            """
        let pack = PackReader.read(yaml: Array(text.utf8), source: "towns.yaml")
        let expected = """
            6 mistakes in towns.yaml:

            1. Line 1, column 1: “nmae” is not a key that can stand here.
               Mend: write “name”.

            2. Line 1, column 1: “name” is missing.
               Mend: add “name:” and fill it in.

            3. Line 2, column 5: “Big Towns” cannot be an id.
               Mend: use small letters, digits and hyphens: “big-towns”.

            4. Line 3, column 32: “name” is missing.
               Mend: add “name:” and fill it in.

            5. Line 3, column 37: the id “low” was used before, in line 3.
               Mend: give one of the two another id, or leave one out.

            6. Line 4, column 9: “groups” has 0 items; it needs at least 1.
               Mend: add at least 1 more.

            """
        #expect(FrameworkText.check(pack, name: "towns.yaml") == expected)
    }

    @Test func `repeat hostile text harmlessly and cut`() {
        let text = pack(area: "\"\\e]0;\(String(repeating: "x", count: 100))\": 1")
        let pack = PackReader.read(yaml: Array(text.utf8), source: nil)
        let told = pack.mistakes.map { MistakeText.entry($0) }.joined()
        #expect(told.contains("“\\u{001B}]0;xxx"))
        #expect(!told.unicodeScalars.contains("\u{1B}"))
        #expect(told.count < 600)
    }
}

@Suite struct `Files that cannot be read` {
    static let files: [BrokenFile] = [
        BrokenFile(
            "a colon in a text", "name: Water: the basics",
            """
            1. Line 1, column 12: a text without quotes holds a colon, or the line starts in the wrong place.
               Mend: put the text in double quotes, or start the line in the same column as its neighbours.
            """),
        BrokenFile(
            "a tab", "id: a\n\tname: b",
            """
            1. Line 2, column 1: the text starts with a sign or a tab that cannot stand here.
               Mend: use spaces, not tabs, before a line; put a text that begins with a sign in double quotes.
            """),
        BrokenFile(
            "an uneven indent", "stages:\n  - id: a\n   name: b",
            """
            1. Line 3, column 4: this line does not line up with the lines that it belongs to.
               Mend: start it where its neighbours start, or look for a missing quote or colon above.
            """),
        BrokenFile(
            "an open quote", "name: \"Water\nid: a",
            """
            1. Line 2, column 6: a quote or a bracket is opened and not closed.
               Mend: close it.
            """),
        BrokenFile(
            "a wrong escape", "name: \"C:\\Water\"",
            """
            1. Line 1, column 10: a backslash in double quotes is followed by a letter that means nothing.
               Mend: write the backslash twice, or use single quotes.
            """),
        BrokenFile(
            "a control character", "name: é\nid: \u{1}",
            """
            1. Line 2, column 5: there is a control character, which no text needs.
               Mend: delete it and type the line again.
            """),
        BrokenFile(
            "a second document", "id: a\n---\nid: b",
            """
            1. Line 2, column 1: a second document begins here.
               Mend: keep one document in a file; leave out the line ---.
            """),
        BrokenFile(
            "the same key twice", "id: a\nname: b\nid: c",
            """
            1. Line 1, column 1: “id” stands twice in the same place.
               Mend: leave one of the two out.
            """),
        BrokenFile(
            "a key that is a list", "? [a, b]\n: c",
            """
            1. Line 1, column 3: a list or a group of keys stands where the name of a key must be.
               Mend: write a name and a colon first.
            """),
        BrokenFile(
            "an alias", "id: &same a\nname: *same",
            """
            1. Line 2, column 7: the signs & and * mark repeated parts, which are not used here.
               Mend: write the text out in full; put a text that begins with & or * in quotes.
            """),
        BrokenFile(
            "an alias of nothing", "name: *same",
            """
            1. Line 1, column 7: the signs & and * mark repeated parts, which are not used here.
               Mend: write the text out in full; put a text that begins with & or * in quotes.
            """),
        BrokenFile(
            "an anchor alone", "name: &same a",
            """
            1. Line 1, column 7: the signs & and * mark repeated parts, which are not used here.
               Mend: write the text out in full; put a text that begins with & or * in quotes.
            """),
        BrokenFile(
            "too deep", "id: " + String(repeating: "[", count: 30) + String(repeating: "]", count: 30),
            """
            1. Line 1, column 24: more than 20 lists and keys lie inside each other here.
               Mend: check the indents; no pack or set-up needs so many.
            """),
        BrokenFile(
            "too big", String(repeating: "#", count: Limit.fileBytesMax + 1),
            """
            1. The file is larger than 1024 KiB, the most that is read.
               Mend: leave out what is not needed, or make two packs of it.
            """),
    ]

    @Test(arguments: files) func `are told in plain words`(_ file: BrokenFile) {
        let pack = PackReader.read(yaml: Array(file.text.utf8), source: "towns.yaml")
        #expect(pack.value == nil)
        #expect(pack.mistakes.map { MistakeText.entry($0, in: "towns.yaml") } == [file.expected])
    }

    @Test func `say where they stop being text`() {
        let pack = PackReader.read(yaml: Array("id: é\nname: ".utf8) + [0xFF, 0xFE], source: nil)
        #expect(
            pack.mistakes.map { MistakeText.entry($0) } == [
                """
                1. Line 2, column 7: the file is not UTF-8 text from here on.
                   Mend: save the file again as UTF-8.
                """
            ])
    }

    @Test(.timeLimit(.minutes(10))) func `cannot keep the program busy with aliases in keys`() {
        var text = "a0: &a0 [x, x]\n"
        for level in 1...60 {
            text += "? &a\(level) [*a\(level - 1), *a\(level - 1), *a\(level - 1)]\n: y\n"
        }
        let pack = PackReader.read(yaml: Array(text.utf8), source: nil)
        #expect(pack.mistakes.map(\.kind) == [.alias])
    }

    @Test func `may hold the signs of aliases in ordinary words`() {
        let text = pack(area: "purpose: R&D at A&E, *not* at night & not by day*")
        let read = PackReader.read(yaml: Array(text.utf8), source: nil)
        #expect(read.value?.area("water")?.purpose == "R&D at A&E, *not* at night & not by day*")
    }
}
