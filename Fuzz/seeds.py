#!/usr/bin/env python3
"""Writes the seed corpus: small inputs of our own for every fuzz target, the same ones each time.

Usage: Fuzz/seeds.py FOLDER

Needs nothing beyond Python's standard library. The tests' workbooks serve as seeds too: a target that takes whole
files gets their parts as text (a line "=== name" before each), where a change is not caught by a checksum first.
"""
import io
import json
import pathlib
import re
import struct
import sys
import zipfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
CORPUS = pathlib.Path(sys.argv[1])
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SUBMISSIONS = ROOT / "Tests" / "BudgetSheetsTests" / "Fixtures" / "submissions"

SHEETS = {
    "numbers": '<row r="1"><c r="A1"><v>1</v></c><c r="B1" s="1"><v>45292.5</v></c><c r="XFD1"><v>-1.5E-7</v></c></row>',
    "texts": '<row r="1" ht="0" hidden="1"><c r="A1" t="s"><v>0</v></c><c t="inlineStr"><is><r><t xml:space="preserve"> '
             'a</t></r><rPh sb="0" eb="1"><t>x</t></rPh></is></c><c t="str"><v>_x000D_</v></c></row>',
    "kinds": '<row><c t="b"><v>1</v></c><c t="e"><v>#N/A</v></c><c t="d"><v>2023-01-31T12:00:00</v></c></row>',
    "formulas": '<row r="1"><c r="A1"><f t="shared" ref="A1:A3" si="0">B1+$C$1</f><v>3</v></c></row><row r="2"><c r="A2">'
                '<f t="shared" si="0"/><v>4</v></c><c r="B2"><f t="array" ref="B2:B3">SUM(C1:D2*2)</f><v>0</v></c></row>',
    "sparse": '<row r="7"><c r="C7"/></row><row r="1048576"><c r="XFD1048576"><v>9</v></c></row>',
}


def sheet(rows: str) -> str:
    return (f'<worksheet xmlns="{MAIN}"><cols><col min="1" max="3" width="9" hidden="1"/></cols>'
            f'<sheetData>{rows}</sheetData><mergeCells><mergeCell ref="A1:B2"/></mergeCells></worksheet>')


def relationships(*items: tuple[str, str, str]) -> str:
    inner = "".join(f'<Relationship Id="{i}" Type="{OFFICE}/{t}" Target="{p}"/>' for i, t, p in items)
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{inner}</Relationships>'


STRINGS = (f'<sst xmlns="{MAIN}" count="2" uniqueCount="2"><si><t>合计</t></si><si><r><t>a</t></r><r><t>&amp;b</t></r>'
           "</si></sst>")
STYLES = (f'<styleSheet xmlns="{MAIN}"><numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/>'
          '</numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="46"/></cellXfs></styleSheet>')
WORKBOOK = (f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><workbookPr date1904="1"/><sheets><sheet name="一" sheetId="1" '
            'state="hidden" r:id="rId1"/></sheets><definedNames><definedName name="n" localSheetId="0">一!$A$1</definedName>'
            "</definedNames></workbook>")
COMMENTS = (f'<comments xmlns="{MAIN}"><authors><author>a</author></authors><commentList><comment ref="B2" authorId="0">'
            "<text><r><t>看</t></r></text></comment></commentList></comments>")
THREADS = "http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"
THREADED = (f'<ThreadedComments xmlns="{THREADS}"><threadedComment ref="B2" dT="2026-01-31T08:00:00.00" personId="{{P}}" '
            'id="{1}" done="1"><text>看</text></threadedComment><threadedComment ref="B2" personId="{P}" id="{2}" '
            'parentId="{1}"><text>好</text></threadedComment></ThreadedComments>')
PERSONS = f'<personList xmlns="{THREADS}"><person displayName="张" id="{{P}}" userId="z" providerId="None"/></personList>'
TABLE = (f'<table xmlns="{MAIN}" id="1" name="T" displayName="T_1" ref="A1:C4" totalsRowCount="1"><autoFilter ref="A1:C3"/>'
         '<tableColumns count="2"><tableColumn id="1" name="科_x000a_目" totalsRowLabel="合计"/><tableColumn id="2" name="b" '
         'totalsRowFunction="sum"><calculatedColumnFormula>T_1[[#This Row],[a]]*2</calculatedColumnFormula></tableColumn>'
         '</tableColumns><tableStyleInfo name="TableStyleMedium2"/></table>')
CORE = ('<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"><dc:title>t</dc:title>'
        '<dc:creator>张</dc:creator><dcterms:created>2026-01-31T08:00:00Z</dcterms:created></cp:coreProperties>')
APP = ('<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Microsoft '
       'Excel</Application><AppVersion>16.0300</AppVersion><Company>c</Company></Properties>')
TYPES = ('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/book.xml" '
         'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>')
