import ArgumentParser
import Facilitation
import Frameworks
import Hosting

/// The time that a command goes by.
struct ClockOption: ParsableArguments {
    @Option(
        help: ArgumentHelp("Always this time, such as 2026-10-14T13:20:00Z. For examples and tests.", valueName: "time")
    )
    var clock: String?

    func make() throws -> Clock { try ClockOption.clock(clock) }

    /// Today, for what belongs to no meeting yet: where meetings are held unless a set-up says otherwise.
    func today() throws -> CivilDate { try make().today(in: Setup(framework: Library.builtIn).zone) }

    /// - Parameter clock: the one moment that it always is, as ISO 8601; nil for the computer's own time.
    static func clock(_ clock: String?) throws -> Clock {
        guard let clock else { return .system }
        guard let moment = Instant(iso: clock) else {
            throw Exit.failure("“\(clock)” is not a time. Write it like 2026-10-14T13:20:00Z.", Exit.usage)
        }
        return .fixed(moment)
    }
}
