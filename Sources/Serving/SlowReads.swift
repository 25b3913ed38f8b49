/// Work that can take long, for one connection: it holds everything it needs and may run on any thread.
struct SlowRead: Sendable {
    var connection: Int
    var make: @Sendable () -> [UInt8]
}

/// Slow reads that wait for a thread. They are taken round the connections, one of each, so that whoever asks for many
/// waits for them alone.
struct SlowReads {
    /// As many are made at the same time: one long export does not hold up everybody's drafts, and the thread that has the
    /// rooms is not left without a processor.
    static let threads = 2
    /// As many may wait for one connection at a socket.
    static let ofOneConnectionMax = 8

    private var waiting: [Int: [SlowRead]] = [:]
    /// The connections that have some, in the order of their turns.
    private var turns: [Int] = []

    mutating func add(_ read: SlowRead) {
        if waiting[read.connection] == nil { turns.append(read.connection) }
        waiting[read.connection, default: []].append(read)
    }

    mutating func next() -> SlowRead? {
        guard !turns.isEmpty else { return nil }
        let connection = turns.removeFirst()
        let read = waiting[connection]?.removeFirst()
        if waiting[connection]?.isEmpty == false {
            turns.append(connection)
        } else {
            waiting[connection] = nil
        }
        return read
    }

    /// - Returns: how many there were.
    mutating func drop(of connection: Int) -> Int {
        turns.removeAll { $0 == connection }
        return waiting.removeValue(forKey: connection)?.count ?? 0
    }
}
