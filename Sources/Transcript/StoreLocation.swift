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
        guard let data = directory("XDG_DATA_HOME", inHome: ".local/share", environment) else { throw .noHomeDirectory }
        return .sqlite(path: data + "/transcripts.sqlite")
    }

    /// Where a program of ours keeps what is worth no back-up, such as the lines typed before; by the same rules
    /// `$XDG_STATE_HOME/commonground`, else `~/.local/state/commonground`. Nil when no home directory is known.
    public static func stateFolder(environment: [String: String]) -> String? {
        directory("XDG_STATE_HOME", inHome: ".local/state", environment)
    }

    private static func directory(
        _ variable: String, inHome: String, _ environment: [String: String]
    ) -> String? {
        if let named = environment[variable], named.hasPrefix("/") { return named + "/commonground" }
        return set(environment["HOME"]).map { "\($0)/\(inHome)/commonground" }
    }

    private static func set(_ value: String?) -> String? { value.flatMap { $0.isEmpty ? nil : $0 } }

    /// Opens the store, making file and directories as needed.
    public func open() throws(StoreError) -> any TranscriptStore {
        switch self {
        case .sqlite(let path): try SQLiteStore(path: path)
        case .postgresql(let address): try PostgreSQLStore(address)
        }
    }
}
