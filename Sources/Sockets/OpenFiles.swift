import Foundation

/// How many files and sockets the system lets this program have open at once.
enum OpenFiles {
    /// Many systems begin with 1,024 and allow far more. With this many all clients, the store and its readers have enough.
    private static let wanted: rlim_t = 4_096

    /// Raises the limit as far as it is of use and allowed.
    ///
    /// - Returns: what it is now.
    static func raiseLimit() -> Int {
        let files = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
        var limit = rlimit()
        guard getrlimit(files, &limit) == 0 else { return Int(wanted) }
        let former = limit.rlim_cur
        limit.rlim_cur = max(former, min(limit.rlim_max, wanted))
        return Int(clamping: setrlimit(files, &limit) == 0 ? limit.rlim_cur : former)
    }
}
