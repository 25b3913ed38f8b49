/// What came from the keyboard, or from the file or pipe in its place.
public enum ConsoleInput: Sendable, Equatable {
    /// One line, without its end. May be empty.
    case line(String)
    /// Ctrl-C: the half-typed line was dropped. A good moment to say how to leave.
    case interrupted
    /// End of input: Ctrl-D on an empty line, or the end of the file or pipe. A keyboard may be asked again
    /// (a file or pipe goes on ending), but when its window is gone it ends each time, so do not ask for
    /// ever.
    case ended
    /// The system (TERM), the window (HUP) or the user (QUIT) asks the program to end. The terminal has its
    /// own modes back already, and every later question is answered in the same way. Save what there is and
    /// leave; another of these signals ends the program on the spot.
    case terminated(signal: Int32)
    /// A line came that is no text or is too long. It is lost; the next one is read as usual.
    case unreadable(LineProblem)
    /// Nothing was typed: the time is over, or ``Terminal/wake()`` was called.
    case tick
}

/// Why a line could not be read. The line is lost, the ones around it are not.
public enum LineProblem: Sendable, Equatable {
    case notUTF8
    /// The line has more bytes than the `limit` allowed.
    case tooLong(limit: Int)
}
