/* Three calls of glibc, passed through: renameat2(2), syncfs(2), mallinfo2(3). */
#define _GNU_SOURCE
#include "posix.h"
#include <fcntl.h>
#include <malloc.h>
#include <stdio.h>
#include <unistd.h>

int staffetta_exchange(const char *first, const char *second) {
  return renameat2(AT_FDCWD, first, AT_FDCWD, second, RENAME_EXCHANGE);
}

int staffetta_sync(int folder) { return syncfs(folder); }

size_t staffetta_heap(void) {
  struct mallinfo2 info = mallinfo2();
  return info.uordblks + info.hblkhd;
}
