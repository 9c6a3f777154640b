// The files of `templates/`, compiled in, so that one copied binary still knows its forms.
#ifndef CTEMPLATES_H
#define CTEMPLATES_H

#include <stddef.h>

// One embedded file: its path below `templates/` and its bytes.
typedef struct {
  const char *_Nonnull path;
  const unsigned char *_Nonnull bytes;
  size_t count;
} ctemplates_file;

extern const ctemplates_file ctemplates_files[];
extern const size_t ctemplates_count;

// The embedded file of an index below `ctemplates_count`.
static inline ctemplates_file ctemplates_at(size_t index) { return ctemplates_files[index]; }

#endif
