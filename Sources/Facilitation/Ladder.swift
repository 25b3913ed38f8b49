/// The steps that a rating can name, from *not yet* to the highest stage, with the betweens made from the stages.
///
/// Never changed once made, so it is one reference: every line that is read carries it along.
public final class Ladder: Sendable, Hashable {
    public struct Step: Sendable, Hashable {
        public var id: String
        public var name: String
        /// Worth in stages: *not yet* 0, the first stage 1, a between half a step more than its lower end.
        public var worth: Double
        /// The ids of the two stages that a between lies between.
        public var ends: [String]
    }

    public let steps: [Step]
    /// The words of the stages' names, folded once, for the reader of plain words.
    let stageNames: StageNames

    public init(stages: [Stage]) {
        var steps = [Step(id: SpecialStage.notYet, name: "Not yet", worth: 0, ends: [])]
        for (index, stage) in stages.enumerated() {
            if index > 0 {
                let lower = stages[index - 1]
                steps.append(
                    Step(
                        id: "between-\(lower.id)-\(stage.id)", name: "Between \(lower.name) and \(stage.name)",
                        worth: Double(index) + 0.5, ends: [lower.id, stage.id]))
            }
            steps.append(Step(id: stage.id, name: stage.name, worth: Double(index + 1), ends: []))
        }
        self.steps = steps
        stageNames = StageNames(steps: steps)
    }

    public static func == (left: Ladder, right: Ladder) -> Bool { left === right || left.steps == right.steps }
    public func hash(into hasher: inout Hasher) { hasher.combine(steps) }

    public func step(_ id: String) -> Step? { steps.first { $0.id == id } }

    /// The name that people see, for steps and for the answers that name no stage.
    public func name(_ id: String) -> String {
        switch id {
        case SpecialStage.dontKnow: "Don't know"
        case SpecialStage.noView: "No view"
        default: step(id)?.name ?? id
        }
    }

    /// Everything that a rating may say.
    public var answers: [String] { steps.map(\.id) + [SpecialStage.dontKnow, SpecialStage.noView] }
}
