import Facilitation

/// Who may connect, and what each may do: the file given with `run --grants`.
///
///     principals:
///       - name: bridge:irc
///         tokenFile: irc.token          # or token: "…"
///         rooms: [north*]
///         actors: [irc:*]
///         roles: [member, observer]
///       - name: unix:1000               # known by the socket; needs no token
///         rooms: ["*"]
///         mayOpen: true
public struct Grants: Sendable, Hashable {
    public var principals: [Grant]

    public init(principals: [Grant]) { self.principals = principals }

    /// The program's own names: of whoever started it, its keyboard, those who come by TCP without a token, and its
    /// adapter for matterbridge. Who had one could read what was said to the bot alone there, and speak for those people.
    static let ownPrincipals = ["stdio", "console", "tcp", "bridge:matterbridge"]

    public func named(_ principal: String) -> Grant? { principals.first { $0.principal == principal } }

    /// The principal whose token this is. Every token is compared, and all of each, so that the time it takes says nothing.
    public func holder(of token: String) -> Grant? {
        var found: Grant?
        for grant in principals where grant.holds(token) { found = grant }
        return found
    }

    /// Whether the people of another principal of that room include this one, so that nobody else may act as them there.
    public func isAnothers(_ actor: String, than principal: String, in room: String) -> Bool {
        principals.contains { grant in
            grant.principal != principal && grant.rooms.contains { $0.matches(room) }
                && grant.actors?.contains { $0.matches(actor) } == true
        }
    }

    public var hasTokens: Bool { principals.contains { $0.hasToken } }
}

/// What one principal may do.
public struct Grant: Sendable, Hashable {
    /// The name under which its lines are kept, such as `bridge:irc`; `unix:1000` is the user 1000 at a Unix socket.
    public var principal: String
    /// The rooms it may use.
    public var rooms: [NamePattern]
    /// As whom it may act; nil means everybody who is not among the people of another principal of the room, and for whom nobody else
    /// has spoken.
    public var actors: [NamePattern]?
    /// The roles that its people may have: in a `join`, and when it speaks for somebody who is in a room already.
    public var roles: Set<Role>
    /// Whether it may make rooms, and say in their set-up who facilitates.
    public var mayOpen: Bool
    private let token: [UInt8]?

    public init(
        principal: String, token: String? = nil, rooms: [NamePattern] = [], actors: [NamePattern]? = nil,
        roles: Set<Role> = [.member, .observer], mayOpen: Bool = false
    ) {
        self.principal = principal
        self.token = token.map { Array($0.utf8) }
        self.rooms = rooms
        self.actors = actors
        self.roles = roles
        self.mayOpen = mayOpen
    }

    var hasToken: Bool { token != nil }

    /// Whether both could speak for one person in one room, by their `actors`.
    func sharesPeople(with other: Grant) -> Bool {
        guard let actors, let others = other.actors else { return false }
        return rooms.contains { other.rooms.contains(where: $0.overlaps) }
            && actors.contains { others.contains(where: $0.overlaps) }
    }

    /// Looks at every byte of what was sent, wherever the first difference is. Only its length can be told from the time.
    func holds(_ sent: String) -> Bool {
        guard let token, !token.isEmpty else { return false }
        let sent = Array(sent.utf8)
        var difference = UInt8(sent.count == token.count ? 0 : 1)
        for index in sent.indices { difference |= sent[index] ^ token[index % token.count] }
        return difference == 0
    }
}

/// `north`, or `north*` for everything that begins so. Bytes are compared: no two spellings are one name here.
public struct NamePattern: Sendable, Hashable {
    private let bytes: [UInt8]
    private let isPrefix: Bool

    /// Nil for an empty text, or a star that is not the last sign.
    public init?(_ text: String) {
        var bytes = Array(text.utf8)
        isPrefix = bytes.last == UInt8(ascii: "*")
        if isPrefix { bytes.removeLast() }
        guard isPrefix || !bytes.isEmpty, !bytes.contains(UInt8(ascii: "*")) else { return nil }
        self.bytes = bytes
    }

    public func matches(_ name: String) -> Bool {
        isPrefix ? name.utf8.starts(with: bytes) : name.utf8.elementsEqual(bytes)
    }

    /// Whether some name fits both.
    func overlaps(_ other: NamePattern) -> Bool {
        isPrefix && other.bytes.starts(with: bytes) || other.isPrefix && bytes.starts(with: other.bytes)
            || bytes == other.bytes
    }
}

/// What stood in the file before the principal that is being read.
private struct SeenGrants {
    var names = FirstPlaces()
    private var holders: [[UInt8]: (principal: String, place: Place)] = [:]
    private var grants: [(grant: Grant, place: Place)] = []

    /// The first principal that could speak for people of this one too: who speaks for somebody is one program's word.
    mutating func sharing(_ grant: Grant, at place: Place) -> (principal: String, place: Place)? {
        let first = grants.first { $0.grant.principal != grant.principal && $0.grant.sharesPeople(with: grant) }
        grants.append((grant, place))
        return first.map { ($0.grant.principal, $0.place) }
    }

    /// Whose token this was before; nil when it is new. By its bytes, as it is compared when somebody connects.
    mutating func holder(
        of token: String, _ principal: String, at place: Place
    ) -> (principal: String, place: Place)? {
        let bytes = Array(token.utf8)
        if let first = holders[bytes] { return first }
        holders[bytes] = (principal, place)
        return nil
    }
}

