/// What the bot has to say, as data. `Phrasebook` makes the words.
public indirect enum Notice: Sendable, Hashable {
    // Opening and people
    case opened
    case joined(MemberID, claimed: Bool)
    case detailsKept(MemberID)
    case catchUp
    case left(MemberID)
    case presenceMarked([MemberID], present: Bool)
    case facilitatorNamed(MemberID)
    case handPassed(MemberID)
    case notHeardYet([MemberID])

    // The path
    case started
    /// What the sessions before left: overdue and open actions, positions.
    case lastTime(today: CivilDate)
    case actions(today: CivilDate)
    case framed(area: String)
    case backInArea(String)
    case alreadyInArea(String)
    case leftUnfinished(area: String)
    case skipped(area: String)
    case formChosen(Form)
    case ruleChanged
    case paused, resumed, whereWeAre
    case extended(minutes: Int)
    case timeIsUp
    case ended

    // Gauges
    case gaugeOpened(round: Int, isBlind: Bool, explained: Bool)
    case ratingKept(stage: String, confidence: Confidence?)
    case lateRatingKept
    case ratingNotUnderstood
    case pleaseRatePrivately
    case ratingWithdrawn
    case allRatingsIn(Int)
    case revealed(round: Int)
    case movedAlone
    case preparing(PreparingNotice)

    // Voices
    case notEverybodyAnswered(answered: Int, silent: [MemberID])
    case notEverybodyHeard(heard: Int, of: Int, silentSectors: [String])
    case oneVoiceIsLoud(silentSectors: [String])
    case wordingAdvice(entry: Int, [WordingAdvice])

    // Talk
    case openStatements
    case whichStatement(MemberID)
    case parked(entry: Int)
    case interestsAskedAgain
    case interestKept(MemberID)
    case interestHandled(MemberID)
    case privateWord(from: MemberID, text: String)
    case privateWordPassedOn

    // Proposals
    case proposalNoted(entry: Int, what: ProposalKind)
    case proposalNeedsTheRoom
    case testOpened
    case partsMissing(entry: Int, [ObjectivePart])
    case ownerAsked(MemberID, entry: Int)
    case ownerAnswered(MemberID, entry: Int, yes: Bool)
    case ownerIsAway(MemberID)
    case objectiveNow(area: String, entry: Int)
    case horizonKept(area: String, entry: Int)
    case progressKept(objective: Int)
    case progressNeedsTheRoom
    case amended
    case levelKept(Level)
    case whatWouldNeedToChange(MemberID)
    case allAnswered(wouldBe: OutcomeWord)
    case objectionsOpen([Objection], closing: Bool)
    case answersUnconfirmed(Int)
    case outcome(area: String, entry: Int)
    case baselineSuggested(entry: Int)
    case minorityInvited(entry: Int)
    case minorityKept(MemberID, isNamed: Bool)
    case minorityNamed(Bool)
    case viewPartKept(area: String, view: Int)

    // Putting right
    case corrected(entry: Int)
    case statementChanged(area: String, entry: Int, stance: Stance)
    case withdrawn(entry: Int)
    case objectionMet(entry: Int)
    case undone(entry: Int, because: String)
    case yourEntryWasUndone(entry: Int, because: String)
    case whyUndone(entry: Int)

    // Questions and answers
    case didYouMean(Event, entry: Int)
    /// A question to one person in a channel where nothing can be said to one person.
    case aloud(MemberID, Notice)
    case takenBack
    case yesOrNo(MemberID)
    case positionHolds(entry: Int)
    case readBack
    case readBackConfirmed, howToCorrect
    case areaDone(area: String)
    case whoIsHere
    case help(MemberID, about: String)
    case stagesExplained
    case whatIsKept
    case howToDraft
}
