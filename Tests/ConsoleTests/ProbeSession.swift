import CPseudoTerminal
import Console
import Glibc
import Testing

/// Somebody at a keyboard in front of the probe. Everything waits for what should appear, up to ten seconds.
final class ProbeSession {
    struct NotSeen: Error, CustomStringConvertible {
        let wanted: String
        let output: String
        var description: String {
            "waited in vain for \(wanted); the terminal showed \(output.debugDescription)"
        }
    }

    static let patience = Duration.seconds(10)

    private(set) var screen: Screen
    private var keyboard: Int32 = -1
    private var screenEnd: Int32 = -1
    private(set) var process: pid_t = 0
    private var undecoded: [UInt8] = []
    private var output = ""
    /// What has been waited for is not looked at again.
    private var unseen = ""

    init(
        _ arguments: [String] = [], program: String = ProbeSession.program,
        environment: [String: String] = [:],
        rows: Int = 24, columns: Int = 80
    ) throws {
        screen = Screen(rows: rows, columns: columns)
        var variables = [
            "TERM": "xterm", "INPUTRC": "/dev/null", "SWIFT_BACKTRACE": "enable=no", "LC_ALL": "C.UTF-8",
            "NO_COLOR": "1", "PATH": "/usr/bin:/bin",
        ]
        variables.merge(environment) { $1 }
        let words = ([program] + arguments).map { strdup($0) }
        let settings = variables.sorted { $0.key < $1.key }.map { strdup("\($0.key)=\($0.value)") }
        defer { (words + settings).forEach { free($0) } }
        let started = pseudo_terminal_start(
            words + [nil], settings + [nil], Int32(rows), Int32(columns), &keyboard, &screenEnd, &process)
        try #require(started == 0, "no pseudo-terminal: error \(errno)")
        _ = fcntl(keyboard, F_SETFL, O_NONBLOCK)
    }

    deinit {
        if process > 0 {
            kill(process, SIGKILL)
            waitpid(process, nil, 0)
        }
        close(keyboard)
        close(screenEnd)
    }

    /// The probe lies beside the tests.
    static var program: String {
        var path = [CChar](repeating: 0, count: 4096)
        let count = readlink("/proc/self/exe", &path, path.count - 1)
        let own = String(decoding: path[..<max(0, count)].map(UInt8.init(bitPattern:)), as: UTF8.self)
        return own.split(separator: "/").dropLast().reduce("") { $0 + "/" + $1 } + "/ConsoleProbe"
    }

    // MARK: Doing

    func type(_ keys: String) {
        var rest = Array(keys.utf8)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { write(keyboard, $0.baseAddress, $0.count) }
            if count > 0 { rest = rest.dropFirst(count) } else { readOutput() }
        }
    }

    func send(_ signal: Int32) {
        kill(process, signal)
    }

    func resize(columns: Int) {
        screen = Screen(rows: 24, columns: columns)
        pseudo_terminal_resize(keyboard, 24, Int32(columns))
    }

    // MARK: Seeing

    /// Waits until the text comes, after all that was waited for before.
    func expect(_ text: String, _ location: SourceLocation = #_sourceLocation) async throws {
        try await wait("\(text.debugDescription), asked in line \(location.line)") {
            guard let range = unseen.firstRange(of: text) else { return false }
            unseen = String(unseen[range.upperBound...])
            return true
        }
    }

    /// Waits until the last lines on the screen are these.
    func expectScreen(_ lines: String..., location: SourceLocation = #_sourceLocation) async throws {
        try await wait("the screen to end with \(lines), asked in line \(location.line)") {
            Array(screen.lines.suffix(lines.count)) == lines
        }
    }

    func expectEcho(_ isOn: Bool) async throws {
        try await wait("echo \(isOn)") { pseudo_terminal_echoes(screenEnd) == (isOn ? 1 : 0) }
    }

    var hasOrdinaryModes: Bool { pseudo_terminal_is_ordinary(screenEnd) == 1 }

    /// Everything that came so far.
    var everything: String {
        readOutput()
        return output
    }

    enum Ending: Equatable {
        case status(Int32)
        case signal(Int32)
    }

    /// Waits until the program has ended.
    func ending() async throws -> Ending {
        var status: Int32 = 0
        try await wait("the end of the program") { waitpid(process, &status, WNOHANG) == process }
        process = 0
        return status & 0x7F == 0 ? .status(status >> 8 & 0xFF) : .signal(status & 0x7F)
    }

    private func wait(_ wanted: String, until isThere: () -> Bool) async throws {
        let end = ContinuousClock.now + Self.patience
        while true {
            readOutput()
            if isThere() { return }
            guard ContinuousClock.now < end else {
                throw NotSeen(wanted: wanted, output: output + "\nscreen: \(screen.lines)")
            }
            try await Task.sleep(for: .milliseconds(5))
        }
    }

    private func readOutput() {
        var bytes = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = read(keyboard, &bytes, bytes.count)
            guard count > 0 else { break }
            undecoded += bytes[..<count]
        }
        // A character may be cut in two by a read.
        var whole = undecoded.count
        while whole > 0, undecoded.count - whole < 4,
            String(validating: undecoded[..<whole], as: UTF8.self) == nil
        {
            whole -= 1
        }
        let text = String(decoding: undecoded[..<whole], as: UTF8.self)
        undecoded.removeFirst(whole)
        output += text
        unseen += text
        screen.take(text)
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
