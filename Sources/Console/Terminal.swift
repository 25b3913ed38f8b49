import CReadline
import Glibc
import JSONText

/// Why a ``Terminal`` could not be opened.
public enum TerminalProblem: Error, Sendable, Equatable {
    /// There is one already: a process has one keyboard.
    case openAlready
    /// The system refused; `code` is its error number (errno).
    case refused(code: Int32)
}

/// Standard input and output of the process: a line editor at a keyboard, a plain reader of lines elsewhere.
///
/// Where both are a terminal, lines are edited by readline: history, completion, and output above the
/// half-typed line. With `plain`, on a terminal without abilities (`TERM=dumb`) and on files and pipes, lines
/// are read as they come; a prompt is shown only at a keyboard. Everything written is made visible
/// (``VisibleText``), broken at the width of the window, and out of the process when `write` returns.
///
/// Belongs to one thread. That thread asks ``next(withinMilliseconds:)`` in a loop, or polls
/// ``pollDescriptors`` itself and asks with a limit of 0. The terminal gets its own modes back on
/// ``close()``, exit(), TERM, HUP, QUIT, a crash, and while stopped by Ctrl-Z; not on KILL (then `stty sane`
/// helps).
public final class Terminal {
    /// How lines are read.
    public enum Reading: Sendable, Equatable {
        /// A keyboard, with line editing.
        case edited
        /// A keyboard, without.
        case keyboard
        /// A file or pipe.
        case stream
    }

    /// How lines are read; settled when the terminal is opened.
    public let reading: Reading
    /// What is in front of the line being typed. May change at any time, also while a line is half-typed.
    public var prompt: String {
        didSet { if isPromptShown, prompt != oldValue { showPrompt(again: true) } }
    }
    /// Asked at each TAB. Candidates that hold anything a terminal would obey or hide are not offered.
    public var completer: ((CompletionRequest) -> [String])? {
        didSet { editor?.completer = completer }
    }
    /// Whether the arrow keys and the history file may have a line. Must say no to private ones. Hidden
    /// answers are never kept and not asked about.
    public var shouldRemember: (String) -> Bool = { _ in true }
    /// Why earlier lines are missing or new ones are not kept; nil if all is well.
    public private(set) var historyProblem: HistoryProblem?
    /// The first error number (errno) of writing to a pipe or file; nil if all went well.
    public private(set) var outputError: Int32?
    /// Wakes the thread that waits in ``next(withinMilliseconds:)``, from any other thread.
    public let waker: Waker

    var editor: LineEditor?
    private var splitter = LineSplitter(blankLines: .delivered)
    /// Lines of a stream that came and were not asked for yet.
    private var received: ArraySlice<ConsoleInput> = []
    var hidden: HiddenAnswer?
    let controlsScreen: Bool
    private let signals: Int32
    let writesToTerminal: Bool
    private let history: HistoryFile?
    private var lastRemembered: String?
    private var hasEnded = false
    /// Once asked to end, the terminal is not taken again.
    private(set) var endingSignal: Int32?
    private var isPromptShown = false
    private var isOpen = true

    /// - Parameters:
    ///   - plain: no line editing, no escape sequences (for screen readers and slow lines).
    ///   - historyPath: file of earlier lines, made if absent; nil keeps none. Its folder must exist.
    ///   - name: the program's name for `$if` in a user's inputrc.
    public init(
        plain: Bool = false, historyPath: String? = nil, prompt: String = "> ",
        name: StaticString = "commonground"
    ) throws(TerminalProblem) {
        var ends: [Int32] = [-1, -1]
        guard cterminal_open(STDIN_FILENO, &ends) == 0 else {
            throw errno == EBUSY ? .openAlready : .refused(code: errno)
        }
        signals = ends[0]
        waker = Waker(descriptor: ends[1])
        self.prompt = prompt
        let term = getenv("TERM").map { String(cString: $0) } ?? ""
        writesToTerminal = isatty(STDOUT_FILENO) == 1
        controlsScreen = writesToTerminal && !plain && !["", "dumb"].contains(term)
        let hasKeyboard = isatty(STDIN_FILENO) == 1
        reading = !hasKeyboard ? .stream : controlsScreen ? .edited : .keyboard
        history = reading == .edited ? historyPath.map(HistoryFile.init) : nil
        if reading == .edited {
            cterminal_use_utf8()
            editor = LineEditor(name: name)
            loadHistory()
        }
    }

