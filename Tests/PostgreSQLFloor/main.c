/* How fast bare libpq writes the same rows in the same batches: what `store.postgresql` is measured against.
 *
 *     PostgreSQLFloor ADDRESS ROWS PER     prints `floor.postgresql_rows_per_s.PER N`
 *
 * The tables must be there (schema commonground). One transaction and one round trip a batch, as in the store: an
 * INSERT of arrays, and an UPDATE of the rooms' heads, in libpq's pipeline. No checks, no chain, nothing read back. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <arpa/inet.h>
#if __has_include(<postgresql/libpq-fe.h>)
#include <postgresql/libpq-fe.h>
#else
#include <libpq-fe.h>
#endif

enum { ROOMS = 64, COLUMNS = 20, HEADS = 3, TEXT = 25, INTEGER = 20, BYTES = 17 };

struct array {
    char *bytes;
    size_t length, space;
};

static void add(struct array *array, const void *bytes, size_t length) {
    if (array->length + length > array->space) {
        array->space = (array->length + length) * 2;
        array->bytes = realloc(array->bytes, array->space);
    }
    memcpy(array->bytes + array->length, bytes, length);
    array->length += length;
}

static void add_int(struct array *array, int32_t value) {
    uint32_t ordered = htonl((uint32_t)value);
    add(array, &ordered, 4);
}

static void begin(struct array *array, int type, int count) {
    array->length = 0;
    add_int(array, 1);
    add_int(array, 1);
    add_int(array, type);
    add_int(array, count);
    add_int(array, 1);
}

static void value(struct array *array, const void *bytes, size_t length) {
    add_int(array, (int32_t)length);
    add(array, bytes, length);
}

static void text(struct array *array, const char *words) { value(array, words, strlen(words)); }

static void integer(struct array *array, int64_t number) {
    add_int(array, 8);
    add_int(array, (int32_t)(number >> 32));
    add_int(array, (int32_t)number);
}

static void none(struct array *array) { add_int(array, -1); }

static void need(PGconn *link, int fine) {
    if (fine) return;
    fprintf(stderr, "%s", PQerrorMessage(link));
    exit(1);
}

static void run(PGconn *link, const char *sql) {
    PGresult *result = PQexec(link, sql);
    ExecStatusType status = PQresultStatus(result);
    need(link, status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK);
    PQclear(result);
}

static void send_arrays(PGconn *link, const char *name, struct array *arrays, int count) {
    const char *values[COLUMNS];
    int lengths[COLUMNS], formats[COLUMNS];
    for (int index = 0; index < count; index++) {
        values[index] = arrays[index].bytes;
        lengths[index] = (int)arrays[index].length;
        formats[index] = 1;
    }
    need(link, PQsendQueryPrepared(link, name, count, values, lengths, formats, 1));
}

static void batch(PGconn *link, long first, long count) {
    static const int types[COLUMNS] = {TEXT, INTEGER, INTEGER, TEXT, TEXT, TEXT, INTEGER, TEXT, TEXT, TEXT,
                                       TEXT, TEXT, TEXT, TEXT, TEXT, BYTES, TEXT, BYTES, BYTES, BYTES};
    static struct array columns[COLUMNS], heads[HEADS];
    static unsigned char hash[32], salt[16];
    char room[32], key[32];
    for (int index = 0; index < COLUMNS; index++) begin(&columns[index], types[index], (int)count);
    for (long row = first; row < first + count; row++) {
        snprintf(room, sizeof room, "floor%ld", row % ROOMS);
        snprintf(key, sizeof key, "k%ld", row);
        memcpy(hash, &row, sizeof row);
        text(&columns[0], room);
        integer(&columns[1], row / ROOMS + 1);
        integer(&columns[2], 1);
        text(&columns[3], "2027-03-31T09:05:00.000Z");
        text(&columns[4], "2027-03-31");
        text(&columns[5], "heard");
        none(&columns[6]);
        text(&columns[7], "irc:ann");
        text(&columns[8], "Ann");
        text(&columns[9], "bridge:irc");
        none(&columns[10]);
        text(&columns[11], "I agree with #14, they are on paper only; nobody has used them in tenders");
        text(&columns[12], "{\"kind\":\"position\",\"strength\":\"plain\",\"item\":\"s14\",\"stance\":\"agree\"}");
        text(&columns[13], "");
        text(&columns[14], key);
        value(&columns[15], hash, 32);
        text(&columns[16], "");
        value(&columns[17], salt, 16);
        value(&columns[18], hash, 32);
        value(&columns[19], hash, 32);
    }
    /* Each room's head moves once. */
    long moved = count < ROOMS ? count : ROOMS;
    begin(&heads[0], TEXT, (int)moved);
    begin(&heads[1], INTEGER, (int)moved);
    begin(&heads[2], BYTES, (int)moved);
    for (long row = first + count - moved; row < first + count; row++) {
        snprintf(room, sizeof room, "floor%ld", row % ROOMS);
        text(&heads[0], room);
        integer(&heads[1], row / ROOMS + 1);
        value(&heads[2], hash, 32);
    }
    need(link, PQenterPipelineMode(link));
    send_arrays(link, "heads", heads, HEADS);
    send_arrays(link, "entries", columns, COLUMNS);
    need(link, PQpipelineSync(link));
    for (int done = 0; !done;) {
        PGresult *result = PQgetResult(link);
        if (!result) continue;
        ExecStatusType status = PQresultStatus(result);
        done = status == PGRES_PIPELINE_SYNC;
        need(link, done || status == PGRES_COMMAND_OK);
        PQclear(result);
    }
    need(link, PQexitPipelineMode(link));
}

