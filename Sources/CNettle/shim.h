/* CNettle: the header of Debian's library, for Swift. */
#include <nettle/sha2.h>
