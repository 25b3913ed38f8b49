import Facilitation
import Foundation

/// What the adapter for matterbridge is told: the file given with `bridge matterbridge --config`.
///
///     url: http://127.0.0.1:4242
///     tokenFile: matterbridge.token     # or token: "…"
///     store: north.sqlite
///     rooms:
///       - gateway: north-place          # the name of a gateway in matterbridge's own file
///         room: north
///         setup: north.yaml
public struct MatterbridgeSettings: Sendable, Hashable {
    /// A chat of matterbridge, and the room that it is.
    public struct RoomLink: Sendable, Hashable {
        public var gateway: String
        public var room: String
        /// The path of the set-up of a new room.
        public var setup: String?

        public init(gateway: String, room: String, setup: String? = nil) {
            self.gateway = gateway
            self.room = room
            self.setup = setup
        }
    }

    /// Where what people say is read.
    public enum Receiving: String, Sendable, CaseIterable { case websocket, stream }

    /// What to do about people for whom the chat gives no id.
    public enum WithoutUserID: String, Sendable, CaseIterable {
        /// They go by the name that they typed, and the record says so.
        case typed
        /// They are not heard.
        case refuse
    }

    /// How often, and how soon, what failed is tried again.
    public struct Retry: Sendable, Hashable {
        /// Milliseconds before the second attempt; each further one waits twice as long.
        public var firstMilliseconds = 1_000
        public var mostMilliseconds = 60_000
        /// Failures in a row after which the adapter ends; 0 for never.
        public var attempts = 0
        /// Milliseconds that one call may take.
        public var patienceMilliseconds = 30_000

        public init() {}
    }

    public var host: String
    public var port: Int
    /// What stands before `/api`, without the last slash.
    public var path = ""
    public var token: String?
    /// The bot's name in the chats.
    public var name = Entry.botName
    /// The address of its picture, or nothing.
    public var avatar = ""
    public var receiving = Receiving.websocket
    public var rooms: [RoomLink]
    public var withoutUserID = WithoutUserID.typed
    /// Stands for the slash of a command where a chat keeps the slash to itself; empty for none.
    public var commandSign = "!"
    /// Ids and names of others, such as bots, who are not heard.
    public var ignored: [String] = []
    /// Bytes of one message; a longer text becomes several.
    public var textBytesMax = 1_500
    public var retry = Retry()
    /// The path of the store.
    public var store: String?

    public init(host: String, port: Int, rooms: [RoomLink]) {
        self.host = host
        self.port = port
        self.rooms = rooms
    }

    /// Whether what is sent stays on this computer.
    public var isLocal: Bool { ["127.0.0.1", "::1", "localhost"].contains(host) }
}

/// Reads the settings of the adapter, listing every mistake.
public struct MatterbridgeSettingsReader: Sendable {
    static let keys = [
        "url", "token", "tokenFile", "name", "avatar", "receive", "rooms", "withoutUserID", "commandSign", "ignore",
        "textBytes", "retry", "store",
    ]
    static let roomKeys = ["gateway", "room", "setup"]
    static let retryKeys = ["firstSeconds", "mostSeconds", "attempts", "patienceSeconds"]
    static let roomsMax = 500
    /// The shortest that still holds a sentence, and the longest that every chat takes.
    static let textBytes = 200...16_000

    public init() {}

    public func read(file path: String) -> Checked<MatterbridgeSettings> {
        let name = PackFile.name(of: path)
        switch PackFile.read(path) {
        case .success(let bytes): return read(yaml: bytes, source: name, folder: PackFile.folder(of: path))
        case .failure(let mistake): return Checked(value: nil, mistakes: [mistake])
        }
    }

    /// - Parameter folder: where the files that the settings name are.
    public func read(yaml bytes: [UInt8], source: String?, folder: String = ".") -> Checked<MatterbridgeSettings> {
        let tree: MarkedNode
        switch YAMLTree.read(bytes, source: source) {
        case .success(let read): tree = read
        case .failure(let mistake): return Checked(value: nil, mistakes: [mistake])
        }
        let findings = Findings(source: source)
        let known = MatterbridgeSettingsReader.keys
        guard let reader = MappingReader(tree, .whole, known: known, findings: findings) else {
            return findings.checked(nil)
        }
        let address = address(reader)
        var settings = MatterbridgeSettings(
            host: address?.host ?? "", port: address?.port ?? 0, rooms: rooms(reader, folder))
        settings.path = address?.path ?? ""
        settings.token = GrantReader().token(reader, folder, isNeeded: false, letters: 1...200)
        settings.name = name(reader) ?? settings.name
        settings.avatar = reader.text("avatar", most: 500) ?? ""
        settings.receiving = reader.word("receive", MatterbridgeSettings.Receiving.self) ?? settings.receiving
        settings.withoutUserID =
            reader.word("withoutUserID", MatterbridgeSettings.WithoutUserID.self) ?? settings.withoutUserID
        settings.commandSign = sign(reader) ?? settings.commandSign
        settings.ignored = reader.texts("ignore", lettersMax: Limit.nameLettersMax)
        settings.textBytesMax =
            reader.number("textBytes", in: MatterbridgeSettingsReader.textBytes) ?? settings.textBytesMax
        settings.retry = retry(reader)
        settings.store = reader.text("store").map { path($0, folder) }
        return findings.checked(settings)
    }