int main(int count, char **arguments) {
    if (count != 4) return 64;
    long rows = atol(arguments[2]), per = atol(arguments[3]);
    PGconn *link = PQconnectdb(arguments[1]);
    need(link, PQstatus(link) == CONNECTION_OK);
    run(link, "SET search_path TO commonground; SET synchronous_commit TO on");
    run(link,
        "INSERT INTO rooms (room, log, origin, title, made_at, head_hash) SELECT 'floor' || n, 'floor' || n, '', '', '', "
        "decode(repeat('00', 32), 'hex') FROM generate_series(0, 63) AS n");
    PQclear(PQprepare(
        link, "heads",
        "UPDATE rooms r SET head = h.head, head_hash = h.hash FROM unnest($1::text[], $2::bigint[], $3::bytea[]) "
        "AS h (room, head, hash) WHERE r.room = h.room",
        0, NULL));
    PQclear(PQprepare(
        link, "entries",
        "INSERT INTO entries (room, number, session, at, today, direction, answers, by, name, principal, recipient, "
        "words, reading, details, key, key_commitment, reply, salt, commitment, hash) SELECT * FROM unnest($1::text[], "
        "$2::bigint[], $3::bigint[], $4::text[], $5::text[], $6::text[], $7::bigint[], $8::text[], $9::text[], "
        "$10::text[], $11::text[], $12::text[], $13::text[], $14::text[], $15::text[], $16::bytea[], $17::text[], "
        "$18::bytea[], $19::bytea[], $20::bytea[])",
        0, NULL));
    struct timespec start, end;
    clock_gettime(CLOCK_MONOTONIC, &start);
    for (long first = 0; first < rows; first += per) batch(link, first, rows - first < per ? rows - first : per);
    clock_gettime(CLOCK_MONOTONIC, &end);
    double seconds = (double)(end.tv_sec - start.tv_sec) + (double)(end.tv_nsec - start.tv_nsec) / 1e9;
    printf("floor.postgresql_rows_per_s.%ld %.0f\n", per, (double)rows / seconds);
    PQfinish(link);
    return 0;
}
