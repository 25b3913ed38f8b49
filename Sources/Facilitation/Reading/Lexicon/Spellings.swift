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
            }
            if words[index].key.count <= 4, let plain = standardHere(index, in: words) { put(plain, in: &words[index]) }
        }
    }

    /// What a short word stands for beside its neighbours: *I'm no sure*, *agree w Sam*, *ah dinnae*, *15 int right*.
    private static func standardHere(_ index: Int, in words: [Words.Word]) -> WordKey? {
        switch words[index].key {
        case "no" where isScotsNot(at: index, in: words): "not"
        case "wi" where !words[index].isCapital && !isBeforeFi(index, in: words): "with"
        case "w" where isWith(at: index, in: words): "with"
        case "ah" where index + 1 < words.count && afterSpeaker.contains(settled(words[index + 1])): "i"
        case "int" where isDialectDenial(at: index, in: words): "isnt"
        case "ent" where isDialectDenial(at: index, in: words): isBeforeDoubt(index, in: words) ? "not" : "aint"
        case "aint" where isBeforeDoubt(index, in: words): "not"
        default: nil
        }
    }

    /// *the wi fi is down*
    private static func isBeforeFi(_ index: Int, in words: [Words.Word]) -> Bool {
        index + 1 < words.count && words[index + 1].key == "fi"
    }

    /// *I ain't sure*
    private static func isBeforeDoubt(_ index: Int, in words: [Words.Word]) -> Bool {
        index + 1 < words.count && afterScotsNot.contains(settled(words[index + 1]))
    }

    private static let beforeDialectDenial = WordSet("i im it its that this there they we you he she them those")

    /// *15 int right*, *I ent sure*; not *the ENT clinic*.
    private static func isDialectDenial(at index: Int, in words: [Words.Word]) -> Bool {
        guard index > 0, index + 1 < words.count, !words[index].isCapital else { return false }
        let before = words[index - 1]
        return (before.kind == .number || beforeDialectDenial.contains(before))
            && settled(words[index + 1]) != .empty && Lexicon.shared.knows(settled(words[index + 1]))
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
        agreeing backing voting signing objecting blocking content comfortable in opposed on so able prepared willing
        decided fussed bothered minded right wrong true fair accepting behind
        """)
    private static let afterEnglishNo = WordSet("doubt longer more problem worries bother objection objections")

    /// *I'm no persuaded*, *I'll no argue*, *I've no changed my mind*: Scots for *not*.
    private static func isScotsNot(at index: Int, in words: [Words.Word]) -> Bool {
        guard index > 0, index + 1 < words.count else { return false }
        let (before, after) = (words[index - 1].key, words[index + 1])
        let isWill = before == "ill" || words[index - 1].isWeWill
        if isWill { return after.kind == .word && !afterEnglishNo.contains(after) }
        if beforeScotsNot.contains(before) { return afterScotsNot.contains(settled(after)) }
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
        if slipKeys.contains(key), let plain = slips[key] { return plain }
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
        "nto": "not", "nt": "not", "stnad": "stand", "satnd": "stand", "asdie": "aside",
        "cannont": "cannot", "cnat": "cant", "dotn": "dont", "dnot": "dont", "wotn": "wont", "wnot": "wont",
        "wuold": "would", "woudl": "would", "wiht": "with", "wtih": "with", "iwth": "with",
        "betwen": "between", "bewteen": "between", "beetween": "between", "beween": "between", "betwixt": "between",
        "inbetween": "between", "btwn": "between", "betwene": "between", "untill": "until", "agian": "again",
        "adn": "and", "teh": "the", "btu": "but", "beacuse": "because",
        "becasue": "because",
        "agrea": "agree", "agrre": "agree", "wot": "what", "sed": "said", "agin": "against",
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
        "divvent": "dont", "divven": "dont", "divvnt": "dont", "divent": "dont", "divnt": "dont", "dinnot": "dont",
        "dunna": "dont", "doant": "dont", "dooant": "dont", "cannet": "cannot", "cannit": "cannot",
        "winna": "wont", "winnot": "wont", "wunna": "wont", "willna": "wont", "wullnae": "wont", "wilnae": "wont",
        "shanna": "shant", "hasna": "hasnt", "havena": "havent", "hevnt": "havent", "hev": "have",
        "amnt": "not", "amnae": "not", "amna": "not", "amny": "not", "knaa": "know", "knaw": "know",
        "srry": "sorry", "sry": "sorry", "soz": "sorry", "becos": "because",
    ]

    // MARK: Slips of the keyboard

    /// Words of answering whose slips are all known beforehand, as in the shorter of them a wrong letter would make another
    /// word: *agre* and *argee* for *agree*, and never *argue*.
    private static let answering = phrases(
        """
        agree, agreed, agreeing, disagree, disagreed, disagreeing, support, supported, supporting, supportive, object,
        objection, objections, block, blocking, cannot, doesnt, wouldnt, couldnt, shouldnt, didnt, against, unsure,
        undecided, oppose, opposed, convinced, persuaded, concur, because, fully
        """)
    /// What somebody may mean by them as they stand.
    private static let otherWords = WordSet("agee bloc bock dint objet")

    private static let slips: [WordKey: WordKey] = Dictionary(
        answering.flatMap { word in slips(of: word).map { ($0, WordKey(word)) } }.filter { !otherWords.contains($0.0) },
        uniquingKeysWith: { first, _ in first })
    private static let slipKeys = WordSet(words: slips.keys.compactMap(\.text))

    /// A word with one letter left out, doubled, or changed places with the next; the first letter stays.
    private static func slips(of word: String) -> [WordKey] {
        let letters = Array(word)
        return letters.indices.flatMap { index -> [WordKey] in
            var dropped = letters
            dropped.remove(at: index)
            var doubled = letters
            doubled.insert(letters[index], at: index)
            var swapped = letters
            if index > 0, index + 1 < letters.count { swapped.swapAt(index, index + 1) }
            return (index > 0 ? [dropped, doubled, swapped] : [doubled])
                .filter { $0 != letters }.map { WordKey(String($0)) }
        }
    }

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
