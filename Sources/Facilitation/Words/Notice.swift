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
    /// What the sessions before left: overdue and open actions, aims, positions.
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
    /// `isSeen` where others could see it come.
    case ratingKept(stage: String, confidence: Confidence?, isSeen: Bool)
    case blindnessEnded
    case privateLineNotCounted(MemberID)
    case lateRatingKept
    case ratingNotUnderstood
    case pleaseRatePrivately
    case ratingWithdrawn
    case allRatingsIn(Int)
    case revealed(round: Int)
    case movedAlone
    /// A reveal waits: so many ratings were heard, and their givers have not said yes.
    case ratingsUnconfirmed(Int, isBeforehand: Bool)
    case preparing(PreparingNotice)

    // Voices
    case notEverybodyAnswered(answered: Int, silent: [MemberID])
    case notEverybodyHeard(heard: Int, of: Int, silentSectors: [String])
    case oneVoiceIsLoud(silentSectors: [String])
    case wordingAdvice(entry: Int, [WordingAdvice])

    // Talk
    /// What somebody answers where nothing is open.
    case nothingIsOpen
    case openStatements
    case whichStatement(MemberID)
    case parked(entry: Int)
    case interestsAskedAgain
    case interestKept(MemberID)
    case interestHandled(MemberID)
    case privateWord(from: MemberID, text: String)
    case privateWordPassedOn(isSeenByAll: Bool)
    case positionKept([Int], Stance, hasReason: Bool)

    // Proposals
    case proposalNoted(entry: Int, what: ProposalKind)
    case proposalNeedsTheRoom
    case testOpened
    case partsMissing(entry: Int, [ObjectivePart])
    case ownerAsked(MemberID, entry: Int)
    case ownerAnswered(MemberID, entry: Int, yes: Bool)
    case ownerIsAway(MemberID)
    /// The words name others beside the one who is asked to own it.
    case oneOwnerOnly(MemberID, others: [MemberID], entry: Int)
    case objectiveNow(area: String, entry: Int)
    case horizonKept(area: String, entry: Int)
    case progressKept(objective: Int)
    case progressNeedsTheRoom
    case amended
    case levelKept(Level, hasPrivateReason: Bool)
    case whatWouldNeedToChange(MemberID, isPrivate: Bool = false)
    case allAnswered(wouldBe: OutcomeWord)
    case objectionsOpen([Objection], closing: Bool)
    case answersUnconfirmed(Int)
    /// The facilitator closes while people here have not answered, or have not said why they stop it.
    case answersMissing(silent: [MemberID], unexplained: [MemberID])
    /// The facilitator closes, and since what is tested was changed nobody has answered again.
    case nobodyAnsweredAgain(entry: Int)
    case nothingUnderTest
    case outcome(area: String, entry: Int)
    case baselineSuggested(entry: Int)
    case minorityInvited(MemberID, entry: Int)
    /// `beside` is the entry of what it stands beside; nil when that is the area.
    case minorityKept(entry: Int, beside: Int?, isNamed: Bool, isPrivate: Bool)
    case minorityNamed(Bool)
    case viewPartKept(area: String, view: Int)

    // Putting right
    case corrected(entry: Int, text: String)
    /// New words for a line of which nothing is counted.
    case talkCorrected(entry: Int, text: String)
    case earlierLineCorrected(entry: Int, text: String)
    case statementChanged(area: String, entry: Int, stance: Stance)
    case withdrawn(entry: Int)
    case earlierLineWithdrawn(entry: Int)
    case objectionMet(entry: Int)
    case objectionWithdrawn(entry: Int)
    case undone(entry: Int, because: String)
    case yourEntryWasUndone(entry: Int, because: String)
    case whyUndone(entry: Int)

    // Questions and answers
    case didYouMean(Event, entry: Int)
    /// With the words that the line was about, for somebody who may have them no longer before their eyes.
    case askedInFull(Event, entry: Int, isFirst: Bool = false)
    case ownerAskedAgain(MemberID, area: String, entry: Int)
    /// A question to one person in a channel where nothing can be said to one person.
    case aloud(MemberID, Notice)
    /// What it was, unless it was said privately, and the line that it came with.
    case takenBack(Event?, entry: Int)
    case yesOrNo(MemberID, about: [Int])
    case positionHolds(entry: Int)
    case readBack
    case readBackConfirmed, howToCorrect
    case areaDone(area: String)
    case whoIsHere
    /// How many have answered what is open, and who has not where that may be said.
    case answersSoFar
    case levelsExplained([Level])
    case help(MemberID, about: String)
    case subjectExplained(AskedSubject)
    /// How many agree with what has this number, and who where that may be said.
    case positionsOn(entry: Int)
    /// Why a facilitator struck something out: empty while no reason was given, nil where none struck it out.
    case whyStruckOut(entry: Int, because: String?)
    case stagesExplained
    case whatIsKept
    case howToDraft
}
