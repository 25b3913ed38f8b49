import Foundation
import Testing

/// Compares with a file in `Golden`, byte for byte. With COMMONGROUND_RECORD=1 the file is written anew, and the run
/// still fails, so that nobody takes a recording for a check.
func expectGolden(_ text: String, _ name: String, file: String = #filePath) throws {
    let url = URL(fileURLWithPath: file).deletingLastPathComponent().appendingPathComponent("Golden/\(name)")
    if ProcessInfo.processInfo.environment["COMMONGROUND_RECORD"] == "1" {
        try Data(text.utf8).write(to: url)
        Issue.record("\(name) was recorded; run again without COMMONGROUND_RECORD")
        return
    }
    #expect(try Data(contentsOf: url) == Data(text.utf8), "\(name) differs; COMMONGROUND_RECORD=1 records it anew")
}
