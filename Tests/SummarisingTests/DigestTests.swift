import JSONText
import Testing

@testable import Summarising

@Suite struct `A digest` {
    @Test func `is no longer than asked for, names included, and in the order of the meeting`() throws {
        let text = try Meetings.harrowdale()
        for words in stride(from: 10, through: 400, by: 15) {
            for question in [nil, "What was said about the halls?"] {
                let digest = Meetings.digest(text, words: words, question: question)
                let count = digest.sentences.reduce(0) { $0 + WordCount.of($1.text.utf8) }
                #expect(count <= words)
                #expect(digest.sentences.map { $0.lines[0] } == digest.sentences.map { $0.lines[0] }.sorted())
            }
        }
        #expect(Meetings.digest(text).sentences.count >= 4)
    }

    @Test(arguments: 1...40)
    func `holds only words of the lines it cites`(_ seed: Int) throws {
        let text = seed == 1 ? try Meetings.harrowdale() : Babble.meeting(seed: UInt64(seed), lines: 60)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { bareWords(String($0)) }
        let digest = Meetings.digest(text, words: 150)
        for sentence in digest.sentences + digest.decisions + digest.actions {
            try #require(!sentence.lines.isEmpty)
            let cited = sentence.lines.flatMap { lines[$0 - 1] }
            #expect(isInOrder(bareWords(sentence.text), in: cited), "\(sentence)")
        }
        for stance in digest.heard {
            #expect(isInOrder(bareWords(stance.text), in: stance.lines.flatMap { lines[$0 - 1] }))
            #expect(isInOrder(bareWords(stance.about), in: stance.aboutLines.flatMap { lines[$0 - 1] }))
        }
    }

    @Test func `keeps to what was asked`() throws {
        let text = try Meetings.harrowdale()
        let halls = Meetings.digest(text, words: 40, question: "Which hall has no heating?")
        #expect(halls.sentences.contains { $0.text.contains("heating") })
        let priya = Meetings.digest(text, words: 40, question: "What did Priya say about volunteer drivers?")
        #expect(priya.sentences.first?.text.hasPrefix("Priya Nair: ") == true)
    }

    @Test func `names a speaker where the speaker changes`() throws {
        let digest = Meetings.digest(
            "Ann: The hall needs a new roof before winter comes.\nAnn: The hall needs new heating before winter comes.\n"
                + "Sam: The drivers need their mileage money every month.")
        #expect(
            digest.sentences.map(\.text) == [
                "Ann: The hall needs a new roof before winter comes.",
                "The hall needs new heating before winter comes.",
                "Sam: The drivers need their mileage money every month.",
            ])
    }

    @Test func `of lines without names has no names`() {
        let digest = Meetings.digest("The hall needs a new roof before winter.\nThe last bus goes at ten past five.")
        #expect(digest.sentences.map(\.lines) == [[1], [2]])
        #expect(digest.speakers == [] && digest.heard == [])
    }

    @Test(arguments: ["", "\n\n", "Ann:\nSam:", "ok", "Ann: yes", "🙂 🙂\n…\n—", "Ann: \u{0}\u{1B}[2J"])
    func `of next to nothing is next to nothing`(_ text: String) {
        #expect(Meetings.digest(text).sentences == [])
    }
}

@Suite struct `A digest for people and programs` {
    @Test func `JSON has four lists and no more`() throws {
        let json = try Meetings.digest(Meetings.harrowdale()).json
        #expect(json.object?.keys.sorted() == ["actions", "decisions", "heard", "sentences"])
        for list in ["sentences", "decisions", "actions"] {
            let rows = try #require(json[list]?.array)
            #expect(!rows.isEmpty)
            for row in rows { #expect(row.object?.keys.sorted() == ["lines", "text"]) }
        }
    }

    @Test(arguments: [Digest.Form.text, .markdown])
    func `every sentence of the text cites its lines and is told as heard`(_ form: Digest.Form) throws {
        let text = try Meetings.digest(Meetings.harrowdale()).paragraphs(as: form, source: "notes.txt") { $0 }
        let titles = text.split(separator: "\n").filter { !$0.hasSuffix("]") }
        #expect(titles.count == 5, "\(titles)")
        #expect(titles[0].hasSuffix("What was said in notes.txt (35 lines, 5 speakers)"))
        #expect(titles[1].hasPrefix("Heard, not agreed"))
        #expect(titles.dropFirst(2).allSatisfy { $0.contains("Heard as ") })
    }

    @Test func `what people said is made safe to show`() {
        let digest = Meetings.digest("A\u{1B}nn: The hall needs a new\u{202E} roof before winter comes.")
        let text = digest.paragraphs(as: .text, source: "n\u{1B}") {
            String($0.unicodeScalars.filter { $0 != "\u{1B}" && $0 != "\u{202E}" })
        }
        #expect(!text.contains("\u{1B}") && !text.contains("\u{202E}") && text.contains("roof"))
    }

    @Test func `lines are listed in runs`() {
        #expect(Digest.list([3]) == "3")
        #expect(Digest.list([3, 4, 9, 10, 11]) == "3, 4, 9 to 11")
    }
}
