import Facilitation

extension MistakeText {
    /// What stands in the way of an import, numbered, with line and mend.
    public static func list(_ faults: MatrixFaults, in name: String) -> String {
        guard !faults.isNotUnicode else {
            return list([Mistake(place: .whole, kind: .notUnicode)], in: name)
        }
        let count = faults.list.count
        let heading = "\(count) \(count == 1 ? "mistake" : "mistakes") in \(shown(name)):"
        let entries = faults.list.enumerated().map { index, fault in
            let place = fault.line.map { "Line \($0): " } ?? ""
            let (problem, mend) = words(fault.problem)
            let sentence = place.isEmpty ? problem.capitalisedFirst : place + problem
            return "\(index + 1). \(sentence)\n   Mend: \(mend)"
        }
        return ([heading] + entries).joined(separator: "\n\n") + "\n"
    }

    private static func words(_ problem: MatrixFault.Problem) -> (problem: String, mend: String) {
        switch problem {
        case .openQuote:
            ("a quotation mark is opened and not closed.", "close it, or save the table again from the spreadsheet.")
        case .noTable:
            (
                "no row was found that names an area and at least two stages.",
                "save the matrix with tabs, commas or as a Markdown table, with the names of the stages in its first row."
            )
        case .tooFewStages(let count):
            (
                "the heading names \(count == 1 ? "1 stage" : "\(count) stages"); at least 2 are needed.",
                "put each stage into a column of its own; with stages in the rows, add --stages-in-rows."
            )
        case .tooManyStages(let count):
            (
                "the heading names \(count) stages; at most \(Limit.stages.upperBound) can be used.",
                "leave out columns that are no stages; with stages in the rows, add --stages-in-rows."
            )
        case .noAreas:
            ("no row below the heading names an area.", "put one area into each row, with its name in front.")
        case .tooManyCells(let found, let expected):
            (
                "this row has \(found) cells, and the heading has \(expected).",
                "put quotation marks around a text that holds the sign between cells."
            )
        case .nameTooLong(let letters):
            (
                "the name of the area has \(letters) letters; at most \(Limit.nameLettersMax) can be used.",
                "put the name into a paragraph or a line of its own, before the rest."
            )
        case .textTooLong(let letters):
            (
                "a text has \(letters) letters; at most \(Limit.textLettersMax) can be used.",
                "divide the area into two rows."
            )
        case .noName: ("nothing says what the framework is called.", "give its name with --name.")
        case .noCredit:
            ("nothing says whom to thank for the wording.", "say it with --credit, such as: --credit \"Our own work\".")
        case .noID:
            (
                "no id can be made of the name.",
                "give one with --id, in small letters, digits and hyphens, such as our-matrix."
            )
        }
    }
}
