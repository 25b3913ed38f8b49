/// Numbers of a fixed width in ASCII, as ISO 8601 has them: every line that is kept has two, and they are read and written
/// byte by byte.
struct FixedDigits {
    private let bytes: UnsafeBufferPointer<UInt8>

    init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    func has(_ mark: Unicode.Scalar, at index: Int) -> Bool { bytes[index] == UInt8(ascii: mark) }

    /// The number that a range of bytes spells; nil when any of them is no digit.
    func number(_ range: Range<Int>) -> Int? {
        var number = 0
        for index in range {
            let digit = Int(bytes[index]) - 0x30
            guard (0...9).contains(digit) else { return nil }
            number = number * 10 + digit
        }
        return number
    }

    /// Writes as many of a number's last digits as the range has bytes, with zeros in front.
    static func write(_ number: Int, into buffer: UnsafeMutableBufferPointer<UInt8>, _ range: Range<Int>) {
        var rest = number
        for index in range.reversed() {
            buffer[index] = UInt8(0x30 + rest % 10)
            rest /= 10
        }
    }
}
