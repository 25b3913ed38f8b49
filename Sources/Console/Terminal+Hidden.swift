import CReadline
import Glibc

/// A hidden answer being typed.
struct HiddenAnswer {
    var line = HiddenLine()
    var outcome: HiddenLine.Outcome = .goesOn
    let prompt: String
    /// Rows of the screen that the prompt takes.
    var rows = 1

    mutating func take(_ byte: UInt8) {
        outcome = line.take(byte)
    }
}

extension Terminal {
    /// Reads an answer that those who look on must not see: nothing is shown for the keys, nothing is kept,
    /// and the prompt is cleared from the screen afterwards. From a stream it is simply the next line.
    ///
    /// Lines that were pasted before and wait for ``next(withinMilliseconds:)`` are not taken for an answer.
    /// - Parameter limit: as for ``next(withinMilliseconds:)``. After ``ConsoleInput/tick`` the answer typed
    ///   so far is kept for the next call with the same prompt; `next` gives it up.
    public func readHidden(prompt: String, withinMilliseconds limit: Int? = nil) -> ConsoleInput {
        let deadline = deadline(limit)
        if let endingSignal { return .terminated(signal: endingSignal) }
        if reading == .stream { return wait(until: deadline, prompting: false) { self.takeLine() } }
        if hidden?.prompt != prompt {
            if hidden != nil { endHidden() }
            beginHidden(prompt)
            guard hidden != nil else { return .ended }
        }
        let input = wait(until: deadline, prompting: false) {
            switch self.hidden?.outcome {
            case .goesOn: nil
            case .line(let line): .line(line)
            case .unreadable(let problem): .unreadable(problem)
            case .ended, nil: .ended
            }
        }
        if input != .tick, hidden != nil { endHidden() }
        return input
    }

    private func beginHidden(_ prompt: String) {
        if editor != nil { creadline_suspend() }
        hidden = HiddenAnswer(prompt: prompt)
        showHiddenPrompt()
    }

    /// Also after the terminal came back from being stopped: never reads a key that would be echoed.
    func showHiddenPrompt() {
        guard var answer = hidden else { return }
        guard cterminal_hide_input() == 0 else {
            hidden = nil
            if editor != nil { creadline_resume() }
            return
        }
        let lines = Layout.wrap(answer.prompt, columns: columns)
        answer.rows = lines.count
        hidden = answer
        if writesToTerminal { put(lines.joined(separator: "\n")) }
    }

    func clearHiddenPrompt() {
        guard let hidden, writesToTerminal else { return }
        guard controlsScreen else {
            put("\n")
            return
        }
        let up = hidden.rows > 1 ? "\u{1B}[\(hidden.rows - 1)A" : ""
        put("\r\(up)\u{1B}[J")
    }

    func endHidden() {
        clearHiddenPrompt()
        hidden = nil
        // readline learns from the modes it finds whether to echo, so the original ones come first.
        cterminal_restore()
        if editor != nil { creadline_resume() }
    }

    func readHiddenKey() {
        // One byte at a time: what follows the answer belongs to the next question.
        var byte: UInt8 = 0
        let count = read(STDIN_FILENO, &byte, 1)
        if count == 1 {
            hidden?.take(byte)
        } else if count == 0 || (errno != EINTR && errno != EAGAIN) {
            hidden?.outcome = .ended
        }
    }
}

extension Span {
    /// Somebody's words: their line breaks are shown instead of obeyed, so that they cannot pose as the
    /// program's.
    public static func said(_ words: String, _ style: Style = .regular) -> Span {
        Span(VisibleText.of(words, lineBreaks: .shown), style)
    }
}
