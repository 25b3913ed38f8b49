import ArgumentParser
import Console
import Facilitation
import Foundation
import Frameworks
import JSONText

extension SetupCommand {
    struct New: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Write a commented set-up file: asks a few questions at a terminal, or takes options.",
            discussion: """
                Without options it asks, when there is a terminal to ask at. With any option, or in a pipe, it asks \
                nothing. The file is printed, or written with --output.

                Examples:
                  commonground setup new
                  commonground setup new --title "North Place partnership" > north.yaml
                  commonground setup new --title "North Place" --areas "1, 8" \\
                    --facilitator "Helen Reed" --pregauge "21 October" \\
                    --member "Ann Shah | primary-care | Hill PCN" --output north.yaml
                """)
        @Option(help: "The partnership's name.") var title: String?
        @Option(help: "The framework: an id or a file.") var framework: String?
        @Option(help: "Areas in order, by number, id or name, with commas; all if left out.") var areas: String?
        @Option(help: "development or formal.") var meeting: String?
        @Option(help: "named, chatham-house or anonymous-gauge.") var attribution: String?
        @Option(help: "full, short or scan: 25, 12 or 5 minutes an area.") var form: String?
        @Option(help: "Who facilitates; may be given several times.") var facilitator: [String] = []
        @Option(
            name: .customLong("facilitator-id"),
            help: ArgumentHelp(
                "The id that the chat gives who facilitates; several in the order of --facilitator.",
                discussion: "At the keyboard no id is needed; in a chat, nobody can facilitate without one.",
                valueName: "id"))
        var facilitatorID: [String] = []
        @Option(help: ArgumentHelp("A member; may be given several times.", valueName: "name | sector | organisation"))
        var member: [String] = []
        @Option(help: "Sectors or groups who are missing, with commas.") var missing: String?
        @Option(help: "Members rate privately until this day.") var pregauge: String?
        @Option(help: "The file to write, which must not be there yet.") var output: String?
        @OptionGroup var clock: ClockOption

        private var hasOptions: Bool {
            [title, framework, areas, meeting, attribution, form, missing, pregauge, output].contains { $0 != nil }
                || !facilitator.isEmpty || !member.isEmpty
        }

        func validate() throws {
            guard facilitatorID.count > facilitator.count else { return }
            throw ValidationError("--facilitator-id goes with --facilitator: give the name of each.")
        }

        func run() throws {
            var questions = SetupQuestions(today: try clock.today(), library: FrameworkCommand.library)
            guard hasOptions || isatty(0) == 0 || isatty(1) == 0 else { return try askAll(&questions) }
            let given: [(SetupQuestions.Question, String?)] = [
                (.framework, framework), (.title, title), (.areas, areas), (.meeting, meeting),
                (.attribution, attribution), (.form, form), (.missing, missing), (.pregauge, pregauge),
            ]
            for (question, words) in given {
                guard let words else { continue }
                try take(words, question, &questions)
            }
            for (index, words) in facilitator.enumerated() {
                questions.nextID = index < facilitatorID.count ? facilitatorID[index] : nil
                try take(words, .facilitator, &questions)
            }
            questions.nextID = nil
            for words in member { try take(words, .member, &questions) }
            try write(try text(questions), to: output)
        }

        private func take(
            _ words: String, _ question: SetupQuestions.Question, _ questions: inout SetupQuestions
        ) throws {
            if let problem = questions.take(words, question) { throw Exit.failure(problem, Exit.usage) }
        }

        private func text(_ questions: SetupQuestions) throws -> String {
            let checked = questions.setup
            guard let setup = checked.value else {
                throw Exit.failure(MistakeText.list(checked.mistakes, in: "the set-up"), Exit.badData)
            }
            return Template.setup(setup, framework: questions.frameworkFile)
        }

        private func write(_ text: String, to path: String?) throws {
            guard let path, path != "-" else { return try Output.result(text) }
            try ResultFile.write(text, to: path, .stays)
            let file = Shell.quoted(path)
            try Output.result(
                "Written: \(path). Every key is explained in it.\n"
                    + "Check it after a change: commonground setup check \(file)\n"
                    + "Hold the session: commonground --setup \(file) --room \(Shell.quoted(New.room(for: path)))")
        }

        /// A room of its own, called as the file: the usual room may be there already, with a set-up of its own.
        private static func room(for path: String) -> String {
            let name = URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent
            return name.isEmpty ? Rooming.defaultRoom : name
        }

        // MARK: At a terminal

        private func askAll(_ questions: inout SetupQuestions) throws {
            try Output.result(
                "A few questions for the set-up. Enter alone takes what stands in brackets. Ctrl-C leaves.")
            for question in SetupQuestions.Question.asked {
                repeat {
                    guard let words = try ask(question.words(questions)) else { throw ExitCode(Exit.usage) }
                    if words.isEmpty { break }
                    if let problem = questions.take(words, question) {
                        try Output.result("  \(problem)")
                    } else if !question.isRepeated {
                        break
                    }
                } while true
            }
            let proposed = questions.fileName
            while true {
                guard let words = try ask("Write it to which file? [\(proposed)]") else { throw ExitCode(Exit.usage) }
                let path = words.isEmpty ? proposed : words
                guard let refusal = ResultFile.refusal(path, .stays) else {
                    return try write(try text(questions), to: path)
                }
                try Output.result("  \(refusal)")
            }
        }

        /// Nil at the end of the input.
        private func ask(_ words: String) throws -> String? {
            // The question stands on lines of its own, broken between words, and the answer begins a new one.
            for line in Layout.wrap(words, columns: Terminal.outputColumns) { try Output.result(line) }
            _ = Output.bytes(Array("> ".utf8))
            return readLine().map { line in
                line.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            }
        }
    }
}
