import LineProtocol
import Testing

private func read(_ line: String) -> TextLine { TextLine.read(Array(line.utf8)) }

/// What matters of a line, in one value that compares.
private struct Reading: Equatable {
    var form: TextLine.Form
    var speaker: String?
    var text: String

    init(_ form: TextLine.Form, _ speaker: String?, _ text: String) {
        (self.form, self.speaker, self.text) = (form, speaker, text)
    }

    init(_ line: TextLine) { self.init(line.form, line.speaker, line.text) }
}

@Suite struct TextLineTests {
    @Test func `a name and a colon name the speaker`() {
        #expect(Reading(read("Ann: I agree")) == Reading(.named, "Ann", "I agree"))
        #expect(
            Reading(read("Ann Shah: I agree: it works")) == Reading(.named, "Ann Shah", "I agree: it works"))
        #expect(Reading(read("  Zoë:   yes \t")) == Reading(.named, "Zoë", "yes"))
        #expect(Reading(read("Ann:")) == Reading(.named, "Ann", ""))
        #expect(Reading(read("Ann: /agree 14")) == Reading(.named, "Ann", "/agree 14"))
        #expect(Reading(read("a:b: c")) == Reading(.named, "a:b", "c"))
    }

    @Test(arguments: [
        "I agree", "at 10:30 we start", "https://example.org/a", ":", ": hello", " : x", "", "a:b",
    ])
    func `without a name the default speaker speaks`(line: String) {
        #expect(read(line).form == .plain)
        #expect(read(line).speaker == nil)
    }

    @Test func `a name has at most 64 bytes`() {
        let longest = String(repeating: "é", count: 32)
        #expect(read(longest + ": x").speaker == longest)
        #expect(Reading(read(longest + "a: x")) == Reading(.plain, nil, longest + "a: x"))
        #expect(read("<" + longest + "> x").speaker == longest)
        #expect(read("<" + longest + "a> x").speaker == nil)
    }

    @Test func `a line may be private`() {
        let line = read("Ann (privately): established, medium")
        #expect(line.isPrivate)
        #expect(Reading(line) == Reading(.named, "Ann", "established, medium"))
        // A slip with a space must not show to all what was meant for one.
        for slip in ["Ann(privately): low", "Ann  (privately) : low"] {
            #expect(read(slip).isPrivate && Reading(read(slip)) == Reading(.named, "Ann", "low"), "\(slip)")
        }
        #expect(!read("Ann: (privately): x").isPrivate)
        #expect(Reading(read("(privately): x")) == Reading(.named, "(privately)", "x"))
        #expect(!read("(privately): x").isPrivate)
        #expect(!read("<Ann (privately)> x").isPrivate)
    }

    @Test func `a nick in angle brackets speaks, whatever the text claims`() {
        #expect(Reading(read("<ann> I agree")) == Reading(.nick, "ann", "I agree"))
        #expect(Reading(read("<ann> Raj: I object")) == Reading(.nick, "ann", "Raj: I object"))
        #expect(Reading(read("<ann> <raj> I object")) == Reading(.nick, "ann", "<raj> I object"))
        #expect(Reading(read("<ann> Raj (privately): low")) == Reading(.nick, "ann", "Raj (privately): low"))
        #expect(Reading(read("<ann> /next")) == Reading(.nick, "ann", "/next"))
        #expect(Reading(read("<ann>")) == Reading(.nick, "ann", ""))
    }

    @Test(arguments: ["<> x", "<ann>x", "<ann", "< ann> x", "<3 we like > this", "ann> x"])
    func `angle brackets without a nick are plain words`(line: String) {
        #expect(Reading(read(line)) == Reading(.plain, nil, line))
    }

    @Test func `the time that ii puts before a nick is read`() {
        #expect(
            Reading(read("1795299122 <ann> Raj: yes"))
                == Reading(.stampedNick(epoch: 1_795_299_122), "ann", "Raj: yes"))
        let notice = read("1795299122 -!- raj(~raj@host) has joined #north")
        #expect(
            Reading(notice) == Reading(.notice(epoch: 1_795_299_122), nil, "raj(~raj@host) has joined #north")
        )
        #expect(!read("1795299122 -!- /next").isCommand)
    }

    @Test(arguments: [
        "14 <b", "99999999999999999999 <ann> x", "-5 <ann> x", "5<ann> x", "5  <ann> x", "12 people came",
    ])
    func `a number before other words is plain`(line: String) {
        #expect(Reading(read(line)) == Reading(.plain, nil, line))
    }

    @Test func `a bare command is the default speaker's, colons and all`() {
        let line = read(" /propose aim: fewer falls")
        #expect(Reading(line) == Reading(.plain, nil, "/propose aim: fewer falls"))
        #expect(line.isCommand)
        #expect(read("Ann: /next").isCommand)
        #expect(!read("Ann: no /next").isCommand)
    }

    @Test func `a sync command gives its token`() {
        #expect(read("/sync abc").syncToken == "abc")
        #expect(read("/sync   a b ").syncToken == "a b")
        #expect(read("/sync").syncToken == "")
        #expect(read("Ann: /sync 7").syncToken == "7")
        for line in ["/synced", "sync abc", "/syn c", "/ sync a", "Ann: sync"] {
            #expect(read(line).syncToken == nil)
        }
    }

    @Test func `words that look like a name can be given back to the default speaker`() {
        let note = read("Note: the plan is late")
        #expect(Reading(note) == Reading(.named, "Note", "the plan is late"))
        #expect(Reading(note.spokenByDefault) == Reading(.plain, nil, "Note: the plan is late"))
        let isKnownName = { (name: String) in name == "Ann" }
        let known = TextLine.read(Array("Ann (privately): low".utf8), isKnownName: isKnownName)
        #expect(known.speaker == "Ann" && known.isPrivate)
        let unknown = TextLine.read(Array("Note (privately): low".utf8), isKnownName: isKnownName)
        #expect(Reading(unknown) == Reading(.plain, nil, "Note (privately): low"))
        #expect(!unknown.isPrivate)
        // The network vouches for nicks, so that the list is not asked.
        #expect(TextLine.read(Array("<raj> x".utf8), isKnownName: isKnownName).speaker == "raj")
    }

    @Test func `every beginning of every form is read without a crash`() {
        for line in [
            "1795299122 <ann> Raj: é", "Ann (privately): /sync é", "1795299122 -!- x", "<ann> /next",
        ] {
            let bytes = Array(line.utf8)
            for length in 0...bytes.count {
                #expect(TextLine.read(Array(bytes.prefix(length))).text.utf8.count <= 30)
            }
        }
    }
}
