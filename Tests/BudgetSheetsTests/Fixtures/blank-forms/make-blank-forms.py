#!/usr/bin/env python3
"""Makes workbooks of blank forms as clerks of two counties would, each with a filled twin and what stands in it:
make-blank-forms.py DIR. Departments and amounts are invented."""
import json
import os
import sys

import openpyxl
import xlsxwriter
from openpyxl.styles import Alignment, Border, Font, Side

THIN = Side(style="thin")
BOX = Border(left=THIN, right=THIN, top=THIN, bottom=THIN)


class Twin:
    """A blank workbook and its filled twin, with the cells that were filled in."""

    def __init__(self, department):
        self.department = department
        self.cells = []

    def expect(self, sheet, at, column, value, amount):
        self.cells.append({"sheet": sheet, "at": at, "column": column, "value": value, "amount": amount})

    def save(self, path, unit):
        with open(path, "w") as file:
            json.dump({"department": self.department, "unit": unit, "cells": self.cells}, file, ensure_ascii=False,
                      separators=(",", ":"))
            file.write("\n")


# County A: openpyxl, no merged headings, no formulas, no rules for input, 元, totals at the bottom.

A_INCOME = ["一、一般公共预算拨款", "其中：财政拨款", "二、政府性基金预算拨款", "三、事业收入", "本年收入合计", "四、上年结转"]
A_SPENDING = ["一、一般公共服务支出", "二、教育支出", "三、科学技术支出", "四、社会保障和就业支出", "五、卫生健康支出",
              "六、农林水支出", "七、住房保障支出", "本年支出合计", "八、结转下年"]
A_INCOME_AMOUNTS = [1234567.89, 1200000, None, 45600.5, 1280168.39, 3000]
A_SPENDING_AMOUNTS = [1000000, None, 150000.25, 80000, 30168.14, None, 20000, 1280168.39, 3000]
A_DETAILS = [
    ("201", "03", "01", "行政运行", 800000, 700000, 100000, None),
    ("201", "03", "02", "一般行政管理事务", 200000, None, None, 200000),
    ("206", "04", "99", "其他技术研究与开发支出", 150000.25, None, None, 150000.25),
    ("221", "02", "01", "住房公积金", 20000, 20000, None, None),
]
A_TOTAL = (1170000.25, 720000, 100000, 350000.25)
A_VEHICLES = ["合　　计", "1、因公出国（境）费", "2、公务接待费", "3、公务用车购置及运行维护费", "其中：（1）公务用车购置费",
              "（2）公务用车运行维护费"]
A_VEHICLE_AMOUNTS = [52000, None, 12000, 40000, None, 40000]
A_PROJECTS = [("县级科技创新券", "示范县科学技术局本级", 200000), ("科普活动：“进校园” 2024", "示范县科普中心", 150000.25)]


