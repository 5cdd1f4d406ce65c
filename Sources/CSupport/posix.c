/* Four calls of glibc, passed through: renameat2(2), syncfs(2), memmem(3), mallinfo2(3). */
#define _GNU_SOURCE
#include "posix.h"
#include <fcntl.h>
#include <malloc.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

int staffetta_exchange(const char *first, const char *second) {
  return renameat2(AT_FDCWD, first, AT_FDCWD, second, RENAME_EXCHANGE);
}

int staffetta_sync(int folder) { return syncfs(folder); }

const void *staffetta_find(const void *bytes, size_t count, const void *wanted, size_t wanted_count) {
  return memmem(bytes, count, wanted, wanted_count);
}

size_t staffetta_heap(void) {
  struct mallinfo2 info = mallinfo2();
  return info.uordblks + info.hblkhd;
}
