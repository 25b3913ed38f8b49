import Facilitation
import JSONText
import SeededRandom

/// One line that a person of the simulation sends, with what they meant by it: what a record may make of it is held
/// against this, and not against what a reader of words thinks.
struct SimulatedLine {
    /// What the person gives with it.
    enum Gift: Hashable {
        /// Agreement with the statements of these entries; empty for whichever was said last.
        case agreement([Int])
        /// Support or better for what is under test.
        case support
        /// Yes to whatever was asked of them.
        case yes
        /// Something that sounds like support or agreement, and has to be asked about.
        case hint
        /// They take an objective on.
        case ownership
    }

    var actor: String
    var words: String
    var operation: (name: String, fields: [String: JSONValue])?
    var isPrivate = false
    var gift: Gift?
    /// A word that nobody else may see before the reveal.
    var secret: String?

    init(_ actor: String, _ words: String, isPrivate: Bool = false, gift: Gift? = nil, secret: String? = nil) {
        self.actor = actor
        self.words = words
        self.isPrivate = isPrivate
        self.gift = gift
        self.secret = secret
    }

    init(_ actor: String, operation name: String, _ fields: [String: JSONValue], isPrivate: Bool = false) {
        self.init(actor, "/\(name)", isPrivate: isPrivate)
        operation = (name, fields)
    }
}

/// Makes up who is in a room, and what they say next.
struct Talk {
    let setup: Setup
    let people: [SetupMember]
    private var chance: SeededGenerator
    private var secrets = 0
    private var points = 0

    static let facilitator = "x:helen"

    init(framework: Framework, chance: SeededGenerator) {
        var chance = chance
        let cast = [
            SetupMember(id: "x:ann", name: "Ann Shah", organisation: "Hill PCN", sector: "primary-care"),
            SetupMember(id: "x:bo", name: "Bo Reed", organisation: "Reed Trust", sector: "vcse"),
            SetupMember(id: "x:cy", name: "Cy Lane", organisation: "Lane Hub", sector: "vcse"),
            SetupMember(id: "x:dee", name: "Dee Holt", organisation: "Holt Homes", sector: "housing"),
            SetupMember(id: "x:eli", name: "Eli Ford", organisation: "Ford College", sector: "university"),
            SetupMember(id: "x:ann2", name: "Ann Moor", organisation: "Moor Council", sector: "local-government"),
        ]
        let count = 2 + chance.number(below: cast.count - 1)
        let people = Array(cast.shuffled(using: &chance).prefix(count))
        // Some come to a set-up that does not know them.
        let known = people.filter { _ in !chance.happens(oneIn: 5) }
        var setup = Setup(framework: framework)
        setup.title = "Simulated Place"
        setup.members =
            [SetupMember(id: Talk.facilitator, name: "Helen Moss", role: .facilitator)] + known
        if chance.happens(oneIn: 6) {
            setup.members.append(SetupMember(id: "x:obs", name: "Olive Watts", role: .observer))
        }
        setup.attribution = chance.pick([.named, .named, .chathamHouse, .anonymousGauge])
        setup.meeting = chance.pick([.development, .development, .formal])
        setup.closing = chance.pick([.facilitator, .facilitator, .whenAllAnswered])
        setup.membersPropose = chance.happens(oneIn: 4)
        self.setup = setup
        self.people = people
        self.chance = chance
    }

    // MARK: What comes next

    mutating func next(_ discussion: Discussion) -> SimulatedLine {
        // While somebody has not answered, it is theirs to speak.
        let isWaiting = discussion.step == .testing && !discussion.notAnswered.isEmpty
        return switch chance.number(below: 100) {
        case ..<(isWaiting ? 10 : 34): facilitatorLine(discussion)
        case ..<86: memberLine(discussion)
        case ..<93: anyCommand(discussion)
        default: hostileLine(discussion)
        }
    }

    /// Several people talk at once; nothing in it opens or answers a test.
    mutating func chatter(_ count: Int) -> [SimulatedLine] {
        (0..<count).map { _ in SimulatedLine(anybody(), point()) }
    }

