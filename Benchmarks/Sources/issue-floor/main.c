// Has libxlsxwriter alone write a workbook again and again: issue-floor CALLS COUNT OUT. CALLS is a list of calls that
// `calls.c` wrote down; it is read once. OUT is a file, or a folder for files floor-0.xlsx and so on. For a file it prints
// the least and the median time of one workbook. It is what writing these cells costs at least with this library.
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <xlsxwriter.h>

enum { most_arguments = 24 };

typedef struct {
  char *text;
  long long integer;
  double number;
} argument;

static lxw_workbook *workbook;
static lxw_worksheet *sheets[4096];
static int sheet_count;
static lxw_format *formats[65536];
static int format_count;

static lxw_worksheet *sheet(const argument *values) { return sheets[values[0].integer]; }

static lxw_format *format(const argument *value) { return value->integer < 0 ? NULL : formats[value->integer]; }

static void new_workbook(const argument *values) {
  (void)values;
  sheet_count = 0;
  format_count = 0;
  lxw_workbook_options options = {0};
  workbook = workbook_new_opt("", &options);
  formats[format_count++] = STAILQ_FIRST(workbook->formats);
}

static void add_worksheet(const argument *values) {
  lxw_worksheet *made = workbook_add_worksheet(workbook, values[0].text);
  // As in WorkbookWriter: a name is always put between apostrophes.
  char *quoted = malloc(2 * strlen(values[0].text) + 3), *end = quoted;
  *end++ = '\'';
  for (const char *next = values[0].text; *next != 0; next++) {
    if (*next == '\'') *end++ = '\'';
    *end++ = *next;
  }
  *end++ = '\'';
  *end = 0;
  free(made->quoted_name);
  made->quoted_name = quoted;
  sheets[sheet_count++] = made;
}

static void add_format(const argument *values) {
  (void)values;
  formats[format_count++] = workbook_add_format(workbook);
}

static void define_name(const argument *values) { workbook_define_name(workbook, values[0].text, values[1].text); }

static void set_custom_property(const argument *values) {
  workbook_set_custom_property_string(workbook, values[0].text, values[1].text);
}

static void set_properties(const argument *values) {
  lxw_doc_properties properties = {0};
  properties.title = values[0].text;
  properties.subject = values[1].text;
  properties.author = values[2].text;
  properties.company = values[3].text;
  properties.keywords = values[4].text;
  properties.comments = values[5].text;
  properties.created = values[6].integer;
  workbook_set_properties(workbook, &properties);
}

static void list_rule(const argument *values) {
  lxw_data_val_obj *rule;
  long long count = 0;
  STAILQ_FOREACH(rule, sheet(values)->data_validations, list_pointers) {
    if (count++ == values[1].integer) rule->validate = LXW_VALIDATION_TYPE_LIST_FORMULA;
  }
}

#define OF_FORMAT(name) \
  static void do_##name(const argument *values) { name(format(values)); }
#define OF_FORMAT_INTEGER(name) \
  static void do_##name(const argument *values) { name(format(values), values[1].integer); }
#define OF_FORMAT_TEXT(name) \
  static void do_##name(const argument *values) { name(format(values), values[1].text); }
#define OF_SHEET(name) \
  static void do_##name(const argument *values) { name(sheet(values)); }
#define OF_SHEET_INTEGER(name) \
  static void do_##name(const argument *values) { name(sheet(values), values[1].integer); }
#define OF_RANGE(name)                                                                                         \
  static void do_##name(const argument *values) {                                                              \
    name(sheet(values), values[1].integer, values[2].integer, values[3].integer, values[4].integer);           \
  }
#define OF_TWO(name) \
  static void do_##name(const argument *values) { name(sheet(values), values[1].integer, values[2].integer); }

