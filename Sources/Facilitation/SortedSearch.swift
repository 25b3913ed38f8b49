extension RandomAccessCollection where Index == Int {
    /// The place of the element with this number, where all stand in the order of their numbers: found without looking at
    /// each of them.
    public func place(of number: Int, by numberOf: (Element) -> Int) -> Int? {
        var (low, high) = (startIndex, endIndex)
        while low < high {
            let middle = low + (high - low) / 2
            if numberOf(self[middle]) < number { low = middle + 1 } else { high = middle }
        }
        return low < endIndex && numberOf(self[low]) == number ? low : nil
    }
}
