#!/usr/bin/python3
"""Fills in an issued workbook as a clerk would, through LibreOffice: play_clerk.py issued.xlsx book.json out.xlsx

book.json is what `sheets read --format json` prints of the budget to be filled in. Codes are typed as numbers, names only
where the one that is looked up is another, rows are inserted where there are too few, and always one in the middle.
"""
import json
import re
import sys

import openpyxl

from office import Office

GUARD = "在本行以上插入行"


def split(reference):
    letters, digits = re.fullmatch(r"([A-Z]+)(\d+)", reference).groups()
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - 64
    return int(digits), column


class Clerk:
    def __init__(self, document, issued):
        self.document = document
        self.frozen = {sheet.title: sheet.freeze_panes for sheet in openpyxl.load_workbook(issued)}
        self.typed = 0
        self.inserted = 0

    def cell(self, sheet, row, column):
        return sheet.getCellByPosition(column - 1, row - 1)

    def type(self, sheet, row, column, text):
        """Types a text into a cell that is open; formulas of sums are left alone."""
        cell = self.cell(sheet, row, column)
        if cell.CellProtection.IsLocked:
            return
        if cell.Formula.startswith("="):
            if cell.String == text or re.fullmatch(r"-?[\d.]+", text):
                return
            cell.String = text
        elif re.fullmatch(r"\d{1,9}", text) and cell.NumberFormat != self.text_format(sheet):
            cell.Formula = str(int(text))
        elif re.fullmatch(r"-?\d+(\.\d+)?", text) and len(text) < 16 and cell.NumberFormat != self.text_format(sheet):
            cell.Value = float(text)
        else:
            cell.String = text
        self.typed += 1

    def text_format(self, sheet):
        if not hasattr(self, "_text"):
            from com.sun.star.lang import Locale
            self._text = self.document.NumberFormats.queryKey("@", Locale(), False)
        return self._text

    def fill(self, form):
        sheet = self.document.Sheets.getByName(form["sheet"])
        if form.get("fields"):
            return self.fill_blocks(sheet, form)
        rows = form.get("rows", [])
        fixed = [row for row in rows if row["kind"] == "fixed"]
        if fixed:
            return self.fill_printed(sheet, fixed)
        details = [row for row in rows if row["kind"] in ("category", "subcategory", "detail", "continuation")]
        if not details:
            # A form of units: they are printed, and their amounts are open.
            details = [row for row in rows if row["kind"] == "unit"]
        if not details:
            return
        first = split(self.frozen[form["sheet"]])[0]
        for unit, section in self.sections(rows, details):
            start = self.start(sheet, first if unit is None else self.unit_row(sheet, first, unit) + 1)
            if section[0]["kind"] == "unit":
                # The units are printed.
                start = self.unit_row(sheet, first, section[0]["key"])
            guard = self.guard(sheet, start) or start + len(section)
            missing = start + len(section) - guard
            if missing > 0:
                self.insert(sheet, guard, missing)
            elif guard > start + 1 and section[0]["kind"] != "unit":
                # One row in the middle, to be filled like the others; the one too many stays empty.
                self.insert(sheet, start + 1, 1)
            for offset, detail in enumerate(section):
                for path, cell in detail["cells"].items():
                    # A column that counts in a unit of its own says it as it stands there.
                    text = cell.get("raw") if "unit" in cell else cell.get("value") or cell.get("inherited")
                    if text is not None:
                        self.type(sheet, start + offset, split(cell["at"])[1], text)

    def sections(self, rows, details):
        """The details under each unit; all in one where there is a single unit, since then it is not printed everywhere."""
        if details[0]["kind"] == "unit" or not self.has_units or not any(row["kind"] == "unit" for row in rows):
            return [(None, details)]
        sections = []
        for row in rows:
            if row["kind"] == "unit":
                sections.append((row["key"], []))
            elif row in details:
                sections[-1][1].append(row)
        return [section for section in sections if section[1]]

    def unit_row(self, sheet, first, code):
        for row in range(first, first + 400):
            if any(self.cell(sheet, row, column).String == code for column in range(1, 7)):
                return row
        raise SystemExit(f"{sheet.Name}: no unit {code}")

    def start(self, sheet, row):
        """The first row from a row on in which something may be typed."""
        while all(self.cell(sheet, row, column).CellProtection.IsLocked for column in range(1, 7)):
            row += 1
        return row

    def guard(self, sheet, start):
        for row in range(start, start + 400):
            for column in range(1, 8):
                if GUARD in self.cell(sheet, row, column).String:
                    return row
        return None

    def insert(self, sheet, row, count):
        """Inserts rows above a row, and copies the row above them into them, formulas and all."""
        sheet.Rows.insertByIndex(row - 1, count)
        source = sheet.getCellRangeByPosition(0, row - 2, 40, row - 2)
        for offset in range(count):
            target = self.cell(sheet, row + offset, 1)
            sheet.copyRange(target.CellAddress, source.RangeAddress)
        self.inserted += count

    def fill_printed(self, sheet, rows):
        for row in rows:
            label = next(iter(row["cells"].values()))
            column = split(label["at"])[1]
            # Two rows may have one label; they stand in the same order.
            key = (sheet.Name, column, row["key"].split("/")[-1])
            # A label of the published budget that is none of the form's stands for the row that it was read as.
            printed = row["key"].split("/")[-1]
            place = self.find(sheet, (label["value"], printed), column, after=self.seen.get(key, 0))
            self.seen[key] = place
            for cell in list(row["cells"].values())[1:]:
                self.type(sheet, place, split(cell["at"])[1], cell["value"])

    seen = {}

    def find(self, sheet, text, column, after=0):
        texts = (text,) if isinstance(text, str) else text
        for text in texts:
            wanted = re.sub(r"\s", "", text)
            for row in range(after + 1, 120):
                if re.sub(r"\s", "", self.cell(sheet, row, column).String) == wanted:
                    return row
        raise SystemExit(f"{sheet.Name}: no “{texts[0]}” in column {column}")

    def fill_blocks(self, sheet, form):
        lists = {}
        for path, cell in form["fields"].items():
            leaf = re.sub(r"#\d+$", "", path).split("/")
            if len(leaf) == 1:
                self.type(sheet, self.find(sheet, leaf[0], 1), 2, cell["value"])
            elif cell["at"][0] == "D" and re.fullmatch(r"-?[\d.]+", cell["value"]):
                labels = [r for r in range(1, 60) if self.cell(sheet, r, 2).String.endswith(leaf[-1])]
                self.type(sheet, labels[0], 4, cell["value"])
            else:
                lists.setdefault(leaf[0], []).append((path, leaf, cell))
        for name, cells in lists.items():
            heading = self.find(sheet, name, 1)
            top = min(split(cell["at"])[0] for _, _, cell in cells)
            count = max(split(cell["at"])[0] for _, _, cell in cells) - top + 1
            self.make_room(sheet, heading + 1, count, 2)
            columns = {}
            for path, leaf, cell in cells:
                row, column = split(cell["at"])
                self.type(sheet, heading + 1 + row - top, column, cell["value"])
        rows = form["rows"]
        heading = self.find(sheet, "三级指标", 3)
        self.make_room(sheet, heading + 1, len(rows), 3)
        for offset, row in enumerate(rows):
            for cell in row["cells"].values():
                if cell.get("value"):
                    self.type(sheet, heading + 1 + offset, split(cell["at"])[1], cell["value"])

    def make_room(self, sheet, start, count, column):
        """As many open rows from a row on as are needed."""
        room = 0
        while not self.cell(sheet, start + room, column).CellProtection.IsLocked and room < 200:
            room += 1
        if room < count:
            self.insert(sheet, start + 1, count - room)


def main():
    issued, source, output = sys.argv[1:4]
    book = json.load(open(source, encoding="utf-8"))
    with Office() as office:
        document = office.open(issued)
        clerk = Clerk(document, issued)
        clerk.has_units = len(book.get("units", [])) > 1
        for form in book["forms"]:
            clerk.fill(form)
        office.save(document, output)
        document.close(True)
    print(f"{clerk.typed} cells typed, {clerk.inserted} rows inserted: {output}")


main()
