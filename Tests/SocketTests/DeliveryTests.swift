import DeliverySimulation
import Facilitation
import Foundation
import Hosting
import JSONText
import SeededRandom
import Testing
import Transcript

@Suite(.serialized, .timeLimit(.minutes(10))) struct DeliveryTests {
    private static let firstSeed =
        ProcessInfo.processInfo.environment["COMMONGROUND_SEED"].flatMap(UInt64.init) ?? 20_261_122

    @Test func `Over a link that repeats, loses and cuts, the record is that of the undisturbed meeting`() throws {
        let scratch = try Scratch()
        let expected = try DeliveryRun.undisturbed(in: scratch.directory)
        #expect(expected["areas"]?.array?.contains { $0["status"] == "settled" } == true)
        var cuts = 0
        var repeats = 0
        for seed in DeliveryTests.firstSeed..<DeliveryTests.firstSeed + 40 {
            let (run, record) = try DeliveryRun.play(seed: seed, in: scratch.directory)
            #expect(run.mistakes == [], "seed \(seed)")
            #expect(DeliveryRun.difference(expected, record) == nil, "seed \(seed)")
            cuts += run.cuts
            repeats += run.repeats
        }
        #expect(cuts > 200 && repeats > 200, "the link was too good to prove anything: \(cuts), \(repeats)")
    }

    @Test func `Over real sockets that are closed in the middle, too`() throws {
        let scratch = try Scratch()
        let expected = try DeliveryRun.undisturbed(in: scratch.directory)
        for seed in DeliveryTests.firstSeed..<DeliveryTests.firstSeed + 3 {
            var chance = SeededGenerator(seed: seed)
            let server = try Server()
            for (index, line) in Meeting.lines.enumerated() {
                try deliver(line, index, server, &chance)
            }
            let host = RoomHost(store: server.store)
            var record = try #require(try host.record(of: Meeting.room).json.object)
            var wanted = try #require(expected.object)
            // Another clock runs here.
            for field in ["log", "sessions", "session", "startedAt", "startedOn", "at", "date"] {
                (record[field], wanted[field]) = (nil, nil)
            }
            #expect(JSONValue.object(record)["areas"] == JSONValue.object(wanted)["areas"], "seed \(seed)")
            #expect(JSONValue.object(record)["head"] == JSONValue.object(wanted)["head"], "seed \(seed)")
        }
    }

    /// Sends one line on new connections until its reply has come back.
    private func deliver(_ line: Meeting.Line, _ index: Int, _ server: Server, _ chance: inout SeededGenerator) throws {
        for attempt in 0..<50 {
            let client = try Client(unix: server.path)
            let text = line.sent(as: "\(index)") + "\n"
            if chance.happens(oneIn: 3), attempt < 40 {
                // Gone before the reply, or before the line was whole.
                client.write(String(text.prefix(chance.number(below: text.count + 1))))
                continue
            }
            client.write(text)
            let reply = try #require(try client.lines(until: "\(index)").last)
            #expect(reply["ok"] == true, "\(reply)")
            return
        }
    }
}
