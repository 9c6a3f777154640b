#!/usr/bin/env python3
"""Writes a workbook like a given one again and again: write.py LIBRARY WORKBOOK COUNT FOLDER [--share I/N] [--each]

LIBRARY is openpyxl or XlsxWriter. The given workbook is loaded once by openpyxl: values, formulas, looks, merged ranges,
widths, heights, validations, panes, print set-up and protection. Then each copy is made cell by cell by public calls,
with every look made once for a workbook, as a careful user of the library would. With --each
prints the least and the median time of one copy.
"""
import argparse
import statistics
import time
from copy import copy

import openpyxl
from openpyxl.cell.cell import MergedCell
from openpyxl.utils import range_boundaries


class Cell:
    def __init__(self, row, column, value, look):
        self.row, self.column, self.value, self.look = row, column, value, look


class Sheet:
    """What one worksheet holds, taken out of openpyxl's objects."""

    def __init__(self, sheet, looks):
        self.name, self.state = sheet.title, sheet.sheet_state
        self.merges = [str(merge) for merge in sheet.merged_cells.ranges]
        self.widths = {name: column.width for name, column in sheet.column_dimensions.items() if column.width}
        self.heights = {number: row.height for number, row in sheet.row_dimensions.items() if row.height}
        self.freeze = sheet.freeze_panes
        self.validations = list(sheet.data_validations.dataValidation)
        self.protected = sheet.protection.sheet
        self.landscape = sheet.page_setup.orientation == "landscape"
        self.print_area = sheet.print_area
        self.title_rows = sheet.print_title_rows
        self.footer = sheet.oddFooter.center.text
        self.cells = []
        for row in sheet.iter_rows():
            for cell in row:
                if cell.value is not None or cell.has_style:
                    look = looks.setdefault(tuple(cell._style), cell)
                    value = None if isinstance(cell, MergedCell) else cell.value
                    self.cells.append(Cell(cell.row, cell.column, value, tuple(look._style)))


def load(path):
    looks = {}
    workbook = openpyxl.load_workbook(path)
    values = openpyxl.load_workbook(path, data_only=True)
    sheets = [Sheet(sheet, looks) for sheet in workbook.worksheets]
    cached = {}
    for sheet in values.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                if isinstance(cell.value, (int, float)):
                    cached[sheet.title, cell.row, cell.column] = cell.value
    parts = {}
    for key, cell in looks.items():
        parts[key] = {name: copy(getattr(cell, name)) if name != "number_format" else cell.number_format
                      for name in ("font", "fill", "border", "alignment", "protection", "number_format")}
    names = [(name, defined.attr_text) for name, defined in workbook.defined_names.items()]
    return sheets, parts, cached, names


def write_openpyxl(book, path):
    from openpyxl.workbook.defined_name import DefinedName
    from openpyxl.worksheet.datavalidation import DataValidation

    sheets, looks, _, names = book
    workbook = openpyxl.Workbook()
    workbook.remove(workbook.active)
    for source in sheets:
        sheet = workbook.create_sheet(source.name)
        sheet.sheet_state = source.state
        for cell in source.cells:
            made = sheet.cell(cell.row, cell.column, cell.value)
            look = looks[cell.look]
            made.font = look["font"]
            made.fill = look["fill"]
            made.border = look["border"]
            made.alignment = look["alignment"]
            made.protection = look["protection"]
            made.number_format = look["number_format"]
        for merge in source.merges:
            sheet.merge_cells(merge)
        for name, width in source.widths.items():
            sheet.column_dimensions[name].width = width
        for number, height in source.heights.items():
            sheet.row_dimensions[number].height = height
        sheet.freeze_panes = source.freeze
        for rule in source.validations:
            made = DataValidation(type=rule.type, operator=rule.operator, formula1=rule.formula1, formula2=rule.formula2,
                                  allow_blank=rule.allowBlank, sqref=rule.sqref, showErrorMessage=rule.showErrorMessage,
                                  showInputMessage=rule.showInputMessage, errorTitle=rule.errorTitle, error=rule.error,
                                  promptTitle=rule.promptTitle, prompt=rule.prompt, errorStyle=rule.errorStyle)
            sheet.add_data_validation(made)
        sheet.protection.sheet = source.protected
        sheet.page_setup.orientation = "landscape" if source.landscape else "portrait"
        sheet.page_setup.paperSize = 9
        sheet.sheet_properties.pageSetUpPr = openpyxl.worksheet.properties.PageSetupProperties(fitToPage=True)
        sheet.page_setup.fitToHeight = 0
        if source.print_area:
            sheet.print_area = source.print_area
        if source.title_rows:
            sheet.print_title_rows = source.title_rows
        if source.footer:
            sheet.oddFooter.center.text = source.footer
    for name, text in names:
        workbook.defined_names[name] = DefinedName(name, attr_text=text)
    workbook.save(path)


