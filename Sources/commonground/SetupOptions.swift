import ArgumentParser
import Facilitation
import Foundation
import Frameworks
import Hosting

/// What a new room is given.
struct SetupOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The set-up of a new room, as a file.", valueName: "file"))
    var setup: String?
    @Option(help: ArgumentHelp("A framework pack: its id or a file.", valueName: "id or file"))
    var framework: String?
    @Option(
        help: ArgumentHelp(
            "Who facilitates, by name.",
            discussion:
                "At the keyboard, or in text mode over stdin. Where programs speak for people, the set-up needs their id.",
            valueName: "name"))
    var facilitator: String?
    @OptionGroup var clock: ClockOption

    var library: Library { Library.standard(environment: ProcessInfo.processInfo.environment) }

    /// The set-up, with every mistake named when there is one.
    func read() throws -> Setup {
        var chosen: Framework?
        if let framework { chosen = try value(library.load(framework), framework) }
        guard let setup else { return try with(facilitator, Setup(framework: chosen ?? Library.builtIn)) }
        return try with(
            facilitator, value(SetupReader(library: library).read(file: setup, framework: chosen), setup))
    }

    private func value<Value>(_ checked: Checked<Value>, _ name: String) throws -> Value {
        guard let value = checked.value else {
            throw Exit.failure(MistakeText.list(checked.mistakes, in: name), Exit.badData)
        }
        return value
    }

    private func with(_ facilitator: String?, _ setup: Setup) throws -> Setup {
        guard let facilitator else { return setup }
        var setup = setup
        if let known = setup.members.firstIndex(where: { Names.fold($0.name) == Names.fold(facilitator) }) {
            setup.members[known].role = .facilitator
            return setup
        }
        if let fault = PersonName.fault(in: facilitator) { throw refused(.badName(facilitator, fault)) }
        if let other = PersonName.lookAlike(of: facilitator, among: setup.members.map(\.name)) {
            throw refused(.lookAlike(facilitator, of: other, first: .path("the set-up")))
        }
        setup.members.append(SetupMember(name: facilitator, role: .facilitator))
        return setup
    }

    private func refused(_ kind: Mistake.Kind) -> ExitCode {
        Exit.failure(MistakeText.line(Mistake(place: .path("--facilitator"), kind: kind)), Exit.usage)
    }

    func makeClock() throws -> Clock { try clock.make() }
}
