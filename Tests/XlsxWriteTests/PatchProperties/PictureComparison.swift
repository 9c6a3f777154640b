import XlsxPackage
import XlsxWrite

/// Where two workbooks show something else.
struct PictureComparison {
  private(set) var differences: [String] = []
  /// How many cells were compared.
  private(set) var cells = 0

  init(expected: BookPicture, found: BookPicture) {
    check("sheets", expected.sheets.map(\.name), found.sheets.map(\.name))
    for (sheet, other) in zip(expected.sheets, found.sheets) { compare(sheet, other) }
    for name in Set(expected.names.keys).union(found.names.keys).sorted() {
      checkTexts("name \(name)", expected.names[name] ?? [], found.names[name] ?? [])
    }
    checkEntries("property", expected.properties, found.properties)
    checkEntries("custom property", expected.custom, found.custom)
  }

  private mutating func compare(_ sheet: SheetPicture, _ other: SheetPicture) {
    let place = "\"\(sheet.name)\""
    check(place + " visibility", sheet.visibility, other.visibility)
    check(place + " merges", sheet.merges, other.merges)
    check(place + " choices", sheet.choices, other.choices)
    checkEntries(place + " comment", sheet.comments, other.comments)
    checkEntries(place + " link", sheet.links, other.links)
    for cell in Set(sheet.cells.keys).union(other.cells.keys).sorted() {
      cells += 1
      let (first, second) = (sheet.cells[cell], other.cells[cell])
      check(
        "\(place) \(cell)", first.map { "\($0.kind) \($0.value.debugDescription)" },
        second.map { "\($0.kind) \($0.value.debugDescription)" })
      check("\(place) \(cell) format", first?.format.line, second?.format.line)
      checkTexts("\(place) \(cell) formula", first?.formulas ?? [], second?.formulas ?? [])
    }
  }

  private mutating func check<Value: Equatable>(_ place: String, _ expected: Value, _ found: Value) {
    if expected != found { differences.append("\(place): expected \(expected), found \(found)") }
  }

  private mutating func checkEntries<Key: Hashable, Value: Equatable>(
    _ place: String, _ expected: [Key: Value], _ found: [Key: Value]
  ) {
    for key in Set(expected.keys).union(found.keys) {
      check("\(place) \(key)", expected[key].map { String(reflecting: $0) }, found[key].map { String(reflecting: $0) })
    }
  }

  private mutating func checkTexts(_ place: String, _ expected: Set<String>, _ found: Set<String>) {
    if expected.isEmpty && found.isEmpty { return }
    if expected.isDisjoint(with: found) {
      differences.append("\(place): expected \(expected.sorted()), found \(found.sorted())")
    }
  }
}

extension CellFormat {
  /// All that it says, in one line.
  fileprivate var line: String {
    let color = [font.color, fill, border.color].map { $0.map { "\($0.red),\($0.green),\($0.blue)" } ?? "-" }
    return [
      font.name, "\(font.size)", font.isBold ? "bold" : "", font.isItalic ? "italic" : "", "font \(color[0])",
      "fill \(color[1])", "\(border.left) \(border.right) \(border.top) \(border.bottom) \(color[2])", "\(horizontal)",
      "\(vertical)", wrapsText ? "wraps" : "", numberFormat ?? "General", isLocked ? "" : "open",
      hidesFormula ? "hidden" : "",
    ].filter { !$0.isEmpty }.joined(separator: " ")
  }
}
