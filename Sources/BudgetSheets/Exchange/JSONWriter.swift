internal import XlsxPackage

/// Writes a JSON value as text, always the same for the same value.
struct JSONWriter {
  private var bytes: [UInt8] = []
  private let isPretty: Bool

  private init(isPretty: Bool) {
    self.isPretty = isPretty
  }

  /// The text of a value: on one line, or with one line for each object that holds no other.
  static func text(of value: JSONValue, isPretty: Bool) -> String {
    var writer = JSONWriter(isPretty: isPretty)
    writer.write(value, depth: 0)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  private mutating func write(_ value: JSONValue, depth: Int) {
    switch value {
    case .null: append("null")
    case .bool(let flag): append(flag ? "true" : "false")
    case .number(let text): append(text)
    case .string(let text): write(text)
    case .array(let items):
      write(items, between: ("[", "]"), isFlat: value.isFlat, depth: depth) { $0.write($1, depth: $2) }
    case .object(let members):
      write(members, between: ("{", "}"), isFlat: value.isFlat, depth: depth) {
        $0.write($1.name)
        $0.append($0.isPretty ? ": " : ":")
        $0.write($1.value, depth: $2)
      }
    }
  }

  private mutating func write<Item>(
    _ items: [Item], between brackets: (String, String), isFlat: Bool, depth: Int,
    item: (inout JSONWriter, Item, Int) -> Void
  ) {
    let breaks = isPretty && !isFlat
    append(brackets.0)
    for (index, value) in items.enumerated() {
      if index > 0 { append(isPretty && isFlat ? ", " : ",") }
      if breaks { newLine(depth + 1) }
      item(&self, value, depth + 1)
    }
    if breaks { newLine(depth) }
    append(brackets.1)
  }

  private mutating func newLine(_ depth: Int) {
    append("\n")
    for _ in 0..<depth { append("  ") }
  }

  private mutating func append(_ text: String) {
    bytes.append(contentsOf: text.utf8)
  }

  private mutating func write(_ text: String) { JSONText.append(text, to: &bytes) }
}
