#!/usr/bin/env python3
"""Writes files that try to take all memory, time or disk of a program that changes workbooks, where they differ from those
of attacks.py, and changes them and some of those.

Usage: Fuzz/patch_attacks.py FOLDER                    write the files
       Fuzz/patch_attacks.py FOLDER PROGRAM [NAME …]   then run `PROGRAM IN OUT CHANGES` (Benchmarks' `patch`) on each, or on
                                                       those named, in a process of its own, and print a table

Needs Python's standard library, and for the table GNU time (`/usr/bin/time`). A run ends after 60 seconds, with 4 GiB of
memory or with a file of 4 GiB.
"""
import os
import re
import resource
import subprocess
import sys

import attacks
from attacks import FOLDER, HEAD, MAIN, MiB, OFFICE, PACKAGE, SHEET, TAIL, Data, Entry, block, relationships, workbook, zipped

SECONDS = 60
BYTES = 4 << 30
NUMBER = "number #1 A1 5"
ADD = "add 新 1"
COMMENT = "comment #1 B2 注"
RENAME = "rename #1 改"
REMOVE = "uncomment #1 A1"
LONG = "表" * 31
DRAWINGS = ("rId8", "vmlDrawing", "../drawings/vmlDrawing1.vml")

ATTACKS: dict[str, tuple[str, str, object]] = {}


def attack(title: str, changes: str):
    def add(function):
        ATTACKS[function.__name__.replace("_", "-")] = (title, changes, function)
        return function
    return add


# The files of attacks.py in which patching does something else than reading.
for name, changes in {
    "bomb": NUMBER, "large_part_of_blanks": NUMBER, "large_part_of_rows": RENAME, "large_part_of_foreign_elements": RENAME,
    "large_total": NUMBER, "overlapping_entries": NUMBER, "one_part_for_all_sheets": NUMBER, "many_parts": NUMBER,
    "a_million_parts": NUMBER, "many_ends": NUMBER, "false_count": NUMBER, "false_directory": NUMBER, "false_size": NUMBER,
    "false_compressed_size": NUMBER, "local_header_differs": NUMBER, "wrong_checksum": NUMBER, "truncated_part": NUMBER,
    "relationships_in_a_circle": NUMBER, "nested_zip": NUMBER, "billion_laughs": NUMBER, "endless_document_type": NUMBER,
    "deep_elements": RENAME, "many_names": RENAME, "many_attributes": NUMBER, "attributes_below_the_bound": RENAME,
    "long_attribute": NUMBER, "long_comment": NUMBER, "endless_tag": NUMBER, "namespaces_below_the_bound": RENAME,
    "far_cell": "number #1 XFD1048576 5", "many_cells": NUMBER, "many_numbers": RENAME, "cells_on_one_place": NUMBER,
    "long_text": NUMBER, "long_row": NUMBER, "many_shared_formulas": NUMBER, "formula_of_a_million_cells": NUMBER,
    "many_styles": "fill #1 A1 FF0000", "many_formats": "format #1 A1 0.000", "large_styles": "fill #1 A1 FF0000",
    "many_sheets": NUMBER, "many_relationships": NUMBER, "many_content_types": NUMBER, "many_columns": NUMBER,
    "many_hyperlinks": "link #1 A1 S", "many_merges": NUMBER,
}.items():
    title, function = attacks.ATTACKS[name.replace("_", "-")]
    ATTACKS[name.replace("_", "-")] = (title, changes, function)


CONTENT = "http://schemas.openxmlformats.org/package/2006/content-types"


def package(*sheet, **others) -> list[Entry]:
    """As that of attacks.py, with a list of content types."""
    return attacks.package(*sheet, **({"types": f'<Types xmlns="{CONTENT}"></Types>'} | others))


def numbered(head: str, unit: str, count: int, tail: str) -> Data:
    """`head`, a unit with `{}` for each number from 1, `tail`."""
    return Data(head + "".join(unit.format(n) for n in range(1, count + 1)) + tail)


