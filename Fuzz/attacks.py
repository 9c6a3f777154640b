#!/usr/bin/env python3
"""Writes files that try to take all memory or time of a program that reads workbooks, one for every danger known to us.

Usage: Fuzz/attacks.py FOLDER             write the files
       Fuzz/attacks.py FOLDER PROGRAM     then run `PROGRAM dump FILE` on each, in a process of its own, and print a table

Needs Python's standard library, and for the table GNU time (`/usr/bin/time`). The files take some 120 MB.
"""
import os
import pathlib
import random
import re
import struct
import subprocess
import sys
import time
import zlib

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
SHEET = "xl/worksheets/sheet1.xml"
MiB = 1 << 20
FOLDER = pathlib.Path(sys.argv[1])


class Data:
    """Content already deflated: `head`, then `block` many times, then `tail`."""

    def __init__(self, head: str, block: str = "", times: int = 0, tail: str = "") -> None:
        pieces = [text.encode() for text in (head, block, tail)]
        # After a full flush nothing refers back, so the bytes of a block may stand there any number of times.
        packer = zlib.compressobj(9, zlib.DEFLATED, -15)
        packed = [packer.compress(piece) + packer.flush(zlib.Z_FULL_FLUSH) for piece in pieces[:2]]
        packed.append(packer.compress(pieces[2]) + packer.flush())
        self.bytes = packed[0] + packed[1] * times + packed[2]
        self.crc = zlib.crc32(pieces[0])
        for _ in range(times):
            self.crc = zlib.crc32(pieces[1], self.crc)
        self.crc = zlib.crc32(pieces[2], self.crc)
        self.size = len(pieces[0]) + len(pieces[1]) * times + len(pieces[2])


class Entry:
    def __init__(self, name: str, data: Data) -> None:
        self.name = name.encode()
        self.local_name = self.name
        self.data, self.crc, self.size, self.packed = data.bytes, data.crc, data.size, len(data.bytes)
        self.local_size: int | None = None
        self.method, self.flags, self.extra = 8, 0x800, b""
        self.shared_offset: int | None = None


def zipped(entries: list[Entry], *, count: int | None = None, wide: dict | None = None) -> bytes:
    parts: list[bytes] = []
    directory: list[bytes] = []
    place = 0
    for entry in entries:
        fields = struct.pack("<HHHII", entry.method, 0, 0, entry.crc, min(entry.packed, 0xFFFFFFFF))
        size = struct.pack("<I", min(entry.size, 0xFFFFFFFF))
        local_size = size if entry.local_size is None else struct.pack("<I", entry.local_size)
        offset = place
        if entry.shared_offset is None:
            header = (b"PK\3\4" + struct.pack("<HH", 45, entry.flags) + fields + local_size
                      + struct.pack("<HH", len(entry.local_name), 0) + entry.local_name)
            parts += [header, entry.data]
            place += len(header) + len(entry.data)
        else:
            offset = entry.shared_offset
        directory.append(b"PK\1\2" + struct.pack("<HHH", 45, 45, entry.flags) + fields + size
                         + struct.pack("<HHHHHII", len(entry.name), len(entry.extra), 0, 0, 0, 0, offset)
                         + entry.name + entry.extra)
    listed = b"".join(directory)
    number = len(entries) if count is None else count
    end = b""
    if wide is not None or number > 0xFFFE:
        values = {"count": number, "size": len(listed), "place": place} | (wide or {})
        end += b"PK\6\6" + struct.pack("<QHHIIQQQQ", 44, 45, 45, 0, 0, values["count"], values["count"], values["size"],
                                       values["place"])
        end += b"PK\6\7" + struct.pack("<IQI", 0, place + len(listed), 1)
        end += b"PK\5\6" + struct.pack("<HHHHIIH", 0, 0, 0xFFFF, 0xFFFF, 0xFFFFFFFF, 0xFFFFFFFF, 0)
    else:
        end += b"PK\5\6" + struct.pack("<HHHHIIH", 0, 0, number, number, len(listed), place, 0)
    return b"".join(parts) + listed + end


def relationships(*items: tuple[str, str, str]) -> str:
    inner = "".join(f'<Relationship Id="{i}" Type="{OFFICE}/{t}" Target="{p}"/>' for i, t, p in items)
    return f'<Relationships xmlns="{PACKAGE}">{inner}</Relationships>'


