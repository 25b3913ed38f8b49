// What comes after a yes and leaves it to be asked about: the words of the proposal spoken of without praise, another day,
// a duty, a question, a lack. No list holds all of them, so that whatever may be one makes the yes less than plain.
extension LevelReader {
    /// Whether words after a yes leave it less than plain: *support, the date is daft*, *support, one day*.
    func isDoubted(after yes: Range<Int>) -> Bool {
        clausesBeside(yes).contains { part in
            part.lowerBound >= yes.upperBound && !answersAnew(part) && isDoubtful(part)
        }
    }

    private static let friendly = WordSet(
        """
        sign signed vote voted back backed support supported help helped happily gladly love do done start started bet
        walk been
        """)
    private static let beingGlad = WordSet("glad happy proud delighted honoured mad daft silly foolish lying")
    private static let fineStates = WordSet(
        "done law normal standard fun easy simple interesting obvious said here everywhere automatic")
    private static let told = WordSet("heard thought lost forgotten seen known given come got told gone said")
    private static let proposing = WordSet("say make put call have change add drop name aim")
    private static let asked = WordSet("it we you they the somebody someone this i")
    private static let doing = WordSet(
        "have happen happened change stop act do done start begin get crack move try work been better")
    private static let puttingOff = WordSet(
        "next year month week one some day someday eventually in time tomorrow later on for the being due course another end"
    )
    private static let resigned = phrases(
        """
        what choice have, what choice do, what else can i, what else could i, who am i to, what can i do, what can you do,
        no choice, anything for, i was told to, ive been told to, i did want, i wanted one, i wanted more, i lied
        """
    ).map { $0.split(separator: " ").map { WordKey($0) } }

    private func isDoubtful(_ part: Range<Int>) -> Bool {
        guard let first = part.first else { return false }
        if isLater(part) { return true }
        if Self.resigned.contains(where: { said in
            said.count <= part.count && said.indices.allSatisfy { words.key(first + $0) == said[$0] }
        }) {
            return true
        }
        if WishWords.asking.contains(words[first]), Self.asked.contains(words.key(first + 1)) { return true }
        if words[first].key == "lets", Self.proposing.contains(words.key(first + 1)) { return true }
        if ["make", "say", "call"].contains(words[first].key), namesAnother(first + 1..<part.upperBound) {
            return true
        }
        return isOwnDoubt(part) || isObliged(part) || faultsText(part) || isEither(part) || endsInDoubt(part)
            || asks(part) || lacks(part) || faultsIt(part)
    }

    /// *tomorrow*, *some day*, *in time*
    private func isLater(_ part: Range<Int>) -> Bool {
        guard part.count == 1 else { return part.allSatisfy { Self.puttingOff.contains(words[$0]) } }
        return ["tomorrow", "later", "eventually", "someday"].contains(words[part.lowerBound].key)
            || words[part.lowerBound].key == "time" && words.key(part.lowerBound - 1) == "in"
    }

    /// *make it one mile*
    func namesAnother(_ rest: Range<Int>) -> Bool {
        rest.contains { words[$0].kind == .number || NumberWords.value(words[$0]) != nil }
    }

    /// *I'd say one mile*; not *I'd have signed it last year*, *I'd be glad to help*.
    private func isOwnDoubt(_ part: Range<Int>) -> Bool {
        guard let (verb, isPerfect, isDenied) = ownWould(part), !isDenied else { return false }
        let next = words.key(verb + 1)
        if Self.friendly.contains(words[verb]) || WishWords.ownThings.contains(next) { return false }
        if words[verb].key == "be" { return !Self.beingGlad.contains(next) }
        // *we'd waited for years*
        if !isPerfect, words[verb].key.hasSuffix("ed") || Self.told.contains(words[verb]) { return false }
        if ["go", "gone"].contains(words[verb].key), next == "further" { return !isPerfect }
        return !(["say", "said"].contains(words[verb].key) && WishWords.samely.contains(next))
    }

    /// *we should name a date*, *the money has to come first*; not *should have been done years ago*.
    private func isObliged(_ part: Range<Int>) -> Bool {
        part.prefix(8).contains { index in
            let key = words[index].key
            guard !words[index].isQuoted, index == 0 || line.small[index - 1] != .speaker,
                ["should", "ought", "must"].contains(key)
                    || ["has", "have", "needs"].contains(key) && words.key(index + 1) == "to"
            else { return false }
            let verb = words.key(index + 1) == "to" ? index + 2 : index + 1
            guard let word = words.at(verb), verb < part.upperBound else { return false }
            guard word.key == "be" else { return !Self.doing.contains(word) }
            guard verb + 1 < part.upperBound, let state = words.at(verb + 1) else { return false }
            // *it should be one mile*; not *it should be fun*.
            return namesAnother(verb + 1..<part.upperBound)
                || WishWords.beforeText.contains(words[part.lowerBound]) && !Self.fineStates.contains(state)
                    && !WishWords.praising.contains(state)
        }
    }

    /// *the date is daft*: the words of the proposal are spoken of, and not in praise.
    private func faultsText(_ part: Range<Int>) -> Bool {
        let isPraised =
            part.contains { WishWords.praising.contains(words[$0]) || words[$0].key.hasPrefix("clear") }
            && !line.has(.negation, in: part) && !part.contains { Self.former.contains(words[$0]) }
        // *thanks for changing the date*
        let isThanked =
            words[part.lowerBound].key == "for" && ["thanks", "you"].contains(words.key(part.lowerBound - 1))
        return !isPraised && !isThanked && part.contains { namesText($0) && !words[$0].isQuoted }
    }