# Lists that are kept in memory.

@attack("900,000 content types, for parts that are called as the next comments would be", COMMENT)
def names_that_are_taken():
    return zipped(package(types=numbered(f'<Types xmlns="{CONTENT}">', '<Override PartName="/xl/comments{}.xml"/>', 900_000, "</Types>")))


@attack("20,000 content types, for parts that are called as the next comments would be", COMMENT)
def some_names_that_are_taken():
    return zipped(package(types=numbered(f'<Types xmlns="{CONTENT}">', '<Override PartName="/xl/comments{}.xml"/>', 20_000, "</Types>")))


@attack("900,000 content types and 9,900 parts, a sheet gets another name", RENAME)
def types_of_many_parts():
    content = numbered(f'<Types xmlns="{CONTENT}">', '<Override PartName="/a{}"/>', 900_000, "</Types>")
    return zipped(package(types=content) + [Entry(f"x{n}.xml", Data("<a/>")) for n in range(9_900)])


@attack("900,000 relationships to lists of formulas", "formula #1 A1 1+1 2")
def many_calculation_chains():
    first = relationships(("rId1", "worksheet", "worksheets/sheet1.xml")).removesuffix("</Relationships>")
    return zipped(package(workbook_rels=numbered(first, '<Relationship Type="/calcChain" Target="{}"/>', 900_000, "</Relationships>")))


@attack("900,000 names of one sheet, before which another one comes", ADD)
def many_names_of_a_sheet():
    inner = '<sheet name="S" sheetId="1" r:id="rId1"/></sheets><definedNames>'
    start = workbook(inner).split("</definedNames>")[0].split("</sheets></workbook>")[0]
    return zipped(package(workbook=Data(start, '<definedName localSheetId="0"/>' * 1000, 900, "</definedNames></workbook>")))


@attack("900,000 sheets that lead nowhere", NUMBER)
def many_empty_sheets():
    start = workbook().removesuffix("</sheets></workbook>")
    return zipped(package(workbook=Data(start, "<sheet/>" * 1000, 900, "</sheets></workbook>")))


@attack("an & 7 million times in the declaration of a namespace", NUMBER)
def references_in_a_namespace():
    rest = workbook().removeprefix("<workbook ")
    return zipped(package(workbook=Data('<workbook xmlns:x="', "&" * MiB, 7, ';" ' + rest)))


@attack("an & 200,000 times in the declaration of a namespace", NUMBER)
def some_references_in_a_namespace():
    rest = workbook().removeprefix("<workbook ")
    return zipped(package(workbook=Data('<workbook xmlns:x="', "&" * 200_000, 1, ';" ' + rest)))


@attack("60 MB of elements in the workbook part", NUMBER)
def elements_in_the_workbook():
    rest = workbook().removesuffix("</workbook>")
    return zipped(package(workbook=Data(rest, block('<a b="" c=""/>' * 100, ratio=480, mixed='<a b="#"/>'), 60, "</workbook>")))


@attack("900,000 elements with 8 attributes each in the styles", "fill #1 A1 FF0000")
def elements_with_attributes():
    unit = "<xf " + " ".join(f'{c}=""' for c in "abcdefgh") + "/>"
    return zipped(package(styles=Data(f'<styleSheet xmlns="{MAIN}"><cellXfs>', unit * 1000, 900, "</cellXfs></styleSheet>")))


@attack("900,000 fonts, a colour for 64 cells", " ".join(f"color #1 A{n} {n:06X}" for n in range(1, 65)))
def many_fonts():
    return zipped(package(styles=numbered(
        f'<styleSheet xmlns="{MAIN}"><fonts>', '<font c="{}"/>', 900_000, '</fonts><cellXfs><xf fontId="0"/></cellXfs></styleSheet>')))


