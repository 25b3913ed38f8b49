import Facilitation

// Quotations, names, organisations, dates, cited entries.
extension SentenceCheck {
    mutating func checkQuotes() {
        for (position, element) in elements.enumerated() {
            if case .token(.openQuote) = element { faults.append(.quoteNotClosed) }
            guard case .token(.quote(let words)) = element else { continue }
            if let field = fieldBefore(position) {
                if !fieldValues(field).contains(words) { faults.append(.quoteNotExact(words)) }
            } else if !sources.contains(where: { index.sources[$0].text == words }), !isPartQuote(words) {
                faults.append(.quoteNotExact(words))
            }
        }
    }

    private enum Field { case part(ObjectivePart), handling }

    /// `measure: “…”`: the field whose value is quoted.
    private func fieldBefore(_ position: Int) -> Field? {
        var before = position - 1
        if isMark(before, ":") { before -= 1 }
        guard elements.indices.contains(before) else { return nil }
        switch elements[before] {
        case .field(let part) where part != .owner && part != .due: return .part(part)
        case .handlingWord: return .handling
        default: return nil
        }
    }

    private func fieldValues(_ field: Field) -> [String] {
        let values: [String?]
        switch field {
        case .part(.measure): values = proposals.map(\.measure)
        case .part(.baseline): values = proposals.map(\.baseline)
        case .part(.target): values = proposals.map(\.target)
        case .part: values = []
        case .handling:
            let declared = Set(
                sources.filter { index.sources[$0].role == .interest }.map { index.sources[$0].text })
            values = index.record.interests.filter {
                declared.isEmpty || declared.contains(Verbatim.shown($0.text))
            }
            .map(\.handling)
        }
        return values.compactMap { $0.map(Verbatim.shown) }
    }

    /// Three words or more of a text that belongs here, or of a cited entry.
    private func isPartQuote(_ words: String) -> Bool {
        // The whole text of one item beside the reference of another is a mistake, whatever is cited.
        let isOfAnotherItem = index.sourcesByText[words]?.contains { index.sources[$0].role == .proposal } == true
        if isOfAnotherItem, !items.isEmpty { return false }
        if citedWordsContain(words) { return true }
        guard let area, Wordings.words(words).count >= 3 else { return false }
        return items.contains { item in
            index.sources(of: item, in: area).contains { Wordings.holds(index.sources[$0].text, words) }
        }
    }

    // MARK: People

    mutating func checkPeople() {
        guard !persons.isEmpty, !isAttendance else { return }
        let owners = ownerNames
        let allowed = allowedNames
        let silent = namesWithoutReason
        if silent != nil { statesFact = true }
        for person in persons {
            if let silent {
                if !silent.contains(person.name) { faults.append(.nameDoesNotBelong(person.name)) }
            } else if isAfterOwner(person.position) {
                if !owners.contains(person.name) { faults.append(.ownerDiffers(person.name)) }
            } else if tellsProgress, word(person.position - 1) == "by", word(person.position - 2) == "said" {
                let speakers = proposals.compactMap(\.reports.last).map { index.name($0.by) }
                if !speakers.contains(person.name) { faults.append(.nameDoesNotBelong(person.name)) }
            } else if let allowed, !allowed.contains(person.name) {
                faults.append(.nameDoesNotBelong(person.name))
            }
        }
    }

    /// Who gave the level that the sentence names and no reason for it; nil where it does not speak of that.
    private var namesWithoutReason: Set<String>? {
        let isTold = elements.indices.contains {
            elements[$0] == .no && word($0 + 1) == "reason" && word($0 + 2) == "given"
        }
        guard isTold else { return nil }
        let levels = elements.compactMap { if case .label(.level(let level)) = $0 { level } else { nil } }
        let silent = results.flatMap(\.reservations).filter { levels.contains($0.level) && !$0.hasReason }
        return Set(silent.compactMap(\.by).map(index.name))
    }

    private var ownerNames: Set<String> {
        var names = Set(proposals.compactMap(\.owner).map(index.name))
        for number in sources where index.sources[number].role == .parked {
            names.formUnion(index.sources[number].names)
        }
        return names
    }

    /// `owner: …`, with nothing but that between.
    private func isAfterOwner(_ position: Int) -> Bool {
        var before = position - 1
        while isMark(before, ":") || word(before) == "is" { before -= 1 }
        return elements.indices.contains(before) && elements[before] == .field(.owner)
    }

