import Facilitation
import Foundation

/// The README with everything that a machine can write written anew: tables between `<!-- made: … -->` and `<!-- end -->`, and the
/// output of the commands in ```console blocks. A README is up to date when this changes nothing.
struct Readme {
    static let path = "README.md"
    var text: String
    var lines: [String] { text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) }

    /// The lines of the blocks that are opened with this fence.
    func blocks(_ fence: String) -> [[String]] {
        var found: [[String]] = []
        var open: [String]?
        for line in lines {
            if line == "```", let block = open {
                found.append(block)
                open = nil
            } else if line == "```\(fence)" {
                open = []
            } else {
                open?.append(line)
            }
        }
        return found
    }

    // MARK: Made tables

    static func marker(_ name: String) -> String { "<!-- made: \(name) -->" }
    static let endMarker = "<!-- end -->"

    /// With what stands between the two markers replaced; nil when the markers are not there.
    func replacing(_ name: String, with made: [String]) -> Readme? {
        var lines = lines
        guard let start = lines.firstIndex(of: Readme.marker(name)),
            let end = lines[start...].firstIndex(of: Readme.endMarker)
        else { return nil }
        lines.replaceSubrange((start + 1)..<end, with: made)
        return Readme(text: lines.joined(separator: "\n"))
    }

    /// One row for commands of a kind, so that the table stays short.
    static func table(of commands: [Command]) -> [String] {
        var rows: [(kind: EventKind, commands: [Command])] = []
        for command in commands {
            if let row = rows.firstIndex(where: { $0.kind == command.kind }) {
                rows[row].commands.append(command)
            } else {
                rows.append((command.kind, [command]))
            }
        }
        return ["| Type | To |", "|---|---|"]
            + rows.map { row in
                let usages = row.commands.map { "`\($0.usage.replacing("|", with: "\\|"))`" }
                return
                    "| \(usages.joined(separator: " · ")) | \(row.commands.map(\.summary).joined(separator: " · ")) |"
            }
    }

    /// The commands of the program, from its own help.
    static func subcommands(help: String) -> [(name: String, summary: String)] {
        var found: [(name: String, summary: String)] = []
        guard let start = help.firstRange(of: "SUBCOMMANDS:\n")?.upperBound else { return [] }
        for line in help[start...].split(separator: "\n", omittingEmptySubsequences: false) {
            if line.isEmpty { break }
            let words = line.drop { $0 == " " }
            if line.count - words.count > 2 {
                if let last = found.indices.last {
                    found[last].summary += (found[last].summary.isEmpty ? "" : " ") + words
                }
            } else {
                let name = words.prefix { $0 != " " }
                let summary = words.dropFirst(name.count).drop { $0 == " " }.replacing("(default)", with: "").drop {
                    $0 == " "
                }
                found.append((String(name), String(summary)))
            }
        }
        return found
    }

    // MARK: Commands with their output

    /// Every ```console block run again, in order and in one folder. A line `…` in a block stands for lines that are left out.
    func rerun(_ run: (String) throws -> [String]) rethrows -> Readme {
        var made: [String] = []
        var isConsole = false
        var command: String?
        var shown: [String] = []
        func settle() throws {
            guard let known = command else { return }
            made += ["$ \(known)"] + Readme.output(try run(known), laidOutAs: shown)
            (command, shown) = (nil, [])
        }
        for line in lines {
            if isConsole && line.hasPrefix("$ ") {
                try settle()
                command = String(line.dropFirst(2))
            } else if isConsole && line != "```" {
                shown.append(line)
            } else {
                if line == "```" { try settle() }
                isConsole = line == "```console"
                made.append(line)
            }
        }
        return Readme(text: made.joined(separator: "\n"))
    }

    static func output(_ output: [String], laidOutAs shown: [String]) -> [String] {
        guard let gap = shown.firstIndex(of: "…") else { return output }
        let tail = shown.count - gap - 1
        guard output.count > gap + tail else { return output }
        return output.prefix(gap) + ["…"] + output.suffix(tail)
    }
}
