import Facilitation
import JSONText

extension WireOperation {
    /// Refuses a parameter that is not in the table, is of the wrong kind, or is missing, by its name.
    ///
    /// `hello` alone takes parameters that it does not know: it is how a newer client and an older server find out
    /// about each other.
    public func check(_ fields: [String: JSONValue]) throws(WireError) {
        for name in fields.keys.sorted() {
            guard let value = fields[name] else { continue }
            if let parameter = parameters.first(where: { $0.name == name }) {
                try check(value, parameter)
            } else if !takesMore {
                throw WireError(
                    .badField, "The field “\(name)” is not known here. The describe operation lists the fields.",
                    field: name)
            }
        }
        for parameter in parameters where parameter.isRequired && fields[parameter.name] == nil {
            throw WireError(.badField, "The field “\(parameter.name)” is missing.", field: parameter.name)
        }
    }

    var takesMore: Bool { own == .hello }

    private func check(_ value: JSONValue, _ parameter: CommandParameter) throws(WireError) {
        if let wanted = WireOperation.mistake(value, parameter) {
            throw WireError(.badField, "“\(parameter.name)” must be \(wanted).", field: parameter.name)
        }
    }

    /// What the value should have been; nil when it fits.
    private static func mistake(_ value: JSONValue, _ parameter: CommandParameter) -> String? {
        switch parameter.kind {
        case .flag: value.bool == nil ? "true or false" : nil
        case .object: value.object == nil ? "an object" : nil
        case .versions: isList(value) { $0.integer != nil } ? nil : "a list of version numbers, such as [1]"
        case .words: isList(value) { $0.string != nil } ? nil : "a list of words"
        case .text: value.string == nil ? "a text" : nil
        case .number: value.integer == nil ? "a whole number" : nil
        case .word(let words):
            value.string.map(words.contains) == true ? nil : "one of: \(words.joined(separator: ", "))"
        case .entry, .entries, .names: nil
        }
    }

    private static func isList(_ value: JSONValue, of fits: (JSONValue) -> Bool) -> Bool {
        value.array?.allSatisfy(fits) ?? false
    }
}
