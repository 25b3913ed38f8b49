import Facilitation

// How objectives go, and how far ahead aims look.
extension SentenceCheck {
    /// After "progress:" or "status:" stands the last word of the record, and nothing else is overdue than what it calls so.
    mutating func checkProgress() {
        let known = proposals.filter { ItemID($0.id)?.kind == .objective }.map(\.progressSpoken)
        for position in elements.indices {
            guard let name = word(position), name == "progress" || name == "status", isMark(position + 1, ":"),
                let wanted = known.first
            else { continue }
            let claim = claim(from: position + 2)
            statesFact = true
            if !known.contains(claim) { faults.append(.progressDiffers(wanted)) }
        }
        let overdue = items.contains { index.carried[$0]?.overdue == true }
        if elements.indices.contains(where: { word($0) == "overdue" }), !overdue { faults.append(.notOverdue) }
    }

    /// True when the sentence gives the last word on how an objective goes.
    var tellsProgress: Bool {
        elements.indices.contains { ["progress", "status"].contains(word($0) ?? "") && isMark($0 + 1, ":") }
    }

    /// True when the sentence tells what the words of an objective name beside what holds now.
    var tellsWorded: Bool { elements.indices.contains { word($0) == "worded" && isMark($0 + 1, ":") } }

    /// After "as worded:" stands what the words name, and after "changed to" what holds now.
    mutating func checkWorded() {
        guard tellsWorded else { return }
        let worded = proposals.compactMap(\.worded)
        for position in elements.indices where position > 1 {
            let isBefore = isMark(position - 1, ":") && word(position - 2) == "worded"
            let isNow = word(position - 1) == "to" && word(position - 2) == "changed"
            guard isBefore || isNow else { continue }
            switch elements[position] {
            case .token(.person(let name)):
                let owners = isBefore ? worded.compactMap(\.owner) : proposals.compactMap(\.owner)
                if !owners.map(index.name).contains(name) { faults.append(.ownerDiffers(name)) }
            case .token(.date(let date)):
                let days = isBefore ? worded.compactMap(\.due) : proposals.compactMap(\.due)
                if !days.contains(date.iso) { faults.append(.dateDiffers(date.spoken)) }
            default: continue
            }
        }
    }

    /// True when the sentence tells where the area stood before.
    var tellsLastTime: Bool {
        areaValue?.before != nil && elements.indices.contains { word($0) == "last" && word($0 + 1) == "time" }
    }

    /// The stage before "last time" is that of the earlier session, and the one before "now" that of this one.
    mutating func checkLastTime() {
        guard tellsLastTime, let areaValue else { return }
        statesFact = true
        for (position, element) in elements.enumerated() {
            guard case .label(.stage(let stage)) = element else { continue }
            let wanted: String?
            switch word(position + 1) {
            case "last": wanted = areaValue.before?.stage
            case "now": wanted = areaValue.position?.stage
            default: continue
            }
            if stage != wanted { faults.append(.stageDiffers(stage)) }
        }
    }

    /// A horizon is that of the aim that the sentence is about, or stands in the words that it cites.
    mutating func checkHorizons() {
        let known = proposals.compactMap(\.horizon)
        for case .horizon(let horizon) in elements where !known.contains(horizon) {
            if !citedWordsContain(horizon.spoken) { faults.append(.horizonDiffers(horizon.spoken)) }
        }
    }

    /// The words up to the next mark, cell or citation.
    private func claim(from start: Int) -> String {
        var words: [String] = []
        var position = start
        while let word = word(position) {
            words.append(word)
            position += 1
        }
        return words.joined(separator: " ")
    }
}
