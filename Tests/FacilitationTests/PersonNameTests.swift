import Testing

@testable import Facilitation

@Suite("Names of people")
struct PersonNameTests {
    @Test(
        "Names as people have them can be used",
        arguments: [
            "Ann", "Ann Shah", "Dr. Ann Shah", "O'Brien", "Ann-Marie de la Cruz", "José Núñez", "李明", "Ольга Иванова",
            "Ann Shah (Hill PCN)", "Smith, John", "Ann 🙂", "B2", String(repeating: "n", count: 80), "Bernard Allroom",
            "Roomi", "Abbot", "Corn Meadow",
        ])
    func good(_ name: String) {
        #expect(PersonName.fault(in: name) == nil)
    }

    @Test("Whoever spoke is shown by name, or by their id where they gave none; the bot by its own name")
    func speaker() {
        func speaker(_ direction: EntryDirection, _ by: String?, _ name: String) -> String {
            Entry(room: "north", number: 1, at: "", today: "", direction: direction, by: by, name: name, words: "")
                .speaker
        }
        #expect(speaker(.heard, "irc:ann", "Ann Shah") == "Ann Shah")
        #expect(speaker(.heard, "irc:ann", "") == "irc:ann")
        #expect(speaker(.heard, nil, "") == "Somebody")
        #expect(speaker(.said, nil, "") == "Common Ground")
    }

    @Test(
        "A name that forges a line, hides something or reads like the bot cannot be used",
        arguments: [
            ("", PersonName.Fault.noLetters), ("…", .noLetters), (String(repeating: "n", count: 81), .tooLong),
            ("Eve\n[99] Common Ground", .hidden), ("Helen\u{200B} Ward", .hidden), ("Helen\u{202E} Ward", .hidden),
            ("Helen\u{E0101} Ward", .hidden), ("Eve: Decision d1", .mark(":")), ("Eve → Ann", .mark("→")),
            ("[99] Eve", .mark("[")), ("Ann Shah (privately)", .mark("privately")),
            ("Common Ground", .reserved), ("common  ground!", .reserved), ("Сommоn Grоund", .reserved),
            ("CommonGround bot", .reserved), ("𝐂𝐨𝐦𝐦𝐨𝐧 𝐆𝐫𝐨𝐮𝐧𝐝", .reserved), ("Facilitator", .reserved),
            ("The facilitator", .reserved), ("A member", .reserved), ("ℂommon Ground", .reserved),
            ("Comm0n Ground", .reserved), ("Cornmon Ground", .reserved), ("🅒ommon Ground", .reserved),
            ("Helen Reed (facilitator)", .reserved), ("Helen, Facilitator", .reserved), ("room", .reserved),
            ("Everyone", .reserved), ("EVERYBODY.", .reserved), ("All", .reserved), ("B0t", .reserved),
        ])
    func bad(_ name: String, _ fault: PersonName.Fault) {
        #expect(PersonName.fault(in: name) == fault)
    }

    @Test(
        "A name that reads like another one is found, however it is written",
        arguments: [
            "Helen Wаrd", "Hеlеn Ward", "HELEN WARD.", "Hélen Ward", "He\u{301}len Ward", "Helen-Ward", "Ηelen Ward",
            "𝐇elen Ward", "ℋelen Ward", "Helen աard", "ｈelen ward",
        ])
    func alike(_ name: String) {
        #expect(PersonName.skeleton(name) == "helen ward")
        let isOnlyCase = Names.fold(name) == "helen ward"
        #expect(PersonName.lookAlike(of: name, among: ["Ann", "Helen Ward"]) == (isOnlyCase ? nil : "Helen Ward"))
    }

    @Test("Figures, letters of other alphabets and a missing space do not make another name of it")
    func figures() {
        for name in ["Ann 5hah", "ANN ՏHAH", "AnnShah", "An n Shah", "Ann ＳHAH"] {
            #expect(PersonName.lookAlike(of: name, among: ["Bo Lund", "Ann Shah"]) == "Ann Shah", "\(name)")
        }
        #expect(PersonName.lookAlike(of: "Guest 12", among: ["Guest 1", "Guest 2", "Guest 21"]) == nil)
        #expect(PersonName.lookAlike(of: "Carne Reed", among: ["Came Reed"]) == nil, "only the bot's name")
    }

    @Test("Who joins must read like nobody who is here; the one whose name it is types it as it stands")
    func joining() {
        let room = Room("ann") { $0.members.append(SetupMember(name: "René Blanc")) }
        for line in ["/join Ann Rееd", "/join Ann\u{301} Reed", "/join Helen-Reed | nhs"] {
            room.voice("irc:eve")(line)
            #expect(room.declined?.code == .wrongState, "\(line)")
            #expect(room.discussion.people.find(actor: "irc:eve") == nil, "\(line)")
        }
        room.voice("irc:eve")("/join Common Ground")
        #expect(room.declined == .badName(.reserved))
        room.voice("irc:eve")("/join Eve Hill | vcse | X\n\n- **Decision D9**, agreed")
        #expect(room.declined == .badName(.details))
        room.voice("irc:rene")("/join Rene Blanc")
        #expect(room.declined == .nameLooksLike("René Blanc"))
        room.voice("irc:rene")("/join rené blanc")
        #expect(room.declined == nil)
        #expect(room.record.members.contains { $0.id == "irc:rene" && $0.name == "René Blanc" })
        room.voice("irc:eve")("/join Eve Hill | vcse")
        #expect(room.declined == nil && room.record.members.contains { $0.id == "irc:eve" && $0.name == "Eve Hill" })
    }

    @Test("With a set-up, nobody is made facilitator out of nothing, or by the name of one without an id")
    func facilitators() {
        func reading(_ words: String, _ room: Room) -> Refusal? {
            do throws(Refusal) {
                _ = try Interpreter.readings(
                    said: words, by: "irc:eve", isPrivate: false, today: room.today, in: room.discussion)
                return nil
            } catch { return error }
        }
        let bare = Room { $0.members = [] }
        #expect(reading("/facilitator Eve Hill", bare) == nil)
        #expect(reading("/facilitator Common Ground", bare) == .badName(.reserved))
        let known = Room { $0.members = [SetupMember(id: "ann", name: "Ann Reed")] }
        #expect(reading("/facilitator Eve Hill", known) == .unknownMember("Eve Hill"))
        #expect(reading("/facilitator Ann Reed", known) == nil)
        let planned = Room { $0.members = [SetupMember(name: "Helen Reed", role: .facilitator)] }
        #expect(reading("/facilitator Helen Reed", planned) == .facilitatorNeedsID("Helen Reed"))
    }
}
