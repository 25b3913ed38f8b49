import Foundation

/// `.github/ERRORS.md`: mistakes of every kind with what the program says to them, made from what it really says.
struct ErrorGallery {
    static let path = ".github/ERRORS.md"

    /// One mistake, and what is there before it is made.
    struct Mistake {
        var title: String
        /// A line for a shell.
        var typed: String
        var files: [(name: String, text: String)] = []
        /// Lines for a shell that go well, and are not shown.
        var before: [String] = []
    }

    struct Section {
        var title: String
        var opening: String
        var mistakes: [Mistake]
    }

    /// Lines for a program that goes on reading: each answer is one line.
    struct Talk {
        var title: String
        var opening: String
        var command: String
        /// With what begins the lines that answer a mistake.
        var answerMark: String
        /// Nil for lines that go well, and are not shown.
        var lines: [(title: String?, typed: String)]
    }

    static let head = """
        # When something goes wrong

        Each kind of mistake, with what you typed, what the program says to it, and the exit code with which it ends. This page is made from real output by a test, \
        which also holds the program to it: `COMMONGROUND_RECORD=1 swift test --filter ErrorGallery` writes it anew.

        A message says what is wrong and what to do next. What was typed wrongly is never counted, and what was kept before stays kept.

        | Exit code | Means |
        |---|---|
        | 0 | all went well |
        | 1 | `commonground check`: a rule of the protocol is broken |
        | 64 | the command line is not right, or what it asks for cannot be done now |
        | 65 | a file, or what is kept, is not right; also a set-up or a framework that is not there |
        | 66 | another file or a room is not there, or cannot be read |
        | 69 | a server or a program that is needed does not answer |
        | 73 | a file cannot be made, or is there already |
        | 74 | reading or writing failed |
        | 75 | it could not go on just now; start it again |
        | 77 | you may not do that |
        | 78 | the computer is not set up for it; `commonground doctor` says what to mend |

        """

    /// - Parameter program: in a folder that is empty.
    static func page(_ program: BuiltProgram) throws -> String {
        var text = head
        for section in sections { text += try written(section, program) }
        for talk in [keyboard, protocolLines] { text += try written(talk, program) }
        return text
    }

    private static func written(_ section: Section, _ program: BuiltProgram) throws -> String {
        var text = "\n## \(section.title)\n\n\(section.opening)\n"
        for mistake in section.mistakes {
            for file in mistake.files { try Data(file.text.utf8).write(to: program.folder.appending(path: file.name)) }
            for line in mistake.before {
                let ended = try program.shell(line)
                guard ended.code == 0 else { throw Unexpected(line: line, ended: ended) }
            }
            let ended = try program.shell(mistake.typed)
            text += "\n### \(mistake.title)\n"
            if let file = mistake.files.last, file.text.utf8.count < 400 {
                let kind = file.name.hasSuffix(".yaml") ? "yaml" : "text"
                text += "\nWith this in `\(file.name)`:\n\n```\(kind)\n\(file.text)```\n"
            }
            text += "\n```console\n$ \(mistake.typed)\n\(said(ended, program))\n```\n\nExit code \(ended.code).\n"
        }
        return text
    }

    private static func written(_ talk: Talk, _ program: BuiltProgram) throws -> String {
        let input = talk.lines.map { $0.typed + "\n" }.joined()
        try Data(input.utf8).write(to: program.folder.appending(path: "typed.txt"))
        let ended = try program.shell("\(talk.command) < typed.txt")
        let answers = ended.output.split(separator: "\n").filter { $0.contains(talk.answerMark) }.map(String.init)
        let mistakes = talk.lines.compactMap { line in line.title.map { (title: $0, typed: line.typed) } }
        guard ended.code == 0, answers.count == mistakes.count else {
            throw Unexpected(line: "\(talk.command): \(answers.count) answers to \(mistakes.count)", ended: ended)
        }
        var text = "\n## \(talk.title)\n\n\(talk.opening)\n"
        for (mistake, answer) in zip(mistakes, answers) {
            text += "\n**\(mistake.title)**\n\n```text\n\(mistake.typed)\n\(answer)\n```\n"
        }
        return text
    }

    /// What was shown, with a folder's name that is the same on every computer.
    private static func said(_ ended: BuiltProgram.Ended, _ program: BuiltProgram) -> String {
        let shown = (ended.output + ended.errors).replacing(program.folder.path, with: "/home/ann")
        return shown.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            String(line.reversed().drop { $0 == " " }.reversed())
        }.joined(separator: "\n").trimmingCharacters(in: .newlines)
    }

    struct Unexpected: Error, CustomStringConvertible {
        var line: String
        var ended: BuiltProgram.Ended
        var description: String { "\(line)\nended with \(ended.code):\n\(ended.output)\n\(ended.errors)" }
    }
}