OF_FORMAT(format_set_bold)
OF_FORMAT(format_set_italic)
OF_FORMAT(format_set_hidden)
OF_FORMAT(format_set_unlocked)
OF_FORMAT(format_set_text_wrap)
OF_FORMAT(format_set_shrink)
OF_FORMAT_INTEGER(format_set_align)
OF_FORMAT_INTEGER(format_set_indent)
OF_FORMAT_INTEGER(format_set_pattern)
OF_FORMAT_INTEGER(format_set_left)
OF_FORMAT_INTEGER(format_set_right)
OF_FORMAT_INTEGER(format_set_top)
OF_FORMAT_INTEGER(format_set_bottom)
OF_FORMAT_INTEGER(format_set_border_color)
OF_FORMAT_INTEGER(format_set_font_color)
OF_FORMAT_INTEGER(format_set_bg_color)
OF_FORMAT_INTEGER(format_set_fg_color)
OF_FORMAT_TEXT(format_set_font_name)
OF_FORMAT_TEXT(format_set_font_scheme)
OF_FORMAT_TEXT(format_set_num_format)
OF_SHEET(worksheet_activate)
OF_SHEET(worksheet_center_horizontally)
OF_SHEET(worksheet_hide)
OF_SHEET(worksheet_set_first_sheet)
OF_SHEET(worksheet_set_landscape)
OF_SHEET(worksheet_set_portrait)
OF_SHEET_INTEGER(worksheet_gridlines)
OF_SHEET_INTEGER(worksheet_set_paper)
OF_SHEET_INTEGER(worksheet_set_tab_color)
OF_SHEET_INTEGER(worksheet_set_zoom)
OF_RANGE(worksheet_set_selection)
OF_RANGE(worksheet_print_area)
OF_RANGE(worksheet_autofilter)
OF_TWO(worksheet_freeze_panes)
OF_TWO(worksheet_fit_to_pages)
OF_TWO(worksheet_repeat_rows)
OF_TWO(worksheet_repeat_columns)

static void set_font_size(const argument *values) { format_set_font_size(format(values), values[1].number); }

static void write_string(const argument *values) {
  worksheet_write_string(
      sheet(values), values[1].integer, values[2].integer, values[3].text, format(values + 4));
}

static void write_number(const argument *values) {
  worksheet_write_number(
      sheet(values), values[1].integer, values[2].integer, values[3].number, format(values + 4));
}

static void write_formula_num(const argument *values) {
  worksheet_write_formula_num(
      sheet(values), values[1].integer, values[2].integer, values[3].text, format(values + 4), values[5].number);
}

static void write_formula_str(const argument *values) {
  worksheet_write_formula_str(
      sheet(values), values[1].integer, values[2].integer, values[3].text, format(values + 4), values[5].text);
}

static void write_boolean(const argument *values) {
  worksheet_write_boolean(
      sheet(values), values[1].integer, values[2].integer, values[3].integer, format(values + 4));
}

static void write_blank(const argument *values) {
  worksheet_write_blank(sheet(values), values[1].integer, values[2].integer, format(values + 3));
}

static void write_url(const argument *values) {
  worksheet_write_url_opt(
      sheet(values), values[1].integer, values[2].integer, values[3].text, format(values + 4), values[5].text,
      values[6].text);
}

static void write_comment(const argument *values) {
  lxw_comment_options options = {0};
  options.author = values[4].text;
  options.font_name = values[5].text;
  options.font_size = values[6].number;
  options.width = values[7].integer;
  options.height = values[8].integer;
  worksheet_write_comment_opt(sheet(values), values[1].integer, values[2].integer, values[3].text, &options);
}

static void merge_range(const argument *values) {
  worksheet_merge_range(
      sheet(values), values[1].integer, values[2].integer, values[3].integer, values[4].integer, values[5].text,
      format(values + 6));
}

static void set_row(const argument *values) {
  lxw_row_col_options options = {.hidden = values[4].integer};
  worksheet_set_row_opt(sheet(values), values[1].integer, values[2].number, format(values + 3), &options);
}

static void set_column(const argument *values) {
  lxw_row_col_options options = {.hidden = values[5].integer};
  worksheet_set_column_opt(
      sheet(values), values[1].integer, values[2].integer, values[3].number, format(values + 4), &options);
}

static void data_validation(const argument *values) {
  lxw_data_validation rule = {0};
  rule.validate = values[5].integer;
  rule.criteria = values[6].integer;
  rule.ignore_blank = values[7].integer;
  rule.show_input = values[8].integer;
  rule.show_error = values[9].integer;
  rule.error_type = values[10].integer;
  rule.dropdown = values[11].integer;
  rule.value_number = values[12].number;
  rule.value_formula = values[13].text;
  rule.minimum_number = values[14].number;
  rule.maximum_number = values[15].number;
  rule.input_title = values[16].text;
  rule.input_message = values[17].text;
  rule.error_title = values[18].text;
  rule.error_message = values[19].text;
  worksheet_data_validation_range(
      sheet(values), values[1].integer, values[2].integer, values[3].integer, values[4].integer, &rule);
}

