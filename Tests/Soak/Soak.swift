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
