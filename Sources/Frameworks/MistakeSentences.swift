import Facilitation
import JSONText

extension MistakeText {
    /// What is wrong, as a sentence that begins with a small letter unless it begins with a name.
    public static func sentence(_ kind: Mistake.Kind) -> String {
        switch kind {
        case .noSuchFile(let path): "there is no file \(quoted(path))."
        case .unreadableFile(let path): "the file \(quoted(path)) cannot be read."
        case .unreadableFolder(let path):
            "the folder \(quoted(path)), which holds frameworks of your own, cannot be read."
        case .fileTooBig(let bytes): "the file is larger than \(bytes / 1024) KiB, the most that is read."
        case .notUnicode: "the file is not UTF-8 text from here on."
        case .syntax(let problem): syntaxSentence(problem)
        case .alias: "the signs & and * mark repeated parts, which are not used here."
        case .duplicateKey(let key): "\(quoted(key)) stands twice in the same place."
        case .keyNotText: "a list or a group of keys stands where the name of a key must be."
        case .tooDeep(let levels): "more than \(levels) lists and keys lie inside each other here."
        case .unknownKey(let key, _, _): "\(quoted(key)) is not a key that can stand here."
        case .missing(let key): "\(quoted(key)) is missing."
        case .unknownSlot(let slot, _, _): "nothing fills \(quoted("{\(slot)}")) here."
        case .slotLeftOut(let slot): "\(quoted("{\(slot)}")) is left out."
        case .wrongType(let about, let expected, let found):
            "\(subject(about)) must be \(noun(expected)), and this is \(noun(found))."
        case .tooMany(let about, let count, let most):
            "\(subject(about)) has \(count) items; at most \(most) can be used."
        case .tooFew(let about, let count, let least):
            "\(subject(about)) has \(count) \(count == 1 ? "item" : "items"); it needs at least \(least)."
        case .tooLong(let about, let letters, let most):
            "\(subject(about)) has \(letters) letters; at most \(most) can be used."
        case .hiddenCharacter(let about, let code):
            "\(subject(about)) holds the hidden character U+\(HiddenCharacters.number(of: code, digits: 4))."
        case .unknownWord(let word, let about, _, _): "\(quoted(word)) is not a word for \(subject(about))."
        case .badDate(let text): "\(quoted(text)) is not a day in the calendar."
        case .dayHasPassed(let text): "\(quoted(text)) has passed."
        case .numberOutOfRange(let text, let about, let least, let most):
            "\(subject(about)) is \(shown(text)); it must be a whole number from \(least) to \(most)."
        case .notAnID(let text, _): "\(quoted(text)) cannot be an id."
        case .duplicateID(let id, let first): "the id \(quoted(id)) was used before, \(whereFirst(first))."
        case .reservedStage(let id): "the stage id \(quoted(id)) is used by the program itself."
        case .sameStage(let name, let first): "a stage is called \(quoted(name)) already, \(whereFirst(first))."
        case .levelAsStage(let name):
            "\(quoted(name)) is what people answer to a proposal, so a stage cannot be called that."
        case .numberAsName(let name): "\(quoted(name)) has no letter in it, and areas are chosen by their numbers."
        case .unknownStage(let id, _, _): "there is no stage \(quoted(id))."
        case .unknownArea(let id, _): "there is no area \(quoted(id))."
        case .noSuchNumber(let text, let areas):
            "there is no area \(shown(text)); the framework has \(areas)."
        case .noSuchPack(let id, _, _): "there is no framework \(quoted(id))."
        case .fileNotAllowed(let path):
            "the file \(quoted(path)) cannot be named here; files stay on their own computer."
        case .badTolerance(let text): "\(quoted(text)) is not a tolerance."
        case .badQuorum(let text): "\(quoted(text)) is not a quorum."
        case .unknownZone(let name, _): "there is no time zone \(quoted(name))."
        case .badLanguage(let text): "\(quoted(text)) is not a language."
        case .sameName(let name, let first): "\(quoted(name)) was named before, \(whereFirst(first))."
        case .sharedName(let name, let first):
            "\(quoted(name)) has the same name as the member \(whereFirst(first))."
        case .badName(let name, let fault): "\(quoted(name)) \(nameFault(fault))."
        case .lookAlike(let name, let other, let first):
            "\(quoted(name)) reads like \(quoted(other)), \(whereFirst(first)), and is written in another way."
        case .madeID(let id): "the id \(quoted(id)) begins like those that the program makes itself."
        case .facilitatorWithoutID(let name):
            "\(quoted(name)) facilitates and has no id, so in a chat nobody could facilitate."
        case .ownPrincipal(let name): "\(quoted(name)) is a name that the program itself goes by."
        case .noRoles: "“roles” is an empty list, so nobody could speak."
        case .badPattern(let text): "\(quoted(text)) is not a name or the beginning of one."
        case .badToken(let least): "the token is shorter than \(least) letters, or has spaces in it."
        case .tokenTwice: "“token” and “tokenFile” both stand here."
        case .sameToken(let name, let other, let first):
            "\(quoted(name)) has the same token as \(quoted(other)), \(whereFirst(first))."
        case .sharedActors(let name, let other, let first):
            "\(quoted(name)) and \(quoted(other)), \(whereFirst(first)), would both speak for some people in the same rooms."
        case .badURL(let text): "\(quoted(text)) is not an address that can be used here."
        case .badSign(let text):
            "\(quoted(text)) has a letter or a figure in it, so commands could not be told from plain words."
        case .linkedTwice(let name, let first): "\(quoted(name)) has a link already, \(whereFirst(first))."
        }
    }

