import Drafting
import Foundation
import Glibc
import Reports

/// Word files, made by pandoc from our own HTML.
enum WordFile {
    /// - Throws: an exit code, after saying what is wrong.
    static func write(_ draft: Draft, to path: String) throws {
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
        process.arguments = ["--from=html", "--to=docx", "--metadata=lang:en-GB", "--output=\(path)"]
        let input = Pipe()
        process.standardInput = input
        process.standardOutput = FileHandle.standardError
        do { try process.run() } catch {
            throw Exit.failure("pandoc is there but does not start: “\(pandoc.path)”.", Exit.unavailable)
        }
        // A pandoc that ends early must not end this program too; its exit code tells.
        signal(SIGPIPE, SIG_IGN)
        let html = HTMLReport.forWordProcessor(draft)
        try? input.fileHandleForWriting.write(contentsOf: Data(html.utf8))
        try? input.fileHandleForWriting.close()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw Exit.failure(
                "pandoc could not write “\(path)” (it ended with \(process.terminationStatus)).", Exit.cannotCreate)
        }
    }

    private static func find(_ name: String) -> URL? {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        return folders.map { URL(filePath: String($0)).appending(path: name) }.first {
            FileManager.default.isExecutableFile(atPath: $0.path)
        }
    }
}
