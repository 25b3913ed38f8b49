import Glibc

/// Making and guarding the store's files.
///
/// Never opens an existing file: closing it again would drop the locks that another connection of this
/// process holds on it (POSIX advisory locks belong to the process).
enum StoreFile {
    /// Mode of the store's files: only their owner may read them.
    static let mode: mode_t = 0o600
    static let directoryMode: mode_t = 0o700

    /// Absolute path, since SQLite gives a meaning to names such as `:memory:` and `file:…`.
    static func absolute(_ path: String) throws(StoreError) -> String {
        if path.hasPrefix("/") { return path }
        guard let directory = getcwd(nil, 0) else { throw .cannotOpen(path: path, reason: systemReason()) }
        defer { free(directory) }
        return String(cString: directory) + "/" + path
    }

    /// Sees to it that file and directory exist and can be written, and that nobody else can read the file.
    static func prepare(_ path: String) throws(StoreError) {
        let directory = directory(of: path)
        try makeDirectory(directory)
        let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, mode)
        if descriptor >= 0 {
            Glibc.close(descriptor)
        } else if errno != EEXIST {
            throw failure(path)
        }
        var status = stat()
        guard stat(path, &status) == 0 else { throw failure(path) }
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw .cannotOpen(path: path, reason: "it is not a file")
        }
        guard access(path, W_OK) == 0, access(directory, W_OK) == 0 else { throw .readOnly(path: path) }
        restrict(path)
    }

    /// Where a file is that a link may name: SQLite keeps the log beside the file, and not beside the link.
    static func resolved(_ path: String) -> String {
        guard let found = realpath(path, nil) else { return path }
        defer { free(found) }
        return String(cString: found)
    }

    /// What lies in a folder, in no order; nothing where it cannot be read.
    static func names(in folder: String) -> [String] {
        guard let stream = opendir(folder) else { return [] }
        defer { closedir(stream) }
        var names: [String] = []
        while let found = readdir(stream) {
            let name = withUnsafePointer(to: &found.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            names.append(name)
        }
        return names
    }

    static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

    /// Takes everybody else's rights away, where the file is ours to do so.
    private static func restrict(_ path: String) {
        for file in [path, path + "-wal", path + "-shm"] { _ = chmod(file, mode) }
    }

    private static func makeDirectory(_ path: String) throws(StoreError) {
        if path.isEmpty || exists(path) { return }
        try makeDirectory(directory(of: path))
        if mkdir(path, directoryMode) != 0, errno != EEXIST { throw failure(path) }
    }

    static func directory(of path: String) -> String {
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    /// Writes what the system still holds of a file or directory to the disk.
    static func sync(_ path: String) throws(StoreError) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure(path) }
        defer { Glibc.close(descriptor) }
        guard fsync(descriptor) == 0 else { throw failure(path) }
    }

    /// The error that `errno` stands for.
    static func failure(_ path: String) -> StoreError {
        switch errno {
        case EACCES, EPERM, EROFS: .readOnly(path: path)
        case ENOSPC, EDQUOT: .full(path: path)
        case EEXIST: .destinationExists(path: path)
        default: .cannotOpen(path: path, reason: systemReason())
        }
    }

    private static func systemReason() -> String { String(cString: strerror(errno)) }
}
