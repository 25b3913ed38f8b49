#if canImport(Glibc)
    import Glibc
#endif

/// Long runs that look for what short tests do not meet; `Scripts/soak` builds and runs it.
@main enum Soak {
    static func main() async throws {
        let arguments = Array(CommandLine.arguments.dropFirst())
        let count = arguments.dropFirst().first.flatMap { Int($0) }
        let seed = arguments.dropFirst(2).first.flatMap { UInt64($0) } ?? 1
        switch arguments.first {
        case "reading": ReadingSoak(seed: seed).run(inputs: count ?? 10_000_000)
        case "delivery": if try DeliverySoak(seed: seed).run(count: count ?? 1_000) > 0 { exit(1) }
        case "meetings": if MeetingSoak(seed: seed).run(count: count ?? 100_000) > 0 { exit(1) }
        case "kills": if try await KillSoak(seed: seed).run(count: count ?? 1_000) > 0 { exit(1) }
        case "simulate":
            let seed = arguments.dropFirst().first.flatMap { UInt64($0) } ?? 1
            if try MeetingSoak.simulate(seed: seed) > 0 { exit(1) }
        case "drafting": try DraftingSoak(seed: Int(truncatingIfNeeded: seed)).run(changes: count ?? 10_000)
        default:
            print("usage: soak reading|drafting|delivery|meetings|kills [COUNT] [SEED], soak simulate SEED")
        }
    }
}
