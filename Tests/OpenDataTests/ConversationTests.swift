import Consensus
import Foundation
import JSONText
import OpenData
import Testing

/// The conversation of the fixtures: invented people on getting about in an invented valley. Two groups of four and three,
/// one person without a group, and one who voted without being listed; a vote changed, one changed in the same second, one
/// given twice; a comment taken out, one that nobody in a group saw, one of two lines with quotation marks.
@Suite struct `A conversation of Polis` {
    static func read(_ name: String) throws -> (PolisConversation, ConversationMeasures) {
        let conversation = try PolisFiles.read(Place.fixtures.appending(path: name).path)
        return (conversation, ConversationMeasures(conversation.matrix))
    }

    @Test(arguments: ["harrowdale-travel", "harrowdale-travel/votes.csv", "harrowdale-travel.votes.json"])
    func `both forms give the counts, lists and values worked out by hand`(_ name: String) throws {
        let (conversation, measures) = try Self.read(name)
        #expect(conversation.name == "harrowdale-travel")
        #expect(measures.people == 9 && measures.peopleWithoutGroup == 2 && measures.votes == 39)
        #expect(measures.groups.map(\.people) == [4, 3])
        #expect(measures.comments.map(\.id) == [0, 1, 2, 3, 4, 5])
        #expect(measures.comments.map(\.isKept) == [true, true, true, true, false, true])
        #expect(measures.comments.map(\.everyone.agree) == [9, 4, 0, 3, 8, 1])
        #expect(measures.comments.map(\.everyone.disagree) == [0, 3, 8, 1, 0, 0])
        #expect(measures.comments.map(\.everyone.passed) == [0, 1, 1, 0, 0, 0])
        // Products of (n + 1) / (seen + 2): group 0 has 4 people, group 1 has 3.
        let agreement = [20.0 / 30, 5.0 / 30, 1.0 / 30, 6.0 / 16, 20.0 / 30, 0.25]
        let disagreement = [1.0 / 30, 4.0 / 30, 16.0 / 30, 2.0 / 16, 1.0 / 30, 0.25]
        for (place, comment) in measures.comments.enumerated() {
            #expect(abs((comment.agreement.productWithEmpty ?? 0) - agreement[place]) < 1e-12)
            #expect(abs((comment.disagreement.productWithEmpty ?? 0) - disagreement[place]) < 1e-12)
        }
        #expect(measures.agreed == [0, 5, 3])
        #expect(measures.disagreed == [2])
        #expect(measures.acrossGroups == [0, 3, 5, 1, 2])
        #expect(measures.divisions.map(\.comment) == [1])
    }

    @Test func `an export says which votes were replaced and which had no comment`() throws {
        let (conversation, _) = try Self.read("harrowdale-travel")
        #expect(conversation.replacedVotes == 3)
        #expect(conversation.votesWithoutComment == 1)
        #expect(conversation.topic == "Getting about in Harrowdale, by day and night")
        #expect(conversation.source.contains("CC BY 4.0"))
        #expect(
            conversation.comments[3].text
                == "Paths by the river need lamps.\nMy neighbour says: \"I walk there, but only in summer.\"")
        #expect(conversation.comments.map(\.moderation.rawValue) == [1, 1, 1, 0, -1, 1])
    }

    @Test func `the document has the same comments from both forms, and reads back`() throws {
        let (export, exported) = try Self.read("harrowdale-travel")
        let (file, filed) = try Self.read("harrowdale-travel.votes.json")
        let document = export.json(exported)
        #expect(document["comments"] == file.json(filed)["comments"])
        #expect(try JSONScanner().scan(JSONEmitter(.pretty).bytes(document)) == document)
        #expect(document["group_sizes"] == ["0": 4, "1": 3])
        #expect(document["consensus_agree"] == [0, 5, 3])
        #expect(document["consensus_disagree"] == [2])
        #expect(document["gic_top10"] == [0, 3, 5, 1, 2])
        #expect(document["replaced_votes"] == 3)
        let first = try #require(document["comments"]?.array?.first)
        #expect(first["groups"] == ["0": [4, 0, 4], "1": [3, 0, 3]])
        #expect(first["seen"] == 9 && first["pass"] == 0 && first["mod"] == 1)
        #expect(first["pa"]?.double == 10.0 / 11 && first["pd"]?.double == 1.0 / 11)
        #expect(abs((first["za"]?.double ?? 0) - 3.1622776601683795) < 1e-12)
        let division = try #require(document["divides"]?.array?.first)
        #expect(division["id"] == 1 && division["most"]?["group"] == "0" && division["least"]?["disagree"] == 3)
        #expect(file.json(filed)["source"] == "invented for the tests")
    }

    @Test func `a folder with one file of votes is that file`() throws {
        let (conversation, _) = try Self.read(".")
        #expect(conversation.name == "harrowdale-travel")
    }

    @Test func `without a list of participants nobody has a group`() throws {
        let place = try Place()
        try place.write("comment-id,moderated,comment-body\n3,1,Lamps\n", to: "comments.csv")
        try place.write("timestamp,comment-id,voter-id,vote\n5,3,20,1\n4,3,7,0\n", to: "votes.csv")
        let conversation = try PolisFiles.read(place.folder.path)
        #expect(conversation.matrix.people.map(\.id) == [7, 20])
        let measures = ConversationMeasures(conversation.matrix)
        #expect(measures.groups == [] && measures.comments[0].everyone.agree == 1)
        #expect(conversation.json(measures)["comments"]?.array?.first?["gic_agree"] == .null)
        #expect(conversation.topic == nil)
    }
}
