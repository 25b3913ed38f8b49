import Console
import Glibc

/// The smallest program that uses all of `Console`; the tests of the terminal run it at a pseudo-terminal.
///
/// Lines are answered by `heard: …`. `secret` asks for a hidden answer (`slow secret` after a while), `prompt
/// X` changes the prompt, `crash` breaks a promise on purpose, `later` asks for a line with a limit of time,
/// `wake` wakes the terminal from another thread, `again` tries to open a second one. Lines that begin with
/// `/private` are not remembered. What is written to the fifo in the environment variable PROBE_FIFO is said
/// by the program, whatever is being typed.
@main
struct ConsoleProbe {
    static func main() throws {
        let words = getenv("PROBE_FIFO").map { open($0, O_RDWR | O_NONBLOCK) }
        let terminal = try Terminal(
            plain: CommandLine.arguments.contains("--plain"),
            historyPath: getenv("PROBE_HISTORY").map { String(cString: $0) })
        terminal.shouldRemember = { !$0.hasPrefix("/private") }
        terminal.completer = { request in
            let commands = ["/gauge", "/gauging", "/agree", "/Next", "/near"]
            let candidates = request.preceding.isEmpty ? commands : ["Élodie", "Zoë", "山田", "x\u{1B}[2J"]
            return candidates.filter { $0.lowercased().hasPrefix(request.word.lowercased()) }
        }
        terminal.write("ready: \(terminal.reading)")
        if let problem = terminal.historyProblem { terminal.write("history: \(problem)") }
        while true {
            let input = terminal.next(withinMilliseconds: words == nil ? nil : 0)
            if let words, input == .tick {
                wait(terminal, words)
                continue
            }
            guard answer(input, terminal) else { break }
        }
        terminal.close()
    }

    /// A loop of the caller's own: the terminal and something else.
    private static func wait(_ terminal: Terminal, _ words: Int32) {
        var waits = (terminal.pollDescriptors + [words]).map {
            pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
        }
        poll(&waits, 3, -1)
        guard waits[2].revents != 0 else { return }
        var bytes = [UInt8](repeating: 0, count: 4096)
        let count = read(words, &bytes, bytes.count)
        if count > 0 { terminal.write(String(decoding: bytes[..<count], as: UTF8.self)) }
    }

    private static func answer(_ input: ConsoleInput, _ terminal: Terminal) -> Bool {
        switch input {
        case .line("secret"):
            terminal.write("answer: \(terminal.readHidden(prompt: "Hidden answer, please: "))")
        case .line("slow secret"):
            terminal.write("busy")
            usleep(200_000)
            terminal.write("answer: \(terminal.readHidden(prompt: "Hidden answer, please: "))")
        case .line("later"):
            terminal.write("in time: \(terminal.next(withinMilliseconds: 30))")
        case .line("wake"):
            let waker = terminal.waker
            Task.detached { waker.wake() }
        case .line("again"):
            do throws(TerminalProblem) { _ = try Terminal() } catch { terminal.write("refused: \(error)") }
        case .line("crash"):
            let empty: [Int] = []
            terminal.write("\(empty[CommandLine.arguments.count])")
        case .line(let line) where line.hasPrefix("prompt "):
            terminal.prompt = String(line.dropFirst(7)) + "> "
        case .line(let line):
            terminal.write("heard: \(line)", .bold)
        case .interrupted:
            terminal.write("interrupted")
        case .unreadable(let problem):
            terminal.write("unreadable: \(problem)")
        case .terminated(let signal):
            terminal.write("terminated: \(signal)")
            return false
        case .ended:
            terminal.write("ended")
            return false
        case .tick:
            terminal.write("tick")
        }
        return true
    }
}
