import ArgumentParser
import Console
import Foundation
import JSONText
import Summarising

/// `commonground summarise`: a short digest of any transcript, without a room or a record.
struct Summarise: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Make a short digest of any transcript: what was said, in its own sentences.",
        discussion: """
            Each line is "Name: words", or words alone. The digest holds sentences that were said, without "um" and false \
            starts, in the order they were said and with the numbers of their lines; then what sounds like a decision or an \
            action, and who sounded in agreement with whom. All of it is heard, not agreed: nobody was asked. Lines such as \
            "Name (privately): words" are left out, and so are commands. Nothing is kept and nothing is sent.

            With --format json: sentences, decisions and actions (text, lines) and heard (kind, name, with, text, lines, \
            about, about_lines). A name stands in a sentence's text where the speaker changes.

            Example:
              commonground summarise notes.txt --words 80 --query "What about buses?"
            """)
    @Argument(help: ArgumentHelp("The transcript as UTF-8 text; - reads standard input.", valueName: "file"))
    var file: String
    @Option(
        help: ArgumentHelp(
            "The most words in the digest, names included: 10 to 2000. Without it 110, or 60 with --query.",
            valueName: "n"))
    var words: Int?
    @Option(help: ArgumentHelp("A question; the digest then keeps to what answers it.", valueName: "text"))
    var query: String?
    @Option(help: "text, markdown or json.") var format = Form.text

    enum Form: String, ExpressibleByArgument, CaseIterable { case text, markdown, json }

    /// A day of talk is about half a megabyte; more than this is another kind of file.
    static let bytesMax = 32 * 1_048_576
    static let wordsRange = 10...2000
    static let queryBytesMax = 2000

    func run() throws {
        let question = try checkedQuestion()
        let wordsMax = words ?? (question == nil ? Digest.generalWords : Digest.questionWords)
        guard Summarise.wordsRange.contains(wordsMax) else {
            throw Exit.failure("--words takes a number from 10 to 2000, not \(wordsMax).", Exit.usage)
        }
        let digest = Digest(MeetingLines(try readText()), wordsMax: wordsMax, question: question)
        guard digest.lineCount > 0 else {
            throw Exit.failure(
                "\(shownName) has no words in it. Give a transcript with a line for each turn.", Exit.badData)
        }
        switch format {
        case .json: try Output.result(JSONEmitter(.pretty).text(digest.json))
        case .text: try Output.result(paragraphs(digest, .text))
        case .markdown: try Output.result(paragraphs(digest, .markdown))
        }
    }

    private func paragraphs(_ digest: Digest, _ form: Digest.Form) -> String {
        let name = file == "-" ? "standard input" : URL(fileURLWithPath: file).lastPathComponent
        return digest.paragraphs(as: form, source: name) { VisibleText.of($0) }
    }

    private func checkedQuestion() throws -> String? {
        guard let query else { return nil }
        guard query.contains(where: \.isLetter) else {
            throw Exit.failure(
                "--query needs a question in words. Leave it out for a digest of everything.", Exit.usage)
        }
        guard query.utf8.count <= Summarise.queryBytesMax else {
            throw Exit.failure("--query is longer than 2,000 bytes. Ask about one thing at a time.", Exit.usage)
        }
        return query
    }

    private var shownName: String { file == "-" ? "Standard input" : "“\(file)”" }

    private func readText() throws -> String {
        let bytes = try readBytes()
        guard bytes.count <= Summarise.bytesMax else {
            throw Exit.failure(
                "\(shownName) is larger than 32 MiB. Cut it into single meetings and summarise each.", Exit.badData)
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw Exit.failure("\(shownName) is not UTF-8 text. Save it as UTF-8 and try again.", Exit.badData)
        }
        return text.hasPrefix("\u{FEFF}") ? String(text.unicodeScalars.dropFirst()) : text
    }

    /// The file's bytes, and no more of them than are needed to see that there are too many.
    private func readBytes() throws -> [UInt8] {
        let handle: FileHandle
        if file == "-" {
            handle = .standardInput
        } else {
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: file, isDirectory: &isFolder) else {
                throw Exit.failure(
                    "There is no file “\(file)”. Check its name, or use - for standard input.", Exit.noInput)
            }
            guard !isFolder.boolValue else {
                throw Exit.failure("“\(file)” is a folder. Name one transcript in it.", Exit.noInput)
            }
            guard let opened = FileHandle(forReadingAtPath: file) else {
                throw Exit.failure("“\(file)” cannot be opened. Check that you may read it.", Exit.noInput)
            }
            handle = opened
        }
        defer { if file != "-" { try? handle.close() } }
        do {
            return [UInt8](try handle.read(upToCount: Summarise.bytesMax + 1) ?? Data())
        } catch {
            throw Exit.failure("\(shownName) cannot be read: \(error.localizedDescription)", Exit.inputOutput)
        }
    }
}
