import Facilitation

/// Cuts a line into tokens.
struct CheckedTokeniser {
    let phrases: CheckedPhrases
    let index: CheckerIndex
    private let text: [MarkedCharacter]
    private var position = 0
    private var tokens: [CheckedToken] = []

    init(_ text: [MarkedCharacter], phrases: CheckedPhrases, index: CheckerIndex) {
        self.text = text
        self.phrases = phrases
        self.index = index
    }

    static func tokens(
        _ text: [MarkedCharacter], phrases: CheckedPhrases, index: CheckerIndex
    ) -> [CheckedToken] {
        var tokeniser = CheckedTokeniser(text, phrases: phrases, index: index)
        tokeniser.run()
        return tokeniser.tokens
    }

    private mutating func run() {
        while position < text.count {
            let mark = text[position]
            let isWordStart =
                position == 0 || !text[position - 1].character.isWordPart || !mark.character.isWordPart
            if mark.character == " " {
                position += 1
            } else if mark.isCellEnd {
                take(.cellEnd, 1)
            } else if "\u{201C}\"".contains(mark.character) {
                quote(closing: mark.character == "\"" ? "\"" : "\u{201D}")
            } else if isWordStart, let found = phrases.match(in: text, at: position) {
                take(found.token, found.length)
            } else if mark.character == "[", !mark.isEscaped, citation() {
                continue
            } else if mark.character == "#", let number = digits(at: position + 1) {
                take(.item(ItemID(.statement, number.value).name), 1 + number.length)
            } else if let number = digits(at: position) {
                numberOrDate(number)
            } else if mark.character.isLetter {
                word()
            } else {
                take(.mark(mark.character), 1)
            }
        }
    }

    private mutating func take(_ token: CheckedToken, _ length: Int) {
        tokens.append(token)
        position += length
    }

    private mutating func quote(closing: Character) {
        let start = position + 1
        guard let end = text[start...].firstIndex(where: { $0.character == closing || $0.isCellEnd }),
            !text[end].isCellEnd
        else {
            take(.openQuote, 1)
            return
        }
        take(.quote(String(text[start..<end].map(\.character))), end + 1 - position)
    }

    /// A run of more entries than this is no citation: no draft has one, and each entry would be looked up.
    private static let citedRunMax = 10_000

    /// `[14, 31]`, or `[5–9, 14]` for each entry from the first to the last; anything else in brackets is text.
    private mutating func citation() -> Bool {
        guard let end = text[position...].firstIndex(where: { $0.character == "]" && !$0.isEscaped }) else {
            return false
        }
        let pieces = text[(position + 1)..<end].map(\.character).split(
            separator: ",", omittingEmptySubsequences: false)
        var numbers: [Int] = []
        for piece in pieces {
            let ends = piece.split(omittingEmptySubsequences: false) { $0 == "–" || $0 == "-" }
                .map { Int(String($0.drop { $0 == " " || $0 == "#" })) }
            guard ends.count <= 2, let first = ends.first ?? nil, let last = ends.last ?? nil, first <= last,
                last - first < CheckedTokeniser.citedRunMax
            else { return false }
            numbers += first...last
        }
        take(.citation(numbers), end + 1 - position)
        return true
    }

    /// Digits, with commas between thousands.
    private func digits(at start: Int) -> (value: Int, length: Int)? {
        guard start < text.count, text[start].character.isASCII, text[start].character.isNumber else {
            return nil
        }
        var digits = ""
        var end = start
        while end < text.count {
            let character = text[end].character
            if character.isASCII, character.isNumber {
                digits.append(character)
            } else if character != "," || !isThousands(after: end) {
                break
            }
            end += 1
        }
        return (Int(digits) ?? Int.max, end - start)
    }

    private func isThousands(after comma: Int) -> Bool {
        guard comma + 3 < text.count else { return false }
        let isDigit = (1...3).allSatisfy {
            text[comma + $0].character.isASCII && text[comma + $0].character.isNumber
        }
        return isDigit && (comma + 4 == text.count || !text[comma + 4].character.isNumber)
    }

