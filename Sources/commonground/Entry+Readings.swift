import Facilitation
import JSONText

extension Entry {
    /// Whether the line was understood as something of these kinds; a command counts by its name. The bot's own lines are
    /// of none.
    func isRead(as kinds: Set<String>) -> Bool {
        let readings = (try? JSONScanner(depthLimit: 16).scan(reading))?.array ?? []
        return readings.contains { reading in
            let kind = reading["kind"]?.string ?? ""
            return kinds.contains(kind == "command" ? reading["name"]?.string ?? "" : kind)
        }
    }
}
