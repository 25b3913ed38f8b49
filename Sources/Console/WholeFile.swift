import Glibc

/// Files that are there whole or not at all.
public enum WholeFile {
    /// Writes a new file, and gives it the name when all of it is on the disk. What had the name before is gone then; nothing
    /// else in the folder is touched, and a link is replaced without a look at where it leads.
    ///
    /// - Parameter mode: who may read it; nil for whoever could read the file that it replaces, or whoever the system lets.
    /// - Returns: nil, or the system's number of what went wrong.
    public static func write(_ bytes: [UInt8], to path: String, mode: mode_t? = nil) -> Int32? {
        var mode = mode
        var earlier = stat()
        if lstat(path, &earlier) == 0 {
            let kind = earlier.st_mode & S_IFMT
            // A folder cannot be replaced, and a device or a pipe must not be.
            guard kind == S_IFREG || kind == S_IFLNK else { return EEXIST }
            if kind == S_IFREG { mode = mode ?? (earlier.st_mode & 0o777) }
        }
        // A name that nobody else has: what lies beside it may be somebody's own.
        let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
        let unfinished = folder + ".commonground-" + String(UInt64.random(in: .min ... .max), radix: 16)
        let descriptor = open(unfinished, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode ?? 0o666)
        guard descriptor >= 0 else { return errno }
        var problem = DescriptorWriter.write(bytes, to: descriptor)
        // The system has taken away from the mode what it usually does.
        if problem == nil, let mode, fchmod(descriptor, mode) != 0 { problem = errno }
        if problem == nil, fsync(descriptor) != 0 { problem = errno }
        if close(descriptor) != 0, problem == nil { problem = errno }
        if problem == nil, rename(unfinished, path) != 0 { problem = errno }
        if problem != nil { unlink(unfinished) }
        return problem
    }
}
