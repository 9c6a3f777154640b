internal import Foundation
import XlsxPackage

/// Recomputes a simple formula from the stored values of the cells it names, to tell a stale result.
///
/// It knows numbers, `+ - * /`, brackets, references and ranges of the same sheet, `SUM` and `ROUND`, and a sum that is left
/// blank where it is nothing. Whatever else a formula says is left unjudged.
struct FormulaEvaluator {
  private let grid: SheetGrid
  private var rest: Substring
  private var depth = 0
  /// How many cells may still be named.
  private var room: Int

  private init(grid: SheetGrid, formula: String, room: Int) {
    self.grid = grid
    rest = formula[...]
    self.room = room
  }

  /// What the formula gives; nil where it says more than can be judged.
  ///
  /// - Parameter room: How many cells may still be named by formulas; what this one names is taken off it.
  static func value(of formula: String, in grid: SheetGrid, room: inout Int) -> Decimal? {
    guard formula.utf8.count <= 8_000 else { return nil }
    var evaluator = FormulaEvaluator(grid: grid, formula: blankForNothing(formula) ?? formula, room: room)
    defer { room = evaluator.room }
    guard let value = evaluator.sum() else { return nil }
    evaluator.skipSpace()
    return evaluator.rest.isEmpty && value.isFinite ? value : nil
  }

  /// The sum in a formula that shows nothing where its sum is nothing, as in `IF(SUM(B2:B9)=0,"",SUM(B2:B9))` or with
  /// `ROUND(SUM(B2:B9),6)=0`; nil for any other.
  private static func blankForNothing(_ formula: String) -> String? {
    guard formula.hasPrefix("IF("), formula.hasSuffix(")"), let middle = formula.firstRange(of: "=0,\"\",") else {
      return nil
    }
    let asked = formula[formula.index(formula.startIndex, offsetBy: 3)..<middle.lowerBound]
    let sum = formula[middle.upperBound...].dropLast()
    return asked == sum || asked == "ROUND(\(sum),6)" ? String(sum) : nil
  }

  /// Whether a stored result differs from a computed one by more than floating point explains.
  static func differs(_ stored: String, from value: Decimal) -> Bool {
    guard let stored = Decimal(string: stored, locale: Locale(identifier: "en_US_POSIX")) else { return true }
    let scale = max(abs(stored), abs(value), 1)
    return abs(stored - value) > scale * Decimal(sign: .plus, exponent: -13, significand: 1)
  }

  private mutating func sum() -> Decimal? {
    guard var value = product() else { return nil }
    while let sign = take(["+", "-"]) {
      guard let next = product() else { return nil }
      value = sign == "+" ? value + next : value - next
    }
    return value
  }

  private mutating func product() -> Decimal? {
    guard var value = factor() else { return nil }
    while let sign = take(["*", "/"]) {
      guard let next = factor() else { return nil }
      if sign == "/", next == 0 { return nil }
      value = sign == "*" ? value * next : value / next
    }
    return value
  }

  private mutating func factor() -> Decimal? {
    depth += 1
    defer { depth -= 1 }
    if depth > 60 { return nil }
    if let sign = take(["+", "-"]) { return factor().map { sign == "-" ? -$0 : $0 } }
    if take(["("]) != nil {
      guard let value = sum(), take([")"]) != nil else { return nil }
      return value
    }
    let word = takeWord()
    if let first = word.first, first.isNumber || first == "." {
      guard word.allSatisfy({ $0.isNumber || $0 == "." }) else { return nil }
      return Decimal(string: String(word), locale: Locale(identifier: "en_US_POSIX"))
    }
    if take(["("]) != nil {
      switch word.uppercased() {
      case "SUM": return sumOfArguments()
      case "ROUND": return rounded()
      default: return nil
      }
    }
    guard let reference = CellReference(word) else { return nil }
    return number(at: reference)
  }

  private mutating func sumOfArguments() -> Decimal? {
    var total: Decimal = 0
    repeat {
      let before = rest
      let word = takeWord()
      if take([":"]) != nil {
        guard let range = CellRange("\(word):\(takeWord())"), let sum = sum(over: range) else { return nil }
        total += sum
      } else {
        rest = before
        guard let value = sum() else { return nil }
        total += value
      }
    } while take([","]) != nil
    return take([")"]) == nil ? nil : total
  }

  private mutating func rounded() -> Decimal? {
    guard var value = sum(), take([","]) != nil, let places = sum(), take([")"]) != nil,
      let digits = Int("\(places)"), (0...10).contains(digits)
    else { return nil }
    var result = Decimal()
    unsafe NSDecimalRound(&result, &value, digits, .plain)
    return result
  }

  private mutating func sum(over range: CellRange) -> Decimal? {
    let area = (range.last.row - range.first.row + 1) * (range.last.column - range.first.column + 1)
    guard area <= room else { return nil }
    room -= area
    var total: Decimal = 0
    for row in range.first.row...range.last.row {
      for column in range.first.column...range.last.column {
        let reference = CellReference(row: row, column: column)
        // SUM leaves texts out, but an error or a missing result says nothing.
        guard let cell = grid.cell(reference), cell.kind != .text, cell.kind != .boolean else { continue }
        guard let number = number(at: reference) else { return nil }
        total += number
      }
    }
    return total
  }

  private func number(at reference: CellReference) -> Decimal? {
    guard let cell = grid.cell(reference) else { return 0 }
    guard cell.kind == .number else { return nil }
    return Decimal(string: cell.text, locale: Locale(identifier: "en_US_POSIX"))
  }

  private mutating func take(_ characters: Set<Character>) -> Character? {
    skipSpace()
    guard let first = rest.first, characters.contains(first) else { return nil }
    rest.removeFirst()
    return first
  }

  private mutating func takeWord() -> Substring {
    skipSpace()
    let word = rest.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "." || $0 == "$" || $0 == "_") }
    rest = rest[word.endIndex...]
    return word
  }

  private mutating func skipSpace() {
    rest = rest.drop { $0 == " " }
  }
}
