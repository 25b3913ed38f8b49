import ArgumentParser
import Bridges
import Facilitation
import Foundation
import Frameworks
import Hosting
import Serving
import Transcript

/// `commonground bridge matterbridge`: between matterbridge's API and the rooms.
struct MatterbridgeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "matterbridge",
        abstract: "Hold meetings in the chats that a matterbridge of yours reaches: Slack, Teams, Matrix and others.",
        discussion: """
            Matterbridge is a program of others that runs beside this one; give it an account of the kind "api" and a \
            gateway with each chat and that account. People are known by the id that their chat gives them, such as \
            slack.north:U024BE7LH. There are no private messages: ratings are typed for all to see, and the record \
            says so. It runs until SIGTERM or SIGINT; after a kill it goes on where it was.

            The file, of which url and rooms are needed:
              url: http://127.0.0.1:4242      # where matterbridge's API listens
              tokenFile: matterbridge.token   # or token: "…"
              store: north.sqlite             # where transcripts are kept; or --store
              name: Common Ground             # the bot's name in the chats
              receive: websocket              # or stream
              withoutUserID: typed            # or refuse: people without an id
              commandSign: "!"                # typed in place of /
              ignore: [weather-bot]           # ids and names that are not heard
              textBytes: 1500                 # of one message
              retry: {firstSeconds: 1, mostSeconds: 60, attempts: 0, patienceSeconds: 30}
              rooms:
                - gateway: north-place        # the gateway's name in matterbridge's file
                  room: north                 # made if it is not there
                  setup: north.yaml           # who facilitates, by id

            Example:
              commonground bridge matterbridge --config matterbridge.yaml
            """)

    @Option(help: ArgumentHelp("The settings, a YAML file.", valueName: "file")) var config: String
    @Flag(help: "Only check the file.") var check = false
    @OptionGroup var store: StoreOption
    @Option(help: .hidden) var clock: String?

    func validate() throws {
        if check && store.store != nil { throw ValidationError("--check looks at no store.") }
    }

    func run() throws {
        signal(SIGPIPE, SIG_IGN)
        signal(SIGXFSZ, SIG_IGN)
        let settings = try readSettings()
        let setups = try settings.rooms.map(readSetup)
        if check { return try Output.result("No mistakes in \(config).") }
        var place = store
        place.store = store.store ?? settings.store
        let transcripts = try place.open()
        defer { try? transcripts.close() }
        LostStore.tell(of: transcripts)
        let clock = try ClockOption.clock(self.clock)
        let first = RoomHost(store: transcripts, clock: clock)
        for (link, setup) in zip(settings.rooms, setups) { try open(link, setup, first) }
        let hosting = HostingThread(library: library) { RoomHost(store: transcripts, clock: clock) }
        try serve(settings, hosting, spool: spool(place))
        try LostStore.check(transcripts)
    }

    private func serve(_ settings: MatterbridgeSettings, _ hosting: HostingThread, spool: String?) throws {
        let ending = Ending()
        let outcome = Outcome()
        ending.comes(with: [SIGTERM, SIGINT])
        if settings.token != nil, !settings.isLocal {
            Output.note("the token goes to \(settings.host) unencrypted; a tunnel keeps it to yourself")
        }
        let bridge = MatterbridgeBridge(settings, hosting, spool: spool, note: { Output.note($0) }) { failure in
            outcome.set(failure)
            ending.come()
        }
        bridge.start()
        Output.note("bridging \(settings.rooms.map { "\($0.gateway) to \($0.room)" }.joined(separator: ", "))")
        ending.wait()
        bridge.stop()
        hosting.end()
        if let failure = outcome.value { throw Exit.failure(failure.explanation, failure.exitCode) }
    }

    /// Beside the store, where that is a file.
    private func spool(_ store: StoreOption) -> String? {
        let environment = ProcessInfo.processInfo.environment
        guard case .sqlite(let path)? = try? StoreLocation.resolve(option: store.store, environment: environment) else {
            return nil
        }
        return path + ".matterbridge"
    }

    private func readSettings() throws -> MatterbridgeSettings {
        let checked = MatterbridgeSettingsReader().read(file: config)
        guard let settings = checked.value else {
            throw Exit.failure(MistakeText.list(checked.mistakes, in: config), Exit.badData)
        }
        return settings
    }

    private func readSetup(_ link: MatterbridgeSettings.RoomLink) throws -> Setup {
        guard let path = link.setup else { return Setup(framework: Library.builtIn) }
        let checked = SetupReader(library: library).read(file: path)
        guard let setup = checked.value else {
            throw Exit.failure(MistakeText.list(checked.mistakes, in: path), Exit.badData)
        }
        return setup
    }

    private var library: Library { Library.standard(environment: ProcessInfo.processInfo.environment) }

    /// A room that is there already keeps the set-up that it was opened with.
    private func open(_ link: MatterbridgeSettings.RoomLink, _ setup: Setup, _ host: RoomHost) throws {
        try Rooming.openIfNew(link.room, host) {
            if !setup.members.contains(where: { $0.role == .facilitator && $0.id != nil }) {
                Output.note(
                    "nobody facilitates in “\(link.room)”: name somebody with role: facilitator in its set-up, "
                        + "and with the id that their chat gives them")
            }
            return setup
        }
    }
}

/// What the adapter ended with. Sendable because `lock` guards it.
private final class Outcome: @unchecked Sendable {
    private let lock = NSLock()
    private var failure: MatterbridgeBridge.Failure?

    func set(_ failure: MatterbridgeBridge.Failure) { lock.withLock { self.failure = self.failure ?? failure } }
    var value: MatterbridgeBridge.Failure? { lock.withLock { failure } }
}

extension MatterbridgeBridge.Failure {
    /// For people.
    fileprivate var explanation: String {
        switch self {
        case .tokenRefused:
            "matterbridge refuses the token. Compare it with Token in the api account of matterbridge's own file."
        case .refused(let status):
            "matterbridge answers \(status), which trying again does not change. Check url: nothing is lost meanwhile."
        case .unreachable(let attempts):
            "matterbridge could not be reached \(attempts) times in a row. Start it, then start this again: nothing is lost."
        case .noRoom(let room): "the room “\(room)” is not in the store"
        case .unreadable(let reason): "the rooms cannot be read: \(reason)"
        }
    }

    fileprivate var exitCode: Int32 {
        switch self {
        case .tokenRefused: Exit.notAllowed
        case .refused, .unreachable: Exit.unavailable
        case .noRoom: Exit.noInput
        case .unreadable: Exit.inputOutput
        }
    }
}
