/// The shape of a round of ratings: what a facilitator would see at a glance.
///
/// The first pattern that fits is the pattern, in the order of the cases. Raw values are the words of the
/// record.
public enum SpreadPattern: String, Hashable, Sendable, CaseIterable {
    /// Fewer than three ratings name a stage.
    case tooFew = "too-few"
    /// A third or more of all answers given (no view and abstentions included) are "don't know".
    case manyDontKnow = "many-dont-know"
    /// Everyone named the same step.
    case same
    /// At least two sectors have two or more ratings; every such sector is of one mind, and they are not all
    /// on one step. Sectors with a single rating, and people without a sector, do not matter here.
    case clumpsBySector = "clumps-by-sector"
    /// The lowest and the highest rating are at most one stage apart.
    case neighbours
    /// The lowest and the highest rating are more than one stage apart.
    case twoApart = "two-apart"

    init(_ placed: [PlacedRating], answers: AnswerCounts) {
        let worths = placed.map(\.step.worth)
        guard placed.count >= MajorityTolerance.fewestRatings,
            let lowest = worths.min(), let highest = worths.max()
        else {
            self = .tooFew
            return
        }
        if answers.dontKnow * 3 >= answers.answered {
            self = .manyDontKnow
        } else if lowest == highest {
            self = .same
        } else if Self.isClumpedBySector(placed) {
            self = .clumpsBySector
        } else if highest - lowest <= 1 {
            self = .neighbours
        } else {
            self = .twoApart
        }
    }

    private static func isClumpedBySector(_ placed: [PlacedRating]) -> Bool {
        let withSector = placed.filter { $0.sector != nil }
        let clumps = Dictionary(grouping: withSector, by: \.sector).values.filter { $0.count >= 2 }
        let stepsByClump = clumps.map { Set($0.map(\.index)) }
        return clumps.count >= 2
            && stepsByClump.allSatisfy { $0.count == 1 }
            && Set(stepsByClump).count > 1
    }
}
