import JSONText

/// From what somebody typed, or an operation's fields, to readings. Typed, spoken and structured input give the same
/// events, because they all come through here.
public enum Interpreter {
    /// What a spoken or typed line means. `/agree 14` is a command; `/` alone, or a path such as `/home/ann`, is talk.
    public static func readings(
        said text: String, by actor: String, isPrivate: Bool, today: CivilDate, in discussion: Discussion
    ) throws(Refusal) -> [Reading] {
        guard let speaker = discussion.people.find(actor: actor) else {
            return try newcomer(text, actor, stranger(to: discussion, today), discussion)
        }
        let context = discussion.readingContext(for: speaker, today: today, isPrivate: isPrivate)
        if let typed = Interpreter.command(in: text) {
            let readings = [try reading(typed, context, speaker, discussion)]
            return try ReadingInPlace(line: Line(text, in: context), speaker: speaker).settle(readings, in: discussion)
        }
        if isPrivate, context.expects != .confirm, let area = discussion.pregaugeFocus(of: speaker) {
            return PregaugeWords.readings(text, area: area, context)
        }
        let line = Line(text, in: consume context)
        return try ReadingInPlace(line: line, speaker: speaker).settle(Reader.read(line), in: discussion)
    }

    /// Somebody who is not here yet can only come in.
    private static func newcomer(
        _ text: String, _ actor: String, _ stranger: ReadingContext, _ discussion: Discussion
    ) throws(Refusal) -> [Reading] {
        guard let typed = Interpreter.command(in: text), let command = CommandTable.find(typed.name),
            command.name == "join" || command.name == "facilitator"
        else { throw .notJoined }
        let event = try command.event(typed: typed.words, in: stranger)
        try discussion.checkNewName(in: event, by: actor)
        return [Reading(event, .plain)]
    }

    private static func reading(
        _ typed: (name: String, words: String), _ context: ReadingContext, _ speaker: MemberID,
        _ discussion: Discussion
    ) throws(Refusal) -> Reading {
        guard let command = CommandTable.find(typed.name) else {
            throw .unknownCommand(
                "/\(typed.name)", nearest: Spelling.nearest(to: typed.name, among: CommandTable.names).map { "/\($0)" })
        }
        if command.kind == .rated,
            let event = try PregaugeWords.gauge(typed.words, by: speaker, context, in: discussion)
        {
            return Reading(event, .plain)
        }
        if command.kind == .ratingWithdrawn, let (id, _) = try PregaugeWords.area(leading: typed.words, in: discussion)
        {
            return Reading(.areaRatingWithdrawn(area: id), .plain)
        }
        let event = try command.event(typed: typed.words, in: context)
        try discussion.checkNewName(in: event, by: context.speaker.id)
        return Reading(event, .plain)
    }

    /// The reading of an operation of the line protocol that is a command of the table.
    public static func reading(
        operation name: String, fields: [String: JSONValue], by actor: String, isPrivate: Bool, today: CivilDate,
        in discussion: Discussion
    ) throws(CommandError) -> Reading {
        guard let command = CommandTable.find(name), command.name == name else {
            throw .refused(.unknownCommand(name, nearest: nil))
        }
        let speaker = discussion.people.find(actor: actor)
        let context =
            speaker.map { discussion.readingContext(for: $0, today: today, isPrivate: isPrivate) }
            ?? stranger(to: discussion, today)
        let reading = Reading(try command.event(fields: fields, in: context), .plain)
        do throws(Refusal) { try discussion.checkNewName(in: reading.event, by: actor) } catch {
            throw .refused(error)
        }
        guard let speaker else { return reading }
        let place = ReadingInPlace(line: Line("", in: context), speaker: speaker)
        do throws(Refusal) {
            return try place.settle([reading], in: discussion).first ?? reading
        } catch {
            throw .refused(error)
        }
    }

    /// The context of somebody who is not in the room.
    private static func stranger(to discussion: Discussion, _ today: CivilDate) -> ReadingContext {
        ReadingContext(
            step: .opening, area: nil, expects: nil, test: nil, statements: .none, members: Roster([]), last: nil,
            speaker: .init(id: "", name: ""), role: .member, isPrivate: false,
            ladder: discussion.setup.framework.ladder,
            today: today)
    }

    /// `/name words`; nil when the line is no command.
    public static func command(in text: String) -> (name: String, words: String)? {
        guard text.utf8.first(where: { $0 > 0x20 }) == UInt8(ascii: "/") else {
            return nil
        }
        let line = text.trimmed
        let name = line.dropFirst().prefix { !$0.isWhitespace }
        guard !name.isEmpty, !name.contains("/") else { return nil }
        return (String(name).lowercased(), String(line.dropFirst(1 + name.count)).trimmed)
    }
}
