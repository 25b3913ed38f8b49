import Facilitation
import Foundation
import Testing

@testable import Frameworks

@Suite struct GrantTests {
    private func read(_ text: String, folder: String = ".") -> Checked<Grants> {
        GrantReader().read(yaml: Array(text.utf8), source: "grants.yaml", folder: folder)
    }

    private static let good = """
        principals:
          - name: bridge:irc
            token: 0123456789abcdef
            rooms: [north*, "south"]
            actors: ["irc:*"]
            roles: [observer]
          - name: unix:1000
            rooms: ["*"]
            mayOpen: yes
        """

    @Test func `A principal has a token, rooms, actors, roles and perhaps the right to open rooms`() throws {
        let grants = try #require(read(GrantTests.good).value)
        let bridge = try #require(grants.named("bridge:irc"))
        #expect(bridge.rooms.contains { $0.matches("north-place") } && bridge.rooms.contains { $0.matches("south") })
        #expect(!bridge.rooms.contains { $0.matches("southern") || $0.matches("nor") })
        #expect(bridge.actors?.map { $0.matches("irc:ann") } == [true])
        #expect(bridge.roles == [.observer] && !bridge.mayOpen)
        let owner = try #require(grants.named("unix:1000"))
        #expect(owner.mayOpen && owner.actors == nil && owner.roles == [.member, .observer])
        #expect(owner.rooms.allSatisfy { $0.matches("anything") })
        #expect(grants.named("unix:100") == nil)
    }

    @Test func `A token is its holder's, and nothing near it is`() throws {
        let grants = try #require(read(GrantTests.good).value)
        #expect(grants.holder(of: "0123456789abcdef")?.principal == "bridge:irc")
        for other in [
            "", "0", "0123456789abcde", "0123456789abcdeF", "0123456789abcdef0", "0123456789abcdef0123456789abcdef",
        ] {
            #expect(grants.holder(of: other) == nil, "\(other)")
        }
    }