    private static func nameFault(_ fault: PersonName.Fault) -> String {
        switch fault {
        case .noLetters: "has no letter and no figure in it, so it is no name"
        case .tooLong: "is longer than \(PersonName.lettersMax) letters, the most that a name can have"
        case .hidden, .details: "has a character in it that cannot be seen"
        case .mark(let mark): "has \(quoted(mark)) in it, which transcripts use as a mark"
        case .reserved: "reads like the bot, or like a word that the bot uses for people"
        }
    }

    private static func syntaxSentence(_ problem: Mistake.SyntaxProblem) -> String {
        switch problem {
        case .strayColon: "a text without quotes holds a colon, or the line starts in the wrong place."
        case .strayCharacter: "the text starts with a sign or a tab that cannot stand here."
        case .unevenIndent: "this line does not line up with the lines that it belongs to."
        case .openEnd: "a quote or a bracket is opened and not closed."
        case .wrongEscape: "a backslash in double quotes is followed by a letter that means nothing."
        case .controlCharacter: "there is a control character, which no text needs."
        case .severalDocuments: "a second document begins here."
        case .other(let words): "this cannot be read as YAML (\(shown(words)))."
        }
    }

    private static func noun(_ type: Mistake.ValueType) -> String {
        switch type {
        case .text: "a text"
        case .number: "a number"
        case .flag: "true or false"
        case .list: "a list"
        case .keys: "a group of keys"
        case .nothing: "empty"
        }
    }
}

