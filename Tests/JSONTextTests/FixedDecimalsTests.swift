import JSONText
import Testing

@Suite struct FixedDecimalsTests {
    @Test(
        arguments: [
            (0.8530339, "0.853034"), (0, "0.000000"), (-0.0, "0.000000"), (1, "1.000000"),
            (-1.5, "-1.500000"),
            (0.9999996, "1.000000"), (-0.0000001, "0.000000"), (0.1 + 0.2, "0.300000"), (2.0 / 3, "0.666667"),
            (123456789.123456789, "123456789.123457"), (Double.leastNonzeroMagnitude, "0.000000"),
            (0x1p-52, "0.000000"), (0x1p53, "9007199254740992.000000"),
            (0x1p63, "9223372036854775808.000000"),
        ] as [(Double, String)])
    func `a number is written with six decimals`(value: Double, expected: String) {
        #expect(JSONValue.fixed(value) == .number(expected))
    }

    @Test(
        arguments: [
            // An odd number of 2^-7 lies halfway between two millionths: 1/128 = 0.0078125.
            (0x1p-7, "0.007812"), (3 * 0x1p-7, "0.023438"), (5 * 0x1p-7, "0.039062"), (-0x1p-7, "-0.007812"),
        ] as [(Double, String)])
    func `a half goes to the even neighbour`(value: Double, expected: String) {
        #expect(JSONValue.fixed(value) == .number(expected))
    }

    @Test func `what is no number is null, and what is huge is still JSON`() throws {
        #expect(JSONValue.fixed(.nan) == .null)
        #expect(JSONValue.fixed(.infinity) == .null)
        #expect(JSONValue.fixed(-.infinity) == .null)
        for value in [1e300, -0x1p64, Double.greatestFiniteMagnitude] {
            #expect(try JSONScanner().scan(JSONEmitter().bytes(.fixed(value))).double == value)
        }
    }
}
