import JSONText

// The record as JSON. The names of `Record.schema` stay as they are: programs read them.
extension Record {
    public var json: JSONValue {
        var fields = always
        if !earlierAims.isEmpty { fields["earlierAims"] = .array(earlierAims.map(\.json)) }
        if !erased.isEmpty { fields["erased"] = .integers(erased) }
        return .object(fields)
    }

    private var always: [String: JSONValue] {
        [
            "schema": .string(Record.schema), "room": .string(room),
            "session": ["number": .integer(sessionNumber), "started": .string(started), "ended": ended.json],
            "log": .string(log), "head": .integer(head), "title": .string(title), "meeting": .string(meeting.rawValue),
            "attribution": .string(attribution.rawValue), "framework": framework.json, "rule": rule.json,
            "members": .array(members.map(\.json)), "missing": .strings(missing),
            "interests": .array(interests.map(\.json)), "areas": .array(areas.map(\.json)),
            "carried": .array(carried.map(\.json)), "struck": .integers(struck),
            "corrected": .array(corrected.map(\.json)),
        ]
    }
}

extension RecordFramework {
    var json: JSONValue {
        [
            "id": .string(id), "version": .string(version), "hash": .string(hash), "name": .string(name),
            "credit": .string(credit),
        ]
    }
}

extension RecordRule {
    var json: JSONValue {
        ["tolerance": .string(tolerance), "quorum": .string(quorum), "text": .string(text)]
    }
}

extension RecordMember {
    var json: JSONValue {
        var fields: [String: JSONValue] = [
            "id": .string(id), "name": .string(name), "organisation": .string(organisation), "sector": .string(sector),
            "role": .string(role.rawValue), "votes": .bool(votes), "present": .bool(present),
            "assurance": .string(assurance.rawValue),
        ]
        if leftEarly { fields["leftEarly"] = true }
        return .object(fields)
    }
}

extension RecordInterest {
    var json: JSONValue {
        [
            "by": .string(by), "text": .string(text), "area": area.json, "handling": handling.json,
            "entries": .integers(entries),
        ]
    }
}

extension RecordArea {
    var json: JSONValue {
        var fields = always
        if !otherTests.isEmpty { fields["otherTests"] = .array(otherTests.map(\.json)) }
        fields["before"] = before?.json
        return .object(fields)
    }

    private var always: [String: JSONValue] {
        [
            "id": .string(id), "name": .string(name), "status": .string(status.rawValue),
            "gauges": .array(gauges.map(\.json)), "position": position?.json ?? .null,
            "statements": .array(statements.map(\.json)),
            "decisions": .array(decisions.map { $0.json(as: .decision) }),
            "aims": .array(aims.map { $0.json(as: .aim) }),
            "objectives": .array(objectives.map { $0.json(as: .objective) }),
            "minorityViews": .array(minorityViews.map(\.json)), "objections": .array(objections.map(\.json)),
            "parked": .array(parked.map(\.json)),
        ]
    }
}

extension RecordGauge {
    var json: JSONValue {
        var fields: [String: JSONValue] = [
            "round": .integer(round), "blind": .bool(blind), "answered": .integer(answered),
            "present": .integer(present),
            "revealed": .bool(revealed), "entries": .integers(entries),
        ]
        if beforehand { fields["beforehand"] = true }
        // Before the reveal these are not there at all: an empty list would already say something.
        if revealed {
            fields["movedAlone"] = .bool(movedAlone)
            fields["counts"] = .counts(counts)
            // A group of organisations is not called a sector.
            let name = "by\(constituency.rawValue.capitalisedFirst)"
            fields[name] = .object(byConstituency.mapValues { .counts($0) })
            fields["confidence"] = .counts(confidence)
            fields["ratings"] = .array(ratings.map(\.json))
            fields["measures"] = measures?.json ?? .null
        }
        return .object(fields)
    }
}

