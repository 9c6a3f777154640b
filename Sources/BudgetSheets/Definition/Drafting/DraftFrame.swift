import XlsxPackage

/// The lines around a blank form: its title, its code, whose it is, in what unit its amounts are.
struct DraftFrame {
  /// The title as it stands there; nil where no line looks like one.
  private(set) var title: (text: String, cell: CellReference)?
  private(set) var code: String?
  /// A word before a colon that may mean the department, where no set knows it.
  private(set) var departmentWord: (word: String, cell: CellReference)?
  /// The department that stands there already.
  private(set) var department: String?
  private(set) var unit = UnitStatement.none
  /// The row in which the form itself begins; nil where nothing looks like one.
  private(set) var start: Int?
  /// Whether the form begins with a label and a place to fill in beside it, and not with headings.
  private(set) var isBlockForm = false

  /// How far down a form may begin.
  private static let searchedRows = 40

  init(_ sheet: BlankSheet, _ vocabulary: DraftVocabulary) {
    let grid = sheet.grid
    let last = max(grid.lastColumn, Self.lastMergedColumn(grid))
    for row in grid.rows.prefix(Self.searchedRows) {
      var others: [SheetGrid.Cell] = []
      var isValue = false
      for cell in row.cells {
        if isValue {
          // What stands beside a word and its colon.
          isValue = false
          if cell.kind == .text, !cell.label.contains(":"), UnitStatement(in: cell.text, labels: []) == .none {
            department = department ?? FrameText.trimmed(cell.text)
            continue
          }
        }
        if !take(cell, vocabulary, isValue: &isValue) { others.append(cell) }
      }
      if others.isEmpty { continue }
      if others.count == 1, takeTitle(others[0]) { continue }
      if others.count == 1, spans(others[0], to: last, in: grid) {
        if FrameText.year(in: others[0].text) != nil || others[0].label.utf8.count > 60 || title == nil { continue }
      }
      guard others[0].kind == .text, others[0].formula == nil else { continue }
      start = row.number
      isBlockForm =
        others.count == 1 || others.count == 2 && isFilledIn(others[1], beside: others[0], sheet, vocabulary)
      return
    }
  }

  /// Whether a text is what somebody filled in beside a label, and no heading beside another.
  private func isFilledIn(
    _ value: SheetGrid.Cell, beside label: SheetGrid.Cell, _ sheet: BlankSheet, _ vocabulary: DraftVocabulary
  ) -> Bool {
    if sheet.isOpen(value.reference) || vocabulary.isDepartmentField(label.text) { return true }
    if let department, value.text == department { return true }
    func width(_ row: Int) -> Int {
      let place = CellReference(row: row, column: value.reference.column)
      return sheet.grid.merge(at: place).map { $0.last.column - $0.first.column } ?? 0
    }
    // A place to fill in goes over several columns, and so does that of the next label.
    let below = CellReference(row: value.reference.row + 1, column: value.reference.column)
    return width(value.reference.row) > 0 && width(below.row) > 0 && sheet.grid.cell(below) == nil
  }

  /// Takes in a cell that is none of the form itself; false for any other.
  private mutating func take(_ cell: SheetGrid.Cell, _ vocabulary: DraftVocabulary, isValue: inout Bool) -> Bool {
    guard cell.kind == .text else { return false }
    let labels = vocabulary.labels
    if Self.isCode(cell.label) {
      code = code ?? DraftText.label(cell.text)
      return true
    }
    let stated = UnitStatement(in: cell.text, labels: labels.unit)
    let hasColon = cell.label.contains(":") || cell.text.contains("：") || cell.text.contains(":")
    if hasColon || UnitStatement.isAlone(cell.text, labels: labels.unit) { unit = unit.and(stated) }
    if let value = FrameText.value(of: cell.text, after: labels.department) {
      if value.isEmpty { isValue = true } else { department = department ?? value }
      return true
    }
    if stated != .none, hasColon || UnitStatement.isAlone(cell.text, labels: labels.unit) { return true }
    if hasColon, DraftText.isPart(cell.text) || DraftText.Numbering(cell.text) != .none { return false }
    if hasColon {
      let word = DraftText.label(String(cell.text.prefix { $0 != ":" && $0 != "：" }))
      if vocabulary.resemblesDepartment(word), departmentWord == nil { departmentWord = (word, cell.reference) }
      isValue = cell.text.last == ":" || cell.text.last == "：" || cell.label.hasSuffix(":")
      return true
    }
    return FrameText(labels: labels).isSignature(cell.text)
  }

