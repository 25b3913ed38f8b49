import Testing

@testable import Summarising

@Suite struct `What is heard` {
    @Test func `decisions and actions of the meeting in Harrowdale`() throws {
        let digest = try Meetings.digest(Meetings.harrowdale())
        #expect(digest.decisions.contains { $0.lines == [20] })
        #expect(!digest.decisions.contains { $0.lines == [33] }, "nothing was decided about the halls")
        for line in [23, 24, 34] { #expect(digest.actions.contains { $0.lines == [line] }, "line \(line)") }
        #expect(digest.actions.allSatisfy { !$0.text.contains("sixty thousand") })
    }

    @Test(arguments: [
        "Decision: three halls are mended first.", "We've agreed to pay the drivers' mileage monthly.",
        "So it's agreed that the bus runs until eight.",
    ])
    func `said outright, a decision is heard`(_ line: String) {
        #expect(Meetings.digest("Ann: Good morning to you.\nSam: \(line)").decisions.contains { $0.lines == [2] })
        #expect(Meetings.digest("Good morning to you.\n\(line)").decisions.contains { $0.lines == [2] })
    }

    @Test(arguments: [
        "We haven't decided which hall comes first.", "Have we agreed to pay the mileage?",
        "If we agreed to that we would have no money left.", "Until we decided that nobody could plan.",
    ])
    func `turned round or asked, it is not`(_ line: String) {
        #expect(
            !Meetings.digest("Ann: Good morning to you.\nSam: \(line)\nAnn: Hm.").decisions.contains { $0.lines == [2] }
        )
    }

    private static let remark = "Ann Osei: The later bus should run until eight in the evening.\n"

    @Test(arguments: [
        ("Sam: I agree, it would help the clinic.", HeardStance.Kind.agreed), ("Sam: Agreed.", .agreed),
        ("Sam: Yeah, absolutely.", .agreed), ("Sam: Yes, that makes sense.", .agreed),
        ("Sam: I don't agree with that.", .differed), ("Sam: No, I disagree.", .differed),
        ("Sam: Well, I'm not convinced.", .differed),
    ])
    func `agreeing and differing are heard, and with whom`(_ line: String, _ kind: HeardStance.Kind) {
        let heard = Meetings.digest(Self.remark + line).heard
        #expect(heard.map(\.kind) == [kind])
        #expect(heard.first.map { [$0.name, $0.with] } == ["Sam", "Ann Osei"])
        #expect(heard.first?.aboutLines == [1])
    }

    @Test(arguments: [
        "Sam: Yeah.", "Sam: Okay, right.", "Sam: Do you agree with it?", "Sam: They said that they agree.",
        "Sam: Definitely not the last one of the year.", "Ann Osei: I agree with myself here.", "I agree.",
    ])
    func `a bare yes, a question and talk about others are no stance`(_ line: String) {
        #expect(Meetings.digest(Self.remark + line).heard == [])
    }

    @Test func `a name says whom somebody agrees with`() {
        let text = Self.remark + "Priya: The volunteer drivers need their mileage every month.\nSam: I agree with Ann."
        #expect(Meetings.digest(text).heard.first?.with == "Ann Osei")
    }
}
