import Facilitation
import Hosting
import Transcript

enum PurgeList {
    static func line(_ room: String, _ host: RoomHost) throws -> String {
        let (date, summary, retention) = try ending { () throws(HostError) in
            (try host.purgeDate(of: room), try host.summary(of: room), try host.retention(of: room))
        }
        let words =
            switch date {
            case .none: "kept until somebody says how long"
            case .keep(let until): "kept until \(until.spoken) (\(retention?.text ?? ""))"
            case .due(let since): "was kept until \(since.spoken) (\(retention?.text ?? "")); can be purged"
            }
        return "Room \(room): \(words)\(summary.hold ? "; on hold, so it stays" : "")."
    }

    static func isDue(_ room: String, _ host: RoomHost) throws -> Bool {
        try ending { () throws(HostError) in
            guard case .due = try host.purgeDate(of: room) else { return false }
            return try !host.summary(of: room).hold
        }
    }
}