static void conditional_format(const argument *values) {
  lxw_conditional_format rule = {0};
  rule.type = values[5].integer;
  rule.value_string = values[6].text;
  rule.format = format(values + 7);
  rule.stop_if_true = values[8].integer;
  worksheet_conditional_format_range(
      sheet(values), values[1].integer, values[2].integer, values[3].integer, values[4].integer, &rule);
}

static void ignore_errors(const argument *values) {
  worksheet_ignore_errors(sheet(values), values[1].integer, values[2].text);
}

static void protect(const argument *values) {
  lxw_protection options = {0};
  options.no_select_locked_cells = values[2].integer;
  options.no_select_unlocked_cells = values[3].integer;
  options.format_cells = values[4].integer;
  options.format_columns = values[5].integer;
  options.format_rows = values[6].integer;
  options.insert_columns = values[7].integer;
  options.insert_rows = values[8].integer;
  options.insert_hyperlinks = values[9].integer;
  options.delete_columns = values[10].integer;
  options.delete_rows = values[11].integer;
  options.sort = values[12].integer;
  options.autofilter = values[13].integer;
  options.pivot_tables = values[14].integer;
  options.scenarios = values[15].integer;
  options.objects = values[16].integer;
  worksheet_protect(sheet(values), values[1].text, &options);
}

static void set_margins(const argument *values) {
  worksheet_set_margins(sheet(values), values[1].number, values[2].number, values[3].number, values[4].number);
}

static void set_header(const argument *values) {
  lxw_header_footer_options options = {.margin = values[2].number};
  worksheet_set_header_opt(sheet(values), values[1].text, &options);
}

static void set_footer(const argument *values) {
  lxw_header_footer_options options = {.margin = values[2].number};
  worksheet_set_footer_opt(sheet(values), values[1].text, &options);
}

typedef void (*action)(const argument *values);

#define SAME(name) {#name, do_##name}

static const struct {
  const char *name;
  action action;
} actions[] = {
    {"workbook_new_opt", new_workbook},
    {"workbook_add_worksheet", add_worksheet},
    {"workbook_add_format", add_format},
    {"workbook_define_name", define_name},
    {"workbook_set_custom_property_string", set_custom_property},
    {"workbook_set_properties", set_properties},
    {"list_rule", list_rule},
    {"format_set_font_size", set_font_size},
    {"worksheet_write_string", write_string},
    {"worksheet_write_number", write_number},
    {"worksheet_write_formula_num", write_formula_num},
    {"worksheet_write_formula_str", write_formula_str},
    {"worksheet_write_boolean", write_boolean},
    {"worksheet_write_blank", write_blank},
    {"worksheet_write_url_opt", write_url},
    {"worksheet_write_comment_opt", write_comment},
    {"worksheet_merge_range", merge_range},
    {"worksheet_set_row_opt", set_row},
    {"worksheet_set_column_opt", set_column},
    {"worksheet_data_validation_range", data_validation},
    {"worksheet_conditional_format_range", conditional_format},
    {"worksheet_ignore_errors", ignore_errors},
    {"worksheet_protect", protect},
    {"worksheet_set_margins", set_margins},
    {"worksheet_set_header_opt", set_header},
    {"worksheet_set_footer_opt", set_footer},
    SAME(format_set_bold),
    SAME(format_set_italic),
    SAME(format_set_hidden),
    SAME(format_set_unlocked),
    SAME(format_set_text_wrap),
    SAME(format_set_shrink),
    SAME(format_set_align),
    SAME(format_set_indent),
    SAME(format_set_pattern),
    SAME(format_set_left),
    SAME(format_set_right),
    SAME(format_set_top),
    SAME(format_set_bottom),
    SAME(format_set_border_color),
    SAME(format_set_font_color),
    SAME(format_set_bg_color),
    SAME(format_set_fg_color),
    SAME(format_set_font_name),
    SAME(format_set_font_scheme),
    SAME(format_set_num_format),
    SAME(worksheet_activate),
    SAME(worksheet_center_horizontally),
    SAME(worksheet_hide),
    SAME(worksheet_set_first_sheet),
    SAME(worksheet_set_landscape),
    SAME(worksheet_set_portrait),
    SAME(worksheet_gridlines),
    SAME(worksheet_set_paper),
    SAME(worksheet_set_tab_color),
    SAME(worksheet_set_zoom),
    SAME(worksheet_set_selection),
    SAME(worksheet_print_area),
    SAME(worksheet_autofilter),
    SAME(worksheet_freeze_panes),
    SAME(worksheet_fit_to_pages),
    SAME(worksheet_repeat_rows),
    SAME(worksheet_repeat_columns),
};

