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

    @Test func `settings without rooms are a mistake`() {
        #expect(read("url: http://127.0.0.1:4242\nrooms: []\n").value == nil)
        #expect(read("url: http://127.0.0.1:4242\n").value == nil)
        for url in ["chat", "ftp://chat.example", "http://", "http://a:b@chat.example", "http://chat.example?x"] {
            #expect(read("url: \"\(url)\"\nrooms:\n  - gateway: a\n").value == nil, "\(url)")
        }
    }
}
