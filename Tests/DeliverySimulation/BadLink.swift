import Foundation
import Frameworks
import Hosting
import JSONText
import LineProtocol
import SeededRandom
import Serving
import Transcript

/// The rooms, and a link to each of two bridges that loses what is under way whenever it is cut.
final class BadLink {
    let store: any TranscriptStore
    private var switchboard: Switchboard
    private var numbers: [Int?] = [nil, nil]
    private var intakes = [Intake(), Intake()]
    private var arriving: [[UInt8]] = [[], []]
    private var lastNumber = 0

    init(store: any TranscriptStore) {
        self.store = store
        switchboard = BadLink.switchboard(store)
    }

    private static func switchboard(_ store: any TranscriptStore) -> Switchboard {
        Switchboard(host: RoomHost(store: store, clock: ConversationPlayer.clock), library: Library())
    }

    func isConnected(_ bridge: Int) -> Bool { numbers[bridge] != nil }

    func connect(_ bridge: Int) {
        lastNumber += 1
        numbers[bridge] = lastNumber
        intakes[bridge] = Intake()
        arriving[bridge] = []
        var options = Connection.Options()
        options.isHost = false
        options.principal = Meeting.principals[bridge]
        take([.connected(lastNumber, options)])
    }

    /// Delivers bytes of a bridge, in pieces of any size.
    func send(_ bridge: Int, _ bytes: [UInt8], _ chance: inout SeededGenerator) {
        guard let number = numbers[bridge] else { return }
        var rest = bytes[...]
        var isBusy = false
        while !rest.isEmpty {
            let piece = rest.prefix(1 + chance.number(below: 400))
            rest = rest.dropFirst(piece.count)
            let messages = intakes[bridge].feed(Array(piece))
            // Now and then the queue is full; then what follows at once is refused too, as it is at a socket.
            isBusy = isBusy || chance.happens(oneIn: 60)
            let taken = isBusy ? 0 : messages.count
            take([.said(number, Array(messages.prefix(taken)))])
            for message in messages.dropFirst(taken) { arriving[bridge] += Busy.answer(to: message) ?? [] }
        }
    }

    /// The lines that have arrived at a bridge, without one that is not whole.
    func received(_ bridge: Int) -> [String] {
        guard let end = arriving[bridge].lastIndex(of: 0x0A) else { return [] }
        let whole = arriving[bridge][..<end]
        arriving[bridge] = Array(arriving[bridge][(end + 1)...])
        return String(decoding: whole, as: UTF8.self).split(separator: "\n").map(String.init)
    }

    /// Cuts the link: of what was under way to the bridge, only a beginning arrives.
    func cut(_ bridge: Int, _ chance: inout SeededGenerator) {
        guard let number = numbers[bridge] else { return }
        arriving[bridge] = Array(arriving[bridge].prefix(chance.number(below: arriving[bridge].count + 1)))
        // The server may hear of it at once, or only learn that nothing more comes.
        take([chance.happens(oneIn: 2) ? .gone(number) : .endOfStream(number)])
        numbers[bridge] = nil
    }

    /// The server is started again on the same store; both links are cut.
    func restart(_ chance: inout SeededGenerator) {
        for bridge in [0, 1] { cut(bridge, &chance) }
        switchboard = BadLink.switchboard(store)
    }

    private func take(_ deliveries: [Switchboard.Delivery]) {
        for outgoing in switchboard.take(deliveries) {
            guard let bridge = numbers.firstIndex(of: outgoing.connection) else { continue }
            arriving[bridge] += outgoing.bytes
        }
    }
}
