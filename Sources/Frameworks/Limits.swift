import Facilitation

/// How large a pack or a set-up may be. Far above what people need, low enough that a hostile file costs
/// nothing.
public enum Limit {
    /// Bytes in a file; the built-in pack has less than a tenth of it.
    public static let fileBytesMax = 1 << 20
    /// Levels of lists and keys inside each other; a pack inside a set-up needs 9.
    public static let depthMax = 20
    /// One stage makes no ladder; with more than nine nobody can say where they stand.
    public static let stages = 2...9
    public static let groupsMax = 50
    public static let areasMax = 200
    /// Items in one list of an area, such as its questions.
    public static let itemsMax = 100
    /// Letters in a name, a title or an organisation: what fits on a line or two of a screen.
    public static let nameLettersMax = 200
    /// Letters in a longer text, such as a purpose or a piece of evidence: about two pages.
    public static let textLettersMax = 4_000
    /// Letters in an id, which people type.
    public static let idLettersMax = 80
    /// People in a room.
    public static let membersMax = Participants.membersMax
    /// Days for which a transcript is kept.
    public static let retentionDays = 1...Retention.daysMax
}
