import Drafting
import Facilitation
import JSONText
import LineProtocol
import Reports
import Testing

@testable import Serving

/// Documents about a session, over the wire.
@Suite struct DraftTests {
    @Test func `The table names every document and every format that there is`() throws {
        let parameters = try #require(OperationTable.find("draft")).parameters
        func words(_ name: String) -> [String] {
            if case .word(let words)? = parameters.first(where: { $0.name == name })?.kind { words } else { [] }
        }
        #expect(words("document") == DraftDocument.allCases.map(\.rawValue))
        #expect(words("format").sorted() == ReportFormat.allCases.map(\.rawValue).sorted())
    }

    @Test(arguments: DraftDocument.allCases) func `Every document comes in every format that it has`(
        document: DraftDocument
    ) throws {
        let wire = try Wire()
        try wire.start()
        for format in ReportFormat.allCases where format != .csv || document.hasData {
            let reply = try wire.reply(
                #"{"op":"draft","id":"1","room":"north","document":"\#(document)","format":"\#(format)"}"#)
            #expect(reply["ok"] == true && reply["findings"] == nil, "\(reply)")
            #expect(reply["document"]?.string == document.rawValue)
            #expect(reply["format"]?.string == format.rawValue)
            #expect(reply["text"]?.string?.isEmpty == false)
        }
    }

    @Test func `The older word still chooses the minutes, and nothing asked for is the draft of everything`() throws {
        let wire = try Wire()
        try wire.start()
        let minutes = try wire.reply(#"{"op":"draft","id":"1","room":"north","what":"minutes"}"#)
        #expect(minutes["document"] == "minutes" && minutes["format"] == "markdown")
        #expect(minutes["text"]?.string?.contains("Present and apologies") == true)
        #expect(try wire.reply(#"{"op":"draft","id":"2","room":"north"}"#)["document"] == "draft")
        #expect(try wire.reply(#"{"op":"draft","id":"3","room":"north","what":"aims"}"#)["document"] == "draft")
    }

    @Test func `The older word beside a document is refused, as one of them would count for nothing`() throws {
        let wire = try Wire()
        try wire.start()
        let both = try wire.reply(#"{"op":"draft","id":"1","room":"north","what":"aims","document":"aims"}"#)
        #expect(both["ok"] == false && both["code"] == "BAD_FIELD" && both["field"] == "what", "\(both)")
        let rivals = try #require(OperationTable.find("draft")).rivals
        #expect(rivals == [Rivals(one: "document", other: "what")])
    }
}
