import Foundation
import Transcript

/// Where meetings are played: a store in a folder of its own, in memory where the system has such a one, for the rules are
/// under test here and not the disk. Gone when its owner is.
public final class MeetingPlace {
    private let directory: String
    private let store: SQLiteStore
    private var played = 0
    /// A file of many meetings gets slow to look through; then it is time for another place.
    public var isFull: Bool { played >= 200 }

    public init() throws {
        let memory = "/dev/shm"
        let parent = FileManager.default.isWritableFile(atPath: memory) ? memory : NSTemporaryDirectory()
        directory = parent + "/commonground-meetings-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        store = try SQLiteStore(path: directory + "/meetings.sqlite")
    }

    deinit {
        try? store.close()
        try? FileManager.default.removeItem(atPath: directory)
    }

    /// - Parameters:
    ///   - seed: of a meeting that was not played here.
    ///   - narrated: whether to note the talk.
    public func play(seed: UInt64, narrated: Bool = false) throws -> SimulatedMeeting {
        played += 1
        return try SimulatedMeeting.play(seed: seed, in: store, narrated: narrated)
    }
}
