/// A list that is cheap to change on a copy: elements live in chunks, and changing one copies its chunk and the list of
/// chunks, not everything. A discussion is copied for every line that it hears, and a long meeting has many statements.
public struct ChunkedList<Element: Sendable & Hashable>: Sendable, Hashable {
    /// A chunk is copied whole, so it is small; there is one reference a chunk, so it is not tiny.
    static var chunkLength: Int { 64 }

    private var chunks: [[Element]] = []
    public private(set) var count = 0

    public init() {}

    public mutating func append(_ element: Element) {
        if count % Self.chunkLength == 0 {
            var chunk: [Element] = []
            chunk.reserveCapacity(Self.chunkLength)
            chunk.append(element)
            chunks.append(chunk)
        } else {
            chunks[chunks.count - 1].append(element)
        }
        count += 1
    }
}

extension ChunkedList: RandomAccessCollection, MutableCollection {
    public var startIndex: Int { 0 }
    public var endIndex: Int { count }

    public subscript(position: Int) -> Element {
        get { chunks[position / Self.chunkLength][position % Self.chunkLength] }
        _modify { yield &chunks[position / Self.chunkLength][position % Self.chunkLength] }
    }
}

extension ChunkedList: ExpressibleByArrayLiteral {
    public init(arrayLiteral elements: Element...) {
        for element in elements { append(element) }
    }
}
