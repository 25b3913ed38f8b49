import Testing

@testable import Facilitation

@Suite("The phrasebook")
struct PhrasebookTests {
    /// A room in which every notice has something to say: statements, a revealed round, an objective under test.
    static func room(_ attribution: Attribution = .named) -> Room {
        let room = Room("ann", "ben", "cat") {
            $0.attribution = attribution
            $0.missing = ["residents", "trade-union"]
        }.started()
        let statement = room.ann.says("We share a plan.")
        room.ben("/disagree \(statement) because no data")
        room.gauge(["ann": "emerging", "ben": "established", "cat": "established"])
        room.ann("/park The buses")
        room.helen.settles("established")
        room.ann.levels(.standAside, "too early")
        room.ben.levels(.support)
        for _ in 0..<2 { room.helen("/close") }
        room.ann("/minority Too early for my members.")
        room.ann("/mind A year of figures")
        room.ann("/lookagain 1 March 2027")
        room.helen.proposes(.aim, "Every village has a bus")
        for id in ["ann", "ben", "cat"] { room.voice(id).levels(.support) }
        room.helen("/close")
        room.ann("/horizon 5 years")
        room.helen.proposes(.objective, "Count the bus stops", owner: "ann", due: "2026-10-01")
        for id in ["ann", "ben", "cat"] { room.voice(id).levels(.support) }
        room.helen("/close")
        room.ann("/progress late because the map is old")
        room.helen.proposes(.objective, "Count the coaches", owner: "cat")
        room.helen("/gauging skills until 25 October 2026")
        return room
    }

    static func aim(_ room: Room) -> Int {
        room.discussion.area?.proposals.first { $0.kind == .aim }?.entry ?? 0
    }

    /// The entry of the objective that was carried.
    static func carried(_ room: Room) -> Int { room.discussion.adoptedObjectives.first?.entry ?? 0 }

    static func notices(_ room: Room) -> [Notice] {
        let (ann, test) = (room.id("ann"), room.discussion.test?.entry ?? 0)
        let said = room.discussion.area?.statements.first?.entry ?? 0
        let opening: [Notice] = [
            .opened, .joined(ann, claimed: false), .joined(ann, claimed: true), .detailsKept(ann), .catchUp, .left(ann),
            .presenceMarked([ann], present: true), .presenceMarked([ann], present: false), .facilitatorNamed(ann),
            .handPassed(ann), .notHeardYet([ann]), .started, .framed(area: "anchors"), .backInArea("anchors"),
            .alreadyInArea("anchors"), .lastTime(today: room.today), .actions(today: room.today),
            .leftUnfinished(area: "anchors"), .skipped(area: "anchors"), .formChosen(.short),
            .ruleChanged,
            .paused, .resumed, .whereWeAre, .extended(minutes: 1), .timeIsUp, .ended,
        ]
        let gauges: [Notice] = [
            .gaugeOpened(round: 1, isBlind: true, explained: false),
            .gaugeOpened(round: 1, isBlind: false, explained: true),
            .gaugeOpened(round: 1, isBlind: false, explained: false),
            .gaugeOpened(round: 2, isBlind: false, explained: true),
            .gaugeOpened(round: 2, isBlind: true, explained: true),
            .ratingKept(stage: "emerging", confidence: .high, isSeen: false),
            .ratingKept(stage: "emerging", confidence: .high, isSeen: true), .blindnessEnded,
            .privateLineNotCounted(ann),
            .lateRatingKept, .ratingNotUnderstood, .yesOrNo(ann, about: [3, 4]), .pleaseRatePrivately, .ratingWithdrawn,
            .allRatingsIn(3), .revealed(round: 1), .movedAlone, .ratingsUnconfirmed(1, isBeforehand: false),
            .ratingsUnconfirmed(2, isBeforehand: true),
        ]
        let talk: [Notice] = [
            .nothingIsOpen, .openStatements, .whichStatement(ann), .parked(entry: 3), .interestsAskedAgain,
            .interestKept(ann),
            .interestHandled(ann), .privateWord(from: ann, text: "x"),
            .privateWordPassedOn(isSeenByAll: false), .privateWordPassedOn(isSeenByAll: true),
            .positionKept([3, 4], .disagree, hasReason: true), .positionKept([3], .agree, hasReason: false),
        ]
        let rest: [Notice] =
            [
                .corrected(entry: 3, text: "x"), .talkCorrected(entry: 3, text: "x"),
                .earlierLineCorrected(entry: 3, text: "x"),
                .statementChanged(area: "anchors", entry: 3, stance: .agree), .withdrawn(entry: 3),
                .earlierLineWithdrawn(entry: 3),
                .objectionMet(entry: 3), .objectionWithdrawn(entry: 3), .undone(entry: 3, because: ""),
                .undone(entry: 3, because: "x"),
                .yourEntryWasUndone(entry: 3, because: "x"), .whyUndone(entry: 3), .takenBack(nil, entry: 3),
                .takenBack(.levelGiven(.support, because: ""), entry: 3), .takenBack(.parked(text: "x"), entry: 3),
                .positionHolds(entry: 3),
                .aloud(ann, .didYouMean(.levelGiven(.support, because: ""), entry: 3)), .readBack, .readBackConfirmed,
                .howToCorrect, .areaDone(area: "anchors"), .whoIsHere, .answersSoFar,
                .levelsExplained(Level.allCases), .ownerAskedAgain(ann, area: "anchors", entry: test),
                .askedInFull(.positionTaken(targets: [said], stance: .agree, because: ""), entry: 3),
                .askedInFull(.levelGiven(.support, because: ""), entry: 3, isFirst: true),
                .help(ann, about: ""), .help(ann, about: "gauge"), .help(ann, about: "nothing"), .stagesExplained,
                .whatIsKept, .howToDraft, .positionsOn(entry: said), .positionsOn(entry: test),
                .whyStruckOut(entry: 3, because: "x"), .whyStruckOut(entry: 3, because: ""),
                .whyStruckOut(entry: 3, because: nil),
            ]
            + [
                Event.positionTaken(targets: [3, 4], stance: .unsure, because: ""), .levelGiven(.full, because: ""),
                .proposed(Proposed(what: .aim, text: "x")), .rated(stage: "emerging", confidence: nil, evidence: ""),
                .minorityStated(text: "x"), .parked(text: "x"), .interestDeclared(text: "x"), .withdrawn(entry: nil),
                .corrected(entry: nil, text: "x"), .left,
            ].map { Notice.didYouMean($0, entry: 3) }
        let explained = AskedSubject.allCases.map(Notice.subjectExplained) + preparing.map(Notice.preparing)
        return opening + gauges + talk + proposals(room) + rest + voices(room) + explained
    }