LAYOUT = ('<sheetPr><tabColor rgb="FFFF0000"/></sheetPr><dimension ref="A1:C3"/><sheetViews><sheetView tabSelected="1" '
          'rightToLeft="1"><pane xSplit="1" ySplit="2" state="frozen"/></sheetView></sheetViews><sheetFormatPr '
          'defaultRowHeight="15" defaultColWidth="9" zeroHeight="1"/>')
BESIDE = ('<sheetProtection sheet="1" password="CC1A" sort="0" objects="1"/><autoFilter ref="A1:C3"/><dataValidations '
          'count="1"><dataValidation type="list" sqref="A2:A9 C:C 3:4" errorStyle="warning" prompt="p_x000a_"><formula1>"甲,乙"'
          '</formula1></dataValidation></dataValidations><hyperlinks><hyperlink ref="A1" r:id="rId4" tooltip="t"/><hyperlink '
          'ref="B2:C3" location="S!A1" display="d"/></hyperlinks><extLst><ext xmlns:x14="urn:x14" xmlns:xm="urn:xm"><x14:'
          'dataValidations><x14:dataValidation type="whole" operator="equal"><x14:formula1><xm:f>1</xm:f></x14:formula1>'
          '<xm:sqref>B1:B9</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst>')

CUSTOM = ('<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"><property pid="2" '
          'name="set"><lpwstr>v</lpwstr></property></Properties>')


def whole_sheet(rows: str) -> str:
    """A sheet with everything beside its cells that is read."""
    return (f'<worksheet xmlns="{MAIN}" xmlns:r="{OFFICE}">{LAYOUT}<sheetData>{rows}</sheetData><mergeCells><mergeCell '
            f'ref="A1:B2"/></mergeCells>{BESIDE}</worksheet>')


def whole_parts(rows: str) -> dict[str, str]:
    """A workbook with every kind of part that is read."""
    files = parts(rows)
    files["_rels/.rels"] = relationships(
        ("rId1", "officeDocument", "xl/workbook.xml"), ("rId2", "custom-properties", "docProps/custom.xml"),
        ("rId3", "core-properties", "docProps/core.xml"), ("rId4", "extended-properties", "docProps/app.xml"))
    files["xl/_rels/workbook.xml.rels"] = relationships(
        ("rId1", "worksheet", "worksheets/sheet1.xml"), ("rId2", "sharedStrings", "sharedStrings.xml"),
        ("rId3", "styles", "styles.xml"), ("rId4", "person", "persons/person.xml"))
    files["xl/worksheets/sheet1.xml"] = whole_sheet(rows)
    files["xl/worksheets/_rels/sheet1.xml.rels"] = relationships(
        ("rId1", "comments", "../comments1.xml"), ("rId2", "table", "../tables/table1.xml"),
        ("rId3", "threadedComment", "../threadedComments/threadedComment1.xml"), ("rId4", "hyperlink", "https://a.example/"))
    return files | {
        "docProps/custom.xml": CUSTOM, "docProps/core.xml": CORE, "docProps/app.xml": APP, "xl/tables/table1.xml": TABLE,
        "xl/threadedComments/threadedComment1.xml": THREADED, "xl/persons/person.xml": PERSONS}


