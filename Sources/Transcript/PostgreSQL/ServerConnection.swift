import CPostgreSQL

/// Why a statement was not carried out.
enum StatementFailure: Error {
    /// The connection is gone. What was sent last may have been carried out all the same.
    case lost(reason: String)
    /// The server refused, and nothing of the transaction is kept.
    case refused(Refusal)

    struct Refusal {
        /// SQLSTATE, five characters; see appendix A of the manual.
        var code: String
        var constraint: String
        var table: String
        var column: String
        /// The server's sentence, without any values.
        var message: String
    }
}

/// A statement with its values.
struct PreparedCall {
    var sql: String
    var parameters: [BinaryParameter]
}

/// One connection to a server. Used by one thread at a time, which the owner sees to. Calls wait for the server.
final class ServerConnection: @unchecked Sendable {
    let address: ServerAddress
    let handle: OpaquePointer
    /// Names of prepared statements by their text.
    private var prepared: [String: String] = [:]

    /// What is asked of a connection where the address does not ask for something else: to give up on a network that
    /// swallows everything, and of several servers to take the one that can be written.
    private static let defaults = [
        ("connect_timeout", "10"), ("tcp_user_timeout", "15000"), ("keepalives_idle", "10"),
        ("keepalives_interval", "5"), ("keepalives_count", "2"), ("target_session_attrs", "read-write"),
        ("application_name", "commonground"),
    ]

    /// Errors: `notReachable`, `signInRefused`, `noDatabase`, `tooManyConnections`, `readOnly`.
    init(_ address: ServerAddress) throws(DatabaseServerError) {
        self.address = address
        let parameters =
            ServerConnection.defaults + [("dbname", address.connectionText), ("client_encoding", "UTF8")]
        let made = ServerConnection.withTexts(parameters.map(\.0)) { keywords in
            ServerConnection.withTexts(parameters.map(\.1)) { values in PQconnectdbParams(keywords, values, 1) }
        }
        guard let made else { throw .notReachable(server: address.description, reason: "no memory is left") }
        guard PQstatus(made) == CONNECTION_OK else {
            // Lines that begin with a tab only guess at the reason.
            let lines = String(cString: PQerrorMessage(made)).split(separator: "\n").filter { !$0.hasPrefix("\t") }
            let message = address.harmless(lines.joined(separator: "\n"))
            PQfinish(made)
            throw ServerConnection.meaning(of: message, address)
        }
        handle = made
        // What the server remarks goes nowhere: by default it would go to stderr.
        PQsetNoticeReceiver(handle, { _, _ in }, nil)
    }

    deinit { PQfinish(handle) }

    /// True when the connection is known to be gone.
    var isLost: Bool { PQstatus(handle) != CONNECTION_OK }

    /// Before a connection stands there is no SQLSTATE, only sentences.
    private static func meaning(of message: String, _ address: ServerAddress) -> DatabaseServerError {
        let server = address.description
        func says(_ words: String...) -> Bool { words.contains { message.contains($0) } }
        if says("authentication failed", "no password supplied", "pg_hba.conf") || (says("role \"") && says("exist")) {
            return .signInRefused(server: server)
        }
        if says("database \"") && says("does not exist") { return .noDatabase(server: server) }
        if says("too many", "remaining connection slots") { return .tooManyConnections(server: server) }
        if says("read-only", "hot standby") { return .readOnly(server: server) }
        return .notReachable(server: server, reason: message.isEmpty ? "it gives no reason" : message)
    }

