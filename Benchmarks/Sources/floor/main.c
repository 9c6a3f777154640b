// Expands and parses the parts of workbooks with callbacks that do nothing: floor PATH…, files or folders of them.
#include "../CPlatform/CPlatform.h"
#include <dirent.h>
#include <stdio.h>
#include <string.h>

static void start(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri, int namespaces,
                  const xmlChar **list, int attributes, int defaulted, const xmlChar **values) {}
static void end(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri) {}
static void text(void *context, const xmlChar *bytes, int count) {}

// Whether a reader of cells needs the part at all.
static int is_read(const char *name) {
  const char *dot = strrchr(name, '.');
  if (dot == NULL || (strcmp(dot, ".xml") != 0 && strcmp(dot, ".rels") != 0)) return 0;
  return strncmp(name, "xl/theme/", 9) != 0 && strncmp(name, "docProps/", 9) != 0;
}

static int parse(zip_t *archive, zip_uint64_t index) {
  static char piece[1 << 16];
  xmlSAXHandler handler;
  memset(&handler, 0, sizeof handler);
  handler.initialized = XML_SAX2_MAGIC;
  handler.startElementNs = start;
  handler.endElementNs = end;
  handler.characters = text;
  handler.ignorableWhitespace = text;
  zip_file_t *file = zip_fopen_index(archive, index, 0);
  if (file == NULL) return 1;
  xmlParserCtxtPtr parser = xmlCreatePushParserCtxt(&handler, NULL, NULL, 0, NULL);
  xmlCtxtUseOptions(parser, XML_PARSE_NONET | XML_PARSE_HUGE);
  zip_int64_t count;
  int failure = 0;
  while (failure == 0 && (count = zip_fread(file, piece, sizeof piece)) > 0)
    failure = xmlParseChunk(parser, piece, (int)count, 0);
  if (failure == 0) failure = xmlParseChunk(parser, piece, 0, 1);
  xmlFreeParserCtxt(parser);
  zip_fclose(file);
  return failure;
}

static int read_workbook(const char *path) {
  zip_t *archive = zip_open(path, ZIP_RDONLY, NULL);
  if (archive == NULL) {
    fprintf(stderr, "%s: not a zip file\n", path);
    return 1;
  }
  zip_int64_t parts = zip_get_num_entries(archive, 0);
  for (zip_int64_t index = 0; index < parts; index++) {
    if (is_read(zip_get_name(archive, index, 0)) && parse(archive, index) != 0) {
      fprintf(stderr, "%s: part %lld is damaged\n", path, (long long)index);
      return 1;
    }
  }
  zip_discard(archive);
  return 0;
}

int main(int count, char **paths) {
  for (int number = 1; number < count; number++) {
    DIR *folder = opendir(paths[number]);
    if (folder == NULL) {
      if (read_workbook(paths[number]) != 0) return 1;
      continue;
    }
    for (struct dirent *entry; (entry = readdir(folder)) != NULL;) {
      if (strstr(entry->d_name, ".xlsx") == NULL) continue;
      char path[4096];
      snprintf(path, sizeof path, "%s/%s", paths[number], entry->d_name);
      if (read_workbook(path) != 0) return 1;
    }
    closedir(folder);
  }
  return 0;
}
