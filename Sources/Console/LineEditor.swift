import CReadline
import JSONText

/// readline at the keyboard. There is one keyboard and readline is made of global variables, so ``Terminal``
/// sees to it that there is one editor at a time.
final class LineEditor {
    var completer: ((CompletionRequest) -> [String])?
    /// Lines that came and were not asked for yet: several at once when text is pasted.
    private var received: ArraySlice<ConsoleInput> = []
    /// The prompt on the screen; nil if no line is being typed.
    private var shownPrompt: String?

    /// - Parameter name: what a user's inputrc may test with `$if`. Static, because readline keeps the
    ///   pointer.
    init(name: StaticString) {
        let context = Unmanaged.passUnretained(self).toOpaque()
        creadline_start(
            UnsafeRawPointer(name.utf8Start).assumingMemoryBound(to: CChar.self),
            { line, context in
                guard let context else { return }
                Unmanaged<LineEditor>.fromOpaque(context).takeUnretainedValue().accept(line)
            },
            { line, start, end, context in
                guard let context, let line else { return }
                let editor = Unmanaged<LineEditor>.fromOpaque(context).takeUnretainedValue()
                editor.complete(line, Int(start), Int(end))
            },
            context)
    }

    func show(prompt: String) {
        guard prompt != shownPrompt else { return }
        shownPrompt = prompt
        creadline_show_prompt(prompt)
    }

    func takeReceived() -> ConsoleInput? {
        received.popFirst()
    }

    func interrupt() {
        received.removeAll()
        creadline_discard_line()
    }

    func stop() {
        creadline_stop()
        shownPrompt = nil
    }

    // MARK: Called by readline

    private func accept(_ line: UnsafePointer<CChar>?) {
        shownPrompt = nil
        guard let line else {
            received.append(.ended)
            return
        }
        let bytes = UnsafeBufferPointer(start: line, count: length(of: line)).map(UInt8.init(bitPattern:))
        received += Self.lines(of: bytes)
    }

    /// Bracketed paste brings several lines as one that holds line breaks.
    static func lines(of bytes: [UInt8]) -> [ConsoleInput] {
        var splitter = LineSplitter(blankLines: .delivered)
        let lines = splitter.feed(bytes.last == 0x0A ? bytes : bytes + [0x0A])
        return lines.map { ConsoleInput($0) }
    }

    private func complete(_ line: UnsafePointer<CChar>, _ start: Int, _ end: Int) {
        guard let completer, start <= end, end <= length(of: line) else { return }
        let bytes = UnsafeBufferPointer(start: line, count: end).map(UInt8.init(bitPattern:))
        guard let text = String(validating: bytes, as: UTF8.self) else { return }
        // Candidates may come from what people wrote, a member's name for one; they go straight to the
        // screen.
        for candidate in completer(CompletionRequest(line: text, wordStart: start))
        where !candidate.isEmpty && VisibleText.of(candidate) == candidate {
            creadline_add_candidate(candidate)
        }
    }

    private func length(of line: UnsafePointer<CChar>) -> Int {
        var length = 0
        while line[length] != 0 { length += 1 }
        return length
    }
}

extension ConsoleInput {
    init(_ line: LineSplitter.Line) {
        switch line {
        case .complete(_, let bytes): self = .line(String(decoding: bytes, as: UTF8.self))
        case .tooLong: self = .unreadable(.tooLong(limit: LineSplitter.lineLimitDefault))
        case .invalidUTF8: self = .unreadable(.notUTF8)
        }
    }
}
