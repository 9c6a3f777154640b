import XlsxPackage
import XlsxRead

/// What the cells below a heading say of its column.
struct ColumnEvidence {
  /// Whether they are made for amounts: a number format, a rule for input, a sum.
  private(set) var isAmount = false
  /// Whether amounts stand there already.
  private(set) var amounts = 0
  /// How many texts stand there that say no amount and are no code.
  private(set) var texts = 0
  /// How many digits the codes have that belong there, each with the number of cells that say so.
  private(set) var digits: [Int: Int] = [:]
  /// Whether they are made for codes of no fixed length.
  private(set) var isText = false
  /// The rule that offers entries.
  private(set) var list: ValidationRule?
  /// The formulas that are no plain sums of numbers, each with a cell.
  private(set) var otherFormulas: [(formula: String, cell: CellReference)] = []
  /// The decimals that a number format shows.
  private(set) var decimals: Int?

  /// The cells of a column that are looked at.
  private static let mostCells = 80

  init(_ sheet: BlankSheet, column: Int, rows: [DraftBody.Row]) {
    for row in rows.prefix(Self.mostCells) { add(sheet, row, column) }
  }

  private mutating func add(_ sheet: BlankSheet, _ row: DraftBody.Row, _ column: Int) {
    let place = CellReference(row: row.number, column: column)
    if let format = sheet.look(place)?.numberFormat { add(format: format) }
    if let rule = sheet.rule(at: place) { add(rule) }
    guard let cell = row.cells[column] else { return }
    if let formula = cell.formula, !formula.isEmpty {
      if sheet.sums.ranges(of: formula) != nil {
        isAmount = true
      } else {
        if Self.isDifference(formula), sheet.look(place)?.numberFormat.contains("%") != true { isAmount = true }
        if otherFormulas.count < 40 { otherFormulas.append((formula, place)) }
      }
    } else if cell.kind == .number, cell.shownCode == nil {
      amounts += 1
    } else if cell.kind == .text, AmountText.read(cell.text, unit: .元) == .unreadable {
      texts += 1
    }
  }

  /// Whether a formula takes cells from one another and does nothing else.
  private static func isDifference(_ formula: String) -> Bool {
    guard formula.utf8.count <= 200, formula.contains("-") else { return false }
    let words = formula.filter { $0 != "=" && !$0.isWhitespace }.split { "+-()".contains($0) }
    return words.count >= 2 && words.allSatisfy { CellReference($0.filter { $0 != "$" }) != nil }
  }

  private mutating func add(format: String) {
    let section = String(format.prefix { $0 != ";" })
    let zeros = section.filter { $0 == "0" }.count
    if section.count >= 2, section.allSatisfy({ $0 == "0" }) {
      digits[zeros, default: 0] += 1
    } else if section == "@" {
      isText = true
    } else if !section.contains("%"), section.contains("0.0") || section.contains("#,##0") {
      isAmount = true
      let fraction = section.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false).dropFirst().first
      decimals = fraction.map { $0.prefix { $0 == "0" }.count } ?? 0
    }
  }

  private mutating func add(_ rule: ValidationRule) {
    switch rule.kind {
    case .decimal, .wholeNumber: isAmount = true
    case .list: list = rule
    case .textLength where rule.comparison == .equal:
      if let count = rule.formula1.flatMap({ Int($0) }), (1...30).contains(count) { digits[count, default: 0] += 1 }
    case .custom:
      guard let formula = rule.formula1, formula.utf8.count <= 2_000 else { return }
      // A rule for codes asks for their length, and may let numbers stand for those with zeros.
      let lengths = Self.lengths(in: formula)
      if lengths.count == 1 {
        digits[lengths[0], default: 0] += 1
      } else if lengths.isEmpty, formula.contains("ISNUMBER(") {
        isAmount = true
      }
    default: break
    }
  }

  /// The lengths for which a formula asks by `LEN(A9)=6`.
  private static func lengths(in formula: String) -> [Int] {
    var lengths: [Int] = []
    var rest = formula[...]
    while let start = rest.firstRange(of: "LEN(") {
      rest = rest[start.upperBound...]
      guard let end = rest.firstRange(of: ")=") else { break }
      rest = rest[end.upperBound...]
      if let length = Int(rest.prefix { $0.isASCII && $0.isNumber }), (1...30).contains(length) {
        lengths.append(length)
      }
    }
    return lengths
  }

  /// The digits of which most cells speak; nil where none do.
  var mostDigits: Int? { digits.max { ($0.value, -$0.key) < ($1.value, -$1.key) }?.key }
}