    deinit { close() }

    /// Gives the terminal back. Nothing may be read or written afterwards.
    public func close() {
        guard isOpen else { return }
        isOpen = false
        if hidden != nil { endHidden() }
        editor?.stop()
        if reading == .keyboard, isPromptShown { put("\n") }
        cterminal_close()
    }

    // MARK: Reading

    /// Shows the prompt and waits for the next thing from the keyboard or the stream.
    /// - Parameter limit: the longest wait; then ``ConsoleInput/tick`` comes back and the half-typed line
    ///   stays as it is. 0 takes what is there. nil waits for ever.
    public func next(withinMilliseconds limit: Int? = nil) -> ConsoleInput {
        if hidden != nil { endHidden() }
        let input = wait(until: deadline(limit), prompting: true) { self.takeLine() }
        if case .line(let line) = input { remember(line) }
        return input
    }

    /// Descriptors for a poll of the caller's own, each for reading: when one is ready, call
    /// ``next(withinMilliseconds:)`` with 0 until it answers ``ConsoleInput/tick``.
    public var pollDescriptors: [Int32] { [STDIN_FILENO, signals] }

    /// Waits until `take` has something, handling signals meanwhile.
    func wait(until deadline: Int?, prompting: Bool, take: () -> ConsoleInput?) -> ConsoleInput {
        while true {
            if let endingSignal { return .terminated(signal: endingSignal) }
            if let event = takeSignal() { return event }
            if let input = take() { return input }
            if prompting { showPrompt() }
            var waits = pollDescriptors.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
            let left = deadline.map { Int32(clamping: max(0, $0 - Self.milliseconds())) } ?? -1
            let ready = poll(&waits, 2, left)
            if ready == 0 { return .tick }
            // After a signal (-1, EINTR) its byte is in the pipe.
            if ready > 0, waits[1].revents == 0 { readAvailable() }
        }
    }

    func deadline(_ limit: Int?) -> Int? {
        limit.map { Self.milliseconds() + max(0, $0) }
    }

    private static func milliseconds() -> Int {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
    }

    func takeLine() -> ConsoleInput? {
        if let input = editor?.takeReceived() ?? received.popFirst() {
            isPromptShown = false
            return input
        }
        guard hasEnded else { return nil }
        // A keyboard may go on after Ctrl-D, a stream does not.
        if reading != .stream { hasEnded = false }
        if isPromptShown { put("\n") }
        isPromptShown = false
        return .ended
    }

    private func readAvailable() {
        if hidden != nil {
            readHiddenKey()
        } else if reading == .edited {
            creadline_read()
        } else {
            readBytes()
        }
    }

    private func readBytes() {
        withUnsafeTemporaryAllocation(byteCount: 65_536, alignment: 1) { buffer in
            let count = read(STDIN_FILENO, buffer.baseAddress, buffer.count)
            if count > 0 {
                received += splitter.feed(Array(buffer[..<count])).map { ConsoleInput($0) }
            } else if count == 0 || (errno != EINTR && errno != EAGAIN) {
                if let last = splitter.finish() { received.append(ConsoleInput(last)) }
                hasEnded = true
            }
        }
    }

    private func showPrompt(again: Bool = false) {
        switch reading {
        case .edited:
            editor?.show(prompt: VisibleText.of(prompt))
        case .keyboard where writesToTerminal && (again || !isPromptShown):
            put((again ? "\n" : "") + VisibleText.of(prompt))
        default:
            return
        }
        isPromptShown = true
    }

    // MARK: Signals

    private func takeSignal() -> ConsoleInput? {
        var byte: UInt8 = 0
        while read(signals, &byte, 1) == 1 {
            switch Int(byte) {
            case CTERMINAL_INTERRUPT: return interrupted()
            case CTERMINAL_TERMINATED: return terminated(by: SIGTERM)
            case CTERMINAL_HUNG_UP: return terminated(by: SIGHUP)
            case CTERMINAL_QUIT: return terminated(by: SIGQUIT)
            case CTERMINAL_WAKE: return .tick
            case CTERMINAL_RESIZED: if editor != nil { creadline_resize() }
            default: continued()
            }
        }
        return nil
    }

