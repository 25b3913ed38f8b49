/// The vocabulary of wording advice, as data: one entry a line, each with a test.
enum WordingTables {
    /// Verbs that say that something will be done without saying what.
    static let vagueVerbs: [[String]] = [
        ["support"],
        ["explore"],
        ["consider"],
        ["strengthen"],
        ["promote"],
        ["encourage"],
        ["facilitate"],
        ["enable"],
        ["engage"],
        ["champion"],
        ["enhance"],
        ["optimise"],
        ["embed"],
        ["drive"],
        ["foster"],
        ["work", "with"],
        ["work", "together"],
        ["work", "towards"],
        ["look", "at"],
        ["look", "into"],
        ["raise", "awareness"],
        ["continue", "to"],
        ["help", "to"],
        ["seek", "to"],
        ["aim", "to"],
        ["try", "to"],
        ["liaise", "with"],
        ["link", "with"],
    ]

    /// Words that a verb follows in a sentence about what will be done.
    static let beforeVerbs: Set<String> = [
        "will", "to", "should", "shall", "must", "can", "and", "we", "partners", "partnership",
    ]

    /// Verbs of deeds, for seeing whether an "and" joins two of them.
    static let deeds: Set<String> = [
        "publish", "sign", "move", "open", "halve", "recruit", "train", "launch", "appoint", "adopt", "agree", "build",
        "buy", "cut", "create", "close", "collect", "count", "deliver", "design", "double", "employ", "fund", "hire",
        "hold", "improve", "increase", "introduce", "join", "measure", "meet", "offer", "pay", "plan", "produce",
        "provide", "reduce", "report", "review", "run", "set", "share", "spend", "start", "stop", "support", "test",
        "visit", "write", "explore", "develop", "promote", "strengthen",
    ]

    static let monthNames: Set<String> = Set(CivilDate.monthNames.map { $0.lowercased() })

    /// Initials that everybody in such a room knows, or that are names.
    static let knownAcronyms: Set<String> = ["NHS", "UK", "GP", "MP", "EU", "VAT", "BBC", "IT", "HR", "OK", "AM", "PM"]

    /// Trade talk, and the plain word.
    static let jargon: [String: String] = [
        "leverage": "use",
        "utilise": "use",
        "operationalise": "put into use",
        "upskill": "train",
        "upskilling": "training",
        "stakeholders": "the people concerned",
        "synergies": "what we gain by working together",
        "holistic": "whole",
        "robust": "strong",
        "granular": "detailed",
        "cascade": "pass on",
        "signpost": "point people to",
        "signposting": "pointing people to",
        "workstream": "piece of work",
        "workstreams": "pieces of work",
        "deliverables": "results",
        "learnings": "lessons",
        "impactful": "useful",
        "co-production": "making it together with residents",
        "codesign": "designing it together",
    ]
}
