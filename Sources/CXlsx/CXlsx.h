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
#include <nettle/sha2.h>
#include <nettle/version.h>
#include <xlsxwriter.h>
#include <zip.h>
#include <zlib.h>

// Takes an error message of libxml2 and does nothing; a C function because it is variadic.
static inline void cxlsx_ignore_error(void *_Nullable context, const char *_Nullable message, ...) {
  (void)context;
  (void)message;
}

// Takes an error of libxml2 and does nothing; the parser's context remembers it.
static inline void cxlsx_ignore_structured_error(void *_Nullable context, xmlErrorPtr _Nullable error) {
  (void)context;
  (void)error;
}

// xmlParseChunk without its messages: encoding errors pass by the parser's own handler to the thread's, which prints
// them. The thread's handlers are macros, and are as before once this returns.
static inline int cxlsx_xmlParseChunk(xmlParserCtxtPtr _Nonnull parser, const char *_Nullable bytes, int count,
                                      int is_last) {
  xmlGenericErrorFunc generic = xmlGenericError;
  void *generic_context = xmlGenericErrorContext;
  xmlStructuredErrorFunc structured = xmlStructuredError;
  void *structured_context = xmlStructuredErrorContext;
  xmlSetGenericErrorFunc(NULL, cxlsx_ignore_error);
  xmlSetStructuredErrorFunc(NULL, cxlsx_ignore_structured_error);
  const int result = xmlParseChunk(parser, bytes, count, is_last);
  xmlSetGenericErrorFunc(generic_context, generic);
  xmlSetStructuredErrorFunc(structured_context, structured);
  return result;
}

// Has the processor fetch the memory at an address, which need not be one, while other work goes on.
static inline void cxlsx_prefetch(const void *_Nullable address) { __builtin_prefetch(address); }

// Whether the parser has done with all bytes it was given and stands between two tokens of an element's content, in a
// part of plain UTF-8, so that a balanced stretch of the content may be left out.
static inline int cxlsx_standsInContent(xmlParserCtxtPtr _Nonnull parser) {
  const xmlParserInputPtr input = parser->input;
  return parser->instate == XML_PARSER_CONTENT && parser->inputNr == 1 && input != NULL && input->cur == input->end &&
         (input->buf == NULL || input->buf->encoder == NULL) &&
         (parser->encoding == NULL || xmlStrcasecmp(parser->encoding, BAD_CAST "UTF-8") == 0);
}

// The SHA-256 of some bytes. Nettle 4 gives the whole digest; before, one says how much of it is wanted.
static inline void cxlsx_sha256(const uint8_t *_Nullable bytes, size_t count, uint8_t *_Nonnull digest) {
  struct sha256_ctx context;
  sha256_init(&context);
  sha256_update(&context, count, bytes);
#if NETTLE_VERSION_MAJOR >= 4
  sha256_digest(&context, digest);
#else
  sha256_digest(&context, SHA256_DIGEST_SIZE, digest);
#endif
}

// deflateInit2, which is a macro, with the arguments that libxlsxwriter packs with: a bare stream at the usual level.
static inline int cxlsx_deflateInit(z_streamp _Nonnull stream) {
  return deflateInit2(stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY);
}

// inflateInit2, which is a macro, for a bare stream.
static inline int cxlsx_inflateInit(z_streamp _Nonnull stream) { return inflateInit2(stream, -MAX_WBITS); }

#endif
