/// Ids that the program makes itself, for its clock and for people for whom no connection speaks: nobody may act under one
/// over the wire.
///
/// Ids of typed names (`Participants.typedPrefix`) are none of them, except where their owner was erased: whoever has one
/// has spoken under it.
public enum MadeID {
    /// Begins the id of a place in the set-up that nobody has claimed.
    public static let placePrefix = "setup:"
    /// Begins the id of somebody who was erased.
    public static let erasedPrefix = "erased:"
    /// Says that time has passed.
    public static let clock = "commonground:clock"

    public static func isOne(_ actor: String) -> Bool {
        let typed = actor.hasPrefix(Participants.typedPrefix) ? Participants.typedPrefix : ""
        return actor == clock || actor.hasPrefix(placePrefix) || actor.hasPrefix(typed + erasedPrefix)
    }
}
