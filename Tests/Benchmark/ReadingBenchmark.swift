import Facilitation
import Frameworks

/// Lines read and taken in by the state machine, in process and in memory.
enum ReadingBenchmark {
    /// What the peer is given in `hcoop_meetbot.py`, without its `#` commands: ours reads the words.
    private static let shortLines = [
        "I agree with Sam", "share a plan", "we share a plan but it is not used", "Ann to publish the baseline",
        "Most spend runs through national frameworks",
    ]

    static func run() throws {
        let count = 60_000
        var meeting = try Meeting(members: 30)
        for index in 0..<200 { meeting.say(shortLines[index % 5], by: index) }
        let started = meeting
        let seconds = quickest(of: 3) {
            meeting = started
            for index in 0..<count { meeting.say(shortLines[index % 5], by: index) }
        }
        report("reading.lines_per_s", Double(count) / seconds)
        for line in shortLines {
            let seconds = quickest(of: 3) {
                meeting = started
                for index in 0..<10_000 { meeting.say(line, by: index) }
            }
            report("reading.us_per_line.\(line.split(separator: " ").joined(separator: "-"))", seconds / 10_000 * 1e6)
        }
        for length in [25, 50, 100, 200, 400, 800, 1600] {
            let line = Array(
                repeating: "most of the spend runs through national frameworks and we share it", count: 140
            )
            .joined(separator: " ").split(separator: " ").prefix(length).joined(separator: " ")
            let seconds = quickest(of: 3) {
                meeting = started
                for index in 0..<500 { meeting.say(line, by: index) }
            }
            report("reading.ns_per_byte.\(length)_words", seconds / 500 / Double(line.utf8.count) * 1e9)
        }
    }
}

/// A meeting in its first area, discussing.
struct Meeting {
    private var discussion: Discussion
    private let today = CivilDate(year: 2026, month: 11, day: 24)
    private var entry = 0
    private let actors: [String]

    init(members: Int) throws {
        let framework = Library.builtIn
        discussion = Discussion(framework: framework)
        var setup = Setup(framework: framework)
        let names = ["Sam", "Ann", "Priya", "Gareth", "Moira", "Hugh", "Lena", "Tomos", "Aisha", "Carl"]
        let surnames = ["Okafor", "Whitlock", "Barr"]
        actors = (0..<members).map { "chat:m\($0)" }
        setup.members = (0..<members).map { index in
            SetupMember(
                id: actors[index], name: "\(names[index % 10]) \(surnames[index / 10 % 3])",
                sector: ["local-government", "nhs", "vcse", "business", "education"][index % 5],
                role: index == 0 ? .facilitator : .member)
        }
        hear(.opened(setup), by: "chat:host")
        hear(.started(areas: ["1"]), by: actors[0])
        hear(.gaugingOpened, by: actors[0])
        for actor in actors {
            hear(.rated(stage: "emerging", confidence: .high, evidence: "one plan"), by: actor)
        }
        hear(.revealed, by: actors[0])
        for index in 1..<members { say("The first thing we see on our side is number \(index) of many", by: index) }
    }

    private mutating func hear(_ event: Event, by actor: String) {
        entry += 1
        _ = discussion.hear(
            Heard(
                entry: entry, actor: actor, at: Instant(milliseconds: entry), today: today, words: "",
                readings: [Reading(event, .plain)], isFromHost: true))
    }

    mutating func say(_ text: String, by index: Int) {
        entry += 1
        let actor = actors[index % actors.count]
        let readings =
            (try? Interpreter.readings(said: text, by: actor, isPrivate: false, today: today, in: discussion)) ?? []
        _ = discussion.hear(
            Heard(
                entry: entry, actor: actor, at: Instant(milliseconds: entry), today: today, words: text,
                readings: readings, isFromHost: false))
    }
}