def county_a(path, filled):
    book = openpyxl.Workbook()
    twin = Twin("示范县科学技术局")
    font = Font(name="宋体", size=11)

    def sheet(name, title, columns, portrait=True):
        ws = book.create_sheet(name)
        ws["A1"] = title
        ws["A1"].font = Font(name="黑体", size=16)
        ws["A1"].alignment = Alignment(horizontal="center")
        ws.merge_cells(start_row=1, start_column=1, end_row=1, end_column=columns)
        ws["A2"] = "编制单位：" + (twin.department if filled else "")
        ws.cell(2, columns).value = "单位：元"
        ws.page_setup.orientation = "portrait" if portrait else "landscape"
        return ws

    def put(ws, row, values):
        for column, value in enumerate(values, 1):
            cell = ws.cell(row, column)
            cell.value = value
            cell.font = font
            cell.border = BOX

    def fill(ws, row, column, path, value, amount=False):
        if not filled or value is None:
            return
        cell = ws.cell(row, column)
        cell.value = value
        twin.expect(ws.title, cell.coordinate, path, "%.2f" % value if amount else value, amount)

    book.remove(book.active)
    contents = book.create_sheet("目录")
    contents["A1"] = "2024年部门预算表目录"
    for row, name in enumerate(["收支总表", "支出表", "三公表", "项目表"], 3):
        put(contents, row, [row - 2, name])

    ws = sheet("收支总表", "2024年部门收支总表", 4)
    put(ws, 3, ["收　入", None, "支　出", None])
    put(ws, 4, ["项　目", "预算数", "项　目", "预算数"])
    last = 4 + len(A_SPENDING) + 1
    for index in range(len(A_SPENDING)):
        put(ws, 5 + index, [None] * 4)
    for index, label in enumerate(A_INCOME):
        ws.cell(5 + index, 1).value = label
        fill(ws, 5 + index, 2, "收入/预算数", A_INCOME_AMOUNTS[index], True)
    for index, label in enumerate(A_SPENDING):
        ws.cell(5 + index, 3).value = label
        fill(ws, 5 + index, 4, "支出/预算数", A_SPENDING_AMOUNTS[index], True)
    put(ws, last, ["收入总计", None, "支出总计", None])
    fill(ws, last, 2, "收入/预算数", 1283168.39, True)
    fill(ws, last, 4, "支出/预算数", 1283168.39, True)

    ws = sheet("支出表", "2024年部门支出预算表", 8, portrait=False)
    put(ws, 3, ["科目编码", None, None, "科目名称", "合计", "基本支出", None, "项目支出"])
    put(ws, 4, ["类", "款", "项", None, None, "人员\n经费", "公用\n经费", None])
    paths = ["科目编码/类", "科目编码/款", "科目编码/项", "科目名称", "合计", "基本支出/人员经费", "基本支出/公用经费", "项目支出"]
    for row in range(5, 15):
        put(ws, row, [None] * 8)
    for index, line in enumerate(A_DETAILS):
        for column, value in enumerate(line, 1):
            fill(ws, 5 + index, column, paths[column - 1], value, column > 4)
    put(ws, 15, [None, None, None, "合　计", None, None, None, None])
    for column, value in enumerate(A_TOTAL, 5):
        fill(ws, 15, column, paths[column - 1], value, True)

    ws = sheet("三公表", "2024年“三公”经费预算表", 2)
    put(ws, 3, ["项目", "2024年预算数"])
    for index, label in enumerate(A_VEHICLES):
        put(ws, 4 + index, [label, None])
        fill(ws, 4 + index, 2, "预算数", A_VEHICLE_AMOUNTS[index], True)
    ws.cell(10, 1).value = "注：“三公”经费按规定口径填列: 不含 A&B 两类 # 见说明。"

    ws = sheet("项目表", "2024年项目支出明细表", 4)
    put(ws, 3, ["项目名称", "项目单位", "金额", "备注"])
    for row in range(4, 12):
        put(ws, row, [None] * 4)
    for index, (name, unit, amount) in enumerate(A_PROJECTS):
        fill(ws, 4 + index, 1, "项目名称", name)
        fill(ws, 4 + index, 2, "项目单位", unit)
        fill(ws, 4 + index, 3, "金额", amount, True)
    put(ws, 12, ["合计", None, None, None])
    fill(ws, 12, 3, "金额", 350000.25, True)
    ws.cell(13, 1).value = "单位负责人：　　　　填表人："
    book.save(path)
    return twin


# County B: XlsxWriter, merged headings of three rows, formulas, drop-downs and rules for input, 万元.

B_UNITS = [("301001", "样例县教育局机关", "全额", 100.5, 90, 20.25, 5), ("301002", "样例县第一小学", "差额", 200, 180.75, 0.5, None)]
B_ROWS = [("一、本年收入", None), ("（一）一般公共预算", 300.5), ("其中：经费拨款", 270.75), ("（二）政府性基金", 20.75),
          ("二、上年结转", None), ("（一）一般公共预算", 4), ("（二）政府性基金", 1), ("收入总计", None)]