def workbook(sheets: str = '<sheet name="S" sheetId="1" r:id="rId1"/>') -> str:
    return f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>{sheets}</sheets></workbook>'


HEAD = f'<worksheet xmlns="{MAIN}"><sheetData>'
TAIL = "</sheetData></worksheet>"


def package(sheet: Data | str | None = None, **others: Data | str | None) -> list[Entry]:
    """The entries of a small workbook, with other content for some of its parts; None leaves a part out."""
    parts: dict[str, Data | str | None] = {
        "_rels/.rels": relationships(("rId1", "officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": workbook(),
        "xl/_rels/workbook.xml.rels": relationships(
            ("rId1", "worksheet", "worksheets/sheet1.xml"), ("rId2", "styles", "styles.xml"),
            ("rId3", "sharedStrings", "sharedStrings.xml")),
        SHEET: sheet or HEAD + '<row><c><v>1</v></c></row>' + TAIL,
    }
    names = {"rels": "_rels/.rels", "workbook": "xl/workbook.xml", "workbook_rels": "xl/_rels/workbook.xml.rels",
             "styles": "xl/styles.xml", "strings": "xl/sharedStrings.xml", "sheet_rels": "xl/worksheets/_rels/sheet1.xml.rels",
             "types": "[Content_Types].xml"}
    for key, value in others.items():
        parts[names.get(key, key)] = value
    return [Entry(name, value if isinstance(value, Data) else Data(value)) for name, value in parts.items() if value is not None]


def block(unit: str, bytes_: int = MiB, *, ratio: int | None = None, mixed: str = "") -> str:
    """About so many bytes of a unit over and over; with `ratio` enough of `mixed`, with random digits for `#`, that it
    does not compress by more."""
    text = unit * max(1, bytes_ // len(unit.encode()))
    if ratio is None:
        return text
    source = random.Random(1)
    extra = ""
    while True:
        packer = zlib.compressobj(9, zlib.DEFLATED, -15)
        size = len(packer.compress((extra + text).encode()) + packer.flush(zlib.Z_FULL_FLUSH))
        if len((extra + text).encode()) < size * ratio:
            return extra + text
        for _ in range(20):
            extra += mixed.replace("#", f"{source.randrange(10**15):015}")


def beside(inner: str, unit: str, count: int, end: str) -> Data:
    """A sheet with so many of a unit behind its rows."""
    per = max(1, MiB // len(unit))
    return Data(HEAD + TAIL.removesuffix("</worksheet>") + inner, unit * per, -(-count // per), end + "</worksheet>")


def element(attribute: str, count: int) -> str:
    """An empty element with so many attributes."""
    return "<a" + "".join(attribute.format(n) for n in range(count)) + "/>"


ATTACKS: dict[str, tuple[str, object]] = {}
ROW = "<row><c><v>#</v></c></row>"
NUMBER = '<row r="1"><c><v>#</v></c></row>'


def attack(title: str):
    def add(function):
        ATTACKS[function.__name__.replace("_", "-")] = (title, function)
        return function
    return add


# The package.

@attack("1 GiB of blanks from 1 MB")
def bomb():
    return zipped(package(Data(HEAD, block(" "), 1024, TAIL)))


@attack("1 GiB of blanks from 1 MB, with a directory that claims 4 GB of compressed data")
def bomb_with_a_false_compressed_size():
    entries = package(Data(HEAD, block(" "), 1024, TAIL))
    entries[-1].packed = 0xFFFFFFF0
    return zipped(entries)


@attack("a part of 3 GiB that compresses by less than 500: blanks")
def large_part_of_blanks():
    return zipped(package(Data(HEAD, block(" ", ratio=480, mixed=ROW), 3072, TAIL)))


@attack("a part of 3 GiB that compresses by less than 500: rows without cells")
def large_part_of_rows():
    return zipped(package(Data(HEAD, block("<row/>", ratio=480, mixed='<row ht="#"/>').replace("<row/>", '<row r="1"/>'), 1500, TAIL)))


@attack("a part of 3 GiB that compresses by less than 500: XML that only libxml2 reads")
def large_part_of_foreign_elements():
    return zipped(package(Data(HEAD, block("<a/>", ratio=480, mixed='<a b="#"/>'), 3072, TAIL)))


@attack("5 parts of 1 GiB each, all under the other bounds")
def large_total():
    numbers = range(1, 6)
    data = Data(HEAD, block(" ", ratio=480, mixed='<row ht="#"/>'), 1024, TAIL)
    entries = package(workbook=workbook("".join(f'<sheet name="{n}" sheetId="{n}" r:id="rId{n}"/>' for n in numbers)),
                      workbook_rels=relationships(*[(f"rId{n}", "worksheet", f"worksheets/sheet{n}.xml") for n in numbers]))
    return zipped(entries[:-1] + [Entry(f"xl/worksheets/sheet{n}.xml", data) for n in numbers])


@attack("entries that share their bytes (D. Fifield's bomb): 1,000 sheets from one deflate stream")
def overlapping_entries():
    numbers = range(1, 1001)
    data = Data(HEAD, block(" ", 7 * MiB), 1, TAIL)
    entries = package(workbook=workbook("".join(f'<sheet name="{n}" sheetId="{n}" r:id="rId{n}"/>' for n in numbers)),
                      workbook_rels=relationships(*[(f"rId{n}", "worksheet", f"worksheets/sheet{n}.xml") for n in numbers]))[:-1]
    place = sum(30 + len(entry.name) + len(entry.data) for entry in entries)
    for number in numbers:
        entry = Entry(f"xl/worksheets/sheet{number}.xml", data)
        if number > 1:
            entry.shared_offset = place
        entries.append(entry)
    return zipped(entries)


@attack("10,000 sheets that are one part of 500 MiB")
def one_part_for_all_sheets():
    sheets = "".join(f'<sheet name="{n}" sheetId="{n}" r:id="rId1"/>' for n in range(10_000))
    return zipped(package(Data(HEAD, block(" ", ratio=480, mixed='<row ht="#"/>'), 500, TAIL), workbook=workbook(sheets)))


@attack("10,001 parts")
def many_parts():
    return zipped(package() + [Entry(f"a{n}", Data("")) for n in range(10_001)])


@attack("1,000,000 parts")
def a_million_parts():
    empty = Entry("a", Data(""))
    empty.shared_offset = 0
    return zipped(package() + [empty] * 1_000_000)


@attack("3,000 ends of the package, for each of which libzip reads a directory of 9,000 parts")
def many_ends():
    empty = Entry("a", Data(""))
    empty.shared_offset = 0
    bytes_ = zipped(package() + [empty] * 9000)
    ends = b"".join(bytes_[-22:-2] + struct.pack("<H", rest * 22) for rest in reversed(range(2978)))
    return bytes_[:-22] + ends


@attack("a directory that claims 2³² entries")
def false_count():
    return zipped(package(), wide={"count": 1 << 32})


@attack("a directory that claims 2⁶³ entries and bytes")
def false_directory():
    return zipped(package(), wide={"count": 1 << 63, "size": 1 << 63})


@attack("a part that claims 10 GB (zip64)")
def false_size():
    entries = package()
    entries[-1].size = 0xFFFFFFFF
    entries[-1].extra = struct.pack("<HHQ", 1, 8, 10 << 30)
    return zipped(entries)


@attack("a compressed size of 2⁶³ (zip64)")
def false_compressed_size():
    entries = package()
    entries[-1].packed = 0xFFFFFFFF
    entries[-1].extra = struct.pack("<HHQ", 1, 8, 1 << 63)
    return zipped(entries)


@attack("a local header of another name and size than the directory's")
def local_header_differs():
    entries = package()
    entries[-1].local_name = b"xl/worksheets/other1.xml"
    entries[-1].local_size = 0x7FFFFFFF
    return zipped(entries)


@attack("a part that says it is encrypted")
def encrypted_part():
    entries = package()
    entries[-1].flags |= 1
    return zipped(entries)


@attack("a part compressed in an unknown way")
def unknown_method():
    entries = package()
    entries[-1].method = 97
    return zipped(entries)


@attack("a wrong checksum")
def wrong_checksum():
    entries = package()
    entries[-1].crc ^= 1
    return zipped(entries)


@attack("a package cut off in the middle")
def truncated():
    bytes_ = zipped(package())
    return bytes_[:len(bytes_) // 2]


@attack("deflate data cut off, the directory whole")
def truncated_part():
    entries = package(Data(HEAD, block("<row/>"), 1, TAIL))
    entries[-1].data = entries[-1].data[:500]
    entries[-1].packed = 500
    return zipped(entries)


@attack("two parts of one name")
def duplicate_part():
    return zipped(package() + [Entry("XL/Worksheets/Sheet1.xml", Data(HEAD + TAIL))])


@attack("no sheet part")
def missing_sheet():
    return zipped(package()[:-1])


@attack("no workbook part")
def missing_workbook():
    return zipped([entry for entry in package() if entry.name != b"xl/workbook.xml"])


@attack("parts with names like ../../etc/passwd, and sheets that lead to such places")
def names_outside():
    targets = ["../../../../etc/passwd", "/etc/shadow", "C:\\x", "file:///etc/passwd"]
    numbers = range(1, 5)
    entries = package(workbook=workbook("".join(f'<sheet name="{n}" sheetId="{n}" r:id="rId{n}"/>' for n in numbers)),
                      workbook_rels=relationships(*[(f"rId{n}", "worksheet", targets[n - 1]) for n in numbers]))[:-1]
    return zipped(entries + [Entry("../../etc/passwd", Data("x")), Entry("..\\evil", Data("x"))])


@attack("relationships in a circle: the workbook is its own sheet, and the sheet its workbook")
def relationships_in_a_circle():
    return zipped(package(workbook_rels=relationships(("rId1", "worksheet", "workbook.xml")),
                          sheet_rels=relationships(("rId1", "worksheet", "sheet1.xml"))))


@attack("a zip inside of the zip, in place of the sheet")
def nested_zip():
    entries = package()
    inner = zipped(package())
    entries[-1].data, entries[-1].method = inner, 0
    entries[-1].crc, entries[-1].size, entries[-1].packed = zlib.crc32(inner), len(inner), len(inner)
    return zipped(entries)


def compound(*names: str, next_: int = 0xFFFFFFFE) -> bytes:
    """An OLE2 file of one directory sector."""
    header = bytearray(512)
    header[:8] = bytes.fromhex("D0CF11E0A1B11AE1")
    header[30], header[48] = 9, 1
    table = bytearray(512)
    struct.pack_into("<I", table, 4, next_)
    directory = b""
    for name in ("Root Entry",) + names:
        text = name.encode("utf-16-le")
        directory += text.ljust(64, b"\0") + struct.pack("<H", len(text) + 2) + bytes(62)
    return bytes(header) + bytes(table) + directory.ljust(512, b"\0")


@attack("a workbook with a password (OLE2)")
def encrypted():
    return compound("EncryptionInfo", "EncryptedPackage")


@attack("a workbook of Excel 97 (OLE2)")
def old_workbook():
    return compound("Workbook")


@attack("OLE2 whose directory runs in a circle")
def compound_in_a_circle():
    return compound(next_=1)


@attack("a pipe that nobody writes to")
def pipe():
    path = FOLDER / "pipe.xlsx"
    path.unlink(missing_ok=True)
    os.mkfifo(path)


@attack("a link to /dev/zero")
def device():
    path = FOLDER / "device.xlsx"
    path.unlink(missing_ok=True)
    path.symlink_to("/dev/zero")


@attack("a sparse file of 1 TB that begins like a zip")
def sparse_file():
    with open(FOLDER / "sparse-file.xlsx", "wb") as file:
        file.write(b"PK\3\4")
        file.truncate(1 << 40)


# XML.

@attack("billion laughs: entities of entities")
def billion_laughs():
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    return zipped(package(f'<!DOCTYPE w [<!ENTITY e0 "ha">{entities}]><worksheet>&e9;</worksheet>'))


@attack("quadratic blow-up: one entity of 100 KB, 100,000 times")
def quadratic_blow_up():
    return zipped(package(f'<!DOCTYPE w [<!ENTITY e "{"x" * 100_000}">]><worksheet>{"&e;" * 100_000}</worksheet>'))


@attack("an entity that is a local file")
def external_entity():
    return zipped(package('<!DOCTYPE w [<!ENTITY e SYSTEM "file:///etc/passwd">]><worksheet>&e;</worksheet>'))


@attack("a document type from the network")
def network_document_type():
    return zipped(package('<!DOCTYPE w SYSTEM "http://127.0.0.1:9/w.dtd"><worksheet/>'))


@attack("a parameter entity from the network")
def network_parameter_entity():
    return zipped(package('<!DOCTYPE w [<!ENTITY % e SYSTEM "http://127.0.0.1:9/e"> %e;]><worksheet/>'))


@attack("a document type of 100 MB that does not end")
def endless_document_type():
    return zipped(package(Data("<!DOCTYPE w [", block('<!ENTITY a "b">'), 100)))


@attack("bytes that do not fit the encoding that the part declares")
def bytes_of_another_encoding():
    entries = package()
    entries[-1].data = ("<?xml version='1.0' encoding='GBK'?>" + HEAD + ROW).encode() + b"\xff\xff" + TAIL.encode()
    entries[-1].method, entries[-1].crc = 0, zlib.crc32(entries[-1].data)
    entries[-1].size = entries[-1].packed = len(entries[-1].data)
    return zipped(entries)


@attack("an include and a schema from the network")
def network_references():
    return zipped(package('<worksheet xmlns:xi="http://www.w3.org/2001/XInclude" xmlns:xsi="http://www.w3.org/2001/XMLSchema-'
                          'instance" xsi:schemaLocation="u http://127.0.0.1:9/s"><?xml-stylesheet href="http://127.0.0.1:9/"?>'
                          '<xi:include href="file:///etc/passwd"/></worksheet>'))


@attack("100 million open elements")
def deep_elements():
    return zipped(package(Data(HEAD, block("<a>"), 300)))


@attack("millions of different names")
def many_names():
    return zipped(package(HEAD + "".join(f"<e{n}/>" for n in range(2_000_000)) + TAIL))


@attack("10,000 names of 50 KB each")
def long_names():
    return zipped(package(HEAD + "".join(f"<{'n' * 49_000}{n}/>" for n in range(1000)) + TAIL))


@attack("a tag with 40,000 attributes")
def many_attributes():
    return zipped(package(Data(HEAD, element(' a{}=" "', 40_000), 1, TAIL)))


@attack("a tag with 250 attributes, in 1 GB")
def attributes_below_the_bound():
    return zipped(package(Data(HEAD, block(element(' a{}=" "', 250), ratio=480, mixed='<a b="#"/>'), 1000, TAIL)))


@attack("an attribute of 100 MB")
def long_attribute():
    return zipped(package(Data(HEAD + '<a b="', block("x"), 100, '"/>' + TAIL)))


@attack("an attribute of 100 MB full of references")
def references_in_an_attribute():
    return zipped(package(Data(HEAD + '<a b="', block("&amp;"), 100, '"/>' + TAIL)))


@attack("a comment of 100 MB")
def long_comment():
    return zipped(package(Data(HEAD + "<!--", block("x "), 100, "-->" + TAIL)))


@attack("a processing instruction of 100 MB")
def long_instruction():
    return zipped(package(Data(HEAD + "<?a ", block("x "), 100, "?>" + TAIL)))


@attack("a tag of 100 MB that does not end")
def endless_tag():
    return zipped(package(Data(HEAD + "<a", block(" "), 100)))


@attack("300 namespaces on one element")
def many_namespaces():
    return zipped(package(HEAD + element(' xmlns:n{0}="urn:{0}"', 300) + TAIL))


@attack("250 namespaces in scope, millions of elements that look for theirs")
def namespaces_below_the_bound():
    start = element(' xmlns:n{0}="urn:{0}"', 250).replace("/>", ">")
    return zipped(package(Data(HEAD + start, block('<n0:b n0:c=""/>', ratio=480, mixed='<a b="#"/>'), 300, "</a>" + TAIL)))


# What a workbook holds.

@attack("one cell at XFD1048576")
def far_cell():
    return zipped(package(HEAD + '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>' + TAIL))


@attack("a cell in each corner of every thousandth row")
def sparse_cells():
    rows = "".join(f'<row r="{n}"><c r="A{n}"><v>1</v></c><c r="XFD{n}"><v>1</v></c></row>' for n in range(1, 1_048_577, 1000))
    return zipped(package(HEAD + rows + TAIL))


@attack("200 million cells")
def many_cells():
    unit = "<row>" + "<c/>" * 16_000 + "</row>"
    return zipped(package(Data(HEAD, block(unit, ratio=480, mixed=ROW), 800, TAIL)))


@attack("4 GB of numbers")
def many_numbers():
    return zipped(package(Data(HEAD, block(NUMBER.replace("#", "1"), ratio=480, mixed=NUMBER), 4000, TAIL)))


@attack("100,000 cells on one place")
def cells_on_one_place():
    return zipped(package(HEAD + "<row>" + '<c r="A1"><v>1</v></c>' * 100_000 + "</row>" + TAIL))


@attack("a cell with 100 MB of text")
def long_text():
    return zipped(package(Data(HEAD + '<row><c t="str"><v>', block("x"), 100, "</v></c></row>" + TAIL)))


@attack("a row with 1 GB of text")
def long_row():
    unit = '<c t="str"><v>' + "x" * 100_000 + "</v></c>"
    return zipped(package(Data(HEAD + "<row>", block(unit, ratio=480, mixed="<c><v>#</v></c>"), 1000, "</row>" + TAIL)))


@attack("a formula of 100 MB")
def long_formula():
    return zipped(package(Data(HEAD + "<row><c><f>", block("1+"), 100, "1</f></c></row>" + TAIL)))


@attack("100,000 shared formulas of 10 KB")
def many_shared_formulas():
    cell = '<row><c><f t="shared" si="{}">' + "A1+" * 3000 + "</f></c></row>"
    return zipped(package(HEAD + "".join(cell.format(n) for n in range(20_000)) + TAIL))


@attack("one formula of 64 KB that 1,000,000 cells share")
def formula_of_a_million_cells():
    first = '<row><c r="A1"><f t="shared" ref="A1:A1000000" si="0">' + "A1+" * 21_000 + "1</f></c></row>"
    return zipped(package(Data(HEAD + first, '<row><c><f t="shared" si="0"/></c></row>' * 10_000, 100, TAIL)))


@attack("1 GB of rows with heights that need a long division")
def long_numbers():
    unit = f'<row r="1" ht="1.{"3" * 200}e-300"/>'
    longer = f'<row r="1" ht="1.{"3" * 200_000}"/>'
    return zipped(package(Data(HEAD, block(longer + unit * 1000, ratio=480, mixed='<row r="1" ht="#"/>'), 1000, TAIL)))


@attack("numbers of 4 MB, in 1 GB")
def numbers_of_megabytes():
    unit = '<row r="1"><c><v>1.' + "3" * (4 * MiB - 100) + "</v></c></row>"
    return zipped(package(Data(HEAD, block(unit, 4 * MiB, ratio=480, mixed=NUMBER), 250, TAIL)))


@attack("40 million shared strings")
def many_strings():
    return zipped(package(strings=Data(f'<sst xmlns="{MAIN}">', block("<si/>", ratio=480, mixed="<si><t>#</t></si>"), 200, "</sst>")))


@attack("1 GB of text in shared strings")
def long_strings():
    unit = "<si><t>" + "x" * 1000 + "</t></si>"
    return zipped(package(strings=Data(f'<sst xmlns="{MAIN}">', block(unit, ratio=480, mixed="<si><t>#</t></si>"), 1000, "</sst>")))


@attack("2 million cell styles")
def many_styles():
    return zipped(package(styles=Data(f'<styleSheet xmlns="{MAIN}"><cellXfs>', "<xf/>" * 200_000, 10, "</cellXfs></styleSheet>")))


@attack("60 MB of number formats")
def many_formats():
    formats = "".join(f'<numFmt numFmtId="{n}"/>' for n in range(2_000_000))
    return zipped(package(styles=Data(f'<styleSheet xmlns="{MAIN}"><numFmts>{formats}</numFmts></styleSheet>')))


@attack("a list of styles of 1 GB")
def large_styles():
    return zipped(package(styles=Data(f'<styleSheet xmlns="{MAIN}">', block("<a/>", ratio=480, mixed='<a b="#"/>'), 1000, "</styleSheet>")))


@attack("8 million sheets in the workbook part")
def many_sheets():
    return zipped(package(workbook=Data(f'<workbook xmlns="{MAIN}"><sheets>', block("<sheet/>", ratio=480, mixed='<sheet name="#"/>'), 60, "</sheets></workbook>")))


@attack("4 million relationships")
def many_relationships():
    unit = "<Relationship/>"
    return zipped(package(workbook_rels=Data(f'<Relationships xmlns="{PACKAGE}">', block(unit, ratio=480, mixed='<Relationship Id="#"/>'), 60, "</Relationships>")))


@attack("4 million content types")
def many_content_types():
    entries = package(rels=None, workbook=None, types=Data("<Types>", block('<Override PartName="" ContentType=""/>', ratio=480, mixed='<Override PartName="#"/>'), 60, "</Types>"))
    return zipped(entries)


@attack("20,000 columns")
def many_columns():
    return zipped(package(HEAD.replace("<sheetData>", "<cols>" + '<col min="1" max="1"/>' * 20_000 + "</cols><sheetData>") + TAIL))


@attack("2 million merged ranges")
def many_merges():
    return zipped(package(beside("<mergeCells>", '<mergeCell ref="A1:B2"/>', 2_000_000, "</mergeCells>")))


@attack("2 million hyperlinks")
def many_hyperlinks():
    return zipped(package(beside("<hyperlinks>", '<hyperlink ref="A1" location="x"/>', 2_000_000, "</hyperlinks>")))


@attack("hyperlinks with 200 MB of text")
def long_hyperlinks():
    return zipped(package(beside("<hyperlinks>", f'<hyperlink ref="A1" tooltip="{"x" * 100_000}"/>', 2000, "</hyperlinks>")))


@attack("200,000 data validations")
def many_validations():
    return zipped(package(beside("<dataValidations>", '<dataValidation sqref="A1"/>', 200_000, "</dataValidations>")))


@attack("2 million ranges under data validations")
def many_validated_ranges():
    return zipped(package(beside("<dataValidations>", f'<dataValidation sqref="{"A1 " * 10_000}"/>', 200, "</dataValidations>")))


@attack("1 GB of blanks and of one long word where ranges should stand")
def long_ranges():
    unit = f'<hyperlink ref="{" " * 100_000}{"A" * 100_000}"/>'
    return zipped(package(beside("<hyperlinks>", block(unit, ratio=480, mixed='<a b="#"/>'), 1000, "</hyperlinks>")))


@attack("400 MB of sheet protections")
def many_protections():
    unit = '<sheetProtection sheet="1"/>'
    return zipped(package(beside("", block(unit, ratio=480, mixed='<a b="#"/>'), 400, "")))


@attack("500 MB of ranges that are none under data validations")
def validated_ranges_that_are_none():
    unit = f'<dataValidation sqref="{"#REF! " * 30_000}"/>'
    return zipped(package(beside("<dataValidations>", unit, 2500, "</dataValidations>")))


@attack("a formula of 100 MB in a data validation")
def long_validation():
    return zipped(package(beside("<dataValidations><dataValidation><formula1>", "1+", 50 * MiB, "</formula1></dataValidation></dataValidations>")))


def write() -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, (_, function) in ATTACKS.items():
        content = function()
        if content is not None:
            (FOLDER / f"{name}.xlsx").write_bytes(content)


def measure(program: str) -> None:
    print("| attack | bytes | what stops it | seconds | peak MiB |\n|---|---:|---|---:|---:|")
    for name, (title, _) in ATTACKS.items():
        path = FOLDER / f"{name}.xlsx"
        size = path.stat().st_size if path.is_file() else 0
        run = subprocess.run(["/usr/bin/time", "-f", "%e %M", "timeout", "120", program, "dump", "--lang", "en", str(path)],
                             capture_output=True, errors="replace")
        *messages, figures = run.stderr.strip().split("\n")
        seconds, peak = figures.split()
        found = re.findall(r'"error":"((?:[^"\\]|\\.)*)"', run.stdout) + [line for line in messages if line]
        # Without the place before the message and the remedy behind it.
        text = re.sub(r"^[^:]*: ", "", found[0]).split(". ")[0] if found else "nothing: what it holds is read"
        text = text.replace('\\"', '"').replace("|", "\\|")
        print(f"| {title} | {size:,} | {text} | {seconds} | {int(peak) // 1024} |", flush=True)


if __name__ == "__main__":
    if len(sys.argv) > 2:
        if not (FOLDER / "bomb.xlsx").exists():
            write()
        measure(sys.argv[2])
    else:
        write()