    private static func voices(_ room: Room) -> [Notice] {
        let ann = room.id("ann")
        return [
            .notEverybodyAnswered(answered: 1, silent: [ann]), .notEverybodyHeard(heard: 1, of: 3, silentSectors: []),
            .notEverybodyHeard(heard: 1, of: 3, silentSectors: ["nhs", "vcse"]), .oneVoiceIsLoud(silentSectors: []),
            .oneVoiceIsLoud(silentSectors: ["vcse"]),
            .wordingAdvice(
                entry: 3,
                [
                    .vagueVerb("support"), .twoInOne, .noDate, .tooLong(words: 40), .acronym("LMNS"),
                    .jargon("robust", plainer: "strong"),
                ]),
        ]
    }

    private static func proposals(_ room: Room) -> [Notice] {
        let (ann, test) = (room.id("ann"), room.discussion.test?.entry ?? 0)
        let objection = Objection(by: ann, on: .proposal(entry: test), text: "too dear", entry: 3)
        return ProposalKind.allCases.map { .proposalNoted(entry: 3, what: $0) }
            + OutcomeWord.allCases.map { .allAnswered(wouldBe: $0) }
            + [
                .proposalNeedsTheRoom, .testOpened, .partsMissing(entry: test, ObjectivePart.allCases),
                .ownerAsked(ann, entry: test),
                .ownerAnswered(ann, entry: test, yes: true), .ownerAnswered(ann, entry: test, yes: false),
                .ownerIsAway(ann), .oneOwnerOnly(ann, others: [room.id("ben")], entry: test),
                .oneOwnerOnly(ann, others: [room.id("ben"), room.id("cat")], entry: test),
                .objectiveNow(area: "anchors", entry: test), .progressKept(objective: PhrasebookTests.carried(room)),
                .progressNeedsTheRoom, .amended, .levelKept(.block, hasPrivateReason: true),
                .levelKept(.block, hasPrivateReason: false), .levelKept(.support, hasPrivateReason: true),
                .whatWouldNeedToChange(ann), .whatWouldNeedToChange(ann, isPrivate: true),
                .answersUnconfirmed(1), .answersUnconfirmed(2), .nobodyAnsweredAgain(entry: test), .nothingUnderTest,
                .answersMissing(silent: [ann], unexplained: []),
                .answersMissing(silent: [ann, room.id("ben")], unexplained: [room.id("cat")]),
                .objectionsOpen([objection], closing: true), .objectionsOpen([objection, objection], closing: false),
                .outcome(area: "anchors", entry: test), .baselineSuggested(entry: test),
                .minorityInvited(ann, entry: test),
                .minorityKept(entry: 3, beside: test, isNamed: true, isPrivate: true),
                .minorityKept(entry: 3, beside: nil, isNamed: false, isPrivate: false), .minorityNamed(true),
                .minorityNamed(false), .horizonKept(area: "anchors", entry: PhrasebookTests.aim(room)),
                .viewPartKept(area: "anchors", view: room.discussion.area?.minorityViews.first?.entry ?? 0),
            ]
    }

