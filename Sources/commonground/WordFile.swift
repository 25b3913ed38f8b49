import Drafting
import Foundation
import Glibc
import Reports

/// Word files, made by pandoc from our own HTML.
enum WordFile {
    /// - Throws: an exit code, after saying what is wrong.
    static func write(_ draft: Draft, to path: String, _ earlier: ResultFile.Earlier) throws {
        try ResultFile.write(try made(of: draft, for: path), to: path, earlier)
    }

    /// The bytes of the Word file. pandoc gives them to us, so that an earlier paper stays when it fails half-way.
    private static func made(of draft: Draft, for path: String) throws -> [UInt8] {
        guard let pandoc = find("pandoc") else {
            throw Exit.failure(
                """
                Word needs pandoc, and it is not installed. Install it with: sudo apt-get install pandoc
                Or choose --format html: Word opens that too.
                """, Exit.unavailable)
        }
        // Words of people reach pandoc as escaped text on its standard input, and our HTML names no file that it would read.
        // (Its --sandbox cannot be used: Debian's pandoc then does not find its own parts of a Word file.)
        let process = Process()
        process.executableURL = pandoc
        process.arguments = ["--from=html", "--to=docx", "--metadata=lang:en-GB", "--output=-"]
        let (input, output) = (Pipe(), Pipe())
        process.standardInput = input
        process.standardOutput = output
        do { try process.run() } catch {
            throw Exit.failure("pandoc is there but does not start: “\(pandoc.path)”.", Exit.unavailable)
        }
        // A pandoc that ends early must not end this program too; its exit code tells.
        signal(SIGPIPE, SIG_IGN)
        let html = HTMLReport.forWordProcessor(draft)
        try? input.fileHandleForWriting.write(contentsOf: Data(html.utf8))
        try? input.fileHandleForWriting.close()
        let made: Data
        do { made = try output.fileHandleForReading.readToEnd() ?? Data() } catch {
            throw Exit.failure("what pandoc made cannot be read: \(error.localizedDescription)", Exit.inputOutput)
        }
        process.waitUntilExit()
        guard process.terminationStatus == 0, !made.isEmpty else {
            throw Exit.failure(
                "pandoc could not make “\(path)” (it ended with \(process.terminationStatus)). Choose another --format.",
                Exit.cannotCreate)
        }
        return [UInt8](made)
    }

    static func find(_ name: String) -> URL? {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        return folders.map { URL(filePath: String($0)).appending(path: name) }.first {
            FileManager.default.isExecutableFile(atPath: $0.path)
        }
    }
}
