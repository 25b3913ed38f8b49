#if canImport(Glibc)
    import Glibc
#endif

/// Long runs that look for what short tests do not meet; `Scripts/soak` builds and runs it.
@main enum Soak {
    static func main() throws {
        let arguments = Array(CommandLine.arguments.dropFirst())
        let count = arguments.dropFirst().first.flatMap { Int($0) }
        let seed = arguments.dropFirst(2).first.flatMap { UInt64($0) } ?? 1
        switch arguments.first {
        case "reading": ReadingSoak(seed: seed).run(inputs: count ?? 10_000_000)
        case "delivery": if try DeliverySoak(seed: seed).run(count: count ?? 1_000) > 0 { exit(1) }
        case "drafting": try DraftingSoak(seed: Int(truncatingIfNeeded: seed)).run(changes: count ?? 10_000)
        default:
            print("usage: soak reading [INPUTS] [SEED], soak drafting [CHANGES] [SEED], soak delivery [RUNS] [SEED]")
        }
    }
}

/// SplitMix64, so that what one run found can be played again from its seed.
struct Dice: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
