/// The natural logarithm, in arithmetic that is the same on every machine.
enum Logarithm {
    /// - Parameter value: above 0.
    static func natural(_ value: Double) -> Double {
        guard value > 0, value.isFinite else { return 0 }
        // value = significand * 2^exponent with the significand in 1..<2; ln s = 2 artanh((s - 1) / (s + 1)).
        let part = (value.significand - 1) / (value.significand + 1)
        let square = part * part
        var power = part
        var sum = 0.0
        for odd in stride(from: 1.0, through: 25.0, by: 2.0) {
            sum += power / odd
            power *= square
        }
        return 2 * sum + Double(value.exponent) * 0.6931471805599453
    }
}
