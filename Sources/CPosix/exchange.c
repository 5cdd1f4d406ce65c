/* Swaps two paths in one atomic step: renameat2(2) with RENAME_EXCHANGE. Returns 0, or -1 with errno. */
#define _GNU_SOURCE
#include "exchange.h"
#include <fcntl.h>
#include <stdio.h>

int staffetta_exchange(const char *first, const char *second) {
  return renameat2(AT_FDCWD, first, AT_FDCWD, second, RENAME_EXCHANGE);
}
