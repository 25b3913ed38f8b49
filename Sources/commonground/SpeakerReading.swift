import Facilitation
import Foundation
import Hosting
import LineProtocol
import Serving

/// Who speaks in a line that is typed at the keyboard. A name and a colon speak for somebody, *Ann: good morning*;
/// anything else is the keyboard's own, which speaks as the room's facilitator.
struct SpeakerReading {
    enum Speaker: Equatable {
        /// Somebody who is here, or whose line is a command, such as *Ann Osei: /join Ann Osei*.
        case known(actor: String)
        /// Nobody has this name yet: they join by speaking.
        case newcomer(name: String, actor: String)
        /// Nobody has this name, and it is nearly that of somebody here. A slip of the finger must not bring a new person
        /// into the room.
        case slip(typed: String, meant: String)
    }

    private let discussion: Discussion

    init(_ discussion: Discussion) { self.discussion = discussion }

    /// Whom the keyboard speaks as.
    var keyboard: String {
        if discussion.people.find(actor: ConsoleSession.keyboard) != nil { return ConsoleSession.keyboard }
        return discussion.people.facilitators.first.map { discussion.people[$0].id } ?? ConsoleSession.keyboard
    }

    /// The name and the words of a line.
    func read(_ line: String) -> TextLine {
        TextLine.read(Array(line.utf8)) {
            SpeakerNames.isKnown($0, discussion) || SpeakerNames.looksLikeOne($0)
        }
    }

    func speaker(of line: TextLine) throws(HostError) -> Speaker {
        guard let name = line.speaker else { return .known(actor: keyboard) }
        let actor = try SpokenName.actor(name, in: discussion)
        if discussion.people.find(actor: actor) != nil || line.isCommand { return .known(actor: actor) }
        return near(name).map { Speaker.slip(typed: name, meant: $0) } ?? .newcomer(name: name, actor: actor)
    }

    /// Whom `/join` is about. Typed without a name in front, `/join Ann Osei | vcse` is about Ann: the facilitator keeps
    /// their own organisation.
    func joining(_ words: String, typedBy actor: String) throws(HostError) -> String {
        let name = words.split(separator: "|", omittingEmptySubsequences: false).first.map(String.init) ?? ""
        let isOther = discussion.people.find(actor: actor).map {
            Names.fold(discussion.people[$0].name) != Names.fold(name)
        }
        guard actor == keyboard, isOther == true, !Names.fold(name).isEmpty else { return actor }
        return try SpokenName.actor(name.trimmingCharacters(in: .whitespaces), in: discussion)
    }

    private func near(_ name: String) -> String? {
        let people = discussion.people.ids.map { discussion.people[$0] }
        guard let near = Spelling.nearest(to: name, among: people.flatMap { [$0.name, $0.firstName] }) else {
            return nil
        }
        return people.first { $0.name == near || $0.firstName == near }?.name
    }
}
