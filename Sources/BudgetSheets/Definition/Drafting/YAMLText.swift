/// Writes definitions as YAML that people read: leaves in one line, trees in several.
struct YAMLText {
  private var lines: [String] = []

  /// The columns that a line may take; a Chinese character takes two.
  private static let width = 116

  /// The text of a file.
  static func file(_ entries: [DraftNode.Entry], heading: [String] = []) -> String {
    var text = YAMLText()
    for line in heading { text.lines.append("# " + comment(line)) }
    text.write(entries, indent: 0)
    return text.lines.joined(separator: "\n") + "\n"
  }

  // MARK: Lines

  private mutating func write(_ entries: [DraftNode.Entry], indent: Int, first: String? = nil) {
    for (index, entry) in entries.enumerated() {
      let start = index == 0 ? first ?? Self.blanks(indent) : Self.blanks(indent)
      write(entry, start: start, indent: indent)
    }
  }

  private mutating func write(_ entry: DraftNode.Entry, start: String, indent: Int) {
    let key = start + Self.scalar(entry.key) + ":"
    let flow = entry.node.flow
    if !entry.node.hasRemarks, !entry.isTree, Self.width(of: key) + Self.width(of: flow) < Self.width {
      return add(key + " " + flow, entry.remarks)
    }
    switch entry.node {
    case .text, .word: add(key + " " + flow, entry.remarks)
    case .list(let items) where items.isEmpty: add(key + " []", entry.remarks)
    case .map(let entries) where entries.isEmpty: add(key + " {}", entry.remarks)
    case .list(let items):
      if entry.folds {
        add(key, folding: items.map(\.node.flow), indent: indent, entry.remarks)
      } else {
        add(key, entry.remarks)
        for item in items { write(item, indent: indent + 2) }
      }
    case .map(let entries):
      add(key, entry.remarks)
      write(entries, indent: indent + 2)
    }
  }

  private mutating func write(_ item: DraftNode.Item, indent: Int) {
    let start = Self.blanks(indent) + "- "
    let flow = item.node.flow
    if !item.node.hasRemarks, Self.width(of: start) + Self.width(of: flow) < Self.width {
      return add(start + flow, item.remarks)
    }
    guard case .map(var entries) = item.node, !entries.isEmpty else { return add(start + flow, item.remarks) }
    entries[0].remarks = item.remarks + entries[0].remarks
    write(entries, indent: indent + 2, first: start)
  }

  /// A list of texts over several lines.
  private mutating func add(_ key: String, folding texts: [String], indent: Int, _ remarks: [String]) {
    var line = key + " ["
    for (index, text) in texts.enumerated() {
      let piece = text + (index == texts.count - 1 ? "]" : ",")
      if Self.width(of: line) + Self.width(of: piece) >= Self.width, !line.hasSuffix("[") {
        lines.append(line)
        line = Self.blanks(indent + 4) + piece
      } else {
        line += (line.hasSuffix("[") ? "" : " ") + piece
      }
    }
    add(line, remarks)
  }

  private mutating func add(_ line: String, _ remarks: [String]) {
    guard !remarks.isEmpty else { return lines.append(line) }
    let gap = max(2, 40 - Self.width(of: line))
    lines.append(line + Self.blanks(gap) + "# " + Self.comment(remarks.joined(separator: "；")))
  }

  private static func blanks(_ count: Int) -> String { String(repeating: " ", count: count) }

  private static func width(of text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + ($1.value > 0x2E7F ? 2 : 1) }
  }

  // MARK: Texts

  /// A text for a comment: in one line, and without what would be taken for an anchor.
  static func comment(_ text: String) -> String {
    var plain = String.UnicodeScalarView()
    for scalar in text.unicodeScalars.prefix(400) {
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned, .privateUse: plain.append(" ")
      default: plain.append(scalar == "&" ? "＆" : scalar)
      }
    }
    return String(plain)
  }

  /// A text as a scalar: plain where YAML takes it for nothing else, in double quotes elsewhere.
  static func scalar(_ text: String) -> String { isPlain(text) ? text : quoted(text) }

  private static let words: Set<String> = ["true", "false", "yes", "no", "on", "off", "null", "~", "y", "n"]

  /// What begins something else than a text.
  private static let indicators = Set("-?:,[]{}#&*!|>'\"%@`=<".unicodeScalars)

  private static func isPlain(_ text: String) -> Bool {
    let scalars = text.unicodeScalars
    guard let first = scalars.first, let last = scalars.last, !indicators.contains(first), first != " ", last != " ",
      last != ":", !words.contains(text.lowercased())
    else { return false }
    // A number keeps its zeros only as a text, and so does a date.
    if first.value < 0x80, first.properties.numericType != nil || first == "+" || first == "." {
      let isCode = scalars.contains { $0.value > 0x80 || ("a"..."z").contains($0) || ("A"..."Z").contains($0) }
      if !isCode { return false }
    }
    var previous: Unicode.Scalar = "x"
    for scalar in scalars {
      switch scalar {
      case ",", "[", "]", "{", "}", "&", "\"", "\\": return false
      case " " where previous == ":": return false
      case "#" where previous == " ": return false
      default: if !isPrintable(scalar) { return false }
      }
      previous = scalar
    }
    return true
  }

  private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator, .format, .surrogate, .unassigned, .privateUse: false
    default: scalar.value <= 0xFFFD
    }
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      // An anchor is looked for in quotation marks, too.
      case "&": result += "\\x26"
      default:
        if isPrintable(scalar) {
          result.unicodeScalars.append(scalar)
        } else {
          let hex = String(scalar.value, radix: 16, uppercase: true)
          result += "\\U" + String(repeating: "0", count: 8 - hex.count) + hex
        }
      }
    }
    return result + "\""
  }
}
