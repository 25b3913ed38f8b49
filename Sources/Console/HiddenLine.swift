import JSONText

/// The keys of a hidden answer, put together to a line. Nothing is ever shown for them, not even a mark per
/// key: where a few answers are possible, the length gives the answer away. A value: it reads and writes
/// nothing.
struct HiddenLine {
    /// What one key led to.
    enum Outcome: Equatable {
        case goesOn
        case line(String)
        case unreadable(LineProblem)
        case ended
    }

    private enum Keys {
        case plain
        /// After ESC.
        case escape
        /// In an escape sequence of several bytes, such as an arrow key.
        case sequence
    }

    private var bytes: [UInt8] = []
    /// Bytes that did not fit into a line.
    private var surplus = 0
    private var keys = Keys.plain

    mutating func take(_ byte: UInt8) -> Outcome {
        if byte == 0x0A || byte == 0x0D { return read() }
        switch keys {
        case .escape:
            keys = byte == UInt8(ascii: "[") || byte == UInt8(ascii: "O") ? .sequence : .plain
            return .goesOn
        case .sequence:
            if (0x40...0x7E).contains(byte) { keys = .plain }
            return .goesOn
        case .plain:
            return takePlain(byte)
        }
    }

    private mutating func takePlain(_ byte: UInt8) -> Outcome {
        switch byte {
        case 0x04:  // Ctrl-D
            return bytes.isEmpty ? .ended : .goesOn
        case 0x08, 0x7F:  // Backspace
            dropLastCharacter()
        case 0x15:  // Ctrl-U
            bytes.removeAll()
            surplus = 0
        case 0x1B:
            keys = .escape
        case 0x00..<0x20:
            break
        default:
            if bytes.count < LineSplitter.lineLimitDefault { bytes.append(byte) } else { surplus += 1 }
        }
        return .goesOn
    }

    private func read() -> Outcome {
        guard surplus == 0 else { return .unreadable(.tooLong(limit: LineSplitter.lineLimitDefault)) }
        guard let line = String(validating: bytes, as: UTF8.self) else { return .unreadable(.notUTF8) }
        return .line(line)
    }

    private mutating func dropLastCharacter() {
        guard surplus == 0 else {
            surplus -= 1
            return
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            if !bytes.isEmpty { bytes.removeLast() }
            return
        }
        bytes = Array(text.dropLast().utf8)
    }
}