    /// Everybody who is not in the room yet comes in.
    mutating func joining() -> [SimulatedLine] {
        people.filter { person in !setup.members.contains { $0.id == person.id } }.map {
            SimulatedLine($0.id ?? "", "/join \($0.name) | \($0.sector) | \($0.organisation)")
        }
    }

    mutating func anybody() -> String { chance.pick(people).id ?? "" }
    mutating func coin(oneIn count: Int) -> Bool { chance.happens(oneIn: count) }
    mutating func pick<Element>(_ elements: [Element]) -> Element { chance.pick(elements) }

    private mutating func statement(_ discussion: Discussion) -> Int? {
        let open = discussion.area?.openStatements.suffix(4).map(\.entry) ?? []
        return open.isEmpty ? nil : chance.pick(open)
    }

    private mutating func point() -> String {
        points += 1
        return chance.pick([
            "Point \(points): the hall could open on day \(points).",
            "I think we should share the list of vacancies, number \(points).",
            "Nobody has counted the empty rooms since 201\(points % 10).",
            "My worry is that the grants end before month \(points).",
            "The clinic on Mill Street is half empty on day \(points).",
            "We could ask the college for \(points) places.",
        ])
    }

    // MARK: Facilitators

    private mutating func facilitatorLine(_ discussion: Discussion) -> SimulatedLine {
        let helen = Talk.facilitator
        func say(_ words: String) -> SimulatedLine { SimulatedLine(helen, words) }
        switch discussion.step {
        case .unopened, .gathering: return say(chance.pick(["/start 8", "/start 1, 8", "/start", "/who"]))
        case .between: return say(chance.pick(["/next", "/area 2", "/area 8", "/overview", "/end", "/next"]))
        case .framed: return say(chance.pick(["/gauging", "/gauging", "/gauging", "/skip", "/settle emerging"]))
        case .gauging: return say(chance.pick(["/reveal", "/reveal", "/where", "/undo"]))
        case .revealed, .discussing:
            return say(
                chance.pick([
                    "/settle established", "/settle emerging", "/regauge", proposal("decide"), proposal("aim"),
                    "/framing", statement(discussion).map { "/decide #\($0)" } ?? "/where", "/settle expanding",
                ]))
        case .testing:
            return say(
                chance.pick([
                    "/close", "/close", "/close", "/majority", "/defer", "/amend We will share it by day \(points).",
                    "/where", "/apologies \(chance.pick(people).name)",
                ]))
        case .drafting:
            return say(
                chance.pick([
                    proposal("aim"), proposal("objective"), proposal("objective"), "/readback", "/regauge",
                    "/owner \(chance.pick(people).name)", "/due end of May 2027", "/baseline 2", "/target 9",
                ]))
        case .readingBack: return say(chance.pick(["/done", "/done", "/next", proposal("aim")]))
        case .paused: return say("/resume")
        case .closed: return say(chance.pick(["/start 2", "/draft", "/start 8"]))
        }
    }

    private mutating func proposal(_ command: String) -> String {
        points += 1
        let owner = chance.pick(people).name
        switch command {
        case "aim": return "/aim More local people in good work by 2028, group \(points)"
        case "decide": return "/decide Name local firms in tender \(points)"
        default:
            return chance.pick([
                "/objective \(owner) will publish list \(points) by end of March 2027, measured by bodies shown (0 of 6)",
                "/objective Publish list \(points)", "/objective \(owner) will open hall \(points) by June 2027",
            ])
        }
    }

    // MARK: Members

    private mutating func memberLine(_ discussion: Discussion) -> SimulatedLine {
        let actor = anybody()
        func say(_ words: String, _ gift: SimulatedLine.Gift? = nil) -> SimulatedLine {
            SimulatedLine(actor, words, gift: gift)
        }
        if chance.happens(oneIn: 14) { return takingBack(actor, discussion) }
        if chance.happens(oneIn: 10) {
            return chance.happens(oneIn: 4) ? say("no") : SimulatedLine(actor, "yes", isPrivate: true, gift: .yes)
        }
        switch discussion.step {
        case .gauging: return chance.happens(oneIn: 7) ? say(point()) : rating(actor)
        case .testing: return chance.happens(oneIn: 6) ? say(point()) : answer(actor)
        case .revealed, .discussing, .drafting, .readingBack: return opinion(actor, discussion)
        case .unopened, .gathering, .between, .framed, .paused, .closed:
            return say(chance.pick([point(), "Morning all.", "/interest I sit on the board of Reed Trust.", "/where"]))
        }
    }

