#!/usr/bin/env python3
"""Has another library write a workbook again and again: issue.py LIBRARY CALLS COUNT FOLDER [--share I/N] [--each]

LIBRARY is openpyxl or XlsxWriter. CALLS is the list of calls to libxlsxwriter that Sources/calls wrote down while our own program
wrote the workbook; it is read once, and each call is done with the library's own counterpart: every cell, format, merged
range, rule, name and property. Formats are made once for a workbook in XlsxWriter and once for all in openpyxl, as a careful
user would. What a library does not know (openpyxl no results of formulas) is left out. With --each prints the
least and the median time of one workbook.
"""
import argparse
import datetime
import statistics
import time

ESCAPES = {"t": "\t", "n": "\n", "r": "\r", "\\": "\\"}


def text(word):
    if word == "~":
        return None
    word = word[1:]
    if "\\" not in word:
        return word
    result, place = [], 0
    while place < len(word):
        if word[place] == "\\":
            place += 1
            result.append(ESCAPES[word[place]])
        else:
            result.append(word[place])
        place += 1
    return "".join(result)


def value(word):
    if word[0] in "\"~":
        return text(word)
    try:
        return int(word)
    except ValueError:
        return float(word)


def calls(path):
    with open(path, encoding="utf-8", newline="\n") as file:
        for line in file:
            name, *words = line.rstrip("\n").split("\t")
            yield name, [value(word) for word in words]


def color(number):
    return "000000" if number == 0x1000000 else f"{number & 0xFFFFFF:06X}"


ALIGN = {1: "left", 2: "center", 3: "right", 4: "fill", 5: "justify", 6: "center_across", 7: "distributed", 8: "top",
         9: "bottom", 10: "vcenter"}
VALIDATE = {1: "integer", 3: "decimal", 6: "list", 13: "length", 15: "custom", 16: "any"}
CRITERIA = {1: "between", 2: "not between", 3: "=", 4: "!=", 5: ">", 6: "<", 7: ">=", 8: "<="}
OPERATOR = {1: "between", 2: "notBetween", 3: "equal", 4: "notEqual", 5: "greaterThan", 6: "lessThan",
            7: "greaterThanOrEqual", 8: "lessThanOrEqual"}
STOP = {0: "stop", 1: "warning", 2: "information"}
PROTECTION = ("no_select_locked_cells no_select_unlocked_cells format_cells format_columns format_rows insert_columns "
              "insert_rows insert_hyperlinks delete_columns delete_rows sort autofilter pivot_tables scenarios objects").split()


class Book:
    """The calls, sorted into what does not change: formats by number, and the rest in order."""

    def __init__(self, path):
        self.formats, self.calls, self.lists = [{}], [], {}
        rules = {}
        for name, words in calls(path):
            if name == "workbook_add_format":
                self.formats.append({})
            elif name.startswith("format_set_"):
                self.formats[words[0]][(name[11:], words[1] if name == "format_set_align" else 0)] = words[-1]
            elif name == "list_rule":
                rules.setdefault(words[0], set()).add(words[1])
            else:
                self.calls.append((name, words))
        # Rules are lists where a later call says so.
        counts = {}
        for name, words in self.calls:
            if name == "worksheet_data_validation_range":
                number = counts.get(words[0], 0)
                counts[words[0]] = number + 1
                if number in rules.get(words[0], ()):
                    words[5] = 6


