import JSONText

// Comparisons as JSON, with the words of the record.
extension Movement {
    public var json: JSONValue {
        [
            "schema": "commonground.movement/1", "room": .string(room), "title": .string(title),
            "sessions": .array(
                sessions.map { ["number": .integer($0.number), "started": .string($0.started)] }),
            "areas": .array(areas.map(\.json)),
            "actions": .counts(actions),
            "unreported": .integer(unreported),
        ]
    }
}

extension Movement.Area {
    fileprivate var json: JSONValue {
        [
            "id": .string(id), "name": .string(name),
            "sessions": .array(
                sightings.map { sighting in
                    [
                        "number": .integer(sighting.session), "counts": .counts(sighting.counts),
                        "pattern": sighting.pattern.json, "stage": sighting.stage.json,
                        "outcome": (sighting.outcome?.rawValue).json,
                    ]
                }),
            "moves": .array(
                steps.map { step in
                    ["from": .integer(step.from), "to": .integer(step.to), "counts": step.moves?.json ?? .null]
                }),
        ]
    }
}

extension Movement.Moves {
    fileprivate var json: JSONValue {
        ["up": .integer(up), "down": .integer(down), "same": .integer(same), "unsure": .integer(unsure)]
    }
}

extension SideBySide {
    public var json: JSONValue {
        [
            "schema": "commonground.side-by-side/1",
            "rooms": .array(
                rooms.map { room in
                    [
                        "room": .string(room.room), "title": .string(room.title),
                        "framework": .string(room.framework), "sessions": .integer(room.sessions),
                    ]
                }),
            "areas": .array(
                areas.map { area in
                    [
                        "framework": .string(area.framework), "id": .string(area.id), "name": .string(area.name),
                        "rooms": .array(area.views.map(\.json)),
                    ]
                }),
        ]
    }
}

extension SideBySide.View {
    fileprivate var json: JSONValue {
        [
            "room": .string(room), "pattern": pattern.json,
            "aims": .array(
                aims.map {
                    ["id": .string($0.id), "text": .string($0.text), "outcome": .string($0.outcome.rawValue)]
                }),
        ]
    }
}