@attack("900,000 number formats, formats for 64 cells", " ".join(f'format #1 A{n} 0.0"{n}"' for n in range(1, 65)))
def many_formats_and_changes():
    return zipped(package(styles=numbered(
        f'<styleSheet xmlns="{MAIN}"><numFmts>', '<numFmt numFmtId="{0}" formatCode="{0}"/>', 900_000,
        '</numFmts><cellXfs><xf fontId="0"/></cellXfs></styleSheet>')))


@attack("numbers at the limits: sheets, properties, formats, shapes, styles",
        'add 新 2 format #1 A1 0.0"x" fill #1 A1 FF0000 comment #1 A2 注 title x')
def numbers_at_the_limits():
    big = "99999999999999999999"
    sheets = "".join(f'<sheet name="{n}" sheetId="{n}" r:id="rId{i}"/>' for i, n in [(1, 4294967295), (8, 9223372036854775807), (9, -5)])
    styles = (f'<styleSheet xmlns="{MAIN}"><numFmts count="{big}"><numFmt numFmtId="9223372036854775807" formatCode="a"/></numFmts>'
              f'<fonts count="-1"><font/></fonts><cellXfs count="{big}"><xf numFmtId="{big}" fontId="9223372036854775807" '
              f'fillId="-1" borderId="{big}"/></cellXfs></styleSheet>')
    cell = HEAD + f'<row r="1" spans="-9223372036854775808:9223372036854775807" s="{big}" customFormat="1"><c r="A1" s="9223372036854775807"/></row>' + TAIL
    drawing = ('<xml xmlns:v="urn:schemas-microsoft-com:vml"><v:shape id="_x0000_s9223372036854775807"/>'
               '<v:shape id="_x0000_s67108863"/></xml>')
    cell = cell.replace("</worksheet>", f'<legacyDrawing xmlns:r="{OFFICE}" r:id="rId8"/></worksheet>')
    names = "".join(f'<definedName name="a{n}" localSheetId="{n}">x</definedName>' for n in [big, 9223372036854775807, -1])
    book = workbook(sheets).replace("</workbook>", f'<definedNames>{names}</definedNames></workbook>')
    book = book.replace("<sheets>", f'<bookViews><workbookView activeTab="9223372036854775807" firstSheet="-7"/></bookViews><sheets>')
    parts = {"xl/drawings/vmlDrawing1.vml": drawing, "sheet_rels": relationships(DRAWINGS)}
    return zipped(package(cell, workbook=book, styles=styles, **parts))


# Comments.

def commented(comments: Data | str | None = None, drawing: Data | str | None = None, threads: list | None = None, inner: str = "") -> bytes:
    items = []
    parts: dict = {}
    if comments is not None:
        items.append(("rId1", "comments", "../comments1.xml"))
        parts["xl/comments1.xml"] = comments
    if drawing is not None:
        items.append(DRAWINGS)
        parts["xl/drawings/vmlDrawing1.vml"] = drawing
        inner += f'<legacyDrawing xmlns:r="{OFFICE}" r:id="rId8"/>'
    for number, thread in enumerate(threads or []):
        items.append((f"t{number}", "threadedComment", f"../threads/{number}.xml"))
        parts[f"xl/threads/{number}.xml"] = thread
    sheet = HEAD + TAIL.replace("</worksheet>", inner + "</worksheet>")
    return zipped(package(sheet, sheet_rels=relationships(*items), **parts))


@attack("300,000 comments by one author, all taken away", "uncomment-by #1 a")
def many_comments():
    start = f'<comments xmlns="{MAIN}"><authors><author>a</author></authors><commentList>'
    return commented(numbered(start, '<comment ref="A{}" authorId="0"/>', 300_000, "</commentList></comments>"))


@attack("20 lists of conversations of 60 MB each", REMOVE)
def many_conversations():
    space = "http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"
    data = Data(f'<ThreadedComments xmlns="{space}"><threadedComment ref="A1" id="1"/>',
                block('<threadedComment ref="A2" a="" b=""/>' + " " * 28, ratio=480, mixed='<a b="#"/>'), 58, "</ThreadedComments>")
    return commented(threads=[data] * 20)


