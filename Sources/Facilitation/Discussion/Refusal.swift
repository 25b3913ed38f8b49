/// Why something was not taken. The words for people are in the phrasebook; `code` is the word of the wire.
public enum Refusal: Error, Sendable, Hashable {
    case moment(Timetable.Reason, testEntry: Int?)
    case needsFacilitator(EventKind)
    /// The speaker has not joined.
    case notJoined
    /// Observers and facilitators do not answer gauges and tests.
    case doesNotVote
    case unknownMember(String)
    case severalMembers(String, names: [String])
    case unknownArea(String, nearest: String?)
    case severalAreas(String, names: [String])
    case unknownStage(String, known: [String])
    case unknownEntry(Int)
    case notAStatement(Int)
    /// Somebody else's words.
    case notYours(Int, isFacilitator: Bool)
    /// A line of the speaker's own of which nothing is left to change, and why.
    case nothingToChange(Int, Unchangeable)
    case noMinorityView
    /// Ratings, positions, levels and minority views are struck by their holder alone.
    case holdersAlone(Int)
    /// Nothing was said since that could be taken back; the last entry of theirs that still could be, by number.
    case nothingToTakeBack(latest: Int?)
    /// A correction without a number, and no statement of a moment ago that it could be about; the speaker's last one here.
    case whichLine(latest: Int?)
    /// A spoken correction of a part, which would take the place of the whole statement with this entry.
    case wholeSentenceNeeded(Int)
    case alreadyStruck(Int)
    /// The words of this entry were taken out of the transcript, so that nobody could read what is put to the test.
    case wordsErased(Int)
    case testIsOpen(entry: Int)
    case testIsClosed(entry: Int)
    case gaugeIsRevealed(round: Int)
    case majority(OutcomeRule.MajorityObstacle)
    case ownStatement(Int)
    case noRatingYet
    case nothingToAmend
    case noObjectiveHere
    /// An objective was meant, and more than one could be: their entries.
    case whichObjective([Int])
    case noSuchObjective(String)
    /// Only its owner, or a facilitator for them, says how an objective goes.
    case notYourObjective(Int)
    /// The objective was not carried, so there is nothing to report on.
    case objectiveNotCarried(Int)
    /// *Done* and *dropped* need what shows it, or why.
    case evidenceNeeded(ProgressWord, entry: Int)
    case noAimHere
    /// The due date of an objective of an earlier session: moving it would hide that it was missed.
    case dueDateStays(Int)
    /// A part of an objective whose test is closed: people answered with it, so it is not quietly replaced.
    case partStays(ObjectivePart, entry: Int, isCarried: Bool)
    case badDate(String)
    case emptyText
    /// It was sent privately, and its words would be shown to everybody.
    case needsTheRoom
    case noInterestHere
    case unclearTarget
    case noNextArea
    case noEarlierArea
    case nobodyAskedYou
    case alreadyJoined(String)
    case nameIsTaken(String)
    /// A name that reads like that of somebody here, whose name this is.
    case nameLooksLike(String)
    case badName(PersonName.Fault)
    /// The connection may not bring in people in this role.
    case roleNotGranted(Role)
    /// Somebody whom the set-up makes a facilitator without saying under which id they come.
    case facilitatorNeedsID(String)
    case tooManyMembers(limit: Int)
    case cannotUndo(Int)
    /// The rule of agreement is fixed with the first rating.
    case ruleIsFixed
    /// About ratings before the day.
    case preparing(PreparingObstacle)
    case unknownCommand(String, nearest: String?)
    case badCommand(String, usage: String)

    public var code: RefusalCode {
        switch self {
        case .ruleIsFixed, .moment, .testIsOpen, .testIsClosed, .gaugeIsRevealed, .majority, .noRatingYet,
            .nothingToAmend,
            .noObjectiveHere, .noInterestHere, .noNextArea, .noEarlierArea, .nobodyAskedYou, .nothingToTakeBack,
            .alreadyStruck, .noMinorityView, .noAimHere, .dueDateStays, .partStays,
            .objectiveNotCarried, .alreadyJoined, .nameIsTaken,
            .nameLooksLike, .tooManyMembers:
            .wrongState
        case .needsFacilitator, .doesNotVote, .notYours, .nothingToChange, .holdersAlone, .ownStatement, .cannotUndo,
            .notYourObjective, .facilitatorNeedsID, .roleNotGranted:
            .notPermitted
        case .notJoined: .notJoined
        case .unknownMember, .severalMembers, .unknownArea, .severalAreas, .unknownStage, .unknownEntry, .notAStatement,
            .wordsErased, .badDate, .emptyText, .badName, .needsTheRoom,
            .unclearTarget, .whichLine, .wholeSentenceNeeded, .badCommand, .whichObjective, .noSuchObjective,
            .evidenceNeeded:
            .badField
        case .preparing(.dayHasPassed), .preparing(.areaNeedsMark): .badField
        case .preparing: .wrongState
        case .unknownCommand: .unknownOperation
        }
    }
}

/// The codes of the wire that a discussion can give.
public enum RefusalCode: String, Sendable, CaseIterable {
    case wrongState = "WRONG_STATE"
    case notPermitted = "NOT_PERMITTED"
    case notJoined = "NOT_JOINED"
    case badField = "BAD_FIELD"
    case unknownOperation = "UNKNOWN_OP"
}
