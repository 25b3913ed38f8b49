import Foundation
import OpenData
import Testing

/// A folder for one test.
final class Place {
    static let fixtures = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures")
    let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "open-data-tests-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    func write(_ text: String, to name: String) throws { try write(Array(text.utf8), to: name) }
    func write(_ bytes: [UInt8], to name: String) throws { try Data(bytes).write(to: folder.appending(path: name)) }

    /// What is wrong when the folder, or a file in it, is read; the paths as from the folder.
    func error(_ name: String = "") -> ImportError? {
        let path = name.isEmpty ? folder.path : folder.appending(path: name).path
        do {
            _ = try PolisFiles.read(path)
            return nil
        } catch {
            let file = error.file.replacing(folder.path + "/", with: "").replacing(folder.path, with: ".")
            return ImportError(error.problem, file: file, line: error.line)
        }
    }
}
