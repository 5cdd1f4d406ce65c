/* Calls that glibc has and Swift's Glibc module does not show. */
#include <stddef.h>

/* Swaps two paths in one atomic step. Returns 0, or -1 with errno. */
int staffetta_exchange(const char *first, const char *second);

/* Writes the whole file system behind an open folder to disk. Returns 0, or -1 with errno. */
int staffetta_sync(int folder);

/* Where some bytes first stand in others; NULL where they do not. */
const void *staffetta_find(const void *bytes, size_t count, const void *wanted, size_t wanted_count);

/* Bytes that the heap holds for the program. */
size_t staffetta_heap(void);
