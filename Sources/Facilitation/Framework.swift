/// A maturity framework: areas of focus in groups, and the stages that a partnership can have reached in each.
/// It is data: the built-in pack and any pack of somebody's own become this value.
public struct Framework: Sendable, Hashable {
    public var id: String
    public var version: String
    public var name: String
    /// Whom to thank for the names used here; printed with every output.
    public var credit: String
    /// From the lowest stage to the highest.
    public var stages: [Stage] { didSet { ladder = Ladder(stages: stages) } }
    /// Everything that a rating can name; made once, because every line that is read needs it.
    public private(set) var ladder: Ladder
    public var groups: [AreaGroup]
    /// `sha256:…` over the canonical JSON of the pack, put there by whoever loaded it; it ties a session to its pack.
    public var hash: String

    public init(
        id: String, version: String, name: String, credit: String, stages: [Stage], groups: [AreaGroup],
        hash: String = ""
    ) {
        self.id = id
        self.version = version
        self.name = name
        self.credit = credit
        self.stages = stages
        ladder = Ladder(stages: stages)
        self.groups = groups
        self.hash = hash
    }

    /// Every area in the order of the pack.
    public var areas: [Area] { groups.flatMap(\.areas) }
    public func area(_ id: String) -> Area? { areas.first { $0.id == id } }
    /// The 1-based number of an area in the order of the pack.
    public func number(of areaID: String) -> Int? { areas.firstIndex { $0.id == areaID }.map { $0 + 1 } }
}

/// One stage of maturity, such as *established*.
public struct Stage: Sendable, Hashable {
    public var id: String
    public var name: String
    /// What it means in one short line, such as "we line up".
    public var meaning: String
    /// A question that members can ask themselves to place their partnership.
    public var ask: String
    /// What does not, on its own, make this stage.
    public var notEnough: String

    public init(id: String, name: String, meaning: String = "", ask: String = "", notEnough: String = "") {
        self.id = id
        self.name = name
        self.meaning = meaning
        self.ask = ask
        self.notEnough = notEnough
    }
}

/// A named group of areas, such as *Strategy and policy*.
public struct AreaGroup: Sendable, Hashable {
    public var id: String
    public var name: String
    public var areas: [Area]

    public init(id: String, name: String, areas: [Area]) {
        self.id = id
        self.name = name
        self.areas = areas
    }
}

/// One area of focus. Only `id` and `name` are needed; everything else helps the facilitation.
public struct Area: Sendable, Hashable {
    public var id: String
    public var name: String
    /// Who must act here, such as "every member organisation".
    public var actor: String
    /// What the area is for, in a plain sentence.
    public var purpose: String
    public var questions: [String]
    /// By stage id: what shows that the stage is real in this area.
    public var evidence: [String: String]
    /// Follow-up questions that test a claim.
    public var probes: [String]
    /// Usual partners.
    public var partners: [String]
    public var policies: [DatedItem]
    public var programmes: [DatedItem]
    public var headlineMeasures: [String]
    /// Measures that watch for harm done elsewhere.
    public var balancingMeasures: [String]
    /// Ids of related areas.
    public var links: [String]
    /// Disagreements to expect.
    public var disagreements: [String]
    /// True when money, suppliers or contracts are likely to come up, so that interests are asked for again.
    public var touchesMoney: Bool
    /// When a partnership added this area to a pack; nil in a pack's own areas.
    public var added: String?

    public init(
        id: String, name: String, actor: String = "", purpose: String = "", questions: [String] = [],
        evidence: [String: String] = [:], probes: [String] = [], partners: [String] = [], policies: [DatedItem] = [],
        programmes: [DatedItem] = [], headlineMeasures: [String] = [], balancingMeasures: [String] = [],
        links: [String] = [], disagreements: [String] = [], touchesMoney: Bool = false, added: String? = nil
    ) {
        self.id = id
        self.name = name
        self.actor = actor
        self.purpose = purpose
        self.questions = questions
        self.evidence = evidence
        self.probes = probes
        self.partners = partners
        self.policies = policies
        self.programmes = programmes
        self.headlineMeasures = headlineMeasures
        self.balancingMeasures = balancingMeasures
        self.links = links
        self.disagreements = disagreements
        self.touchesMoney = touchesMoney
        self.added = added
    }
}

/// A policy or programme that dates fast, with the day on which somebody checked that it still stands.
public struct DatedItem: Sendable, Hashable {
    public var name: String
    /// ISO date, such as `2026-11-21`.
    public var checkedOn: String

    public init(name: String, checkedOn: String) {
        self.name = name
        self.checkedOn = checkedOn
    }
}
