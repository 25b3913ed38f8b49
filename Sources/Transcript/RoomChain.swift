import Facilitation
import JSONText

/// A room's chain as the list of rooms describes it, to be held against its entries, one after the other.
struct RoomChain {
    let room: String
    private let head: Int
    private let headHash: [UInt8]
    private var check: ChainCheck
    private var entries = 0
    private var erased = 0
    private var finding: VerifyFinding?
    /// The framework that the room was opened with, by its hash without the prefix.
    private var framework: String?

    /// From `StoredColumns.chain`.
    init(_ row: some StoredRow) {
        room = row.text(0)
        head = row.integer(3)
        headHash = row.bytes(4)
        check = ChainCheck(room: room, origin: row.text(1), madeAt: row.text(2))
    }

    /// The next entry, from `StoredColumns.sealed`.
    ///
    /// - Returns: false when it does not fit, and no more are wanted.
    mutating func take(_ row: some StoredRow) -> Bool {
        // A room is opened once, by its first line.
        if entries == 0 { framework = RoomChain.framework(in: row.text(StoredColumns.sealedReading)) }
        let sealed = SealedRow(row)
        entries += 1
        if sealed.erased { erased += 1 }
        guard let problem = check.take(sealed) else { return true }
        finding = VerifyFinding(room: room, entry: check.number, problem: problem)
        return false
    }

    private static func framework(in reading: String) -> String? {
        let readings = (try? JSONScanner(depthLimit: 16).scan(reading))?.array ?? []
        let hashes = readings.compactMap { $0["setup"]?["framework"]?["hash"]?.string }
        return hashes.first.map { FrameworkHash($0)?.digits ?? $0 }
    }

    /// Adds what was found, when no more entries follow.
    ///
    /// - Parameter frameworks: the hashes of all frameworks that are there.
    func finish(_ report: inout VerifyReport, frameworks: Set<String>) {
        report.rooms += 1
        report.entries += entries
        report.erased += erased
        let number = check.number
        if let finding {
            report.findings.append(finding)
        } else if let entry = check.firstBadErasure {
            report.findings.append(VerifyFinding(room: room, entry: entry, problem: .badErasure))
        } else if number < head {
            report.findings.append(VerifyFinding(room: room, entry: number + 1, problem: .missing))
        } else if number != head || check.hash != headHash {
            let entry = number == 0 ? nil : number
            report.findings.append(VerifyFinding(room: room, entry: entry, problem: .headDiffers(recorded: head)))
        } else if let framework, !frameworks.contains(framework) {
            report.findings.append(VerifyFinding(room: room, problem: .frameworkMissing(hash: framework)))
        }
    }
}
