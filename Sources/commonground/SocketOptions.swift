import ArgumentParser
import Dispatch
import Foundation
import Serving
import Sockets

/// Where a server listens, and for whom.
struct SocketOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Listen at unix:PATH or tcp:HOST:PORT; may be there more than once.",
            discussion: "A Unix socket is for its owner alone. TCP is for this computer alone.",
            valueName: "address"))
    var listen: [String] = []
    @Flag(help: "With --listen: speak over stdin and stdout too, and end when stdin ends.") var stdio = false

    var readsStdin: Bool { stdio || listen.isEmpty }

    func check() throws {
        for words in listen where ListenAddress(words) == nil {
            throw ValidationError("“\(words)” is no address. Write unix:PATH or tcp:127.0.0.1:PORT.")
        }
    }

    /// Nil when there is nothing to listen on.
    func start(_ hosting: HostingThread, _ common: Connection.Options) throws -> SocketServer? {
        guard !listen.isEmpty else { return nil }
        let server = SocketServer(hosting: hosting)
        for address in listen.compactMap({ ListenAddress($0) }) {
            do throws(ListenError) {
                let actual = try server.listen(on: address) { user in
                    var options = common
                    options.isHost = false
                    options.principal = user.map { "unix:\($0)" } ?? "tcp"
                    return options
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

/// Waits for the program's end, whatever it comes from.
final class Ending: Sendable {
    private let semaphore = DispatchSemaphore(value: 0)
    private let queue = DispatchQueue(label: "commonground.ending")

    func come() { semaphore.signal() }
    func wait() { semaphore.wait() }

    /// These signals are an orderly end.
    func comes(with signals: [Int32]) {
        for number in signals {
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
            source.setEventHandler { [self] in
                come()
                // Keeps the source for as long as the program runs.
                _ = source
            }
            source.resume()
        }
    }
}
