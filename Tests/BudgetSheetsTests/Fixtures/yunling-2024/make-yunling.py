#!/usr/bin/env python3
"""Makes the workbooks of an invented county and what they must read as: make-yunling.py EXAMPLES FIXTURES

The budget is worked out here, with exact decimals, from the rows below; nothing comes from the program that is tested.
"""
import json
import os
import sys
from decimal import Decimal as D

from openpyxl import Workbook, load_workbook
from openpyxl.styles import Alignment, Border, Font, Side

DEPARTMENT = "云岭县文化旅游局"
YEAR = "2024"

# code, 基本支出 人员经费, 基本支出 公用经费, 项目支出, of that from the general budget
ITEMS = [
    ("2070101", "3500000.00", "821000.10", "0", "0"),
    ("2070109", "1499921.20", "376622.01", "900000.00", "422300.00"),
    ("2070114", "0", "0", "2100000.00", "2100000.00"),
    ("2070199", "0", "0", "177787.15", "177787.15"),
    ("2070204", "0", "0", "1000000.00", "1000000.00"),
    ("2080505", "678912.34", "0", "0", "0"),
    ("2089999", "45678.90", "0", "0", "0"),
    ("2101101", "234567.80", "0", "0", "0"),
    ("2101102", "98765.40", "0", "0", "0"),
    ("2120899", "0", "0", "1200000.00", "0"),
    ("2210201", "512345.60", "0", "0", "0"),
]
ECONOMIC = [
    ("30101", "2500000.00"), ("30102", "1200000.10"), ("30108", "678912.34"), ("30110", "333333.20"),
    ("30113", "512345.60"), ("30199", "1000000.00"), ("30201", "345678.00"), ("30211", "123456.70"),
    ("30217", "12000.00"), ("30231", "60000.00"), ("30299", "656487.41"), ("30302", "345600.00"),
]
# code, name, 一般公共预算, 政府性基金, 国有资本, 事业收入, 其他收入, 上年结转
UNITS = [
    ("318001", "云岭县文化旅游局本级", "8765432.10", "1200000.00", "0", "0", "0", "356789.50"),
    ("318002", "云岭县文化馆", "2345678.90", "0", "0", "432100.00", "45600.00", "0"),
]
PUBLIC = {"因公出国（境）费": "0", "公务用车购置费": "0", "公务用车运行维护费": "60000.00", "公务接待费": "12000.00"}
CLASSES = [
    ("201", "一、一般公共服务支出"), ("205", "二、教育支出"), ("207", "三、文化旅游体育与传媒支出"),
    ("208", "四、社会保障和就业支出"), ("210", "五、卫生健康支出"), ("212", "六、城乡社区支出"),
    ("213", "七、农林水支出"), ("221", "八、住房保障支出"),
]


def names(path):
    with open(path, encoding="utf-8") as file:
        return dict(line.strip().split(",")[:2] for line in file if line.strip() and not line.startswith("code"))


def add(rows):
    return [sum(column, D(0)) for column in zip(*rows)]


def levels(details, lengths):
    """Rows of classes above the details: (kind, code, amounts)."""
    rows = []
    seen = set()
    for code, amounts in details:
        for kind, length in lengths:
            key = code[:length]
            if key not in seen:
                seen.add(key)
                rows.append((kind, key, add([other for c, other in details if c.startswith(key)])))
        rows.append(("detail", code, amounts))
    return rows


