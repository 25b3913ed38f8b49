import Facilitation
import Hosting

/// Which actor a typed name stands for.
public enum SpokenName {
    /// The one member of that name, or an id of its own for somebody who is not here yet.
    ///
    /// - Parameter speaksForPlaces: whether a name of the set-up is enough to speak as somebody whose place nobody has
    ///   claimed; otherwise they join first.
    public static func actor(
        _ name: String, in discussion: Discussion, speaksForPlaces: Bool = true
    ) throws(HostError) -> String {
        let made = Participants.typedPrefix + Names.fold(name)
        if discussion.people.find(actor: made) != nil { return made }
        let found = discussion.people.named(name)
        switch found.count {
        case 0: return made
        case 1:
            let member = discussion.people[found[0]]
            return member.isClaimed || speaksForPlaces ? member.id : made
        default:
            let refusal = Refusal.severalMembers(name, names: found.map { discussion.people[$0].name })
            throw .refused(refusal, message: Phrasebook(discussion).words(for: refusal), step: discussion.step)
        }
    }
}
