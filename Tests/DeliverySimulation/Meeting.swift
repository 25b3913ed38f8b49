/// A whole small meeting over two bridges, every command with its key: what the simulation delivers over a bad link.
public enum Meeting {
    public struct Line: Sendable {
        /// Which of the two bridges sends it.
        public var bridge: Int
        /// The fields of the command but `id`, without braces.
        public var fields: String
        /// What a person said in it; nil for a structured command.
        public var words: String?

        public func sent(as id: String) -> String { #"{"id":"\#(id)",\#(fields)}"# }
    }

    public static let room = "north"
    public static let principals = ["bridge:irc", "bridge:web"]
    private static let bridges = ["helen": 0, "ann": 0, "bo": 0, "cy": 1, "dee": 1, "eli": 1]

    public static let lines: [Line] = {
        var lines = [
            Line(
                bridge: 0,
                fields: """
                    "op":"open","room":"north","key":"open","setup":{"title":"North Place","members":[\
                    {"id":"irc:helen","name":"Helen Moss","role":"facilitator"},\
                    {"id":"irc:ann","name":"Ann Shah","organisation":"Hill PCN","sector":"primary-care"},\
                    {"id":"irc:bo","name":"Bo Reed","organisation":"Reed Trust","sector":"vcse"}]}
                    """)
        ]
        func add(_ actor: String, _ operation: String, _ fields: String, words: String? = nil) {
            let bridge = bridges[actor] ?? 0
            let more = fields.isEmpty ? "" : "," + fields
            lines.append(
                Line(
                    bridge: bridge,
                    fields: #"""
                        "op":"\#(operation)","room":"north","as":"\#(bridge == 0 ? "irc" : "web"):\#(actor)",\#
                        "key":"k\#(lines.count)"\#(more)
                        """#, words: words))
        }
        func say(_ actor: String, _ words: String, _ more: String = "") {
            add(actor, "say", #""text":"\#(words)"\#(more)"#, words: words)
        }
        func rate(_ actor: String, _ words: String) { say(actor, words, #","private":true"#) }
        add("cy", "join", #""name":"Cy Lane","sector":"vcse","organisation":"Lane Hub""#)
        add("dee", "join", #""name":"Dee Holt","sector":"housing","organisation":"Holt Homes""#)
        add("eli", "join", #""name":"Eli Ford","sector":"university","organisation":"Ford College""#)
        add("helen", "start", #""areas":["8"]"#)
        add("helen", "gauging", "")
        rate("ann", "emerging, low, few of us know it")
        rate("cy", "established, medium")
        rate("bo", "established, high, we share staff")
        rate("dee", "established, high")
        rate("eli", "established, low")
        add("helen", "reveal", "")
        for index in 1...6 {
            say(["ann", "cy", "bo"][index % 3], "Point \(index): the hall could open on day \(index).")
        }
        say("dee", "I agree with Ann")
        // Declined, and kept all the same.
        say("cy", "/next")
        add("helen", "settle", #""stage":"established""#)
        for actor in ["bo", "cy", "dee", "eli"] { say(actor, "support") }
        say("ann", "cannot yet because few of us know it")
        add("helen", "majority", "")
        add("ann", "minority", #""text":"Few of us know the plan""#)
        add("helen", "aim", #""text":"More local people in good work by 2028""#)
        for actor in ["ann", "bo", "cy", "dee", "eli"] { say(actor, actor == "cy" ? "I can live with it" : "support") }
        add("helen", "close", "")
        add("helen", "readback", "")
        add("helen", "done", "")
        add("helen", "done", "")
        return lines
    }()
}
