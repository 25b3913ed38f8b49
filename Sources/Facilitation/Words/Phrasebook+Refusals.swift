import Consensus

// Why something was not taken, and what to do instead. The words of the speaker's own command may be quoted, never
// another member's.
extension Phrasebook {
    public func words(for refusal: Refusal) -> String {
        switch refusal {
        case .moment(let moment, let test): words(for: moment, test)
        case .needsFacilitator(let event): "Only a facilitator can \(deed(event))."
        case .notJoined: "Please join first: /join your name | your sector | your organisation"
        case .doesNotVote:
            "Facilitators and observers do not answer gauges and tests, so nothing was counted. A set-up can change that with votes: true."
        case .unknownMember(let words): "Nobody here is called “\(words)”. /who lists everybody."
        case .severalMembers(let words, let names):
            "“\(words)” fits more than one person: \(list(names)). Please write the whole name."
        case .unknownArea(let words, let nearest):
            "There is no area “\(words)”.\(nearest.map { " Did you mean \($0)?" } ?? " Use its number, 1 to \(setup.framework.areas.count), or a part of its name.")"
        case .severalAreas(let words, let names):
            "“\(words)” fits more than one area: \(list(names)). Please write more of the name, or its number."
        case .unknownStage(let words, let known):
            "This framework has no stage “\(words)”. It has: \(list(known.map(stageName), "or"))."
        case .unknownEntry(let entry): "There is no entry #\(entry) in this session. /where lists what is open."
        case .notAStatement(let entry): notAStatement(entry)
        case .notYours(let entry, let isFacilitator):
            isFacilitator
                ? "#\(entry) is somebody else's. A facilitator can strike out proposals, parked items and misfiled statements: /undo \(entry) because …"
                : "#\(entry) is not yours to change. People correct and withdraw their own words only."
        case .nothingToChange(let entry, let why): nothingToChange(entry, why)
        case .noMinorityView: "You have no minority view here yet. Type /minority and the words."
        case .holdersAlone(let entry):
            "#\(entry) belongs to the person who gave it: only they can take it back, with /withdraw \(entry)."
        case .nothingToTakeBack(let latest):
            "You said nothing just now that could be taken back.\(latest.map { " Your last entry that can be is #\($0): /withdraw \($0)." } ?? "")"
        case .whichLine(let latest):
            "Which of your lines do you mean? Please type /correct, its number and the right words.\(latest.map { " Your last statement here is #\($0)." } ?? "")"
        case .wholeSentenceNeeded(let entry):
            "These few words would take the place of all that #\(entry) says, so nothing was changed. Please type /correct \(entry) and the whole sentence as it should be."
        case .alreadyStruck(let entry): "#\(entry) was struck out already."
        case .wordsErased(let entry):
            "The words of #\(entry) were taken out of the transcript, so nobody could read what is tested. Please type the words of the proposal instead of the number."
        case .testIsOpen(let entry):
            "#\(entry) is being tested. Close it first with /close or /defer, then propose the next one."
        case .testIsClosed(let entry):
            "The test of #\(entry) is closed, so answers no longer change. The facilitator can open it again with /amend."
        case .gaugeIsRevealed(let round):
            "Round \(round) is revealed and its counts stand. Rate again in the next round, or correct your words with /correct."
        case .majority(let obstacle): words(for: obstacle)
        case .ownStatement(let entry):
            "#\(entry) is your own statement. You can change it with /correct \(entry) and the new words."
        case .noRatingYet:
            "You have no rating in this round yet. Send one privately, such as: \(exampleRating)"
        case .nothingToAmend: "There is no proposal here to amend. Open one with /aim, /decide, /objective or /settle."
        case .noObjectiveHere:
            "There is no objective here yet. The facilitator opens one with /objective and its words."
        case .whichObjective(let entries): whichObjective(entries)
        case .noSuchObjective(let words):
            "There is no objective “\(words)” here. /actions lists them with their numbers."
        case .notYourObjective(let entry):
            "Only the owner of #\(entry) says how it goes, or the facilitator for them. You can tell the room in your own words."
        case .objectiveNotCarried(let entry):
            "#\(entry) was not carried, so there is nothing to report on yet. /actions lists what was."
        case .evidenceNeeded(let word, let entry): evidenceNeeded(word, entry)
        case .dueDateStays(let entry): dueDateStays(entry)
        case .partStays(let part, let entry, let isCarried): partStays(part, entry, isCarried)
        case .noAimHere: "There is no such aim in this area. The facilitator opens one with /aim and its words."
        case .badDate(let words): badDate(words)
        case .emptyText: "Some words are missing. Please type them after the command."
        case .needsTheRoom:
            "That would be for everybody to see, and you sent it privately, so it was not taken. Please say it in the room. /private and the words tells only the facilitator."
        case .noInterestHere: "No interest was declared yet. A member declares one with /interest and a few words."
        case .unclearTarget: "Which statement do you mean? Please give its number, such as #12."
        case .noNextArea: "There is no further area. /area and a number goes to any area; /end closes the session."
        case .noEarlierArea: "There is no earlier area to go back to. /area and a number goes to any area."
        case .nobodyAskedYou: "No question is waiting for your yes or no, so nothing was counted."
        case .alreadyJoined(let name): "You are here already, as \(name)."
        case .nameIsTaken(let name):
            "Somebody here is called \(name) already. Please join with a name that tells you apart."
        case .nameLooksLike(let name):
            "This name reads like \(name), which is somebody's here. If that is you, type it exactly so; if not, please use a name that tells you apart."
        case .badName(let fault): words(for: fault)
        case .roleNotGranted(let role):
            "Nobody can join as \(role.rawValue) from this chat, so you have not joined. Whoever set it up can say which role is open here."
        case .facilitatorNeedsID(let name):
            "\(name) is to facilitate here, and no join makes a facilitator. In a chat the set-up has to say which id is theirs, such as “id: irc:helen”; a new room can then be opened with it. At the program's own keyboard no id is needed."
        case .tooManyMembers(let limit): "This room is full: \(limit) people at most."
        case .cannotUndo(let entry): "#\(entry) cannot be undone. For your own words: /withdraw \(entry)."
        case .preparing(let obstacle): words(for: obstacle)
        case .ruleIsFixed:
            "The rule of agreement is fixed since the first rating, so that nobody can bend it to a result. A new rule can be set before the first rating of the next session."
        case .unknownCommand(let typed, let nearest):
            "There is no command “\(typed)”.\(nearest.map { " Did you mean \($0)?" } ?? "") /help lists them."
        case .badCommand(_, let usage): "That command reads like this: \(usage)"
        }
    }

