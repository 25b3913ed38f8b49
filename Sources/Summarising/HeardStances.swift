/// Somebody who was heard to agree with, or to differ from, something that another person said.
public struct HeardStance: Sendable, Equatable {
    public enum Kind: String, Sendable { case agreed, differed }
    public var kind: Kind
    /// Who said so.
    public var name: String
    /// Whose words it was about.
    public var with: String
    /// The words of agreeing or differing, cleaned.
    public var text: String
    public var lines: [Int]
    /// What it was about, cleaned.
    public var about: String
    public var aboutLines: [Int]
}

/// Finds turns of agreeing and differing in plain talk.
///
/// A bare "yeah" is passed over: it tells that somebody listens far more often than that they agree.
enum HeardStances {
    /// How many sentences back the words may be that somebody answers to.
    private static let sentencesBackMax = 8
    private static let contentWordsMin = 3

    private static let agreeing = [
        "i agree", "i would agree", "i do agree", "i fully agree", "i totally agree", "i completely agree",
        "i quite agree", "i also agree", "i am with", "good point", "that is a good point", "that is a good idea",
        "that is right", "that is true", "good idea", "i think so too", "me too", "same here", "fair point",
        "fair enough", "i support", "i second", "that makes sense", "quite right", "i am happy with",
        "i can live with", "we agree", "you are right", "sounds good", "same for us",
    ]
    private static let differing = [
        "i disagree", "i do not agree", "i would not agree", "i can not agree", "i do not think so",
        "i am not convinced", "i am not sure about", "i am not happy", "i have concerns", "i have a concern",
        "i object",
        "not convinced", "i am against", "i would not support", "i do not support", "i can not support",
        "i have doubts",
        "i am not comfortable", "i see it differently", "i do not like", "i am worried about", "we disagree",
        "we do not agree", "i do not think we should", "i do not think that is",
    ]
    /// These agree only when they stand alone: "definitely not" and "exactly how many?" are something else.
    private static let agreeingAlone = ["agreed", "absolutely", "exactly", "definitely"]
    private static let openers = ["yes", "yeah", "no", "well", "but", "and", "so", "okay", "oh"]
    private static let finder = PhraseFinder([agreeing, differing, agreeingAlone, openers])

    static func all(in model: MeetingModel, names: [String]) -> [HeardStance] {
        let reader = finder.reader(of: model.vocabulary)
        return (0..<model.count).compactMap { row -> HeardStance? in
            guard let speaker = model.spoken[row].speaker, let kind = kind(model.clean[row], reader),
                let about = subject(of: row, speaker, model), let with = model.spoken[about].speaker
            else { return nil }
            return HeardStance(
                kind: kind, name: names[speaker], with: names[with], text: model.clean[row].text,
                lines: model.spoken[row].lines, about: model.clean[about].text, aboutLines: model.spoken[about].lines)
        }
    }

    /// Only what a sentence begins with counts: "they said they agreed" and "do you agree?" are about others.
    private static func kind(_ sentence: CleanSentence, _ reader: PhraseFinder.Reader) -> HeardStance.Kind? {
        guard sentence.tokens.last?.ending != .question else { return nil }
        var start = 0
        var kind: HeardStance.Kind?
        reader.find(in: sentence) { place, index in
            guard index == start else { return }
            switch place {
            case 0: kind = kind ?? .agreed
            case 1: kind = .differed
            case 2 where index < sentence.tokens.count && sentence.tokens[index].ending != .none:
                kind = kind ?? .agreed
            case 2 where index == sentence.tokens.count - 1: kind = kind ?? .agreed
            case 3: start += 1
            default: break
            }
        }
        return kind
    }

    /// The last sentence of substance by somebody else; by the person named, when one is named.
    ///
    /// After a question there is none: "absolutely" then says yes to the question.
    private static func subject(of row: Int, _ speaker: Int, _ model: MeetingModel) -> Int? {
        let said = Set(model.words(row))
        var nearest: Int?
        for candidate in stride(from: row - 1, through: max(0, row - sentencesBackMax), by: -1) {
            guard let other = model.spoken[candidate].speaker, other != speaker,
                model.stems[candidate].count >= contentWordsMin
            else { continue }
            let first = model.speakers[other].split(separator: " ").first?.lowercased() ?? ""
            if said.contains(first) { return candidate }
            if nearest == nil { nearest = candidate }
        }
        guard let nearest, model.clean[nearest].tokens.last?.ending != .question else { return nil }
        return nearest
    }
}