def budget(set_folder):
    functional = names(os.path.join(set_folder, "functional.csv"))
    economic = names(os.path.join(set_folder, "economic.csv"))
    forms = {}

    # 03: 合计, 基本支出, 项目支出
    details = []
    for code, staff, running, project, _ in ITEMS:
        basic = D(staff) + D(running)
        details.append((code, [basic + D(project), basic, D(project)]))
    rows = levels(details, [("category", 3), ("subcategory", 5)])
    rows.append(("total", "合计", add([a for _, a in details])))
    forms["03"] = {
        "columns": ["合计", "基本支出", "项目支出"],
        "rows": [(k, c, [c, functional.get(c)] if k != "total" else ["合计", None], a) for k, c, a in rows]}
    total03 = rows[-1][2]
    by_class = {code: amounts[0] for kind, code, amounts in rows if kind == "category"}

    # 04: 合计, 小计, 人员经费, 公用经费, 项目支出, of the general budget alone
    details = []
    for code, staff, running, project, general in ITEMS:
        staff, running, general = D(staff), D(running), D(general)
        if staff + running + general:
            details.append((code, [staff + running + general, staff + running, staff, running, general]))
    rows = levels(details, [("category", 3), ("subcategory", 5)])
    rows.append(("total", "合计", add([a for _, a in details])))
    made = []
    for kind, code, amounts in rows:
        if kind == "total":
            made.append((kind, code, [None, None, None, "合计"], amounts))
            continue
        parts = [code[:3], code[3:5] or None, code[5:7] or None]
        made.append((kind, "/".join(p for p in parts if p), parts + [functional.get(code)], amounts))
    forms["04"] = {
        "columns": ["合计", "基本支出/小计", "基本支出/人员经费", "基本支出/公用经费", "项目支出"], "rows": made}
    total04 = rows[-1][2]

    # 05: 合计, 人员经费, 公用经费
    details = []
    for code, amount in ECONOMIC:
        amount = D(amount)
        is_running = code.startswith("302")
        details.append((code, [amount, D(0) if is_running else amount, amount if is_running else D(0)]))
    rows = levels(details, [("category", 3)])
    rows.append(("total", "合计", add([a for _, a in details])))
    forms["05"] = {
        "columns": ["合计", "人员经费", "公用经费"],
        "rows": [(k, c, [c, economic.get(c)] if k != "total" else ["合计", None], a) for k, c, a in rows]}
    total05 = rows[-1][2]

    # 02: 合计, 小计, five kinds of income, 上年结转
    rows = []
    for code, name, *amounts in UNITS:
        *income, carried = map(D, amounts)
        rows.append(("unit", code, [code, name], [sum(income) + carried, sum(income), *income, carried]))
    total02 = add([row[3] for row in rows])
    rows.append(("total", "合计", ["合计", None], total02))
    forms["02"] = {
        "columns": ["合计", "本年收入/小计", "本年收入/一般公共预算拨款", "本年收入/政府性基金预算拨款",
                    "本年收入/国有资本经营预算拨款", "本年收入/事业收入", "本年收入/其他收入", "上年结转"],
        "rows": rows}

    # 06
    public = {key: D(value) for key, value in PUBLIC.items()}
    cars = public["公务用车购置费"] + public["公务用车运行维护费"]
    forms["06"] = {
        "columns": ["“三公”经费合计", "因公出国（境）费", "公务用车购置及运行费/小计", "公务用车购置及运行费/公务用车购置费",
                    "公务用车购置及运行费/公务用车运行维护费", "公务接待费"],
        "rows": [("detail", "", [], [sum(public.values()), public["因公出国（境）费"], cars, public["公务用车购置费"],
                                     public["公务用车运行维护费"], public["公务接待费"]])]}

    # 01
    income = list(zip(
        ["一、一般公共预算拨款收入", "二、政府性基金预算拨款收入", "三、国有资本经营预算拨款收入", "四、事业收入", "五、其他收入"],
        total02[2:7]))
    income += [("本年收入合计", total02[1]), ("上年结转", total02[7]), ("收入总计", total02[0])]
    spending = [(label, by_class.get(code, D(0))) for code, label in CLASSES]
    spending += [("本年支出合计", total03[0]), ("年终结转", D(0)), ("支出总计", total03[0])]
    forms["01"] = {"income": income, "spending": spending}

    # The budget is one: what the rules of the county ask for.
    assert total02[0] == total03[0] == sum(by_class.values()), (total02, total03)
    assert total04[2] == total05[1] and total04[3] == total05[2], (total04, total05)
    assert total04[0] <= total02[2] + total02[7]
    return forms


TITLES = {
    "01": "部门收支总表", "02": "部门收入总表", "03": "部门支出总表", "04": "一般公共预算支出表", "05": "一般公共预算基本支出表",
    "06": "一般公共预算“三公”经费支出表",
}
HEADINGS = {
    "01": ["收入/收入项目", "收入/金额", "支出/支出项目", "支出/金额"],
    "02": ["单位编码", "单位名称"], "03": ["科目编码", "科目名称"],
    "04": ["科目编码/类", "科目编码/款", "科目编码/项", "科目名称"], "05": ["经济科目编码", "经济科目名称"], "06": [],
}
THIN = Side(style="thin")
BORDER = Border(left=THIN, right=THIN, top=THIN, bottom=THIN)


def number(amount):
    text = format(amount, "f")
    value = float(text)
    assert D(repr(value)) == amount, amount
    return value


def frame(book, form, width, unit):
    sheet = book.create_sheet("附表%d" % int(form))
    sheet.append([YEAR + "年" + TITLES[form]])
    sheet.merge_cells(start_row=1, start_column=1, end_row=1, end_column=width)
    sheet["A1"].font = Font(name="黑体", size=16)
    sheet["A1"].alignment = Alignment(horizontal="center")
    sheet.cell(2, width, "云岭%s表" % form)
    sheet.cell(3, 1, "编制部门：" + DEPARTMENT)
    sheet.cell(3, width, "金额单位：" + unit)
    return sheet