    private func address(_ reader: MappingReader) -> (host: String, port: Int, path: String)? {
        guard let value = reader.neededValue("url"), let text = reader.text("url", most: 500) else { return nil }
        guard let parts = URLComponents(string: text), let host = parts.host, !host.isEmpty, parts.scheme == "http",
            parts.user == nil, parts.query == nil, parts.fragment == nil
        else {
            reader.findings.add(.badURL(text), at: value.place)
            return nil
        }
        var path = parts.percentEncodedPath[...]
        while path.last == "/" { path = path.dropLast() }
        let port = parts.port ?? 80
        // What is asked for begins with /api, which is added to this.
        guard (1...65_535).contains(port), !path.hasSuffix("/api") else {
            reader.findings.add(.badURL(text), at: value.place)
            return nil
        }
        let bare = host.hasPrefix("[") ? String(host.dropFirst().dropLast()) : host
        return (bare, port, String(path))
    }

    /// The bot's name is written before what it says, as a person's is.
    private func name(_ reader: MappingReader) -> String? {
        guard let value = reader.value("name"), let name = reader.name("name") else { return nil }
        switch PersonName.fault(in: name) {
        // Only the bot may be called like the bot.
        case nil, .reserved?: break
        case .noLetters? where name.isEmpty: reader.findings.add(.missing("name"), at: value.place)
        case let fault?: reader.findings.add(.badName(name, fault), at: value.place)
        }
        return name
    }

    private func sign(_ reader: MappingReader) -> String? {
        guard let value = reader.value("commandSign"), let sign = reader.text("commandSign", most: 3) else {
            return nil
        }
        if sign.contains(where: { $0.isLetter || $0.isNumber }) { reader.findings.add(.badSign(sign), at: value.place) }
        return sign
    }

    private func rooms(_ reader: MappingReader, _ folder: String) -> [MatterbridgeSettings.RoomLink] {
        guard let node = reader.neededValue("rooms") else { return [] }
        var gateways = FirstPlaces()
        var names = FirstPlaces()
        let list = reader.list("rooms", itemsMax: MatterbridgeSettingsReader.roomsMax)
        if list.isEmpty { reader.findings.add(.tooFew(.key("rooms"), count: 0, least: 1), at: node.place) }
        return list.compactMap { item in
            let about = Mistake.Subject.item(of: "rooms")
            let known = MatterbridgeSettingsReader.roomKeys
            guard let part = MappingReader(item, about, known: known, findings: reader.findings),
                let gateway = part.neededName("gateway")
            else { return nil }
            // A room of the same name is what most people want.
            let room = part.name("room") ?? gateway
            if let first = gateways.seen(gateway, at: item.place) {
                reader.findings.add(.linkedTwice(gateway, first: first), at: item.place)
            } else if let first = names.seen(room, at: item.place) {
                reader.findings.add(.linkedTwice(room, first: first), at: item.place)
            }
            let setup = part.text("setup").map { path($0, folder) }
            return MatterbridgeSettings.RoomLink(gateway: gateway, room: room, setup: setup)
        }
    }

    private func retry(_ reader: MappingReader) -> MatterbridgeSettings.Retry {
        var retry = MatterbridgeSettings.Retry()
        let known = MatterbridgeSettingsReader.retryKeys
        guard let node = reader.value("retry"),
            let part = MappingReader(node, .key("retry"), known: known, findings: reader.findings)
        else { return retry }
        if let seconds = part.number("firstSeconds", in: 1...3_600) { retry.firstMilliseconds = seconds * 1_000 }
        let first = retry.firstMilliseconds / 1_000
        if let seconds = part.number("mostSeconds", in: first...3_600) { retry.mostMilliseconds = seconds * 1_000 }
        retry.mostMilliseconds = max(retry.mostMilliseconds, retry.firstMilliseconds)
        if let seconds = part.number("patienceSeconds", in: 1...600) { retry.patienceMilliseconds = seconds * 1_000 }
        retry.attempts = part.number("attempts", in: 0...1_000_000) ?? retry.attempts
        return retry
    }

    private func path(_ text: String, _ folder: String) -> String { text.hasPrefix("/") ? text : "\(folder)/\(text)" }
}