def write_xlsxwriter(book, path):
    import xlsxwriter
    from xlsxwriter.utility import xl_range

    workbook = xlsxwriter.Workbook(path)
    formats = []
    for number, given in enumerate(book.formats):
        properties = {}
        for (key, _), setting in given.items():
            if key in ("bold", "italic", "text_wrap", "shrink", "hidden"):
                properties[key] = True
            elif key == "unlocked":
                properties["locked"] = False
            elif key.endswith("color"):
                properties[key] = "#" + color(setting)
            elif key == "align":
                properties["valign" if setting > 7 else "align"] = ALIGN[setting]
            else:
                properties[key] = setting
        if number == 0:
            formats.append(None)
            if properties:
                workbook.formats[0].set_font_name(properties.get("font_name", "Calibri"))
                workbook.formats[0].set_font_size(properties.get("font_size", 11))
        else:
            formats.append(workbook.add_format(properties))
    formats.append(None)
    sheets = []
    for name, w in book.calls:
        if name == "worksheet_write_formula_num":
            sheets[w[0]].write_formula(w[1], w[2], w[3], formats[w[4]], w[5])
        elif name == "worksheet_write_formula_str":
            sheets[w[0]].write_formula(w[1], w[2], w[3], formats[w[4]], w[5])
        elif name == "worksheet_write_blank":
            sheets[w[0]].write_blank(w[1], w[2], None, formats[w[3]])
        elif name == "worksheet_write_string":
            sheets[w[0]].write_string(w[1], w[2], w[3], formats[w[4]])
        elif name == "worksheet_write_number":
            sheets[w[0]].write_number(w[1], w[2], w[3], formats[w[4]])
        elif name == "worksheet_write_url_opt":
            sheets[w[0]].write_url(w[1], w[2], w[3], formats[w[4]], w[5], w[6])
        elif name == "worksheet_write_comment_opt":
            sheets[w[0]].write_comment(w[1], w[2], w[3], {"author": w[4], "font_name": w[5], "font_size": w[6],
                                                          "width": w[7], "height": w[8]})
        elif name == "worksheet_merge_range":
            sheets[w[0]].merge_range(*w[1:5], w[5], formats[w[6]])
        elif name == "worksheet_set_row_opt":
            sheets[w[0]].set_row(w[1], w[2], formats[w[3]], {"hidden": w[4]})
        elif name == "worksheet_set_column_opt":
            sheets[w[0]].set_column(w[1], w[2], w[3], formats[w[4]], {"hidden": w[5]})
        elif name == "worksheet_data_validation_range":
            rule = {"validate": VALIDATE[w[5]], "ignore_blank": w[7] != 1, "show_error": w[9] != 1, "dropdown": w[11] != 1,
                    "error_type": STOP[w[10]]}
            if w[5] in (6, 15):
                rule["source" if w[5] == 6 else "value"] = w[13]
            elif w[5] != 16:
                rule["criteria"] = CRITERIA[w[6]]
                rule |= {"minimum": w[14], "maximum": w[15]} if w[6] in (1, 2) else {"value": w[12]}
            for key, hint in zip(("input_title", "input_message", "error_title", "error_message"), w[16:20]):
                if hint is not None:
                    rule[key] = hint
            sheets[w[0]].data_validation(*w[1:5], rule)
        elif name == "worksheet_conditional_format_range":
            sheets[w[0]].conditional_format(*w[1:5], {"type": "formula", "criteria": w[6], "format": formats[w[7]],
                                                      "stop_if_true": bool(w[8])})
        elif name == "worksheet_ignore_errors":
            sheets[w[0]].ignore_errors({"number_stored_as_text": w[2]})
        elif name == "worksheet_protect":
            options = {key: bool(word) for key, word in zip(PROTECTION, w[2:])}
            options["select_locked_cells"] = not options.pop("no_select_locked_cells")
            options["select_unlocked_cells"] = not options.pop("no_select_unlocked_cells")
            sheets[w[0]].protect(w[1] or "", options)
        elif name == "worksheet_set_margins":
            sheets[w[0]].set_margins(*w[1:5])
        elif name == "worksheet_fit_to_pages":
            sheets[w[0]].fit_to_pages(w[1], w[2])
        elif name == "worksheet_set_header_opt":
            sheets[w[0]].set_header(w[1], {"margin": w[2]})
        elif name == "worksheet_set_footer_opt":
            sheets[w[0]].set_footer(w[1], {"margin": w[2]})
        elif name == "worksheet_set_portrait":
            sheets[w[0]].set_portrait()
        elif name == "worksheet_set_landscape":
            sheets[w[0]].set_landscape()
        elif name == "worksheet_set_paper":
            sheets[w[0]].set_paper(w[1])
        elif name == "worksheet_center_horizontally":
            sheets[w[0]].center_horizontally()
        elif name == "worksheet_repeat_rows":
            sheets[w[0]].repeat_rows(w[1], w[2])
        elif name == "worksheet_print_area":
            sheets[w[0]].print_area(*w[1:5])
        elif name == "worksheet_freeze_panes":
            sheets[w[0]].freeze_panes(w[1], w[2])
        elif name == "worksheet_set_selection":
            sheets[w[0]].set_selection(*w[1:5])
        elif name == "worksheet_activate":
            sheets[w[0]].activate()
        elif name == "worksheet_set_first_sheet":
            sheets[w[0]].set_first_sheet()
        elif name == "worksheet_hide":
            sheets[w[0]].hide()
        elif name == "workbook_add_worksheet":
            sheets.append(workbook.add_worksheet(w[0]))
        elif name == "workbook_define_name":
            workbook.define_name(w[0], w[1])
        elif name == "workbook_set_custom_property_string":
            workbook.set_custom_property(w[0], w[1])
        elif name == "workbook_set_properties":
            keys = ("title", "subject", "author", "company", "keywords", "comments")
            workbook.set_properties({key: word or "" for key, word in zip(keys, w)})
    workbook.close()


