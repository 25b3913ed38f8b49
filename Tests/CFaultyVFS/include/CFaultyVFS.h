#ifndef CFAULTYVFS_H
#define CFAULTYVFS_H

/// What may go wrong. A bit each, so that a fault can be of several kinds.
enum { FAULTY_WRITE = 1, FAULTY_SYNC = 2, FAULTY_READ = 4, FAULTY_TRUNCATE = 8 };

/// Makes the faulty file system the default one of SQLite in this process. Files that are not watched are as they were.
/// Returns 0, or SQLite's code. May be called again.
int faulty_install(void);

/// Files opened from now on whose path begins with `prefix` are watched, and no others.
void faulty_watch(const char *prefix);

/// From now on operations of these kinds on watched files are counted. From the one of number `first` on (counted from
/// 1) they fail with SQLite's code `code`: so many of them as `count` says, or with 0 all of them.
///
/// With `tear`, a failing write first writes half of its bytes.
void faulty_arm(int operations, long first, long count, int code, int tear);

/// Nothing fails any more. Returns how many operations were counted since `faulty_arm`.
long faulty_disarm(void);

/// How many have failed since `faulty_arm`.
long faulty_failures(void);

#endif