SIDES = ("left", "right", "top", "bottom")
LINES = {"thin": 1, "medium": 2, "dashed": 3, "dotted": 4, "thick": 5, "double": 6, "hair": 7}


def color(value):
    rgb = getattr(value, "rgb", None)
    return "#" + rgb[-6:] if isinstance(rgb, str) else None


def properties(look):
    font, fill, border, alignment = look["font"], look["fill"], look["border"], look["alignment"]
    result = {"font_name": font.name or "宋体", "font_size": font.sz or 11, "bold": bool(font.b), "italic": bool(font.i),
              "num_format": look["number_format"], "text_wrap": bool(alignment.wrap_text),
              "locked": look["protection"].locked is not False}
    if color(font.color):
        result["font_color"] = color(font.color)
    if fill.fill_type == "solid":
        result["bg_color"] = color(fill.fgColor)
    for side in SIDES:
        line = getattr(border, side)
        if line is not None and line.style:
            result[side] = LINES.get(line.style, 1)
    if alignment.horizontal and alignment.horizontal != "general":
        result["align"] = {"centerContinuous": "center_across"}.get(alignment.horizontal, alignment.horizontal)
    if alignment.vertical:
        result["valign"] = {"center": "vcenter"}.get(alignment.vertical, alignment.vertical)
    if alignment.indent:
        result["indent"] = int(alignment.indent)
    return result


def write_xlsxwriter(book, path):
    import xlsxwriter

    sheets, looks, cached, names = book
    workbook = xlsxwriter.Workbook(path)
    formats = {key: workbook.add_format(properties(look)) for key, look in looks.items()}
    for source in sheets:
        sheet = workbook.add_worksheet(source.name)
        if source.state != "visible":
            sheet.hide()
        for merge in source.merges:
            left, top, right, bottom = range_boundaries(merge)
            sheet.merge_range(top - 1, left - 1, bottom - 1, right - 1, "")
        for cell in source.cells:
            row, column, value, look = cell.row - 1, cell.column - 1, cell.value, formats[cell.look]
            if value is None:
                sheet.write_blank(row, column, None, look)
            elif isinstance(value, str) and value.startswith("="):
                number = cached.get((source.name, cell.row, cell.column), "")
                sheet.write_formula(row, column, value, look, number)
            elif isinstance(value, str):
                sheet.write_string(row, column, value, look)
            else:
                sheet.write_number(row, column, value, look)
        for name, width in source.widths.items():
            sheet.set_column(f"{name}:{name}", width)
        for number, height in source.heights.items():
            sheet.set_row(number - 1, height)
        if source.freeze:
            sheet.freeze_panes(source.freeze)
        for rule in source.validations:
            for area in str(rule.sqref).split():
                options = {"validate": rule.type, "ignore_blank": rule.allowBlank, "error_message": rule.error,
                           "error_title": rule.errorTitle, "show_error": rule.showErrorMessage}
                if rule.type == "list":
                    text = rule.formula1 or ""
                    options["source"] = text.strip('"').split(",") if text.startswith('"') else "=" + text
                elif rule.type == "custom":
                    options["value"] = "=" + rule.formula1
                elif rule.formula2 is not None:
                    options |= {"criteria": rule.operator or "between", "minimum": value_of(rule.formula1),
                                "maximum": value_of(rule.formula2)}
                else:
                    options |= {"criteria": CRITERIA[rule.operator], "value": value_of(rule.formula1)}
                sheet.data_validation(area, options)
        if source.protected:
            sheet.protect()
        if source.landscape:
            sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        if source.print_area:
            sheet.print_area(source.print_area.split("!")[-1].replace("$", ""))
        if source.title_rows:
            first, last = source.title_rows.replace("$", "").split(":")
            sheet.repeat_rows(int(first) - 1, int(last) - 1)
        if source.footer:
            sheet.set_footer("&C" + source.footer)
    for name, text in names:
        workbook.define_name(name, "=" + text)
    workbook.close()


CRITERIA = {"equal": "==", "notEqual": "!=", "greaterThan": ">", "lessThan": "<", "greaterThanOrEqual": ">=",
            "lessThanOrEqual": "<=", "between": "between"}


def value_of(text):
    try:
        return float(text)
    except ValueError:
        return "=" + text


WRITERS = {"openpyxl": write_openpyxl, "XlsxWriter": write_xlsxwriter}

parser = argparse.ArgumentParser()
parser.add_argument("library", choices=WRITERS)
parser.add_argument("workbook")
parser.add_argument("count", type=int)
parser.add_argument("folder")
parser.add_argument("--share", default="0/1")
parser.add_argument("--each", action="store_true")
arguments = parser.parse_args()

book = load(arguments.workbook)
first, shares = map(int, arguments.share.split("/"))
times = []
for number in range(first, arguments.count, shares):
    start = time.perf_counter()
    WRITERS[arguments.library](book, f"{arguments.folder}/{arguments.library}-{number}.xlsx")
    times.append(time.perf_counter() - start)
if arguments.each:
    print("each", min(times), statistics.median(times))
