import Facilitation
import Testing

@Suite struct ItemIDTests {
    @Test func `Every kind of item is spelt in one way, and read back from it`() {
        let names: [ItemID.Kind: String] = [
            .statement: "s14", .decision: "d14", .aim: "a14", .objective: "o14", .test: "test-14",
        ]
        for kind in ItemID.Kind.allCases {
            let id = ItemID(kind, 14)
            #expect(id.name == names[kind])
            #expect(ItemID(id.name) == id)
        }
    }

    @Test(arguments: ["", "position", "s", "14", "#14", "x14", "s14x", "s-14", "test-", "S14", "s1 4"])
    func `Nothing else is the name of a numbered item`(text: String) {
        #expect(ItemID(text) == nil)
    }

    @Test func `A number is found among those in order, and one that is not there is not`() {
        for count in 0...9 {
            let numbers = (0..<count).map { $0 * 2 + 1 }
            for number in 0...20 {
                #expect(numbers.place(of: number, by: { $0 }) == numbers.firstIndex(of: number))
            }
        }
    }
}
