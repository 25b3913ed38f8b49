/// A target as Package.swift declares it. Read from the text, so that the tests need no second run of the package manager.
struct PackageTarget: Equatable {
    var name: String
    var isTest: Bool
    /// Under Tests: a test target, or a helper of the tests.
    var isOfTheTests: Bool
    var dependencies: [String]

    static func all(in manifest: String) -> [PackageTarget] {
        let kinds = [".target(", ".executableTarget(", ".systemLibrary(", ".testTarget("]
        var found: [(place: String.Index, target: PackageTarget)] = []
        for kind in kinds {
            for range in manifest.ranges(of: kind) {
                let body = balanced(manifest[range.upperBound...])
                guard let name = quoted(after: "name: ", in: body) else { continue }
                let isTest = kind == ".testTarget("
                let target = PackageTarget(
                    name: name, isTest: isTest, isOfTheTests: isTest || body.contains("path: \"Tests/"),
                    dependencies: dependencies(in: body))
                found.append((range.lowerBound, target))
            }
        }
        return found.sorted { $0.place < $1.place }.map(\.target)
    }

    /// Up to the bracket that closes the one before the text.
    private static func balanced(_ text: Substring) -> Substring {
        var depth = 1
        for index in text.indices {
            if text[index] == "(" || text[index] == "[" { depth += 1 }
            if text[index] == ")" || text[index] == "]" { depth -= 1 }
            if depth == 0 { return text[..<index] }
        }
        return text
    }

    private static func quoted(after label: String, in text: Substring) -> String? {
        guard let start = text.firstRange(of: "\(label)\"")?.upperBound else { return nil }
        return String(text[start...].prefix { $0 != "\"" })
    }

    /// Targets of ours by name, products of other packages by the product's name.
    private static func dependencies(in body: Substring) -> [String] {
        guard let start = body.firstRange(of: "dependencies: [")?.upperBound else { return [] }
        var rest = balanced(body[start...])
        var names: [String] = []
        while let quote = rest.firstIndex(of: "\"") {
            let isProduct = rest[..<quote].contains(".product(")
            let name = rest[rest.index(after: quote)...].prefix { $0 != "\"" }
            names.append(String(name))
            rest = rest[name.endIndex...].dropFirst()
            if isProduct, let end = rest.firstIndex(of: ")") { rest = rest[end...] }
        }
        return names
    }
}
