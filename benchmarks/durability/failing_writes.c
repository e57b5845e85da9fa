/* Stands between a process and the C library (LD_PRELOAD), and lets writes below one folder fail as a full disk does.
 *
 * Counted are calls that change what is on the disk: write, pwrite, writev, ftruncate, fsync, fdatasync, and opening
 * with O_CREAT, of files below the folder named by fail_writes_arm. The n-th fails with the given error; with `stay`
 * all after it too, until disarmed.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

static char folder[4096];
static long left = 0, counted = 0;
static int armed = 0, staying = 0, code = ENOSPC;

void fail_writes_arm(const char *below, long number, int stay, int error) {
    strncpy(folder, below, sizeof folder - 1);
    left = number; counted = 0; staying = stay; code = error; armed = 1;
}

long fail_writes_disarm(void) { armed = 0; return counted; }

static int fails(void) {
    long now = __sync_add_and_fetch(&counted, 1);
    if (now == left || (staying && left > 0 && now > left)) { errno = code; return 1; }
    return 0;
}

static int below(const char *path) { return strncmp(path, folder, strlen(folder)) == 0; }

static int fails_file(int file) {
    char link[64], path[4096];
    ssize_t length;
    if (!armed) return 0;
    snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    length = readlink(link, path, sizeof path - 1);
    if (length < 0) return 0;
    path[length] = 0;
    return below(path) && fails();
}

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

ssize_t write(int file, const void *data, size_t size) {
    return fails_file(file) ? -1 : REAL(write)(file, data, size); }
ssize_t pwrite(int file, const void *data, size_t size, off_t at) {
    return fails_file(file) ? -1 : REAL(pwrite)(file, data, size, at); }
ssize_t pwrite64(int file, const void *data, size_t size, off64_t at) {
    return fails_file(file) ? -1 : REAL(pwrite64)(file, data, size, at); }
ssize_t writev(int file, const struct iovec *parts, int count) {
    return fails_file(file) ? -1 : REAL(writev)(file, parts, count); }
int ftruncate(int file, off_t size) { return fails_file(file) ? -1 : REAL(ftruncate)(file, size); }
int ftruncate64(int file, off64_t size) { return fails_file(file) ? -1 : REAL(ftruncate64)(file, size); }
int fsync(int file) { return fails_file(file) ? -1 : REAL(fsync)(file); }
int fdatasync(int file) { return fails_file(file) ? -1 : REAL(fdatasync)(file); }

#define OPENED(name, path, flags, call) \
    mode_t mode = 0; \
    if (flags & (O_CREAT | O_TMPFILE)) { va_list more; va_start(more, flags); mode = va_arg(more, mode_t); va_end(more); } \
    if (armed && (flags & O_CREAT) && below(path) && fails()) return -1; \
    return call;

int open(const char *path, int flags, ...) { OPENED(open, path, flags, REAL(open)(path, flags, mode)) }
int open64(const char *path, int flags, ...) { OPENED(open64, path, flags, REAL(open64)(path, flags, mode)) }
int openat(int at, const char *path, int flags, ...) { OPENED(openat, path, flags, REAL(openat)(at, path, flags, mode)) }
int openat64(int at, const char *path, int flags, ...) {
    OPENED(openat64, path, flags, REAL(openat64)(at, path, flags, mode)) }
