import Facilitation
import Hashing
import JSONText

/// The objects of a transcript file, to and from values.
enum TranscriptObjects {
    static func header(_ room: RoomSummary) -> [String: JSONValue] {
        [
            "format": .string(TranscriptFile.format), "version": .integer(TranscriptFile.version),
            "room": .string(room.room), "origin": .string(room.origin), "log": .string(room.log),
            "title": .string(room.title), "madeAt": .string(room.madeAt), "retention": .string(room.retention),
            "hold": .bool(room.hold), "holdBecause": .string(room.holdBecause), "head": .integer(room.head),
            "headHash": .string(room.headHash),
        ]
    }

    static func room(_ fields: JSONValue) -> RoomSummary? {
        guard let room = fields["room"]?.string, let origin = fields["origin"]?.string,
            let madeAt = fields["madeAt"]?.string, let head = fields["head"]?.integer,
            let headHash = fields["headHash"]?.string
        else { return nil }
        return RoomSummary(
            room: room, log: fields["log"]?.string ?? "", title: fields["title"]?.string ?? "", madeAt: madeAt,
            head: head, headHash: headHash, retention: fields["retention"]?.string ?? "",
            hold: fields["hold"]?.bool ?? false, origin: origin, holdBecause: fields["holdBecause"]?.string ?? "")
    }

    static func fields(_ sealed: SealedEntry) -> [String: JSONValue] {
        let entry = sealed.entry
        var fields: [String: JSONValue] = [
            "number": .integer(entry.number), "session": .integer(entry.session), "at": .string(entry.at),
            "today": .string(entry.today), "direction": .string(entry.direction.rawValue),
            "words": .string(entry.words), "commitment": .string(hexadecimal(sealed.commitment)),
            "hash": .string(hexadecimal(sealed.hash)),
        ]
        fields["answers"] = entry.answers.map(JSONValue.integer)
        for (name, text) in [
            ("name", entry.name), ("principal", entry.principal), ("reading", entry.reading),
            ("details", entry.details), ("reply", entry.reply),
        ] where !text.isEmpty { fields[name] = .string(text) }
        for (name, text) in [
            ("by", entry.by), ("to", entry.to), ("key", entry.key), ("erasedAt", sealed.erasedAt),
            ("erasedBecause", sealed.erasedBecause), ("keyCommitment", sealed.keyCommitment.map(hexadecimal)),
            ("salt", sealed.salt.map(hexadecimal)), ("erasureSalt", sealed.erasureSalt.map(hexadecimal)),
        ] { fields[name] = text.map(JSONValue.string) }
        if entry.erased { fields["erased"] = true }
        return fields
    }

    static func entry(_ fields: JSONValue, room: String, words: String?) -> SealedEntry? {
        guard let number = fields["number"]?.integer, let session = fields["session"]?.integer,
            let at = fields["at"]?.string, let today = fields["today"]?.string,
            let direction = fields["direction"]?.string.flatMap(EntryDirection.init(rawValue:)),
            let words = words ?? fields["words"]?.string,
            let commitment = fields["commitment"]?.string.flatMap(bytes(ofHexadecimal:)),
            let hash = fields["hash"]?.string.flatMap(bytes(ofHexadecimal:))
        else { return nil }
        func text(_ name: String) -> String { fields[name]?.string ?? "" }
        func sealing(_ name: String) -> [UInt8]? { fields[name]?.string.flatMap(bytes(ofHexadecimal:)) }
        let entry = Entry(
            room: room, number: number, session: session, at: at, today: today, direction: direction,
            by: fields["by"]?.string, name: text("name"), principal: text("principal"), to: fields["to"]?.string,
            words: words, reading: text("reading"), details: text("details"), answers: fields["answers"]?.integer,
            key: fields["key"]?.string, reply: text("reply"), erased: fields["erased"]?.bool ?? false)
        return SealedEntry(
            entry, keyCommitment: sealing("keyCommitment"), salt: sealing("salt"), commitment: commitment, hash: hash,
            erasureSalt: sealing("erasureSalt"), erasedAt: fields["erasedAt"]?.string,
            erasedBecause: fields["erasedBecause"]?.string)
    }
}
