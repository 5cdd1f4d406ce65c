/* A bump allocator for cmark's trees. They live for one file, and glibc's malloc took longer than cmark itself.
   cmark's own arena is one for the whole process; this one is a thread's. */
#include "arena.h"
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

struct block {
  struct block *before;
  size_t size, used;
  _Alignas(16) char bytes[];
};

static const size_t header = 16, smallest = 1 << 18;
static _Thread_local struct block *newest;

static void *take(size_t size) {
  size = (size + 15) & ~(size_t)15;
  if (!newest || newest->size - newest->used < size + header) {
    size_t wanted = newest ? newest->size * 2 : smallest;
    if (wanted < size + header) wanted = size + header;
    struct block *block = malloc(sizeof(struct block) + wanted);
    /* cmark does not check either: there is nothing sensible left to do. */
    if (!block) abort();
    block->before = newest;
    block->size = wanted;
    block->used = 0;
    newest = block;
  }
  char *at = newest->bytes + newest->used;
  newest->used += size + header;
  *(size_t *)at = size;
  return at + header;
}

static void *arena_calloc(size_t count, size_t size) {
  if (size && count > SIZE_MAX / 2 / size) abort();
  void *memory = take(count * size);
  return memset(memory, 0, count * size);
}

static void *arena_realloc(void *old, size_t size) {
  if (size > SIZE_MAX / 2) abort();
  if (!old) return take(size);
  size_t had = *(size_t *)((char *)old - header);
  if (size <= had) return old;
  return memcpy(take(size), old, had);
}

static void arena_free(void *memory) { (void)memory; }

static struct {
  void *(*calloc)(size_t, size_t);
  void *(*realloc)(void *, size_t);
  void (*free)(void *);
} allocator = {arena_calloc, arena_realloc, arena_free};

void *staffetta_arena(void) { return &allocator; }

void staffetta_arena_reset(void) {
  if (!newest) return;
  while (newest->before) {
    struct block *before = newest->before;
    free(newest);
    newest = before;
  }
  newest->used = 0;
}
