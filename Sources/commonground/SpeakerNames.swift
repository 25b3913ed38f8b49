import Facilitation
import JSONText

/// Whether the words before a colon are somebody's name.
enum SpeakerNames {
    static func isKnown(_ name: String, _ discussion: Discussion) -> Bool {
        discussion.people.find(actor: Participants.typedPrefix + Names.fold(name)) != nil
            || !discussion.people.named(name).isEmpty
    }

    /// Somebody may join by speaking, so a new name must look like one: one to four words with capitals (or in a script
    /// without them, such as 李), and none of the words with which people begin a remark.
    static func looksLikeOne(_ name: String) -> Bool {
        let words = name.split(separator: " ")
        guard (1...4).contains(words.count), !NobodysName.isOne(name) else { return false }
        return words.allSatisfy { word in
            (word.first.map { $0.isLetter && !$0.isLowercase } ?? false)
                && word.allSatisfy { $0.isLetter || ".-'’".contains($0) }
        }
    }
}