  private mutating func takeTitle(_ cell: SheetGrid.Cell) -> Bool {
    guard cell.kind == .text, !cell.label.isEmpty, cell.label.count <= 60 else { return false }
    let ends = cell.label.hasSuffix("表")
    guard ends || cell.label.contains("表") && (cell.label.contains("表(") || FrameText.year(in: cell.text) != nil) else {
      return false
    }
    title = (FrameText.trimmed(cell.text), cell.reference)
    return true
  }

  private func spans(_ cell: SheetGrid.Cell, to last: Int, in grid: SheetGrid) -> Bool {
    guard let merge = grid.merge(at: cell.reference) else { return false }
    return merge.last.column >= last
  }

  private static func lastMergedColumn(_ grid: SheetGrid) -> Int {
    var last = 0
    for row in grid.rows.prefix(searchedRows) {
      for cell in row.cells { last = max(last, grid.merge(at: cell.reference)?.last.column ?? 0) }
    }
    return min(last, BlankSheet.maximumColumn)
  }

  /// Whether a normalized label is the code of a form: `预算03表`, `表3`, `附表一`, `表号:公开01表`.
  static func isCode(_ label: String) -> Bool {
    var plain = label[...]
    if plain.hasPrefix("("), plain.hasSuffix(")") { plain = plain.dropFirst().dropLast() }
    if let colon = plain.lastIndex(of: ":") {
      guard plain[..<colon] == "表号" || plain[..<colon] == "编号" else { return false }
      plain = plain[plain.index(after: colon)...]
    }
    guard (2...10).contains(plain.count), plain.contains("表") || plain.hasPrefix("附件") else { return false }
    let digits = plain.filter { $0.isASCII && $0.isNumber }
    if digits.isEmpty {
      let rest = plain.drop { "附表件".contains($0) }
      return rest.count <= 3 && !rest.isEmpty && rest.count < plain.count
        && rest.allSatisfy { "一二三四五六七八九十".contains($0) }
    }
    let rest = plain.filter { !($0.isASCII && $0.isNumber) && !"-.之".contains($0) }
    return digits.count <= 4 && rest.count <= 6 && FrameText.year(in: String(plain)) == nil
  }

  /// The number in a code or title, as `03`; nil where it holds none, or more than one. Years are none.
  static func number(in text: String) -> String? {
    let plain = LabelText.normalize(text)
    var numbers: [String] = []
    for part in plain.split(whereSeparator: { !($0.isASCII && $0.isNumber) }) where part.count != 4 {
      numbers.append(String(part))
    }
    if numbers.isEmpty {
      let word = plain.drop { "附表件".contains($0) }.prefix { "一二三四五六七八九十".contains($0) }
      guard plain.hasPrefix("表") || plain.hasPrefix("附"), let value = chinese(String(word)) else { return nil }
      return value < 10 ? "0\(value)" : "\(value)"
    }
    guard numbers.count == 1, let value = Int(numbers[0]), (1...99).contains(value) else { return nil }
    return value < 10 ? "0\(value)" : "\(value)"
  }

  /// The value of 一 to 九十九.
  private static func chinese(_ word: String) -> Int? {
    let digits = Array("一二三四五六七八九")
    let parts = word.split(separator: "十", omittingEmptySubsequences: false)
    guard !word.isEmpty, parts.count <= 2 else { return nil }
    func value(_ part: Substring, _ other: Int) -> Int? {
      if part.isEmpty { return other }
      guard part.count == 1, let first = part.first, let index = digits.firstIndex(of: first) else { return nil }
      return index + 1
    }
    if parts.count == 1 { return value(parts[0], 0) }
    guard let tens = value(parts[0], 1), let ones = value(parts[1], 0) else { return nil }
    return tens * 10 + ones
  }
}
