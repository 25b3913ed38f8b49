import DeliverySimulation
import JSONText

/// Meetings over a bad link, each another one: the record must be that of the undisturbed meeting, nothing acknowledged
/// may be missing, and nothing doubled.
struct DeliverySoak {
    let seed: UInt64

    /// - Returns: how many runs went wrong.
    func run(count: Int) throws -> Int {
        let scratch = try Scratch()
        let expected = try DeliveryRun.undisturbed(in: scratch.directory)
        var failures = 0
        var cuts = 0
        var repeats = 0
        for seed in seed..<seed + UInt64(count) {
            // A folder for each, so that the stores do not pile up.
            let own = try Scratch()
            let (run, record) = try DeliveryRun.play(seed: seed, in: own.directory)
            cuts += run.cuts
            repeats += run.repeats
            let difference = DeliveryRun.difference(expected, record)
            guard !run.mistakes.isEmpty || difference != nil else { continue }
            failures += 1
            print("delivery.failed seed \(seed): \(run.mistakes) \(difference ?? "")")
        }
        print("delivery.runs \(count)")
        print("delivery.cuts \(cuts)")
        print("delivery.repeated_lines \(repeats)")
        print("delivery.failures \(failures)")
        return failures
    }
}
