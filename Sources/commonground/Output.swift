import Console
import Foundation
import Glibc

/// Results go to stdout, messages to stderr.
enum Output {
    /// - Throws: an exit code, after saying on stderr that not all of it could be written.
    ///
    /// On a screen nothing in it is obeyed or hidden; a file and a pipe get it byte for byte.
    static func result(_ text: String) throws {
        let text = isatty(1) == 1 ? shown(text) : text
        let code = bytes(Array((text.utf8.last == 10 ? text : text + "\n").utf8))
        // A reader that has gone away, such as `head`, is no error of ours.
        guard code != 0, code != EPIPE else { return }
        throw Exit.failure(
            "not all of this could be written to standard output: \(String(cString: strerror(code))). "
                + "Write it to a place with enough space.", Exit.inputOutput)
    }
    /// Columns stay apart.
    static func shown(_ text: String) -> String {
        text.split(separator: "\t", omittingEmptySubsequences: false)
            .map { VisibleText.of(String($0), lineBreaks: .kept) }.joined(separator: "\t")
    }

    static func note(_ text: String) {
        let line = "commonground: \(VisibleText.of(text, lineBreaks: .kept))\n"
        // There is nobody left to be told that nobody can be told.
        try? FileHandle.standardError.write(contentsOf: Data(line.utf8))
    }
    /// Writes all of it to stdout.
    ///
    /// - Returns: 0, or the system's number of what went wrong.
    static func bytes(_ bytes: [UInt8]) -> Int32 {
        DescriptorWriter.write(bytes, to: 1) ?? 0
    }
}