    private mutating func rating(_ actor: String) -> SimulatedLine {
        let stage = chance.pick(["emerging", "established", "expanding", "not yet", "don't know", "no view"])
        if chance.happens(oneIn: 8) { return SimulatedLine(actor, stage) }
        secrets += 1
        let secret = "lantern\(secrets)"
        let confidence = chance.pick(["high", "medium", "low"])
        if chance.happens(oneIn: 4) {
            let id = ["not yet": "not-yet", "don't know": "dont-know", "no view": "no-view"][stage] ?? stage
            var line = SimulatedLine(
                actor, operation: "gauge",
                ["stage": .string(id), "confidence": .string(confidence), "evidence": .string("saw \(secret)")],
                isPrivate: true)
            line.secret = secret
            return line
        }
        return SimulatedLine(
            actor, "\(stage), \(confidence), because I saw \(secret)", isPrivate: true, secret: secret)
    }

    private mutating func answer(_ actor: String) -> SimulatedLine {
        let isPrivate = chance.happens(oneIn: 8)
        func say(_ words: String, _ gift: SimulatedLine.Gift? = nil) -> SimulatedLine {
            SimulatedLine(actor, words, isPrivate: isPrivate, gift: gift)
        }
        switch chance.number(below: 16) {
        case 0...4: return say(chance.pick(["support", "Support.", "/level support", "I support it"]), .support)
        case 5: return say(chance.pick(["full support", "/level full because it is ours already"]), .support)
        case 6: return say("I can live with it")
        case 7: return say("/level reservation because the money is short")
        case 8: return say("cannot yet because nobody has seen the costs")
        case 9: return say("/level block because it breaks the grant")
        case 10: return say("/abstain")
        case 11: return say("stand aside")
        case 12:
            var line = SimulatedLine(actor, operation: "level", ["level": "support"])
            line.gift = .support
            return line
        case 13: return say(chance.pick(["I suppose I could support that", "Sounds fine to me, mostly"]), .hint)
        case 14: return say("/level stand-aside because it is not ours")
        default: return say(chance.pick(Talk.noConsent))
        }
    }

    private mutating func opinion(_ actor: String, _ discussion: Discussion) -> SimulatedLine {
        func say(_ words: String, _ gift: SimulatedLine.Gift? = nil) -> SimulatedLine {
            SimulatedLine(actor, words, gift: gift)
        }
        guard let target = statement(discussion), !chance.happens(oneIn: 3) else {
            switch chance.number(below: 9) {
            case 0: return say("/minority The money should go to youth work first, point \(points)")
            case 1: return say("/park The car park, point \(points)")
            case 2: return say("/aim More apprentices by 2029, group \(points)")
            case 3: return say("/objective I will write list \(points) by May 2027", .ownership)
            default: return say(point())
            }
        }
        switch chance.number(below: 10) {
        case 0...2: return say("I agree with #\(target)", .agreement([target]))
        case 3: return say("/agree #\(target) because we tried it", .agreement([target]))
        case 4: return say(chance.pick(["+1", "👍"]), .agreement([]))
        case 5, 6: return say("/disagree #\(target) because it was tried in May")
        case 7: return say("/unsure #\(target)")
        case 8: return say("I'd go along with #\(target) mostly", .hint)
        default:
            return say(chance.pick(["I'd agree with #\(target) if the money came first.", "Is #\(target) agreed?"]))
        }
    }

    private mutating func takingBack(_ actor: String, _ discussion: Discussion) -> SimulatedLine {
        let entry = 1 + chance.number(below: 60)
        let own = discussion.area?.openStatements.last { discussion.people[$0.by].id == actor }?.entry
        return SimulatedLine(
            actor,
            chance.pick([
                "/undo", "/withdraw", "/withdraw \(entry)", "/correct \(own ?? entry) It was day \(entry), not before.",
                "/withdraw \(own ?? entry)", "undo",
            ]))
    }
}
