import Facilitation

/// Checks a joint plan, also one edited by hand: every bullet and row against the record of the room that it names.
///
/// Like the checker of one draft, which it asks, it reads text and never writes the plan again.
public struct JointPlanChecker: Sendable {
    private struct CheckedRoom: Sendable {
        var name: String
        var records: [Record]
        var checkers: [DraftChecker]
    }
    private struct Block {
        /// The number of its first line, from 1.
        var line: Int
        var lines: [Substring]
        /// The heading of its area, and the header of its table.
        var before: [Substring]
    }

    private let rooms: [CheckedRoom]

    /// - Parameters:
    ///   - rooms: as the plan was made from them.
    ///   - entries: for each room its transcript by number; when empty, entries are compared with the records alone.
    public init(rooms: [JointRoom], entries: [[Int: CheckedEntry]]) {
        let names = JointPlanWriter.names(rooms)
        self.rooms = rooms.enumerated().map { place, room in
            let known = entries.indices.contains(place) ? entries[place] : [:]
            return CheckedRoom(
                name: names[place], records: room.records,
                checkers: room.records.map { DraftChecker(record: $0, entries: known, framework: room.framework) })
        }
    }

    /// - Returns: findings in the order of the plan; what is left out comes last.
    public func findings(in plan: String) -> [DraftFinding] {
        var findings: [DraftFinding] = []
        let lines = plan.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        var texts: [String] = Array(repeating: "", count: rooms.count)
        for block in JointPlanChecker.blocks(lines) {
            let text = JointPlanChecker.plain(block.lines)
            guard let place = room(of: text) else {
                if statesFact(text) { findings.append(DraftFinding(line: block.line, fault: .roomNotNamed)) }
                continue
            }
            texts[place] += text + "\n"
            findings += check(block, rooms[place])
        }
        for (place, room) in rooms.enumerated() {
            for text in JointPlanChecker.required(room.records) where !texts[place].contains("\u{201C}\(text)\u{201D}")
            {
                findings.append(DraftFinding(line: lines.count, fault: .leftOut(text)))
            }
        }
        return findings
    }

    /// What was taken on, in any session.
    private static func required(_ records: [Record]) -> [String] {
        records.flatMap(\.areas).flatMap { $0.aims + $0.objectives }.filter(\.outcome.isAdopted)
            .map { Verbatim.shown($0.text) }
    }

    /// A line is borne out when the record of any session of the room bears it out.
    private func check(_ block: Block, _ room: CheckedRoom) -> [DraftFinding] {
        let text = (block.before + block.lines).joined(separator: "\n")
        let found = room.checkers.map { checker in
            Dictionary(grouping: checker.findings(in: text, isComplete: false), by: \.line)
        }
        guard let first = found.first else { return [] }
        return first.keys.sorted().flatMap { line -> [DraftFinding] in
            guard found.allSatisfy({ $0[line] != nil }) else { return [] }
            let number = max(block.line, block.line + line - block.before.count - 1)
            return (first[line] ?? []).map { DraftFinding(line: number, fault: $0.fault) }
        }
    }

    /// The only room that a block names before it says anything; nil when it names none, or several.
    private func room(of text: String) -> Int? {
        let named = rooms.indices.filter { place in
            let name = rooms[place].name
            return text.hasPrefix("\(name):") || text.contains("| \(name) |")
        }
        return named.count == 1 ? named[0] : nil
    }

    /// True when a block quotes or cites, and so needs a room; a credit is nobody's words.
    private func statesFact(_ text: String) -> Bool {
        let credits = rooms.flatMap(\.records).map { "\u{201C}\(Verbatim.shown($0.framework.credit))\u{201D}" }
        var rest = text
        for credit in Set(credits).sorted() { rest = rest.replacing(credit, with: "") }
        let cites = rest.split(separator: "[").dropFirst().contains { $0.first?.isNumber == true }
        return cites || rest.contains("\u{201C}") || rest.contains("\"")
    }

    // MARK: Blocks

    /// Without markup and without the bullet; the cells of a row between bars.
    private static func plain(_ lines: [Substring]) -> String {
        CheckedTextReader.lines(of: lines.joined(separator: "\n")).map { line in
            guard line.kind == .row else { return String(line.text.map(\.character)) }
            let cells = line.text.split(whereSeparator: \.isCellEnd).map { cell in
                cell.map { String($0.character) }.joined().trimmingSpaces
            }
            return "| " + cells.joined(separator: " | ") + " |"
        }.joined(separator: "\n")
    }

    private static func blocks(_ lines: [Substring]) -> [Block] {
        var blocks: [Block] = []
        var area: Substring = ""
        var header: [Substring] = []
        for (index, line) in lines.enumerated() {
            guard let first = line.first else {
                header = []
                continue
            }
            if line.hasPrefix("## ") || line.hasPrefix("# ") { area = line }
            if first == "#" { continue }
            if first == "|" {
                if header.count < 2 {
                    header.append(line)
                } else {
                    blocks.append(Block(line: index + 1, lines: [line], before: [area, ""] + header))
                }
            } else if first == " " || first == "\t", var last = blocks.popLast() {
                last.lines.append(line)
                blocks.append(last)
            } else {
                blocks.append(Block(line: index + 1, lines: [line], before: [area, ""]))
            }
        }
        return blocks
    }
}

extension String {
    fileprivate var trimmingSpaces: String {
        String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
}
