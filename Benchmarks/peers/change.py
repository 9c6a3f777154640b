#!/usr/bin/env python3
"""Changes a number, a look and a comment in workbooks by openpyxl: change.py PATH OUT SHEET CELL [--first N] [--each N]

PATH is a workbook or a folder of them. With --each N does it N times and prints the least and the median time of one.
"""
import argparse
import statistics
import time
from pathlib import Path

import openpyxl
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill

parser = argparse.ArgumentParser()
parser.add_argument("path", type=Path)
parser.add_argument("out", type=Path)
parser.add_argument("sheet", type=int)
parser.add_argument("cell")
parser.add_argument("--first", type=int, default=1 << 30)
parser.add_argument("--share", default="0/1")
parser.add_argument("--each", type=int, default=0)
arguments = parser.parse_args()


def change(path):
    workbook = openpyxl.load_workbook(path)
    cell = workbook.worksheets[arguments.sheet - 1][arguments.cell]
    cell.value = 634.34
    cell.fill = PatternFill("solid", fgColor="FFC7CE")
    cell.comment = Comment("634.34", "bench")
    workbook.save(arguments.out)


part, parts = map(int, arguments.share.split("/"))
paths = sorted(arguments.path.glob("*.xlsx"))[: arguments.first] if arguments.path.is_dir() else [arguments.path]
times = []
for path in paths[part::parts] * max(1, arguments.each):
    start = time.perf_counter()
    change(path)
    times.append(time.perf_counter() - start)
if arguments.each:
    print("each", min(times), statistics.median(times))
