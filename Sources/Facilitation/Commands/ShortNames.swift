import JSONText

extension Discussion {
    /// The fields of an operation with the number of its event in place of a short name, such as *o1*, wherever the
    /// number of one is meant: that is the name under which replies and events tell what a line became.
    public func withNumbers(_ fields: [String: JSONValue], of command: Command) -> [String: JSONValue] {
        var numbered = fields
        for parameter in command.parameters {
            guard let value = fields[parameter.name] else { continue }
            switch parameter.kind {
            case .entry: numbered[parameter.name] = withNumber(value)
            case .entries:
                let list = value.array.map { list in JSONValue.array(list.map(withNumber)) }
                numbered[parameter.name] = list ?? withNumber(value)
            case .text, .names, .number, .word, .flag, .object, .words, .versions: break
            }
        }
        return numbered
    }

    private func withNumber(_ value: JSONValue) -> JSONValue {
        guard let name = value.string, let entry = entry(of: name) else { return value }
        return .integer(entry)
    }

    /// The latest test of that name, or what an earlier session left of it.
    private func entry(of shortName: String) -> Int? {
        // *s14* and plain numbers are read without looking for them.
        guard let letter = shortName.first, "dao".contains(letter) else { return nil }
        let here = areas.values.flatMap(\.proposals).filter { $0.id == shortName && !$0.isStruck }
        let before = carried.map(\.proposal) + earlierAims.map(\.proposal)
        return here.map(\.entry).max() ?? before.first { $0.id == shortName }?.entry
    }
}
