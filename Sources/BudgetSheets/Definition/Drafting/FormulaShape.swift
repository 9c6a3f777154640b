import XlsxPackage

/// A formula with its cells told by how far they lie from its own, by which formulas that were copied are known.
enum FormulaShape {
  /// The longest formula that is looked at.
  private static let longest = 2_000

  /// Whether a formula names cells, and only those of its own row.
  static func isOfOneRow(_ shape: String) -> Bool {
    let cells = shape.split(separator: "[").dropFirst()
    return !cells.isEmpty && cells.allSatisfy { $0.hasPrefix("0,") }
  }

  /// The text of a formula without the places of its cells.
  static func text(of formula: String, at place: CellReference) -> String {
    guard formula.utf8.count <= longest else { return String(formula.prefix(40)) }
    var result = ""
    var word = ""
    func finish() {
      if let cell = CellReference(word.filter { $0 != "$" }), word.contains(where: \.isLetter) {
        result += "[\(cell.row - place.row),\(cell.column - place.column)]"
      } else {
        result += word
      }
      word = ""
    }
    for character in formula where !character.isWhitespace {
      if character.isASCII, character.isLetter || character.isNumber || character == "$" {
        word.append(character)
      } else {
        finish()
        result.append(character)
      }
    }
    finish()
    return result.hasPrefix("=") ? String(result.dropFirst()) : result
  }
}
