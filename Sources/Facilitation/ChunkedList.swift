/// A list that is cheap to change on a copy. A discussion is copied for every line that it hears, and a long meeting has
/// many statements: elements live in chunks, and chunks in blocks, so that changing one element copies its chunk, its
/// block's list of chunks and the list of blocks, and never everything.
public struct ChunkedList<Element: Sendable & Hashable>: Sendable, Hashable {
    /// A chunk is copied whole, so it is small; there is one reference a chunk, so it is not tiny.
    static var chunkLength: Int { 64 }
    /// Chunks in a block: with a million elements there are some hundred blocks.
    static var chunksInBlock: Int { 128 }
    private static var blockLength: Int { chunkLength * chunksInBlock }

    private var blocks: [[[Element]]] = []
    public private(set) var count = 0

    public init() {}

    public mutating func append(_ element: Element) {
        if count % Self.blockLength == 0 { blocks.append([]) }
        let block = blocks.count - 1
        if count % Self.chunkLength == 0 {
            var chunk: [Element] = []
            chunk.reserveCapacity(Self.chunkLength)
            chunk.append(element)
            blocks[block].append(chunk)
        } else {
            blocks[block][blocks[block].count - 1].append(element)
        }
        count += 1
    }
}

extension ChunkedList {
    /// Every element of a range with its place, without looking for its chunk each time.
    func visit(_ range: Range<Int>, _ body: (Int, Element) -> Void) {
        var place = range.lowerBound
        while place < range.upperBound {
            let chunk = place / Self.chunkLength
            let end = Swift.min(range.upperBound, (chunk + 1) * Self.chunkLength)
            let elements = blocks[chunk / Self.chunksInBlock][chunk % Self.chunksInBlock]
            for index in place..<end { body(index, elements[index % Self.chunkLength]) }
            place = end
        }
    }
}

extension ChunkedList: RandomAccessCollection, MutableCollection {
    public var startIndex: Int { 0 }
    public var endIndex: Int { count }

    public subscript(position: Int) -> Element {
        get {
            let (chunk, place) = (position / Self.chunkLength, position % Self.chunkLength)
            return blocks[chunk / Self.chunksInBlock][chunk % Self.chunksInBlock][place]
        }
        _modify {
            let (chunk, place) = (position / Self.chunkLength, position % Self.chunkLength)
            yield &blocks[chunk / Self.chunksInBlock][chunk % Self.chunksInBlock][place]
        }
    }
}

extension ChunkedList: ExpressibleByArrayLiteral {
    public init(arrayLiteral elements: Element...) {
        for element in elements { append(element) }
    }
}
