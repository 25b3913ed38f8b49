/// The most people in one room: beyond it a conversation by chat is no conversation, and every list must stay readable.
extension Participants {
    public static let membersMax = 500
}

extension Discussion {
    mutating func open(_ setup: Setup, _ turn: inout Turn) {
        self.setup = setup
        people.constituency = setup.constituency
        session.phase = .gathering
        session.startedAt = turn.heard.at
        session.startedOn = turn.heard.today
        session.form = setup.form
        for (index, planned) in setup.members.enumerated() { add(planned, index) }
        resetAreas()
        turn.say(.opened)
        openPregaugeOfSetup(&turn)
    }

    private mutating func add(_ planned: SetupMember, _ index: Int) {
        // An id that stands at somebody else's place already speaks for them alone.
        let id = planned.id.flatMap { people.find(actor: $0) == nil ? $0 : nil }
        _ = people.add(
            Member(
                id: id ?? people.freePlaceID(from: index + 1), isClaimed: id != nil, name: planned.name,
                organisation: planned.organisation, sector: planned.sector, place: planned.place,
                role: planned.role, votes: planned.votes ?? (planned.role == .member),
                isPresent: planned.present, assurance: id == nil ? .asserted : .verified))
    }

    mutating func resetAreas() {
        areas = AreaTable()
        for id in setup.areas { areas[id] = AreaDiscussion(id: id) }
        currentArea = nil
        trail = []
    }

    mutating func join(
        name: String, sector: String, organisation: String, role: Role, _ turn: inout Turn
    ) throws(Refusal) {
        let actor = turn.heard.actor
        if let known = people.find(actor: actor) {
            try rejoin(known, name: name, sector: sector, organisation: organisation, &turn)
            return
        }
        guard !Names.fold(name).isEmpty else { throw .emptyText }
        // A join never makes a facilitator: that comes from the set-up, the terminal or a facilitator.
        if role == .facilitator { throw .needsFacilitator(.facilitatorNamed) }
        let sameName = people.ids.filter { Names.fold(people[$0].name) == Names.fold(name) }
        if let place = sameName.first(where: { !people[$0].isClaimed && people[$0].role != .facilitator }) {
            claim(place, actor, sector: sector, organisation: organisation, &turn)
            return
        }
        if let place = sameName.first(where: { !people[$0].isClaimed }) {
            throw .facilitatorNeedsID(people[place].name)
        }
        if !sameName.isEmpty { throw .nameIsTaken(name) }
        guard people.list.count < Participants.membersMax else {
            throw .tooManyMembers(limit: Participants.membersMax)
        }
        let joined = people.add(
            Member(
                id: actor, isClaimed: true, name: name, organisation: organisation, sector: sector, place: "",
                role: role == .observer ? .observer : .member, votes: role != .observer,
                isPresent: true, assurance: assurance(of: turn.heard.actor)))
        guard let joined else { throw .nameIsTaken(name) }
        turn.speaker = joined
        welcome(joined, claimed: false, &turn)
    }

    /// A name that somebody typed at a keyboard or in text mode says less than the id that a bridge gives.
    private func assurance(of actor: String) -> Assurance {
        actor.hasPrefix(Participants.typedPrefix) ? .typed : .asserted
    }

    /// Somebody who is known says `/join` again: they are back, or they tell more about themselves.
    private mutating func rejoin(
        _ known: MemberID, name: String, sector: String, organisation: String, _ turn: inout Turn
    ) throws(Refusal) {
        let wasAway = !people[known].isPresent
        guard wasAway || !sector.isEmpty || !organisation.isEmpty else { throw .alreadyJoined(people[known].name) }
        people[known].isPresent = true
        // A verified person's details come from the set-up; what they type fills gaps and replaces nothing.
        if people[known].sector.isEmpty { people[known].sector = sector }
        if people[known].organisation.isEmpty { people[known].organisation = organisation }
        turn.speaker = known
        if wasAway { welcome(known, claimed: false, &turn) } else { turn.sayToSpeaker(.detailsKept(known)) }
    }

    private mutating func claim(
        _ place: MemberID, _ actor: String, sector: String, organisation: String, _ turn: inout Turn
    ) {
        people[place].id = actor
        people[place].isClaimed = true
        people[place].isPresent = true
        people[place].assurance = assurance(of: turn.heard.actor)
        if people[place].sector.isEmpty { people[place].sector = sector }
        if people[place].organisation.isEmpty { people[place].organisation = organisation }
        turn.speaker = place
        welcome(place, claimed: true, &turn)
    }

