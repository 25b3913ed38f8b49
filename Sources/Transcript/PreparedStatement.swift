import GRDB
import GRDBSQLite

/// One of the connection's cached statements, bound and stepped directly: half the time of an append would
/// otherwise go into wrapping every value. Lives inside one database access; `reset` when done.
struct PreparedStatement: StoredRow {
    private let statement: Statement
    private var handle: OpaquePointer { statement.sqliteStatement }

    init(_ sql: String, in database: Database) throws {
        statement = try database.cachedStatement(sql: sql)
        reset()
    }

    /// Ends the run and forgets all bound values.
    func reset() {
        sqlite3_reset(handle)
        sqlite3_clear_bindings(handle)
    }

    // MARK: Binding, from position 1. The statement keeps its own copy.

    func bind(_ value: Int, at position: Int) { sqlite3_bind_int64(handle, CInt(position), Int64(value)) }

    func bind(_ value: String, at position: Int) {
        var value = value
        value.withUTF8 { bytes in
            let characters = UnsafeRawPointer(bytes.baseAddress)?.assumingMemoryBound(to: CChar.self)
            _ = sqlite3_bind_text(handle, CInt(position), characters, CInt(bytes.count), copied)
        }
    }

    func bind(_ value: [UInt8], at position: Int) {
        _ = sqlite3_bind_blob(handle, CInt(position), value, CInt(value.count), copied)
    }

    /// Binds the values of canonical bytes one after the other from position 1, then steps. Nothing is
    /// copied: the statement reads the very bytes that the commitment was made over.
    func run(binding values: CanonicalBytes) throws {
        try values.bytes.withUnsafeBufferPointer { bytes in
            var offset = 0
            var position: CInt = 1
            while offset < bytes.count {
                let tag = bytes[offset]
                offset += 1
                if tag != CanonicalBytes.Tag.none {
                    let number = UInt64(
                        bigEndian: UnsafeRawBufferPointer(bytes).loadUnaligned(
                            fromByteOffset: offset, as: UInt64.self))
                    offset += 8
                    if tag == CanonicalBytes.Tag.integer {
                        sqlite3_bind_int64(handle, position, Int64(bitPattern: number))
                    } else {
                        let start = bytes.baseAddress.map { UnsafeRawPointer($0 + offset) }
                        let length = CInt(number)
                        if tag == CanonicalBytes.Tag.text {
                            let text = start?.assumingMemoryBound(to: CChar.self)
                            sqlite3_bind_text(handle, position, text, length, nil)
                        } else {
                            sqlite3_bind_blob(handle, position, start, length, nil)
                        }
                        offset += Int(length)
                    }
                }
                position += 1
            }
            defer { reset() }
            _ = try step()
        }
    }

    // MARK: Running

    /// True when there is a row.
    func step() throws -> Bool {
        switch sqlite3_step(handle) {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        default:
            let connection = sqlite3_db_handle(handle)
            let code = ResultCode(rawValue: sqlite3_extended_errcode(connection))
            throw DatabaseError(resultCode: code, message: String(cString: sqlite3_errmsg(connection)))
        }
    }

    // MARK: Columns of the current row, from 0

    func isNone(_ column: Int) -> Bool { sqlite3_column_type(handle, CInt(column)) == SQLITE_NULL }
    func flag(_ column: Int) -> Bool { integer(column) != 0 }
    func integer(_ column: Int) -> Int { Int(sqlite3_column_int64(handle, CInt(column))) }

    func text(_ column: Int) -> String {
        withText(column) { String(decoding: $0, as: UTF8.self) }
    }

    func bytes(_ column: Int) -> [UInt8] {
        guard let start = sqlite3_column_blob(handle, CInt(column)) else { return [] }
        return Array(
            UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, CInt(column)))))
    }

    /// The stored bytes of a text, also when they are not valid UTF-8. Valid until the next step.
    private func withText<Value>(_ column: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Value) -> Value {
        let start = sqlite3_column_text(handle, CInt(column))
        return body(UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, CInt(column)))))
    }

    /// The first columns of the row just as they are stored.
    func canonical(columns: Range<Int>, into values: inout CanonicalBytes) {
        for column in columns {
            switch sqlite3_column_type(handle, CInt(column)) {
            case SQLITE_NULL: values.appendNone()
            case SQLITE_INTEGER: values.append(integer(column))
            case SQLITE_TEXT: withText(column) { values.append(raw: $0, tag: CanonicalBytes.Tag.text) }
            default: values.append(bytes(column))
            }
        }
    }
}

/// Tells SQLite to copy a bound value (`SQLITE_TRANSIENT`, a macro that Swift does not see).
private var copied: sqlite3_destructor_type { unsafeBitCast(-1, to: sqlite3_destructor_type.self) }
