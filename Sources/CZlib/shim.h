/* CZlib: the header of Debian's library, for Swift. */
#include <zlib.h>
