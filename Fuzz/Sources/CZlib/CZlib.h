// What FuzzZip repairs checksums with.
#include <zlib.h>
