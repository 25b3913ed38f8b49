import Testing

@testable import Summarising

@Suite struct `Lines of a transcript` {
    private func read(_ text: String) -> [String] {
        let meeting = MeetingLines(text)
        return meeting.lines.map { line in
            "\(line.number)|\(line.speaker.map { meeting.speakers[$0] } ?? "")|\(String(Substring(line.text)))"
        }
    }

    @Test func `a name before a colon is the speaker, and lines are counted as an editor counts them`() {
        #expect(read("Ann Osei: Good morning.\n\nSam: Hello\r\n") == ["1|Ann Osei|Good morning.", "3|Sam|Hello"])
    }

    @Test func `lines without a name hold words`() {
        #expect(read("We met at 10:30 in the hall.\n- buses") == ["1||We met at 10:30 in the hall.", "2||- buses"])
    }

    @Test(arguments: [
        "Decision: three halls", "action: Ann writes", "e.g.: a bus",
        "FYI: the room is booked", "See https://example.org for more",
        "We asked one thing: why now?",
        "There is one more thing to say here today: buses", "10: the number of halls", "What now?: nothing",
    ])
    func `what is no name stays with the words`(_ line: String) {
        #expect(read(line) == ["1||\(line)"])
    }

    @Test func `what was said privately and what was typed as a command is no part of the meeting`() {
        let text = """
            Sam Rhys (privately): emerging, low, because nobody asked us
                and more: of it
            Ann Osei: The buses stop at six.
            [8] Common Ground \u{2192} Sam Rhys: Noted, only you see this.
              Change it any time.
            Ann Osei: /minority Small firms were never asked.
            [9] Sam Rhys (privately): a second time
            Sam Rhys: /home/sam has the list.
            """
        #expect(read(text) == ["3|Ann Osei|The buses stop at six.", "8|Sam Rhys|/home/sam has the list."])
        #expect(MeetingLines(text).speakers == ["Ann Osei", "Sam Rhys"])
    }

    @Test func `titles, places in brackets and small letters can be names`() {
        let text = "Hon. Mary Vale (Minister, Lower House): Yes.\nann: hi\nbus user group: no\nbus user group: yes"
        #expect(MeetingLines(text).speakers == ["Hon. Mary Vale (Minister, Lower House)", "ann", "bus user group"])
    }
}

@Suite struct `Sentences of a transcript` {
    @Test func `a line is cut at full stops, and not after a title or an initial`() {
        #expect(
            Meetings.clean("Ann: We saw Mr. J. Vale today. He came by bus. Did he? Yes!") == [
                "We saw Mr. J. Vale today.", "He came by bus.", "Did he?", "Yes!",
            ])
    }

    @Test func `a sentence that a short word interrupted is mended, with both its lines`() {
        let model = MeetingModel(
            MeetingLines(
                "Ann: The hall needs a new roof,\nSam: Yeah.\nAnn: because the old one leaks. It rains in.\nSam: Oh."))
        #expect(model.clean[0].text == "The hall needs a new roof, because the old one leaks.")
        #expect(model.spoken[0].lines == [1, 3])
        #expect(model.clean.map(\.text).contains("It rains in."))
    }

    @Test func `a longer remark between is no interruption, and neither is typing without capitals`() {
        let remark = "Ann: The hall needs a roof,\nSam: It needs new heating first.\nAnn: because it leaks."
        #expect(Meetings.clean(remark)[0] == "The hall needs a roof…")
        #expect(Meetings.clean("ann: we need a bus\nsam: yes\nann: and a later one").count == 3)
    }
}
