/* How fast bare SQLite writes the same rows in the same groups: what `store.sqlite` is measured against.
 *
 *     SQLiteFloor FILE ROWS PER     prints `floor.sqlite_rows_per_s.PER N`
 *
 * Write-ahead log, synchronous FULL, one table with the columns and bytes of an entry. No index of keys, no checks, no
 * triggers, no heads, no chain, nothing read back. */
#include <sqlite3.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { ROOMS = 64, ROOM = 1, NUMBER = 2, KEY = 15, COMMITMENTS = 16 };

static sqlite3 *database;

static void need(int fine) {
    if (fine) return;
    fprintf(stderr, "%s\n", sqlite3_errmsg(database));
    exit(1);
}

static void run(const char *sql) { need(sqlite3_exec(database, sql, NULL, NULL, NULL) == SQLITE_OK); }

/* What every row has. */
static void bind_the_same(sqlite3_stmt *insert, unsigned char *salt) {
    static const char *const words[] = {
        [4] = "2027-03-31T09:05:00.000Z", [5] = "2027-03-31", [6] = "heard", [8] = "irc:ann", [9] = "Ann",
        [10] = "bridge:irc",
        [12] = "I agree with #14, they are on paper only; nobody has used them in tenders",
        [13] = "{\"kind\":\"position\",\"strength\":\"plain\",\"item\":\"s14\",\"stance\":\"agree\"}",
        [14] = "", [17] = ""};
    for (int column = 4; column < 18; column++)
        if (words[column]) sqlite3_bind_text(insert, column, words[column], -1, SQLITE_STATIC);
    sqlite3_bind_int64(insert, 3, 1);
    sqlite3_bind_blob(insert, 18, salt, 16, SQLITE_STATIC);
}

static void add(sqlite3_stmt *insert, long row) {
    static unsigned char hash[32];
    char room[16], key[24];
    snprintf(room, sizeof room, "room%ld", row % ROOMS);
    snprintf(key, sizeof key, "k%ld", row);
    memcpy(hash, &row, sizeof row);
    sqlite3_bind_text(insert, ROOM, room, -1, SQLITE_TRANSIENT);
    sqlite3_bind_int64(insert, NUMBER, row / ROOMS + 1);
    sqlite3_bind_text(insert, KEY, key, -1, SQLITE_TRANSIENT);
    sqlite3_bind_blob(insert, COMMITMENTS, hash, 32, SQLITE_STATIC);
    sqlite3_bind_blob(insert, 19, hash, 32, SQLITE_STATIC);
    sqlite3_bind_blob(insert, 20, hash, 32, SQLITE_STATIC);
    need(sqlite3_step(insert) == SQLITE_DONE);
    sqlite3_reset(insert);
}

int main(int count, char **arguments) {
    if (count != 4) return 64;
    long rows = atol(arguments[2]), per = atol(arguments[3]);
    unsigned char salt[16] = {7};
    sqlite3_stmt *insert;
    need(sqlite3_open(arguments[1], &database) == SQLITE_OK);
    run("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL");
    run("CREATE TABLE entries (room TEXT, number INTEGER, session INTEGER, at TEXT, today TEXT, direction TEXT, "
        "answers INTEGER, by TEXT, name TEXT, principal TEXT, recipient TEXT, words TEXT, reading TEXT, details TEXT, "
        "key TEXT, key_commitment BLOB, reply TEXT, salt BLOB, commitment BLOB, hash BLOB, "
        "PRIMARY KEY (room, number)) WITHOUT ROWID");
    need(sqlite3_prepare_v2(
             database, "INSERT INTO entries VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", -1,
             &insert, NULL) == SQLITE_OK);
    bind_the_same(insert, salt);
    struct timespec start, end;
    clock_gettime(CLOCK_MONOTONIC, &start);
    for (long first = 0; first < rows; first += per) {
        run("BEGIN IMMEDIATE");
        for (long row = first; row < rows && row < first + per; row++) add(insert, row);
        run("COMMIT");
    }
    clock_gettime(CLOCK_MONOTONIC, &end);
    double seconds = (double)(end.tv_sec - start.tv_sec) + (double)(end.tv_nsec - start.tv_nsec) / 1e9;
    printf("floor.sqlite_rows_per_s.%ld %.0f\n", per, (double)rows / seconds);
    sqlite3_finalize(insert);
    sqlite3_close(database);
    return 0;
}
