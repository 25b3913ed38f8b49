import Facilitation
import Foundation
import Frameworks
import Hosting
import JSONText
import Testing
import Transcript

/// Events of each kind in which, in every text that somebody may have typed, stands a word that is nowhere else.
enum TypedEvents {
    static let word = "wombat"

    /// None for a kind that carries no text but words of closed lists.
    static func all(_ kind: EventKind) -> [Event] {
        switch kind {
        case .opened: [.opened(setup)]
        case .joined: [.joined(name: word, sector: word, organisation: word, role: .member)]
        case .presenceMarked: [.presenceMarked(names: [word, word], present: false)]
        case .facilitatorNamed: [.facilitatorNamed(name: word)]
        case .handPassed: [.handPassed(name: word)]
        case .started: [.started(areas: [word, word])]
        case .areaChosen: [.areaChosen(word)]
        case .rated: [.rated(stage: "established", confidence: .low, evidence: word)]
        case .pregaugeOpened: [.pregaugeOpened(areas: [word], until: nil)]
        case .areaRated:
            [.areaRated(area: word, stage: "established", confidence: nil, evidence: word, ambition: "expanding")]
        case .areaRatingWithdrawn: [.areaRatingWithdrawn(area: word)]
        case .positionTaken: [.positionTaken(targets: [3], stance: .agree, because: word)]
        case .parked: [.parked(text: word)]
        case .interestDeclared: [.interestDeclared(text: word)]
        case .interestHandled: [.interestHandled(text: word)]
        case .toldPrivately: [.toldPrivately(text: word)]
        case .proposed:
            [
                .proposed(
                    Proposed(
                        what: .objective, text: word, item: 3, owner: word, measure: word, baseline: word, target: word)
                )
            ]
        case .amended: [.amended(text: word)]
        case .levelGiven: [.levelGiven(.reservation, because: word)]
        case .minorityStated: [.minorityStated(text: word)]
        case .viewPartGiven: ViewPart.allCases.map { .viewPartGiven($0, item: 3, value: word) }
        case .objectivePartGiven: ObjectivePart.allCases.map { .objectivePartGiven($0, value: "#3 \(word)") }
        case .horizonGiven: [.horizonGiven(item: word, .tenYears)]
        case .progressGiven: [.progressGiven(item: word, .late, evidence: word)]
        case .corrected: [.corrected(entry: 3, text: word)]
        case .undone: [.undone(entry: 3, because: word)]
        case .asked: [.asked(.help(about: word)), .asked(.area(word))]
        case .left, .movedOn, .movedBack, .skipped, .formChosen, .ruleChanged, .paused, .resumed, .extended, .ended,
            .gaugingOpened, .ratingWithdrawn, .revealed, .reminded, .pregaugeRevealed, .framingAsked, .stated, .chatted,
            .closed, .majorityAsked, .deferred, .minorityNaming, .readBack, .areaDone, .withdrawn, .answered,
            .draftAsked, .timePassed:
            []
        }
    }

    private static var setup: Setup {
        var setup = Setup(title: word, framework: Library.builtIn, missing: [word])
        setup.members = [SetupMember(id: word, name: word)]
        setup.retention = Retention(label: word, days: 30)
        setup.pregauge = Pregauge(
            until: "2027-03-31", areas: [], decisions: [DecisionDue(area: "", by: "2027-03-31", text: word)])
        return setup
    }
}