    private static let auxiliaries = WordSet(
        "is are was were do does did has have had will would can could should may might am be its thats if or")

    /// *one mile not two*, *one mile is fairer*
    private func isEither(_ part: Range<Int>) -> Bool {
        part.contains { index in
            if WishWords.comparing.contains(words[index]), index > part.lowerBound, !words[index].isQuoted {
                // *the new wording is much better*
                return !part.contains { namesText($0) }
                    && !line.has(.negation, in: part.lowerBound..<index)
                    && !(index + 1..<part.upperBound).contains { WishWords.afterWorse.contains(words[$0]) }
                    && (part.lowerBound..<index).contains { ["is", "are", "be", "looks"].contains(words[$0].key) }
            }
            guard words[index].key == "not", index > part.lowerBound, (1...2).contains(part.upperBound - index - 1)
            else { return false }
            return line.small[index - 1] == nil && !Self.auxiliaries.contains(words[index - 1])
        }
    }

    /// *one mile mind*, *money first*, *one mile instead*
    private func endsInDoubt(_ part: Range<Int>) -> Bool {
        guard let last = part.last, part.count > 1 else { return false }
        switch words[last].key {
        case "mind": return !["never", "dont", "my", "i", "your", "his", "in", "we"].contains(words[last - 1].key)
        case "first": return part.count <= 7 && !["at", "the", "our", "my", "a"].contains(words[last - 1].key)
        case "instead": return true
        default: return namesAnother(part) && part.contains { words[$0].key == "instead" }
        }
    }

    // MARK: What is asked, missing or wrong

    private static let former = WordSet("old first previous original other former earlier")
    private static let whos = WordSet("who whos wheres hows whens whats")
    private static let questions = WordSet("how when where why what which")
    private static let inverted = WordSet("do does is are will can did would about if")
    private static let exclaimed = WordSet("a not knew wouldnt could")

    /// *who pays*, *where's the money*: asked without its mark.
    private func asks(_ part: Range<Int>) -> Bool {
        let first = words[part.lowerBound]
        let next = words.key(part.lowerBound + 1)
        guard part.count > 1, !Self.exclaimed.contains(next) else { return false }
        return Self.whos.contains(first) || Self.questions.contains(first) && Self.inverted.contains(next)
    }

    private static let lacking = WordSet(
        """
        miss misses missing forget forgets forgotten ignore ignores ignored omit omits omitted overlook overlooks
        overlooked lack lacks skips neglects excludes
        """)
    private static let toldLong = WordSet("been always years long usually had never")
    private static let fineLacks = WordSet(
        "doubt question questions reason need other better hurry harm rush time excuse alternative argument way shame")

    /// *it misses the villages*, *there's no money for it*, *nothing in it for us*; not *we have been ignored for years*.
    private func lacks(_ part: Range<Int>) -> Bool {
        let first = part.lowerBound
        let isTold = part.contains { Self.toldLong.contains(words[$0]) }
        if !isTold,
            part.contains(where: { index in
                Self.lacking.contains(words[index])
                    || ["left", "leave", "leaves", "leaving"].contains(words[index].key)
                        && words.key(index + 1) == "out"
            })
        {
            return true
        }
        if words[first].key == "nothing", ["in", "for"].contains(words.key(first + 1)) { return true }
        if let last = part.last, ["there", "here"].contains(words[last].key), line.small[last - 1] == .negation {
            return true
        }
        let isLed = words[first].key == "no" && ["is", "there"].contains(words.key(first - 1))
        let no = words[first].key == "theres" ? first + 1 : isLed ? first : -1
        return words.key(no) == "no" && words.at(no + 1).map { !Self.fineLacks.contains($0) } ?? false
    }

    private static let itself = WordSet("it its itll this thatll that thats")
    private static let wrong = WordSet(
        """
        wrong daft silly poor weak feeble flawed vague woolly clumsy awful terrible messy hopeless useless pointless odd
        off thin timid
        """)
    private static let dear = WordSet("cost costs dear expensive")
    private static let rightlyDenied = WordSet("soon enough couldnt could harm hurt better much rocket before late")
    private static let toBe = WordSet("is are was looks seems feels sounds be")

    /// *it'll never happen*, *two miles is wrong*, *it will cost us*: the proposal is spoken of, and not well.
    private func faultsIt(_ part: Range<Int>) -> Bool {
        let isIt = Self.itself.contains(words[part.lowerBound])
        if isIt, line.has(.negation, in: part), !part.contains(where: { Self.rightlyDenied.contains(words[$0]) }) {
            return true
        }
        guard !line.has(.negation, in: part) else { return false }
        if isIt, part.contains(where: { Self.dear.contains(words[$0]) }) { return true }
        guard let fault = part.first(where: { Self.wrong.contains(words[$0]) && !words[$0].isQuoted }),
            fault > part.lowerBound
        else { return false }
        let subject = part.lowerBound..<fault
        return isIt || namesAnother(subject) && subject.contains { Self.toBe.contains(words[$0]) }
    }
}
