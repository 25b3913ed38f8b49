import Glibc

/// What went wrong with the file of earlier lines. The session goes on without it.
public enum HistoryProblem: Error, Sendable, Equatable {
    /// The file cannot be opened, read or written; `code` is the error number of the system (errno).
    case unusable(path: String, code: Int32)
    /// The path leads to something other than a file.
    case notAFile(path: String)
}

/// Earlier lines in a file that its owner alone can read (mode 0600): UTF-8, one line each, oldest first.
/// Sessions that run at the same time append to the same file.
struct HistoryFile {
    /// The most lines brought back at the start. The file is cut down to them once it holds twice as many.
    static let linesMax = 1000
    /// More than twice ``linesMax`` lines of ordinary length; of a longer file only the end is read.
    static let bytesMax = 4 * 1024 * 1024

    let path: String

    /// The lines kept, oldest first; none if there is no file yet.
    func load() throws(HistoryProblem) -> [String] {
        guard let descriptor = try openFile(O_RDONLY) else { return [] }
        defer { close(descriptor) }
        let size = Int(lseek(descriptor, 0, SEEK_END))
        lseek(descriptor, off_t(max(0, size - Self.bytesMax)), SEEK_SET)
        var bytes = [UInt8](repeating: 0, count: min(max(0, size), Self.bytesMax))
        var count = 0
        while count < bytes.count {
            let got = bytes[count...].withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
            if got < 0 { throw .unusable(path: path, code: errno) }
            if got == 0 { break }
            count += got
        }
        // Split at the byte: "\r\n" is a single Character.
        let lines = bytes[..<count].split(separator: 0x0A).compactMap { line -> String? in
            guard let text = String(validating: line, as: UTF8.self), Self.isFit(text) else { return nil }
            return text
        }
        let kept = Array(lines.suffix(Self.linesMax))
        if lines.count > 2 * Self.linesMax { try replace(with: kept) }
        return kept
    }

    /// Adds a line at the end.
    func append(_ line: String) throws(HistoryProblem) {
        guard Self.isFit(line) else { return }
        guard let descriptor = try openFile(O_WRONLY | O_APPEND | O_CREAT) else { return }
        defer { close(descriptor) }
        if let code = DescriptorWriter.write(Array((line + "\n").utf8), to: descriptor) {
            throw .unusable(path: path, code: code)
        }
    }

    /// Blank lines are not worth keeping, and control characters would come back at the prompt.
    private static func isFit(_ line: String) -> Bool {
        !line.allSatisfy(\.isWhitespace)
            && line.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
    }

    private func openFile(_ flags: Int32) throws(HistoryProblem) -> Int32? {
        let descriptor = open(path, flags | O_CLOEXEC | O_NONBLOCK, 0o600)
        if descriptor < 0 {
            if errno == ENOENT, flags & O_CREAT == 0 { return nil }
            throw .unusable(path: path, code: errno)
        }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            close(descriptor)
            throw .notAFile(path: path)
        }
        // Also for a file that others made, or that was copied here with wider rights.
        if status.st_mode & 0o777 != 0o600 { fchmod(descriptor, 0o600) }
        return descriptor
    }

    private func replace(with lines: [String]) throws(HistoryProblem) {
        let bytes = Array(lines.map { $0 + "\n" }.joined().utf8)
        if let code = WholeFile.write(bytes, to: path, mode: 0o600) { throw .unusable(path: path, code: code) }
    }
}
