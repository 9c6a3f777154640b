import Foundation
import Testing

/// As much of JSON Schema (draft 2020-12) as the published schemas use.
struct JSONSchema {
  let root: [String: Any]

  /// The folder of the repository.
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// Reads a schema of the repository.
  init(file: String) throws {
    let data = try Data(contentsOf: Self.folder.appendingPathComponent(file))
    root = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
  }

  /// What does not fit, with its place.
  func problems(_ value: Any) -> [String] { problems(value, root, "") }

  /// What does not fit in a JSON text.
  func problems(inText text: String) throws -> [String] {
    problems(try JSONSerialization.jsonObject(with: Data(text.utf8)))
  }

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
    if !Self.isOfType(schema["type"] as? String, value) {
      problems.append("\(place): not of type \(schema["type"] ?? "")")
    }
    if let choices = schema["anyOf"] as? [[String: Any]] {
      // What the first choice says is what is meant where none fits.
      let all = choices.map { self.problems(value, $0, place) }
      if !all.contains([]) { problems += all.first ?? [] }
    }
    if let constant = schema["const"], "\(constant)" != "\(value)" { problems.append("\(place): not \(constant)") }
    if let values = schema["enum"] as? [String], !values.contains("\(value)") {
      problems.append("\(place): \(value) is not listed")
    }
    if let minimum = schema["minimum"] as? Int, let number = value as? Int, number < minimum {
      problems.append("\(place): \(number) is less than \(minimum)")
    }
    if let pattern = schema["pattern"] as? String, let text = value as? String,
      text.range(of: pattern, options: .regularExpression) == nil
    {
      problems.append("\(place): \(text) does not match")
    }
    if let items = value as? [Any], let schema = schema["items"] as? [String: Any] {
      for (index, item) in items.enumerated() { problems += self.problems(item, schema, "\(place)[\(index)]") }
    }
    if let members = value as? [String: Any] { problems += self.problems(members: members, schema, place) }
    return problems
  }

  private func problems(members: [String: Any], _ schema: [String: Any], _ place: String) -> [String] {
    // A schema that says nothing of members allows all.
    guard schema["properties"] != nil || schema["additionalProperties"] != nil else { return [] }
    let properties = schema["properties"] as? [String: [String: Any]] ?? [:]
    var problems: [String] = []
    for name in schema["required"] as? [String] ?? [] where members[name] == nil {
      problems.append("\(place): \(name) is missing")
    }
    for (name, member) in members {
      if let schema = properties[name] ?? schema["additionalProperties"] as? [String: Any] {
        problems += self.problems(member, schema, "\(place).\(name)")
      } else if schema["additionalProperties"] as? Bool == false {
        problems.append("\(place).\(name): not allowed")
      }
    }
    return problems
  }

  private static func isOfType(_ type: String?, _ value: Any) -> Bool {
    switch type {
    case "object": value is [String: Any]
    case "array": value is [Any]
    case "string": value is String
    case "boolean": value is Bool
    case "integer": value is Int
    case "number": value is Int || value is Double
    case "null": value is NSNull
    case nil: true
    default: false
    }
  }

  private static let known: Set<String> = [
    "$schema", "$defs", "title", "description", "type", "required", "properties", "additionalProperties", "items",
    "const", "enum", "pattern", "anyOf", "minimum",
  ]
}
