import BudgetSheets
import Foundation
import Testing

/// The JSON of books against its published schema.
@Suite struct ExchangeSchemaTests {
  @Test func booksFitTheSchema() throws {
    let schema = try JSONSchema(file: "docs/book.schema.json")
    let set = try ExchangePublishedBook.set()
    for book in [try ExchangePublishedBook.unkeyed(), try ExchangeBookJSONTests.fullBook()] {
      let value = try JSONSerialization.jsonObject(with: Data(book.json(in: set).utf8))
      #expect(schema.problems(value) == [])
    }
  }

  @Test func theSchemaRefusesWhatIsNoBook() throws {
    let schema = try JSONSchema(file: "docs/book.schema.json")
    let value = try JSONSerialization.jsonObject(
      with: Data(
        """
        {"format": "budgetsheets.book", "version": 1, "set": "luoyang-2023", "year": 2023, "department": "局", "forms": [
          {"form": "03", "rows": [{"kind": "sum", "cells": {"合计": {"at": "9G", "value": 1, "note": ""}}}]}]}
        """.utf8))
    #expect(
      schema.problems(value).sorted() == [
        ".forms[0].rows[0].cells.合计.at: 9G does not match", ".forms[0].rows[0].cells.合计.note: not allowed",
        ".forms[0].rows[0].cells.合计.value: not of type string", ".forms[0].rows[0].kind: sum is not listed",
        ".year: not of type string",
      ])
  }

  @Test func theSchemaListsTheKindsAndUnits() throws {
    let definitions = try #require(
      try JSONSchema(file: "docs/book.schema.json").root["$defs"] as? [String: [String: Any]])
    #expect(definitions["unit"]?["enum"] as? [String] == MoneyUnit.allCases.map(\.rawValue))
    let row = definitions["row"]?["properties"] as? [String: [String: Any]]
    #expect(row?["kind"]?["enum"] as? [String] == RowKind.allCases.map(\.rawValue))
  }
}
