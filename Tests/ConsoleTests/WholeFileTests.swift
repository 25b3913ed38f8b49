import Glibc
import Testing

@testable import Console

@Suite struct `A file that is written whole` {
    private func write(_ text: String, to path: String, mode: mode_t? = nil) -> Int32? {
        WholeFile.write(Array(text.utf8), to: path, mode: mode)
    }

    /// Names in a folder, without those of the folder itself and the one above it.
    private func names(in folder: String) -> [String] {
        guard let stream = opendir(folder) else { return [] }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted()
    }

    @Test func `it takes the place of the earlier one with its rights, and leaves all else in the folder`() throws {
        let folder = try TemporaryFolder()
        folder.write("old", to: "history", mode: 0o640)
        let rights = folder.mode(of: "history")
        folder.write("somebody's own", to: "history.new")
        #expect(write("new", to: folder.path + "/history") == nil)
        #expect(folder.read("history") == "new" && folder.mode(of: "history") == rights)
        #expect(folder.read("history.new") == "somebody's own")
        #expect(names(in: folder.path) == ["history", "history.new"])
    }

    @Test func `it is for its owner alone where that is asked for, whatever was there`() throws {
        let folder = try TemporaryFolder()
        folder.write("old", to: "history", mode: 0o644)
        #expect(write("new", to: folder.path + "/history", mode: 0o600) == nil)
        #expect(folder.mode(of: "history") == 0o600)
    }

    @Test func `a link is replaced, and what it leads to is left as it is`() throws {
        let folder = try TemporaryFolder()
        folder.write("somebody's own", to: "history")
        try #require(symlink("history", folder.path + "/history.new") == 0)
        #expect(write("new", to: folder.path + "/history.new") == nil)
        #expect(folder.read("history") == "somebody's own" && folder.read("history.new") == "new")
    }

    @Test func `a folder and a pipe are not replaced, and a folder that is not there is told`() throws {
        let folder = try TemporaryFolder()
        try #require(mkfifo(folder.path + "/fifo", 0o600) == 0)
        #expect(write("new", to: folder.path + "/fifo") == EEXIST)
        #expect(write("new", to: folder.path) == EEXIST)
        #expect(write("new", to: folder.path + "/none/history") == ENOENT)
        #expect(names(in: folder.path) == ["fifo"])
    }
}
