import Facilitation
import Foundation

/// The packs at hand: the built-in one, and those in the folder of this user's own.
public struct Library: Sendable, Hashable {
    /// Where a user's own packs lie, one `.yaml` file each; nil for none.
    public var folder: String?

    public init(folder: String? = nil) { self.folder = folder }

    /// With the folder `$XDG_DATA_HOME/commonground/frameworks`, or `~/.local/share/…` when that is not set.
    public static func standard(environment: [String: String]) -> Library {
        if let data = environment["XDG_DATA_HOME"], data.hasPrefix("/") {
            return Library(folder: data + "/commonground/frameworks")
        }
        guard let home = environment["HOME"], !home.isEmpty else { return Library() }
        return Library(folder: home + "/.local/share/commonground/frameworks")
    }

    /// The pack inside this program, read once.
    public static let builtInChecked = PackReader.read(
        yaml: PackageResources.ics_social_economic_2022_yaml, source: "\(builtInID).yaml")

    /// The framework of the pack inside this program. A test proves that the pack has no mistakes; should it
    /// ever have one, this is a framework without areas, and `framework check` says why.
    public static let builtIn =
        builtInChecked.value
        ?? Framework(id: builtInID, version: "", name: builtInID, credit: "", stages: [], groups: [])

    public static let builtInID = "ics-social-economic-2022"

    /// Whether a name means a file and not an id: ids have neither slashes nor dots.
    public static func isPath(_ name: String) -> Bool { name.contains("/") || name.contains(".") }

    /// A pack by its id or by the path of its file.
    /// - Parameter base: a folder in which a relative path is looked for before the current one.
    public func load(_ idOrPath: String, folder base: String? = nil) -> Checked<Framework> {
        let path = Library.found(idOrPath, base: base)
        if Library.isPath(idOrPath) { return load(file: path) }
        let pack = load(id: idOrPath)
        switch pack.mistakes.first?.kind {
        // A file without an ending, such as one just made by hand.
        case .noSuchPack?, .unreadableFolder?:
            return FileManager.default.fileExists(atPath: path) ? load(file: path) : pack
        default: return pack
        }
    }

    /// A pack at hand by its id. No other file is opened, so this is the one for names that came over the wire.
    public func load(id: String) -> Checked<Framework> {
        if id == Library.builtInID { return Library.builtInChecked }
        let packs: [PackSummary]
        do throws(Mistake) { packs = try list() } catch { return Checked(value: nil, mistakes: [error]) }
        if let path = packs.first(where: { $0.id == id })?.path { return load(file: path) }
        let known = packs.map(\.id)
        let nearest = Spelling.nearest(to: id, among: known)
        let kind = Mistake.Kind.noSuchPack(id, nearest: nearest, known: known)
        return Checked(value: nil, mistakes: [Mistake(place: .whole, kind: kind)])
    }

    public func load(file path: String) -> Checked<Framework> {
        switch PackFile.read(path) {
        case .success(let bytes): PackReader.read(yaml: bytes, source: PackFile.name(of: path))
        case .failure(let mistake): Checked(value: nil, mistakes: [mistake])
        }
    }

    private static func found(_ path: String, base: String?) -> String {
        guard let base, !path.hasPrefix("/") else { return path }
        let beside = base + "/" + path
        return FileManager.default.fileExists(atPath: beside) ? beside : path
    }

    /// Every pack at hand, the built-in one first, the others by the names of their files.
    ///
    /// - Throws: `unreadableFolder`, where it cannot be said which packs there are.
    public func list() throws(Mistake) -> [PackSummary] {
        let builtIn = PackSummary(Library.builtInChecked, path: nil, fallbackID: Library.builtInID)
        guard let folder else { return [builtIn] }
        let names: [String]
        do { names = try FileManager.default.contentsOfDirectory(atPath: folder) } catch {
            // Nobody needs packs of their own.
            if (error as? CocoaError)?.code == .fileReadNoSuchFile { return [builtIn] }
            throw Mistake(place: .whole, kind: .unreadableFolder(folder))
        }
        let files = names.filter { ($0.hasSuffix(".yaml") || $0.hasSuffix(".yml")) && !$0.hasPrefix(".") }
            .sorted()
        return [builtIn]
            + files.map { name in
                let path = folder + "/" + name
                let id = name.split(separator: ".").first.map(String.init) ?? name
                return PackSummary(load(file: path), path: path, fallbackID: id)
            }
    }
}

/// One line of `framework list`.
public struct PackSummary: Sendable, Hashable {
    /// The pack's id; the name of its file when the pack cannot be read.
    public var id: String
    public var version: String
    public var name: String
    public var areaCount: Int
    /// Nil for the built-in pack.
    public var path: String?
    /// 0 when the pack can be used.
    public var mistakeCount: Int

    init(_ pack: Checked<Framework>, path: String?, fallbackID: String) {
        id = pack.value?.id ?? fallbackID
        version = pack.value?.version ?? ""
        name = pack.value?.name ?? ""
        areaCount = pack.value?.areas.count ?? 0
        self.path = path
        mistakeCount = pack.mistakes.count
    }
}
