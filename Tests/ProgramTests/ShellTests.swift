import Testing

@testable import commonground

/// Commands that the program tells people to type must reach it as they are meant.
@Suite struct `Words for a shell` {
    @Test(arguments: ["north", "north-2_b.sqlite", "/tmp/x.yaml", "8"])
    func `stay as they are where a shell takes them so`(word: String) { #expect(Shell.quoted(word) == word) }

    @Test(arguments: [
        ("", "''"), ("two words", "'two words'"), ("it's", #"'it'\''s'"#), ("$HOME", "'$HOME'"), ("a;b", "'a;b'"),
        ("Zoë", "'Zoë'"), ("~", "'~'"), ("#1", "'#1'"),
    ])
    func `are quoted where it would make something else of them`(word: String, quoted: String) {
        #expect(Shell.quoted(word) == quoted)
    }
}
