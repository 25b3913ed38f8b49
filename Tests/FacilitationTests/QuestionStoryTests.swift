import Testing

@testable import Facilitation

@Suite("Questions to the bot, and lines that change nothing")
struct QuestionStoryTests {
    @Test("A question of how the bot works has an answer of its own")
    func ownAnswers() {
        let room = Room("ann", "ben").started()
        let questions: [(String, AskedSubject)] = [
            ("bot, are you a person?", .bot), ("who can see my rating?", .ratings),
            ("what happens if I block?", .blocking), ("what if I don't answer?", .silence),
            ("can I change my answer later?", .changing), ("how do I disagree?", .disagreeing),
        ]
        for (words, subject) in questions {
            room.ann(words)
            #expect(room.notices == [.subjectExplained(subject)], "\(words)")
        }
        #expect(room.lastToRoom.contains("/disagree #12 because …"))
        room.ann("how do I change the title?")
        #expect(room.notices == [.help(room.id("ann"), about: "")])
    }

    @Test("Who sees ratings is told as the room is set up")
    func whoSeesRatings() {
        let ends = [
            Attribution.named: "names who gave which rating, and quotes the reason.",
            .chathamHouse: "keeps ratings without names, and quotes the reasons.",
        ]
        for (attribution, end) in ends {
            let room = Room("ann") { $0.attribution = attribution }.started()
            room.ann("who can see my rating?")
            #expect(room.lastToRoom.hasPrefix("Nobody sees a rating") && room.lastToRoom.hasSuffix(end))
        }
    }

    @Test("Help, or a question mark alone, gives the help")
    func helpAlone() {
        let room = Room("ann").started()
        for line in ["help", "Help!", "bot, help", "?", "??"] {
            room.ann(line)
            #expect(room.notices == [.help(room.id("ann"), about: "")], "\(line)")
        }
    }

    @Test("Who agreed with a statement is told by name, and in numbers alone where views carry no names")
    func whoAgreed() {
        let answers = [
            Attribution.named: "agree 1 (Ben Reed), disagree 0, unsure 0.",
            .chathamHouse: "agree 1, disagree 0, unsure 0.",
        ]
        for (attribution, told) in answers {
            let room = Room("ann", "ben") { $0.attribution = attribution }.started()
            let statement = room.ann.says("We share a plan.")
            room.ben("/agree \(statement)")
            room.ann("who agreed with #\(statement)?")
            #expect(room.lastToRoom == "#\(statement): \(told)")
            room.ann("who agreed with #999?")
            #expect(room.declined == .unknownEntry(999))
            room.helen("/decide Meet weekly")
            let test = room.entry
            room.ann.levels(.support)
            room.helen("who agreed with #\(test)?")
            #expect(room.lastToRoom == "#\(test): support 1.", "of a proposal only the numbers are told")
        }
    }

    @Test("Whoever asks why a line of theirs was struck out is told the facilitator's reason")
    func whyStruckAsked() {
        let room = Room("ann", "ben").started()
        room.ann("why was my line struck out?")
        #expect(room.notices == [.subjectExplained(.struck)])
        let statement = room.ann.says("We share a plan.")
        room.helen("/undo \(statement)")
        room.ann("why was my line struck out?")
        #expect(room.notices == [.whyStruckOut(entry: statement, because: "")])
        room.helen("/undo \(statement) because it was off topic")
        room.ann("why was my line struck out?")
        #expect(room.lastToRoom.contains("for this reason: “it was off topic”."))
        room.ben("why was #\(statement) struck out?")
        #expect(room.notices == [.whyStruckOut(entry: statement, because: "it was off topic")])
    }

    // MARK: What changes nothing