def parts(rows: str) -> dict[str, str]:
    return {
        "_rels/.rels": relationships(("rId1", "officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": WORKBOOK,
        "xl/_rels/workbook.xml.rels": relationships(
            ("rId1", "worksheet", "worksheets/sheet1.xml"), ("rId2", "sharedStrings", "sharedStrings.xml"),
            ("rId3", "styles", "styles.xml")),
        "xl/worksheets/sheet1.xml": sheet(rows),
        "xl/worksheets/_rels/sheet1.xml.rels": relationships(("rId1", "comments", "../comments1.xml")),
        "xl/comments1.xml": COMMENTS,
        "xl/sharedStrings.xml": STRINGS,
        "xl/styles.xml": STYLES,
    }


def folder(files: dict[str, str]) -> bytes:
    return "".join(f"=== {name}\n{text}\n" for name, text in files.items()).encode()


def put(target: str, name: str, content: bytes) -> None:
    path = CORPUS / target / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def zipped(path: pathlib.Path, files: dict[str, str], method: int) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(path, "w", method) as archive:
        for name, text in files.items():
            archive.writestr(zipfile.ZipInfo(name), text, compress_type=method)


def exploded(path: pathlib.Path, number: int) -> bytes:
    """The parts of a submission with one of its sheets, so that the seed stays small."""
    with zipfile.ZipFile(path) as archive:
        sheets = sorted((name for name in archive.namelist() if name.startswith("xl/worksheets/sheet")), key=len)
        sheet = sheets[number % len(sheets)]
        keep = ("xl/workbook.xml", "xl/_rels/", "xl/sharedStrings", "xl/styles", "_rels/", "docProps/custom", sheet)
        files = {name: archive.read(name).decode() for name in archive.namelist() if name.startswith(keep)}
    target = re.escape(sheet.removeprefix("xl/"))
    relations = re.findall(r"<Relationship [^>]*>", files["xl/_rels/workbook.xml.rels"])
    wanted = next(re.search(r'Id="([^"]+)"', item)[1] for item in relations if re.search(target, item))
    files["xl/workbook.xml"] = re.sub(
        r"<sheet [^>]*>", lambda item: item[0] if f'"{wanted}"' in item[0] else "", files["xl/workbook.xml"])
    return folder(files)


for name, rows in SHEETS.items():
    put("FuzzWorkbook", name, folder(parts(rows)))
    zipped(CORPUS / "FuzzWorkbook" / f"{name}.xlsx", parts(rows), zipfile.ZIP_DEFLATED)
    put("FuzzPart", f"sheet-{name}", b"\0" + sheet(rows).encode())
    put("FuzzWorkbook", f"whole-{name}", folder(whole_parts(rows)))
    put("FuzzPart", f"whole-sheet-{name}", b"\0" + whole_sheet(rows).encode())
zipped(CORPUS / "FuzzWorkbook" / "stored.xlsx", parts(SHEETS["texts"]), zipfile.ZIP_STORED)
put("FuzzWorkbook", "ole2", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504))
for number, text in enumerate([STRINGS, STYLES, WORKBOOK, COMMENTS, relationships(("rId1", "worksheet", "a.xml")),
                               relationships(("rId1", "comments", "../comments1.xml")), CUSTOM,
                               relationships(("rId1", "officeDocument", "/xl/workbook.xml")), TABLE, THREADED, PERSONS,
                               CORE, APP, TYPES], start=1):
    put("FuzzPart", f"part-{number}", bytes([number]) + text.encode())
    put("FuzzPart", f"part-{number}-utf16", bytes([number]) + text.encode("utf-16"))

# For FuzzScanner: what stands in ScannerTests. The first byte says what the bytes are (rows, a sheet, strings, the part
# of strings) and what stands before them (nothing, blanks, a text, many blanks), the next two where a piece ends.
TESTS = (ROOT / "Tests" / "XlsxReadTests" / "ScannerTests.swift").read_text()
ROWS = re.findall(r'^ {4}"(<row.*)",$', TESTS, re.M) + re.findall(r'"""\n(.*?)\n *"""', TESTS, re.S)[:1] + list(SHEETS.values())
ROWS_OF_TESTS: list[str] = []
for number, text in enumerate(ROWS):
    text = re.sub(r"\\u\{([0-9A-Fa-f]+)\}", lambda match: chr(int(match[1], 16)), text)
    for escape, character in (('\\"', '"'), ("\\n", "\n"), ("\\t", "\t"), ("\\r", "\r")):
        text = text.replace(escape, character)
    body = text.encode("utf-8", "surrogatepass")
    for filler in range(4):
        shift = (number * 7 + filler * 3) % (len(body) + 32)
        put("FuzzScanner", f"rows-{number}-{filler}", bytes([filler << 2]) + shift.to_bytes(2, "little") + body)
    put("FuzzScanner", f"sheet-{number}", b"\1\0\0" + sheet(text).encode("utf-8", "surrogatepass"))
    ROWS_OF_TESTS.append(text)
ITEMS = ("<si><t>a</t></si><si><t/></si>\n<si><t></t></si><si><t>\U0001F600&amp;_x000D_</t><phoneticPr fontId=\"1\"/></si>"
         "<!-- --><si><t>b</t></si><si><r><t>c</t></r></si><si><t xml:space=\"preserve\"> d&#x4E2D; </t></si><si><t>e"
         "</t><rPh sb=\"0\" eb=\"1\"><t>f</t></rPh></si><si><t><![CDATA[g]]></t></si><si/>")
for filler in range(4):
    put("FuzzScanner", f"items-{filler}", bytes([2 | filler << 2, 60 + filler * 31, 0]) + ITEMS.encode())
put("FuzzScanner", "strings", b"\3\0\0" + STRINGS.encode())
put("FuzzScanner", "strings-utf16", b"\3\0\0" + STRINGS.encode("utf-16"))
put("FuzzScanner", "sheet-gbk", b"\1\0\0<?xml version='1.0' encoding='GBK'?>" + sheet(SHEETS["texts"]).encode("gbk"))


# For FuzzPatch: the parts that differ from those of its own workbook, and the changes.
CHANGES = {
    "contents": "number 0 A1 1.50\ntext 0 B7 =1_x000D_\ntrue 1 C1 \nfalse 1 A9 \nclear 0 B2 \nsum 0 C3 =S!A1+1\njoin 1 A1 A2&\"x\"\n"
                "test 1 XFD1048576 1=1",
    "shared": "clear 0 B1 ",
    "looks": "style 0 A1 f\nstyle 0 B3 c\nstyle 1 A1 n\nstyle 1 B2 0.000\nstyle 0 D9 f2\nnumber 0 D9 1",
    "comments": "comment 0 C1 a\ncomment 1 B2 看\nanswer 0 A1 b\nuncomment 0 B1 \nuncomment-all 1 A1 b",
    "sheets": "rename 0 A1 改 'x\nrename 1 A1 S\nhide 0 A1 \nmove 1 A1 \nactivate 1 A1 \nadd 1 D3 新\nadd 0 A1 b",
    "properties": "title 0 A1 t\ncompany 0 A1 \ncustom 0 A1 x\ncustom 0 B2 ",
    "links": "link 0 A1 T\nlink 1 B2 S\nrename 0 A1 U\nprotect",
    "nothing": "number 0 ZZZ1 1\nrename 0 A1 [\nlink 0 A1 none",
}
CONTENTS = {"contents": SHEETS["numbers"], "shared": SHEETS["formulas"], "looks": SHEETS["sparse"], "comments": SHEETS["texts"]}
for name, changes in CHANGES.items():
    put("FuzzPatch", name, folder({"changes": changes}))
    put("FuzzPatch", f"{name}-blanks", folder({"changes": changes, "blanks": "x" * (1024 if name < "m" else 2049)}))
    for number, rows in enumerate(SHEETS.values()):
        put("FuzzPatch", f"{name}-sheet-{number}", folder({"changes": changes, "xl/worksheets/sheet1.xml": whole_sheet(rows)}))
PREFIXED = re.sub(r"<(/?)([a-z])", r"<\1x:\2", sheet(SHEETS["formulas"])).replace("xmlns=", "xmlns:x=")
for name, part, text in [
        ("prefixed", "xl/worksheets/sheet1.xml", PREFIXED),
        ("strict", "xl/worksheets/sheet1.xml", sheet(SHEETS["texts"]).replace(MAIN, "http://purl.oclc.org/ooxml/spreadsheetml/main")),
        ("empty", "xl/worksheets/sheet1.xml", f'<worksheet xmlns="{MAIN}"><sheetData/><hyperlinks/></worksheet>'),
        ("styles", "xl/styles.xml", STYLES), ("comments", "xl/comments1.xml", COMMENTS), ("book", "xl/workbook.xml", WORKBOOK),
        ("threads", "xl/threadedComments/threadedComment1.xml", THREADED), ("core", "docProps/core.xml", CORE),
        ("app", "docProps/app.xml", APP), ("custom", "docProps/custom.xml", CUSTOM), ("table", "xl/tables/table1.xml", TABLE),
        ("types", "[Content_Types].xml", TYPES), ("no-styles", "!xl/styles.xml", ""), ("no-drawing", "!xl/drawings/vmlDrawing1.vml", ""),
        ("no-types", "![Content_Types].xml", ""), ("drawing", "xl/drawings/vmlDrawing1.vml", "<xml/>")]:
    for number, changes in enumerate(CHANGES.values()):
        put("FuzzPatch", f"part-{name}-{number}", folder({"changes": changes, part: text}))

# For FuzzPieces: rows or a whole sheet, in either encoding, and the lengths of the pieces.
for number, rows in enumerate(list(SHEETS.values()) + ROWS_OF_TESTS):
    body = rows.encode("utf-8", "surrogatepass")
    for kind in (0, 2):
        put("FuzzPieces", f"rows-{number}-{kind}", bytes([kind]) + bytes(range(1, 9)) + body)
    put("FuzzPieces", f"sheet-{number}", bytes([1]) + bytes([3, 200, 7, 1, 90, 2, 13, 64]) + whole_sheet(rows).encode("utf-8", "surrogatepass"))
put("FuzzPieces", "prefixed", bytes([1]) + bytes([3, 20, 7, 1, 9, 2, 13, 64]) + PREFIXED.encode())


class Pipe(io.RawIOBase):
    """A file that cannot go back, so that zipfile writes sizes behind the data."""

    def __init__(self) -> None:
        self.bytes = b""

    def writable(self) -> bool:
        return True

    def write(self, data) -> int:
        self.bytes += bytes(data)
        return len(data)


def archive(files: dict[str, str], method: int, *, piped: bool = False, wide: bool = False) -> bytes:
    """A zip file; `piped` with data descriptors, `wide` with the fields of zip64."""
    target = Pipe() if piped else io.BytesIO()
    with zipfile.ZipFile(target, "w", method) as zip:
        for name, text in files.items():
            info = zipfile.ZipInfo(name)
            info.compress_type = method
            with zip.open(info, "w", force_zip64=wide) as part:
                part.write(text.encode())
    return target.bytes if piped else target.getvalue()


def widened(bytes_: bytes) -> bytes:
    """The same archive, its directory found by the end record of zip64 alone."""
    end = bytes_.rindex(b"PK\5\6")
    count, size, place = struct.unpack("<10xHII2x", bytes_[end:end + 22])
    record = b"PK\6\6" + struct.pack("<QHHIIQQQQ", 44, 45, 45, 0, 0, count, count, size, place)
    locator = b"PK\6\7" + struct.pack("<IQI", 0, end, 1)
    last = b"PK\5\6" + struct.pack("<HHHHIIH", 0, 0, 0xFFFF, 0xFFFF, 0xFFFFFFFF, 0xFFFFFFFF, 0)
    return bytes_[:end] + record + locator + last


for flags in range(4):
    start = bytes([flags])
    for name in ("texts", "formulas"):
        for method, kind in ((zipfile.ZIP_STORED, "stored"), (zipfile.ZIP_DEFLATED, "deflated")):
            put("FuzzZip", f"{name}-{kind}-{flags}", start + archive(whole_parts(SHEETS[name]), method))
    small = parts(SHEETS["numbers"])
    put("FuzzZip", f"piped-{flags}", start + archive(small, zipfile.ZIP_DEFLATED, piped=True))
    put("FuzzZip", f"piped-stored-{flags}", start + archive(small, zipfile.ZIP_STORED, piped=True))
    put("FuzzZip", f"wide-{flags}", start + archive(small, zipfile.ZIP_DEFLATED, wide=True))
    put("FuzzZip", f"wide-piped-{flags}", start + archive(small, zipfile.ZIP_DEFLATED, piped=True, wide=True))
    put("FuzzZip", f"widened-{flags}", start + widened(archive(small, zipfile.ZIP_DEFLATED)))
    put("FuzzZip", f"lzma-{flags}", start + archive(small, zipfile.ZIP_LZMA))

for place, path in enumerate(sorted(SUBMISSIONS.glob("*.xlsx"))):
    for number in range(place % 4, 13, 4):
        put("FuzzBook", f"{path.stem}-{number}", exploded(path, number))

CELLS = '"科目编码/类": {"value": "206"}, "基本支出/小计": {"at": "G9", "value": "199.91", "raw": "1999100.0"}'
BOOK = ('{"format": "budgetsheets.book", "version": 1, "set": "luoyang-2023", "setVersion": "2023.1", "year": "2023", '
        '"department": "科技局", "unit": "万元", "forms": [%s], "outside": [{"sheet": "封面", "at": "C4", "value": "x", '
        '"type": "text"}], "findings": []}')
FORM = '{"form": "%s", "sheet": "表", "rows": [%s], "notes": [{"at": "A20", "text": "注：无"}]}'
ROWS = {
    "03": '{"kind": "detail", "key": "206/01/01", "cells": {%s}}' % CELLS,
    "08": '{"kind": "detail", "cells": {"公务接待费": {"value": "-0.5"}}}',
    "12": "",
}
put("FuzzBookJSON", "empty", (BOOK % "").encode())
for form, rows in ROWS.items():
    put("FuzzBookJSON", form, (BOOK % (FORM % (form, rows))).encode())

TEMPLATES = ROOT / "templates" / "luoyang-2023"
SET = (TEMPLATES / "set.yaml").read_text().replace("set: luoyang-2023", "set: fuzz")
for form in sorted(path.stem for path in TEMPLATES.glob("[01]*.yaml")):
    # Forms 05, 09 and 10 take their columns from 03.
    forms = ["03", form] if form in ("05", "09", "10") else [form]
    lines = [line for line in SET.splitlines() if not line.startswith(("forms:", "required:")) and ".csv" not in line]
    text = "\n".join(lines).replace("lists:", "lists:\n  功能分类: a.csv\n  部门经济分类: a.csv\n  政府经济分类: a.csv")
    text += "\nforms: [%s]\nrequired: [\"%s\"]\n" % (", ".join(f'"{f}"' for f in forms), form)
    files = {"set.yaml": text, "a.csv": "code,name\n206,科学技术支出\n20601,管理事务\n"}
    files |= {f"{f}.yaml": (TEMPLATES / f"{f}.yaml").read_text() for f in forms}
    put("FuzzDefinition", form, folder(files))


# For FuzzClean: sheets of a submission, into which what clerks write is put, at least one cell for each repair. Texts
# stand in their cells, so that the fuzzer reaches them.
def escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def cell(address: str, style: str, content: str | float | None) -> str:
    """A cell: a text, a number, a formula with its result behind a bar, or nothing."""
    start = f'<c r="{address}"{style}'
    if content is None:
        return start + "/>"
    if isinstance(content, str) and content.startswith("="):
        formula, result = content[1:].split("|")
        return f"{start}><f>{escaped(formula)}</f><v>{result}</v></c>"
    if isinstance(content, str):
        return f'{start} t="inlineStr"><is><t xml:space="preserve">{escaped(content)}</t></is></c>'
    return f"{start}><v>{content!r}</v></c>"


def column(address: str) -> tuple[int, str]:
    letters = address.rstrip("0123456789")
    return len(letters), letters


def placed(xml: str, address: str, content: str | float | None) -> str:
    """The sheet with something else in a cell, in the style of the cell or, where there is none, in that of amounts."""
    row = address.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")

    def row_with(match: re.Match) -> str:
        cells = re.findall(r"<c [^>]*?/>|<c .*?</c>", match[2], re.S)
        found = {re.search(r'r="([A-Z]+\d+)"', item)[1]: item for item in cells}
        style = re.search(r' s="\d+"', found[address]) if address in found else None
        found[address] = cell(address, style[0] if style else ' s="5"', content)
        return match[1] + "".join(found[key] for key in sorted(found, key=column)) + "</row>"

    return re.sub(rf'(<row r="{row}"[^>]*>)(.*?)</row>', row_with, xml, count=1, flags=re.S)


def messy(submission: str, changes: dict[str, dict[str, str | float | None]], more: dict[str, str] | None = None) -> bytes:
    """Sheets of a submission, by their numbers, with other contents in cells; `more` are sheets of our own, by name."""
    with zipfile.ZipFile(SUBMISSIONS / f"{submission}.xlsx") as archive:
        strings = re.findall(r"<si>(.*?)</si>", archive.read("xl/sharedStrings.xml").decode(), re.S)
        names = re.findall(r'<sheet name="([^"]+)"', archive.read("xl/workbook.xml").decode())
        files = {"xl/styles.xml": archive.read("xl/styles.xml").decode()}
        sheets: list[tuple[str, str]] = []
        for number, cells in changes.items():
            xml = archive.read(f"xl/worksheets/sheet{int(number)}.xml").decode()
            xml = re.sub(r'<c ([^>]*?) t="s"><v>(\d+)</v></c>', lambda match: f'<c {match[1]} t="inlineStr"><is>'
                         f"{strings[int(match[2])]}</is></c>", xml)
            xml = re.sub(r"<cols>.*?</cols>|<sheetPr>.*?</sheetPr>|<page[A-Z][^>]*/>| spans=\"[^\"]*\"", "", xml, flags=re.S)
            for address, content in cells.items():
                xml = placed(xml, address, content)
            sheets.append((names[int(number) - 1], xml))
    sheets += (more or {}).items()
    files["_rels/.rels"] = relationships(("rId1", "officeDocument", "xl/workbook.xml"))
    files["xl/workbook.xml"] = f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>' + "".join(
        f'<sheet name="{name}" sheetId="{place}" r:id="rId{place}"/>' for place, (name, _) in enumerate(sheets, start=1)
    ) + "</sheets></workbook>"
    targets = [("worksheet", f"worksheets/sheet{place}.xml") for place in range(1, len(sheets) + 1)] + [("styles", "styles.xml")]
    files["xl/_rels/workbook.xml.rels"] = relationships(
        *((f"rId{place}", kind, target) for place, (kind, target) in enumerate(targets, start=1)))
    files["[Content_Types].xml"] = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType='
        '"application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="'
        'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>' + "".join(
            f'<Override PartName="/xl/{target}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.'
            f'{kind}+xml"/>' for kind, target in targets) + "</Types>")
    for place, (_, xml) in enumerate(sheets, start=1):
        files[f"xl/worksheets/sheet{place}.xml"] = xml
    return folder(files)


