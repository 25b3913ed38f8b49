import Facilitation
import Foundation
import JSONText
import SeededRandom
import TestDatabase
import Testing
import Transcript

/// Two processes of the program that serve one room of one store at once.
@Suite(.serialized, .timeLimit(.minutes(10))) struct TwoProcessTests {
    static let kinds = TestServer.isInstalled ? ["file", "server"] : ["file"]
    private static let lines = 16

    /// One process, with what it has yet to send and what was acknowledged to it.
    private final class Worker {
        let name: String
        private let arguments: [String]
        private let place: Place
        private var program: Program
        /// Replies of programs that were killed, too.
        private(set) var acknowledged: [String: Int] = [:]
        private(set) var refusals: [String] = []
        private var bytesRead = 0

        init(_ name: String, _ arguments: [String], _ place: Place) throws {
            (self.name, self.arguments, self.place) = (name, arguments, place)
            program = try Program(arguments, in: place)
        }

        func send(_ number: Int) {
            program.write(
                #"{"op":"say","id":"\#(name)\#(number)","key":"\#(name)\#(number)","room":"north","as":"irc:\#(name)","#
                    + #""text":"Gate \#(number) of \#(name) is shut."}"# + "\n")
        }

        func open() { program.write(Wire.opening() + "\n") }

        /// Takes in what has come so far.
        func read() {
            let lines = program.lines(after: &bytesRead).filter { $0.contains("\"re\":") }
            for line in parsed(lines.joined(separator: "\n")) {
                guard let id = line["re"]?.string else { continue }
                if let number = line["seq"]?.integer, line["ok"] == true {
                    acknowledged[id] = number
                } else if line["ok"] == false {
                    refusals.append("\(id): \(line["code"]?.string ?? "")")
                }
            }
        }

        func kill() throws {
            program.killNow()
            read()
            bytesRead = 0
            program = try Program(arguments, in: place)
        }

        /// The thread itself waits: a task that sleeps comes back behind every other test that is about to begin.
        func waitFor(_ isEnough: () -> Bool) throws {
            for _ in 0..<1_200 where !isEnough() {
                Thread.sleep(forTimeInterval: 0.025)
                read()
            }
            try #require(isEnough(), "\(name): \(acknowledged.count) acknowledged, \(refusals), \(program.errors)")
        }

        func finish() -> Int32 {
            defer { read() }
            return program.finish()
        }
    }

    private func address(_ kind: String, _ place: Place) throws -> String {
        guard kind == "server" else { return place.path }
        let server = try TestServer.shared.get()
        return server.address(try server.makeDatabase())
    }

    @Test(arguments: kinds)
    func `Two processes write into one room: one order, nothing lost, nothing doubled, also when one is killed`(
        kind: String
    ) throws {
        let place = try Place()
        let address = try address(kind, place)
        let arguments = ["run", "--ndjson", "--store", address, "--clock", ProcessTests.clock]
        let workers = [try Worker("ann", arguments, place), try Worker("bo", arguments, place)]
        workers[0].open()
        try workers[0].waitFor { workers[0].acknowledged["o"] != nil }
        var chance = SeededGenerator(seed: 11)
        var sent = [0, 0]
        var isKilled = false
        // Both at once, in bursts, so that they race for the same numbers.
        while sent.contains(where: { $0 < TwoProcessTests.lines }) {
            for (index, worker) in workers.enumerated() {
                for _ in 0..<chance.number(below: 6) where sent[index] < TwoProcessTests.lines {
                    sent[index] += 1
                    worker.send(sent[index])
                }
            }
            if !isKilled, sent[1] >= TwoProcessTests.lines / 2 {
                isKilled = true
                // What it was told by now counts; the rest is sent again under the same keys.
                try workers[1].kill()
                for number in 1...sent[1] { workers[1].send(number) }
            }
            Thread.sleep(forTimeInterval: 0.015)
        }
        for worker in workers {
            try worker.waitFor {
                (1...TwoProcessTests.lines).allSatisfy { worker.acknowledged["\(worker.name)\($0)"] != nil }
            }
            #expect(worker.refusals == [], "\(worker.name)")
            #expect(worker.finish() == 0)
        }
        try look(address, workers.map { ($0.name, $0.acknowledged) })
    }

    private func look(_ address: String, _ workers: [(name: String, acknowledged: [String: Int])]) throws {
        let store = try StoreLocation.resolve(option: address, environment: [:]).open()
        defer { try? store.close() }
        let entries = try store.entries(in: "north", after: 0, limit: 10_000)
        #expect(entries.map(\.number) == Array(1...entries.count))
        for (name, acknowledged) in workers {
            let own = entries.filter { $0.direction == .heard && $0.by == "irc:\(name)" && $0.key != nil }
            #expect(own.map(\.words) == (1...TwoProcessTests.lines).map { "Gate \($0) of \(name) is shut." }, "\(name)")
            for (id, number) in acknowledged where id != "o" {
                #expect(entries[number - 1].key == id, "\(id) was acknowledged as entry \(number)")
            }
        }
        // Neither wrote all of its lines before the other began.
        let speakers = entries.filter { $0.direction == .heard }.compactMap(\.by)
        #expect(zip(speakers, speakers.dropFirst()).count { $0 != $1 } > 1, "\(speakers)")
        #expect(try store.verify(room: nil).isSound)
    }
}
