// Writes down every call that a program makes to libxlsxwriter, one a line, and passes it on: a library to be loaded before
// it (LD_PRELOAD), which appends to the file that XLSX_CALLS names. `issue-floor` does the calls again, `peers/issue.py` has
// other libraries do them. One workbook at a time, by one thread.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <xlsxwriter.h>

static FILE *file;
// The library calls itself; only what is called from outside is written down.
static int depth;
static lxw_workbook *workbook;
static lxw_worksheet *sheets[4096];
static int sheet_count;
static lxw_format *formats[65536];
static int format_count;

static void begin(const char *name) {
  if (depth++ > 0) return;
  const char *path = getenv("XLSX_CALLS");
  if (file == NULL && path != NULL) file = fopen(path, "w");
  if (file == NULL) abort();
  fputs(name, file);
}

static void integer(long long value) {
  if (depth == 1) fprintf(file, "\t%lld", value);
}

static void number(double value) {
  if (depth == 1) fprintf(file, "\t%.17g", value);
}

// After a quotation mark; a tilde for none at all.
static void text(const char *value) {
  if (depth != 1) return;
  if (value == NULL) {
    fputs("\t~", file);
    return;
  }
  fputs("\t\"", file);
  for (; *value != 0; value++) {
    switch (*value) {
      case '\t': fputs("\\t", file); break;
      case '\n': fputs("\\n", file); break;
      case '\r': fputs("\\r", file); break;
      case '\\': fputs("\\\\", file); break;
      default: fputc(*value, file);
    }
  }
}

static void sheet(const lxw_worksheet *value) {
  if (depth != 1) return;
  for (int index = 0; index < sheet_count; index++) {
    if (sheets[index] == value) integer(index);
  }
}

// By the order in which they were made; the first is the workbook's own, -1 is none.
static void format(const lxw_format *value) {
  if (depth != 1) return;
  int index = -1;
  for (int other = 0; other < format_count; other++) {
    if (formats[other] == value) index = other;
  }
  integer(index);
}

static void place(lxw_row_t row, lxw_col_t column) {
  integer(row);
  integer(column);
}

static void range(lxw_row_t row, lxw_col_t column, lxw_row_t last_row, lxw_col_t last_column) {
  place(row, column);
  place(last_row, last_column);
}

static void end(void) {
  if (--depth == 0) fputc('\n', file);
}

