import ArgumentParser

/// A hash as minutes print it: `412:9f86d081…`, or the hash alone. The first twelve digits are enough.
struct PrintedHash {
    private static let digitsMin = 12
    var number: Int?
    private let digits: String

    init(_ text: String) throws {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        let hash = (parts.last ?? "").lowercased().filter { $0 != "…" && $0 != " " }
        number = parts.count == 2 ? Int(parts[0].filter { $0 != "#" && $0 != " " }) : nil
        digits = hash
        guard parts.count <= 2, parts.count == 1 || number != nil, hash.utf8.count >= PrintedHash.digitsMin,
            hash.utf8.count <= 64, hash.allSatisfy(\.isHexDigit)
        else {
            throw Exit.failure(
                "“\(text)” is no hash of a transcript. Write it as it was printed, such as 412:9f86d0818842.",
                Exit.usage)
        }
    }

    func fits(_ hash: String) -> Bool { hash.hasPrefix(digits) }
}