/// Reads a file of grants, listing every mistake.
public struct GrantReader: Sendable {
    static let keys = ["name", "token", "tokenFile", "rooms", "actors", "roles", "mayOpen"]
    /// What guessing cannot find: 16 letters hold at least 64 bits when they are drawn at random.
    static let tokenLetters = 16...200
    static let principalsMax = 500

    public init() {}

    public func read(file path: String) -> Checked<Grants> {
        let name = PackFile.name(of: path)
        switch PackFile.read(path) {
        case .success(let bytes): return read(yaml: bytes, source: name, folder: PackFile.folder(of: path))
        case .failure(let mistake): return Checked(value: nil, mistakes: [mistake])
        }
    }

    /// - Parameter folder: where the files named by `tokenFile` are.
    public func read(yaml bytes: [UInt8], source: String?, folder: String = ".") -> Checked<Grants> {
        let tree: MarkedNode
        switch YAMLTree.read(bytes, source: source) {
        case .success(let read): tree = read
        case .failure(let mistake): return Checked(value: nil, mistakes: [mistake])
        }
        let findings = Findings(source: source)
        guard let reader = MappingReader(tree, .whole, known: ["principals"], findings: findings) else {
            return findings.checked(nil)
        }
        _ = reader.neededValue("principals")
        var seen = SeenGrants()
        let list = reader.list("principals", itemsMax: GrantReader.principalsMax).compactMap { node in
            grant(node, folder, &seen, findings)
        }
        return findings.checked(Grants(principals: list))
    }

    private func grant(
        _ node: MarkedNode, _ folder: String, _ seen: inout SeenGrants, _ findings: Findings
    ) -> Grant? {
        let about = Mistake.Subject.item(of: "principals")
        guard let reader = MappingReader(node, about, known: GrantReader.keys, findings: findings) else { return nil }
        guard let name = reader.neededName() else { return nil }
        if let first = seen.names.seen(name, at: node.place) {
            findings.add(.sameName(name, first: first), at: node.place)
        }
        if Grants.ownPrincipals.contains(name) {
            findings.add(.ownPrincipal(name), at: reader.value("name")?.place ?? node.place)
        }
        let token = token(
            reader, folder, isNeeded: !name.hasPrefix("unix:"), letters: GrantReader.tokenLetters)
        if let token, let first = seen.holder(of: token, name, at: node.place), first.principal != name {
            findings.add(.sameToken(name, of: first.principal, first: first.place), at: node.place)
        }
        _ = reader.neededValue("rooms")
        if let value = reader.value("roles"), case .list(let items) = value.content, items.isEmpty {
            findings.add(.noRoles, at: value.place)
        }
        let roles = reader.texts("roles").compactMap { word -> Role? in
            let allowed = [Role.member.rawValue, Role.observer.rawValue]
            if allowed.contains(word) { return Role(rawValue: word) }
            let kind = Mistake.Kind.unknownWord(word, .key("roles"), allowed: allowed, nearest: nil)
            findings.add(kind, at: reader.value("roles")?.place ?? node.place)
            return nil
        }
        let grant = Grant(
            principal: name, token: token, rooms: patterns("rooms", reader),
            actors: reader.value("actors") == nil ? nil : patterns("actors", reader),
            roles: reader.value("roles") == nil ? [.member, .observer] : Set(roles),
            mayOpen: reader.flag("mayOpen") ?? false)
        if let shared = seen.sharing(grant, at: node.place) {
            let place = reader.value("actors")?.place ?? node.place
            findings.add(.sharedActors(name, with: shared.principal, first: shared.place), at: place)
        }
        return grant
    }

    private func patterns(_ key: String, _ reader: MappingReader) -> [NamePattern] {
        reader.texts(key, lettersMax: Limit.nameLettersMax).compactMap { text in
            if let pattern = NamePattern(text) { return pattern }
            reader.findings.add(.badPattern(text), at: reader.value(key)?.place ?? reader.node.place)
            return nil
        }
    }

    /// The text under `token`, or in the file under `tokenFile`.
    func token(
        _ reader: MappingReader, _ folder: String, isNeeded: Bool, letters: ClosedRange<Int>
    ) -> String? {
        let place: Place
        var token: String?
        switch (reader.value("token"), reader.value("tokenFile")) {
        case (nil, nil):
            if isNeeded { reader.findings.add(.missing("token"), at: reader.node.place) }
            return nil
        case (_?, let file?):
            reader.findings.add(.tokenTwice, at: file.place)
            return nil
        case (let value?, nil):
            place = value.place
            token = reader.text("token", most: letters.upperBound)
        case (nil, let file?):
            place = file.place
            guard let path = reader.text("tokenFile") else { return nil }
            token = tokenText(path.hasPrefix("/") ? path : "\(folder)/\(path)", reader, at: place)
        }
        guard let token else { return nil }
        guard letters.contains(token.count), !token.contains(where: \.isWhitespace) else {
            reader.findings.add(.badToken(least: letters.lowerBound), at: place)
            return nil
        }
        return token
    }

    private func tokenText(_ path: String, _ reader: MappingReader, at place: Place) -> String? {
        switch PackFile.read(path) {
        case .failure(var mistake):
            (mistake.place, mistake.source) = (place, reader.findings.source)
            reader.findings.add(contentsOf: [mistake])
            return nil
        case .success(let bytes):
            let text = String(decoding: bytes, as: UTF8.self)
            // An editor ends the only line with a line end.
            return String(text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
        }
    }
}
