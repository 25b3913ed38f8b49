/// Where the transcripts are.
public enum StoreLocation: Sendable, Hashable {
    /// An SQLite file; made when it is first opened.
    case sqlite(path: String)

    /// In this order: the `--store` option, `COMMONGROUND_STORE`,
    /// `$XDG_DATA_HOME/commonground/transcripts.sqlite`, `~/.local/share/commonground/transcripts.sqlite`.
    /// Empty values count as absent, and so does an XDG directory that is not absolute (XDG Base Directory
    /// Specification).
    ///
    /// Errors: `databaseServerNotAvailable` for `postgres://…`, `noHomeDirectory`.
    public static func resolve(option: String?, environment: [String: String]) throws(StoreError)
        -> StoreLocation
    {
        func set(_ value: String?) -> String? { value.flatMap { $0.isEmpty ? nil : $0 } }

        if let named = set(option) ?? set(environment["COMMONGROUND_STORE"]) {
            for scheme in ["postgres://", "postgresql://"] where named.lowercased().hasPrefix(scheme) {
                throw .databaseServerNotAvailable
            }
            return .sqlite(path: named)
        }
        let file = "/commonground/transcripts.sqlite"
        if let data = set(environment["XDG_DATA_HOME"]), data.hasPrefix("/") {
            return .sqlite(path: data + file)
        }
        guard let home = set(environment["HOME"]) else { throw .noHomeDirectory }
        return .sqlite(path: home + "/.local/share" + file)
    }

    /// Opens the store, making file and directories as needed.
    public func open() throws(StoreError) -> any TranscriptStore {
        switch self {
        case .sqlite(let path): try SQLiteStore(path: path)
        }
    }
}