def headings(sheet, labels):
    depth = max(label.count("/") + 1 for label in labels)
    last = None
    for column, label in enumerate(labels, 1):
        parts = label.split("/")
        for level, part in enumerate(parts):
            if level == 0 and len(parts) > 1 and last and last.split("/")[0] == part:
                continue
            sheet.cell(4 + level, column, part)
        if len(parts) == 1 and depth > 1:
            sheet.merge_cells(start_row=4, start_column=column, end_row=3 + depth, end_column=column)
        last = label
    groups = {}
    for column, label in enumerate(labels, 1):
        if "/" in label:
            groups.setdefault(label.split("/")[0], []).append(column)
    for columns in groups.values():
        sheet.merge_cells(start_row=4, start_column=columns[0], end_row=4, end_column=columns[-1])
    return 4 + depth


def put(sheet, row, column, amount, style):
    if not amount:
        return
    cell = sheet.cell(row, column)
    if style == "text":
        cell.value = format(amount, ",.2f")
    elif style == "万元":
        cell.value = number(amount / 10000)
        cell.number_format = "#,##0.000000"
    else:
        cell.value = number(amount)
        cell.number_format = "#,##0.00"


def workbook(forms, path, styles=None, order=None, top=(), wrong=None):
    """Writes the forms.

    styles: how amounts stand, by form; order: the columns of a form in another order; top: the forms whose total stands
    above; wrong: (form, key, column, amount) to be written instead of what is right.
    """
    styles, order = styles or {}, order or {}
    book = Workbook()
    book.remove(book.active)
    for form in sorted(forms):
        style = styles.get(form, "number")
        unit = "万元" if style == "万元" else "元"
        data = forms[form]
        if form == "01":
            sheet = frame(book, form, 4, unit)
            first = headings(sheet, HEADINGS[form])
            sides = [(1, data["income"]), (3, data["spending"])]
            last = first - 1 + max(len(rows) for _, rows in sides)
            for column, rows in sides:
                for index, (label, amount) in enumerate(rows):
                    closing = len(rows) - index <= 3
                    row = last - (len(rows) - 1 - index) if closing else first + index
                    sheet.cell(row, column, label)
                    put(sheet, row, column + 1, amount, style)
        else:
            labels = HEADINGS[form] + data["columns"]
            places = order.get(form, labels)
            sheet = frame(book, form, len(labels), unit)
            row = headings(sheet, places)
            rows = data["rows"]
            if form in top:
                rows = [r for r in rows if r[0] == "total"] + [r for r in rows if r[0] != "total"]
            for kind, key, texts, amounts in rows:
                values = dict(zip(HEADINGS[form], texts))
                for label, text in values.items():
                    if text:
                        cell = sheet.cell(row, places.index(label) + 1, text)
                        cell.number_format = "@"
                for label, amount in zip(data["columns"], amounts):
                    if wrong and wrong[:3] == (form, key, label):
                        amount = D(wrong[3])
                    put(sheet, row, places.index(label) + 1, amount, style)
                row += 1
            last = row - 1
        for line in sheet.iter_rows(min_row=4, max_row=last, max_col=4 if form == "01" else len(labels)):
            for cell in line:
                cell.border = BORDER
        for column in "ABCDEFGHIJ":
            sheet.column_dimensions[column].width = 18
    book.properties.creator = ""
    book.save(path)


def spoil(source, path):
    """Writes a workbook with codes as clerks write them, and without the label of a total."""
    book = load_workbook(source)
    for row in book["附表3"].iter_rows():
        if row[0].value == "合计":
            row[0].value = None
        elif row[0].value == "2070109":
            row[0].value = "207-01-09"
        elif row[0].value == "20899":
            row[0].value = 20899
        elif row[0].value == "2101101":
            row[0].value, row[1].value = "2101101 行政单位医疗", None
    for row in book["附表4"].iter_rows():
        if [cell.value for cell in row[:3]] == ["207", "01", "14"]:
            row[0].value, row[1].value, row[2].value = "2070114", None, None
        elif [cell.value for cell in row[:3]] == ["221", "02", None]:
            row[1].value = 2
    book.save(path)


SUMS = {
    "02": {"合计": ["本年收入/小计", "上年结转"], "本年收入/小计": ["本年收入/一般公共预算拨款", "本年收入/其他收入"]},
    "03": {"合计": ["基本支出", "项目支出"]},
    "04": {"合计": ["基本支出/小计", "项目支出"], "基本支出/小计": ["基本支出/人员经费", "基本支出/公用经费"]},
    "05": {"合计": ["人员经费", "公用经费"]},
    "06": {"“三公”经费合计": ["因公出国（境）费", "公务用车购置及运行费/小计", "公务接待费"],
           "公务用车购置及运行费/小计": ["公务用车购置及运行费/公务用车购置费", "公务用车购置及运行费/公务用车运行维护费"]},
}


