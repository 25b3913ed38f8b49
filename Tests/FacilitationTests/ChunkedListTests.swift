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

    @Test("a range is visited in order, in whichever chunks it begins and ends", arguments: [0, 1, 63, 64, 200, 8_193])
    func visits(_ length: Int) {
        var list = ChunkedList<Int>()
        for number in 0..<length { list.append(number) }
        for start in Set([0, min(1, length), min(63, length), min(64, length), max(0, length - 3)]) {
            var visited: [Int] = []
            list.visit(start..<length) { place, element in
                #expect(place == element)
                visited.append(element)
            }
            #expect(visited == Array(start..<length))
        }
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
