#!/usr/bin/python3
"""Compares two budgets as JSON, as `sheets read --format json` prints them, value by value: compare_books.py first second

Rows are told by form, pane, kind and key; a blank cell and an amount of nothing are the same.
"""
import json
import sys


def values(path):
    found = {}
    book = json.load(open(path, encoding="utf-8"))
    for form in book["forms"]:
        seen = {}
        for row in form.get("rows", []):
            place = (form["form"], row.get("pane"), row["kind"], row.get("key"))
            # Continuations have no key; they stand in order.
            seen[place] = seen.get(place, 0) + 1
            for column, cell in row["cells"].items():
                found[(*place, seen[place], column)] = cell.get("value", cell.get("inherited"))
        for column, cell in form.get("fields", {}).items():
            found[(form["form"], column)] = cell.get("value")
        for index, note in enumerate(form.get("notes", [])):
            found[(form["form"], "note", index)] = note["text"]
    return {place: text for place, text in found.items() if text not in (None, "", "0.00")}


def main():
    first, second = values(sys.argv[1]), values(sys.argv[2])
    differing = [place for place in sorted(set(first) | set(second), key=str) if first.get(place) != second.get(place)]
    for place in differing:
        print(place, repr(first.get(place)), repr(second.get(place)))
    print(f"{len(first)} and {len(second)} values, {len(differing)} differ")
    sys.exit(1 if differing else 0)


main()
