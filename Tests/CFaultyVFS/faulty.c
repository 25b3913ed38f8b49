#include "CFaultyVFS.h"

#include <pthread.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

// SQLite's own file system with a layer over it: every file holds the real one behind its own methods.

typedef struct {
    sqlite3_file base;
    int watched;
    sqlite3_file *real;
} FaultyFile;

static struct {
    pthread_mutex_t lock;
    char prefix[1024];
    int operations;
    long first, count, seen, failed;
    int code, tear, armed;
} plan = {.lock = PTHREAD_MUTEX_INITIALIZER};

static sqlite3_vfs *real_vfs;
static sqlite3_vfs faulty_vfs;

static FaultyFile *of(sqlite3_file *file) { return (FaultyFile *)file; }
static sqlite3_file *real(sqlite3_file *file) { return of(file)->real; }

// The code to fail with, or 0.
static int fault(sqlite3_file *file, int operation, int *tear) {
    int code = 0;
    if (!of(file)->watched) return 0;
    pthread_mutex_lock(&plan.lock);
    if (plan.armed && (plan.operations & operation)) {
        plan.seen++;
        if (plan.seen >= plan.first && (plan.count == 0 || plan.seen < plan.first + plan.count)) {
            code = plan.code;
            plan.failed++;
        }
        if (tear) *tear = plan.tear;
    }
    pthread_mutex_unlock(&plan.lock);
    return code;
}

static int faulty_close(sqlite3_file *file) {
    int result = real(file)->pMethods->xClose(real(file));
    sqlite3_free(real(file));
    return result;
}
static int faulty_read(sqlite3_file *file, void *bytes, int count, sqlite3_int64 offset) {
    int code = fault(file, FAULTY_READ, NULL);
    return code ? code : real(file)->pMethods->xRead(real(file), bytes, count, offset);
}
static int faulty_write(sqlite3_file *file, const void *bytes, int count, sqlite3_int64 offset) {
    int tear = 0;
    int code = fault(file, FAULTY_WRITE, &tear);
    if (!code) return real(file)->pMethods->xWrite(real(file), bytes, count, offset);
    if (tear) real(file)->pMethods->xWrite(real(file), bytes, count / 2, offset);
    return code;
}
static int faulty_truncate(sqlite3_file *file, sqlite3_int64 size) {
    int code = fault(file, FAULTY_TRUNCATE, NULL);
    return code ? code : real(file)->pMethods->xTruncate(real(file), size);
}
static int faulty_sync(sqlite3_file *file, int flags) {
    int code = fault(file, FAULTY_SYNC, NULL);
    return code ? code : real(file)->pMethods->xSync(real(file), flags);
}
static int faulty_size(sqlite3_file *file, sqlite3_int64 *size) {
    return real(file)->pMethods->xFileSize(real(file), size);
}
static int faulty_lock(sqlite3_file *file, int lock) { return real(file)->pMethods->xLock(real(file), lock); }
static int faulty_unlock(sqlite3_file *file, int lock) { return real(file)->pMethods->xUnlock(real(file), lock); }
static int faulty_check(sqlite3_file *file, int *result) {
    return real(file)->pMethods->xCheckReservedLock(real(file), result);
}
static int faulty_control(sqlite3_file *file, int operation, void *argument) {
    return real(file)->pMethods->xFileControl(real(file), operation, argument);
}
static int faulty_sector(sqlite3_file *file) { return real(file)->pMethods->xSectorSize(real(file)); }
static int faulty_traits(sqlite3_file *file) { return real(file)->pMethods->xDeviceCharacteristics(real(file)); }
static int faulty_map(sqlite3_file *file, int page, int size, int extend, void volatile **memory) {
    return real(file)->pMethods->xShmMap(real(file), page, size, extend, memory);
}
static int faulty_shared_lock(sqlite3_file *file, int offset, int count, int flags) {
    return real(file)->pMethods->xShmLock(real(file), offset, count, flags);
}
static void faulty_barrier(sqlite3_file *file) { real(file)->pMethods->xShmBarrier(real(file)); }
static int faulty_unmap(sqlite3_file *file, int remove) { return real(file)->pMethods->xShmUnmap(real(file), remove); }

// Version 2: without memory mapping, which would go past these methods.
static const sqlite3_io_methods methods = {
    .iVersion = 2,
    .xClose = faulty_close,
    .xRead = faulty_read,
    .xWrite = faulty_write,
    .xTruncate = faulty_truncate,
    .xSync = faulty_sync,
    .xFileSize = faulty_size,
    .xLock = faulty_lock,
    .xUnlock = faulty_unlock,
    .xCheckReservedLock = faulty_check,
    .xFileControl = faulty_control,
    .xSectorSize = faulty_sector,
    .xDeviceCharacteristics = faulty_traits,
    .xShmMap = faulty_map,
    .xShmLock = faulty_shared_lock,
    .xShmBarrier = faulty_barrier,
    .xShmUnmap = faulty_unmap,
};

static int faulty_open(sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *out) {
    (void)vfs;
    file->pMethods = NULL;
    of(file)->real = sqlite3_malloc(real_vfs->szOsFile);
    if (!of(file)->real) return SQLITE_NOMEM;
    memset(of(file)->real, 0, real_vfs->szOsFile);
    int result = real_vfs->xOpen(real_vfs, name, of(file)->real, flags, out);
    if (result != SQLITE_OK) {
        sqlite3_free(of(file)->real);
        return result;
    }
    pthread_mutex_lock(&plan.lock);
    of(file)->watched = name && plan.prefix[0] && strncmp(name, plan.prefix, strlen(plan.prefix)) == 0;
    pthread_mutex_unlock(&plan.lock);
    file->pMethods = &methods;
    return SQLITE_OK;
}

static int install(void) {
    real_vfs = sqlite3_vfs_find(NULL);
    if (!real_vfs) return SQLITE_ERROR;
    faulty_vfs = *real_vfs;
    faulty_vfs.szOsFile = sizeof(FaultyFile);
    faulty_vfs.zName = "faulty";
    faulty_vfs.pNext = NULL;
    faulty_vfs.xOpen = faulty_open;
    return sqlite3_vfs_register(&faulty_vfs, 1);
}

static int installed;
static void install_once(void) { installed = install(); }

int faulty_install(void) {
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, install_once);
    return installed;
}

void faulty_watch(const char *prefix) {
    pthread_mutex_lock(&plan.lock);
    strncpy(plan.prefix, prefix, sizeof plan.prefix - 1);
    pthread_mutex_unlock(&plan.lock);
}

void faulty_arm(int operations, long first, long count, int code, int tear) {
    pthread_mutex_lock(&plan.lock);
    plan.operations = operations;
    plan.first = first;
    plan.count = count;
    plan.code = code;
    plan.tear = tear;
    plan.seen = plan.failed = 0;
    plan.armed = 1;
    pthread_mutex_unlock(&plan.lock);
}

long faulty_disarm(void) {
    pthread_mutex_lock(&plan.lock);
    plan.armed = 0;
    long seen = plan.seen;
    pthread_mutex_unlock(&plan.lock);
    return seen;
}

long faulty_failures(void) {
    pthread_mutex_lock(&plan.lock);
    long failed = plan.failed;
    pthread_mutex_unlock(&plan.lock);
    return failed;
}
