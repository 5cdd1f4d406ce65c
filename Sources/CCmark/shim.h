/* CCmark: the header of Debian's library, for Swift. */
#include <cmark.h>
