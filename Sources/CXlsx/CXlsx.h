// The one header through which this package reaches its C libraries.
#ifndef CXLSX_H
#define CXLSX_H

// libxml2's headers would bring in the system's ICU, whose UErrorCode clashes with the one inside Foundation.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED

#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>
#include <xlsxwriter.h>
#include <zip.h>

#endif