@Suite struct ErasedEventsTests {
    @Test(arguments: EventKind.allCases)
    func `no text that somebody may have typed is passed over, whatever the event`(kind: EventKind) {
        let replacement = TextReplacement(
            words: { _ in "gone" }, person: { _ in "gone" }, newcomer: { _ in "gone" }, area: { _ in "gone" },
            day: { _ in "gone" }, label: { _ in "gone" }, member: { _ in SetupMember(name: "gone") })
        for event in TypedEvents.all(kind) {
            let before = JSONEmitter(.compact).text(Reading(event, .plain).json)
            let after = JSONEmitter(.compact).text(Reading(event.replacing(replacement), .plain).json)
            #expect(before.contains(TypedEvents.word) && !after.contains(TypedEvents.word), "\(after)")
            if kind == .objectivePartGiven { #expect(after.contains("\"#3 gone\"")) }
        }
    }

    /// What is said that names no other entry. Zeb holds the meeting, and has a vote in it.
    private static let beginning: [(by: String, words: String, isPrivate: Bool)] = [
        (Meeting.zeb, "/join Mermaid Dolphin | vcse | Hill PCN", false),
        (Meeting.zeb, "/gauging 2, 3 until 21 October 2027", false),
        (Meeting.zeb, "/gauge in 2 established, high, aiming for expanding because the accordion is ours", true),
        (Meeting.zeb, "/gauge in 3", true), (Meeting.zeb, "/ungauge in 2", true), (Meeting.zeb, "/start 8", false),
        (Meeting.zeb, "/interest I hold shares in the gooseberry cannery", false),
        (Meeting.zeb, "/handling The tamarind rule holds", false), (Meeting.zeb, "/gauging", false),
        (Meeting.zeb, "established, medium, because the copperfield audit says so", true),
        (Meeting.ann, "emerging, low, because contracts end at short notice", true),
        (Meeting.zeb, "/reveal", false), (Meeting.zeb, "/private the turnstile question is awkward", true),
        (Meeting.zeb, "/help zanzibar", false),
        (Meeting.zeb, "/decide Three saxophones before a contract ends.", false),
        (Meeting.zeb, "/amend Two bassoons before a contract ends.", false),
        (Meeting.zeb, "/level reservation because the harpsichord is dear", false), (Meeting.ann, "support", false),
        (Meeting.zeb, "/close", false),
        (Meeting.zeb, "/minority The lanterns matter more to us than stickers do", false),
        (Meeting.zeb, "/mind a thimble of evidence", false),
        (Meeting.zeb, "/lookagain 3 March 2027, when the dulcimer is back", false),
    ]
    private static let words = [
        "mermaid", "dolphin", "accordion", "gooseberry", "tamarind", "copperfield", "turnstile", "zanzibar",
        "saxophone", "bassoon", "harpsichord", "lanterns", "thimble", "dulcimer", "obsidian", "marzipan", "kazoo",
        "wombat", "flamingo", "pelican", "clarinet", "narwhal", "toucan", "hedgehog", "glockenspiel", "pomegranate",
        "ostrich", "tapir", "piccolo", "zebediah", "quillfeather",
    ]

    private static func speak(_ host: RoomHost) throws {
        @discardableResult
        func say(_ words: String, by actor: String = Meeting.zeb, isPrivate: Bool = false) throws -> Int {
            let reply = try host.hear(Meeting.speech(actor, words, isPrivate: isPrivate))
            #expect(reply.declined == nil, "\(words): \(reply.declined?.message ?? "")")
            return reply.number
        }
        func agree() throws {
            try say("full support")
            try say("support", by: Meeting.ann)
            try say("/close")
        }
        for line in beginning { try say(line.words, by: line.by, isPrivate: line.isPrivate) }
        let theirs = try say("Contracts end at six days' notice, and small groups cannot plan.", by: Meeting.ann)
        try say("/disagree #\(theirs) because the obsidian ledger says otherwise")
        let parked = try say("/park marzipan at the next meeting")
        try say("/undo #\(parked) because the kazoo was wrong")
        let own = try say("We should print wombat stickers for every ward, and that is a view.")
        try say("/correct \(own) We should print flamingo stickers for every ward.")
        let objective = try say("/objective Print the pelican list")
        for part in [
            "/owner #\(objective) me", "/due #\(objective) end of March 2027, if the clarinet is here",
            "/measure narwhals seen", "/baseline #\(objective) three toucans", "/target #\(objective) nine hedgehogs",
        ] { try say(part) }
        try agree()
        try say("/progress #\(objective) late because the glockenspiel broke")
        try say(
            "/objective Quentin Pomegranate will count the ostriches by end of May 2027, measured by tapirs (0 of 6)")
        try say("/defer")
        try say("/settle established")
        try say("/amend emerging, as the piccolo says")
        try agree()
        for words in ["/hand Ann", "/here Ann", "/area bringing care", "hello everybody"] { try say(words) }
    }

    @Test func `whatever a person can type goes from the file, and everything comes to the same`() throws {
        let place = try Place()
        let host = try place.host()
        var setup = Meeting.setup
        setup.members = Array(setup.members.prefix(2))
        setup.members[0].role = .facilitator
        setup.members[0].votes = true
        _ = try host.open(Meeting.opening(setup))
        try ErasedEventsTests.speak(host)
        let before = try place.found(ErasedEventsTests.words)
        for word in ErasedEventsTests.words { #expect(before.contains { $0.hasSuffix(word) }, "\(word)") }

        let report = try #require(try host.erase(person: Meeting.zeb, from: Place.room))
        try host.finishErasing()
        #expect(report.difference == nil)
        #expect(try place.found(ErasedEventsTests.words) == [])
        #expect(try host.store.verify(room: nil).isSound)
        // What was done stays done: the area that was chosen, the day, the stage, and who is who.
        let discussion = try host.discussion(of: Place.room)
        let area = try #require(discussion.areas["acting-as-an-anchor"])
        #expect(discussion.currentArea == "care-closer-to-home")
        #expect(area.minorityViews.first?.lookAgain == CivilDate(iso: "2027-03-03"))
        #expect(area.position?.stage == "emerging")
        #expect(discussion.people.list.map(\.name) == ["Erased person 1", "Ann Osei"])
    }
}