    private mutating func numberOrDate(_ number: (value: Int, length: Int)) {
        var after = position + number.length
        var words: [String] = []
        var ends: [Int] = []
        while words.count < 2, after < text.count, text[after].character == " " {
            let word = text[(after + 1)...].prefix { $0.character.isWordPart }.map(\.character)
            words.append(String(word))
            after += 1 + word.count
            ends.append(after)
        }
        if words.count == 2, let month = CivilDate.monthNames.firstIndex(of: words[0]),
            let year = Int(words[1]),
            let date = CivilDate(iso: CivilDate(year: year, month: month + 1, day: min(number.value, 99)).iso)
        {
            take(.date(date), ends[1] - position)
        } else {
            take(.number(number.value), number.length)
        }
    }

    private mutating func word() {
        let word = text[position...].prefix {
            $0.character.isWordPart || $0.character == "'" || $0.character == "\u{2019}"
        }
        let string = String(word.map { $0.character == "\u{2019}" ? "'" : $0.character })
        take(item(string).map(CheckedToken.item) ?? .word(string), word.count)
    }

    /// `A1`, `D2`, `O3`; in lower case only when the record has it, since `a4` is also a size of paper.
    private func item(_ word: String) -> String? {
        guard let first = word.first, "aAdDoO".contains(first), word.count > 1,
            word.dropFirst().allSatisfy({ $0.isASCII && $0.isNumber })
        else { return nil }
        let id = word.lowercased()
        return first.isUppercase || index.proposal(id) != nil ? id : nil
    }
}

/// What a phrase counts.
enum CountLabel: Hashable {
    case level(Level), stance(Stance), confidence(Confidence)
    case stage(String)
    case answered, notAnswered, present
    /// How many a quorum needs.
    case needed
    case decisions, aims, objectives, parked, minorityViews, waitingViews

    /// True for the labels that count the items of an area and not the answers to one.
    var isOfItems: Bool {
        switch self {
        case .decisions, .aims, .objectives, .parked, .minorityViews, .waitingViews: true
        case .level, .stance, .confidence, .stage, .answered, .notAnswered, .present, .needed: false
        }
    }
}

/// What a draft may say, as the checker understands it: its own list, so that a slip in the drafts' wording
/// cannot hide itself.
enum CheckedElement: Hashable {
    case token(CheckedToken)
    case label(CountLabel)
    case outcome([OutcomeWord], isFormalVerb: Bool)
    case quantifier(Quantifier)
    case round(Int)
    case positionWord
    case field(ObjectivePart)
    case handlingWord
    case horizon(Horizon)
    case no
}

enum CheckerLexicon {
    typealias Phrase = (words: [String], element: CheckedElement)

    /// By first word, the longest phrase first.
    static let phrases: [String: [Phrase]] = {
        var table: [String: [Phrase]] = [:]
        for (text, element) in outcomes + labels + others {
            let words = text.split(separator: " ").map(String.init)
            table[words[0], default: []].append((words, element))
        }
        return table.mapValues { $0.sorted { $0.words.count > $1.words.count } }
    }()

