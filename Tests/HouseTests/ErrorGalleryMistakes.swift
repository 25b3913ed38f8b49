// The mistakes of the gallery, kind by kind.
extension ErrorGallery {
    static let sections = [commandLine, setUps, frameworks, stores]

    private static let commandLine = Section(
        title: "On the command line", opening: "Nothing was done, and nothing was changed.",
        mistakes: [
            Mistake(title: "A command that is mistyped", typed: "commonground drft north"),
            Mistake(title: "A part of a command that is mistyped", typed: "commonground setup chek north.yaml"),
            Mistake(title: "An option that is not there", typed: "commonground tour --fast"),
            Mistake(title: "A choice that is not there", typed: "commonground draft north --document aim"),
            Mistake(title: "Something that was left out", typed: "commonground draft"),
            Mistake(title: "Two options that do not go together", typed: "commonground run --ndjson --text"),
            Mistake(
                title: "A time that cannot be read", typed: "commonground facilitate --clock yesterday < /dev/null"),
            Mistake(title: "An option that needs another", typed: "commonground draft north --format word"),
            Mistake(title: "A file that is not there", typed: "commonground import transcript north.ndjson"),
            Mistake(
                title: "A document that would be written over",
                typed: "commonground minutes north --output minutes.md", before: ["touch minutes.md"]),
            Mistake(title: "A day that has passed", typed: "commonground setup new --pregauge \"1 January 2020\""),
        ])

    private static let setUps = Section(
        title: "In a set-up file", opening: "All mistakes are listed together, each with its line and its mend.",
        mistakes: [
            Mistake(
                title: "Words and keys that are not known", typed: "commonground setup check north.yaml",
                files: [
                    (
                        "north.yaml",
                        """
                        title: North Place
                        areas: [8, 99]
                        meeting: formel
                        members:
                          - {name: Ann Shah, sektor: nhs}

                        """
                    )
                ]),
            Mistake(
                title: "A quotation mark that is never closed", typed: "commonground setup check broken.yaml",
                files: [("broken.yaml", "title: \"North Place\nareas: [8]\n")]),
            Mistake(
                title: "A session that is opened with a wrong set-up",
                typed: "commonground --setup formal.yaml --room north",
                files: [("formal.yaml", "title: North Place\nform: fast\n")]),
            Mistake(title: "A set-up that is not there", typed: "commonground setup check south.yaml"),
            Mistake(
                title: "A file that would be written over", typed: "commonground setup new --output north.yaml"),
        ])

    private static let frameworks = Section(
        title: "In a framework", opening: "`.github/FRAMEWORKS.md` says how a framework is written.",
        mistakes: [
            Mistake(
                title: "A framework with something missing", typed: "commonground framework check ours.yaml",
                files: [("ours.yaml", "id: ours\nname: Our ladder\nstages: []\nareaz: 1\n")]),
            Mistake(title: "A framework that is not there", typed: "commonground framework show ladder"),
            Mistake(
                title: "A table with a cell too many", typed: "commonground framework import tea.csv",
                files: [("tea.csv", "Area,Low,High\nTea,none,many,more\n")]),
        ])

    private static let stores = Section(
        title: "In the store of transcripts", opening: "A file that is not right is left as it is.",
        mistakes: [
            Mistake(title: "A room that is not there", typed: "commonground draft nroth"),
            Mistake(
                title: "A file that is no store", typed: "commonground rooms --store notes.txt",
                files: [("notes.txt", "Bring the figures.\n")]),
            Mistake(
                title: "A store in a folder that is not there", typed: "commonground rooms --store /proc/none/x.sqlite"),
            Mistake(title: "No place for a store", typed: "HOME= COMMONGROUND_STORE= commonground rooms"),
            Mistake(
                title: "A server that does not answer",
                typed: "commonground rooms --store postgres://127.0.0.1:1/north"),
            Mistake(
                title: "An address with a slip in it", typed: "commonground rooms --store postgres:/127.0.0.1/north"),
            Mistake(
                title: "A back-up over something that is there", typed: "commonground backup copy.sqlite",
                before: ["touch copy.sqlite"]),
            Mistake(
                title: "A transcript that somebody changed", typed: "commonground verify north",
                before: [
                    "printf 'Helen: /start 8\\nHelen: The notice was six days.\\n' | "
                        + "commonground run --text --room north --facilitator Helen",
                    "sed -i 's/six days/two days/g' transcripts.sqlite",
                ]),
            Mistake(
                title: "An export that was cut short",
                typed: "commonground import transcript cut.ndjson --store other.sqlite",
                before: [
                    "printf 'Helen: /start 8\\n' | commonground run --text --room south --facilitator Helen",
                    "commonground export south --everything --format ndjson | head -n 3 > cut.ndjson",
                ]),
            Mistake(
                title: "A transcript of a room that is there already",
                typed: "commonground import transcript south.ndjson",
                before: ["commonground export south --everything --format ndjson --output south.ndjson"]),
            Mistake(
                title: "A draft with a sentence that nobody bears out",
                typed: "commonground verify-draft edited.md --room south",
                files: [("edited.md", "Everybody agreed that the notice is too short [3].\n")]),
            Mistake(title: "Something that is not a hash", typed: "commonground verify south --head abc"),
        ])

