import CLibCrypto

/// Random bytes fit for secrets, from OpenSSL's generator. Many are drawn at once: to ask the system for every salt would
/// take a quarter of the time of an append.
public struct RandomBytes {
    private var drawn: [UInt8] = []
    private var used = 0
    private let drawnAtOnce: Int

    /// - Parameter drawnAtOnce: bytes, as many as will probably be asked for.
    public init(drawnAtOnce: Int) { self.drawnAtOnce = max(1, drawnAtOnce) }

    public mutating func next(_ count: Int) -> [UInt8] {
        if drawn.count - used < count {
            drawn = RandomBytes.draw(max(drawnAtOnce, count))
            used = 0
        }
        defer { used += count }
        return Array(drawn[used..<used + count])
    }

    private static func draw(_ count: Int) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        if RAND_bytes(&bytes, CInt(count)) == 1 { return bytes }
        // It cannot seed itself where the system's own generator is out of reach of a library; Swift's asks the kernel.
        var system = SystemRandomNumberGenerator()
        return bytes.map { _ in UInt8.random(in: .min ... .max, using: &system) }
    }
}
