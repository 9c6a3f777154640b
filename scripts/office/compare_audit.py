#!/usr/bin/python3
"""Changes cells of a filled workbook through LibreOffice and compares its sheet 审核 with `sheets check`.

compare_audit.py filled.xlsx count seed sheets folder [--templates DIR]

Each change makes a workbook of its own in the folder, recalculated by LibreOffice. The verdicts stored in 审核 are read by
openpyxl, and must say of each rule what `sheets check` says: failed, passed (or off by rounding), not applicable, not checked.
"""
import collections
import json
import pathlib
import random
import subprocess
import sys

import openpyxl

from office import Office

HEADINGS = ["规则", "级别", "内容", "左边", "右边", "差额", "结果", "位置"]


def verdicts(path):
    workbook = openpyxl.load_workbook(path, data_only=True, read_only=True)
    found = {}
    heading = False
    for row in workbook["审核"].iter_rows(values_only=True):
        # The line below the rules has no verdict.
        if heading and row[0] and row[6]:
            found[str(row[0])] = row[6]
        if list(row[:8]) == HEADINGS:
            heading = True
    return found


def wanted(rule):
    ledger = rule["ledger"]
    if ledger.get("failed", 0):
        return {"不通过"}
    if ledger.get("notChecked", 0):
        return {"无法审核"}
    if ledger.get("notApplicable", 0) and not ledger.get("passed", 0):
        return {"不适用"}
    if not ledger.get("passed", 0):
        # Nothing is due: 审核 has nothing to find fault with, and says whether the condition holds.
        return {"通过", "不适用"}
    return {"通过", "尾差"}


def amount(text):
    try:
        return float(text)
    except (TypeError, ValueError):
        return None


class Changes:
    """Ways in which a clerk goes wrong; each gives the cells to be changed with what they are to hold."""

    def __init__(self, book, seed):
        self.random = random.Random(seed)
        self.amounts = []
        self.codes = []
        for form in book["forms"]:
            cells = [cell for row in form.get("rows", []) for cell in row["cells"].items()]
            cells += list(form.get("fields", {}).items())
            for path, cell in cells:
                if "at" not in cell or "value" not in cell:
                    continue
                place = (form["sheet"], cell["at"])
                if amount(cell["value"]) is not None and "." in cell["value"]:
                    self.amounts.append((place, float(cell["value"])))
                elif cell["value"].isdigit() and len(cell["value"]) <= 5:
                    self.codes.append((place, cell["value"]))

    def next(self):
        way = self.random.choice(
            ["digits", "cent", "cents", "tenfold", "blank", "negative", "fine", "swap", "code", "two", "move"])
        (place, value) = self.random.choice(self.amounts)
        (other, otherValue) = self.random.choice(self.amounts)
        if way == "digits":
            return way, [(place, round(value + self.random.choice([9, 90, -9, 0.9, 0.09, 27]), 2))]
        if way == "cent":
            return way, [(place, round(value + self.random.choice([0.01, -0.01]), 2))]
        if way == "cents":
            return way, [(place, round(value + self.random.choice([0.02, -0.03, 0.05]), 2))]
        if way == "tenfold":
            return way, [(place, value * self.random.choice([10, 0.1, 10000]))]
        if way == "blank":
            return way, [(place, None)]
        if way == "negative":
            return way, [(place, -value)]
        if way == "fine":
            return way, [(place, value + self.random.choice([0.004, 0.0049, -0.0012, 0.000001]))]
        if way == "swap":
            return way, [(place, otherValue), (other, value)]
        if way == "code":
            (code, text) = self.random.choice(self.codes)
            return way, [(code, str(int(text) + self.random.choice([1, 2, 10])).zfill(len(text)))]
        if way == "two":
            return way, [(place, round(value + 10, 2)), (other, round(otherValue - 10, 2))]
        return way, [(place, None), (self.neighbour(place), value)]

    def neighbour(self, place):
        letters = place[1].rstrip("0123456789")
        return place[0], letters + str(int(place[1][len(letters):]) + 1)


def put(document, place, content):
    cell = document.Sheets.getByName(place[0]).getCellRangeByName(place[1])
    if content is None:
        cell.Formula = ""
    elif isinstance(content, str):
        cell.String = content
    else:
        cell.Value = content


def main():
    source, count, seed, sheets, folder = sys.argv[1:6]
    options = sys.argv[6:]
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    book = json.loads(subprocess.run([sheets, "read", source, "--format", "json", *options], capture_output=True).stdout)
    changes = Changes(book, int(seed))
    made = []
    with Office() as office:
        document = office.open(source)
        for sheet in document.Sheets:
            sheet.unprotect("")
        for number in range(int(count)):
            way, cells = changes.next()
            before = []
            for place, _ in cells:
                cell = document.Sheets.getByName(place[0]).getCellRangeByName(place[1])
                before.append((place, cell.Formula, cell.Type.value, cell.NumberFormat))
            for place, content in cells:
                put(document, place, content)
            path = folder / f"{number:04}.xlsx"
            office.save(document, path)
            made.append((path, way, cells))
            for place, formula, kind, number_format in before:
                cell = document.Sheets.getByName(place[0]).getCellRangeByName(place[1])
                if kind == "TEXT":
                    cell.String = formula.removeprefix("'")
                else:
                    cell.Formula = formula
                # A text typed over a number makes its cell one of texts.
                cell.NumberFormat = number_format
        document.close(True)
    differing = 0
    tally = collections.Counter()
    for path, way, cells in made:
        answer = subprocess.run([sheets, "check", str(path), "--format", "json", *options], capture_output=True)
        report = json.loads(answer.stdout)
        audit = verdicts(path)
        # A row under a class of another code counts there in 审核, which goes by position (docs/issued-workbooks.md).
        moved = {finding["form"] for finding in report["findings"] if finding["code"] == "S40"}
        rounded = {finding.get("rule") for finding in report["findings"] if finding["level"] == "info"}
        rules = {rule["rule"]: rule for rule in report["rules"]}
        for name, verdict in audit.items():
            if any(name.startswith(form + ":Σ") for form in moved):
                continue
            if name not in rules:
                print(f"{path.name}: 审核 has {name}, check has not")
                differing += 1
                continue
            tally[verdict] += 1
            # A sum by key judges rounding by its sides alone.
            if verdict == "不通过" and "尾差" in wanted(rules[name]) and name in rounded:
                tally["尾差 by figure"] += 1
            elif verdict not in wanted(rules[name]):
                differing += 1
                print(f"{path.name} {way} {cells}: {name}: 审核 {verdict}, check {rules[name]['ledger']}")
        if not audit:
            differing += 1
            print(f"{path.name}: no 审核")
    print(f"{len(made)} workbooks, {sum(tally.values())} verdicts {dict(tally)}, {differing} differ")
    sys.exit(1 if differing else 0)


main()
