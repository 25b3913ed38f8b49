/// What an item is called in a record and on the wire: `s14`, `d1`, `a1`, `o1`, or `test-46` for a test that does not
/// stand. The position of an area has no number, and is called `position`.
public struct ItemID: Sendable, Hashable {
    public enum Kind: String, Sendable, CaseIterable {
        /// By the line in which it was said.
        case statement = "s"
        case decision = "d"
        case aim = "a"
        case objective = "o"
        /// By the line that opened it.
        case test = "test-"
    }

    public let kind: Kind
    public let number: Int

    public init(_ kind: Kind, _ number: Int) {
        self.kind = kind
        self.number = number
    }

    /// Nil for any other text.
    public init?(_ name: String) {
        let letters = name.prefix { !($0.isASCII && $0.isNumber) }
        guard let kind = Kind(rawValue: String(letters)), let number = Int(name.dropFirst(letters.count)) else {
            return nil
        }
        self.init(kind, number)
    }

    public var name: String { "\(kind.rawValue)\(number)" }
}
