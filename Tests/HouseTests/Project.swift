import Foundation
import Testing

/// The project as it lies on the disk. Everything here works in a fresh clone and looks at nothing outside it.
enum Project {
    static let root = URL(filePath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    static func text(_ path: String) throws -> String {
        try String(contentsOf: root.appending(path: path), encoding: .utf8)
    }

    /// Paths from the root of the project, in order, of the files under a folder whose names pass.
    static func files(under folder: String, where passes: (String) -> Bool) -> [String] {
        let top = root.appending(path: folder).path
        let found = FileManager.default.enumerator(atPath: top)?.compactMap { $0 as? String } ?? []
        func isFile(_ path: String) -> Bool {
            var isFolder = ObjCBool(false)
            return FileManager.default.fileExists(atPath: "\(top)/\(path)", isDirectory: &isFolder)
                && !isFolder.boolValue
        }
        return found.filter { passes($0) && isFile($0) }.map { "\(folder)/\($0)" }.sorted()
    }

    static func swiftFiles(under folders: [String]) throws -> [SourceFile] {
        try folders.flatMap { files(under: $0) { $0.hasSuffix(".swift") } }
            .map { SourceFile(path: $0, text: try text($0)) }
    }

    static func topLevelFolders() throws -> [String] {
        try FileManager.default.contentsOfDirectory(at: root, includingPropertiesForKeys: [.isDirectoryKey])
            .filter { try $0.resourceValues(forKeys: [.isDirectoryKey]).isDirectory == true }.map(\.lastPathComponent)
            .sorted()
    }

    static func package() throws -> [PackageTarget] { PackageTarget.all(in: try text("Package.swift")) }

    /// `COMMONGROUND_RECORD=1` writes golden files anew; the run fails all the same, so that nobody records by accident.
    static var isRecording: Bool { ProcessInfo.processInfo.environment["COMMONGROUND_RECORD"] == "1" }
}

/// The program as it was built with these tests, run in a folder of its own.
struct BuiltProgram {
    struct Ended {
        var code: Int32
        var output: String
        var errors: String
    }

    /// A folder that is gone when the test is over; its store is the one that the program finds.
    let folder: URL
    private let products: URL

    init() throws {
        products = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
        folder = FileManager.default.temporaryDirectory.appending(path: "commonground-house-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    func remove() { try? FileManager.default.removeItem(at: folder) }

    /// Runs a line as a shell would, with `commonground` on the path, no terminal, and nothing of this user's settings.
    func shell(_ line: String) throws -> Ended {
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments = ["-c", line]
        process.currentDirectoryURL = folder
        process.environment = [
            "PATH": "\(try productsFolder().path):/usr/bin:/bin", "HOME": folder.path, "LC_ALL": "C.UTF-8",
            "COMMONGROUND_STORE": folder.appending(path: "transcripts.sqlite").path,
        ]
        // Files and not pipes: a pipe that nobody reads would hold the program up.
        let output = folder.appending(path: ".output")
        let errors = folder.appending(path: ".errors")
        for file in [output, errors] { try Data().write(to: file) }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = try FileHandle(forWritingTo: errors)
        try process.run()
        process.waitUntilExit()
        return Ended(
            code: process.terminationStatus, output: try String(contentsOf: output, encoding: .utf8),
            errors: try String(contentsOf: errors, encoding: .utf8))
    }

    /// The tests lie beside the program, or are run by a helper of the toolchain that does not.
    private func productsFolder() throws -> URL {
        let beside = CommandLine.arguments.map {
            URL(filePath: $0).resolvingSymlinksInPath().deletingLastPathComponent()
        }
        let places = [products] + beside + [Project.root.appending(path: ".build/debug")]
        return try #require(
            places.first { FileManager.default.isExecutableFile(atPath: $0.appending(path: "commonground").path) },
            "the program was not built with the tests")
    }
}
