import Glibc
import TerminalSupport
import Testing

typealias ProbeSession = TerminalSession

extension TerminalSession {
    /// In front of the probe, unless another program is named.
    convenience init(
        _ arguments: [String] = [], program: String = TerminalSession.built("ConsoleProbe"),
        environment: [String: String] = [:], rows: Int = 24, columns: Int = 80
    ) throws {
        try self.init(
            program: program, arguments: arguments, environment: environment, rows: rows, columns: columns)
    }
}

/// A folder for one test, removed afterwards.
final class TemporaryFolder {
    let path: String

    init() throws {
        var template = Array("/tmp/console-tests-XXXXXX".utf8CString)
        try #require(mkdtemp(&template) != nil)
        path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    deinit {
        for name in ["history", "history.new", "fifo"] { unlink(path + "/" + name) }
        rmdir(path)
    }

    func read(_ name: String) -> String? {
        let descriptor = open(path + "/" + name, O_RDONLY)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: 1 << 20)
        let count = Glibc.read(descriptor, &bytes, bytes.count)
        return String(decoding: bytes[..<max(0, count)], as: UTF8.self)
    }

    func write(_ text: String, to name: String, mode: mode_t = 0o644) {
        let descriptor = open(path + "/" + name, O_WRONLY | O_CREAT | O_TRUNC, mode)
        _ = Array(text.utf8).withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
        close(descriptor)
    }

    func mode(of name: String) -> mode_t {
        var status = stat()
        return stat(path + "/" + name, &status) == 0 ? status.st_mode & 0o777 : 0
    }
}
