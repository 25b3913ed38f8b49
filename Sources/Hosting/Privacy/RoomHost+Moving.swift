import Facilitation
import Frameworks
import JSONText
import Transcript

// Taking a room elsewhere, whole or as others may see it.
extension RoomHost {
    /// Everything there is of a room at one moment, private words too, for another store.
    ///
    /// Errors: `unrevealed` while a rating in it is blind: no export shows it before the reveal; `changedEntry` where
    /// something in it is not as it was written.
    public func completeTranscript(of room: String) throws(HostError) -> SealedTranscript {
        for _ in 0..<RoomHost.attemptsMax {
            let snapshot = try snapshot(of: room)
            let blind = try snapshot.unrevealedRatings()
            guard blind.isEmpty else { throw .unrevealed(blind, room: room) }
            let transcript = try storage { () throws(StoreError) in try snapshot.sealedTranscript() }
            // Without the act that tells of it, words that went meanwhile would be missing for no reason.
            if try hasErased(in: room, after: transcript.room.head) { continue }
            // Whoever keeps it learns that it is not whole while there may be another copy.
            if let (entry, _) = transcript.firstMistake() {
                throw .changedEntry(room: room, number: entry ?? transcript.room.head)
            }
            return transcript
        }
        throw .busyRoom(room)
    }

    private func hasErased(in room: String, after head: Int) throws(HostError) -> Bool {
        var hasErased = false
        try storage { () throws(StoreError) in
            try store.forEachEntry(in: room, after: head) { entry in
                hasErased = ErasureList.isAct(entry)
                return !hasErased
            }
        }
        return hasErased
    }

    /// Makes a room of a transcript from elsewhere.
    ///
    /// - Parameter told: hears how many entries more were looked at, before the store takes them all at once.
    public func takeIn(_ transcript: SealedTranscript, told: (Int) -> Void = { _ in }) throws(HostError) {
        // What cannot be heard again would be a room that cannot be opened.
        var frameworks: [String: Framework] = [Library.builtIn.hash: Library.builtIn]
        for text in transcript.frameworks {
            let framework = try Framework(stored: text, FrameworkHash(of: text))
            frameworks[framework.hash] = framework
        }
        var state = RoomState(room: transcript.room.room, log: transcript.room.log, framework: Library.builtIn)
        for sealed in transcript.entries {
            try state.replay(sealed.entry) { frameworks[$0] }
            told(1)
        }
        try storage { () throws(StoreError) in try store.restore(transcript) }
    }
}

extension RoomSnapshot {
    /// What was there at this moment, and nothing that came later: a rating that is blind now may be among that.
    fileprivate func sealedTranscript() throws(StoreError) -> SealedTranscript {
        let page = 1_000
        let store = replaying.store
        var transcript = SealedTranscript(room: summary)
        while transcript.entries.count < summary.head {
            let after = transcript.entries.count
            let read = try store.sealedEntries(in: state.room, after: after, limit: min(page, summary.head - after))
            if read.isEmpty { break }
            transcript.entries += read
        }
        transcript.acknowledgements = try store.acknowledgements(in: state.room).map { acknowledgement in
            var then = acknowledgement
            then.upTo = min(then.upTo, summary.head)
            return then
        }
        for hash in frameworkHashes(transcript.entries.map(\.entry)) {
            if let text = try store.framework(hash: hash) { transcript.frameworks.append(text) }
        }
        return transcript
    }

    /// Entries of ratings that no reveal has opened.
    func unrevealedRatings() throws(HostError) -> [Int] {
        try discussions().flatMap { discussion in
            discussion.areas.values.flatMap(\.gauges).filter { !$0.isRevealed }.flatMap(\.ratings).map(\.entry)
        }
    }

    /// The digits of the hashes of the frameworks that the room's sessions were opened with.
    func frameworkHashes(_ entries: [Entry]) -> [String] {
        var hashes: [String] = []
        for entry in entries where entry.direction == .heard && entry.reading.contains("\"framework\"") {
            for reading in (try? JSONScanner(depthLimit: 16).scan(entry.reading))?.array ?? [] {
                guard let name = reading["setup"]?["framework"]?["hash"]?.string, let hash = FrameworkHash(name),
                    !hashes.contains(hash.digits)
                else { continue }
                hashes.append(hash.digits)
            }
        }
        return hashes
    }
}
