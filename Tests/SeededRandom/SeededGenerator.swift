/// SplitMix64 (Steele, Lea and Flood 2014): the same seed gives the same numbers on every machine, so that what one run
/// found can be played again.
public struct SeededGenerator: RandomNumberGenerator, Sendable {
    private var state: UInt64

    /// Seeds are spread first, or the numbers of two seeds that are a multiple of the step apart would be the same ones,
    /// shifted.
    public init(seed: UInt64) { state = seed &* 0xD134_2543_DE82_EF95 }

    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// From 0 to one below `count`; 0 when there is nothing to choose from.
    public mutating func number(below count: Int) -> Int { Int.random(in: 0..<max(1, count), using: &self) }

    public mutating func happens(oneIn count: Int) -> Bool { number(below: count) == 0 }

    public mutating func happens(percent: Int) -> Bool { number(below: 100) < percent }

    public mutating func pick<Element>(_ elements: [Element]) -> Element { elements[number(below: elements.count)] }
}