typedef struct {
  action action;
  argument *arguments;
} call;

static void fail(const char *why, const char *what) {
  fprintf(stderr, "issue-floor: %s: %s\n", why, what);
  exit(1);
}

static action find(const char *name) {
  for (size_t index = 0; index < sizeof actions / sizeof *actions; index++) {
    if (strcmp(actions[index].name, name) == 0) return actions[index].action;
  }
  fail("unknown call", name);
  return NULL;
}

static char *unescaped(char *text) {
  if (*text == '~') return NULL;
  char *result = text + 1, *out = result;
  for (const char *in = result; *in != 0; in++) {
    if (*in != '\\') {
      *out++ = *in;
      continue;
    }
    in++;
    *out++ = *in == 't' ? '\t' : *in == 'n' ? '\n' : *in == 'r' ? '\r' : *in;
  }
  *out = 0;
  return result;
}

// Reads the list; all but the call that closes the workbook.
static size_t read_calls(const char *path, call **calls) {
  FILE *file = fopen(path, "r");
  if (file == NULL) fail("cannot be read", path);
  size_t count = 0, room = 0;
  char *line = NULL;
  size_t size = 0;
  ssize_t length;
  while ((length = getline(&line, &size, file)) > 0) {
    if (line[length - 1] == '\n') line[length - 1] = 0;
    char *rest = strdup(line);
    char *name = strsep(&rest, "\t");
    if (strcmp(name, "workbook_close") == 0) break;
    if (count == room) *calls = realloc(*calls, (room = room * 2 + 1024) * sizeof **calls);
    argument values[most_arguments] = {0};
    int number = 0;
    for (char *value; (value = strsep(&rest, "\t")) != NULL && number < most_arguments; number++) {
      if (*value == '"' || *value == '~') {
        values[number].text = unescaped(value);
      } else {
        values[number].integer = strtoll(value, NULL, 10);
        values[number].number = strtod(value, NULL);
      }
    }
    argument *kept = calloc(number + 1, sizeof *kept);
    memcpy(kept, values, number * sizeof *kept);
    (*calls)[count++] = (call){find(name), kept};
  }
  free(line);
  fclose(file);
  return count;
}

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec + time.tv_nsec / 1e9;
}

static int compare(const void *first, const void *second) {
  double difference = *(const double *)first - *(const double *)second;
  return (difference > 0) - (difference < 0);
}

int main(int count, char **words) {
  if (count != 4) fail("usage", "issue-floor CALLS COUNT OUT");
  call *calls = NULL;
  const size_t call_count = read_calls(words[1], &calls);
  const int books = atoi(words[2]);
  struct stat status;
  const int is_folder = stat(words[3], &status) == 0 && S_ISDIR(status.st_mode);
  double *times = calloc(books + 1, sizeof *times);
  for (int book = 0; book < books; book++) {
    const double start = now();
    for (size_t index = 0; index < call_count; index++) calls[index].action(calls[index].arguments);
    char path[4096];
    if (is_folder) snprintf(path, sizeof path, "%s/floor-%d.xlsx", words[3], book);
    free(workbook->filename);
    workbook->filename = strdup(is_folder ? path : words[3]);
    if (workbook_close(workbook) != LXW_NO_ERROR) fail("cannot be written", words[3]);
    times[book] = now() - start;
  }
  qsort(times, books, sizeof *times, compare);
  if (is_folder) {
    printf("books %d\n", books);
  } else {
    printf("each %.9f %.9f\n", times[0], times[books / 2]);
  }
  return 0;
}
