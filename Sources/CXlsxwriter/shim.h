/* CXlsxwriter: the header of Debian's library, for Swift. */
#include <xlsxwriter.h>
