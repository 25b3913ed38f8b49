/// Turns what the discussion decided to say into words: plain, calm, British English, the next step last. One function a
/// sentence; the other files of this folder hold them by subject. It reads the discussion as it is after the line.
public struct Phrasebook: Sendable {
    public let discussion: Discussion

    public init(_ discussion: Discussion) { self.discussion = discussion }

    public func words(for message: Message) -> String { words(for: message.notice) }

    /// The id of the one person whose answer is awaited, where the room hears the question.
    public func idAsked(by message: Message) -> String? { message.asked.map { discussion.people[$0].id } }

    private func words(for notice: Notice) -> String {
        switch notice {
        case .opened: opened
        case .joined(let member, let claimed): joined(member, claimed)
        case .detailsKept(let member): "Thank you. \(described(member))."
        case .catchUp: catchUp
        case .left(let member): "\(name(member)) has left. Answers that they gave still stand."
        case .presenceMarked(let members, let present): presenceMarked(members, present)
        case .facilitatorNamed(let member): "\(name(member)) is facilitating."
        case .handPassed(let member): "The keyboard goes to \(name(member))."
        case .notHeardYet(let members): notHeardYet(members)
        case .started: started
        case .lastTime(let today): lastTime(today)
        case .actions(let today): actions(today)
        case .framed(let area): framed(area)
        case .backInArea(let area): backInArea(area)
        case .alreadyInArea(let area): "We are in \(areaName(area)) already. \(nextStep)"
        case .leftUnfinished(let area): leftUnfinished(area)
        case .skipped(let area): "Skipped: \(areaName(area)). Come back any time with /area \(number(area))."
        case .ruleChanged: ruleLines.joined(separator: "\n")
        case .notEverybodyAnswered(let answered, let silent): notEverybodyAnswered(answered, silent)
        case .notEverybodyHeard(let heard, let total, let sectors): notEverybodyHeard(heard, total, sectors)
        case .oneVoiceIsLoud(let sectors): oneVoiceIsLoud(sectors)
        case .wordingAdvice(let entry, let findings): wordingAdvice(entry, findings)
        case .formChosen(let form): "From now on an area gets \(form.minutes) minutes."
        case .paused: "Paused. Everything is kept. The facilitator can type /resume at any time."
        case .resumed: "We carry on."
        case .whereWeAre: whereWeAre
        case .extended(let minutes): "\(counted(minutes, "more minute")) for this area."
        case .timeIsUp:
            "The time planned for this area is used up. Nobody is cut off: /extend 5 gives more, /readback and /done close it."
        case .ended: ended
        case .gaugeOpened(let round, let isBlind, let explained): gaugeOpened(round, isBlind, explained)
        case .ratingKept(let stage, let confidence, let isSeen): ratingKept(stage, confidence, isSeen)
        case .blindnessEnded:
            "Somebody rated where there are no private messages, so these ratings are no longer blind: others may see one before the reveal. The record says so."
        case .privateLineNotCounted(let member): privateLineNotCounted(member)
        case .ratingNotUnderstood: ratingNotUnderstood
        case .lateRatingKept:
            "Noted beside your earlier answer, marked late. The counts of this round were fixed at the reveal."
        case .pleaseRatePrivately:
            "Your rating counts, but everybody can see it, so this round is no longer blind. Next time, send it privately: that keeps others free to think for themselves."
        case .ratingWithdrawn: "Your rating is withdrawn. You can give another one until the reveal."
        case .allRatingsIn(let count): "\(count) of \(count) in. The facilitator can /reveal."
        case .revealed: revealed
        case .movedAlone: movedAlone
        case .ratingsUnconfirmed(let count, let isBeforehand):
            ratingsUnconfirmed(count, again: isBeforehand ? "/reveal all" : "/reveal")
        case .preparing(let notice): words(for: notice)
        case .nothingIsOpen: nothingIsOpen
        case .openStatements: openStatements
        case .whichStatement(let member):
            "\(addressed(member, "which")) statement do you mean? Please give its number, such as #12."
        case .parked(let entry): "Parked as #\(entry). It is kept for later."
        case .interestsAskedAgain:
            "This area can touch money or suppliers. Does anybody have an interest to declare? /interest and a few words."
        case .interestKept(let member):
            "Interest kept for \(name(member)). The chair decides how to handle it: /handling and the ruling."
        case .interestHandled(let member): "The chair's ruling on \(name(member))'s interest is kept."
        case .privateWord(let member, let text): "\(name(member)) says privately: \(text)"
        case .privateWordPassedOn(let isSeenByAll):
            isSeenByAll
                ? "Passed on to the facilitator, but you said it in the room, so everybody could read it and it is kept there. Next time, send it privately."
                : "Passed on to the facilitator only."
        case .positionKept(let targets, let stance, let hasReason): positionKept(targets, stance, hasReason)
        case .proposalNoted(let entry, let what): proposalNoted(entry, what)
        case .proposalNeedsTheRoom:
            "A proposal belongs in the room, so that everybody can answer it. Please say it there."
        case .testOpened: testOpened
        case .partsMissing(let entry, let parts): partsMissing(entry, parts)
        case .ownerAsked(let member, let entry): "\(name(member)), will you own #\(entry)? Please say yes or no."
        case .ownerAnswered(let member, let entry, let yes): ownerAnswered(member, entry, yes)
        case .ownerIsAway(let member): "\(name(member)) is not here, so cannot say yes. The owner stays as it was."
        case .oneOwnerOnly(let owner, let others, let entry): oneOwnerOnly(owner, others, entry)
        case .objectiveNow(let area, let entry): objectiveNow(area, entry)
        case .horizonKept(let area, let entry): horizonKept(area, entry)
        case .viewPartKept(let area, let view): viewPartKept(area, view)
        case .progressKept(let objective): progressKept(objective)
        case .progressNeedsTheRoom:
            "How an objective goes is for everybody to know. Please say it in the room."
        case .amended: "The words have changed, so earlier answers no longer count. Please answer again."
        case .levelKept(let level, let hasPrivateReason): levelKept(level, hasPrivateReason)
        case .whatWouldNeedToChange(let member, let isPrivate): whatWouldNeedToChange(member, isPrivate)
        case .allAnswered(let outcome): allAnswered(outcome)
        case .objectionsOpen(let objections, let closing): objectionsOpen(objections, closing)
        case .answersUnconfirmed(let count): answersUnconfirmed(count)
        case .answersMissing(let silent, let unexplained): answersMissing(silent, unexplained)
        case .nobodyAnsweredAgain(let entry):
            "Nobody has answered #\(entry) since it was changed, and earlier answers no longer count. Please answer again. /close again closes without any."
        case .nothingUnderTest: nothingUnderTest
        case .outcome(let area, let entry): outcome(area, entry)
        case .baselineSuggested(let entry):
            "#\(entry) has a measure and no starting figure. A suggestion: make finding the baseline an objective of its own."
        case .minorityInvited(let member, let entry): minorityInvited(member, entry)
        case .minorityKept(let entry, let beside, let isNamed, let isPrivate):
            minorityKept(entry, beside, isNamed, isPrivate)
        case .minorityNamed(let named):
            named ? "Your minority view carries your name." : "Your minority view is kept without your name."
        case .corrected(let entry, let text):
            "#\(entry) now reads: “\(text)” The first wording stays in the transcript, marked."
        case .talkCorrected(let entry, let text):
            "#\(entry) now reads: “\(text)” The first wording stays in the transcript, marked. It was talk, and counts for nothing. What should count is said in a new line."
        case .earlierLineCorrected(let entry, let text):
            "#\(entry) now reads: “\(text)” The record of its session stays as it was closed."
        case .statementChanged(let area, let entry, let stance): statementChanged(area, entry, stance)
        case .withdrawn(let entry):
            "#\(entry) is withdrawn. It stays in the transcript, marked, and counts nowhere.\(answerAwaited(after: entry))"
        case .earlierLineWithdrawn(let entry):
            "#\(entry) is withdrawn. It stays in the transcript, marked. The record of its session stays as it was closed."
        case .objectionMet(let entry):
            "Your objection #\(entry) is met, as you say, and no longer open. The record keeps it so.\(answerAwaited(after: entry))"
        case .objectionWithdrawn(let entry):
            "Your objection #\(entry) is withdrawn, and no longer open. The record keeps it, marked as withdrawn.\(answerAwaited(after: entry))"
        case .undone(let entry, let because):
            because.isEmpty ? "#\(entry) is struck out." : "#\(entry) is struck out: \(because)"
        case .yourEntryWasUndone(let entry, let because):
            "The facilitator struck out your entry #\(entry)\(because.isEmpty ? "" : ": \(because)"). If that is wrong, please say so."
        case .whyUndone(let entry):
            "Why was #\(entry) struck out? Your next line is kept with it if it begins with “because”. Later, /undo \(entry) because … does the same."
        case .didYouMean(let event, let entry): didYouMean(event, entry)
        case .askedInFull(let event, let entry, let isFirst): askedInFull(event, entry, isFirst: isFirst)
        case .ownerAskedAgain(let member, let area, let entry): ownerAskedAgain(member, area, entry)
        case .aloud(let member, let notice): "\(name(member)): \(words(for: notice))"
        case .yesOrNo(let member, let entries):
            "\(addressName(member)), is that a yes to \(numbers(entries))? Please say yes or no."
        case .takenBack(let event, let entry): takenBack(event, entry)
        case .positionHolds(let entry): "Noted: your position on #\(entry) still holds."
        case .readBack: readBack
        case .readBackConfirmed: "Thank you. /done finishes this area."
        case .howToCorrect:
            "What is recorded wrongly? Type /correct, its number and the right words. For example: /correct 14 within 30 days."
        case .areaDone(let area): areaDone(area)
        case .whoIsHere: whoIsHere
        case .answersSoFar: answersSoFar
        case .levelsExplained(let levels): levelsExplained(levels)
        case .help(let member, let about): help(member, about)
        case .subjectExplained(let subject): explained(subject)
        case .positionsOn(let entry): positions(on: entry)
        case .whyStruckOut(let entry, let because): whyStruckOut(entry, because)
        case .stagesExplained: stagesExplained
        case .whatIsKept: whatIsKept
        case .howToDraft:
            "The draft is made from the record: “commonground draft” and the room's name, or the draft operation of a bridge."
        }
    }