    private func words(for fault: PersonName.Fault) -> String {
        switch fault {
        case .noLetters: "A name needs a letter or a figure. Please use the name that people call you by."
        case .tooLong: "A name has \(PersonName.lettersMax) letters at most. Please use a shorter one."
        case .hidden:
            "This name has a line end in it, or a character that cannot be seen. Please type it again, letter by letter."
        case .mark(let mark):
            "A name cannot have “\(mark)” in it, because transcripts use that as a mark. Please use the name without it."
        case .reserved:
            "This name reads like the bot's, or like a word that the bot uses for people. Please use the name that people call you by."
        case .details:
            "A sector and an organisation are one line each, of \(PersonName.detailsLettersMax) letters at most, with nothing hidden in it. Please shorten them, or type them again."
        }
    }

    private func partStays(_ part: ObjectivePart, _ entry: Int, _ isCarried: Bool) -> String {
        isCarried
            ? "#\(entry) was taken on in an earlier session, and has \(partName(part)) already. If that no longer fits, the facilitator can put it to the test again in its area: /objective #\(entry)."
            : "#\(entry) has \(partName(part)) already, and its test is closed. To change it, the facilitator or whoever proposed it types /correct \(entry) and the new words. Then everybody is asked again."
    }

    private func words(for moment: Timetable.Reason, _ test: Int?) -> String {
        switch moment {
        case .notOpenYet: "This room is not open yet."
        case .alreadyOpen: "This room is open already."
        case .notStartedYet: "The session has not started. The facilitator begins with /start."
        case .alreadyStarted: "The session has started already. \(nextStep)"
        case .noAreaOpen: "No area is open. The facilitator chooses one with /area and its number, or /next."
        case .gaugeIsOpen: "A private rating is open. /reveal comes first."
        case .noGaugeIsOpen: "No private rating is open. /gauging opens one."
        case .testIsOpen:
            "\(test.map { "#\($0)" } ?? "A proposal") is being tested. Close it first with /close or /defer."
        case .noTestIsOpen: "Nothing is being tested. A test opens with /settle, /decide, /aim or /objective."
        case .isPaused: "We are paused. The facilitator goes on with /resume."
        case .isNotPaused: "We are not paused. \(nextStep)"
        case .sessionIsClosed: "This session is closed, and stays as it is. /start opens the next one."
        }
    }

