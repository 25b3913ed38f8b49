import Facilitation
import Foundation
import Frameworks
import Hosting
import Serving
import Testing
import Transcript

/// A folder of its own with a store in it, and a meeting of invented people.
final class Place {
    let folder: String
    var path: String { folder + "/transcripts.sqlite" }
    static let room = "harrowdale"

    init() throws {
        folder = NSTemporaryDirectory() + "privacy-tests-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    func host(at time: String = "2026-10-14T13:20:00Z") throws -> RoomHost {
        try host(try SQLiteStore(path: path), at: time)
    }

    func host(_ store: any TranscriptStore, at time: String = "2026-10-14T13:20:00Z") throws -> RoomHost {
        RoomHost(store: store, clock: .fixed(try #require(Instant(iso: time))))
    }

    func interruptedStore() throws -> InterruptedStore { InterruptedStore(try SQLiteStore(path: path)) }

    /// Every byte of every file in the folder.
    func files() throws -> [(name: String, bytes: Data)] {
        try FileManager.default.contentsOfDirectory(atPath: folder).sorted().map {
            ($0, try Data(contentsOf: URL(filePath: folder + "/" + $0)))
        }
    }

    /// Files that hold one of these texts, in whatever case.
    func found(_ texts: [String]) throws -> [String] {
        var found: [String] = []
        for (name, bytes) in try files() {
            let lower = Data(bytes.map { (65...90).contains($0) ? $0 | 32 : $0 })
            for text in texts where lower.range(of: Data(text.lowercased().utf8)) != nil {
                found.append("\(name): \(text)")
            }
        }
        return found
    }
}

/// A store that fails when it is told to, and into which somebody else writes at the worst moment. Used from one thread.
final class InterruptedStore: ForwardingStore, @unchecked Sendable {
    enum Call: Sendable { case room, framework, sealedEntries, amend, purge }

    let store: any TranscriptStore
    var failures: [Call: StoreError] = [:]
    /// What it gives instead of what is in it.
    var frameworkText: String?
    var retention: String?
    private var interruption: (call: Call, after: Int, times: Int, act: () -> Void)?

    init(_ store: any TranscriptStore) { self.store = store }

    /// Does something just before such a call, and before so many of them altogether.
    ///
    /// - Parameter after: so many calls of the kind come first.
    func interrupt(_ call: Call, after: Int = 0, times: Int = 1, _ act: @escaping () -> Void) {
        interruption = (call: call, after: after, times: times, act: act)
    }

    private func begin(_ call: Call) throws(StoreError) {
        if let failure = failures[call] { throw failure }
        guard let next = interruption, next.call == call else { return }
        guard next.after == 0 else {
            interruption?.after -= 1
            return
        }
        interruption = next.times > 1 ? (next.call, 0, next.times - 1, next.act) : nil
        next.act()
    }

    func room(_ room: String) throws(StoreError) -> RoomSummary? {
        try begin(.room)
        var found = try store.room(room)
        if let retention { found?.retention = retention }
        return found
    }
    func framework(hash: String) throws(StoreError) -> String? {
        try begin(.framework)
        if let frameworkText { return frameworkText }
        return try store.framework(hash: hash)
    }
    func sealedEntries(in room: String, after: Int, limit: Int) throws(StoreError) -> [SealedEntry] {
        try begin(.sealedEntries)
        return try store.sealedEntries(in: room, after: after, limit: limit)
    }
    func amend(_ amendment: Amendment) throws(StoreError) {
        try begin(.amend)
        try store.amend(amendment)
    }
    func purge(room: String, ifHeadIs head: Int) throws(StoreError) {
        try begin(.purge)
        try store.purge(room: room, ifHeadIs: head)
    }
}

enum Meeting {
    static let zeb = "irc:quillfeather"
    static let ann = "irc:ann"
    static let helen = "irc:helen"
    /// What Zeb says that nobody else would.
    static let words = [
        "wombat", "marzipan", "turnstile", "copperfield", "obsidian", "Quillfeather", "Zebediah", "periwinkle",
        "lanterns", "gooseberry",
    ]

    static var setup: Setup {
        var setup = Setup(title: "Harrowdale, chaired by Zebediah Quillfeather", framework: Library.builtIn)
        setup.members = [
            SetupMember(id: zeb, name: "Zebediah Quillfeather", organisation: "Hill PCN", sector: "primary-care"),
            SetupMember(id: ann, name: "Ann Osei", organisation: "Harrowdale Voices", sector: "vcse"),
            SetupMember(
                id: "irc:will", name: "Will Tran", organisation: "Harrowdale Council", sector: "local-government"),
            SetupMember(id: helen, name: "Helen Marsh", role: .facilitator),
        ]
        return setup
    }

    static let lines: [(by: String, words: String, isPrivate: Bool)] = [
        (helen, "/start 8", false),
        (zeb, "/interest I hold shares in the gooseberry cannery", false),
        (helen, "/gauging", false),
        (zeb, "established, medium, because the copperfield audit says so", true),
        (ann, "emerging, low, because contracts end at short notice", true),
        ("irc:will", "established, high, because we publish a list", true),
        (helen, "/reveal", false),
        (zeb, "We should print wombat stickers for every ward, and that is a view.", false),
        (ann, "I agree with Zebediah", false),
        ("irc:will", "Zeb said “print wombat stickers for every ward” but Quillfeather's idea is dear.", false),
        (ann, "Will the wards want it? I asked irc:quillfeather too.", false),
        (zeb, "no", false),
        (zeb, "/park marzipan at the next meeting", false),
        (zeb, "hello?", false),
        (zeb, "/private the turnstile question is awkward", true),
        (helen, "/decide Three months' notice before a contract ends.", false),
        (zeb, "I can live with it, because finance needs obsidian time", false),
        (ann, "support", false),
        ("irc:will", "support", false),
        (helen, "/close", false),
        (
            helen,
            "/objective Zebediah Quillfeather will publish the list by end of March 2027, measured by bodies (0 of 6)",
            false
        ),
        (zeb, "yes", false),
        (zeb, "support", false),
        (ann, "full support", false),
        ("irc:will", "/level stand-aside because periwinkle", false),
        (helen, "/close", false),
        (zeb, "/minority The lanterns matter more to us than stickers do", false),
        (helen, "/apologies Zeb", false),
        (helen, "/here Zebediah", false),
        (helen, "/done", false),
    ]

    static func speech(_ by: String, _ words: String, isPrivate: Bool = false, key: String? = nil) -> Speech {
        Speech(
            room: Place.room, actor: by, principal: "bridge:irc", .said(words), isPrivate: isPrivate,
            key: key.map { CommandKey(name: $0, body: Array(($0 + words).utf8)) })
    }

    static func opening(_ setup: Setup = Meeting.setup) -> RoomOpening {
        RoomOpening(room: Place.room, setup: setup, actor: "console", principal: "bridge:irc")
    }

    /// Plays it; every line has a key, and one of them holds a name.
    @discardableResult
    static func play(_ host: RoomHost) throws -> [Reply] {
        _ = try host.open(
            RoomOpening(
                room: Place.room, setup: setup, actor: "console", principal: "bridge:irc", isFromHost: true))
        var replies: [Reply] = []
        for (index, line) in lines.enumerated() {
            let key = index == 1 ? "quillfeather-\(index)" : "irc:\(index)"
            replies.append(try host.hear(speech(line.by, line.words, isPrivate: line.isPrivate, key: key)))
        }
        try host.store.acknowledge(principal: "bridge:quillfeather", room: Place.room, upTo: 3)
        return replies
    }
}