    static let keyboard = Talk(
        title: "At the keyboard",
        opening: """
            In a session a line that begins with `!` says why the line before it was not taken. Nothing of it was counted. These were typed one after the other; lines that \
            went well are left out.
            """,
        command: "commonground --plain --store keyboard.sqlite", answerMark: "! ",
        lines: [
            ("A command that is mistyped", "/strat 8"),
            ("Something that comes too early", "/gauging"),
            (nil, "Ann Shah: good morning"), (nil, "Ann Lee: hello"), (nil, "Bo Lund: hello"),
            ("A name that fits two people", "Ann: I agree"),
            ("A name that is mistyped", "Boo Lund: I agree"),
            ("Something that only a facilitator may", "Bo: /start 8"),
            ("An area that is not there", "/start 99"),
            (nil, "/start 8"),
            ("A reveal of nothing", "/reveal"),
            ("A close of nothing", "/close"),
            ("A number that is not there", "Bo: /agree #99"),
            ("Words missing", "/decide"),
            ("A stage that is not there", "/settle great"),
            (nil, "/gauging"),
            ("A step that has to wait", "/settle emerging"),
            ("Somebody who is not here", "/hand Zed"),
            ("Minutes that are not a number", "/extend many"),
            ("Something of somebody else's", "/correct 7 other words"),
            ("A form that is not there", "/form long"),
        ])

    static let protocolLines = Talk(
        title: "Over the line protocol",
        opening: """
            Each line gets one reply. `code` is for programs, `msg` for people, and `retry` says whether the same line can be sent again. The program goes on \
            reading. `describe` lists every operation and every code, and `.github/INTEGRATING.md` says what to do about each reply.
            """,
        command: "commonground run --ndjson --store protocol.sqlite", answerMark: "\"ok\":false",
        lines: [
            ("A line that is not JSON", "{\"op\":\"ping\""),
            ("A line that is no object", "[1]"),
            ("A field that stands twice", "{\"op\":\"ping\",\"op\":\"ping\"}"),
            ("An operation that is not there", "{\"op\":\"pingg\",\"id\":\"1\"}"),
            ("A field that is missing", "{\"op\":\"say\",\"id\":\"2\",\"text\":\"hello\"}"),
            ("A room that is not there", "{\"op\":\"sync\",\"id\":\"3\",\"room\":\"north\"}"),
            (
                "A set-up with a mistake",
                "{\"op\":\"open\",\"id\":\"4\",\"room\":\"north\",\"setup\":{\"meeting\":\"formel\"}}"
            ),
            (
                nil,
                "{\"op\":\"open\",\"id\":\"5\",\"room\":\"north\",\"as\":\"helen\",\"setup\":{\"members\":"
                    + "[{\"id\":\"helen\",\"name\":\"Helen\",\"role\":\"facilitator\"},{\"id\":\"ann\",\"name\":\"Ann\"}]}}"
            ),
            (
                "A room that is there already",
                "{\"op\":\"open\",\"id\":\"6\",\"room\":\"north\",\"as\":\"helen\",\"setup\":{}}"
            ),
            (
                "Something that only a facilitator may",
                "{\"op\":\"start\",\"id\":\"7\",\"room\":\"north\",\"as\":\"ann\"}"
            ),
            (
                "Something that comes too early",
                "{\"op\":\"reveal\",\"id\":\"8\",\"room\":\"north\",\"as\":\"helen\"}"
            ),
            (nil, "{\"op\":\"who\",\"id\":\"9\",\"room\":\"north\",\"as\":\"ann\",\"key\":\"k1\"}"),
            (
                "A key that is used for something else",
                "{\"op\":\"where\",\"id\":\"10\",\"room\":\"north\",\"as\":\"ann\",\"key\":\"k1\"}"
            ),
            (
                "An id that only the program makes",
                "{\"op\":\"who\",\"id\":\"11\",\"room\":\"north\",\"as\":\"setup:1\"}"
            ),
            (
                "A name that reads like somebody else's",
                "{\"op\":\"join\",\"id\":\"12\",\"room\":\"north\",\"as\":\"eve\",\"name\":\"H\u{E9}len\"}"
            ),
        ])
}
