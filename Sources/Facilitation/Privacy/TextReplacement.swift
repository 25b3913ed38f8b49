/// What becomes of the texts in an event when somebody's words or name must go from a transcript.
///
/// What an event does (its stage, level, stance, entry numbers, dates) is not touched, so that the discussion comes to
/// the same results without them.
public struct TextReplacement {
    /// What somebody said, in their words. Never asked about an empty text: whether there were words at all may matter.
    public var words: (String) -> String
    /// Somebody in the room, by name as typed or by id.
    public var person: (String) -> String
    /// The name under which somebody comes into the room.
    public var newcomer: (String) -> String
    /// An area as it was typed: a number, an id or a part of a name. Never asked about a text without a word.
    public var area: (String) -> String
    /// A day as it was typed.
    public var day: (String) -> String
    /// A title or label that nobody said but that may name somebody.
    public var label: (String) -> String
    /// A person in a set-up.
    public var member: (SetupMember) -> SetupMember

    public init(
        words: @escaping (String) -> String, person: @escaping (String) -> String,
        newcomer: @escaping (String) -> String, area: @escaping (String) -> String, day: @escaping (String) -> String,
        label: @escaping (String) -> String, member: @escaping (SetupMember) -> SetupMember
    ) {
        self.words = words
        self.person = person
        self.newcomer = newcomer
        self.area = area
        self.day = day
        self.label = label
        self.member = member
    }

    fileprivate func said(_ text: String) -> String { text.isEmpty ? text : words(text) }
    fileprivate func said(_ text: String?) -> String? { text.map(said) }
    fileprivate func named(_ words: String) -> String { Names.fold(words).isEmpty ? words : area(words) }

    /// `12`, `#12` or `a1` names an entry; other words name none.
    fileprivate func item(_ text: String) -> String {
        let name = text.drop { $0 == "#" }
        let digits = name.first?.isLetter == true ? name.dropFirst() : name
        return digits.allSatisfy { $0.isASCII && $0.isNumber } ? text : said(text)
    }

    /// Which objective is meant stays before what is said of it.
    fileprivate func part(_ part: ObjectivePart, _ value: String) -> String {
        let rest = Discussion.leadingNumber(value).words
        let number = String(value.dropLast(rest.count))
        switch part {
        case .owner: return number + person(rest)
        case .due: return number + day(rest)
        case .measure, .baseline, .target: return number + said(rest)
        }
    }
}

extension Event {
    /// The same event with its texts replaced. A new kind of event must say here what in it may be personal.
    public func replacing(_ texts: TextReplacement) -> Event {
        switch self {
        case .opened(let setup): .opened(setup.replacing(texts))
        case .joined(let name, let sector, let organisation, let role):
            .joined(
                name: texts.newcomer(name), sector: texts.label(sector), organisation: texts.label(organisation),
                role: role)
        case .presenceMarked(let names, let present):
            .presenceMarked(names: names.map(texts.person), present: present)
        // Where nobody has the name yet, it makes somebody.
        case .facilitatorNamed(let name): .facilitatorNamed(name: texts.newcomer(name))
        case .handPassed(let name): .handPassed(name: texts.person(name))
        case .started(let areas): .started(areas: areas.map(texts.named))
        case .areaChosen(let area): .areaChosen(texts.named(area))
        case .pregaugeOpened(let areas, let until): .pregaugeOpened(areas: areas.map(texts.named), until: until)
        case .rated(let stage, let confidence, let evidence):
            .rated(stage: stage, confidence: confidence, evidence: texts.said(evidence))
        case .areaRated(let area, let stage, let confidence, let evidence, let ambition):
            .areaRated(
                area: texts.named(area), stage: stage, confidence: confidence, evidence: texts.said(evidence),
                ambition: ambition)
        case .areaRatingWithdrawn(let area): .areaRatingWithdrawn(area: texts.named(area))
        case .positionTaken(let targets, let stance, let because):
            .positionTaken(targets: targets, stance: stance, because: texts.said(because))
        case .parked(let text): .parked(text: texts.said(text))
        case .interestDeclared(let text): .interestDeclared(text: texts.said(text))
        case .interestHandled(let text): .interestHandled(text: texts.said(text))
        case .toldPrivately(let text): .toldPrivately(text: texts.said(text))
        case .proposed(let proposed): .proposed(proposed.replacing(texts))
        case .amended(let text): .amended(text: texts.said(text))
        case .levelGiven(let level, let because): .levelGiven(level, because: texts.said(because))
        case .minorityStated(let text): .minorityStated(text: texts.said(text))
        case .viewPartGiven(.mind, let item, let value): .viewPartGiven(.mind, item: item, value: texts.said(value))
        case .viewPartGiven(.lookAgain, let item, let value):
            .viewPartGiven(.lookAgain, item: item, value: texts.day(value))
        case .objectivePartGiven(let part, let value): .objectivePartGiven(part, value: texts.part(part, value))
        case .horizonGiven(let item, let horizon): .horizonGiven(item: texts.item(item), horizon)
        case .progressGiven(let item, let word, let evidence):
            .progressGiven(item: texts.item(item), word, evidence: texts.said(evidence))
        case .corrected(let entry, let text): .corrected(entry: entry, text: texts.said(text))
        case .undone(let entry, let because): .undone(entry: entry, because: texts.said(because))
        case .asked(.help(let about)): .asked(.help(about: texts.said(about)))
        // A rating without a stage: the area that it names is asked about next.
        case .asked(.area(let name)): .asked(.area(texts.named(name)))
        // Nothing in these was typed but words of closed lists and numbers.
        case .left, .movedOn, .movedBack, .skipped, .formChosen, .paused, .resumed, .extended, .ended, .ruleChanged,
            .gaugingOpened, .ratingWithdrawn, .revealed, .stated, .chatted, .closed, .majorityAsked, .deferred,
            .minorityNaming, .readBack, .areaDone, .withdrawn, .answered, .asked, .draftAsked, .timePassed, .reminded,
            .pregaugeRevealed, .framingAsked:
            self
        }
    }
}

