import BudgetSheets
import Foundation
import Testing

/// The JSON of books against its published schema.
@Suite struct ExchangeSchemaTests {
  /// As much of JSON Schema as the schema of books uses.
  private struct Schema {
    let root: [String: Any]

    init() throws {
      let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
      let data = try Data(contentsOf: folder.appendingPathComponent("docs/book.schema.json"))
      root = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    }

    /// What does not fit, with its place.
    func problems(_ value: Any) -> [String] { problems(value, root, "") }

    private func problems(_ value: Any, _ schema: [String: Any], _ place: String) -> [String] {
      if let reference = schema["$ref"] as? String {
        let name = reference.split(separator: "/").last.map(String.init) ?? ""
        guard let definition = (root["$defs"] as? [String: Any])?[name] as? [String: Any] else {
          return ["\(place): no definition \(reference)"]
        }
        return problems(value, definition, place)
      }
      var problems: [String] = []
      for key in schema.keys where !Self.known.contains(key) { problems.append("unknown keyword \(key)") }
      let isOfType =
        switch schema["type"] as? String {
        case "object": value is [String: Any]
        case "array": value is [Any]
        case "string": value is String
        case "boolean": value is Bool
        case nil: true
        default: false
        }
      if !isOfType { problems.append("\(place): not of type \(schema["type"] ?? "")") }
      if let constant = schema["const"], "\(constant)" != "\(value)" { problems.append("\(place): not \(constant)") }
      if let values = schema["enum"] as? [String], !values.contains("\(value)") {
        problems.append("\(place): \(value) is not listed")
      }
      if let pattern = schema["pattern"] as? String, let text = value as? String,
        text.range(of: pattern, options: .regularExpression) == nil
      {
        problems.append("\(place): \(text) does not match")
      }
      if let items = value as? [Any], let schema = schema["items"] as? [String: Any] {
        for (index, item) in items.enumerated() { problems += self.problems(item, schema, "\(place)[\(index)]") }
      }
      if let members = value as? [String: Any] {
        let properties = schema["properties"] as? [String: [String: Any]] ?? [:]
        for name in schema["required"] as? [String] ?? [] where members[name] == nil {
          problems.append("\(place): \(name) is missing")
        }
        for (name, member) in members {
          if let schema = properties[name] ?? schema["additionalProperties"] as? [String: Any] {
            problems += self.problems(member, schema, "\(place).\(name)")
          } else {
            problems.append("\(place).\(name): not allowed")
          }
        }
      }
      return problems
    }

    private static let known: Set<String> = [
      "$schema", "$defs", "title", "description", "type", "required", "properties", "additionalProperties", "items",
      "const", "enum", "pattern",
    ]
  }

  @Test func booksFitTheSchema() throws {
    let schema = try Schema()
    let set = try ExchangePublishedBook.set()
    for book in [try ExchangePublishedBook.unkeyed(), try ExchangeBookJSONTests.fullBook()] {
      let value = try JSONSerialization.jsonObject(with: Data(book.json(in: set).utf8))
      #expect(schema.problems(value) == [])
    }
  }

  @Test func theSchemaRefusesWhatIsNoBook() throws {
    let schema = try Schema()
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
    let definitions = try #require(try Schema().root["$defs"] as? [String: [String: Any]])
    #expect(definitions["unit"]?["enum"] as? [String] == MoneyUnit.allCases.map(\.rawValue))
    let row = definitions["row"]?["properties"] as? [String: [String: Any]]
    #expect(row?["kind"]?["enum"] as? [String] == RowKind.allCases.map(\.rawValue))
  }
}
