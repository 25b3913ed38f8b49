public enum Reader {
    public static func read(_ text: String, in context: ReadingContext) -> [Reading] { [Reading(.stated(kind: .view), .none)] }
    public static func objective(_ text: String, in context: ReadingContext) -> Proposed { Proposed(what: .objective, text: text) }
    public static func rating(_ text: String, in context: ReadingContext) -> Event? { nil }
    public static func stage(_ words: String, ladder: Ladder) -> String? { nil }
    public static func level(_ words: String) -> Level? { nil }
    public static func date(_ words: String, today: CivilDate) -> CivilDate? { nil }
}
