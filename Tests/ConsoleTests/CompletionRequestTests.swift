import Testing

@testable import Console

@Suite struct `A question for completions` {
    @Test func `it knows the word before the cursor and what precedes it`() {
        let request = CompletionRequest(line: "/hand Élo", wordStart: 6)
        #expect(request.word == "Élo")
        #expect(request.preceding == "/hand ")
    }

    @Test(arguments: [-5, 99]) func `a start outside the line is moved into it`(start: Int) {
        let request = CompletionRequest(line: "é", wordStart: start)
        #expect(request.preceding + request.word == "é")
    }

    @Test func `pasted text becomes lines`() {
        #expect(LineEditor.lines(of: Array("a\nb".utf8)) == [.line("a"), .line("b")])
        #expect(LineEditor.lines(of: Array("a\nb\n".utf8)) == [.line("a"), .line("b")])
        #expect(LineEditor.lines(of: []) == [.line("")])
        #expect(LineEditor.lines(of: Array("a\n\nb".utf8)) == [.line("a"), .line(""), .line("b")])
        #expect(LineEditor.lines(of: [0xFF, 0x0A, 0x61]) == [.unreadable(.notUTF8), .line("a")])
    }
}
