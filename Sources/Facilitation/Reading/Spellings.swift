/// Spellings of everyday words that no table holds: Scots and northern forms, short forms of chat, slips of the keyboard.
///
/// Each stands for one word, so that every reader hears *ah cannae support it* as *I can't support it*. Only words that no
/// table knows are looked up, and what people typed is kept as typed.
enum Spellings {
    /// Puts the words that spellings stand for in their place; marks, numbers and known words stay as they are.
    static func settle(_ words: inout [Words.Word]) {
        for index in words.indices where words[index].kind == .word {
            let word = words[index]
            if word.number == Lexicon.unknown, let plain = standard(word.key, isCapital: word.isCapital) {
                put(plain, in: &words[index])
            } else if word.key == "no", isScotsNot(at: index, in: words) {
                put("not", in: &words[index])
            } else if word.key == "w", isWith(at: index, in: words) {
                put("with", in: &words[index])
            } else if word.key == "ah", index + 1 < words.count, afterSpeaker.contains(settled(words[index + 1])) {
                put("i", in: &words[index])
            }
        }
    }

    /// *im w/ Tariq*, *agree w Sam*
    private static func isWith(at index: Int, in words: [Words.Word]) -> Bool {
        guard index > 0, index + 1 < words.count, !words[index].isCapital else { return false }
        // *Sam W on the buses* has an initial.
        return words[index + 1].isMark("/")
            || words[index + 1].kind == .word && words[index - 1].number != Lexicon.unknown
    }

    private static let beforeScotsNot = WordSet("im am its youre hes shes theyre")
    private static let afterScotsNot = WordSet(
        """
        persuaded convinced sure certain against happy for with buying supporting sold keen ready there having going
        """)
    private static let afterEnglishNo = WordSet("doubt longer more problem worries bother objection objections")

    /// *I'm no persuaded*, *I'll no argue*, *I've no changed my mind*: Scots for *not*.
    private static func isScotsNot(at index: Int, in words: [Words.Word]) -> Bool {
        guard index > 0, index + 1 < words.count else { return false }
        let (before, after) = (words[index - 1].key, words[index + 1])
        let isWill = before == "ill" || words[index - 1].isWeWill
        if isWill { return after.kind == .word && !afterEnglishNo.contains(after) }
        if beforeScotsNot.contains(before) { return afterScotsNot.contains(after) }
        return (before == "ive" || before == "weve") && after.key.hasSuffix("ed") && !after.key.hasSuffix("eed")
    }

    /// Words cut short with an apostrophe.
    static let clipped: [WordKey: WordKey] = [
        "wi": "with", "o": "of", "t": "the", "th": "the", "an": "and",
    ]

    private static func settled(_ word: Words.Word) -> WordKey {
        guard word.kind == .word, word.number == Lexicon.unknown else { return word.kind == .word ? word.key : .empty }
        return standard(word.key, isCapital: word.isCapital) ?? word.key
    }

    private static func put(_ key: WordKey, in word: inout Words.Word) {
        let known = Lexicon.shared.known(key)
        word.key = key
        word.number = known.number
        word.cues = known.cues
    }

    /// The word that a spelling stands for; nil when it is none of these.
    static func standard(_ key: WordKey, isCapital: Bool) -> WordKey? {
        if known.contains(key), let plain = table[key] {
            return isCapital && mayBeName.contains(key) ? nil : plain
        }
        if !isCapital, key.count >= 5, key.hasSuffix("in"), let whole = key.text {
            let ending = WordKey(whole + "g")
            if Lexicon.shared.knows(ending) { return ending }
        }
        return drawnOut(key) ?? slip(of: key)
    }

    /// *supportttt*, *yesss*: a letter held down.
    private static func drawnOut(_ key: WordKey) -> WordKey? {
        guard key.holdsLetter, let typed = key.text else { return nil }
        let letters = Array(typed)
        for most in [1, 2] {
            let short = WordKey(shortened(letters, runsOf: most))
            if Lexicon.shared.knows(short) { return short }
        }
        return nil
    }

    /// Runs of three letters and more are cut to so many.
    private static func shortened(_ letters: [Character], runsOf most: Int) -> String {
        var short = ""
        var index = 0
        while index < letters.count {
            let end = letters[index...].firstIndex { $0 != letters[index] } ?? letters.count
            let length = end - index
            short += String(repeating: letters[index], count: length > 2 ? most : length)
            index = end
        }
        return short
    }

    /// *ah* is *I* before one of these, and else a sound.
    static let afterSpeaker = WordSet(
        """
        will would can could agree agreed disagree support think do dont cant cannot wont am have had like wish
        mean object back say see hear didnt couldnt wouldnt havent abstain stand doubt suppose was
        """)

    /// The keys of the table, asked first, as nearly every word is none of them.
    private static let known = WordSet(words: table.keys.compactMap(\.text))
    private static let mayBeName = WordSet("ma wi ye yer dae noo nay aw oot")

