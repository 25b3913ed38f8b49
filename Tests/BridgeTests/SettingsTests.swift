import Frameworks
import Testing

@Suite struct SettingsTests {
    private func read(_ text: String) -> Checked<MatterbridgeSettings> {
        MatterbridgeSettingsReader().read(yaml: Array(text.utf8), source: "bridge.yaml", folder: "/etc/ground")
    }

    @Test func `an address and a room are enough`() throws {
        let settings = try #require(
            read("url: http://127.0.0.1:4242\nrooms:\n  - gateway: north\n").value)
        #expect(settings.host == "127.0.0.1" && settings.port == 4_242 && settings.path == "" && settings.isLocal)
        #expect(settings.rooms == [.init(gateway: "north", room: "north")])
        #expect(settings.receiving == .websocket && settings.withoutUserID == .typed && settings.commandSign == "!")
        #expect(settings.retry.attempts == 0 && settings.store == nil)
    }

    @Test func `everything can be said, and files are beside the settings`() throws {
        let settings = try #require(
            read(
                """
                url: http://chat.example/bridge/
                token: secret
                store: north.sqlite
                name: The Bot
                avatar: http://pictures.example/bot.png
                receive: stream
                withoutUserID: refuse
                commandSign: ""
                ignore: [weather-bot]
                textBytes: 400
                retry: {firstSeconds: 2, mostSeconds: 30, attempts: 5, patienceSeconds: 9}
                rooms:
                  - {gateway: a, room: one, setup: one.yaml}
                  - {gateway: b, room: two, setup: /srv/two.yaml}
                """
            ).value)
        #expect(settings.port == 80 && settings.path == "/bridge" && !settings.isLocal && settings.token == "secret")
        #expect(settings.store == "/etc/ground/north.sqlite" && settings.receiving == .stream)
        #expect(settings.rooms.map(\.setup) == ["/etc/ground/one.yaml", "/srv/two.yaml"])
        #expect(settings.withoutUserID == .refuse && settings.commandSign == "" && settings.textBytesMax == 400)
        #expect(settings.retry.firstMilliseconds == 2_000 && settings.retry.patienceMilliseconds == 9_000)
    }

    @Test func `all mistakes are told at once, numbered, each with its place and what to do`() {
        let checked = read(
            """
            url: https://chat.example
            tokn: secret
            receive: webhook
            textBytes: 3
            retry: {attempts: many}
            rooms:
              - {gateway: a, room: one}
              - {gateway: a, room: two}
              - {gateway: b, room: one}
              - {room: three}
            """)
        #expect(checked.value == nil && checked.mistakes.map(\.number) == Array(1...8))
        let list = MistakeText.list(checked.mistakes, in: "bridge.yaml")
        for words in [
            "“https://chat.example” is not an address", "https is not spoken here", "write “token”",
            "“webhook” is not a word for “receive”", "write a number from 200 to 16000", "“a” has a link already",
            "“one” has a link already", "“gateway” is missing",
        ] { #expect(list.contains(words), "\(words) in:\n\(list)") }
    }

    @Test(arguments: [
        ("commandSign: a", 2, 14, "write a sign such as !"), ("commandSign: \"1\"", 2, 14, "write a sign such as !"),
        ("name: \"\"", 2, 7, "add “name:” and fill it in"), ("name: \"Bot: x\"", 2, 7, "leave “:” out"),
        ("retry: {firstSeconds: 9, mostSeconds: 1}", 2, 39, "write a number from 9 to 3600"),
    ])
    func `settings with which the bridge could not work are told, with what to write`(
        line: String, lineNumber: Int, column: Int, mend: String
    ) {
        let checked = read("url: http://127.0.0.1:4242\n\(line)\nrooms:\n  - gateway: north\n")
        #expect(checked.value == nil)
        #expect(checked.mistakes.map(\.place) == [.position(line: lineNumber, column: column)])
        let list = MistakeText.list(checked.mistakes, in: "bridge.yaml")
        #expect(list.contains(mend), "\(list)")
    }

    @Test func `an address without a place that can be reached is a mistake, and waiting grows from where it begins`() {
        for url in ["http://127.0.0.1:99999", "http://127.0.0.1:0", "http://127.0.0.1:4242/api", "http://a/b/api/"] {
            let checked = read("url: \(url)\nrooms:\n  - gateway: a\n")
            #expect(checked.value == nil && checked.mistakes.map(\.kind) == [.badURL(url)], "\(url)")
        }
        let slow = read("url: http://a\nretry: {firstSeconds: 90}\nrooms:\n  - gateway: a\n").value
        #expect(slow?.retry.firstMilliseconds == 90_000 && slow?.retry.mostMilliseconds == 90_000)
    }

    @Test func `settings without rooms are a mistake`() {
        #expect(read("url: http://127.0.0.1:4242\nrooms: []\n").value == nil)
        #expect(read("url: http://127.0.0.1:4242\n").value == nil)
        for url in ["chat", "ftp://chat.example", "http://", "http://a:b@chat.example", "http://chat.example?x"] {
            #expect(read("url: \"\(url)\"\nrooms:\n  - gateway: a\n").value == nil, "\(url)")
        }
    }
}
