import Testing

@testable import OpenData

@Suite struct `Comma-separated values` {
    func records(_ text: String) throws -> [[String?]] {
        var reader = CSVReader(Array(text.utf8))
        var found: [[String?]] = []
        while try reader.next() { found.append((0..<reader.count).map { reader.text($0) }) }
        return found
    }

    /// The records, and the line in which each begins.
    func lines(_ text: String) throws -> [Int] {
        var reader = CSVReader(Array(text.utf8))
        var found: [Int] = []
        while try reader.next() { found.append(reader.line) }
        return found
    }

    func fault(_ text: String) -> (CSVReader.Fault?, line: Int) {
        var reader = CSVReader(Array(text.utf8))
        do throws(CSVReader.Fault) {
            while try reader.next() {}
            return (nil, 0)
        } catch {
            return (error, reader.cursorLine)
        }
    }

    @Test func `values, with every kind of end`() throws {
        #expect(try records("a,b\n1,2\n") == [["a", "b"], ["1", "2"]])
        #expect(try records("a,b\r\n1,2\r\n") == [["a", "b"], ["1", "2"]])
        #expect(try records("a,b\n1,") == [["a", "b"], ["1", ""]])
        #expect(try records(",\n\n\n , b") == [["", ""], [" ", " b"]])
        #expect(try records("\u{FEFF}a") == [["a"]])
        #expect(try records("") == [])
    }

    @Test func `a value in quotation marks holds commas, line breaks and doubled marks`() throws {
        #expect(try records("1,\"a, b\"\n\"x\r\ny\",2") == [["1", "a, b"], ["x\r\ny", "2"]])
        #expect(try records("\"say \"\"hi\"\"\",\"\",\"\"\"\"") == [["say \"hi\"", "", "\""]])
        #expect(try records("5\" disk,a\"b\"") == [["5\" disk", "a\"b\""]])
        #expect(try records("\u{301}a,\"\u{301}b\"") == [["\u{301}a", "\u{301}b"]])
    }

    @Test func `the line of a record counts the breaks inside values`() throws {
        #expect(try lines("a\n\"1\n2\r\n3\"\n\nb\n") == [1, 2, 6])
    }

    @Test func `what is no CSV is said with its line`() {
        #expect(fault("a\n1,\"x\n2,y\n") == (.openQuote, 2))
        #expect(fault("a\n\"x\ny\"z\n") == (.textAfterQuote, 3))
        #expect(fault("\"a\"\"") == (.openQuote, 1))
        #expect(fault("\"a\"\n\"b\"") == (nil, 0))
    }

    @Test func `whole numbers are read, and nothing that only looks like one`() throws {
        var reader = CSVReader(Array("12,-3,,1.0,+1,9223372036854775808,- ,\"0\", 1".utf8))
        let isThere = try reader.next()
        #expect(isThere)
        #expect((0..<10).map { reader.integer($0) } == [12, -3, nil, nil, nil, nil, nil, 0, nil, nil])
    }

    @Test func `bytes that are not UTF-8 are no text`() throws {
        var reader = CSVReader([0x61, 0xFF, 0x2C, 0x62])
        let isThere = try reader.next()
        #expect(isThere)
        #expect(reader.text(0) == nil && reader.text(1) == "b")
    }

    /// By code points: a quotation mark with an accent on it is one letter to Swift, and still a mark.
    func quoted(_ value: String) -> String {
        "\"" + value.unicodeScalars.map { $0 == "\"" ? "\"\"" : String($0) }.joined() + "\""
    }

    /// Written as RFC 4180 says and read again: the same values.
    @Test func `what is written is read again`() throws {
        var seed: UInt64 = 5
        func next(_ limit: UInt64) -> Int {
            seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((seed >> 33) % limit)
        }
        let letters = ["a", "\"", ",", "\n", "\r\n", "é", " ", "\u{301}"]
        for _ in 0..<500 {
            let rows = (0...next(4)).map { _ in
                (0...2).map { _ in (0..<next(5)).map { _ in letters[next(8)] }.joined() }
            }
            let text = rows.map { row in
                row.map(quoted).joined(separator: ",")
            }.joined(separator: "\n")
            #expect(try records(text) == rows)
        }
    }
}