    @Test("A rating or a level while no area is open is answered once, until something opens")
    func nothingIsOpen() {
        let room = Room("ann", "ben")
        room.helen("/start")
        for line in ["not yet", "We support small firms.", "high time we started"] {
            room.ben(line)
            #expect(room.notices.isEmpty, "\(line)")
        }
        room.ann("established, medium, because three contracts used our shared rules")
        #expect(room.notices == [.nothingIsOpen])
        #expect(
            room.lastToRoom
                == "No area is open, so that counts nowhere yet. The facilitator opens an area with /next, or /area and its number."
        )
        room.ann("support")
        #expect(room.notices.isEmpty, "once is enough")
        room.ben("support, because it is right")
        #expect(room.notices == [.nothingIsOpen])
        room.helen("support")
        #expect(room.notices.isEmpty, "a facilitator answers nothing")
        room.helen("/area 1")
        room.helen("/skip")
        room.ann("support")
        #expect(room.notices == [.nothingIsOpen], "something was open meanwhile")
    }

    @Test("What was heard privately is not told when its holder takes it back in the room")
    func takenBackInTheRoom() {
        let room = Room("ann", "ben").started()
        room.helen("/gauging")
        let rating = Event.rated(stage: "emerging", confidence: nil, evidence: "")
        for isPrivate in [false, true] {
            room.hear(rating, by: "ann", privately: true, likely: true, words: "emerging, maybe")
            let line = room.entry
            room.ann(.answered(yes: false), privately: isPrivate)
            #expect(room.notices == [.takenBack(isPrivate ? rating : nil, entry: line)])
        }
        #expect(!room.toRoom.contains { $0.contains("rating “Emerging”") })
    }

    @Test("Whoever would change an earlier answer is told what counts instead")
    func nothingToChange() {
        let room = Room("ann", "ben").started()
        let statement = room.ann.says("A plan.")
        room.ben("/agree \(statement)")
        let earlier = room.entry
        room.ben("/unsure \(statement)")
        room.ben("/withdraw \(earlier)")
        #expect(room.declined == .nothingToChange(earlier, .replaced))
        room.helen("/decide Meet weekly")
        let test = room.entry
        let level = room.ann.levels(.support)
        room.ann.levels(.full)
        func words(_ entry: Int) -> String {
            Phrasebook(room.discussion).words(for: .nothingToChange(entry, .replaced))
        }
        #expect(words(earlier).hasPrefix("#\(earlier) was an earlier word on #\(statement), "))
        #expect(words(level).hasPrefix("#\(level) was an earlier answer to #\(test), "))
    }

    @Test("A date that is none is answered with one that is still to come, and a majority waits for people by name")
    func whatToDoInstead() {
        let room = Room("ann", "ben").started()
        room.helen.settles("established")
        room.ann.levels(.support)
        let book = Phrasebook(room.discussion)
        #expect(book.words(for: .badDate("soon")).hasSuffix("Try 31 March 2028, or end of March 2028."))
        #expect(
            book.words(for: .majority(.notAnswered(1)))
                == "Not answered yet: Ben Reed. Everybody here must answer before a majority position.")
    }

    @Test("A long statement is listed by its beginning, with the line that has all of it")
    func longStatement() {
        let room = Room("ann", "ben").started()
        let words = String(repeating: "Buses and shifts. ", count: 40)
        let statement = room.ann.says(words)
        room.ben("/where")
        #expect(room.lastToRoom.hasSuffix("… (line \(statement) has all of it)") && room.lastToRoom.count < 320)
        #expect(room.area.statements[0].text == words, "the record has it whole")
    }

    // MARK: Names

    @Test("Two people of one first name are addressed by as much of the name as tells them apart")
    func oneFirstName() {
        let room = Room("ann", "ben", "cat") {
            for (index, name) in ["Sam Rhys", "Dr Sam Okoro", "Sam Okoro Hill"].enumerated() {
                $0.members[index + 1].name = name
            }
        }.started()
        func names() -> [String] { ["ann", "ben", "cat"].map { Phrasebook(room.discussion).addressName(room.id($0)) } }
        #expect(names() == ["Sam Rhys", "Sam Okoro", "Sam Okoro Hill"])
        room.helen("/apologies Sam Rhys, Sam Okoro Hill")
        #expect(names() == ["Sam Rhys", "Sam", "Sam Okoro Hill"])
    }
}