@attack("60 MB of tiny tokens in the drawing of comments", COMMENT)
def tokens_in_a_drawing():
    return commented(drawing=Data("<xml>", block("<a>", ratio=480, mixed='<a b="#"/>'), 60, "</xml>"))


@attack("a root tag of 60 MB in the drawing of comments", COMMENT)
def long_root_of_a_drawing():
    return commented(drawing=Data('<xml a="', block("xmlns:v=" * 100, ratio=480, mixed="#"), 60, '"></xml>'))


@attack("columns without width that are described 16,384 times, 20 comments", " ".join(f"comment #1 B{n} 注" for n in range(1, 21)))
def columns_of_comments():
    columns = '<cols><col min="1" max="16384" width="0"/>' + '<col min="1" max="1" width="5"/>' * 16_383 + "</cols>"
    return zipped(package(HEAD.replace("<sheetData>", columns + "<sheetData>") + TAIL))


# Rows and cells.

@attack("an untouched sheet of 1.9 GB without formulas, and a changed one", NUMBER)
def untouched_sheet():
    items = [("rId1", "worksheet", "worksheets/sheet1.xml"), ("rId2", "worksheet", "worksheets/sheet2.xml")]
    book = workbook('<sheet name="S" sheetId="1" r:id="rId1"/><sheet name="T" sheetId="2" r:id="rId2"/>')
    return zipped(package(workbook=book, workbook_rels=relationships(*items)) + [Entry(
        "xl/worksheets/sheet2.xml", Data(HEAD, block('<row r="1"/>', ratio=480, mixed='<row ht="#"/>'), 1900, TAIL))])


@attack("an untouched sheet of 1.9 GB without rows, where another sheet is seen first", "hide #1")
def untouched_sheet_under_a_tab():
    numbers = range(1, 4)
    entries = package(workbook=workbook("".join(f'<sheet name="{n}" sheetId="{n}" r:id="rId{n}"/>' for n in numbers)),
                      workbook_rels=relationships(*[(f"rId{n}", "worksheet", f"worksheets/sheet{n}.xml") for n in numbers]))
    data = Data(HEAD.replace("<sheetData>", ""), block('<a b="1"/>', ratio=480, mixed='<a b="#"/>'), 1900, "</worksheet>")
    return zipped(entries + [Entry("xl/worksheets/sheet2.xml", Data(HEAD + TAIL)), Entry("xl/worksheets/sheet3.xml", data)])


@attack("a cell of 1 GB made of many elements, which is changed", NUMBER)
def long_cell():
    return zipped(package(Data(HEAD + '<row r="1"><c r="A1">', block("<a/>", ratio=480, mixed='<a b="#"/>'), 1000, "</c></row>" + TAIL)))


@attack("a cell of 60 MB of extensions, which is changed", NUMBER)
def long_extension_of_a_cell():
    return zipped(package(Data(HEAD + '<row r="1"><c r="A1">', block('<extLst a="1"/>', ratio=480, mixed='<a b="#"/>'), 60, "</c></row>" + TAIL)))


@attack("millions of shared formulas, a cell gets a number", "number #1 XFD1 5")
def millions_of_shared_formulas():
    data = numbered(HEAD, '<row r="{0}"><c r="A{0}"><f t="shared" si="{0}">A1</f></c></row>', 1_048_576, TAIL)
    return zipped(package(data))


@attack("1,000 shared formulas of 64 KB, each of 1,000 cells, whose first cells are changed",
        " ".join(f"number #1 A{n} 5" for n in range(1, 1001)))
def many_formulas_written_out():
    first = "".join(f'<row r="{n}"><c r="A{n}"><f t="shared" ref="A1:A9" si="{n}">{"A1+" * 21_000}1</f></c></row>' for n in range(1, 1001))
    rest = "<row>" + "".join(f'<c><f t="shared" si="{n}"/></c>' for n in range(1, 1001)) + "</row>"
    return zipped(package(Data(HEAD + first, rest, 1000, TAIL)))