    @Test func `Two principals with one token are refused, by their names and never by the token`() throws {
        let folder = NSTemporaryDirectory() + "grants-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try Data("fedcba9876543210\n".utf8).write(to: URL(fileURLWithPath: folder + "/teams.token"))
        let checked = read(
            """
            principals:
              - name: bridge:irc
                token: fedcba9876543210
                rooms: [north]
              - name: bridge:teams
                tokenFile: teams.token
                rooms: [south]
              - name: bridge:zulip
                token: 0123456789abcdef
                rooms: [east]
            """, folder: folder)
        #expect(checked.value == nil)
        #expect(
            checked.mistakes.map { MistakeText.entry($0, in: "grants.yaml") } == [
                """
                1. Line 5, column 5: “bridge:teams” has the same token as “bridge:irc”, in line 2.
                   Mend: draw another one for one of the two, such as with: openssl rand -hex 16.
                """
            ])
    }

    @Test func `Two principals that would speak for one person in one room are refused, with both lines`() {
        func grants(_ actors: String, rooms: String = "[\"*\"]") -> Checked<Grants> {
            read(
                """
                principals:
                  - {name: "x", token: aaaaaaaaaaaaaaaaaaaaaaaa, rooms: [north*], actors: ["a:*"]}
                  - {name: "z", token: cccccccccccccccccccccccc, rooms: ["*"]}
                  - name: "y"
                    token: bbbbbbbbbbbbbbbbbbbbbbbb
                    rooms: \(rooms)
                    actors: \(actors)
                """)
        }
        #expect(
            grants(#"["b:*", "a:b*"]"#).mistakes.map { MistakeText.entry($0, in: "grants.yaml") } == [
                """
                1. Line 7, column 13: “y” and “x”, in line 2, would both speak for some people in the same rooms.
                   Mend: name other people, or other rooms, for one of the two; a star stands for all that begins so.
                """
            ])
        for overlapping in [#"["*"]"#, #"["a:bob"]"#, #"["a:*"]"#] { #expect(grants(overlapping).value == nil) }
        #expect(grants(#"["a:*"]"#, rooms: "[nor*]").value == nil)
        for apart in [#"["b:*"]"#, #"["a"]"#, #"["A:*"]"#] { #expect(grants(apart).mistakes.isEmpty, "\(apart)") }
        #expect(grants(#"["a:*"]"#, rooms: "[south*, nort]").mistakes.isEmpty)
    }

    @Test func `The file that the page for integrators shows is one that is taken`() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let page = try String(contentsOf: root.appending(path: ".github/INTEGRATING.md"), encoding: .utf8)
        let blocks = page.components(separatedBy: "```yaml\n").dropFirst().map { $0.components(separatedBy: "```")[0] }
        let shown = try #require(blocks.first { $0.hasPrefix("principals:") })
        let checked = read(shown)
        #expect(checked.mistakes.isEmpty)
        #expect(checked.value?.named("unix:1000")?.mayOpen == true)
    }

    @Test func `A token may stand in a file beside the grants`() throws {
        let folder = NSTemporaryDirectory() + "grants-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try Data("fedcba9876543210\n".utf8).write(to: URL(fileURLWithPath: folder + "/irc.token"))
        let text = "principals:\n  - name: bridge:irc\n    tokenFile: irc.token\n    rooms: [a]\n"
        #expect(read(text, folder: folder).value?.holder(of: "fedcba9876543210") != nil)
        let missing = read(text, folder: folder + "/elsewhere")
        #expect(missing.value == nil && missing.mistakes.map(\.place) == [.position(line: 3, column: 16)])
    }

    @Test(arguments: ["stdio", "console", "tcp", "bridge:matterbridge"])
    func `Nobody has a name that the program itself goes by`(name: String) {
        let text = "principals:\n  - name: \(name)\n    token: 0123456789abcdef\n    rooms: [north]\n"
        let checked = read(text)
        #expect(checked.value == nil)
        #expect(
            checked.mistakes.map { MistakeText.entry($0, in: "grants.yaml") } == [
                """
                1. Line 2, column 11: “\(name)” is a name that the program itself goes by.
                   Mend: choose another name, such as bridge:irc.
                """
            ])
        #expect(read(text.replacing(name, with: "\(name)-2")).mistakes.isEmpty)
    }

    @Test func `A list of roles with nothing in it is told, with what to write`() {
        let text = "principals:\n  - name: unix:1000\n    rooms: [north]\n    roles: []\n"
        let checked = read(text)
        #expect(checked.value == nil)
        #expect(
            checked.mistakes.map { MistakeText.entry($0, in: "grants.yaml") } == [
                """
                1. Line 4, column 12: “roles” is an empty list, so nobody could speak.
                   Mend: write “member” or “observer” in it, or leave “roles” out, which means both.
                """
            ])
        #expect(read(text.replacing(" []", with: "")).value?.named("unix:1000")?.roles == [.member, .observer])
    }

    @Test func `All mistakes are told at once, numbered, each with its place and what to do`() {
        let checked = read(
            """
            principals:
              - name: bridge:irc
                token: short
                rooms: ["no*rth"]
                rolls: [member]
              - name: bridge:irc
                token: 0123456789abcdef
                tokenFile: x
                roles: [facilitator]
              - rooms: [a]
            """)
        #expect(checked.value == nil)
        #expect(checked.mistakes.map(\.number) == Array(1...checked.mistakes.count))
        let list = MistakeText.list(checked.mistakes, in: "grants.yaml")
        for words in [
            "the token is shorter than 16 letters", "“no*rth” is not a name", "“rolls” is not a key", "write “roles”",
            "“bridge:irc” was named before", "“token” and “tokenFile” both", "“rooms” is missing",
            "“facilitator” is not a word for “roles”", "“name” is missing",
        ] { #expect(list.contains(words), "\(words) in:\n\(list)") }
    }
}