    private static let outcomes: [(String, CheckedElement)] = [
        ("agreed", .outcome([.agreed], isFormalVerb: true)),
        ("approved", .outcome([.agreed], isFormalVerb: true)),
        ("endorsed", .outcome([.agreed], isFormalVerb: true)),
        ("decided", .outcome([.agreed], isFormalVerb: true)), ("adopted", .outcome([.agreed], isFormalVerb: true)),
        ("ratified", .outcome([.agreed], isFormalVerb: true)),
        ("resolved", .outcome([.agreed], isFormalVerb: true)),
        ("agreed with reservations", .outcome([.agreedWithReservations], isFormalVerb: true)),
        ("agreed with a reservation", .outcome([.agreedWithReservations], isFormalVerb: true)),
        ("agreed with one reservation", .outcome([.agreedWithReservations], isFormalVerb: true)),
        ("agreed with people standing aside", .outcome([.agreedWithReservations], isFormalVerb: true)),
        ("agreed by those who answered", .outcome([.agreedByThoseWhoAnswered], isFormalVerb: true)),
        ("supported in discussion", .outcome([.agreed], isFormalVerb: false)),
        (
            "supported in discussion with reservations",
            .outcome([.agreedWithReservations], isFormalVerb: false)
        ),
        (
            "supported in discussion with people standing aside",
            .outcome([.agreedWithReservations], isFormalVerb: false)
        ),
        ("supported by those who answered", .outcome([.agreedByThoseWhoAnswered], isFormalVerb: false)),
        (
            "majority position minority view recorded",
            .outcome([.majorityWithMinorityView], isFormalVerb: false)
        ),
        ("majority position", .outcome([.majorityWithMinorityView], isFormalVerb: false)),
        ("a majority position", .outcome([.majorityWithMinorityView], isFormalVerb: false)),
        (
            "a majority position minority view recorded",
            .outcome([.majorityWithMinorityView], isFormalVerb: false)
        ),
        ("not agreed", .outcome([.notAgreed], isFormalVerb: false)),
        ("not supported", .outcome([.notAgreed], isFormalVerb: false)),
        ("deferred", .outcome([.deferred], isFormalVerb: false)),
        ("parked", .outcome([.parked], isFormalVerb: false)),
        ("left open", .outcome([.open], isFormalVerb: false)),
        ("still open", .outcome([.open], isFormalVerb: false)),
    ]

    private static let labels: [(String, CheckedElement)] = [
        ("full support", .label(.level(.full))), ("fully support", .label(.level(.full))),
        ("support", .label(.level(.support))), ("supports", .label(.level(.support))),
        ("reservation", .label(.level(.reservation))), ("reservations", .label(.level(.reservation))),
        ("stand aside", .label(.level(.standAside))), ("stands aside", .label(.level(.standAside))),
        ("stood aside", .label(.level(.standAside))), ("standing aside", .label(.level(.standAside))),
        ("cannot yet", .label(.level(.cannotYet))), ("cannot support it yet", .label(.level(.cannotYet))),
        ("block", .label(.level(.block))), ("blocks", .label(.level(.block))),
        ("blocked", .label(.level(.block))),
        ("abstain", .label(.level(.abstain))), ("abstains", .label(.level(.abstain))),
        ("abstained", .label(.level(.abstain))),
        ("agree", .label(.stance(.agree))), ("agrees", .label(.stance(.agree))),
        ("disagree", .label(.stance(.disagree))), ("disagrees", .label(.stance(.disagree))),
        ("disagreed", .label(.stance(.disagree))), ("unsure", .label(.stance(.unsure))),
        ("high", .label(.confidence(.high))), ("medium", .label(.confidence(.medium))),
        ("low", .label(.confidence(.low))),
        ("gave no view", .label(.stage(SpecialStage.noView))),
        ("answered don't know", .label(.stage(SpecialStage.dontKnow))),
        ("present answered", .label(.answered)), ("answered", .label(.answered)),
        ("members answered", .label(.answered)),
        ("not answered", .label(.notAnswered)), ("did not answer", .label(.notAnswered)),
        ("had not answered", .label(.notAnswered)), ("has not answered", .label(.notAnswered)),
        ("were needed", .label(.needed)), ("was needed", .label(.needed)),
        ("members present", .label(.present)), ("members were present", .label(.present)),
        ("present", .label(.present)),
        ("decision", .label(.decisions)), ("decisions", .label(.decisions)),
        ("aim", .label(.aims)), ("aims", .label(.aims)), ("shared aim", .label(.aims)),
        ("shared aims", .label(.aims)),
        ("objective", .label(.objectives)), ("objectives", .label(.objectives)),
        ("parked item", .label(.parked)), ("parked items", .label(.parked)),
        ("minority view", .label(.minorityViews)), ("minority views", .label(.minorityViews)),
        ("minority view waits", .label(.waitingViews)), ("minority views wait", .label(.waitingViews)),
    ]

