import Glibc
import Testing

@testable import Console

@Suite struct `The history file` {
    @Test func `lines come back in order, and only the owner may read them`() throws {
        let folder = try TemporaryFolder()
        let file = HistoryFile(path: folder.path + "/history")
        #expect(try file.load() == [])
        try file.append("one")
        try file.append("zoë 山田")
        #expect(try file.load() == ["one", "zoë 山田"])
        #expect(folder.mode(of: "history") == 0o600)
    }

    @Test func `a file with wider rights is closed to others`() throws {
        let folder = try TemporaryFolder()
        folder.write("old\n", to: "history", mode: 0o644)
        #expect(try HistoryFile(path: folder.path + "/history").load() == ["old"])
        #expect(folder.mode(of: "history") == 0o600)
    }

    @Test func `blank lines and control characters are neither kept nor brought back`() throws {
        let folder = try TemporaryFolder()
        folder.write("a\n\u{1B}[2J\n  \nb\r\nc", to: "history")
        let file = HistoryFile(path: folder.path + "/history")
        #expect(try file.load() == ["a", "c"])
        try file.append("x\ny")
        try file.append(" ")
        #expect(try file.load() == ["a", "c"])
    }

    @Test func `a long file is cut down to its last lines`() throws {
        let folder = try TemporaryFolder()
        let lines = (1...2 * HistoryFile.linesMax + 1).map { "line \($0)" }
        folder.write("somebody's own", to: "history.new")
        folder.write(lines.joined(separator: "\n") + "\n", to: "history")
        let kept = Array(lines.suffix(HistoryFile.linesMax))
        #expect(try HistoryFile(path: folder.path + "/history").load() == kept)
        #expect(folder.read("history") == kept.joined(separator: "\n") + "\n")
        #expect(folder.mode(of: "history") == 0o600)
        #expect(folder.read("history.new") == "somebody's own")
    }

    @Test func `a path that cannot be used is reported`() throws {
        let folder = try TemporaryFolder()
        #expect(throws: HistoryProblem.notAFile(path: folder.path)) {
            try HistoryFile(path: folder.path).load()
        }
        let missing = folder.path + "/missing/history"
        #expect(throws: HistoryProblem.unusable(path: missing, code: ENOENT)) {
            try HistoryFile(path: missing).append("x")
        }
    }
}
