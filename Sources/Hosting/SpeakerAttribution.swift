import Facilitation

/// Whose lines are read without their speaker by others, on every screen and in every file.
///
/// It is decided when a line is heard, and is the same for ever: what others were told live is what `sync` repeats and
/// what the files say, whatever role somebody is given later. Only files keep back more: a minority view that lost its
/// name has none in them from then on.
public struct SpeakerAttribution: Sendable {
    /// Stands for somebody whose name is kept back.
    public static let nameless = "A member"
    /// Under the Chatham House Rule whoever facilitates is one person.
    static let facilitator = "The facilitator"

    /// The line that was taken in last.
    private var head = 0
    /// Lines whose speaker others were not told, lowest first.
    private var hidden = ChunkedList<Int>()
    /// Lines by which somebody facilitated, lowest first.
    private var facilitated = ChunkedList<Int>()
    /// Lines of which minority views are made.
    private var viewLines: [ViewLine] = []
    /// Lines of minority views that had a name when they were said, and have none now.
    private var unnamed: Set<Int> = []
    /// Everybody who ever spoke as a member.
    private var members: Set<MemberID> = []

    private struct ViewLine: Sendable {
        var entry: Int
        var by: MemberID
    }

    /// Takes in a line that was heard, with the discussion as it is after it.
    ///
    /// - Parameter bearing: what the discussion said of the line before it heard it.
    mutating func take(_ heard: Heard, _ bearing: LineBearing, _ discussion: Discussion, isErased: Bool = false) {
        head = heard.entry
        let outcome = discussion.outcome(of: bearing, at: heard.entry)
        let isUnreadable = isErased && heard.readings.isEmpty
        let isHidden = bearing.hidesSpeaker(
            under: discussion.setup.attribution, outcome, isPrivate: heard.isPrivate,
            isAboutHidden: bearing.about.contains { isKeptBack($0) }, isUnreadable: isUnreadable)
        if isHidden { hidden.append(heard.entry) }
        let isAboutMember = bearing.about.contains { !facilitated.holds($0) }
        if bearing.isFacilitators,
            !bearing.hidesSpeaker(
                under: .chathamHouse, outcome, isPrivate: heard.isPrivate, isAboutHidden: isAboutMember)
        {
            facilitated.append(heard.entry)
        }
        guard let speaker = bearing.speaker ?? discussion.people.find(actor: heard.actor) else { return }
        // Somebody who came in with this very line is what they came in as.
        let facilitates = discussion.people[speaker].role == .facilitator && !discussion.people[speaker].votes
        let isMembers = bearing.speaker == nil ? !facilitates : bearing.isMembers
        if isMembers, !members.contains(speaker) { members.insert(speaker) }
        let isAboutView = bearing.about.contains { entry in viewLines.contains { $0.entry == entry } }
        guard bearing.isOfMinorityView || isAboutView else { return }
        viewLines.append(ViewLine(entry: heard.entry, by: speaker))
        if bearing.takesNameOff { unnamed.formUnion(viewLines.filter { $0.by == speaker }.map(\.entry)) }
    }

    private func isKeptBack(_ entry: Int) -> Bool { hidden.holds(entry) || unnamed.contains(entry) }

    /// Whether others are not told who spoke, live and whenever they read the line again.
    public func hidesSpeaker(of entry: Entry) -> Bool {
        // Of a line that was not looked at yet nothing is known. The clock is nobody who could be kept back.
        entry.direction == .heard && entry.by != MadeID.clock && (entry.number > head || hidden.holds(entry.number))
    }

    /// As `hidesSpeaker(of:)`, in files.
    func hidesSpeakerInFiles(of entry: Entry) -> Bool {
        hidesSpeaker(of: entry) || entry.direction == .heard && unnamed.contains(entry.number)
    }

    /// Who spoke, for readers of files, who may not know everybody.
    func speaker(of entry: Entry) -> String {
        hidesSpeakerInFiles(of: entry) ? SpeakerAttribution.nameless : entry.speaker
    }

    /// Who spoke, where the Chatham House Rule is held to whatever the room's own rule is.
    func speakerUnderChathamHouse(of entry: Entry) -> String {
        guard entry.direction == .heard, entry.by != MadeID.clock else { return entry.speaker }
        return facilitated.holds(entry.number) ? SpeakerAttribution.facilitator : SpeakerAttribution.nameless
    }

    /// Whether somebody only ever facilitated, so that calling them the facilitator says nothing about a member's words.
    func onlyFacilitates(_ member: MemberID, _ people: Participants) -> Bool {
        people[member].role == .facilitator && !people[member].votes && !members.contains(member)
    }
}

extension ChunkedList where Element == Int {
    /// Whether a number is among these, which stand in order.
    fileprivate func holds(_ number: Int) -> Bool { place(of: number) { $0 } != nil }
}
