#!/usr/bin/python3
"""Compares the results stored in issued workbooks with what LibreOffice works out: compare_stored.py workbook…"""
import sys
import tempfile

import openpyxl

from office import Office


def cells(path):
    found = {}
    for sheet in openpyxl.load_workbook(path, data_only=True):
        for row in sheet.iter_rows():
            for cell in row:
                if cell.value not in (None, ""):
                    found[sheet.title, cell.coordinate] = cell.value
    return found


def main():
    differing = total = 0
    with Office() as office, tempfile.TemporaryDirectory() as folder:
        for path in sys.argv[1:]:
            document = office.open(path)
            office.save(document, folder + "/again.xlsx")
            document.close(True)
            stored, again = cells(path), cells(folder + "/again.xlsx")
            total += len(stored)
            for place in sorted(set(stored) | set(again)):
                first, second = stored.get(place), again.get(place)
                if first != second and str(first) != str(second):
                    differing += 1
                    print(f"{path} {place[0]}!{place[1]}: stored {first!r}, worked out {second!r}")
    print(f"{len(sys.argv) - 1} workbooks, {total} cells, {differing} differ")
    sys.exit(1 if differing else 0)


main()
