import Facilitation

/// Reads a file of sentences with named slots, such as `opening: "Held on {day}"`, and lists every mistake: a key or a slot
/// that nothing fills, and a slot that was left out.
public enum TemplateFile {
    /// - Parameters:
    ///   - path: a YAML file with keys and texts.
    ///   - slots: every key that can stand in it, with the slots that its text must have, once each.
    public static func read(_ path: String, slots: [(key: String, slots: [String])]) -> Checked<[String: String]> {
        let name = PackFile.name(of: path)
        switch PackFile.read(path) {
        case .success(let bytes): return read(yaml: bytes, source: name, slots: slots)
        case .failure(let mistake): return Checked(value: nil, mistakes: [mistake])
        }
    }

    static func read(
        yaml bytes: [UInt8], source: String?, slots: [(key: String, slots: [String])]
    ) -> Checked<[String: String]> {
        let findings = Findings(source: source)
        switch YAMLTree.read(bytes, source: source) {
        case .failure(let mistake): return Checked(value: nil, mistakes: [mistake])
        case .success(let tree):
            guard let reader = MappingReader(tree, .whole, known: slots.map(\.key), findings: findings) else {
                return findings.checked(nil)
            }
            var texts: [String: String] = [:]
            for (key, wanted) in slots {
                guard let place = reader.value(key)?.place, let text = reader.text(key) else { continue }
                check(text, wanted, at: place, findings)
                texts[key] = text
            }
            return findings.checked(texts)
        }
    }

    private static func check(_ text: String, _ wanted: [String], at place: Place, _ findings: Findings) {
        var left = wanted
        for slot in names(in: text) {
            if let index = left.firstIndex(of: slot) {
                left.remove(at: index)
            } else {
                let nearest = Spelling.nearest(to: slot, among: left)
                findings.add(.unknownSlot(slot, nearest: nearest, left: left), at: place)
            }
        }
        for slot in left { findings.add(.slotLeftOut(slot), at: place) }
    }

    private static func names(in text: String) -> [String] {
        text.split(separator: "{").dropFirst(text.hasPrefix("{") ? 0 : 1).compactMap { piece in
            piece.firstIndex(of: "}").map { String(piece[..<$0]) }
        }
    }
}
