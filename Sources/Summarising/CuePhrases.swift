/// Phrases that people put decisions and actions in.
enum CuePhrases {
    /// Which phrases tell of what. "I'm gonna" and "I am going to" are the same here: see ``plain(_:)``.
    static let lists: [(feature: Feature, phrases: [String])] = [
        (
            .toldTo,
            [
                "you will", "you are going to", "you have to", "you need to", "you should", "you can", "you could",
                "you must", "you guys", "you are looking at", "need you", "want you", "like you to", "can you",
                "could you", "would you", "will you", "you two", "both of you", "please", "your task", "for you it is",
                "ask you to", "leave it to you", "like the",
            ]
        ),
        (
            .takesOn,
            [
                "i will", "i am going to", "i can do", "i shall", "let me", "i am supposed to", "i have to",
                "i need to",
                "i can send", "i can take", "leave it with me", "i am happy to", "i have put",
            ]
        ),
        (
            .othersWill,
            [
                "is going to", "are going to", "he will", "she will", "they will", "will be", "will work", "will look",
                "to work on", "will do", "will take", "will send", "will write", "will draft", "will ask", "will bring",
                "will prepare", "will find", "will check", "is on", "will report", "will share", "will speak",
            ]
        ),
        (
            .groupWill,
            [
                "we will", "we are going to", "we have to", "we need to", "we should", "we must", "we are having",
                "we want", "we can", "we shall",
            ]
        ),
        (
            .taskWord,
            [
                "work", "prepare", "send", "find out", "look at", "look into", "look", "check", "write", "complete",
                "put",
                "save", "focus", "focused", "draft", "report back", "email", "circulate", "share", "bring", "contact",
                "arrange", "finish", "design", "decide", "figure out", "think about", "work on", "update", "organise",
                "invite", "ring", "set up", "come up with", "speak to", "talk to", "find",
            ]
        ),
        (
            .taskTime,
            [
                "next meeting", "next phase", "next time", "tomorrow", "monday", "tuesday", "wednesday", "thursday",
                "friday", "next week", "next month", "before the", "deadline", "by the end", "in the meantime",
                "after lunch", "before lunch", "by january", "by february", "by march", "by april", "by may", "by june",
                "by july", "by august", "by september", "by october", "by november", "by december", "this afternoon",
                "as soon as", "at the end",
            ]
        ),
        (
            .taskNoun,
            [
                "action", "actions", "task", "tasks", "assignment", "assignments", "responsible", "questionnaire",
                "instructions", "report", "minutes", "folder", "summary", "presentations", "documents", "prototype",
            ]
        ),
        (
            .settled,
            [
                "decided", "decision", "agreed", "we agree", "settled", "final", "definitely", "go for", "go with",
                "going for", "going with", "stick with", "gone for", "chosen", "opted", "approved", "we are all agreed",
                "worked out that", "so that is it", "that is decided", "then we have", "we will have", "we will use",
            ]
        ),
        (.letUs, ["let us", "shall we", "why do not we"]),
        (
            .shape,
            [
                "it will be", "has to be", "should be", "must be", "would be", "will have", "should have",
                "needs to be",
                "has to have", "will use", "we use", "we have",
            ]
        ),
        (
            .approval,
            [
                "good idea", "i like", "that is fine", "sounds good", "fine by me", "happy with", "that is good",
                "i think so", "all right then", "okay then",
            ]
        ),
        (
            .heading,
            [
                "decision", "decisions", "action", "actions", "agreed", "decided", "action point", "to do", "todo",
                "next steps",
            ]
        ),
    ]

    static let finder = PhraseFinder(lists.map(\.phrases))
}

extension FeatureMaking {
    func setCues() {
        let model = model
        var counts = CuePhrases.lists.map { _ in Array(repeating: 0.0, count: model.count) }
        let headings = CuePhrases.lists.count - 1
        let reader = CuePhrases.finder.reader(of: model.vocabulary)
        for row in 0..<model.count {
            reader.find(in: model.clean[row]) { place, index in
                // A heading stands first and has a colon after it.
                guard place != headings || (index == 0 && model.beginsWithHeading(row)) else { return }
                counts[place][row] = min(counts[place][row] + 1, 2)
            }
        }
        for (place, list) in CuePhrases.lists.enumerated() { table.set(list.feature) { counts[place][$0] } }
        let near: [(Feature, Int)] = [
            (.toldToNear, 0), (.takesOnNear, 1), (.othersWillNear, 2), (.groupWillNear, 3), (.taskNounNear, 6),
            (.settledNear, 7),
        ]
        for (feature, place) in near {
            let means = Windows(counts[place]).means(reach: 5)
            table.set(feature) { means[$0] * 11 - counts[place][$0] }
        }
    }
}

extension MeetingModel {
    /// The words of a clean sentence, in small letters.
    func words(_ row: Int) -> [String] {
        clean[row].tokens.compactMap { token in token.word.map { vocabulary[$0].text } }
    }

    /// True for "Decision: …" and its like.
    func beginsWithHeading(_ row: Int) -> Bool {
        clean[row].tokens.prefix(2).contains { $0.text.utf8.last == UInt8(ascii: ":") }
    }
}