def plain_sheet(rows: list[list[str | float | None]]) -> str:
    """A sheet of rows from A1 on."""
    inner = "".join(
        f'<row r="{number}">' + "".join(
            cell(f"{chr(65 + place)}{number}", "", item) for place, item in enumerate(row)) + "</row>"
        for number, row in enumerate(rows, start=1))
    return f'<worksheet xmlns="{MAIN}"><sheetData>{inner}</sheetData></worksheet>'


RECORD = plain_sheet([
    ["工作簿清洗记录"], ["第 1 条起　清洗前的文件：a.xlsx　　SHA-256：0　　表样：luoyang-2023"],
    ["序号", "工作表", "单元格", "表", "原内容", "原格式", "现内容", "现格式", "代码", "原因"],
    [1.0, "预算01表", "B6", "01", "589.34 ", "@", "589.34", "@", "Q21", "x"], [None, None, "看过了"],
    ["以下文字是另外写在清洗记录上的，照录供查："], ["B9", "好"]])
YUAN = {address: round(float(number) * 10_000) for address, number in re.findall(
    r'<c r="([F-N]\d+)" s="5"><v>([\d.]+)</v>',
    zipfile.ZipFile(SUBMISSIONS / "laocheng-2023.xlsx").read("xl/worksheets/sheet5.xml").decode())}