    private static let table: [WordKey: WordKey] = [
        "dinnae": "dont", "dinna": "dont", "dinny": "dont", "cannae": "cant", "canna": "cant", "canny": "cant",
        "willnae": "wont", "wisnae": "wasnt", "maks": "makes", "tak": "take", "mak": "make", "sae": "so",
        "mair": "more", "ahll": "ill", "ahm": "im", "ahve": "ive", "ahd": "id", "oor": "our", "cooncil": "council",
        "hoose": "house", "gey": "very", "winnae": "wont",
        "wouldnae": "wouldnt", "widnae": "wouldnt", "couldnae": "couldnt",
        "cudnae": "couldnt", "didnae": "didnt", "doesnae": "doesnt", "isnae": "isnt", "wasnae": "wasnt",
        "havenae": "havent", "hasnae": "hasnt", "shouldnae": "shouldnt", "arenae": "arent", "nae": "no", "naw": "no",
        "nay": "no", "naebody": "nobody", "naebdy": "nobody", "nane": "none", "ma": "my", "masel": "me",
        "fae": "from", "frae": "from", "wi": "with", "tae": "to", "hae": "have", "hiv": "have", "dae": "do",
        "daein": "doing", "gie": "give", "gies": "give", "wis": "was", "aboot": "about", "oot": "out", "doon": "down",
        "noo": "now", "coont": "count", "wrang": "wrong", "richt": "right", "guid": "good", "gid": "good",
        "yer": "your", "ye": "you", "youse": "you", "aw": "all", "mibbe": "maybe", "mebbe": "maybe", "nowt": "nothing",
        "owt": "anything", "summat": "something", "gonna": "will", "gonnae": "will", "wanna": "want",
        "gotta": "must", "spose": "suppose", "sposed": "supposed", "defo": "definitely", "defs": "definitely",
        "deffo": "definitely", "obvs": "obviously", "yea": "yeah", "yh": "yeah", "yeh": "yeah", "okey": "ok",
        "okie": "ok", "u": "you", "ur": "your", "abt": "about", "shd": "should", "cd": "could", "wd": "would",
        "favor": "favour", "innae": "isnt", "whit": "what", "thon": "that", "kant": "cant", "prolly": "probably",
        "nto": "not", "nt": "not", "stnad": "stand", "satnd": "stand", "asdie": "aside", "blcok": "block",
        "blok": "block", "agreee": "agree", "disagreee": "disagree",
        "cannto": "cannot", "cannont": "cannot", "canot": "cannot", "cnat": "cant",
        "dotn": "dont", "dosent": "doesnt", "dosnt": "doesnt", "wotn": "wont", "wuold": "would", "woudl": "would",
        "betwen": "between", "bewteen": "between", "beetween": "between", "beween": "between", "betwixt": "between",
        "inbetween": "between", "btwn": "between", "betwene": "between", "untill": "until", "agian": "again",
        "adn": "and", "teh": "the", "btu": "but", "beacuse": "because",
        "becasue": "because",
        "agrea": "agree", "agred": "agreed", "aggreed": "agreed", "wot": "what", "sed": "said", "agin": "against",
        "corection": "correction", "correcton": "correction", "yess": "yes", "yesss": "yes", "yessss": "yes",
        "yass": "yes", "thas": "thats", "haud": "hold", "weel": "well", "reet": "right", "nivver": "never",
        "niver": "never", "allus": "always", "couldna": "couldnt", "wouldna": "wouldnt", "didna": "didnt",
        "isna": "isnt", "wasna": "wasnt", "doesna": "doesnt", "shouldna": "shouldnt", "definatly": "definitely",
        "definately": "definitely", "definitly": "definitely", "sur": "sure", "havnt": "havent", "mesen": "me",
        "yon": "that", "ppl": "people", "msg": "message", "estab": "established", "propse": "propose",
        "propsoe": "propose",
        "til": "till", "totaly": "totally", "completly": "completely", "compleatly": "completely", "totly": "totally",
        "absolutly": "absolutely", "absoloutely": "absolutely", "entirly": "entirely", "strongely": "strongly",
        "probs": "probably", "poss": "possibly", "cld": "could", "wld": "would", "shld": "should",
    ]

    private static let slipped = [
        "support", "supporting", "objection", "objections", "reservation", "reservations",
        "abstain", "abstaining", "blocking", "disagree", "confidence", "confident", "majority", "minority", "objective",
    ]

    /// One slip in a long word of answering: a letter left out, doubled, swapped or wrong, but no other form of the word.
    private static func slip(of key: WordKey) -> WordKey? {
        guard key.count >= 6, slipStarts.contains(key.first ?? 0), let typed = key.text else { return nil }
        for word in slipped where word.utf8.first == key.first && StageNames.isSame(typed, word) {
            let isOtherForm =
                typed.utf8.count > word.utf8.count && (key.last == UInt8(ascii: "s") || key.last == UInt8(ascii: "d"))
            return isOtherForm ? nil : WordKey(word)
        }
        return nil
    }

    private static let slipStarts = slipped.compactMap(\.utf8.first)
}
