import XlsxPackage
import XlsxRead

/// Works out the formulas of a written workbook anew, in exact decimals, from the stored values of the cells they name.
///
/// Knows no more than the writer is to write: references and `SUM` of ranges, joined by `+`; and the same as
/// `IF(…=0,"",…)`, whose parts must all be blank and which must show nothing.
struct WrittenFormulas {
  private(set) var faults: [String] = []
  /// How many formulas were worked out.
  private(set) var count = 0
  private var values: [CellReference: (kind: CellKind, text: String)] = [:]
  private var sheet = ""

  init(bytes: [UInt8]) throws {
    for worksheet in try Workbook(bytes: bytes, name: "generated.xlsx").worksheets {
      sheet = worksheet.name
      values = [:]
      var formulas: [(CellReference, String)] = []
      let rows = try worksheet.rowReader()
      while let row = try rows.next() {
        for cell in row where cell.kind != .blank || cell.hasFormula {
          values[cell.reference] = (cell.kind, cell.rawText)
          if cell.hasFormula { formulas.append((cell.reference, cell.formula ?? "")) }
        }
      }
      for (reference, formula) in formulas { check(formula, at: reference) }
    }
  }

  private mutating func check(_ formula: String, at reference: CellReference) {
    count += 1
    if let total = Self.totalOfNothing(formula) {
      let isBlank = terms(of: total).allSatisfy { value(of: $0) == 0 }
      if !isBlank || values[reference]?.kind != .text || values[reference]?.text != "" {
        faults.append("\(sheet)!\(reference): =\(formula) shows \(values[reference]?.text ?? "nothing stored")")
      }
      return
    }
    var sum: Int128 = 0
    for term in terms(of: formula) {
      guard let part = value(of: term) else {
        faults.append("\(sheet)!\(reference): =\(formula): \(term) cannot be added")
        return
      }
      sum += part
    }
    guard let stored = values[reference], stored.kind == .number, let value = Self.count(stored.text), value == sum
    else {
      faults.append("\(sheet)!\(reference): =\(formula) is \(sum), stored \(values[reference]?.text ?? "nothing")")
      return
    }
  }

  /// The sum in `IF(SUM=0,"",SUM)`; nil for any other formula.
  private static func totalOfNothing(_ formula: String) -> String? {
    let middle = "=0,\"\","
    guard formula.hasPrefix("IF("), formula.hasSuffix(")") else { return nil }
    let inner = String(formula.dropFirst(3).dropLast())
    let length = (inner.count - middle.count) / 2
    let sum = String(inner.prefix(length))
    return inner == sum + middle + sum ? sum : nil
  }

  private func terms(of formula: some StringProtocol) -> [Substring] {
    Substring(formula).split(separator: "+", omittingEmptySubsequences: false)
  }

  /// The exact sum of a term; nil where it is not one that can be added.
  private func value(of term: Substring) -> Int128? {
    if let reference = CellReference(term) {
      guard let cell = values[reference] else { return 0 }
      // A text added with + is an error in a workbook.
      return cell.kind == .number ? Self.count(cell.text) : nil
    }
    guard term.hasPrefix("SUM("), term.hasSuffix(")") else { return nil }
    var sum: Int128 = 0
    for part in term.dropFirst(4).dropLast().split(separator: ",", omittingEmptySubsequences: false) {
      guard let range = CellRange(part) else { return nil }
      for row in range.first.row...range.last.row {
        for column in range.first.column...range.last.column {
          guard let cell = values[CellReference(row: row, column: column)], cell.kind == .number else { continue }
          guard let count = Self.count(cell.text) else { return nil }
          sum += count
        }
      }
    }
    return sum
  }

  /// A stored number as a count of 10^-12, at the 15 significant digits of a double; nil where it is finer.
  static func count(_ text: String) -> Int128? {
    var mantissa = text[...]
    var exponent = 0
    if let mark = text.firstIndex(where: { $0 == "E" || $0 == "e" }) {
      mantissa = text[..<mark]
      guard let power = Int(text[text.index(after: mark)...]) else { return nil }
      exponent = power
    }
    let isNegative = mantissa.hasPrefix("-")
    if isNegative { mantissa.removeFirst() }
    let parts = mantissa.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, let whole = parts.first, parts.allSatisfy({ $0.allSatisfy { $0.isASCII && $0.isNumber } })
    else { return nil }
    let fraction = parts.count == 2 ? parts[1] : ""
    exponent -= fraction.count
    guard var number = Int128(whole + fraction) else { return nil }
    while number >= 1_000_000_000_000_000 {
      number = (number + 5) / 10
      exponent += 1
    }
    exponent += 12
    while exponent < 0 {
      guard number % 10 == 0 else { return nil }
      number /= 10
      exponent += 1
    }
    while exponent > 0 {
      number *= 10
      exponent -= 1
    }
    return isNegative ? -number : number
  }
}