    /// Said to the room; a latecomer is also caught up privately, in at most five lines.
    private mutating func welcome(_ member: MemberID, claimed: Bool, _ turn: inout Turn) {
        turn.say(.joined(member, claimed: claimed))
        if session.phase == .underWay { turn.tell(member, .catchUp) }
        sayIfAllAnswered(&turn)
    }

    /// Somebody marked away who answers is plainly here, and is counted among those present.
    mutating func comeBack(_ member: MemberID, _ turn: inout Turn) {
        guard !people[member].isPresent else { return }
        people[member].isPresent = true
        turn.say(.presenceMarked([member], present: true))
    }

    /// Somebody who was away and says something in the room. They are told what they missed, since they are waited for now.
    mutating func noticeReturn(of member: MemberID, _ turn: inout Turn) {
        guard !people[member].isPresent, !turn.heard.isPrivate,
            turn.heard.readings.contains(where: \.event.showsPresence)
        else { return }
        comeBack(member, &turn)
        if session.phase == .underWay { turn.tell(member, .catchUp) }
    }

    mutating func leave(_ turn: inout Turn) {
        guard people[turn.speaker].isPresent else { return }
        people[turn.speaker].isPresent = false
        questions[turn.speaker] = []
        turn.say(.left(turn.speaker))
        sayIfAllAnswered(&turn)
    }

    mutating func markPresence(_ names: [String], _ present: Bool, _ turn: inout Turn) throws(Refusal) {
        var marked: [MemberID] = []
        for name in names {
            let found = try member(named: name)
            people[found].isPresent = present
            // Somebody marked away by the facilitator is no longer a silent voice to be chased.
            if !present { questions[found] = [] }
            marked.append(found)
        }
        guard !marked.isEmpty else { throw .emptyText }
        turn.say(.presenceMarked(marked, present: present))
        sayIfAllAnswered(&turn)
    }

    mutating func nameFacilitator(_ name: String, _ turn: inout Turn) throws(Refusal) {
        let found = people.named(name)
        if found.isEmpty && people.facilitators.isEmpty && turn.heard.isFromHost {
            // Whoever types this and is in the room stays who they are: somebody else has a place of their own.
            let isStranger = people.find(actor: turn.heard.actor) == nil
            let id = isStranger ? turn.heard.actor : people.freePlaceID(from: people.list.count + 1)
            let made = people.add(
                Member(
                    id: id, isClaimed: true, name: name, organisation: "", sector: "", place: "",
                    role: .facilitator, votes: false, isPresent: true, assurance: .typed))
            guard let made else { throw .nameIsTaken(name) }
            if isStranger { turn.speaker = made }
            turn.say(.facilitatorNamed(made))
            return
        }
        let member = try member(named: name)
        people[member].role = .facilitator
        people[member].votes =
            setup.members.first { Names.fold($0.name) == Names.fold(people[member].name) }?.votes ?? false
        turn.say(.facilitatorNamed(member))
    }

    mutating func passHand(_ name: String, _ turn: inout Turn) throws(Refusal) {
        let member = try member(named: name)
        turn.say(.handPassed(member))
    }

    /// The one member whom these words name.
    func member(named words: String) throws(Refusal) -> MemberID {
        let found = people.named(words)
        switch found.count {
        case 0: throw .unknownMember(words)
        case 1: return found[0]
        default: throw .severalMembers(words, names: found.map { people[$0].name })
        }
    }

    /// Voters in the room from whom nothing was heard in this session, listed once before a gauge or a test.
    mutating func listSilentOnce(_ turn: inout Turn) {
        let silent = people.presentVoters.filter { !people[$0].hasSpoken && !session.listedSilent.contains($0) }
        guard !silent.isEmpty else { return }
        session.listedSilent.formUnion(silent)
        turn.say(.notHeardYet(silent))
    }
}

extension Event {
    /// Whether somebody who does this is plainly in the room. A greeting may be a farewell, and shows nothing.
    fileprivate var showsPresence: Bool {
        switch self {
        case .stated, .positionTaken, .parked, .proposed, .amended, .levelGiven, .minorityStated, .progressGiven,
            .asked, .answered:
            true
        default: false
        }
    }
}