# The codes of the repairs that a seed is for are in its name.
MESSES: dict[str, tuple[dict[str, dict[str, str | float | None]], dict[str, str]]] = {
    "amounts-Q21-Q25-Q26": ({"1": {"B6": "589.34", "D6": "1,234,567.50", "D7": "５８９．３４", "D8": "45.00万元", "D9": "￥45",
                                   "D10": "(45.00)", "D11": "45.00-", "D12": "1,23", "D13": "6.34E+02", "D14": "450000元"}}, {}),
    "nothing-Q22-Q23": ({"1": {"B20": "—", "D6": 0, "D7": 0.0, "D8": "0", "D9": "－", "D10": "无", "D37": 0, "B7": "  "}}, {}),
    "noise-Q24": ({"3": {"G7": 291.03999999999996, "G8": "=H8+I8+J8|291.03999999999996", "K9": "无", "F9": 199.90999999999997}},
                  {}),
    "texts-Q01-Q02-Q06": ({"1": {"C13": "八、社会保障 和就业", "C12": "七、文化体育与传媒", "A6": "一、一般公共\u200b预算"}}, {}),
    "names-Q01-Q02-Q03": ({"3": {"E7": "合  计", "E12": "<p>行政\u200b单位 离\n退休</p>", "E13": "机关事业单位基本养老保险缴费"}}, {}),
    "markup-Q04-Q05-Q07": ({"12": {"B4": "<p>一是&ldquo;三公&rdquo;&nbsp;5%。</p><p>A&amp;B</p>", "C6": "<strong>甲</strong>乙<br/>丙",
                                   "D22": "$\\leq$100%", "E19": "预算执行率\\times100%", "D20": "W30%", "E20": "误差<5%"}}, {}),
    "codes-Q11-Q12-Q13": ({"3": {"A9": 206, "B9": 1, "C9": " '01 ", "A10": "2060499", "B10": None, "C10": None, "A11": "２０６",
                                 "A12": "208.00", "A13": "208-05-05", "B13": None, "C13": None}}, {}),
    "repeated-Q13-Q14": ({"6": {"A8": "30101 基本工资", "B8": None, "A12": None, "A13": "301-01", "A14": "301\u00ad01"}}, {}),
    "projects-Q04-Q11-Q15": ({"13": {"A8": 250001, "A9": "4.1030223E+19", "A10": 4.1030223e19, "H9": "\\geq11"}, "11": {}}, {}),
    "totals-Q31": ({"6": {"A6": None}}, {}),
    "totals-Q32": ({"3": {"F9": None, "F8": None, "F10": "=SUM(G10,L10)|316"}}, {}),
    "unit-Q27": ({"5": YUAN | {"N3": "单位：元", "F9": "=G9+L9|1999100"}}, {}),
    "unit-text-Q21-Q27": ({"5": YUAN | {"N3": "单位：元", "F9": "1,999,100.00", "F10": 3160000.0000000005, "K9": "—"}}, {}),
    # What one repair brings to light for another.
    "passes-Q03-Q13": ({"3": {"E13": "机关事业单位基本养老保险缴费", "A13": "2080505", "B13": None, "C13": None}}, {}),
    "passes-Q01-Q02-Q13": ({"6": {"A8": "30101 基本 工资", "B8": None, "A9": "30102 津贴\u200b补贴", "B9": None}}, {}),
    "passes-Q02-Q04-Q05-Q07": ({"12": {"B4": "甲&\u200bnbsp;乙", "D20": "<p>W30%</p>", "D22": "\\l\u200beq100%"}}, {}),
    "passes-Q32": ({"3": {"F7": None, "F8": None, "F9": None, "G9": None}}, {}),
    "merges": ({"3": {"E13": "机关事业单位基本养老保险缴费", "F13": "17.74"}}, {}),
    "record-Q21": ({"1": {"B6": "589.34"}}, {"清洗记录": RECORD}),
    "record-by-another-name-Q21": ({"1": {"B6": "589.34"}}, {"清洗记录": plain_sheet([["附注", 1.0]]), "记": RECORD}),
}
for name, (changes, more) in MESSES.items():
    put("FuzzClean", name, messy("laocheng-2023", changes, more))
