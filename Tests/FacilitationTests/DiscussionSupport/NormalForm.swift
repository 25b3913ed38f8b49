@testable import Facilitation

// What two states have in common when nothing that can happen next tells them apart. Entry numbers become the place of
// a thing in its own list, answers are put in the order of people, and these are left out, because they only choose words
// or say what is past: who spoke, which lists were shown, the struck and corrected entries, the lines that a proposal
// rests on, times and extra minutes, the words of the set-up.
extension Discussion {
    var normalForm: Discussion {
        var form = self
        form.setup = Setup(framework: NormalForm.nothing, areas: setup.areas)
        form.session.listedSilent = []
        form.session.hasRatings = false
        form.session.hasExplainedGauge = false
        form.session.namedAcronyms = []
        (form.session.strikingReasons, form.session.toldNothingIsOpen) = ([:], [:])
        form.pregauge?.entry = 0
        form.pregauge?.focus = [:]
        form.pregauge?.hasSaidAllAreIn = false
        (form.struck, form.corrections, form.last, form.counters) = ([], [], nil, Counters())
        (form.struckUnexplained, form.whyAsked, form.momentBegan) = ([], nil, 1)
        for id in form.people.ids { form.people[id].hasSpoken = false }
        var places: [Int: Int] = [:]
        for (index, id) in areas.keys.sorted().enumerated() { areas[id]?.place(from: (index + 1) * 1_000, in: &places) }
        let place = { (entry: Int) in places[entry] ?? 0 }
        for id in areas.keys { form.areas[id]?.normalise(place) }
        if let entry = test?.entry { form.test?.entry = place(entry) }
        for index in form.interests.indices { form.interests[index].entries = [] }
        form.questions.replace { question in
            var normal = question
            normal.normalise(place)
            // Which question was put last decides what a yes answers, and so does a line that was heard just now.
            let order = Set(questions[question.to].filter(isFresh).compactMap(\.lastAsked)).sorted()
            normal.askedIn = question.lastAsked.map { asked in (order.firstIndex(of: asked) ?? -1) + 1 }
            if !question.isAsked, question.entry == last?.entry { normal.entry = 1 }
            return normal
        }
        for (index, report) in reports.enumerated() { places[report.entry] = 900 + index }
        for index in form.reports.indices {
            form.reports[index].entry = 0
            form.reports[index].objective = places[reports[index].objective] ?? reports[index].objective
        }
        // Nothing in the alphabet names what an earlier session took on.
        for id in form.previous.keys {
            form.previous[id]?.settled?.entries = []
            form.previous[id]?.notSettled?.entries = []
        }
        for index in form.earlierAims.indices {
            (form.earlierAims[index].proposal.entry, form.earlierAims[index].proposal.entries) = (0, [])
            (form.earlierAims[index].proposal.answers, form.earlierAims[index].proposal.replaced) = ([], [])
        }
        form.lastOwn = lastOwn.mapValues(place)
        form.ownLines = OwnLines()
        form.session.began = 0
        form.commands =
            commands.isEmpty
            ? [:] : [0: commands[commands.keys.max() ?? 0] ?? .gaugingOpened].mapValues { $0.normalised(place) }
        return form
    }
}

enum NormalForm {
    static let nothing = Framework(id: "", version: "", name: "", credit: "", stages: [], groups: [])
}

extension UndoableCommand {
    fileprivate func normalised(_ place: (Int) -> Int) -> UndoableCommand {
        if case .testClosed(let area, let entry) = self { .testClosed(area: area, entry: place(entry)) } else { self }
    }
}

extension PendingQuestion {
    fileprivate mutating func normalise(_ place: (Int) -> Int) {
        entry = 0
        switch matter {
        case .ownObjective(var asked):
            asked.entry = place(asked.entry)
            matter = .ownObjective(asked)
        case .confirm(.positionTaken(let targets, let stance, let because)):
            matter = .confirm(.positionTaken(targets: targets.map(place), stance: stance, because: because))
        case .confirm: break
        case .changedStatement(let area, let changed, var position):
            position.entry = 0
            matter = .changedStatement(area: area, entry: place(changed), position: position)
        }
    }
}

extension AreaDiscussion {
    /// Where each thing that can be named by its entry stands in its list.
    fileprivate func place(from base: Int, in places: inout [Int: Int]) {
        for (index, statement) in statements.enumerated() {
            places[statement.entry] = base + index
            for position in statement.positions { places[position.entry] = base + 100 + index }
        }
        for (index, proposal) in proposals.enumerated() {
            places[proposal.entry] = base + 200 + index
            for answer in proposal.answers { places[answer.entry] = base + 300 + index }
        }
        for (index, gauge) in gauges.enumerated() {
            for rating in gauge.ratings + gauge.late { places[rating.entry] = base + 400 + index }
        }
        for (index, item) in parked.enumerated() { places[item.entry] = base + 500 + index }
        for (index, view) in minorityViews.enumerated() {
            places[view.entry] = base + 600 + index
            if let mind = view.mind { places[mind.entry] = base + 650 + index }
            if let entry = view.lookAgainEntry { places[entry] = base + 680 + index }
        }
    }

    fileprivate mutating func normalise(_ place: (Int) -> Int) {
        (hasAskedInterests, statementsSinceListed, extraMinutes, hasSaidTimeIsUp) = (false, 0, 0, false)
        (wordsSpoken, hasHintedAtLoudVoice, falseConsensusAnswered) = (WordsSpoken(), false, [])
        for index in gauges.indices {
            gauges[index].entry = 0
            gauges[index].reveal?.entry = 0
            gauges[index].ratings.sort { $0.by < $1.by }
            gauges[index].late.sort { $0.by < $1.by }
            for rating in gauges[index].ratings.indices { gauges[index].ratings[rating].entry = 0 }
            for rating in gauges[index].late.indices { gauges[index].late[rating].entry = 0 }
        }
        for index in statements.indices { statements[index].normalise(place) }
        for index in proposals.indices {
            proposals[index].entry = place(proposals[index].entry)
            proposals[index].entries = []
            proposals[index].replaced = []
            proposals[index].announced = nil
            proposals[index].answers.sort { $0.by < $1.by }
            for answer in proposals[index].answers.indices { proposals[index].answers[answer].entry = 0 }
        }
        for index in minorityViews.indices {
            minorityViews[index].entry = 0
            minorityViews[index].mind?.entry = 0
            minorityViews[index].lookAgainEntry = minorityViews[index].lookAgainEntry.map { _ in 0 }
            minorityViews[index].proposal = minorityViews[index].proposal.map(place)
        }
        for index in objections.indices {
            // Whether the position or level that it came with still stands decides what withdrawing it means.
            objections[index].entry = place(objections[index].entry)
            if !objections[index].isOpen { objections[index].ending = Objection.Ending(what: .withdrawn, entry: 0) }
            switch objections[index].on {
            case .statement(let entry): objections[index].on = .statement(entry: place(entry))
            case .proposal(let entry): objections[index].on = .proposal(entry: place(entry))
            }
        }
        for index in parked.indices { parked[index].entry = 0 }
    }
}

extension Statement {
    fileprivate mutating func normalise(_ place: (Int) -> Int) {
        entry = place(entry)
        corrections = []
        replaced = []
        positions.sort { $0.by < $1.by }
        heard.sort { $0.by < $1.by }
        for index in positions.indices { positions[index].entry = 0 }
        for index in heard.indices { heard[index].entry = 0 }
    }
}