    private static func withTexts<Value>(
        _ texts: [String], _ body: (UnsafePointer<UnsafePointer<CChar>?>?) -> Value
    ) -> Value {
        let ends = texts.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1.utf8.count + 1) }
        let bytes = texts.flatMap { Array($0.utf8CString) }
        return bytes.withUnsafeBufferPointer { buffer in
            var pointers: [UnsafePointer<CChar>?] = ends.dropLast().map { offset in
                buffer.baseAddress.map { $0 + offset }
            }
            pointers.append(nil)
            return pointers.withUnsafeBufferPointer { body($0.baseAddress) }
        }
    }

    // MARK: Statements

    /// Runs statements without values, one after the other.
    func run(script: String) throws(StatementFailure) { _ = try rows(of: PQexec(handle, script)) }

    /// Runs one statement in a transaction of its own, or in the one that is open.
    @discardableResult
    func run(_ sql: String, _ parameters: [BinaryParameter] = []) throws(StatementFailure) -> ServerRows {
        let name = try prepare(sql)
        return try rows(
            of: ServerConnection.withValues(parameters) { count, values, lengths, formats in
                PQexecPrepared(handle, name, count, values, lengths, formats, 1)
            })
    }

    /// Runs all of them in one transaction, and waits for the server once. The connection must not be in a
    /// transaction.
    func run(together calls: [PreparedCall]) throws(StatementFailure) {
        if calls.count == 1 {
            try run(calls[0].sql, calls[0].parameters)
            return
        }
        var names: [String] = []
        for call in calls { names.append(try prepare(call.sql)) }
        guard PQenterPipelineMode(handle) == 1 else { throw .lost(reason: lastMessage) }
        var isSent = true
        for (name, call) in zip(names, calls) where isSent {
            isSent = ServerConnection.withValues(call.parameters) { count, values, lengths, formats in
                PQsendQueryPrepared(handle, name, count, values, lengths, formats, 1) == 1
            }
        }
        guard isSent, PQpipelineSync(handle) == 1 else { throw .lost(reason: lastMessage) }
        var failure: StatementFailure?
        readResults: while true {
            guard let result = PQgetResult(handle) else {
                if isLost { throw .lost(reason: lastMessage) }
                continue
            }
            switch PQresultStatus(result) {
            case PGRES_PIPELINE_SYNC:
                PQclear(result)
                break readResults
            case PGRES_PIPELINE_ABORTED: PQclear(result)
            default:
                do { _ = try rows(of: result) } catch { failure = failure ?? error }
                if case .lost = failure { break readResults }
            }
        }
        // Also after a refusal: what is asked next, such as why, is no part of this.
        let isOut = PQexitPipelineMode(handle) == 1
        if let failure { throw failure }
        guard isOut else { throw .lost(reason: lastMessage) }
    }

    private func prepare(_ sql: String) throws(StatementFailure) -> String {
        if let name = prepared[sql] { return name }
        let name = "statement\(prepared.count + 1)"
        _ = try rows(of: PQprepare(handle, name, sql, 0, nil))
        prepared[sql] = name
        return name
    }

    private static func withValues<Value>(
        _ parameters: [BinaryParameter],
        _ body: (
            Int32, UnsafePointer<UnsafePointer<CChar>?>?, UnsafePointer<Int32>?, UnsafePointer<Int32>?
        ) -> Value
    ) -> Value {
        // One buffer for all, so that all of them stand still together; a byte in front, so that it is never empty.
        var bytes: [UInt8] = [0]
        bytes.reserveCapacity(parameters.reduce(1) { $0 + $1.bytes.count })
        var offsets: [Int] = []
        for parameter in parameters {
            offsets.append(bytes.count)
            bytes += parameter.bytes
        }
        let lengths = parameters.map { Int32($0.bytes.count) }
        let formats = [Int32](repeating: 1, count: parameters.count)
        return bytes.withUnsafeBytes { buffer in
            let pointers: [UnsafePointer<CChar>?] = offsets.map { offset in
                buffer.baseAddress.map { ($0 + offset).assumingMemoryBound(to: CChar.self) }
            }
            return body(Int32(parameters.count), pointers, lengths, formats)
        }
    }

    // MARK: Results

    private var lastMessage: String { address.harmless(String(cString: PQerrorMessage(handle))) }

    private func rows(of result: OpaquePointer?) throws(StatementFailure) -> ServerRows {
        guard let result else { throw .lost(reason: lastMessage) }
        switch PQresultStatus(result) {
        case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_EMPTY_QUERY: return ServerRows(result)
        default: break
        }
        defer { PQclear(result) }
        let refusal = StatementFailure.Refusal(
            code: field("C", of: result), constraint: field("n", of: result), table: field("t", of: result),
            column: field("c", of: result), message: address.harmless(field("M", of: result)))
        if isLost || refusal.isAboutTheConnection { throw .lost(reason: lastMessage) }
        throw .refused(refusal)
    }

    /// A part of an error, by the letter that libpq gives it (`PG_DIAG_…`).
    private func field(_ letter: Unicode.Scalar, of result: OpaquePointer) -> String {
        PQresultErrorField(result, Int32(letter.value)).map { String(cString: $0) } ?? ""
    }
}

extension StatementFailure.Refusal {
    /// A server that goes away, or that became a standby. A lost connection has no code at all.
    fileprivate var isAboutTheConnection: Bool {
        code.isEmpty || code.hasPrefix("08") || ["57P01", "57P02", "57P03", "25006"].contains(code)
    }
}

/// What a statement gave, in binary form.
final class ServerRows {
    private let result: OpaquePointer

    init(_ result: OpaquePointer) { self.result = result }
    deinit { PQclear(result) }

    var count: Int { Int(PQntuples(result)) }
    subscript(row: Int) -> ServerRow { ServerRow(rows: self, row: Int32(row)) }

    fileprivate func isNone(_ row: Int32, _ column: Int) -> Bool { PQgetisnull(result, row, Int32(column)) == 1 }
    fileprivate func raw(_ row: Int32, _ column: Int) -> UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(
            start: PQgetvalue(result, row, Int32(column)), count: Int(PQgetlength(result, row, Int32(column))))
    }
    fileprivate func type(_ column: Int) -> UInt32 { PQftype(result, Int32(column)) }
}

/// One row of a result.
struct ServerRow: StoredRow {
    fileprivate let rows: ServerRows
    fileprivate let row: Int32

    func isNone(_ column: Int) -> Bool { rows.isNone(row, column) }
    func text(_ column: Int) -> String { String(decoding: rows.raw(row, column), as: UTF8.self) }
    func bytes(_ column: Int) -> [UInt8] { Array(rows.raw(row, column)) }
    func flag(_ column: Int) -> Bool { rows.raw(row, column).first == 1 }

    /// Two, four or eight bytes, the most significant first.
    func integer(_ column: Int) -> Int {
        let raw = rows.raw(row, column)
        var value = raw.first.map { Int(Int8(bitPattern: $0)) } ?? 0
        for byte in raw.dropFirst() { value = value << 8 | Int(byte) }
        return value
    }

    func canonical(columns: Range<Int>, into values: inout CanonicalBytes) {
        for column in columns {
            if isNone(column) {
                values.appendNone()
                continue
            }
            switch rows.type(column) {
            case UInt32(BinaryArray.Element.integer.rawValue): values.append(integer(column))
            case UInt32(BinaryArray.Element.bytes.rawValue): values.append(bytes(column))
            default:
                values.append(
                    raw: rows.raw(row, column).assumingMemoryBound(to: UInt8.self), tag: CanonicalBytes.Tag.text)
            }
        }
    }
}
