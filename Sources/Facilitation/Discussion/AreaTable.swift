/// The areas of a discussion by id, read and changed where they are kept. A dictionary copies a whole area out for one
/// question about it, and an area is asked several times for every line.
public struct AreaTable: Sendable, Hashable {
    /// In the order of their ids.
    public internal(set) var values: [AreaDiscussion] = []

    public var keys: [String] { values.map(\.id) }

    func index(forKey id: String) -> Int? { values.firstIndex { $0.id == id } }

    public subscript(id: String) -> AreaDiscussion? {
        get { index(forKey: id).map { values[$0] } }
        _modify {
            if let index = index(forKey: id) {
                // Taken out while it is changed, so that nothing of it is copied.
                var area: AreaDiscussion? = values[index]
                values[index] = AreaDiscussion(id: id)
                defer {
                    if let area { values[index] = area } else { values.remove(at: index) }
                }
                yield &area
            } else {
                var area: AreaDiscussion?
                defer {
                    if let area { values.insert(area, at: values.firstIndex { $0.id > id } ?? values.count) }
                }
                yield &area
            }
        }
    }

    mutating func keep(where isKept: (AreaDiscussion) -> Bool) { values.removeAll { !isKept($0) } }
}
