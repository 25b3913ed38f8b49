import Facilitation
import Testing

@testable import Drafting

/// Sentences as a chair writes them over a draft, in no wording of ours: the checker takes what is true however it is put,
/// and refuses what is not.
@Suite struct ChairSentencesTests {
    static let correct = [
        "Five of us chose Established the second time round [58].",
        "By the second round, just 1 of the 6 still chose Emerging [58].",
        "In the first round, 3 chose Established, 2 Emerging and 1 Expanding [20].",
        "Half a dozen notes aside, all six answered in round 1 [28].",
        "We ended at Established: five to one in round 2 [58].".replacing(": five to one", with: ", chosen by five,"),
        "On the position: 2 full support, 3 support, and 1 who cannot yet [60].",
        "One of us cannot support it yet on the position [60, 66].",
        "The position rests at Established, with Bryn Tasker's minority view recorded alongside [60].",
        "Bryn Tasker (Wenmoor Voices) holds a minority view, in these words: “For small voluntary groups the shared rules "
            + "are not yet in use; from where they stand, we are Emerging.” [70, 72].",
        "Most of us, 5 of 6, chose Established in round 2 [58].",
        "D1 was supported in discussion by all 6: “Count the spending that we can influence, with a written "
            + "definition.” [48].",
        "All six gave their support to D1 [48].",
        "Five support A1, and there is one reservation [80, 86].",
        "The reservation on A1 came from Idris Penhale: “It depends on finance staff having time.” [80].",
        "A1 was supported in discussion with reservations [80].",
        "Leona Marsh of Wenmoor Hospitals owns O1, due 31 March 2027 [90].",
        "O1 is due on 31 March 2027, and the owner is Leona Marsh [90].",
        "For O1 the measure is “bodies reported”; we start from a baseline of “0” [90].".replacing(
            "we start from a baseline of “0”", with: "baseline: “0”"),
        "O1: target: “6”, measure: “bodies reported” [90].",
        "O2 has no owner yet [92].",
        "O2 has no due date and no baseline yet; somebody must come forward [92, 94].",
        "O2: four support, one full support, and one not answered [92, 94].",
        "Of those present, one has not answered on O2 [94].",
        "Three agree with #14, and none disagrees [14].",
        "#31 divided us: two agree, one disagrees, one is unsure [31].",
        "Leona Marsh told us in #31: “Every large tender since 2024 scores local benefit.” [31, 33].",
        "Sunil Varga's objection to #31 has since been met: “Most hospital spending runs through national contracts, so a "
            + "local share may be the wrong measure.” [36].",
        "On 9 December 2026 Sunil Varga brings back “Raise the route for local suppliers in national contracts.” [95].",
        "The meeting took place on 14 October 2026.",
        "Nobody chose Expanding the second time [58].",
        "Between rounds 1 and 2, Established rose from 3 to 5 [28, 58].".replacing(
            "Between rounds 1 and 2", with: "Between round 1 and round 2"),
        "Confidence in round 2 stood at 2 high and 4 medium [58].",
        "In round 1, 2 had low confidence [20].",
        "There is 1 decision, and there are 2 objectives.",
        "Members are asked to read this and to put right whatever is wrong.",
        "This has still to be agreed by the Board.",
    ]

    @Test(arguments: correct) func `a true sentence is accepted however a chair puts it`(sentence: String) {
        #expect(CheckerTests.faults(sentence) == [])
    }

    static let wrong = [
        "Four of us chose Established the second time round [58].",
        "By the second round, 2 of the 6 still chose Emerging [58].",
        "In the first round, 4 chose Established [20].",
        "In the first round, nobody chose Emerging [20].",
        "All of us chose Established in round 2 [58].",
        "Everyone chose Established [58].",
        "All seven answered in round 1 [28].",
        "The position is Emerging [60].",
        "The position was supported in discussion at Established [60].",
        "On the position: 3 full support [60].",
        "Idris Penhale (Wenmoor Integrated Care Board) holds a minority view: “For small voluntary groups the shared rules "
            + "are not yet in use; from where they stand, we are Emerging.” [70].",
        "Bryn Tasker's minority view: “For small voluntary groups the shared rules are now in use.” [70].",
        "D1 was agreed by all 6 [48].",
        "D1 was supported in discussion by all 5 [48].",
        "All six gave their support to A1 [80].",
        "A1 was supported unanimously [80].",
        "The reservation on A1 came from Odile Furnace: “It depends on finance staff having time.” [80].",
        "Leona Marsh of Fellside Homes owns O1 [90].".replacing(" of Fellside Homes", with: " (Fellside Homes)"),
        "Odile Furnace owns O1 [90].",
        "O1 is due on 31 May 2027 [90].",
        "O1: target: “60” [90].",
        "O1: measure: “bodies counted” [90].",
        "O1 has no due date yet [90].",
        "O2: five support and none has not answered [92].",
        "O2 was supported in discussion [92, 94].",
        "Two agree with #14 [14].",
        "#31 has 3 who agree [31].",
        "Most disagree with #31 [31].",
        "Leona Marsh told us in #31: “Every tender since 2024 scores local benefit.” [31].",
        "On 16 December 2026 Sunil Varga brings back “Raise the route for local suppliers in national contracts.” [95].",
        "On 9 December 2026 Bryn Tasker brings back “Raise the route for local suppliers in national contracts.” [95].",
        "The meeting took place on 4 October 2026.",
        "Established rose from 2 to 5 between round 1 and round 2 [28, 58].",
        "Confidence in round 2 stood at 3 high [58].",
        "There are 2 decisions.",
        "We all agreed to publish every contract.",
        "The partnership decided to close the clinic.",
        "Councillor Ames will lead O2 [92].",
        "O3 is under way.",
        "D1 was supported in discussion [17].",
    ]

    @Test(arguments: wrong) func `an untrue sentence is refused however a chair puts it`(sentence: String) {
        #expect(CheckerTests.faults(sentence) != [])
    }

    @Test func `there are enough of both`() {
        #expect(Set(Self.correct).count >= 30)
        #expect(Set(Self.wrong).count >= 30)
    }
}
