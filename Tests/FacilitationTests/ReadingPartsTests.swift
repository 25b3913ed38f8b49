import Facilitation
import Testing

@Suite struct ReadingPartsTests {
    private let context = ReadingRoom.objectives

    @Test func `an objective is taken apart from plain words`() {
        let parts = Reader.objective(
            "Farah will publish the apprentice figures by end of March 2027, measured by colleges reporting (0 of 6)",
            in: context)
        #expect(parts.what == .objective)
        #expect(parts.owner == "Farah")
        #expect(parts.due == "2027-03-31")
        #expect(parts.measure == "colleges reporting")
        #expect(parts.baseline == "0")
        #expect(parts.target == "6")
    }

    @Test func `I is the speaker, and what is not said is not there`() {
        let parts = Reader.objective("I'll ring the landlord next week", in: context)
        #expect(parts.owner == "Nadine")
        #expect(parts.measure == nil && parts.baseline == nil && parts.target == nil)
    }

    @Test func `from one number to another is baseline and target`() {
        let parts = Reader.objective("Owen will cut empty clinic days from 40% to 15% by Q2 next year", in: context)
        #expect(parts.baseline == "40%" && parts.target == "15%" && parts.due == "2027-06-30")
    }

    @Test func `labelled parts are found in any order`() {
        let parts = Reader.objective(
            "Evening buses. Target: 4 an hour. Owner: Kit Dunne. Measure: buses after ten. Baseline: 1. Due: 1 May 2027",
            in: context)
        #expect(parts.owner == "Kit Dunne" && parts.target == "4" && parts.baseline == "1" && parts.due == "2027-05-01")
        #expect(parts.measure == "buses after ten")
    }

    @Test func `a first name that two members share names no owner`() {
        #expect(Reader.objective("Kit will count the buses by June 2027", in: context).owner == nil)
        #expect(Reader.objective("Kit D will count the buses by June 2027", in: context).owner == "Kit Dunne")
    }

    @Test(arguments: [
        ("empty clinic days down from 40% to 15% by June 2027, that's down to me", "Nadine"),
        ("pantry open from 6 hours a week to 15 by 1 December, that's mine", "Nadine"),
        ("put me down for publishing the sickness rate by 30 September", "Nadine"),
        ("data sharing agreement down to one page. me. 28 Feb", "Nadine"),
        ("from 11 hires now to 60 by March 2029, I'm the owner", "Nadine"),
    ])
    func `whoever claims it at the end is its owner`(line: String, owner: String) {
        guard case .proposed(let parts) = ReadingRoom.read(line, context).first?.event else {
            Issue.record("No objective: \(ReadingRoom.told(line, context))")
            return
        }
        #expect(parts.owner == owner && parts.due != nil)
    }

    @Test(arguments: [
        "that's mine, the blue mug", "put me down for the curry", "sorry, that's down to me, I sat on the plug",
    ])
    func `a claim to something else takes nothing on`(line: String) {
        #expect(!ReadingRoom.told(line, context).hasPrefix("propose"))
    }

    @Test func `the day it is due goes before how long it takes`() {
        let parts = Reader.objective("invoices paid in ten days, by 31 December, from 34% to 90%", in: context)
        #expect(parts.due == "2026-12-31" && parts.baseline == "34%" && parts.target == "90%")
    }

    @Test func `where things stand is told in words of standing`() {
        let firms = Reader.objective("I'll sign up forty firms by March 2027, we're on 11 and I want 40", in: context)
        #expect(firms.baseline == "11" && firms.target == "40")
        #expect(Reader.objective("I'll show 300 patients by May, 45 done, 300 wanted", in: context).baseline == "45")
    }

    @Test func `a name with its title is the same person`() {
        #expect(Reader.objective("Lowe to list the empty rooms by Easter", in: context).owner == "Dr Lowe")
        #expect(Reader.objective("Dr Lowe to list the empty rooms by Easter", in: context).owner == "Dr Lowe")
    }

    @Test(arguments: ["emerging", "Emerging", "EMERGING", "emergin", "at emerging"]) func `stages are found by name`(
        words: String
    ) {
        #expect(Reader.stage(words, ladder: ReadingRoom.ladder) == "emerging")
    }

    @Test func `betweens and the answers that name no stage are found`() {
        let ladder = ReadingRoom.ladder
        #expect(Reader.stage("between emerging and established", ladder: ladder) == "between-emerging-established")
        #expect(Reader.stage("established / expanding", ladder: ladder) == "between-established-expanding")
        #expect(Reader.stage("not yet", ladder: ladder) == "not-yet")
        #expect(Reader.stage("don't know", ladder: ladder) == "dont-know")
        #expect(Reader.stage("no view", ladder: ladder) == "no-view")
        #expect(Reader.stage("purple", ladder: ladder) == nil)
    }

    @Test func `a ladder of another framework has its own stages`() {
        let ladder = Ladder(stages: [
            Stage(id: "starting-out", name: "Starting out"), Stage(id: "on-the-way", name: "On the way"),
            Stage(id: "there", name: "There"),
        ])
        #expect(Reader.stage("starting out", ladder: ladder) == "starting-out")
        #expect(Reader.stage("on-the-way", ladder: ladder) == "on-the-way")
        #expect(
            Reader.stage("between starting out and on the way", ladder: ladder) == "between-starting-out-on-the-way")
    }

    @Test(arguments: Level.allCases) func `levels are found by their own names`(level: Level) {
        #expect(Reader.level(level.rawValue) == level)
    }

    @Test func `words that name two levels name none`() {
        #expect(Reader.level("support or block") == nil)
        #expect(Reader.level("I can live with it") == .reservation)
        #expect(Reader.level("stand aside") == .standAside)
    }

    @Test func `a rating typed after its command has stage, confidence and evidence`() {
        let event = Reader.rating("established medium because two tenders name local firms", in: ReadingRoom.talking)
        #expect(event == .rated(stage: "established", confidence: .medium, evidence: "two tenders name local firms"))
        #expect(Reader.rating("purple", in: ReadingRoom.talking) == nil)
    }

    @Test func `the exact words of a reason are kept`() {
        let reading = ReadingRoom.read("disagree with 14, we wrote “Café-first” in two tenders & won")
        #expect(
            reading.map(\.event) == [
                .positionTaken(targets: [14], stance: .disagree, because: "we wrote “Café-first” in two tenders & won")
            ])
    }

    @Test func `a reading says which words led to it`() {
        #expect(ReadingRoom.read("I agree with #14").first?.why == ["agree with #14"])
    }
}