    /// The names that may stand in the sentence; nil when anybody's may.
    private var allowedNames: Set<String>? {
        let hasQuote = elements.contains { if case .token(.quote) = $0 { true } else { false } }
        if hasQuote, !sources.isEmpty {
            return Set(sources.flatMap { index.sources[$0].names })
        }
        guard let area else { return nil }
        if !items.isEmpty {
            let beside = items.flatMap { index.sources(of: $0, in: area) }
            let reporters = proposals.flatMap(\.reports).map { index.name($0.by) }
            let privately = items.flatMap { index.privateReasons(on: $0, in: area).names }
            let worded = tellsWorded ? proposals.compactMap(\.worded?.owner).map(index.name) : []
            return ownerNames.union(reporters).union(beside.flatMap { index.sources[$0].names }).union(privately)
                .union(worded)
        }
        return nil
    }

    private var isAttendance: Bool { attendanceLabel != nil }

    /// A list of who was there, for how long, of who was not, or of who sat in.
    private var attendanceLabel: String? {
        guard let colon = elements.firstIndex(of: .token(.mark(":"))), colon > 0, colon <= 4 else {
            return nil
        }
        if colon == 4, elements[0] == .label(.present), word(1) == "for", word(3) == "part" { return "part" }
        if colon == 1, elements[0] == .label(.present) { return "present" }
        if colon == 1, word(0) == "apologies" { return "apologies" }
        if colon == 2, word(0) == "in", word(1) == "attendance" { return "attendance" }
        return nil
    }

    mutating func checkAttendance() {
        guard let label = attendanceLabel else { return }
        let members = index.record.members.filter { member in
            switch label {
            case "present": member.present && member.role == .member
            case "attendance": member.present && member.role != .member
            case "part": !member.present && member.leftEarly
            default: !member.present && !member.leftEarly
            }
        }
        var left = members.map { index.name($0.id) }
        for person in persons {
            if let found = left.firstIndex(of: person.name) {
                left.remove(at: found)
            } else {
                faults.append(.attendanceDiffers(person.name))
            }
        }
        faults += left.map(DraftFault.attendanceDiffers)
    }

    mutating func checkOrganisations() {
        let named = Set(persons.flatMap { index.organisations[$0.name] ?? [] })
        for (position, element) in elements.enumerated() {
            guard case .token(.organisation(let organisation)) = element, !persons.isEmpty else { continue }
            var fits = named.contains(organisation)
            if position >= 2, isMark(position - 1, "(,"),
                case .token(.person(let name)) = elements[position - 2]
            {
                fits = index.organisations[name]?.contains(organisation) == true
            }
            if !fits { faults.append(.organisationDoesNotBelong(organisation)) }
        }
    }

    /// A word with a capital in the middle of a sentence is a name; it must be one that the record knows.
    mutating func checkNamesUnknown() {
        for (position, element) in elements.enumerated() {
            guard case .token(.word(let found)) = element, let first = found.first, first.isUppercase,
                position > 0
            else { continue }
            let word = found.hasSuffix("'s") ? String(found.dropLast(2)) : found
            guard word.contains(where: \.isLowercase), !CheckerLexicon.capitalised.contains(word) else {
                continue
            }
            let startsClause = isMark(position - 1, ":") || elements[position - 1] == .token(.cellEnd)
            if startsClause, !endsAsName(position) { continue }
            if !citedWordsContain(word) { faults.append(.nameUnknown(word)) }
        }
    }

    /// True when a word that may only begin a clause stands like a name: alone, or before another name.
    private func endsAsName(_ position: Int) -> Bool {
        guard elements.indices.contains(position + 1) else { return true }
        switch elements[position + 1] {
        case .token(.word(let word)):
            return word.first?.isUppercase == true && !CheckerLexicon.capitalised.contains(word)
        case .token(.person), .token(.mark), .token(.citation), .token(.cellEnd), .outcome: return true
        default: return false
        }
    }

    // MARK: Dates

