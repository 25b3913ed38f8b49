import Foundation

/// A PostgreSQL server that a test starts for itself, from Debian's packages: at a Unix socket only, with its files in a
/// folder of its own. It is gone when its owner is, or when the test process ends in any way.
public final class TestServer: @unchecked Sendable {
    /// The folder of the newest version that is installed; nil without one, or without a user who may run it.
    public static let programs: String? = {
        let top = "/usr/lib/postgresql"
        let versions = (try? FileManager.default.contentsOfDirectory(atPath: top)) ?? []
        let newest = versions.compactMap(Int.init).sorted().last.map { "\(top)/\($0)/bin" }
        guard let newest, FileManager.default.isExecutableFile(atPath: newest + "/initdb") else { return nil }
        return getuid() != 0 || getpwnam("postgres") != nil ? newest : nil
    }()
    public static var isInstalled: Bool { programs != nil }
    public static let comment = "Not run: there is no PostgreSQL server here; Scripts/test installs one."

    /// The one that most tests share; each takes a schema or a database of its own.
    public static let shared: Result<TestServer, any Error> = Result { try TestServer() }

    /// What a program said that did not succeed.
    public struct Failure: Error, CustomStringConvertible {
        public let description: String

        /// - Parameter description: what it said.
        public init(description: String) { self.description = description }
    }

    public let folder: String
    public var data: String { folder + "/data" }
    public var socketFolder: String { folder + "/socket" }
    private let keeper: Process
    private let lifeline = Pipe()
    private let output = Pipe()

