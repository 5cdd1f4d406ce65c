/* Memory for one parse after the other on each thread: taken in a row, given back all at once. */

/* An allocator of cmark's form (calloc, realloc, free) on the calling thread's arena. free does nothing. */
void *staffetta_arena(void);

/* Gives back everything the calling thread took from its arena; one block stays for the next parse. */
void staffetta_arena_reset(void);
