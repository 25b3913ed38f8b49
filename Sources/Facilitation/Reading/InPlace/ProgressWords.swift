/// Words by which people tell how an objective goes.
enum ProgressWords {
    static let table = PhraseTable(.progress, entries)

    static let entries: [PhraseTable<ProgressWord>.Entry] =
        onTrack.map { row($0, .onTrack) } + late.map { row($0, .late) } + done.map { row($0, .done) }
        + dropped.map { row($0, .dropped) }

    private static let onTrack = phrases("on track, on schedule, on course, going to plan, going well")
    private static let late = phrases(
        "behind schedule, running late, running behind, late, delayed, behind, slipping")
    private static let done = phrases("done, finished, completed, complete, achieved, delivered")
    private static let dropped = phrases("dropped, abandoned, given up on")
}
