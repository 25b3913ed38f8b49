import JSONText

/// One command: what people type after a slash, and the operation of the same name on the wire. Parsing, `/help`,
/// completion, schemas and the tables in the documents are all made from this.
public struct Command: Sendable {
    public var name: String
    /// Other names that a person would try.
    public var aliases: [String]
    /// As it is typed, such as `/area NAME or N`.
    public var usage: String
    /// One line of help.
    public var summary: String
    public var parameters: [CommandParameter]
    /// Names of parameters of which an operation needs one, the usual one first.
    public var needsOneOf: [String]
    public var shape: CommandShape
    public var kind: EventKind
    /// At which stages `/help` offers it first.
    public var offeredAt: Set<SessionStep>
    /// Whether an operation is said to the bot alone, unless it says otherwise: a program sends it for one person.
    public var isPrivateByNature: Bool
    /// Parameters of which an operation sends one, because the other would be lost.
    public let rivals: [Rivals]
    /// The event that these values mean.
    let event: @Sendable (CommandValues, ReadingContext) throws(Refusal) -> Event

    init(
        _ name: String, _ aliases: [String] = [], _ usage: String, _ summary: String, _ kind: EventKind,
        shape: CommandShape = .nothing, parameters: [CommandParameter] = [], needsOneOf: [String] = [],
        offeredAt: Set<SessionStep> = [], isPrivateByNature: Bool = false,
        event: @escaping @Sendable (CommandValues, ReadingContext) throws(Refusal) -> Event
    ) {
        self.name = name
        self.aliases = aliases
        self.usage = usage
        self.summary = summary
        self.kind = kind
        self.shape = shape
        self.parameters = parameters
        self.needsOneOf = needsOneOf
        self.offeredAt = offeredAt
        self.isPrivateByNature = isPrivateByNature
        rivals = Rivals.among(parameters, needsOneOf)
        self.event = event
    }

    public var isForFacilitators: Bool {
        if case .facilitators = Discussion.permission(for: kind) { return true }
        // A facilitator opens or changes a test with these; from a member they are a proposal.
        return kind == .proposed || kind == .amended
    }

    /// The event of a command as typed, without its name.
    public func event(typed words: String, in context: ReadingContext) throws(Refusal) -> Event {
        try event(shape.values(typed: words), context)
    }

    /// The event of an operation's fields. An unknown field or a wrong kind of value is refused by name.
    public func event(fields: [String: JSONValue], in context: ReadingContext) throws(CommandError) -> Event {
        let values = try values(of: fields)
        do { return try event(values, context) } catch { throw mistake(error) }
    }

    func values(of fields: [String: JSONValue]) throws(CommandError) -> CommandValues {
        var values = CommandValues()
        for name in fields.keys.sorted() {
            guard let value = fields[name] else { continue }
            guard let parameter = parameters.first(where: { $0.name == name }) else {
                throw .badField(name, .unknown)
            }
            try Command.read(value, parameter, into: &values)
            if needs(parameter), Command.isBlank(value) { throw .badField(name, .empty) }
        }
        for parameter in parameters where parameter.isRequired && fields[parameter.name] == nil {
            throw .badField(parameter.name, .missing)
        }
        if let usual = needsOneOf.first, !needsOneOf.contains(where: { fields[$0] != nil }) {
            throw .badField(usual, .missing)
        }
        try checkTogether(fields)
        return values
    }

    /// Whatever was sent counts: what another field would hide, or what hangs on a field that is not there, is refused.
    private func checkTogether(_ fields: [String: JSONValue]) throws(CommandError) {
        for pair in rivals where fields[pair.one] != nil && fields[pair.other] != nil {
            throw .badField(pair.other, .notBeside(pair.one))
        }
        for parameter in parameters where fields[parameter.name] != nil {
            guard let needed = parameter.goesWith, fields[needed] == nil else { continue }
            throw .badField(parameter.name, .notWithout(needed))
        }
    }

    /// Whether an operation needs something in this parameter, where it is there.
    public func needs(_ parameter: CommandParameter) -> Bool {
        parameter.isRequired || needsOneOf.contains(parameter.name)
    }