@attack("60 MB of references to a sheet that gets the longest name", f"rename #1 {LONG}")
def references_to_a_sheet():
    formula = "<row><c><f>" + "S!A1+" * 20_000 + "1</f></c></row>"
    return zipped(package(Data(HEAD, block(formula, ratio=480, mixed='<row ht="#"/>'), 58, TAIL)))


@attack("60 MB of names that lead to a sheet that gets the longest name", f"rename #1 {LONG}")
def names_of_a_sheet():
    start = workbook('<sheet name="S" sheetId="1" r:id="rId1"/></sheets><definedNames>').split("</sheets></workbook>")[0]
    name = "<definedName>" + "S!A1+" * 20_000 + "1</definedName>"
    unit = block(name, ratio=480, mixed='<definedName name="#"/>')
    return zipped(package(workbook=Data(start, unit, 58, "</definedNames></workbook>")))


@attack("60 sheets of 54 MB each, which compress to less than 128 KiB each and name a sheet that gets another name", RENAME)
def many_sheets_in_memory():
    numbers = range(1, 61)
    data = Data(HEAD + "<row><c><f>'1'!A1</f></c></row>", block(" ", ratio=480, mixed='<row ht="#"/>'), 54, TAIL)
    entries = package(workbook=workbook("".join(f'<sheet name="{n}" sheetId="{n}" r:id="rId{n}"/>' for n in numbers)),
                      workbook_rels=relationships(*[(f"rId{n}", "worksheet", f"worksheets/sheet{n}.xml") for n in numbers]))
    return zipped([entry for entry in entries if entry.name != SHEET.encode()] + [Entry(f"xl/worksheets/sheet{n}.xml", data) for n in numbers])


@attack("60 charts of 60 MB each that name a sheet that gets another name", RENAME)
def many_charts_in_memory():
    data = Data("<c><f>S!A1</f>", block(" ", ratio=480, mixed='<a b="#"/>'), 60, "</c>")
    return zipped(package() + [Entry(f"xl/charts/chart{n}.xml", data) for n in range(60)])


@attack("2 million hyperlinks of several cells, 1,000 links", " ".join(f"link #1 C{n} S" for n in range(1, 1001)))
def hyperlinks_against_links():
    return zipped(package(attacks.beside("<hyperlinks>", '<hyperlink ref="A1:B2" location="x"/>', 2_000_000, "</hyperlinks>")))


@attack("rows and columns at the limits", "number #1 XFD1048576 5 text #1 A1048576 x clear #1 XFD1 comment #1 XFD1048576 注 link #1 XFD1048576 S")
def cells_at_the_limits():
    return zipped(package(HEAD + '<row r="1"><c r="XFD1"><v>1</v></c><c><v>2</v></c></row><row r="1048576"/><row/>' + TAIL))


@attack("1 GB of alternative content behind the rows, where comments are drawn", COMMENT)
def alternative_content():
    space = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    unit = "<mc:AlternateContent>" + "<x/>" * 100 + "</mc:AlternateContent>"
    return zipped(package(Data(HEAD.replace("<worksheet ", f"<worksheet {space} ") + "</sheetData>",
                               block(unit, ratio=480, mixed='<a b="#"/>'), 1000, "</worksheet>")))


@attack("one alternative content of 1 GB behind the rows, where comments are drawn", COMMENT)
def long_alternative_content():
    space = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    return zipped(package(Data(HEAD.replace("<worksheet ", f"<worksheet {space} ") + "</sheetData><mc:AlternateContent>",
                               block("<x/>", ratio=480, mixed='<a b="#"/>'), 1000, "</mc:AlternateContent></worksheet>")))


@attack("1 GB of comments", NUMBER)
def many_xml_comments():
    return zipped(package(Data(HEAD, block("<!---->", ratio=480, mixed="<!--#-->"), 1000, TAIL)))


@attack("a CDATA section of 1 GB that does not end", NUMBER)
def endless_section():
    return zipped(package(Data(HEAD + "<row><c><v><![CDATA[", block("]", ratio=480, mixed="#"), 1000)))


