import Facilitation
import Frameworks
import Hashing
import JSONText
import LineProtocol

/// Who a message is from.
struct Sender: Sendable, Hashable {
    /// The id in the record: made from the account and the service's own id, never from a display name where there is
    /// such an id.
    var actor: String
    /// What people call them: a label, and nothing else.
    var label: String
    /// True when the chat gave no id, so that the name is all there is.
    var isTyped: Bool

    static let labelLettersMax = 64

    /// Nil when there is neither an id nor a name.
    init?(_ message: ChatMessage) {
        label = Sender.label(message.username)
        isTyped = message.userID.isEmpty
        if !isTyped {
            actor = Sender.fitting("\(message.account):\(message.userID)")
        } else {
            let name = Names.fold(label)
            guard !name.isEmpty else { return nil }
            actor = Sender.fitting("\(Participants.typedPrefix)\(message.account):\(name)")
        }
        if label.isEmpty { label = message.userID }
    }

    /// The name in one line, without what cannot be seen.
    static func label(_ username: String) -> String {
        let shown = String(
            String.UnicodeScalarView(username.unicodeScalars.filter { !HiddenCharacters.contains($0.value) }))
        let words = shown.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return String(words.prefix(labelLettersMax))
    }

    /// An id that the line protocol cannot take keeps its beginning, and gets a hash of the whole.
    private static func fitting(_ id: String) -> String {
        let isPlain = id.utf8.count <= ClientLine.Limit.nameBytes && !id.unicodeScalars.contains { $0.value < 0x20 }
        guard !isPlain else { return id }
        var start = ""
        for letter in id.prefix(100) where start.utf8.count < 100 && !letter.unicodeScalars.contains(where: isHidden) {
            start.append(letter)
        }
        return "\(start.prefix(40))~\(SHA256.hex(Array(id.utf8)).prefix(32))"
    }

    private static func isHidden(_ scalar: Unicode.Scalar) -> Bool { HiddenCharacters.contains(scalar.value) }
}

/// Knows our own messages when they come back, whatever became of them on the way.
struct OwnEcho: Sendable, Hashable {
    private let name: String
    private let avatar: String
    private let ignored: Set<String>
    /// What matterbridge calls us; known from its first answer.
    private(set) var account: String?
    private var ids: [String] = []
    /// Our latest messages that can still come back.
    static let idsMax = 200

    init(_ settings: MatterbridgeSettings) {
        name = OwnEcho.bare(settings.name)
        avatar = settings.avatar
        ignored = Set(settings.ignored.map { Names.fold($0) })
    }

    /// What matterbridge answered to a message of ours.
    mutating func learn(_ posted: ChatMessage) {
        if !posted.account.isEmpty { account = posted.account }
        guard !posted.id.isEmpty else { return }
        ids.append(posted.id)
        if ids.count > OwnEcho.idsMax { ids.removeFirst() }
    }

    /// True for a message of ours, and for those of whoever is not to be heard. Somebody who takes the bot's own name or
    /// picture is not heard either: nobody should speak as the bot.
    func contains(_ message: ChatMessage) -> Bool {
        if OwnEcho.bare(message.username) == name { return true }
        if !avatar.isEmpty, message.avatar == avatar { return true }
        if let account, message.account == account, !message.id.isEmpty, ids.contains(message.id) { return true }
        return ignored.contains(Names.fold(message.username))
            || ignored.contains(Names.fold("\(message.account):\(message.userID)"))
            || (!message.userID.isEmpty && ignored.contains(Names.fold(message.userID)))
    }

    /// `[api] <Common Ground>:` is what matterbridge's nick format makes of a name.
    static func bare(_ username: String) -> String {
        var rest = Sender.label(username)[...]
        while rest.first == "[", let end = rest.firstIndex(of: "]") {
            rest = rest[rest.index(after: end)...].drop { $0 == " " }
        }
        func isDecoration(_ letter: Character) -> Bool { !letter.isLetter && !letter.isNumber }
        rest = rest.drop(while: isDecoration)
        while let last = rest.last, isDecoration(last) { rest = rest.dropLast() }
        return Names.fold(String(rest))
    }
}
