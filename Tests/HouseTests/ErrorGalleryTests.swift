import Foundation
import Testing

/// The page of mistakes is what the program says today.
@Suite struct ErrorGalleryTests {
    @Test func `each mistake in the gallery gets the answer that stands there`() throws {
        let program = try BuiltProgram()
        defer { program.remove() }
        let now = try ErrorGallery.page(program)
        if Project.isRecording {
            try Data(now.utf8).write(to: Project.root.appending(path: ErrorGallery.path))
            Issue.record("Recorded \(ErrorGallery.path); read the difference, then run without COMMONGROUND_RECORD.")
            return
        }
        let found = try Project.text(ErrorGallery.path).split(separator: "\n", omittingEmptySubsequences: false)
        let made = now.split(separator: "\n", omittingEmptySubsequences: false)
        for (index, (stands, says)) in zip(found, made).enumerated() where stands != says {
            Issue.record("\(ErrorGallery.path):\(index + 1) says:\n\(stands)\nand the program:\n\(says)")
            break
        }
        #expect(found.count == made.count)
    }

    @Test func `every message ends with something to do, and with no code of the program in it`() throws {
        let page = try Project.text(ErrorGallery.path)
        for inside in ["Optional(", "Swift.", "HostError", "StoreError", "fatal", "Fatal", "nil,"] {
            #expect(!page.contains(inside), "\(inside)")
        }
        #expect(page.split(separator: "\n").count { $0.hasPrefix("### ") } >= 25)
        #expect(page.split(separator: "\n").count { $0.hasPrefix("**") } >= 25)
        #expect(!page.contains("Exit code 0."))
    }
}