@attack("a comment of 1 GB that does not end", NUMBER)
def endless_comment():
    return zipped(package(Data(HEAD + "<!--", block("- ", ratio=480, mixed="#"), 1000)))


@attack("2 GB of empty elements, a sheet gets another name", RENAME)
def elements_under_a_new_name():
    return zipped(package(Data(HEAD, block('<a b="!"/>', ratio=480, mixed='<a b="#!"/>'), 1900, TAIL)))


@attack("2 GB of cells with a formula, a sheet gets another name", RENAME)
def formulas_under_a_new_name():
    return zipped(package(Data(HEAD, block('<row><c><f>S!A1</f></c></row>', ratio=480, mixed='<row><c><f>#</f></c></row>'), 1900, TAIL)))


# The package.

@attack("an untouched part whose place lies outside the file", NUMBER)
def place_outside():
    entries = package() + [Entry("a", Data("a"))]
    entries[-1].shared_offset = 0x7FFFFFFF
    return zipped(entries)


@attack("an untouched part that overlaps another one", NUMBER)
def overlapping_part():
    entries = package(**{"b": Data("b" * 100)}) + [Entry("a", Data("a"))]
    entries[-1].shared_offset = 3
    return zipped(entries)


@attack("an untouched part that claims all bytes that are left", NUMBER)
def greedy_part():
    entries = package() + [Entry("a", Data("a"))]
    entries[-1].packed = 700
    return zipped(entries)


@attack("9,900 untouched parts", NUMBER)
def many_untouched_parts():
    return zipped(package() + [Entry(f"a{n}", Data("x")) for n in range(9_900)])


def limit() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (BYTES, BYTES))
    resource.setrlimit(resource.RLIMIT_FSIZE, (BYTES, BYTES))


def path_of(name: str):
    return FOLDER / f"{name}.xlsx"


def write(name: str) -> None:
    content = ATTACKS[name][2]()
    if content is not None:
        path_of(name).write_bytes(content)


def measure(program: str, names: list[str]) -> None:
    print("| attack | bytes | what stops it | seconds | peak MiB |\n|---|---:|---|---:|---:|")
    output = FOLDER / f"output-{os.getpid()}.xlsx"
    for name in names:
        title, changes, _ = ATTACKS[name]
        if not path_of(name).exists():
            write(name)
        output.unlink(missing_ok=True)
        run = subprocess.run(
            ["/usr/bin/time", "-f", "%e %M", "timeout", str(SECONDS), program, str(path_of(name)), str(output)]
            + changes.split(" "), capture_output=True, errors="replace", preexec_fn=limit, env={"SWIFT_BACKTRACE": "enable=no"})
        *messages, figures = run.stderr.strip().split("\n")
        seconds, peak = figures.split()
        faults = [line for line in messages if line.startswith("patch: ")]
        if faults:
            # Without the place before the message and the remedy behind it.
            text = re.sub(r"^patch: \w+: (?:[^ ]*\.xlsx[^:]*: )?", "", faults[0]).split(". ")[0].replace("|", "\\|")
        elif run.returncode == 124:
            text = f"**nothing: ended after {SECONDS} seconds**"
        elif run.returncode == 0:
            text = f"nothing: changed, {output.stat().st_size:,} bytes"
        else:
            text = "**nothing: ended for want of memory**" if "failed to allocate" in run.stderr else f"**nothing: ended ({run.returncode})**"
        print(f"| {title} | {path_of(name).stat().st_size:,} | {text} | {seconds} | {int(peak) // 1024} |", flush=True)
    output.unlink(missing_ok=True)


if __name__ == "__main__":
    FOLDER.mkdir(parents=True, exist_ok=True)
    if len(sys.argv) > 2:
        measure(sys.argv[2], sys.argv[3:] or list(ATTACKS))
    else:
        for attack_name in ATTACKS:
            write(attack_name)
