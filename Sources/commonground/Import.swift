import ArgumentParser
import Consensus
import Console
import JSONText
import OpenData

struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Take in a transcript, or read the results of other tools' conversations.",
        subcommands: [Transcript.self, Polis.self])

    struct Polis: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "What a conversation of Polis adds up to: consensus, and what divides.",
            discussion: """
                Reads the folder of a Polis export (comments.csv, votes.csv, and participants-votes.csv for the \
                groups) or a file ending in .votes.json. Who voted again on a comment is counted once, with the last \
                vote. Nothing is kept and nothing is sent.

                With --json: counts (people, votes, replaced_votes, group_sizes), comments (id, text, mod; agree, \
                disagree, pass, seen; the shares pa and pd; their statistics za and zd; groups with agree, disagree, \
                seen; group-informed consensus gic_agree and gic_disagree), the ids in consensus_agree, \
                consensus_disagree and gic_top10, and divides.

                Example: commonground import polis american-assembly.bowling-green
                """)
        @Argument(help: ArgumentHelp("The folder or file.", valueName: "path")) var path: String
        @Flag(help: "One JSON document, with everything.") var json = false
        @Flag(help: "Show the lists in full, not the first ten lines of each.") var all = false

        func run() throws {
            let work = LongWork("Reading \(path)")
            defer { work.end() }
            let conversation: PolisConversation
            do { conversation = try PolisFiles.read(path) } catch {
                throw Exit.failure(error.explanation, Exit.code(of: error))
            }
            work.begin("Counting agreement")
            let measures = ConversationMeasures(conversation.matrix)
            work.end()
            if json { return try Output.result(JSONEmitter(.pretty).text(conversation.json(measures))) }
            let text = PolisText(conversation: conversation, measures: measures, rowsMax: all ? Int.max : 10)
            try Output.result(text.lines.joined(separator: "\n"))
        }
    }
}

extension Exit {
    static func code(of error: ImportError) -> Int32 {
        switch error.problem {
        case .noSuchFile, .unreadable, .noConversation: noInput
        case .severalConversations: usage
        default: badData
        }
    }
}