extension Proposed {
    var hasParts: Bool { owner != nil || due != nil || measure != nil || baseline != nil || target != nil }

    fileprivate func replacing(_ texts: TextReplacement) -> Proposed {
        Proposed(
            what: what, text: texts.said(text), item: item, stage: stage, owner: owner.map(texts.person), due: due,
            measure: texts.said(measure), baseline: texts.said(baseline), target: texts.said(target))
    }
}

extension Setup {
    fileprivate func replacing(_ texts: TextReplacement) -> Setup {
        var setup = self
        setup.title = texts.label(title)
        setup.missing = missing.map(texts.label)
        setup.members = members.map(texts.member)
        setup.pregauge?.decisions = (pregauge?.decisions ?? []).map {
            DecisionDue(area: $0.area, by: $0.by, text: texts.label($0.text))
        }
        setup.retention = retention.map { Retention(label: texts.label($0.label), days: $0.days) }
        return setup
    }
}

extension Discussion {
    /// What must stay of the words of a line although its author's words go, because hearing it again reads them again;
    /// nil when nothing must. It is never more than what the line did: a rating's stage, a date, a bare "no".
    ///
    /// Asked of the discussion as it was before the line.
    public func wordsThatAct(in event: Event, of heard: Heard) -> String? {
        switch event {
        case .chatted:
            if openFraming == .betterQuestion, !heard.isPrivate, heard.words.hasSuffix("?") { return "?" }
            let folded = heard.words.utf8.count < 12 ? Folding.folded(heard.words) : ""
            return folded == "no" || folded == "undo" ? folded : nil
        case .corrected(let entry, let text): return correctionThatActs(entry, text, heard)
        case .amended(let text): return proposalToAmend?.kind == .position ? idOfStage(named: text) : nil
        case .proposed(let proposed):
            let namesStage = proposed.what == .position && proposed.stage == nil && proposed.item == nil
            return namesStage ? idOfStage(named: proposed.text) : nil
        default: return nil
        }
    }

    /// The id of the area that words name, as after `/area`; nil when they name none, or several.
    public func idOfArea(named words: String) -> String? { try? areaID(named: words) }

    private func idOfStage(named words: String) -> String? { try? stage(words) }

    /// What `/amend` changes now.
    private var proposalToAmend: Proposal? {
        if let proposalUnderTest { return proposalUnderTest }
        return area?.proposals.last { !$0.isStruck }
    }

    /// Whether words, or an id, name anybody in the room; *me* names the speaker.
    public func namesSomebody(_ words: String) -> Bool {
        ["me", "i"].contains(Names.fold(words)) || !people.named(words).isEmpty
    }

    /// Whether all words of a statement or a proposal were taken out of the transcript.
    public func hasLostItsWords(_ entry: Int) -> Bool {
        for area in areas.values {
            let text =
                area.statementIndex(entry).map { area.statements[$0].text }
                ?? area.proposalIndex(entry).map { area.proposals[$0].text }
            if let text { return Entry.isErased(text) }
        }
        return false
    }

    /// Whose words an entry's item is.
    public func author(of entry: Int) -> MemberID? { item(at: entry)?.by }

    /// An objective that was taken up from a statement, with the parts that were read from the statement's words.
    public func withParts(_ proposed: Proposed, today: CivilDate) -> Proposed {
        guard proposed.what == .objective, !proposed.hasParts, let item = proposed.item, let area,
            let index = area.statementIndex(item)
        else { return proposed }
        let statement = area.statements[index]
        let parsed = reparsed(.objective, statement.proposed, statement.text, statement.by, today: today)
        return Proposed(
            what: .objective, text: proposed.text, item: item, stage: proposed.stage, owner: parsed.owner,
            due: parsed.due, measure: parsed.measure, baseline: parsed.baseline, target: parsed.target)
    }

    private func correctionThatActs(_ entry: Int?, _ text: String, _ heard: Heard) -> String? {
        guard let speaker = people.find(actor: heard.actor), let entry = entry ?? lastOwn[speaker],
            let found = item(at: entry)
        else { return nil }
        if case .viewPart(.lookAgain, _, _) = found.item { return Reader.date(text, today: heard.today)?.iso }
        if case .proposal(let area, let index) = found.item {
            return areas[area]?.proposals[index].kind == .position ? idOfStage(named: text) : nil
        }
        guard case .rating(let area, let index) = found.item, areas[area]?.gauges[index].isRevealed == false else {
            return nil
        }
        let context = readingContext(for: speaker, today: heard.today, isPrivate: true)
        guard case .rated(let stage, let confidence, _) = Reader.rating(text, in: context) else { return nil }
        // Said this way it must mean the same; else what was typed before the reason stays.
        for name in [String(stage.map { $0 == "-" ? " " : $0 }), setup.framework.ladder.name(stage)] {
            let bare = [name, confidence?.rawValue].compactMap { $0 }.joined(separator: ", ")
            if case .rated(stage, confidence, _) = Reader.rating(bare, in: context) { return bare }
        }
        return text.firstIndex(of: ",").map { String(text[..<$0]) } ?? text
    }
}

extension Names {
    /// True for names such as Will and May, which are names only where they are written like one.
    public static func isOrdinaryWord(_ part: String) -> Bool { FoldedName.alsoWords.contains(WordKey(part)) }
}
