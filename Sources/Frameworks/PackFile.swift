import Foundation

/// Files of packs and set-ups on this computer.
enum PackFile {
    /// The bytes of a file, at most one more than may be read as YAML, so that a device that never ends does
    /// no harm.
    static func read(_ path: String) -> Result<[UInt8], Mistake> {
        func failure(_ kind: Mistake.Kind) -> Result<[UInt8], Mistake> {
            .failure(Mistake(place: .whole, kind: kind))
        }
        guard FileManager.default.fileExists(atPath: path) else { return failure(.noSuchFile(path)) }
        guard let file = FileHandle(forReadingAtPath: path) else { return failure(.unreadableFile(path)) }
        defer { try? file.close() }
        var bytes: [UInt8] = []
        do {
            while bytes.count <= Limit.fileBytesMax,
                let piece = try file.read(upToCount: Limit.fileBytesMax + 1 - bytes.count), !piece.isEmpty
            {
                bytes += piece
            }
        } catch {
            return failure(.unreadableFile(path))
        }
        guard bytes.count <= Limit.fileBytesMax else {
            return failure(.fileTooBig(bytesMax: Limit.fileBytesMax))
        }
        return .success(bytes)
    }

    static func name(of path: String) -> String {
        path.split(separator: "/").last.map(String.init) ?? path
    }

    /// The folder of a file, without the last slash; `.` for a bare name.
    static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }
}
