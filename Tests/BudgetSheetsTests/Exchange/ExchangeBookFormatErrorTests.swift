import BudgetSheets
import Testing

/// What is said about JSON that is no book of its set.
@Suite struct ExchangeBookFormatErrorTests {
  static let cases: [(json: String, line: String)] = [
    (#"{"format": "budgetsheets.book","#, "not valid JSON: line 1, column 32 should hold a name in double quotes."),
    ("[1,\n 2,\n 三]", "not valid JSON: line 3, column 2 should hold a value."),
    ("{\"a\": 1, \"a\": 2}", "not valid JSON: line 1, column 10 should hold each name once; “a” stands twice."),
    ("[]", "expected an object here, not an array."),
    (#"{"format": "geojson"}"#, "format: “geojson” is no book; it should be “budgetsheets.book”."),
    (
      #"{"format": "budgetsheets.book", "version": 2}"#,
      "version: version 2 is not known; this program reads version 1."
    ),
    (#"{"format": "budgetsheets.book", "version": 1, "sett": "x"}"#, "unknown member “sett”; did you mean “set”?"),
    (
      #"{"format": "budgetsheets.book", "version": 1, "set": "luoyang-1999"}"#,
      "set: there is no form set “luoyang-1999”; use one of luoyang-2021, luoyang-2023."
    ),
    (
      book(head: #""setVersion": "2022.1","#),
      "setVersion: the version “2022.1” of the form set is not accepted; use 2023.1."
    ),
    (book(head: #""unit": "元","#), "unit: is “元”, but the rest says “万元”. Correct it, or leave it out."),
    (book(form: #"{"form": "3"}"#), "forms[0].form: there is no form “3”; did you mean “03”?"),
    (book(form: #"{"form": "03"}, {"form": "03"}"#), "forms[1].form: the form “03” stands twice. Keep one of them."),
    (
      book(form: #"{"form": "03", "code": "预算05表"}"#),
      "forms[0].code: is “预算05表”, but the rest says “预算03表”. Correct it, or leave it out."
    ),
    (
      book(row: #"{"kind": "detial"}"#),
      "forms[0].rows[0].kind (form 03, row 1): unknown value “detial”; did you mean “detail”?"
    ),
    (
      book(row: #"{"kind": "total"}, {"kind": "detail", "cells": {"基本支出/小记": {}}}"#),
      #"forms[0].rows[1].cells["基本支出/小记"] (form 03, row 2): the form has no “基本支出/小记”; did you mean “基本支出/小计”?"#
    ),
    (
      book(row: #"{"kind": "detail", "cells": {"特定目标类": {}}}"#),
      #"forms[0].rows[0].cells["特定目标类"] (form 03, row 1): the form has no “特定目标类”; did you mean “项目支出/特定目标类”?"#
    ),
    (
      book(row: #"{"kind": "detail", "cells": {"合计": {"value": 199.91}}}"#),
      #"forms[0].rows[0].cells["合计"].value (form 03, row 1): put the amount 199.91 in quotes, as "199.91": unquoted, other programs read it as floating point."#
    ),
    (
      book(row: #"{"kind": "detail", "cells": {"合计": {"value": "1,234.50"}}}"#),
      #"forms[0].rows[0].cells["合计"].value (form 03, row 1): “1,234.50” is no amount in 万元 exact to the 分. Write digits with at most one point, as "1234.50"."#
    ),
    (
      book(row: #"{"kind": "detail", "cells": {"科目编码/类": {"value": 206}}}"#),
      #"forms[0].rows[0].cells["科目编码/类"].value (form 03, row 1): texts and codes stand in quotes: write "206", with its leading zeros."#
    ),
    (
      book(row: #"{"kind": "detail", "cells": {"合计": {"at": "9G"}}}"#),
      #"forms[0].rows[0].cells["合计"].at (form 03, row 1): “9G” is no cell reference; write it as "G9"."#
    ),
    (
      book(row: #"{"kind": "detail", "key": "206/01/02", "cells": {"科目编码/类": {"value": "206"}}}"#),
      "forms[0].rows[0].key (form 03, row 1): the key is “206/01/02”, but the cells say “206//”. Correct one, or leave “key” out."
    ),
    (
      book(row: #"{"kind": "detail", "key": "a"}, {"kind": "detail", "key": "a"}"#),
      "forms[0].rows[1].key (form 03, row 2): the row “a” stands twice. Remove one, or leave “key” out to have them numbered."
    ),
    (
      book(form: #"{"form": "04", "rows": [{"kind": "fixed", "cells": {"收入/项目": {"value": "（二）政府性基金预算拨款"}}}]}"#),
      "forms[0].rows[0] (form 04, row 1): “（二）政府性基金预算拨款” could be 一、本年收入/（二）政府性基金预算拨款, "
        + "二、上年结转/（二）政府性基金预算拨款. Give one of them as “key”."
    ),
    (
      book(form: #"{"form": "01", "rows": [{"kind": "fixed", "pane": "收入", "key": "十、其他收入"}]}"#),
      "forms[0].rows[0].key (form 01, row 1): the form has no row “十、其他收入”; did you mean “九、其他收入”?"
    ),
    (
      book(form: #"{"form": "01", "rows": [{"kind": "fixed", "key": "收入总计"}]}"#),
      "forms[0].rows[0] (form 01, row 1): the form has the panes 收入, 支出; name that of the row as “pane”."
    ),
    (
      book(head: #""departmentCode": "251","#),
      "departmentCode: is “251”, but the rest says “”. Correct it, or leave it out."
    ),
    (
      book(head: #""findings": [{"code": "C99"}],"#),
      "findings[0].code: unknown value “C99”; did you mean “C09”?"
    ),
    (
      book(head: #""findings": [{"code": "C01", "path": "\"a"}],"#),
      "findings[0].path: the form has no “\"a”. Compare it with the form."
    ),
    (book(head: #""outside": [{"sheet": "a", "value": "b"}],"#), "outside[0]: the member “at” is missing. Add it."),
  ]

  static func book(head: String = "", form: String = #"{"form": "03"}"#) -> String {
    #"{"format": "budgetsheets.book", "version": 1, "set": "luoyang-2023", "year": "2023", "department": "局", \#(head) "#
      + #""forms": [\#(form)]}"#
  }

  static func book(row: String) -> String { book(form: #"{"form": "03", "rows": [\#(row)]}"#) }

  @Test(arguments: cases) func theErrorSaysWhereAndWhat(json: String, line: String) throws {
    let error = try #require(throws: BookFormatError.self) { try Book(json: json) }
    #expect(error.description == line)
    #expect(!error.line(in: .chinese).isEmpty)
    #expect(!error.line(in: .english).contains("\n"))
  }

  @Test func aTruncatedBookIsRefused() throws {
    let set = try ExchangePublishedBook.set()
    let bytes = Array(try ExchangeBookJSONTests.fullBook().json(in: set).utf8)
    for length in stride(from: 0, to: bytes.count, by: 997) {
      #expect(throws: BookFormatError.self) { try Book(json: bytes[..<length], in: set) }
    }
    #expect(throws: BookFormatError.self) { try Book(json: bytes.dropLast(), in: set) }
    #expect(throws: BookFormatError.self) { try Book(json: [UInt8](#"{"format": ""#.utf8) + [0xFF, 0x22, 0x7D]) }
    #expect(throws: BookFormatError.self) { try Book(json: String(repeating: "[", count: 100_000)) }
  }
}