def county_b(path, filled):
    book = xlsxwriter.Workbook(path)
    twin = Twin("样例县教育局")
    title = book.add_format({"bold": True, "font_size": 16, "align": "center"})
    head = book.add_format({"border": 1, "align": "center", "text_wrap": True})
    text = book.add_format({"border": 1, "num_format": "@"})
    money = book.add_format({"border": 1, "num_format": "#,##0.00"})
    plain = book.add_format({})

    def fill(ws, name, at, path, value, form, amount=False):
        if not filled or value is None:
            ws.write_blank(at, None, form)
            return
        ws.write(at, value, form)
        twin.expect(name, at, path, "%.2f" % value if amount else value, amount)

    def frame(name, head_text, last):
        ws = book.add_worksheet(name)
        ws.merge_range("A1:%s1" % last, head_text, title)
        ws.write(last + "2", "公开0%d表" % len(book.worksheets()), plain)
        ws.write("A3", "填报单位：" + (twin.department if filled else ""), plain)
        ws.write(last + "3", "金额单位：万元", plain)
        return ws

    ws = frame("公开01表", "2024年部门收入总表", "J")
    for area, label in [("A4:A6", "单位编码"), ("B4:B6", "单位名称"), ("C4:C6", "经费性质"), ("D4:D6", "总计"),
                        ("E4:H4", "本年收入"), ("E5:E6", "小计"), ("F5:G5", "一般公共预算"), ("H5:H6", "政府性基金"),
                        ("I4:I6", "上年结转"), ("J4:J6", "其中：项目结转")]:
        ws.merge_range(area, label, head)
    ws.write("F6", "经费拨款", head)
    ws.write("G6", "专项拨款", head)
    paths = {"A": "单位编码", "B": "单位名称", "C": "经费性质", "F": "本年收入/一般公共预算/经费拨款",
             "G": "本年收入/一般公共预算/专项拨款", "H": "本年收入/政府性基金", "I": "上年结转", "J": "其中：项目结转"}
    ws.write("A7", "合计", text)
    for column in "BC":
        ws.write_blank(column + "7", None, text)
    totals = {"F": 300.5, "G": 270.75, "H": 20.75, "I": 5, "J": 2.5}
    sums = {"D": 597, "E": 592}
    for column in "DEFGHIJ":
        formula = {"D": "=E7+I7", "E": "=SUM(F7:H7)"}.get(column, "=SUM(%s8:%s15)" % (column, column))
        value = totals.get(column, sums.get(column, 0)) if filled else 0
        ws.write_formula(column + "7", formula, money, value)
        if filled:
            twin.expect("公开01表", column + "7", {"D": "总计", "E": "本年收入/小计"}.get(column, paths.get(column)),
                        "%.2f" % value, True)
    for index in range(8):
        row = 8 + index
        line = B_UNITS[index] if index < len(B_UNITS) else (None,) * 7
        for column, value in zip("ABC", line):
            fill(ws, "公开01表", "%s%d" % (column, row), paths[column], value, text)
        for column, value in zip("FGHI", line[3:]):
            fill(ws, "公开01表", "%s%d" % (column, row), paths[column], value, money, True)
        own = [value or 0 for value in line[3:6]]
        ws.write_formula("D%d" % row, "=ROUND(E%d+I%d,2)" % (row, row), money, sum(own) + (line[6] or 0))
        ws.write_formula("E%d" % row, "=SUM(F%d:H%d)" % (row, row), money, sum(own))
        ws.write_formula("J%d" % row, "=I%d*0.5" % row, money, (line[6] or 0) * 0.5)
    ws.data_validation("A8:A15", {"validate": "length", "criteria": "==", "value": 6})
    ws.data_validation("C8:C15", {"validate": "list", "source": "=经费性质"})
    ws.data_validation("F8:I15", {"validate": "decimal", "criteria": ">=", "value": 0})
    ws.set_landscape()
    ws.write("A16", "" if filled else "备注：本部门2024年无政府性基金，故此表无数据。", plain)

    ws = frame("公开02表", "2024年财政拨款收入表", "C")
    for column, label in zip("ABC", ["收入项目", "金额", "说明"]):
        ws.write(column + "4", label, head)
    formulas = {5: "=B6+B8", 9: "=SUM(B10:B11)", 12: "=B5+B9"}
    results = {5: 321.25, 9: 5, 12: 326.25}
    for index, (label, amount) in enumerate(B_ROWS):
        row = 5 + index
        ws.write("A%d" % row, label, text)
        ws.write_blank("C%d" % row, None, text)
        if row in formulas:
            ws.write_formula("B%d" % row, formulas[row], money, results[row] if filled else 0)
            if filled:
                twin.expect("公开02表", "B%d" % row, "金额", "%.2f" % results[row], True)
        else:
            fill(ws, "公开02表", "B%d" % row, "金额", amount, money, True)

    lists = book.add_worksheet("下拉")
    lists.write("A1", "经费性质")
    for row, entry in enumerate(["全额", "差额", "自收自支"], 2):
        lists.write("A%d" % row, entry)
    lists.hide()
    book.define_name("经费性质", "=下拉!$A$2:$A$4")
    book.close()
    return twin


if __name__ == "__main__":
    folder = sys.argv[1] if len(sys.argv) > 1 else os.path.dirname(os.path.abspath(__file__))
    for name, make, unit in [("county-a", county_a, "元"), ("county-b", county_b, "万元")]:
        make(os.path.join(folder, name + ".xlsx"), False)
        twin = make(os.path.join(folder, name + "-filled.xlsx"), True)
        twin.save(os.path.join(folder, name + ".expected.json"), unit)