// Declares `real`, the library's own function of a name.
#define REAL(name)                                                     \
  static __typeof__(&name) real;                                       \
  if (real == NULL) real = (__typeof__(&name))dlsym(RTLD_NEXT, #name); \
  begin(#name)

#define PASS(call)                \
  __typeof__(call) result = call; \
  end();                          \
  return result

lxw_workbook *workbook_new_opt(const char *name, lxw_workbook_options *options) {
  REAL(workbook_new_opt);
  workbook = real(name, options);
  sheet_count = 0;
  format_count = 0;
  if (workbook != NULL) formats[format_count++] = STAILQ_FIRST(workbook->formats);
  end();
  return workbook;
}

lxw_worksheet *workbook_add_worksheet(lxw_workbook *self, const char *name) {
  REAL(workbook_add_worksheet);
  text(name);
  lxw_worksheet *made = real(self, name);
  if (depth == 1) sheets[sheet_count++] = made;
  end();
  return made;
}

lxw_format *workbook_add_format(lxw_workbook *self) {
  REAL(workbook_add_format);
  lxw_format *made = real(self);
  if (depth == 1) formats[format_count++] = made;
  end();
  return made;
}

lxw_error workbook_define_name(lxw_workbook *self, const char *name, const char *formula) {
  REAL(workbook_define_name);
  text(name);
  text(formula);
  PASS(real(self, name, formula));
}

lxw_error workbook_set_custom_property_string(lxw_workbook *self, const char *name, const char *value) {
  REAL(workbook_set_custom_property_string);
  text(name);
  text(value);
  PASS(real(self, name, value));
}

lxw_error workbook_set_properties(lxw_workbook *self, lxw_doc_properties *values) {
  REAL(workbook_set_properties);
  text(values->title);
  text(values->subject);
  text(values->author);
  text(values->company);
  text(values->keywords);
  text(values->comments);
  integer(values->created);
  PASS(real(self, values));
}

lxw_error workbook_close(lxw_workbook *self) {
  // A type of rule that no call can ask for is set from outside.
  for (int index = 0; index < sheet_count && depth == 0; index++) {
    lxw_data_val_obj *rule;
    int count = 0;
    STAILQ_FOREACH(rule, sheets[index]->data_validations, list_pointers) {
      if (rule->validate == LXW_VALIDATION_TYPE_LIST_FORMULA) {
        begin("list_rule");
        integer(index);
        integer(count);
        end();
      }
      count++;
    }
  }
  REAL(workbook_close);
  lxw_error result = real(self);
  end();
  fclose(file);
  file = NULL;
  return result;
}

#define OF_FORMAT(name)             \
  void name(lxw_format *self) {     \
    REAL(name);                     \
    format(self);                   \
    real(self);                     \
    end();                          \
  }
#define OF_FORMAT_INTEGER(name, type)        \
  void name(lxw_format *self, type value) {  \
    REAL(name);                              \
    format(self);                            \
    integer(value);                          \
    real(self, value);                       \
    end();                                   \
  }
#define OF_FORMAT_TEXT(name)                        \
  void name(lxw_format *self, const char *value) {  \
    REAL(name);                                     \
    format(self);                                   \
    text(value);                                    \
    real(self, value);                              \
    end();                                          \
  }

OF_FORMAT(format_set_bold)
OF_FORMAT(format_set_italic)
OF_FORMAT(format_set_hidden)
OF_FORMAT(format_set_unlocked)
OF_FORMAT(format_set_text_wrap)
OF_FORMAT(format_set_shrink)
OF_FORMAT_INTEGER(format_set_align, uint8_t)
OF_FORMAT_INTEGER(format_set_indent, uint8_t)
OF_FORMAT_INTEGER(format_set_pattern, uint8_t)
OF_FORMAT_INTEGER(format_set_left, uint8_t)
OF_FORMAT_INTEGER(format_set_right, uint8_t)
OF_FORMAT_INTEGER(format_set_top, uint8_t)
OF_FORMAT_INTEGER(format_set_bottom, uint8_t)
OF_FORMAT_INTEGER(format_set_border_color, lxw_color_t)
OF_FORMAT_INTEGER(format_set_font_color, lxw_color_t)
OF_FORMAT_INTEGER(format_set_bg_color, lxw_color_t)
OF_FORMAT_INTEGER(format_set_fg_color, lxw_color_t)
OF_FORMAT_TEXT(format_set_font_name)
OF_FORMAT_TEXT(format_set_font_scheme)
OF_FORMAT_TEXT(format_set_num_format)

void format_set_font_size(lxw_format *self, double value) {
  REAL(format_set_font_size);
  format(self);
  number(value);
  real(self, value);
  end();
}

#define OF_SHEET(name)               \
  void name(lxw_worksheet *self) {   \
    REAL(name);                      \
    sheet(self);                     \
    real(self);                      \
    end();                           \
  }
#define OF_SHEET_INTEGER(name, type)            \
  void name(lxw_worksheet *self, type value) {  \
    REAL(name);                                 \
    sheet(self);                                \
    integer(value);                             \
    real(self, value);                          \
    end();                                      \
  }

OF_SHEET(worksheet_activate)
OF_SHEET(worksheet_center_horizontally)
OF_SHEET(worksheet_hide)
OF_SHEET(worksheet_set_first_sheet)
OF_SHEET(worksheet_set_landscape)
OF_SHEET(worksheet_set_portrait)
OF_SHEET_INTEGER(worksheet_gridlines, uint8_t)
OF_SHEET_INTEGER(worksheet_set_paper, uint8_t)
OF_SHEET_INTEGER(worksheet_set_tab_color, lxw_color_t)
OF_SHEET_INTEGER(worksheet_set_zoom, uint16_t)

lxw_error worksheet_write_string(
    lxw_worksheet *self, lxw_row_t row, lxw_col_t column, const char *value, lxw_format *look) {
  REAL(worksheet_write_string);
  sheet(self);
  place(row, column);
  text(value);
  format(look);
  PASS(real(self, row, column, value, look));
}

lxw_error worksheet_write_number(lxw_worksheet *self, lxw_row_t row, lxw_col_t column, double value, lxw_format *look) {
  REAL(worksheet_write_number);
  sheet(self);
  place(row, column);
  number(value);
  format(look);
  PASS(real(self, row, column, value, look));
}

lxw_error worksheet_write_formula_num(
    lxw_worksheet *self, lxw_row_t row, lxw_col_t column, const char *formula, lxw_format *look, double value) {
  REAL(worksheet_write_formula_num);
  sheet(self);
  place(row, column);
  text(formula);
  format(look);
  number(value);
  PASS(real(self, row, column, formula, look, value));
}

lxw_error worksheet_write_formula_str(
    lxw_worksheet *self, lxw_row_t row, lxw_col_t column, const char *formula, lxw_format *look, const char *value) {
  REAL(worksheet_write_formula_str);
  sheet(self);
  place(row, column);
  text(formula);
  format(look);
  text(value);
  PASS(real(self, row, column, formula, look, value));
}

lxw_error worksheet_write_boolean(lxw_worksheet *self, lxw_row_t row, lxw_col_t column, int value, lxw_format *look) {
  REAL(worksheet_write_boolean);
  sheet(self);
  place(row, column);
  integer(value);
  format(look);
  PASS(real(self, row, column, value, look));
}

lxw_error worksheet_write_blank(lxw_worksheet *self, lxw_row_t row, lxw_col_t column, lxw_format *look) {
  REAL(worksheet_write_blank);
  sheet(self);
  place(row, column);
  format(look);
  PASS(real(self, row, column, look));
}

lxw_error worksheet_write_url_opt(
    lxw_worksheet *self, lxw_row_t row, lxw_col_t column, const char *url, lxw_format *look, const char *value,
    const char *tip) {
  REAL(worksheet_write_url_opt);
  sheet(self);
  place(row, column);
  text(url);
  format(look);
  text(value);
  text(tip);
  PASS(real(self, row, column, url, look, value, tip));
}

lxw_error worksheet_write_comment_opt(
    lxw_worksheet *self, lxw_row_t row, lxw_col_t column, const char *value, lxw_comment_options *options) {
  REAL(worksheet_write_comment_opt);
  sheet(self);
  place(row, column);
  text(value);
  text(options->author);
  text(options->font_name);
  number(options->font_size);
  integer(options->width);
  integer(options->height);
  PASS(real(self, row, column, value, options));
}

lxw_error worksheet_merge_range(
    lxw_worksheet *self, lxw_row_t row, lxw_col_t column, lxw_row_t last_row, lxw_col_t last_column, const char *value,
    lxw_format *look) {
  REAL(worksheet_merge_range);
  sheet(self);
  range(row, column, last_row, last_column);
  text(value);
  format(look);
  PASS(real(self, row, column, last_row, last_column, value, look));
}

lxw_error worksheet_set_row_opt(
    lxw_worksheet *self, lxw_row_t row, double height, lxw_format *look, lxw_row_col_options *options) {
  REAL(worksheet_set_row_opt);
  sheet(self);
  integer(row);
  number(height);
  format(look);
  integer(options == NULL ? 0 : options->hidden);
  PASS(real(self, row, height, look, options));
}

lxw_error worksheet_set_column_opt(
    lxw_worksheet *self, lxw_col_t first, lxw_col_t last, double width, lxw_format *look, lxw_row_col_options *options) {
  REAL(worksheet_set_column_opt);
  sheet(self);
  integer(first);
  integer(last);
  number(width);
  format(look);
  integer(options == NULL ? 0 : options->hidden);
  PASS(real(self, first, last, width, look, options));
}

void worksheet_freeze_panes(lxw_worksheet *self, lxw_row_t row, lxw_col_t column) {
  REAL(worksheet_freeze_panes);
  sheet(self);
  place(row, column);
  real(self, row, column);
  end();
}

#define OF_RANGE(kind, name, finish)                                                                                \
  kind name(lxw_worksheet *self, lxw_row_t row, lxw_col_t column, lxw_row_t last_row, lxw_col_t last_column) {      \
    REAL(name);                                                                                                     \
    sheet(self);                                                                                                    \
    range(row, column, last_row, last_column);                                                                      \
    finish(real(self, row, column, last_row, last_column));                                                         \
  }
#define PASS_NOTHING(call) \
  call;                    \
  end()

OF_RANGE(void, worksheet_set_selection, PASS_NOTHING)
OF_RANGE(lxw_error, worksheet_print_area, PASS)
OF_RANGE(lxw_error, worksheet_autofilter, PASS)

lxw_error worksheet_data_validation_range(
    lxw_worksheet *self, lxw_row_t row, lxw_col_t column, lxw_row_t last_row, lxw_col_t last_column,
    lxw_data_validation *rule) {
  REAL(worksheet_data_validation_range);
  sheet(self);
  range(row, column, last_row, last_column);
  integer(rule->validate);
  integer(rule->criteria);
  integer(rule->ignore_blank);
  integer(rule->show_input);
  integer(rule->show_error);
  integer(rule->error_type);
  integer(rule->dropdown);
  number(rule->value_number);
  text(rule->value_formula);
  number(rule->minimum_number);
  number(rule->maximum_number);
  text(rule->input_title);
  text(rule->input_message);
  text(rule->error_title);
  text(rule->error_message);
  PASS(real(self, row, column, last_row, last_column, rule));
}

lxw_error worksheet_conditional_format_range(
    lxw_worksheet *self, lxw_row_t row, lxw_col_t column, lxw_row_t last_row, lxw_col_t last_column,
    lxw_conditional_format *rule) {
  REAL(worksheet_conditional_format_range);
  sheet(self);
  range(row, column, last_row, last_column);
  integer(rule->type);
  text(rule->value_string);
  format(rule->format);
  integer(rule->stop_if_true);
  PASS(real(self, row, column, last_row, last_column, rule));
}

lxw_error worksheet_ignore_errors(lxw_worksheet *self, uint8_t type, const char *ranges) {
  REAL(worksheet_ignore_errors);
  sheet(self);
  integer(type);
  text(ranges);
  PASS(real(self, type, ranges));
}

void worksheet_protect(lxw_worksheet *self, const char *password, lxw_protection *options) {
  REAL(worksheet_protect);
  sheet(self);
  text(password);
  integer(options->no_select_locked_cells);
  integer(options->no_select_unlocked_cells);
  integer(options->format_cells);
  integer(options->format_columns);
  integer(options->format_rows);
  integer(options->insert_columns);
  integer(options->insert_rows);
  integer(options->insert_hyperlinks);
  integer(options->delete_columns);
  integer(options->delete_rows);
  integer(options->sort);
  integer(options->autofilter);
  integer(options->pivot_tables);
  integer(options->scenarios);
  integer(options->objects);
  real(self, password, options);
  end();
}

void worksheet_set_margins(lxw_worksheet *self, double left, double right, double top, double bottom) {
  REAL(worksheet_set_margins);
  sheet(self);
  number(left);
  number(right);
  number(top);
  number(bottom);
  real(self, left, right, top, bottom);
  end();
}

void worksheet_fit_to_pages(lxw_worksheet *self, uint16_t width, uint16_t height) {
  REAL(worksheet_fit_to_pages);
  sheet(self);
  integer(width);
  integer(height);
  real(self, width, height);
  end();
}

lxw_error worksheet_repeat_rows(lxw_worksheet *self, lxw_row_t first, lxw_row_t last) {
  REAL(worksheet_repeat_rows);
  sheet(self);
  integer(first);
  integer(last);
  PASS(real(self, first, last));
}

lxw_error worksheet_repeat_columns(lxw_worksheet *self, lxw_col_t first, lxw_col_t last) {
  REAL(worksheet_repeat_columns);
  sheet(self);
  integer(first);
  integer(last);
  PASS(real(self, first, last));
}

lxw_error worksheet_set_header_opt(lxw_worksheet *self, const char *value, lxw_header_footer_options *options) {
  REAL(worksheet_set_header_opt);
  sheet(self);
  text(value);
  number(options->margin);
  PASS(real(self, value, options));
}

lxw_error worksheet_set_footer_opt(lxw_worksheet *self, const char *value, lxw_header_footer_options *options) {
  REAL(worksheet_set_footer_opt);
  sheet(self);
  text(value);
  number(options->margin);
  PASS(real(self, value, options));
}
