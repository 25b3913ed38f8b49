import Dispatch
import Foundation
import Synchronization

/// Waits for the program's end, whatever it comes from.
final class Ending: Sendable {
    private let semaphore = DispatchSemaphore(value: 0)
    private let queue = DispatchQueue(label: "commonground.ending")
    private let asked = Mutex<DispatchTime?>(nil)
    /// `timeout` sends its signal to a program and then to the group that it is in: the same signal, told twice.
    private static let echoMilliseconds = 300

    func come() { semaphore.signal() }
    func wait() { semaphore.wait() }

    /// These signals are an orderly end. Whoever sends a second one does not want to wait for it: everything acknowledged is
    /// in the store, and the program ends where it stands, with the number that a shell gives to such an end.
    func comes(with signals: [Int32]) {
        for number in signals {
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
            source.setEventHandler { [self] in
                if isAskedAgain() { _exit(128 + number) }
                come()
                // Keeps the source for as long as the program runs.
                _ = source
            }
            source.resume()
        }
    }

    private func isAskedAgain() -> Bool {
        asked.withLock { asked in
            if let earlier = asked { return DispatchTime.now() > earlier + .milliseconds(Ending.echoMilliseconds) }
            asked = DispatchTime.now()
            return false
        }
    }
}
