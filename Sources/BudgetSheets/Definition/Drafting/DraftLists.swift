import XlsxPackage
import XlsxRead

/// The dictionaries of a workbook of blank forms, as its drop-downs and look-ups name them.
struct DraftLists {
  /// A dictionary.
  struct List: Hashable {
    var entries: [CodeList.Entry]

    /// Whether it fits into the definitions of the set itself.
    var isShort: Bool {
      entries.count <= 12 && entries.allSatisfy { $0.code.isEmpty } && entries.map(\.name.count).reduce(0, +) <= 120
    }
  }

  /// What a drop-down offers.
  enum Offer {
    /// Texts, which became the dictionary of a name.
    case texts(String)
    /// Codes without names, with their lengths.
    case codes(Set<Int>)
  }

  /// The dictionaries by name, in the order in which they were met.
  private(set) var lists: [(name: String, list: List)] = []
  /// Whether one was longer than definitions may be.
  private(set) var isCut = false
  private let grids: [String: SheetGrid]
  private let names: [String: String]
  /// The sheets of forms, whose cells are no dictionary.
  private let forms: Set<String>
  private var dictionaries: [String: String?] = [:]

  private static let mostEntries = 5_000
  private static let mostLists = 60

  init(grids: [SheetGrid], names: [DefinedName], forms: Set<String>) {
    self.grids = Dictionary(grids.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    var byName: [String: String] = [:]
    for name in names.prefix(5_000) where byName[name.name.lowercased()] == nil {
      byName[name.name.lowercased()] = name.text
    }
    self.names = byName
    self.forms = forms
  }

  // MARK: Look-ups

  /// The dictionary in which a formula looks up the name of a code; nil where it is none.
  mutating func dictionary(of formula: String, on sheet: String, heading: String) -> String? {
    guard formula.utf8.count <= 4_000 else { return nil }
    let tokens = FormulaTokens(formula)
    var ranges: [FormulaTokens.Reference] = []
    for name in tokens.names.prefix(6) {
      if let range = range(named: name) { ranges.append(range) }
    }
    for reference in tokens.references where reference.range.first != reference.range.last && reference.sheet != nil {
      ranges.append(reference)
    }
    let key = ranges.map { "\($0.sheet ?? "")!\($0.range)" }.joined(separator: ";")
    if let known = dictionaries[key] { return known }
    let list = readDictionary(ranges, heading: heading)
    dictionaries[key] = .some(list)
    return list
  }

  private mutating func readDictionary(_ ranges: [FormulaTokens.Reference], heading: String) -> String? {
    guard let first = ranges.first, let sheet = first.sheet, let grid = grids[sheet], !forms.contains(sheet) else {
      return nil
    }
    let rows = first.range.first.row...min(first.range.last.row, first.range.first.row + Self.mostEntries)
    var nameColumn = first.range.first.column + 1
    if first.range.last.column == first.range.first.column {
      // The codes in one range, their names in another beside or below it.
      guard ranges.count >= 2, ranges[1].sheet == sheet, ranges[1].range.first.row == first.range.first.row else {
        return nil
      }
      nameColumn = ranges[1].range.first.column
    }
    var entries: [CodeList.Entry] = []
    for row in rows {
      let code = Self.code(grid.cell(CellReference(row: row, column: first.range.first.column)))
      let name = grid.cell(CellReference(row: row, column: nameColumn))?.text ?? ""
      guard let code, !name.isEmpty else { continue }
      entries.append(.init(code: code, name: DraftText.label(name), confidence: nil))
    }
    if entries.isEmpty { return nil }
    return add(entries, title(of: first.range, in: grid) ?? heading)
  }

  // MARK: Drop-downs

  /// What a drop-down offers; nil where it offers nothing of its own, as the entries of another form.
  mutating func entries(of rule: ValidationRule, on sheet: String, heading: String) -> Offer? {
    var values: [String] = []
    var name = heading
    if let items = rule.listItems {
      values = items.filter { !$0.isEmpty }
    } else if let formula = rule.formula1, let source = source(formula, on: sheet),
      let grid = grids[source.sheet ?? sheet],
      !forms.contains(source.sheet ?? sheet)
    {
      let range = source.range
      for row in range.first.row...min(range.last.row, range.first.row + Self.mostEntries) {
        for column in range.first.column...min(range.last.column, range.first.column + 3) {
          guard let cell = grid.cell(CellReference(row: row, column: column)) else { continue }
          values.append(Self.code(cell) ?? DraftText.label(cell.text))
        }
      }
      name = title(of: range, in: grid) ?? heading
    }
    values = values.filter { !$0.isEmpty }
    if values.isEmpty { return nil }
    if values.allSatisfy(CodeText.isDigits) { return .codes(Set(values.map(\.count))) }
    var seen: Set<String> = []
    let distinct = values.filter { seen.insert($0).inserted }
    return add(distinct.map { .init(code: "", name: $0, confidence: nil) }, name).map { .texts($0) }
  }

  /// The range that a rule names, by a name or by itself.
  private func source(_ formula: String, on sheet: String) -> FormulaTokens.Reference? {
    guard formula.utf8.count <= 300 else { return nil }
    let tokens = FormulaTokens(formula)
    if tokens.names.count == 1, tokens.references.isEmpty { return range(named: tokens.names[0]) }
    guard tokens.references.count == 1, !tokens.isUnknown, !formula.contains("(") else { return nil }
    return tokens.references[0]
  }

  private func range(named name: String) -> FormulaTokens.Reference? {
    guard let text = names[name.lowercased()], text.utf8.count <= 300 else { return nil }
    let tokens = FormulaTokens(text)
    guard tokens.references.count == 1, !tokens.isUnknown, !text.contains("(") else { return nil }
    return tokens.references[0]
  }

  // MARK: Names

  /// What stands above a range as its title.
  private func title(of range: CellRange, in grid: SheetGrid) -> String? {
    guard range.first.row > 1,
      let cell = grid.cell(CellReference(row: range.first.row - 1, column: range.first.column)), cell.kind == .text
    else { return nil }
    let title = DraftText.label(cell.text)
    return (1...20).contains(title.count) && !CodeText.isDigits(title) ? title : nil
  }

  private mutating func add(_ entries: [CodeList.Entry], _ name: String) -> String? {
    let list = List(entries: Array(entries.prefix(Self.mostEntries)))
    if entries.count > Self.mostEntries || lists.count >= Self.mostLists { isCut = true }
    if let same = lists.first(where: { $0.list == list }) { return same.name }
    if lists.count >= Self.mostLists { return nil }
    var unique = name
    var number = 2
    while lists.contains(where: { $0.name == unique }) {
      unique = "\(name)\(number)"
      number += 1
    }
    lists.append((unique, list))
    return unique
  }

  /// The code in a cell; nil where it holds none.
  private static func code(_ cell: SheetGrid.Cell?) -> String? {
    guard let cell else { return nil }
    if let shown = cell.shownCode { return shown }
    let plain = AmountText.plain(cell.text)
    return CodeText.isDigits(plain) && plain.utf8.count <= 30 ? plain : nil
  }

  // MARK: Files

  /// The file of a dictionary: codes with their names.
  static func csv(_ list: List) -> String {
    func field(_ text: String) -> String {
      let plain = String(
        String.UnicodeScalarView(
          text.unicodeScalars.filter {
            $0.value >= 0x20 && $0.value != 0x85 && $0.value != 0x2028 && $0.value != 0x2029
          }))
      // A field in quotation marks holds commas; one of its own the reader would lose.
      let safe = plain.replacing("\"", with: "”")
      return safe.contains(",") ? "\"\(safe)\"" : safe
    }
    var lines = ["code,name"]
    for entry in list.entries { lines.append(field(entry.code) + "," + field(entry.name)) }
    return lines.joined(separator: "\n") + "\n"
  }
}
