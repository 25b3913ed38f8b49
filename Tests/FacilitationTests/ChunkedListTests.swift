import Testing

@testable import Facilitation

@Suite struct ChunkedListTests {
    @Test(
        "it holds what was put in, in order, across chunks", arguments: [0, 1, 63, 64, 65, 200, 8_192, 8_193, 20_000])
    func order(_ length: Int) {
        var list = ChunkedList<Int>()
        for number in 0..<length { list.append(number) }
        #expect(Array(list) == Array(0..<length))
        #expect(list.count == length)
    }

    @Test("changing a copy leaves the original alone")
    func copies() {
        var list = ChunkedList<Int>()
        for number in 0..<130 { list.append(number) }
        var copy = list
        copy[70] = -1
        copy.append(130)
        #expect(list[70] == 70 && list.count == 130)
        #expect(copy[70] == -1 && copy.count == 131)
        #expect(list != copy)
    }

    @Test("equal lists are equal however they came to be")
    func equality() {
        var left: ChunkedList<Int> = [1, 2, 3]
        left[1] = 5
        #expect(left == [1, 5, 3])
        #expect(left.hashValue == ([1, 5, 3] as ChunkedList<Int>).hashValue)
    }
}
