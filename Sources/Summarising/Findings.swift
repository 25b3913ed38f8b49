/// Sentences that sound like a decision or like something that somebody takes on.
///
/// Two people who mark decisions in the same talk seldom mark the same sentences, so what is found is a place to
/// look at, and never counts as decided.
struct Findings {
    /// Rows of sentences, in the order of the meeting.
    let decisions: [Int]
    let actions: [Int]

    /// Talk about one decision runs over this many sentences before and after.
    private static let decisionReach = 3
    private static let actionReach = 2
    /// More than one in so many sentences is no help to a reader: the likeliest stay.
    private static let sentencesPerFinding = 40
    private static let likeliestMax = 12
    /// What people decide on fits in so many words; longer ones are speeches. Errands come with more detail.
    private static let decisionWordsMax = 40
    private static let actionWordsMax = 80

    /// Words that say outright that something was decided, and words before them that turn that round.
    private static let deciding = PhraseFinder([
        [
            "we have decided", "we decided", "we have agreed", "we agreed", "we are agreed", "we are all agreed",
            "it is agreed", "it was agreed", "that is agreed", "that is decided", "it is decided", "the decision is",
            "our decision is", "we have settled on", "so agreed",
        ],
        [
            "not", "if", "whether", "until", "before", "had", "when", "where", "once", "unless", "what", "who", "how",
        ],
    ])
    /// Verbs of errands, and who is sent on them; words before them that take it back; requests.
    private static let promising: PhraseFinder = {
        let verbs = [
            "send", "write", "draft", "circulate", "email", "contact", "arrange", "organise", "invite", "ring", "phone",
            "speak to", "talk to", "find out", "bring", "report back", "set up", "book", "share",
        ]
        func phrases(_ starts: [String]) -> [String] { starts.flatMap { start in verbs.map { "\(start) \($0)" } } }
        return PhraseFinder([
            phrases(["will", "i can", "i am going to", "shall"]), ["not", "if", "would", "who", "they", "it", "you"],
            phrases(["can you", "could you", "will you", "please"]),
        ])
    }()
    private static let actionHeadings: Set<String> = ["action", "actions", "todo", "to", "next"]

    init(_ model: MeetingModel, _ table: FeatureTable, _ weights: LearntWeights) {
        let heading = FeatureTable.column(.heading)
        let reader = Findings.deciding.reader(of: model.vocabulary)
        let rows = (0..<model.count).filter { model.clean[$0].wordCount >= Weighing.wordsMin }
        let headed = (0..<model.count).filter { table.value($0, heading) > 0 && model.clean[$0].wordCount > 1 }
        let plain = rows.filter { table.value($0, heading) == 0 }
        let isAction = { (row: Int) in Findings.actionHeadings.contains(model.words(row).first ?? "") }

        let decisionScores = Weighing.scores(table, weights.decision, reach: Findings.decisionReach)
        decisions = Findings.union(
            headed.filter { !isAction($0) }, plain.filter { Findings.saysDecided(model.clean[$0], reader) },
            Findings.likeliest(plain.filter { model.clean[$0].wordCount <= Findings.decisionWordsMax }, decisionScores))

        let actionScores = Weighing.scores(table, weights.action, reach: Findings.actionReach)
        let told = [Feature.toldTo, .takesOn, .othersWill, .groupWill].map(FeatureTable.column)
        let task = [Feature.taskWord, .taskTime].map(FeatureTable.column)
        let assigned = plain.filter { row in told.contains { table.value(row, $0) > 0 } }
        let dated = assigned.filter { row in
            task.allSatisfy { table.value(row, $0) > 0 } && !model.words(row).contains("if")
                && model.clean[row].tokens.last?.ending != .question
        }
        let promises = Findings.promising.reader(of: model.vocabulary)
        let promised = plain.filter { Findings.promises(model.clean[$0], promises) }
        actions = Findings.union(
            headed.filter(isAction), dated, promised,
            Findings.likeliest(assigned.filter { model.clean[$0].wordCount <= Findings.actionWordsMax }, actionScores))
    }

    private static func union(_ rows: [Int]...) -> [Int] { Set(rows.joined()).sorted() }

    /// The rows that score above 0: of many, the highest.
    private static func likeliest(_ rows: [Int], _ scores: [Double]) -> [Int] {
        let found = rows.filter { scores[$0] > 0 }
        let most = min(max(1, scores.count / sentencesPerFinding), likeliestMax)
        return Array(found.sorted { (-scores[$0], $0) < (-scores[$1], $1) }.prefix(most))
    }

    /// "We agreed to …" without anything before it that would turn it round.
    private static func saysDecided(_ sentence: CleanSentence, _ reader: PhraseFinder.Reader) -> Bool {
        var first = Int.max
        var turned = Int.max
        reader.find(in: sentence) { place, index in
            if place == 0 { first = min(first, index) }
            if place == 1 { turned = min(turned, index) }
        }
        return first < Int.max && turned > first && sentence.tokens.last?.ending != .question
    }

    /// "I'll write", "Ann will bring", "can you send".
    private static func promises(_ sentence: CleanSentence, _ reader: PhraseFinder.Reader) -> Bool {
        var found: Int?
        var isTurned = false
        reader.find(in: sentence) { place, index in
            if place == 1 { isTurned = isTurned || found == nil } else { found = found ?? place }
        }
        return found == 2 || (found == 0 && !isTurned && sentence.tokens.last?.ending != .question)
    }
}
