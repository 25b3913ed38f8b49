import Testing

@testable import Facilitation

@Suite("The hash of a framework")
struct FrameworkHashTests {
    @Test("It is told by its whole name or by its digits, and no other text is taken for one")
    func names() {
        #expect(FrameworkHash("sha256:0f")?.digits == "0f")
        #expect(FrameworkHash(digits: "0f").name == "sha256:0f")
        #expect(FrameworkHash("sha512:0f0f0f") == nil && FrameworkHash("0f") == nil)
    }
}
