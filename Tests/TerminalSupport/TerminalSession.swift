import CPseudoTerminal
import Glibc

/// Somebody at a keyboard in front of a program. Everything waits for what should appear.
public final class TerminalSession {
    public struct NotSeen: Error, CustomStringConvertible {
        let wanted: String
        let output: String
        public var description: String {
            "waited in vain for \(wanted); the terminal showed \(output.debugDescription)"
        }
    }

    public struct NotStarted: Error {
        public let code: Int32
    }

    public static let patience = Duration.seconds(20)

    public private(set) var screen: Screen
    private var keyboard: Int32 = -1
    private var screenEnd: Int32 = -1
    public private(set) var process: pid_t = 0
    private var undecoded: [UInt8] = []
    private var output = ""
    /// What has been waited for is not looked at again.
    private var unseen = ""

    /// - Parameter environment: what is to differ from a plain environment in English without colours.
    public init(
        program: String, arguments: [String] = [], environment: [String: String] = [:], rows: Int = 24,
        columns: Int = 80
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
        guard started == 0 else { throw NotStarted(code: errno) }
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

    /// The path of a program that was built with the tests and lies beside them.
    public static func built(_ name: String) -> String {
        var path = [CChar](repeating: 0, count: 4096)
        let count = readlink("/proc/self/exe", &path, path.count - 1)
        let own = String(decoding: path[..<max(0, count)].map(UInt8.init(bitPattern:)), as: UTF8.self)
        return own.split(separator: "/").dropLast().reduce("") { $0 + "/" + $1 } + "/" + name
    }

    // MARK: Doing

    public func type(_ keys: String) {
        var rest = Array(keys.utf8)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { write(keyboard, $0.baseAddress, $0.count) }
            if count > 0 { rest = rest.dropFirst(count) } else { readOutput() }
        }
    }

    public func send(_ signal: Int32) {
        kill(process, signal)
    }

    public func resize(columns: Int) {
        screen = Screen(rows: 24, columns: columns)
        pseudo_terminal_resize(keyboard, 24, Int32(columns))
    }

    // MARK: Seeing

    /// Waits until the text comes, after all that was waited for before.
    public func expect(_ text: String, line: Int = #line) async throws {
        try await wait("\(text.debugDescription), asked in line \(line)") {
            guard let range = unseen.firstRange(of: text) else { return false }
            unseen = String(unseen[range.upperBound...])
            return true
        }
    }

    /// Waits until the last lines on the screen are these.
    public func expectScreen(_ lines: String..., line: Int = #line) async throws {
        try await wait("the screen to end with \(lines), asked in line \(line)") {
            Array(screen.lines.suffix(lines.count)) == lines
        }
    }

    /// Types a line, and waits for the prompt after the answer. The window must be wide enough for the line.
    /// - Returns: what was shown for it, from the line's own end to the new prompt, with every byte.
    @discardableResult
    public func enter(_ line: String, prompt: String = ">", asked: Int = #line) async throws -> String {
        type(line)
        try await wait("the echo of \(line.debugDescription), asked in line \(asked)") {
            screen.cursorLine.hasSuffix(line.trimmed)
        }
        let start = output.utf8.count
        type("\r")
        try await expectPrompt(prompt, asked: asked)
        return String(decoding: output.utf8.dropFirst(start), as: UTF8.self)
    }

    /// Waits until the cursor stands behind a prompt.
    public func expectPrompt(_ prompt: String = ">", asked: Int = #line) async throws {
        try await wait("the prompt \(prompt.debugDescription), asked in line \(asked)") {
            screen.cursorLine.hasSuffix(prompt)
        }
        unseen = ""
    }

    public func expectEcho(_ isOn: Bool) async throws {
        try await wait("echo \(isOn)") { pseudo_terminal_echoes(screenEnd) == (isOn ? 1 : 0) }
    }

    public var hasOrdinaryModes: Bool { pseudo_terminal_is_ordinary(screenEnd) == 1 }

    /// Everything that came so far.
    public var everything: String {
        readOutput()
        return output
    }

    public enum Ending: Equatable {
        case status(Int32)
        case signal(Int32)
    }

    /// Waits until the program has ended.
    public func ending() async throws -> Ending {
        var status: Int32 = 0
        try await wait("the end of the program") { waitpid(process, &status, WNOHANG) == process }
        process = 0
        return status & 0x7F == 0 ? .status(status >> 8 & 0xFF) : .signal(status & 0x7F)
    }

    public func wait(_ wanted: String, until isThere: () -> Bool) async throws {
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

extension String {
    fileprivate var trimmed: String {
        String(self[..<(lastIndex { $0 != " " }.map { index(after: $0) } ?? startIndex)])
    }
}