    private func words(for obstacle: OutcomeRule.MajorityObstacle) -> String {
        switch obstacle {
        case .switchedOff: "Majority positions are switched off in this session's rule. /close or /defer ends the test."
        case .onlyForPositions:
            "A majority can settle a stage position only, not a decision, aim or objective. /close or /defer ends the test."
        case .shortOfQuorum: "Too few voting members have answered for a quorum. /defer keeps it for another time."
        case .notAnswered(let count):
            "Not answered yet: \(discussion.notAnswered.isEmpty ? String(count) : namesOrCount(discussion.notAnswered)). Everybody here must answer before a majority position."
        case .noRevealedGauge: "There is no revealed rating to rest a majority on. /gauging opens one after this test."
        case .tooFewRatings(let count):
            "Only \(count) rated a stage. With fewer than \(MajorityTolerance.fewestRatings) there is no majority. /close or /defer ends the test."
        case .notTheMode(let mode):
            mode.map {
                "The last rating had \(stageName($0)) most often, so this stage cannot be the majority position."
            }
                ?? "The last rating was tied, so no stage can be the majority position. /regauge may help."
        case .ratingsOutside(let count, let tolerance):
            "\(count == 1 ? "1 rating lies" : "\(count) ratings lie") outside this stage, and the rule allows \(tolerance). /close or /defer ends the test."
        case .stopping(let count, let tolerance):
            "\(count) cannot support it, and the rule allows \(tolerance). /close or /defer ends the test."
        case .tooFewSupports(let count, let total):
            "\(count) of \(total) support it, and more than half must. /close or /defer ends the test."
        }
    }

    private func deed(_ event: EventKind) -> String {
        switch event {
        case .started: "start the session"
        case .areaChosen: "choose the area"
        case .movedOn: "move to the next area"
        case .movedBack: "go back to an earlier area"
        case .skipped: "skip an area"
        case .formChosen: "change how long an area gets"
        case .ruleChanged: "change how agreement is tested"
        case .paused: "pause"
        case .resumed: "resume"
        case .extended: "give an area more time"
        case .ended: "end the session"
        case .gaugingOpened: "open a rating"
        case .revealed, .pregaugeRevealed: "reveal the ratings"
        case .pregaugeOpened: "open ratings before the day"
        case .reminded: "have people reminded"
        case .framingAsked: "ask the framing questions"
        case .interestHandled: "record how an interest is handled"
        case .closed: "close a test"
        case .majorityAsked: "ask for a majority position"
        case .deferred: "defer a test"
        case .readBack: "have the record read back"
        case .areaDone: "finish an area"
        case .presenceMarked: "mark who is here or away"
        case .facilitatorNamed: "name a facilitator"
        case .handPassed: "pass the keyboard"
        case .undone:
            "undo an entry. For your own words there is /withdraw and the number, and"
                + " only its author can take back what is theirs"
        case .draftAsked: "ask for the draft"
        case .proposed: "open a test"
        case .amended: "change a proposal that somebody else made"
        case .opened, .joined, .left, .rated, .ratingWithdrawn, .areaRated, .areaRatingWithdrawn, .stated, .chatted,
            .positionTaken, .parked,
            .interestDeclared, .toldPrivately, .levelGiven, .minorityStated, .minorityNaming, .objectivePartGiven,
            .horizonGiven, .progressGiven, .viewPartGiven, .corrected, .withdrawn, .answered, .asked, .timePassed:
            "do that"
        }
    }
}
