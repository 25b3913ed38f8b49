import Testing

@testable import Serving

@Suite struct SlowReadsTests {
    private func read(_ connection: Int, _ name: String) -> SlowRead {
        SlowRead(connection: connection) { Array(name.utf8) }
    }

    private func taken(_ reads: inout SlowReads) -> [String] {
        var names: [String] = []
        while let read = reads.next() { names.append(String(decoding: read.make(), as: UTF8.self)) }
        return names
    }

    @Test func `They are taken round the connections, and those of one connection in their order`() {
        var reads = SlowReads()
        for name in ["a1", "a2", "a3"] { reads.add(read(1, name)) }
        reads.add(read(2, "b1"))
        let first = reads.next()
        #expect(first?.connection == 1)
        for name in ["b2", "c1"] { reads.add(read(name == "c1" ? 3 : 2, name)) }
        let order = taken(&reads)
        #expect(order == ["b1", "a2", "c1", "b2", "a3"])
        reads.add(read(1, "a4"))
        let later = taken(&reads)
        #expect(later == ["a4"])
    }

    @Test func `Those of a connection that is gone are not made`() {
        var reads = SlowReads()
        for name in ["a1", "a2"] { reads.add(read(1, name)) }
        reads.add(read(2, "b1"))
        let dropped = [reads.drop(of: 1), reads.drop(of: 1), reads.drop(of: 7)]
        #expect(dropped == [2, 0, 0])
        let left = taken(&reads)
        #expect(left == ["b1"])
    }
}