PIECE = messy("laocheng-2023", *MESSES["merges"])
put("FuzzClean", "merges", PIECE.replace(b'<mergeCell ref="A1:N1"/>', b'<mergeCell ref="A1:N1"/><mergeCell ref="F13:F14"/>'))
put("FuzzClean", "protected", PIECE.replace(b"</sheetData>", b'</sheetData><sheetProtection sheet="1" objects="1"/>'))
put("FuzzClean", "array", PIECE.replace(b"</sheetData>", b"</sheetData>").replace(
    b'<c r="F12" s="5"><v>', b'<c r="F12" s="5"><f t="array" ref="F12:F13">G12:G13</f><v>'))
put("FuzzClean", "shared", PIECE.replace(b'<c r="F12" s="5"><v>', b'<c r="F12" s="5"><f t="shared" ref="F12:F14" si="0">G12+L12</f><v>'
    ).replace(b'<c r="F14" s="5"><v>', b'<c r="F14" s="5"><f t="shared" si="0"/><v>'))
put("FuzzClean", "rich", PIECE.replace("<t>行政运行</t>".encode(), "<r><t>行政 </t></r><r><rPr><b/></rPr><t>运 行</t></r>".encode()))
put("FuzzClean", "1904", PIECE.replace(b"<sheets>", b'<workbookPr date1904="1"/><sheets>'))
# The form of another submission, in which one amount stands a column off or in another unit.
put("FuzzClean", "plain-02", messy("invented-2023", {"1": {}, "2": {}, "3": {}}))
OFF = zipfile.ZipFile(SUBMISSIONS / "invented-2023.xlsx")
OFF_SHEET = OFF.read("xl/worksheets/sheet2.xml").decode()
put("FuzzClean", "suspected-Q28", messy("invented-2023", {"1": {}, "3": {}, "2": {
    address: round(float(number) * 10_000) for address, number in re.findall(r'<c r="([A-Z]+\d+)" s="\d+"><v>([\d.]+)</v>', OFF_SHEET)}}))