    private static let others: [(String, CheckedElement)] = [
        ("all", .quantifier(.all)), ("every", .quantifier(.all)), ("everyone", .quantifier(.all)),
        ("everybody", .quantifier(.all)), ("both", .quantifier(.all)), ("unanimously", .quantifier(.all)),
        ("most", .quantifier(.most)), ("the majority", .quantifier(.most)),
        ("a majority", .quantifier(.most)),
        ("some", .quantifier(.some)), ("several", .quantifier(.some)), ("a few", .quantifier(.some)),
        ("none", .quantifier(.none)), ("nobody", .quantifier(.none)), ("no one", .quantifier(.none)),
        ("one", .quantifier(.one)), ("no", .no),
        ("position", .positionWord),
        ("first round", .round(1)), ("second round", .round(2)), ("third round", .round(3)),
        ("owner", .field(.owner)), ("due", .field(.due)), ("due date", .field(.due)), ("date", .field(.due)),
        ("measure", .field(.measure)), ("baseline", .field(.baseline)), ("target", .field(.target)),
        ("handling", .handlingWord),
        ("this year", .horizon(.thisYear)), ("three years", .horizon(.threeYears)),
        ("five years", .horizon(.fiveYears)), ("ten years", .horizon(.tenYears)),
    ]

    /// Numbers that people write in letters; *one* is a quantifier here, since it is a pronoun as often as
    /// a number.
    static let numberWords = [
        "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
        "eleven": 11,
        "twelve": 12,
    ]

    /// Words that stand with a capital in the middle of a sentence and name nobody in the record.
    static let capitalised: Set<String> = Set(
        ("I Partnership Board Council Committee Trust Chatham House Rule Common Ground England English "
            + "Monday Tuesday Wednesday Thursday Friday Saturday Sunday Chair Gap Ref Area Text Outcome "
            + "Answers Entries Progress Overdue Horizon Action Owner Due Status Position Parked Decision Aim Objective Round Room Minority "
            + "Reservation Interest")
            .split(separator: " ").map(String.init) + CivilDate.monthNames)

    /// Whether drafts use these words for something else than a name.
    static func has(_ text: String) -> Bool {
        let words = text.lowercased().split(separator: " ").map(String.init)
        guard let first = words.first else { return false }
        let isNumber = words.count == 1 && numberWords[first] != nil
        return isNumber || phrases[first, default: []].contains { $0.words == words }
    }

    /// Tokens with their phrases put together; a comma inside a phrase does not break it.
    static func elements(_ tokens: [CheckedToken]) -> [CheckedElement] {
        var elements: [CheckedElement] = []
        var index = 0
        while index < tokens.count {
            if let word = tokens[index].word?.lowercased() {
                if word == "round", index + 1 < tokens.count, case .number(let round) = tokens[index + 1] {
                    elements.append(.round(round))
                    index += 2
                    continue
                }
                if let found = match(tokens, at: index, word) {
                    elements.append(found.element)
                    index += found.length
                    continue
                }
                if let number = numberWords[word] {
                    elements.append(.token(.number(number)))
                    index += 1
                    continue
                }
            }
            if case .stage(let stage) = tokens[index] {
                elements.append(.label(.stage(stage)))
            } else {
                elements.append(.token(tokens[index]))
            }
            index += 1
        }
        return elements
    }

    private static func match(
        _ tokens: [CheckedToken], at start: Int, _ first: String
    ) -> (element: CheckedElement, length: Int)? {
        for phrase in phrases[first] ?? [] {
            var index = start + 1
            var matched = 1
            while matched < phrase.words.count, index < tokens.count {
                if case .mark(let mark) = tokens[index], mark == "," || mark == "-" {
                    index += 1
                    continue
                }
                guard tokens[index].word?.lowercased() == phrase.words[matched] else { break }
                matched += 1
                index += 1
            }
            if matched == phrase.words.count { return (phrase.element, index - start) }
        }
        return nil
    }
}
