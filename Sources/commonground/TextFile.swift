import Foundation

/// A text that a command reads from a file.
enum TextFile {
    static func read(_ path: String) throws -> String {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw Exit.failure("“\(path)” cannot be read. Check the name and who may read it.", Exit.noInput)
        }
        guard let text = String(bytes: data, encoding: .utf8) else {
            throw Exit.failure("“\(path)” is not UTF-8 text. Save it as UTF-8 and try again.", Exit.badData)
        }
        return text
    }
}
