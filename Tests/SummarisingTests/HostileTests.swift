import Testing

@testable import Summarising

@Suite(.timeLimit(.minutes(10))) struct `Transcripts that nobody would write` {
    @Test func `a line of a megabyte`() {
        let long = "Ann: " + String(repeating: "hall and roof ", count: 75_000)
        let digest = Meetings.digest(long + "\nSam: The last bus goes at ten past five every evening.")
        #expect(digest.sentences.map(\.lines) == [[2]])
    }

    @Test func `twenty thousand lines`() {
        let text = (0..<20_000).map {
            "P\($0 % 7): Hall number \($0) needs a new roof, and the bus \($0 % 90) is late."
        }
        .joined(separator: "\n")
        let digest = Meetings.digest(text, words: 100)
        #expect(!digest.sentences.isEmpty && digest.lineCount == 20_000)
    }

    @Test(arguments: [
        String(repeating: "Ann: ", count: 5000), String(repeating: ":", count: 5000),
        String(repeating: "a: b\n", count: 5000),
        String(repeating: "\u{0}\u{1}\u{7F}", count: 3000), String(repeating: "é\u{301}\u{302}", count: 3000),
        String(repeating: "— ", count: 3000), String(repeating: ". ? ! ", count: 3000),
        String(repeating: "the ", count: 3000), (0..<3000).map { "N\($0): agreed. I agree." }.joined(separator: "\n"),
    ])
    func `strange shapes end, and keep to the words asked for`(_ text: String) {
        let digest = Meetings.digest(text, words: 50, question: "agree: the halls?")
        #expect(digest.sentences.reduce(0) { $0 + WordCount.of($1.text.utf8) } <= 50)
    }
}

@Suite struct `The learnt weights` {
    @Test func `name every feature once, and nothing else`() {
        let text = String(decoding: PackageResources.weights_txt, as: UTF8.self)
        let rows = text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { $0.split(separator: " ") }
        #expect(rows.allSatisfy { $0.count == 5 && $0.dropFirst().allSatisfy { Double($0)?.isFinite == true } })
        #expect(rows.map { String($0[0]) } == Feature.allCases.map(\.rawValue) + ["bias"])
        #expect(text.contains("QMSum") && text.contains("AMI") && text.contains("CC BY 4.0"))
    }

    @Test func `the logarithm is the one of mathematics`() {
        for value in [0.001, 0.5, 1, 1.5, 2, 10, 12345.678] {
            let back = (0..<60).reversed().reduce(1.0) { sum, index in
                1 + Logarithm.natural(value) / Double(index + 1) * sum
            }
            #expect(abs(back - value) < 1e-9 * value + 1e-9, "e to the power of \(Logarithm.natural(value)) is \(back)")
        }
    }
}