extension RecordRating {
    var json: JSONValue {
        var fields: [String: JSONValue] = [
            "stage": .string(stage), "evidence": .string(evidence), "open": .bool(open), "late": .bool(late),
            "entries": .integers(entries),
        ]
        fields["by"] = by.map(JSONValue.string)
        fields["sector"] = sector.map(JSONValue.string)
        fields["confidence"] = confidence.map { .string($0.rawValue) }
        fields["ambition"] = ambition.map(JSONValue.string)
        return .object(fields)
    }
}

extension RecordMeasures {
    var json: JSONValue {
        [
            "n": .integer(n), "mode": mode.json, "modeCount": .integer(modeCount), "outsideMode": .integer(outsideMode),
            "tolerance": .integer(tolerance), "withinTolerance": .bool(withinTolerance),
            "consensus": consensus.map(JSONValue.fixed) ?? .null, "pattern": .string(pattern),
        ]
    }
}

extension RecordReservation {
    var json: JSONValue {
        var fields: [String: JSONValue] = ["level": .string(level.rawValue), "text": .string(text)]
        if isPrivate { fields["private"] = true }
        fields["by"] = by.map(JSONValue.string)
        fields["sector"] = sector.map(JSONValue.string)
        return .object(fields)
    }
}

extension Deferral {
    /// Nil where the answers say it.
    fileprivate var json: JSONValue? {
        switch self {
        case .quorumNotMet(let needed): .object(["why": "quorum-not-met", "needed": .integer(needed)])
        case .tooLittleSupport: .none
        case .putOff: .object(["why": "put-off"])
        }
    }
}

extension RecordResult {
    /// They stand beside those of what was tested.
    fileprivate var fields: [String: JSONValue] {
        var fields: [String: JSONValue] = [
            "outcome": .string(outcome.rawValue), "levels": .counts(levels), "notAnswered": .integer(notAnswered),
            "reservations": .array(reservations.map(\.json)), "entries": .integers(entries),
        ]
        fields["deferral"] = deferral?.json
        return fields
    }
}

extension RecordPosition {
    var json: JSONValue {
        var fields = result.fields
        fields["stage"] = .string(stage)
        return .object(fields)
    }
}

extension RecordBefore {
    var json: JSONValue { ["stage": .string(stage), "on": .string(on), "entries": .integers(entries)] }
}

extension RecordReplaced {
    var json: JSONValue { ["id": .string(id), "due": due.json, "entries": .integers(entries)] }
}

extension RecordWorded {
    var json: JSONValue { ["owner": owner.json, "due": due.json] }
}

extension RecordTest {
    var json: JSONValue {
        var fields = result.fields
        fields["id"] = .string(id)
        fields["of"] = .string(of)
        fields["text"] = .string(text)
        fields["stage"] = stage.map(JSONValue.string)
        return .object(fields)
    }
}

extension RecordStatement {
    var json: JSONValue {
        var fields: [String: JSONValue] = [
            "id": .string(id), "text": .string(text), "kind": .string(kind.rawValue),
            "counts": .counts(counts),
            "agree": .strings(agree), "disagree": .strings(disagree), "unsure": .strings(unsure),
            "heard": .array(heard.map(\.json)), "entries": .integers(entries),
        ]
        fields["by"] = by.map(JSONValue.string)
        fields["sector"] = sector.map(JSONValue.string)
        fields["evidence"] = evidence.map { .string($0.rawValue) }
        return .object(fields)
    }
}

extension RecordHeard {
    var json: JSONValue {
        var fields: [String: JSONValue] = ["stance": .string(stance.rawValue)]
        fields["by"] = by.map(JSONValue.string)
        return .object(fields)
    }
}