    /// - Parameter standbyOf: copies that server, and follows it.
    public init(settings: [String] = [], standbyOf primary: TestServer? = nil) throws {
        guard let programs = TestServer.programs else { throw Failure(description: TestServer.comment) }
        let name = UUID().uuidString.prefix(8).lowercased()
        folder = "/tmp/cg-pg-\(name)"
        for part in ["", "/socket", "/data"] {
            try FileManager.default.createDirectory(
                atPath: folder + part, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        }
        if getuid() == 0, let user = getpwnam("postgres") {
            for part in ["", "/socket", "/data"] { chown(folder + part, user.pointee.pw_uid, user.pointee.pw_gid) }
        }
        keeper = Process()
        keeper.executableURL = URL(fileURLWithPath: "/bin/sh")
        keeper.arguments = [
            "-c", TestServer.keeping, "keeper", programs, folder, primary?.socketFolder ?? "",
            (TestServer.settings + settings).map { "-c \($0)" }.joined(separator: " "),
        ]
        keeper.standardInput = lifeline
        keeper.standardOutput = output
        keeper.standardError = output
        try keeper.run()
        // One line when the server stands; on a failure what went wrong.
        var said = ""
        while !said.contains("ready\n") {
            let data = output.fileHandleForReading.availableData
            if data.isEmpty { throw Failure(description: "PostgreSQL did not start: \(said)") }
            said += String(decoding: data, as: UTF8.self)
        }
    }

    deinit { stop() }

    public func stop() {
        guard keeper.isRunning else { return }
        try? lifeline.fileHandleForWriting.close()
        keeper.waitUntilExit()
    }

    private static let settings = [
        "listen_addresses=", "max_connections=250", "shared_buffers=32MB", "max_wal_size=256MB",
    ]

    /// Starts the server, waits until nobody holds its standard input any more, and clears up: so the server does not
    /// outlive the tests, however they end. A user called ann has a password; everybody else needs none.
    private static let keeping = """
        programs=$1 folder=$2 primary=$3 settings=$4
        cd /
        trap '' INT TERM HUP
        as_user() { if [ "$(id -u)" = 0 ]; then setpriv --reuid=postgres --regid=postgres --clear-groups "$@"; else "$@"; fi; }
        gone() { as_user "$programs/pg_ctl" -D "$folder/data" -m immediate stop >/dev/null 2>&1; rm -rf "$folder"; exit 1; }
        exec 3<&0
        if [ -n "$primary" ]; then
            as_user "$programs/pg_basebackup" -h "$primary" -U postgres -D "$folder/data" -R -c fast --no-sync 2>&1 || gone
        else
            as_user "$programs/initdb" -D "$folder/data" -U postgres -A trust -E UTF8 --locale=C.UTF-8 --no-sync \
                >"$folder/log" 2>&1 || { cat "$folder/log"; gone; }
            { echo 'local all ann scram-sha-256'; cat "$folder/data/pg_hba.conf"; } >"$folder/hba"
            cat "$folder/hba" >"$folder/data/pg_hba.conf"
        fi
        as_user "$programs/pg_ctl" -D "$folder/data" -l "$folder/data/log" -w \
            -o "-k $folder/socket $settings" start >/dev/null 2>&1 </dev/null 3<&- || { cat "$folder/data/log"; gone; }
        echo ready
        while read -r order <&3; do
            # shellcheck disable=SC2086
            as_user "$programs/pg_ctl" -D "$folder/data" -l "$folder/data/log" $order >/dev/null 2>&1 </dev/null 3<&- &&
                echo done || echo failed
        done
        gone
        """

    // MARK: Looking after it

    /// Its address for a database, with more parameters such as `user=ann`.
    public func address(_ database: String, _ parameters: String = "user=postgres") -> String {
        "postgres:///\(database)?host=\(socketFolder)&\(parameters)"
    }

    /// Runs SQL as the superuser.
    ///
    /// - Returns: what it gave, unaligned, a row a line.
    @discardableResult
    public func sql(_ statements: String, database: String = "postgres") throws -> String {
        try run("psql", ["-h", socketFolder, "-U", "postgres", "-AtqX", "-v", "ON_ERROR_STOP=1", database], statements)
    }

    /// - Returns: the name of a new, empty database.
    public func makeDatabase() throws -> String {
        let name = "d" + UUID().uuidString.replacingOccurrences(of: "-", with: "").lowercased()
        try sql("CREATE DATABASE \(name)")
        return name
    }

    /// - Parameter mode: `fast` as an orderly restart does, `immediate` as a crash.
    public func restart(_ mode: String) throws { try control("restart -w -m \(mode)") }
    public func halt(_ mode: String = "immediate") throws { try control("stop -m \(mode)") }
    public func promote() throws { try control("promote -w") }

    /// The keeper does it: a server that this process started would keep it waiting for the server's end.
    private func control(_ order: String) throws {
        lifeline.fileHandleForWriting.write(Data((order + "\n").utf8))
        let answer = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
        guard answer == "done\n" else { throw Failure(description: "pg_ctl \(order): \(answer)") }
    }

    /// Runs one of PostgreSQL's programs.
    @discardableResult
    public func run(_ program: String, _ arguments: [String], _ input: String = "") throws -> String {
        try TestServer.run("\(TestServer.programs ?? "")/\(program)", arguments, input)
    }

    @discardableResult
    private static func run(_ path: String, _ arguments: [String], _ input: String = "") throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = arguments
        process.currentDirectoryURL = URL(fileURLWithPath: "/")
        // A file for what comes back: a pipe that nobody reads meanwhile would hold the program up.
        let file = NSTemporaryDirectory() + "cg-pg-" + UUID().uuidString
        _ = FileManager.default.createFile(atPath: file, contents: nil)
        defer { try? FileManager.default.removeItem(atPath: file) }
        let handle = try FileHandle(forUpdating: URL(fileURLWithPath: file))
        process.standardOutput = handle
        process.standardError = handle
        let pipe = Pipe()
        process.standardInput = pipe
        try process.run()
        pipe.fileHandleForWriting.write(Data(input.utf8))
        try pipe.fileHandleForWriting.close()
        process.waitUntilExit()
        let output = String(decoding: FileManager.default.contents(atPath: file) ?? Data(), as: UTF8.self)
        guard process.terminationStatus == 0 else { throw Failure(description: "\(path): \(output)") }
        return output.trimmingCharacters(in: .newlines)
    }
}
