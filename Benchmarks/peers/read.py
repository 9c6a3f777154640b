#!/usr/bin/env python3
"""Reads every value of every sheet of workbooks: read.py HOW PATH... [--first COUNT] [--share I/N] [--each REPETITIONS]

HOW is openpyxl (read_only=False), openpyxl-values (the same with data_only=True), openpyxl-read-only, calamine
(python-calamine) or fastexcel (calamine to Arrow).
A folder stands for the workbooks in it, or the first COUNT; --share takes every Nth of them, from the Ith. Prints how many values there
were, and with --each the least and the median time of reading one workbook.
"""
import argparse
import pathlib
import statistics
import time


def openpyxl_reader(**options):
    import openpyxl

    def read(path):
        count = 0
        workbook = openpyxl.load_workbook(path, **options)
        for sheet in workbook.worksheets:
            for row in sheet.iter_rows(values_only=True):
                for value in row:
                    if value is not None:
                        count += 1
        workbook.close()
        return count

    return read


def calamine_reader():
    import python_calamine

    def read(path):
        count = 0
        workbook = python_calamine.CalamineWorkbook.from_path(path)
        for name in workbook.sheet_names:
            for row in workbook.get_sheet_by_name(name).to_python(skip_empty_area=False):
                for value in row:
                    if value != "":
                        count += 1
        return count

    return read


def fastexcel_reader():
    import fastexcel

    def read(path):
        count = 0
        workbook = fastexcel.read_excel(path)
        for name in workbook.sheet_names:
            for column in workbook.load_sheet(name, header_row=None).to_arrow().columns:
                count += len(column) - column.null_count
        return count

    return read


READERS = {
    "openpyxl": lambda: openpyxl_reader(),
    "openpyxl-values": lambda: openpyxl_reader(data_only=True),
    "openpyxl-read-only": lambda: openpyxl_reader(read_only=True),
    "calamine": calamine_reader,
    "fastexcel": fastexcel_reader,
}

parser = argparse.ArgumentParser()
parser.add_argument("how", choices=READERS)
parser.add_argument("paths", nargs="+")
parser.add_argument("--first", type=int)
parser.add_argument("--share", default="0/1")
parser.add_argument("--each", type=int, default=0)
arguments = parser.parse_args()

read = READERS[arguments.how]()
files = []
for path in map(pathlib.Path, arguments.paths):
    files += sorted(path.glob("*.xlsx")) if path.is_dir() else [path]
files = files[:arguments.first]
first, shares = map(int, arguments.share.split("/"))
print("values", sum(read(str(path)) for path in files[first::shares]))
if arguments.each:
    times = []
    for _ in range(arguments.each):
        start = time.perf_counter()
        read(str(files[0]))
        times.append(time.perf_counter() - start)
    print("each", min(times), statistics.median(times))
