import Facilitation
import Foundation
import Testing

@testable import Transcript

/// What is left after a power cut in the middle of a write: the end of a file is missing, or holds something else.
@Suite struct TornPageTests {
    /// The files of a store as they stand on the disk while it is open, with five entries of which each was a commit.
    private func image() throws -> (file: Data, log: Data) {
        let place = try Place()
        let store = try place.store()
        try store.append([], creatingRooms: [makeRoom("north")])
        for number in 1...5 { try store.append([line("north", number, String(repeating: "word ", count: 900))]) }
        let log = try Data(contentsOf: URL(fileURLWithPath: place.path + "-wal"))
        let file = try place.bytes()
        try store.close()
        return (file, log)
    }

    private func head(_ file: Data, _ log: Data, _ comment: Comment) throws -> Int {
        let place = try Place()
        try file.write(to: URL(fileURLWithPath: place.path))
        try log.write(to: URL(fileURLWithPath: place.path + "-wal"))
        let store = try place.store()
        let report = try store.verify(room: nil)
        #expect(report.findings == [], comment)
        guard let head = try store.room("north")?.head else {
            // The log is cut before anything of ours was in it.
            return -1
        }
        #expect(try store.entries(in: "north", after: 0, limit: 10).map(\.number) == Array(1...5).filter { $0 <= head })
        try store.append([line("north", head + 1, "After the cut.")])
        #expect(try store.verify(room: nil) == VerifyReport(rooms: 1, entries: head + 1), comment)
        return head
    }

    @Test func `A log cut at any place gives back whole commits, and goes on from there`() throws {
        let (file, log) = try image()
        #expect(try head(file, log, "whole") == 5)
        var heads: [Int] = []
        for cut in stride(from: log.count, to: log.count - 40_000, by: -1_371) where cut > 0 {
            heads.append(try head(file, log.prefix(cut), "cut at \(cut) of \(log.count)"))
        }
        #expect(heads == heads.sorted(by: >), "less of the log never gives more: \(heads)")
        #expect(heads.contains(4) && heads.contains(3))
    }

    @Test func `A log whose end is garbled or zero gives back whole commits`() throws {
        let (file, log) = try image()
        for length in [1, 24, 511, 4_096, 4_120, 9_000] {
            for filler: UInt8 in [0, 0xA5] {
                var torn = log
                for offset in (log.count - length)..<log.count { torn[offset] = filler }
                let found = try head(file, torn, "\(length) bytes of \(filler)")
                #expect((3...4).contains(found), "\(length) bytes of \(filler): \(found)")
            }
        }
    }

    /// The file itself is only torn by a disk that breaks its word; then it must be found.
    @Test func `A file whose end is cut off or garbled is never taken for a whole one`() throws {
        let origin = try Place()
        let store = try origin.store()
        try store.append(
            (1...60).map { line("north", $0, "Line \($0): " + String(repeating: "word ", count: 60)) },
            creatingRooms: [makeRoom("north")])
        let words = try store.entries(in: "north", after: 0, limit: 100).map(\.words)
        try store.close()
        let whole = try origin.bytes()
        var found = 0
        for length in [100, 2_048, 4_096, 6_000, 12_288, whole.count / 2] {
            for isCut in [true, false] {
                let place = try Place()
                var torn = whole
                if isCut {
                    torn = whole.prefix(whole.count - length)
                } else {
                    for offset in (whole.count - length)..<whole.count { torn[offset] = 0xA5 }
                }
                try torn.write(to: URL(fileURLWithPath: place.path))
                do {
                    let store = try place.store()
                    let report = try store.verify(room: nil)
                    if !report.isSound {
                        found += 1
                        continue
                    }
                    let left = try store.entries(in: "north", after: 0, limit: 100).map(\.words)
                    #expect(left == words, "\(length) bytes, cut \(isCut): taken for sound")
                } catch let error as StoreError {
                    guard case .damaged(place.path, _) = error else {
                        Issue.record("\(length) bytes, cut \(isCut): \(error)")
                        continue
                    }
                    #expect(error.explanation.contains("put a back-up in its place"))
                    found += 1
                }
            }
        }
        #expect(found >= 8, "only \(found) of 12 were found")
    }
}
