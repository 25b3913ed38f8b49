/// Where the transcripts are.
public enum StoreLocation: Sendable, Hashable {
    /// An SQLite file; made when it is first opened.
    case sqlite(path: String)
    /// A database of a PostgreSQL server; our tables are made when it is first opened.
    case postgresql(ServerAddress)

    /// In this order: the `--store` option, `COMMONGROUND_STORE`,
    /// `$XDG_DATA_HOME/commonground/transcripts.sqlite`, `~/.local/share/commonground/transcripts.sqlite`.
    /// Empty values count as absent, and so does an XDG directory that is not absolute (XDG Base Directory
    /// Specification).
    ///
    /// Errors: `databaseServer(.badAddress)`, `noHomeDirectory`.
    public static func resolve(option: String?, environment: [String: String]) throws(StoreError)
        -> StoreLocation
    {
        func set(_ value: String?) -> String? { value.flatMap { $0.isEmpty ? nil : $0 } }

        if let named = set(option) ?? set(environment["COMMONGROUND_STORE"]) {
            if ServerAddress.isAddress(named) {
                do throws(DatabaseServerError) {
                    return .postgresql(try ServerAddress(named))
                } catch {
                    throw .databaseServer(error)
                }
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
        case .postgresql(let address): try PostgreSQLStore(address)
        }
    }
}