class OpenpyxlLooks:
    """The formats as openpyxl's own, made once."""

    def __init__(self, book):
        from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side

        lines = {0: None, 1: "thin", 2: "medium", 5: "thick", 6: "double", 7: "hair"}
        self.looks = []
        for given in book.formats:
            settings = {key: setting for (key, _), setting in given.items()}
            aligned = {setting for (key, _), setting in given.items() if key == "align"}
            horizontal = next((ALIGN[number] for number in aligned if number < 8), None)
            vertical = {8: "top", 10: "center"}.get(next((number for number in aligned if number > 7), 0))
            tint = settings.get("fg_color", settings.get("bg_color"))
            self.looks.append({
                "font": Font(name=settings.get("font_name", "Calibri"), sz=settings.get("font_size", 11),
                             b="bold" in settings, i="italic" in settings,
                             color=color(settings["font_color"]) if "font_color" in settings else None),
                "fill": PatternFill("solid", fgColor=color(tint), bgColor=color(tint)) if tint is not None else PatternFill(),
                "border": Border(**{side: Side(style=lines.get(settings.get(side, 0))) for side in
                                    ("left", "right", "top", "bottom")}),
                "alignment": Alignment(horizontal={"center_across": "centerContinuous"}.get(horizontal, horizontal),
                                       vertical=vertical, wrap_text="text_wrap" in settings,
                                       shrink_to_fit="shrink" in settings, indent=settings.get("indent", 0)),
                "protection": Protection(locked="unlocked" not in settings, hidden="hidden" in settings),
                "number_format": settings.get("num_format", "General"),
            })


