#!/usr/bin/env python3
"""Turns tables of a budget (as in truth-2023.json) into a book as JSON (docs/book-json.md): make-books.py TABLES… DIR"""
import json
import os
import sys

INCOME_04 = [
    "一、本年收入", "一、本年收入/（一）一般公共预算拨款", "一、本年收入/（一）一般公共预算拨款/其中：财政拨款",
    "一、本年收入/（二）政府性基金预算拨款", "一、本年收入/（三）国有资本经营预算拨款", "二、上年结转",
    "二、上年结转/（一）一般公共预算拨款", "二、上年结转/（二）政府性基金预算拨款", "二、上年结转/（三）国有资本经营预算拨款",
    "收入合计",
]
# The published form prints the label of another year beside the number of class 209.
LABELS = {"（九）医疗卫生与计划生育支出": "（九）社会保险基金支出"}

# What the published empty forms say that there is none of.
NOTHING = {
    8: "一般公共预算“三公”经费支出", 9: "政府性基金预算拨款安排的支出", 10: "国有资本经营预算拨款安排的支出",
}


def cells(row, columns):
    result = {}
    for column in columns:
        text = row.get("cells_clean", {}).get(column) or row["cells"].get(column)
        if text is not None:
            result[column] = {"value": LABELS.get(text, text)}
        elif column in row.get("inherited", {}):
            result[column] = {"inherited": row["inherited"][column]}
    return result


def rows(table):
    columns = table["leaf_columns"]
    if table["form_no"] not in (1, 4):
        return [{"kind": row["kind"], "cells": cells(row, columns)} for row in table["rows"]]
    result = []
    for pane in ("收入", "支出"):
        own = [column for column in columns if column.startswith(pane + "/")]
        present = [row for row in table["rows"] if row["cells"].get(pane + "/项目")]
        for index, row in enumerate(present):
            made = {"kind": "fixed", "pane": pane, "cells": cells(row, own)}
            if table["form_no"] == 4 and pane == "收入":
                made["key"] = INCOME_04[index]
            result.append(made)
    return result


def form(table):
    result = {"form": "%02d" % table["form_no"], "title": table["title"], "sheet": table["form_code"]}
    result["rows"] = rows(table)
    block = table.get("header_block")
    if block:
        fields = {name: {"value": block[name]} for name in ("部门（单位）名称", "年度履职目标")}
        for index, task in enumerate(block["年度主要任务"]):
            for name, text in task.items():
                mark = "" if index == 0 else "#%d" % (index + 1)
                fields["年度主要任务/%s%s" % (name, mark)] = {"value": text}
        for name, text in block["预算情况"].items():
            if text is not None:
                fields["预算情况/" + name] = {"value": text}
        result["fields"] = fields
    if table.get("empty_statement"):
        result["notes"] = [{"text": "备注：%s %s 年无%s，故此表无数据。" % (
            table["department"], table["title"][:4], NOTHING[table["form_no"]])}]
    return result


for path in sys.argv[1:-1]:
    with open(path) as file:
        truth = json.load(file)
    name = os.path.basename(path)
    book = {
        "format": "budgetsheets.book", "version": 1, "file": name, "set": "luoyang-2023", "year": str(truth["year"]),
        "department": truth["department"], "forms": [form(table) for table in truth["tables"]],
    }
    with open(os.path.join(sys.argv[-1], name), "w") as file:
        json.dump(book, file, ensure_ascii=False, separators=(",", ":"))
        file.write("\n")
