import Dispatch
import Foundation

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
