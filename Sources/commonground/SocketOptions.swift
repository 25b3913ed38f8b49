import ArgumentParser
import Frameworks
import Serving
import Sockets

/// Where a server listens, and for whom.
struct SocketOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Listen at unix:PATH or tcp:HOST:PORT; may be there more than once.",
            discussion: """
                A Unix socket is for its owner alone. TCP is for this computer alone, unless another address is named \
                and --grants has tokens.
                """, valueName: "address"))
    var listen: [String] = []
    @Flag(help: "With --listen: speak over stdin and stdout too, and end when stdin ends.") var stdio = false

    @Option(
        help: ArgumentHelp(
            "Who may connect at a socket, and what each may do: a YAML file.",
            discussion: "Without it, whoever can connect may open rooms and speak in all of them.", valueName: "file"))
    var grants: String?
    @Option(
        help: ArgumentHelp(
            "Lines a second that one actor may send; 0 for no limit.",
            discussion: "Without it, 10 at sockets and no limit over stdin.", valueName: "number"))
    var rate: Int?

    var readsStdin: Bool { stdio || listen.isEmpty }

    func check() throws {
        for words in listen where ListenAddress(words) == nil {
            throw ValidationError("“\(words)” is no address. Write unix:PATH or tcp:127.0.0.1:PORT.")
        }
        if listen.isEmpty && (stdio || grants != nil) {
            throw ValidationError("--stdio and --grants go with --listen.")
        }
        if let rate, rate < 0 { throw ValidationError("--rate is a number of lines a second, or 0 for no limit.") }
    }

    /// What was asked for; nil for the usual limits of a transport.
    private func rate(usual: Rate?) -> Rate? { rate.map { $0 == 0 ? nil : Rate(perSecond: $0) } ?? usual }

    func optionsOfStdin(_ common: Connection.Options) -> Connection.Options {
        var options = common
        options.rate = rate(usual: nil)
        return options
    }

    private func readGrants() throws -> Grants? {
        guard let grants else { return nil }
        let checked = GrantReader().read(file: grants)
        guard let value = checked.value else {
            throw Exit.failure(MistakeText.list(checked.mistakes, in: grants), Exit.badData)
        }
        return value
    }

    /// What somebody is who has just connected: by the system's word alone, or nobody before a token comes.
    private static func options(
        _ common: Connection.Options, _ grants: Grants?, user: UInt32?
    ) -> Connection.Options {
        var options = common
        options.isHost = false
        options.principal = user.map { "unix:\($0)" } ?? "tcp"
        options.mayActAsAnybody = grants == nil
        guard let grants else { return options }
        options.grants = grants
        if user != nil, let grant = grants.named(options.principal) {
            options.become(grant)
        } else {
            options.isAuthenticated = false
        }
        return options
    }

    /// Nil when there is nothing to listen on.
    func start(_ hosting: HostingThread, _ common: Connection.Options) throws -> SocketServer? {
        guard !listen.isEmpty else { return nil }
        let grants = try readGrants()
        let addresses = listen.compactMap { ListenAddress($0) }
        if let open = addresses.first(where: { !$0.isLocal }), grants?.hasTokens != true {
            throw Exit.failure(
                "\(open.words) can be reached from other computers, so it needs --grants with a token for each client.",
                Exit.usage)
        }
        var common = common
        common.rate = rate(usual: .usual)
        let server = SocketServer(hosting: hosting)
        for address in addresses {
            do throws(ListenError) {
                let actual = try server.listen(on: address) { [common] user in
                    SocketOptions.options(common, grants, user: user)
                }
                Output.note("listening on \(actual.words)")
            } catch {
                server.stop()
                throw Exit.failure(error.explanation, Exit.unavailable)
            }
        }
        return server
    }
}
