import Facilitation
import LineProtocol

/// Which lines the arrow keys and the history file may have: ratings and private words leave no trace there.
enum HistoryPrivacy {
    static func mayRemember(_ line: String, in discussion: Discussion) -> Bool {
        let typed = SpeakerReading(discussion).read(line)
        if typed.isPrivate { return false }
        if let command = Interpreter.command(in: typed.text), let found = CommandTable.find(command.name) {
            return found.name != "gauge" && found.name != "private"
        }
        // While people rate, any words may be a rating.
        return discussion.area?.openGauge == nil && !discussion.isPregauging
    }
}
