import Console
import Foundation

/// What a command writes to a file that the user named: all of it, or nothing.
enum ResultFile {
    /// What becomes of a file that is there already.
    enum Earlier {
        /// It stays, and the command needs another name.
        case stays
        /// It stays as long as --replace is not given.
        case staysWithoutReplace
        case isReplaced
    }

    /// Why nothing is written under this name; nil when it can be.
    static func refusal(_ path: String, _ earlier: Earlier) -> String? {
        if isDatabase(path) {
            return "\(path) is a database, such as a store, and stays as it is. Please give another name."
        }
        guard earlier != .isReplaced, FileManager.default.fileExists(atPath: path) else { return nil }
        let words = "\(path) is there already. Please give another name"
        return earlier == .stays ? "\(words)." : "\(words); --replace writes over it."
    }

    /// What rooms are kept in is never a place for results, whatever was asked for.
    private static func isDatabase(_ path: String) -> Bool {
        guard let file = FileHandle(forReadingAtPath: path) else { return false }
        defer { try? file.close() }
        let mark = Data("SQLite format 3\0".utf8)
        do { return try file.read(upToCount: mark.count) == mark } catch { return false }
    }

    /// - Throws: an exit code, after saying what to do, where a file would be written over that is to stay.
    static func check(_ path: String, _ earlier: Earlier) throws {
        if let refusal = refusal(path, earlier) { throw Exit.failure(refusal, Exit.cannotCreate) }
    }

    /// - Parameter isPrivate: whether it holds what people said, which only its owner may read.
    /// - Throws: an exit code, after saying what to do.
    static func write(_ text: String, to path: String, _ earlier: Earlier, isPrivate: Bool = false) throws {
        try write(Array(text.utf8), to: path, earlier, isPrivate: isPrivate)
    }

    /// The same for what is no text.
    static func write(_ bytes: [UInt8], to path: String, _ earlier: Earlier, isPrivate: Bool = false) throws {
        // The work before may have taken long.
        try check(path, earlier)
        guard WholeFile.write(bytes, to: path, mode: isPrivate ? 0o600 : nil) == nil else {
            throw Exit.failure("“\(path)” cannot be written. Choose another place or name.", Exit.cannotCreate)
        }
    }
}
