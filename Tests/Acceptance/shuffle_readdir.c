/* Preloaded by the determinism test: hands out the entries of every folder in another order, and logs each folder. */
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct listing { DIR *dir; struct dirent **entries; size_t count, next; struct listing *later; };
static struct listing *listings;
static pthread_mutex_t guard = PTHREAD_MUTEX_INITIALIZER;

static struct listing *read_all(DIR *dir) {
    struct dirent *(*real)(DIR *) = (struct dirent *(*)(DIR *))dlsym(RTLD_NEXT, "readdir64");
    struct listing *made = calloc(1, sizeof *made);
    struct dirent *entry;
    made->dir = dir;
    while ((entry = real(dir))) {
        made->entries = realloc(made->entries, (made->count + 1) * sizeof *made->entries);
        made->entries[made->count] = malloc(entry->d_reclen);
        memcpy(made->entries[made->count++], entry, entry->d_reclen);
    }
    unsigned seed = (unsigned)atoi(getenv("SHUFFLE_SEED") ? getenv("SHUFFLE_SEED") : "1");
    for (size_t i = made->count; i > 1; i--) {
        size_t j = (size_t)rand_r(&seed) % i;
        struct dirent *kept = made->entries[i - 1];
        made->entries[i - 1] = made->entries[j];
        made->entries[j] = kept;
    }
    const char *log = getenv("SHUFFLE_LOG");
    int fd = log ? open(log, O_WRONLY | O_CREAT | O_APPEND, 0666) : -1;
    if (fd >= 0) { if (write(fd, "folder\n", 7) < 0) {} close(fd); }
    made->later = listings;
    return listings = made;
}

static void forget(DIR *dir) {
    pthread_mutex_lock(&guard);
    for (struct listing **at = &listings; *at; at = &(*at)->later)
        if ((*at)->dir == dir) { *at = (*at)->later; break; }  /* the few bytes are not worth freeing */
    pthread_mutex_unlock(&guard);
}

struct dirent *readdir(DIR *dir) {
    pthread_mutex_lock(&guard);
    struct listing *at = listings;
    while (at && at->dir != dir) at = at->later;
    if (!at) at = read_all(dir);
    struct dirent *entry = at->next < at->count ? at->entries[at->next++] : NULL;
    pthread_mutex_unlock(&guard);
    return entry;
}

struct dirent64 *readdir64(DIR *dir) { return (struct dirent64 *)readdir(dir); }

int closedir(DIR *dir) {
    forget(dir);
    return ((int (*)(DIR *))dlsym(RTLD_NEXT, "closedir"))(dir);
}

void rewinddir(DIR *dir) {
    forget(dir);
    ((void (*)(DIR *))dlsym(RTLD_NEXT, "rewinddir"))(dir);
}
