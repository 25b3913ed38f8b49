/// What whoever plays an export must know about lines that are not all in it.
enum ReplayNotes {
    /// So many numbers are told at most.
    private static let numbersMax = 12

    static func tell(understood numbers: [Int]) {
        guard !numbers.isEmpty else { return }
        Output.note(
            "What counts of \(list(numbers)) is how it was understood when it was said: words were taken out of it, or it changes a rating whose first words are not shown."
        )
    }

    static func tell(unheard numbers: [Int], firstMoved: Int?) {
        if !numbers.isEmpty {
            Output.note(
                "\(list(numbers)) could not be heard again: the words, or who spoke, are not in the file. What came of "
                    + "them is missing here, so agreements can differ from the room's own. “export --everything” makes a file that has all."
            )
        }
        if let firstMoved {
            Output.note(
                "From #\(firstMoved) on, lines have other numbers here than in the file. Where words name a line by its number, they may mean another one here."
            )
        }
    }

    private static func list(_ numbers: [Int]) -> String {
        let shown = numbers.prefix(numbersMax).map { "#\($0)" }.joined(separator: ", ")
        return numbers.count > numbersMax ? "\(shown) and \(numbers.count - numbersMax) more" : shown
    }
}