    private static func isBlank(_ value: JSONValue) -> Bool { value.string?.trimmed.isEmpty ?? (value.array == []) }

    /// How a command is typed is no help to a program: it is told what its field must be.
    private func mistake(_ refusal: Refusal) -> CommandError {
        guard case .badCommand = refusal, let parameter = parameters.first(where: \.isRequired) else {
            return .refused(refusal)
        }
        return .badField(parameter.name, .notAs(parameter.meaning))
    }

    private static func read(
        _ value: JSONValue, _ parameter: CommandParameter, into values: inout CommandValues
    ) throws(CommandError) {
        switch parameter.kind {
        case .text:
            guard let text = value.string else { throw .badField(parameter.name, .notText) }
            // As a person would have typed it.
            assign(text.trimmed, parameter.name, &values)
        case .word(let allowed):
            guard let text = value.string, allowed.contains(text) else {
                throw .badField(parameter.name, .notOneOf(allowed))
            }
            assign(text, parameter.name, &values)
        case .entry:
            guard let entry = entry(value) else { throw .badField(parameter.name, .notAnEntry) }
            values.entries.append(entry)
        case .entries:
            let list = value.array ?? [value]
            for item in list {
                guard let entry = entry(item) else { throw .badField(parameter.name, .notAnEntry) }
                values.entries.append(entry)
            }
        case .names:
            let list = value.array ?? [value]
            for item in list {
                guard let name = item.string ?? item.integer.map(String.init) else {
                    throw .badField(parameter.name, .notText)
                }
                values.names.append(name)
            }
        case .number:
            guard let number = value.integer else { throw .badField(parameter.name, .notANumber) }
            values.number = number
        case .flag, .object, .words, .versions: throw .badField(parameter.name, .unknown)
        }
    }

    private static func assign(_ text: String, _ name: String, _ values: inout CommandValues) {
        switch name {
        case "text", "name", "area", "value": values.text = text
        case "because": values.because = text
        default: values.fields[name] = text
        }
    }

    /// 14, "14", "#14" or "s14". No event has the number 0.
    private static func entry(_ value: JSONValue) -> Int? {
        guard let number = value.integer ?? value.string.flatMap(entry(written:)) else { return nil }
        return number > 0 ? number : nil
    }

    private static func entry(written text: String) -> Int? {
        let name = text.drop { $0 == "#" }
        let digits = name.first == "s" ? name.dropFirst() : name
        return digits.allSatisfy { $0.isASCII && $0.isNumber } ? Int(digits) : nil
    }
}

/// Two parameters that say the same, or of which one makes the other count for nothing.
public struct Rivals: Sendable, Hashable {
    public let one: String
    public let other: String

    public init(one: String, other: String) {
        self.one = one
        self.other = other
    }

    static func among(_ parameters: [CommandParameter], _ needsOneOf: [String]) -> [Rivals] {
        let items = parameters.filter { $0.kind == .entry || $0.typedForm == .inPlaceOfEntry }.map(\.name)
        let reasons = parameters.filter { $0.typedForm == .reason }.map(\.name)
        var found = pairs(needsOneOf) + pairs(items) + pairs(reasons)
        // What is taken up has its parts from its own words.
        if let item = items.first(where: needsOneOf.contains) {
            found += parameters.filter { $0.typedForm == .bracketed }.map { Rivals(one: item, other: $0.name) }
        }
        return found
    }

    private static func pairs(_ names: [String]) -> [Rivals] {
        names.indices.flatMap { index in
            names[(index + 1)...].map { Rivals(one: names[index], other: $0) }
        }
    }
}

/// Why an operation's fields make no event.
public enum CommandError: Error, Sendable, Hashable {
    public enum Mistake: Sendable, Hashable {
        case unknown, missing, empty, notText, notANumber, notAnEntry
        case notOneOf([String])
        /// It must be what is said here.
        case notAs(String)
        /// Of it and this one, one would be lost.
        case notBeside(String)
        /// It means nothing without this one.
        case notWithout(String)
    }
    case badField(String, Mistake)
    case refused(Refusal)
}
