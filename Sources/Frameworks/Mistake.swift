import Facilitation

/// Something in a pack or a set-up that cannot be used as it is. The sentence for people is made by
/// ``MistakeText``.
public struct Mistake: Error, Sendable, Hashable {
    /// Counts from 1 in the list that this mistake belongs to.
    public var number: Int
    /// The file in which it stands; nil for JSON from the wire.
    public var source: String?
    public var place: Place
    public var kind: Kind

    public init(number: Int = 1, source: String? = nil, place: Place, kind: Kind) {
        self.number = number
        self.source = source
        self.place = place
        self.kind = kind
    }

    /// What a mistake is about.
    public enum Subject: Sendable, Hashable {
        /// The value of a key.
        case key(String)
        /// One item of the list under a key.
        case item(of: String)
        /// The file or the object as a whole.
        case whole
    }

    public enum ValueType: Sendable, Hashable { case text, number, flag, list, keys, nothing }

    /// Why a file cannot be read as YAML.
    public enum SyntaxProblem: Sendable, Hashable {
        case strayColon, strayCharacter, unevenIndent, openEnd, wrongEscape, controlCharacter,
            severalDocuments
        /// In the parser's own words.
        case other(String)
    }

    public enum Kind: Sendable, Hashable {
        // The file.
        case noSuchFile(String)
        case unreadableFile(String)
        /// The folder of this user's own packs.
        case unreadableFolder(String)
        case fileTooBig(bytesMax: Int)
        case notUnicode
        case syntax(SyntaxProblem)
        /// YAML's `&name` and `*name`: a small file can unfold to gigabytes with them, so they are not used
        /// here.
        case alias
        case duplicateKey(String)
        case keyNotText
        case tooDeep(levelsMax: Int)
        // Any key.
        case unknownKey(String, nearest: String?, known: [String])
        case missing(String)
        case wrongType(Subject, expected: ValueType, found: ValueType)
        case tooMany(Subject, count: Int, most: Int)
        case tooFew(Subject, count: Int, least: Int)
        case tooLong(Subject, letters: Int, most: Int)
        case hiddenCharacter(Subject, code: UInt32)
        case unknownWord(String, Subject, allowed: [String], nearest: String?)
        case badDate(String)
        case dayHasPassed(String)
        case numberOutOfRange(String, Subject, least: Int, most: Int)
        // Ids.
        case notAnID(String, suggestion: String?)
        case duplicateID(String, first: Place)
        case reservedStage(String)
        /// A stage with the name of another one.
        case sameStage(String, first: Place)
        /// A stage with a name that is an answer to a proposal.
        case levelAsStage(String)
        /// An area with figures alone for a name.
        case numberAsName(String)
        case unknownStage(String, nearest: String?, stages: [String])
        case unknownArea(String, nearest: String?)
        case noSuchNumber(String, areas: Int)
        // Set-ups.
        case noSuchPack(String, nearest: String?, known: [String])
        case fileNotAllowed(String)
        case badTolerance(String)
        case badQuorum(String)
        case unknownZone(String, nearest: String?)
        case badLanguage(String)
        // Sentences with slots.
        /// A slot that nothing fills, or one that stands there twice; `left` are those that are still wanted.
        case unknownSlot(String, nearest: String?, left: [String])
        case slotLeftOut(String)
        /// Two people of the same name who cannot be told apart.
        case sameName(String, first: Place)
        /// Two people of the same name with different ids: allowed, but the room should know.
        case sharedName(String, first: Place)
        /// A name that nobody may have, and why.
        case badName(String, PersonName.Fault)
        /// A name that reads like another one, written in another way.
        case lookAlike(String, of: String, first: Place)
        /// An id for a member such as only the program makes.
        case madeID(String)
        /// No facilitator has an id, so that in a chat nobody could facilitate: worth knowing.
        case facilitatorWithoutID(String)
        // Grants.
        /// A principal with a name under which the program itself keeps lines.
        case ownPrincipal(String)
        /// A list of roles with nothing in it.
        case noRoles
        case badPattern(String)
        case badToken(least: Int)
        /// Both `token` and `tokenFile`.
        case tokenTwice
        /// Two principals with one token: nobody could tell who connects. The token itself is never told.
        case sameToken(String, of: String, first: Place)
        /// Two principals of one room that would both speak for the people of this pattern.
        case sharedActors(String, with: String, first: Place)
        // The adapter for matterbridge.
        case badURL(String)
        /// What is to stand for the slash of a command.
        case badSign(String)
        /// A gateway or a room that two links name.
        case linkedTwice(String, first: Place)
    }
}

/// What came of reading a pack or a set-up.
public struct Checked<Value: Sendable>: Sendable {
    /// Nil when there is any mistake.
    public var value: Value?
    /// All of them, in the order in which they stand, numbered from 1.
    public var mistakes: [Mistake]
    /// Worth knowing, in the way of nothing; numbered by themselves.
    public var warnings: [Mistake]

    public init(value: Value?, mistakes: [Mistake] = [], warnings: [Mistake] = []) {
        self.value = value
        self.mistakes = mistakes
        self.warnings = warnings
    }
}

/// Collects mistakes while a tree is read.
final class Findings {
    private var mistakes: [Mistake] = []
    private var warnings: [Mistake] = []
    let source: String?

    init(source: String?) { self.source = source }

    func add(_ kind: Mistake.Kind, at place: Place) {
        mistakes.append(Mistake(source: source, place: place, kind: kind))
    }
    func warn(_ kind: Mistake.Kind, at place: Place) {
        warnings.append(Mistake(source: source, place: place, kind: kind))
    }
    /// Takes over what was found in another file.
    func add(contentsOf others: [Mistake]) { mistakes.append(contentsOf: others) }

    func checked<Value>(_ value: Value?) -> Checked<Value> {
        Checked(
            value: mistakes.isEmpty ? value : nil, mistakes: Findings.numbered(mistakes),
            warnings: Findings.numbered(warnings))
    }

    /// In the order of the file, so that a person can walk down it. Paths keep the order in which they were
    /// found.
    private static func numbered(_ mistakes: [Mistake]) -> [Mistake] {
        func position(_ mistake: Mistake) -> (Int, Int) {
            if case .position(let line, let column) = mistake.place { (line, column) } else { (0, 0) }
        }
        let ordered = mistakes.enumerated().sorted { left, right in
            guard left.element.source == right.element.source else { return left.offset < right.offset }
            let (first, second) = (position(left.element), position(right.element))
            return first == second ? left.offset < right.offset : first < second
        }
        return ordered.enumerated().map { index, found in
            var mistake = found.element
            mistake.number = index + 1
            return mistake
        }
    }
}
