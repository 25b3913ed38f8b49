import ArgumentParser
import Foundation

/// What is written to a file takes the place of another only when it is told to.
struct ReplaceOption: ParsableArguments {
    @Flag(help: "Write over a file that is there.") var replace = false

    /// - Throws: an exit code, after saying what to do, where a file would be written over.
    func check(_ path: String) throws {
        guard replace || !FileManager.default.fileExists(atPath: path) else {
            throw Exit.failure(
                "\(path) is there already. Please give another name; --replace writes over it.", Exit.cannotCreate)
        }
    }
}
