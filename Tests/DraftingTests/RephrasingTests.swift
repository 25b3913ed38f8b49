import Facilitation
import Testing

@testable import Drafting

/// How a statement is put into the shape of an aim or an objective: its own words, and gaps.
@Suite struct RephrasingTests {
    static let members = [
        Fixtures.member("irc:leona", "Leona Marsh", "Wenmoor Hospitals", "nhs"),
        Fixtures.member("irc:bryn", "Bryn Tasker", "Wenmoor Voices", "vcse"),
    ]

    static func text(_ statement: String) -> String? {
        Rephraser(members: members).rephrased(statement).map(SuggestionWording.text)
    }

    static let asked: [(String, String)] = [
        (
            "I think we should give three months' notice before a contract ends.",
            "By [date to be agreed], the partnership will “give three months' notice before a contract ends”, "
                + "measured by [measure to be agreed]; owner: [to be agreed]"
        ),
        (
            "We must publish one list of tenders by March 2027.",
            "By March 2027, the partnership will “publish one list of tenders”, measured by [measure to be agreed]; "
                + "owner: [to be agreed]"
        ),
        (
            "By the end of 2027 we all need to open two clinics in the valley, measured by clinics open.",
            "By the end of 2027, the partnership will “open two clinics in the valley”, measured by “clinics open”; "
                + "owner: [to be agreed]"
        ),
        (
            "The council should share its list of empty shops.",
            "By [date to be agreed], “The council” will “share its list of empty shops”, measured by "
                + "[measure to be agreed]; owner: [to be agreed]"
        ),
        (
            "Wenmoor Hospitals needs to write down who is offered a device, because nobody knows.",
            "By [date to be agreed], “Wenmoor Hospitals” will “write down who is offered a device”, measured by "
                + "[measure to be agreed]; owner: [to be agreed]"
        ),
        (
            "Small firms and charities should win more of the contracts that we control.",
            "By [date to be agreed], “Small firms and charities” will “win more of the contracts that we control”, "
                + "measured by [measure to be agreed]; who is better off: [to be agreed]"
        ),
        (
            "I think every job should be on one page at the college.",
            "By [date to be agreed], “every job” will “be on one page at the college”, measured by "
                + "[measure to be agreed]; who is better off: [to be agreed]"
        ),
        (
            "Carers need somewhere warm to meet.",
            "By [date to be agreed], “Carers” will have “somewhere warm to meet”, measured by [measure to be agreed]; "
                + "who is better off: [to be agreed]"
        ),
        (
            "It is a mess. We need one shared figure for spending.",
            "By [date to be agreed], the partnership will have “one shared figure for spending”, measured by "
                + "[measure to be agreed]; owner: [to be agreed]"
        ),
        (
            "Let's put a nurse in the drop-in on Tuesdays.",
            "By [date to be agreed], the partnership will “put a nurse in the drop-in on Tuesdays”, measured by "
                + "[measure to be agreed]; owner: [to be agreed]"
        ),
        (
            "Contracts end at six days' notice, and small groups cannot plan.",
            "By [date to be agreed], this is no longer so: “small groups cannot plan”, measured by [measure to be agreed]; "
                + "who is better off: [to be agreed]"
        ),
        (
            "Six growers asked to supply the kitchen and not one got an answer.",
            "By [date to be agreed], this is no longer so: “not one got an answer”, measured by [measure to be agreed]; "
                + "who is better off: [to be agreed]"
        ),
        (
            "Young people and carers cannot reach it by bus.",
            "By [date to be agreed], this is no longer so: “Young people and carers cannot reach it by bus.”, measured by "
                + "[measure to be agreed]; who is better off: [to be agreed]"
        ),
        (
            "The money came late, so we should pay small groups in advance from April 2027 on.",
            "The partnership will “pay small groups in advance from April 2027 on”, measured by [measure to be agreed]; "
                + "owner: [to be agreed]"
        ),
    ]

    @Test(arguments: asked) func `what is asked for is put into shape, in its own words`(
        statement: String, text: String
    ) {
        #expect(Self.text(statement) == text)
    }

    @Test func `a person is never volunteered by what somebody says`() {
        #expect(
            Self.text("Leona should bring the figures to the next meeting.")
                == "By [date to be agreed], [who is to be agreed] will “bring the figures to the next meeting”, measured by "
                + "[measure to be agreed]; owner: [to be agreed]")
        #expect(
            Self.text("They should answer the letters of the growers.")?.contains("[who is to be agreed] will") == true)
    }

    @Test func `a condition is never cut off`() {
        let text = Self.text("We should move the clinic because the bus is full, but only if the trust pays.")
        #expect(text?.contains("“move the clinic because the bus is full, but only if the trust pays”") == true)
    }

    @Test(arguments: [
        "Should we give three months' notice before a contract ends?", "Every Friday we feed eighty people.",
        "They should have told us sooner about it.", "I could not name two tenders that used them.",
        "We should not.", "I agree with Leona on this.", "We should move on.", "That is fair.",
        "Our contracts pay the real Living Wage.", "We should be honest with each other.",
        "I know that the trust would have paid.", "", "…", "The van stops in four villages every week, and it is full.",
    ]) func `what asks for nothing, or looks back, or is a question, is left alone`(statement: String) {
        #expect(Self.text(statement) == nil)
    }

    @Test func `every word between quotation marks stands in the statement in that order`() {
        for (statement, _) in Self.asked {
            let parts = Rephraser(members: Self.members).rephrased(statement).map(SuggestionWording.parts) ?? []
            for case .words(let words) in parts { #expect(statement.contains(words)) }
        }
    }
}
