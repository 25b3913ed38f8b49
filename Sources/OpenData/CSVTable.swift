/// A file whose first line names the columns, read line by line with everything wrong told as an ``ImportError``.
struct CSVTable {
    let file: String
    private var reader: CSVReader
    private let names: [String]
    /// Whether each line has as many values as the first. False where only the first few columns are wanted.
    private let isEven: Bool

    init(_ file: NamedBytes, isEven: Bool = true) throws(ImportError) {
        self.file = file.name
        self.isEven = isEven
        var reader = CSVReader(file.bytes)
        guard try Self.next(&reader, file.name) else { throw ImportError(.empty, file: file.name) }
        var names: [String] = []
        for column in 0..<reader.count {
            guard let name = reader.text(column) else { throw ImportError(.notUTF8, file: file.name, line: 1) }
            names.append(name)
        }
        self.reader = reader
        self.names = names
    }

    /// The place of a column.
    func column(_ name: String) throws(ImportError) -> Column {
        guard let place = names.firstIndex(of: name) else {
            throw ImportError(.missingColumn(name), file: file, line: 1)
        }
        return Column(place: place, name: name)
    }

    struct Column {
        fileprivate let place: Int
        let name: String
    }

    /// Goes on to the next line; false at the end.
    mutating func next() throws(ImportError) -> Bool {
        guard try Self.next(&reader, file) else { return false }
        if isEven, reader.count != names.count {
            throw error(.wrongCount(found: reader.count, expected: names.count))
        }
        return true
    }

    func text(_ column: Column) throws(ImportError) -> String {
        guard let text = reader.text(column.place) else { throw error(.notUTF8) }
        return text
    }

    func integer(_ column: Column) throws(ImportError) -> Int {
        guard let value = reader.integer(column.place) else {
            throw error(.notANumber(column: column.name, found: reader.text(column.place) ?? ""))
        }
        return value
    }

    /// Nil where the value is empty.
    func integerIfAny(_ column: Column) throws(ImportError) -> Int? {
        reader.isEmpty(column.place) ? nil : try integer(column)
    }

    /// A mistake in this line.
    func error(_ problem: ImportError.Problem) -> ImportError {
        ImportError(problem, file: file, line: reader.line)
    }

    private static func next(_ reader: inout CSVReader, _ file: String) throws(ImportError) -> Bool {
        do { return try reader.next() } catch {
            let problem: ImportError.Problem = error == .openQuote ? .openQuote : .textAfterQuote
            throw ImportError(problem, file: file, line: reader.cursorLine)
        }
    }
}
