// Loud voices, silent ones, and how a proposal is worded.
extension Phrasebook {
    func notEverybodyAnswered(_ answered: Int, _ silent: [MemberID]) -> String {
        let total = answered + silent.count
        return
            "That is one voice. So far \(answered) of \(total) have answered. Please each send a level: \(list(silent.map(name)))."
    }

    func notEverybodyHeard(_ heard: Int, _ total: Int, _ sectors: [String]) -> String {
        "That is one voice. So far \(heard) of \(total) have spoken on this area.\(invitation(sectors))"
    }

    func oneVoiceIsLoud(_ sectors: [String]) -> String {
        "Only for you: one voice has a large share of the words in this area.\(invitation(sectors)) A round, one after the other, may help."
    }

    private func invitation(_ sectors: [String]) -> String {
        sectors.isEmpty ? "" : " Not heard here yet: \(list(sectors.map(sectorName)))."
    }

    func wordingAdvice(_ entry: Int, _ findings: [WordingAdvice]) -> String {
        let sentences = findings.map(advice).joined(separator: " ")
        return "About the wording: \(sentences) /amend changes it; it can also stay as it is."
    }

    private func advice(_ finding: WordingAdvice) -> String {
        switch finding {
        case .vagueVerb(let verb): "“\(verb)” is hard to check afterwards; what will exist or happen?"
        case .twoInOne: "It says two things; would two proposals be clearer?"
        case .noDate: "By when?"
        case .tooLong(let words): "It has \(words) words; could it be shorter?"
        case .acronym(let letters): "What does \(letters) stand for?"
        case .jargon(let word, let plainer): "“\(word)”: would “\(plainer)” do?"
        }
    }
}