extension RecordProposal {
    func json(as kind: ProposalKind) -> JSONValue {
        var fields = result.fields
        fields["id"] = .string(id)
        fields["text"] = .string(text)
        fields["inPlaceOf"] = inPlaceOf?.json
        fields["worded"] = worded?.json
        if kind == .aim { fields["horizon"] = (horizon?.rawValue).json }
        if kind == .objective {
            fields["aim"] = aim.json
            fields["owner"] = owner.json
            fields["due"] = due.json
            fields["measure"] = measure.json
            fields["baseline"] = baseline.json
            fields["target"] = target.json
            fields["missing"] = .strings(missing.map(\.rawValue))
            fields["progress"] = progress.map { .string($0.rawValue) } ?? .null
            fields["reports"] = .array(reports.map(\.json))
        }
        return .object(fields)
    }
}

extension RecordReport {
    var json: JSONValue {
        [
            "by": .string(by), "onBehalf": .bool(onBehalf), "progress": .string(progress.rawValue),
            "evidence": .string(evidence), "on": .string(on), "entries": .integers(entries),
        ]
    }
}

extension RecordCarried {
    var json: JSONValue {
        var fields: [String: JSONValue] = [
            "area": .string(area), "session": .integer(session), "overdue": .bool(overdue),
            "objective": objective.json(as: .objective),
        ]
        fields["replacedBy"] = replacedBy.map(JSONValue.string)
        return .object(fields)
    }
}

extension RecordEarlierAim {
    var json: JSONValue {
        var fields: [String: JSONValue] = ["area": .string(area), "on": on.json, "aim": aim.json(as: .aim)]
        fields["replacedBy"] = replacedBy.map(JSONValue.string)
        return .object(fields)
    }
}

extension RecordMinorityView {
    var json: JSONValue {
        var fields: [String: JSONValue] = [
            "text": .string(text), "confirmed": .bool(confirmed), "named": .bool(named), "on": .string(on),
            "wouldChange": wouldChange.json, "lookAgain": lookAgain.json, "entries": .integers(entries),
        ]
        fields["by"] = by.map(JSONValue.string)
        fields["sector"] = sector.map(JSONValue.string)
        return .object(fields)
    }
}

extension RecordObjection {
    var json: JSONValue {
        var fields: [String: JSONValue] = [
            "on": .string(on), "text": .string(text), "open": .bool(open), "entries": .integers(entries),
        ]
        if isPrivate { fields["private"] = true }
        fields["by"] = by.map(JSONValue.string)
        fields["sector"] = sector.map(JSONValue.string)
        fields["end"] = end?.json(in: endEntries)
        return .object(fields)
    }
}

extension ObjectionEnd {
    fileprivate func json(in entries: [Int]) -> JSONValue {
        var fields: [String: JSONValue] = ["entries": .integers(entries)]
        switch self {
        case .met: fields["kind"] = "met"
        case .withdrawn: fields["kind"] = "withdrawn"
        case .changedTo(let level):
            fields["kind"] = "changed"
            fields["level"] = .string(level.rawValue)
        case .agreed: fields["kind"] = "agreed"
        case .takenBack: fields["kind"] = "taken-back"
        }
        return .object(fields)
    }
}

extension RecordParked {
    var json: JSONValue {
        ["text": .string(text), "owner": owner.json, "bringBack": bringBack.json, "entries": .integers(entries)]
    }
}

extension RecordCorrection {
    var json: JSONValue {
        var fields: [String: JSONValue] = ["entry": .integer(entry), "entries": .integers(entries)]
        fields["by"] = by.map(JSONValue.string)
        return .object(fields)
    }
}

extension JSONValue {
    static func strings(_ values: [String]) -> JSONValue { .array(values.map { .string($0) }) }
    static func integers(_ values: [Int]) -> JSONValue { .array(values.map { .integer($0) }) }
    static func counts(_ values: [String: Int]) -> JSONValue { .object(values.mapValues { .integer($0) }) }
    static func counts<Word: RawRepresentable<String>>(_ values: [Word: Int]) -> JSONValue {
        .counts(Dictionary(uniqueKeysWithValues: values.map { ($0.key.rawValue, $0.value) }))
    }
}

extension String? {
    var json: JSONValue { map(JSONValue.string) ?? .null }
}
