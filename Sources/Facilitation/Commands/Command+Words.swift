import JSONText

extension Command {
    /// The line that a person would have typed for an operation, such as */progress #12 done because the form is in use*.
    /// Typed again it means the same, so that whoever reads a transcript learns what was said, and can play it again.
    ///
    /// - Parameter fields: those of an operation that was taken.
    public func words(of fields: [String: JSONValue]) throws(CommandError) -> String {
        let values = try values(of: fields)
        if shape == .person { return "/\(name) " + person(fields) }
        var words = ["/\(name)"]
        let entries = shape == .entriesBecause ? values.entries : Array(values.entries.prefix(1))
        if !entries.isEmpty { words.append(entries.map { "#\($0)" }.joined(separator: ", ")) }
        let typed = parameters.enumerated().sorted {
            ($0.element.typedForm.place, $0.offset) < ($1.element.typedForm.place, $1.offset)
        }.map(\.element)
        for parameter in typed where entries.isEmpty || parameter.typedForm != .inPlaceOfEntry {
            let value = Command.text(of: parameter, fields, values)
            if !value.isEmpty { words.append(parameter.typed(value)) }
        }
        return words.joined(separator: " ")
    }

    /// `name | sector | organisation | role`, without what is missing at the end.
    private func person(_ fields: [String: JSONValue]) -> String {
        let parts = parameters.map { fields[$0.name]?.string ?? "" }
        let count = 1 + (parts.lastIndex { !$0.isEmpty } ?? 0)
        return parts.prefix(count).joined(separator: " | ")
    }

    /// The numbers of entries are not among these: they stand before everything else.
    private static func text(
        of parameter: CommandParameter, _ fields: [String: JSONValue], _ values: CommandValues
    ) -> String {
        switch parameter.kind {
        case .text, .word: fields[parameter.name]?.string?.trimmed ?? ""
        case .names: values.names.joined(separator: ", ")
        case .number: values.number.map(String.init) ?? ""
        case .entry, .entries, .flag, .object, .words, .versions: ""
        }
    }
}

extension CommandParameter {
    fileprivate func typed(_ value: String) -> String {
        switch typedForm {
        case .first(let mark), .behind(let mark): "\(mark) \(value)"
        case .inPlaceOfEntry, .plain: value
        case .reason: "because \(value)"
        case .bracketed: "(\(name): \(value))"
        }
    }
}

extension CommandParameter.TypedForm {
    /// What stands further to the left has the lower number.
    fileprivate var place: Int {
        switch self {
        case .first: 0
        case .inPlaceOfEntry: 1
        case .plain: 2
        case .behind: 3
        case .reason: 4
        case .bracketed: 5
        }
    }
}
