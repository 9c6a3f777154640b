#!/usr/bin/python3
"""Opens workbooks in LibreOffice one after the other, without repair, and works them out: open_all.py folder

Every verdict of the sheet 审核 must be 通过 after that, and no cell may hold an error.
"""
import pathlib
import sys

from office import Office

ERROR = 4  # com.sun.star.sheet.FormulaResult.ERROR


def main():
    paths = sorted(pathlib.Path(sys.argv[1]).glob("*.xlsx"))
    wrong = 0
    with Office() as office:
        for number, path in enumerate(paths, 1):
            document = office.open(path)
            document.calculateAll()
            for sheet in document.Sheets:
                ranges = sheet.queryFormulaCells(ERROR)
                if ranges.Count:
                    wrong += 1
                    print(f"{path.name} {sheet.Name}: errors in {ranges.RangeAddressesAsString[:120]}")
            audit = document.Sheets.getByName("审核")
            verdicts = [audit.getCellByPosition(6, row).String for row in range(6, 400)]
            verdicts = [verdict for verdict in verdicts if verdict]
            if len(verdicts) < 100 or set(verdicts) != {"通过"}:
                wrong += 1
                print(f"{path.name}: {len(verdicts)} verdicts, {set(verdicts)}")
            office.documents.remove(document)
            document.close(True)
            if number % 100 == 0:
                print(f"{number}/{len(paths)}", flush=True)
    print(f"{len(paths)} workbooks opened, {wrong} wrong")
    sys.exit(1 if wrong else 0)


main()