    /// How a line in the room was understood, in a few words after its number, so that whoever wrote it can see what is
    /// attributed to them; nil for talk. Receipts are no lines of the transcript.
    ///
    /// - Parameter taken: what was made of the line, as its reading alone does not tell.
    public func receipt(for readings: [Reading], entry: Int, taken: HearingResult.Taken? = nil) -> String? {
        let parts = readings.compactMap { reading -> String? in
            guard let words = receipt(for: reading, entry: entry, taken) else { return nil }
            return reading.strength == .likely ? "heard as \(words), not counted yet" : words
        }
        return parts.isEmpty ? nil : parts.joined(separator: "; ")
    }

    private func receipt(for reading: Reading, entry: Int, _ taken: HearingResult.Taken?) -> String? {
        switch reading.event {
        case .stated: discussion.currentArea == nil ? nil : "statement #\(entry)"
        case .positionTaken(let targets, let stance, _):
            targets.isEmpty
                ? nil
                : "\(stance.rawValue) with \(list(targets.map { "#\($0)" }))".replacing(
                    "unsure with", with: "unsure about")
        case .levelGiven(let level, _): levelReceipt(level, reading.strength, taken)
        case .rated(let stage, _, _):
            reading.strength == .likely && !isHeld(entry) ? nil : "rating: \(stageName(stage))"
        case .areaRated(let area, let stage, _, _, _): "rating of area \(number(area)): \(stageName(stage))"
        case .proposed(let proposed): "\(kindName(proposed.what)) #\(entry)"
        case .answered(let yes): answerReceipt(yes, taken)
        default: nil
        }
    }

    /// Whether something that was heard in this line waits for its holder's yes: nothing does where they may not give it.
    private func isHeld(_ entry: Int) -> Bool {
        discussion.questions.all.contains { $0.isHeard && $0.entry == entry }
    }

    // MARK: Small words

    var setup: Setup { discussion.setup }
    var ladder: Ladder { setup.framework.ladder }
    func name(_ member: MemberID) -> String { discussion.people[member].name }

    /// How somebody is addressed: by the first name, and by as much more as tells them apart from everybody else here.
    func addressName(_ member: MemberID) -> String {
        let names = discussion.people.roster.spokenNames
        let own = names[member.index]
        var length = 1
        while length < own.words.count, isShared(own.folded.prefix(length), by: names, except: member) { length += 1 }
        return own.words.prefix(length).joined(separator: " ")
    }

    private func isShared(_ start: ArraySlice<String>, by names: [SpokenName], except member: MemberID) -> Bool {
        names.indices.contains { index in
            index != member.index && names[index].folded.starts(with: start) && discussion.people.list[index].isPresent
        }
    }

    /// Name, organisation and sector, as far as they are known.
    func described(_ member: MemberID) -> String {
        let person = discussion.people[member]
        let details = [person.organisation, sectorName(person.sector)].filter { !$0.isEmpty }
        return details.isEmpty ? person.name : "\(person.name) (\(details.joined(separator: ", ")))"
    }

    /// `local-government` → `local government`; the NHS and other initials stay capital. What joins two services says so.
    func sectorName(_ sector: String) -> String {
        if sector == "police-fire" { return "police and fire" }
        let capitals: Set<String> = ["nhs", "icb", "vcse"]
        return sector.split(separator: "-").map { capitals.contains(String($0)) ? $0.uppercased() : String($0) }
            .joined(separator: " ")
    }

    func areaName(_ id: String) -> String { setup.framework.area(id)?.name ?? id }
    func number(_ id: String) -> String { setup.framework.number(of: id).map(String.init) ?? id }
    func stageName(_ id: String) -> String { ladder.name(id) }

    func levelName(_ level: Level) -> String {
        switch level {
        case .full: "full support"
        case .support: "support"
        case .reservation: "support with a reservation"
        case .standAside: "stand aside"
        case .cannotYet: "cannot support yet"
        case .block: "block"
        case .abstain: "abstain"
        }
    }

    func kindName(_ kind: ProposalKind) -> String {
        switch kind {
        case .position: "position"
        case .decision: "decision"
        case .aim: "aim"
        case .objective: "objective"
        }
    }

    func partName(_ part: ObjectivePart) -> String {
        switch part {
        case .owner: "an owner"
        case .due: "a due date"
        case .measure: "a measure"
        case .baseline: "a baseline"
        case .target: "a target"
        }
    }

    func counted(_ count: Int, _ noun: String) -> String { count == 1 ? "1 \(noun)" : "\(count) \(noun)s" }

    func peopleCounted(_ count: Int) -> String { count == 1 ? "1 person" : "\(count) people" }

    func list(_ words: [String], _ joiner: String = "and") -> String {
        guard let last = words.last, words.count > 1 else { return words.first ?? "" }
        return "\(words.dropLast().joined(separator: ", ")) \(joiner) \(last)"
    }

    /// "Ann, what": the name and the question, or the question alone where views are kept without names.
    func addressed(_ member: MemberID, _ question: String) -> String {
        namesViews ? "\(addressName(member)), \(question)" : question.capitalisedFirst
    }

    /// Names are not spoken for views where attribution hides them.
    var namesViews: Bool { setup.attribution != .chathamHouse }
}