def blank(forms, path):
    """Writes the forms as the bureau hands them out: headings, printed rows, the formulas of sums, and nothing else."""
    book = Workbook()
    book.remove(book.active)
    for form in sorted(forms):
        data = forms[form]
        if form == "01":
            sheet = frame(book, form, 4, "元")
            first = headings(sheet, HEADINGS[form])
            last = first - 1 + max(len(data["income"]), len(data["spending"]))
            for column, rows in ((1, data["income"]), (3, data["spending"])):
                letter = "BD"[column // 2]
                for index, (label, _) in enumerate(rows):
                    closing = len(rows) - index <= 3
                    row = last - (len(rows) - 1 - index) if closing else first + index
                    sheet.cell(row, column, label)
                    if len(rows) - index == 3:
                        sheet.cell(row, column + 1, "=SUM(%s%d:%s%d)" % (letter, first, letter, first + len(rows) - 4))
                    elif len(rows) - index == 1:
                        sheet.cell(row, column + 1, "=%s%d+%s%d" % (letter, row - 2, letter, row - 1))
            width = 4
        else:
            labels = HEADINGS[form] + data["columns"]
            width = len(labels)
            sheet = frame(book, form, width, "元")
            first = headings(sheet, labels)
            count = 1 if form == "06" else 6
            for row in range(first, first + count):
                for label, parts in SUMS[form].items():
                    cells = [sheet.cell(row, labels.index(part) + 1).coordinate for part in parts]
                    text = "SUM(%s)" % ":".join(cells) if label == "本年收入/小计" else "+".join(cells)
                    sheet.cell(row, labels.index(label) + 1, "=" + text)
            last = first + count - 1
            if form != "06":
                last += 1
                sheet.cell(last, 4 if form == "04" else 1, "合计")
                for label in data["columns"]:
                    column = labels.index(label) + 1
                    letter = sheet.cell(last, column).column_letter
                    sheet.cell(last, column, "=SUM(%s%d:%s%d)" % (letter, first, letter, last - 1))
        for line in sheet.iter_rows(min_row=4, max_row=last, max_col=width):
            for cell in line:
                cell.border = BORDER
                if cell.row >= first and isinstance(cell.value, str) and cell.value.startswith("="):
                    cell.number_format = "#,##0.00"
        if form not in ("01", "06"):
            for row in range(first, last):
                for column in range(len(HEADINGS[form]) + 1, width + 1):
                    sheet.cell(row, column).number_format = "#,##0.00"
        for column in "ABCDEFGHIJ":
            sheet.column_dimensions[column].width = 18
    book.properties.creator = ""
    book.save(path)


def expected(forms):
    result = {}
    for form, data in sorted(forms.items()):
        rows = []
        if form == "01":
            for pane, side in (("收入", "income"), ("支出", "spending")):
                for label, amount in data[side]:
                    rows.append({"kind": "fixed", "key": label, "pane": pane,
                                 "amounts": {pane + "/金额": format(amount, ".2f")} if amount else {}})
        else:
            for kind, key, texts, amounts in data["rows"]:
                rows.append({
                    "kind": kind, "key": key,
                    "texts": {label: text for label, text in zip(HEADINGS[form], texts) if text},
                    "amounts": {label: format(a, ".2f") for label, a in zip(data["columns"], amounts) if a}})
        result[form] = rows
    return result


examples, fixtures = sys.argv[1:3]
forms = budget(os.path.join(examples, "form-sets", "yunling-2024"))
blank(forms, os.path.join(examples, "yunling-2024-blank.xlsx"))
workbook(forms, os.path.join(examples, "yunling-2024.xlsx"))
workbook(
    forms, os.path.join(examples, "yunling-2024-messy.xlsx"),
    styles={"02": "text", "04": "万元"},
    order={"03": ["科目名称", "科目编码", "项目支出", "基本支出", "合计"]},
    top=("03", "05"))
workbook(
    forms, os.path.join(fixtures, "wrong.xlsx"), wrong=("03", "20701", "项目支出", "3177778.15"))
spoil(os.path.join(examples, "yunling-2024.xlsx"), os.path.join(fixtures, "codes.xlsx"))
with open(os.path.join(fixtures, "expected.json"), "w", encoding="utf-8") as file:
    json.dump({"department": DEPARTMENT, "year": YEAR, "forms": expected(forms)}, file, ensure_ascii=False, indent=1)
    file.write("\n")
