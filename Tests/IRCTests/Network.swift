import Foundation
import Testing

/// An IRC server of the test's own, the bot's client, and those of the members; all of them Debian's programs.
final class Network {
    static let channel = "#north"
    /// The bot's nick.
    static let bot = "ground"

    let folder: String
    let port: Int
    private var server: Running?
    private var clients: [String: Running] = [:]
    private(set) var members: [String: Chatter] = [:]

    init(members nicks: [String]) throws {
        folder = NSTemporaryDirectory() + "irc-" + UUID().uuidString.prefix(8)
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        // ngircd gives up root, and then reads its settings again.
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder)
        port = try Network.freePort()
        let settings = """
            [Global]
            Name = irc.example.test
            Listen = 127.0.0.1
            Ports = \(port)
            [Limits]
            MaxConnectionsIP = 0
            [Options]
            DNS = no
            Ident = no
            PAM = no
            """
        try Data(settings.utf8).write(to: URL(fileURLWithPath: folder + "/ngircd.conf"))
        let path = try #require(Tools.ngircd)
        let server = try Running(path, ["-n", "-f", folder + "/ngircd.conf"], in: folder)
        self.server = server
        try wait(for: "ngircd: \(server.notes)") { Network.answers(port) }
        for nick in [Network.bot] + nicks { try start(clientOf: nick) }
        for nick in nicks {
            let chatter = Chatter(nick, folder: files(of: nick))
            try wait(for: "\(nick) to connect") { chatter.write("/j \(Network.channel)", to: "") }
            try wait(for: "\(nick) to join") { chatter.read(Network.channel).contains("\(nick)(") }
            members[nick] = chatter
        }
    }

    deinit {
        for client in clients.values { client.killNow() }
        server?.killNow()
        try? FileManager.default.removeItem(atPath: folder)
    }

    /// The folder in which a client of this nick keeps its files.
    func files(of nick: String) -> String { "\(folder)/\(nick)/127.0.0.1" }

    private func start(clientOf nick: String) throws {
        try FileManager.default.createDirectory(atPath: folder + "/" + nick, withIntermediateDirectories: true)
        let path = try #require(Tools.ii)
        let arguments = ["-s", "127.0.0.1", "-p", String(port), "-i", folder + "/" + nick, "-n", nick]
        let before = greetings(of: nick)
        // The server may still hold the nick for a client that was killed.
        for _ in 0..<10 {
            let client = try Running(path, arguments, in: folder)
            clients[nick] = client
            if (try? wait(5, for: "a greeting") { greetings(of: nick) > before }) != nil { return }
            client.killNow()
        }
        throw GaveUp(description: "\(nick) is not let in")
    }

    private func greetings(of nick: String) -> Int {
        let file = FileManager.default.contents(atPath: files(of: nick) + "/out") ?? Data()
        return String(decoding: file, as: UTF8.self).ranges(of: "End of MOTD").count
    }

    /// Kills the bot's client and starts another.
    func restartBot() throws {
        clients[Network.bot]?.killNow()
        try start(clientOf: Network.bot)
    }

    // MARK: Ports

    private static func withAddress(port: Int, _ body: (Int32, UnsafeMutablePointer<sockaddr>) -> Int32) -> Int32 {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(descriptor) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        return withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { body(descriptor, $0) }
        }
    }

    private static func freePort() throws -> Int {
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let port = withAddress(port: 0) { descriptor, address in
            guard bind(descriptor, address, length) == 0, getsockname(descriptor, address, &length) == 0 else {
                return 0
            }
            return address.withMemoryRebound(to: sockaddr_in.self, capacity: 1) { Int32($0.pointee.sin_port.bigEndian) }
        }
        try #require(port > 0)
        return Int(port)
    }

    private static func answers(_ port: Int) -> Bool {
        withAddress(port: port) { connect($0, $1, socklen_t(MemoryLayout<sockaddr_in>.size)) } == 0
    }
}

/// A member at a client of their own. All it knows are its client's files.
final class Chatter {
    let nick: String
    private let folder: String
    /// The writing ends stay open: ii can lose lines where they are closed after each.
    private var open: [String: FileHandle] = [:]
    /// What was typed so that the bot hears it, in order.
    private(set) var typed: [String] = []

    init(_ nick: String, folder: String) {
        self.nick = nick
        self.folder = folder
    }

    /// In the channel.
    func say(_ text: String) {
        typed.append(text)
        #expect(write(text, to: Network.channel))
    }

    /// To the bot alone.
    func tell(_ text: String) {
        typed.append(text)
        #expect(write("/j \(Network.bot) \(text)", to: ""))
    }

    /// What the bot hears of lines that were written otherwise.
    func noteTyped(_ lines: String...) { typed += lines }

    /// One line for the client; `place` is the channel, or nothing for a command to the client.
    @discardableResult
    func write(_ line: String, to place: String) -> Bool {
        if open[place] == nil {
            let descriptor = Foundation.open(folder + "/" + place + "/in", O_WRONLY | O_NONBLOCK)
            guard descriptor >= 0 else { return false }
            open[place] = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        }
        return (try? open[place]?.write(contentsOf: Data((line + "\n").utf8))) != nil
    }

    /// What came from a place: the channel, or a nick.
    func read(_ place: String) -> String {
        String(decoding: FileManager.default.contents(atPath: folder + "/" + place + "/out") ?? Data(), as: UTF8.self)
    }

    /// All that this client was ever sent, and what was typed at it.
    var everything: String {
        let places = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return read("") + places.map(read).joined()
    }

    /// The bot's lines there, each with its number.
    func posted(in place: String) -> [(number: String, text: String)] {
        read(place).split(separator: "\n").compactMap { line in
            guard let start = line.firstRange(of: "<\(Network.bot)> [")?.upperBound else { return nil }
            guard let end = line[start...].firstRange(of: "] ") else { return nil }
            return (String(line[start..<end.lowerBound]), String(line[end.upperBound...]))
        }
    }

    /// Waits until the bot has posted these words there.
    func awaits(_ words: String, in place: String = Network.channel) throws {
        try wait(30, for: "“\(words)” for \(nick) in \(place)") {
            posted(in: place).contains { $0.text.contains(words) }
        }
    }
}
