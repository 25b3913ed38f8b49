extension JSONValue {
    /// A number with exactly six decimals, such as `0.853034` and `1.000000`, as the record writes measures.
    ///
    /// The exact binary value is rounded to the nearest millionth; a value halfway between two goes to the
    /// even one, as with C's `%.6f` and Python's `format`. What rounds to zero has no minus sign. From 2^64
    /// on, where no decimals exist, the shortest text that reads back to the same value is given
    /// (`1e+300`). Infinities and not-a-number are no JSON and give `null`.
    public static func fixed(_ value: Double) -> JSONValue {
        guard value.isFinite else { return .null }
        guard value.magnitude < 0x1p64 else { return .number(value.description) }
        let millionths = roundedMillionths(of: value.magnitude)
        let decimals = String(UInt64(millionths % 1_000_000))
        let padding = String(repeating: "0", count: 6 - decimals.utf8.count)
        let sign = value < 0 && millionths > 0 ? "-" : ""
        return .number("\(sign)\(millionths / 1_000_000).\(padding)\(decimals)")
    }

    /// The magnitude times a million, rounded once from its exact value: multiplying as Double would round
    /// twice.
    private static func roundedMillionths(of magnitude: Double) -> UInt128 {
        guard magnitude > 0 else { return 0 }
        // magnitude = significand * 2^exponent, with a whole significand below 2^53.
        let exponent = magnitude.exponent < -1022 ? -1074 : Int(magnitude.exponent) - 52
        let hiddenBit: UInt64 = magnitude.isNormal ? 1 << 52 : 0
        let scaled = UInt128(magnitude.significandBitPattern | hiddenBit) * 1_000_000
        // Below 2^64, a significand is shifted left by at most 11: 2^73 becomes 2^84 and fits.
        guard exponent < 0 else { return scaled << UInt128(exponent) }
        // scaled is below 2^73, so that half a millionth or less is left from a shift of 74 on.
        guard exponent > -75 else { return 0 }
        let shift = UInt128(-exponent)
        let quotient = scaled >> shift
        let remainder = scaled & ((1 << shift) - 1)
        let half: UInt128 = 1 << (shift - 1)
        let roundsUp = remainder > half || (remainder == half && quotient & 1 == 1)
        return roundsUp ? quotient + 1 : quotient
    }
}
