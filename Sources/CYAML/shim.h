/* CYAML: the header of Debian's library, for Swift. */
#include <yaml.h>
