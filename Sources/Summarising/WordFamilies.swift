/// What a word is used for, as far as a list of words can tell.
struct WordFamilies: OptionSet, Sendable {
    let rawValue: UInt32

    static let common = WordFamilies(rawValue: 1 << 0)
    static let filler = WordFamilies(rawValue: 1 << 1)
    static let opener = WordFamilies(rawValue: 1 << 2)
    static let pointing = WordFamilies(rawValue: 1 << 3)
    static let speakerPronoun = WordFamilies(rawValue: 1 << 4)
    static let groupPronoun = WordFamilies(rawValue: 1 << 5)
    static let listenerPronoun = WordFamilies(rawValue: 1 << 6)
    static let otherPronoun = WordFamilies(rawValue: 1 << 7)
    static let modal = WordFamilies(rawValue: 1 << 8)
    static let negative = WordFamilies(rawValue: 1 << 9)
    static let judging = WordFamilies(rawValue: 1 << 10)
    static let deciding = WordFamilies(rawValue: 1 << 11)
    static let reasoning = WordFamilies(rawValue: 1 << 12)
    static let organising = WordFamilies(rawValue: 1 << 13)
    static let number = WordFamilies(rawValue: 1 << 14)
    static let question = WordFamilies(rawValue: 1 << 15)
    static let asking = WordFamilies(rawValue: 1 << 16)
    static let hedge = WordFamilies(rawValue: 1 << 17)
    static let assent = WordFamilies(rawValue: 1 << 18)
    static let dangling = WordFamilies(rawValue: 1 << 19)
    static let joining = WordFamilies(rawValue: 1 << 20)
    static let verbOfBeing = WordFamilies(rawValue: 1 << 21)

    /// The families of a lower-case word.
    static func of(_ word: String) -> WordFamilies {
        var families = table[word] ?? []
        if let first = word.utf8.first, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first) {
            families.insert(.number)
        }
        return families
    }

    private static let table: [String: WordFamilies] = {
        var table: [String: WordFamilies] = [:]
        for (families, words) in lists {
            for word in words.split(separator: " ") { table[String(word), default: []].formUnion(families) }
        }
        return table
    }()

    private static let lists: [(WordFamilies, String)] = [
        (
            .common,
            """
            a about actually after again all also always am an and any anyway are aren't around as at back be because \
            been before being between both but by came can can't cannot come could couldn't did didn't do does doesn't \
            doing don't done down each either else even every few for from get gets getting give go goes going gonna \
            good got gotta great had has hasn't have haven't having he he'd he's her here hers him his how i i'd i'll \
            i'm i've if in into is isn't it it'd it'll it's its just kind know last let let's like little look lot \
            made make many may maybe me mean might mine more most much must my need never new next no nor not now of \
            off on once one only onto or other our ours out over own part perhaps put quite rather really right said \
            same saw say see seem seems shall she she's should so some something sort still stuff such sure take tell \
            than thank thanks that that'd that'll that's the their them then there there's these they they'd they'll \
            they're they've thing things think this those though through to too two under up upon us use used very \
            want was wasn't way we we'd we'll we're we've well went were weren't what what's when where whether which \
            while who whose why will with within without won't would wouldn't yeah yes yet you you'd you'll you're \
            you've your yours okay ok
            """
        ),
        (.filler, "um uh uhm umm erm er eh mm mmm mm-hmm mm-mm hmm hm mhm mm-hm uh-huh huh uh-oh ah 'kay whoa aye-aye"),
        (
            .opener,
            """
            okay ok so and but well yeah yep yes right alright now anyway actually basically oh cool great fine sure um uh \
            plus anyways hey
            """
        ),
        (.pointing, "this that these those it there here that's it's there's this'll that'll it'll here's"),
        (.speakerPronoun, "i i'm i've i'd i'll me my mine myself"),
        (.groupPronoun, "we we're we've we'd we'll us our ours ourselves let's"),
        (.listenerPronoun, "you you're you've you'd you'll your yours yourself yourselves"),
        (
            .otherPronoun,
            "he she they them him her his hers their theirs he's she's they're they've they'll he'll she'll"
        ),
        (
            .modal,
            """
            should would could must need needs will shall can we'll i'll you'll they'll it'll we'd i'd you'd gonna going \
            might may ought want wants
            """
        ),
        (
            .negative,
            "not no never none nothing don't doesn't didn't can't cannot won't wouldn't isn't aren't wasn't nor"
        ),
        (
            .judging,
            """
            think thought believe feel felt important good better best bad problem problems issue issues concern concerns \
            concerned difficult easy hard useful expensive cheap nice interesting clear main key opinion prefer like likes \
            liked risk worried worry great success successful hope
            """
        ),
        (
            .deciding,
            """
            decide decided decides decision decisions agree agreed agrees agreement settle settled choose chose chosen \
            recommend recommended recommendation propose proposed proposal suggest suggested suggestion conclude concluded \
            conclusion approve approved commit committed
            """
        ),
        (.reasoning, "because since therefore so reason reasons if whereas although though means mean due order cause"),
        (
            .organising,
            """
            meeting agenda minutes presentation project present today start begin discuss discussion talk question \
            questions next finally first firstly second secondly third last summary overall conclusion purpose aim goal \
            objective item work team group
            """
        ),
        (
            .number,
            """
            one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty seventy \
            eighty ninety hundred thousand million billion percent per half quarter
            """
        ),
        (.question, "what why how when where who which whether whose what's how's who's where's"),
        (
            .asking,
            """
            summarize summarise ummarize describe discuss discussed discussing discussion discussions talk talked talking think thinks \
            thought say said group team meeting meetings opinion opinions view views attitude feel mention mentioned \
            whole give explain conclusion decision decide decided main content topic issue issues related regarding \
            concerning participants committee members member people point points reason reasons according
            """
        ),
        (.hedge, "maybe perhaps probably possibly guess suppose kinda sorta somehow likely seem seems"),
        (.assent, "yeah yes yep yup okay ok right sure exactly absolutely definitely agreed true indeed aye alright"),
        (
            .dangling,
            """
            and but so or because um uh the a an like with of to for if that which as than then when where 'cause yeah okay \
            my your our their is are was
            """
        ),
        (.joining, "and but or so then because which who"),
        (
            .verbOfBeing,
            "is are was were be been being am it's that's there's i'm we're you're they're he's she's isn't"
        ),
    ]
}
