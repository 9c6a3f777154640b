// Expands one part of each workbook and packs it again as it was, beside the other parts as they are:
// repack PART OUT PATH…, files or folders of them. It is what changing that part costs at least with libzip.
#include "../CPlatform/CPlatform.h"
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// Gives the new archive what it asks for, out of the old one.
static zip_int64_t expand(void *state, void *data, zip_uint64_t count, zip_source_cmd_t command) {
  switch (command) {
    case ZIP_SOURCE_READ:
      return zip_fread(state, data, count);
    case ZIP_SOURCE_STAT:
      zip_stat_init(data);
      return sizeof(zip_stat_t);
    case ZIP_SOURCE_SUPPORTS:
      return ZIP_SOURCE_SUPPORTS_READABLE;
    default:
      return 0;
  }
}

static int repack(const char *part, const char *path, const char *out) {
  zip_t *old = zip_open(path, ZIP_RDONLY, NULL);
  zip_t *new = zip_open(out, ZIP_CREATE | ZIP_TRUNCATE, NULL);
  if (old == NULL || new == NULL) return 1;
  zip_int64_t parts = zip_get_num_entries(old, 0);
  zip_file_t *file = NULL;
  for (zip_int64_t index = 0; index < parts; index++) {
    const char *name = zip_get_name(old, index, 0);
    zip_source_t *source;
    if (strcmp(name, part) == 0) {
      file = zip_fopen_index(old, index, 0);
      source = zip_source_function(new, expand, file);
    } else {
      source = zip_source_zip(new, old, index, 0, 0, -1);
    }
    zip_int64_t place = source == NULL ? -1 : zip_file_add(new, name, source, 0);
    if (place < 0 || zip_set_file_compression(new, place, ZIP_CM_DEFLATE, 6) != 0) return 1;
  }
  if (file == NULL || zip_close(new) != 0) return 1;
  zip_fclose(file);
  zip_discard(old);
  return 0;
}

int main(int count, char **words) {
  for (int number = 3; number < count; number++) {
    DIR *folder = opendir(words[number]);
    if (folder == NULL) {
      if (repack(words[1], words[number], words[2]) != 0) return 1;
      continue;
    }
    for (struct dirent *entry; (entry = readdir(folder)) != NULL;) {
      if (strstr(entry->d_name, ".xlsx") == NULL) continue;
      char path[4096];
      snprintf(path, sizeof path, "%s/%s", words[number], entry->d_name);
      if (repack(words[1], path, words[2]) != 0) return 1;
    }
    closedir(folder);
  }
  return 0;
}
