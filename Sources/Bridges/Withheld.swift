/// What a chat without private messages is told instead of words for one person alone. Each sentence is always the
/// same: it names nobody, and depends on nothing that was said or rated.
enum Withheld {
    static func introduction(commandSign: String) -> String {
        let sign =
            commandSign.isEmpty
            ? "" : " Where this chat keeps / to itself, type \(commandSign) in its place, such as \(commandSign)join."
        return """
            I have no private messages here. Whatever you type, everybody sees, ratings too. What I have to say to one \
            person alone, I leave out; /where shows what is open.\(sign)
            """
    }

    static func words(expecting expected: String) -> String {
        switch expected {
        case "confirm":
            """
            I was not sure how somebody meant a line here, and cannot ask in private. It counts for nothing until they say \
            it plainly, such as “I agree with #14” or “support”.
            """
        case "text":
            "Anybody who does not go along with this can have their view kept beside the outcome: /minority and your words."
        default: "I did not understand an answer that was given here. Please say it again in plain words."
        }
    }
}
