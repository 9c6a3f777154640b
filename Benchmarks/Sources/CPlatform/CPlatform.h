// The C libraries that the benchmarks call themselves: libzip to make inputs, both for the floor.
#ifndef CPLATFORM_H
#define CPLATFORM_H

// libxml2's headers would bring in the system's ICU, whose UErrorCode clashes with the one inside Foundation.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED

#include <libxml/parser.h>
#include <zip.h>

#endif