    static let preparing: [PreparingNotice] =
        [
            .pregaugeOpened(isBlind: true), .pregaugeOpened(isBlind: false), .nextArea("anchors", isBeginning: true),
            .nextArea("growth", isBeginning: false), .nextArea(nil, isBeginning: false),
            .ratingKept(area: "anchors", stage: "emerging", confidence: .low, ambition: "expanding", isSeen: false),
            .ratingKept(area: "anchors", stage: "dont-know", confidence: nil, ambition: nil, isSeen: true),
            .ratedSoFar(1, of: 3), .allAreIn(members: 4, areas: 3), .reminder(areasLeft: 1, of: 3), .openReminder,
            .remindersSent(1),
            .remindersSent(3), .remindersOffered(finished: 1, of: 3, today: CivilDate(year: 2026, month: 10, day: 14)),
            .pregaugeRevealed, .scanDone, .overview, .liveTime, .framingDone,
        ] + FramingQuestion.allCases.map { .framingAsked($0) }

    static let refusals: [Refusal] =
        Timetable.Reason.allCases.map { .moment($0, testEntry: 3) }
        + EventKind.allCases.map { .needsFacilitator($0) }
        + [
            OutcomeRule.MajorityObstacle.switchedOff, .onlyForPositions, .shortOfQuorum, .notAnswered(1),
            .notAnswered(2),
            .noRevealedGauge, .tooFewRatings(2), .notTheMode(mode: "emerging"), .notTheMode(mode: nil),
            .ratingsOutside(2, tolerance: 1), .stopping(1, tolerance: 0), .tooFewSupports(1, of: 4),
        ].map { .majority($0) }
        + [
            .notJoined, .doesNotVote, .unknownMember("x"), .severalMembers("x", names: ["a", "b"]),
            .unknownArea("x", nearest: nil), .unknownArea("x", nearest: "y"), .severalAreas("x", names: ["a", "b"]),
            .unknownStage("x", known: ["emerging"]), .unknownEntry(3), .notAStatement(3),
            .notYours(3, isFacilitator: true),
            .notYours(3, isFacilitator: false), .nothingToChange(3, .replaced), .nothingToChange(3, .acted),
            .nothingToChange(3, .carried), .noMinorityView, .holdersAlone(3),
            .nothingToTakeBack(latest: nil), .nothingToTakeBack(latest: 3), .whichLine(latest: nil),
            .whichLine(latest: 3), .wholeSentenceNeeded(3),
            .alreadyStruck(3), .wordsErased(3), .testIsOpen(entry: 3), .testIsClosed(entry: 3),
            .gaugeIsRevealed(round: 1),
            .ownStatement(3),
            .noRatingYet, .nothingToAmend, .noObjectiveHere, .noAimHere, .dueDateStays(3), .whichObjective([]),
            .partStays(.due, entry: 3, isCarried: false), .partStays(.measure, entry: 3, isCarried: true),
            .whichObjective([3, 4]),
            .noSuchObjective("x"),
            .notYourObjective(3), .objectiveNotCarried(3), .evidenceNeeded(.done, entry: 3),
            .evidenceNeeded(.dropped, entry: 3),
            .badDate("x"), .emptyText, .needsTheRoom, .noInterestHere, .unclearTarget,
            .noNextArea, .noEarlierArea, .nobodyAskedYou, .alreadyJoined("Ann"), .nameIsTaken("Ann"),
            .nameLooksLike("Ann"), .facilitatorNeedsID("Ann"), .badName(.noLetters), .badName(.tooLong),
            .badName(.hidden), .badName(.mark(":")), .badName(.reserved), .badName(.details),
            .roleNotGranted(.observer),
            .tooManyMembers(limit: 9),
            .cannotUndo(3), .unknownCommand("/x", nearest: nil), .unknownCommand("/x", nearest: "/where"),
            .badCommand("x", usage: "/x"), .ruleIsFixed,
        ]
        + [
            PreparingObstacle.nothingIsOpen, .notInThisArea("anchors"), .areaNeedsMark("anchors"),
            .dayHasPassed(CivilDate(year: 2026, month: 1, day: 1)), .ratingsAreWaiting, .everybodyHasRated,
        ].map { .preparing($0) }