    private func interrupted() -> ConsoleInput {
        if hidden != nil { endHidden() }
        splitter = LineSplitter(blankLines: .delivered)
        received.removeAll()
        if reading == .keyboard { put("\n") }
        isPromptShown = reading == .edited && isPromptShown
        editor?.interrupt()
        return .interrupted
    }

    private func terminated(by signal: Int32) -> ConsoleInput {
        if hidden != nil { endHidden() }
        editor?.stop()
        if reading == .keyboard, isPromptShown { put("\n") }
        isPromptShown = false
        cterminal_restore()
        endingSignal = signal
        return .terminated(signal: signal)
    }

    private func continued() {
        if hidden != nil {
            showHiddenPrompt()
        } else if editor != nil {
            creadline_suspend()
            creadline_resume()
        } else if isPromptShown {
            showPrompt(again: true)
        }
    }

    // MARK: Writing

    /// Columns of the window now; nil if output is no terminal, and lines are not broken.
    public var columns: Int? { writesToTerminal ? Terminal.outputColumns : nil }

    /// The same for a program that opened no terminal.
    public static var outputColumns: Int? {
        guard isatty(STDOUT_FILENO) == 1 else { return nil }
        let columns = Int(cterminal_columns(STDOUT_FILENO))
        return columns > 0 ? columns : 80
    }

    /// Whether ``Style`` shows: on a terminal, unless NO_COLOR is set (no-color.org) or the terminal is
    /// plain.
    public var showsStyle: Bool {
        controlsScreen && getenv("NO_COLOR").map { $0.pointee == 0 } ?? true
    }

    /// Writes a paragraph and a line break, above the half-typed line if there is one. Line breaks in the
    /// text are kept: put people's words in by ``Span/said(_:_:)`` or through
    /// ``VisibleText/of(_:lineBreaks:)``.
    /// - Parameter hangingIndent: spaces before the second and later lines.
    public func write(_ text: String, _ style: Style = .regular, hangingIndent: Int = 0) {
        write([Span(text, style)], hangingIndent: hangingIndent)
    }

    /// Writes a paragraph in several styles; see ``write(_:_:hangingIndent:)``.
    public func write(_ spans: [Span], hangingIndent: Int = 0) {
        let styled = showsStyle
        let lines = Layout.wrap(spans, columns: columns, hangingIndent: hangingIndent)
        let text = lines.reduce("") { $0 + Layout.render($1, styled: styled) + "\n" }
        if hidden != nil {
            clearHiddenPrompt()
            put(text)
            showHiddenPrompt()
        } else {
            if reading == .keyboard, isPromptShown { put("\n") }
            if reading == .keyboard { isPromptShown = false }
            put(text)
        }
    }

    /// Writes text that is safe already.
    func put(_ text: String) {
        if editor != nil {
            var text = text
            text.withUTF8 { bytes in
                bytes.withMemoryRebound(to: CChar.self) { creadline_write($0.baseAddress, $0.count) }
            }
        } else if let code = DescriptorWriter.write(Array(text.utf8), to: STDOUT_FILENO), outputError == nil {
            outputError = code
        }
    }

    // MARK: History

    private func loadHistory() {
        do throws(HistoryProblem) {
            for line in try history?.load() ?? [] { creadline_add_history(line) }
        } catch {
            historyProblem = error
        }
    }

    private func remember(_ line: String) {
        guard reading == .edited, !line.isEmpty, line != lastRemembered, shouldRemember(line) else { return }
        lastRemembered = line
        creadline_add_history(line)
        guard historyProblem == nil else { return }
        do throws(HistoryProblem) {
            try history?.append(line)
        } catch {
            historyProblem = error
        }
    }
}

/// Ends the wait of a ``Terminal`` early, from any thread.
public struct Waker: Sendable {
    /// Writing the byte `w` here wakes too; for those who have only descriptors to write to.
    public let descriptor: Int32

    /// ``Terminal/next(withinMilliseconds:)`` answers ``ConsoleInput/tick`` now, or the next time it is
    /// asked. Not after the terminal was closed.
    public func wake() {
        var byte = UInt8(CTERMINAL_WAKE)
        // A full pipe wakes just as well.
        _ = write(descriptor, &byte, 1)
    }
}