    mutating func checkDates() {
        let before = proposals.compactMap(\.inPlaceOf?.due)
        for (position, element) in elements.enumerated() {
            guard case .token(.date(let date)) = element, !dates.contains(date.iso) else { continue }
            // "30 September 2030 (was 31 March 2029)".
            if word(position - 1) == "was", before.contains(date.iso) { continue }
            if !citedWordsContain(date.spoken) && !citedWordsContain(date.iso) || hasOwnDate {
                faults.append(.dateDiffers(date.spoken))
            }
        }
    }

    private var datedSources: [CheckerIndex.Source] {
        sources.map { index.sources[$0] }.filter { source in
            switch source.role {
            case .parked, .proposal, .minorityView: true
            case .statement, .field, .reservation, .objection, .interest, .other: false
            }
        }
    }

    private var hasOwnDate: Bool {
        proposals.contains { $0.due != nil } || datedSources.contains { !$0.dates.isEmpty }
    }

    private var dates: Set<String> {
        var dates = Set(proposals.compactMap(\.due)).union(datedSources.flatMap(\.dates))
        let reports = tellsProgress ? proposals.compactMap(\.reports.last) : proposals.flatMap(\.reports)
        dates.formUnion(reports.map(\.on))
        dates.formUnion(items.compactMap { index.earlierAims[$0]?.on })
        if tellsWorded { dates.formUnion(proposals.compactMap(\.worded?.due)) }
        if tellsLastTime, let before = areaValue?.before { dates.insert(before.on) }
        if items.isEmpty, datedSources.isEmpty {
            dates.formUnion([index.record.started, index.record.ended ?? ""].map { String($0.prefix(10)) })
        }
        return dates
    }

    // MARK: Citations

    mutating func checkCitations() {
        let cited = citedEntries
        var last = Int.min
        let support = self.support
        for entry in cited {
            if entry <= last { faults.append(.entryTwice(entry)) }
            last = entry
            let found = entries[entry]
            if struck.contains(entry) || found?.struck == true {
                faults.append(.entryStruck(entry))
            } else if !entries.isEmpty, found == nil {
                faults.append(.entryUnknown(entry))
            } else if !support.contains(entry), recordGivesEntries || !quotedIn(entry) {
                // The bot repeats people's words: a line that only holds them too is not what they rest on.
                faults.append(.entryDoesNotBelong(entry))
            }
        }
        if cited.isEmpty, statesFact, !countsItems, !isInstruction, recordGivesEntries { faults.append(.notCited) }
    }

    private func quotedIn(_ entry: Int) -> Bool {
        guard let found = entries[entry] else { return false }
        return elements.contains {
            guard case .token(.quote(let words)) = $0 else { return false }
            return Wordings.holds(Verbatim.shown(found.words), words)
        }
    }

    /// True when the record says which entries the facts stated here rest on.
    private var recordGivesEntries: Bool {
        if sources.contains(where: { !index.sources[$0].entries.isEmpty }) { return true }
        guard let area, sources.isEmpty else { return false }
        return items.contains { !index.ownEntries(of: $0, in: area).isEmpty }
            || rounds.contains { !index.entries(ofRound: $0, in: area).isEmpty }
    }

    /// The entries that this sentence may rest on: those of what it quotes, names or counts; else those of
    /// its area.
    private var support: Set<Int> {
        if countsItems {
            return areaValue.map { area in
                let views = area.minorityViews.filter(\.confirmed).flatMap(\.entries)
                return Set(area.proposals.flatMap(\.entries) + views + area.parked.flatMap(\.entries))
            } ?? index.entries(in: nil)
        }
        var allowed = Set(sources.flatMap { index.sources[$0].entries })
        // What was said of an objective later bears out how it goes, and not what was carried.
        if tellsProgress { allowed.formUnion(proposals.flatMap(\.reports).flatMap(\.entries)) }
        if area == nil, sources.isEmpty { allowed.formUnion(proposals.flatMap(\.entries)) }
        if let area {
            if sources.isEmpty || !named.isEmpty {
                for item in items {
                    allowed.formUnion(index.ownEntries(of: item, in: area))
                    allowed.formUnion(index.privateReasons(on: item, in: area).entries)
                }
            }
            for round in rounds { allowed.formUnion(index.entries(ofRound: round, in: area)) }
            if tellsLastTime { allowed.formUnion(index.record.areas[area].before?.entries ?? []) }
        }
        return allowed.isEmpty ? index.entries(in: area) : allowed
    }
}
