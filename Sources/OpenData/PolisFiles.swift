import Foundation

/// Conversations of Polis on this computer.
public enum PolisFiles {
    /// Of one file; a million votes take about 90 MB.
    public static let fileBytesMax = 512 << 20

    /// Reads a conversation.
    ///
    /// - Parameter path: a folder with an export (see `PolisExport`), one of its CSV files, a `*.votes.json` (see
    ///   `PolisVotesFile`), or a folder with exactly one of these.
    public static func read(_ path: String) throws(ImportError) -> PolisConversation {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw ImportError(.noSuchFile, file: path)
        }
        if isFolder.boolValue { return try readFolder(path) }
        if path.lowercased().hasSuffix(".csv") {
            return try readFolder(URL(fileURLWithPath: path).deletingLastPathComponent().path)
        }
        return try readVotesFile(path)
    }

    private static let votesSuffix = ".votes.json"

    private static func readFolder(_ folder: String) throws(ImportError) -> PolisConversation {
        let names: [String]
        do { names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted() } catch {
            throw ImportError(.unreadable, file: folder)
        }
        if names.contains("comments.csv") || names.contains("votes.csv") { return try readExport(folder, names) }
        let files = names.filter { $0.hasSuffix(votesSuffix) }
        guard let file = files.first else { throw ImportError(.noConversation, file: folder) }
        guard files.count == 1 else { throw ImportError(.severalConversations(files), file: folder) }
        return try readVotesFile(inFolder(folder, file))
    }

    private static func readExport(_ folder: String, _ names: [String]) throws(ImportError) -> PolisConversation {
        func optional(_ file: String?) throws(ImportError) -> NamedBytes? {
            guard let file, names.contains(file) else { return nil }
            return try bytes(inFolder(folder, file))
        }
        // Older exports say participants, newer ones participant.
        let people = ["participants-votes.csv", "participant-votes.csv"].first(where: names.contains)
        let export = PolisExport(
            comments: try bytes(inFolder(folder, "comments.csv")), votes: try bytes(inFolder(folder, "votes.csv")),
            people: try optional(people), summary: try optional("summary.csv"))
        return try export.conversation(name: URL(fileURLWithPath: folder).standardizedFileURL.lastPathComponent)
    }

    private static func readVotesFile(_ path: String) throws(ImportError) -> PolisConversation {
        let name = URL(fileURLWithPath: path).lastPathComponent
        let bare = name.hasSuffix(votesSuffix) ? String(name.dropLast(votesSuffix.count)) : name
        return try PolisVotesFile(file: try bytes(path)).conversation(name: bare)
    }

    private static func inFolder(_ folder: String, _ name: String) -> String {
        folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
    }

    /// At most a byte more than may be read, so that a device that never ends does no harm.
    private static func bytes(_ path: String) throws(ImportError) -> NamedBytes {
        guard FileManager.default.fileExists(atPath: path) else { throw ImportError(.noSuchFile, file: path) }
        guard let file = FileHandle(forReadingAtPath: path) else { throw ImportError(.unreadable, file: path) }
        defer { try? file.close() }
        var bytes: [UInt8] = []
        do {
            while bytes.count <= fileBytesMax,
                let piece = try file.read(upToCount: min(1 << 20, fileBytesMax + 1 - bytes.count)), !piece.isEmpty
            {
                bytes += piece
            }
        } catch {
            throw ImportError(.unreadable, file: path)
        }
        guard bytes.count <= fileBytesMax else {
            throw ImportError(.tooBig(bytesMax: fileBytesMax), file: path)
        }
        return NamedBytes(name: path, bytes: bytes)
    }
}
