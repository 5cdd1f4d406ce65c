/* The one system call that glibc declares but Swift's Glibc module does not show. */
int staffetta_exchange(const char *first, const char *second);
