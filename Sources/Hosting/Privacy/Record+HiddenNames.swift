import Facilitation

extension Record {
    /// Takes the names of people out of the words of those who are kept without a name: a quotation would name them, or
    /// whoever they speak of. What must carry a name keeps it: decisions, aims, objectives, interests, and parked
    /// items, which say who brings them back.
    mutating func hideNames(with mask: ChathamHouseMask) {
        let isChathamHouse = attribution == .chathamHouse
        for index in areas.indices {
            areas[index].hideNamesInRatings(with: mask)
            if isChathamHouse { areas[index].hideNamesInViews(with: mask) }
        }
        guard isChathamHouse else { return }
        for index in carried.indices { carried[index].objective.reservations.hideNames(with: mask) }
        for index in earlierAims.indices { earlierAims[index].aim.reservations.hideNames(with: mask) }
    }
}

extension RecordArea {
    /// What stands without a name under both rules: evidence, and minority views that have none.
    fileprivate mutating func hideNamesInRatings(with mask: ChathamHouseMask) {
        for gauge in gauges.indices {
            for rating in gauges[gauge].ratings.indices {
                let evidence = gauges[gauge].ratings[rating].evidence
                gauges[gauge].ratings[rating].evidence = mask.withoutPeople(evidence)
            }
        }
        for index in minorityViews.indices where !minorityViews[index].named {
            minorityViews[index].text = mask.withoutPeople(minorityViews[index].text)
            minorityViews[index].wouldChange = minorityViews[index].wouldChange.map(mask.withoutPeople)
        }
    }

    fileprivate mutating func hideNamesInViews(with mask: ChathamHouseMask) {
        for index in statements.indices { statements[index].text = mask.withoutPeople(statements[index].text) }
        for index in objections.indices { objections[index].text = mask.withoutPeople(objections[index].text) }
        position?.reservations.hideNames(with: mask)
        for index in decisions.indices { decisions[index].reservations.hideNames(with: mask) }
        for index in aims.indices { aims[index].reservations.hideNames(with: mask) }
        for index in objectives.indices { objectives[index].reservations.hideNames(with: mask) }
        for index in otherTests.indices { otherTests[index].reservations.hideNames(with: mask) }
    }
}

extension [RecordReservation] {
    fileprivate mutating func hideNames(with mask: ChathamHouseMask) {
        for index in indices { self[index].text = mask.withoutPeople(self[index].text) }
    }
}
