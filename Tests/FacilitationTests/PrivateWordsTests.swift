import Testing

@testable import Facilitation

@Suite("What was sent privately counts, and its words are shown to nobody else")
struct PrivateWordsTests {
    private let secret = "PRIVWORDS"

    /// Whether the words stand in anything that others are shown.
    private func isShown(_ room: Room) -> Bool {
        room.toRoom.contains { $0.contains(secret) } || room.recordText.contains(secret)
    }

    private func answer(_ room: Room, _ level: Level, privately: Bool = true) {
        room.ben(.levelGiven(level, because: secret), privately: privately)
    }

    @Test("A private block is named at the close, its reason is not told, and its holder hears so before")
    func privateBlock() {
        let room = Room("ann", "ben").started()
        room.testDecision(["ann": .support])
        answer(room, .block)
        #expect(
            room.privately["ben"]?.last
                == "Noted: block. Others will see your level, with your name; your reason stays private. You can change it until the test is closed."
        )
        room.helen("/close")
        #expect(room.lastToRoom.contains("(Ben Reed): reason given privately"))
        room.helen("/close")
        #expect(room.toRoom.contains { $0.contains("Kept (Ben Reed, block): reason given privately") })
        room.helen("/readback")
        #expect(!isShown(room))
        let decision = room.area.decisions[0]
        #expect(decision.outcome == .notAgreed && decision.levels == [.support: 1, .block: 1])
        #expect(decision.reservations.map(\.isPrivate) == [true] && decision.reservations.map(\.by) == ["ben"])
        #expect(room.area.objections.map(\.isPrivate) == [true] && room.area.objections[0].open)
        #expect(room.recordText.contains(#""private":true"#))
    }

    @Test("The same reason said in the room is told, and so is one that takes the place of a private one")
    func saidInTheRoom() {
        let room = Room("ann", "ben").started()
        room.testDecision(["ann": .support])
        answer(room, .cannotYet)
        answer(room, .cannotYet, privately: false)
        room.helen("/close")
        #expect(room.lastToRoom.contains("(Ben Reed): \(secret)"))
        #expect(room.area.objections.map(\.text) == [secret])
        #expect(room.area.decisions[0].reservations.map(\.text) == [secret])
    }

    @Test("A private level said again without a reason keeps its reason, and keeps it private")
    func reasonStaysPrivate() {
        let room = Room("ann", "ben").started()
        room.testDecision(["ann": .support])
        answer(room, .reservation)
        room.ben.levels(.reservation)
        room.helen("/close")
        #expect(room.toRoom.contains { $0.contains("reservation): reason given privately") } && !isShown(room))
    }

    @Test("A private likely level that is confirmed in the room keeps its words private")
    func confirmedAloud() {
        let room = Room("ann", "ben").started()
        room.testDecision(["ann": .support])
        room.hear(.levelGiven(.cannotYet, because: secret), by: "ben", privately: true, likely: true)
        room.ben.yes()
        #expect(room.area.decisions[0].levels == [.support: 1, .cannotYet: 1])
        room.helen("/close")
        #expect(!isShown(room))
    }

    @Test("A private disagree counts, with its holder, and is an open objection without words")
    func privateDisagree() {
        let room = Room("ann", "ben").started()
        let statement = room.ann.says("We are ready.")
        room.ben("/disagree #\(statement) because \(secret)", privately: true)
        #expect(
            room.privately["ben"]?.last
                == "Noted: that you disagree with #\(statement). Others will see that, with your name; your reason stays private."
        )
        #expect(room.area.statements[0].disagree == ["ben"])
        room.helen("/done")
        #expect(room.lastToRoom.contains("reason given privately") && !isShown(room))
    }

    @Test("Under the Chatham House Rule the receipt says that no name is shown")
    func chathamHouse() {
        let room = Room("ann", "ben") { $0.attribution = .chathamHouse }.started()
        room.testDecision(["ann": .support])
        answer(room, .block)
        #expect(room.privately["ben"]?.last?.contains("Others will see your level, without your name;") == true)
        room.helen("/close")
        room.helen("/close")
        #expect(room.toRoom.contains { $0.contains("Kept (block): reason given privately") } && !isShown(room))
    }

    @Test("What would be for everybody to see is not taken from a private line")
    func needsTheRoom() {
        let room = Room("ann", "ben").started()
        let own = room.ben.says("We share a plan.")
        room.helen.proposes(.objective, "Count the buses")
        for line in ["/park \(secret)", "/interest \(secret)", "/correct #\(own) \(secret)", "/measure \(secret)"] {
            room.ben(line, privately: true)
            #expect(room.declined == .needsTheRoom, "\(line)")
        }
        room.helen("/defer")
        for line in ["/decide \(secret)", "/amend \(secret)", "/undo #\(own) because \(secret)"] {
            room.helen(line, privately: true)
            #expect(room.declined == .needsTheRoom, "\(line)")
        }
        #expect(!isShown(room) && room.area.parked.isEmpty && room.record.interests.isEmpty)
    }

    @Test("A minority view may be sent privately, and its holder is told that everybody can read it")
    func privateMinority() {
        let room = Room("ann", "ben").started()
        room.testDecision(["ann": .support, "ben": .block])
        room.helen("/close")
        room.helen("/close")
        room.ben("/minority Small groups are not asked", privately: true)
        let told = room.privately["ben"]?.last ?? ""
        #expect(told.contains("everybody can read these words, though you sent them privately"))
        #expect(told.contains("/withdraw \(room.entry) takes them back"))
        #expect(room.area.minorityViews.map(\.text) == ["Small groups are not asked"])
    }

    @Test("A private word said in the room is not said to be the facilitator's only")
    func privateWordSaidAloud() {
        let room = Room("ann").started()
        room.ann("/private Please slow down", privately: true)
        #expect(room.privately["ann"]?.last == "Passed on to the facilitator only.")
        room.ann("/private Please slow down")
        #expect(room.notices.contains(.privateWordPassedOn(isSeenByAll: true)))
        #expect(room.privately["ann"]?.last?.contains("everybody could read it") == true)
    }

    @Test("What was said privately and is refused when it is confirmed leaves the line itself as it was")
    func refusedConfirmation() {
        let today = CivilDate(year: 2026, month: 10, day: 14)
        for isPrivate in [false, true] {
            var turn = Turn(
                heard: Heard(
                    entry: 9, actor: "ann", at: Instant(milliseconds: 0), today: today, isPrivate: isPrivate,
                    words: "yes",
                    readings: []))
            #expect(throws: Refusal.emptyText) {
                try turn.asSaid(privately: !isPrivate) { (turn: inout Turn) throws(Refusal) in
                    #expect(turn.isPrivateMatter != isPrivate)
                    throw .emptyText
                }
            }
            #expect(turn.isPrivateMatter == isPrivate)
        }
    }
}