DETAIL = re.search(r'<c r="H(1\d)" s="5"><v>([\d.]+)</v>', OFF.read("xl/worksheets/sheet3.xml").decode())
put("FuzzClean", "shifted-Q29", messy("invented-2023", {"3": {
    f"H{DETAIL[1]}": None, f"I{DETAIL[1]}": float(DETAIL[2])}}))

# For FuzzChangeLog: logs as docs/change-log.md tells them, about the cells of the small workbook of the target.
def state(kind: str, raw: str, format_: str = "General", formula: str | None = None) -> dict[str, str]:
    return {"type": kind, "raw": raw, "format": format_} | ({} if formula is None else {"formula": formula})


def change(cell_: str, before: dict, after: dict, code: str, class_: str = "noted", sheet_: str = "表", **more) -> dict:
    return {"log": "budgetsheets-changes/1", "file": "a.xlsx", "sha256": "0123456789abcdef" * 4,
            "cleaned_sha256": "fedcba9876543210" * 4, "set": "luoyang-2023", "sheet": sheet_, "cell": cell_, **more,
            "before": before, "after": after, "code": code, "class": class_, "reason": "x"}


LOGS = {
    "amount": [change("A1", state("text", "1.5 ", "@"), state("number", "1.5", "#,##0.00"), "Q21", form="03", row="206/01/01",
                      row_name="行政运行", path="基本支出/人员经费/工资福利支出")],
    "two": [change("A1", state("text", "1.5 ", "@"), state("number", "1.5", "#,##0.00"), "Q21"),
            change("B1", state("text", "合 计"), state("text", "合计"), "Q01", "safe")],
    "chain": [change("B1", state("text", "<p>合 计</p>"), state("text", "合 计"), "Q05"),
              change("B1", state("text", "合 计"), state("text", "合计"), "Q01", "safe")],
    "blank": [change("C1", state("number", "0", "#,##0.00"), state("blank", ""), "Q23"),
              change("D9", state("text", "  "), state("blank", ""), "Q22")],
    "twice": [change("C1", state("number", "0", "#,##0.00"), state("blank", ""), "Q23"),
              change("C1", state("text", "－", "@"), state("blank", ""), "Q22")],
    "code": [change("D1", state("number", "6"), state("text", "06", "@"), "Q11")],
    "kinds": [change("E1", state("text", "是"), state("boolean", "1"), "Q12"),
              change("A2", state("number", "45000.5"), state("date", "45000", "mm-dd-yy"), "Q24", "safe")],
    "error": [change("C2", state("error", "#REF!"), state("text", "<p>"), "Q05")],
    "formula": [change("B2", state("number", "20000", formula="1+1"), state("number", "2", formula="1+1"), "Q27",
                       details={"unit": "元", "base": "万元"})],
    "numbers": [change("A1", state("blank", ""), state("number", "1.5", "#,##0.00"), "Q32", "suggested"),
                change("A3", state("number", "2"), state("number", "200", "#,##0.00"), "Q28", "suggested", "a'b"),
                change("A1", state("number", "-3.0000000000000004"), state("number", "-3"), "Q24", "safe", "a'b")],
    "no-number": [change("A1", state("number", "1e400"), state("number", "-3"), "Q24", "safe", "a'b")],
    "standard": [change("A1", state("text", "1.5"), state("number", "1.5"), "Q21", standard={"sheet": "03", "cell": "F9"})],
    "details": [change("B1", state("text", "合"), state("text", "合计"), "Q03", details={"code": "{name}", "name": "a\"}\u0000\ud83d"},
                       path="a\"b/c\"/d", unknown=[1, None, {"x": True}])],
    "wrong-code": [change("A1", state("text", ""), state("number", "1.5"), "Q77")],
    "wrong-kind": [change("A1", state("blank", "x"), state("number", "1,5"), "Q21")],
    "two-files": [change("A1", state("text", "1"), state("number", "1.5"), "Q21"),
                  change("A1", state("number", "1.5"), state("number", "1.5", "0"), "Q21") | {"file": "b.xlsx"}],
    "no-sheet": [change("A1", state("text", "1"), state("number", "1.5"), "Q21", sheet_="没有")],
}
for name, lines in LOGS.items():
    for escapes in (False, True):
        text = "".join(json.dumps(line, ensure_ascii=escapes) + "\n" for line in lines)
        put("FuzzChangeLog", f"{name}-escaped" if escapes else name, text.encode("utf-8", "replace"))
put("FuzzChangeLog", "mark", b"\xef\xbb\xbf" + json.dumps(LOGS["amount"][0]).encode())
put("FuzzChangeLog", "windows", json.dumps(LOGS["amount"][0]).encode() + b"\r\n")