extension MistakeText {
    /// What to do about it.
    public static func mend(_ kind: Mistake.Kind) -> String {
        switch kind {
        case .noSuchFile: "check the name and the folder."
        case .unreadableFile: "check that it is a file and that you may read it."
        case .unreadableFolder: "check that it is a folder and that you may read it."
        case .fileTooBig: "leave out what is not needed, or make two packs of it."
        case .notUnicode: "save the file again as UTF-8."
        case .syntax(let problem): syntaxMend(problem)
        case .alias: "write the text out in full; put a text that begins with & or * in quotes."
        case .duplicateKey: "leave one of the two out."
        case .keyNotText: "write a name and a colon first."
        case .tooDeep: "check the indents; no pack or set-up needs so many."
        case .unknownKey(_, let nearest, let known):
            nearest.map { "write \(quoted($0))." } ?? "leave it out, or use one of \(choices(known))."
        case .missing("checkedOn"):
            "add “checkedOn:” with the day on which somebody checked it, such as 2026-11-21."
        case .missing("id"): "add “id:” with a short name in small letters and hyphens, such as clean-air."
        case .missing(let key): "add \(quoted(key + ":")) and fill it in."
        case .unknownSlot(_, let nearest?, _): "write \(quoted("{\(nearest)}"))."
        case .unknownSlot(_, nil, let left):
            left.isEmpty ? "leave it out." : "leave it out, or write \(choices(left.map { "{\($0)}" }))."
        case .slotLeftOut(let slot): "put \(quoted("{\(slot)}")) where it is to stand."
        case .wrongType(let about, let expected, _): typeMend(about, expected)
        case .tooMany(_, _, let most): "leave out all but \(most)."
        case .tooFew(_, let count, let least): "add at least \(least - count) more."
        case .tooLong: "shorten it."
        case .hiddenCharacter: "delete it and type the text again."
        case .unknownWord(_, _, _, let nearest?): "write \(quoted(nearest))."
        case .unknownWord(_, _, let allowed, nil): "write \(choices(allowed))."
        case .badDate: "write year, month and day like this: 2026-11-21."
        case .dayHasPassed: "give a day that is still to come."
        case .numberOutOfRange(_, _, let least, let most): "write a number from \(least) to \(most)."
        case .notAnID(_, let suggestion?): "use small letters, digits and hyphens: \(quoted(suggestion))."
        case .notAnID(_, nil):
            "use small letters, digits and hyphens, with at least one letter, such as clean-air."
        case .duplicateID: "give one of the two another id, or leave one out."
        case .reservedStage: "choose another id for this stage."
        case .sameStage, .levelAsStage: "choose another name for this stage."
        case .numberAsName: "write a name with a word in it."
        case .unknownStage(_, let nearest, let stages):
            nearest.map { "write \(quoted($0))." }
                ?? (stages.isEmpty ? "name the stages first." : "write \(choices(stages)).")
        case .unknownArea(_, let nearest):
            nearest.map { "write \(quoted($0))." } ?? "use the id of an area; “framework show” lists them."
        case .noSuchNumber(_, let areas): "write a number from 1 to \(areas), or the id of an area."
        case .noSuchPack(_, let nearest, let known):
            nearest.map { "write \(quoted($0))." } ?? "use \(choices(known)), or the path of a file."
        case .fileNotAllowed: "name the framework by its id, or put the whole pack here."
        case .badTolerance: "write \(Tolerance.randWords), or a number of people."
        case .badQuorum: "write two-thirds, half, a fraction such as 3/5, or a share such as 0.6."
        case .unknownZone(_, let nearest):
            nearest.map { "write \(quoted($0))." } ?? "write a place such as Europe/London."
        case .badLanguage: "write a short code such as en-GB."
        case .sameName: "add “id:” to both, or make the names differ, or leave one out."
        case .sharedName: "nothing needs to be done; adding the organisation to the name helps the room."
        case .badName(_, .tooLong): "shorten it."
        case .badName(_, .details), .badName(_, .hidden): "type it again, letter by letter."
        case .badName(_, .mark(let mark)): "leave \(quoted(mark)) out."
        case .badName(_, .noLetters), .badName(_, .reserved): "write the name that people call this person by."
        case .lookAlike: "write both alike if they are one person, or make the names differ."
        case .madeID: "use the id that your chat gives this person, such as irc:ann."
        case .facilitatorWithoutID:
            "for a chat, add “id:” with the id that the chat gives this person, such as irc:helen; at a keyboard nothing needs to be done."
        case .ownPrincipal: "choose another name, such as bridge:irc."
        case .noRoles: "write “member” or “observer” in it, or leave “roles” out, which means both."
        case .badPattern: "write a whole name, or the beginning of names and one star, such as north*."
        case .badToken: "draw one at random, such as with: openssl rand -hex 16."
        case .tokenTwice: "leave one of the two out."
        case .sameToken: "draw another one for one of the two, such as with: openssl rand -hex 16."
        case .sharedActors:
            "name other people, or other rooms, for one of the two; a star stands for all that begins so."
        case .badURL:
            "write it like http://127.0.0.1:4242, without /api; for another computer, use a tunnel, since https is not spoken here."
        case .badSign: "write a sign such as !, or \"\" for none."
        case .linkedTwice: "give each gateway a room of its own."
        }
    }

    private static func syntaxMend(_ problem: Mistake.SyntaxProblem) -> String {
        switch problem {
        case .strayColon:
            "put the text in double quotes, or start the line in the same column as its neighbours."
        case .strayCharacter:
            "use spaces, not tabs, before a line; put a text that begins with a sign in double quotes."
        case .unevenIndent:
            "start it where its neighbours start, or look for a missing quote or colon above."
        case .openEnd: "close it."
        case .wrongEscape: "write the backslash twice, or use single quotes."
        case .controlCharacter: "delete it and type the line again."
        case .severalDocuments: "keep one document in a file; leave out the line ---."
        case .other:
            "look at this line and the one above it: quotes, colons and the columns in which lines start."
        }
    }

    /// What to do about it in JSON, which has no lines and no hyphens.
    static func mendInJSON(_ kind: Mistake.Kind) -> String {
        switch kind {
        case .wrongType(_, .list, _): "write a list in square brackets."
        case .wrongType(_, .keys, _): "write an object in curly brackets."
        case .wrongType(_, .text, _): "write a text in double quotes."
        case .wrongType(_, .nothing, _): "leave it out."
        case .missing("id"): "add “id” with a short name in small letters and hyphens, such as clean-air."
        case .missing("checkedOn"): "add “checkedOn” with the day on which somebody checked it, such as 2026-11-21."
        case .missing(let key): "add \(quoted(key))."
        case .sameName: "give both an “id”, or make the names differ, or leave one out."
        default: mend(kind)
        }
    }

    private static func typeMend(_ about: Mistake.Subject, _ expected: Mistake.ValueType) -> String {
        switch expected {
        case .list: "write each item on a line of its own, after a hyphen and a space."
        case .keys: "write each part on a line of its own, as a key, a colon and its text."
        case .text: "write one text; put it in double quotes if it holds a colon or begins with a sign."
        case .number: "write a number without quotes."
        case .flag: "write true or false, without quotes."
        case .nothing: "leave it empty."
        }
    }
}