def write_openpyxl(book, path):
    import openpyxl
    from openpyxl.comments import Comment
    from openpyxl.formatting.rule import Rule
    from openpyxl.packaging.custom import StringProperty
    from openpyxl.styles.differential import DifferentialStyle
    from openpyxl.utils import get_column_letter
    from openpyxl.workbook.defined_name import DefinedName
    from openpyxl.worksheet.datavalidation import DataValidation

    if not hasattr(book, "openpyxl"):
        book.openpyxl = OpenpyxlLooks(book).looks
    looks = book.openpyxl

    def area(w):
        return f"{get_column_letter(w[1] + 1)}{w[0] + 1}:{get_column_letter(w[3] + 1)}{w[2] + 1}"

    workbook = openpyxl.Workbook()
    workbook.remove(workbook.active)
    sheets = []

    def put(w, content, number):
        cell = sheets[w[0]].cell(w[1] + 1, w[2] + 1, content)
        # A text that begins with a sign of equality is no formula here.
        if isinstance(content, str) and content.startswith("=") and number is None:
            cell.data_type = "s"
        return cell

    def style(cell, number):
        look = looks[number]
        cell.font, cell.fill, cell.border = look["font"], look["fill"], look["border"]
        cell.alignment, cell.protection, cell.number_format = look["alignment"], look["protection"], look["number_format"]

    for name, w in book.calls:
        if name in ("worksheet_write_formula_num", "worksheet_write_formula_str"):
            style(put(w, w[3], 0), w[4])
        elif name == "worksheet_write_blank":
            style(put(w, None, 0), w[3])
        elif name in ("worksheet_write_string", "worksheet_write_number"):
            style(put(w, w[3], None), w[4])
        elif name == "worksheet_write_url_opt":
            cell = put(w, w[5], None)
            cell.hyperlink = openpyxl.worksheet.hyperlink.Hyperlink(
                ref=cell.coordinate, location=w[3].removeprefix("internal:"), tooltip=w[6], display=w[5])
            style(cell, w[4])
        elif name == "worksheet_write_comment_opt":
            sheets[w[0]].cell(w[1] + 1, w[2] + 1).comment = Comment(w[3], w[4] or "", height=w[8], width=w[7])
        elif name == "worksheet_merge_range":
            for row in range(w[1], w[3] + 1):
                for column in range(w[2], w[4] + 1):
                    style(sheets[w[0]].cell(row + 1, column + 1), w[6])
            sheets[w[0]].merge_cells(area(w[1:5]))
        elif name == "worksheet_set_row_opt":
            row = sheets[w[0]].row_dimensions[w[1] + 1]
            row.height, row.hidden = w[2], bool(w[4])
        elif name == "worksheet_set_column_opt":
            for column in range(w[1], w[2] + 1):
                made = sheets[w[0]].column_dimensions[get_column_letter(column + 1)]
                made.width, made.hidden = w[3], bool(w[5])
        elif name == "worksheet_data_validation_range":
            kind = {1: "whole", 3: "decimal", 6: "list", 13: "textLength", 15: "custom"}.get(w[5])
            between = w[6] in (1, 2)
            rule = DataValidation(
                type=kind, operator=OPERATOR.get(w[6]) if kind in ("whole", "decimal", "textLength") else None,
                formula1=w[13][1:] if w[13] else (w[14] if between else w[12]), formula2=w[15] if between else None,
                allow_blank=w[7] != 1, showErrorMessage=w[9] != 1, showInputMessage=w[8] != 1, errorStyle=STOP[w[10]],
                promptTitle=w[16], prompt=w[17], errorTitle=w[18], error=w[19], sqref=area(w[1:5]))
            sheets[w[0]].add_data_validation(rule)
        elif name == "worksheet_conditional_format_range":
            look = looks[w[7]]
            changed = DifferentialStyle(font=look["font"], fill=look["fill"], border=look["border"])
            sheets[w[0]].conditional_formatting.add(
                area(w[1:5]), Rule(type="expression", dxf=changed, formula=[w[6][1:]], stopIfTrue=bool(w[8]) or None))
        elif name == "worksheet_protect":
            protection = sheets[w[0]].protection
            protection.sheet = True
            protection.formatColumns, protection.formatRows, protection.insertRows = (not w[5], not w[6], not w[8])
        elif name == "worksheet_set_margins":
            margins = sheets[w[0]].page_margins
            margins.left, margins.right, margins.top, margins.bottom = w[1:5]
        elif name == "worksheet_fit_to_pages":
            sheet = sheets[w[0]]
            sheet.sheet_properties.pageSetUpPr = openpyxl.worksheet.properties.PageSetupProperties(fitToPage=True)
            sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = w[1], w[2]
        elif name == "worksheet_set_footer_opt" and w[1]:
            sheets[w[0]].oddFooter.center.text = w[1].removeprefix("&C")
        elif name == "worksheet_set_portrait":
            sheets[w[0]].page_setup.orientation = "portrait"
        elif name == "worksheet_set_landscape":
            sheets[w[0]].page_setup.orientation = "landscape"
        elif name == "worksheet_set_paper":
            sheets[w[0]].page_setup.paperSize = w[1]
        elif name == "worksheet_center_horizontally":
            sheets[w[0]].print_options.horizontalCentered = True
        elif name == "worksheet_repeat_rows":
            sheets[w[0]].print_title_rows = f"{w[1] + 1}:{w[2] + 1}"
        elif name == "worksheet_print_area":
            sheets[w[0]].print_area = area(w[1:5])
        elif name == "worksheet_freeze_panes":
            sheets[w[0]].freeze_panes = f"{get_column_letter(w[2] + 1)}{w[1] + 1}"
        elif name == "worksheet_set_selection":
            selection = sheets[w[0]].sheet_view.selection[-1]
            selection.activeCell = f"{get_column_letter(w[2] + 1)}{w[1] + 1}"
            selection.sqref = selection.activeCell
        elif name == "worksheet_activate":
            workbook.active = w[0]
        elif name == "worksheet_hide":
            sheets[w[0]].sheet_state = "hidden"
        elif name == "workbook_add_worksheet":
            sheets.append(workbook.create_sheet(w[0]))
        elif name == "workbook_define_name":
            workbook.defined_names[w[0]] = DefinedName(w[0], attr_text=w[1][1:])
        elif name == "workbook_set_custom_property_string":
            workbook.custom_doc_props.append(StringProperty(name=w[0], value=w[1]))
        elif name == "workbook_set_properties":
            workbook.properties.title = w[0]
            workbook.properties.created = datetime.datetime(2000, 1, 1)
    workbook.save(path)


WRITERS = {"openpyxl": write_openpyxl, "XlsxWriter": write_xlsxwriter}

parser = argparse.ArgumentParser()
parser.add_argument("library", choices=WRITERS)
parser.add_argument("calls")
parser.add_argument("count", type=int)
parser.add_argument("folder")
parser.add_argument("--share", default="0/1")
parser.add_argument("--each", action="store_true")
arguments = parser.parse_args()

book = Book(arguments.calls)
first, shares = map(int, arguments.share.split("/"))
times = []
for number in range(first, arguments.count, shares):
    start = time.perf_counter()
    WRITERS[arguments.library](book, f"{arguments.folder}/{arguments.library}-{number}.xlsx")
    times.append(time.perf_counter() - start)
if arguments.each:
    print("each", min(times), statistics.median(times))
