import Facilitation
import Frameworks

/// Frameworks by their hash, so that each is read from the store once: those used last, and always the built-in one. What
/// is dropped is read again when a room needs it. A room in memory has its own framework whatever is dropped here.
struct HeldFrameworks: Sendable {
    /// One takes some hundred kilobytes, and anybody who may open a room can bring one.
    static let countMaxDefault = 64

    private var frameworks: [String: (framework: Framework, usedAt: Int)] = [:]
    private var clock = 0
    private let countMax: Int

    init(countMax: Int = HeldFrameworks.countMaxDefault) { self.countMax = max(1, countMax) }

    /// Without the built-in one.
    var count: Int { frameworks.count }

    subscript(hash: String) -> Framework? {
        mutating get {
            if hash == Library.builtIn.hash { return Library.builtIn }
            guard let found = frameworks[hash]?.framework else { return nil }
            clock += 1
            frameworks[hash]?.usedAt = clock
            return found
        }
    }

    mutating func keep(_ framework: Framework) {
        guard framework.hash != Library.builtIn.hash else { return }
        clock += 1
        frameworks[framework.hash] = (framework, clock)
        guard frameworks.count > countMax, let oldest = frameworks.min(by: { $0.value.usedAt < $1.value.usedAt })
        else { return }
        frameworks[oldest.key] = nil
    }
}
