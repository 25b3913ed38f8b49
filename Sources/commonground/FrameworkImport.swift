import ArgumentParser
import Facilitation
import Foundation
import Frameworks

extension FrameworkCommand {
    struct Import: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Make a framework of your own copy of a maturity matrix.",
            discussion: """
                Reads a publication saved as text, or a table with tabs (.tsv), commas (.csv) or as Markdown (.md): one row \
                an area, one column a stage, the stages named in the first row. The wording is kept word for word, with \
                credit, in your own folder of frameworks and nowhere else: whether you may pass it on is for its licence \
                to say.

                Example:
                  commonground framework import our-matrix.csv --name "Our matrix" \\
                    --credit "Our own work"
                """)
        @Argument(help: "The file.") var file: String
        @Option(help: "What it is called; the title in the file if left out.") var name: String?
        @Option(help: "Whom to thank for the wording; the copyright line in the file if left out.")
        var credit: String?
        @Option(help: "A short name in small letters, digits and hyphens; made of the name if left out.")
        var id: String?
        @Flag(help: "The rows are stages, and the columns areas.") var stagesInRows = false
        @Option(help: "Where to write it, or - for the screen; your folder of frameworks if left out.")
        var output: String?
        @OptionGroup var replacing: ReplaceOption

        func run() throws {
            var choices = MatrixImport.Choices()
            (choices.name, choices.credit, choices.id) = (name, credit, id)
            choices.hasStagesInRows = stagesInRows
            switch MatrixImport.read(file: file, choices) {
            case .failure(.mistake(let mistake)):
                throw Exit.failure(MistakeText.list([mistake], in: file), Exit.noInput)
            case .failure(.faults(let faults)):
                throw Exit.failure(MistakeText.list(faults, in: file), Exit.badData)
            case .success(let imported): try keep(imported)
            }
        }

        private func keep(_ imported: MatrixImport.Imported) throws {
            let note = ["Made from \(file). The wording is that of its author: see “credit”."]
            let text = PackWriter.yaml(imported.framework, note: note)
            // What is written must be what a session would read.
            let checked = PackReader.read(yaml: Array(text.utf8), source: imported.framework.id)
            guard checked.value != nil else {
                throw Exit.failure(MistakeText.list(checked.mistakes, in: file), Exit.badData)
            }
            if output == "-" { return try Output.result(text) }
            let path = try output ?? ownPath(imported.framework.id)
            try ResultFile.write(text, to: path, replacing.earlier)
            try Output.result(report(imported, checked, path))
            if FrameworkCommand.isInRepository(path) {
                Output.note(
                    "This folder is under version control. Take care that the wording is not published with it.")
            }
        }

        private func report(
            _ imported: MatrixImport.Imported, _ checked: Checked<Framework>, _ path: String
        ) -> String {
            var lines = [FrameworkText.check(checked, name: path)]
            if !imported.columnsLeftOut.isEmpty {
                let names = imported.columnsLeftOut.joined(separator: ", ")
                lines.append("Left out, because they are no stages: \(names).\n")
            }
            lines.append("Credit: \(imported.framework.credit)\n")
            let name = output == nil ? imported.framework.id : path
            lines.append("Look at it with: commonground framework show \(Shell.quoted(name))\n")
            return lines.joined()
        }

        /// In the folder of this user's own packs, which is made if it is not there.
        private func ownPath(_ id: String) throws -> String {
            guard id != Library.builtInID else {
                throw Exit.failure("\(id) is the built-in framework. Give another id with --id.", Exit.usage)
            }
            guard let folder = FrameworkCommand.library.folder else {
                throw Exit.failure("there is no home folder to keep it in. Say where with --output.", Exit.usage)
            }
            do { try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true) } catch {
                throw Exit.failure("the folder \(folder) cannot be made.", Exit.cannotCreate)
            }
            return "\(folder)/\(id).yaml"
        }
    }

    /// Whether a folder above this file is a working copy of git.
    static func isInRepository(_ path: String) -> Bool {
        var folder = URL(fileURLWithPath: path).standardizedFileURL.deletingLastPathComponent()
        while folder.path != "/" {
            if FileManager.default.fileExists(atPath: folder.appendingPathComponent(".git").path) { return true }
            folder.deleteLastPathComponent()
        }
        return false
    }
}