    /// The words of each notice and refusal, in each kind of session.
    static let sentences: [String] = Attribution.allCases.flatMap { attribution in
        let room = PhrasebookTests.room(attribution)
        let phrasebook = Phrasebook(room.discussion)
        return notices(room).map { phrasebook.words(for: Message(to: .room, $0)) }
            + refusals.map { phrasebook.words(for: $0) }
    }

    @Test("The lists of this suite hold every notice and every refusal")
    func complete() {
        let room = PhrasebookTests.room()
        func name(_ value: some Any) -> String { String(String(describing: value).prefix { $0 != "(" }) }
        #expect(Set(PhrasebookTests.notices(room).map(name)).count == PhrasebookTests.noticeCases)
        #expect(Set(PhrasebookTests.refusals.map(name)).count == PhrasebookTests.refusalCases)
    }

    // Count the cases in Notice.swift and Refusal.swift after adding one, and add it to the lists above.
    private static let noticeCases = 111
    private static let refusalCases = 56

    @Test(
        "Every notice and every refusal has words, without Latin abbreviations, blank ends or Swift's own descriptions")
    func words() {
        for words in PhrasebookTests.sentences {
            #expect(!words.isEmpty)
            #expect(words.trimmed == words, "“\(words)”")
            for unwanted in ["e.g.", "i.e.", "etc", "viz", "nb ", "Optional(", "nil", "MemberID", "  ", "..", " ,"] {
                #expect(!words.contains(unwanted), "“\(words)” has “\(unwanted)”")
            }
            // Sentences end as sentences do, unless they end with a command, a number or somebody's own words.
            let endsInWords = ["/join", "/x", "#", "privately: ", "we do it"].contains { words.contains($0) }
            #expect(endsInWords || words.last.map { ".?!:”…".contains($0) } == true, "“\(words)”")
        }
    }

    @Test("The example of a rating is in the stages of the room's own framework")
    func exampleOfRating() {
        #expect(Phrasebook(PhrasebookTests.room().discussion).exampleRating == "established, medium, because …")
        let cases: [(names: [String], example: String)] = [
            (["Sketched", "Shared"], "shared"), (["Sketched"], "sketched"), ([], "not yet"),
        ]
        for (names, example) in cases {
            var framework = Room.framework
            framework.stages = names.map { Stage(id: $0.lowercased(), name: $0) }
            let phrasebook = Phrasebook(Discussion(framework: framework))
            #expect(phrasebook.exampleRating == "\(example), medium, because …")
            #expect(phrasebook.words(for: Refusal.noRatingYet).hasSuffix(" \(example), medium, because …"))
        }
    }

    @Test("No line of what the bot says is longer than 300 characters")
    func lengths() {
        for words in PhrasebookTests.sentences {
            for line in words.split(separator: "\n") { #expect(line.count <= 300, "\(line.count): \(line)") }
        }
    }

    @Test("Every command that a sentence names is in the table")
    func commands() {
        for words in PhrasebookTests.sentences {
            for piece in words.split(whereSeparator: { " \n,:;”“()".contains($0) })
            where piece.hasPrefix("/") && piece.count > 2 {
                let name = piece.dropFirst().prefix { $0.isLetter }
                #expect(
                    ["nothing", "gague"].contains(String(name)) || CommandTable.find(String(name)) != nil,
                    "/\(name) in “\(words)”")
            }
        }
    }

    @Test("/help names every command by its usage, and an unknown one is answered with the way to the list")
    func help() {
        let phrasebook = Phrasebook(PhrasebookTests.room().discussion)
        for command in CommandTable.all {
            #expect(phrasebook.help(MemberID(index: 0), command.name).hasPrefix("\(command.usage): "))
        }
    }

    @Test(
        "Sectors are named as people say them",
        arguments: [
            ("local-government", "local government"), ("police-fire", "police and fire"), ("nhs", "NHS"),
        ])
    func sectors(sector: String, name: String) {
        #expect(Phrasebook(Room("ann").discussion).sectorName(sector) == name)
    }
}
